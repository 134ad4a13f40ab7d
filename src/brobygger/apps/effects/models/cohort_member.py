from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.effects.enums import Beginning


class CohortMember(models.Model):
    """
    Somebody who agreed to be asked later, in one programme: since when the months count, and whether it was the
    programme that placed them.
    """

    scope = RowScope(programme="programme", owners=("candidate__user",))
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("that you are asked later whether you stay, and since when the months count"),
                (
                    "candidate",
                    "programme",
                    "intake",
                    "beginning",
                    "began_on",
                    "is_placed",
                    "home_region",
                    "added_at",
                    "last_due_at",
                ),
                Purpose.FOLLOW_UP,
                LegalBasis.CONSENT,
                Retention.FOLLOW_UP,
                since=("last_due_at",),
            ),
        ),
        plain=("id",),
    )

    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="cohorts"
    )
    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, verbose_name=_("programme"), related_name="cohort_members"
    )
    intake = models.CharField(_("intake"), max_length=30, blank=True, help_text=_("Like 2024; empty: none."))
    beginning = models.CharField(_("counted from"), max_length=10, choices=Beginning.choices)
    began_on = models.DateField(_("the months count from"))
    is_placed = models.BooleanField(_("placed through the programme"), default=False)
    home_region = models.CharField(
        _("region"),
        max_length=40,
        blank=True,
        help_text=_("Code of the labour market of the placement; empty: not known."),
    )
    added_at = models.DateTimeField(_("added"))
    last_due_at = models.DateTimeField(_("last question"))

    objects = ScopedManager["CohortMember"]()

    class Meta:
        verbose_name = _("person who is followed up")
        verbose_name_plural = _("people who are followed up")
        ordering = ("pk",)
        indexes = [models.Index(name="cohort_of_programme", fields=["programme", "intake"])]
        constraints = [models.UniqueConstraint(name="cohort_member_once", fields=["candidate", "programme"])]

    def __str__(self) -> str:
        return f"{self.candidate_id} in {self.programme_id}"
