"""
Rows of a scenario, put back instead of made again: hundreds of tests begin with the same few, and each takes hundreds
of questions to the database to make.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.apps import apps
from django.db import connection, transaction

P = ParamSpec("P")
Made = TypeVar("Made")
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class _Change:
    """A table before and after a scenario was made."""

    before: Rows
    after: Rows


def rows_kept(make: Callable[P, Made]) -> Callable[P, Made]:
    """
    Make a scenario once in a process for the same arguments, and put back its rows and what it returned from then on.

    Where the tables that it writes to do not hold what they held the first time, it is made as if nothing were kept.
    """
    kept: dict[Any, tuple[dict[str, _Change], Made]] = {}

    @wraps(make)
    def put_back(*args: P.args, **kwargs: P.kwargs) -> Made:
        asked = (args, *sorted(kwargs.items()))
        changes, made = kept.get(asked, ({}, None))
        if made is not None and all(_rows(table) == change.before for table, change in changes.items()):
            _write(changes)
            return deepcopy(made)
        tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
        before = {table: _rows(table) for table in tables}
        made = make(*args, **kwargs)
        after = {table: _rows(table) for table in tables}
        changed = {one: _Change(before[one], after[one]) for one in tables if before[one] != after[one]}
        kept[asked] = changed, deepcopy(made)
        return made

    return put_back


def _rows(table: str) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
        return [tuple(row) for row in cursor.fetchall()]


def _write(changes: dict[str, _Change]) -> None:
    """Tables in any order: what they say of each other is checked when the transaction ends."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, change in changes.items():
            name, new = connection.ops.quote_name(table), change.after
            if change.after[: len(change.before)] == change.before:
                new = change.after[len(change.before) :]
            else:
                cursor.execute(f"DELETE FROM {name}")
            marks = ", ".join(["%s"] * len(new[0]))
            cursor.executemany(f"INSERT INTO {name} VALUES ({marks})", new)
