#!/bin/sh
# Starts PostgreSQL on a free port of loopback, with a cluster of its own, and prints a JSON object with the URL of an
# empty database, the parts of that URL, the authority of its certificate, and the folders of the cluster and its programs.
#
#   start.sh FOLDER [PID]
#
# FOLDER keeps Debian's package for the next time, and a folder for each start. With PID everything ends when that
# process is gone; `stop.sh` with the `folder` of the JSON object ends it at once. FSYNC=on makes it write to the disk as
# it would for real; off by default, which is faster and as good while the machine does not lose its power.
#
# Exit code 77: it cannot be had here; the reason is the last line of stderr.
set -eu
server=postgres
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../common.sh"

[ $# -ge 1 ] || {
    echo "usage: start.sh FOLDER [PID]" >&2
    exit 64
}
need python3 openssl flock timeout setpriv
mkdir -p "$1"
state=$(cd "$1" && pwd)

exec 9>"$state/lock"
flock 9
"$here/install.sh" "$state" || exit 77
flock -u 9
programs=$(cat "$state/programs")
LD_LIBRARY_PATH=$(cat "$state/libraries")

# The cluster is where other users can get to, since it must not run as root: root becomes the user postgres or nobody.
run=$(mktemp -d "$state/run.XXXXXX")
cluster=$(mktemp -d "${TMPDIR:-/tmp}/postgres.XXXXXX")
echo "$cluster" >"$run/cluster"
as=""
if [ "$(id -u)" -eq 0 ]; then
    for user in postgres nobody; do
        id -u "$user" >/dev/null 2>&1 && break
    done
    as="setpriv --reuid=$(id -u "$user") --regid=$(id -g "$user") --clear-groups --"
    case $programs in
    "$state"/*)
        # FOLDER is root's alone.
        cp -al "$state/root" "$cluster/root" 2>/dev/null || cp -a "$state/root" "$cluster/root"
        programs=$cluster/root${programs#"$state/root"}
        LD_LIBRARY_PATH=$(echo "$LD_LIBRARY_PATH" | sed "s|$state/root|$cluster/root|g")
        ;;
    esac
    chown "$user" "$cluster"
fi
export LD_LIBRARY_PATH
failed() {
    tail -n 20 "$run"/*.log >&2 || true
    stop_all "$run"
    say "$*; its files are in $run and $cluster"
    exit 1
}

# Characters that a URL has to encode, so that no test passes by not doing it.
password="p@ss/w%rd: $(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')"
printf '%s' "$password" >"$cluster/password"
[ -z "$as" ] || chown "$user" "$cluster/password"
# shellcheck disable=SC2086 # a command and its arguments
(cd "$cluster" && $as "$programs/initdb" -D "$cluster/data" -U errand --pwfile="$cluster/password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C --no-sync) >"$run/initdb.log" 2>&1 || {
    [ -z "$as" ] || $as true 2>/dev/null || unavailable "it must not run as root, and root cannot become another user here"
    failed "the cluster cannot be made"
}

# An authority, and a certificate of it for loopback.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=Database authority" \
    -keyout "$run/ca.key" -out "$run/ca.pem" >"$run/openssl.log" 2>&1 &&
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" \
        -keyout "$cluster/server.key" -out "$run/server.csr" >>"$run/openssl.log" 2>&1 &&
    printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' >"$run/server.ext" &&
    openssl x509 -req -in "$run/server.csr" -CA "$run/ca.pem" -CAkey "$run/ca.key" -days 2 -extfile "$run/server.ext" \
        -out "$cluster/server.pem" >>"$run/openssl.log" 2>&1 || failed "the certificate cannot be made"
[ -z "$as" ] || chown "$user" "$cluster/server.key" "$cluster/server.pem"

cat >"$cluster/settings" <<SETTINGS
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = ${FSYNC:-off}
full_page_writes = ${FSYNC:-off}
shared_buffers = 32MB
max_connections = 200
ssl = on
ssl_cert_file = '$cluster/server.pem'
ssl_key_file = '$cluster/server.key'
log_min_messages = warning
SETTINGS
cat "$cluster/settings" >>"$cluster/data/postgresql.conf"

# A port can be taken by somebody else before the server has it, so there is a second try and a third.
for try in 1 2 3; do
    port=$(free_ports 1)
    # shellcheck disable=SC2086 # a command and its arguments
    (cd "$cluster" && serve postgres $as "$programs/postgres" -D "$cluster/data" -p "$port")
    answers postgres "$port" && break
    [ "$try" -lt 3 ] || failed "it does not start"
done
[ $# -lt 2 ] || watch "$2"
python3 - "$run" "$cluster" "$programs" "$port" "$password" >"$run/server.json" <<'PYTHON'
import json, sys, urllib.parse
run, cluster, programs, port, password = sys.argv[1:]
encoded = urllib.parse.quote(password, safe="")
json.dump({
    "folder": run, "url": f"postgres://errand:{encoded}@127.0.0.1:{port}/postgres", "user": "errand",
    "password": password, "host": "127.0.0.1", "port": int(port), "database": "postgres", "ca": run + "/ca.pem",
    "pid": int(open(run + "/postgres.pid").read()), "data": cluster + "/data", "programs": programs,
}, sys.stdout)
PYTHON
# It takes connections a moment before it answers them.
tries=0
until grep -q "ready to accept connections" "$run/postgres.log"; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || failed "it does not become ready"
    sleep 0.1
done
cat "$run/server.json"
