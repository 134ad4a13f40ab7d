"""What a rule says of a placement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from brobygger.core.country_rules.data import DatedRule, RuleKey


class Standing(StrEnum):
    """ASK: it cannot be told, a person of the authority has to be asked."""

    HOLDS = "holds"
    FAILS = "fails"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One line of the checklist.

    Args:
        key: what it is about.
        standing: holds, does not hold, cannot be told.
        reason: key of the sentence that says why (“student_hours.above”).
        day: whose rules were looked at: the first day of the placement, or today where it is not known.
        rule: the rule of that day; None: none is known for it.
        authority: who can be asked.
        figures: what the sentence needs: hours, months, days.
    """

    key: RuleKey
    standing: Standing
    reason: str
    day: dt.date
    rule: DatedRule | None
    authority: str
    figures: Mapping[str, float | int | dt.date] = field(default_factory=dict)
