"""Kinds of events, and the states they go through."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    LARGE = "large", _("large event")
    INFORMATION = "information", _("information meeting")
    SEMINAR = "seminar", _("seminar")
    WORKSHOP = "workshop", _("workshop")
    CULTURE = "culture", _("culture and networking")
    DATING = "dating", _("Company Dating")
    VISIT = "visit", _("visit to a company")


class EventState(TextChoices):
    DRAFT = "draft", _("draft")
    OPEN = "open", _("open")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


TRANSITIONS: dict[EventState, frozenset[EventState]] = {
    EventState.DRAFT: frozenset({EventState.OPEN, EventState.CANCELLED}),
    EventState.OPEN: frozenset({EventState.HELD, EventState.CANCELLED}),
    EventState.HELD: frozenset(),
    EventState.CANCELLED: frozenset(),
}
