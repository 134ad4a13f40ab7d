"""What only reads cannot write, not even by accident: pages and operations of the API that answer GET."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection

READS: Final = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "EXPLAIN", "WITH")


@contextmanager
def reading_only() -> Iterator[None]:
    """
    Let the database answer, and refuse to change it.

    Raises:
        RuntimeError: something inside tried to.
    """
    with connection.execute_wrapper(_only_reads):
        yield


def _only_reads(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    if not sql.lstrip().upper().startswith(READS):
        raise RuntimeError(f"What only reads tried to write: {sql[:80]}")
    return execute(sql, params, many, context)
