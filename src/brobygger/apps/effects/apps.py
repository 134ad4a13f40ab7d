from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EffectsConfig(AppConfig):
    name = "brobygger.apps.effects"
    label = "effects"
    verbose_name = _("What came of it")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("brobygger.apps.effects.rules")  # registers the permissions
        import_module(
            "brobygger.apps.effects.actions.erasure"
        )  # what erasure and a withdrawn consent leave behind
