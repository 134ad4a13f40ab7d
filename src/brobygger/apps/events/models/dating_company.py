from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Privacy, RowScope, Scope, ScopedManager
from brobygger.apps.events.enums import EventState


def _of_announced_evening(scope: Scope) -> Q:
    return ~Q(evening__event__state=EventState.DRAFT) & Q(withdrawn_at=None)


class DatingCompany(models.Model):
    """A company at an evening: what it brings, at how many tables, when it is there."""

    scope = RowScope(
        programme="evening__event__programme",
        owners=("organisation__contacts",),
        shown={Role.CANDIDATE: _of_announced_evening},
    )
    privacy = Privacy(
        plain=(
            "id",
            "evening",
            "organisation",
            "opportunities",
            "recruiters",
            "tables",
            "first_round",
            "last_round",
            "least",
            "most",
            "breaks",
            "rests",
            "joined_at",
            "wishes_said_at",
            "withdrawn_at",
        )
    )

    evening = models.ForeignKey("events.DatingEvening", models.CASCADE, related_name="companies")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="dating_evenings"
    )
    opportunities = models.ManyToManyField(
        "opportunities.Opportunity", verbose_name=_("brings"), blank=True, related_name="dating_companies"
    )
    recruiters = models.PositiveSmallIntegerField(
        _("recruiters"), default=1, help_text=_("Each has a table of their own.")
    )
    tables = models.CharField(
        _("tables"),
        max_length=200,
        blank=True,
        help_text=_("Their names, with commas between: “A1, A2”. Empty: they are numbered."),
    )
    first_round = models.PositiveSmallIntegerField(_("there from round"), null=True, blank=True)
    last_round = models.PositiveSmallIntegerField(_("there until round"), null=True, blank=True)
    least = models.PositiveSmallIntegerField(_("talks at least"), default=0)
    most = models.PositiveSmallIntegerField(_("talks at most"), null=True, blank=True)
    breaks = models.PositiveSmallIntegerField(_("rounds without a talk, for each recruiter"), default=0)
    rests = models.BooleanField(_("never two talks in a row"), default=False)
    joined_at = models.DateTimeField(_("joined"))
    wishes_said_at = models.DateTimeField(_("wishes said"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrew"), null=True, blank=True)

    objects = ScopedManager["DatingCompany"]()

    class Meta:
        verbose_name = _("company at an evening")
        verbose_name_plural = _("companies at an evening")
        ordering = ("organisation__name", "pk")
        constraints = [
            models.UniqueConstraint(name="dating_company_once", fields=["evening", "organisation"]),
            models.CheckConstraint(
                name="dating_company_has_a_recruiter",
                condition=Q(recruiters__gte=1),
                violation_error_message=_("A company comes with 1 recruiter or more."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def table_names(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.tables.split(",") if name.strip())
