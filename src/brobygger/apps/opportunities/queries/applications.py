"""Reads of applications, and how well organisations keep their promise to answer."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, all_rows
from brobygger.apps.opportunities.enums import (
    APPLICATION_TRANSITIONS,
    AWAITS_ORGANISATION,
    NAMES_THE_CANDIDATE,
    SAYS_NO_NAME,
    ApplicationState,
    Side,
)
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.organisations.models import Contact, Organisation
from brobygger.apps.people.queries import name_of
from brobygger.apps.programmes.models import Partnership
from brobygger.core.barometer.small_cells import THRESHOLD

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models.application import ApplicationQuerySet
    from brobygger.apps.people.models import Candidate


FEWEST_DUE: Final = THRESHOLD  # answers from which on a share is shown to everybody


@dataclass(frozen=True, slots=True)
class ReplyFigures:
    """
    How an organisation answers.

    Args:
        due: applications whose answer was given, or promised for a day that is over.
        in_time: those of them that were answered by the promised day.
        waiting: applications that wait for an answer now.
        overdue: those of them whose promised day is over.
        median_days: from application to answer; None where fewer than `FEWEST_DUE` were due.
    """

    due: int
    in_time: int
    waiting: int
    overdue: int
    median_days: float | None

    @property
    def percent(self) -> int | None:
        """Share of answers in time; None where fewer than `FEWEST_DUE` were due: it would tell of single people."""
        return round(100 * self.in_time / self.due) if self.due >= FEWEST_DUE else None


@dataclass(frozen=True, slots=True)
class ApplicationFilter:
    """
    What a list of applications is narrowed to.

    Args:
        opportunity: id; None: any.
        state: empty: any.
        awaits_answer: whether the organisation owes an answer; None: either.
    """

    opportunity: int | None = None
    state: str = ""
    awaits_answer: bool | None = None


def application_list(user: User, chosen: ApplicationFilter) -> QuerySet[Application]:
    """The applications that a user may see: those that wait for an answer first, the oldest first."""
    found = _seen_by(user)
    if chosen.opportunity is not None:
        found = found.filter(opportunity=chosen.opportunity)
    if chosen.state:
        found = found.filter(state=chosen.state)
    if chosen.awaits_answer is not None:
        owed = Q(state=AWAITS_ORGANISATION)
        found = found.filter(owed if chosen.awaits_answer else ~owed)
    return _most_urgent_first(found)


def application_by_id(pk: int) -> Application | None:
    """An application in the visitor's scope, with both sides; the caller asks the rules who may see it."""
    return _with_sides(Application.objects.all()).filter(pk=pk).first()


def applications_for(opportunity: Opportunity) -> QuerySet[Application]:
    """Who applied for an opportunity or was invited: those that wait for an answer first, the oldest first."""
    return _most_urgent_first(Application.objects.filter(opportunity=opportunity))


def applications_of(candidate: Candidate) -> QuerySet[Application]:
    """A candidate's applications and invitations, latest first."""
    return _with_sides(Application.objects.filter(candidate=candidate)).order_by("-changed_at", "-pk")


def organisations_that_saw(candidate: Candidate, *, since: dt.datetime) -> list[str]:
    """
    Names of the organisations that saw who a candidate is, also of those it was withdrawn from. Two queries.

    Left out are those that answered before `since`, and invitations that ended before the candidate took them.
    """
    saw = NAMES_THE_CANDIDATE | {ApplicationState.WITHDRAWN}
    found = [
        one
        for one in applications_of(candidate)
        if one.state in saw and (one.answered_at is None or one.answered_at >= since)
    ]
    label, ids = Application._meta.label, [str(one.pk) for one in found if one.begun_by == Side.ORGANISATION]
    entries = AuditEntry.objects.filter(
        subject_type=label, subject_id__in=ids, action="opportunities.take_invitation_back"
    )
    untaken = set(entries.order_by().values_list("subject_id", flat=True))
    return sorted(
        {
            one.opportunity.organisation.name
            for one in found
            if one.state != ApplicationState.WITHDRAWN or str(one.pk) not in untaken
        }
    )


def application_of_pair(candidate: Candidate, opportunity: Opportunity) -> Application | None:
    return Application.objects.filter(candidate=candidate, opportunity=opportunity).first()


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """An organisation that nobody would manage any more, and how many applications wait for its answer."""

    organisation: Organisation
    waiting: int


