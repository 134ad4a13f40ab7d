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


# --- the Company Dating evening ---


class WishSide(TextChoices):
    """Whose wish it is."""

    STUDENT = "student", _("candidate")
    COMPANY = "company", _("company")


class WishOrigin(TextChoices):
    """Where a wish comes from. One that was taken away stays, so that it is not suggested again; it counts nothing."""

    SAID = "said", _("said")
    SUGGESTED = "suggested", _("suggested by the matching")
    DISMISSED = "dismissed", _("suggested, and taken away")


class RuleKind(TextChoices):
    MUST = "must", _("must meet")
    NEVER = "never", _("must never meet")


class DayPresence(TextChoices):
    """Who is there on the evening. Of whom nothing is said, nothing is known yet."""

    PRESENT = "present", _("here")
    LATE = "late", _("comes late")
    ABSENT = "absent", _("not here")
    LEFT = "left", _("left early")
    WALK_IN = "walk_in", _("came unannounced")


class TalkAnswer(TextChoices):
    YES = "yes", _("yes, we should go on")
    NO = "no", _("no, thank you")


class LeadState(TextChoices):
    """What a company made of a mutual yes. With an application, the application tells."""

    OPEN = "open", _("waits for the company")
    ANSWERED = "answered", _("answered")


# --- how the planner calls who takes part: keys, which name nobody ---


def student_key(pk: int) -> str:
    return f"student-{pk}"


def company_key(pk: int) -> str:
    return f"company-{pk}"
