from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.classifications.models import StoredProfile


class CandidateProfile(StoredProfile):
    """What the matcher sees of a candidate: a `core.matching.Candidate` in the form of `data.stored_form`."""

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, primary_key=True, related_name="profile"
    )

    class Meta:
        verbose_name = _("stored profile")
        verbose_name_plural = _("stored profiles")
