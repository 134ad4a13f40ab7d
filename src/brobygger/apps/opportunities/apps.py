from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpportunitiesConfig(AppConfig):
    name = "brobygger.apps.opportunities"
    label = "opportunities"
    verbose_name = _("Opportunities")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.opportunities.rules")  # registers the permissions
        import_module("brobygger.apps.opportunities.actions.erasure")  # and what erasure leaves behind
        import_module("brobygger.apps.opportunities.actions.sharing")  # and what follows a withdrawn consent
        import_module("brobygger.apps.opportunities.actions.suspension")  # and a suspended company
