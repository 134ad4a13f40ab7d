"""
Where people come and go: which few rounds make a choice impossible, so that the flow can be told.

A participant's chosen pairs can have rounds of their own unless some of them share too few rounds between them (Hall).
Such a set becomes a cut: a bound on the pairs in it that every timetable keeps, and that the flow can carry.
"""

from __future__ import annotations

from collections.abc import Sequence

from brobygger.core.scheduling.board import masks
from brobygger.core.scheduling.choosing import Cut
from brobygger.core.scheduling.data import Ints, Pairs
from brobygger.core.scheduling.rooms import Room


class Common:
    """The rounds that both sides of a pair have free, as a set of bits."""

    def __init__(self, pairs: Pairs, room: Room) -> None:
        self.student, self.company = pairs.ends
        self.student_free, self.company_free = masks(room.student_free), masks(room.seats_free > 0)

    def __call__(self, pair: int) -> int:
        return self.student_free[self.student[pair]] & self.company_free[self.company[pair]]


def crowded(common: Common, room: Room, chosen: Ints, known: Sequence[Cut]) -> list[Cut]:
    """
    New cuts that the chosen pairs break, ready for `choose` together with the known ones.

    Two cuts of a participant that overlap without one lying in the other cannot both be carried; the later is left out.
    """
    cuts = list(known)
    for of_company, owners, free in (
        (False, common.student, room.student_free.astype(int)),
        (True, common.company, room.seats_free),
    ):
        mine: dict[int, list[int]] = {}
        for pair in chosen.tolist():
            mine.setdefault(owners[pair], []).append(pair)
        for row, pairs in sorted(mine.items()):
            shared = [common(pair) for pair in pairs]
            if len(pairs) < 2 and shared[0]:
                continue
            seats = free[row].tolist()
            for rounds in _too_few(shared, seats):
                most = sum(count for number, count in enumerate(seats) if rounds >> number & 1)
                cut = Cut(of_company, row, rounds, most)
                if all(_nests(cut, other) for other in cuts):
                    cuts.append(cut)
    return sorted(cuts, key=lambda cut: -cut.rounds.bit_count()) if len(cuts) > len(known) else []


def _nests(cut: Cut, other: Cut) -> bool:
    """Whether one lies in the other, or they have nothing to do with each other."""
    if (cut.of_company, cut.row) != (other.of_company, other.row):
        return True
    both = cut.rounds & other.rounds
    return cut.rounds != other.rounds and both in {0, cut.rounds, other.rounds}


def _too_few(masks: Sequence[int], seats: Sequence[int]) -> list[int]:
    """Sets of rounds into which more of the pairs have to go than there are seats; [] if all find one."""
    held: list[list[int]] = [[] for _ in seats]
    found = []
    for pair in sorted(range(len(masks)), key=lambda one: masks[one].bit_count()):
        reached = _seat(pair, masks, seats, held, 0)
        if reached >= 0:
            found.append(reached)
    return list(dict.fromkeys(found))


def _seat(pair: int, masks: Sequence[int], seats: Sequence[int], held: list[list[int]], seen: int) -> int:
    """Give a pair a seat, moving others if need be: -1; or else the full rounds that were reached."""
    ways = masks[pair] & ~seen
    while ways:
        low = ways & -ways
        seen |= low
        number = low.bit_length() - 1
        if len(held[number]) < seats[number]:
            held[number].append(pair)
            return -1
        for other in held[number]:
            reached = _seat(other, masks, seats, held, seen)
            if reached < 0:
                held[number].remove(other)
                held[number].append(pair)
                return -1
            seen |= reached
        ways = masks[pair] & ~seen
    return seen
