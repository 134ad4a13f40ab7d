"""Applications: who applied or was invited, and what the organisation does: invite, and answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from ninja import Field, Query, Schema
from pydantic import StringConstraints

from brobygger.api.access import ApiRequest
from brobygger.api.build import Of, Section, View, made
from brobygger.api.language import reader_language
from brobygger.api.paging import Page, Window, page_of
from brobygger.api.problems import WrongInput, refused
from brobygger.api.v1.opportunities import OPPORTUNITY, Opportunity, opportunity_from
from brobygger.api.values import Id
from brobygger.apps.base.enums import TokenScope
from brobygger.apps.matching.actions import answer_from_list, invite_from_list
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import END_REASONS, ApplicationState, EndReason, Side
from brobygger.apps.people.queries import candidate_by_id

section = Section(tags=["Applications"])
APPLICATION = Of("id", Id, queries.application_by_id)
READ, WRITE = TokenScope.APPLICATIONS_READ, TokenScope.APPLICATIONS_WRITE
Letter = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$", max_length=actions.LONGEST_TEXT)]


def reasons_for(state: ApplicationState) -> str:
    """What may be given as the reason of an end, for the document."""
    return ", ".join(END_REASONS[state])


class Application(Schema):
    """A candidate and an opportunity that one of them chose: applied for, or invited to."""

    id: int
    opportunity: Opportunity
    alias: str = Field(description="Of the candidate.")
    name: str = Field(
        description="Of the candidate, as far as the organisation sees it; empty: the alias alone."
    )
    begun_by: Side
    state: ApplicationState
    is_shared: bool = Field(description="The organisation sees who the candidate is.")
    created_at: dt.datetime
    changed_at: dt.datetime
    answer_due_date: dt.date | None = Field(
        description="Until when the organisation has promised an answer; null: none is owed."
    )
    is_overdue: bool = Field(description="That day is over.")
    end_reason: EndReason | None = Field(description="Why it ended; null: it has not, or nobody said.")


class WholeApplication(Application):
    """An application with what was written and answered, and where it can go from here."""

    candidate: int | None = Field(
        description="Id of the candidate, for `/candidates/{id}`; null: you may not see the profile."
    )
    email: str = Field(description="Of the candidate; empty: not said, or not shared with the organisation.")
    phone: str = Field(description="The same.")
    invitation: str = Field(description="What the organisation wrote with its invitation.")
    message: str = Field(
        description="What the candidate wrote; empty also where it may name the candidate, and you may not know who it is."
    )
    answer: str = Field(description="What the organisation answered.")
    answered_by: str = Field(description="Name of the person who answered; empty: nobody has.")
    answered_at: dt.datetime | None = Field(description="The first answer to the latest application.")
    next_states: list[ApplicationState] = Field(description="Where you may move it from here.")


class ApplicationChoice(Schema):
    opportunity: Id | None = Field(None, description="Id of the opportunity.")
    state: ApplicationState | None = None
    awaits_answer: bool | None = Field(None, description="Whether the organisation owes an answer.")


class NewInvitation(Schema):
    candidate: Id = Field(..., description="Id of the candidate, as rankings name it.")
    invitation: Letter = Field("", description="What the candidate reads.")


class NewAnswer(Schema):
    """A person answers, always: the owner of the token, whose name the candidate reads."""

    state: Literal["talking", "offered", "placed", "rejected"] = Field(
        ...,
        description="talking: we would like to talk; offered: the place; placed: it is settled; rejected: no, thank you.",
    )
    answer: Letter = Field("", description="What the candidate reads.")
    reason: EndReason | None = Field(
        None,
        description="Why it is a no, which the candidate reads: needed with rejected, and only then. One of"
        f" {reasons_for(ApplicationState.REJECTED)}.",
    )


class WhyItEnded(Schema):
    reason: EndReason = Field(..., description="One that the side that ended it may give.")


def application_from(row: Any) -> Application:
    return Application(**_columns(row))


def whole_application_from(request: ApiRequest, row: Any) -> WholeApplication:
    """An application as the owner of the token sees it."""
    identity = getattr(row.candidate, "identity", None) if row.is_shared else None
    may_see_profile = request.user.has_perm("people.view_candidate", row.candidate)
    return WholeApplication(
        **_columns(row),
        candidate=row.candidate_id if may_see_profile else None,
        email=identity.email if identity else "",
        phone=identity.phone if identity else "",
        invitation=row.invitation,
        message=row.message if queries.shows_message(row, request.user) else "",
        answer=row.answer,
        answered_by=row.answered_by_name,
        answered_at=row.answered_at,
        next_states=sorted(queries.steps_of(row, request.user)),
    )


def application_after(request: ApiRequest, application: Any) -> WholeApplication:
    """
    The same, as it is after something was done with it.

    Raises:
        Http404: it is gone.
    """
    row = queries.application_by_id(application.pk)
    if row is None:
        raise Http404
    return whole_application_from(request, row)


def step(
    of: Section, method: str, name: str, *, may: str, problems: Iterable[int] = (409,)
) -> Callable[[View], View]:
    """An operation that moves one application on and gives it as it is then."""
    return of.writes(
        method,
        f"/applications/{{id}}/{name}",
        may=may,
        of=APPLICATION,
        gives={200: WholeApplication},
        scope=WRITE,
        problems=problems,
    )


@section.reads("/applications", may="opportunities.view_opportunities", gives=Page[Application], scope=READ)
def list_applications(request: ApiRequest, chosen: Query[ApplicationChoice], window: Query[Window]) -> Any:
    """The applications that the owner of the token may see: those that wait for an answer first, the oldest first."""
    narrowed = queries.ApplicationFilter(chosen.opportunity, chosen.state or "", chosen.awaits_answer)
    return page_of(request, queries.application_list(request.user, narrowed), window, application_from)


@section.reads(
    "/applications/{id}",
    may="opportunities.view_application",
    of=APPLICATION,
    gives=WholeApplication,
    scope=READ,
)
def show_application(request: ApiRequest, application: Any) -> Any:
    """One application. Who it is stands in it from when the candidate applies or takes the invitation."""
    return whole_application_from(request, application)


@section.writes(
    "POST",
    "/opportunities/{id}/invitations",
    may="opportunities.invite_candidate",
    of=OPPORTUNITY,
    gives={200: WholeApplication, 201: WholeApplication},
    scope=WRITE,
    problems=[409],
)
def invite_candidate(
    request: ApiRequest, opportunity: Any, new: NewInvitation, response: HttpResponse
) -> Any:
    """Invite a candidate to apply: you learn who it is with a yes. The same again changes nothing."""
    candidate, at = candidate_by_id(new.candidate), now()
    if candidate is None:
        raise WrongInput("candidate", _("This candidate is not shown any more."))
    with refused(actions.ImpossibleStep, actions.NotOpen, actions.EnoughInvited):
        saved = invite_from_list(
            opportunity=opportunity,
            candidate=candidate,
            invitation=new.invitation,
            language=reader_language(),
            by=request.user,
            at=at,
        )
    shown, is_new = application_after(request, saved), saved.created_at == at
    return made(request, response, "show_application", saved.pk, shown, is_new=is_new)


@step(section, "POST", "answer", may="opportunities.answer_application")
def answer_application(request: ApiRequest, application: Any, said: NewAnswer) -> Any:
    """Answer an application: talk, offer the place, say that it is taken, or say no. The same again changes nothing."""
    with refused(actions.ImpossibleStep, reason=actions.NoSuchReason):
        answer_from_list(
            application=application,
            state=ApplicationState(said.state),
            answer=said.answer,
            reason=said.reason or "",
            language=reader_language(),
            by=request.user,
            at=now(),
        )
    return application_after(request, application)


# which side ended it, the action asks
@step(section, "PUT", "end-reason", may="opportunities.view_application", problems=())
def give_end_reason(request: ApiRequest, application: Any, why: WhyItEnded) -> Any:
    """Say afterwards why an application ended, where you ended it. The same again changes nothing."""
    with refused(reason=actions.NoSuchReason):
        actions.give_end_reason(application=application, reason=why.reason, by=request.user, at=now())
    return application_after(request, application)


def _columns(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk,
        "opportunity": opportunity_from(row.opportunity),
        "alias": row.candidate.alias,
        "name": queries.shared_name(row),
        "begun_by": Side(row.begun_by),
        "state": ApplicationState(row.state),
        "is_shared": row.is_shared,
        "created_at": row.created_at,
        "changed_at": row.changed_at,
        "answer_due_date": row.answer_due_date if row.awaits_answer else None,
        "is_overdue": row.is_overdue(localdate()),
        "end_reason": EndReason(row.end_reason) if row.end_reason else None,
    }
