"""
Two rows of a table become one: everything that pointed at the one points at the other, and each step can be undone.

What points at a row is found through Django's models, so that tables that come later are included. Steps are written to
a journal of JSON: a row was changed, removed or added. Undoing takes them back from the last to the first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction

Step: TypeAlias = dict[str, Any]
Columns: TypeAlias = dict[str, Any]


class CannotUndo(Exception):
    """The row that was joined cannot come back. The message names what has taken its place."""


class Journal:
    """Changes rows, and keeps how to change them back. Rows are reached whoever may see them."""

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self.steps: list[Step] = list(steps)

    def change(self, row: models.Model, **columns: Any) -> None:
        """Set columns (by `attname`) of a row."""
        table = _table(type(row))
        before = {name: value for name, value in columns_of(table.get(pk=row.pk)).items() if name in columns}
        table.filter(pk=row.pk).update(**columns)
        after = columns_of(table.get(pk=row.pk))
        self._note("changed", row, before=before, after={name: after[name] for name in columns})

    def remove(self, row: models.Model) -> None:
        """Remove a row; what points at it goes with it or loses the pointer, as the models say."""
        for field, pointing in pointers_at(row):
            if getattr(field.remote_field.on_delete, "__name__", "") == "SET_NULL":
                self.change(pointing, **{field.attname: None})
            else:
                self.remove(pointing)
        columns = columns_of(_table(type(row)).get(pk=row.pk))
        _delete(row)
        self._note("removed", row, columns=columns)

    def add(self, model: type[models.Model], columns: Columns) -> models.Model:
        """Add a row."""
        row = _insert(model, columns)
        self._note("added", row, columns=columns_of(row))
        return row

    def join(self, kept: models.Model, other: models.Model) -> None:
        """Let everything that points at `other` point at `kept`, and remove `other`."""
        for field, pointing in pointers_at(other):
            if not self._repoint(field, pointing, kept):
                twin = _twin(field, pointing, kept)
                if twin is None:
                    self.remove(pointing)
                else:  # both have it: what points at the one points at the other
                    self.join(twin, pointing)
        self.remove(other)

    def _repoint(self, field: models.ForeignKey[Any, Any], row: models.Model, kept: models.Model) -> bool:
        """Whether the row now points at `kept`; not if that would make two of what there may be only one of."""
        if _twin(field, row, kept) is not None:
            return False
        start = len(self.steps)
        try:
            with transaction.atomic():
                if field.primary_key:
                    columns = columns_of(row)
                    moved = self.add(type(row), {**columns, field.attname: kept.pk})
                    for pointer, pointing in pointers_at(row):
                        self.change(pointing, **{pointer.attname: moved.pk})
                    self.remove(row)
                else:
                    self.change(row, **{field.attname: kept.pk})
        except IntegrityError:
            del self.steps[start:]
            return False
        return True

    def _note(self, what: str, row: models.Model, **rest: Any) -> None:
        self.steps.append({"step": what, "model": row._meta.label, "pk": to_json(row.pk), **rest})


def take_back(steps: Iterable[Step], *, needed: tuple[str, Any]) -> list[Step]:
    """
    Undo the steps of a journal from the last to the first.

    Args:
        needed: label of a model and key: the row without whose return nothing is undone.

    Returns:
        Steps that could not be undone, because the row was changed or removed since.

    Raises:
        CannotUndo: the needed row cannot come back.
    """
    left: list[Step] = []
    for step in reversed(list(steps)):
        try:
            with transaction.atomic():
                undone = _TAKES_BACK[step["step"]](apps.get_model(step["model"]), step)
        except IntegrityError:
            undone = False
        if undone:
            continue
        if step["step"] == "removed" and (step["model"], step["pk"]) == needed:
            raise CannotUndo(f"{step['model']} {step['pk']}")
        left.append(step)
    return left[::-1]


def pointers_at(row: models.Model) -> Iterator[tuple[models.ForeignKey[Any, Any], models.Model]]:
    """Every row that points at a row, with the foreign key by which it does; a row that points twice comes twice."""
    for relation in type(row)._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        field: Any = relation.field  # type: ignore[union-attr]
        if not field.concrete:
            continue
        pointing = _table(field.model)
        target = getattr(row, field.target_field.attname)
        for one in pointing.filter(**{field.attname: target}).order_by("pk"):
            if pointing.filter(pk=one.pk).exists():  # an earlier one may have taken it along
                yield field, one


def columns_of(row: models.Model) -> Columns:
    """A row's own columns as JSON, by `attname`."""
    return {field.attname: to_json(field.value_from_object(row)) for field in row._meta.concrete_fields}


