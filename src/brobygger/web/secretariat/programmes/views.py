"""The programmes: what each is for, and its targets."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from brobygger.apps.programmes.queries import programmes
from brobygger.web import wording
from brobygger.web.page import page


@page(may="programmes.view_programme")
def list_programmes(request: HttpRequest) -> HttpResponse:
    language = wording.reader_language()
    shown = [
        {
            "programme": programme,
            "description": programme.description_in(language),
            "targets": [
                (target.label_in(language), target.number, target.unit) for target in programme.targets.all()
            ],
        }
        for programme in programmes()
    ]
    context = {"shown": shown, "may_view_weights": request.user.has_perm("matching.view_weights")}
    return render(request, "secretariat/programmes.html", context)
