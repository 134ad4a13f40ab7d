"""`brobygger send-mail`: send the mails that are due."""

from __future__ import annotations

import argparse
import os
import sys

HELP = "send the mails that are due, and forget those that are too old to be kept"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--most", type=int, default=5000, help="mails in one run (default: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    if arguments.most < 1:
        print(f"--most must be 1 or more, got {arguments.most}", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.utils.timezone import now

    from brobygger.apps.base.actions import MOST_AT_ONCE, forget_old_messages, send_due_messages
    from brobygger.apps.outreach.actions import settle_campaigns, write_campaign_mails

    write_campaign_mails(by=None, at=now())
    sent = again = given_up = 0
    unreachable = ""
    while not unreachable and (left := arguments.most - sent - again - given_up) > 0:
        # a batch at a time: each has its own moment, for a run may take long
        done = send_due_messages(by=None, at=now(), most=min(left, MOST_AT_ONCE))
        sent, again, given_up = sent + done.sent, again + done.again, given_up + done.given_up
        unreachable = done.unreachable
        if not done.tried:
            break
    settle_campaigns(by=None, at=now())
    forgotten = forget_old_messages(by=None, at=now())
    print(
        f"{sent} sent, {again} to be tried again, {given_up} given up, {forgotten} forgotten", file=sys.stderr
    )
    if unreachable:
        print(f"The mail server cannot be reached: {unreachable}", file=sys.stderr)
        return 1
    return 0
