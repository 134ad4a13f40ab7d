from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdviceConfig(AppConfig):
    name = "brobygger.apps.advice"
    label = "advice"
    verbose_name = _("Help with CVs, and what an intake goes through")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.advice.rules")  # registers the permissions
