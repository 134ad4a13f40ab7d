"""Tables out as CSV that a spreadsheet opens and that cannot harm it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from brobygger.data.tables.columns import ColumnSet
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.words import Words

FORMULA = ("=", "+", "-", "@", "\t", "\r")
FINDING_HEADER = (
    Words("Row", "Række", "Rad", "Rad"),
    Words("Column", "Kolonne", "Kolonne", "Kolumn"),
    Words("What is wrong", "Hvad er galt", "Hva er galt", "Vad som är fel"),
    Words("Row left out", "Række udeladt", "Rad utelatt", "Rad utelämnad"),
)
YES = Words("yes", "ja", "ja", "ja")
NO = Words("no", "nej", "nei", "nej")


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV with semicolons, as spreadsheets of the Nordic countries expect it, and a mark that makes them read UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def findings_csv(findings: Iterable[Finding], *, language: str) -> str:
    """One row for each finding, in one language."""
    return write_csv(
        [words.text(language) for words in FINDING_HEADER],
        (
            (one.row or "", one.column, one.message(language), (NO if one.is_note else YES).text(language))
            for one in findings
        ),
    )


def template_csv(columns: ColumnSet, *, language: str) -> str:
    """An empty table with two example rows."""
    return write_csv(
        [column.label.text(language) for column in columns.columns],
        ([column.examples[row] for column in columns.columns] for row in range(2)),
    )


def guide_of(columns: ColumnSet, *, language: str) -> list[tuple[str, str, bool]]:
    """(header, what belongs into it, whether it is needed) of each column."""
    return [
        (column.label.text(language), column.guide.text(language), column.is_required)
        for column in columns.columns
    ]
