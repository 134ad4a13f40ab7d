"""Who may meet whom and when, as the planner sees it: ids, whole numbers and arrays, nothing that identifies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from brobygger.core.scheduling.records import MUTUAL, Company, Resource, Round, Student

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Side:
    """
    One side's participants as arrays; n participants, R rounds, Q resources.

    Args:
        ids: in the order of the arrays.
        present: shape (n, R).
        minimum, maximum, breaks, tables, group: shape (n,); tables and group are 1 for students.
        rests: shape (n,).
        needs: shape (n, Q).
    """

    ids: tuple[str, ...]
    present: Bools
    minimum: Ints
    maximum: Ints
    breaks: Ints
    rests: Bools
    tables: Ints
    group: Ints
    needs: Bools

    @classmethod
    def of(
        cls, members: Sequence[Student] | Sequence[Company], rounds: int, resources: Sequence[str]
    ) -> Side:
        """From records whose ids, rounds and resources are known to be right."""
        size = len(members)
        present = np.ones((size, rounds), bool)
        needs = np.zeros((size, len(resources)), bool)
        places = {name: place for place, name in enumerate(resources)}
        everybody: list[Student | Company] = [*members]
        for row, one in enumerate(everybody):
            if one.absent:
                present[row, [number for number in one.absent if number < rounds]] = False
            for name in one.needs:
                needs[row, places[name]] = True
        firms = [one if isinstance(one, Company) else None for one in everybody]
        return cls(
            tuple(one.id for one in everybody),
            present,
            np.fromiter((one.minimum for one in everybody), np.int64, size),
            np.fromiter((_most(one) for one in everybody), np.int64, size),
            np.fromiter((one.breaks for one in everybody), np.int64, size),
            np.fromiter((one.rests for one in everybody), bool, size),
            np.fromiter((1 if one is None else one.recruiters for one in firms), np.int64, size),
            np.fromiter((1 if one is None else one.group for one in firms), np.int64, size),
            needs,
        )

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def row_of(self) -> dict[str, int]:
        return {one: row for row, one in enumerate(self.ids)}

    @property
    def seats(self) -> Ints:
        """Meetings that may be held in each round, shape (n, R)."""
        return self.present * (self.tables * self.group)[:, None]


UNLIMITED = 1 << 40


def _most(one: Student | Company) -> int:
    return UNLIMITED if one.maximum is None else one.maximum


@dataclass(frozen=True, eq=False)
class Pairs:
    """
    Possible meetings as arrays, shape (m,): rows of the two sides, worth, scores, and what must or must never be.

    No pair stands twice.
    """

    student: Ints
    company: Ints
    worth: Ints
    student_score: Ints
    company_score: Ints
    must: Bools
    never: Bools

    def __len__(self) -> int:
        return len(self.worth)

    @classmethod
    def of(
        cls,
        student: npt.ArrayLike,
        company: npt.ArrayLike,
        student_score: npt.ArrayLike,
        company_score: npt.ArrayLike,
        *,
        must: npt.ArrayLike | None = None,
        never: npt.ArrayLike | None = None,
        mutual: int = MUTUAL,
    ) -> Pairs:
        first, second = np.asarray(student_score, np.int64), np.asarray(company_score, np.int64)
        none = np.zeros(len(first), bool)
        return cls(
            np.asarray(student, np.int64),
            np.asarray(company, np.int64),
            first + second + mutual * ((first > 0) & (second > 0)),
            first,
            second,
            none if must is None else np.asarray(must, bool),
            none if never is None else np.asarray(never, bool),
        )

    @cached_property
    def ends(self) -> tuple[list[int], list[int]]:
        """Rows of students and of companies as plain numbers, which Python reads faster one by one."""
        return self.student.tolist(), self.company.tolist()

    @cached_property
    def best_first(self) -> tuple[Ints, Ints]:
        """All pairs by student, and all by company, each one's best first."""
        return best_first(self.student, self.worth), best_first(self.company, self.worth)


