"""
How many an opportunity reached, and how fast qualified people applied.

Definitions. *Opened*: how often the public page was opened by a visitor or a candidate, not by programs that say they
are one and not by those who work here or for a company; one person may open it often. *Told*: people who agreed to it
and got a mail because it fits. *Applied*: candidates who applied by themselves. A *qualified* applicant meets every
must of the opportunity as both are known today.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Final

from django.db.models import Count, QuerySet, Sum

from brobygger.apps.base.models import all_rows
from brobygger.apps.matching.models import MailedOpportunity, PublicationCount
from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.opportunities.adapters import read_opportunities
from brobygger.apps.opportunities.enums import OpenedThrough, OpportunityState, Side
from brobygger.apps.opportunities.models import Application, Opportunity, OpportunityOpening
from brobygger.apps.people.adapters import read_candidates
from brobygger.apps.people.models import Candidate
from brobygger.core.matching import is_eligible, opportunity_list

MILESTONES: Final = (1, 10, 25)


@dataclass(frozen=True, slots=True)
class ReachFigures:
    """See the definitions of this module; `told` and `applied` are people, the openings are times."""

    opened: int = 0
    through_agents: int = 0
    told: int = 0
    applied: int = 0

    def __add__(self, other: ReachFigures) -> ReachFigures:
        return ReachFigures(
            self.opened + other.opened,
            self.through_agents + other.through_agents,
            self.told + other.told,
            self.applied + other.applied,
        )


@dataclass(frozen=True, slots=True)
class ApplicantSpeed:
    """
    How fast qualified people applied for one opportunity.

    Args:
        published_at: None: it is not, or nobody knows when.
        is_open: it can still be applied for.
        days: whole days from publication to each of `MILESTONES`; None: not reached, or publication is not known.
        qualified: applicants who meet every must.
        applicants: all of them.
        unknown: applicants who cannot be judged: without a CV, or they do not agree to be matched.
        days_since: whole days since publication.
        eligible, pool: candidates who met every must when it was published, and how many there were; None: not counted.
    """

    published_at: dt.datetime | None
    is_open: bool
    days: Mapping[int, int | None]
    qualified: int = 0
    applicants: int = 0
    unknown: int = 0
    days_since: int | None = None
    eligible: int | None = None
    pool: int | None = None


@dataclass(frozen=True, slots=True)
class MilestoneFigures:
    """Over several opportunities: median of the days of those that reached a milestone, and how many did of all."""

    number: int
    median_days: float | None
    reached: int
    published: int


def count_eligible(opportunity: Opportunity) -> tuple[int, int]:
    """How many candidates meet every must now, and how many there are."""
    live = live_pool()
    with all_rows():  # a number of everybody
        (seen,) = read_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    return opportunity_list(live.pool, seen).eligible, len(live.pool)


@all_rows()  # numbers of people whom the reader may not see; which opportunities are the reader's was asked before
def reach_of_opportunities(
    ids: Iterable[int], *, since: dt.date | None = None, until: dt.date | None = None
) -> dict[int, ReachFigures]:
    """Figures by opportunity in a period, both days included. Three queries."""
    wanted = list(ids)
    openings = OpportunityOpening.objects.filter(opportunity__in=wanted, **_between("day", since, until))
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for pk, through, number in (
        openings.order_by().values_list("opportunity", "through").annotate(number=Sum("count"))
    ):
        counts[pk][through] += number
    told = MailedOpportunity.objects.filter(
        opportunity__in=wanted, **_between("mailed_at__date", since, until)
    )
    for pk, number in told.order_by().values_list("opportunity").annotate(number=Count("pk")):
        counts[pk][OpenedThrough.MAIL] += number
    applied = _applications(wanted).filter(**_between("created_at__date", since, until))
    for pk, number in applied.order_by().values_list("opportunity").annotate(number=Count("pk")):
        counts[pk]["applied"] += number
    return {
        pk: ReachFigures(
            counts[pk][OpenedThrough.PAGE] + counts[pk][OpenedThrough.AGENT],
            counts[pk][OpenedThrough.AGENT],
            counts[pk][OpenedThrough.MAIL],
            counts[pk]["applied"],
        )
        for pk in wanted
    }


@all_rows()  # as above
def applicant_speeds(ids: Iterable[int], *, at: dt.datetime) -> dict[int, ApplicantSpeed]:
    """How fast qualified people applied, by opportunity. A fixed number of queries."""
    wanted = list(ids)
    stored = {
        pk: (published_at, state == OpportunityState.OPEN)
        for pk, published_at, state in Opportunity.objects.filter(pk__in=wanted)
        .order_by()
        .values_list("pk", "published_at", "state")
    }
    applied: dict[int, list[tuple[dt.datetime, int]]] = defaultdict(list)
    for pk, candidate, created_at in _applications(wanted).values_list(
        "opportunity", "candidate", "created_at"
    ):
        applied[pk].append((created_at, candidate))
    seen = {int(one.id): one for one in read_opportunities(Opportunity.objects.filter(pk__in=list(applied)))}
    agree = Candidate.objects.filter(
        pk__in={candidate for rows in applied.values() for _at, candidate in rows},
        matching_agreed_at__isnull=False,
    )
    people = {int(one.id): one for one in read_candidates(agree)}
    counted = PublicationCount.objects.in_bulk(wanted)
    found = {}
    for pk, (published_at, is_open) in stored.items():
        rows = applied.get(pk, [])
        judged = [(moment, people[candidate]) for moment, candidate in rows if candidate in people]
        moments = sorted(moment for moment, person in judged if is_eligible(person, seen[pk]))
        count = counted.get(pk)
        found[pk] = ApplicantSpeed(
            published_at=published_at,
            is_open=is_open,
            days={number: _days(published_at, moments, number) for number in MILESTONES},
            qualified=len(moments),
            applicants=len(rows),
            unknown=len(rows) - len(judged),
            days_since=(at - published_at).days if published_at else None,
            eligible=count.eligible if count else None,
            pool=count.pool if count else None,
        )
    return found


def milestone_figures(speeds: Iterable[ApplicantSpeed]) -> list[MilestoneFigures]:
    """Medians over opportunities of which the moment of publication is known."""
    known = [one for one in speeds if one.published_at is not None]
    figures = []
    for number in MILESTONES:
        days = [reached for one in known if (reached := one.days[number]) is not None]
        figures.append(MilestoneFigures(number, median(days) if days else None, len(days), len(known)))
    return figures


def published_in(
    *, programme_id: int | None = None, since: dt.date | None = None, until: dt.date | None = None
) -> QuerySet[Opportunity]:
    """
    Opportunities in the reader's scope that people could see at some time, the latest first.

    With a period: those that were posted by its end and were not closed before it began, as far as that is known.
    """
    found = Opportunity.objects.in_programme(programme_id).exclude(state=OpportunityState.DRAFT)
    if until is not None:
        found = found.filter(date_posted__lte=until)
    if since is not None:
        found = found.exclude(state=OpportunityState.CLOSED, changed_at__date__lt=since)
    found = found.select_related("organisation", "programme").defer("text", "passages")
    return found.order_by("-date_posted", "-pk")


def _applications(ids: list[int]) -> QuerySet[Application]:
    return Application.objects.filter(opportunity__in=ids, begun_by=Side.CANDIDATE)


def _between(column: str, since: dt.date | None, until: dt.date | None) -> dict[str, dt.date]:
    bounds = {f"{column}__gte": since, f"{column}__lte": until}
    return {name: day for name, day in bounds.items() if day is not None}


def _days(published_at: dt.datetime | None, moments: list[dt.datetime], number: int) -> int | None:
    if published_at is None or len(moments) < number:
        return None
    return max(0, (moments[number - 1] - published_at).days)
