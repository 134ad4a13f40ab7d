"""Which table: one of the company's for each meeting, so that a recruiter who rests or has breaks gets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence


def seat_at_tables(
    rounds: Sequence[Sequence[int]],
    *,
    tables: int,
    group: int,
    rests: bool,
    follows: Sequence[bool],
    fixed: Mapping[int, int],
) -> dict[int, int]:
    """
    Table (from 0) of each meeting of one company.

    Args:
        rounds: the meetings of each round, at most tables × group.
        rests: no table is used in two rounds in a row; the rounds must leave room for it.
        follows: whether each round comes right after the one before.
        fixed: tables that stay; not where several recruiters rest, whose meetings are dealt out anew.
    """
    uses, before = [0] * tables, set[int]()
    found: dict[int, int] = {}
    stays = {} if rests and tables > 1 else fixed
    for number, meetings in enumerate(rounds):
        barred = before if rests and follows[number] else set()
        ready = sorted((one for one in range(tables) if one not in barred), key=lambda one: (uses[one], one))
        load = Counter(stays[one] for one in meetings if one in stays)
        chairs = [table for table in ready for _ in range(group - load[table])]
        # people who share a table fill it before the next one is opened
        chairs.sort(key=lambda table: not load[table])
        new = sorted(one for one in meetings if one not in stays)
        at = {one: stays[one] for one in meetings if one in stays} | dict(zip(new, chairs, strict=False))
        found |= at
        before = set(at.values())
        for table in before:
            uses[table] += 1
    return found
