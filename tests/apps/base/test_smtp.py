"""Mails over a real connection to a mail server, that runs in a thread of the test."""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading

import pytest

from brobygger.apps.base import actions
from brobygger.apps.base.models import Message
from tests.factories import MessageFactory
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db


class Server(socketserver.ThreadingTCPServer):
    """Takes every mail, but none to an address that begins with “nobody”."""

    daemon_threads = True
    connections = 0

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.mails: list[str] = []


class Talk(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self.server.connections += 1
        self._say("220 ready")
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "DATA":
                self._say("354 go on")
                lines = iter(lambda: self.rfile.readline().decode(), ".\r\n")
                self.server.mails.append("".join(lines))
            self._say("550 no such user" if verb == "RCPT" and "<nobody" in line else "250 ok")
            if verb == "QUIT":
                return

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def server(settings):
    with Server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = running.server_address
        settings.EMAIL_USE_TLS = False
        yield running
        running.shutdown()


def test_mails_go_over_one_connection_and_one_refused_address_stops_none(server):
    MessageFactory(to_address="ann@mail.example", subject="Ærlig talt", text="Hej Åse,\n\n.\n\nhilsen\n")
    refused = MessageFactory(to_address="nobody@mail.example")
    MessageFactory(to_address="bo@mail.example", opt_out="https://brobygger.example/t/x/unsubscribe/")

    result = actions.send_due_messages(by=None, at=NOW)

    assert (result.sent, result.given_up, server.connections) == (2, 1, 1)
    first, second = (email.message_from_string(one, policy=email.policy.default) for one in server.mails)
    assert (first["To"], first["Subject"]) == ("ann@mail.example", "Ærlig talt")
    assert second["List-Unsubscribe"] == "<https://brobygger.example/t/x/unsubscribe/>"
    assert Message.objects.get(pk=refused.pk).failure == "550 no such user"
