"""Who somebody is to the product."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    MANAGER = "manager", _("Programme manager")
    SECRETARIAT = "secretariat", _("Secretariat")
    COMPANY = "company", _("Company contact")
    CANDIDATE = "candidate", _("Candidate")
    COUNCIL = "council", _("Council member")
    AGENCY = "agency", _("Booking agency")
    AMBASSADOR = "ambassador", _("Ambassador")
    FUNDER = "funder", _("Funder")
