#!/bin/sh
# Ends what `start.sh` started, by pid, and removes its folders: stop.sh FOLDER, the `folder` of what `start.sh` printed.
set -eu
server=postgres
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../common.sh"
[ -f "$1/cluster" ] || {
    say "$1 is no folder of start.sh"
    exit 64
}
# At this signal it ends at once, whoever is connected.
kill -INT "$(cat "$1/postgres.pid")" 2>/dev/null || true
stop_all "$1"
rm -rf "$(cat "$1/cluster")" "$1"
