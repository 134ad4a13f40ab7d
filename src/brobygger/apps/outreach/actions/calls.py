"""Batches for a booking agency: who calls whom, what came of it, and visits that are booked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.queries import number_key
from brobygger.apps.outreach.actions.companies import organisation_of
from brobygger.apps.outreach.actions.targets import put_on_no_call_list
from brobygger.apps.outreach.enums import OUTCOMES, STILL_TO_CALL, CallState, VisitState
from brobygger.apps.outreach.models import (
    Call,
    CallAttempt,
    CallBatch,
    NoCall,
    Target,
    TargetList,
    Visit,
    VisitContact,
    VisitSlot,
)
from brobygger.apps.outreach.queries.targets import said_no_to_phone


class OnNoCallList(Exception):
    """The company has asked not to be called."""


class SaidNoToPhone(OnNoCallList):
    """The company's own number belongs to somebody who wants no calls."""


class SlotTaken(Exception):
    """Somebody was faster, the slot was taken back, or it is over."""


class BookedAlready(Exception):
    """The company has a visit booked."""


class NotAnOutcome(Exception):
    """An attempt cannot come to this."""


class NobodyToCall(Exception):
    """No company on the list is free to be called, or no agency was named."""


@dataclass(frozen=True, slots=True)
class Meets:
    """Whom the visitor meets at the company."""

    name: str = ""
    email: str = ""
    phone: str = ""


@transaction.atomic
@all_rows()  # a company may be in a batch of another programme
def make_batch(
    *,
    target_list: TargetList,
    name: str,
    agents: Iterable[User],
    size: int,
    brief: str = "",
    due_date: dt.date | None = None,
    by: User | None,
    at: dt.datetime,
) -> CallBatch:
    """
    Give the best companies of a list to a booking agency, as many as `size`; none that is in another open batch.

    Raises:
        PermissionDenied: `by` may not.
        NobodyToCall: nobody is left on the list, or no user of an agency was named.
        ValidationError: a batch without a name.
    """
    check_may(by, "outreach.change_batch", target_list)
    callers = [one for one in agents if one.role == Role.AGENCY]
    silent = {number_key(*row) for row in NoCall.objects.values_list("country", "number")}
    taken = Call.objects.filter(batch__closed_at=None).order_by().values("company")
    found = Target.objects.filter(target_list=target_list, excluded="").exclude(company__in=taken)
    left = [
        one
        for one in found.select_related("company").order_by("-score", "company__name", "pk")
        if number_key(one.company.country, one.company.number) not in silent
    ]
    unwanted = said_no_to_phone([one.company for one in left])
    free = [one for one in left if not (one.company_id in unwanted and unwanted[one.company_id].is_all)]
    free = free[: max(0, size)]
    if not free or not callers:
        raise NobodyToCall(name)
    batch = CallBatch(
        programme=target_list.programme,
        target_list=target_list,
        name=name,
        brief=brief,
        due_date=due_date,
        made_at=at,
        made_by=by,
    )
    batch.full_clean()
    batch.save()
    batch.agents.set(callers)
    Call.objects.bulk_create(
        Call(batch=batch, company=one.company, position=position, changed_at=at)
        for position, one in enumerate(free, 1)
    )
    changes = {"companies": len(free), "agents": [one.pk for one in callers]}
    record(action="outreach.make_batch", subject=batch, by=by, at=at, changes=changes)
    return batch


