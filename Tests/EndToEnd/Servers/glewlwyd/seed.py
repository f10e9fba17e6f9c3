"""Registers issuers, users and clients with glewlwyds that were just started, and prints what a client needs as JSON.

    seed.py FOLDER ISSUER=ORIGIN ...

FOLDER is that of this start, each ORIGIN a server for one of the issuers. Python's standard library only.
"""

import concurrent.futures
import http.cookiejar
import json
import os
import secrets
import ssl
import sys
import urllib.error
import urllib.request

import jwk

# Characters that a client gets wrong which leaves out the form-encoding of RFC 6749 section 2.3.1, or does it twice.
AWKWARD = "s+e c%r/e=t&" + secrets.token_hex(8)
# Long enough to sign with HS512.
SECRET = secrets.token_hex(40)
PASSWORD = "pass wörd+" + secrets.token_hex(8)
RESOURCE = "https://api.errand.test/items"
SCOPES = ["read:items", "write:items", "introspect"]

# The issuers, and the settings that each has besides the common ones.
ISSUERS = {
    "plain": {},
    "short": {"access-token-duration": int(os.environ.get("SHORT_LIFE", "2"))},
    # DPoP with nonces, each good for so many proofs.
    "nonce": {"oauth-dpop-nonce-mandatory": True, "oauth-dpop-nonce-counter": 3},
    "busy": {"oauth-dpop-nonce-mandatory": True, "oauth-dpop-nonce-counter": 32},
    "mtls": {
        "client-cert-source": "TLS", "client-cert-self-signed-allowed": True, "client-cert-use-endpoint-aliases": True,
    },
}


