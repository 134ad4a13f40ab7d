"""Tables of channel figures, one a row: what a newsletter or a page in a social network stood at on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from brobygger.data.tables import cells, forms
from brobygger.data.tables.cells import wrong
from brobygger.data.tables.columns import Column, ColumnSet, folded
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row
from brobygger.data.tables.rows import Reads, read_cells
from brobygger.data.tables.words import Words

MEASURES: Final[Mapping[str, tuple[str, ...]]] = {
    "followers": ("followers", "følgere", "følgjere", "följare"),
    "subscribers": ("subscribers", "abonnenter", "prenumeranter", "modtagere", "mottakere"),
    "reach": ("reach", "people reached", "rækkevidde", "rekkevidde", "räckvidd"),
    "views": ("views", "impressions", "times shown", "visninger", "visningar", "eksponeringer"),
    "clicks": ("clicks", "klik", "klikk", "klick"),
    "reactions": ("reactions", "likes", "reaktioner", "reaksjoner"),
    "copies": ("copies", "eksemplarer", "exemplar", "oplag", "opplag"),
}
"""Words for the values of `outreach.enums.Measure`."""
CODES: Final = {folded(word): code for code, words in MEASURES.items() for word in words}
HIGHEST: Final = 10_000_000_000

# fmt: off
READINGS = ColumnSet("readings", (
    Column("channel", Words("Channel", "Kanal", "Kanal", "Kanal"),
           Words("Its name in the programme.", "Dens navn i programmet.", "Navnet i programmet.", "Namnet i programmet."),
           ("Nyhedsbrevet", "Siden"), ("name", "navn", "namn", "page", "side", "sida"), is_required=True),
    Column("measure", Words("What is counted", "Hvad der tælles", "Hva som telles", "Vad som räknas"),
           Words("followers, subscribers, reach, views, clicks, reactions or copies.", "følgere, abonnenter, rækkevidde, visninger, klik, reaktioner eller eksemplarer.", "følgere, abonnenter, rekkevidde, visninger, klikk, reaksjoner eller eksemplarer.", "följare, prenumeranter, räckvidd, visningar, klick, reaktioner eller exemplar."),
           ("subscribers", "followers"), ("measure", "metric", "mål", "mått", "måling", "statistik"), is_required=True),
    Column("day", Words("Day", "Dato", "Dato", "Dag"),
           Words("23.11.2026 or 2026-11-23.", "23.11.2026 eller 2026-11-23.", "23.11.2026 eller 2026-11-23.", "2026-11-23 eller 23.11.2026."),
           ("01.11.2026", "2026-11-02"), ("date", "datum", "day"), is_required=True),
    Column("value", Words("Figure", "Tal", "Tall", "Tal"),
           Words("A whole number, not below 0.", "Et helt tal, ikke under 0.", "Et helt tall, ikke under 0.", "Ett heltal, inte under 0."),
           ("412", "1.187"), ("value", "number", "antal", "antall", "count"), is_required=True),
), forms={"day": forms.DATE})
# fmt: on


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A figure of a channel, which is named as the table names it."""

    channel: str
    measure: str
    day: dt.date
    value: int


def _measure(cell: str) -> str:
    code = CODES.get(folded(cell))
    if code is None:
        raise wrong("measure", cell, known=", ".join(MEASURES))
    return code


def _count(cell: str) -> int:
    found = cells.number(cell)
    if found < 0:
        raise wrong("below_zero", cell)
    if found != int(found) or found > HIGHEST:
        raise wrong("whole_number", cell)
    return int(found)


READS: Reads = {
    "channel": lambda cell: cells.line(cell, 120),
    "measure": _measure,
    "day": cells.date,
    "value": _count,
}


def read_reading_row(
    row: Row, header: tuple[str, ...], places: Mapping[int, str], *, today: dt.date
) -> tuple[ReadingRow | None, tuple[Finding, ...]]:
    """What a row says, and what is wrong; None where something is that keeps it out."""
    values, findings = read_cells(row, header, places, READINGS, READS)
    if "day" in values and values["day"] > today:
        column = next(header[place] for place, name in places.items() if name == "day")
        findings.append(Finding("future_reading", row.number, column, {"value": values["day"].isoformat()}))
    if any(not one.is_note for one in findings):
        return None, tuple(findings)
    return ReadingRow(**values), tuple(findings)