def best_first(owner: Ints, worth: Ints, later: Ints | None = None) -> Ints:
    """Places by owner, each one's largest worth first; of equal ones the one that is `later` least, then as they stand."""
    if not len(owner):
        return np.zeros(0, np.int64)
    high, bits = int(worth.max()), len(owner).bit_length()
    span = high - int(worth.min()) + 1
    wide = 1 if later is None else int(later.max()) + 1
    if (int(owner.max()) + 1) * span * wide >> (62 - bits):
        return np.lexsort((-worth, owner) if later is None else (later, -worth, owner))
    # all in one number: sorting numbers is ten times as fast as sorting by columns
    key = owner * span + (high - worth)
    if later is not None:
        key = key * wide + later
    return np.sort((key << bits) + np.arange(len(owner))) & (1 << bits) - 1


def _none() -> Ints:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class SchedulingProblem:
    """
    An evening to be planned. Make one with `problem_of`, which says in words what is wrong, or from arrays.

    Args:
        students, companies: the two sides.
        rounds: in the order of time.
        pairs: who may meet whom, and what it is worth.
        resources: what there is only so much of in a round.
        table_names: of each company, as many as its recruiters; empty: numbered.
        fixed_pair, fixed_round, fixed_table: appointments that stay, shape (f,): rows of `pairs`, rounds, tables.
        first_open: rounds before it are over: nothing but what is fixed happens in them.
    """

    students: Side
    companies: Side
    rounds: tuple[Round, ...]
    pairs: Pairs
    resources: tuple[Resource, ...] = ()
    table_names: tuple[tuple[str, ...], ...] = ()
    fixed_pair: Ints = field(default_factory=_none)
    fixed_round: Ints = field(default_factory=_none)
    fixed_table: Ints = field(default_factory=_none)
    first_open: int = 0

    def __post_init__(self) -> None:
        pairs, width = self.pairs, len(self.rounds)
        for side, rows in ((self.students, pairs.student), (self.companies, pairs.company)):
            if side.present.shape != (len(side), width):
                raise ValueError(f"presence must have shape {(len(side), width)}, got {side.present.shape}")
            if np.count_nonzero((rows < 0) | (rows >= len(side))):
                raise ValueError(f"rows of a side of {len(side)} are 0 to {len(side) - 1}, got {rows.max()}")
        if np.count_nonzero(pairs.worth < 0):
            raise ValueError(f"a meeting is worth 0 or more, got {pairs.worth.min()}")
        numbers = np.sort(pairs.student * max(1, len(self.companies)) + pairs.company)
        if np.count_nonzero(numbers[1:] == numbers[:-1]):
            raise ValueError("a pair stands twice")

    @cached_property
    def follows(self) -> Bools:
        """Whether each round comes right after the one before, shape (R,); a pause as long as a round is a rest."""
        near = [False] * len(self.rounds)
        for number in range(1, len(self.rounds)):
            before, after = self.rounds[number - 1], self.rounds[number]
            pause = dt.timedelta(0) if before.end is None or after.start is None else after.start - before.end
            near[number] = pause < dt.timedelta(minutes=before.minutes)
        return np.array(near, bool)

    @cached_property
    def needs(self) -> Bools:
        """Whether a meeting takes one of each resource, shape (pairs, resources)."""
        return self.students.needs[self.pairs.student] | self.companies.needs[self.pairs.company]

    @cached_property
    def has_somebody(self) -> Bools:
        """Whether there is a pair that each student may meet in, shape (students,)."""
        found = np.zeros(len(self.students), bool)
        found[self.pairs.student[~self.pairs.never]] = True
        return found

    @cached_property
    def has_demands(self) -> bool:
        """Whether anything is asked that could be impossible."""
        asked = (self.pairs.must, self.students.minimum, self.companies.minimum)
        return len(self.fixed_pair) > 0 or any(map(np.count_nonzero, asked))

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that this problem asks to be kept, beside one place at a time and no pair twice."""
        sides = (self.students, self.companies)
        asked = {
            "presence": any(not side.present.all() for side in sides),
            "must": bool(self.pairs.must.any()),
            "never": bool(self.pairs.never.any()),
            "minimum": any((side.minimum > 0).any() for side in sides),
            "maximum": any(
                (side.maximum < len(self.rounds) * side.tables * side.group).any() for side in sides
            ),
            "breaks": any((side.breaks > 0).any() for side in sides),
            "rests": any(side.rests.any() for side in sides),
            "resources": bool(self.resources),
            "fixed": bool(len(self.fixed_pair)),
        }
        return ("place", "tables", *(name for name, is_asked in asked.items() if is_asked))
