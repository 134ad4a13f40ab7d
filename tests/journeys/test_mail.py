"""A candidate reads a mail, takes the way out of its topic with one tap, and switches it on again."""

from __future__ import annotations

import copy

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from brobygger.apps.base import actions, queries
from brobygger.apps.base.enums import MailTopic, Role
from tests.factories import MessageFactory, UserFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
LETTER = """Two places that fit you

Hello Ada,

{{ company }} in Aalborg & Vordingborg looks for a mechanical engineer. It fits you: SolidWorks, Danish at B1, and 35 minutes from your home.
"""


@pytest.fixture
def student(tmp_path, settings, live_server):
    """Has a mail about an opportunity, and one with a code."""
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "fits.txt").write_text(LETTER, encoding="utf-8")
    settings.TEMPLATES = copy.deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["DIRS"].append(tmp_path)
    settings.BROBYGGER_URL = live_server.url
    user = UserFactory(username="student", role=Role.CANDIDATE, email="student@demo.example", language="en")
    user.set_password("demo")
    user.save()
    MessageFactory(to_user=user, topic=MailTopic.ACCOUNT, subject="Your code", text="ABC-DEF", is_kept=True)
    MessageFactory(subject="Not the student's", topic=MailTopic.NEWS)
    MessageFactory(
        subject="A place", failed_at=now(), failure="SMTPRecipientsRefused: (550, b'no such user')"
    )
    actions.send_message(
        to=user,
        topic=MailTopic.REMINDERS,
        template="fits",
        context={"company": "Fjordværk ApS"},
        links=[actions.OneTap("Remind me no more", "base.mute_topic", {"topic": "reminders"}, days=7)],
        by=None,
        at=now(),
    )
    return user


@pytest.mark.parametrize("width", [1280, 390])
def test_candidate_reads_a_mail_and_taps_its_link(visit, assert_fit_for_all, student, width):
    page = visit("/log-in/?next=/mailbox/", viewport={"width": width, "height": 900})
    page.locator("button.role[value=student]").click()
    expect(page.get_by_text("This is a demo: nothing is sent.")).to_be_visible()
    expect(page.get_by_text("2 mails")).to_be_visible()
    assert_fit_for_all(page)

    page.get_by_role("link", name="Two places that fit you").click()
    expect(page.get_by_text("Fjordværk ApS in Aalborg & Vordingborg")).to_be_visible()
    assert_fit_for_all(page)

    page.locator(".mail-text a").first.click()
    expect(page.get_by_text("We write you no more mails about reminders.")).to_be_visible()
    assert MailTopic.REMINDERS in queries.wanted_topics(student)
    assert_fit_for_all(page)
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_role("heading", name="Done")).to_be_visible()
    assert MailTopic.REMINDERS not in queries.wanted_topics(student)
    assert_fit_for_all(page)

    page.get_by_role("link", name="Choose what you want mails about").click()
    assert_fit_for_all(page)
    page.get_by_label("Reminders").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert MailTopic.REMINDERS in queries.wanted_topics(student)
