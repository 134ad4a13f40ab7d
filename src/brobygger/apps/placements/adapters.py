"""Placements, and candidates at opportunities, as the rules of a country see them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from brobygger.apps.base.models import all_rows
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.adapters import load_candidates, preferences_of
from brobygger.apps.people.models import Candidate, WorkPermit
from brobygger.core.country_rules import Ground, PlacementFacts
from brobygger.core.country_rules.stay import months_after
from brobygger.core.reading import OpportunityKind

if TYPE_CHECKING:
    from brobygger.apps.placements.models import AgreementVersion
    from brobygger.core import matching

HALF_MONTH = 15  # days


@all_rows()  # whoever applied reads what a place asks for after it has closed too; who may ask was decided before
def facts_of_job(opportunity: Opportunity) -> PlacementFacts:
    """What an opportunity says, whoever takes it. Two queries, five where the ad has to be read."""
    (seen,) = load_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    return _of_job(opportunity, seen)


@all_rows()  # as above: a company reads of whoever let it see who they are, also when they no longer show themselves
def facts_of_pair(candidate: Candidate, opportunity: Opportunity) -> PlacementFacts:
    """A candidate at an opportunity, as both say it. Five queries, a few more where something has to be read."""
    job = facts_of_job(opportunity)
    people = load_candidates(Candidate.objects.filter(pk=candidate.pk))
    stated = people[0].work_right if people else preferences_of(candidate).work_right
    return _of_person(candidate, job, stated)


def facts_of_match(
    candidate: Candidate, opportunity: Opportunity, *, person: matching.Candidate, seen: matching.Opportunity
) -> PlacementFacts:
    """As `facts_of_pair`, where both are at hand as the matcher sees them. One query."""
    return _of_person(candidate, _of_job(opportunity, seen), person.work_right)


def facts_of_version(version: AgreementVersion, *, knows_person: bool) -> PlacementFacts:
    """
    What is agreed, and what the candidate says of permits. Two queries or three.

    Args:
        knows_person: the reader knows who the candidate is. Otherwise nothing that the candidate says is used.
    """
    hours = float(version.hours_per_week)
    candidate = version.agreement.candidate
    job = PlacementFacts(
        country=version.country,
        kind=OpportunityKind(version.kind),
        start=version.start_date,
        end=version.end_date,
        is_permanent=version.end_date is None,
        hours=(hours, hours),
        is_adult=version.is_adult,
    )
    return _of_person(candidate, job, preferences_of(candidate).work_right) if knows_person else job


def _of_job(opportunity: Opportunity, seen: matching.Opportunity) -> PlacementFacts:
    start = seen.start
    return PlacementFacts(
        country=seen.place.country if seen.place else opportunity.country,
        kind=OpportunityKind(opportunity.kind) if opportunity.kind else seen.kind,
        start=start,
        end=_last_day(start, seen.months) if start and seen.months else None,
        is_permanent=seen.months == 0,
        hours=seen.hours,
    )


def _last_day(start: dt.date, months: float) -> dt.date:
    half = dt.timedelta(days=HALF_MONTH if months % 1 else 0)
    return max(start, months_after(start, int(months)) + half - dt.timedelta(days=1))


def _of_person(candidate: Candidate, job: PlacementFacts, stated: tuple[str, ...] | None) -> PlacementFacts:
    permit: WorkPermit | None = getattr(candidate, "permit", None)
    return PlacementFacts(
        country=job.country,
        kind=job.kind,
        start=job.start,
        end=job.end,
        is_permanent=job.is_permanent,
        hours=job.hours,
        is_adult=job.is_adult,
        ground=Ground(permit.ground) if permit and permit.ground else None,
        ground_country=permit.country if permit else "",
        stated_countries=stated,
        graduated=_graduation(candidate, permit),
    )


def _graduation(candidate: Candidate, permit: WorkPermit | None) -> tuple[dt.date, dt.date | None] | None:
    """
    Earliest and latest day. Who said after it that a permit for studies holds may be studying again: when that ends is
    not known.
    """
    first, last = candidate.graduates_from, candidate.graduates_until
    if first is None or last is None:
        return None
    studies_again = (
        permit is not None and permit.ground == Ground.STUDIES and last <= localdate(permit.said_at)
    )
    return first, None if studies_again else last
