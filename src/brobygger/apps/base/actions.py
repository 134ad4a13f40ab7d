"""What every other action does last: leave a trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from brobygger.apps.base.models import AuditEntry, User


def record(*, action: str, subject: Model, by: User | None, at: dt.datetime, changes: Mapping[str, Any]) -> AuditEntry:
    """Add an audit entry, inside the transaction of the action that it tells about."""
    return AuditEntry.objects.create(
        at=at,
        by_id=by.pk if by else None,
        by_name=by.get_username() if by else "",
        action=action,
        subject_type=subject._meta.label,
        subject_id=str(subject.pk),
        changes=dict(changes),
    )


def set_language(*, user: User, language: str, by: User, at: dt.datetime) -> User:
    """Remember the language that a user reads."""
    user.language = language
    user.save(update_fields=["language"])
    record(action="base.set_language", subject=user, by=by, at=at, changes={"language": language})
    return user
