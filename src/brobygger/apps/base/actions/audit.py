"""What every other action does last: leave a trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Model

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, AuditHead, User, tapped_link


@transaction.atomic(savepoint=False)
def record(
    *, action: str, subject: Model, by: User | None, at: dt.datetime, changes: Mapping[str, Any]
) -> AuditEntry:
    """
    Add an audit entry, inside the transaction of the action that it tells about.

    `changes` holds numbers and choices, never words of or about a person: the trail is never erased.

    What somebody did without logging in, by the link of a mail, names that link: `by_link`. The head of the trail
    stays locked until the transaction ends: lock other rows before, and call this last.

    Raises:
        RuntimeError: there are entries, but the head of the trail is gone.
    """
    link = tapped_link()
    entry = AuditEntry(
        at=at,
        by_id=by.pk if by else None,
        by_name=_name_of(by),
        action=action,
        subject_type=subject._meta.label,
        subject_id=str(subject.pk),
        changes=dict(changes) if link is None else {**changes, "by_link": link.pk},
    )
    head = _locked_head()
    entry.follow(head.entry_id, head.hash)
    entry.save()
    head.entry_id, head.hash = entry.pk, entry.hash
    head.save(update_fields=["entry_id", "hash"])
    return entry


def _name_of(by: User | None) -> str:
    """
    The trail cannot be erased, and the user name of who may be is often a name or an address: it gets the number.

    Those are candidates, and who speaks for a company.
    """
    if by is None:
        return ""
    return f"#{by.pk}" if by.role in (Role.CANDIDATE, Role.COMPANY) else by.get_username()


def _locked_head() -> AuditHead:
    heads = AuditHead.objects.select_for_update()
    head = heads.first()
    if head is None:
        if AuditEntry.objects.exists():
            raise RuntimeError("The head of the audit trail is gone; run `brobygger audit verify`.")
        head, _is_new = heads.get_or_create(pk=1)
    return head
