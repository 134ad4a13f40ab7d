"""Kinds of programme, how organisations join one, what leads share out, and what an import does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeKind(models.TextChoices):
    INTERNSHIP_PROGRAMME = "internship", _("internship programme")
    TALENT_ATTRACTION = "talent", _("talent attraction")
    NATIONAL_PACT = "national_pact", _("national technology pact")
    REGIONAL_PACT = "regional_pact", _("regional technology pact")
    CROSS_BORDER = "cross_border", _("cross-border cooperation")


class ErasedKind(models.TextChoices):
    """What is counted when it is erased."""

    CANDIDATE = "candidate", _("candidates")
    APPLICATION = "application", _("applications")
    OUTCOME = "outcome", _("outcomes")
    PLACEMENT = "placement", _("placements")
    FOLLOW_UP = "follow_up", _("answers to a follow-up")


class ImportKind(models.TextChoices):
    """What a table holds."""

    ORGANISATIONS = "organisations", _("organisations")
    CANDIDATES = "candidates", _("candidates")


class RowState(models.TextChoices):
    """What an import does with a row."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    UNCHANGED = "unchanged", _("unchanged")
    REFUSED = "refused", _("left out")


class Duty(models.TextChoices):
    """What joint controllers share out among them (GDPR articles 12–22, 26, 30, 32–35, 44)."""

    INFORMATION = "information", _("tell people what is kept and why (articles 13 and 14)")
    CONTACT_POINT = "contact_point", _("be the contact point for people (article 26)")
    REQUESTS = "requests", _("answer requests for access, correction, erasure and objection (articles 15–22)")
    CONSENT = "consent", _("ask for consents and keep proof of them (article 7)")
    BREACHES = "breaches", _("report breaches to the authority and to people (articles 33 and 34)")
    SECURITY = "security", _("keep the data safe (article 32)")
    RETENTION = "retention", _("erase in time, and archive where the law asks for it (article 5)")
    RECORD = "record", _("keep the record of processing (article 30)")
    ASSESSMENT = "assessment", _("assess the impact before something new begins (article 35)")
    PROCESSORS = "processors", _("choose processors and agree with them (article 28)")
    TRANSFERS = "transfers", _("see to transfers to countries outside the EEA (article 44)")


class ProspectState(models.TextChoices):
    """How far it has come with an organisation that might join a programme."""

    PROSPECTIVE = "prospective", _("prospective")
    INVITED = "invited", _("invited")
    TALKING = "talking", _("in talks")
    WILLING = "willing", _("said yes, waits to be confirmed")
    JOINED = "joined", _("joined")
    DECLINED = "declined", _("declined")


PROSPECT_TRANSITIONS: Final[Mapping[ProspectState, frozenset[ProspectState]]] = {
    ProspectState.PROSPECTIVE: frozenset(
        {ProspectState.INVITED, ProspectState.TALKING, ProspectState.WILLING, ProspectState.DECLINED}
    ),
    ProspectState.INVITED: frozenset(
        {ProspectState.INVITED, ProspectState.TALKING, ProspectState.WILLING, ProspectState.DECLINED}
    ),
    ProspectState.TALKING: frozenset({ProspectState.INVITED, ProspectState.WILLING, ProspectState.DECLINED}),
    ProspectState.WILLING: frozenset({ProspectState.TALKING, ProspectState.JOINED, ProspectState.DECLINED}),
    ProspectState.JOINED: frozenset(),
    ProspectState.DECLINED: frozenset({ProspectState.PROSPECTIVE, ProspectState.TALKING}),
}
UNDER_WAY: Final = (
    ProspectState.PROSPECTIVE,
    ProspectState.INVITED,
    ProspectState.TALKING,
    ProspectState.WILLING,
)


class PartnerRight(models.TextChoices):
    """With which rights an organisation joins a programme."""

    MEMBER = "member", _("takes part: offers places and comes to events")
    PARTNER = "partner", _("partner: sees the programme's records")
    LEAD = "lead", _("lead: runs the programme together with the others")


class WriteBasis(models.TextChoices):
    """Why an invitation may be mailed to somebody who is no user: the law asks for more than an address."""

    AGREED = "agreed", _("the person said that we may write")
    OFFICIAL = "official", _("the address is published for inquiries like this one")
    KNOWN = "known", _("we work together already")


class InvitationAnswer(models.TextChoices):
    YES = "yes", _("Yes, we would like to join")
    TALK = "talk", _("Talk to us first")
    NO = "no", _("No, thank you")


class ExchangeKind(models.TextChoices):
    """How knowledge went from one organisation to another."""

    VISIT = "visit", _("visit")
    SEMINAR = "seminar", _("seminar")
    MATERIAL = "material", _("material")
    STAFF = "staff", _("exchange of staff")
    PAPER = "paper", _("joint paper")
    TEACHING = "teaching", _("teaching")
    PROJECT = "project", _("joint project")
    OTHER = "other", _("something else")