def left_alone_by(user: User) -> list[LeftAlone]:
    """The organisations that nobody but this user manages, by name. Two queries."""
    with all_rows():  # the colleagues of whoever leaves, whatever that one sees
        others = Contact.objects.filter(
            organisation=OuterRef("pk"), right=ContactRight.MANAGE, user__is_active=True
        ).exclude(user=user)
        found = list(
            Organisation.objects.filter(contact_rights__user=user, contact_rights__right=ContactRight.MANAGE)
            .exclude(Exists(others))
            .order_by("name", "pk")
        )
        waiting = Counter(
            Application.objects.awaiting_answer()
            .filter(opportunity__organisation__in=found)
            .values_list("opportunity__organisation", flat=True)
        )
    return [LeftAlone(one, waiting[one.pk]) for one in found]


def owed_answers(user: User) -> QuerySet[Application]:
    """The answers that organisations owe, as far as a user may see the applications, the most urgent first."""
    return _with_sides(_seen_by(user).awaiting_answer()).order_by("answer_due_date", "pk")


def overdue_answers(user: User, day: dt.date) -> QuerySet[Application]:
    """The same, of those that were promised for a day before `day`."""
    return owed_answers(user).filter(answer_due_date__lt=day)


def reply_figures(organisation: Organisation, *, day: dt.date) -> ReplyFigures:
    """
    How an organisation has answered so far, over all of its opportunities and whoever asks. One query.

    Numbers of everybody's applications: a candidate sees how the others were answered too, and nobody's row.
    """
    with all_rows():
        rows = list(
            Application.objects.filter(
                opportunity__organisation=organisation, answer_due_date__isnull=False
            ).values_list("state", "created_at", "answer_due_date", "answered_at")
        )
    due = in_time = waiting = overdue = 0
    took = []
    for state, created_at, due_date, answered_at in rows:
        if due_date is None:
            continue
        if answered_at:
            due, in_time = due + 1, in_time + (answered_at.date() <= due_date)
            took.append((answered_at - created_at).total_seconds() / 86400)
        elif state == AWAITS_ORGANISATION:
            waiting += 1
            if due_date < day:
                due, overdue = due + 1, overdue + 1
    days = round(median(took), 1) if took and due >= FEWEST_DUE else None
    return ReplyFigures(due, in_time, waiting, overdue, days)


def next_steps(application: Application, side: Side) -> frozenset[ApplicationState]:
    """Where a side may move an application from where it stands."""
    return APPLICATION_TRANSITIONS[ApplicationState(application.state)].get(side, frozenset())


def steps_of(application: Application, user: User) -> frozenset[ApplicationState]:
    """Where a user may move an application from where it stands: as its candidate, or as who answers it."""
    if application.candidate.user_id == user.pk:
        return next_steps(application, Side.CANDIDATE)
    if user.has_perm("opportunities.answer_application", application):
        return next_steps(application, Side.ORGANISATION)
    return frozenset()


def shared_name(application: Application) -> str:
    """The candidate's name as the organisation sees it; empty where it sees the alias."""
    return name_of(application.candidate) if application.is_shared else ""


def shows_message(application: Application, user: User) -> bool:
    """Whether a user reads what the candidate wrote: somebody who may not know the name reads only what names nobody."""
    is_own = application.candidate.user_id == user.pk
    return is_own or application.is_shared or application.state in SAYS_NO_NAME


def _seen_by(user: User) -> ApplicationQuerySet:
    """`opportunities.view_application` for many at once."""
    found = Application.objects.all()
    if user.is_superuser or user.role in (Role.MANAGER, Role.SECRETARIAT):
        return found
    if user.role in (Role.COMPANY, Role.CANDIDATE):
        return found  # their own: others are not in their scope
    if user.role != Role.PARTNER:
        return found.none()
    led = Partnership.objects.filter(organisation__contacts=user, is_lead=True)
    return found.filter(opportunity__programme__in=led.order_by().values("programme"))


def _with_sides(found: QuerySet[Application]) -> QuerySet[Application]:
    return found.select_related(
        "candidate",
        "candidate__identity",
        "opportunity",
        "opportunity__organisation",
        "opportunity__programme",
    ).defer("opportunity__text", "opportunity__passages")


def _most_urgent_first(found: QuerySet[Application]) -> QuerySet[Application]:
    waiting_first = Case(When(state=AWAITS_ORGANISATION, then=Value(0)), default=Value(1))
    return _with_sides(found).order_by(waiting_first, "answer_due_date", "-changed_at", "pk")
