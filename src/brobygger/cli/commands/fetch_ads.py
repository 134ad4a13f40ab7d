"""`brobygger fetch-ads`: fetch open ads from the sources that are on and due; may be repeated, for cron."""

from __future__ import annotations

import argparse
import os
import sys

HELP = "fetch open ads from the sources that are switched on and due: for cron"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--source", default="", metavar="NAME", help="this source alone")
    parser.add_argument("--all", action="store_true", help="all that are on, due or not")


def run(arguments: argparse.Namespace) -> int:
    """A source that fails leaves the others alone; 1 if one did."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.utils.timezone import now

    from brobygger.apps.base.queries import all_rows
    from brobygger.apps.opportunities.actions import FetchUnderWay, fetch_ads
    from brobygger.apps.opportunities.queries import due_ad_sources
    from brobygger.data.fetching import Client, message

    client = Client(allow_loopback=settings.FETCH_FROM_LOOPBACK)
    with all_rows():
        due = due_ad_sources(at=now(), name=arguments.source, whether_due=not arguments.all)
    failed = False
    for source in due:
        try:
            told = fetch_ads(source=source, client=client, by=None, at=now())
        except FetchUnderWay:
            print(f"{source.name}: is being fetched already", file=sys.stderr)
            continue
        except Exception as error:  # noqa: BLE001 - what one source trips over must not keep the others waiting
            print(f"{source.name}: {error!r}", file=sys.stderr)
            failed = True
            continue
        counts = ", ".join(f"{count} {name}" for name, count in sorted(told.counts.items())) or "nothing new"
        print(f"{source.name}: {counts}")
        if told.problem:
            print(
                f"{source.name}: {message(told.problem['key'], 'en', told.problem['parameters'])}",
                file=sys.stderr,
            )
            failed = True
    return 1 if failed else 0
