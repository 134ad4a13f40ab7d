"""The programmes: what each is for, and its targets."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from brobygger.apps.base.queries import can_ever
from brobygger.apps.programmes.queries import programmes, programmes_run_by
from brobygger.web import wording
from brobygger.web.page import PageRequest, page


@page(may="programmes.view_programme")
def list_programmes(request: PageRequest) -> HttpResponse:
    language, user = wording.reader_language(), request.user
    may_approve = can_ever("opportunities.approve_opportunity", user)
    run = set(programmes_run_by(user).values_list("pk", flat=True)) if may_approve else set()
    shown = [
        {
            "programme": programme,
            "may_approve": programme.pk in run,
            "description": programme.description_in(language),
            "targets": [
                (target.label_in(language), target.number, target.unit) for target in programme.targets.all()
            ],
        }
        for programme in programmes()
    ]
    context = {"shown": shown, "may_view_weights": request.user.has_perm("matching.view_weights")}
    return render(request, "secretariat/programmes.html", context)
