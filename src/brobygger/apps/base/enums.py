"""Who somebody is to the product, and what an access token may be used for."""

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


class TokenScope(TextChoices):
    """What a program with a token may do, as far as its owner may do it too."""

    READ = "read", _("Read opportunities, organisations and programmes")
    WRITE = "write", _("Save and change opportunities and organisations")
    CANDIDATES_READ = "candidates:read", _("Read candidates, and who fits what")
