"""Hubs: a public page of each, and its form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events.queries.held_in import events_held_in
from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.actions import HubDetails
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.partnership.forms import HubForm
from brobygger.web.partnership.tabs import tabs
from brobygger.web.sent import whole_number
from brobygger.web.visiting.forms import add_errors

MOST_EVENTS = 20


@page(may="programmes.view_hub", of=queries.hub_by_code)
def show_hub(request: HttpRequest, hub: Any) -> HttpResponse:
    at = now()
    events = list(events_held_in(hub.programme_id, hub.towns, hub.country))
    context = {
        "hub": hub,
        "country": wording.words().country(hub.country),
        "contacts": queries.contacts_of_hub(hub),
        "partners": queries.partners_of_hub(hub),
        "coming": [one for one in events if one.ends_at >= at][::-1][:MOST_EVENTS],
        "past": [one for one in events if one.ends_at < at][:MOST_EVENTS],
        "may_change": request.user.has_perm("programmes.change_hub", hub),
    }
    return render(request, "partnership/hub.html", context)


@page(may="programmes.view_hubs")
def list_hubs(request: PageRequest) -> HttpResponse:
    words = wording.words()
    context = {
        "tabs": tabs(request, "hubs"),
        "shown": [(one, words.country(one.country)) for one in queries.hubs()],
        "programmes": queries.programmes_run_by(request.user),
    }
    return render(request, "partnership/hubs.html", context)


@page(may="programmes.add_hub", of=queries.programme_by_id)
def show_new(request: PageRequest, programme: Any) -> HttpResponse:
    return _form(request, HubForm(), programme)


@page(may="programmes.add_hub", of=queries.programme_by_id, writes=True)
def add(request: PageRequest, programme: Any) -> HttpResponse:
    return _save(request, programme, None)


@page(may="programmes.change_hub", of=queries.hub_by_id)
def edit(request: PageRequest, hub: Any) -> HttpResponse:
    initial = {name: getattr(hub, name) for name in HubForm.base_fields if name != "partners"}
    initial["partners"] = "\n".join(one.name for one in queries.partners_of_hub(hub))
    return _form(request, HubForm(initial=initial), hub.programme, hub)


@page(may="programmes.change_hub", of=queries.hub_by_id, writes=True)
def change(request: PageRequest, hub: Any) -> HttpResponse:
    return _save(request, hub.programme, hub)


@page(may="programmes.change_hub", of=queries.hub_by_id, writes=True)
def set_contact(request: PageRequest, hub: Any) -> HttpResponse:
    """Name somebody, or no longer."""
    said = request.POST
    gone = whole_number(said.get("remove"))
    if gone is not None:
        actions.remove_hub_contact(hub=hub, contact_id=gone, by=request.user, at=now())
        return redirect("hub-edit", pk=hub.pk)
    try:
        actions.add_hub_contact(
            hub=hub,
            name=said.get("name", ""),
            function=said.get("function", ""),
            email=said.get("email", ""),
            by=request.user,
            at=now(),
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("hub-edit", pk=hub.pk)


def _save(request: PageRequest, programme: Any, hub: Any) -> HttpResponse:
    form = HubForm(request.POST)
    if form.is_valid():
        code = hub.code if hub else slugify(f"{form.cleaned_data['name']}")[:60] or f"hub-{programme.code}"
        try:
            saved = actions.save_hub(
                programme=programme,
                code=code,
                details=HubDetails(**form.cleaned_data),
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("hub", code=saved.code)
    return _form(request, form, programme, hub, status=422)


def _form(
    request: PageRequest, form: HubForm, programme: Any, hub: Any = None, status: int = 200
) -> HttpResponse:
    context = {
        "tabs": tabs(request, "hubs"),
        "form": form,
        "programme": programme,
        "hub": hub,
        "contacts": queries.contacts_of_hub(hub) if hub else [],
    }
    return render(request, "partnership/hub_edit.html", context, status=status)
