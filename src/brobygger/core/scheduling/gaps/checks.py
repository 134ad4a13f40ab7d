"""An independent judge of timed meetings: plain Python, every rule from the agenda itself, no line of the methods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from brobygger.core.scheduling.gaps.data import Agenda, Session
from brobygger.core.scheduling.gaps.result import Known, Timed


def objections(timed: Timed) -> list[str]:
    """What is wrong with a timetable or with what is promised of it; [] if nothing is."""
    if timed.known in {Known.IMPOSSIBLE, Known.OPEN}:
        return [f"{timed.known.value}, and yet there are slots"] if timed.slots else []
    agenda = timed.agenda
    if len(timed.slots) != len(agenda.meetings):
        return [f"{len(timed.slots)} slots for {len(agenda.meetings)} meetings"]
    if not all(0 <= slot < agenda.slots for slot in timed.slots):
        return [f"a slot is not one of {agenda.slots}"]
    found = [*_rules(agenda, timed.slots)]
    counts = _gaps(agenda, timed.slots)
    met = [
        counts[person]
        for person in range(len(agenda.participants))
        if any(person in {one.first, one.second} for one in agenda.meetings)
    ]
    if agenda.spread is not None and met and max(met) - min(met) > agenda.spread:
        found.append(f"gaps differ by {max(met) - min(met)}, {agenda.spread} may be")
    if sum(counts) != timed.gaps:
        found.append(f"{sum(counts)} gaps, {timed.gaps} are promised")
    if timed.bound > timed.gaps:
        found.append(f"the bound {timed.bound} is above the {timed.gaps} gaps")
    if timed.known is Known.BEST and timed.bound != timed.gaps:
        found.append(f"said to be the best, but the bound is {timed.bound} and the gaps are {timed.gaps}")
    return found


def _rules(agenda: Agenda, slots: Sequence[int]) -> Iterator[str]:
    here: Counter[tuple[int, int]] = Counter()
    for row, (one, slot) in enumerate(zip(agenda.meetings, slots, strict=True)):
        name = f"meeting {row + 1} in slot {slot + 1}"
        for person in (one.first, one.second):
            here[person, slot] += 1
            if slot in agenda.away[person]:
                yield f"{name}: {agenda.participants[person]} is away"
        if one.session is Session.MORNING and slot >= agenda.morning:
            yield f"{name}: is not in the morning"
        if one.session is Session.AFTERNOON and slot < agenda.morning:
            yield f"{name}: is not in the afternoon"
        if one.fixed is not None and slot != one.fixed:
            yield f"{name}: is fixed to slot {one.fixed + 1}"
        for earlier in one.after:
            if slots[earlier] >= slot:
                yield f"{name}: meeting {earlier + 1} is not before it"
    for (person, slot), times in here.items():
        if times > 1:
            yield f"{agenda.participants[person]} meets {times} times in slot {slot + 1}"
    for slot, times in Counter(slots).items():
        if times > agenda.tables[slot]:
            yield f"slot {slot + 1}: {times} meetings at {agenda.tables[slot]} tables"


def _gaps(agenda: Agenda, slots: Sequence[int]) -> list[int]:
    """Of each participant, read off a row of the day: free runs between busy slots."""
    counts = []
    for person in range(len(agenda.participants)):
        day = ["."] * agenda.slots
        for one, slot in zip(agenda.meetings, slots, strict=True):
            if person in {one.first, one.second}:
                day[slot] = "#"
        inner = "".join(day).strip(".")
        counts.append(sum(1 for run in inner.split("#") if run))
    return counts
