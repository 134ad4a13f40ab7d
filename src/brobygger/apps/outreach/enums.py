"""The words of the outreach: calls, visits, doors, channels; mails to many with their tasks, agents and schools."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class TableKind(models.TextChoices):
    """What an uploaded table holds."""

    REGISTER = "register", _("extract of a company register")
    VISITS = "visits", _("visits of the past")
    READINGS = "readings", _("figures of channels")


class Exclusion(models.TextChoices):
    """`core.targeting.Exclusion` in words: why a company is left out of a target list."""

    NO_CALL = "no_call", _("has asked not to be called")
    PROTECTED = "protected", _("is protected from advertising in the register")
    CLOSED = "closed", _("is closed or bankrupt")
    PARTNER = "partner", _("takes part in the programme already")
    RECENTLY_VISITED = "recently_visited", _("was visited in the last two years")
    IN_A_BATCH = "in_a_batch", _("is in a batch that is being called")
    TOO_SMALL = "too_small", _("is smaller than the list wants")
    TOO_LARGE = "too_large", _("is larger than the list wants")
    OTHER_REGION = "other_region", _("lies in another place")
    OTHER_INDUSTRY = "other_industry", _("is of another industry")


class CallState(models.TextChoices):
    """What the latest attempt came to."""

    TO_CALL = "to_call", _("to be called")
    NO_ANSWER = "no_answer", _("nobody answered")
    CALL_BACK = "call_back", _("call back later")
    SEND_MATERIAL = "send_material", _("wants to read something first")
    BOOKED = "booked", _("a visit is booked")
    NOT_INTERESTED = "not_interested", _("not interested")
    NO_CALL = "no_call", _("never call again")
    UNREACHABLE = "unreachable", _("wrong number, or closed")


OUTCOMES: Final = (
    CallState.NO_ANSWER,
    CallState.CALL_BACK,
    CallState.SEND_MATERIAL,
    CallState.NOT_INTERESTED,
    CallState.NO_CALL,
    CallState.UNREACHABLE,
)
"""What an attempt may come to; a visit is booked by choosing its time."""
STILL_TO_CALL: Final = frozenset(
    {CallState.TO_CALL, CallState.NO_ANSWER, CallState.CALL_BACK, CallState.SEND_MATERIAL}
)


class VisitState(models.TextChoices):
    PLANNED = "planned", _("planned")
    DONE = "done", _("done")
    CANCELLED = "cancelled", _("cancelled")


class Awareness(models.TextChoices):
    """What a company knows of what foreign students offer."""

    UNKNOWN = "unknown", _("we do not know")
    UNAWARE = "unaware", _("has not heard of it")
    HEARD = "heard", _("has heard of it")
    KNOWS = "knows", _("knows what students offer")
    TRIES = "tries", _("wants to try")
    EXPERIENCED = "experienced", _("has had foreign students")


class Door(models.TextChoices):
    """What brought a student and a company together."""

    VISIT = "visit", _("a visit to the company")
    EVENT = "event", _("an event")
    AGENT = "agent", _("a career agent or an ambassador")
    AD = "ad", _("an ad")
    MATCH = "match", _("a match in the product")
    CAMPAIGN = "campaign", _("a mail to many")
    OTHER = "other", _("something else")


class ChannelKind(models.TextChoices):
    """Where a programme is heard or read."""

    NEWSLETTER = "newsletter", _("newsletter")
    SOCIAL = "social", _("page in a social network")
    WEBSITE = "website", _("web page")
    POSTER = "poster", _("poster or leaflet")
    PRESS = "press", _("press")
    EVENT = "event", _("stand or fair")
    OTHER = "other", _("something else")


class Measure(models.TextChoices):
    """What is counted of a channel. A stock stands at a figure; the others are counts since the reading before."""

    FOLLOWERS = "followers", _("followers")
    SUBSCRIBERS = "subscribers", _("subscribers")
    REACH = "reach", _("people reached")
    VIEWS = "views", _("times shown")
    CLICKS = "clicks", _("clicks")
    REACTIONS = "reactions", _("reactions")
    COPIES = "copies", _("copies given out")

    @property
    def is_stock(self) -> bool:
        return self in {Measure.FOLLOWERS, Measure.SUBSCRIBERS}


class ReadingWarning(models.TextChoices):
    """What makes a figure worth a second look."""

    FALL = "fall", _("lower than the time before")
    CLICKS_ABOVE_VIEWS = (
        "clicks_above_views",
        _("more clicks than times shown on the same day: one of the two is wrong"),
    )


class AudienceKind(models.TextChoices):
    """Whom a task of a campaign is meant for."""

    STUDENTS = "students", _("students")
    FACULTY = "faculty", _("teachers and researchers")
    COMPANIES = "companies", _("companies")


class GrantPurpose(models.TextChoices):
    EXTEND = "extend", _("to extend the programme")
    ANCHOR = "anchor", _("to anchor it where it will stay")
    RUN = "run", _("to run it")


class GrantState(models.TextChoices):
    APPLIED = "applied", _("applied for")
    GRANTED = "granted", _("granted")
    DECLINED = "declined", _("declined")
    ENDED = "ended", _("ended")


class CampaignState(models.TextChoices):
    DRAFT = "draft", _("draft")
    RUNNING = "running", _("being sent")
    PAUSED = "paused", _("paused")
    DONE = "done", _("sent")
    STOPPED = "stopped", _("stopped")


CAMPAIGN_TRANSITIONS: dict[CampaignState, frozenset[CampaignState]] = {
    CampaignState.DRAFT: frozenset({CampaignState.RUNNING}),
    CampaignState.RUNNING: frozenset({CampaignState.PAUSED, CampaignState.STOPPED, CampaignState.DONE}),
    CampaignState.PAUSED: frozenset({CampaignState.RUNNING, CampaignState.STOPPED}),
    CampaignState.DONE: frozenset(),
    CampaignState.STOPPED: frozenset(),
}


class RecipientState(models.TextChoices):
    WAITING = "waiting", _("waits")
    WRITTEN = "written", _("on its way")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be sent")
    SKIPPED = "skipped", _("no longer wanted, or the address takes no mail")


class LeftOut(models.TextChoices):
    """Why somebody of a segment gets no mail; the first that holds is told."""

    NO_ADDRESS = "no_address", _("no address")
    BOUNCED = "bounced", _("mail to the address came back")
    NO_MAIL = "no_mail", _("has said no to mail")
    OPTED_OUT = "opted_out", _("wants no mails of this topic")
    NO_BASIS = "no_basis", _("no lawful basis")


class StudyLevel(models.TextChoices):
    BACHELOR = "bachelor", _("bachelor")
    MASTER = "master", _("master")
    DOCTORATE = "doctorate", _("doctorate")
    EXCHANGE = "exchange", _("exchange")


class Track(models.TextChoices):
    """What a series of mails tells."""

    WELCOME = "welcome", _("welcome")
    INTRODUCTION = "introduction", _("introduction at the start of studies")
    LABOUR_MARKET = "labour_market", _("the labour market")
    CULTURE = "culture", _("culture")


class Anchor(models.TextChoices):
    """The day from which a series of mails counts its days."""

    ADMISSION = "admission", _("the day of each student's admission")
    STUDY_START = "study_start", _("the start of studies")


class AgentKind(models.TextChoices):
    CAREER_AGENT = "career_agent", _("Career Agent")
    AMBASSADOR = "ambassador", _("technology ambassador")


class SchoolLevel(models.TextChoices):
    PRIMARY = "primary", _("primary school")
    LOWER_SECONDARY = "lower_secondary", _("lower secondary school")
    UPPER_SECONDARY = "upper_secondary", _("upper secondary school")
    VOCATIONAL = "vocational", _("vocational school")
    HIGHER = "higher", _("higher education")


class BookingState(models.TextChoices):
    ASKED = "asked", _("asked for")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    HELD = "held", _("held")


BOOKING_TRANSITIONS: dict[BookingState, frozenset[BookingState]] = {
    BookingState.ASKED: frozenset({BookingState.ACCEPTED, BookingState.DECLINED}),
    BookingState.ACCEPTED: frozenset({BookingState.HELD, BookingState.DECLINED}),
    BookingState.DECLINED: frozenset(),
    BookingState.HELD: frozenset(),
}
