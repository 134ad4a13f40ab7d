"""A candidate reports what is not right, and a person of the secretariat answers with an outcome."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import Address, record, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.actions.application_mail import ad_in_mail
from brobygger.apps.opportunities.actions.opportunities import take_down_opportunity
from brobygger.apps.opportunities.enums import ReportAbout, ReportOutcome, ReportReason, Side
from brobygger.apps.opportunities.models import Application, Opportunity, Report
from brobygger.apps.organisations.actions import vet_organisation
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import contacts_of
from brobygger.apps.people.models import Candidate

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

LONGEST_REPORT: Final = 2_000  # letters
TELLS_COMPANY: Final = frozenset({ReportOutcome.TAKEN_DOWN, ReportOutcome.SUSPENDED})
"""Outcomes that the company reads about, with words of their own."""


class ReportRefused(ValueError):
    """A report or its answer lacks something. The message says what."""


class AlreadyAnswered(Exception):
    """Somebody has answered the report. The message says who, and with what."""


@transaction.atomic
def report(
    *,
    thing: Application | Opportunity | Organisation,
    reason: str,
    text: str = "",
    by: User,
    at: dt.datetime,
) -> Report:
    """
    Say that an invitation, an answer, an opportunity or a company is not right. The company does not learn who did.

    Whoever has reported the same thing, and has no answer yet, adds nothing by doing it again.

    Args:
        thing: what is not right.
        reason: a `ReportReason`.
        text: in the candidate's words; needed where the reason is OTHER.

    Raises:
        PermissionDenied: `by` is no candidate, or the thing is not theirs to see.
        ReportRefused: see there.
    """
    if by is None:
        raise PermissionDenied("A candidate reports.")
    check_may(by, f"opportunities.report_{type(thing)._meta.model_name}", thing)
    candidate = Candidate.objects.select_for_update().filter(user=by).first()  # two taps are one report
    if candidate is None:
        raise PermissionDenied(_("You may not do this."))
    text = text.replace("\x00", " ").replace("\r\n", "\n").strip()[:LONGEST_REPORT]
    if reason not in ReportReason.values:
        raise ReportRefused(_("Choose what is not right."))
    if reason == ReportReason.OTHER and not text:
        raise ReportRefused(_("Say in a few words what is not right."))
    about = _about(thing)
    known = Report.objects.open().filter(candidate=candidate, **about).first()
    if known is not None:
        return known
    found = Report.objects.create(candidate=candidate, reason=reason, text=text, created_at=at, **about)
    changes = {"about": found.about, "reason": reason, "opportunity": found.opportunity_id}
    changes["organisation"] = found.organisation_id
    record(action="opportunities.report", subject=found, by=by, at=at, changes=changes)
    return found


@transaction.atomic
def answer_report(
    *, report: Report, outcome: ReportOutcome, answer: str, notice: str = "", by: User, at: dt.datetime
) -> Report:
    """
    Say what came of a report: whoever reported gets a mail. Repeating it changes nothing.

    A person answers, always. With TAKEN_DOWN the opportunity goes and cannot be opened again; with SUSPENDED the
    company is withdrawn from all that lies ahead, and can open nothing. In both cases its contacts read `notice`, never who
    reported.

    Args:
        answer: what the candidate reads.
        notice: what the company reads; needed where it is told.

    Raises:
        PermissionDenied: `by` may not, or is nobody.
        ReportRefused, AlreadyAnswered: see there.
    """
    if by is None:
        raise PermissionDenied("A person answers a report.")
    check_may(by, "opportunities.answer_report")
    found = Report.objects.select_for_update(of=("self",)).select_related("opportunity", "organisation")
    report = found.get(pk=report.pk)
    if report.outcome == outcome:
        return report
    if report.outcome:
        said = {"name": report.answered_by_name, "outcome": report.get_outcome_display()}
        raise AlreadyAnswered(_("%(name)s has answered this report already: %(outcome)s.") % said)
    answer, notice = (text.replace("\x00", " ").strip()[:LONGEST_REPORT] for text in (answer, notice))
    _check_answer(report, outcome, answer, notice)
    report.outcome, report.answer = outcome, answer
    report.notice = notice if outcome in TELLS_COMPANY else ""
    report.answered_at, report.answered_by = at, by
    report.answered_by_name = (by.get_full_name() or by.get_username())[:150]
    report.save()
    _carry_out(report, by, at)
    _tell_reporter(report, by, at)
    changes = {"outcome": outcome, "opportunity": report.opportunity_id}
    changes["organisation"] = report.organisation_id
    record(action="opportunities.answer_report", subject=report, by=by, at=at, changes=changes)
    return report


def _about(thing: Application | Opportunity | Organisation) -> dict[str, object]:
    """The columns of a report that say what it is about."""
    if isinstance(thing, Organisation):
        about = {"about": ReportAbout.ORGANISATION, "organisation": thing}
        return {**about, "opportunity": None, "application": None}
    if isinstance(thing, Opportunity):
        about = {"about": ReportAbout.OPPORTUNITY, "organisation": thing.organisation}
        return {**about, "opportunity": thing, "application": None}
    is_invitation = thing.begun_by == Side.ORGANISATION and not thing.answered_by_name
    return {
        "about": ReportAbout.INVITATION if is_invitation else ReportAbout.MESSAGE,
        "organisation": thing.opportunity.organisation,
        "opportunity": thing.opportunity,
        "application": thing,
    }


def _check_answer(report: Report, outcome: ReportOutcome, answer: str, notice: str) -> None:
    """
    Raises:
        ReportRefused: see there.
    """
    if outcome not in ReportOutcome.values:
        raise ReportRefused(_("Choose an outcome."))
    if not answer:
        raise ReportRefused(_("Write a few words to whoever reported it."))
    if outcome in TELLS_COMPANY and not notice:
        raise ReportRefused(_("Write what the company is told. Do not say who reported it."))
    if outcome == ReportOutcome.TAKEN_DOWN and report.opportunity is None:
        raise ReportRefused(_("This report is about no opportunity that could be taken down."))


def _carry_out(report: Report, by: User, at: dt.datetime) -> None:
    organisation, opportunity = report.organisation, report.opportunity
    if report.outcome == ReportOutcome.TAKEN_DOWN and opportunity is not None:
        take_down_opportunity(opportunity=opportunity, by=by, at=at)
        _tell_company(report, by, at)
    elif report.outcome == ReportOutcome.SUSPENDED:
        state = OrganisationState.SUSPENDED
        vet_organisation(organisation=organisation, state=state, reason=report.notice, by=by, at=at)


def _tell_company(report: Report, by: User, at: dt.datetime) -> None:
    with all_rows():  # whoever answers need not see the contacts
        receivers = list(contacts_of(report.organisation).filter(user__is_active=True))
    context = {
        "organisation": report.organisation,
        "opportunity": report.opportunity,
        "notice": report.notice,
        "name": report.answered_by_name,
        "contact": settings.CONTROLLER["contact"],
        "address": absolute(reverse("opportunity", args=[report.opportunity_id])),
    }
    for contact in receivers:
        send_message(
            to=contact.user,
            topic=MailTopic.ACCOUNT,
            template="opportunity_taken_down",
            context=context,
            by=by,
            at=at,
        )


def _tell_reporter(report: Report, by: User, at: dt.datetime) -> None:
    candidate = report.candidate
    if candidate is None:  # erased since
        return
    identity = getattr(candidate, "identity", None)
    to: User | Address | None = candidate.user
    if to is None and identity and identity.email:
        to = Address(identity.email)
    if to is not None:
        context: dict[str, Any] = {
            "report": report,
            "organisation": report.organisation,
            "opportunity": report.opportunity,
            "contact": settings.CONTROLLER["contact"],
        }
        if report.opportunity is not None:
            context |= ad_in_mail(report.opportunity, to)
        send_message(
            to=to,
            topic=MailTopic.REPORTS,
            template="report_answered",
            context=context,
            by=by,
            at=at,
        )
