"""Columns of a table: recognised by their header in four languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from brobygger.data.tables.words import Words

NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Column:
    """
    Args:
        name: in code.
        label: its header in the template.
        guide: what belongs into it.
        examples: cells of the template's example rows.
        also: further headers by which it is recognised.
        is_required: every row needs it.
    """

    name: str
    label: Words
    guide: Words
    examples: tuple[str, str]
    also: tuple[str, ...] = ()
    is_required: bool = False

    @property
    def headers(self) -> frozenset[str]:
        return frozenset(map(folded, (self.name, *self.label, *self.also)))


@dataclass(frozen=True, slots=True)
class Form:
    """
    What the cells of a column look like.

    Args:
        fits: whether a cell looks like that: a value that is true. One that is none may raise a ValueError.
        tells: cells that fit are enough to propose the column; otherwise its header has to speak for it too.
    """

    fits: Callable[[str], object]
    tells: bool = False


@dataclass(frozen=True)
class ColumnSet:
    """
    The columns of one sort of table, in the order of the template.

    Args:
        forms: by column what its cells look like, where they can be told from others.
    """

    name: str
    columns: tuple[Column, ...]
    forms: Mapping[str, Form] = field(default_factory=dict, compare=False)

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def by_header(self) -> dict[str, str]:
        return {header: column.name for column in self.columns for header in column.headers}

    def knows(self, header: str) -> bool:
        return folded(header) in self.by_header


def folded(header: str) -> str:
    """A header without capitals, spaces and signs: "E-Mail " and "email" are the same."""
    return NOT_A_LETTER.sub("", unicodedata.normalize("NFC", header).casefold())


def recognise(
    header: Sequence[str], columns: ColumnSet, chosen: Mapping[str, str] | None = None
) -> dict[int, str]:
    """
    Which place of the header holds which column. Of two that are recognised as the same the first counts.

    Args:
        chosen: what a person said of a header: the name of a column, or "" to leave it out. A choice goes before
            what is recognised.
    """
    said = chosen or {}
    found: dict[int, str] = {}
    for is_choice in (True, False):
        for place, text in enumerate(header):
            if (text in said) is not is_choice:
                continue
            name = said[text] if is_choice else columns.by_header.get(folded(text), "")
            if name in columns.by_name and name not in found.values():
                found[place] = name
    return dict(sorted(found.items()))


def missing_columns(found: Iterable[str], columns: ColumnSet) -> list[Column]:
    """Columns without which no row can be read."""
    there = set(found)
    return [column for column in columns.columns if column.is_required and column.name not in there]


def labels_of(columns: Iterable[Column]) -> Words:
    """Their headers between commas, in each language."""
    labels = [column.label for column in columns]
    return Words(*(", ".join(each) for each in zip(*labels, strict=True)))
