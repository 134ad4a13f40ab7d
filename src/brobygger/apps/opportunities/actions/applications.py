"""A candidate applies, an organisation invites, and each answers the other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.actions import application_mail as mail
from brobygger.apps.opportunities.actions.application_checks import (
    ImpossibleStep,
    NoSuchReason,
    NotShared,
    check_approved,
    check_name,
    check_number,
    check_open,
    letters_in,
)
from brobygger.apps.opportunities.enums import (
    APPLICATION_TRANSITIONS,
    END_REASONS,
    NAMES_THE_CANDIDATE,
    ApplicationState,
    Side,
)
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.people.actions import give_consent
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import agrees_to_share

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

SHARED = frozenset(
    {ApplicationState.APPLIED, ApplicationState.TALKING, ApplicationState.OFFERED, ApplicationState.PLACED}
)
SHARES = frozenset({ApplicationState.APPLIED, ApplicationState.TALKING})
"""Where the candidate goes, and with it tells the organisation who it is."""
ANSWERS = frozenset({ApplicationState.TALKING, ApplicationState.OFFERED, ApplicationState.REJECTED})


@transaction.atomic
def apply(
    *,
    opportunity: Opportunity,
    candidate: Candidate,
    message: str = "",
    share: bool = False,
    language: str = "",
    channel: ConsentChannel = ConsentChannel.WEB,
    by: User | None,
    at: dt.datetime,
) -> Application:
    """
    Apply for an opportunity. From now on the organisation sees who the candidate is, and owes an answer.

    Repeating it changes nothing. An invitation that stands is taken by it.

    Args:
        share: the candidate agrees, for this opportunity, that the organisation gets name, contact details and CV.
            Needed only where the candidate does not agree to it for all.
        language: in which the text of that consent was read.

    Raises:
        PermissionDenied: `by` is not the candidate.
        NotOpen, NotShared, NoName, ImpossibleStep, TextTooLong: see there.
    """
    check_may(by, "opportunities.apply", opportunity)
    check_may(by, "people.change_candidate", candidate)
    check_open(opportunity, at)
    application = _of_pair(opportunity, candidate)
    if application and application.state == ApplicationState.APPLIED:
        return application
    application = application or Application(opportunity=opportunity, candidate=candidate, created_at=at)
    _move(application, ApplicationState.APPLIED, Side.CANDIDATE)
    _agree(application, language, channel, by, at, is_said=share)
    check_name(candidate)
    application.begun_by = application.begun_by or Side.CANDIDATE
    application.message = letters_in(message)
    days = opportunity.organisation.reply_days
    application.answer_due_date = at.date() + dt.timedelta(days=days)
    application.answered_at = application.reminded_at = application.lapse_told_at = None
    _save(application, "opportunities.apply", by, at)
    mail.tell_of_application(application, by=by, at=at)
    return application


@transaction.atomic
def invite(
    *, opportunity: Opportunity, candidate: Candidate, invitation: str = "", by: User | None, at: dt.datetime
) -> Application:
    """
    Invite a candidate who fits. The organisation does not learn who it is before the candidate says yes.

    Repeating it changes nothing, and a candidate who applied is not invited.

    Raises:
        PermissionDenied: `by` may not invite for this opportunity, or not see this candidate.
        NotOpen, ImpossibleStep, EnoughInvited, TextTooLong: see there.
    """
    check_may(by, "opportunities.invite_candidate", opportunity)
    check_may(by, "people.view_candidate", candidate)
    # who invite at once count one after the other; without the key an application need not wait for them
    opportunity = Opportunity.objects.select_for_update(of=("self",), no_key=True).get(pk=opportunity.pk)
    check_open(opportunity, at)
    check_approved(opportunity, candidate)
    application = _of_pair(opportunity, candidate)
    if application and application.state == ApplicationState.INVITED:
        return application
    application = application or Application(opportunity=opportunity, candidate=candidate, created_at=at)
    _move(application, ApplicationState.INVITED, Side.ORGANISATION)
    check_number(opportunity, by, at)
    application.invited_at = at
    application.begun_by = application.begun_by or Side.ORGANISATION
    application.invitation, application.answer_due_date = letters_in(invitation), None
    _save(application, "opportunities.invite", by, at)
    mail.tell_of_invitation(application, by=by, at=at)
    return application


@transaction.atomic
def answer_invitation(
    *,
    application: Application,
    accept: bool,
    message: str = "",
    reason: str = "",
    language: str = "",
    channel: ConsentChannel = ConsentChannel.WEB,
    by: User | None,
    at: dt.datetime,
) -> Application:
    """
    Take an invitation, or say no to it. With a yes the organisation sees who the candidate is.

    Whoever says yes agrees to that, for this opportunity: it is part of the question.

    Args:
        reason: with a no: an `EndReason` of a candidate, or nothing.
        language: in which that was read.

    Raises:
        PermissionDenied: `by` is not the candidate.
        ImpossibleStep, NoName, NoSuchReason, TextTooLong: see there.
    """
    application = _locked(application)
    check_may(by, "opportunities.withdraw_application", application)
    state = ApplicationState.TALKING if accept else ApplicationState.INVITATION_DECLINED
    if application.state == state:
        return application
    _move(application, state, Side.CANDIDATE, reason)
    application.message = letters_in(message)
    if accept:
        _agree(application, language, channel, by, at, is_said=True)
        check_name(application.candidate)
    _save(application, "opportunities.answer_invitation", by, at)
    mail.tell_of_answer_to_invitation(application, by=by, at=at)
    return application


@transaction.atomic
def answer_application(
    *,
    application: Application,
    state: ApplicationState,
    answer: str = "",
    reason: str = "",
    by: User,
    at: dt.datetime,
) -> Application:
    """
    Answer an application: talk, offer the place, or say no. Repeating it changes nothing.

    A person answers, always: there is no answer without a name, and none that the product gives by itself.

    Args:
        state: TALKING, OFFERED, PLACED or REJECTED.
        answer: what the candidate reads.
        reason: with a no, and only then: an `EndReason` of an organisation, which the candidate reads too.

    Raises:
        PermissionDenied: `by` may not, or is nobody.
        ImpossibleStep, NoSuchReason, TextTooLong: see there.
    """
    if by is None:
        raise PermissionDenied("A person answers an application.")
    application = _locked(application)
    check_may(by, "opportunities.answer_application", application)
    if application.state == state:
        return application
    if state not in ANSWERS | {ApplicationState.PLACED}:
        raise ImpossibleStep(_("“%(state)s” is no answer.") % {"state": ApplicationState(state).label})
    _move(application, state, Side.ORGANISATION, reason)
    application.answer = letters_in(answer)
    if state in ANSWERS and application.answered_at is None:
        application.answered_at = at
    application.answered_by, application.answered_by_name = by, by.get_username()
    _save(application, "opportunities.answer_application", by, at)
    mail.tell_of_answer(application, by=by, at=at)
    return application


@transaction.atomic
def take_place(*, application: Application, by: User | None, at: dt.datetime) -> Application:
    """
    Accept an offered place.

    Raises:
        PermissionDenied: `by` is not the candidate.
        ImpossibleStep: nothing was offered.
    """
    application = _locked(application)
    check_may(by, "opportunities.withdraw_application", application)
    if application.state == ApplicationState.PLACED:
        return application
    _move(application, ApplicationState.PLACED, Side.CANDIDATE)
    _save(application, "opportunities.take_place", by, at)
    mail.tell_of_acceptance(application, by=by, at=at)
    return application


@transaction.atomic
def withdraw_application(
    *, application: Application, reason: str = "", by: User | None, at: dt.datetime
) -> Application:
    """
    Take an application back. The organisation no longer sees who the candidate is. Repeating it changes nothing.

    Args:
        reason: an `EndReason` of a candidate, or nothing.

    Raises:
        PermissionDenied: `by` is not the candidate.
        ImpossibleStep: there is nothing to take back.
        NoSuchReason: see there.
    """
    application = _locked(application)
    check_may(by, "opportunities.withdraw_application", application)
    if application.state == ApplicationState.WITHDRAWN:
        return application
    _move(application, ApplicationState.WITHDRAWN, Side.CANDIDATE, reason)
    application.answer_due_date = None
    _save(application, "opportunities.withdraw_application", by, at)
    mail.tell_of_withdrawal(application, by=by, at=at)
    return application


@transaction.atomic
def give_end_reason(
    *, application: Application, reason: str, by: User | None, at: dt.datetime
) -> Application:
    """
    Say afterwards why an application ended: whoever ended it. Repeating it changes nothing.

    A candidate's no from a mail takes one tap and names no reason; this is where it is given.

    Raises:
        PermissionDenied: the other side ended it.
        NoSuchReason: it has not ended, or not with a reason like this.
    """
    application = _locked(application)
    if application.state not in END_REASONS:
        raise NoSuchReason(_("This application has not ended."))
    is_no = application.state == ApplicationState.REJECTED
    check_may(
        by, "opportunities.answer_application" if is_no else "opportunities.withdraw_application", application
    )
    if reason != application.end_reason:
        application.end_reason = _reason(ApplicationState(application.state), reason)
        _save(application, "opportunities.give_end_reason", by, at)
    return application


@transaction.atomic
def share_with_organisation(
    *,
    application: Application,
    language: str = "",
    channel: ConsentChannel = ConsentChannel.WEB,
    by: User | None,
    at: dt.datetime,
) -> Application:
    """
    Let the organisation see again who the candidate is, after the consent was withdrawn. Repeating changes nothing.

    To take it back is `people.actions.withdraw_consent`: `opportunities.actions.sharing` follows it.

    Args:
        language: in which the text of the consent was read.

    Raises:
        PermissionDenied: `by` is not the candidate.
        ImpossibleStep: the candidate does not apply.
    """
    application = _locked(application)
    check_may(by, "opportunities.withdraw_application", application)
    if application.state not in SHARED:
        raise ImpossibleStep(_stands_at(ApplicationState(application.state)))
    if not application.is_shared:
        _agree(application, language, channel, by, at, is_said=True)
        application.is_shared = True
        _save(application, "opportunities.share_with_organisation", by, at)
    return application


def _of_pair(opportunity: Opportunity, candidate: Candidate) -> Application | None:
    """Locked. The pair is looked for among all rows: one that `by` does not see must not be made twice."""
    _lock_candidate(candidate.pk)
    return (
        Application._base_manager.select_for_update()
        .filter(opportunity=opportunity, candidate=candidate)
        .first()
    )


def _lock_candidate(candidate_id: int) -> None:
    """Before the application, in the order in which withdrawing a consent locks: two who cross would wait for ever."""
    Candidate._base_manager.select_for_update().filter(pk=candidate_id).values_list("pk").first()


def _locked(application: Application) -> Application:
    _lock_candidate(application.candidate_id)
    found = Application.objects.select_for_update(of=("self",)).select_related(
        "opportunity__organisation", "candidate"
    )
    return found.get(pk=application.pk)


def _move(application: Application, state: ApplicationState, side: Side, reason: str = "") -> None:
    before = ApplicationState(application.state) if application.state else None
    if state not in APPLICATION_TRANSITIONS[before].get(side, frozenset()):
        raise ImpossibleStep(_stands_at(before))
    application.state, application.end_reason = state, _reason(state, reason)
    application.is_shared = (side == Side.CANDIDATE and state in SHARES) or (
        application.is_shared and state in NAMES_THE_CANDIDATE
    )


def _reason(state: ApplicationState, reason: str) -> str:
    if state == ApplicationState.REJECTED and not reason:
        raise NoSuchReason(_("Choose why it is a no: the candidate reads it."))
    if reason and reason not in END_REASONS.get(state, ()):
        raise NoSuchReason(_("Choose one of the reasons."))
    return reason


def _stands_at(state: ApplicationState | None) -> str:
    standing = state.label if state else _("not begun")
    return _("This cannot be done any more: the application stands at “%(state)s”.") % {"state": standing}


def _agree(
    application: Application,
    language: str,
    channel: ConsentChannel,
    by: User | None,
    at: dt.datetime,
    *,
    is_said: bool,
) -> None:
    """
    Note that the organisation may see who the candidate is, unless the candidate has said so before.

    Raises:
        NotShared: it was not said, neither now (`is_said`) nor before.
    """
    candidate, opportunity = application.candidate, application.opportunity
    if agrees_to_share(candidate, opportunity.pk):
        return
    if not is_said:
        raise NotShared(
            _("To apply, agree that %(organisation)s gets your name, contact details and CV.")
            % {"organisation": opportunity.organisation}
        )
    give_consent(
        candidate=candidate,
        purpose=ConsentPurpose.SHARE_ON_APPLICATION,
        opportunity_id=opportunity.pk,
        channel=channel,
        language=language,
        by=by,
        at=at,
    )


def _save(application: Application, action: str, by: User | None, at: dt.datetime) -> None:
    before = None
    if application.pk:
        before = Application._base_manager.values_list("state", flat=True).get(pk=application.pk)
    application.changed_at = at
    application.save()
    changes = {
        "opportunity": application.opportunity_id,
        "candidate": application.candidate_id,
        "state": [before, application.state],
    }
    if application.end_reason:
        changes["end_reason"] = application.end_reason
    record(action=action, subject=application, by=by, at=at, changes=changes)
