"""What every other action does last: leave a trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from brobygger.apps.base.models import AuditEntry, User, tapped_link


def record(
    *, action: str, subject: Model, by: User | None, at: dt.datetime, changes: Mapping[str, Any]
) -> AuditEntry:
    """
    Add an audit entry, inside the transaction of the action that it tells about.

    What somebody did without logging in, by the link of a mail, names that link: `by_link`.
    """
    link = tapped_link()
    return AuditEntry.objects.create(
        at=at,
        by_id=by.pk if by else None,
        by_name=by.get_username() if by else "",
        action=action,
        subject_type=subject._meta.label,
        subject_id=str(subject.pk),
        changes=dict(changes) if link is None else {**changes, "by_link": link.pk},
    )
