"""The rules of eligibility by name, and what one of them says about one pair."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | float | dt.date | tuple[str, ...]


class Rule(StrEnum):
    """A condition of one side that the other side's facts must meet, in the order they are shown."""

    LANGUAGE = "language"
    WORK_RIGHT = "work_right"
    EDUCATION = "education"
    START = "start"
    DURATION = "duration"
    HOURS = "hours"
    PAY = "pay"
    KIND = "kind"
    PLACE = "place"
    MARKET = "market"


class Outcome(IntEnum):
    """UNKNOWN: a condition is stated, but the fact that would meet it is not."""

    FAILS = 0
    UNKNOWN = 1
    PASSES = 2


# The same as plain numbers, for arrays: numpy is slow to unwrap a member of an enumeration.
FAILS, UNKNOWN, PASSES = (int(one) for one in Outcome)


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What a rule says about a candidate and an opportunity.

    Args:
        rule: which rule.
        outcome: passes, fails or unknown.
        reason: key of the sentence that says why ("language.below").
        parameters: what the sentence needs: levels, dates, minutes, codes.
        subject: what within the rule: the languages of a need ("nb|da"), else "".

    """

    rule: Rule
    outcome: Outcome
    reason: str
    parameters: Mapping[str, Value] = field(default_factory=dict)
    subject: str = ""

    @property
    def check(self) -> Check:
        return Check(self.rule, self.subject)


@dataclass(frozen=True, slots=True, order=True)
class Check:
    """A rule as it applies to one opportunity: there is one language check per language need."""

    rule: Rule
    subject: str = ""

    def __str__(self) -> str:
        return f"{self.rule}:{self.subject}" if self.subject else str(self.rule)
