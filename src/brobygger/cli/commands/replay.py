"""`brobygger replay`: does a match run come out the same again?"""

from __future__ import annotations

import argparse
import os
import sys

HELP = "solve a stored match run again and say whether anything differs"
VERDICTS = {
    "same": "the output is the same to the bit, and so is every stored row",
    "different": "the output differs",
    "reduced": "what is left is the same",
    "refused": "it cannot be replayed",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=int, metavar="RUN_ID", help="the number of the match run")


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.base.queries import all_rows
    from brobygger.apps.matching.actions import ReplayOutcome, replay_run
    from brobygger.apps.matching.queries import match_run

    with all_rows():
        stored = match_run(arguments.run)
        if stored is None:
            print(f"there is no match run {arguments.run}", file=sys.stderr)
            return 1
        replay = replay_run(run=stored, by=None, at=now())
    print(f"match run {stored.pk} of {stored.started_at:%Y-%m-%d %H:%M} UTC: {VERDICTS[replay.outcome]}")
    for note in replay.notes:
        print(note)
    for difference in replay.differences:
        print(difference, file=sys.stderr)
    return 0 if replay.outcome in (ReplayOutcome.SAME, ReplayOutcome.REDUCED) else 1
