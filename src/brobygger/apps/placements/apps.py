from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacementsConfig(AppConfig):
    name = "brobygger.apps.placements"
    label = "placements"
    verbose_name = _("Agreements and placements")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.placements.rules")  # registers the permissions
        import_module("brobygger.apps.placements.actions.erasure")  # and what erasure leaves behind
        import_module("brobygger.apps.placements.actions.suspension")  # and a suspended company
