"""A table of answers to a survey: one row for each person, one column for each question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from brobygger.data.tables import cells
from brobygger.data.tables.cells import wrong
from brobygger.data.tables.columns import Column, ColumnSet, folded
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row
from brobygger.data.tables.rows import read_cells
from brobygger.data.tables.words import Words

SCALE = range(1, 6)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """
    Args:
        kind: “scale” (1–5), “yes_no” or “choice”.
        options: of a choice, in their order.
    """

    text: str
    kind: str
    options: tuple[str, ...] = ()


def answer_columns(asked: Mapping[str, AskedQuestion]) -> ColumnSet:
    """A column for each question by its name (q1, q2 …), known by its text too."""
    same = {name: Words(one.text, one.text, one.text, one.text) for name, one in asked.items()}
    return ColumnSet(
        "answers",
        tuple(Column(name, same[name], same[name], ("", "")) for name in asked),
    )


def read_answer_row(
    row: Row,
    header: tuple[str, ...],
    places: Mapping[int, str],
    columns: ColumnSet,
    asked: Mapping[str, AskedQuestion],
) -> tuple[dict[str, int], list[Finding]]:
    """What a row answers, by question, and what is wrong of it. An empty cell is no answer."""
    return read_cells(
        row, header, places, columns, {name: partial(_value, one) for name, one in asked.items()}
    )


def _value(question: AskedQuestion, cell: str) -> int:
    text = cell.strip()
    if question.kind == "yes_no":
        return int(cells.yes_or_no(text))
    if question.kind == "scale":
        number = text.removesuffix(".0")
        if number not in map(str, SCALE):
            raise wrong("scale_step", cell)
        return int(number)
    places = [place for place, option in enumerate(question.options) if folded(option) == folded(text)]
    if not places:
        raise wrong("option", cell, known=", ".join(question.options)[:200])
    return places[0]
