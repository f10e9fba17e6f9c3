"""An API on loopback that takes glewlwyd's tokens, over HTTP and over HTTPS with client certificates.

    api.py FOLDER

It asks glewlwyd about each token (RFC 7662), and takes one that is bound to a certificate only from the holder of
that certificate (RFC 8705 section 3). `GET /ISSUER/items` answers with what glewlwyd and the token itself say, after
`?wait=` seconds; `GET /ISSUER/token` with the token.
Reads FOLDER/seed.json and writes FOLDER/server.json, which says where the API is. Python's standard library only.
"""

import base64
import hashlib
import http.server
import json
import os
import ssl
import sys
import threading
import time
import urllib.parse
import urllib.request

folder = sys.argv[1]
with open(os.path.join(folder, "seed.json"), encoding="utf-8") as file:
    seed = json.load(file)

trust = ssl.create_default_context(cafile=seed["ca"])
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust))
basic = seed["clients"]["basic"]
basic_header = "Basic " + base64.b64encode(f"{basic['id']}:{basic['secret']}".encode()).decode()


def introspection(issuer, token):
    """What the authorization server says about a token."""
    body = urllib.parse.urlencode({"token": token, "token_type_hint": "access_token"}).encode()
    request = urllib.request.Request(
        seed["issuers"][issuer]["introspection_url"], body, {"Authorization": basic_header})
    with opener.open(request, timeout=30) as answer:
        return json.load(answer)


def thumbprint(certificate):
    return base64.urlsafe_b64encode(hashlib.sha256(certificate).digest()).rstrip(b"=").decode()


def claims(token):
    """What stands in a token that glewlwyd has called its own."""
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        path = url.path.split("/")
        if len(path) != 3 or path[1] not in seed["issuers"] or path[2] not in ("items", "token"):
            return self.answer(404, {"error": "no such resource"})
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return self.refuse("a bearer token is needed")
        facts = introspection(path[1], token)
        if facts.get("active") is not True:
            return self.refuse("the token is not active")
        bound_to = facts.get("cnf", {})
        if "jkt" in bound_to:
            return self.refuse("the token is bound to a DPoP key")
        if "x5t#S256" in bound_to:
            shown = self.connection.getpeercert(True) if isinstance(self.connection, ssl.SSLSocket) else None
            if not shown or thumbprint(shown) != bound_to["x5t#S256"]:
                return self.refuse("the token is bound to another certificate")
        if path[2] == "token":
            return self.answer(200, {"token": token})
        time.sleep(float(urllib.parse.parse_qs(url.query).get("wait", ["0"])[0]))
        return self.answer(200, claims(token) | facts)

    def refuse(self, reason):
        self.answer(
            401, {"error": "invalid_token", "error_description": reason},
            {"WWW-Authenticate": f'Bearer error="invalid_token", error_description="{reason}"'})

    def answer(self, status, value, headers=None):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        # Nothing that a client sent is written down.
        pass


class Server(http.server.ThreadingHTTPServer):
    """One listening socket; with a context every connection of it speaks TLS."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, context=None):
        self.context = context
        super().__init__(("127.0.0.1", 0), Handler)

    def finish_request(self, request, client_address):
        # In the connection's own thread, so that a slow handshake holds up nobody else.
        if self.context:
            request.settimeout(30)
            try:
                request = self.context.wrap_socket(request, server_side=True)
            except OSError:
                return
        try:
            super().finish_request(request, client_address)
        except OSError:
            pass


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.path.join(seed["keys"], "server.pem"), os.path.join(seed["keys"], "server.key"))
context.load_verify_locations(os.path.join(seed["keys"], "clients.pem"))
context.verify_mode = ssl.CERT_OPTIONAL
plain, secure = Server(), Server(context)
for server in (plain, secure):
    threading.Thread(target=server.serve_forever).start()
seed["api"] = {
    "http": f"http://127.0.0.1:{plain.server_port}", "https": f"https://127.0.0.1:{secure.server_port}",
}
with open(os.path.join(folder, "server.json.new"), "w", encoding="utf-8") as file:
    json.dump(seed, file, indent=2)
    file.write("\n")
os.rename(os.path.join(folder, "server.json.new"), os.path.join(folder, "server.json"))
