from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutreachConfig(AppConfig):
    name = "brobygger.apps.outreach"
    label = "outreach"
    verbose_name = _("Outreach")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.outreach.rules")  # registers the permissions
        import_module("brobygger.apps.outreach.actions")  # and what erasure and choices of mails leave behind
        import_module("brobygger.apps.outreach.actions.suspension")  # and a suspended company
