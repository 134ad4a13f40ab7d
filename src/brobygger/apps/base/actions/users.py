"""Who can log in, and what they read."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.base.rules import check_may


@transaction.atomic
def set_language(*, user: User, language: str, by: User, at: dt.datetime) -> User:
    """Remember the language that a user reads."""
    user.language = language
    user.save(update_fields=["language"])
    record(action="base.set_language", subject=user, by=by, at=at, changes={"language": language})
    return user


@transaction.atomic
def sign_up(*, user: User, language: str, by: User | None, at: dt.datetime) -> User:
    """Keep somebody new who came by the public pages, as a candidate who reads `language`. It is nobody's doing but theirs."""
    user.role, user.language = Role.CANDIDATE, language
    user.save()
    record(action="base.sign_up", subject=user, by=by, at=at, changes={"role": Role.CANDIDATE})
    return user


def note_change_of_account(*, user: User, change: str, by: User | None, at: dt.datetime) -> AuditEntry:
    """Leave a trace of a change that somebody made to how they log in, such as `password_changed`."""
    return record(action=f"base.{change}", subject=user, by=by, at=at, changes={})


@transaction.atomic
def save_user(
    *, username: str, password: str, role: Role, email: str = "", by: User | None, at: dt.datetime
) -> User:
    """
    Add somebody who can log in, or give the one with this name another role. A password and an address stay.

    Raises:
        PermissionDenied: `by` is a person without the right to add users.
    """
    check_may(by, "base.add_user")
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None:
        user = User.objects.create_user(username, email, password, role=role)
        record(action="base.save_user", subject=user, by=by, at=at, changes={"role": role})
    elif user.role != role:
        before, user.role = user.role, role
        user.save(update_fields=["role"])
        record(action="base.save_user", subject=user, by=by, at=at, changes={"role": [before, role]})
    return user
