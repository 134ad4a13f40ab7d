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
        students, tables: of each pair, numbered from 0; nobody stands more often than there are rounds.

    Raises:
        ValueError: somebody has more meetings than there are rounds.
    """
    everything = (1 << rounds) - 1
    ours = [everything] * (max(students, default=-1) + 1)
    theirs = [everything] * (max(tables, default=-1) + 1)
    # the meeting of each participant in each round, by participant × rounds + round
    of_student, of_table = [-1] * (len(ours) * rounds), [-1] * (len(theirs) * rounds)
    found = [-1] * len(students)
    for pair, (student, table) in enumerate(zip(students, tables, strict=True)):
        both = ours[student] & theirs[table]
        if both:
            low = both & -both
        else:
            if not ours[student] or not theirs[table]:
                raise ValueError(f"pair {pair}: more meetings than {rounds} rounds")
            low = ours[student] & -ours[student]
            other = theirs[table] & -theirs[table]
            first, second = low.bit_length() - 1, other.bit_length() - 1
            chain = _chain(table, (first, second), students, tables, (of_table, of_student), rounds)
            _swap(chain, (first, second), (students, tables), (of_table, of_student), rounds, found)
            ends = _ends(chain, table, students, tables)
            theirs[table] ^= low | other
            if ends is not None:
                is_table, who = ends
                (theirs if is_table else ours)[who] ^= low | other
        number = low.bit_length() - 1
        ours[student] ^= low
        theirs[table] ^= low
        of_student[student * rounds + number] = of_table[table * rounds + number] = pair
        found[pair] = number
    return found


Meetings = tuple[list[int], list[int]]  # of tables, of students


def _chain(
    table: int,
    swapped: tuple[int, int],
    students: Sequence[int],
    tables: Sequence[int],
    meetings: Meetings,
    rounds: int,
) -> list[int]:
    """Meetings in two rounds by turns, from a table that has one in the first and none in the second."""
    chain = []
    who, step = table, 0
    while (pair := meetings[step % 2][who * rounds + swapped[step % 2]]) >= 0:
        chain.append(pair)
        step += 1
        who = students[pair] if step % 2 else tables[pair]
    return chain


def _swap(
    chain: Sequence[int],
    swapped: tuple[int, int],
    ends: tuple[Sequence[int], Sequence[int]],
    meetings: Meetings,
    rounds: int,
    found: list[int],
) -> None:
    """Every meeting of the chain goes to the other of the two rounds; `ends`: its students and tables."""
    students, tables = ends
    of_table, of_student = meetings
    for pair in chain:
        number = found[pair]
        of_table[tables[pair] * rounds + number] = of_student[students[pair] * rounds + number] = -1
    first, second = swapped
    for pair in chain:
        number = found[pair] = second if found[pair] == first else first
        of_table[tables[pair] * rounds + number] = of_student[students[pair] * rounds + number] = pair


def _ends(
    chain: Sequence[int], table: int, students: Sequence[int], tables: Sequence[int]
) -> tuple[bool, int] | None:
    """Who stands at the far end of a chain: (whether it is a table, its number); None for an empty chain."""
    if not chain:
        return None
    last = chain[-1]
    return (True, tables[last]) if len(chain) % 2 == 0 else (False, students[last])
