from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import OnErasure, Personal, Privacy
from brobygger.apps.programmes.enums import ProgrammeKind


class Programme(models.Model):
    """A partnership with a target: who owns it, when it runs, and who takes part."""

    privacy = Privacy(
        candidate="candidates",
        personal=(
            Personal(
                _("which programmes you take part in"),
                ("candidates",),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        on_erasure=OnErasure.UNLINKED,
        plain=(
            "id",
            "code",
            "name",
            "owner",
            "kind",
            "start_date",
            "end_date",
            "description",
            "weights",
            "organisations",
            "approves_opportunities",
            "takes_candidates",
        ),
    )

    code = models.SlugField(max_length=60, unique=True, help_text=_("Short name in files and addresses."))
    name = models.CharField(max_length=200)
    owner = models.CharField(max_length=300)
    kind = models.CharField(max_length=16, choices=ProgrammeKind.choices)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    description = models.JSONField(default=dict, help_text=_("A few sentences by language code."))
    weights = models.JSONField(
        default=dict, blank=True, help_text=_("Points of the parts of a score that differ from the defaults.")
    )
    approves_opportunities = models.BooleanField(
        default=False,
        help_text=_("Its candidates see an opportunity once somebody of the programme has approved it."),
    )
    takes_candidates = models.BooleanField(default=False, help_text=_("Candidates may join by themselves."))
    candidates = models.ManyToManyField(
        "people.Candidate", verbose_name=_("candidates who take part"), blank=True, related_name="programmes"
    )
    organisations = models.ManyToManyField(
        "organisations.Organisation", blank=True, related_name="programmes"
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(
                name="programme_starts_before_it_ends",
                condition=Q(start_date__isnull=True)
                | Q(end_date__isnull=True)
                | Q(end_date__gt=F("start_date")),
                violation_error_message=_("A programme must end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def description_in(self, language: str) -> str:
        """The description in `language`, else in English."""
        found: str = self.description.get(language) or self.description.get("en", "")
        return found
