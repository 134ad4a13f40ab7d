from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.classifications.models import StoredProfile


class CandidateProfile(StoredProfile):
    """What the matcher sees of a candidate: a `core.matching.Candidate` in the form of `data.stored_form`."""

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("a copy of what the matcher uses: your skills, languages and what you look for"),
                ("content", "as_of", "form"),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("candidate",),
    )

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, primary_key=True, related_name="profile"
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("stored profile")
        verbose_name_plural = _("stored profiles")
