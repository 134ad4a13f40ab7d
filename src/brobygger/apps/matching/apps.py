from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MatchingConfig(AppConfig):
    name = "brobygger.apps.matching"
    label = "matching"
    verbose_name = _("Matching")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.matching.actions.erasure")  # what erasure leaves behind
        import_module("brobygger.apps.matching.queries.pair_scores")  # what others ask it about pairs
