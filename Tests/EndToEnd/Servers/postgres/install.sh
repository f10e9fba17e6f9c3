#!/bin/sh
# Finds PostgreSQL's server, or unpacks Debian's package of it into FOLDER/root, as any user: install.sh FOLDER. Nothing
# is installed: the package would make a cluster of its own. What is found is in FOLDER/programs, the folder of its
# programs, and FOLDER/libraries. Exit code 77: not possible; stderr says why.
set -eu
server=postgres
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../common.sh"

state=$1
root=$state/root

# The newest that is installed, or else unpacked here.
programs() {
    for folder in /usr/lib/postgresql/*/bin "$root"/usr/lib/postgresql/*/bin; do
        [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ] && echo "$folder"
    done | sort -t/ -k5V | tail -n 1
}

# The folders of the unpacked libraries, as LD_LIBRARY_PATH wants them.
libraries() {
    find "$root" -name '*.so.*' -exec dirname {} + 2>/dev/null | sort -u | paste -sd: -
}

works() {
    found=$(programs)
    [ -n "$found" ] && LD_LIBRARY_PATH=$(libraries) "$found/postgres" --version >/dev/null 2>&1
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
    missing=$("$1" -s -qq --no-install-recommends install postgresql 2>>"$state/apt.log" |
        awk '$1 == "Inst" && $2 ~ /^(postgresql-[0-9]+$|lib)/ && $2 !~ /-perl$/ { print $2 }')
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
    works || unavailable "it does not start: $(LD_LIBRARY_PATH=$(libraries) "$(programs)/postgres" --version 2>&1 | tail -n 1)"
}
programs >"$state/programs"
libraries >"$state/libraries"
