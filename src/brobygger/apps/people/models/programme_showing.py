from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class ProgrammeShowing(models.Model):
    """
    That the companies of a programme may see a candidate's anonymous profile: what stands of the consent ledger, in
    a form that a query can join.

    It counts as long as the candidate takes part in the programme. The code stands for the programme, because
    programmes are above people in the order of the apps.
    """

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("in which programmes companies may see you, and since when"),
                ("programme_code", "since_at"),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("id", "candidate"),
    )

    candidate = models.ForeignKey("people.Candidate", models.CASCADE, related_name="showings")
    programme_code = models.SlugField(_("programme"), max_length=60)
    since_at = models.DateTimeField(_("since"))

    objects = ScopedManager()

    class Meta:
        verbose_name = _("showing in a programme")
        verbose_name_plural = _("showings in programmes")
        constraints = [
            models.UniqueConstraint(
                name="programme_showing_once",
                fields=["candidate", "programme_code"],
                violation_error_message=_("The companies of this programme may see the candidate already."),
            ),
        ]

    def __str__(self) -> str:
        return self.programme_code
