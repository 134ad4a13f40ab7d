"""How many stay: shares with intervals and retention curves, from people who are asked again and sometimes answer."""

from brobygger.core.effects.checks import objections
from brobygger.core.effects.data import STILL_HERE, Answers, Histories, WrongHistory
from brobygger.core.effects.intervals import wilson
from brobygger.core.effects.result import (
    FEWEST_FOR_SHARES,
    FEWEST_SHOWN,
    LOW_ANSWER_RATE,
    Curve,
    Evidence,
    Retention,
    Share,
)
from brobygger.core.effects.shares import evidence_of, share_of
from brobygger.core.effects.solve import retention_of

__all__ = [
    "FEWEST_FOR_SHARES",
    "FEWEST_SHOWN",
    "LOW_ANSWER_RATE",
    "STILL_HERE",
    "Answers",
    "Curve",
    "Evidence",
    "Histories",
    "Retention",
    "Share",
    "WrongHistory",
    "evidence_of",
    "objections",
    "retention_of",
    "share_of",
    "wilson",
]
