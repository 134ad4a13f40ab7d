"""Is it the kind of opportunity that the person looks for?"""

from __future__ import annotations

from collections.abc import Mapping

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import Outcome, Rule, Verdict
from brobygger.core.reading import OpportunityKind

# Kinds that suit whoever wishes another one: few ads say in words that a job is for graduates.
ALSO_SUITS: Mapping[OpportunityKind, frozenset[OpportunityKind]] = {
    OpportunityKind.GRADUATE_JOB: frozenset({OpportunityKind.JOB}),
    OpportunityKind.JOB: frozenset({OpportunityKind.GRADUATE_JOB}),
}


def suits(wished: tuple[OpportunityKind, ...], kind: OpportunityKind) -> bool:
    return kind in wished or any(kind in ALSO_SUITS.get(one, ()) for one in wished)


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """Passes if the kind is among those wished for, or suits one of them; no wish: any kind."""
    outcome, reason = _outcome(candidate.kinds, opportunity.kind)
    parameters = {"kind": opportunity.kind.value if opportunity.kind else ""}
    return Verdict(Rule.KIND, outcome, f"kind.{reason}", parameters)


def _outcome(wished: tuple[OpportunityKind, ...], kind: OpportunityKind | None) -> tuple[Outcome, str]:
    if not wished:
        return Outcome.PASSES, "free"
    if kind is None:
        return Outcome.UNKNOWN, "unstated"
    return (Outcome.PASSES, "met") if suits(wished, kind) else (Outcome.FAILS, "other")


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    return pool.kinds.map(lambda wished: _outcome(wished, opportunity.kind)[0]).astype("uint8")
