"""How a CV and an application are written in each country, and a document to begin from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.data.guides import (
    COUNTRIES,
    KINDS,
    LANGUAGES,
    Skeleton,
    guide_for,
    skeleton,
    to_docx,
    to_odt,
    to_text,
)
from brobygger.web import wording
from brobygger.web.page import page
from brobygger.web.shell import OWN_NAMES

NAMES = {
    "DK": gettext_lazy("Denmark"),
    "NO": gettext_lazy("Norway"),
    "SE": gettext_lazy("Sweden"),
    "EN": gettext_lazy("In English, for any country"),
}
KIND_NAMES = {"cv": gettext_lazy("CV"), "application": gettext_lazy("Application letter")}
FORMS: Mapping[str, tuple[str, str, Callable[[Skeleton], bytes]]] = {
    "docx": (
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        to_docx,
    ),
    "odt": ("OpenDocument", "application/vnd.oasis.opendocument.text", to_odt),
    "txt": ("Text", "text/plain; charset=utf-8", lambda text: to_text(text).encode()),
}


@page(may="advice.view_guides")
def list_guides(request: HttpRequest) -> HttpResponse:
    guides = [(code, NAMES[code], _said(guide_for(code).points[0])) for code in COUNTRIES]
    return render(request, "advising/guides.html", {"guides": guides})


@page(may="advice.view_guides")
def show_guide(request: HttpRequest, country: str) -> HttpResponse:
    if country not in COUNTRIES:
        raise Http404
    guide = guide_for(country)
    kinds = [
        {
            "code": kind,
            "name": KIND_NAMES[kind],
            "parts": [(heading[guide.language], _said(hint)) for heading, hint in guide.parts[kind]],
            "files": [
                (language, OWN_NAMES[language], [(form, FORMS[form][0]) for form in FORMS])
                for language in _first(guide.language)
            ],
        }
        for kind in KINDS
    ]
    context = {
        "country": country,
        "name": NAMES[country],
        "language": guide.language,
        "points": [_said(one) for one in guide.points],
        "common": [_said(one) for one in guide.common],
        "kinds": kinds,
        "others": [(code, NAMES[code]) for code in COUNTRIES if code != country],
    }
    return render(request, "advising/guide.html", context)


@page(may="advice.view_guides")
def download(request: HttpRequest, country: str, kind: str, language: str, form: str) -> HttpResponse:
    if country not in COUNTRIES or kind not in KINDS or language not in LANGUAGES or form not in FORMS:
        raise Http404
    _name, content_type, write = FORMS[form]
    response = HttpResponse(write(skeleton(country, kind, language)), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{kind}-{country.lower()}-{language}.{form}"'
    return response


def _said(words: Mapping[str, str]) -> str:
    return words.get(wording.reader_language()) or words["en"]


def _first(language: str) -> list[str]:
    """The languages of a file, the usual one of the country first."""
    return [language, *(one for one in LANGUAGES if one != language)]


def country_name(code: str) -> str:
    """Of `advice.enums.TargetCountry`, where no country means English."""
    return str(NAMES[code or "EN"]) if (code or "EN") in NAMES else _("any country")
