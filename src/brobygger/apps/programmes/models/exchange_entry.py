from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.programmes.enums import ExchangeKind


class ExchangeEntry(models.Model):
    """Knowledge or competence that went between organisations of a programme, on a day, and what shows it."""

    scope = RowScope(programme="programme")
    privacy = Privacy(
        personal=(names_who("noted_by"),),
        mentions=("title", "about", "evidence"),
        plain=(
            "id",
            "programme",
            "day",
            "kind",
            "title",
            "about",
            "link",
            "evidence",
            "organisations",
            "noted_at",
        ),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="exchanges")
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=10, choices=ExchangeKind.choices)
    title = models.CharField(_("what"), max_length=200)
    about = models.TextField(_("more about it"), max_length=2_000, blank=True)
    link = models.URLField(_("link"), blank=True)
    evidence = models.CharField(
        _("what shows it"), max_length=300, blank=True, help_text=_("Such as minutes, a list, a contract.")
    )
    organisations = models.ManyToManyField(
        "organisations.Organisation", verbose_name=_("between whom"), related_name="exchanges"
    )
    noted_at = models.DateTimeField(_("noted"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["ExchangeEntry"]()

    class Meta:
        verbose_name = _("exchange of knowledge")
        verbose_name_plural = _("exchanges of knowledge")
        ordering = ("-day", "-pk")

    def __str__(self) -> str:
        return self.title
