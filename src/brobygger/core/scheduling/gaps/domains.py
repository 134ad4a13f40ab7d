"""
The slots that each meeting can have, and the plain reasons why a day cannot be held.

The part of the day, times away and fixed slots leave some slots; what has to come first or last takes more of them
away (a meeting with two before it is not in the first two slots); and a participant with meetings for all of a few
slots leaves none of these to another meeting (Hall 1935; the filter is that of Régin 1994, by one matching for each
slot that is in doubt).
"""

from __future__ import annotations

from brobygger.core.scheduling.findings import Finding
from brobygger.core.scheduling.gaps.data import Agenda, Session

MOST_FILTERED = 60_000  # meetings × slots; larger days leave the second filter to the solver


class Conflict(Exception):
    """The day cannot be held; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.text())


def domains_of(agenda: Agenda) -> list[set[int]]:
    """
    Slots of each meeting, shape (meetings,).

    Raises:
        Conflict: a meeting has no slot, a participant too few, or a slot too few tables.
    """
    found = [_own(agenda, row) for row in range(len(agenda.meetings))]
    order = _in_order(agenda)
    while True:
        before = sum(map(len, found))
        _keep_order(agenda, order, found)
        for person in range(len(agenda.participants)):
            _keep_apart(agenda, person, found)
        if sum(map(len, found)) == before:
            break
    _count_tables(agenda, found)
    return found


def _own(agenda: Agenda, row: int) -> set[int]:
    one = agenda.meetings[row]
    first = agenda.morning if one.session is Session.AFTERNOON else 0
    end = agenda.morning if one.session is Session.MORNING else agenda.slots
    away = agenda.away[one.first] | agenda.away[one.second]
    free = {slot for slot in range(first, end) if slot not in away and agenda.tables[slot]}
    if one.fixed is not None and one.fixed not in free:
        raise Conflict(
            Finding("gaps_fixed_taken", {"meeting": agenda.name(row), "slot": one.fixed + 1}, row, "fixed")
        )
    if not free:
        raise Conflict(Finding("gaps_no_slot", {"meeting": agenda.name(row)}, row))
    return free if one.fixed is None else {one.fixed}


def _in_order(agenda: Agenda) -> list[int]:
    """Rows so that each comes after those that have to come first."""
    waits = [len(one.after) for one in agenda.meetings]
    followers: list[list[int]] = [[] for _ in agenda.meetings]
    for row, one in enumerate(agenda.meetings):
        for earlier in one.after:
            followers[earlier].append(row)
    order = [row for row, count in enumerate(waits) if not count]
    for row in order:  # grows while it is read
        for later in followers[row]:
            waits[later] -= 1
            if not waits[later]:
                order.append(later)
    if len(order) < len(waits):
        left = {row for row, count in enumerate(waits) if count}
        raise Conflict(Finding("gaps_circle", {"meetings": _names(agenda, _circle(agenda, left))}))
    return order


def _circle(agenda: Agenda, left: set[int]) -> list[int]:
    """A circle among meetings each of which waits for another of them."""
    seen: list[int] = []
    row = min(left)
    while row not in seen:
        seen.append(row)
        row = min(agenda.meetings[row].after & left)
    return seen[seen.index(row) :]


def _keep_order(agenda: Agenda, order: list[int], found: list[set[int]]) -> None:
    """No meeting before those that have to come first can be over, and none after those that follow must begin."""
    for row in order:
        for earlier in agenda.meetings[row].after:
            low = min(found[earlier])
            _cut(agenda, row, earlier, found, {slot for slot in found[row] if slot > low})
    for row in reversed(order):
        for earlier in agenda.meetings[row].after:
            high = max(found[row])
            _cut(agenda, earlier, row, found, {slot for slot in found[earlier] if slot < high})


def _cut(agenda: Agenda, row: int, other: int, found: list[set[int]], kept: set[int]) -> None:
    if not kept:
        raise Conflict(Finding("gaps_order", {"meetings": _names(agenda, [row, other])}, row, "precedences"))
    found[row] = kept


def _keep_apart(agenda: Agenda, person: int, found: list[set[int]]) -> None:
    """A participant's meetings are in different slots."""
    mine = agenda.meetings_of[person]
    taken: dict[int, int] = {}
    for row in sorted(mine, key=lambda one: (len(found[one]), one)):
        tried = set[int]()
        if not _place(row, found, taken, tried):
            # the slots tried are all taken by meetings that have no other: a set too small for its meetings
            crowd = [row, *(taken[slot] for slot in sorted(tried))]
            raise Conflict(
                Finding(
                    "gaps_crowded",
                    {
                        "id": agenda.participants[person],
                        "count": len(crowd),
                        "slots": len(tried),
                        "meetings": _names(agenda, crowd),
                    },
                )
            )
    if len(mine) * agenda.slots * len(agenda.participants) > MOST_FILTERED * 10:
        return
    for row in mine:
        for slot in sorted(found[row]):
            if taken.get(slot) == row:
                continue
            # could the meeting take this slot, and everybody else of the same participant still find one?
            again = {at: one for at, one in taken.items() if one != row}
            loser = again.get(slot)
            again[slot] = row
            if loser is not None and not _place(loser, found, again, {slot}):
                found[row] = found[row] - {slot}


def _place(row: int, found: list[set[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Give the meeting a slot, moving others along (Kuhn 1955); `tried` collects slots that are no way out."""
    for slot in sorted(found[row]):
        if slot in tried:
            continue
        tried.add(slot)
        if slot not in taken or _place(taken[slot], found, taken, tried):
            taken[slot] = row
            return True
    return False


def _count_tables(agenda: Agenda, found: list[set[int]]) -> None:
    """No run of slots has more meetings that are held within it than tables."""
    spans = [(min(slots), max(slots)) for slots in found]
    for first in range(agenda.slots):
        inside = sorted(high for low, high in spans if low >= first)
        seats, count = 0, 0
        for last in range(first, agenda.slots):
            seats += agenda.tables[last]
            while count < len(inside) and inside[count] <= last:
                count += 1
            if count > seats:
                raise Conflict(
                    Finding(
                        "gaps_tables",
                        {"count": count, "first": first + 1, "last": last + 1, "tables": seats},
                    )
                )


def _names(agenda: Agenda, rows: list[int]) -> tuple[str, ...]:
    return tuple(agenda.name(row) for row in rows)
