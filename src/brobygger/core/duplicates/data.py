"""Records as they are compared, and what speaks for two being the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What speaks for two records being the same, or against it."""

    NUMBER = "number"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"  # the same
    SIMILAR_NAME = "similar_name"
    PLACE = "place"
    OTHER_NUMBER = "other_number"
    OTHER_EMAIL = "other_email"
    OTHER_PLACE = "other_place"

    @property
    def speaks_against(self) -> bool:
        return self.value.startswith("other_")


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One record. Empty: not known.

    Args:
        id: the record's own number.
        number: of a company register, with its country before it.
        phone: digits alone; the last eight are compared.
    """

    id: int
    name: str
    place: str = ""
    country: str = ""
    number: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two records are the same, 0–1, and why."""

    score: float
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two records that may be the same, the lower id first."""

    first: int
    second: int
    likeness: Likeness
