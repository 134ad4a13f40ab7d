"""Answers tapped on a phone without a network: each once, the last tap counts, whatever arrives when."""

from __future__ import annotations

import datetime as dt
import itertools
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.models import AuditEntry, Message, in_scope
from brobygger.apps.events import actions
from brobygger.apps.events.actions import Heard, Tap
from brobygger.apps.events.enums import DayPresence, TalkAnswer, WishSide
from brobygger.apps.events.models import Appointment, DatingLead, TalkFeedback
from brobygger.apps.programmes.queries import scope_of
from tests.apps.events.test_talks import published, say
from tests.scenarios.dating_evening import Evening

pytestmark = pytest.mark.django_db
YES, NO = TalkAnswer.YES, TalkAnswer.NO
A_MINUTE = dt.timedelta(minutes=1)


def begins(moment: Evening, talk: Appointment) -> dt.datetime:
    return moment.evening.round_times()[talk.round - 1][0]


def send(moment: Evening, *taps: Tap, at: dt.datetime | None = None) -> Heard:
    """As the first student's phone does, in the student's scope."""
    with in_scope(scope_of(moment.users[0])):
        return actions.keep_taps(of=moment.students[0], taps=taps, by=moment.users[0], at=at or moment.after)


def tap(talk: Appointment, answer: TalkAnswer, at: dt.datetime) -> Tap:
    return Tap(uuid4(), talk.company_id, answer, at)


def standing() -> list[tuple[str, dt.datetime]]:
    return list(TalkFeedback.objects.values_list("answer", "said_at"))


def test_last_tap_counts_in_whatever_order_they_arrive_and_however_often() -> None:
    moment, talk = published()
    start = begins(moment, talk)
    taps = [tap(talk, answer, start + A_MINUTE * n) for n, answer in enumerate((YES, NO, YES, NO))]
    for order in itertools.islice(itertools.permutations(taps), 0, 24, 3):
        TalkFeedback.objects.all().delete()
        for one in (*order, *order):  # each arrives twice
            assert send(moment, one).refused == {}
        assert standing() == [(NO, start + 3 * A_MINUTE)]
    TalkFeedback.objects.all().delete()
    entries = AuditEntry.objects.filter(action="events.say_after_talk").count()
    for _twice in range(2):
        assert send(moment, *taps).leads.keys() == {one.client_id for one in taps}
    assert standing() == [(NO, start + 3 * A_MINUTE)]
    assert AuditEntry.objects.filter(action="events.say_after_talk").count() == entries + 1


def test_yes_that_was_taken_back_before_it_was_sent_makes_no_lead() -> None:
    moment, talk = published()
    say(moment, talk, WishSide.COMPANY, YES)
    start = begins(moment, talk)
    yes, no = tap(talk, YES, start), tap(talk, NO, start + A_MINUTE)
    send(moment, yes, no)
    send(moment, yes)  # the same once more, late
    assert not DatingLead.objects.exists()
    assert not Message.objects.exists()


def test_yes_of_both_that_arrives_late_is_a_lead_and_stays_one() -> None:
    moment, talk = published()
    say(moment, talk, WishSide.COMPANY, YES)
    start = begins(moment, talk)
    yes = tap(talk, YES, start + A_MINUTE)
    lead = DatingLead.objects.filter(student=talk.student)
    assert send(moment, yes).leads == {yes.client_id: lead.get()}
    earlier, later = tap(talk, NO, start), tap(talk, NO, start + 2 * A_MINUTE)
    assert send(moment, yes, earlier).refused == {}  # the yes came after this no
    assert "Both of you said yes" in send(moment, later).refused[later.client_id]
    assert DatingLead.objects.count() == 1


def test_answer_from_a_computer_stands_against_an_earlier_tap() -> None:
    moment, talk = published()
    say(moment, talk, WishSide.STUDENT, NO)
    send(moment, tap(talk, YES, begins(moment, talk)), at=moment.after + A_MINUTE)
    assert standing() == [(NO, moment.after)]


def test_clock_of_a_phone_that_is_wrong_becomes_a_moment_that_can_be() -> None:
    moment, talk = published()
    start = begins(moment, talk)
    ahead = [
        tap(talk, answer, moment.after + dt.timedelta(days=9, minutes=n))
        for n, answer in enumerate((YES, NO))
    ]
    send(moment, ahead[0])
    send(moment, *ahead, at=moment.after + A_MINUTE)
    send(moment, ahead[0], at=moment.after + 2 * A_MINUTE)  # a request that was on its way for long
    assert standing() == [(NO, moment.after + A_MINUTE)]
    TalkFeedback.objects.all().delete()
    behind = [tap(talk, answer, start.replace(year=1970, minute=n)) for n, answer in enumerate((NO, YES))]
    send(moment, *behind)
    assert standing() == [(YES, start)]


def test_tap_finds_its_talk_after_a_repair_and_is_refused_where_it_fell_away() -> None:
    moment, talk = published()
    gone = moment.students[4]
    actions.say_presence(who=gone, state=DayPresence.ABSENT, by=moment.organiser, at=moment.during)
    actions.repair_timetable(evening=moment.evening, by=moment.organiser, at=moment.during)
    assert not Appointment.objects.filter(pk=talk.pk, version__superseded_at=None).exists()

    good, early = tap(talk, YES, moment.after), tap(talk, YES, moment.after)
    odd = Tap(uuid4(), talk.company_id + 99, YES, moment.after)
    heard = send(moment, good, odd)
    assert heard.leads.keys() == {good.client_id}
    assert "no longer in the timetable" in heard.refused[odd.client_id]
    TalkFeedback.objects.all().delete()
    heard = send(moment, early, at=moment.evening.first_round_at - A_MINUTE)
    assert heard.refused == {early.client_id: "This talk has not begun yet."}


def test_nobody_taps_for_another() -> None:
    moment, talk = published()
    note = Tap(UUID(int=7), talk.company_id, YES, moment.after)
    for by in (moment.users[1], moment.organiser, moment.recruiters[0]):
        with pytest.raises(PermissionDenied):
            actions.keep_taps(of=talk.student, taps=[note], by=by, at=moment.after)
