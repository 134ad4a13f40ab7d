"""`brobygger send-campaigns`: write and send the mails of running campaigns, so many a minute, until all are out."""

from __future__ import annotations

import argparse
import os
import sys
import time

HELP = "send the mails of running campaigns, so many a minute, until all are out"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="what is due now, and no more: for cron")
    parser.add_argument(
        "--pause", type=float, default=1.0, help="seconds between two looks (default: %(default)s)"
    )


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.base.actions import send_due_messages
    from brobygger.apps.base.queries import all_rows
    from brobygger.apps.outreach.actions import settle_campaigns, write_campaign_mails
    from brobygger.apps.outreach.queries import is_anything_waiting

    written = sent = given_up = again = 0
    unreachable = ""
    while True:
        new = write_campaign_mails(by=None, at=now())
        written += new
        while (done := send_due_messages(by=None, at=now())).tried:
            sent, given_up, again = sent + done.sent, given_up + done.given_up, again + done.again
        unreachable = done.unreachable
        settle_campaigns(by=None, at=now())
        with all_rows():
            goes_on = is_anything_waiting()
        if arguments.once or unreachable or not goes_on:
            break
        time.sleep(arguments.pause if not new else 0)
    print(f"{written} written, {sent} sent, {again} to be tried again, {given_up} given up", file=sys.stderr)
    if unreachable:
        print(f"The mail server cannot be reached: {unreachable}", file=sys.stderr)
        return 1
    return 0
