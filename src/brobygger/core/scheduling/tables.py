"""Which table: one of the company's for each meeting, so that a recruiter who rests or has breaks gets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

Seated = tuple[int, int, int]  # pair, round, table


def seat_at_tables(
    new: Mapping[int, Sequence[int]],
    fixed: Mapping[int, Sequence[tuple[int, int]]],
    *,
    tables: int,
    group: int,
    rests: bool,
    evenly: bool,
    follows: Sequence[bool],
) -> list[Seated]:
    """
    Tables (from 0) of all meetings of one company.

    Args:
        new: meetings of each round, as many as there is room for.
        fixed: (meeting, table) of each round; where several recruiters rest, these are dealt out anew.
        group: people at one table.
        rests: no table is used in two rounds in a row; the rounds must leave room for it.
        evenly: every table is used in about as many rounds, so that each recruiter gets their breaks.
        follows: whether each round comes right after the one before.
    """
    if rests or evenly:
        return _in_turn(new, fixed, tables, group, follows if rests else ())
    found = []
    for number, meetings in new.items():
        there = fixed.get(number, ())
        chairs = _chairs(range(tables), group, [table for _, table in there])
        found += [(meeting, number, table) for meeting, table in zip(sorted(meetings), chairs, strict=False)]
    found += [(meeting, number, table) for number, there in fixed.items() for meeting, table in there]
    return found


def _chairs(tables: Sequence[int], group: int, taken: Sequence[int]) -> list[int]:
    """A free chair after the other: people who share a table fill it before the next one is opened."""
    if not taken:
        return [table for table in tables for _ in range(group)]
    load = Counter(taken)
    begun = sorted(tables, key=lambda table: not load[table])
    return [table for table in begun for _ in range(group - load[table])]


def _in_turn(
    new: Mapping[int, Sequence[int]],
    fixed: Mapping[int, Sequence[tuple[int, int]]],
    tables: int,
    group: int,
    follows: Sequence[bool],
) -> list[Seated]:
    """Round by round, the table that was used least first; with `follows`, none that was used right before."""
    uses = [0] * tables
    before: set[tuple[int, int]] = set()
    found = []
    for number in sorted({*new, *fixed}):
        barred = {table for at, table in before if at == number - 1} if follows and follows[number] else set()
        ready = sorted((one for one in range(tables) if one not in barred), key=lambda one: (uses[one], one))
        stays = dict(fixed.get(number, ()))
        meetings = [*new.get(number, ())]
        if follows and tables > 1:
            meetings += stays
            stays = {}
        chairs = _chairs(ready, group, list(stays.values()))
        at = [*zip(sorted(meetings), chairs, strict=False), *stays.items()]
        found += [(meeting, number, table) for meeting, table in at]
        used = {table for _, table in at}
        before = {(number, table) for table in used}
        for table in used:
            uses[table] += 1
    return found
