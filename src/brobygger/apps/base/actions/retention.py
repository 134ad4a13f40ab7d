"""What has been kept for long enough goes, and a receipt says how much."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from django.conf import settings
from django.db import transaction

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.actions.erasure import call_hooks, remove
from brobygger.apps.base.enums import Retention
from brobygger.apps.base.models import RetentionReceipt, all_rows
from brobygger.apps.base.queries.overdue import overdue
from brobygger.data.signed import RECEIPTS, fingerprint_of, public_key_of, sign

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Count: TypeAlias = tuple[str, Retention, int]
"""Label of a model, class of retention, rows."""


@transaction.atomic
def remove_overdue_rows(*, by: User | None, at: dt.datetime) -> list[Count]:
    """
    Remove every row whose time is over, but for people, who are told before (`people.actions`).

    Repeating it changes nothing. The caller keeps the receipt.
    """
    counts = []
    for one in overdue(at):
        if one.is_person:
            continue
        ids = list(one.rows.values_list("pk", flat=True))
        call_hooks(one.model, ids, by, at)
        remove(one.model, ids)
        counts.append((one.model._meta.label, one.retention, len(ids)))
    return counts


@transaction.atomic
def keep_receipt(*, counts: Sequence[Count], by: User | None, at: dt.datetime) -> RetentionReceipt:
    """
    Say what was removed, for who asks later, and sign it. Rows of zero say that there was nothing.

    The first of the installation's secrets signs; the others, which it had before, are vouched for.
    """
    lines: list[list[str | int]] = [[label, retention.value, number] for label, retention, number in counts]
    form = json.dumps([at.astimezone(dt.UTC).isoformat(), lines], separators=(",", ":"))
    key, *former = (public_key_of(secret, RECEIPTS) for secret in settings.ENCRYPTION_KEYS)
    with all_rows():  # receipts are nobody's
        receipt = RetentionReceipt.objects.create(
            at=at,
            by=by,
            by_name=by.get_username() if by else "",
            counts=lines,
            digest=hashlib.sha256(form.encode()).hexdigest(),
            public_key=key,
            former_keys=former,
            signature=sign(_signed_form(at, lines, key, former), settings.ENCRYPTION_KEYS[0], RECEIPTS),
        )
    changes = {
        "removed": sum(number for _label, _class, number in counts),
        "digest": receipt.digest,
        "key": fingerprint_of(key),
    }
    record(action="base.keep_retention", subject=receipt, by=by, at=at, changes=changes)
    return receipt


def _signed_form(at: dt.datetime, lines: list[list[str | int]], key: str, former: list[str]) -> bytes:
    """What is signed of a receipt; the form is described in `RetentionReceipt`."""
    moment = at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    form = json.dumps(["brobygger-receipt-1", moment, lines, key, former], separators=(",", ":"))
    return form.encode("ascii")
