"""Reports of mail that came back: delivery status notifications (RFC 3464) and plain lists."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from typing import Final

ADDRESS: Final = re.compile(r"[^@\s<>,;\"']+@[^@\s<>,;\"']+\.[^@\s<>,;\"']+")
STATUS: Final = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
MOST_BYTES: Final = 20_000_000


class BounceFileError(ValueError):
    """The file holds nothing that tells of mail that came back."""


@dataclass(frozen=True, slots=True)
class Bounce:
    """
    That mail to an address came back.

    Args:
        address: in small letters.
        status: enhanced status code (RFC 3463), like “5.1.1”; empty: the file does not say.
        answer: what the mail server said.
        is_final: the address takes no mail, now or later.
    """

    address: str
    status: str
    answer: str
    is_final: bool


def read_bounces(data: bytes) -> list[Bounce]:
    """
    The bounces in a file: one or several mails (.eml, .mbox) with delivery reports, or a table with an address in each
    row and perhaps a status code. Each address once, the final one first where there are several.

    Raises:
        BounceFileError: there are none.
    """
    if len(data) > MOST_BYTES:
        raise BounceFileError(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
    found = list(_reports(data)) or list(_rows(data))
    if not found:
        raise BounceFileError("The file holds neither a delivery report nor an address.")
    best: dict[str, Bounce] = {}
    for one in found:
        if one.address not in best or (one.is_final and not best[one.address].is_final):
            best[one.address] = one
    return list(best.values())


def _reports(data: bytes) -> Iterator[Bounce]:
    parts = re.split(rb"(?m)^From [^\r\n]*\r?\n", data)
    for part in parts:
        if part.strip():
            message = email.message_from_bytes(part, policy=email.policy.default)
            for inner in message.walk():
                if inner.get_content_type() == "message/delivery-status":
                    yield from _recipients(inner)


def _recipients(report: Message | EmailMessage) -> Iterator[Bounce]:
    """A report is a block about the mail and one about each receiver."""
    blocks = report.get_payload()
    for block in blocks if isinstance(blocks, list) else ():
        if isinstance(block, str) or "Final-Recipient" not in block:
            continue
        address = ADDRESS.search(str(block.get("Original-Recipient") or block["Final-Recipient"]))
        action, status = str(block.get("Action", "")).strip().lower(), str(block.get("Status", "")).strip()
        if address and action == "failed":
            answer = str(block.get("Diagnostic-Code", "")).partition(";")[2].strip() or status
            yield Bounce(address[0].lower(), status, answer[:300], _is_final(status))


def _rows(data: bytes) -> Iterator[Bounce]:
    text = data.decode("utf-8-sig", "replace")
    for row in csv.reader(io.StringIO(text), delimiter=";" if text.count(";") > text.count(",") else ","):
        line = " ".join(row)
        address, status = ADDRESS.search(line), STATUS.search(line)
        if address:
            code = status[0] if status else ""
            yield Bounce(address[0].lower(), code, code, _is_final(code) if code else True)


def _is_final(status: str) -> bool:
    """5.1.x: a bad address; 5.2.1: a closed mailbox. Not 5.2.2 (full) and not 5.7.x (a rule about what we write)."""
    return status.startswith("5.1.") or status in ("5.2.1", "5.0.0")
