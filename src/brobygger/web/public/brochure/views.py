"""The talent brochure: who is here, in numbers that tell of nobody; made to be printed."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching.actions import renew_brochure
from brobygger.apps.matching.enums import BrochureDimension
from brobygger.apps.matching.queries import brochure
from brobygger.apps.programmes.queries import programmes
from brobygger.core.barometer.small_cells import THRESHOLD
from brobygger.web import wording
from brobygger.web.fields_of_study import broad_field
from brobygger.web.page import PageRequest, page

MOST = 20  # rows of each table


@page(may="matching.view_brochure")
def show_brochure(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("programme", "")
    known = list(programmes())
    programme = next((one for one in known if one.code == chosen), None)
    if chosen and programme is None:
        raise Http404
    found = brochure(chosen)
    context = {
        "brochure": found,
        "programme": programme,
        "programmes": [(one.code, one.name, one.code == chosen) for one in known],
        "about": programme.description_in(wording.reader_language()) if programme else "",
        "parts": [
            (
                dimension.label,
                [(_named(dimension, key), count) for key, count in found.numbers[dimension][:MOST]],
            )
            for dimension in BrochureDimension
            if found.numbers[dimension]
        ],
        "threshold": THRESHOLD,
        "may_renew": request.user.has_perm("matching.renew_brochure"),
    }
    return render(request, "public/brochure.html", context)


@page(may="matching.renew_brochure", writes=True)
def renew(request: PageRequest) -> HttpResponse:
    if renew_brochure(by=request.user, at=now()):
        messages.success(request, _("The brochure is up to date."))
    else:
        messages.info(request, _("Too few people have come or gone: the numbers stay as they are."))
    return redirect("brochure")


def _named(dimension: BrochureDimension, key: str) -> str:
    words = wording.words()
    if dimension is BrochureDimension.SKILL:
        concepts = taxonomy()
        number = concepts.index.get(key)
        return (
            key if number is None else wording.capital(concepts.preferred(number, wording.reader_language()))
        )
    if dimension is BrochureDimension.LANGUAGE:
        return wording.capital(words.language_name(key))
    if dimension is BrochureDimension.MARKET:
        return words.country(key)
    return str(broad_field(key))
