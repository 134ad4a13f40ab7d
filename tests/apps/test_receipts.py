"""Receipts of removal are signed; what was changed, added or taken away beside the product is found."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.db.models import QuerySet
from django.test import Client, override_settings
from django.urls import reverse

from brobygger.apps.base.actions.retention import keep_receipt
from brobygger.apps.base.enums import Retention, Role
from brobygger.apps.base.models import AuditEntry, RetentionReceipt, User
from brobygger.apps.base.queries import ReceiptState, check_receipts
from brobygger.cli.main import main
from tests.factories import UserFactory
from tests.factories.moments import NOW

A_DAY = dt.timedelta(days=1)
COUNTS = [("base.Message", Retention.MAIL, 3), ("people.Candidate", Retention.PROFILE, 0)]
OLD, NEW, LAST = "the old secret", "the new secret", "the last secret"


def receipt(at: dt.datetime = NOW, by: User | None = None) -> RetentionReceipt:
    return keep_receipt(counts=COUNTS, by=by, at=at)


def states() -> dict[int, ReceiptState]:
    return {one.id: one.state for one in check_receipts()}


def documented_form(one: RetentionReceipt) -> bytes:
    """What is signed, as docs/how-to/privacy.md says it."""
    at = one.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    columns = ["brobygger-receipt-1", at, one.counts, one.public_key, one.former_keys]
    return json.dumps(columns, separators=(",", ":")).encode("ascii")


def signed_by(key: Ed25519PrivateKey, one: RetentionReceipt) -> None:
    """Sign a receipt anew, as somebody could who may write to the database and has a key of their own."""
    one.public_key = key.public_key().public_bytes_raw().hex()
    one.signature = key.sign(documented_form(one)).hex()
    one.save()


def test_anybody_can_check_the_signature_by_the_documented_form(db: None) -> None:
    one = receipt(at=NOW.replace(microsecond=7))
    one.refresh_from_db()
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(one.public_key))

    key.verify(bytes.fromhex(one.signature), documented_form(one))

    one.counts = [["base.Message", "mail", 2], one.counts[1]]
    with pytest.raises(InvalidSignature):
        key.verify(bytes.fromhex(one.signature), documented_form(one))
    assert (
        AuditEntry.objects.get().changes["key"] == hashlib.sha256(bytes.fromhex(one.public_key)).hexdigest()
    )


def test_receipt_as_it_was_left_is_good(db: None) -> None:
    first, second = receipt(), receipt(at=NOW + A_DAY)
    assert states() == {second.pk: ReceiptState.GOOD, first.pk: ReceiptState.GOOD}
    assert [one.counts for one in check_receipts()] == 2 * [(("mails", "ninety days", 3),)]


def fewer(one: RetentionReceipt) -> None:
    one.counts = [["base.Message", "mail", 2], one.counts[1]]


def earlier(one: RetentionReceipt) -> None:
    one.at -= A_DAY


def another_before_it(one: RetentionReceipt) -> None:
    one.former_keys = [64 * "a"]


def no_signature(one: RetentionReceipt) -> None:
    one.signature = one.public_key = ""


def words(one: RetentionReceipt) -> None:
    one.signature = "not a signature"


def no_list(one: RetentionReceipt) -> None:
    one.counts = {"base.Message": [float("1e300")]}


TAMPERED = [fewer, earlier, another_before_it, no_signature, words, no_list]


@pytest.mark.parametrize("is_digest_made_anew", [False, True])
@pytest.mark.parametrize("tamper", TAMPERED)
def test_receipt_that_was_changed_is_found(
    db: None, tamper: Callable[[RetentionReceipt], None], is_digest_made_anew: bool
) -> None:
    one, other = receipt(), receipt(at=NOW + A_DAY)
    tamper(one)
    if is_digest_made_anew:
        form = json.dumps([one.at.isoformat(), one.counts], separators=(",", ":"))
        one.digest = hashlib.sha256(form.encode()).hexdigest()
    one.save()
    assert states() == {other.pk: ReceiptState.GOOD, one.pk: ReceiptState.CHANGED}


@pytest.mark.parametrize("tamper", [fewer, earlier])
def test_changed_receipt_is_found_where_checksum_and_trail_were_changed_too(
    db: None, tamper: Callable[[RetentionReceipt], None]
) -> None:
    one = receipt()
    tamper(one)
    form = json.dumps([one.at.isoformat(), one.counts], separators=(",", ":"))
    one.digest = hashlib.sha256(form.encode()).hexdigest()
    one.save()
    QuerySet(AuditEntry).update(changes={"digest": one.digest})
    assert states() == {one.pk: ReceiptState.CHANGED}


def test_receipt_signed_by_somebody_else_is_found(db: None) -> None:
    one = receipt()
    signed_by(Ed25519PrivateKey.from_private_bytes(32 * b"x"), one)
    assert states() == {one.pk: ReceiptState.FOREIGN}


def test_somebody_elses_key_cannot_be_made_known(db: None) -> None:
    mallory = Ed25519PrivateKey.from_private_bytes(32 * b"x")
    one, other = receipt(), receipt(at=NOW + A_DAY)
    signed_by(mallory, one)
    other.former_keys = [one.public_key]  # vouched for by a receipt whose signature no longer fits
    other.save()
    third = receipt(at=NOW + 2 * A_DAY)
    third.former_keys = [one.public_key]  # and by one that the stranger has signed
    signed_by(mallory, third)
    assert states() == {
        third.pk: ReceiptState.FOREIGN,
        other.pk: ReceiptState.CHANGED,
        one.pk: ReceiptState.FOREIGN,
    }


def test_old_receipt_is_good_after_the_secret_was_changed(db: None) -> None:
    with override_settings(ENCRYPTION_KEYS=[OLD]):
        first = receipt()
    with override_settings(ENCRYPTION_KEYS=[NEW, OLD]):
        assert states() == {first.pk: ReceiptState.FORMER}
        second = receipt(at=NOW + A_DAY)
        assert second.public_key != first.public_key and second.former_keys == [first.public_key]
    with override_settings(ENCRYPTION_KEYS=[NEW]):  # the old secret is left out
        assert states() == {second.pk: ReceiptState.GOOD, first.pk: ReceiptState.FORMER}
    with override_settings(ENCRYPTION_KEYS=[LAST, NEW]):
        third = receipt(at=NOW + 2 * A_DAY)
    with override_settings(
        ENCRYPTION_KEYS=[LAST]
    ):  # the last vouches for the one before, and that for the first
        assert states() == {
            third.pk: ReceiptState.GOOD,
            second.pk: ReceiptState.FORMER,
            first.pk: ReceiptState.FORMER,
        }


def test_key_that_nothing_vouches_for_is_not_known(db: None) -> None:
    with override_settings(ENCRYPTION_KEYS=[OLD]):
        first = receipt()
    with override_settings(ENCRYPTION_KEYS=[NEW]):  # at once, without a night with both
        second = receipt(at=NOW + A_DAY)
        assert states() == {second.pk: ReceiptState.GOOD, first.pk: ReceiptState.FOREIGN}


def test_secret_cannot_be_told_from_a_receipt(db: None) -> None:
    with override_settings(ENCRYPTION_KEYS=[NEW, OLD]):
        one = receipt()
    told = json.dumps([one.public_key, one.former_keys, one.signature])
    for secret in (NEW, OLD):
        assert secret not in told and secret.encode().hex() not in told


def from_before_signatures(at: dt.datetime = NOW) -> RetentionReceipt:
    lines = [["base.Message", "mail", 3]]
    form = json.dumps([at.isoformat(), lines], separators=(",", ":"))
    digest = hashlib.sha256(form.encode()).hexdigest()
    return RetentionReceipt.objects.create(at=at, counts=lines, digest=digest)


def test_receipt_from_before_signatures_is_said_to_be_unsigned(db: None) -> None:
    old = from_before_signatures()
    new = receipt(at=NOW + A_DAY)
    assert states() == {new.pk: ReceiptState.GOOD, old.pk: ReceiptState.UNSIGNED}
    RetentionReceipt.objects.filter(pk=old.pk).update(counts=[["base.Message", "mail", 2]])
    assert states()[old.pk] == ReceiptState.CHANGED


def test_receipt_that_was_removed_is_missed(db: None) -> None:
    one = receipt()
    pk = one.pk
    one.delete()
    assert states() == {pk: ReceiptState.MISSING}


def test_command_names_the_receipt_that_was_changed(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    from_before_signatures()
    one = receipt(at=NOW + A_DAY)
    assert main(["audit", "verify"]) == 0
    assert "receipts of removal: 1 signed, 1 from before receipts were signed" in capsys.readouterr().out

    fewer(one)
    one.save()
    assert main(["audit", "verify"]) == 1
    assert f"Receipt {one.pk} was changed" in capsys.readouterr().err


@pytest.fixture
def reader(db: None) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(UserFactory(role=Role.SECRETARIAT, language="en"))
    return client


def test_page_shows_when_by_whom_what_and_whether_it_is_good(reader: Client) -> None:
    from_before_signatures()
    one = receipt(at=NOW + A_DAY, by=UserFactory(role=Role.MANAGER, username="kim"))
    html = reader.get(reverse("receipts")).content.decode()
    for text in ("kim", "3</span> mails", "signature good", "not signed", one.public_key, one.signature):
        assert text in html
    assert "is not what was left" not in html

    fewer(one)
    one.save()
    html = reader.get(reverse("receipts")).content.decode()
    assert "signature broken" in html and "1 receipt is not what was left" in html


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_same_for_any_number(
    reader: Client, count: int, django_assert_num_queries: Any
) -> None:
    for days in range(count):
        receipt(at=NOW + days * A_DAY)
    reader.get(reverse("receipts"))
    with django_assert_num_queries(6):
        reader.get(reverse("receipts"))


def test_record_of_processing_leads_those_there_who_may(reader: Client) -> None:
    address = reverse("receipts")
    assert address in reader.get(reverse("record-of-processing")).content.decode()
    assert address not in Client().get(reverse("record-of-processing")).content.decode()
