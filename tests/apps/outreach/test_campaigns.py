"""Mails to many: who is meant, who is left out and why, frozen at start, so many a minute, once each."""

from __future__ import annotations

import datetime as dt
import smtplib
from collections import Counter

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brobygger.apps.base import actions as base
from brobygger.apps.base.enums import BounceSource, LegalBasis, MailTopic, Role
from brobygger.apps.base.models import BouncedAddress, MailChoice, Message
from brobygger.apps.outreach import actions
from brobygger.apps.outreach.enums import CampaignState, RecipientState
from brobygger.apps.outreach.models import Campaign, CampaignRecipient, Student
from brobygger.apps.outreach.queries import Segment, audience_of, progress_of
from tests.factories import (
    CampaignFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    ProgrammeFactory,
    StudentFactory,
    UserFactory,
)
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _sends(settings):
    """An installation with a mail server."""
    settings.MAIL_IS_KEPT = False
    settings.MAIL_AT_ONCE = True  # mails to many wait for the worker all the same


def send(at=NOW):
    written = actions.write_campaign_mails(by=None, at=at)
    while base.send_due_messages(by=None, at=at).tried:
        pass
    actions.settle_campaigns(by=None, at=at)
    return written


def test_segment_is_narrowed_by_intake_country_language_field_and_level():
    programme = ProgrammeFactory()
    StudentFactory(programme=programme, email="a@s.example", field="0714", country="DK", level="master")
    StudentFactory(programme=programme, email="b@s.example", field="0714", country="SE", level="master")
    StudentFactory(programme=programme, email="c@s.example", field="02", country="DK", level="master")
    StudentFactory(programme=programme, email="d@s.example", field="0714", country="DK", intake="2025-autumn")
    StudentFactory(programme=programme, email="e@s.example", field="0714", country="DK", language="da")
    StudentFactory(email="f@s.example", field="0714", country="DK", level="master")

    segment = Segment(("2026-autumn",), ("DK",), ("en",), ("07",), ("master",))
    campaign = CampaignFactory(programme=programme, segment=segment.stored())

    assert [one.address for one in audience_of(campaign).receivers] == ["a@s.example"]


def test_who_is_left_out_is_counted_by_reason():
    programme = ProgrammeFactory()
    for email in ("ok@s.example", "no@s.example", "dead@s.example"):
        StudentFactory(programme=programme, email=email)
    StudentFactory(programme=programme, email="asked@s.example", basis=LegalBasis.CONSENT)
    base.mute_topic(user=None, address="no@s.example", topic=MailTopic.STUDIES, by=None, at=NOW)
    base.note_bounce(address="Dead@s.example", source=BounceSource.PERSON, by=None, at=NOW)
    nameless = CandidateFactory()
    programme.candidates.add(nameless)
    silent = CandidateIdentityFactory(email="silent@s.example").candidate
    programme.candidates.add(silent)

    found = audience_of(CampaignFactory(programme=programme))

    assert [one.address for one in found.receivers] == ["ok@s.example"]
    assert found.left_out == {"no_address": 1, "bounced": 1, "opted_out": 1, "no_basis": 2}


def test_no_of_one_topic_leaves_the_other():
    student = StudentFactory()
    base.mute_topic(user=None, address=student.email, topic=MailTopic.NEWS, by=None, at=NOW)

    news = audience_of(CampaignFactory(programme=student.programme, topic=MailTopic.NEWS))
    studies = audience_of(CampaignFactory(programme=student.programme, topic=MailTopic.STUDIES))

    assert (len(news.receivers), len(studies.receivers)) == (0, 1)


def test_candidate_is_written_to_with_consent_alone():
    programme, user = ProgrammeFactory(), UserFactory(role=Role.CANDIDATE, email="c@s.example")
    programme.candidates.add(CandidateFactory(user=user))
    public = CampaignFactory(programme=programme, topic="news")
    by_consent = CampaignFactory(programme=programme, topic="news", basis=LegalBasis.CONSENT)
    assert not audience_of(by_consent).receivers
    base.set_mail_topics(user=user, topics=[MailTopic.NEWS], by=user, at=NOW)

    assert not audience_of(public).receivers
    assert [one.user_id for one in audience_of(by_consent).receivers] == [user.pk]


def test_somebody_who_is_student_and_candidate_is_written_to_once_and_a_no_counts():
    student = StudentFactory(email="both@s.example")
    user = UserFactory(role=Role.CANDIDATE, email="Both@s.example")
    student.programme.candidates.add(CandidateFactory(user=user))
    campaign = CampaignFactory(programme=student.programme)
    assert len(audience_of(campaign).receivers) == 1
    base.set_mail_topics(user=user, topics=[], by=user, at=NOW)

    found = audience_of(campaign)

    assert (len(found.receivers), found.left_out) == (0, {"opted_out": 1})


