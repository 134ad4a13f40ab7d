"""
The migrations, run through from nothing, give the tables that the models have.

Every other test makes its tables from the models at once (`--no-migrations`), which takes a tenth of the time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("columns", "primary_key", "unique", "index", "check", "foreign_key", "orders")
Tables = dict[str, dict[str, Any]]


def tables_of(connection: BaseDatabaseWrapper) -> Tables:
    """What each table has: its columns with type and whether they may be empty, its constraints and indexes."""
    inspect = connection.introspection
    with connection.cursor() as cursor:
        return {
            table: {
                "columns": {
                    column.name: [column.type_code, column.internal_size, column.null_ok, column.default]
                    for column in inspect.get_table_description(cursor, table)
                },
                # without their names: those of an index that Django names hold a digest of what the table was once
                "rules": sorted(
                    json.dumps({part: rule.get(part) for part in PARTS})
                    for rule in inspect.get_constraints(cursor, table).values()
                ),
            }
            for table in inspect.table_names(cursor)
            if table != MigrationRecorder.Migration._meta.db_table
        }


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Name and address of a database without tables, beside the one of the tests."""
    if connection.vendor == "sqlite":
        file = tmp_path / "migrated.sqlite3"
        yield str(file), f"sqlite:///{file}"
        return
    name = f"{connection.settings_dict['NAME']}_migrated"
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]  # as Django makes a test database
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield name, f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(f'DROP DATABASE "{name}"')


@pytest.mark.django_db
def test_migrations_run_through_give_the_tables_of_the_models(empty_database: tuple[str, str]) -> None:
    name, address = empty_database
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
        check=True,
        cwd=ROOT,
        env={**environment, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    )
    migrated = connections.create_connection("default")
    migrated.settings_dict = {**connection.settings_dict, "NAME": name}
    try:
        assert tables_of(migrated) == tables_of(connection)
    finally:
        migrated.close()
