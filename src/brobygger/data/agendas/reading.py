"""
An agenda from the names of the B2B meeting scheduling benchmark (Bofill, Garcia, Suy and Villaret, 2014).

Everything is counted from 1 in the file and from 0 here. A 0 in a set or in `fixed` stands for *none*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from brobygger.core.scheduling.gaps import Agenda, Agreed, Session
from brobygger.data.agendas.dzn import DznError, Value, read_dzn

MOST = 100_000  # participants, meetings or slots
SPREAD: Final = 2  # most gaps by which two participants may differ, as published


def read_agenda(data: bytes, *, spread: int | None = SPREAD) -> Agenda:
    """
    The meetings of a file.

    `requested` (two participants and a session of each meeting), `nTables` and `nTotalSlots` are needed. `nBusiness`,
    `nMeetings`, `meetingsxBusiness` and `nMeetingsBusiness` are compared with them; without `nMorningSlots` the whole
    day is one session; `forbidden`, `fixed` and `precedences` may be missing. `nTables` is one number or one for each
    slot. Other names are passed over.

    Raises:
        DznError: something is missing, or does not go with the rest.
    """
    try:
        found = read_dzn(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DznError("the file is not text in UTF-8") from error
    requested = _requested(found)
    meetings = len(requested)
    _same(found, "nMeetings", meetings, "rows in requested")
    people = _size(found, "nBusiness", max((max(row[:2]) for row in requested), default=0))
    for number, row in enumerate(requested, start=1):
        if not (1 <= row[0] <= people and 1 <= row[1] <= people) or row[0] == row[1]:
            raise DznError(f"row {number} names {row[0]} and {row[1]}; two different participants from 1 to {people} are expected", "requested")  # fmt: skip
        if row[2] not in {1, 2, 3}:
            raise DznError(f"row {number} has session {row[2]}; 1 (morning), 2 (afternoon) or 3 (either) is expected", "requested")  # fmt: skip
    slots = _size(found, "nTotalSlots")
    morning = _size(found, "nMorningSlots", slots)
    if morning > slots:
        raise DznError(f"is {morning}, but the day has {slots} slots", "nMorningSlots")
    fixed = _numbers(found, "fixed", meetings, most=slots) or [0] * meetings
    after = _sets(found, "precedences", meetings, most=meetings)
    agenda = Agenda(
        participants=tuple(str(number) for number in range(1, people + 1)),
        meetings=tuple(
            Agreed(row[0] - 1, row[1] - 1, Session(row[2]), slot - 1 if slot else None, before)
            for row, slot, before in zip(requested, fixed, after, strict=True)
        ),
        slots=slots,
        morning=morning,
        tables=_tables(found, slots),
        away=tuple(_sets(found, "forbidden", people, most=slots)),
        spread=spread,
    )
    _compare(found, agenda)
    return agenda


def _requested(found: Mapping[str, Value]) -> list[list[int]]:
    rows = _given(found, "requested")
    if isinstance(rows, list) and rows and not any(isinstance(row, list) for row in rows):  # array2d(…, […])
        if len(rows) % 3:
            raise DznError(f"holds {len(rows)} numbers; three for each meeting are expected", "requested")
        rows = [rows[at : at + 3] for at in range(0, len(rows), 3)]
    if not isinstance(rows, list):
        raise DznError("a table is expected: [| 1, 2, 3 | …|]", "requested")
    if len(rows) > MOST:
        raise DznError(f"holds {len(rows):,} rows; at most {MOST:,} are read", "requested")
    read = []
    for number, row in enumerate(rows, start=1):
        values = row if isinstance(row, list) else []
        whole = [one for one in values if _is_number(one)]
        if len(values) not in {2, 3} or len(whole) != len(values):
            raise DznError(
                f"row {number}: two participants and a session are expected, as whole numbers", "requested"
            )
        read.append([int(one) for one in whole] + [3] * (3 - len(whole)))  # type: ignore[arg-type]
    return read


def _given(found: Mapping[str, Value], name: str) -> Value:
    if name not in found:
        raise DznError(f"is missing; the file holds {', '.join(found) or 'nothing'}", name)
    return found[name]


def _is_number(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _size(found: Mapping[str, Value], name: str, default: int | None = None) -> int:
    value = found.get(name)
    if value is None and default is not None:
        return default
    value = _given(found, name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
        raise DznError(f"a whole number from 0 to {MOST:,} is expected", name)
    return value


def _same(found: Mapping[str, Value], name: str, count: int, of: str) -> None:
    if _size(found, name, count) != count:
        raise DznError(f"is {found[name]}, but there are {count} {of}", name)


def _items(found: Mapping[str, Value], name: str, count: int) -> list[Value] | None:
    """As many values as expected; None: the name is not there."""
    value = found.get(name)
    if value is None:
        return None
    if not isinstance(value, list):
        raise DznError("an array is expected: […]", name)
    if len(value) != count:
        raise DznError(f"holds {len(value)} values; {count} are expected", name)
    return value


def _numbers(found: Mapping[str, Value], name: str, count: int, *, most: int) -> list[int] | None:
    items = _items(found, name, count)
    if items is None:
        return None
    read = []
    for number, item in enumerate(items, start=1):
        value = 0 if item is None else item
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise DznError(f"value {number}: a whole number from 0 to {most} is expected", name)
        read.append(value)
    return read


def _sets(found: Mapping[str, Value], name: str, count: int, *, most: int) -> list[frozenset[int]]:
    """Sets of numbers from 1, as rows from 0; a 0 stands for none."""
    items = _items(found, name, count)
    if items is None:
        return [frozenset[int]()] * count
    read = []
    for number, item in enumerate(items, start=1):
        values: Sequence[Value] | frozenset[int] | None = item if isinstance(item, list | frozenset) else None
        if values is None or not all(
            isinstance(one, int) and not isinstance(one, bool) and 0 <= one <= most for one in values
        ):
            raise DznError(f"value {number}: a set of whole numbers from 1 to {most} is expected", name)
        read.append(frozenset(int(one) - 1 for one in values if isinstance(one, int) and one))
    return read


def _tables(found: Mapping[str, Value], slots: int) -> tuple[int, ...]:
    if isinstance(_given(found, "nTables"), list):
        return tuple(_numbers(found, "nTables", slots, most=MOST) or ())
    return (_size(found, "nTables"),) * slots


def _compare(found: Mapping[str, Value], agenda: Agenda) -> None:
    """What the file says twice is the same both times."""
    people = len(agenda.participants)
    counts = _numbers(found, "nMeetingsBusiness", people, most=MOST) or map(len, agenda.meetings_of)
    named = _items(found, "meetingsxBusiness", people)
    for number, (count, mine) in enumerate(zip(counts, agenda.meetings_of, strict=True), start=1):
        if count != len(mine):
            raise DznError(f"value {number} is {count}, but requested has {len(mine)}", "nMeetingsBusiness")
        if named is None:
            continue
        # as published, each set begins with a 1 that stands for nothing, and the others are one too high
        rows, given = {one + 1 for one in mine}, named[number - 1]
        if given not in (rows, {1} | {one + 1 for one in rows}, sorted(rows)):
            raise DznError(f"value {number} is not the set of the meetings of participant {number} in requested", "meetingsxBusiness")  # fmt: skip
