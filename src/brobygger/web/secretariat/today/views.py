"""What is due today, for those who run a programme: each line says how many, shows the most urgent, and leads there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.base.enums import MailState
from brobygger.apps.base.queries import messages_for
from brobygger.apps.effects.queries import by_hand
from brobygger.apps.events.queries import due_decisions, evenings_to_note, evenings_to_repair
from brobygger.apps.events.queries.overdue import overdue_leads
from brobygger.apps.matching.queries import needs_new_run, runs_to_acknowledge
from brobygger.apps.opportunities.queries import (
    closing_soon,
    open_reports,
    overdue_answers,
    owed_answers,
    waiting_for_approval,
)
from brobygger.apps.organisations.queries import waiting_organisations
from brobygger.apps.outreach.queries import (
    due_campaign_tasks,
    due_conditions,
    due_steps,
    ending_grants,
    visits_to_write,
)
from brobygger.apps.placements.queries import without_agreement
from brobygger.apps.programmes.queries import due_prospects, programmes_without_arrangement
from brobygger.web import wording
from brobygger.web.ads import titles_of, with_titles
from brobygger.web.page import PageRequest, page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from brobygger.apps.base.models import User

SHOWN = 5
CLOSING_DAYS = 7
GRANT_DAYS = 30  # a report to a funder takes longer than an answer


@dataclass(frozen=True, slots=True)
class Task:
    """
    Something to do.

    Args:
        title: what.
        count: how many.
        href: where all of them are; empty: the lines are all there is.
        lines: (text, address, note) of the most urgent.
        is_urgent: a promise is broken.
    """

    title: str
    count: int
    href: str
    lines: tuple[tuple[str, str, str], ...]
    is_urgent: bool = False


@page(may="base.view_today")
def show_today(request: PageRequest) -> HttpResponse:
    today = localdate()
    late = overdue_answers(request.user, today)
    owed = owed_answers(request.user).filter(answer_due_date__gte=today)  # what is late stands before
    leads = overdue_leads(today)
    tasks = [
        _task(_("Answers that did not come in time"), late, _applications(late), "applications", urgent=True),
        _task(
            _("Companies that owe an answer after Company Dating"),
            leads,
            _leads(leads),
            "evenings",
            urgent=True,
        ),
        _task(_("Answers that are owed"), owed, _owed(owed), "applications"),
        *_evening_tasks(request.user),
    ]
    if request.user.has_perm("opportunities.view_reports"):
        reported = open_reports()
        tasks.append(_task(_("Reports to look into"), reported, _reports(reported), "reports", urgent=True))
    unapproved = waiting_for_approval(request.user)
    tasks.append(_task(_("Opportunities to approve"), unapproved, _approvals(unapproved), "programmes"))
    if request.user.has_perm("organisations.view_waiting"):
        waiting = waiting_organisations()
        lines = ((one.name, reverse("company-vet", args=[one.pk]), one.place_name) for one in waiting[:SHOWN])
        tasks.append(_task(_("Companies that wait to be looked at"), waiting, lines, "companies-waiting"))
    decided = due_decisions(today + dt.timedelta(days=CLOSING_DAYS))
    tasks.append(_task(_("Decisions of events that are due"), decided, _decisions(decided), "event-plan"))
    soon = closing_soon(today, days=CLOSING_DAYS)
    tasks.append(_task(_("Deadlines within a week"), soon, _opportunities(soon), "opportunities"))
    tasks += _outreach_tasks(today)
    if request.user.has_perm("outreach.view_campaigns"):
        chores = due_campaign_tasks(today=today, days=CLOSING_DAYS)
        tasks.append(_task(_("Tasks of campaigns"), chores, _chores(chores), "campaigns"))
    tasks += _partnership_tasks(request.user, today) + _placement_tasks(today)
    tasks += _running_tasks(request)
    due = [task for task in tasks if task.count]
    return render(request, "secretariat/today.html", {"tasks": due, "today": today})


def _running_tasks(request: PageRequest) -> list[Task]:
    """What the installation itself asks for: mails that failed, a match run, figures to read."""
    tasks = []
    if request.user.has_perm("base.view_mail"):
        failed = messages_for(request.user, state=MailState.FAILED.value)
        mails = (
            (one.subject, reverse("mailbox-message", args=[one.pk]), one.to_address) for one in failed[:SHOWN]
        )
        tasks.append(_task(_("Mails that could not be sent"), failed, mails, "mailbox"))
    if request.user.has_perm("matching.run_matching") and needs_new_run():
        text = _("People or opportunities have changed since the last match run.")
        tasks.append(
            Task(_("A new match run"), 1, reverse("match-runs"), ((text, reverse("match-runs"), ""),))
        )
    if request.user.has_perm("matching.acknowledge_fairness"):
        unread = runs_to_acknowledge()
        tasks.append(
            _task(_("Fairness figures to read and acknowledge"), unread, _runs(unread), "match-runs")
        )
    return tasks


def _task(
    title: str,
    found: QuerySet[Any],
    lines: Iterable[tuple[str, str, str]],
    name: str,
    *,
    urgent: bool = False,
) -> Task:
    return Task(title, found.count(), reverse(name), tuple(lines), urgent)


def _evening_tasks(user: User) -> list[Task]:
    """Timetables that somebody has withdrawn from, and evenings of which nobody noted who came."""
    gone = [one for one in evenings_to_repair(now()) if user.has_perm("events.plan_evening", one[0])]
    over = [one for one in evenings_to_note(now()) if user.has_perm("events.plan_evening", one)]
    repairs = (
        (
            str(evening),
            reverse("evening-repair-look", args=[evening.pk]),
            ngettext(
                "%(count)d talk with somebody who has withdrawn",
                "%(count)d talks with somebody who has withdrawn",
                count,
            )
            % {"count": count},
        )
        for evening, count in gone[:SHOWN]
    )
    notes = (
        (str(one), reverse("evening-came", args=[one.pk]), date_format(one.event.starts_at, "DATE_FORMAT"))
        for one in over[:SHOWN]
    )
    return [
        Task(_("Timetables to repair"), len(gone), reverse("evenings"), tuple(repairs), is_urgent=True),
        Task(_("Evenings after which to note who came"), len(over), reverse("evenings"), tuple(notes)),
    ]


def _outreach_tasks(today: dt.date) -> list[Task]:
    """Next steps of visits, visits that nobody has written down, and what grants ask for."""
    steps, unwritten = due_steps(today=today, days=CLOSING_DAYS), visits_to_write(today=today)
    conditions = due_conditions(today=today, days=GRANT_DAYS)
    grants = ending_grants(today=today, days=GRANT_DAYS)

    def day(date: dt.date) -> str:
        return str(date_format(date, "DATE_FORMAT"))

    return [
        _task(
            _("Next steps after visits"),
            steps,
            (
                (
                    one.next_step,
                    reverse("visit", args=[one.pk]),
                    " · ".join(
                        filter(None, (str(one.organisation), str(one.next_owner or ""), day(one.next_due)))
                    ),
                )
                for one in steps[:SHOWN]
                if one.next_due
            ),
            "visits",
        ),
        _task(
            _("Visits to write down"),
            unwritten,
            (
                (str(one.organisation), reverse("visit", args=[one.pk]), day(one.visited_on))
                for one in unwritten[:SHOWN]
            ),
            "visits",
        ),
        _task(
            _("What grants ask for"),
            conditions,
            (
                (one.text, reverse("grant", args=[one.grant_id]), f"{one.grant} · {day(one.due_date)}")
                for one in conditions[:SHOWN]
            ),
            "grants",
        ),
        _task(
            _("Grants that end"),
            grants,
            (
                (one.name, reverse("grant", args=[one.pk]), day(one.end_date))
                for one in grants[:SHOWN]
                if one.end_date
            ),
            "grants",
        ),
    ]


def _chores(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one in found[:SHOWN]:
        due = date_format(one.due_date, "DATE_FORMAT")
        note = " · ".join(filter(None, (str(one.campaign), str(one.owner or ""), due)))
        yield one.text, f"{reverse('campaign', args=[one.campaign_id])}#tasks", note


def _partnership_tasks(user: User, today: dt.date) -> list[Task]:
    """Programmes with two leads and no arrangement in force, and prospective partners that wait for somebody."""
    unarranged = programmes_without_arrangement(user, day=today)
    waiting = due_prospects(today=today, days=CLOSING_DAYS)
    return [
        _task(
            _("Programmes whose lead organisations have not agreed on joint control"),
            unarranged,
            ((one.name, reverse("arrangement", args=[one.pk]), one.owner) for one in unarranged[:SHOWN]),
            "arrangements",
            urgent=True,
        ),
        _task(
            _("Prospective partners"),
            waiting,
            (
                (
                    one.organisation.name,
                    reverse("prospect", args=[one.pk]),
                    " · ".join(
                        filter(
                            None,
                            (
                                one.next_step or str(one.get_state_display()),
                                (one.owner.get_full_name() or one.owner.get_username()) if one.owner else "",
                                str(date_format(one.due_date, "DATE_FORMAT")) if one.due_date else "",
                            ),
                        )
                    ),
                )
                for one in waiting[:SHOWN]
            ),
            "prospects",
        ),
    ]


def _placement_tasks(today: dt.date) -> list[Task]:
    """Places that were taken without an agreement, and people whom a mail did not reach with the question whether they stay."""
    without, to_ask = without_agreement(), by_hand(today)
    return [
        _task(
            _("Places taken without an agreement"),
            without,
            (
                (title, reverse("agreement-new", args=[one.pk]), str(one.opportunity.organisation))
                for one, title in _with_titles(without)
            ),
            "placements",
        ),
        _task(
            _("People to ask whether they stay"),
            to_ask,
            (
                (
                    str(one.member.candidate),
                    reverse("follow-up", args=[one.pk]),
                    f"{one.member.programme} · {date_format(one.due_date, 'DATE_FORMAT')}",
                )
                for one in to_ask[:SHOWN]
            ),
            "follow-ups",
        ),
    ]


def _with_titles(found: Any) -> Iterable[tuple[Any, str]]:
    """The first applications, each with the title of its opportunity for the reader. One query beside that of `found`."""
    rows = list(found[:SHOWN])
    titles = titles_of(one.opportunity for one in rows)
    return [(one, titles[one.opportunity_id].title) for one in rows]


def _applications(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one, title in _with_titles(found):
        since = _("promised by %(day)s") % {"day": date_format(one.answer_due_date, "DATE_FORMAT")}
        note = f"{one.opportunity.organisation} · {since}"
        yield title, reverse("application", args=[one.pk]), note


def _reports(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one in found[:SHOWN]:
        note = f"{one.organisation} · {date_format(one.created_at, 'DATE_FORMAT')}"
        yield wording.capital(one.get_reason_display()), reverse("report", args=[one.pk]), note


def _approvals(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one, shown in with_titles(found[:SHOWN]):
        yield (
            shown.title,
            reverse("approval", args=[one.programme_id, one.pk]),
            f"{one.organisation} · {one.programme}",
        )


def _owed(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one, title in _with_titles(found):
        note = f"{one.opportunity.organisation} · {date_format(one.answer_due_date, 'DATE_FORMAT')}"
        yield title, reverse("application", args=[one.pk]), note


def _runs(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one in found[:SHOWN]:
        day = date_format(localtime(one.started_at), "SHORT_DATETIME_FORMAT")
        note = str(one.programme or _("everybody and all that is open"))
        yield _("Match run of %(day)s") % {"day": day}, reverse("match-run", args=[one.pk]), note


def _leads(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one in found[:SHOWN]:
        evening = one.student.evening
        since = _("promised by %(day)s") % {"day": date_format(one.due_date, "DATE_FORMAT")}
        text = f"{one.company.organisation} · {one.student.candidate}"
        yield text, reverse("evening", args=[evening.pk]), f"{evening.event} · {since}"


def _decisions(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one in found[:SHOWN]:
        who = one.person or str(one.organisation)
        note = " · ".join((str(one.event), who, date_format(one.due_date, "DATE_FORMAT")))
        yield one.text, reverse("event-decisions", args=[one.event_id]), note


def _opportunities(found: QuerySet[Any]) -> Iterable[tuple[str, str, str]]:
    for one, shown in with_titles(found[:SHOWN]):
        note = f"{one.organisation} · {date_format(one.valid_through, 'DATE_FORMAT')}"
        yield shown.title, reverse("opportunity", args=[one.pk]), note
