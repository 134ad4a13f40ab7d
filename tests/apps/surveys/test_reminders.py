"""Who has not used the link of a survey is reminded once, and no address stays longer than that needs."""

from __future__ import annotations

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from brobygger.apps.base.actions import mute_topic
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import Message
from brobygger.apps.surveys import actions
from brobygger.apps.surveys.models import (
    AnswerSheet,
    SurveyInvitation,
    SurveyQuestion,
    SurveyReminder,
    SurveyWave,
)
from tests.factories import SurveyQuestionFactory, SurveyWaveFactory
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
IDA, BO, ELI = "ida@x.example", "bo@x.example", "eli@x.example"


@pytest.fixture
def wave() -> SurveyWave:
    wave = SurveyWaveFactory(opens_on=NOW.date(), closes_on=NOW.date() + 30 * A_DAY, survey__language="da")
    SurveyQuestionFactory(survey=wave.survey, position=1)
    return wave


def invite(wave: SurveyWave, *addresses: str, days: int = 7, at: dt.datetime = NOW) -> int:
    return actions.invite_to_wave(wave=wave, addresses=addresses, remind_after=days, by=None, at=at)


def remind(days: int) -> int:
    at = NOW + days * A_DAY
    return actions.remind_of_surveys(day=at.date(), by=None, at=at)


def answer(wave: SurveyWave, mail: Message, at: dt.datetime = NOW) -> None:
    found = re.search(r"\?i=([\w-]+)", mail.text)
    assert found is not None
    question = SurveyQuestion.objects.get(survey=wave.survey)
    actions.answer_wave(wave=wave, sheet_id=uuid4(), values={question.pk: 1}, token=found[1], by=None, at=at)


def mails_to(address: str) -> list[Message]:
    return list(Message.objects.filter(to_address=address).order_by("pk"))


def test_who_has_not_answered_is_reminded_once(wave: SurveyWave) -> None:
    invite(wave, IDA, BO)
    answer(wave, mails_to(IDA)[0])
    assert [one.address for one in SurveyReminder.objects.all()] == [BO]  # nothing is kept of who answered
    assert [remind(days) for days in (6, 7, 7, 8, 29)] == [0, 1, 0, 0, 0]
    assert len(mails_to(IDA)) == 1
    first, reminder = mails_to(BO)
    assert "minder vi dig om det én gang, efter 7 dage" in first.text
    assert reminder.subject.startswith("Påmindelse: ")

    answer(wave, reminder, NOW + 9 * A_DAY)  # by the link of the reminder
    assert not SurveyReminder.objects.exists()
    with pytest.raises(actions.AnsweredAlready):  # and that of the first mail is the same one sheet
        answer(wave, first, NOW + 9 * A_DAY)
    assert AnswerSheet.objects.count() == 2


def test_link_of_the_first_mail_is_good_after_the_reminder(wave: SurveyWave) -> None:
    invite(wave, BO)
    remind(7)
    first, reminder = mails_to(BO)
    answer(wave, first)
    with pytest.raises(actions.AnsweredAlready):
        answer(wave, reminder)


def test_nobody_is_reminded_where_it_was_not_asked_for_and_no_address_is_kept(wave: SurveyWave) -> None:
    invite(wave, IDA, days=0)
    assert SurveyInvitation.objects.count() == 1
    assert not SurveyReminder.objects.exists()
    assert remind(7) == 0
    assert "minder vi dig" not in mails_to(IDA)[0].text


def test_who_is_sent_another_link_is_reminded_of_the_last_one_and_never_twice(wave: SurveyWave) -> None:
    invite(wave, BO)
    invite(wave, BO, at=NOW + 2 * A_DAY)
    assert remind(8) == 0
    assert remind(9) == 1
    invite(wave, BO, at=NOW + 10 * A_DAY)
    assert remind(20) == 0
    assert len(mails_to(BO)) == 4


def test_no_to_such_mails_holds(wave: SurveyWave) -> None:
    invite(wave, ELI)
    mute_topic(user=None, address=ELI, topic=MailTopic.NEWS, by=None, at=NOW)
    assert [remind(7), remind(8)] == [0, 0]
    assert len(mails_to(ELI)) == 1


def test_with_the_wave_the_addresses_go(wave: SurveyWave) -> None:
    other = SurveyWaveFactory(survey=wave.survey, opens_on=NOW.date(), closes_on=NOW.date() + 7 * A_DAY)
    invite(wave, IDA)
    invite(other, BO)
    actions.close_wave(wave=wave, by=None, at=NOW)
    assert [one.address for one in SurveyReminder.objects.all()] == [BO]
    assert remind(8) == 0  # its last day is over
    assert not SurveyReminder.objects.exists()
    assert SurveyInvitation.objects.count() == 2


def test_reminder_that_would_come_too_late_is_refused_before_anything_is_sent(wave: SurveyWave) -> None:
    for days, said in ((31, "closes before"), (61, "between 1 and 60"), (-1, "between 1 and 60")):
        with pytest.raises(ValidationError, match=said):
            invite(wave, IDA, days=days)
    assert not Message.objects.exists()
