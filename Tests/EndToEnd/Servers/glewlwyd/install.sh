#!/bin/sh
# Unpacks glewlwyd and the libraries that are not installed into FOLDER/root, from Debian's packages, as any user:
# install.sh FOLDER. The packages stay in FOLDER/packages. Exit code 77: not possible; stderr says why.
set -eu
server=glewlwyd
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../common.sh"

state=$1
root=$state/root
program=$root/usr/bin/glewlwyd

# The folders of the unpacked libraries, as LD_LIBRARY_PATH wants them.
libraries() { find "$root" -name '*.so.*' -exec dirname {} + 2>/dev/null | sort -u | paste -sd: -; }

works() {
    [ -x "$program" ] && LD_LIBRARY_PATH=$(libraries) "$program" --version >/dev/null 2>&1
}

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

# download APT: gets the packages that are missing, as this apt knows them.
download() {
    missing=$("$1" -s -qq --no-install-recommends install glewlwyd 2>>"$state/apt.log" |
        awk '$1 == "Inst" && $2 ~ /^(glewlwyd|lib)/ && $2 !~ /(^libjs-|-perl$)/ { print $2 }')
    [ -n "$missing" ] || return 1
    rm -rf "$state/packages"
    mkdir -p "$state/packages"
    # shellcheck disable=SC2086 # one word for each package
    (cd "$state/packages" && "$1" -qq download $missing >>"$state/apt.log" 2>&1)
}

works || {
    need apt-get dpkg-deb awk timeout
    mkdir -p "$state"
    : >"$state/apt.log"
    unpack
    works || {
        say "getting Debian's packages"
        download system || { ours -qq update >>"$state/apt.log" 2>&1 && download ours; } ||
            unavailable "Debian's packages cannot be got: $(tail -n 1 "$state/apt.log")"
        unpack
    }
    works || unavailable "it does not start: $(LD_LIBRARY_PATH=$(libraries) "$program" --version 2>&1 | tail -n 1)"
    # A folder that the server looks into and the package does not have.
    mkdir -p "$root/usr/lib/glewlwyd/user_middleware"
}
libraries >"$state/libraries"
