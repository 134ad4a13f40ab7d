"""The audit trail is a chain: whatever is done to it behind the product's back is found, and named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from brobygger.apps.base import actions
from brobygger.apps.base.models import AuditEntry, AuditHead, User
from brobygger.apps.base.models.audit_entry import GENESIS
from brobygger.apps.base.queries import AuditCheck, Fault, audit_check, check_audit_trail
from brobygger.cli import main
from tests.factories import UserFactory

NOON = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)
TRICKY = {
    "title": 'Smed – 電工 🛠 \x7f "quoted" \\ \t',
    "numbers": [1, 1.0, -0.0, 1e16, 1e-7, 0.1, 2**60, True, None],
    "nested": {"b": [1, 2], "a": {"é": []}},
}


def done(count: int = 1, changes: dict[str, Any] | None = None) -> list[AuditEntry]:
    subject = UserFactory()
    return [
        actions.record(
            action="base.tried",
            subject=subject,
            by=subject if number % 2 else None,
            at=NOON + dt.timedelta(microseconds=number),
            changes={"number": number} if changes is None else changes,
        )
        for number in range(count)
    ]


def sql(statement: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def forged(entry_id: int, previous_hash: str) -> AuditEntry:
    """An entry by somebody who knows the method, beside the product."""
    entry = AuditEntry(
        at=NOON, by_name="", action="base.forged", subject_type="base.User", subject_id="1", changes={}
    )
    entry.follow(entry_id - 1, previous_hash)
    return entry


def insert(entry: AuditEntry) -> None:
    sql(
        "INSERT INTO base_auditentry (id, at, by_id, by_name, action, subject_type, subject_id, changes,"
        " previous_hash, hash) VALUES (%s, %s, NULL, '', %s, %s, %s, '{}', %s, %s)",
        entry.pk, "2026-09-01 12:00:00", entry.action, entry.subject_type, entry.subject_id,
        entry.previous_hash, entry.hash,
    )  # fmt: skip


def found() -> tuple[int, Fault | None, int]:
    check = check_audit_trail()
    return check.good, check.fault, check.entry_id


@pytest.mark.django_db
def test_each_entry_carries_the_hash_of_the_one_before() -> None:
    first, second = done(2)

    assert (first.previous_hash, second.previous_hash) == (GENESIS, first.hash)
    head = AuditHead.objects.get()
    assert (head.entry_id, head.hash) == (second.pk, second.hash)
    assert check_audit_trail() == AuditCheck(2, second.hash, after_id=second.pk)


@pytest.mark.django_db
def test_trail_without_entries_is_whole() -> None:
    assert check_audit_trail() == AuditCheck(0, GENESIS)


@pytest.mark.django_db
def test_checker_and_writer_agree_on_what_is_hard_to_write() -> None:
    done(changes=TRICKY)

    assert found() == (1, None, 0)


class TestAnyChanges(TestCase):
    @given(
        st.dictionaries(
            st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])),
            st.recursive(
                st.none()
                | st.booleans()
                | st.integers(-(2**62), 2**62)
                | st.text(st.characters(codec="latin-1", exclude_characters="\x00"))
                | st.floats(allow_nan=False, allow_infinity=False),
                lambda inner: st.lists(inner, max_size=3),
                max_leaves=5,
            ),
            max_size=3,
        )
    )
    def test_checker_and_writer_agree_on_any_changes(self, changes: dict[str, Any]) -> None:
        done(changes=changes)

        assert check_audit_trail().fault is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2026-09-01 12:00:01"),
        ("by_id", 4711),
        ("by_name", "somebody else"),
        ("action", "base.nothing"),
        ("subject_type", "people.Candidate"),
        ("subject_id", "4711"),
        ("changes", '{"number": 2}'),
        ("previous_hash", 64 * "a"),
        ("hash", 64 * "a"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3], ids=["first", "middle", "last"])
def test_changed_column_is_found(column: str, value: object, place: int) -> None:
    entries = done(4)
    sql(f"UPDATE base_auditentry SET {column} = %s WHERE id = %s", value, entries[place].pk)

    assert found() == (place, Fault.CHANGED, entries[place].pk)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL holds no such values")
@pytest.mark.parametrize(
    ("column", "value"),
    [("at", "noon"), ("by_id", "null"), ("by_name", b"x"), ("changes", '{"number": 1e999999999}')],
)
def test_column_that_holds_nonsense_is_a_changed_one(column: str, value: object) -> None:
    entries = done(3)
    sql(f"UPDATE base_auditentry SET {column} = %s WHERE id = %s", value, entries[0].pk)

    assert found() == (0, Fault.CHANGED, entries[0].pk)


@pytest.mark.django_db
@pytest.mark.parametrize("removed", [[0], [1], [1, 2]])
def test_removed_entry_is_found(removed: list[int]) -> None:
    entries = done(5)
    for place in removed:
        sql("DELETE FROM base_auditentry WHERE id = %s", entries[place].pk)

    assert found() == (removed[0], Fault.MISSING, entries[removed[-1] + 1].pk)


@pytest.mark.django_db
def test_swapped_entries_are_found() -> None:
    entries = done(4)
    sql("UPDATE base_auditentry SET id = -1 WHERE id = %s", entries[1].pk)
    sql("UPDATE base_auditentry SET id = %s WHERE id = %s", entries[1].pk, entries[2].pk)
    sql("UPDATE base_auditentry SET id = %s WHERE id = -1", entries[2].pk)

    assert found() == (1, Fault.SWAPPED, entries[1].pk)


@pytest.mark.django_db
@pytest.mark.parametrize("knows_the_method", [True, False])
def test_inserted_entry_is_found(knows_the_method: bool) -> None:
    entries = done(2)
    AuditHead.objects.update(entry_id=entries[1].pk + 1)  # leaves an id free, as a database may
    late = done()[0]
    entry = forged(entries[1].pk + 1, late.hash)
    if not knows_the_method:
        entry.hash = 64 * "f"
    insert(entry)

    assert found() == (2, Fault.INSERTED, entry.pk)


@pytest.mark.django_db
def test_entry_added_beside_the_product_is_beyond_the_head() -> None:
    last = done(2)[-1]
    insert(forged(last.pk + 1, last.hash))

    assert check_audit_trail().fault is Fault.BEYOND_HEAD


@pytest.mark.django_db
def test_cut_end_is_found_by_the_head() -> None:
    entries = done(3)
    sql("DELETE FROM base_auditentry WHERE id = %s", entries[2].pk)

    assert found() == (2, Fault.CUT, entries[2].pk)


@pytest.mark.django_db
def test_changed_or_missing_head_is_found() -> None:
    last = done(2)[-1]
    sql("UPDATE base_audithead SET hash = %s", 64 * "a")
    assert found() == (2, Fault.HEAD_CHANGED, last.pk)

    sql("DELETE FROM base_audithead")
    assert found() == (2, Fault.HEAD_MISSING, 0)
    with pytest.raises(RuntimeError, match="head of the audit trail is gone"):
        done()


@pytest.mark.django_db
def test_end_cut_off_together_with_the_head_is_found_by_a_hash_kept_elsewhere() -> None:
    entries = done(4)
    kept = entries[2].hash
    assert check_audit_trail(expect=kept).since_expected == 1

    sql("DELETE FROM base_auditentry WHERE id > %s", entries[1].pk)
    sql("UPDATE base_audithead SET entry_id = %s, hash = %s", entries[1].pk, entries[1].hash)

    assert check_audit_trail().fault is None
    assert check_audit_trail(expect=kept).fault is Fault.NOT_EXPECTED


@pytest.mark.django_db
def test_trail_is_read_in_pieces(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Callable[..., Any]
) -> None:
    monkeypatch.setattr(audit_check, "CHUNK", 2)
    done(5)

    with django_assert_num_queries(3 + 2):  # three pieces; the head before and after
        assert found() == (5, None, 0)


@pytest.mark.django_db
def test_entries_added_past_the_chain_are_refused() -> None:
    for attempt in (lambda: AuditEntry.objects.create(at=NOON), lambda: AuditEntry.objects.bulk_create([])):
        with pytest.raises(RuntimeError, match="record"):
            attempt()


@pytest.mark.django_db
def test_action_that_is_rolled_back_leaves_the_chain_as_it_was() -> None:
    done(2)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        done()
        raise ZeroDivisionError
    done()

    assert found() == (3, None, 0)


@pytest.mark.django_db(transaction=True)
def test_entries_by_several_at_once_make_one_chain() -> None:
    subject = UserFactory()

    def work(_number: int) -> None:
        try:
            for _ in range(5):
                actions.set_language(user=User.objects.get(), language="da", by=subject, at=NOON)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))

    assert found() == (20, None, 0)


@pytest.mark.django_db
def test_command_names_the_head_and_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    entries = done(3)

    assert main.main(["audit", "verify", "--expect", entries[1].hash.upper()]) == 0
    said = capsys.readouterr().out
    assert f"3 entries are good\nhead {entries[2].hash}\n" in said
    assert "1 good entries follow it" in said
    assert main.main(["audit", "verify", "--expect", 64 * "a"]) == 1
    assert "cut off" in capsys.readouterr().err
    assert main.main(["audit", "verify", "--expect", "abc"]) == 2

    sql("UPDATE base_auditentry SET by_name = 'nobody' WHERE id = %s", entries[1].pk)
    assert main.main(["audit", "verify"]) == 1
    said_both = capsys.readouterr()
    assert said_both.out.startswith("1 entry is good")
    assert f"Entry {entries[1].pk} was changed" in said_both.err
