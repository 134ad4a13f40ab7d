"""After a talk each side says yes or no; a yes of both becomes a lead, which the company owes an answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.actions.one_tap import language_of
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events import queries
from brobygger.apps.events.actions import evening_mail as mail
from brobygger.apps.events.actions.evening_day import note_both_came
from brobygger.apps.events.enums import LeadState, TalkAnswer, WishSide
from brobygger.apps.events.models import Appointment, DatingLead, DatingStudent, TalkFeedback
from brobygger.apps.opportunities.actions import ImpossibleStep, NotOpen, apply
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.people.queries import name_of

if TYPE_CHECKING:
    from uuid import UUID

    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import DatingCompany
    from brobygger.apps.opportunities.models import Application, Opportunity
    from brobygger.apps.people.models import Candidate


class TooEarly(Exception):
    """The talk has not begun."""


class Settled(Exception):
    """Both said yes: from there on it is an application, or a lead, and goes its own way."""


class NotChosen(Exception):
    """A company that brings several opportunities says yes and not for which."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """
    When an answer that arrives now was given.

    Args:
        at: by the phone's clock. One that cannot be becomes the nearest that can: from the start of the talk to now.
        client_ids: made on the phone: of this tap, and of earlier ones that came with it and that it replaces.
    """

    at: dt.datetime
    client_ids: tuple[UUID, ...]


@transaction.atomic
def say_after_talk(
    *,
    talk: Appointment,
    side: WishSide,
    answer: TalkAnswer,
    opportunity: Opportunity | None = None,
    tapped: Tapped | None = None,
    by: User | None,
    at: dt.datetime,
) -> DatingLead | None:
    """
    Say whether one wants to go on after a talk. Returns the lead where both said yes. Of several answers the one that
    was tapped last counts, whatever the order in which they arrive. Repeating it changes nothing.

    A yes of both that would be an application, of a candidate who has given no name yet, waits for the name: see
    `make_waiting_leads`.

    A candidate's yes agrees that the company gets name, contact details and CV if it says yes too: it is part of the
    question.

    Args:
        side: who says it.
        opportunity: for which a company says yes; None: for the only open one that it brought, if it brought any.
        tapped: None: just now.

    Raises:
        PermissionDenied: `by` is not on this side.
        TooEarly, Settled, NotChosen: see there.
    """
    _check_side(talk, side, by)
    starts = talk.student.evening.round_times()[talk.round - 1][0]
    if at < starts:
        raise TooEarly(_("This talk has not begun yet."))
    with all_rows():  # whether the other side said yes is read, and told to nobody unless both did
        _lock(talk)
        lead = DatingLead.objects.filter(student=talk.student_id, company=talk.company_id).first()
        own, choices = _own_answer(talk, side), _choices(talk, side, answer)
        opportunity = opportunity or (choices[0] if len(choices) == 1 else None)
        said_at = at if tapped is None else min(max(tapped.at, starts), at)
        if not _is_news(own, answer, opportunity, said_at, tapped):
            return lead
        if lead is not None:
            if answer == TalkAnswer.YES:
                return lead
            raise Settled(
                _("Both of you said yes already. Say it to each other, or on the page of the application.")
            )
        if choices and opportunity is None:
            raise NotChosen(_("Choose for which opportunity you say yes."))
        own.answer, own.opportunity, own.said_at, own.said_by = answer, opportunity, said_at, by
        own.save()
        note_both_came(student=talk.student, company=talk.company, at=said_at)
        both = TalkFeedback.objects.filter(
            student=talk.student_id, company=talk.company_id, answer=TalkAnswer.YES
        ).count()
    # like a wish, the answer itself is not in the trail, which those who run the programme read
    record(action="events.say_after_talk", subject=talk, by=by, at=at, changes={"side": str(side)})
    if both < len(WishSide):
        return None
    with all_rows():  # a company sees no name before there is an application
        if _waits_for_name(talk):
            if side == WishSide.COMPANY:  # the page asks a candidate who has just said yes
                mail.ask_for_name(talk.student, talk.company, by=None, at=at)
            return None
    return _make_lead(talk.student, talk.company, at)


@transaction.atomic
def make_waiting_leads(*, candidate: Candidate, by: User | None, at: dt.datetime) -> list[DatingLead]:
    """
    What a candidate and a company both said yes to goes on, now that the name is there. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not speak for the candidate.
    """
    check_may(by, "people.change_candidate", candidate)
    if not name_of(candidate):
        return []
    with all_rows():
        found = []
        for student in DatingStudent.objects.select_for_update(of=("self",)).filter(candidate=candidate):
            found += [_make_lead(student, company, at) for company in queries.waiting_for_name(student)]
    return found


def _check_side(talk: Appointment, side: WishSide, by: User | None) -> None:
    """
    Raises:
        PermissionDenied: `by` is not on this side.
    """
    if side == WishSide.STUDENT:
        check_may(by, "events.change_dating_student", talk.student)
    else:
        check_may(by, "events.change_dating_company", talk.company)


def _choices(talk: Appointment, side: WishSide, answer: TalkAnswer) -> list[Opportunity]:
    """The open opportunities for which a company's yes can be; none where it is not that."""
    if (side, answer) != (WishSide.COMPANY, TalkAnswer.YES):
        return []
    return list(talk.company.opportunities.filter(state=OpportunityState.OPEN).order_by("title", "pk"))


