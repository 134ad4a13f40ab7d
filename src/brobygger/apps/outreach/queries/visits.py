"""Visits, what they say in numbers, and which language is really needed compared with what was stated before."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q, QuerySet

from brobygger.apps.base.models import User
from brobygger.apps.base.queries import reasons_against_calls
from brobygger.apps.opportunities.enums import LanguageLevel, LanguageTask
from brobygger.apps.outreach.enums import VisitState
from brobygger.apps.outreach.models import OutreachPlan, Visit, VisitContact, VisitLanguage, VisitWorry
from brobygger.data.outreach import Worry, worries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brobygger.apps.programmes.models import Programme

LEVELS = list(LanguageLevel.values)


@dataclass(frozen=True, slots=True)
class NeedsOfBranch:
    """
    Language needs of one branch, or of one task.

    Args:
        visits: at which both needs were written down.
        compared: tasks that were asked before and after.
        lower: of them, those that really need less than was stated; `higher`: more.
        dropped: of the lower, those that do not need the language at all.
        stated, real: mean step of the level, 0 (not needed) to 6 (C2).
    """

    name: str
    visits: int
    compared: int
    lower: int
    higher: int
    dropped: int
    stated: float
    real: float

    @property
    def lower_percent(self) -> int:
        return round(100 * self.lower / self.compared) if self.compared else 0

    @property
    def stated_level(self) -> str:
        return _named(self.stated)

    @property
    def real_level(self) -> str:
        return _named(self.real)


def visits(
    *, programme: int | None = None, state: str = "", text: str = "", worry: str = ""
) -> QuerySet[Visit]:
    """Visits in the visitor's scope, latest first, with their worries."""
    found = Visit.objects.select_related("organisation", "programme", "visitor").prefetch_related("worries")
    if programme is not None:
        found = found.filter(programme=programme)
    if state:
        found = found.filter(state=state)
    if text:
        found = found.filter(
            Q(organisation__name__icontains=text) | Q(organisation__industry__icontains=text)
        )
    if worry:
        found = found.filter(pk__in=VisitWorry.objects.filter(code=worry).order_by().values("visit"))
    return found.order_by("-visited_on", "-pk")


def visit_by_id(pk: int) -> Visit | None:
    """A visit with all that was written down."""
    languages = Prefetch("languages", queryset=VisitLanguage.objects.order_by("code", "pk"))
    found = Visit.objects.select_related("organisation", "programme", "visitor", "next_owner", "contact")
    return found.prefetch_related("worries", languages).filter(pk=pk).first()


def reason_against_calling(contact: VisitContact) -> str | None:
    """Why whom one meets is not called, which may be empty; None: nobody has said no. Two queries at most."""
    user = (
        User.objects.filter(email__iexact=contact.email).values_list("pk", flat=True) if contact.email else ()
    )
    phones, users, addresses = reasons_against_calls(
        phones=[contact.phone], users=user, addresses=[contact.email]
    )
    return next(iter([*phones.values(), *users.values(), *addresses.values()]), None)


def visit_count(programme: Programme) -> int:
    """Visits that were made: what counts for the programme's aim."""
    return Visit.objects.filter(programme=programme, state=VisitState.DONE).count()


def visit_aims(programmes: Iterable[Programme]) -> dict[int, tuple[int, int | None]]:
    """Visits that were made and visits aimed at, by programme. Two queries."""
    ids = [one.pk for one in programmes]
    made = Visit.objects.filter(programme__in=ids, state=VisitState.DONE).order_by()
    counts = dict(made.values("programme").annotate(count=Count("pk")).values_list("programme", "count"))
    aims = dict(OutreachPlan.objects.filter(programme__in=ids).values_list("programme", "visit_target"))
    return {pk: (counts.get(pk, 0), aims.get(pk)) for pk in ids}


def counts_by_year(programme: int | None = None) -> list[tuple[str, int]]:
    """Visits that were made by year, the first year first."""
    found = Visit.objects.filter(state=VisitState.DONE)
    if programme is not None:
        found = found.filter(programme=programme)
    counts = Counter(day.year for day in found.values_list("visited_on", flat=True))
    return [(str(year), counts[year]) for year in sorted(counts)]


def due_steps(*, today: dt.date, days: int) -> QuerySet[Visit]:
    """Next steps that are due within so many days, or late, the most urgent first."""
    found = Visit.objects.filter(step_done_at=None, next_due__lte=today + dt.timedelta(days=days))
    found = found.exclude(next_step="").exclude(state=VisitState.CANCELLED)
    return found.select_related("organisation", "next_owner").order_by("next_due", "pk")


def visits_to_write(*, today: dt.date) -> QuerySet[Visit]:
    """Planned visits whose day is over: nobody has written down what was said."""
    found = Visit.objects.filter(state=VisitState.PLANNED, visited_on__lt=today)
    return found.select_related("organisation").order_by("visited_on", "pk")


def calendar_visits(user: User, *, since: dt.date) -> QuerySet[Visit]:
    """The visits of one visitor for a calendar."""
    found = Visit.objects.filter(visitor=user, visited_on__gte=since).exclude(state=VisitState.CANCELLED)
    return found.select_related("organisation", "slot", "contact").order_by("visited_on", "pk")


def worry_counts(programme: int | None = None) -> tuple[list[tuple[Worry, int]], int]:
    """How many visits named each worry, and at how many visits any was named. Two queries."""
    found = VisitWorry.objects.filter(visit__state=VisitState.DONE)
    if programme is not None:
        found = found.filter(visit__programme=programme)
    rows = list(found.order_by().values_list("visit", "code"))
    counts = Counter(code for _, code in rows)
    return [(one, counts[one.code]) for one in worries()], len({visit for visit, _ in rows})


def language_needs(programme: int | None = None) -> tuple[list[NeedsOfBranch], list[NeedsOfBranch]]:
    """
    Stated and real need, by branch (the most visits first) and by task. One query.

    A task counts where both were said; “not needed” is a step below A1.
    """
    found = VisitLanguage.objects.filter(is_stated_said=True, is_real_said=True, visit__state=VisitState.DONE)
    if programme is not None:
        found = found.filter(visit__programme=programme)
    by_branch: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    by_task: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for visit, industry, task, stated, real in found.order_by().values_list(
        "visit", "visit__organisation__industry", "task", "stated_level", "real_level"
    ):
        row = visit, _step(stated), _step(real)
        by_branch[industry.strip().capitalize()].append(row)
        by_task[task].append(row)
    branches = [_needs(name, rows) for name, rows in by_branch.items()]
    tasks = [_needs(str(task.label), by_task[task.value]) for task in LanguageTask if by_task[task.value]]
    return sorted(branches, key=lambda one: (-one.visits, one.name)), tasks


def _needs(name: str, rows: list[tuple[int, int, int]]) -> NeedsOfBranch:
    return NeedsOfBranch(
        name=name,
        visits=len({visit for visit, _, _ in rows}),
        compared=len(rows),
        lower=sum(real < stated for _, stated, real in rows),
        higher=sum(real > stated for _, stated, real in rows),
        dropped=sum(real == 0 < stated for _, stated, real in rows),
        stated=sum(stated for _, stated, _ in rows) / len(rows),
        real=sum(real for _, _, real in rows) / len(rows),
    )


def _step(level: str) -> int:
    return LEVELS.index(level) + 1 if level else 0


def _named(step: float) -> str:
    """The level that a mean is nearest to; empty: not needed."""
    nearest = round(step)
    return LEVELS[nearest - 1] if nearest else ""
