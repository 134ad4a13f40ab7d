from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.people.enums import Origin, Sex


class CandidateBackground(models.Model):
    """Groups that a candidate says to belong to. Read for the fairness report only; empty: not said."""

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("sex, origin and native language, if you said them"),
                ("sex", "origin", "native_language"),
                Purpose.FAIRNESS,
                LegalBasis.EXPLICIT_CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("candidate",),
    )

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, primary_key=True, related_name="background"
    )
    sex = models.CharField(_("sex"), max_length=1, choices=Sex.choices, blank=True)
    origin = models.CharField(_("origin"), max_length=8, choices=Origin.choices, blank=True)
    native_language = models.CharField(
        _("native language"), max_length=8, blank=True, help_text=_("ISO 639-1.")
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("background")
        verbose_name_plural = _("backgrounds")

    def __str__(self) -> str:
        return f"{self.sex or '–'} {self.origin or '–'} {self.native_language or '–'}"
