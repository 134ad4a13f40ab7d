"""`manage.py reseal_second_factors`: after a change of BROBYGGER_ENCRYPTION_KEYS, before the old key is left out."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from brobygger.apps.base.actions import reseal_second_factors
from brobygger.data.sealed import SealBroken


class Command(BaseCommand):
    help = "Encrypt with the first of the keys what authenticator apps and recovery codes are checked with."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = reseal_second_factors(by=None, at=now())
        except SealBroken as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} second factors are encrypted anew.")
