"""How many of the work's markets the person declares to know."""

from __future__ import annotations

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


def _value(known: tuple[str, ...], asked: frozenset[str]) -> int:
    return FULL * len(asked & set(known)) // len(asked) if known else UNKNOWN


def part(candidate: Candidate, opportunity: Opportunity) -> PartScore:
    """Share of the markets; unknown if there are none or the person declares none."""
    asked = frozenset(opportunity.markets)
    if not asked or not candidate.markets:
        return PartScore(Part.MARKETS, None, "markets.unstated")
    known = tuple(sorted(asked & set(candidate.markets)))
    value = _value(candidate.markets, asked)
    return PartScore(Part.MARKETS, value, "markets.known" if known else "markets.other", {"markets": known})


def column(pool: Pool, opportunity: Opportunity, rows: Rows) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    asked = frozenset(opportunity.markets)
    if not asked:
        return everywhere(UNKNOWN, rows)
    found: Column = pool.cached(
        ("market share", asked), lambda: pool.markets.map(lambda known: _value(known, asked))
    )
    return found[rows]
