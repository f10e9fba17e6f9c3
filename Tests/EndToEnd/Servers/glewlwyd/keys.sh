#!/bin/sh
# Makes the keys and certificates of a server and its clients in a new folder: keys.sh FOLDER. Elliptic curves where
# the algorithm does not matter, because they take a moment only.
set -eu
mkdir -p "$1"
cd "$1"

p256="EC -pkeyopt ec_paramgen_curve:P-256"
# What clients sign with.
while read -r name options; do
    # shellcheck disable=SC2086 # the options are several words
    openssl genpkey -quiet -algorithm $options -out "$name.pem" 2>/dev/null ||
        openssl genpkey -algorithm $options -out "$name.pem" 2>/dev/null
    openssl pkey -in "$name.pem" -pubout -out "$name.pub.pem"
done <<KEYS
provider RSA -pkeyopt rsa_keygen_bits:2048
rsa RSA -pkeyopt rsa_keygen_bits:2048
p256 $p256
p384 EC -pkeyopt ec_paramgen_curve:P-384
p521 EC -pkeyopt ec_paramgen_curve:P-521
ed25519 ED25519
stranger $p256
dpop $p256
KEYS
# The older forms of two of them.
openssl rsa -in rsa.pem -traditional -out rsa.pkcs1.pem 2>/dev/null
openssl ec -in p256.pem -out p256.sec1.pem 2>/dev/null

# What TLS works with.
request() { openssl req -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 "$@" 2>/dev/null; }
request -x509 -days 2 -subj "/CN=authority" -keyout ca.key -out ca.pem
request -x509 -days 2 -subj "/CN=self-signed" -keyout selfsigned.key -out selfsigned.pem
openssl pkey -in selfsigned.key -pubout -out selfsigned.pub.pem
while read -r name extensions; do
    request -subj "/CN=$name" -keyout "$name.key" -out "$name.csr"
    echo "$extensions" | tr ';' '\n' >"$name.ext"
    openssl x509 -req -days 2 -in "$name.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -extfile "$name.ext" \
        -out "$name.pem" 2>/dev/null
done <<CERTIFICATES
server subjectAltName=IP:127.0.0.1,DNS:localhost
client subjectAltName=DNS:client.errand.test;extendedKeyUsage=clientAuth
other subjectAltName=DNS:other.errand.test;extendedKeyUsage=clientAuth
CERTIFICATES
# A self-signed certificate passes this server's TLS only when it is an authority there itself.
cat ca.pem selfsigned.pem >clients.pem
