"""The programmes: what each is for, and its targets."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.base.queries import can_ever
from brobygger.apps.programmes.actions import set_joining
from brobygger.apps.programmes.queries import open_programmes, programme_by_id, programmes, programmes_run_by
from brobygger.core.barometer.small_cells import rounded
from brobygger.web import wording
from brobygger.web.page import PageRequest, page


@page(may="programmes.view_programme")
def list_programmes(request: PageRequest) -> HttpResponse:
    language, user = wording.reader_language(), request.user
    rows: Any = programmes()  # each with counts that only the database adds
    exactly = user.has_perm("people.view_candidates")
    may_approve = can_ever("opportunities.approve_opportunity", user)
    may_change = can_ever("programmes.change_programme", user)
    run = set(programmes_run_by(user).values_list("pk", flat=True)) if may_approve or may_change else set()
    joinable = set(open_programmes(day=localdate()).values_list("pk", flat=True))
    shown = [
        {
            "programme": programme,
            "people": _people(programme.candidate_count, exactly=exactly),
            "may_approve": may_approve and programme.pk in run,
            "may_change": may_change and programme.pk in run,
            "is_joinable": programme.pk in joinable,
            "description": programme.description_in(language),
            "targets": [
                (target.label_in(language), target.number, target.unit) for target in programme.targets.all()
            ],
        }
        for programme in rows
    ]
    context = {"shown": shown, "may_view_weights": request.user.has_perm("matching.view_weights")}
    return render(request, "secretariat/programmes.html", context)


@page(may="programmes.change_programme", of=programme_by_id, writes=True)
def choose_joining(request: PageRequest, programme: Any) -> HttpResponse:
    """Whether candidates may join by themselves."""
    set_joining(programme=programme, is_open=request.POST.get("open") == "yes", by=request.user, at=now())
    return redirect("programmes")


def _people(count: int, *, exactly: bool) -> str:
    """How many candidates a programme has; to those who may not see the list no small number."""
    if exactly or not count:
        return ngettext("%(count)d candidate", "%(count)d candidates", count) % {"count": count}
    if least := rounded(count):
        return _("at least %(count)d candidates") % {"count": least}
    return _("fewer than five candidates")