def to_json(value: Any) -> Any:
    """A value of a column as JSON, without loss."""
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID | dt.timedelta):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return value


def from_json(model: type[models.Model], columns: Mapping[str, Any]) -> Columns:
    """What `to_json` wrote."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: bytes.fromhex(value)
        if isinstance(fields[name], models.BinaryField) and isinstance(value, str)
        else fields[name].to_python(value)
        for name, value in columns.items()
        if name in fields
    }


def _table(model: type[models.Model]) -> models.QuerySet[Any]:
    """Rows past the managers of a model, which may hide some or refuse to change them."""
    return models.QuerySet(model)


def _delete(row: models.Model) -> None:
    """Remove one row and nothing that points at it."""
    rows = _table(type(row)).filter(pk=row.pk)
    rows._raw_delete(rows.db)


def _insert(model: type[models.Model], columns: Columns) -> models.Model:
    row = model(**from_json(model, columns))
    row.save_base(raw=True, force_insert=True)
    return row


def _undo_change(model: type[models.Model], step: Step) -> bool:
    row = _table(model).filter(pk=step["pk"]).first()
    if row is None:
        return False
    now = columns_of(row)
    if any(now[name] != value for name, value in step["after"].items()):
        return False
    before = from_json(model, step["before"])
    if not _targets_exist(model, before):
        return False
    _table(model).filter(pk=row.pk).update(**before)
    return True


def _undo_removal(model: type[models.Model], step: Step) -> bool:
    columns = from_json(model, step["columns"])
    if _table(model).filter(pk=step["pk"]).exists() or not _targets_exist(model, columns):
        return False
    _insert(model, step["columns"])
    return True


def _undo_addition(model: type[models.Model], step: Step) -> bool:
    row = _table(model).filter(pk=step["pk"]).first()
    if row is None or columns_of(row) != step["columns"]:
        return False
    _delete(row)
    return True


_TAKES_BACK: Mapping[str, Callable[[type[models.Model], Step], bool]] = {
    "changed": _undo_change,
    "removed": _undo_removal,
    "added": _undo_addition,
}


def _targets_exist(model: type[models.Model], columns: Columns) -> bool:
    """Whether what a row points at is there: the database itself asks only at the end of the transaction."""
    for field in model._meta.concrete_fields:
        value = columns.get(field.attname)
        if isinstance(field, models.ForeignKey) and value is not None:
            name = field.target_field.attname
            if not _table(field.related_model).filter(**{name: value}).exists():
                return False
    return True


def _twin(field: models.ForeignKey[Any, Any], row: models.Model, kept: models.Model) -> models.Model | None:
    """The row that has, with `kept`, what there may be only one of, and what `row` has with another."""
    target = getattr(kept, field.target_field.attname)
    model = type(row)
    for names, condition in _unique_sets(model):
        if field.name not in names:
            continue
        attnames = [one.attname for one in model._meta.concrete_fields if one.name in names]
        values = {name: getattr(row, name) for name in attnames}
        if any(value is None for value in values.values()):
            continue  # to a database nothing is like nothing
        values[field.attname] = target
        rows = _table(model).exclude(pk=row.pk)
        if condition is not None:
            if not _table(model).filter(condition, pk=row.pk).exists():
                continue
            rows = rows.filter(condition)
        twin: models.Model | None = rows.filter(**values).first()
        if twin is not None:
            return twin
    return None


def _unique_sets(model: type[models.Model]) -> Iterator[tuple[tuple[str, ...], models.Q | None]]:
    for field in model._meta.concrete_fields:
        if field.unique:
            yield (field.name,), None
    for names in model._meta.unique_together:
        yield tuple(names), None
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            yield tuple(constraint.fields), constraint.condition
