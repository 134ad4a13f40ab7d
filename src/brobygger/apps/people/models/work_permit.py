from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, Scope, ScopedManager
from brobygger.apps.people.enums import WITHOUT_COUNTRY, WorkGround
from brobygger.apps.people.models.candidate import Candidate


def _of_applicants(scope: Scope) -> Q:
    """Those who applied to the user's organisation, or took its invitation, and let it see who they are."""
    applied = Candidate._base_manager.filter(
        applications__is_shared=True, applications__opportunity__organisation__contacts=scope.user_id
    )
    return Q(candidate__in=applied.order_by().values("pk"))


class WorkPermit(models.Model):
    """
    What lets a candidate work, and which country gave it, as the candidate says.

    A table of its own: the matcher does not read it, and a company sees what follows from it once it knows who the
    candidate is.
    """

    scope = RowScope(
        programme="candidate__programmes",
        owners=("candidate__user",),
        shown={Role.COMPANY: _of_applicants},
    )
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("what lets you work in a country"),
                ("ground", "country", "said_at"),
                Purpose.APPLICATION,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("candidate",),
    )

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, primary_key=True, related_name="permit"
    )
    ground = models.CharField(_("what lets the candidate work"), max_length=12, choices=WorkGround.choices)
    country = models.CharField(
        _("country of the permit"), max_length=2, blank=True, help_text=_("ISO 3166-1.")
    )
    said_at = models.DateTimeField(_("said at"))

    objects = ScopedManager["WorkPermit"]()

    class Meta:
        verbose_name = _("work permit")
        verbose_name_plural = _("work permits")
        constraints = [
            models.CheckConstraint(
                name="work_permit_has_its_country",
                condition=Q(ground__in=WITHOUT_COUNTRY, country="")
                | (~Q(ground__in=WITHOUT_COUNTRY) & ~Q(country="")),
                violation_error_message=_("A residence permit is of one country; say which."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground} {self.country}".strip()
