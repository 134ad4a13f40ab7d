"""What a candidate does with applications: apply, answer an invitation, take the place, take it back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils.timezone import localdate, now
from ninja import Field, Schema

from brobygger.api.access import ApiRequest
from brobygger.api.build import Section, made
from brobygger.api.language import reader_language
from brobygger.api.problems import refused
from brobygger.api.v1.applications import (
    READ,
    WRITE,
    Letter,
    WholeApplication,
    application_after,
    reasons_for,
    step,
)
from brobygger.api.v1.candidates import own_candidate
from brobygger.api.v1.opportunities import OPPORTUNITY
from brobygger.api.values import Words, YesOrNo
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import ApplicationState, EndReason
from brobygger.apps.people.actions import say_who, withdraw_consent
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose, current_text
from brobygger.apps.people.queries import agrees_to_share, has_cv, name_of

section = Section(tags=["Applications"])
SHARE = ConsentPurpose.SHARE_ON_APPLICATION


class ApplicationForm(Schema):
    """What there is to know before applying: what the organisation gets, and what is agreed to."""

    name: str = Field(description="That the organisation gets; empty: give it with the application.")
    email: str = Field(description="That the organisation gets; empty: not said.")
    phone: str = Field(description="The same.")
    has_cv: bool = Field(description="The organisation gets the CV too.")
    agrees: bool = Field(description="You have agreed to this before: `share` need not be said.")
    share_text: str = Field(description="What is agreed to with `share`, in the language that was asked for.")
    reply_days: int = Field(description="Within how many days the organisation promises an answer.")
    answered_in_time: int | None = Field(description="Percent of its answers so far; null: too few to tell.")
    application: int | None = Field(description="Id of your application or invitation, if there is one.")


class Who(Schema):
    name: Words = Field(
        "", description="Your name, which the organisation gets: needed where you have not given it yet."
    )
    phone: Words = Field("", description="Kept with a name that is given now.")


class NewApplication(Who):
    message: Letter = Field("", description="Why you, in a few words.")
    share: YesOrNo = Field(
        False,
        description="For this opportunity, you agree to what `share_text` of the form says: needed unless you have agreed before.",
    )


class InvitationAnswer(Who):
    accept: YesOrNo = Field(
        ...,
        description="true: you would like to talk, and agree that the organisation gets your name, contact details and CV;"
        " false: no, thank you.",
    )
    message: Letter = Field("", description="What the organisation reads.")
    reason: EndReason | None = Field(None, description="With a no, as in `Withdrawal`.")


class Withdrawal(Schema):
    reason: EndReason | None = Field(
        None,
        description=f"Why, if you like. One of {reasons_for(ApplicationState.WITHDRAWN)}.",
    )


class Sharing(Schema):
    is_shared: YesOrNo = Field(..., description="The organisation sees who you are.")


@section.reads(
    "/opportunities/{id}/apply",
    may="opportunities.apply",
    of=OPPORTUNITY,
    gives=ApplicationForm,
    scope=READ,
)
def show_application_form(request: ApiRequest, opportunity: Any) -> Any:
    """What the organisation gets when you apply, and the consent that this takes, in the language asked for."""
    candidate = own_candidate(request)
    identity = getattr(candidate, "identity", None)
    earlier = queries.application_of_pair(candidate, opportunity)
    figures = queries.reply_figures(opportunity.organisation, day=localdate())
    return ApplicationForm(
        name=name_of(candidate),
        email=identity.email if identity else "",
        phone=identity.phone if identity else "",
        has_cv=has_cv(candidate),
        agrees=agrees_to_share(candidate, opportunity.pk),
        share_text=str(current_text(SHARE).sentence),
        reply_days=opportunity.organisation.reply_days,
        answered_in_time=figures.percent,
        application=earlier.pk if earlier else None,
    )


@section.writes(
    "POST",
    "/opportunities/{id}/apply",
    may="opportunities.apply",
    of=OPPORTUNITY,
    gives={200: WholeApplication, 201: WholeApplication},
    scope=WRITE,
    problems=[409],
)
def apply(request: ApiRequest, opportunity: Any, new: NewApplication, response: HttpResponse) -> Any:
    """
    Apply: from now on the organisation sees who you are, and owes an answer. The same again changes nothing.

    201 for a new application, 200 where there was one or an invitation, which is taken by it.
    """
    candidate, at = own_candidate(request), now()
    with refused(actions.ImpossibleStep, actions.NotOpen, share=actions.NotShared), transaction.atomic():
        _say_who_if_unknown(request, candidate, new, at)
        saved = actions.apply(
            opportunity=opportunity,
            candidate=candidate,
            message=new.message,
            share=new.share,
            language=reader_language(),
            channel=ConsentChannel.API,
            by=request.user,
            at=at,
        )
    shown, is_new = application_after(request, saved), saved.created_at == at
    return made(request, response, "show_application", saved.pk, shown, is_new=is_new)


@step(section, "POST", "answer-invitation", may="opportunities.withdraw_application")
def answer_invitation(request: ApiRequest, application: Any, said: InvitationAnswer) -> Any:
    """Say yes or no to an invitation. With a yes the organisation sees who you are. The same again changes nothing."""
    at = now()
    with refused(actions.ImpossibleStep, reason=actions.NoSuchReason), transaction.atomic():
        if said.accept:
            _say_who_if_unknown(request, application.candidate, said, at)
        actions.answer_invitation(
            application=application,
            accept=said.accept,
            message=said.message,
            reason=said.reason or "",
            language=reader_language(),
            channel=ConsentChannel.API,
            by=request.user,
            at=at,
        )
    return application_after(request, application)


@step(section, "POST", "take-place", may="opportunities.withdraw_application")
def take_place(request: ApiRequest, application: Any) -> Any:
    """Take the place that was offered. The same again changes nothing."""
    with refused(actions.ImpossibleStep):
        actions.take_place(application=application, by=request.user, at=now())
    return application_after(request, application)


@step(section, "POST", "withdraw", may="opportunities.withdraw_application")
def withdraw_application(request: ApiRequest, application: Any, said: Withdrawal) -> Any:
    """Take an application back: the organisation no longer sees who you are. The same again changes nothing."""
    with refused(actions.ImpossibleStep, reason=actions.NoSuchReason):
        actions.withdraw_application(
            application=application, reason=said.reason or "", by=request.user, at=now()
        )
    return application_after(request, application)


@step(section, "PUT", "sharing", may="opportunities.withdraw_application")
def choose_sharing(request: ApiRequest, application: Any, chosen: Sharing) -> Any:
    """Let the organisation see who you are, or no longer: the application stands. The same again changes nothing."""
    said: dict[str, Any] = {
        "language": reader_language(),
        "channel": ConsentChannel.API,
        "by": request.user,
        "at": now(),
    }
    if chosen.is_shared:
        with refused(actions.ImpossibleStep):
            actions.share_with_organisation(application=application, **said)
    else:
        withdraw_consent(
            candidate=application.candidate,
            purpose=SHARE,
            opportunity_id=application.opportunity_id,
            **said,
        )
    return application_after(request, application)


def _say_who_if_unknown(request: ApiRequest, candidate: Any, said: Who, at: dt.datetime) -> None:
    """
    Keep the name that the organisation gets, where none is known.

    Raises:
        ValidationError: none is said, or it or the phone cannot be.
    """
    if not name_of(candidate):
        say_who(candidate=candidate, name=said.name, phone=said.phone, by=request.user, at=at)
        candidate.refresh_from_db()
