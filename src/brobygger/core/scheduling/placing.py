"""
When the chosen pairs meet: each into a round that both can, by first fit, then by ejection with a short memory.

Putting pairs into rounds with windows is list edge colouring; it is NP-hard, so what stays out is told, not hidden.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from brobygger.core.scheduling.board import Board

MEMORY = (5, 15)  # steps during which an ejected meeting does not go back to its round


def place(board: Board, pairs: Sequence[int], *, effort: int, seed: int) -> list[int]:
    """
    Put pairs into rounds; returns those that found none.

    Args:
        board: changed in place; meetings that are on it may be moved, unless pinned.
        pairs: not on the board.
        effort: ejections before giving up.
        seed: of the choice among equals.
    """
    order = sorted(pairs, key=lambda pair: board.can(pair).bit_count())
    left = []
    for pair in order:
        free = board.free(pair)
        if free:
            board.put(pair, (free & -free).bit_length() - 1)
        else:
            left.append(pair)
    return _eject(board, left, effort, random.Random(seed)) if left else left  # noqa: S311


def _eject(board: Board, left: list[int], effort: int, rng: random.Random) -> list[int]:
    """Let waiting pairs push others out, until none waits or the effort is spent; then the fewest that waited."""
    until: dict[tuple[int, int], int] = {}
    best, moves = len(left), []  # what happened since the fewest waited
    step = 0
    while left and step < effort:
        step += 1
        at = rng.randrange(len(left))
        pair = left[at]
        free = board.free(pair)
        if free:
            left[at] = left[-1]
            left.pop()
            board.put(pair, _any_bit(free, rng))
            moves.append((pair, -1))
        else:
            found = _cheapest(board, pair, until, step, rng)
            if found is None:
                continue
            number, others = found
            left[at] = left[-1]
            left.pop()
            for other in others:
                moves.append((other, board.round_of[other]))
                board.take(other)
                until[other, number] = step + rng.randint(*MEMORY) + len(left) // 2
                left.append(other)
            board.put(pair, number)
            moves.append((pair, -1))
        if len(left) < best:
            best = len(left)
            moves.clear()
    if len(left) > best:
        left = _undo(board, left, moves)
    return left


def _undo(board: Board, left: list[int], moves: list[tuple[int, int]]) -> list[int]:
    """Back to the best state: each move the other way round, last first."""
    waiting = set(left)
    for pair, before in reversed(moves):
        if before < 0:
            board.take(pair)
            waiting.add(pair)
        else:
            board.put(pair, before)
            waiting.discard(pair)
    return sorted(waiting)


def _any_bit(mask: int, rng: random.Random) -> int:
    """One of the rounds in a mask, evenly."""
    for _ in range(rng.randrange(mask.bit_count())):
        mask &= mask - 1
    return (mask & -mask).bit_length() - 1


def _cheapest(
    board: Board, pair: int, until: dict[tuple[int, int], int], step: int, rng: random.Random
) -> tuple[int, list[int]] | None:
    """The round with the fewest meetings in the way, those that may come back soon last; and these meetings."""
    best, found = 1e9, None
    mask = board.can(pair)
    while mask:
        low = mask & -mask
        mask ^= low
        number = low.bit_length() - 1
        others = board.in_the_way(pair, number)
        if others is None:
            continue
        cost = len(others) + rng.random() + (100 if until.get((pair, number), 0) > step else 0)
        if cost < best:
            best, found = cost, (number, others)
    return found
