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
    MINISTRY = "ministry", _("ministry")
    AUTHORITY = "authority", _("public authority")
    UNIVERSITY = "university", _("university")
    COLLEGE = "college", _("university college or business academy")
    SCHOOL = "school", _("school")
    SCIENCE_CENTRE = "science_centre", _("science centre")
    CLUSTER = "cluster", _("cluster or innovation network")
    JOB_SERVICE = "job_service", _("job service")
    UNION = "union", _("trade union")
    EMPLOYEES = "employees", _("employees' organisation")
    EMPLOYERS = "employers", _("employers' organisation")
    INTEREST = "interest", _("interest organisation")
    OTHER = "other", _("another organisation")


class RoleKind(models.TextChoices):
    """What somebody is in an organisation."""

    DIRECTOR = "director", _("director")
    BOARD = "board", _("member of the board")
    REPRESENTATIVE = "representative", _("speaks for it in the partnership")
    STAFF = "staff", _("takes care of staff")
    MENTOR = "mentor", _("mentor")
    AMBASSADOR = "ambassador", _("ambassador")
    OTHER = "other", _("another role")


class RelationKind(models.TextChoices):
    """How an organisation belongs to another one."""

    MEMBER_OF = "member_of", _("is a member of")
    PART_OF = "part_of", _("is part of")
    OWNER_OF = "owner_of", _("owns")


WITHOUT_CIRCLES: Final = (RelationKind.PART_OF, RelationKind.OWNER_OF)
"""Nothing is part of itself or owns itself, however long the way."""
INVERSE: Final[Mapping[str, object]] = {
    RelationKind.MEMBER_OF: _("has as a member"),
    RelationKind.PART_OF: _("contains"),
    RelationKind.OWNER_OF: _("is owned by"),
}
"""How the other side of a relation says it."""


class Engagement(models.TextChoices):
    """How far an organisation takes part, from knowing of the programme to carrying it."""

    KNOWN = "known", _("known")
    CONTACTED = "contacted", _("contacted")
    VISITED = "visited", _("visited")
    OFFERING = "offering", _("offers places")
    HOSTING = "hosting", _("hosts people")
    PARTNER = "partner", _("partner")


class OrganisationState(models.TextChoices):
    """Whether somebody has looked at an organisation that registered itself, or was asked to join."""

    ASKED = "asked", _("was asked to join")
    APPLIED = "applied", _("waits to be looked at")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    SUSPENDED = "suspended", _("suspended")


ORGANISATION_TRANSITIONS: Final[Mapping[OrganisationState, frozenset[OrganisationState]]] = {
    OrganisationState.ASKED: frozenset({OrganisationState.ACCEPTED, OrganisationState.DECLINED}),
    OrganisationState.APPLIED: frozenset({OrganisationState.ACCEPTED, OrganisationState.DECLINED}),
    OrganisationState.DECLINED: frozenset({OrganisationState.ACCEPTED}),
    OrganisationState.ACCEPTED: frozenset({OrganisationState.SUSPENDED}),
    OrganisationState.SUSPENDED: frozenset({OrganisationState.ACCEPTED}),
}


class WhenSuspended(models.TextChoices):
    """What becomes of something that a company takes part in when the company is suspended."""

    ENDS = "ends", _("Withdrawn at once")
    TOLD = "told", _("Stays, and the candidates are told")
    STAYS = "stays", _("Stays: look at it yourself")


class ContactRight(models.TextChoices):
    """What somebody who speaks for an organisation may do for it. Each includes those before it."""

    READ = "read", _("only reads")
    WRITE = "write", _("writes and answers")
    MANAGE = "manage", _("manages everything")


WRITERS: Final = (ContactRight.WRITE, ContactRight.MANAGE)
"""The rights with which somebody writes for an organisation."""
