"""What pairs score, without reasons: for lists that fill themselves, such as wishes for an evening of talks."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from brobygger.apps.base.models import all_rows
from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.matching.queries.rankings import weights_of
from brobygger.apps.opportunities.adapters import read_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.opportunities.queries.scoring import Scoring, scored_by
from brobygger.core.matching import opportunity_list


def known_to_matching(candidates: Iterable[int]) -> set[int]:
    """Of these candidates those whom the matching ranks: a pair of theirs without a score is excluded by a rule."""
    return set(candidates) & set(live_pool().keys.tolist())


def pair_scores(opportunities: Iterable[int], candidates: Iterable[int]) -> dict[tuple[int, int], int]:
    """
    Percent of the highest possible score by (opportunity, candidate). A fixed number of queries, whatever the size.

    Pairs that a rule excludes, and candidates who did not agree to be ranked, are left out. Whom a reader may see of
    them is the caller's to ask.
    """
    wanted = np.fromiter(set(candidates), np.int64)
    live = live_pool()
    among = np.isin(live.keys, wanted)
    found: dict[tuple[int, int], int] = {}
    if not among.any():
        return found
    with all_rows():  # scores, and no row, are handed on
        rows = (
            Opportunity.objects.filter(pk__in=set(opportunities)).select_related("programme").order_by("pk")
        )
        weights = {str(one.pk): weights_of(one) for one in rows}
        seen = list(read_opportunities(rows))
    for opportunity in seen:
        listed = opportunity_list(live.pool, opportunity, weights=weights[opportunity.id])
        for one in listed.best(len(wanted), among):
            found[int(opportunity.id), int(one.candidate)] = round(100 * one.score)
    return found


scored_by(Scoring(pair_scores, known_to_matching))
