"""
What campaigns came to in a period: tasks by audience, mails, links opened, noes, and applications that came through them.

Nothing in a mail tells us that it was read, or who opened a link: there are no pictures that count, and a link is the
same in every mail and counts openings alone. What is known besides is what mail servers answered, what people chose
afterwards, and which applications somebody said came through a mail.

Openings are shown in steps of five, and only of campaigns that wrote to five people or more: of a mail to two, a single
opening would tell who. A sum is one of such numbers, as in `core.barometer.small_cells`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import BouncedAddress, MailChoice, User, all_rows
from brobygger.apps.opportunities.enums import ApplicationState, Side
from brobygger.apps.outreach.enums import AudienceKind, RecipientState
from brobygger.apps.outreach.models import (
    Campaign,
    CampaignLink,
    CampaignRecipient,
    CampaignTask,
    PlacementDoor,
)
from brobygger.core.barometer.small_cells import THRESHOLD, rounded

if TYPE_CHECKING:
    from brobygger.apps.opportunities.models import Application

AFTERWARDS: Final = dt.timedelta(days=30)
"""So long after a mail an application of a receiver is counted as one that followed it."""


@dataclass(frozen=True, slots=True)
class AudienceTasks:
    """Tasks for one audience that are due in the period."""

    audience: AudienceKind
    tasks: int
    done: int


@dataclass(frozen=True, slots=True)
class LinkOpenings:
    """
    A link in the mails of a campaign, and how often it was opened in the period.

    Args:
        opened: a multiple of five; 0: fewer than five times; None: not shown, for fewer than five people got the mail.
    """

    address: str
    opened: int | None


@dataclass(frozen=True, slots=True)
class CampaignReport:
    """
    One campaign in a period.

    Args:
        mails: recipients by what became of their mail; of mails written in the period.
        bounced: of those sent, addresses from which mail came back afterwards.
        opted_out: of those written to, people who said no to the topic afterwards.
        left_out: by reason, when the campaign was started.
        through_it: applications of which somebody has said that they came through this mail; `placed` of them.
        followed: applications by receivers within `AFTERWARDS` of their mail. The mail need not be the reason.
        audiences: tasks by audience.
        links: those in its mails, as they stand there.
    """

    campaign: Campaign
    mails: Mapping[RecipientState, int]
    bounced: int
    opted_out: int
    left_out: int
    through_it: int
    placed: int
    followed: int
    audiences: tuple[AudienceTasks, ...]
    links: tuple[LinkOpenings, ...]

    @property
    def opened(self) -> int:
        """Times that its links were opened, a sum of what each shows."""
        return sum(one.opened or 0 for one in self.links)

    @property
    def written(self) -> int:
        return sum(
            self.mails[one] for one in (RecipientState.WRITTEN, RecipientState.SENT, RecipientState.FAILED)
        )


def tasks_of(campaign: Campaign) -> QuerySet[CampaignTask]:
    """Those that are still to be done first, the most urgent first."""
    found = CampaignTask.objects.filter(campaign=campaign).select_related("owner", "done_by")
    return found.order_by(F("done_at").asc(nulls_first=True), "due_date", "pk")


def campaign_task_by_id(pk: int) -> CampaignTask | None:
    return CampaignTask.objects.select_related("campaign").filter(pk=pk).first()


def due_campaign_tasks(*, today: dt.date, days: int) -> QuerySet[CampaignTask]:
    """Tasks of campaigns that are due within so many days, or late, the most urgent first."""
    found = CampaignTask.objects.filter(done_at=None, due_date__lte=today + dt.timedelta(days=days))
    return found.select_related("campaign", "owner").order_by("due_date", "pk")


def task_owners() -> QuerySet[User]:
    """Who can do a task of a campaign: those who run the installation."""
    return User.objects.filter(role__in=(Role.MANAGER, Role.SECRETARIAT), is_active=True).order_by("username")


def campaigns_in(
    *, programme_id: int | None = None, since: dt.date | None = None, until: dt.date | None = None
) -> QuerySet[Campaign]:
    """Campaigns that were begun, or have a task that is due, in the period; the latest first."""
    began = Q(started_at__isnull=False, **_between("started_at__date", since, until))
    tasks = CampaignTask.objects.filter(campaign=OuterRef("pk"), **_between("due_date", since, until))
    wrote = CampaignRecipient.objects.filter(campaign=OuterRef("pk"), **_written(since, until))
    found = Campaign.objects.select_related("programme", "sequence").filter(
        began | Exists(tasks) | Exists(wrote)
    )
    if programme_id is not None:
        found = found.filter(programme=programme_id)
    return found.order_by("-created_at", "-pk")


@all_rows()  # their names alone, for whoever may say which door it was
def campaigns_of(application: Application, *, most: int = 20) -> list[Campaign]:
    """Mails to many that may have brought an application: begun before it, of its programme or of all. The latest first."""
    programme = application.opportunity.programme_id
    found = Campaign.objects.filter(started_at__lte=application.created_at)
    return list(found.filter(Q(programme=programme) | Q(programme=None)).order_by("-started_at")[:most])


@all_rows()  # numbers of people: the campaigns are the reader's, what their receivers did is counted
def campaign_reports(
    campaigns: Iterable[Campaign], *, since: dt.date | None = None, until: dt.date | None = None
) -> list[CampaignReport]:
    """What came of campaigns in a period, both days included. A fixed number of queries."""
    wanted = list(campaigns)
    ids = [one.pk for one in wanted]
    recipients = CampaignRecipient.objects.filter(campaign__in=ids, **_written(since, until))
    states = _states(recipients)
    if since is None and until is None:
        for one in wanted:
            states[one.pk].update(one.removed)
    bounced, opted_out, followed = _bounced(recipients), _opted_out(recipients), _followed(recipients)
    came = _came_through(ids, since, until)
    links = _links(wanted, since, until)
    tasks = _tasks_by_audience(ids, since, until)
    return [
        CampaignReport(
            campaign=one,
            mails={state: states[one.pk][state.value] for state in RecipientState},
            bounced=bounced.get(one.pk, 0),
            opted_out=opted_out.get(one.pk, 0),
            left_out=sum(one.left_out.values()),
            through_it=came.get(one.pk, (0, 0))[0],
            placed=came.get(one.pk, (0, 0))[1],
            followed=followed.get(one.pk, 0),
            audiences=tuple(
                AudienceTasks(audience, *tasks.get((one.pk, audience.value), (0, 0)))
                for audience in AudienceKind
            ),
            links=tuple(links.get(one.pk, ())),
        )
        for one in wanted
    ]


def _states(recipients: QuerySet[CampaignRecipient]) -> defaultdict[int, Counter[str]]:
    """By the campaign, what became of its mails."""
    states: defaultdict[int, Counter[str]] = defaultdict(Counter)
    counted = recipients.order_by().values_list("campaign", "state").annotate(number=Count("pk"))
    for pk, state, number in counted:
        states[pk][state] += number
    return states


def _bounced(recipients: QuerySet[CampaignRecipient]) -> dict[int, int]:
    """By the campaign, mails that came back after they were written."""
    back_at = BouncedAddress.objects.filter(address=OuterRef("address")).values("bounced_at")[:1]
    is_back = Q(state=RecipientState.SENT, back_at__gte=F("written_at"))
    return _counts(recipients.annotate(back_at=Subquery(back_at)).filter(is_back))


def _opted_out(recipients: QuerySet[CampaignRecipient]) -> dict[int, int]:
    """By the campaign, those who have wanted no more of its topic since."""
    own = Q(user=OuterRef("user"), user__isnull=False) | Q(address=OuterRef("address"))
    said_no = MailChoice.objects.filter(
        own, topic=OuterRef("campaign__topic"), is_on=False, changed_at__gte=OuterRef("written_at")
    )
    return _counts(recipients.annotate(no=Subquery(said_no.values("pk")[:1])).filter(no__isnull=False))


def _came_through(
    ids: Sequence[int], since: dt.date | None, until: dt.date | None
) -> dict[int, tuple[int, int]]:
    """By the campaign, the applications that came through its door, and those that became placements."""
    doors = PlacementDoor.objects.filter(
        campaign__in=ids, **_between("application__created_at__date", since, until)
    )
    is_placed = Q(application__state=ApplicationState.PLACED)
    counted = doors.order_by().values_list("campaign")
    return {
        pk: (number, placed)
        for pk, number, placed in counted.annotate(number=Count("pk"), placed=Count("pk", filter=is_placed))
    }


def _tasks_by_audience(
    ids: Sequence[int], since: dt.date | None, until: dt.date | None
) -> dict[tuple[int, str], tuple[int, int]]:
    """By the campaign and audience, its tasks and those done."""
    tasks = CampaignTask.objects.filter(campaign__in=ids, **_between("due_date", since, until))
    counted = tasks.order_by().values_list("campaign", "audience")
    return {
        (pk, audience): (number, done)
        for pk, audience, number, done in counted.annotate(
            number=Count("pk"), done=Count("pk", filter=Q(done_at__isnull=False))
        )
    }


def _links(
    campaigns: Iterable[Campaign], since: dt.date | None, until: dt.date | None
) -> dict[int, list[LinkOpenings]]:
    """By the campaign, its links and their openings. Two queries."""
    wanted = {one.pk: one for one in campaigns}
    in_period = Q(**_between("openings__day", since, until))
    rows = CampaignLink.objects.filter(campaign__in=wanted).annotate(
        times=Sum("openings__count", filter=in_period)
    )
    reached = dict(
        CampaignRecipient.objects.filter(campaign__in=wanted, written_at__isnull=False)
        .order_by()
        .values_list("campaign")
        .annotate(number=Count("pk"))
    )
    found: dict[int, list[LinkOpenings]] = defaultdict(list)
    for one in rows.order_by("campaign", "pk"):
        people = reached.get(one.campaign_id, 0) + sum(wanted[one.campaign_id].removed.values())
        times = rounded(one.times or 0) if people >= THRESHOLD else None
        found[one.campaign_id].append(LinkOpenings(one.address, times))
    return found


def _followed(recipients: QuerySet[CampaignRecipient]) -> dict[int, int]:
    """Applications by receivers who log in, so many days after their mail. One query."""
    rows = recipients.filter(
        state=RecipientState.SENT,
        user__candidate__applications__begun_by=Side.CANDIDATE,
        user__candidate__applications__created_at__gte=F("written_at"),
        user__candidate__applications__created_at__lte=F("written_at") + AFTERWARDS,
    )
    counted = (
        rows.order_by()
        .values_list("campaign")
        .annotate(number=Count("user__candidate__applications", distinct=True))
    )
    return dict(counted)


def _counts(rows: QuerySet[CampaignRecipient]) -> dict[int, int]:
    return dict(rows.order_by().values_list("campaign").annotate(number=Count("pk")))


def _written(since: dt.date | None, until: dt.date | None) -> dict[str, dt.date]:
    return _between("written_at__date", since, until)


def _between(column: str, since: dt.date | None, until: dt.date | None) -> dict[str, dt.date]:
    bounds = {f"{column}__gte": since, f"{column}__lte": until}
    return {name: day for name, day in bounds.items() if day is not None}
