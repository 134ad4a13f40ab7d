"""`manage.py store_profiles`: make a server ready soon after its start. Repeat it every night and after an update."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from brobygger.apps.base.queries import all_rows
from brobygger.apps.opportunities.actions import store_opportunity_profiles
from brobygger.apps.people.actions import store_candidate_profiles


class Command(BaseCommand):
    help = "Store what the matcher sees of those candidates and opportunities that have changed since the last time."

    def handle(self, *args: Any, **options: Any) -> None:
        with all_rows():
            candidates = store_candidate_profiles(by=None, at=timezone.now())
            opportunities = store_opportunity_profiles(by=None, at=timezone.now())
        self.stdout.write(f"{candidates} candidates and {opportunities} opportunities are stored.")
