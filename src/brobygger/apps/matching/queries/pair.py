"""The page “why this place”: one candidate and one opportunity, and what would have changed it."""

from __future__ import annotations

from dataclasses import dataclass

from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.matching.queries.rankings import weights_of
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.adapters import load_candidates
from brobygger.apps.people.models import Candidate
from brobygger.core import matching
from brobygger.core.matching import (
    Counterfactual,
    Explanation,
    Part,
    Side,
    Weights,
    counterfactuals,
    explain,
    score_pair,
)
from brobygger.core.matching.score import FULL


@dataclass(frozen=True, slots=True)
class PairView:
    """
    A candidate and an opportunity, for the candidate to read.

    Args:
        percent: the score in percent of the highest possible.
        parts: what each part of the score came to, 0–1; None where it cannot be told.
        weights: how the parts count.
        explanation: what excludes, what fits, what is missing.
        changes: what would have opened it or raised the candidate in its list, each matched again.
        person, seen: both as the matcher sees them.
    """

    percent: int
    parts: tuple[tuple[Part, float | None], ...]
    weights: Weights
    explanation: Explanation
    changes: tuple[Counterfactual, ...]
    person: matching.Candidate
    seen: matching.Opportunity


def view_pair(candidate: Candidate, opportunity: Opportunity, *, language: str) -> PairView | None:
    """
    Why an opportunity fits a candidate or does not, and what would have changed it. A fixed number of queries.

    Args:
        language: of the reasons: "en", "da", "nb" or "sv".

    Returns:
        None for who has no CV, or does not agree to be matched.
    """
    people = load_candidates(Candidate.objects.filter(pk=candidate.pk)) if candidate.is_matched else ()
    if not people:
        return None
    (person,), live, weights = people, live_pool(), weights_of(opportunity)
    (seen,) = load_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    pair = score_pair(person, seen, taxonomy=live.taxonomy, weights=weights)
    return PairView(
        percent=round(100 * pair.score),
        parts=tuple((one.part, None if one.value is None else one.value / FULL) for one in pair.parts),
        weights=weights,
        explanation=explain(
            person, seen, taxonomy=live.taxonomy, language=language, side=Side.CANDIDATE, weights=weights
        ),
        changes=counterfactuals(person, seen, live.pool, taxonomy=live.taxonomy, weights=weights),
        person=person,
        seen=seen,
    )
