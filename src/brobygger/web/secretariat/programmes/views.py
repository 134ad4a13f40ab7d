"""The programmes: what each is for, and its targets."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.programmes.queries import programmes
from brobygger.core.barometer.small_cells import rounded
from brobygger.web import wording
from brobygger.web.page import page


@page(may="programmes.view_programme")
def list_programmes(request: HttpRequest) -> HttpResponse:
    language = wording.reader_language()
    rows: Any = programmes()  # each with counts that only the database adds
    exactly = request.user.has_perm("people.view_candidates")
    shown = [
        {
            "programme": programme,
            "people": _people(programme.candidate_count, exactly=exactly),
            "description": programme.description_in(language),
            "targets": [
                (target.label_in(language), target.number, target.unit) for target in programme.targets.all()
            ],
        }
        for programme in rows
    ]
    context = {"shown": shown, "may_view_weights": request.user.has_perm("matching.view_weights")}
    return render(request, "secretariat/programmes.html", context)


def _people(count: int, *, exactly: bool) -> str:
    """How many candidates a programme has; to those who may not see the list no small number."""
    if exactly or not count:
        return ngettext("%(count)d candidate", "%(count)d candidates", count) % {"count": count}
    if least := rounded(count):
        return _("at least %(count)d candidates") % {"count": least}
    return _("fewer than five candidates")
