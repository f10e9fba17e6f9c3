# What the scripts that start real servers share; read with `.`, by /bin/sh. They set `server` to its name, `here` to their
# folder and `run` to that of this start; those that unpack packages set `state` to their folder and `root`
# to that of the files.
# shellcheck disable=SC2154
umask 077
# Nothing is written beside the scripts.
export PYTHONDONTWRITEBYTECODE=1

# Says something to whoever reads the log.
say() { echo "$server: $*" >&2; }

# The server cannot be had here: the tests against it are left out, with this reason.
unavailable() {
    say "$*"
    exit 77
}

# Ends the script when one of the programs is missing.
need() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || unavailable "$tool is not installed"
    done
}

# Debian's packages, unpacked into $root by any user; they stay in $state/packages.

# The folders of the unpacked libraries, as LD_LIBRARY_PATH wants them.
libraries() { find "$root" -name '*.so.*' -exec dirname {} + 2>/dev/null | sort -u | paste -sd: -; }

unpack() {
    rm -rf "$root"
    for package in "$state"/packages/*.deb; do
        [ -f "$package" ] || return 0
        dpkg-deb -x "$package" "$root"
    done
}

# apt that does not wait for ever.
apt_get() { timeout 240 apt-get -o Acquire::http::Timeout=30 -o Acquire::Retries=1 "$@"; }

# apt with package lists of our own, which need no rights and leave the system's alone.
ours() {
    mkdir -p "$state/lists/partial" "$state/archives/partial"
    apt_get -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state" -o Dir::Cache::Archives="$state/archives" \
        -o APT::Sandbox::User="" -o Debug::NoLocking=1 "$@"
}

system() { apt_get "$@"; }

# download_packages APT PACKAGE NAMES: gets a package and what it needs, as far as that is missing and its name matches.
download_packages() {
    missing=$("$1" -s -qq --no-install-recommends install "$2" 2>>"$state/apt.log" |
        awk -v names="$3" '$1 == "Inst" && $2 ~ names && $2 !~ /(^libjs-|-perl$)/ { print $2 }')
    [ -n "$missing" ] || return 1
    rm -rf "$state/packages"
    mkdir -p "$state/packages"
    # shellcheck disable=SC2086 # one word for each package
    (cd "$state/packages" && "$1" -qq download $missing >>"$state/apt.log" 2>&1)
}

# So many TCP ports of loopback, free a moment ago, one a line.
free_ports() {
    python3 - "$1" <<'PYTHON'
import socket, sys
sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in sockets:
    one.bind(("127.0.0.1", 0))
for one in sockets:
    print(one.getsockname()[1])
PYTHON
}

# serve NAME COMMAND...: starts a program in the background; its pid is in $run/NAME.pid, what it writes in NAME.log.
serve() {
    name=$1
    shift
    nohup "$@" >"$run/$name.log" 2>&1 </dev/null 9>&- &
    echo $! >"$run/$name.pid"
}

# answers NAME PORT: waits until the program that was started under this name takes connections.
answers() {
    python3 - "$(cat "$run/$1.pid")" "$2" <<'PYTHON'
import os, socket, sys, time
pid, port = map(int, sys.argv[1:])
for _ in range(600):
    try:
        socket.create_connection(("127.0.0.1", port), 2).close()
        sys.exit(0)
    except OSError:
        pass
    try:
        os.kill(pid, 0)
    except OSError:
        break
    time.sleep(0.1)
sys.exit(1)
PYTHON
}

# stop_all FOLDER: ends what was started from this folder, by its pids; what has not ended after two seconds is killed.
stop_all() {
    for signal in TERM KILL; do
        tries=0
        for file in "$1"/*.pid; do
            [ -f "$file" ] && kill -"$signal" "$(cat "$file")" 2>/dev/null || true
        done
        for file in "$1"/*.pid; do
            while [ -f "$file" ] && kill -0 "$(cat "$file")" 2>/dev/null && [ $tries -lt 20 ]; do
                sleep 0.1
                tries=$((tries + 1))
            done
        done
    done
    rm -f "$1"/*.pid
}

# watch PID: when the process of this pid is gone, ends what was started here and removes its folder.
watch() {
    # shellcheck disable=SC2016 # the inner shell expands it
    nohup sh -c '
        while [ -d "/proc/$1" ]; do sleep 0.5; done
        exec "$2" "$3"
    ' watch "$1" "$here/stop.sh" "$run" >/dev/null 2>&1 </dev/null 9>&- &
}
