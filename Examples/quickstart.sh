#!/bin/sh
# From a fresh clone to a job that has run: installs what is missing, builds, starts DemoAPI on a free port, runs
# Jobs/quickstart.yaml against it, shows what was written, and stops DemoAPI.
set -eu
cd "$(dirname "$0")/.."

command -v swift >/dev/null || {
    echo "Swift 6.2 or later is needed: https://www.swift.org/install/linux/" >&2
    exit 1
}
.ci/packages libcurl4-openssl-dev libsqlite3-dev libpq-dev libyaml-dev zlib1g-dev libzstd-dev pkg-config

echo "==> Building errand and DemoAPI (the first time takes some minutes)"
swift build --quiet --product errand
swift build --quiet --product DemoAPI
bin=$(swift build --show-bin-path)

work=$(mktemp -d)
server=""
stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

echo "==> Starting DemoAPI"
"$bin/DemoAPI" --port 0 --port-file "$work/port" >"$work/log" 2>&1 &
server=$!
while [ ! -s "$work/port" ]; do
    kill -0 "$server" 2>/dev/null || {
        cat "$work/log" >&2
        echo "DemoAPI did not start" >&2
        exit 1
    }
    sleep 0.1
done
DEMO_API="http://127.0.0.1:$(cat "$work/port")"
DEMO_SECRET=demo-secret
export DEMO_API DEMO_SECRET
echo "    listening on $DEMO_API"

out=.build/quickstart
rm -rf "$out"
echo "==> Jobs/quickstart.yaml"
sed 's/^/    /' Jobs/quickstart.yaml
echo "==> errand run Jobs/quickstart.yaml --out $out"
"$bin/errand" run Jobs/quickstart.yaml --out "$out" -v

echo "==> $out/items.jsonl: $(wc -l <"$out/items.jsonl") records, the first three of them"
head -n 3 "$out/items.jsonl"
