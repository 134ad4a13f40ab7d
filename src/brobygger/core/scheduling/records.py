"""An evening as people ask for it: rounds, students, companies, resources and wishes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

MUTUAL = 6  # worth of a wish that both sides share, beside their two scores


class PairRule(StrEnum):
    """What holds for a pair whatever it is worth."""

    OPEN = "open"
    MUST = "must"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Round:
    """One meeting's time: when it begins (None: only its number counts) and how many minutes it takes."""

    start: dt.datetime | None = None
    minutes: int = 10

    def __post_init__(self) -> None:
        if self.minutes < 1:
            raise ValueError(f"a round takes 1 minute or more, got {self.minutes}")

    @property
    def end(self) -> dt.datetime | None:
        return None if self.start is None else self.start + dt.timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Student:
    """
    A person who goes from table to table.

    Args:
        id: the caller's own id, unique on both sides together.
        minimum, maximum: meetings at least and at most; None: as many as there are rounds.
        absent: rounds without this person, counted from 0.
        breaks: rounds to be free at least, of those in which the person is there.
        rests: never two meetings in a row.
        needs: resources that every meeting of this person takes one of (an interpreter, an accessible table).
    """

    id: str
    minimum: int = 0
    maximum: int | None = None
    absent: frozenset[int] = frozenset()
    breaks: int = 0
    rests: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Company:
    """
    A company at one or more tables.

    Args:
        id, minimum, maximum, absent, needs: as of a student; meetings are counted per company.
        breaks, rests: as of a student, for each recruiter.
        recruiters: each has a table of their own.
        tables: their names, as many as recruiters; empty: named after the company.
        group: students who sit at one table in one round.
    """

    id: str
    minimum: int = 0
    maximum: int | None = None
    absent: frozenset[int] = frozenset()
    breaks: int = 0
    rests: bool = False
    needs: tuple[str, ...] = ()
    recruiters: int = 1
    tables: tuple[str, ...] = ()
    group: int = 1

    @property
    def table_names(self) -> tuple[str, ...]:
        if self.tables:
            return self.tables
        if self.recruiters == 1:
            return (self.id,)
        return tuple(f"{self.id} {number}" for number in range(1, self.recruiters + 1))


@dataclass(frozen=True, slots=True)
class Resource:
    """Something there are only so many of in a round: interpreters, accessible tables."""

    name: str
    units: int


@dataclass(frozen=True, slots=True)
class Wish:
    """
    What the two sides say of one possible meeting. A pair without a wish never meets.

    Args:
        student, company: their ids.
        student_score, company_score: 0 (did not ask) and up; whole numbers.
        rule: a meeting that must be, or must never be.
    """

    student: str
    company: str
    student_score: int = 0
    company_score: int = 0
    rule: PairRule = PairRule.OPEN

    def worth(self, mutual: int = MUTUAL) -> int:
        """Both scores, and a little more where both ask for each other."""
        return worth(self.student_score, self.company_score, mutual)


def worth(student_score: int, company_score: int, mutual: int = MUTUAL) -> int:
    both = student_score > 0 and company_score > 0
    return student_score + company_score + (mutual if both else 0)
