"""
When the chosen pairs meet, where everybody is there all evening: König's theorem, as an algorithm.

A bipartite graph in which nobody has more than R meetings splits into R rounds (König 1916): each pair takes a round
that both have free, or two rounds are swapped along a chain of meetings until they have one.
"""

from __future__ import annotations

from collections.abc import Sequence


def colour(students: Sequence[int], tables: Sequence[int], rounds: int) -> list[int]:
    """
    A round for each pair.

    Args:
        students, tables: of each pair; nobody stands more often than there are rounds.

    Raises:
        ValueError: somebody has more meetings than there are rounds.
    """
    everything = (1 << rounds) - 1
    free = [dict.fromkeys(students, everything), dict.fromkeys(tables, everything)]
    ends = (students, tables)
    meeting: tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]] = ({}, {})  # by (who, round)
    found = [-1] * len(students)

    def put(pair: int, number: int) -> None:
        found[pair] = number
        for side in (0, 1):
            who = ends[side][pair]
            meeting[side][who, number] = pair
            free[side][who] &= ~(1 << number)

    def take(pair: int) -> None:
        number = found[pair]
        for side in (0, 1):
            who = ends[side][pair]
            del meeting[side][who, number]
            free[side][who] |= 1 << number

    for pair, (student, table) in enumerate(zip(students, tables, strict=True)):
        ours, theirs = free[0][student], free[1][table]
        if not ours or not theirs:
            raise ValueError(f"pair {pair}: more meetings than {rounds} rounds")
        both = ours & theirs
        if not both:
            first, second = _lowest(ours), _lowest(theirs)
            chain = _chain(table, first, second, ends, meeting)
            for one in chain:
                take(one)
            for one in chain:
                put(one, second if found[one] == first else first)
            both = 1 << first
        put(pair, _lowest(both))
    return found


def _chain(
    table: int,
    first: int,
    second: int,
    ends: tuple[Sequence[int], Sequence[int]],
    meeting: tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]],
) -> list[int]:
    """Meetings in the two rounds by turns, from a table that has nobody in the second."""
    chain = []
    who, side, number = table, 1, first
    while (pair := meeting[side].get((who, number))) is not None:
        chain.append(pair)
        side = 1 - side
        who = ends[side][pair]
        number = second if number == first else first
    return chain


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1
