"""The timetable while it is being made: who sits where in which round, and which rounds are still free for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from brobygger.core.scheduling.data import Bools, SchedulingProblem
from brobygger.core.scheduling.rooms import Room


class Board:
    """
    Meetings put into rounds and taken out again, beside those that are fixed, which are not on the board.

    A set of rounds is a whole number, one bit a round.

    Args of the attributes:
        round_of: of each pair that is on the board.
        student_can, company_can: rounds that are not over, in which a participant is there and nothing is fixed.
        student_free, company_free, resource_free: rounds in which one more meeting is within the rules.
        left: seats of each company and round; `units` the same of resources.
        pinned: meetings on the board that are not moved.
    """

    def __init__(self, problem: SchedulingProblem, room: Room) -> None:
        self.problem = problem
        pairs, companies = problem.pairs, problem.companies
        self.width = len(problem.rounds)
        self.student, self.company = pairs.ends
        self.round_of: dict[int, int] = {}
        self.student_can, self.company_can = masks(room.student_free), masks(room.seats_free > 0)
        self.met: dict[int, dict[int, int]] = {}  # student to round to pair
        self.seated: list[list[list[int]]] = [[[] for _ in range(self.width)] for _ in companies.ids]
        self.left: list[list[int]] = room.seats_free.tolist()
        self.fixed_load: list[list[int]] = room.fixed_load.tolist()
        self.tables: list[int] = companies.tables.tolist()
        self.group: list[int] = companies.group.tolist()
        self.student_rests: list[bool] = problem.students.rests.tolist()
        self.company_rests: list[bool] = companies.rests.tolist()
        is_special = companies.rests | ((companies.breaks > 0) & (companies.group > 1))
        self.company_special: list[bool] = is_special.tolist()
        present = companies.present.sum(axis=1)
        self.table_rounds: list[int] = (companies.tables * (present - companies.breaks)).tolist()
        # beside[r]: the round itself and those right before and after it
        follows = problem.follows.tolist()
        self.beside = [
            1 << number
            | (1 << number - 1 if number and follows[number] else 0)
            | (1 << number + 1 if number + 1 < self.width and follows[number + 1] else 0)
            for number in range(self.width)
        ]
        self.units: list[list[int]] = room.units_free.tolist()
        self.using: list[list[list[int]]] = [[[] for _ in range(self.width)] for _ in self.units]
        self.needs: dict[int, tuple[int, ...]] = _needs(problem)
        self.pinned: set[int] = set()
        self.student_free, self.resource_free = list(self.student_can), masks(room.units_free > 0)
        self.company_free = [
            self._company_mask(row) if special else self.company_can[row]
            for row, special in enumerate(is_special.tolist())
        ]

    def free(self, pair: int) -> int:
        """Rounds in which the pair can meet with everybody else staying where they are."""
        found = self.student_free[self.student[pair]] & self.company_free[self.company[pair]]
        for resource in self.needs.get(pair, ()):
            found &= self.resource_free[resource]
        return found

    def can(self, pair: int) -> int:
        """Rounds in which both are there."""
        return self.student_can[self.student[pair]] & self.company_can[self.company[pair]]

    def put(self, pair: int, number: int) -> None:
        student, company = self.student[pair], self.company[pair]
        self.round_of[pair] = number
        self.met.setdefault(student, {})[number] = pair
        self.student_free[student] &= ~(self.beside[number] if self.student_rests[student] else 1 << number)
        seat = self.seated[company][number]
        seat.append(pair)
        if self.company_special[company]:
            self.company_free[company] = self._company_mask(company)
        elif len(seat) >= self.left[company][number]:
            self.company_free[company] &= ~(1 << number)
        for resource in self.needs.get(pair, ()):
            using = self.using[resource][number]
            using.append(pair)
            if len(using) >= self.units[resource][number]:
                self.resource_free[resource] &= ~(1 << number)

    def take(self, pair: int) -> None:
        student, company, number = self.student[pair], self.company[pair], self.round_of.pop(pair)
        del self.met[student][number]
        if self.student_rests[student]:
            self.student_free[student] = self._student_mask(student)
        else:
            self.student_free[student] |= self.student_can[student] & 1 << number
        self.seated[company][number].remove(pair)
        if self.company_special[company]:
            self.company_free[company] = self._company_mask(company)
        else:
            self.company_free[company] |= self.company_can[company] & 1 << number
        for resource in self.needs.get(pair, ()):
            self.using[resource][number].remove(pair)
            self.resource_free[resource] |= 1 << number

    def in_the_way(self, pair: int, number: int) -> list[int] | None:
        """Meetings that must go before the pair can meet in this round; None if it cannot, or one is pinned."""
        student, company = self.student[pair], self.company[pair]
        if not (self.student_rests[student] or self.company_special[company] or self.needs or self.pinned):
            other = self.met.get(student, {}).get(number)
            first = [] if other is None else [other]
            there = self.seated[company][number]
            return [*first, there[0]] if len(there) >= self.left[company][number] else first
        near = self.beside[number] if self.student_rests[student] else 1 << number
        found = [other for at, other in self.met.get(student, {}).items() if near >> at & 1]
        for resource in self.needs.get(pair, ()):
            using = [one for one in self.using[resource][number] if one not in found]
            if self.units[resource][number] < 1:
                return None
            found += _to_remove(using, self.units[resource][number] - 1, self.pinned)
        seat = [one for one in self.seated[company][number] if one not in found]
        found += _to_remove(seat, self.left[company][number] - 1, self.pinned)
        if self.company_rests[company]:
            stay = len([one for one in seat if one not in found]) + 1 + self.fixed_load[company][number]
            tables = -(-stay // self.group[company])
            for at in _bits(self.beside[number] & ~(1 << number)):
                beside = [one for one in self.seated[company][at] if one not in found]
                keep = (self.tables[company] - tables) * self.group[company] - self.fixed_load[company][at]
                if keep < 0:
                    return None
                found += _to_remove(beside, keep, self.pinned)
        return None if any(one in self.pinned for one in found) else found

    def placed(self) -> list[int]:
        return sorted(self.round_of)

    def _student_mask(self, student: int) -> int:
        mask = self.student_can[student]
        for number in self.met.get(student, ()):
            mask &= ~self.beside[number]
        return mask

    def _company_mask(self, company: int) -> int:
        """For companies whose rounds depend on one another."""
        tables, group = self.tables[company], self.group[company]
        fixed = self.fixed_load[company]
        loads = [len(seat) + fixed[number] for number, seat in enumerate(self.seated[company])]
        used = [-(-load // group) for load in loads]
        spare = self.table_rounds[company] - sum(used)
        mask = self.company_can[company]
        for number, load in enumerate(loads):
            after = -(-(load + 1) // group)
            fits = after <= tables and after - used[number] <= spare
            if fits and self.company_rests[company]:
                near = _bits(self.beside[number] & ~(1 << number))
                fits = all(after + used[at] <= tables for at in near)
            if not fits:
                mask &= ~(1 << number)
        return mask


def masks(rows: Bools) -> list[int]:
    """Each row as a whole number, with a bit for each round."""
    if rows.all():
        return [(1 << rows.shape[1]) - 1] * len(rows)
    width = -(-rows.shape[1] // 8)
    packed = np.packbits(rows, axis=1, bitorder="little").tobytes()
    return [int.from_bytes(packed[at : at + width], "little") for at in range(0, len(packed), width)]


def _bits(mask: int) -> Iterable[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _to_remove(there: Sequence[int], keep: int, pinned: set[int]) -> list[int]:
    """Which of these go so that `keep` stay; those that are pinned last."""
    over = len(there) - keep
    return sorted(there, key=lambda one: one in pinned)[:over] if over > 0 else []


def _needs(problem: SchedulingProblem) -> dict[int, tuple[int, ...]]:
    """The resources that a meeting takes, for pairs that take any."""
    if not problem.resources:
        return {}
    needs = problem.needs
    rows = np.nonzero(needs.any(axis=1))[0].tolist()
    return {row: tuple(np.nonzero(needs[row])[0].tolist()) for row in rows}
