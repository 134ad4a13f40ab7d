"""Does the person declare to know the markets the work is about?"""

from __future__ import annotations

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import Outcome, Rule, Verdict


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """
    Passes with a declared knowledge of one of the markets, if the run makes that a condition.

    Declared by the person; never derived from nationality, place of birth or mother tongue.
    """
    outcome, reason = _outcome(candidate.markets, opportunity.markets, required=conditions.markets_required)
    return Verdict(Rule.MARKET, outcome, f"market.{reason}", {"markets": opportunity.markets})


def _outcome(known: tuple[str, ...], asked: tuple[str, ...], *, required: bool) -> tuple[Outcome, str]:
    if not asked or not required:
        return Outcome.PASSES, "free"
    return (Outcome.PASSES, "met") if set(asked) & set(known) else (Outcome.FAILS, "missing")


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    required = conditions.markets_required
    return pool.markets.map(lambda known: _outcome(known, opportunity.markets, required=required)[0]).astype(
        "uint8"
    )