def test_audience_of_three_takes_as_many_queries_as_that_of_one():
    programme = ProgrammeFactory()
    campaign, counts = CampaignFactory(programme=programme), []
    for number in (1, 2):
        for _ in range(number):
            StudentFactory(programme=programme)
            programme.candidates.add(CandidateIdentityFactory(email=f"x{number}@s.example").candidate)
        with CaptureQueriesContext(connection) as queries:
            audience_of(campaign)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_recipients_are_frozen_at_start_but_a_later_no_holds():
    programme = ProgrammeFactory()
    first, second, third = (StudentFactory(programme=programme, language=code) for code in ("en", "da", "sv"))
    campaign = CampaignFactory(programme=programme)
    actions.start_campaign(campaign=campaign, by=None, at=NOW)
    StudentFactory(programme=programme)  # admitted a moment too late
    base.mute_topic(user=None, address=second.email, topic=MailTopic.STUDIES, by=None, at=NOW)
    base.note_bounce(address=third.email, source=BounceSource.REPORT, by=None, at=NOW)

    assert send() == 1
    campaign.refresh_from_db()
    states = progress_of(campaign).states
    assert (campaign.state, states[RecipientState.SENT], states[RecipientState.SKIPPED]) == ("done", 1, 2)
    assert [one.to for one in mail.outbox] == [[first.email]]


def test_text_is_in_the_language_of_the_receiver_or_english_and_says_so():
    programme = ProgrammeFactory()
    StudentFactory(programme=programme, email="da@s.example", language="da", name="Dagny")
    StudentFactory(programme=programme, email="sv@s.example", language="sv")
    texts = {
        "en": {"subject": "Welcome", "text": "Hello {name},\nwelcome."},
        "da": {"subject": "Velkommen, {name}", "text": "Hej {name},\nvelkommen."},
    }
    actions.start_campaign(campaign=CampaignFactory(programme=programme, texts=texts), by=None, at=NOW)
    send()

    danish, swedish = sorted(mail.outbox, key=lambda one: one.to)
    assert danish.subject == "Velkommen, Dagny"
    assert danish.body.startswith("Hej Dagny,")
    assert swedish.subject == "Welcome"
    assert "Hello,\nwelcome." in swedish.body
    assert swedish.body.index("Hello,") > 30  # after the sentence that says why it is in English
    assert "unsubscribe" in danish.extra_headers["List-Unsubscribe"]


def test_mail_names_the_lawful_basis():
    student = StudentFactory()
    actions.start_campaign(campaign=CampaignFactory(programme=student.programme), by=None, at=NOW)
    send()

    assert "informing students is a task that the law gives us" in mail.outbox[0].body


def test_no_more_than_so_many_go_out_a_minute():
    programme = ProgrammeFactory()
    for _ in range(7):
        StudentFactory(programme=programme)
    campaign = CampaignFactory(programme=programme, per_minute=3)
    actions.start_campaign(campaign=campaign, by=None, at=NOW)

    sent = [send(NOW + dt.timedelta(seconds=seconds)) for seconds in (0, 1, 59, 61, 62, 125)]

    assert sent == [3, 0, 0, 3, 0, 1]
    assert len(mail.outbox) == 7


def test_mail_server_that_is_away_piles_nothing_up(settings):
    programme = ProgrammeFactory()
    for _ in range(6):
        StudentFactory(programme=programme)
    actions.start_campaign(campaign=CampaignFactory(programme=programme, per_minute=2), by=None, at=NOW)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 1, False

    written = [send(NOW + minute * MINUTE) for minute in (0, 2, 4)]

    assert written == [2, 0, 0]  # two wait for the server, the others for those two


def test_mail_to_1600_reaches_each_once():
    programme = ProgrammeFactory()
    Student.objects.bulk_create(
        StudentFactory.build(
            programme=programme, email=f"s{number}@s.example", language=("da", "en", "nb", "sv")[number % 4]
        )
        for number in range(1600)
    )
    campaign = CampaignFactory(programme=programme, per_minute=6000)
    actions.start_campaign(campaign=campaign, by=None, at=NOW)

    assert send() == 1600
    assert Counter(len(one.to) for one in mail.outbox) == {1: 1600}
    assert len({one.to[0] for one in mail.outbox}) == 1600
    assert len({one.extra_headers["Message-ID"] for one in mail.outbox}) == 1600
    assert send(NOW + 2 * MINUTE) == 0


def test_paused_campaign_sends_nothing_and_goes_on_where_it_was():
    programme = ProgrammeFactory()
    for _ in range(4):
        StudentFactory(programme=programme)
    campaign = actions.start_campaign(
        campaign=CampaignFactory(programme=programme, per_minute=2), by=None, at=NOW
    )
    send()
    campaign = actions.move_campaign(campaign=campaign, state=CampaignState.PAUSED, by=None, at=NOW)
    assert send(NOW + 2 * MINUTE) == 0
    actions.move_campaign(campaign=campaign, state=CampaignState.RUNNING, by=None, at=NOW)

    assert send(NOW + 4 * MINUTE) == 2
    assert len(mail.outbox) == 4


