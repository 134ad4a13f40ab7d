"""A small OpenID provider on loopback: discovery, PKCE (S256 is checked), signed id_token, JWKS."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Provider:
    """Where it is, and what it says of whoever comes."""

    address: str
    claims: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)


@contextmanager
def provider() -> Iterator[Provider]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    one = Provider(f"http://127.0.0.1:{server.server_port}")
    server.provider = one  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield one
    server.shutdown()
    thread.join()
    server.server_close()


class _Answers(BaseHTTPRequestHandler):
    @property
    def provider(self) -> Provider:
        return self.server.provider  # type: ignore[attr-defined,no-any-return]

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        base, (path, query) = self.provider.address, urlsplit(self.path)[2:4]
        if path == "/.well-known/openid-configuration":
            self.say(
                {
                    "issuer": base,
                    "authorization_endpoint": f"{base}/authorize",
                    "token_endpoint": f"{base}/token",
                    "userinfo_endpoint": f"{base}/userinfo",
                    "jwks_uri": f"{base}/jwks",
                    "id_token_signing_alg_values_supported": ["RS256"],
                }
            )
        elif path == "/jwks":
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
            self.say({"keys": [{**key, "kid": "k1", "use": "sig", "alg": "RS256"}]})
        elif path == "/userinfo":
            self.say(self.provider.claims)
        else:
            self.provider.asked = asked = dict(parse_qsl(query))
            self.send_response(302)
            self.send_header(
                "Location", f"{asked['redirect_uri']}?{urlencode({'code': 'c1', 'state': asked['state']})}"
            )
            self.end_headers()

    def do_POST(self) -> None:
        form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != self.provider.asked["code_challenge"]:
            self.say({"error": "invalid_grant"}, 400)
            return
        moment = int(time.time())
        claims = {
            "iss": self.provider.address,
            "aud": self.provider.asked["client_id"],
            "iat": moment,
            "exp": moment + 300,
            **self.provider.claims,
        }
        token = jwt.encode(claims, KEY, "RS256", headers={"kid": "k1"})
        self.say({"access_token": "t", "token_type": "Bearer", "expires_in": 300, "id_token": token})

    def say(self, what: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
