"""The way in: a CV as a file or as text, or none. The file is read and let go; only its text is kept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.people import actions, queries
from brobygger.apps.people.enums import DocumentFormat
from brobygger.core.reading import NORDIC_AND_ENGLISH, Document
from brobygger.web.candidate.cv.received import ACCEPT, Unreadable, received
from brobygger.web.page import PageRequest, page


@page(may="base.view_own_page")
def show_form(request: PageRequest) -> HttpResponse:
    return _form(request)


@page(may="base.view_own_page", writes=True)
def read_cv(request: PageRequest) -> HttpResponse:
    """Read a file or a pasted text into the profile. Whatever is wrong with it is said, and nothing is stored."""
    try:
        found = received(request)
    except Unreadable as error:
        return _form(request, error=error.message, text=error.text)
    candidate = _save(request, found.text, found.format, found.document)
    for warning in found.warnings:
        messages.warning(request, warning)
    return _on(candidate)


@page(may="base.view_own_page", writes=True)
def start_without(request: PageRequest) -> HttpResponse:
    return _on(actions.start_without_cv(user=request.user, by=request.user, at=now()))


def _on(candidate: Any) -> HttpResponse:
    """To what was read; whoever has no name here says it first."""
    if queries.name_of(candidate):
        return redirect("my-profile")
    return redirect(f"{reverse('my-who')}?next=profile")


def _save(request: PageRequest, text: str, format_: DocumentFormat, document: Document | None = None) -> Any:
    declared = document.declared if document else ()
    candidate = actions.save_own_cv(
        user=request.user, text=text, format=format_, declared=declared, by=request.user, at=now()
    )
    count = len(queries.profile_facts(candidate))
    said = ngettext("We found %(count)d thing in your CV.", "We found %(count)d things in your CV.", count)
    messages.success(request, said % {"count": count})
    language = candidate.document.language
    if language not in NORDIC_AND_ENGLISH:
        messages.warning(
            request, _("Your CV is in a language that we read only in part. Add what we did not see.")
        )
    return candidate


def _form(request: PageRequest, *, error: str | Promise = "", text: str = "") -> HttpResponse:
    candidate = queries.candidate_of_user(request.user)
    document = getattr(candidate, "document", None)
    context: dict[str, Any] = {
        "error": error,
        "text": text,
        "accept": ACCEPT,
        "has_profile": document is not None,
        "has_cv": document is not None and bool(document.text),
        "may_say_more": document is not None and document.may_say_more,
    }
    return render(request, "candidate/cv.html", context, status=422 if error else 200)