class Server:
    """A server and the session of its administrator."""

    def __init__(self, origin, keys):
        self.origin = origin
        self.keys = keys
        handlers = [urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())]
        if origin.startswith("https:"):
            context = ssl.create_default_context(cafile=os.path.join(keys, "ca.pem"))
            handlers.append(urllib.request.HTTPSHandler(context=context))
        self.opener = urllib.request.build_opener(*handlers)
        self.post("/auth/", username="admin", password="password")

    def post(self, path, **body):
        request = urllib.request.Request(
            self.origin + "/api" + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        try:
            self.opener.open(request, timeout=30).read()
        except urllib.error.HTTPError as error:
            sys.exit(f"seed: POST {path}: {error.code} {error.read().decode(errors='replace')[:500]}")
        except urllib.error.URLError as error:
            sys.exit(f"seed: POST {path}: {error.reason}")

    def key(self, name):
        with open(os.path.join(self.keys, name), encoding="ascii") as file:
            return file.read()

    def add_scopes_and_user(self):
        for name in SCOPES:
            self.post("/scope/", name=name, display_name=name, description=name, password_required=False, scheme={})
        self.post(
            "/user/", username="alice", name="Alice", password=PASSWORD, email="alice@errand.test", enabled=True,
            scope=["g_profile", "openid", "read:items"])

    def add_issuer(self, name):
        """An instance of the OpenID plugin."""
        base = f"{self.origin}/api/{name}"
        parameters = {
            "iss": base, "jwt-type": "rsa", "jwt-key-size": "256",
            "key": self.key("provider.pem"), "cert": self.key("provider.pub.pem"),
            "access-token-duration": 3600, "refresh-token-duration": 86400, "code-duration": 600,
            # Each use of a refresh token gives a new one, and makes the old one useless.
            "refresh-token-rolling": False, "refresh-token-one-use": "always",
            "allow-non-oidc": True,
            "auth-type-code-enabled": True, "auth-type-token-enabled": True, "auth-type-id-token-enabled": True,
            "auth-type-client-enabled": True, "auth-type-password-enabled": True, "auth-type-refresh-enabled": True,
            "auth-type-device-enabled": False,
            "request-parameter-allow": True, "request-maximum-exp": 600,
            "client-jwks-parameter": "jwks", "client-jwks_uri-parameter": "jwks_uri",
            "client-pubkey-parameter": "pubkey",
            "introspection-revocation-allowed": True, "introspection-revocation-allow-target-client": True,
            "introspection-revocation-auth-scope": ["introspect"],
            "oauth-dpop-allowed": True, "oauth-dpop-iat-duration": 60, "oauth-dpop-iat-gap-duration": 5,
            "resource-allowed": True, "resource-client-property": "resource",
            "resource-scope-and-client-property": False,
            "allowed-scope": ["openid", *SCOPES],
        } | ISSUERS[name]
        self.post(
            "/mod/plugin/", module="oidc", name=name, display_name=name, enabled=True, parameters=parameters)
        return {
            "issuer": base, "token_url": base + "/token", "introspection_url": base + "/introspect",
            "revocation_url": base + "/revoke", "userinfo_url": base + "/userinfo",
        }

    def add_client(self, name, method, **settings):
        client = {
            "client_id": name, "client_name": name, "confidential": True, "enabled": True,
            "authorization_type": ["client_credentials", "password", "refresh_token"],
            "scope": ["openid", *SCOPES],
            "redirect_uri": [self.origin + "/callback"], "resource": [RESOURCE],
            "token_endpoint_auth_method": [method],
        } | settings
        self.post("/client/", **client)

    def add_clients(self):
        secrets_of = {
            "basic": SECRET, "post": SECRET, "secret-jwt": SECRET, "basic-awkward": AWKWARD, "post-awkward": AWKWARD,
        }
        self.add_client("basic", "client_secret_basic", client_secret=SECRET)
        self.add_client("basic-awkward", "client_secret_basic", client_secret=AWKWARD)
        self.add_client("post", "client_secret_post", client_secret=SECRET)
        self.add_client("post-awkward", "client_secret_post", client_secret=AWKWARD)
        self.add_client("secret-jwt", "client_secret_jwt", client_secret=SECRET)
        clients = {name: {"id": name, "secret": secret} for name, secret in secrets_of.items()}

        for name, algorithms in (
            ("rsa", "RS256 RS384 RS512 PS256 PS384 PS512"), ("p256", "ES256"), ("p384", "ES384"), ("p521", "ES512"),
            ("ed25519", "EdDSA"),
        ):
            keys = [jwk.public_key(self.key(name + ".pub.pem"), kid="kid-" + name, use="sig")]
            self.add_client(name, "private_key_jwt", jwks={"keys": keys})
            clients[name] = {
                "id": name, "key": os.path.join(self.keys, name + ".pem"), "key_id": "kid-" + name,
                "algorithms": algorithms.split(),
            }

        self.add_client("mtls", "tls_client_auth", tls_client_auth_san_dns="client.errand.test")
        own = jwk.certificate(
            self.key("selfsigned.pem"), self.key("selfsigned.pub.pem"), kid="self-signed", use="sig")
        self.add_client("mtls-self-signed", "self_signed_tls_client_auth", jwks={"keys": [own]})
        for client, name in (("mtls", "client"), ("mtls-self-signed", "selfsigned")):
            clients[client] = {
                "id": client, "certificate": os.path.join(self.keys, name + ".pem"),
                "key": os.path.join(self.keys, name + ".key"),
            }
        return clients


def seed(name, origin, keys):
    """Seeds one server, and says where its issuer is and who its clients are."""
    server = Server(origin, keys)
    server.add_scopes_and_user()
    return server.add_issuer(name), server.add_clients()


def main():
    folder, *servers = sys.argv[1:]
    keys = os.path.join(folder, "keys")
    names, origins = zip(*(server.split("=", 1) for server in servers))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        issuers, clients = zip(*pool.map(seed, names, origins, [keys] * len(names)))
    json.dump(
        {
            "folder": folder, "keys": keys, "ca": os.path.join(keys, "ca.pem"), "issuers": dict(zip(names, issuers)),
            # The same ones everywhere.
            "clients": clients[0], "user": {"name": "alice", "password": PASSWORD}, "resource": RESOURCE,
        }, sys.stdout, indent=2)
    print()


main()
