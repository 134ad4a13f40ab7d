"""Kinds of events, and the states they go through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    """The types of activity that bring students and companies together."""

    LARGE = "large", _("large event")
    INFORMATION = "information", _("information meeting")
    SEMINAR = "seminar", _("seminar")
    WORKSHOP = "workshop", _("workshop")
    CULTURE = "culture", _("culture and networking")
    DATING = "dating", _("Company Dating")
    VISIT = "visit", _("visit to a company")
    INTRODUCTION = "introduction", _("introduction course")
    CASE = "case", _("case work for a company")
    MENTORING = "mentoring", _("mentoring")
    MEETING_POINT = "meeting_point", _("meeting point for input")


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


class RequestState(TextChoices):
    """How a request for a talk stands. Only one that is asked can be answered; a lapse is no answer."""

    ASKED = "asked", _("waits for an answer")
    ACCEPTED = "accepted", _("agreed to meet")
    DECLINED = "declined", _("not agreed")
    WITHDRAWN = "withdrawn", _("taken back")
    LAPSED = "lapsed", _("was not answered in time")


REQUEST_ANSWERED: Final = (RequestState.ACCEPTED, RequestState.DECLINED)


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


class Audience(TextChoices):
    """Whom an event is for: two for the same people on one day in one town take them from each other."""

    EVERYBODY = "everybody", _("everybody")
    STUDENTS = "students", _("students and graduates")
    COMPANIES = "companies", _("companies")
    PUPILS = "pupils", _("pupils and teachers")


class Tag(TextChoices):
    """What an event is about; it may have several."""

    LABOUR_MARKET = "labour_market", _("labour market")
    CULTURE = "culture", _("culture and everyday life")
    INTRODUCTION = "introduction", _("introduction to the place")
    TECHNOLOGY = "technology", _("technology and science")
    CAREER = "career", _("CV and application")
    LANGUAGE = "language", _("language")
    SOCIAL = "social", _("meeting people")
    START_UP = "start_up", _("start-ups")
    COOPERATION = "cooperation", _("cooperation")
    EVALUATION = "evaluation", _("input and evaluation")


class Holding(TextChoices):
    """How an event is held."""

    PLACE = "place", _("at a place")
    ONLINE = "online", _("online")
    BOTH = "both", _("at a place and online")


class Way(TextChoices):
    """How somebody takes part in it."""

    PLACE = "place", _("in the room")
    ONLINE = "online", _("online")


WAYS: Final[Mapping[str, tuple[Way, ...]]] = {
    Holding.PLACE: (Way.PLACE,),
    Holding.ONLINE: (Way.ONLINE,),
    Holding.BOTH: (Way.PLACE, Way.ONLINE),
}


class PhotoAnswer(TextChoices):
    """Whether photos of somebody may be taken and used. Only a yes that was said is one."""

    NOT_ASKED = "not_asked", _("not asked")
    YES = "yes", _("yes")
    NO = "no", _("no")


class SessionKind(TextChoices):
    TALK = "talk", _("talk")
    WORKSHOP = "workshop", _("workshop")
    FAIR = "fair", _("fair")
    NETWORKING = "networking", _("networking")
    INTRODUCTION = "introduction", _("introduction")
    CULTURE = "culture", _("culture")


class SeatState(TextChoices):
    """How somebody stands to a session with seats of its own. Whose queueing came to nothing has no row any more."""

    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", _("a seat is offered")
    CHOSEN = "chosen", _("has a seat")


SEAT_HELD: Final = (SeatState.OFFERED, SeatState.CHOSEN)
"""Nobody else can have the seat in the session meanwhile."""


class InputAudience(TextChoices):
    """Who is asked by an event's input form."""

    PARTICIPANTS = "participants", _("those who take part")
    PARTNERS = "partners", _("the partners of the programme")
    BOTH = "both", _("those who take part, and the partners")


class DecisionState(TextChoices):
    OPEN = "open", _("to be done")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


class Side(TextChoices):
    """As what somebody comes."""

    STUDENT = "student", _("student or graduate")
    COMPANY = "company", _("from a company")
    GUEST = "guest", _("guest")


class QuestionKind(TextChoices):
    TEXT = "text", _("a text")
    ONE_OF = "one_of", _("one of several answers")
    YES_NO = "yes_no", _("yes or no")


class Grouping(TextChoices):
    """What the groups of a quota are formed by: the column of the registration."""

    SIDE = "side", _("students, companies or guests")
    FIELD = "field", _("field of study")
    COUNTRY = "country", _("country")


class RegistrationState(TextChoices):
    ASKED = "asked", _("waits for approval")
    WAITING = "waiting", _("on the waiting list")
    OFFERED = "offered", _("a seat is offered")
    CONFIRMED = "confirmed", _("has a seat")
    DECLINED = "declined", _("was not approved")
    LAPSED = "lapsed", _("did not take the offered seat in time")
    CANCELLED = "cancelled", _("cancelled")


HOLDS_SEAT: Final = (RegistrationState.OFFERED, RegistrationState.CONFIRMED)
"""Nobody else can have the seat meanwhile."""
STANDS: Final = (RegistrationState.ASKED, RegistrationState.WAITING, *HOLDS_SEAT)
"""Something is still to come of it."""
MAY_BECOME: Final[Mapping[RegistrationState, frozenset[RegistrationState]]] = {
    RegistrationState.ASKED: frozenset(
        {
            RegistrationState.CONFIRMED,
            RegistrationState.WAITING,
            RegistrationState.DECLINED,
            RegistrationState.CANCELLED,
        }
    ),
    RegistrationState.WAITING: frozenset(
        {RegistrationState.OFFERED, RegistrationState.CONFIRMED, RegistrationState.CANCELLED}
    ),
    RegistrationState.OFFERED: frozenset(
        {RegistrationState.CONFIRMED, RegistrationState.LAPSED, RegistrationState.CANCELLED}
    ),
    RegistrationState.CONFIRMED: frozenset({RegistrationState.CANCELLED}),
    RegistrationState.DECLINED: frozenset(),
    RegistrationState.LAPSED: frozenset(),
    RegistrationState.CANCELLED: frozenset(),
}
"""Somebody whose registration came to nothing may register anew, and stands at the end of the queue."""
