"""Target lists, batches, calls and times."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, Count, IntegerField, Prefetch, Q, QuerySet, When
from django.db.models.functions import Coalesce

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.queries import phone_key, reasons_against_calls
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import number_key
from brobygger.apps.outreach.enums import STILL_TO_CALL, CallState, Exclusion
from brobygger.apps.outreach.models import (
    Call,
    CallAttempt,
    CallBatch,
    NoCall,
    RegisteredCompany,
    Target,
    TargetList,
    VisitSlot,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class NoPhone:
    """
    That a phone call is not wanted.

    Args:
        is_all: the number of the company itself: it is not called at all. Otherwise one of its people said so.
        reason: as it was given; may be empty.
    """

    is_all: bool
    reason: str


@all_rows()  # an agency sees neither the contacts of a company nor what they said
def said_no_to_phone(companies: Iterable[RegisteredCompany]) -> dict[int, NoPhone]:
    """Which companies of registers are not to be called, or not somebody of them, by id. Two queries."""
    wanted = list(companies)
    numbers = {number_key(one.country, one.number): one.pk for one in wanted}
    speaks: dict[int, set[int]] = {}
    rows = Organisation.objects.filter(
        registered_number__in=[one.number for one in wanted], contacts__isnull=False
    ).values_list("country", "registered_number", "contacts")
    for country, number, user in rows:
        company = numbers.get(number_key(country, number))
        if company is not None:
            speaks.setdefault(user, set()).add(company)
    phones, users, _addresses = reasons_against_calls(phones=[one.phone for one in wanted], users=speaks)
    found = {pk: NoPhone(False, reason) for user, reason in users.items() for pk in speaks[user]}
    for one in wanted:
        if one.phone and phone_key(one.phone) in phones:
            found[one.pk] = NoPhone(True, phones[phone_key(one.phone)])
    return found


def target_lists() -> QuerySet[TargetList]:
    """Latest first, with `on_list` and `left_out`."""
    return TargetList.objects.select_related("programme").annotate(
        on_list=Count("targets", filter=Q(targets__excluded="")),
        left_out=Count("targets", filter=~Q(targets__excluded="")),
    )


def target_list_by_id(pk: int) -> TargetList | None:
    return TargetList.objects.select_related("programme").filter(pk=pk).first()


def targets_of(target_list: TargetList, *, excluded: bool = False) -> QuerySet[Target]:
    """The companies of a list, best first; or those that are left out, by reason."""
    found = Target.objects.filter(target_list=target_list).select_related("company")
    if excluded:
        return found.exclude(excluded="").order_by("excluded", "company__name", "pk")
    return found.filter(excluded="").order_by("-score", "company__name", "pk")


def exclusions_of(target_list: TargetList) -> list[tuple[str, int]]:
    """How many companies are left out for which reason, in words, the most frequent first."""
    rows = Target.objects.filter(target_list=target_list).exclude(excluded="")
    counts = Counter(rows.values_list("excluded", flat=True))
    return [(str(Exclusion(reason).label), count) for reason, count in counts.most_common()]


def registered_count() -> dict[str, int]:
    """Companies of the registers by country."""
    rows = RegisteredCompany.objects.order_by().values("country").annotate(count=Count("pk"))
    return {row["country"]: row["count"] for row in rows}


def no_calls(text: str = "") -> QuerySet[NoCall]:
    """Companies that are never called, by name."""
    found = NoCall.objects.order_by("name", "pk")
    return found.filter(Q(name__icontains=text) | Q(number__icontains=text)) if text else found


def agency_users() -> QuerySet[User]:
    """Those who can call."""
    return User.objects.filter(role=Role.AGENCY, is_active=True).order_by("username")


def batches() -> QuerySet[CallBatch]:
    """Latest first, with `call_count`, `to_call` and `booked`."""
    return (
        CallBatch.objects.select_related("programme", "target_list")
        .annotate(
            call_count=Count("calls"),
            to_call=Count("calls", filter=Q(calls__state__in=STILL_TO_CALL)),
            booked=Count("calls", filter=Q(calls__state=CallState.BOOKED)),
        )
        .order_by("closed_at", "-made_at", "-pk")
    )


def batch_by_id(pk: int) -> CallBatch | None:
    return CallBatch.objects.select_related("programme", "target_list").filter(pk=pk).first()


def calls_of(batch: CallBatch) -> QuerySet[Call]:
    """The companies of a batch in their order, with the attempts."""
    attempts = CallAttempt.objects.select_related("called_by").order_by("-called_at", "-pk")
    return (
        Call.objects.filter(batch=batch)
        .select_related("company", "slot")
        .prefetch_related(Prefetch("attempts", queryset=attempts))
        .order_by("position", "pk")
    )


def outcomes_of(batch: CallBatch) -> list[tuple[str, int]]:
    """How many companies of a batch are in which state, in the order of `CallState`."""
    counts = Counter(Call.objects.filter(batch=batch).values_list("state", flat=True))
    return [(str(state.label), counts[state.value]) for state in CallState if counts[state.value]]


def own_calls(user: User, *, at: dt.datetime) -> QuerySet[Call]:
    """
    What somebody of an agency calls: of open batches, those that are due first.

    A company that is to be called back comes first when its time has come, and after all others before it.
    """
    due = Case(
        When(state=CallState.CALL_BACK, call_back_at__lte=at, then=0),
        When(state=CallState.TO_CALL, then=1),
        When(state__in=(CallState.NO_ANSWER, CallState.SEND_MATERIAL), then=2),
        When(state=CallState.CALL_BACK, then=3),
        default=4,
        output_field=IntegerField(),
    )
    return (
        Call.objects.filter(batch__agents=user, batch__closed_at=None)
        .select_related("company", "batch")
        .annotate(turn=due)
        .order_by("turn", Coalesce("call_back_at", "changed_at"), "position", "pk")
    )


def call_by_id(pk: int) -> Call | None:
    """A company to call, in the visitor's scope, with its batch and programme."""
    found = Call.objects.select_related("company", "batch__programme", "slot__visitor")
    return found.filter(pk=pk).first()


def attempts_of(call: Call) -> QuerySet[CallAttempt]:
    return CallAttempt.objects.filter(call=call).order_by("-called_at", "-pk")


def free_slots(programme_id: int, *, at: dt.datetime) -> QuerySet[VisitSlot]:
    """Times of a programme that nobody has taken, from now on."""
    found = VisitSlot.objects.filter(programme=programme_id, call=None, starts_at__gt=at)
    return found.select_related("visitor").order_by("starts_at", "pk")


def slots_of(user: User, *, since: dt.datetime) -> QuerySet[VisitSlot]:
    """The times that somebody offers, with the companies that have them."""
    found = VisitSlot.objects.filter(visitor=user, ends_at__gte=since)
    return found.select_related("programme", "call__company", "visit__organisation").order_by(
        "starts_at", "pk"
    )


def slot_by_id(pk: int) -> VisitSlot | None:
    return VisitSlot.objects.select_related("programme").filter(pk=pk).first()


def agents_among(ids: Iterable[int]) -> list[User]:
    """Users of agencies by their numbers."""
    return list(agency_users().filter(pk__in=ids))
