"""Applications: who applied or was invited, one application with its answers, and what each side can do with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.matching.actions import answer_from_list, invite_from_list
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.actions import (
    EnoughInvited,
    ImpossibleStep,
    NoName,
    NoSuchReason,
    NotOpen,
    NotShared,
    TextTooLong,
)
from brobygger.apps.opportunities.enums import END_REASONS, ApplicationState, EndReason, Side
from brobygger.apps.outreach.enums import Door
from brobygger.apps.outreach.queries import campaigns_of, door_of
from brobygger.apps.people.actions import withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import candidate_by_id, name_of
from brobygger.apps.placements.queries import standing_agreement
from brobygger.web import wording
from brobygger.web.ads import shown_ad, title_of, titles_of
from brobygger.web.page import PageRequest, page
from brobygger.web.rules import rules_for_pair
from brobygger.web.sent import found_by_id
from brobygger.web.who import missing_who, saved_who

PER_PAGE = 20
REFUSED = (EnoughInvited, ImpossibleStep, NoName, NoSuchReason, NotOpen, NotShared, TextTooLong)
TONES = {
    ApplicationState.INVITED: "info",
    ApplicationState.APPLIED: "waiting",
    ApplicationState.TALKING: "match",
    ApplicationState.OFFERED: "match",
    ApplicationState.PLACED: "match",
}
"""How a state is coloured; all others are neutral."""
ANSWERS = {
    ApplicationState.TALKING: gettext_lazy("Yes, we would like to talk"),
    ApplicationState.OFFERED: gettext_lazy("We offer the place"),
    ApplicationState.PLACED: gettext_lazy("The place is taken: it is settled"),
    ApplicationState.REJECTED: gettext_lazy("No, thank you"),
}


@page(may="opportunities.view_opportunities")
def list_applications(request: PageRequest) -> HttpResponse:
    """The answers that are owed, in the visitor's scope."""
    rows = Paginator(queries.owed_answers(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "entries": [entry(one) for one in rows],
        "titles": titles_of(one.opportunity for one in rows),
        "today": localdate(),
    }
    return render(request, "company/applications.html", context)


@page(may="opportunities.view_applications", of=queries.opportunity_by_id)
def list_for_opportunity(request: HttpRequest, opportunity: Any) -> HttpResponse:
    rows = Paginator(queries.applications_for(opportunity), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "entries": [entry(one) for one in rows],
        "opportunity": opportunity,
        "opportunity_title": title_of(opportunity),
    }
    return render(request, "company/applications.html", context)


@page(may="opportunities.view_application", of=queries.application_by_id)
def show_application(request: PageRequest, application: Any) -> HttpResponse:
    return render(request, "company/application.html", _page_of(request, application))


@page(may="opportunities.answer_application", of=queries.application_by_id, writes=True)
def answer_application(request: PageRequest, application: Any) -> HttpResponse:
    asked = request.POST.get("state", "")
    if asked not in queries.next_steps(application, Side.ORGANISATION):
        return _refused(request, application, _("Choose an answer."))
    is_no = asked == ApplicationState.REJECTED
    return _done(
        request,
        application,
        lambda: answer_from_list(
            application=application,
            state=ApplicationState(asked),
            answer=request.POST.get("answer", ""),
            reason=request.POST.get("reason", "") if is_no else "",
            language=wording.reader_language(),
            by=request.user,
            at=now(),
        ),
        _("Your answer is on its way to the candidate."),
    )


@page(may="opportunities.withdraw_application", of=queries.application_by_id, writes=True)
def answer_invitation(request: PageRequest, application: Any) -> HttpResponse:
    accept, candidate = request.POST.get("accept") == "yes", application.candidate
    if accept and not name_of(candidate):
        who = saved_who(request, candidate)
        if who.errors:
            return _refused(
                request, application, _("Say who you are: with a yes they get your name."), who=who
            )
        candidate.refresh_from_db()
    return _done(
        request,
        application,
        lambda: actions.answer_invitation(
            application=application,
            accept=accept,
            message=request.POST.get("message", ""),
            reason="" if accept else request.POST.get("reason", ""),
            language=wording.reader_language(),
            by=request.user,
            at=now(),
        ),
        _("They now see who you are, and will write to you.") if accept else _("They know that you said no."),
    )


@page(may="opportunities.withdraw_application", of=queries.application_by_id, writes=True)
def take_place(request: PageRequest, application: Any) -> HttpResponse:
    return _done(
        request,
        application,
        lambda: actions.take_place(application=application, by=request.user, at=now()),
        _("The place is yours. They know."),
    )


@page(may="opportunities.withdraw_application", of=queries.application_by_id, writes=True)
def withdraw_application(request: PageRequest, application: Any) -> HttpResponse:
    return _done(
        request,
        application,
        lambda: actions.withdraw_application(
            application=application, reason=request.POST.get("reason", ""), by=request.user, at=now()
        ),
        _("Your application is taken back. They no longer see who you are."),
    )


@page(may="opportunities.view_application", of=queries.application_by_id, writes=True)
def give_end_reason(request: PageRequest, application: Any) -> HttpResponse:
    """Say afterwards why it ended; the action asks whether this side ended it."""
    return _done(
        request,
        application,
        lambda: actions.give_end_reason(
            application=application, reason=request.POST.get("reason", ""), by=request.user, at=now()
        ),
        _("Saved."),
    )


@page(may="opportunities.withdraw_application", of=queries.application_by_id, writes=True)
def choose_sharing(request: PageRequest, application: Any) -> HttpResponse:
    """The candidate lets the organisation see who it is, or no longer: for this opportunity alone."""
    said: dict[str, Any] = {"language": wording.reader_language(), "by": request.user, "at": now()}
    if request.POST.get("said") == "yes":
        act: Callable[[], object] = partial(actions.share_with_organisation, application=application, **said)
        return _done(request, application, act, _("They see again who you are."))
    act = partial(
        withdraw_consent,
        candidate=application.candidate,
        purpose=ConsentPurpose.SHARE_ON_APPLICATION,
        opportunity_id=application.opportunity_id,
        **said,
    )
    return _done(request, application, act, _("Saved. They no longer see who you are."))


@page(may="opportunities.invite_candidate", of=queries.opportunity_by_id, writes=True)
def invite_candidate(request: PageRequest, opportunity: Any) -> HttpResponse:
    candidate = found_by_id(candidate_by_id, request.POST.get("candidate"))
    if candidate is None:
        messages.error(request, _("This candidate is not shown any more."))
        return redirect("opportunity", pk=opportunity.pk)
    try:
        application = invite_from_list(
            opportunity=opportunity,
            candidate=candidate,
            invitation=request.POST.get("invitation", ""),
            language=wording.reader_language(),
            by=request.user,
            at=now(),
        )
    except REFUSED as error:
        messages.error(request, str(error))
        return redirect("opportunity", pk=opportunity.pk)
    said = _("%(alias)s is invited, and says yes or no. You learn who it is with a yes.")
    messages.success(request, said % {"alias": candidate.alias})
    return redirect("application", pk=application.pk)


def entry(application: Any) -> dict[str, Any]:
    """An application as a row of a list."""
    state = ApplicationState(application.state)
    return {
        "application": application,
        "name": shown_name(application),
        "state": state.label,
        "tone": TONES.get(state, "neutral"),
        "is_overdue": application.is_overdue(localdate()),
    }


def shown_name(application: Any) -> str:
    """The name where it is shared, else the alias."""
    return queries.shared_name(application) or str(application.candidate.alias)


def contact_rows(candidate: Any) -> list[tuple[str, str]]:
    """Name, e-mail and phone as far as they are known, each with its label; ask `people.view_identity` first."""
    identity = getattr(candidate, "identity", None)
    labels = {"name": _("Name"), "email": _("E-mail"), "phone": _("Phone")}
    return [(label, getattr(identity, name, "")) for name, label in labels.items()]


def _page_of(request: PageRequest, application: Any, **more: Any) -> dict[str, Any]:
    is_own = application.candidate.user_id == request.user.pk
    steps = queries.steps_of(application, request.user)
    may_note_door = not is_own and request.user.has_perm("outreach.note_door", application)
    rows = contact_rows(application.candidate) if application.is_shared and not is_own else []
    address = reverse("opportunity", args=[application.opportunity_id])
    return {
        **entry(application),
        "is_own": is_own,
        "ad": shown_ad(request, application.opportunity, address, as_written=not is_own),
        "can": {step.value for step in steps},
        "answers": [(step.value, ANSWERS[step]) for step in ANSWERS if step in steps and not is_own],
        "no_reasons": _reasons(ApplicationState.REJECTED),
        "own_reasons": _reasons(ApplicationState.WITHDRAWN),
        "missing_reasons": _missing_reasons(request, application, is_own=is_own),
        "reason": EndReason(application.end_reason).label if application.end_reason else "",
        "typed_reason": "",
        "figures": queries.reply_figures(application.opportunity.organisation, day=localdate()),
        "typed": "",
        "shows_message": queries.shows_message(application, request.user),
        "contact": [(label, value) for label, value in rows if value],
        "who": missing_who(application.candidate) if is_own else None,
        "door": door_of(application) if may_note_door else None,
        "doors": Door.choices if may_note_door else [],
        "door_campaigns": campaigns_of(application) if may_note_door else [],
        **_agreement_of(request, application),
        "rules": rules_for_pair(application.candidate, application.opportunity)
        if is_own or application.is_shared
        else None,
        "may_report": request.user.has_perm("opportunities.report_application", application),
        "may_see_profile": is_own or request.user.has_perm("people.view_candidate", application.candidate),
        **more,
    }


def _agreement_of(request: HttpRequest, application: Any) -> dict[str, Any]:
    """The agreement about the place, or whether the reader may write it: once the place is offered."""
    is_settled = application.state in {ApplicationState.OFFERED, ApplicationState.PLACED}
    agreement = standing_agreement(application) if is_settled else None
    may_write = is_settled and request.user.has_perm("placements.write_agreement", application)
    return {"agreement": agreement, "may_write_agreement": may_write and agreement is None}


def _reasons(state: ApplicationState) -> list[tuple[str, str]]:
    return [(reason.value, wording.capital(str(reason.label))) for reason in END_REASONS[state]]


def _missing_reasons(request: PageRequest, application: Any, *, is_own: bool) -> list[tuple[str, str]]:
    """What the side that ended an application may still say of why; empty where it is said, or the other's to say."""
    state = ApplicationState(application.state)
    if application.end_reason or state not in END_REASONS:
        return []
    may_answer = not is_own and request.user.has_perm("opportunities.answer_application", application)
    is_theirs = may_answer if state == ApplicationState.REJECTED else is_own
    return _reasons(state) if is_theirs else []


def _done(request: PageRequest, application: Any, act: Callable[[], object], said: str) -> HttpResponse:
    """Do it and say so; what was typed is kept where it cannot be done."""
    try:
        act()
    except REFUSED as error:
        return _refused(request, application, str(error))
    messages.success(request, said)
    return redirect("application", pk=application.pk)


def _refused(request: PageRequest, application: Any, why: str, **more: Any) -> HttpResponse:
    messages.error(request, why)
    context = _page_of(
        request,
        application,
        typed=request.POST.get("answer") or request.POST.get("message", ""),
        typed_reason=request.POST.get("reason", ""),
        **more,
    )
    return render(request, "company/application.html", context, status=422)
