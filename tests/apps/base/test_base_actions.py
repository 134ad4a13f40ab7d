"""Users and the audit trail: what is done leaves a trace, and a trace is never changed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base import actions, queries
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)


def entry():
    user = UserFactory()
    return actions.record(action="base.tried", subject=user, by=None, at=NOON, changes={"what": "nothing"})


def test_record_says_who_did_what_to_what_and_when():
    by, subject = UserFactory(username="secretary"), UserFactory()

    kept = actions.record(
        action="base.tried", subject=subject, by=by, at=NOON, changes={"role": ["", "company"]}
    )

    assert (kept.by_id, kept.by_name, kept.at) == (by.pk, "secretary", NOON)
    assert (kept.action, kept.subject_type, kept.subject_id) == ("base.tried", "base.User", str(subject.pk))
    assert kept.changes == {"role": ["", "company"]}


def test_record_outlives_what_it_tells_about():
    kept = entry()
    User.objects.all().delete()

    assert list(queries.entries_about(kept.subject_type, kept.subject_id)) == [kept]


@pytest.mark.parametrize(
    "attempt",
    [
        lambda kept: kept.save(),
        lambda kept: kept.delete(),
        lambda kept: AuditEntry.objects.update(action="another"),
        lambda kept: AuditEntry.objects.filter(pk=kept.pk).delete(),
    ],
    ids=["save", "delete", "update of rows", "delete of rows"],
)
def test_audit_entry_is_never_changed_or_removed(attempt):
    kept = entry()

    with pytest.raises(RuntimeError, match="never"):
        attempt(kept)

    assert AuditEntry.objects.get() == kept


def test_save_user_adds_somebody_who_can_log_in(client):
    actions.save_user(username="agency", password="a long password", role=Role.AGENCY, by=None, at=NOON)

    assert client.login(username="agency", password="a long password")
    assert AuditEntry.objects.get().changes == {"role": "agency"}


def test_save_user_again_changes_nothing():
    for _ in range(2):
        actions.save_user(username="agency", password="a long password", role=Role.AGENCY, by=None, at=NOON)

    assert User.objects.count() == AuditEntry.objects.count() == 1


def test_save_user_gives_another_role_and_keeps_the_password(client):
    actions.save_user(username="one", password="a long password", role=Role.AGENCY, by=None, at=NOON)
    actions.save_user(username="one", password="another password", role=Role.COUNCIL, by=None, at=NOON)

    assert client.login(username="one", password="a long password")
    assert User.objects.get().role == Role.COUNCIL
    assert AuditEntry.objects.order_by("pk").last().changes == {"role": ["agency", "council"]}


def test_save_user_is_refused_to_somebody_without_the_right():
    with pytest.raises(PermissionDenied, match="You may not do this"):
        actions.save_user(username="one", password="x", role=Role.MANAGER, by=UserFactory(), at=NOON)

    assert User.objects.count() == 1


def test_demo_users_are_those_with_a_role():
    with_role = UserFactory(username="company", email="company@demo.example", role=Role.COMPANY)
    UserFactory(username="nobody", email="nobody@demo.example", role="")
    UserFactory(username="gone", email="gone@demo.example", role=Role.COUNCIL, is_active=False)
    registered = "hr@company.example"  # confirmed by the link of a mail, and not logged in yet
    UserFactory(username=registered, email=registered, role=Role.COMPANY)
    UserFactory(username="user9", email="", role=Role.COMPANY)

    assert list(queries.demo_users()) == [with_role]
