"""`manage.py keep_promises`: remind of answers that are owed, and tell candidates whose answer did not come. Daily."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate, now

from brobygger.apps.base.queries import all_rows
from brobygger.apps.opportunities.actions import remind_of_answers, tell_of_lapses


class Command(BaseCommand):
    help = "Remind organisations of answers that they owe, and tell candidates of those that did not come in time."

    def handle(self, *args: Any, **options: Any) -> None:
        with all_rows():  # the promises of everybody
            reminded = remind_of_answers(day=localdate(), by=None, at=now())
            told = tell_of_lapses(day=localdate(), by=None, at=now())
        self.stdout.write(f"{reminded} reminders, {told} candidates told that no answer came in time.")
