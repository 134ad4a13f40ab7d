"""The slots of agreed meetings out: a table, and what is proven of it as JSON and in a few lines for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from brobygger.core.scheduling import Finding, Round
from brobygger.core.scheduling.gaps import Timed
from brobygger.data.tables.words import Words
from brobygger.data.tables.writing import write_csv
from brobygger.data.timetables.columns import ROUND, TABLE

# fmt: off
START, END = Words("Start", "Start", "Start", "Start"), Words("End", "Slut", "Slutt", "Slut")
FIRST = Words("Participant", "Deltager", "Deltaker", "Deltagare")
SECOND = Words("With", "Med", "Med", "Med")
# fmt: on


def write_timed(
    folder: Path, timed: Timed, objections: Sequence[str], rounds: Sequence[Round], *, language: str
) -> list[str]:
    """
    Write `timetable.csv` (if there is a timetable), `certificate.json` and `certificate.txt`; returns the lines of it.

    Args:
        objections: of the independent check.
        rounds: the slots with their times, as many as the agenda has.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = timed.lines(language)
    if timed.slots:
        header = [words.text(language) for words in (ROUND, START, END, TABLE, FIRST, SECOND)]
        text = write_csv(header, _rows(timed, rounds))
        (folder / "timetable.csv").write_text(text, encoding="utf-8", newline="")
    if timed.slots and not objections:
        lines.append(Finding("gaps_checked").text(language))
    content = {
        "known": timed.known.value,
        "gaps": timed.gaps if timed.slots else None,
        "bound": timed.bound,
        "spread": timed.agenda.spread,
        "gaps_of": {
            one: count for one, count in zip(timed.agenda.participants, timed.gaps_of(), strict=True) if count
        },
        "conflicts": [one.text(language) for one in timed.findings],
        "objections": list(objections),
    }
    (folder / "certificate.json").write_text(
        json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (folder / "certificate.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return lines


def _rows(timed: Timed, rounds: Sequence[Round]) -> list[list[object]]:
    """By slot; tables are numbered from 1 in each."""
    agenda, used, found = timed.agenda, Counter[int](), list[list[object]]()
    for row in sorted(range(len(timed.slots)), key=lambda one: (timed.slots[one], one)):
        slot, one = timed.slots[row], agenda.meetings[row]
        used[slot] += 1
        when = rounds[slot]
        times = [
            "" if moment is None else moment.isoformat(" ", "minutes") for moment in (when.start, when.end)
        ]
        found.append(
            [slot + 1, *times, used[slot], agenda.participants[one.first], agenda.participants[one.second]]
        )
    return found
