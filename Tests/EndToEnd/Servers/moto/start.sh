#!/bin/sh
# Starts moto, which answers like AWS and checks the signature of each request, on a free port of loopback, and prints
# a JSON object with its URL and the keys of a user.
#
#   start.sh FOLDER [PID]
#
# FOLDER keeps moto for the next time, and a folder for each start. With PID everything ends when that process is gone;
# `stop.sh` with the `folder` of the JSON object ends it at once.
#
# Exit code 77: it cannot be had here; the reason is the last line of stderr.
set -eu
server=moto
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../common.sh"

[ $# -ge 1 ] || {
    echo "usage: start.sh FOLDER [PID]" >&2
    exit 64
}
need python3 flock timeout
mkdir -p "$1"
state=$(cd "$1" && pwd)

# moto from PyPI in a virtual environment, with what these tests need of it.
wanted="moto[dynamodb,s3]==5.2.5 flask~=3.1 flask-cors~=6.0"
exec 9>"$state/lock"
flock 9
if [ "$(cat "$state/installed" 2>/dev/null || true)" != "$wanted" ]; then
    say "getting moto"
    rm -rf "$state/python"
    # shellcheck disable=SC2086 # one word for each package
    {
        python3 -m venv "$state/python" &&
            timeout 240 "$state/python/bin/pip" install -q --disable-pip-version-check $wanted
    } >"$state/install.log" 2>&1 ||
        unavailable "it cannot be installed: $(grep -v '^ *$' "$state/install.log" | tail -n 1)"
    echo "$wanted" >"$state/installed"
fi
flock -u 9

run=$(mktemp -d "$state/run.XXXXXX")
failed() {
    tail -n 20 "$run"/*.log >&2 || true
    stop_all "$run"
    say "$*; its files are in $run"
    exit 1
}
for try in 1 2 3; do
    port=$(free_ports 1)
    # Until the user is there nothing is checked: seed.py turns the checks on.
    serve moto env AWS_EC2_METADATA_DISABLED=true "$state/python/bin/python" -m moto.server -p "$port"
    answers moto "$port" && break
    [ "$try" -lt 3 ] || failed "it does not start"
done
[ $# -lt 2 ] || watch "$2"
"$state/python/bin/python" "$here/seed.py" "http://127.0.0.1:$port" "$run" >"$run/server.json" ||
    failed "the user could not be made"
cat "$run/server.json"
