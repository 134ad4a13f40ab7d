"""Mails: in the receiver's language, with a way out of every topic, kept until they are sent, sent once."""

from __future__ import annotations

import datetime as dt
import re
import smtplib
import threading

import pytest
from django.core import mail as django_mail
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction

from brobygger.apps.base import actions, queries
from brobygger.apps.base.actions import sending
from brobygger.apps.base.actions.sending import CLAIM, MOST_AT_ONCE, PAUSES
from brobygger.apps.base.enums import MailState, MailTopic, Role
from brobygger.apps.base.models import AuditEntry, MailChoice, Message, OneTapLink, in_scope
from brobygger.apps.programmes.queries import scope_of
from brobygger.web.outbox import KeepsMail
from tests.factories import UserFactory
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
Address, OneTap = actions.Address, actions.OneTap


@pytest.fixture
def write(letter):
    def send(to=None, topic=MailTopic.APPLICATIONS, **more):
        to = to or UserFactory(email="reader@mail.example", language="en")
        given = {"template": letter, "context": {"name": "Ann"}, "by": None, "at": NOW, **more}
        return actions.send_message(to=to, topic=topic, **given)

    return send


@pytest.fixture
def sends(settings):
    """An installation with a mail server."""
    settings.MAIL_IS_KEPT = False
    settings.MAIL_AT_ONCE = False


class Broken(BaseEmailBackend):
    """A mail server that answers as a test wants."""

    answers: list[Exception] = []
    opens: Exception | None = None

    def open(self):
        if Broken.opens:
            raise Broken.opens
        return True

    def send_messages(self, email_messages):
        if Broken.answers:
            raise Broken.answers.pop(0)
        django_mail.outbox.extend(email_messages)
        return len(email_messages)


@pytest.fixture
def server(sends, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    Broken.answers, Broken.opens = [], None
    return Broken


# --- what a mail says -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [("da", "Log ind: Ann", "Virksomheder & Ann"), ("en", "Log in: Ann", "Companies & Ann")],
)
def test_mail_is_in_the_language_of_its_receiver(write, language, subject, words):
    message = write(UserFactory(email="reader@mail.example", language=language))

    assert (message.language, message.subject) == (language, subject)
    assert message.text.startswith(f"{words}\n\n---\n")


def test_mail_to_somebody_without_a_language_is_in_that_of_the_installation(write, settings):
    settings.LANGUAGE_CODE = "sv"

    assert write(UserFactory(email="reader@mail.example", language="")).language == "sv"
    assert write(Address("someone@mail.example")).language == "sv"
    assert write(Address("someone@mail.example", "nb")).subject == "Logg inn: Ann"


def test_mail_says_why_it_came_and_how_to_have_no_more(write):
    message = write()

    assert "because an application or an invitation of yours has moved on" in message.text
    assert re.search(r"No more mails about .*: https://brobygger.example/t/[\w-]{43}/\n", message.text)
    assert "https://brobygger.example/account/mail/" in message.text


def test_mail_about_the_log_in_has_no_way_out(write):
    message = write(topic=MailTopic.ACCOUNT)

    assert "/t/" not in message.text
    assert message.opt_out == ""
    assert not OneTapLink.objects.exists()


def test_mail_holds_a_line_for_each_link(write):
    taps = [OneTap(label, "base.mute_topic", {"topic": "news"}, days=7) for label in ("Yes", "No")]

    text = write(links=taps).text

    lines = re.findall(r"^(Yes|No): https://brobygger.example/t/[\w-]{43}/$", text, flags=re.M)
    assert lines == ["Yes", "No"]


def test_label_of_a_link_is_said_in_the_language_of_the_receiver(write):
    from django.utils.translation import gettext_lazy

    tap = OneTap(gettext_lazy("Log in"), "base.mute_topic", {"topic": "news"}, days=7)

    assert "\nLog ind: https" in write(Address("someone@mail.example", "da"), links=[tap]).text


def test_subject_is_one_line_whatever_a_name_holds(write):
    message = write(context={"name": "Ann\nBcc: everybody@mail.example"})

    assert message.subject == "Log in: Ann"


def test_mail_leaves_a_trace_without_its_words(write):
    message = write()

    kept = AuditEntry.objects.get(action="base.send_message")
    assert (kept.subject_id, kept.changes) == (
        str(message.pk),
        {"topic": "applications", "template": "tried"},
    )


def test_mail_is_not_written_where_the_transaction_fails(write):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        1 / 0

    assert not Message.objects.exists()


def test_nobody_without_an_address_or_a_log_in_gets_mail(write):
    assert write(UserFactory(email="")) is None
    assert write(UserFactory(email="gone@mail.example", is_active=False)) is None


def test_sender_need_not_see_the_receiver(write):
    reader = UserFactory(email="reader@mail.example")
    with in_scope(scope_of(UserFactory(role=Role.COMPANY))):
        assert write(reader).to_user == reader
        assert not Message.objects.exists()
    with in_scope(scope_of(reader)):
        assert Message.objects.exists()


