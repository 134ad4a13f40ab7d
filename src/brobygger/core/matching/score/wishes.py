"""How well the opportunity meets the person's own wishes: occupation, kind of opportunity, pay."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.credit import Relations
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.eligibility.kind import suits
from brobygger.core.matching.eligibility.pay import offered
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.score.occupation import PERCENT, closeness, closest
from brobygger.core.matching.score.scale import (
    FULL,
    HALF,
    UNKNOWN,
    Column,
    PartScore,
    Rows,
    everywhere,
)
from brobygger.core.matching.weights import Part
from brobygger.core.reading import OpportunityKind

GENEROUS = 5  # the pay counts in full from a fifth above the floor


def part(
    candidate: Candidate, opportunity: Opportunity, relations: Relations, conditions: Conditions
) -> PartScore:
    """Mean of those wishes that can be told; unknown if none can."""
    values = {
        "occupation": _occupation(candidate, opportunity, relations),
        "kind": kind_value(candidate.kinds, opportunity.kind),
        "pay": pay_value(candidate, opportunity, conditions),
    }
    known = {name: value for name, value in values.items() if value != UNKNOWN}
    if not known:
        return PartScore(Part.WISHES, None, "wishes.unstated")
    met = tuple(name for name, value in known.items() if value >= HALF)
    value = sum(known.values()) // len(known)
    return PartScore(
        Part.WISHES, value, "wishes.met" if met else "wishes.missed", {"met": met, "asked": len(known)}
    )


def _occupation(candidate: Candidate, opportunity: Opportunity, relations: Relations) -> int:
    if not candidate.wished_occupations or not opportunity.occupations:
        return UNKNOWN
    return closest(candidate.wished_occupations, opportunity.occupations, relations)[0] * PERCENT


def kind_value(wished: tuple[OpportunityKind, ...], kind: OpportunityKind | None) -> int:
    if not wished or kind is None:
        return UNKNOWN
    return FULL * suits(wished, kind)


def pay_value(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> int:
    """Half at the floor, full from a fifth above it, 0 below it."""
    floor, pay = candidate.pay_floor, opportunity.pay
    amount = conditions.amount(pay, floor.currency) if floor and pay else None
    if floor is None or amount is None:
        return UNKNOWN
    least, most = int(floor.amount + 0.5), int(amount + 0.5)
    return 0 if most < least else min(FULL, HALF + HALF * GENEROUS * (most - least) // max(1, least))


def column(pool: Pool, opportunity: Opportunity, rows: Rows, conditions: Conditions) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    kind = opportunity.kind
    kinds: Column = pool.cached(
        ("wished kind", kind), lambda: pool.kinds.map(lambda wished: kind_value(wished, kind))
    )
    values = np.stack(
        [
            closeness(pool, pool.wished, opportunity.occupations, rows),
            kinds[rows],
            _pay_column(pool, opportunity, rows, conditions),
        ]
    )
    return mean_of_known(values)


def mean_of_known(values: npt.NDArray[np.int32]) -> Column:
    """Mean of the known values of each column, rounded down; unknown where none is known."""
    known = values != UNKNOWN
    count = known.sum(axis=0)
    mean = np.where(known, values, 0).sum(axis=0) // np.maximum(1, count)
    return np.where(count > 0, mean, UNKNOWN).astype(np.int32)


def _pay_column(pool: Pool, opportunity: Opportunity, rows: Rows, conditions: Conditions) -> Column:
    """`pay_value` for some rows of a pool, shape (rows,)."""
    if opportunity.pay is None:
        return everywhere(UNKNOWN, rows)
    amounts, floors = offered(pool, opportunity, conditions, rows), pool.pay_floor[rows]
    known = ~np.isnan(amounts) & ~np.isnan(floors)
    least = np.floor(np.where(known, floors, 0) + 0.5).astype(np.int64)
    most = np.floor(np.where(known, amounts, 0) + 0.5).astype(np.int64)
    above = np.minimum(FULL, HALF + HALF * GENEROUS * np.maximum(0, most - least) // np.maximum(1, least))
    return np.where(known, np.where(most < least, 0, above), UNKNOWN).astype(np.int32)
