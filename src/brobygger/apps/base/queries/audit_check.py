"""
Is the audit trail whole? The check knows the form of an entry from its description, not from the code that writes it.

It reads columns as the database holds them, in pieces, and remembers no more than two rows.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import chain, pairwise
from typing import Any, Final

from django.db import connection

CHUNK: Final = 2_000  # rows read at a time
LARGEST: Final = 400  # decimal places before the point
BEFORE_THE_FIRST: Final = 64 * "0"
_ENTRIES: Final = """
    SELECT id, at, by_id, by_name, action, subject_type, subject_id, CAST(changes AS text), previous_hash, hash
    FROM base_auditentry WHERE id > %s ORDER BY id LIMIT %s
"""
_HEAD: Final = "SELECT entry_id, hash FROM base_audithead"


class Fault(StrEnum):
    """What can be wrong with the trail."""

    CHANGED = "changed"  # a column is not what was written
    MISSING = "missing"  # entries before this one were removed
    INSERTED = "inserted"  # the trail goes on as if it were not there
    SWAPPED = "swapped"  # it and the next stand in each other's place
    BEYOND_HEAD = "beyond_head"  # the head ends before it
    CUT = "cut"  # the head names an entry that is not there
    HEAD_CHANGED = "head_changed"  # the head is not the hash of the entry it names
    HEAD_MISSING = "head_missing"
    NOT_EXPECTED = "not_expected"  # no entry has the hash that was written down elsewhere


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """
    What the check found.

    Args:
        good: how many entries are good, from the first one on.
        head: hash of the last good entry, to be written down elsewhere.
        fault: the first thing that is wrong; None if nothing is.
        entry_id: the entry it was found at; 0 where it is about none.
        after_id: the last good entry; 0 before the first.
        since_expected: how many good entries were added after the one whose hash was expected; None if none was.
    """

    good: int
    head: str
    fault: Fault | None = None
    entry_id: int = 0
    after_id: int = 0
    since_expected: int | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    at: Any
    by_id: int | None
    by_name: str
    action: str
    subject_type: str
    subject_id: str
    changes: str
    previous_hash: str
    hash: str

    def true_hash(self) -> str:
        """What `hash` must be if no column was changed; empty if a column holds what none can."""
        try:
            return self._hash()
        except (TypeError, ValueError):
            return ""

    def _hash(self) -> str:
        if not isinstance(self.by_id, int | None):  # SQLite keeps text in a column of numbers
            raise TypeError("by_id is no number")
        by = "null" if self.by_id is None else str(self.by_id)
        texts = (self.by_name, self.action, self.subject_type, self.subject_id)
        parts = [
            _text("brobygger-audit-1"),
            _text(self.previous_hash),
            str(self.id),
            _text(written_moment(self.at)),
            by,
            *map(_text, texts),
            written_value(json.loads(self.changes, parse_float=Decimal)),
        ]
        return hashlib.sha256(f"[{','.join(parts)}]".encode("ascii")).hexdigest()


def check_audit_trail(*, expect: str = "") -> AuditCheck:
    """
    Walk the whole trail. What is added in the meantime does not disturb it.

    Args:
        expect: a hash that was the head at some time; an empty one is not looked for.
    """
    head_before = _head()
    walked, good_at_expected = AuditCheck(0, BEFORE_THE_FIRST), 0 if expect == BEFORE_THE_FIRST else None
    head_is_right = head_before is None or head_before == (0, BEFORE_THE_FIRST)
    for row, following in pairwise(chain(_rows(), [None])):
        assert row is not None
        fault = _fault(row, following, walked.head)
        if fault:
            return replace(walked, fault=fault, entry_id=row.id)
        if expect == row.hash:
            good_at_expected = walked.good + 1
        head_is_right = head_is_right or head_before == (row.id, row.hash)
        walked = AuditCheck(walked.good + 1, row.hash, after_id=row.id)
    fault = _fault_of_head(walked, head_before, head_is_right)
    if fault:
        return replace(walked, fault=fault, entry_id=head_before[0] if head_before else 0)
    if expect and good_at_expected is None:
        return replace(walked, fault=Fault.NOT_EXPECTED)
    return replace(
        walked, since_expected=None if good_at_expected is None else walked.good - good_at_expected
    )


def _fault(row: _Row, following: _Row | None, before: str) -> Fault | None:
    """What is wrong with a row after one of hash `before`; `following` tells a foreign row from a changed one."""
    skipped = following is not None and following.previous_hash == before
    is_sound = row.true_hash() == row.hash
    if not is_sound and following is not None:
        here, there = replace(row, id=following.id), replace(following, id=row.id)
        if here.true_hash() == row.hash and there.true_hash() == following.hash:
            return Fault.SWAPPED
    if skipped:
        return Fault.INSERTED
    if not is_sound:
        return Fault.CHANGED
    return None if row.previous_hash == before else Fault.MISSING


def _fault_of_head(walked: AuditCheck, head_before: tuple[int, str] | None, is_right: bool) -> Fault | None:
    """`is_right`: the head as it was before the walk is the hash of the entry that it names."""
    head = _head()
    if head is None:
        return Fault.HEAD_MISSING if walked.good else None
    if head[0] < walked.after_id:
        return Fault.BEYOND_HEAD
    if head_before and head_before[0] > walked.after_id:
        return Fault.CUT
    at_end_and_other = head[0] == walked.after_id and head[1] != walked.head
    return Fault.HEAD_CHANGED if at_end_and_other or not is_right else None


def _rows() -> Iterator[_Row]:
    last = -(2**63)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_ENTRIES, [last, CHUNK])
            rows = [_Row(*columns) for columns in cursor.fetchall()]
        yield from rows
        if len(rows) < CHUNK:
            return
        last = rows[-1].id


def _head() -> tuple[int, str] | None:
    with connection.cursor() as cursor:
        cursor.execute(_HEAD)
        row = cursor.fetchone()
    return (int(row[0]), str(row[1])) if row else None


def written_moment(stored: Any) -> str:
    """UTC to the microsecond; SQLite holds text without a zone."""
    at = stored if isinstance(stored, dt.datetime) else dt.datetime.fromisoformat(stored)
    at = at.replace(tzinfo=dt.UTC) if at.tzinfo is None else at.astimezone(dt.UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond:06}Z"


def written_value(value: Any) -> str:
    """A JSON value: no spaces, names in order, whole numbers without a point."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict):
        return "{" + ",".join(f"{_text(name)}:{written_value(value[name])}" for name in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written_value, value)) + "]"
    if isinstance(value, Decimal) and value.adjusted() > LARGEST:
        raise ValueError("no double is as large")
    return str(int(value)) if value == int(value) else repr(float(value))


def _text(text: str) -> str:
    """A JSON string of ASCII characters."""
    return '"' + "".join(map(_character, text)) + '"'


def _character(one: str) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}.get(
        one
    )
    code = ord(one)
    if short or 32 <= code < 127:
        return short or one
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
