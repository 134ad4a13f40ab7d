"""Does the pay reach the lowest that the person accepts?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Floats, Pool
from brobygger.core.matching.verdict import (
    FAILS,
    PASSES,
    UNKNOWN,
    Outcome,
    Rule,
    Value,
    Verdict,
)


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """Passes if the highest pay offered is at least the floor; unknown if they cannot be compared."""
    floor, pay = candidate.pay_floor, opportunity.pay
    if floor is None:
        return Verdict(Rule.PAY, Outcome.PASSES, "pay.free")
    parameters: dict[str, Value] = {"floor": floor.amount, "floor_currency": floor.currency}
    if pay is None:
        return Verdict(Rule.PAY, Outcome.UNKNOWN, "pay.unstated", parameters)
    parameters |= {"pay": pay.amount, "pay_currency": pay.currency}
    amount = conditions.amount(pay, floor.currency)
    if amount is None:
        return Verdict(Rule.PAY, Outcome.UNKNOWN, "pay.currency", parameters)
    if amount >= floor.amount:
        return Verdict(Rule.PAY, Outcome.PASSES, "pay.met", parameters)
    return Verdict(Rule.PAY, Outcome.FAILS, "pay.below", parameters)


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    stated = ~np.isnan(pool.pay_floor)
    if opportunity.pay is None:
        return np.where(stated, UNKNOWN, PASSES).astype(np.uint8)
    amounts = offered(pool, opportunity, conditions, np.arange(len(pool)))
    outcome = np.where(amounts >= pool.pay_floor, PASSES, FAILS)
    outcome = np.where(np.isnan(amounts), UNKNOWN, outcome)
    return np.where(stated, outcome, PASSES).astype(np.uint8)


def offered(
    pool: Pool, opportunity: Opportunity, conditions: Conditions, rows: npt.NDArray[np.intp]
) -> Floats:
    """The pay offered in the currency of each candidate of `rows`, NaN if not comparable, shape (rows,)."""
    pay, currencies = opportunity.pay, pool.pay_currency
    if pay is None:
        return np.full(len(rows), np.nan)
    amounts = [conditions.amount(pay, currency) for currency in currencies.values]
    return np.array([np.nan if one is None else one for one in amounts], np.float64)[currencies.codes[rows]]
