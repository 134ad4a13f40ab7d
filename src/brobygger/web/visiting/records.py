"""Stories of hosts, doors of placements, and grants."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.opportunities.queries import application_by_id
from brobygger.apps.organisations.queries import organisation_by_id
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import GrantDetails, NotAgreed, StoryDetails
from brobygger.apps.outreach.enums import Door, GrantPurpose, GrantState
from brobygger.apps.programmes.queries import programme_by_id, programmes_run_by
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import whole_number
from brobygger.web.visiting.forms import GrantForm, StoryForm, add_errors
from brobygger.web.visiting.tabs import tabs

PER_PAGE = 20


@page(may="outreach.view_stories")
def list_published(request: HttpRequest) -> HttpResponse:
    """What hosts say, for everybody."""
    industry = request.GET.get("industry", "").strip()
    rows = BoundedPaginator(queries.published_stories(industry=industry), PER_PAGE)
    context = {"rows": rows.get_page(request.GET.get("page"))}
    return render(request, "visiting/hosts.html", context)


@never_cache
@page(may="outreach.view_stories", of=queries.published_story)
def show_published(request: HttpRequest, story: Any) -> HttpResponse:
    """One story at an address of its own. Taken back it is gone with the next request: nobody keeps a copy for us."""
    others = [one for one in queries.evidence_for(story.organisation) if one.pk != story.pk]
    return render(request, "visiting/host.html", {"story": story, "others": others})


@page(may="outreach.view_visits")
def list_stories(request: PageRequest) -> HttpResponse:
    rows = BoundedPaginator(queries.stories_to_look_at(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "visiting/stories.html", {"tabs": tabs(request, "stories"), "rows": rows})


@page(may="outreach.write_story", of=organisation_by_id)
def show_own_stories(request: PageRequest, organisation: Any) -> HttpResponse:
    return _stories(request, organisation, StoryForm())


@page(may="outreach.write_story", of=organisation_by_id, writes=True)
def write_story(request: PageRequest, organisation: Any) -> HttpResponse:
    form = StoryForm(request.POST)
    programme = organisation.programmes.order_by("name", "pk").first()
    if form.is_valid() and programme is not None:
        try:
            actions.write_story(
                organisation=organisation,
                programme=programme,
                details=StoryDetails(language=wording.reader_language(), **form.cleaned_data),
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Saved. Nobody else reads it before you agree."))
            return redirect("company-stories", pk=organisation.pk)
    if programme is None:
        form.add_error(None, _("The company takes part in no programme yet."))
    return _stories(request, organisation, form, 422)


def _stories(request: PageRequest, organisation: Any, form: StoryForm, status: int = 200) -> HttpResponse:
    context = {
        "organisation": organisation,
        "stories": [
            (one, request.user.has_perm("outreach.agree_to_story", one))
            for one in queries.stories_of(organisation)
        ],
        "form": form,
    }
    return render(request, "visiting/company_stories.html", context, status=status)


@page(may="outreach.agree_to_story", of=queries.story_by_id, writes=True)
def agree(request: PageRequest, story: Any) -> HttpResponse:
    agrees = request.POST.get("agrees") == "yes"
    actions.agree_to_story(story=story, agrees=agrees, by=request.user, at=now())
    said = (
        _("Thank you. The secretariat can publish it now.")
        if agrees
        else _("Taken back: nobody reads it any more.")
    )
    messages.success(request, said)
    return redirect("company-stories", pk=story.organisation_id)


@page(may="outreach.publish_story", of=queries.story_by_id, writes=True)
def publish(request: PageRequest, story: Any) -> HttpResponse:
    try:
        actions.publish_story(
            story=story, published=request.POST.get("published") == "yes", by=request.user, at=now()
        )
    except NotAgreed:
        messages.error(request, _("The host has not agreed yet."))
    return redirect("stories")


@page(may="outreach.view_doors")
def show_doors(request: PageRequest) -> HttpResponse:
    asked = request.GET.get("programme", "")
    programme = whole_number(asked)
    figures, unsaid = queries.door_figures(programme)
    context = {
        "tabs": tabs(request, "doors"),
        "programmes": programmes_run_by(request.user),
        "programme": asked,
        "figures": figures,
        "placements": [(one.label, one.placements) for one in figures],
        "has_any": any(one.applications for one in figures),
        "unsaid": unsaid,
    }
    return render(request, "visiting/doors.html", context)


@page(may="outreach.note_door", of=application_by_id, writes=True)
def note_door(request: PageRequest, application: Any) -> HttpResponse:
    asked = request.POST.get("door", "")
    if asked in Door.values:
        actions.note_door(
            application=application,
            door=Door(asked),
            detail=request.POST.get("detail", ""),
            campaign=_campaign(request.POST.get("campaign", ""), application),
            by=request.user,
            at=now(),
        )
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Choose which door it was."))
    return redirect("application", pk=application.pk)


def _campaign(asked: str, application: Any) -> Any:
    """A mail to many that may have brought an application."""
    number = whole_number(asked)
    return next((one for one in queries.campaigns_of(application) if one.pk == number), None)


@page(may="outreach.view_grants")
def list_grants(request: PageRequest) -> HttpResponse:
    context = {
        "tabs": tabs(request, "grants"),
        "grants": list(queries.grants()),
        "programmes": programmes_run_by(request.user),
        "today": localdate(),
    }
    return render(request, "visiting/grants.html", context)


@page(may="outreach.add_grant", of=programme_by_id)
def show_new_grant(request: PageRequest, programme: Any) -> HttpResponse:
    return _grant(request, GrantForm(), programme=programme)


@page(may="outreach.add_grant", of=programme_by_id, writes=True)
def add_grant(request: PageRequest, programme: Any) -> HttpResponse:
    form = GrantForm(request.POST)
    if form.is_valid():
        try:
            grant = actions.add_grant(programme=programme, details=_details(form), by=request.user, at=now())
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect("grant", pk=grant.pk)
    return _grant(request, form, programme=programme, status=422)


@page(may="outreach.change_grant", of=queries.grant_by_id)
def show_grant(request: PageRequest, grant: Any) -> HttpResponse:
    initial = {name: getattr(grant, name) for name in GrantForm.base_fields}
    return _grant(request, GrantForm(initial=initial), grant=grant)


@page(may="outreach.change_grant", of=queries.grant_by_id, writes=True)
def change_grant(request: PageRequest, grant: Any) -> HttpResponse:
    form = GrantForm(request.POST)
    if form.is_valid():
        try:
            actions.change_grant(grant=grant, details=_details(form), by=request.user, at=now())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("grants")
    return _grant(request, form, grant=grant, status=422)


@page(may="outreach.change_grant", of=queries.grant_by_id, writes=True)
def add_condition(request: PageRequest, grant: Any) -> HttpResponse:
    try:
        due = dt.date.fromisoformat(request.POST.get("due_date", ""))
        actions.add_condition(
            grant=grant, text=request.POST.get("text", ""), due_date=due, by=request.user, at=now()
        )
    except (ValueError, ValidationError):
        messages.error(request, _("A condition needs words and a day."))
    return redirect("grant", pk=grant.pk)


@page(may="outreach.change_grant", of=queries.condition_by_id, writes=True)
def meet_condition(request: PageRequest, condition: Any) -> HttpResponse:
    actions.meet_condition(condition=condition, by=request.user, at=now())
    messages.success(request, _("Noted as met."))
    return redirect("grant", pk=condition.grant_id)


def _details(form: GrantForm) -> GrantDetails:
    said = form.cleaned_data
    return GrantDetails(
        **{**said, "purpose": GrantPurpose(said["purpose"]), "state": GrantState(said["state"])}
    )


def _grant(
    request: PageRequest, form: GrantForm, *, programme: Any = None, grant: Any = None, status: int = 200
) -> HttpResponse:
    context = {
        "tabs": tabs(request, "grants"),
        "form": form,
        "programme": programme or grant.programme,
        "grant": grant,
        "conditions": list(grant.conditions.all()) if grant else [],
        "today": localdate(),
    }
    return render(request, "visiting/grant.html", context, status=status)
