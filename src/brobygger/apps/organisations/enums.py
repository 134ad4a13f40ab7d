"""Size, engagement and states of organisations, and what those who speak for them may do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class SizeClass(models.TextChoices):
    """Number of employees, in the classes of Commission Recommendation 2003/361/EC."""

    MICRO = "micro", _("1–9 employees")
    SMALL = "small", _("10–49 employees")
    MEDIUM = "medium", _("50–249 employees")
    LARGE = "large", _("250 employees or more")


class OrganisationKind(models.TextChoices):
    """What an organisation is, as the partnerships name those who take part."""

    COMPANY = "company", _("company")
    MUNICIPALITY = "municipality", _("municipality")
    REGION = "region", _("region")
    AUTHORITY = "authority", _("public authority")
    UNIVERSITY = "university", _("university")
    SCHOOL = "school", _("school")
    SCIENCE_CENTRE = "science_centre", _("science centre")
    JOB_SERVICE = "job_service", _("job service")
    UNION = "union", _("trade union")
    EMPLOYERS = "employers", _("employers' organisation")
    INTEREST = "interest", _("interest organisation")
    OTHER = "other", _("another organisation")


class Engagement(models.TextChoices):
    """How far an organisation takes part, from knowing of the programme to carrying it."""

    KNOWN = "known", _("known")
    CONTACTED = "contacted", _("contacted")
    VISITED = "visited", _("visited")
    OFFERING = "offering", _("offers places")
    HOSTING = "hosting", _("hosts people")
    PARTNER = "partner", _("partner")


class OrganisationState(models.TextChoices):
    """Whether somebody has looked at an organisation that registered itself."""

    APPLIED = "applied", _("waits to be looked at")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


ORGANISATION_TRANSITIONS: Final[Mapping[OrganisationState, frozenset[OrganisationState]]] = {
    OrganisationState.APPLIED: frozenset({OrganisationState.ACCEPTED, OrganisationState.DECLINED}),
    OrganisationState.DECLINED: frozenset({OrganisationState.ACCEPTED}),
    OrganisationState.ACCEPTED: frozenset(),
}


class ContactRight(models.TextChoices):
    """What somebody who speaks for an organisation may do for it. Each includes those before it."""

    READ = "read", _("only reads")
    WRITE = "write", _("writes and answers")
    MANAGE = "manage", _("manages everything")


WRITERS: Final = (ContactRight.WRITE, ContactRight.MANAGE)
"""The rights with which somebody writes for an organisation."""
