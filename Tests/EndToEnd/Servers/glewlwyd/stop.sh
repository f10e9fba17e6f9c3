#!/bin/sh
# Ends what `start.sh` started, by pid, and removes its folder: stop.sh FOLDER, the `folder` of what `start.sh` printed.
set -eu
server=glewlwyd
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../common.sh"
[ -d "$1/keys" ] || {
    say "$1 is no folder of start.sh"
    exit 64
}
stop_all "$1"
rm -rf "$1"
