"""A server on this machine that answers as it is told, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request: its path with the query, and its headers."""

    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """
    What the server answers.

    Args:
        length: what it says of the body's length, where that is not true.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None


Answering = Callable[[Asked], Reply]


@dataclass
class LocalServer:
    """`replies`: by path without its query, what is answered; a list is answered one by one, its last again and again."""

    address: str = ""
    replies: dict[str, Reply | list[Reply] | Answering] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def reply_to(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        given = self.replies.get(asked.path.partition("?")[0], Reply(status=404))
        if isinstance(given, list):
            return given.pop(0) if len(given) > 1 else given[0]
        return given if isinstance(given, Reply) else given(asked)


@contextmanager
def local_server() -> Iterator[LocalServer]:
    """A server on a free port of loopback, for as long as it is needed."""
    server = LocalServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.0"  # the connection ends with the answer

        def do_GET(self) -> None:
            reply = server.reply_to(Asked(self.path, dict(self.headers.items())))
            self.send_response(reply.status)
            length = len(reply.body) if reply.length is None else reply.length
            for name, value in {"Content-Length": str(length), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    server.address = f"http://127.0.0.1:{http.server_port}"
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()
