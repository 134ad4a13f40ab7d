"""The one entrance to matching: pages, commands and batch runs all call `solve`."""

from __future__ import annotations

from collections.abc import Sequence

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import MatchProblem, Opportunity
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.result import MatchResult
from brobygger.core.matching.topk import BestOfEach, Lists, score_eligible
from brobygger.core.matching.verdict import Check
from brobygger.core.matching.weights import Weights

TOP = 20


def solve(
    problem: MatchProblem,
    *,
    top: int = TOP,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
    pool: Pool | None = None,
) -> MatchResult:
    """
    Rank the eligible candidates of every opportunity and the open opportunities of every candidate.

    Exact: every eligible pair is scored. Ties are broken by id, so the order of the input is of no
    consequence.

    Args:
        problem: who and what.
        top: length of the lists.
        weights: how much each part counts.
        conditions: how strictly the rules are read.
        pool: the problem's candidates as arrays, if the caller keeps them.

    Raises:
        ValueError: `top` is negative, or `pool` holds other candidates than the problem.

    """
    if top < 0:
        raise ValueError(f"top must not be negative, got {top}")
    weighed, read = weights or Weights(), conditions or Conditions()
    people = pool or Pool.of(problem.candidates, problem.taxonomy)
    if people.candidates is not problem.candidates and set(people.ids) != {
        one.id for one in problem.candidates
    }:
        raise ValueError("the pool and the problem must hold the same candidates")
    opportunities = sorted(problem.opportunities, key=lambda one: one.id)
    people.postings.prepare(_skills_of(people, opportunities))
    lists = Lists(len(opportunities), min(top, len(people)))
    each = BestOfEach(len(people), min(top, len(opportunities)))
    excluded: dict[str, dict[Check, int]] = {}
    eligible: dict[str, int] = {}
    for number, opportunity in enumerate(opportunities):
        screening, scored = score_eligible(people, opportunity, weighed, read)
        lists.put(number, scored)
        each.take(number, scored)
        excluded[opportunity.id] = screening.excluded
        eligible[opportunity.id] = len(scored.rows)
    candidate_ids = people.ids
    opportunity_ids = tuple(one.id for one in opportunities)
    return MatchResult(
        lists.ranked(opportunity_ids, candidate_ids),
        each.ranked(candidate_ids, opportunity_ids),
        excluded,
        eligible,
        weighed,
    )


def _skills_of(pool: Pool, opportunities: Sequence[Opportunity]) -> set[int]:
    """Numbers of all skills that are asked for, or that the occupations asked for list."""
    named = {need.uri for one in opportunities for need in one.skills}
    occupations = {uri for one in opportunities for uri in one.occupations}
    asked = {number for number in map(pool.skill_number, named) if number >= 0}
    return asked.union(*map(pool.relations.usual_skills, occupations))
