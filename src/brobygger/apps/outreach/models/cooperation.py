from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import (
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)
from brobygger.apps.outreach.enums import Awareness


class OutreachPlan(models.Model):
    """What a programme has settled for its outreach: its ladder of levels, and the target that visits count for."""

    scope = RowScope(programme="programme")
    privacy = Privacy(plain=("programme", "levels", "visit_target"))

    programme = models.OneToOneField(
        "programmes.Programme", models.CASCADE, primary_key=True, related_name="outreach_plan"
    )
    levels = models.JSONField(
        default=list,
        blank=True,
        help_text=_("Levels from the lowest, as in `data.outreach`. Empty: the usual ones."),
    )
    visit_target = models.PositiveIntegerField(_("visits aimed at"), null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("plan of the outreach")
        verbose_name_plural = _("plans of the outreach")

    def __str__(self) -> str:
        return f"{self.programme_id}"


class Cooperation(models.Model):
    """
    How far a company has come with a programme: what it knows, and what is special about it.

    A start-up may have a light contract; it pays no student in shares, and says so.
    """

    scope = RowScope(programme="programme")
    privacy = Privacy(
        plain=(
            "id",
            "programme",
            "organisation",
            "awareness",
            "is_start_up",
            "light_contract_date",
            "excludes_equity",
            "level",
            "level_since",
            "changed_at",
        ),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="cooperations")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="cooperations"
    )
    awareness = models.CharField(
        _("what it knows"), max_length=12, choices=Awareness.choices, default=Awareness.UNKNOWN
    )
    is_start_up = models.BooleanField(_("start-up"), default=False)
    light_contract_date = models.DateField(_("light contract since"), null=True, blank=True)
    excludes_equity = models.BooleanField(_("no pay in shares or options"), default=False)
    level = models.SlugField(_("level"), max_length=30, blank=True)
    level_since = models.DateField(_("on this level since"), null=True, blank=True)
    changed_at = models.DateTimeField()

    objects = ScopedManager()

    class Meta:
        verbose_name = _("cooperation with a company")
        verbose_name_plural = _("cooperations with companies")
        ordering = ("organisation__name", "pk")
        constraints = [
            models.UniqueConstraint(name="cooperation_once", fields=["programme", "organisation"]),
            models.CheckConstraint(
                name="cooperation_light_contract_without_equity",
                condition=Q(light_contract_date__isnull=True) | Q(is_start_up=True, excludes_equity=True),
                violation_error_message=_(
                    "A light contract is for start-ups that pay nobody in shares or options."
                ),
            ),
            models.CheckConstraint(
                name="cooperation_level_has_a_day",
                condition=Q(level="", level_since__isnull=True) | ~Q(level="") & Q(level_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.level}"


class LevelEntry(models.Model):
    """A company came to a level on a day; the evidence says by what one sees it."""

    scope = RowScope(through="cooperation")
    privacy = Privacy(
        personal=(names_who("noted_by"),),
        plain=("id", "cooperation", "level", "since", "evidence", "visit", "noted_at"),
        mentions=("evidence",),
    )

    cooperation = models.ForeignKey("outreach.Cooperation", models.CASCADE, related_name="level_entries")
    level = models.SlugField(max_length=30)
    since = models.DateField(_("since"))
    evidence = models.CharField(_("evidence"), max_length=300)
    visit = models.ForeignKey("outreach.Visit", models.SET_NULL, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("level of a company")
        verbose_name_plural = _("levels of companies")
        ordering = ("cooperation_id", "since", "pk")
        constraints = [
            models.CheckConstraint(
                name="level_entry_has_evidence",
                condition=~Q(evidence=""),
                violation_error_message=_("A level needs evidence: what happened?"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.cooperation_id}: {self.level}"


class MaterialSent(models.Model):
    """Something to read that a company got."""

    scope = RowScope(through="cooperation")
    privacy = Privacy(
        personal=(names_who("noted_by"),), plain=("id", "cooperation", "what", "sent_on", "noted_at")
    )

    cooperation = models.ForeignKey("outreach.Cooperation", models.CASCADE, related_name="material")
    what = models.CharField(_("what was sent"), max_length=200)
    sent_on = models.DateField(_("day"))
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("material that was sent")
        verbose_name_plural = _("material that was sent")
        ordering = ("cooperation_id", "-sent_on", "-pk")

    def __str__(self) -> str:
        return self.what
