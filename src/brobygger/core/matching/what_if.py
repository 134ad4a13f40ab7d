"""What would change if an employer turned a dial: the whole match run again, not an estimate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Opportunity
from brobygger.core.matching.dials import Dial, Terms, dials_for
from brobygger.core.matching.eligibility import screen
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.result import Match
from brobygger.core.matching.topk import matches_of, score_eligible
from brobygger.core.matching.weights import Weights

__all__ = ["WhatIf", "what_if", "what_if_counts", "what_if_each"]

TOP = 10


@dataclass(frozen=True, slots=True)
class WhatIf:
    """
    One opportunity under other terms.

    Args:
        dials: what was turned; () for the terms as they are.
        eligible: number of eligible candidates then.
        change: how many more (or fewer) that is than under the terms as they are.
        gained: ids of those who become eligible, best match first.
        lost: ids of those who no longer are, by id.
        matches: the best of all eligible then, best first.
    """

    dials: tuple[Dial, ...]
    eligible: int
    change: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    matches: tuple[Match, ...]

    @property
    def key(self) -> str:
        return ",".join(dial.key for dial in self.dials)


def what_if(
    pool: Pool,
    opportunity: Opportunity,
    dials: Sequence[Dial],
    *,
    top: int = TOP,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> WhatIf:
    """Turn all these dials together and match again."""
    weighed, read = weights or Weights(), conditions or Conditions()
    before, _ = score_eligible(pool, opportunity, weighed, read)
    terms = Terms(opportunity, read)
    for dial in dials:
        terms = dial.turn(terms)
    screening, scored = score_eligible(pool, terms.opportunity, weighed, terms.conditions)
    eligible_before, eligible = before.eligible, screening.eligible
    ranked = scored.rows[scored.best(len(scored.rows))]
    gained = ranked[~eligible_before[ranked]]
    return WhatIf(
        dials=tuple(dials),
        eligible=len(scored.rows),
        change=len(scored.rows) - int(np.count_nonzero(eligible_before)),
        gained=_ids(pool, gained.tolist()),
        lost=_ids(pool, np.flatnonzero(eligible_before & ~eligible).tolist()),
        matches=matches_of(pool, terms.opportunity, scored, top, weighed),
    )


def what_if_each(
    pool: Pool,
    opportunity: Opportunity,
    dials: Iterable[Dial] | None = None,
    *,
    top: int = TOP,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> tuple[WhatIf, ...]:
    """Turn each dial alone, default all of `dials_for`; the first answer is the terms as they are."""
    each = dials_for(opportunity, conditions) if dials is None else tuple(dials)
    return tuple(
        what_if(pool, opportunity, turned, top=top, weights=weights, conditions=conditions)
        for turned in [(), *((dial,) for dial in each)]
    )


def what_if_counts(
    pool: Pool,
    opportunity: Opportunity,
    dials: Iterable[Dial],
    *,
    conditions: Conditions | None = None,
) -> tuple[int, ...]:
    """
    How many would be eligible with each dial turned alone; the first is the terms as they are.

    The numbers of `what_if_each`. Nobody is scored, and a pool keeps what a rule says of the terms that stay.
    """
    now = Terms(opportunity, conditions or Conditions())
    return tuple(
        int(np.count_nonzero(screen(pool, terms.opportunity, terms.conditions).eligible))
        for terms in (now, *(dial.turn(now) for dial in dials))
    )


def _ids(pool: Pool, rows: Iterable[int]) -> tuple[str, ...]:
    return tuple(pool.candidates[row].id for row in rows)