# --- what somebody wants mails about ---------------------------------------------------------------------------


def test_news_and_opportunities_are_sent_once_they_are_chosen(write):
    reader = UserFactory(email="reader@mail.example")
    assert write(reader, MailTopic.NEWS) is None
    assert write(reader, MailTopic.OPPORTUNITIES) is None

    actions.set_mail_topics(user=reader, topics=[MailTopic.NEWS], by=reader, at=NOW)

    assert write(reader, MailTopic.NEWS)
    assert write(reader, MailTopic.REMINDERS) is None
    assert write(reader, MailTopic.ACCOUNT)
    assert queries.wanted_topics(reader) == {MailTopic.ACCOUNT, MailTopic.NEWS}


def test_choice_that_changes_nothing_leaves_no_trace(write):
    reader = UserFactory(email="reader@mail.example")

    for _ in range(2):
        actions.set_mail_topics(user=reader, topics=queries.wanted_topics(reader), by=reader, at=NOW)

    # what is off at first may still be sent to many: a no to it is written down, once
    said = {MailTopic.OPPORTUNITIES, MailTopic.NEWS, MailTopic.STUDIES}
    assert {(one.topic, one.is_on) for one in MailChoice.objects.all()} == {(one, False) for one in said}
    assert AuditEntry.objects.filter(action="base.choose_mails").count() == 3


def test_nobody_chooses_for_somebody_else():
    with pytest.raises(PermissionDenied):
        actions.set_mail_topics(user=UserFactory(), topics=[], by=UserFactory(role=Role.MANAGER), at=NOW)


def test_log_in_mails_cannot_be_switched_off():
    with pytest.raises(ValueError, match="cannot be switched off"):
        actions.mute_topic(user=UserFactory(), topic=MailTopic.ACCOUNT, by=None, at=NOW)


def test_address_without_a_log_in_can_be_muted_and_stays_so_when_it_gets_one(write):
    actions.mute_topic(user=None, address="Some.One@mail.example", topic=MailTopic.REMINDERS, by=None, at=NOW)

    assert write(Address("some.one@mail.example"), MailTopic.REMINDERS) is None
    assert write(Address("other@mail.example"), MailTopic.REMINDERS)
    reader = UserFactory(email="some.one@mail.example")
    assert write(reader, MailTopic.REMINDERS) is None

    actions.set_mail_topics(
        user=reader, topics=[MailTopic.REMINDERS], by=reader, at=NOW + dt.timedelta(days=1)
    )
    assert write(reader, MailTopic.REMINDERS)


# --- sending -------------------------------------------------------------------------------------------------------


def test_due_mail_is_sent_once(write, sends):
    message = write()

    assert actions.send_due_messages(by=None, at=NOW).sent == 1
    assert actions.send_due_messages(by=None, at=NOW + dt.timedelta(days=9)).tried == 0

    message.refresh_from_db()
    assert (message.state, message.sent_at, message.attempts) == (MailState.SENT, NOW, 1)
    assert [one.to for one in django_mail.outbox] == [["reader@mail.example"]]


