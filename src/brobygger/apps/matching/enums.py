"""States of a match run and of a proposal of weights; how far a pair came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchRunState(models.TextChoices):
    """Of each scope (one programme, or all) one run is current; the earlier ones are history."""

    CURRENT = "current", _("current")
    SUPERSEDED = "superseded", _("superseded")


TRANSITIONS: Final[Mapping[MatchRunState, frozenset[MatchRunState]]] = {
    MatchRunState.CURRENT: frozenset({MatchRunState.SUPERSEDED}),
    MatchRunState.SUPERSEDED: frozenset(),
}


class OutcomeStage(models.TextChoices):
    """The furthest that a candidate came with an opportunity; the names of `core.matching.Stage`."""

    REJECTED = "rejected", _("rejected")
    INVITED = "invited", _("invited")
    DATED_AGAIN = "dated_again", _("dated again")
    HIRED = "hired", _("hired")


class ProposalState(models.TextChoices):
    """Of each programme one proposal is open at most; a newer one takes the place of an open one."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    SUPERSEDED = "superseded", _("superseded")


PROPOSAL_TRANSITIONS: Final[Mapping[ProposalState, frozenset[ProposalState]]] = {
    ProposalState.OPEN: frozenset({ProposalState.ACCEPTED, ProposalState.DECLINED, ProposalState.SUPERSEDED}),
    ProposalState.ACCEPTED: frozenset(),
    ProposalState.DECLINED: frozenset(),
    ProposalState.SUPERSEDED: frozenset(),
}


class BrochureDimension(models.TextChoices):
    """What the talent brochure counts."""

    FIELD = "field", _("Fields of study")
    SKILL = "skill", _("Skills")
    LANGUAGE = "language", _("Languages")
    MARKET = "market", _("Markets that somebody knows")
