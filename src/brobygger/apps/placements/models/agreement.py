from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.placements.enums import GOING_ON, AgreementSide, AgreementState


class Agreement(models.Model):
    """
    What a candidate, a company and perhaps a university agree on about one place.

    What is agreed stands in its versions. The newest is the one to accept; `Placement` says which is in force.
    """

    scope = RowScope(
        programme="programme", owners=("candidate__user", "organisation__contacts", "institution__contacts")
    )
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("your agreements about a place: with whom, and how far they have come"),
                (
                    "application",
                    "candidate",
                    "organisation",
                    "institution",
                    "programme",
                    "state",
                    "created_at",
                    "changed_at",
                    "declined_at",
                ),
                Purpose.PLACEMENT,
                LegalBasis.AGREEMENT,
                Retention.PLACEMENT,
                since=("changed_at", "placement__changed_at"),
            ),
            names_who("declined_by", "declined_by_name"),
        ),
        plain=("id",),
        open_rows={"placement__state__in": GOING_ON},
        is_record=True,
    )

    application = models.ForeignKey(
        "opportunities.Application",
        models.SET_NULL,
        verbose_name=_("application"),
        null=True,
        blank=True,
        related_name="agreements",
        help_text=_("Empty: it was erased before the agreement."),
    )
    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="agreements"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, verbose_name=_("company"), related_name="agreements"
    )
    institution = models.ForeignKey(
        "organisations.Organisation",
        models.SET_NULL,
        verbose_name=_("university"),
        null=True,
        blank=True,
        related_name="institution_agreements",
        help_text=_("Empty: two sides are enough."),
    )
    programme = models.ForeignKey(
        "programmes.Programme",
        models.SET_NULL,
        verbose_name=_("programme"),
        null=True,
        blank=True,
        related_name="agreements",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=AgreementState.choices, default=AgreementState.WAITING
    )
    created_at = models.DateTimeField(_("written at"))
    changed_at = models.DateTimeField(_("last changed at"))
    declined_at = models.DateTimeField(_("declined at"), null=True, blank=True)
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("declined by"),
        null=True,
        blank=True,
        related_name="+",
    )
    declined_by_name = models.CharField(_("name of who declined"), max_length=150, blank=True)

    objects = ScopedManager["Agreement"]()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ("-changed_at", "-pk")
        indexes = [models.Index(name="agreement_waiting", fields=["state", "changed_at"])]
        constraints = [
            models.UniqueConstraint(
                name="agreement_standing_once",
                fields=["application"],
                condition=Q(application__isnull=False) & ~Q(state=AgreementState.DECLINED),
                violation_error_message=_("There is an agreement for this application already."),
            ),
            models.CheckConstraint(
                name="agreement_between_different_sides",
                condition=Q(institution__isnull=True) | ~Q(institution=models.F("organisation")),
                violation_error_message=_("The company cannot be the university too."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} × {self.candidate_id}: {self.state}"

    @property
    def sides(self) -> tuple[AgreementSide, ...]:
        """Those whose yes is needed."""
        both = (AgreementSide.CANDIDATE, AgreementSide.ORGANISATION)
        return both if self.institution_id is None else (*both, AgreementSide.INSTITUTION)
