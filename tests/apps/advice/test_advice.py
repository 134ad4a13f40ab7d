"""A candidate books an adviser, shares a text by that, and nobody else sees it; versions, comments, reminders."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import CaseDetails
from brobygger.apps.advice.enums import AppointmentState, MeetingForm
from brobygger.apps.advice.models import (
    AdviceAppointment,
    AdviceCase,
    AdviceComment,
    AdviceTime,
    AdviceVersion,
)
from brobygger.apps.base.actions.retention import remove_overdue_rows
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, OneTapLink, User, in_scope
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.people.actions import ask_for_erasure
from brobygger.apps.programmes.queries import scope_of
from brobygger.core.reading.versions import Change
from tests.factories import (
    AdviceAppointmentFactory,
    AdviceCaseFactory,
    AdviceCommentFactory,
    AdviceTimeFactory,
    AdviceVersionFactory,
    CandidateFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
    VisitSlotFactory,
)
from tests.factories.advice import TEXT
from tests.factories.moments import LATER, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser() -> User:
    return UserFactory(role=Role.SECRETARIAT, first_name="Rita", email="rita@raad.example", language="da")


@pytest.fixture
def candidate() -> Any:
    return CandidateFactory(
        user=UserFactory(role=Role.CANDIDATE, email="c@candidates.example", language="en")
    )


def booked(candidate: Any, adviser: User, **more: Any) -> AdviceAppointment:
    time = AdviceTimeFactory(adviser=adviser, **more)
    return actions.book_adviser(
        candidate=candidate, time=time, details=CaseDetails(), text=TEXT, by=candidate.user, at=NOW
    )


def offer(adviser: User, programme: Any, start: dt.datetime, by: User | None = None) -> list[AdviceTime]:
    return actions.offer_advice_times(
        programme=programme,
        adviser=adviser,
        starts=[start],
        length=dt.timedelta(minutes=30),
        form=MeetingForm.VIDEO,
        where="https://video.example/1",
        by=by or adviser,
        at=NOW,
    )


def test_adviser_offers_free_times_of_the_own_programmes_only(adviser: User) -> None:
    programme, start = ProgrammeFactory(), NOW + dt.timedelta(days=2)
    partner, elsewhere = UserFactory(role=Role.PARTNER), ProgrammeFactory()
    university = OrganisationFactory()
    university.contacts.add(partner)
    PartnershipFactory(programme=programme, organisation=university, is_lead=False)

    [time] = offer(adviser, programme, start)
    assert offer(partner, programme, start)
    with pytest.raises(PermissionDenied):
        offer(partner, elsewhere, start + dt.timedelta(days=1))
    with pytest.raises(PermissionDenied):
        offer(adviser, programme, start + dt.timedelta(days=1), by=partner)
    for clash in (start + dt.timedelta(minutes=15), NOW):
        with pytest.raises(actions.AdviserBusy):
            offer(adviser, programme, clash)
    VisitSlotFactory(
        visitor=adviser, starts_at=start + dt.timedelta(days=3), ends_at=start + dt.timedelta(days=3, hours=2)
    )
    with pytest.raises(actions.AdviserBusy):
        offer(adviser, programme, start + dt.timedelta(days=3, hours=1))
    actions.withdraw_advice_time(time=time, by=adviser, at=NOW)
    assert not AdviceTime.objects.filter(adviser=adviser).exists()


def test_booking_shares_the_text_with_this_adviser_alone(
    vocabulary: Vocabulary, candidate: Any, adviser: User
) -> None:
    appointment = booked(candidate, adviser)
    case = appointment.case
    partner = UserFactory(role=Role.PARTNER)
    university = OrganisationFactory()
    university.contacts.add(partner)
    PartnershipFactory(programme=case.programme, organisation=university, is_lead=True)

    assert adviser.has_perm("advice.view_case", case)
    for stranger in (partner, UserFactory(role=Role.SECRETARIAT), UserFactory(role=Role.MANAGER)):
        assert not stranger.has_perm("advice.view_case", case)
    with in_scope(scope_of(partner)):  # whoever leads the programme does not find a row of it
        assert not AdviceCase.objects.exists()
        assert not AdviceVersion.objects.exists()
        assert not AdviceAppointment.objects.exists()
    to_adviser = Message.objects.get(to_user=adviser)
    assert (to_adviser.language, Message.objects.get(to_user=candidate.user).language) == ("da", "en")
    assert "appointment.ics" in to_adviser.text
    assert OneTapLink.objects.filter(action="advice.cancel_appointment").count() == 2

    actions.end_sharing(case=case, by=candidate.user, at=LATER)
    assert not adviser.has_perm("advice.view_case", AdviceCase.objects.get(pk=case.pk))
    assert AdviceAppointment.objects.get().state == AppointmentState.CANCELLED
    with pytest.raises(actions.NotShared):
        actions.add_version(case=case, text=TEXT + "More of it.", by=candidate.user, at=LATER)


def test_time_is_booked_once_moved_and_given_back(
    vocabulary: Vocabulary, candidate: Any, adviser: User
) -> None:
    appointment = booked(candidate, adviser)
    other = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    with pytest.raises(actions.TimeTaken):
        actions.book_adviser(
            candidate=other, time=appointment.time, details=CaseDetails(), by=other.user, at=NOW
        )
    with pytest.raises(actions.TimeBooked):
        actions.withdraw_advice_time(time=appointment.time, by=adviser, at=NOW)
    later, strange = AdviceTimeFactory(adviser=adviser), AdviceTimeFactory()
    with pytest.raises(PermissionDenied):
        actions.move_appointment(appointment=appointment, time=strange, by=candidate.user, at=NOW)

    before = appointment.time
    moved = actions.move_appointment(appointment=appointment, time=later, by=candidate.user, at=NOW)

    assert (moved.pk, moved.time, moved.sequence) == (appointment.pk, later, 1)
    assert set(queries.free_times(candidate, at=NOW, adviser_id=adviser.pk)) == {before}
    actions.cancel_appointment(appointment=moved, by=adviser, at=NOW)
    assert before in queries.free_times(other, at=NOW)
    assert later in queries.free_times(other, at=NOW)
    with pytest.raises(actions.AppointmentOver):
        actions.cancel_appointment(appointment=moved, by=candidate.user, at=NOW)
    kinds = set(AuditEntry.objects.filter(action__startswith="advice.").values_list("action", flat=True))
    assert {"advice.book_appointment", "advice.move_appointment", "advice.cancel_appointment"} <= kinds


def test_both_are_reminded_once_the_day_before(candidate: Any, adviser: User) -> None:
    case = AdviceCaseFactory(candidate=candidate, adviser=adviser)
    soon = AdviceAppointmentFactory(case=case, time__starts_at=NOW + dt.timedelta(hours=20))
    AdviceAppointmentFactory(case=case, time__starts_at=NOW + dt.timedelta(days=4))
    AdviceAppointmentFactory(
        case=case, time__starts_at=NOW + dt.timedelta(hours=9), state=AppointmentState.CANCELLED
    )

    assert actions.remind_of_appointments(by=None, at=NOW) == 1
    assert actions.remind_of_appointments(by=None, at=NOW) == 0
    assert Message.objects.count() == 2
    assert AdviceAppointment.objects.get(pk=soon.pk).reminded_at == NOW


def test_comment_follows_its_sentence_into_the_next_version(
    vocabulary: Vocabulary, candidate: Any, adviser: User
) -> None:
    case = booked(candidate, adviser).case
    version = case.versions.get()
    starts = [start for start, _end in version.passages]
    assert [version.text[start:end] for start, end in version.passages] == TEXT.split("\n")[:3]
    Message.objects.all().delete()
    stays, goes = (
        actions.comment_on_sentence(version=version, start=start, text="Say more.", by=adviser, at=NOW)
        for start in starts[:2]
    )
    assert Message.objects.count() == 1, "one mail for what is said in a row"
    with pytest.raises(actions.NoSentence):
        actions.comment_on_sentence(version=version, start=starts[0] + 1, text="x", by=adviser, at=NOW)
    with pytest.raises(ValidationError):
        actions.comment_on_sentence(version=version, start=starts[0], text=" ", by=adviser, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.answer_comment(comment=stays, text="Which?", by=adviser, at=NOW)
    actions.answer_comment(comment=stays, text="Big ones.", by=candidate.user, at=NOW)
    actions.settle_comment(comment=stays, is_done=True, by=candidate.user, at=NOW)

    better = TEXT.replace(
        "I have welded frames for two years.", "I have welded steel frames for two years at sea."
    )
    after = actions.add_version(case=case, text=better + "Danish A2.\n", by=candidate.user, at=LATER)
    read = queries.commented_version(after)

    assert [one.pk for one in read.sentences[0].comments] == [stays.pk]
    assert [one.pk for one in read.earlier] == [goes.pk]
    assert read.waiting == 1
    change = queries.compare_two(version, after)
    assert [change.count(kind) for kind in (Change.SAME, Change.CHANGED, Change.ADDED)] == [2, 1, 1]
    assert [(one["kind"], one["value"]["code"]) for one in change.gained] == [("language", "da")]
    assert (change.lost, change.kept > 0) == ((), True)
    with pytest.raises(actions.NothingNew):
        actions.add_version(case=case, text=after.text, by=candidate.user, at=LATER)


def test_erasure_and_retention_take_all_of_it(candidate: Any, adviser: User) -> None:
    for owner, moment in ((candidate, NOW), (CandidateFactory(), NOW - dt.timedelta(days=400))):
        case = AdviceCaseFactory(candidate=owner, adviser=adviser, changed_at=moment)
        AdviceCommentFactory(version=AdviceVersionFactory(case=case))
        AdviceAppointmentFactory(case=case, time__starts_at=moment + dt.timedelta(days=1), changed_at=moment)

    remove_overdue_rows(by=None, at=NOW)
    assert AdviceVersion.objects.get().case.candidate == candidate
    assert (AdviceComment.objects.count(), AdviceAppointment.objects.count()) == (1, 1)

    ask_for_erasure(candidate=candidate, by=candidate.user, at=NOW)
    for model in (AdviceCase, AdviceVersion, AdviceComment, AdviceAppointment):
        assert not model.objects.exists()
