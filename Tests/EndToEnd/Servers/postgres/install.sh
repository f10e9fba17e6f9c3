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

works() {
    found=$(programs)
    [ -n "$found" ] && LD_LIBRARY_PATH=$(libraries) "$found/postgres" --version >/dev/null 2>&1
}

# download APT: gets the packages that are missing, as this apt knows them.
download() { download_packages "$1" postgresql '^(postgresql-[0-9]+$|lib)'; }

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
