"""
Whoever takes part in an evening asks somebody of the other side for a talk, openly; a yes makes it a talk that must be.

Wishes are another thing and stay blind. Everything about one evening waits in one queue: its row is locked, as it is
when a version of the timetable is made or published.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events import adapters, queries
from brobygger.apps.events.actions import request_mail as mail
from brobygger.apps.events.actions.timetables import locked_evening
from brobygger.apps.events.enums import EventState, RequestState, RuleKind, WishSide
from brobygger.apps.events.models import DatingCompany, DatingRule, DatingStudent, TalkRequest
from brobygger.apps.events.models.talk_request import LONGEST_MESSAGE
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.core.scheduling import Unplannable

if TYPE_CHECKING:
    from django.db import models

    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import DatingEvening

MOST_TIMES: Final = 2
"""So often one side can ask the other at an evening, where it was not answered or was taken back."""


class RequestRefused(Exception):
    """A request for a talk that cannot be made, or not be answered so. The message says why."""


@transaction.atomic
def ask_for_talk(
    *,
    student: DatingStudent,
    company: DatingCompany,
    side: WishSide,
    message: str = "",
    by: User | None,
    at: dt.datetime,
) -> TalkRequest:
    """
    Ask somebody of the other side of an evening for a talk. The other side is told, and can answer for some days.

    Asking somebody who has asked already is a yes to that. Repeating it changes nothing.

    A candidate who asks lets the company see the anonymous profile until nothing comes of it: see the scope of
    `DatingStudent`. No name is shown.

    Args:
        side: who asks.
        message: plain text.

    Raises:
        PermissionDenied: `by` is not on this side.
        RequestRefused: see there.
    """
    _check_side(student, company, side, by)
    # whom a company is not shown it cannot ask: read in the scope of `by`
    is_seen = side == WishSide.STUDENT or DatingStudent.objects.filter(pk=student.pk).exists()
    with all_rows():  # what both sides asked for and agreed on
        evening = locked_evening(student.evening)
        student, company = _fresh(student, company)
        open_one = TalkRequest.objects.filter(student=student, company=company).waiting(at).first()
        if open_one is not None and open_one.side == side:
            return open_one
        if open_one is not None:
            return _accept(open_one, evening, by, at)
        _check_open(evening, at)
        _check_can_meet(student, company, reader=side, is_answer=False, is_seen=is_seen)
        _check_message(message)
        _check_history(student, company, side)
        _check_limit(student, company, side, at)
        # an earlier one whose time is up and that no command has noted yet makes room
        TalkRequest.objects.filter(student=student, company=company).overdue(at).update(
            state=RequestState.LAPSED
        )
        request = TalkRequest.objects.create(
            student=student,
            company=company,
            side=side,
            message=_one_line_breaks(message),
            made_at=at,
            expires_at=evening.request_ends(at),
        )
        mail.tell_of_request(request, by=by, at=at)
    # the trail is read by those who run the programme: it says whom, not what was written
    changes = {"student": student.pk, "company": company.pk, "side": str(side)}
    record(action="events.ask_for_talk", subject=request, by=by, at=at, changes=changes)
    return request


@transaction.atomic
def accept_talk(*, request: TalkRequest, by: User, at: dt.datetime) -> TalkRequest:
    """
    Say yes to a request: the pair must meet, as if the organiser had said so. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is not on the side that was asked.
        RequestRefused: its time is up, it was answered or taken back, or there is no time for one more talk.
    """
    _check_side(request.student, request.company, _other(request.side), by)
    with all_rows():  # what both sides agreed on
        evening = locked_evening(request.student.evening)
        request = _locked_request(request)
        if request.state == RequestState.ACCEPTED:
            return request
        _check_answerable(request, at)
        return _accept(request, evening, by, at)


@transaction.atomic
def decline_talk(*, request: TalkRequest, by: User, at: dt.datetime) -> TalkRequest:
    """
    Say no to a request; no reason is asked for. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is not on the side that was asked, or is nobody: a person says no.
        RequestRefused: its time is up, or it was answered or taken back.
    """
    if by is None:
        raise PermissionDenied
    _check_side(request.student, request.company, _other(request.side), by)
    with all_rows():
        locked_evening(request.student.evening)
        request = _locked_request(request)
        if request.state == RequestState.DECLINED:
            return request
        _check_answerable(request, at)
        _answer(request, RequestState.DECLINED, by, at)
        if _is_told(request):
            mail.tell_of_no(request, by=by, at=at)
    record(action="events.decline_talk", subject=request, by=by, at=at, changes={})
    return request


@transaction.atomic
def withdraw_request(*, request: TalkRequest, by: User | None, at: dt.datetime) -> TalkRequest:
    """
    Take back a request that was not answered. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is not on the side that asked.
        RequestRefused: its time is up, or it was answered.
    """
    _check_side(request.student, request.company, WishSide(request.side), by)
    with all_rows():
        locked_evening(request.student.evening)
        request = _locked_request(request)
        if request.state == RequestState.WITHDRAWN:
            return request
        _check_answerable(request, at)
        request.state = RequestState.WITHDRAWN
        request.save(update_fields=["state"])
    record(action="events.withdraw_request", subject=request, by=by, at=at, changes={})
    return request


def lapse_requests(*, by: User | None, at: dt.datetime) -> int:
    """
    Note which requests were not answered in time, and tell those who asked; how many. Each once; may be repeated and
    stopped at any moment. Nobody waits for it: a request whose time is up cannot be answered, noted or not.
    """
    with all_rows():  # requests of everybody
        ids = list(TalkRequest.objects.overdue(at).order_by("expires_at", "pk").values_list("pk", flat=True))
        return sum(_lapse(pk, by, at) for pk in ids)


@transaction.atomic
def _lapse(pk: int, by: User | None, at: dt.datetime) -> int:
    request = _with_both().get(pk=pk)
    locked_evening(request.student.evening)
    request = _locked_request(request)
    if request.state_at(at) != RequestState.LAPSED or request.state == RequestState.LAPSED:
        return 0
    request.state = RequestState.LAPSED
    request.save(update_fields=["state"])
    if _is_told(request):
        mail.tell_of_lapse(request, by=by, at=at)
    record(action="events.lapse_request", subject=request, by=by, at=at, changes={})
    return 1


def _accept(request: TalkRequest, evening: DatingEvening, by: User | None, at: dt.datetime) -> TalkRequest:
    """A yes, with the evening locked."""
    _check_open(evening, at)
    reader = _other(request.side)
    _check_can_meet(request.student, request.company, reader=reader, is_answer=True, is_seen=True)
    _check_room(evening, request)
    _answer(request, RequestState.ACCEPTED, by, at)
    DatingRule.objects.get_or_create(
        student=request.student,
        company=request.company,
        kind=RuleKind.MUST,
        defaults={"made_at": at, "made_by": by},
    )
    mail.tell_of_yes(request, by=by, at=at)
    changes = {"student": request.student_id, "company": request.company_id}
    record(action="events.accept_talk", subject=request, by=by, at=at, changes=changes)
    return request


def _is_told(request: TalkRequest) -> bool:
    """Whether who asked is written to: not somebody who withdrew, and not where the evening is called off or over."""
    own = request.student if request.side == WishSide.STUDENT else request.company
    return own.withdrawn_at is None and request.student.evening.event.state == EventState.OPEN


def _answer(request: TalkRequest, state: RequestState, by: User | None, at: dt.datetime) -> None:
    request.state, request.answered_at, request.answered_by = state, at, by
    request.save(update_fields=["state", "answered_at", "answered_by"])


# --- who, and which rows --------------------------------------------------------------------------


def _other(side: str) -> WishSide:
    return WishSide.COMPANY if side == WishSide.STUDENT else WishSide.STUDENT


def _check_side(student: DatingStudent, company: DatingCompany, side: WishSide, by: User | None) -> None:
    """
    Raises:
        PermissionDenied: `by` is not on this side.
    """
    if side == WishSide.STUDENT:
        check_may(by, "events.change_dating_student", student)
    else:
        check_may(by, "events.change_dating_company", company)


def _fresh(student: DatingStudent, company: DatingCompany) -> tuple[DatingStudent, DatingCompany]:
    """Both as they are now that the evening is locked."""
    students = DatingStudent.objects.select_related(
        "candidate__user", "candidate__identity", "evening__event"
    )
    companies = DatingCompany.objects.select_related("organisation", "evening")
    return students.get(pk=student.pk), companies.get(pk=company.pk)


def _with_both() -> models.QuerySet[TalkRequest]:
    return TalkRequest.objects.select_related(
        "student__candidate__user",
        "student__candidate__identity",
        "student__evening__event",
        "company__organisation",
    )


def _locked_request(request: TalkRequest) -> TalkRequest:
    return _with_both().select_for_update(of=("self",)).get(pk=request.pk)


def _name_of_other(student: DatingStudent, company: DatingCompany, side: WishSide) -> str:
    """What the side that asks calls the other."""
    return company.organisation.name if side == WishSide.STUDENT else student.candidate.alias


# --- what stands against it -----------------------------------------------------------------------


def _check_open(evening: DatingEvening, at: dt.datetime) -> None:
    if not evening.open_requests:
        raise RequestRefused(_("At this evening nobody asks for talks. Say your wishes instead."))
    if not queries.takes_requests(evening, at):
        raise RequestRefused(_("Requests for talks at this evening are closed. Ask the organiser."))


def _check_can_meet(
    student: DatingStudent, company: DatingCompany, *, reader: WishSide, is_answer: bool, is_seen: bool
) -> None:
    """
    Whether the two can agree on a talk. Of a rule that they must never meet nobody learns.

    Args:
        reader: the side that reads why not.
        is_answer: it has been asked, and says yes.
        is_seen: it is shown the other.
    """
    organisation = company.organisation
    own, other = (student, company) if reader == WishSide.STUDENT else (company, student)
    who = {"who": _name_of_other(student, company, reader)}
    if student.evening_id != company.evening_id:
        raise RequestRefused(_("The two do not take part in the same evening."))
    if own.withdrawn_at is not None:
        raise RequestRefused(_("You do not take part in this evening any more."))
    if other.withdrawn_at is not None:
        raise RequestRefused(_("%(who)s does not take part any more.") % who)
    if organisation.contacts.filter(pk=student.candidate.user_id or 0).exists():
        raise RequestRefused(_("That would be a talk with oneself: you speak for this company."))
    if reader == WishSide.COMPANY and organisation.state == OrganisationState.SUSPENDED:
        raise RequestRefused(_("%(name)s is suspended and cannot take part.") % {"name": organisation})
    if reader == WishSide.COMPANY and not organisation.is_accepted:
        raise RequestRefused(_("%(name)s can take part once it is accepted.") % {"name": organisation})
    is_barred = DatingRule.objects.filter(student=student, company=company, kind=RuleKind.NEVER).exists()
    if is_barred or not is_seen or not organisation.is_accepted:
        if is_answer:
            raise RequestRefused(_("A talk with %(who)s cannot be agreed on.") % who)
        raise RequestRefused(_("%(who)s cannot be asked for a talk.") % who)


def _check_message(message: str) -> None:
    length = len(_one_line_breaks(message))
    if length > LONGEST_MESSAGE:
        said = _("The message is %(count)d letters long; %(most)d are possible. Shorten it.")
        raise RequestRefused(said % {"count": length, "most": LONGEST_MESSAGE})


def _one_line_breaks(message: str) -> str:
    """Plain text; a line break is one letter, though a browser sends it as two."""
    return message.replace("\r\n", "\n").replace("\x00", " ").strip()


def _check_history(student: DatingStudent, company: DatingCompany, side: WishSide) -> None:
    who = {"who": _name_of_other(student, company, side)}
    before = list(TalkRequest.objects.filter(student=student, company=company))
    if any(one.state == RequestState.ACCEPTED for one in before):  # also where the organiser took it out
        raise RequestRefused(_("You and %(who)s have agreed on a talk already.") % who)
    own = [one for one in before if one.side == side]
    if any(one.state == RequestState.DECLINED for one in own):
        raise RequestRefused(_("%(who)s has answered already. You cannot ask again.") % who)
    if len(own) >= MOST_TIMES:
        raise RequestRefused(_("You have asked %(who)s twice. Let it rest.") % who)


def _check_limit(student: DatingStudent, company: DatingCompany, side: WishSide, at: dt.datetime) -> None:
    """As many requests wait at a time as there can be talks."""
    of, mine = (
        (student, {"student": student}) if side == WishSide.STUDENT else (company, {"company": company})
    )
    most = queries.most_waiting(of)
    if TalkRequest.objects.filter(side=side, **mine).waiting(at).count() >= most:
        said = ngettext(
            "%(count)d request of yours waits for an answer, as many as there are rounds for you."
            " Wait for the answer, or take the request back.",
            "%(count)d requests of yours wait for an answer, as many as there are rounds for you."
            " Wait for answers, or take one back.",
            most,
        )
        raise RequestRefused(said % {"count": most})


def _check_answerable(request: TalkRequest, at: dt.datetime) -> None:
    state = request.state_at(at)
    if state == RequestState.ASKED:
        return
    if state == RequestState.LAPSED:
        day = date_format(localtime(request.expires_at), "DATETIME_FORMAT")
        said = _("This request was not answered in time: it could be answered until %(day)s.")
        raise RequestRefused(said % {"day": day})
    if state == RequestState.WITHDRAWN:
        raise RequestRefused(_("This request was taken back."))
    raise RequestRefused(_("This request is answered already."))


def _check_room(evening: DatingEvening, request: TalkRequest) -> None:
    """Whether both have time for one more talk that must be, as the planner counts it."""
    student, company = request.student, request.company
    must = DatingRule.objects.filter(kind=RuleKind.MUST).exclude(student=student, company=company)
    of_student = must.filter(student=student, company__withdrawn_at=None).count()
    of_company = must.filter(company=company, student__withdrawn_at=None).count()
    try:
        room = adapters.room_for(evening, student, company)
    except Unplannable:  # how one of them comes contradicts itself: the organiser reads that from the planner
        return
    own, other = (of_student, room.student_most), (of_company, room.company_most)
    asked = _other(request.side)
    if asked == WishSide.COMPANY:
        own, other = other, own
    who = {"who": _name_of_other(student, company, asked)}
    if own[0] >= own[1]:
        said = ngettext(
            "You have agreed on %(count)d talk already: that is as many as there is time for.",
            "You have agreed on %(count)d talks already: that is as many as there is time for.",
            own[0],
        )
        raise RequestRefused(said % {"count": own[0]})
    if other[0] >= other[1]:
        said = _("%(who)s has agreed on as many talks already as there is time for.")
        raise RequestRefused(said % who)
    if not room.share_a_round:
        said = _("You and %(who)s cannot meet: you are not free in the same round. Ask the organiser.")
        raise RequestRefused(said % who)
