"""Reads of mails to many: the campaigns, what came of each, and what is due."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.outreach.enums import Anchor, CampaignState, RecipientState
from brobygger.apps.outreach.models import Campaign, CampaignLink, CampaignRecipient, MailSequence, Student

MINUTE = dt.timedelta(minutes=1)
LATE_DAYS = 14
"""A mail of a series is not sent to somebody whose day for it lies further back."""


@dataclass(frozen=True, slots=True)
class Progress:
    """
    How far a campaign is: recipients by state, kept and removed ones together.

    Args:
        again: how many of those on their way failed at least once, and will be tried again.
    """

    states: Mapping[RecipientState, int]
    again: int = 0

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def is_over(self) -> bool:
        return not self.states[RecipientState.WAITING] and not self.states[RecipientState.WRITTEN]


def campaigns() -> QuerySet[Campaign]:
    """The latest first, with programme and series, and how many recipients are kept."""
    return (
        Campaign.objects.select_related("programme", "sequence")
        .annotate(kept=Count("recipients"))
        .order_by("-created_at", "-pk")
    )


def campaign_by_id(pk: int) -> Campaign | None:
    return Campaign.objects.select_related("programme", "sequence").filter(pk=pk).first()


def campaign_link_by_code(code: str) -> CampaignLink | None:
    """Whoever has the code may go where it leads: it stands in a mail."""
    with all_rows():  # a visitor
        return CampaignLink.objects.filter(code=code).first()


def progress_of(campaign: Campaign) -> Progress:
    """Two queries."""
    rows = CampaignRecipient.objects.filter(campaign=campaign)
    counts = Counter(dict(rows.order_by().values_list("state").annotate(number=Count("pk"))))
    counts.update(campaign.removed)
    again = rows.filter(state=RecipientState.WRITTEN, message__attempts__gte=1, message__sent_at=None)
    return Progress({state: counts[state.value] for state in RecipientState}, again.count())


def failures_of(campaign: Campaign) -> list[tuple[str, str]]:
    """(address, what the mail server said) of those whom the mail could not reach."""
    rows = CampaignRecipient.objects.filter(campaign=campaign, state=RecipientState.FAILED)
    return list(rows.values_list("address", "message__failure")[:200])


def running_campaigns() -> QuerySet[Campaign]:
    return Campaign.objects.filter(state=CampaignState.RUNNING).order_by("started_at", "pk")


def allowance(campaign: Campaign, *, at: dt.datetime) -> int:
    """
    How many mails of a campaign may be written now, so that no more than `per_minute` go out in any minute.

    What was written in the last minute counts, and what the mail server has not taken yet: while it is away nothing
    piles up that would go out at once when it is back.
    """
    rows = CampaignRecipient.objects.filter(campaign=campaign)
    is_open = Q(state=RecipientState.WRITTEN, message__sent_at=None, message__attempts=0)
    taken = rows.filter(Q(written_at__gt=at - MINUTE) | is_open).count()
    return max(0, campaign.per_minute - taken)


def waiting_of(campaign: Campaign) -> QuerySet[CampaignRecipient]:
    return CampaignRecipient.objects.filter(campaign=campaign, state=RecipientState.WAITING).order_by("pk")


def is_anything_waiting() -> bool:
    """Whether a running campaign has recipients to whom nothing has been written yet."""
    running = Q(campaign__state=CampaignState.RUNNING)
    return CampaignRecipient.objects.filter(running, state=RecipientState.WAITING).exists()


def unsettled() -> QuerySet[CampaignRecipient]:
    """Recipients of whose mail it has become known what came of it."""
    settled = (
        Q(message__sent_at__isnull=False) | Q(message__failed_at__isnull=False) | Q(message__is_kept=True)
    )
    return CampaignRecipient.objects.filter(settled, state=RecipientState.WRITTEN).select_related("message")


def sequences() -> QuerySet[MailSequence]:
    """All series with their mails in the order of their days. Two queries."""
    return MailSequence.objects.select_related("programme").prefetch_related("campaigns")


def sequence_by_id(pk: int) -> MailSequence | None:
    return MailSequence.objects.select_related("programme").filter(pk=pk).first()


def due_students(sequence: MailSequence, day_offset: int, *, at: dt.datetime) -> QuerySet[Student]:
    """The students of an intake whose day for a mail has come, and came no more than `LATE_DAYS` ago."""
    today = at.date()
    latest = today - dt.timedelta(days=day_offset)
    earliest = latest - dt.timedelta(days=LATE_DAYS)
    students = Student.objects.filter(programme=sequence.programme_id, intake=sequence.intake)
    if sequence.anchor == Anchor.ADMISSION:
        return students.filter(admitted_on__lte=latest, admitted_on__gte=earliest)
    start = sequence.study_start
    return students if start is not None and earliest <= start <= latest else students.none()


def students() -> QuerySet[Student]:
    return Student.objects.select_related("programme")
