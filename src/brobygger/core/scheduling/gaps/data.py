"""Meetings that are agreed already and want a slot: who, when they can, what has to come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property


class Session(Enum):
    """The part of the day in which a meeting is to be."""

    MORNING = 1
    AFTERNOON = 2
    ANY = 3


@dataclass(frozen=True, slots=True)
class Agreed:
    """
    A meeting of two that takes one slot and one table.

    Args:
        first, second: rows of the participants.
        session: the part of the day.
        fixed: the slot it has already, from 0; None: any.
        after: rows of meetings that are in an earlier slot.
    """

    first: int
    second: int
    session: Session = Session.ANY
    fixed: int | None = None
    after: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Agenda:
    """
    A day of agreed meetings; every one of them is to be held.

    Args:
        participants: their ids, each different.
        meetings: in any order.
        slots: of the day, in the order of time.
        morning: slots that are in the morning, the first ones.
        tables: in each slot, shape (slots,).
        away: slots in which each participant cannot meet, shape (participants,).
        spread: most gaps by which two participants with a meeting may differ; None: any.

    Raises:
        ValueError: a row, a slot or a length that cannot be.
    """

    participants: tuple[str, ...]
    meetings: tuple[Agreed, ...]
    slots: int
    morning: int
    tables: tuple[int, ...]
    away: tuple[frozenset[int], ...]
    spread: int | None = None

    def __post_init__(self) -> None:
        found = next(self._wrong(), None)
        if found:
            raise ValueError(found)

    @cached_property
    def meetings_of(self) -> tuple[tuple[int, ...], ...]:
        """Rows of the meetings of each participant."""
        found: list[list[int]] = [[] for _ in self.participants]
        for row, one in enumerate(self.meetings):
            found[one.first].append(row)
            found[one.second].append(row)
        return tuple(map(tuple, found))

    def name(self, meeting: int) -> str:
        one = self.meetings[meeting]
        return f"{self.participants[one.first]} with {self.participants[one.second]}"

    def _wrong(self) -> Iterator[str]:
        people, rows = len(self.participants), len(self.meetings)
        if self.slots < 0 or not 0 <= self.morning <= self.slots:
            yield f"the morning has 0 to {self.slots} of the slots, got {self.morning}"
        if len(set(self.participants)) != people:
            yield "two participants have the same id"
        if len(self.tables) != self.slots or min(self.tables, default=0) < 0:
            yield f"tables are {self.slots} numbers from 0, got {self.tables}"
        if len(self.away) != people:
            yield f"times away are of {people} participants, got {len(self.away)}"
        if self.spread is not None and self.spread < 0:
            yield f"the spread is 0 or more, got {self.spread}"
        for number, away in enumerate(self.away):
            if not all(0 <= slot < self.slots for slot in away):
                yield f"participant {number + 1} is away in a slot that there is not"
        for number, one in enumerate(self.meetings):
            name = f"meeting {number + 1}"
            if not (0 <= one.first < people and 0 <= one.second < people) or one.first == one.second:
                yield f"{name} names two different participants from 1 to {people}"
            if one.fixed is not None and not 0 <= one.fixed < self.slots:
                yield f"{name} is fixed to a slot from 1 to {self.slots}"
            if not all(0 <= row < rows for row in one.after):
                yield f"{name} comes after a meeting from 1 to {rows}"
