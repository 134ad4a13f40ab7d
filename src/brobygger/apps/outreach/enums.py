"""What mails to many go through, who spreads the word, and at which schools."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CampaignState(TextChoices):
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


class RecipientState(TextChoices):
    WAITING = "waiting", _("waits")
    WRITTEN = "written", _("on its way")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be sent")
    SKIPPED = "skipped", _("no longer wanted, or the address takes no mail")


class LeftOut(TextChoices):
    """Why somebody of a segment gets no mail; the first that holds is told."""

    NO_ADDRESS = "no_address", _("no address")
    BOUNCED = "bounced", _("mail to the address came back")
    OPTED_OUT = "opted_out", _("wants no mails of this topic")
    NO_BASIS = "no_basis", _("no lawful basis")


class StudyLevel(TextChoices):
    BACHELOR = "bachelor", _("bachelor")
    MASTER = "master", _("master")
    DOCTORATE = "doctorate", _("doctorate")
    EXCHANGE = "exchange", _("exchange")


class Track(TextChoices):
    """What a series of mails tells."""

    WELCOME = "welcome", _("welcome")
    INTRODUCTION = "introduction", _("introduction at the start of studies")
    LABOUR_MARKET = "labour_market", _("the labour market")
    CULTURE = "culture", _("culture")


class Anchor(TextChoices):
    """The day from which a series of mails counts its days."""

    ADMISSION = "admission", _("the day of each student's admission")
    STUDY_START = "study_start", _("the start of studies")


class AgentKind(TextChoices):
    CAREER_AGENT = "career_agent", _("Career Agent")
    AMBASSADOR = "ambassador", _("technology ambassador")


class SchoolLevel(TextChoices):
    PRIMARY = "primary", _("primary school")
    LOWER_SECONDARY = "lower_secondary", _("lower secondary school")
    UPPER_SECONDARY = "upper_secondary", _("upper secondary school")
    VOCATIONAL = "vocational", _("vocational school")
    HIGHER = "higher", _("higher education")


class BookingState(TextChoices):
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
