"""
Where people come and go: which few rounds make a choice impossible, so that the flow can be told.

A participant's chosen pairs can have rounds of their own unless some of them share too few rounds between them (Hall).
Such a set becomes a cut: a bound on the pairs in it that every timetable keeps, and that the flow can carry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brobygger.core.scheduling.board import Board
from brobygger.core.scheduling.choosing import Cut
from brobygger.core.scheduling.rooms import Room


def crowded(
    board: Board, room: Room, chosen: Iterable[int], waiting: Iterable[int], known: Sequence[Cut]
) -> list[Cut]:
    """
    New cuts that the chosen pairs break, ready for `choose` together with the known ones.

    Two cuts of a participant that overlap without one lying in the other cannot both be carried; the later is left out.

    Args:
        waiting: those of the chosen pairs that are not on the board. Whose pairs are all there has rounds enough.
    """
    cuts = list(known)
    for of_company, owners, free in (
        (False, board.student, room.student_free.astype(int)),
        (True, board.company, room.seats_free),
    ):
        mine: dict[int, list[int]] = {owners[pair]: [] for pair in waiting}
        for pair in chosen:
            if owners[pair] in mine:
                mine[owners[pair]].append(pair)
        for row, pairs in sorted(mine.items()):
            seats = free[row].tolist()
            for rounds in _too_few(board, pairs, seats):
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


def _too_few(board: Board, pairs: Sequence[int], seats: Sequence[int]) -> list[int]:
    """Sets of rounds into which more of one participant's pairs have to go than there are seats; [] if all find one."""
    held: list[list[int]] = [[] for _ in seats]
    waiting = []
    for pair in pairs:
        if pair in board.round_of:
            held[board.round_of[pair]].append(pair)
        else:
            waiting.append(pair)
    reached = [_seat(board, pair, seats, held, 0) for pair in waiting]
    return [rounds for rounds in dict.fromkeys(reached) if rounds >= 0]


def _seat(board: Board, pair: int, seats: Sequence[int], held: list[list[int]], seen: int) -> int:
    """Give a pair a seat, moving others if need be: -1; or else the full rounds that were reached."""
    ways = board.can(pair) & ~seen
    while ways:
        low = ways & -ways
        seen |= low
        number = low.bit_length() - 1
        if len(held[number]) < seats[number]:
            held[number].append(pair)
            return -1
        for other in held[number]:
            reached = _seat(board, other, seats, held, seen)
            if reached < 0:
                held[number].remove(other)
                held[number].append(pair)
                return -1
            seen |= reached
        ways = board.can(pair) & ~seen
    return seen
