from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class ErasureRequest(models.Model):
    """
    That a candidate wants to be erased, and waits until the secretariat has handed records to the archive.

    There is none where the installation has no duty to archive. It goes with the candidate.
    """

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("that you asked to be erased, and when"),
                ("candidate", "asked_at"),
                Purpose.ACCOUNTABILITY,
                LegalBasis.DUTY,
                Retention.PROFILE,
            ),
        ),
    )

    candidate = models.OneToOneField(
        "people.Candidate",
        models.CASCADE,
        primary_key=True,
        verbose_name=_("candidate"),
        related_name="erasure_request",
    )
    asked_at = models.DateTimeField(_("asked at"))

    objects = ScopedManager()

    class Meta:
        verbose_name = _("request to be erased")
        verbose_name_plural = _("requests to be erased")
        ordering = ("asked_at", "pk")

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.asked_at:%Y-%m-%d}"
