"""Two records beside each other, field by field, before they are joined; and the values that are chosen of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from brobygger.apps.base.models.joined_rows import Journal, columns_of, from_json

OWN = ""  # the record itself, among the names of relations
LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    How records of one table are compared.

    Args:
        relations: names of one-to-one relations whose columns are part of the record.
        groups: columns that are chosen together, by "relation.name" ("name" for the record itself).
        wholes: relations that are chosen as one, by the column that is shown.
        careful: columns of which the kept record's value is proposed even if it is empty.
        left_out: columns that are not chosen; the kept record's stay.
    """

    relations: tuple[str, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wholes: Mapping[str, str] = field(default_factory=dict)
    careful: Collection[str] = ()
    left_out: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """
    One field of two records.

    Args:
        key: "name", or "relation.name".
        columns: by `attname`.
        kept, other: what each record says, to be read.
        takes_other: the other record's value is proposed.
    """

    key: str
    label: str
    relation: str
    columns: tuple[str, ...]
    kept: str
    other: str
    differs: bool
    takes_other: bool


def choices(kept: models.Model, other: models.Model, comparison: Comparison) -> list[Choice]:
    """The fields of two records, in the order of the tables."""
    return [
        one
        for relation in (OWN, *comparison.relations)
        for one in _of_relation(kept, other, relation, comparison)
    ]


def values_of(
    kept: models.Model, other: models.Model, comparison: Comparison, from_other: Collection[str]
) -> dict[str, dict[str, Any]]:
    """
    By relation, the values that the joined record gets: those of the other record for the keys in `from_other`.

    Of a relation that only one of the two has, its row stays or moves as a whole.
    """
    values: dict[str, dict[str, Any]] = {OWN: {}}
    for one in choices(kept, other, comparison):
        source = _related(other if one.key in from_other else kept, one.relation)
        if source is None:
            continue  # only one of the two has such a row: it stays or moves as a whole
        columns = from_json(type(source), {name: columns_of(source)[name] for name in one.columns})
        values.setdefault(one.relation, {}).update(columns)
    return values


def write_values(journal: Journal, kept: models.Model, values: Mapping[str, Mapping[str, Any]]) -> None:
    """Set what was chosen, once the other record is gone."""
    for relation, columns in values.items():
        row = _related(type(kept)._base_manager.get(pk=kept.pk), relation)
        if row is not None:
            changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
            if changed:
                journal.change(row, **changed)


def _of_relation(
    kept: models.Model, other: models.Model, relation: str, comparison: Comparison
) -> Iterator[Choice]:
    here, there = _related(kept, relation), _related(other, relation)
    if here is None and there is None:
        return
    model = _model(kept, relation)
    key_of: dict[str, str] = {}
    for key, names in comparison.groups.items():
        before, _dot, last = key.rpartition(".")
        if before == relation:
            key_of |= dict.fromkeys(names, last)
    columns: dict[str, list[str]] = {}
    for one in model._meta.concrete_fields:
        points_back = isinstance(one, models.OneToOneField) and relation and one.related_model is type(kept)
        if one.primary_key or points_back or one.name in comparison.left_out:
            continue
        key = "" if relation in comparison.wholes else key_of.get(one.name, one.name)
        columns.setdefault(key, []).append(one.attname)
    for last, names_of in columns.items():
        yield _choice(here, there, model, relation, last, tuple(names_of), comparison)


def _choice(  # noqa: PLR0917 (two rows, and where in them)
    here: models.Model | None,
    there: models.Model | None,
    model: type[models.Model],
    relation: str,
    last: str,
    columns: tuple[str, ...],
    comparison: Comparison,
) -> Choice:
    key = ".".join(filter(None, (relation, last)))
    shown = comparison.wholes.get(relation, columns[0])
    kept, other = _shown(here, shown), _shown(there, shown)
    same = (
        here is not None
        and there is not None
        and all(getattr(here, name) == getattr(there, name) for name in columns)
    )
    label = relation if relation in comparison.wholes else last
    verbose = next(
        (one.verbose_name for one in model._meta.concrete_fields if one.name == label),
        label.replace("_", " "),
    )
    return Choice(
        key=key,
        label=capfirst(str(verbose)),
        relation=relation,
        columns=columns,
        kept=kept,
        other=other,
        differs=not same and (kept, other) != ("", ""),
        takes_other=bool(other) and not kept and key not in comparison.careful,
    )


def _shown(row: models.Model | None, name: str) -> str:
    if row is None:
        return ""
    one = row._meta.get_field(_name(type(row), name))
    value = one.value_from_object(row)  # type: ignore[union-attr]
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(one, models.ForeignKey):
        return str(getattr(row, one.name))
    if getattr(one, "choices", None):
        return str(dict(one.flatchoices).get(value, value))  # type: ignore[union-attr]
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    elif isinstance(value, dict):
        value = " · ".join(f"{code}: {text}" for code, text in value.items())
    text = str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def _related(row: models.Model, relation: str) -> models.Model | None:
    """The row of a one-to-one relation as the database has it, whoever may see it."""
    if not relation:
        return row
    model = _model(row, relation)
    name = row._meta.get_field(relation).remote_field.name  # type: ignore[union-attr]
    return model._base_manager.filter(**{name: row.pk}).first()


def _model(row: models.Model, relation: str) -> type[models.Model]:
    return row._meta.get_field(relation).related_model if relation else type(row)  # type: ignore[return-value]


def _name(model: type[models.Model], attname: str) -> str:
    return next(one.name for one in model._meta.concrete_fields if one.attname == attname)
