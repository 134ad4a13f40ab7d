from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.classifications.models import StoredProfile


class OpportunityProfile(StoredProfile):
    """What the matcher sees of an opportunity: a `core.matching.Opportunity` in the form of `data.stored_form`."""

    scope = RowScope(through="opportunity")
    privacy = Privacy(plain=("opportunity", "as_of", "form", "content"))

    opportunity = models.OneToOneField(
        "opportunities.Opportunity", models.CASCADE, primary_key=True, related_name="profile"
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("stored profile")
        verbose_name_plural = _("stored profiles")
