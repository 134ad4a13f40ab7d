"""`brobygger replay`: does a match run, or a list that somebody decided on, come out the same again?"""

from __future__ import annotations

import argparse
import os
import sys

HELP = "solve a stored match run, or a list that was shown, again and say whether anything differs"
VERDICTS = {
    "same": "the output is the same to the bit, and so is every stored row",
    "different": "the output differs",
    "reduced": "what is left is the same",
    "refused": "it cannot be replayed",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("run", type=int, nargs="?", metavar="RUN_ID", help="the number of the match run")
    which.add_argument(
        "--shown",
        type=int,
        metavar="LIST_ID",
        help="the number of a ranking that was kept because somebody decided on it",
    )


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.base.queries import all_rows
    from brobygger.apps.matching.actions import ReplayOutcome, replay_run, replay_shown
    from brobygger.apps.matching.queries import match_run, ranking_shown

    is_run = arguments.run is not None
    what, number = ("match run", arguments.run) if is_run else ("shown ranking", arguments.shown)
    with all_rows():
        run = match_run(number) if is_run else None
        shown = None if is_run else ranking_shown(number)
        if run:
            moment, replay = run.started_at, replay_run(run=run, by=None, at=now())
        elif shown:
            moment, replay = shown.shown_at, replay_shown(shown=shown, by=None, at=now())
        else:
            print(f"there is no {what} {number}", file=sys.stderr)
            return 1
    print(f"{what} {number} of {moment:%Y-%m-%d %H:%M} UTC: {VERDICTS[replay.outcome]}")
    for note in replay.notes:
        print(note)
    for difference in replay.differences:
        print(difference, file=sys.stderr)
    return 0 if replay.outcome in (ReplayOutcome.SAME, ReplayOutcome.REDUCED) else 1