def test_mail_that_another_process_took_is_left_to_it(write, sends):
    message = write()
    as_the_other_read_it = Message.objects.get()
    assert actions.send_due_messages(by=None, at=NOW).sent == 1

    assert sending._send(as_the_other_read_it, django_mail.get_connection(), NOW) == ""
    message.refresh_from_db()
    assert message.attempts == len(django_mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_two_processes_send_each_mail_once(write, sends):
    for number in range(20):
        write(Address(f"reader{number}@mail.example"))
    together, count = threading.Barrier(2), []

    def send():
        try:
            together.wait()
            count.append(actions.send_due_messages(by=None, at=NOW).sent)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sum(count) == 20
    assert len({one.to[0] for one in django_mail.outbox}) == len(django_mail.outbox) == 20


def test_sent_mail_carries_the_headers_of_one_click_unsubscription(write, sends):
    message = write()
    actions.send_due_messages(by=None, at=NOW)

    headers = django_mail.outbox[0].message()
    assert headers["List-Unsubscribe"] == f"<{message.opt_out}>"
    assert re.fullmatch(r"https://brobygger.example/t/[\w-]{43}/unsubscribe/", message.opt_out)
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Message-ID"] == f"<{message.pk}.20261123090000@brobygger.example>"
    assert headers.get_content_type() == "text/plain"


def test_log_in_mail_has_no_such_header(write, sends):
    write(topic=MailTopic.ACCOUNT)
    actions.send_due_messages(by=None, at=NOW)

    assert "List-Unsubscribe" not in django_mail.outbox[0].message()


def test_sent_mail_keeps_no_link_that_works(write, sends):
    write(links=[OneTap("Yes", "base.mute_topic", {"topic": "news"}, days=7)])
    actions.send_due_messages(by=None, at=NOW)

    kept = Message.objects.get()
    assert re.findall(r"/t/[^\s]*", kept.text) == ["/t/…/", "/t/…/"]
    assert kept.opt_out == ""
    assert re.search(r"/t/[\w-]{43}/", django_mail.outbox[0].body)


def test_failed_mail_is_tried_again_after_growing_pauses_and_then_given_up(write, server):
    message, at = write(), NOW
    for pause in PAUSES:
        server.answers = [smtplib.SMTPServerDisconnected("bye")]
        assert actions.send_due_messages(by=None, at=at).again == 1
        assert actions.send_due_messages(by=None, at=at + pause - dt.timedelta(seconds=1)).tried == 0
        at += pause

    server.answers = [smtplib.SMTPDataError(451, b"later")]
    assert actions.send_due_messages(by=None, at=at).given_up == 1

    message.refresh_from_db()
    assert (message.state, message.failed_at, message.attempts) == (MailState.FAILED, at, len(PAUSES) + 1)
    assert message.failure == "451 later"
    assert list(PAUSES) == sorted(PAUSES)


def test_mail_is_sent_after_a_failure(write, server):
    message = write()
    server.answers = [smtplib.SMTPServerDisconnected("bye")]
    actions.send_due_messages(by=None, at=NOW)

    assert actions.send_due_messages(by=None, at=NOW + PAUSES[0]).sent == 1

    message.refresh_from_db()
    assert (message.state, message.failure) == (MailState.SENT, "")


def test_address_that_the_server_refuses_for_good_is_given_up_at_once(write, server):
    write()
    server.answers = [smtplib.SMTPRecipientsRefused({"reader@mail.example": (550, b"no such user")})]

    assert actions.send_due_messages(by=None, at=NOW).given_up == 1
    assert Message.objects.get().failure == "550 no such user"


def test_one_bad_mail_does_not_stop_the_next(write, server):
    write()
    write(Address("other@mail.example"))
    server.answers = [smtplib.SMTPDataError(554, b"no")]

    result = actions.send_due_messages(by=None, at=NOW)

    assert (result.sent, result.again) == (1, 1)


def test_server_that_cannot_be_reached_counts_against_no_mail(write, server):
    message = write()
    server.opens = ConnectionRefusedError("nobody there")

    result = actions.send_due_messages(by=None, at=NOW)

    assert result.unreachable == "ConnectionRefusedError: nobody there"
    message.refresh_from_db()
    assert (message.attempts, message.state) == (0, MailState.WAITING)


def test_claim_outlasts_a_batch(settings):
    assert dt.timedelta(seconds=2 * settings.EMAIL_TIMEOUT * MOST_AT_ONCE) < CLAIM


def test_mail_of_a_process_that_fell_over_is_sent_in_the_end(write, sends):
    message = write()
    Message.objects.update(attempts=1, next_try_at=NOW + CLAIM)

    assert actions.send_due_messages(by=None, at=NOW).tried == 0
    assert actions.send_due_messages(by=None, at=NOW + CLAIM).sent == 1
    message.refresh_from_db()
    assert message.state == MailState.SENT


def test_mail_goes_at_once_where_settings_say_so(write, sends, settings, django_capture_on_commit_callbacks):
    settings.MAIL_AT_ONCE = True
    with django_capture_on_commit_callbacks(execute=True):
        write()
        assert django_mail.outbox == []

    assert len(django_mail.outbox) == 1
    assert actions.send_due_messages(by=None, at=NOW).tried == 0


def test_mail_that_cannot_go_at_once_is_left_to_the_next_run(
    write, server, settings, django_capture_on_commit_callbacks
):
    settings.MAIL_AT_ONCE = True
    server.opens = ConnectionRefusedError("nobody there")
    with django_capture_on_commit_callbacks(execute=True):
        write()

    server.opens = None
    assert actions.send_due_messages(by=None, at=NOW).sent == 1


def test_without_a_mail_server_mails_are_kept_and_never_sent_later(write, settings):
    message = write()
    settings.MAIL_IS_KEPT = False  # a server is set up afterwards

    assert message.state == MailState.KEPT
    assert actions.send_due_messages(by=None, at=NOW).tried == 0
    assert "/t/…" not in message.text


def test_mail_of_a_library_is_kept_beside_ours(settings):
    reader = UserFactory(email="reader@mail.example")
    settings.EMAIL_BACKEND = f"{KeepsMail.__module__}.KeepsMail"

    EmailMessage("Your code", "ABC-DEF", to=["Reader@mail.example", "new@mail.example"]).send()

    first, second = Message.objects.order_by("pk")
    assert (first.to_user, first.topic, first.text) == (reader, MailTopic.ACCOUNT, "ABC-DEF")
    assert (second.to_user, second.to_address) == (None, "new@mail.example")
    assert django_mail.outbox == []


def test_old_mails_are_forgotten(write):
    write()
    write(at=NOW + dt.timedelta(days=50), to=Address("other@mail.example"))

    assert actions.forget_old_messages(by=None, at=NOW + dt.timedelta(days=91)) == 1
    assert Message.objects.get().to_address == "other@mail.example"
    assert OneTapLink.objects.count() == 1