def test_campaign_that_cannot_be_sent_says_what_is_missing():
    student = StudentFactory(language="da")
    without_text = CampaignFactory(
        programme=student.programme, texts={"sv": {"subject": "Hej", "text": "Hej"}}
    )
    with pytest.raises(actions.ImpossibleCampaign, match="in English at least"):
        actions.start_campaign(campaign=without_text, by=None, at=NOW)
    with pytest.raises(actions.ImpossibleCampaign, match="Nobody would get"):
        actions.start_campaign(campaign=CampaignFactory(), by=None, at=NOW)
    started = actions.start_campaign(campaign=CampaignFactory(programme=student.programme), by=None, at=NOW)
    with pytest.raises(actions.ImpossibleCampaign, match="not possible"):
        actions.start_campaign(campaign=started, by=None, at=NOW)
    details = actions.CampaignDetails("x", None, MailTopic.NEWS, LegalBasis.CONSENT)
    with pytest.raises(actions.ImpossibleCampaign, match="has begun"):
        actions.save_campaign(campaign=started, details=details, by=None, at=NOW)
    assert Campaign.objects.get(pk=without_text.pk).state == CampaignState.DRAFT


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MANAGER, Role.SECRETARIAT)])
def test_nobody_else_writes_to_many(role):
    student = StudentFactory()
    with pytest.raises(PermissionDenied):
        actions.start_campaign(
            campaign=CampaignFactory(programme=student.programme), by=UserFactory(role=role), at=NOW
        )


def test_address_that_the_server_refuses_for_good_is_marked(monkeypatch):
    first, full, rule = StudentFactory(), StudentFactory(), StudentFactory()
    answers = {
        first.email: (550, b"5.1.1 no such user"),
        full.email: (552, b"5.2.2 mailbox full"),
        rule.email: (550, b"5.7.1 looks like spam"),
    }

    def refuse(self, messages):
        to = messages[0].to[0]
        raise smtplib.SMTPRecipientsRefused({to: answers[to]})

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    for student in (first, full, rule):
        actions.start_campaign(campaign=CampaignFactory(programme=student.programme), by=None, at=NOW)
    send()

    assert [one.address for one in BouncedAddress.objects.all()] == [first.email]
    assert audience_of(CampaignFactory(programme=first.programme)).left_out == {"bounced": 1}


def test_mark_of_a_bounce_is_lifted_by_a_person():
    secretary = UserFactory(role=Role.SECRETARIAT)
    base.note_bounce(address="a@s.example", source=BounceSource.REPORT, by=None, at=NOW)

    assert base.lift_bounce(address="A@s.example", by=secretary, at=NOW)
    assert not base.lift_bounce(address="a@s.example", by=secretary, at=NOW)
    with pytest.raises(PermissionDenied):
        base.note_bounce(
            address="b@s.example", source=BounceSource.PERSON, by=UserFactory(role=Role.COMPANY), at=NOW
        )


def test_who_is_erased_stays_as_a_number():
    programme = ProgrammeFactory()
    students = [StudentFactory(programme=programme) for _ in range(3)]
    campaign = actions.start_campaign(campaign=CampaignFactory(programme=programme), by=None, at=NOW)
    send()

    actions.forget_students(students=students[:2], by=None, at=NOW)

    campaign.refresh_from_db()
    assert CampaignRecipient.objects.count() == 1
    assert progress_of(campaign).states[RecipientState.SENT] == 3
    assert Message.objects.filter(to_address=students[0].email).count() == 0


def test_last_no_erases_whom_consent_alone_kept_here():
    consent = StudentFactory(email="c@s.example", basis=LegalBasis.CONSENT)
    elsewhere = StudentFactory(email="c@s.example")  # another programme, another basis
    for topic in (MailTopic.NEWS, MailTopic.STUDIES):
        assert Student.objects.filter(pk=consent.pk).exists()
        base.mute_topic(user=None, address="c@s.example", topic=topic, by=None, at=NOW)

    assert list(Student.objects.all()) == [elsewhere]
    assert MailChoice.objects.filter(address="c@s.example", is_on=False).count() == 2  # nobody writes again


def test_leaving_erases_at_once_and_twice_changes_nothing():
    student = StudentFactory(basis=LegalBasis.CONSENT)
    given = {"student_id": student.pk, "address": student.email, "by": None, "at": NOW}

    assert actions.leave_list(**{**given, "address": "other@s.example"}) == 0
    assert actions.leave_list(**given) == 1
    assert actions.leave_list(**given) == 0
