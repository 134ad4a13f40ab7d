"""The facts of a reading that a profile is made of: possible ones, the surest first, pay by the month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from brobygger.core.matching.data import HIGHEST_PAY, LONGEST_YEARS, MOST_HOURS, MonthlyPay
from brobygger.core.reading import (
    Duration,
    Education,
    Experience,
    Fact,
    Hours,
    Modality,
    Pay,
    PayPeriod,
    Reading,
    Remote,
)

T = TypeVar("T")

# Full-time hours a week by currency: collective agreements in Denmark (37) and Norway (37.5), the
# Swedish Working Hours Act (40); 40 elsewhere. They turn pay by the hour into pay by the month.
WEEKLY_HOURS: Mapping[str, float] = {"DKK": 37.0, "NOK": 37.5, "SEK": 40.0}
USUAL_WEEKLY_HOURS = 40.0
WEEKS_A_MONTH = 52 / 12


def monthly(amount: float, pay: Pay) -> MonthlyPay:
    """An amount of a pay fact as pay for a full month, in whole units of the currency."""
    return MonthlyPay(float(round(amount * month_factor(pay))), pay.currency)


def month_factor(pay: Pay) -> float:
    hours = WEEKLY_HOURS.get(pay.currency, USUAL_WEEKLY_HOURS)
    return {PayPeriod.HOUR: hours * WEEKS_A_MONTH, PayPeriod.MONTH: 1.0, PayPeriod.YEAR: 1 / 12}[pay.period]


def facts_of(reading: Reading, of: type[T]) -> Iterator[tuple[Fact, T]]:
    """The facts of one class that can be true; a misread "120 years" is left out."""
    return (
        (fact, fact.value) for fact in reading.facts if isinstance(fact.value, of) and is_possible(fact.value)
    )


def is_possible(value: object) -> bool:
    match value:
        case Education(eqf=int(eqf)):
            return 1 <= eqf <= 8
        case Experience(years=years):
            return 0 <= years <= LONGEST_YEARS
        case Duration(months=months):
            return 0 <= months <= 12 * LONGEST_YEARS
        case Remote(share=share):
            return 0 <= share <= 1
        case Hours(minimum=least, maximum=most):
            return 0 <= least <= most <= MOST_HOURS
        case Pay(minimum=least, maximum=most):
            highest = least if most is None else most
            return 0 <= least <= highest and highest * month_factor(value) <= HIGHEST_PAY
    return True


def values_of(reading: Reading, of: type[T]) -> list[T]:
    return [value for _, value in facts_of(reading, of)]


def surest(reading: Reading, of: type[T]) -> Iterator[T]:
    """Values by confidence; of equals the first in the text."""
    return (value for _, value in sorted(facts_of(reading, of), key=lambda pair: -pair[0].confidence))


def strongest_of(values: list[T], modality: Callable[[T], Modality]) -> list[T]:
    """The musts, or if there are none the advantages."""
    for wanted in (Modality.REQUIRED, Modality.PREFERRED):
        found = [one for one in values if modality(one) is wanted]
        if found:
            return found
    return []


def first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def words_of(reading: Reading, fact: Fact) -> str:
    return reading.document.text[fact.span.start : fact.span.end]
