"""May the person work in the country of the place, or does the employer help with a permit?"""

from __future__ import annotations

from brobygger.core.matching.areas import countries
from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import Outcome, Rule, Value, Verdict


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """
    Passes with a right to work in the country, or where the employer supports a permit.

    An ad that accepts only people who have the right already (`citizens_only`) leaves no room for a
    permit; an ad that is silent about permits does not offer one.
    """
    outcome, reason = _outcome(candidate.work_right, opportunity)
    here = (opportunity.place.country,) if opportunity.place else ()
    parameters: dict[str, Value] = {"countries": opportunity.citizens_only or here}
    return Verdict(Rule.WORK_RIGHT, outcome, f"work_right.{reason}", parameters)


def _outcome(work_right: tuple[str, ...] | None, opportunity: Opportunity) -> tuple[Outcome, str]:
    only = countries(opportunity.citizens_only)
    wanted = only or (frozenset({opportunity.place.country}) if opportunity.place else frozenset())
    if not wanted:
        return Outcome.UNKNOWN, "no_country"
    if opportunity.permit_supported and not only:
        held = work_right is not None and countries(work_right) & wanted
        return Outcome.PASSES, "held" if held else "supported"
    if work_right is None:
        return Outcome.UNKNOWN, "unstated"
    if countries(work_right) & wanted:
        return Outcome.PASSES, "held"
    return Outcome.FAILS, "only" if only else "missing"


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    return pool.work_right.map(lambda held: _outcome(held, opportunity)[0]).astype("uint8")
