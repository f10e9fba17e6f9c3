"""JSON Web Keys of public keys in PEM, with Python's standard library only."""

import base64
import re

# The last bytes of an object identifier, what it means, and the size of a coordinate.
CURVES = {
    bytes.fromhex("2a8648ce3d030107"): ("P-256", 32),
    bytes.fromhex("2b81040022"): ("P-384", 48),
    bytes.fromhex("2b81040023"): ("P-521", 66),
}
ED25519 = bytes.fromhex("2b6570")


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def der(pem):
    """The bytes of the first PEM block in a text."""
    block = re.search(r"-----BEGIN [A-Z ]+-----(.*?)-----END", pem, re.DOTALL).group(1)
    return base64.b64decode("".join(block.split()))


def element(data, offset=0):
    """The contents of the DER element at an offset, and the offset behind it."""
    length, start = data[offset + 1], offset + 2
    if length >= 0x80:
        count = length & 0x7F
        length = int.from_bytes(data[start:start + count], "big")
        start += count
    return data[start:start + length], start + length


def elements(data):
    offset, found = 0, []
    while offset < len(data):
        contents, offset = element(data, offset)
        found.append(contents)
    return found


def public_key(pem, **members):
    """The JWK of a SubjectPublicKeyInfo, RFC 5280 section 4.1."""
    algorithm, bits = elements(element(der(pem))[0])
    names, key = elements(algorithm), bits[1:]
    if names[0] == ED25519:
        jwk = {"kty": "OKP", "crv": "Ed25519", "x": base64url(key)}
    elif len(names) == 2 and names[1] in CURVES:
        curve, size = CURVES[names[1]]
        jwk = {"kty": "EC", "crv": curve, "x": base64url(key[1:1 + size]), "y": base64url(key[1 + size:])}
    else:
        modulus, exponent = elements(element(key)[0])
        jwk = {"kty": "RSA", "n": base64url(modulus.lstrip(b"\0")), "e": base64url(exponent)}
    return jwk | members


def certificate(pem, public_pem, **members):
    """The JWK of a certificate's key, with the certificate in it."""
    return public_key(public_pem, x5c=[base64.b64encode(der(pem)).decode()], **members)
