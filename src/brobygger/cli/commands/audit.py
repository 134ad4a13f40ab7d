"""`brobygger audit`: is the audit trail whole, and are the receipts of removal what was left?"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brobygger.apps.base.queries import AuditCheck, CheckedReceipt

HELP = "check that no entry of the audit trail and no receipt of removal was changed, removed or slipped in"
WORDS = {
    "changed": "Entry {entry_id} was changed after it was written.",
    "missing": "Entries are missing between {after_id} and {entry_id}.",
    "inserted": "Entry {entry_id} was slipped in: the trail goes on as if it were not there.",
    "swapped": "Entry {entry_id} and the next one were swapped.",
    "beyond_head": "The head of the trail is entry {entry_id}, but there are entries up to {after_id}.",
    "cut": "The end of the trail was cut off: its head is entry {entry_id}, the last one there is {after_id}.",
    "head_changed": "The head of the trail is not the hash of entry {entry_id}.",
    "head_missing": "The head of the trail is missing.",
    "not_expected": "No entry has the expected hash: the end of the trail was cut off, or all of it was written anew.",
}
RECEIPTS = {
    "good": "signed",
    "former": "signed with an earlier key of this installation",
    "unsigned": "from before receipts were signed",
}
BAD_RECEIPTS = {
    "changed": "Receipt {id} was changed after it was written.",
    "foreign": "Receipt {id} is signed with a key that is none of this installation's: {fingerprint}",
    "missing": "Receipt {id} was removed: the audit trail tells of it.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    verifying = actions.add_parser("verify", help="walk the whole trail, and check every receipt")
    verifying.add_argument(
        "--expect", metavar="HASH", default="", help="a head that was written down: it must be in the trail"
    )


def run(arguments: argparse.Namespace) -> int:
    expect = arguments.expect.strip().lower()
    if expect and not re.fullmatch("[0-9a-f]{64}", expect):
        print(
            f"--expect takes the 64 hexadecimal digits of a head, got {arguments.expect!r}", file=sys.stderr
        )
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from brobygger.apps.base.queries import check_audit_trail, check_receipts

    trail, receipts = say(check_audit_trail(expect=expect)), say_receipts(check_receipts())
    return max(trail, receipts)


def say(check: AuditCheck) -> int:
    """Print what was found; returns the exit code."""
    print("1 entry is good" if check.good == 1 else f"{check.good} entries are good")
    print(f"head {check.head}")
    if check.since_expected is not None:
        print(f"the expected head is in the trail; {check.since_expected} good entries follow it")
    if check.fault is None:
        return 0
    print(WORDS[check.fault].format(entry_id=check.entry_id, after_id=check.after_id), file=sys.stderr)
    return 1


def say_receipts(found: Sequence[CheckedReceipt]) -> int:
    """Print how many receipts there are of each kind, and each that is not good; returns the exit code."""
    counts = Counter(one.state.value for one in found)
    kinds = ", ".join(f"{counts[state]} {words}" for state, words in RECEIPTS.items() if counts[state])
    print(f"receipts of removal: {kinds or 'none'}")
    bad = [one for one in found if not one.state.is_good]
    for one in bad:
        print(BAD_RECEIPTS[one.state].format(id=one.id, fingerprint=one.fingerprint), file=sys.stderr)
    return 1 if bad else 0
