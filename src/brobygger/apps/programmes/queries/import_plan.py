"""What an import would do, row by row."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from brobygger.apps.programmes.enums import ImportKind, RowState
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries.table_columns import TableColumns
from brobygger.core.duplicates import SAME, DuplicateIndex, Entry, Sign
from brobygger.data.tables import Finding, Row, Table

NEW: Final = "new"  # the choice that a row is about a record that is not there yet
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Change:
    """One column of the table that changes a record; values as they are shown."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LikelyRecord:
    """A record that a row may be about."""

    id: int
    name: str
    score: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """
    What becomes of one row.

    Args:
        number: as a spreadsheet numbers it.
        target: the record that it changes; None: a new one.
        likely: records that it may be about.
        choice: id of the one that it is taken to be about, or `NEW`.
        write: what the action needs to carry it out; None where nothing is to be done.
    """

    number: int
    name: str
    state: RowState
    target: int | None = None
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    likely: tuple[LikelyRecord, ...] = ()
    choice: str = NEW
    write: Any = None


@dataclass(frozen=True)
class ImportPlan:
    """
    What an import would do.

    Args:
        columns: which column of the table is what.
        findings: about the table as a whole; one that is no note stops the import.
    """

    kind: ImportKind
    columns: TableColumns
    findings: tuple[Finding, ...]
    rows: tuple[PlannedRow, ...]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Number of rows by state, every state named."""
        found = Counter(row.state for row in self.rows)
        return {state.value: found[state] for state in RowState}

    @property
    def is_ready(self) -> bool:
        """There is something to import."""
        return any(row.write is not None for row in self.rows)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        return (*self.findings, *(one for row in self.rows for one in row.findings))

    @cached_property
    def digest(self) -> str:
        """Tells two plans apart that would do different things."""
        told = [
            (
                row.number,
                row.state,
                row.target,
                row.choice,
                [(one.field, one.before, one.after) for one in row.changes],
            )
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Planner(Generic[Said]):
    """
    How rows of one sort become a plan.

    Args:
        read: a row to what it says, and what is wrong with it.
        check: what only the installation can tell is wrong.
        key: what tells two rows of one table to be about the same.
        entry: what a row says, as it is compared with what is known.
        name: what a row is called.
        changes: of a row against a record, or against none: what changes, what to write, and notes.
    """

    read: Callable[[Row], tuple[Said | None, tuple[Finding, ...]]]
    check: Callable[[Row, Said], Iterator[Finding]]
    key: Callable[[Said], Hashable]
    entry: Callable[[Said], Entry]
    name: Callable[[Said], str]
    certain: Callable[[Said], int | None]
    changes: Callable[[int | None, Said, Row], tuple[list[Change], Any, list[Finding]]]

    def rows(
        self, table: Table, index: DuplicateIndex, names: Mapping[int, str], choices: Mapping[str, str]
    ) -> Iterator[PlannedRow]:
        """The plan of each row, in the order of the table."""
        seen: dict[Hashable, tuple[int, Said]] = {}
        taken: dict[int, int] = {}
        for row in table.rows:
            said, noticed = self.read(row)
            findings = list(noticed)
            if said is None:
                yield PlannedRow(row.number, _first_words(row), RowState.REFUSED, findings=tuple(findings))
                continue
            name = self.name(said)
            key = self.key(said)
            if key in seen:
                other, before = seen[key]
                repeats = before == said
                findings.append(
                    Finding(
                        "repeats_row" if repeats else "conflicts_with_row", row.number, "", {"other": other}
                    )
                )
                state = RowState.UNCHANGED if repeats else RowState.REFUSED
                yield PlannedRow(row.number, name, state, findings=tuple(findings))
                continue
            findings += self.check(row, said)
            if any(not one.is_note for one in findings):
                yield PlannedRow(row.number, name, RowState.REFUSED, findings=tuple(findings))
                continue
            seen[key] = row.number, said
            yield self._against_records(row, said, findings, index, names, choices, taken)

    def _against_records(  # noqa: PLR0917 (what is known of the row, and of all)
        self,
        row: Row,
        said: Said,
        findings: list[Finding],
        index: DuplicateIndex,
        names: Mapping[int, str],
        choices: Mapping[str, str],
        taken: dict[int, int],
    ) -> PlannedRow:
        likely = [
            LikelyRecord(other.id, names[other.id], like.score, like.signs)
            for other, like in index.like(self.entry(said))
        ]
        options: dict[str, int | None] = {NEW: None} | {str(one.id): one.id for one in likely}
        certain = self.certain(said)
        choice = choices.get(str(row.number), "")
        if certain is not None:
            target: int | None = certain
            likely = []
        elif choice in options:
            target = options[choice]
        else:
            target = self._proposed(likely, said, row)
        name = self.name(said)
        if target is not None and target in taken:
            findings.append(Finding("conflicts_with_row", row.number, "", {"other": taken[target]}))
            return PlannedRow(
                row.number, name, RowState.REFUSED, target, (), tuple(findings), tuple(likely), str(target)
            )
        if target is not None:
            taken[target] = row.number
        changes, write, noticed = self.changes(target, said, row)
        findings += noticed
        if any(not one.is_note for one in findings):
            state, changes, write = RowState.REFUSED, [], None
        elif target is None:
            state = RowState.NEW
        elif changes:
            state = RowState.CHANGED
        else:
            state, write = RowState.UNCHANGED, None
        return PlannedRow(
            row.number,
            name,
            state,
            target,
            tuple(changes),
            tuple(findings),
            tuple(likely),
            NEW if target is None else str(target),
            write,
        )

    def _proposed(self, likely: Sequence[LikelyRecord], said: Said, row: Row) -> int | None:
        """The record that a row is taken to be about: of equally likely ones the one that it changes least."""
        best = [one for one in likely if one.score >= SAME and one.score == likely[0].score]
        if len(best) < 2:
            return best[0].id if best else None
        return min(best, key=lambda one: (len(self.changes(one.id, said, row)[0]), one.id)).id


def programmes_by_code() -> dict[str, Programme]:
    return {one.code.casefold(): one for one in Programme.objects.order_by("code")}


def unknown_programmes(
    codes: Sequence[str], known: Mapping[str, Programme], number: int, column: str
) -> Iterator[Finding]:
    for code in codes:
        if code not in known:
            parameters: dict[str, str | int] = {"value": code[:60], "known": ", ".join(known) or "–"}
            yield Finding("programme", number, column, parameters)


def _first_words(row: Row) -> str:
    return next((cell[:80] for cell in row.cells if cell), "")
