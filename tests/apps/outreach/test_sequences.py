"""A series follows each student: every mail on the own day, once, and nothing that is long past."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail

from brobygger.apps.base import actions as base
from brobygger.apps.base.enums import LegalBasis, MailTopic
from brobygger.apps.outreach import actions
from brobygger.apps.outreach.enums import Anchor, Track
from tests.factories import ProgrammeFactory, StudentFactory
from tests.factories.moments import DAY, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sends(settings):
    settings.MAIL_IS_KEPT = False


def series(programme, anchor, days, **more):
    steps = [actions.Step(day, f"Day {day}", {"en": (f"Day {day}", "Hello.")}) for day in days]
    made = actions.save_sequence(
        programme=programme,
        name="Welcome",
        track=Track.WELCOME,
        intake="2026-autumn",
        anchor=anchor,
        basis=LegalBasis.PUBLIC_TASK,
        steps=steps,
        by=None,
        at=NOW,
        **more,
    )
    return actions.run_sequence(sequence=made, is_on=True, by=None, at=NOW)


def subjects_on(day):
    at, before = NOW + dt.timedelta(days=day), len(mail.outbox)
    actions.write_campaign_mails(by=None, at=at)
    base.send_due_messages(by=None, at=at)
    actions.settle_campaigns(by=None, at=at)
    return sorted((one.to[0][0], one.subject) for one in mail.outbox[before:])


def test_each_student_gets_each_mail_on_the_own_day_once():
    programme = ProgrammeFactory()
    StudentFactory(programme=programme, email="a@s.example", admitted_on=DAY)
    StudentFactory(programme=programme, email="b@s.example", admitted_on=DAY + dt.timedelta(days=3))
    StudentFactory(programme=programme, email="c@s.example", admitted_on=DAY, intake="2025-autumn")
    StudentFactory(programme=programme, email="d@s.example", admitted_on=DAY - dt.timedelta(days=60))
    series(programme, Anchor.ADMISSION, (0, 7))

    assert subjects_on(0) == [("a", "Day 0")]
    assert subjects_on(1) == []
    assert subjects_on(3) == [("b", "Day 0")]
    assert subjects_on(7) == [("a", "Day 7")]
    base.mute_topic(user=None, address="b@s.example", topic=MailTopic.STUDIES, by=None, at=NOW)
    assert subjects_on(10) == []


def test_series_counts_from_the_start_of_studies():
    programme = ProgrammeFactory()
    StudentFactory(programme=programme, email="a@s.example")
    series(programme, Anchor.STUDY_START, (-2, 5), study_start=DAY + dt.timedelta(days=4))

    assert [subjects_on(day) for day in (0, 2, 4, 9)] == [[], [("a", "Day -2")], [], [("a", "Day 5")]]


def test_paused_series_sends_nothing_and_late_mails_are_left_out():
    programme = ProgrammeFactory()
    StudentFactory(programme=programme, email="a@s.example", admitted_on=DAY)
    made = series(programme, Anchor.ADMISSION, (0, 20))
    actions.run_sequence(sequence=made, is_on=False, by=None, at=NOW)
    assert subjects_on(0) == []
    actions.run_sequence(sequence=made, is_on=True, by=None, at=NOW)

    assert subjects_on(20) == [("a", "Day 20")]  # the mail of the first day is too old by now


def test_series_without_its_day_is_not_saved():
    with pytest.raises(actions.ImpossibleCampaign, match="needs that day"):
        series(ProgrammeFactory(), Anchor.STUDY_START, (0,))
    with pytest.raises(actions.ImpossibleCampaign, match="between 0 and"):
        series(ProgrammeFactory(), Anchor.ADMISSION, (-1,))
