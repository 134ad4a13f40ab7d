"""Two records of the same thing become one, and become two again: for each table whose records can be joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.db import transaction
from django.db.models import Model

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.models import OWN, Comparison, Journal, all_rows, take_back, values_of, write_values
from brobygger.apps.base.models.merge_record import DistinctPair, MergeRecord
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Row = TypeVar("Row", bound=Model)
Merge = TypeVar("Merge", bound=MergeRecord)


class UndoLaterFirst(Exception):
    """The kept record was joined to yet another since: that has to be undone first."""


@dataclass(frozen=True, slots=True)
class Joinable(Generic[Row, Merge]):
    """
    How the records of a table are joined.

    Args:
        app, things: name the permission and the audit entries: “people.merge_candidates”.
        rows: the table.
        merges, distinct: where it is kept that two were joined, or are not the same.
        comparison: what can be chosen from either.
        settle: called with (journal, kept, other, keys taken from other) before all else moves.
        touched: columns of the kept record that get the moment.
    """

    app: str
    things: str
    rows: type[Row]
    merges: type[Merge]
    distinct: type[DistinctPair]
    comparison: Comparison
    settle: Callable[[Journal, Row, Row, Collection[str]], None] | None = None
    touched: tuple[str, ...] = ()

    @transaction.atomic
    @all_rows()  # whatever points at either record moves, whoever may see it
    def merge(
        self, *, kept: Row, other: Row, from_other: Collection[str] = (), by: User | None, at: dt.datetime
    ) -> Merge:
        """
        Join two records of the same: everything that pointed at `other` points at `kept`, and `other` goes.

        Args:
            from_other: keys of `base.models.Choice` whose value is taken from `other`.

        Raises:
            PermissionDenied: `by` may not.
            ValueError: it is one record.
        """
        self._check(by)
        if kept.pk == other.pk:
            raise ValueError("a record cannot be joined to itself")
        kept, other = self._locked(kept), self._locked(other)
        values = values_of(kept, other, self.comparison, from_other)
        values[OWN] |= dict.fromkeys(self.touched, at)
        journal, name, other_id = Journal(), str(other), other.pk
        if self.settle is not None:
            self.settle(journal, kept, other, from_other)
        journal.join(kept, other)
        write_values(journal, kept, values)
        merge = self.merges._default_manager.create(
            kept=kept,
            kept_id_then=kept.pk,
            other_id=other_id,
            other_name=name[:200],
            steps=journal.steps,
            merged_at=at,
            merged_by=by,
        )
        changes = {"other": other_id, "steps": len(journal.steps), "from_other": sorted(from_other)}
        self._record(f"merge_{self.things}", kept, {"merge": merge.pk, **changes}, by, at)
        return merge

    @transaction.atomic
    @all_rows()  # as above
    def undo(self, *, merge: Merge, by: User | None, at: dt.datetime) -> list[dict[str, object]]:
        """
        Make two records of one again. Repeating it changes nothing.

        Returns:
            Steps that stay as they are, because their row was changed or removed since.

        Raises:
            CannotUndo: another record has taken what must be unique of the one that has to come back.
            PermissionDenied: `by` may not.
            UndoLaterFirst: the kept record was joined to another since.
        """
        self._check(by)
        found: Any = self.merges._default_manager.select_for_update().get(pk=merge.pk)
        if found.undone_at:
            return []
        if found.kept_id != found.kept_id_then:
            raise UndoLaterFirst(found.other_name)
        left = take_back(found.steps, needed=(self.rows._meta.label, found.other_id))
        found.steps, found.undone_at, found.undone_by = [], at, by
        found.save()
        changes = {"merge": found.pk, "other": found.other_id, "left": len(left)}
        self._record(f"undo_merge_of_{self.things}", found.kept, changes, by, at)
        return left

    @transaction.atomic
    def differ(self, *, first: Row, second: Row, by: User | None, at: dt.datetime) -> None:
        """
        Remember that two records that are alike are not the same. Repeating it changes nothing.

        Raises:
            PermissionDenied: `by` may not.
        """
        self._check(by)
        low, high = sorted((first, second), key=lambda one: one.pk)
        pairs: Any = (
            self.distinct._default_manager
        )  # `first` and `second` are the columns of each table's own
        _pair, is_new = pairs.get_or_create(first=low, second=high, defaults={"said_at": at, "said_by": by})
        if is_new:
            self._record(f"say_{self.things}_differ", low, {"other": high.pk}, by, at)

    def _check(self, by: User | None) -> None:
        check_may(by, f"{self.app}.merge_{self.things}")

    def _locked(self, row: Row) -> Row:
        return self.rows._default_manager.select_for_update().get(pk=row.pk)

    def _record(
        self, action: str, subject: Model, changes: Mapping[str, Any], by: User | None, at: dt.datetime
    ) -> None:
        record(action=f"{self.app}.{action}", subject=subject, by=by, at=at, changes=changes)
