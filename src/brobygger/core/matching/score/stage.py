"""Whether the person is where the kind of opportunity is for: still studying, or just through."""

from __future__ import annotations

import datetime as dt

import numpy as np

from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.score.scale import (
    FULL,
    UNKNOWN,
    Column,
    PartScore,
    Rows,
    everywhere,
)
from brobygger.core.matching.weights import Part
from brobygger.core.reading import OpportunityKind

FOR_STUDENTS = frozenset({OpportunityKind.INTERNSHIP, OpportunityKind.STUDENT_JOB, OpportunityKind.THESIS})
# A job for graduates is for who finished in the last two years, or will within one.
SINCE, UNTIL = dt.timedelta(days=731), dt.timedelta(days=366)
ANY_DAY = dt.timedelta(days=200 * 366)  # of whoever studies longer


def part(candidate: Candidate, opportunity: Opportunity) -> PartScore:
    """
    Full if the last education ends when who is sought would end it, else 0; unknown where it cannot be told.

    Years of work are of no consequence here, nor is when somebody began or how old they are.
    """
    wanted, end = wanted_days(opportunity), candidate.studies_end
    if wanted is None or end is None:
        return PartScore(Part.STAGE, None, "stage.unstated")
    first, last = wanted
    fits = first <= end <= last
    sought = "student" if opportunity.kind in FOR_STUDENTS else "graduate"
    reason = f"stage.{sought}" if fits else f"stage.{sought}_later" if end > last else f"stage.{sought}_past"
    return PartScore(Part.STAGE, FULL if fits else 0, reason, {"end": end})


def wanted_days(opportunity: Opportunity) -> tuple[dt.date, dt.date] | None:
    """First and last day on which the education of who is sought may end; None: the kind is for anybody."""
    day = opportunity.start or opportunity.posted
    if day is None:
        return None
    if opportunity.kind in FOR_STUDENTS:
        return day, day + ANY_DAY
    if opportunity.kind is OpportunityKind.GRADUATE_JOB:
        return day - SINCE, day + UNTIL
    return None


def column(pool: Pool, opportunity: Opportunity, rows: Rows) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    wanted = wanted_days(opportunity)
    if wanted is None:
        return everywhere(UNKNOWN, rows)
    ends = pool.studies_end[rows]
    fits = (wanted[0].toordinal() <= ends) & (ends <= wanted[1].toordinal())
    return np.where(ends < 0, UNKNOWN, fits * FULL).astype(np.int32)
