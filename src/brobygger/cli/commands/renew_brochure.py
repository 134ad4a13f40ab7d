"""`brobygger renew-brochure`: bring the talent brochure up to date."""

from __future__ import annotations

import argparse
import os
import sys

HELP = "bring the talent brochure up to date where enough people have come or gone"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.matching.actions import renew_brochure

    print(f"{renew_brochure(by=None, at=now())} parts renewed", file=sys.stderr)
    return 0
