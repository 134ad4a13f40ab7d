"""Reads of who is asked and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import all_rows
from brobygger.apps.effects.models import Benchmark, CohortMember, FollowUp
from brobygger.apps.effects.queries.keys import follow_up_by_key, key_of
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import agreeing_candidates
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import programmes_joined_by

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

__all__ = [
    "benchmark_by_id",
    "benchmarks_of",
    "by_hand",
    "follow_up_by_id",
    "follow_up_by_key",
    "follow_ups",
    "followed_programmes",
    "intakes_of",
    "is_followed",
    "key_of",
    "own_follow_ups",
    "programmes_shown_to",
]


def follow_ups(*, day: dt.date, programme: int | None = None, is_open: bool = True) -> QuerySet[FollowUp]:
    """Questions whose turn has come, in the visitor's scope: those that wait, the oldest first, or those with an answer."""
    found = FollowUp.objects.filter(due_date__lte=day)
    found = found.open() if is_open else found.exclude(answer="")
    if programme is not None:
        found = found.filter(member__programme=programme)
    order = ("due_date", "pk") if is_open else ("-answered_at", "-pk")
    return found.select_related("member__candidate__identity", "member__programme").order_by(*order)


def by_hand(day: dt.date) -> QuerySet[FollowUp]:
    """Questions that a mail did not settle within two weeks, or that no mail could ask: somebody has to."""
    return follow_ups(day=day - dt.timedelta(days=14)).filter(member__candidate__in=_agreeing())


def follow_up_by_id(pk: int) -> FollowUp | None:
    """A question in the visitor's scope; the caller asks the rules who may answer it."""
    found = FollowUp.objects.select_related("member__candidate__identity", "member__programme")
    return found.filter(pk=pk).first()


def own_follow_ups(user: User, *, day: dt.date) -> QuerySet[FollowUp]:
    """The questions that somebody is asked now."""
    return follow_ups(day=day).filter(member__candidate__user=user.pk)


def programmes_shown_to(user: User) -> QuerySet[Programme]:
    """Whose numbers somebody may see: those one takes part in, and all for who reads for a council or a funder."""
    if user.role in (Role.COUNCIL, Role.FUNDER):
        return Programme.objects.order_by("name", "pk")
    return programmes_joined_by(user)


def followed_programmes() -> set[int]:
    """The numbers of the programmes in which somebody is followed up."""
    with all_rows():  # that a programme follows somebody up says nothing of a person
        return set(CohortMember.objects.order_by().values_list("programme", flat=True).distinct())


def is_followed(programme: Programme) -> bool:
    """Whether anybody in a programme is followed up."""
    return CohortMember.objects.filter(programme=programme).exists()


def intakes_of(programme: Programme | None) -> list[str]:
    """The intakes of a programme that are followed up, by name."""
    if programme is None:
        return []
    with all_rows():  # names of intakes say nothing of a person
        rows = CohortMember.objects.filter(programme=programme).exclude(intake="")
        return sorted(rows.order_by().values_list("intake", flat=True).distinct())


def benchmarks_of(programme: Programme) -> list[Benchmark]:
    """Official figures beside a programme's own, by months and year."""
    return list(Benchmark.objects.filter(programme=programme))


def benchmark_by_id(pk: int) -> Benchmark | None:
    return Benchmark.objects.select_related("programme").filter(pk=pk).first()


def _agreeing() -> QuerySet[Any, Any]:
    return agreeing_candidates(ConsentPurpose.FOLLOW_UP).order_by().values("pk")
