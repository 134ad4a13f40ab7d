"""An agency calls: its own batch and no other, attempts and outcomes, times that are given once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User, in_scope
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import (
    BookedAlready,
    Meets,
    NotAnOutcome,
    OnNoCallList,
    Overlaps,
    SlotBooked,
    SlotTaken,
)
from brobygger.apps.outreach.enums import CallState, VisitState
from brobygger.apps.outreach.models import (
    Call,
    CallAttempt,
    CallBatch,
    NoCall,
    RegisteredCompany,
    Visit,
    VisitContact,
    VisitSlot,
)
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    CallBatchFactory,
    CallFactory,
    OrganisationFactory,
    ProgrammeFactory,
    UserFactory,
    VisitFactory,
    VisitSlotFactory,
)
from tests.factories.moments import LATER, NOW

pytestmark = pytest.mark.django_db
IDA = Meets("Ida Prøvesen", "ida@firma.example", "+45 70 00 00 02")


@pytest.fixture
def agent() -> User:
    user: User = UserFactory(role=Role.AGENCY)
    return user


@pytest.fixture
def call(agent: User) -> Call:
    made: Call = CallFactory(batch=CallBatchFactory(agent=agent))
    return made


def attempt(call: Call, outcome: CallState, by: User | None, **more: Any) -> CallAttempt:
    return actions.note_attempt(call=call, outcome=outcome, by=by, at=NOW, **more)


def book(call: Call, by: User | None, slot: VisitSlot | None = None) -> Visit:
    slot = slot or VisitSlotFactory(programme=call.batch.programme)
    return actions.book_visit(call=call, slot=slot, meets=IDA, by=by, at=NOW)


def test_agency_sees_its_own_open_batch_and_nothing_else(agent: User, call: Call) -> None:
    theirs = CallFactory()
    OrganisationFactory()
    free, taken = (
        VisitSlotFactory(programme=call.batch.programme),
        VisitSlotFactory(programme=call.batch.programme),
    )
    VisitSlotFactory()
    taken.call = CallFactory(batch=CallBatchFactory(programme=call.batch.programme))
    taken.save()
    VisitFactory()

    with in_scope(scope_of(agent)):
        assert list(Call.objects.all()) == [call]
        assert list(CallBatch.objects.all()) == [call.batch]
        assert list(RegisteredCompany.objects.all()) == [call.company]
        assert list(VisitSlot.objects.all()) == [free]
        for nothing in (Organisation, Visit, VisitContact, NoCall):
            assert not nothing.objects.exists()
    with pytest.raises(PermissionDenied):
        attempt(theirs, CallState.NO_ANSWER, agent)


def test_agency_sees_nothing_of_a_closed_batch(agent: User, call: Call) -> None:
    actions.close_batch(batch=call.batch, by=None, at=LATER)

    with in_scope(scope_of(agent)):
        assert not Call.objects.exists()
        assert not RegisteredCompany.objects.exists()
    call.refresh_from_db()
    with pytest.raises(PermissionDenied):
        attempt(call, CallState.NO_ANSWER, agent)


def test_attempts_are_counted_with_their_outcomes(agent: User, call: Call) -> None:
    attempt(call, CallState.NO_ANSWER, agent)
    attempt(call, CallState.CALL_BACK, agent, call_back_at=LATER, note="Efter ferien")

    call.refresh_from_db()
    assert (call.state, call.attempt_count, call.call_back_at) == (CallState.CALL_BACK, 2, LATER)
    assert [one.outcome for one in queries.attempts_of(call)] == ["call_back", "no_answer"]


@pytest.mark.parametrize(
    ("outcome", "more", "error"),
    [
        (CallState.CALL_BACK, {}, ValidationError),
        (CallState.CALL_BACK, {"call_back_at": NOW}, ValidationError),
        (CallState.BOOKED, {}, NotAnOutcome),
        (CallState.TO_CALL, {}, NotAnOutcome),
    ],
)
def test_attempt_that_cannot_be_is_refused(
    agent: User, call: Call, outcome: CallState, more: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        attempt(call, outcome, agent, **more)
    assert not CallAttempt.objects.exists()


def test_never_again_is_kept_for_all_programmes(agent: User, call: Call) -> None:
    elsewhere = CallFactory(company=call.company)
    attempt(call, CallState.NO_CALL, agent)

    assert NoCall.objects.get().number == call.company.number
    elsewhere.refresh_from_db()
    assert elsewhere.state == CallState.NO_CALL
    for one in (call, elsewhere):
        with pytest.raises(OnNoCallList):
            attempt(one, CallState.NO_ANSWER, None)
        with pytest.raises(OnNoCallList):
            book(one, None)


def test_booked_visit_is_in_the_visitors_calendar_with_whom_to_meet(agent: User, call: Call) -> None:
    slot = VisitSlotFactory(programme=call.batch.programme)

    visit = book(call, agent, slot)

    assert (visit.state, visit.visitor, visit.starts_at) == (VisitState.PLANNED, slot.visitor, slot.starts_at)
    assert visit.contact.name == "Ida Prøvesen"
    assert visit.organisation.registered_number == call.company.number
    assert list(queries.calendar_visits(slot.visitor, since=NOW.date())) == [visit]
    call.refresh_from_db()
    assert call.state == CallState.BOOKED
    with pytest.raises(BookedAlready):
        book(call, agent)


def test_time_is_given_once(agent: User, call: Call) -> None:
    slot = VisitSlotFactory(programme=call.batch.programme)
    second = CallFactory(batch=call.batch)
    stale = VisitSlot.objects.get(pk=slot.pk)  # what the other one's page still shows
    book(call, agent, slot)

    with pytest.raises(SlotTaken):
        book(second, agent, stale)

    assert Visit.objects.count() == 1
    second.refresh_from_db()
    assert second.state == CallState.TO_CALL


@pytest.mark.parametrize("wrong", ["past", "other programme", "nobody to meet"])
def test_booking_that_cannot_be_leaves_nothing(agent: User, call: Call, wrong: str) -> None:
    programme = ProgrammeFactory() if wrong == "other programme" else call.batch.programme
    starts = NOW - dt.timedelta(hours=2) if wrong == "past" else NOW + dt.timedelta(days=1)
    slot = VisitSlotFactory(programme=programme, starts_at=starts)
    meets = Meets() if wrong == "nobody to meet" else IDA

    with pytest.raises((SlotTaken, ValidationError)):
        actions.book_visit(call=call, slot=slot, meets=meets, by=agent, at=NOW)

    slot.refresh_from_db()
    assert slot.call is None
    assert not Visit.objects.exists()


def test_cancelled_booking_frees_the_time(agent: User, call: Call) -> None:
    visit = book(call, agent)

    for _ in range(2):
        actions.cancel_booking(call=call, by=agent, at=LATER)

    visit.refresh_from_db()
    assert visit.state == VisitState.CANCELLED
    assert VisitSlot.objects.get().call is None
    book(call, agent, VisitSlot.objects.get())


def test_times_of_a_visitor_do_not_overlap() -> None:
    visitor, programme = UserFactory(), ProgrammeFactory()

    def offer(*starts: dt.datetime, who: User = visitor) -> list[VisitSlot]:
        return actions.offer_slots(
            programme=programme, visitor=who, starts=starts, length=dt.timedelta(hours=1), by=who, at=NOW
        )

    first, _ = offer(LATER, LATER + dt.timedelta(hours=1))
    with pytest.raises(Overlaps):
        offer(LATER + dt.timedelta(days=1), LATER + dt.timedelta(minutes=30))
    with pytest.raises(Overlaps):
        offer(NOW)
    assert VisitSlot.objects.count() == 2
    with pytest.raises(PermissionDenied):
        actions.withdraw_slot(slot=first, by=UserFactory(role=Role.AGENCY), at=NOW)
    actions.withdraw_slot(slot=first, by=visitor, at=NOW)
    assert VisitSlot.objects.count() == 1


def test_time_that_a_company_has_is_not_taken_back(agent: User, call: Call) -> None:
    slot = VisitSlotFactory(programme=call.batch.programme)
    book(call, agent, slot)

    with pytest.raises(SlotBooked):
        actions.withdraw_slot(slot=slot, by=slot.visitor, at=NOW)


def test_calls_that_are_due_come_first(agent: User) -> None:
    batch = CallBatchFactory(agent=agent)
    later = CallFactory(batch=batch, state=CallState.CALL_BACK, call_back_at=LATER)
    done = CallFactory(batch=batch, state=CallState.NOT_INTERESTED)
    fresh = CallFactory(batch=batch)
    due = CallFactory(batch=batch, state=CallState.CALL_BACK, call_back_at=NOW)

    assert list(queries.own_calls(agent, at=NOW)) == [due, fresh, later, done]
