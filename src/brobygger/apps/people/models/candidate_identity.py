from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CandidateIdentity(models.Model):
    """Who a candidate is. Read for the person and for those who place the person, never for matching."""

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, primary_key=True, related_name="identity"
    )
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")

    def __str__(self) -> str:
        return self.name
