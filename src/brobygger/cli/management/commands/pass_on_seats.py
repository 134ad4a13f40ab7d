"""
`manage.py pass_on_seats`: seats of events that were offered and not taken in time go to the next ones.

Run it every few minutes, beside `send_mail`; it may be stopped at any moment and run again.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import now

from brobygger.apps.events.actions import pass_on_offers


class Command(BaseCommand):
    help = "Offer seats of events that were not taken in time to the next ones on the waiting list."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{pass_on_offers(by=None, at=now())} offered seats passed on.")
