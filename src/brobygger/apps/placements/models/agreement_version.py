from __future__ import annotations

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.opportunities.enums import OpportunityKind
from brobygger.apps.placements.enums import GOING_ON, PayPer


class AgreementVersion(models.Model):
    """The terms of an agreement as they were written once. A version is never changed: a change is the next version."""

    scope = RowScope(through="agreement")
    privacy = Privacy(
        user="agreement__candidate__user",
        candidate="agreement__candidate",
        personal=(
            Personal(
                _("what you agreed on about a place: dates, hours, where, pay, tasks and who guides you"),
                (
                    "agreement",
                    "number",
                    "kind",
                    "start_date",
                    "end_date",
                    "hours_per_week",
                    "place_name",
                    "country",
                    "pay",
                    "currency",
                    "pay_per",
                    "tasks",
                    "supervisor",
                    "institution_person",
                    "is_adult",
                    "written_at",
                ),
                Purpose.PLACEMENT,
                LegalBasis.AGREEMENT,
                Retention.PLACEMENT,
                since=("agreement__changed_at", "agreement__placement__changed_at"),
            ),
            names_who("written_by", "written_by_name"),
        ),
        plain=("id",),
        mentions=("supervisor", "institution_person", "tasks"),
        open_rows={"agreement__placement__state__in": GOING_ON},
    )

    agreement = models.ForeignKey(
        "placements.Agreement", models.CASCADE, verbose_name=_("agreement"), related_name="versions"
    )
    number = models.PositiveSmallIntegerField(_("version"))
    kind = models.CharField(_("kind of place"), max_length=16, choices=OpportunityKind.choices)
    start_date = models.DateField(_("first day"))
    end_date = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: no end is agreed."))
    hours_per_week = models.DecimalField(
        _("hours a week"), max_digits=4, decimal_places=1, validators=[MinValueValidator(1)]
    )
    place_name = models.CharField(_("place of work"), max_length=100)
    country = models.CharField(_("country"), max_length=2)
    pay = models.DecimalField(
        _("pay"), max_digits=10, decimal_places=2, null=True, blank=True, help_text=_("Empty: unpaid.")
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    pay_per = models.CharField(_("pay per"), max_length=5, choices=PayPer.choices, blank=True)
    tasks = models.TextField(_("tasks"), max_length=5000)
    supervisor = models.CharField(_("who guides at the company"), max_length=150)
    institution_person = models.CharField(_("who guides at the university"), max_length=150, blank=True)
    is_adult = models.BooleanField(
        _("18 or older on the first day"), null=True, blank=True, help_text=_("Empty: not said.")
    )
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        related_name="+",
    )
    written_by_name = models.CharField(_("name of who wrote it"), max_length=150, blank=True)

    objects = ScopedManager["AgreementVersion"]()

    class Meta:
        verbose_name = _("version of an agreement")
        verbose_name_plural = _("versions of agreements")
        ordering = ("agreement_id", "number")
        constraints = [
            models.UniqueConstraint(name="agreement_version_once", fields=["agreement", "number"]),
            models.CheckConstraint(
                name="agreement_ends_after_it_starts",
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} v{self.number}"
