"""Sides and states of an agreement, states of a placement, and why one ends early."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgreementSide(models.TextChoices):
    """Who has to say yes."""

    CANDIDATE = "candidate", _("the candidate")
    ORGANISATION = "organisation", _("the company")
    INSTITUTION = "institution", _("the university")


class AgreementState(models.TextChoices):
    WAITING = "waiting", _("waits for a yes")
    AGREED = "agreed", _("agreed by all sides")
    DECLINED = "declined", _("declined")


class AcceptedWay(models.TextChoices):
    """How a side said yes."""

    PAGE = "page", _("on the page")
    LINK = "link", _("with the link of a mail")
    PAPER = "paper", _("on paper")


class PayPer(models.TextChoices):
    MONTH = "month", _("a month")
    HOUR = "hour", _("an hour")
    WHOLE = "whole", _("for all of it")


class PlacementState(models.TextChoices):
    PLANNED = "planned", _("planned")
    RUNNING = "running", _("running")
    COMPLETED = "completed", _("completed")
    BROKEN_OFF = "broken_off", _("broken off")


PLACEMENT_TRANSITIONS: Final[Mapping[PlacementState, frozenset[PlacementState]]] = {
    PlacementState.PLANNED: frozenset({PlacementState.RUNNING, PlacementState.BROKEN_OFF}),
    PlacementState.RUNNING: frozenset({PlacementState.COMPLETED, PlacementState.BROKEN_OFF}),
    PlacementState.COMPLETED: frozenset(),
    PlacementState.BROKEN_OFF: frozenset(),
}
GOING_ON: Final = (PlacementState.PLANNED, PlacementState.RUNNING)


class BreakReason(models.TextChoices):
    """Why a placement was broken off. None asks about health, faith or family: “personal reasons” is enough."""

    FOUND_OTHER = "found_other", _("found something else")
    STUDIES = "studies", _("the studies come first")
    TASKS = "tasks", _("the tasks were others than agreed")
    SKILLS = "skills", _("other skills were needed")
    GUIDANCE = "guidance", _("nobody had time to guide")
    COMPANY = "company", _("the company could not go on")
    WORK_RIGHT = "work_right", _("the right to work in the country")
    MOVED = "moved", _("moved away")
    NEVER_BEGAN = "never_began", _("it never began")
    PERSONAL = "personal", _("personal reasons")
    OTHER = "other", _("something else")
