"""`brobygger send-mail`, which may be repeated."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.utils.timezone import now

from brobygger.apps.base.models import Message
from brobygger.cli import main
from tests.factories import MessageFactory


def test_send_mail_sends_what_is_due_and_forgets_what_is_old(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(51):  # more than one batch
        MessageFactory(created_at=now())
    MessageFactory(created_at=now(), next_try_at=now() + dt.timedelta(hours=1))
    MessageFactory(created_at=now() - dt.timedelta(days=91), sent_at=now() - dt.timedelta(days=91))

    assert main.main(["send-mail"]) == 0
    assert "51 sent, 0 to be tried again, 0 given up, 1 forgotten" in capsys.readouterr().err
    assert main.main(["send-mail"]) == 0
    assert "0 sent, 0 to be tried again, 0 given up, 0 forgotten" in capsys.readouterr().err
    assert len(mail.outbox) == 51
    assert Message.objects.filter(sent_at=None).count() == 1


def test_send_mail_sends_no_more_than_asked(db: None) -> None:
    for _ in range(3):
        MessageFactory(created_at=now())

    assert main.main(["send-mail", "--most", "2"]) == 0
    assert len(mail.outbox) == 2
    assert main.main(["send-mail", "--most", "0"]) == 2


def test_send_mail_says_that_the_server_cannot_be_reached(
    db: None, capsys: pytest.CaptureFixture[str], settings: object
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    settings.EMAIL_USE_TLS = False  # type: ignore[attr-defined]
    MessageFactory(created_at=now())

    assert main.main(["send-mail"]) == 1
    assert "The mail server cannot be reached: ConnectionRefusedError" in capsys.readouterr().err
    assert Message.objects.get().attempts == 0
