"""
Receipts of removal, and whether they are what was left. The check knows their form from its description.

A signature shows that whoever has the secret of the installation wrote the receipt, and that nothing was changed since.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.apps import apps
from django.conf import settings

from brobygger.apps.base.enums import Retention
from brobygger.apps.base.models import AuditEntry, RetentionReceipt, all_rows
from brobygger.apps.base.queries.audit_check import written_moment, written_value
from brobygger.data.signed import RECEIPTS, fingerprint_of, is_signed, public_key_of

ACTION: Final = "base.keep_retention"
"""What the audit trail says of each receipt."""


class ReceiptState(StrEnum):
    """What the check says of a receipt."""

    GOOD = "good"  # signed with the key that the installation has now
    FORMER = "former"  # signed with a key that the installation had before
    UNSIGNED = "unsigned"  # from before receipts were signed; its digest is right
    CHANGED = "changed"  # moment, counts, keys or signature are not what was written
    FOREIGN = "foreign"  # signed with a key that is none of this installation's
    MISSING = "missing"  # the audit trail tells of it, and it is not there

    @property
    def is_good(self) -> bool:
        return self in {ReceiptState.GOOD, ReceiptState.FORMER, ReceiptState.UNSIGNED}


@dataclass(frozen=True, slots=True)
class CheckedReceipt:
    """
    Args:
        receipt: None where it is missing.
        counts: (things in words, class of retention, rows) of what was removed; rows of zero are left out.
    """

    id: int
    state: ReceiptState
    receipt: RetentionReceipt | None = None
    counts: tuple[tuple[str, str, int], ...] = ()

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.receipt.public_key) if self.receipt else ""


def current_key() -> str:
    """The public key that receipts are signed with today, as 64 hexadecimal digits."""
    return public_key_of(settings.ENCRYPTION_KEYS[0], RECEIPTS)


def check_receipts() -> list[CheckedReceipt]:
    """
    Every receipt with what the check says of it, the latest first, and those that the audit trail alone knows of.

    Keys are known that follow from one of the installation's secrets, and those that a receipt which is signed with
    a known key vouches for: so a receipt stays good after its secret was left out. Two queries.
    """
    with all_rows():  # receipts are nobody's
        receipts = list(RetentionReceipt.objects.order_by("-at", "-pk"))
    told = dict(AuditEntry.objects.filter(action=ACTION).order_by().values_list("subject_id", "changes"))
    own = [public_key_of(secret, RECEIPTS) for secret in settings.ENCRYPTION_KEYS]
    known = _known_keys(own, receipts)
    found = [
        CheckedReceipt(one.pk, _state(one, told.get(str(one.pk), {}), own[0], known), one, _in_words(one))
        for one in receipts
    ]
    there = {str(one.pk) for one in receipts}
    gone = sorted((int(pk) for pk in told if pk.isdecimal() and pk not in there), reverse=True)
    return [*(CheckedReceipt(pk, ReceiptState.MISSING) for pk in gone), *found]


def _known_keys(own: Sequence[str], receipts: Iterable[RetentionReceipt]) -> frozenset[str]:
    sound = [one for one in receipts if is_signed(_form(one), one.signature, one.public_key)]
    known = frozenset(own)
    while True:
        vouched = {key for one in sound if one.public_key in known for key in one.former_keys}
        if vouched <= known:
            return known
        known |= vouched


def _state(
    one: RetentionReceipt, told: Mapping[str, Any], current: str, known: frozenset[str]
) -> ReceiptState:
    """`told`: what the audit trail says of the receipt; empty if it does not."""
    if _digest(one) != one.digest or told.get("digest", one.digest) != one.digest:
        return ReceiptState.CHANGED
    if not one.signature:
        was_signed = bool(one.public_key or told.get("key"))
        return ReceiptState.CHANGED if was_signed else ReceiptState.UNSIGNED
    if not is_signed(_form(one), one.signature, one.public_key):
        return ReceiptState.CHANGED
    if one.public_key not in known:
        return ReceiptState.FOREIGN
    return ReceiptState.GOOD if one.public_key == current else ReceiptState.FORMER


def _form(one: RetentionReceipt) -> bytes:
    """What must have been signed; empty where a column holds what none can."""
    columns = ["brobygger-receipt-1", written_moment(one.at), one.counts, one.public_key, one.former_keys]
    try:
        return written_value(columns).encode("ascii")
    except (TypeError, ValueError, OverflowError):
        return b""


def _digest(one: RetentionReceipt) -> str:
    try:
        form = f'["{one.at.astimezone(dt.UTC).isoformat()}",{written_value(one.counts)}]'
    except (TypeError, ValueError, OverflowError):
        return ""
    return hashlib.sha256(form.encode("ascii")).hexdigest()


def _in_words(one: RetentionReceipt) -> tuple[tuple[str, str, int], ...]:
    """What was removed, most first; a table that the product no longer has keeps its name."""
    told = []
    for line in one.counts if isinstance(one.counts, list) else []:
        match line:
            case [str(label), str(retention), int(number)] if number:
                told.append((_things(label), _class(retention), number))
    return tuple(sorted(told, key=lambda each: -each[2]))


def _things(label: str) -> str:
    try:
        return str(apps.get_model(label)._meta.verbose_name_plural)
    except (LookupError, ValueError):
        return label


def _class(retention: str) -> str:
    return str(Retention(retention).label) if retention in Retention.values else retention
