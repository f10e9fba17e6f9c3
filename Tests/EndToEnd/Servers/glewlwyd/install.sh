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

works() {
    [ -x "$program" ] && LD_LIBRARY_PATH=$(libraries) "$program" --version >/dev/null 2>&1
}

# download APT: gets the packages that are missing, as this apt knows them.
download() { download_packages "$1" glewlwyd '^(glewlwyd|lib)'; }

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
