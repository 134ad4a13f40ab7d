"""Joint control: who does what of those who lead a programme, agreed by a person of each, and shown to everybody."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.enums import Duty
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.partnership.tabs import tabs
from brobygger.web.sent import day_of, whole_numbers


@page(may="programmes.view_arrangements")
def list_arrangements(request: PageRequest) -> HttpResponse:
    found = list(queries.programmes_led_jointly(request.user))
    in_force = queries.arrangements_in_force(found, day=localdate())
    context = {
        "tabs": tabs(request, "arrangements"),
        "shown": [(one, in_force.get(one.pk)) for one in found],
    }
    return render(request, "partnership/arrangements.html", context)


@page(may="programmes.write_arrangement", of=queries.programme_by_id)
def show_arrangement(request: PageRequest, programme: Any) -> HttpResponse:
    return _arrangement(request, programme)


@page(may="programmes.write_arrangement", of=queries.programme_by_id, writes=True)
def write_arrangement(request: PageRequest, programme: Any) -> HttpResponse:
    said = request.POST
    duties = {duty: whole_numbers(said.getlist(f"duty-{duty.value}")) for duty in Duty}
    text, valid_from = said.get("text", ""), day_of(said.get("valid_from", ""))
    if valid_from is None:
        error = _("Say from which day it is valid.")
        return _arrangement(request, programme, text=text, duties=duties, error=error, status=422)
    try:
        actions.write_arrangement(
            programme=programme, text=text, valid_from=valid_from, duties=duties, by=request.user, at=now()
        )
    except ValidationError as found:
        error = " ".join(found.messages)
        return _arrangement(
            request, programme, text=text, valid_from=valid_from, duties=duties, error=error, status=422
        )
    messages.success(request, _("Saved. It applies once a person from each lead organisation has agreed."))
    return redirect("arrangement", pk=programme.pk)


@page(may="programmes.agree_to_arrangement", of=queries.programme_by_id, writes=True)
def agree(request: PageRequest, programme: Any) -> HttpResponse:
    latest = queries.arrangements_of(programme).first()
    asked = request.POST.get("version", "")
    if latest is None or asked != str(latest.version):
        messages.error(request, _("There is a newer version. Read that one."))
        return redirect("arrangement", pk=programme.pk)
    chosen = request.POST.get("organisation", "")
    mine = [one for one in queries.organisations_agreeing(request.user, latest) if str(one.pk) == chosen]
    if not mine:
        raise PermissionDenied
    try:
        actions.agree_to_arrangement(
            arrangement=latest,
            organisation=mine[0],
            function=request.POST.get("function", ""),
            by=request.user,
            at=now(),
        )
    except ValidationError:
        messages.error(request, _("Write what you are in the organisation."))
    else:
        messages.success(request, _("You have agreed for %(organisation)s.") % {"organisation": mine[0]})
    return redirect("arrangement", pk=programme.pk)


@page(may="programmes.view_arrangement_essence", of=queries.programme_by_id)
def show_essence(request: HttpRequest, programme: Any) -> HttpResponse:
    """What everybody may read of it (article 26 (2)); prints on one sheet."""
    arrangement = queries.arrangement_in_force(programme, day=localdate())
    context = {
        "programme": programme,
        "description": programme.description_in(wording.reader_language()),
        "leads": queries.leads_of(programme),
        "arrangement": arrangement,
        "lines": queries.duty_lines(arrangement) if arrangement else [],
    }
    return render(request, "partnership/programme_privacy.html", context)


def _arrangement(
    request: PageRequest,
    programme: Any,
    *,
    text: str | None = None,
    valid_from: Any = None,
    duties: dict[Duty, list[int]] | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    versions = list(queries.arrangements_of(programme))
    latest = versions[0] if versions else None
    leads = queries.leads_of(programme)
    current = queries.arrangement_in_force(programme, day=localdate())
    lines = {one.duty: one for one in queries.duty_lines(latest)} if latest else {}
    if duties is None:
        duties = {duty: list(one.ids) for duty, one in lines.items()}
    agreed = {one.organisation_id for one in latest.agreements.all()} if latest else set()
    context = {
        "tabs": tabs(request, "arrangements"),
        "programme": programme,
        "leads": leads,
        "versions": versions,
        "latest": latest,
        "current": current,
        "lines": list(lines.values()),
        "missing": [one for one in leads if one.pk not in agreed] if latest else [],
        "mine": queries.organisations_agreeing(request.user, latest) if latest else [],
        "choices": [
            (duty.value, duty.label, [(one, one.pk in duties.get(duty, ())) for one in leads])
            for duty in Duty
        ],
        "text": latest.text if text is None and latest else text or "",
        "valid_from": (valid_from or localdate()).isoformat(),
        "error": error,
    }
    return render(request, "partnership/arrangement.html", context, status=status)
