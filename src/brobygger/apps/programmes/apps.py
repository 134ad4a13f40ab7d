from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    name = "brobygger.apps.programmes"
    label = "programmes"
    verbose_name = _("Programmes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.programmes.rules")  # registers the permissions
        import_module("brobygger.apps.programmes.actions.erasure")  # and what erasure leaves behind
