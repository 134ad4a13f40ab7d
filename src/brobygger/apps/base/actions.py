"""What every other action does last: leave a trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, AuditHead, User


@transaction.atomic(savepoint=False)
def record(
    *, action: str, subject: Model, by: User | None, at: dt.datetime, changes: Mapping[str, Any]
) -> AuditEntry:
    """
    Add an audit entry, inside the transaction of the action that it tells about.

    The head of the trail stays locked until that transaction ends: lock other rows before, and call this last.

    Raises:
        RuntimeError: there are entries, but the head of the trail is gone.
    """
    entry = AuditEntry(
        at=at,
        by_id=by.pk if by else None,
        by_name=by.get_username() if by else "",
        action=action,
        subject_type=subject._meta.label,
        subject_id=str(subject.pk),
        changes=dict(changes),
    )
    head = _locked_head()
    entry.follow(head.entry_id, head.hash)
    entry.save()
    head.entry_id, head.hash = entry.pk, entry.hash
    head.save(update_fields=["entry_id", "hash"])
    return entry


def _locked_head() -> AuditHead:
    heads = AuditHead.objects.select_for_update()
    head = heads.first()
    if head is None:
        if AuditEntry.objects.exists():
            raise RuntimeError("The head of the audit trail is gone; run `brobygger audit verify`.")
        head, _is_new = heads.get_or_create(pk=1)
    return head


@transaction.atomic
def set_language(*, user: User, language: str, by: User, at: dt.datetime) -> User:
    """Remember the language that a user reads."""
    user.language = language
    user.save(update_fields=["language"])
    record(action="base.set_language", subject=user, by=by, at=at, changes={"language": language})
    return user


@transaction.atomic
def save_user(*, username: str, password: str, role: Role, by: User | None, at: dt.datetime) -> User:
    """
    Add somebody who can log in, or give the one with this name another role. A password that is set stays.

    Raises:
        PermissionDenied: `by` is a person without the right to add users.
    """
    if by is not None and not by.has_perm("base.add_user"):
        raise PermissionDenied(f"{by} may not add users.")
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None:
        user = User.objects.create_user(username, password=password, role=role)
        record(action="base.save_user", subject=user, by=by, at=at, changes={"role": role})
    elif user.role != role:
        before, user.role = user.role, role
        user.save(update_fields=["role"])
        record(action="base.save_user", subject=user, by=by, at=at, changes={"role": [before, role]})
    return user
