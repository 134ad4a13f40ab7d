"""A timetable out: as a table (CSV, XLSX), as a calendar, and as pages to print for each table and each person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path

from icalendar import Calendar, Event
from openpyxl import Workbook

from brobygger.core.scheduling import Meeting, Plan, Round
from brobygger.data.tables.words import Words
from brobygger.data.tables.writing import harmless, write_csv
from brobygger.data.timetables.columns import COMPANY, MEETINGS, ROUND, STUDENT, TABLE
from brobygger.data.workbooks import save_workbook

# fmt: off
TITLE = Words("Timetable", "Tidsplan", "Timeplan", "Tidsplan")
WITH = Words("{student} with {company}", "{student} med {company}", "{student} med {company}", "{student} med {company}")
FREE = Words("free", "fri", "fri", "ledig")
# fmt: on
STYLE = (
    "body{font:16px/1.4 sans-serif;margin:2rem}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left}h2{margin:2rem 0 .5rem}"
    "@media print{section{break-after:page}body{margin:0}}"
)


def write_timetable(folder: Path, plan: Plan, *, language: str, title: str = "") -> list[Path]:
    """
    Write the timetable into a folder; returns the files.

    `timetable.csv`, `timetable.xlsx`, `tables.html` and `people.html`; `timetable.ics` if the rounds have times.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name, rounds, meetings = title or TITLE.text(language), plan.problem.rounds, list(plan)
    tables = _by(meetings, "table").values()
    texts = {
        "timetable.csv": write_csv(_header(language), (_cells(one, rounds) for one in meetings)),
        "tables.html": _page(
            name,
            {_table(mine): mine for mine in tables},
            rounds,
            STUDENT.text(language),
            language,
            lambda one: one.student,
        ),
        "people.html": _page(
            name,
            _by(meetings, "student"),
            rounds,
            f"{COMPANY.text(language)}, {TABLE.text(language).lower()}",
            language,
            lambda one: _table([one]),
        ),
    }
    if all(one.start is not None for one in rounds):
        texts["timetable.ics"] = _calendar(name, meetings, rounds, language)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8", newline="")
    _workbook(folder / "timetable.xlsx", meetings, rounds, language)
    return sorted(folder / file for file in [*texts, "timetable.xlsx"])


def _header(language: str) -> list[str]:
    return [column.label.text(language) for column in MEETINGS.columns]


def _cells(one: Meeting, rounds: tuple[Round, ...]) -> list[object]:
    """In the order of `MEETINGS`."""
    when = rounds[one.round]
    return [
        one.round + 1, _moment(when.start), _moment(when.end), one.company, one.table, one.student, one.worth,
    ]  # fmt: skip


def _table(meetings: list[Meeting]) -> str:
    """The company, and the table where that has a name of its own."""
    one = meetings[0]
    return one.company if one.company == one.table else f"{one.company}, {one.table}"


def _moment(at: dt.datetime | None) -> str:
    return "" if at is None else at.isoformat(" ", "minutes")


def _by(meetings: Iterable[Meeting], key: str) -> dict[str, list[Meeting]]:
    found: dict[str, list[Meeting]] = {}
    for one in meetings:
        found.setdefault(getattr(one, key), []).append(one)
    return dict(sorted(found.items()))


def _workbook(path: Path, meetings: list[Meeting], rounds: tuple[Round, ...], language: str) -> None:
    """One sheet with a row for each meeting, one with a row for each round and a column for each table."""
    book = Workbook(write_only=True)
    rows = book.create_sheet(TITLE.text(language))
    rows.append(_header(language))
    for one in meetings:
        rows.append([harmless(cell) if isinstance(cell, str) else cell for cell in _cells(one, rounds)])
    grid = book.create_sheet(TABLE.text(language))
    tables = _by(meetings, "table")
    grid.append([ROUND.text(language), *(harmless(table) for table in tables)])
    there = {
        (table, number): ", ".join(one.student for one in mine if one.round == number)
        for table, mine in tables.items()
        for number in range(len(rounds))
    }
    for number, when in enumerate(rounds):
        label = f"{number + 1} {when.start:%H:%M}" if when.start else str(number + 1)
        grid.append([label, *(harmless(there[table, number]) for table in tables)])
    save_workbook(book, path)


def _calendar(name: str, meetings: list[Meeting], rounds: tuple[Round, ...], language: str) -> str:
    """Times without a zone: those of the wall clock where the evening is."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Brobygger//Timetable//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in meetings:
        when = rounds[one.round]
        assert when.start is not None
        assert when.end is not None
        event = Event()
        event.add(
            "uid", f"{when.start:%Y%m%dT%H%M}-{_slug(one.student)}-{_slug(one.company)}@timetable.invalid"
        )
        event.add("dtstamp", when.start.replace(tzinfo=dt.UTC))  # the same file from the same timetable
        event.add("dtstart", when.start)
        event.add("dtend", when.end)
        event.add("summary", WITH.text(language).format(student=one.student, company=one.company))
        event.add("location", one.table)
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _slug(name: str) -> str:
    """A name as letters that an identifier may hold, no two names alike."""
    return name.encode("utf-8").hex()


def _page(
    name: str,
    groups: Mapping[str, list[Meeting]],
    rounds: tuple[Round, ...],
    heading: str,
    language: str,
    said: Callable[[Meeting], str],
) -> str:
    """A page with a section for each group, every one on a sheet of paper of its own."""
    sections = []
    for owner, meetings in groups.items():
        lines = []
        for number, one in enumerate(rounds):
            mine = "; ".join(escape(said(meeting)) for meeting in meetings if meeting.round == number)
            time = f"{one.start:%H:%M}–{one.end:%H:%M}" if one.start and one.end else ""
            shown = mine or f"<i>{FREE.text(language)}</i>"
            lines.append(f"<tr><th scope=row>{number + 1}</th><td>{time}</td><td>{shown}</td></tr>")
        sections.append(
            f"<section><h2>{escape(owner)}</h2><table><thead><tr><th scope=col>{ROUND.text(language)}</th>"
            f"<td></td><th scope=col>{escape(heading)}</th></tr></thead><tbody>{''.join(lines)}</tbody></table></section>"
        )
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(name)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{escape(name)}</h1>\n{chr(10).join(sections)}\n</body></html>\n"
    )
