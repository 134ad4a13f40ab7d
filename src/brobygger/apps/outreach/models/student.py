from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.outreach.enums import StudyLevel


class Student(models.Model):
    """
    Somebody who was admitted and is written to, whether or not they have a profile here.

    The row says by itself why the law allows to write (`basis`). It goes after two years, and at once where the basis
    is a consent that is taken back.
    """

    scope = RowScope(programme="programme")
    privacy = Privacy(
        address="email",
        personal=(
            Personal(
                _("that you were admitted, what you study, and how you are written to"),
                (
                    "programme",
                    "name",
                    "email",
                    "language",
                    "intake",
                    "level",
                    "field",
                    "country",
                    "admitted_on",
                    "basis",
                    "source",
                    "agent",
                    "consented_at",
                    "added_at",
                ),
                Purpose.CONTACT,
                LegalBasis.PUBLIC_TASK,
                Retention.PROFILE,
                since=("added_at",),
            ),
        ),
        plain=("id",),
        identifying=("name", "email"),
    )

    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, verbose_name=_("programme"), related_name="students"
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), help_text=_("In small letters."))
    language = models.CharField(_("language"), max_length=5, blank=True)
    intake = models.SlugField(_("intake"), max_length=30, blank=True, help_text=_("Like “2026-autumn”."))
    level = models.CharField(_("level"), max_length=12, choices=StudyLevel.choices, blank=True)
    field = models.CharField(
        _("field of study"), max_length=4, blank=True, help_text=_("ISCED-F 2013, two to four digits.")
    )
    country = models.CharField(_("country of study"), max_length=2, blank=True)
    admitted_on = models.DateField(_("day of admission"), null=True, blank=True)
    basis = models.CharField(_("lawful basis"), max_length=24, choices=LegalBasis.choices)
    source = models.CharField(
        _("where the address is from"), max_length=200, help_text=_("As the notice to the person says it.")
    )
    agent = models.ForeignKey(
        "outreach.Agent",
        models.SET_NULL,
        verbose_name=_("whose link brought the person"),
        null=True,
        blank=True,
        related_name="students",
    )
    consented_at = models.DateTimeField(_("agreed"), null=True, blank=True)
    added_at = models.DateTimeField(_("on the list since"))

    objects = ScopedManager["Student"]()

    class Meta:
        verbose_name = _("student on the list")
        verbose_name_plural = _("students on the list")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(name="student_once_in_a_programme", fields=["programme", "email"])
        ]
        indexes = [models.Index(name="student_intake", fields=["programme", "intake"])]

    def __str__(self) -> str:
        return f"{self.pk} {self.intake}"
