#!/bin/sh
# Starts glewlwyd, a real OpenID provider, on free ports of loopback, and prints a JSON object with everything that a
# client needs: URLs, clients, secrets, keys. There is a server for each issuer, with a database of its own: two issuers
# of one server get in each other's way when they write at the same time, and then a good token is refused.
#
#   start.sh FOLDER [PID]
#
# FOLDER keeps Debian's packages for the next time, and a folder for each start. With PID everything ends when that
# process is gone; `stop.sh` with the `folder` of the JSON object ends it at once. SHORT_LIFE is the life in seconds of
# the tokens of the issuer `short`; 2 by default.
#
# Exit code 77: it cannot be had here; the reason is the last line of stderr.
set -eu
server=glewlwyd
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../common.sh"

[ $# -ge 1 ] || {
    echo "usage: start.sh FOLDER [PID]" >&2
    exit 64
}
need python3 openssl flock
mkdir -p "$1"
state=$(cd "$1" && pwd)
run=$(mktemp -d "$state/run.XXXXXX")

# Nothing is installed: Debian's package fails to configure itself where nobody answers its questions. Its files, and
# those of the libraries that are missing, are unpacked here.
exec 9>"$state/lock"
flock 9
root=$state/root
"$here/install.sh" "$state" || {
    rm -rf "$run"
    exit 77
}
flock -u 9
LD_LIBRARY_PATH=$(cat "$state/libraries")
export LD_LIBRARY_PATH

"$here/keys.sh" "$run/keys"
failed() {
    tail -n 20 "$run"/*.log >&2 || true
    stop_all "$run"
    say "$*; its files are in $run"
    exit 1
}

# configure NAME SCHEME PORT: an empty database and the settings of one server.
configure() {
    python3 - "$root/usr/share/doc/glewlwyd/database/init.sqlite3.sql" "$run/$1.db" <<'PYTHON'
import gzip, os, sqlite3, sys
script, database = sys.argv[1:]
text = open(script, "rb").read() if os.path.exists(script) else gzip.open(script + ".gz").read()
sqlite3.connect(database).executescript("PRAGMA synchronous = OFF;" + text.decode())
PYTHON
    modules=$root/usr/lib/glewlwyd
    cat >"$run/$1.conf" <<CONFIGURATION
port = $3
bind_address = "127.0.0.1"
external_url = "$2://127.0.0.1:$3"
login_url = "login.html"
api_prefix = "api"
static_files_path = "$root/usr/share/glewlwyd/webapp/"
allow_origin = "*"
log_mode = "console"
log_level = "${GLEWLWYD_LOG:-WARNING}"
log_file = "$run/$1.log"
cookie_domain = "127.0.0.1"
cookie_secure = 0
cookie_same_site = "empty"
session_expiration = 86400
session_key = "GLEWLWYD2_SESSION_ID"
admin_session_authentication = "cookie"
profile_session_authentication = "cookie"
login_api_enabled = true
admin_scope = "g_admin"
profile_scope = "g_profile"
user_module_path = "$modules/user"
user_middleware_module_path = "$modules/user_middleware"
client_module_path = "$modules/client"
user_auth_scheme_module_path = "$modules/scheme"
plugin_module_path = "$modules/plugin"
use_secure_connection = $([ "$2" = https ] && echo true || echo false)
secure_connection_key_file = "$run/keys/server.key"
secure_connection_pem_file = "$run/keys/server.pem"
secure_connection_ca_file = "$run/keys/clients.pem"
hash_algorithm = "SHA512"
database = { type = "sqlite3" path = "$run/$1.db" };
CONFIGURATION
}

# start NAME SCHEME: a port can be taken by somebody else before the server has it, so there is a second try and a third.
start() {
    for _ in 1 2 3; do
        port=$(free_ports 1)
        configure "$1" "$2" "$port"
        serve "$1" "$root/usr/bin/glewlwyd" --config-file="$run/$1.conf"
        if answers "$1" "$port"; then
            servers="$servers $1=$2://127.0.0.1:$port"
            return 0
        fi
        rm -f "$run/$1.db" "$run/$1.pid"
    done
    failed "the server of the issuer $1 does not start"
}
[ $# -lt 2 ] || watch "$2"
servers=""
for name in plain short nonce busy; do start "$name" http; done
start mtls https
# shellcheck disable=SC2086 # one word for each server
python3 "$here/seed.py" "$run" $servers >"$run/seed.json" || failed "the clients could not be registered"
serve api python3 "$here/api.py" "$run"
tries=0
until [ -f "$run/server.json" ]; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || failed "the API does not start"
    sleep 0.1
done
cat "$run/server.json"
