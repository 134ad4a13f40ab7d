"""`brobygger read-again`: the kinds of facts that the reader has learned, in CVs that were read before."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter

from brobygger.cli.progress import Line

HELP = "count what stored CVs say of new kinds of facts, and with --apply add it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--apply", action="store_true", help="add it; nothing that is there is changed")


def run(arguments: argparse.Namespace) -> int:
    """May be stopped at any moment: a run with --apply goes on where the last one was."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.base.queries import all_rows
    from brobygger.apps.people.actions import read_new_kinds
    from brobygger.apps.people.queries import documents_with_new_kinds

    after = read = saying = 0
    facts: Counter[str] = Counter()
    with all_rows(), Line(sys.stderr) as line:
        due = documents_with_new_kinds().count()
        while True:
            batch = read_new_kinds(after=after, applies=arguments.apply, by=None, at=now())
            if batch.last is None:
                break
            after, read, saying = batch.last, read + batch.read, saying + batch.saying
            facts.update(batch.facts)
            line.show(f"{read} CVs read", min(read / due, 1.0))
    for kind, count in sorted(facts.items()):
        print(f"{kind:<16}  {count:>8}")
    print(f"{read} CVs read, {saying} of them say something new.", file=sys.stderr)
    if not arguments.apply:
        print("Nothing was changed; --apply adds it.", file=sys.stderr)
    return 0
