"""Wishes, participants and earlier timetables from CSV and XLSX; every wrong cell is named by row and column."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from brobygger.core.scheduling import Company, Meeting, PairRule, Round, Student, Wish
from brobygger.data.tables import Finding, TableError, TableLimits, cells, missing_columns, recognise
from brobygger.data.tables.columns import ColumnSet, folded, labels_of
from brobygger.data.tables.reading import Table, read_table
from brobygger.data.tables.rows import Reads, read_cells
from brobygger.data.tables.words import Parameter
from brobygger.data.timetables.columns import MEETINGS, PARTICIPANTS, WISHES

LIMITS = TableLimits(file_bytes=100_000_000, rows=1_000_000, workbook_cells=5_000_000, seconds=300.0)
LONGEST = 200  # letters of a name
RULES: Final = {
    **dict.fromkeys(("must", "skal", "måste"), PairRule.MUST),
    **dict.fromkeys(("never", "aldrig", "aldri"), PairRule.NEVER),
    **dict.fromkeys(("open", "åben", "åpen", "öppen"), PairRule.OPEN),
}
STUDENTS: Final = frozenset("student students studerende studenter studentene kandidat candidate s".split())
COMPANIES: Final = frozenset("company companies virksomhed bedrift företag firma host c v b f".split())
SPAN = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?")
TIMES = re.compile(r"(\d{1,2})[:.](\d\d)\s*[-–]\s*(\d{1,2})[:.](\d\d)")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a table of wishes says; `numbers` are the rows as a spreadsheet numbers them."""

    wishes: tuple[Wish, ...]
    numbers: tuple[int, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Participants:
    """What a table of participants says; `numbers` are the rows by name, as a spreadsheet numbers them."""

    students: tuple[Student, ...]
    companies: tuple[Company, ...]
    findings: tuple[Finding, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedMeetings:
    """An earlier timetable, as `write_timetable` wrote it."""

    meetings: tuple[Meeting, ...]
    findings: tuple[Finding, ...]


def read_wishes(data: bytes) -> Wishes:
    """
    Wishes from a CSV or XLSX file.

    Raises:
        TableError: it cannot be read as a whole. A bad row is a finding.
    """
    reads: Reads = {
        "student": _name, "company": _name, "student_score": _whole, "company_score": _whole, "rule": _rule,
    }  # fmt: skip
    wishes, numbers, findings = [], [], list[Finding]()
    for row, values, found in _rows(data, WISHES, reads):
        findings += found
        if values is not None:
            wishes.append(Wish(**values))
            numbers.append(row)
    return Wishes(tuple(wishes), tuple(numbers), tuple(findings))


def read_participants(data: bytes, rounds: Sequence[Round]) -> Participants:
    """
    Participants from a CSV or XLSX file; times away are told by the rounds.

    Raises:
        TableError: it cannot be read as a whole. A bad row is a finding.
    """
    reads: Reads = {
        "id": _name,
        "side": _side,
        "away": lambda cell: rounds_of(cell, rounds),
        "rests": cells.yes_or_no,
        "needs": cells.codes,
        "tables": lambda cell: tuple(cells.items(cell, commas=False)),
        **dict.fromkeys(("minimum", "maximum", "breaks", "recruiters", "group"), _whole),
    }
    students, companies, findings, numbers = [], [], list[Finding](), dict[str, int]()
    for row, values, found in _rows(data, PARTICIPANTS, reads):
        findings += found
        if values is None:
            continue
        numbers.setdefault(values["id"], row)
        is_company = values.pop("side")
        values["absent"] = values.pop("away", frozenset())
        if is_company:
            values.setdefault("recruiters", max(1, len(values.get("tables", ()))))
            companies.append(Company(**values))
        else:
            for name in ("recruiters", "tables", "group"):
                values.pop(name, None)
            students.append(Student(**values))
    return Participants(tuple(students), tuple(companies), tuple(findings), numbers)


def read_meetings(data: bytes) -> PlannedMeetings:
    """
    An earlier timetable from a CSV or XLSX file.

    Raises:
        TableError: it cannot be read as a whole. A bad row is a finding.
    """
    reads: Reads = {
        "round": _whole, "company": _name, "table": _name, "student": _name,
        "start": str, "end": str, "worth": _whole,
    }  # fmt: skip
    meetings, findings = [], list[Finding]()
    for _, values, found in _rows(data, MEETINGS, reads):
        findings += found
        if values is not None:
            meetings.append(
                Meeting(values["student"], values["company"], values["round"] - 1, values["table"])
            )
    return PlannedMeetings(tuple(meetings), tuple(findings))


def rounds_of(cell: str, rounds: Sequence[Round]) -> frozenset[int]:
    """
    The rounds (from 0) that "1-3; 7" or "17:00-17:30" names; a time takes every round that it touches.

    Raises:
        CellError: neither numbers of rounds nor times.
    """
    found: set[int] = set()
    for item in cells.items(cell, commas=True):
        if span := SPAN.fullmatch(item.strip()):
            first = int(span[1])
            found |= set(range(first - 1, int(span[2] or first)))
        elif times := TIMES.fullmatch(item.strip()):
            found |= _touched(times, rounds, cell)
        else:
            raise cells.wrong("rounds", cell)
    if -1 in found:
        raise cells.wrong("rounds", cell)
    return frozenset(found)


def _touched(times: re.Match[str], rounds: Sequence[Round], cell: str) -> set[int]:
    try:
        first, last = dt.time(int(times[1]), int(times[2])), dt.time(int(times[3]), int(times[4]))
    except ValueError as error:
        raise cells.wrong("rounds", cell) from error
    if any(one.start is None for one in rounds):
        raise cells.wrong("rounds", cell)
    return {
        number
        for number, one in enumerate(rounds)
        if one.start is not None
        and one.end is not None
        and one.start.time() < last
        and one.end.time() > first
    }


def _rows(
    data: bytes, columns: ColumnSet, reads: Reads
) -> Iterator[tuple[int, dict[str, Any] | None, list[Finding]]]:
    """(number, values, findings) of each row; None for one that something is wrong with, and for the header."""
    table = read_table(data, columns, limits=LIMITS)
    places = recognise(table.header, columns)
    if missing := missing_columns(places.values(), columns):
        raise TableError("missing_columns", missing=labels_of(missing), found=", ".join(table.header))
    if unread := [place for place, name in enumerate(table.header) if name and place not in places]:
        yield 1, None, [_unread(table, unread, places.values(), columns)]
    for row in table.rows:
        values, findings = read_cells(row, table.header, places, columns, reads)
        is_wrong = any(not one.is_note for one in findings)
        yield row.number, None if is_wrong else values, findings


def _unread(table: Table, unread: Sequence[int], read: Collection[str], columns: ColumnSet) -> Finding:
    """
    The note that these places of the header are not read.

    Raises:
        TableError: they may be the wishes: there are numbers in one, and no column of wishes is read.
    """
    if columns is WISHES and not {"student_score", "company_score"} & set(read):
        numbers = [
            place for place in unread if any(row.cells[place].strip().isdecimal() for row in table.rows)
        ]
        if numbers:
            wanted = [columns.by_name[name] for name in ("student_score", "company_score")]
            names = ", ".join(table.header[place] for place in numbers)
            raise TableError("no_wish_column", columns=names, known=labels_of(wanted))
    names = ", ".join(table.header[place] for place in unread)
    parameters: dict[str, Parameter] = {"columns": names, "known": labels_of(columns.columns)}
    return Finding("unread_columns", 1, parameters=parameters)


def _name(cell: str) -> str:
    return cells.line(cell, LONGEST)


def _whole(cell: str) -> int:
    digits = cell.strip().removesuffix(".0").removesuffix(",0")
    if not re.fullmatch(r"\d{1,9}", digits):
        raise cells.wrong("whole_number", cell)
    return int(digits)


def _rule(cell: str) -> PairRule:
    found = RULES.get(folded(cell))
    if found is None:
        raise cells.wrong("pair_rule", cell)
    return found


def _side(cell: str) -> bool:
    """Whether it is a company."""
    word = folded(cell)
    if word not in STUDENTS | COMPANIES:
        raise cells.wrong("side", cell)
    return word in COMPANIES
