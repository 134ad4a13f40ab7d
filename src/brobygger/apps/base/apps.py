from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "brobygger.apps.base"
    label = "base"
    verbose_name = _("Users and audit")
    default_auto_field = "django.db.models.BigAutoField"