def _lock(talk: Appointment) -> None:
    """Both may tap at the same moment: one after the other, so that the second sees the first."""
    rows = DatingStudent.objects.select_for_update(of=("self",)).filter(pk=talk.student_id)
    rows.values_list("pk").first()


def _own_answer(talk: Appointment, side: WishSide) -> TalkFeedback:
    """What this side said of the pair, locked; a new row where it said nothing yet."""
    pair = {"student_id": talk.student_id, "company_id": talk.company_id, "side": side}
    return TalkFeedback.objects.select_for_update().filter(**pair).first() or TalkFeedback(**pair)


def _is_news(
    own: TalkFeedback,
    answer: TalkAnswer,
    opportunity: Opportunity | None,
    said_at: dt.datetime,
    tapped: Tapped | None,
) -> bool:
    """Whether an answer changes what stands. The taps are noted, so that none is taken twice."""
    ids = [str(one) for one in tapped.client_ids] if tapped else []
    new = [one for one in ids if one not in own.client_ids]
    own.client_ids = [*own.client_ids, *new]
    if own.pk is None:
        return True
    if tapped is not None and not new:
        return False
    is_last = said_at >= own.said_at
    is_same = (own.answer, own.opportunity_id) == (answer, opportunity.pk if opportunity else None)
    if is_last and not is_same:
        return True
    own.said_at = max(own.said_at, said_at)  # one that was tapped between the two changes nothing either
    own.save(update_fields=["said_at", "client_ids"])
    return False


def _waits_for_name(talk: Appointment) -> bool:
    """Whether a yes of both would be an application, and the company would get no name with it."""
    chosen = _chosen(talk.student, talk.company)
    is_open = chosen is not None and chosen.state == OpportunityState.OPEN
    return is_open and not name_of(talk.student.candidate)


def _chosen(student: DatingStudent, company: DatingCompany) -> Opportunity | None:
    """The opportunity for which a company said yes."""
    with all_rows():
        said = TalkFeedback.objects.filter(student=student, company=company, side=WishSide.COMPANY)
        return said.select_related("opportunity").get().opportunity


def _make_lead(student: DatingStudent, company: DatingCompany, at: dt.datetime) -> DatingLead:
    """
    In nobody's name, for both made it: each said their part in an entry of their own.

    The application is the candidate's: the yes agreed to it.
    """
    with all_rows():
        days = company.organisation.reply_days
        lead = DatingLead(student=student, company=company, made_at=at)
        lead.due_date = at.date() + dt.timedelta(days=days)
        lead.application = _application(student, company, at)
        if lead.application is not None and lead.application.answer_due_date:
            lead.due_date = lead.application.answer_due_date
        lead.save()
        changes = {"student": lead.student_id, "company": lead.company_id, "application": lead.application_id}
        record(action="events.make_lead", subject=lead, by=None, at=at, changes=changes)
        if lead.application is None:
            mail.tell_of_lead(lead, by=None, at=at)
    return lead


def _application(student: DatingStudent, company: DatingCompany, at: dt.datetime) -> Application | None:
    """An application for what the company said yes to; None where that is nothing, or is not open any more."""
    chosen = _chosen(student, company)
    if chosen is None:
        return None
    user = student.candidate.user
    try:
        with transaction.atomic():
            return apply(
                opportunity=chosen,
                candidate=student.candidate,
                share=True,
                language=language_of(user) if user else "",
                by=None,
                at=at,
            )
    except (NotOpen, ImpossibleStep):
        return None


@transaction.atomic
def answer_lead(*, lead: DatingLead, by: User, at: dt.datetime) -> DatingLead:
    """
    Say that the company has written to the candidate. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` does not write for the company.
    """
    check_may(by, "events.change_dating_company", lead.company)
    if lead.state == LeadState.OPEN:
        lead.state, lead.answered_at, lead.answered_by = LeadState.ANSWERED, at, by
        lead.save(update_fields=["state", "answered_at", "answered_by"])
        record(action="events.answer_lead", subject=lead, by=by, at=at, changes={})
    return lead
