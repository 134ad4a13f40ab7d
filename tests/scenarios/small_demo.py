"""Some companies, ads and CVs of the demo, with its log-ins: what a browser walks through."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from brobygger.cli.management.commands import load_demo
from brobygger.data.demo_files import DemoContent, read_demo

ADS = ("da-01", "da-02", "da-03", "da-04", "en-01", "nb-01", "nb-15", "sv-01")
PEOPLE = 24
_kept: list[Any] = []  # the rows, as the database at hand keeps them


def small_demo(monkeypatch: pytest.MonkeyPatch, *, companies: int = 0, people: int = PEOPLE) -> DemoContent:
    """
    Load the part of the demo that is read in two seconds; returns it.

    Args:
        companies: of how many companies all ads come along, those with most ads first.
        people: how many candidates come along.
    """
    whole = read_demo()
    most = Counter(one.company for one in whole.opportunities).most_common(companies)
    ads = tuple(one for one in whole.opportunities if one.code in ADS or one.company in dict(most))
    content = replace(
        whole,
        companies=tuple(one for one in whole.companies if one.code in {ad.company for ad in ads}),
        opportunities=ads,
        candidates=tuple(whole.candidates[:people]),
    )
    monkeypatch.setattr(load_demo, "read_demo", lambda: content)
    call_command("load_demo", verbosity=0)
    return content


def committed_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a test whose rows are committed, as those in a browser are: loaded once, copied for the next."""
    keep, put_back = (_keep_sqlite, _put_back_sqlite) if connection.vendor == "sqlite" else (_keep, _put_back)
    connection.ensure_connection()
    if _kept:
        put_back(_kept[0])
    else:
        small_demo(monkeypatch)
        _kept.append(keep())


def _keep_sqlite() -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:")
    connection.connection.backup(copy)
    return copy


def _put_back_sqlite(copy: sqlite3.Connection) -> None:
    copy.backup(connection.connection)


def _keep() -> dict[str, bytes]:
    """Rows of PostgreSQL's tables, as it writes them itself."""
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            with cursor.copy(f"COPY {connection.ops.quote_name(table)} TO STDOUT") as copy:
                rows[table] = b"".join(copy)
    return rows


def _put_back(rows: dict[str, bytes]) -> None:
    """Tables in any order: their keys and triggers are not looked at meanwhile, for all rows were right before."""
    names = ", ".join(map(connection.ops.quote_name, rows))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"TRUNCATE {names}")
        for table, lines in rows.items():
            with cursor.copy(f"COPY {connection.ops.quote_name(table)} FROM STDIN") as copy:
                copy.write(lines)
        for statement in connection.ops.sequence_reset_sql(
            no_style(), apps.get_models(include_auto_created=True)
        ):
            cursor.execute(statement)
