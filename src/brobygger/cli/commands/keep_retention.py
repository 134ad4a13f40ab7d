"""`brobygger keep-retention`: remove what has been kept for long enough."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

HELP = "show what has been kept for long enough, and with --apply remove it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--apply", action="store_true", help="remove it, and keep a receipt")


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.base.queries import overdue
    from brobygger.apps.people.actions import keep_retention

    at = now()
    if not arguments.apply:
        say((one.model._meta.label, one.retention.value, one.rows.count()) for one in overdue(at))
        print("Nothing was removed; --apply removes it. People are told 30 days before.", file=sys.stderr)
        return 0
    receipt = keep_retention(by=None, at=at)
    say(tuple(line) for line in receipt.counts)
    print(f"receipt {receipt.pk} {receipt.digest}", file=sys.stderr)
    return 0


def say(counts: Iterable[tuple[str, str, int]]) -> None:
    """Print a line for each model and class: label, class, rows."""
    lines = list(counts)
    width = max((len(label) for label, _class, _rows in lines), default=0)
    for label, retention, rows in lines:
        print(f"{label:<{width}}  {retention:<14}  {rows:>8}")