@transaction.atomic
def close_batch(*, batch: CallBatch, by: User | None, at: dt.datetime) -> CallBatch:
    """
    End a batch: the agency sees it no more, its companies are free for another one. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "outreach.change_batch", batch)
    batch = CallBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.closed_at is None:
        batch.closed_at = at
        batch.save(update_fields=["closed_at"])
        record(action="outreach.close_batch", subject=batch, by=by, at=at, changes={})
    return batch


@transaction.atomic
@all_rows()  # the no-call list is everybody's
def note_attempt(
    *,
    call: Call,
    outcome: CallState,
    note: str = "",
    call_back_at: dt.datetime | None = None,
    by: User | None,
    at: dt.datetime,
) -> CallAttempt:
    """
    Note a call and what it came to. “Never call again” puts the company on the no-call list of all programmes.

    Raises:
        PermissionDenied: it is not `by`'s batch, or the batch is closed.
        OnNoCallList: the company is not to be called.
        NotAnOutcome: an attempt cannot come to this; a visit is booked by choosing its time.
        BookedAlready: the visit has to be cancelled first.
        ValidationError: “call back” without a time that lies ahead.
    """
    check_may(by, "outreach.make_call", call)
    call = Call.objects.select_for_update().get(pk=call.pk)
    if outcome not in OUTCOMES:
        raise NotAnOutcome(outcome)
    _check_free(call)
    if outcome == CallState.CALL_BACK and (call_back_at is None or call_back_at <= at):
        raise ValidationError({"call_back_at": _("Say when to call back: a time that lies ahead.")})
    attempt = CallAttempt(call=call, outcome=outcome, note=note.strip()[:500], called_at=at, called_by=by)
    attempt.full_clean()
    attempt.save()
    call.state, call.attempt_count, call.changed_at = outcome, call.attempt_count + 1, at
    call.call_back_at = call_back_at if outcome == CallState.CALL_BACK else None
    call.save()
    if outcome == CallState.NO_CALL:
        company = call.company
        put_on_no_call_list(
            country=company.country,
            number=company.number,
            name=company.name,
            reason=_("Told us in a call."),
            by=by,
            at=at,
        )
    changes = {"outcome": outcome, "attempts": call.attempt_count}
    record(action="outreach.note_attempt", subject=call, by=by, at=at, changes=changes)
    return attempt


@transaction.atomic
@all_rows()  # the company may be an organisation that an agency does not see
def book_visit(
    *, call: Call, slot: VisitSlot, meets: Meets, note: str = "", by: User | None, at: dt.datetime
) -> Visit:
    """
    Book a visit at a time that somebody offered. The time is given once: of two who want it, one is told.

    Raises:
        PermissionDenied: it is not `by`'s batch, or the batch is closed.
        OnNoCallList: the company is not to be called.
        BookedAlready: the company has a visit booked.
        SlotTaken: the time is no longer free.
        ValidationError: nobody to meet, or no address.
    """
    check_may(by, "outreach.make_call", call)
    call = Call.objects.select_for_update().get(pk=call.pk)
    _check_free(call)
    if not meets.name.strip():
        raise ValidationError({"name": _("Say whom the visitor meets.")})
    if meets.email:
        validate_email(meets.email)
    free = VisitSlot.objects.filter(
        pk=slot.pk, programme=call.batch.programme_id, call=None, starts_at__gt=at
    )
    if not free.update(call=call):  # one statement: of two at once the second changes no row
        raise SlotTaken(str(slot))
    slot = VisitSlot.objects.select_related("visitor", "programme").get(pk=slot.pk)
    visit = Visit(
        programme=slot.programme,
        organisation=organisation_of(call.company, programme=slot.programme, by=None, at=at),
        slot=slot,
        state=VisitState.PLANNED,
        visited_on=localdate(slot.starts_at),
        starts_at=slot.starts_at,
        visitor=slot.visitor,
        visitor_name=slot.visitor.get_full_name() or slot.visitor.get_username(),
        written_at=at,
        written_by=by,
    )
    visit.full_clean()
    visit.save()
    VisitContact.objects.create(
        visit=visit, name=meets.name.strip()[:150], email=meets.email, phone=meets.phone[:40]
    )
    CallAttempt.objects.create(
        call=call, outcome=CallState.BOOKED, note=note.strip()[:500], called_at=at, called_by=by
    )
    call.state, call.attempt_count, call.changed_at = CallState.BOOKED, call.attempt_count + 1, at
    call.call_back_at = None
    call.save()
    record(
        action="outreach.book_visit", subject=call, by=by, at=at, changes={"slot": slot.pk, "visit": visit.pk}
    )
    return visit


@transaction.atomic
@all_rows()  # the visit is not among the agency's rows
def cancel_booking(*, call: Call, by: User | None, at: dt.datetime) -> Call:
    """
    Take a booked visit back, before it is made: its time is free again. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is not `by`'s batch, or the batch is closed.
    """
    check_may(by, "outreach.make_call", call)
    call = Call.objects.select_for_update().get(pk=call.pk)
    slot = VisitSlot.objects.filter(call=call).first()
    if slot is None or call.state != CallState.BOOKED:
        return call
    Visit.objects.filter(slot=slot, state=VisitState.PLANNED).update(state=VisitState.CANCELLED, slot=None)
    slot.call = None
    slot.save(update_fields=["call"])
    call.state, call.changed_at = CallState.TO_CALL, at
    call.save(update_fields=["state", "changed_at"])
    record(action="outreach.cancel_booking", subject=call, by=by, at=at, changes={"slot": slot.pk})
    return call


def _check_free(call: Call) -> None:
    company = call.company
    silent = {
        number_key(*row)
        for row in NoCall.objects.filter(country=company.country).values_list("country", "number")
    }
    if call.state == CallState.NO_CALL or number_key(company.country, company.number) in silent:
        raise OnNoCallList(company.name)
    unwanted = said_no_to_phone([company]).get(company.pk)
    if unwanted and unwanted.is_all:
        raise SaidNoToPhone(company.name)
    if call.state not in STILL_TO_CALL | {CallState.NOT_INTERESTED, CallState.UNREACHABLE}:
        raise BookedAlready(company.name)
