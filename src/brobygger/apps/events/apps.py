from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "brobygger.apps.events"
    label = "events"
    verbose_name = _("Events")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.events.rules")  # registers the permissions
        import_module("brobygger.apps.events.actions.erasure")  # and what erasure leaves behind
        import_module("brobygger.apps.events.actions.suspension")  # and a suspended company
