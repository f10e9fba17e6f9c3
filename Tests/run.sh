#!/bin/sh
# Installs what is missing, builds, lints and runs every test. The last lines are the test runner's own count.
#
#   Tests/run.sh                     everything
#   Tests/run.sh --filter JSONTests  builds, lints, and the tests whose name matches (see swift test --help)
set -eu
cd "$(dirname "$0")/.."

command -v swift >/dev/null || {
    echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux/" >&2
    exit 1
}
.ci/packages libcurl4-openssl-dev libsqlite3-dev libpq-dev libyaml-dev zlib1g-dev libzstd-dev pkg-config
# Servers and a terminal for the end-to-end tests, which are skipped where these are missing.
.ci/packages openssl nghttp2-server socat tinyproxy-bin bsdutils zstd gzip sqlite3 strace
# The tests fetch glewlwyd (Debian) and moto (PyPI) themselves, for which they need these; they are skipped without.
.ci/packages python3 python3-venv util-linux

echo "==> Linting"
swift format lint --strict --recursive --parallel Package.swift Sources Tests

echo "==> Building (the first time takes some minutes)"
swift build --build-tests

echo "==> Testing"
exec swift test --skip-build --disable-xctest "$@"
