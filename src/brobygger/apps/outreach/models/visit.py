from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import (
    Personal,
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)
from brobygger.apps.opportunities.enums import LanguageLevel, LanguageTask
from brobygger.apps.outreach.enums import VisitState


class Visit(models.Model):
    """
    A visit to a company: what it needs, what worries it, which language it really needs, and who does what next.

    Whom one met stands in `VisitContact`, so that the visit can be counted for as long as the programme is.
    """

    scope = RowScope(programme="programme", owners=("visitor",))
    privacy = Privacy(
        personal=(names_who("visitor", "visitor_name", "next_owner", "step_done_by", "written_by"),),
        plain=(
            "id",
            "programme",
            "organisation",
            "slot",
            "state",
            "visited_on",
            "starts_at",
            "needs",
            "next_step",
            "next_due",
            "step_done_at",
            "is_imported",
            "written_at",
        ),
        mentions=("needs", "next_step"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="visits")
    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="visits")
    slot = models.OneToOneField(
        "outreach.VisitSlot", models.SET_NULL, null=True, blank=True, related_name="visit"
    )
    state = models.CharField(max_length=10, choices=VisitState.choices, default=VisitState.PLANNED)
    visited_on = models.DateField(_("day"))
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    visitor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("who visits"),
        null=True,
        blank=True,
        related_name="+",
    )
    visitor_name = models.CharField(
        _("name of who visited"), max_length=150, blank=True, help_text=_("Stays when the user is removed.")
    )
    needs = models.TextField(_("what the company needs"), blank=True, max_length=2000)
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    next_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("who does it"),
        null=True,
        blank=True,
        related_name="+",
    )
    next_due = models.DateField(_("due on"), null=True, blank=True)
    step_done_at = models.DateTimeField(null=True, blank=True)
    step_done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("done by"),
        null=True,
        blank=True,
        related_name="+",
    )
    is_imported = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ("-visited_on", "-pk")
        indexes = [
            models.Index(name="visit_of_programme", fields=["programme", "state", "-visited_on"]),
            models.Index(name="visit_step_due", fields=["next_due"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="visit_once_a_day",
                fields=["programme", "organisation", "visited_on"],
                condition=~Q(state=VisitState.CANCELLED),
                violation_error_message=_("There is a visit to this company on that day already."),
            ),
            models.CheckConstraint(
                name="visit_next_step_has_a_day",
                condition=Q(next_step="") | Q(next_due__isnull=False),
                violation_error_message=_("A next step needs a day by which it is done."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.visited_on}"


class VisitContact(models.Model):
    """Whom one meets at a company."""

    scope = RowScope(through="visit")
    privacy = Privacy(
        address="email",
        identifying=("name", "email"),
        personal=(
            Personal(
                _("whom we met at a company, and how to reach them"),
                ("name", "email", "phone"),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
                since=("visit__visited_on",),
            ),
        ),
        plain=("visit",),
    )

    visit = models.OneToOneField("outreach.Visit", models.CASCADE, primary_key=True, related_name="contact")
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("contact of a visit")
        verbose_name_plural = _("contacts of visits")

    def __str__(self) -> str:
        return f"{self.visit_id}"


class VisitWorry(models.Model):
    """A worry of the catalogue that was named at a visit."""

    scope = RowScope(through="visit")
    privacy = Privacy(plain=("id", "visit", "code"))

    visit = models.ForeignKey("outreach.Visit", models.CASCADE, related_name="worries")
    code = models.SlugField(max_length=40)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("worry named at a visit")
        verbose_name_plural = _("worries named at visits")
        ordering = ("visit_id", "code")
        constraints = [models.UniqueConstraint(name="visit_worry_once", fields=["visit", "code"])]

    def __str__(self) -> str:
        return self.code


class VisitLanguage(models.Model):
    """
    What one task needs of a language: as it was stated before the talk, and as it really is after it.

    A level of "" with `is_…_said` says that the task does not need the language.
    """

    scope = RowScope(through="visit")
    privacy = Privacy(
        plain=(
            "id",
            "visit",
            "code",
            "task",
            "is_stated_said",
            "stated_level",
            "is_real_said",
            "real_level",
        )
    )

    visit = models.ForeignKey("outreach.Visit", models.CASCADE, related_name="languages")
    code = models.CharField(max_length=2, help_text=_("ISO 639-1."))
    task = models.CharField(max_length=16, choices=LanguageTask.choices)
    is_stated_said = models.BooleanField(default=False)
    stated_level = models.CharField(max_length=2, choices=LanguageLevel.choices, blank=True)
    is_real_said = models.BooleanField(default=False)
    real_level = models.CharField(max_length=2, choices=LanguageLevel.choices, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("language need of a visit")
        verbose_name_plural = _("language needs of visits")
        ordering = ("visit_id", "code", "pk")
        constraints = [
            models.UniqueConstraint(name="visit_language_once", fields=["visit", "code", "task"]),
            models.CheckConstraint(
                name="visit_language_level_was_said",
                condition=(Q(stated_level="") | Q(is_stated_said=True))
                & (Q(real_level="") | Q(is_real_said=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.task}: {self.stated_level} -> {self.real_level}"
