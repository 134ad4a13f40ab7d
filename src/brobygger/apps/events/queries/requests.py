"""Reads of requests for talks: one's own with both sides, how many an evening has, and whether any are taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import EventState, RequestState, RuleKind, WishSide
from brobygger.apps.events.models import DatingCompany, DatingEvening, DatingRule, DatingStudent, TalkRequest

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """
    A request as one side of it sees it.

    Args:
        request: which.
        other: the number of the other side's row.
        who: what the other side is called: the company's name, or the alias.
        state: as of now; one whose time is up has lapsed.
        is_own: this side asked.
        is_there: the other side still takes part.
        stands: both agreed, and the organiser has not taken the talk out.
    """

    request: TalkRequest
    other: int
    who: str
    state: RequestState
    is_own: bool
    is_there: bool
    stands: bool

    @property
    def waits(self) -> bool:
        return self.state == RequestState.ASKED and self.is_there

    @property
    def can_ask(self) -> bool:
        """Whether there is still something to ask: nothing waits, nothing is agreed, and the other has not said no."""
        if self.state == RequestState.DECLINED:
            return not self.is_own
        return self.state in (RequestState.LAPSED, RequestState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class OwnRequests:
    """
    Args:
        asked: what waits for an answer of this side, the one that ends first first.
        own: what this side asked for and is not agreed: what waits first, then the latest.
        agreed: whom this side agreed with, whoever asked.
        declined: whom this side said no to; it may ask them.
    """

    asked: tuple[OwnRequest, ...]
    own: tuple[OwnRequest, ...]
    agreed: tuple[OwnRequest, ...]
    declined: tuple[OwnRequest, ...]

    @property
    def by_other(self) -> Mapping[int, OwnRequest]:
        """By the number of the other side: of several requests the one that says most of whether one can ask them."""
        own = sorted(self.own, key=lambda one: (one.waits, not one.can_ask))
        return {one.other: one for one in (*self.declined, *own, *self.asked, *self.agreed)}


def takes_requests(evening: DatingEvening, at: dt.datetime) -> bool:
    """Whether participants can ask each other now: the organiser wants it, wishes are taken, no timetable is out."""
    if not evening.open_requests or evening.event.state != EventState.OPEN or not evening.takes_wishes(at):
        return False
    with all_rows():  # whoever takes part does not see the versions
        return not evening.versions.in_force().exists()


def most_waiting(of: DatingCompany | DatingStudent) -> int:
    """How many requests of one side can wait for an answer at a time: as many as there can be talks."""
    return of.evening.rounds * (of.recruiters if isinstance(of, DatingCompany) else 1)


def request_by_id(pk: int) -> TalkRequest | None:
    """In the visitor's scope, with both sides; the caller asks the rules what may be done with it."""
    found = TalkRequest.objects.select_related(
        "student__candidate__user", "student__evening__event__programme", "company__organisation"
    )
    return found.filter(pk=pk).first()


def requests_of(*, of: DatingCompany | DatingStudent, at: dt.datetime) -> OwnRequests:
    """The requests of one participant, on both sides. One query."""
    is_company = isinstance(of, DatingCompany)
    side = WishSide.COMPANY if is_company else WishSide.STUDENT
    rows = TalkRequest.objects.filter(**{"company" if is_company else "student": of})
    found = [
        _seen(one, side, at)
        for one in with_rule(rows)
        .select_related("student__candidate", "company__organisation")
        .order_by("-made_at", "-pk")
    ]
    not_agreed = (one for one in found if one.is_own and one.state != RequestState.ACCEPTED)
    to_answer = (one for one in found if not one.is_own and one.waits)
    return OwnRequests(
        tuple(sorted(to_answer, key=lambda one: (one.request.expires_at, one.request.pk))),
        tuple(sorted(not_agreed, key=lambda one: not one.waits)),
        tuple(one for one in found if one.state == RequestState.ACCEPTED),
        tuple(one for one in found if not one.is_own and one.state == RequestState.DECLINED),
    )


def with_rule(rows: QuerySet[TalkRequest]) -> QuerySet[TalkRequest]:
    """With `has_rule`: the pair must meet. Its rows are the organiser's, that there is one both sides may know."""
    must = DatingRule._base_manager.filter(
        student=OuterRef("student"), company=OuterRef("company"), kind=RuleKind.MUST
    )
    return rows.annotate(has_rule=Exists(must))


def _seen(one: TalkRequest, side: WishSide, at: dt.datetime) -> OwnRequest:
    by_student = side == WishSide.STUDENT
    other = one.company if by_student else one.student
    state = one.state_at(at)
    return OwnRequest(
        one,
        other.pk,
        one.company.organisation.name if by_student else one.student.candidate.alias,
        state,
        one.side == side,
        other.withdrawn_at is None,
        state == RequestState.ACCEPTED and bool(getattr(one, "has_rule", False)),
    )


def request_sums(evening: DatingEvening, *, at: dt.datetime) -> Mapping[RequestState, int]:
    """How many requests stand how; nobody's message. One query. All rows: numbers."""
    with all_rows():
        rows: Iterable[TalkRequest] = TalkRequest.objects.filter(student__evening=evening).only(
            "state", "expires_at"
        )
        states = [one.state_at(at) for one in rows]
    return {state: states.count(state) for state in RequestState}
