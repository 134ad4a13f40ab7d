"""`brobygger bounces`: mark the addresses that mail came back from."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

HELP = "mark the addresses that mail came back from, so that nothing is written to them any more"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="delivery reports (.eml, .mbox), or tables"
    )


def run(arguments: argparse.Namespace) -> int:
    from brobygger.data.bounces import BounceFileError, read_bounces

    found = []
    for path in arguments.files:
        try:
            found += read_bounces(path.read_bytes())
        except (BounceFileError, OSError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.base.actions import note_bounce
    from brobygger.apps.base.enums import BounceSource

    at = now()
    final = [one for one in found if one.is_final]
    new = sum(
        note_bounce(address=one.address, source=BounceSource.REPORT, answer=one.answer, by=None, at=at)
        for one in final
    )
    print(
        f"{new} marked, {len(final) - new} were marked before, {len(found) - len(final)} may work again",
        file=sys.stderr,
    )
    return 0
