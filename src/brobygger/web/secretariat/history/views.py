"""What was done to one thing: who, when, what, and what it changed."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from brobygger.apps.base.queries import entries_about, subject_of
from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.organisations.queries import organisations_spoken_for
from brobygger.apps.people.queries import aliases_of_users
from brobygger.web.page import page
from brobygger.web.secretariat.history.phrases import PAGES, action_phrase, change_lines, subject_word

PER_PAGE = 30


@page(may="base.view_history")
def show_history(request: HttpRequest, *, subject_type: str, subject_id: str) -> HttpResponse:
    entries = Paginator(entries_about(subject_type, subject_id), PER_PAGE)
    subject = subject_of(subject_type, subject_id)
    if subject is None and not entries.count:
        raise Http404
    concepts = cache(taxonomy)  # the vocabulary is looked up once a page, where a fact needs it
    rows = entries.get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "subject": subject,
        "subject_word": subject_word(subject_type),
        "subject_id": subject_id,
        "subject_page": reverse(PAGES[subject_type], args=[subject_id])
        if subject and subject_type in PAGES
        else "",
        "rows": rows,
        "told": [
            (entry, who, action_phrase(entry.action), change_lines(entry.changes, concepts, subject_type))
            for entry, who in zip(rows, _who(request.user, list(rows)), strict=True)
        ],
    }
    return render(request, "secretariat/history.html", context)


def _who(reader: Any, entries: list[Any]) -> list[str]:
    """
    Who did each: candidates by alias, contacts by their company. Two queries where there are any.

    The trail names them by number alone, for it is never erased; what the number stands for is looked up as it is now.
    """
    numbered = [one.by_id for one in entries if one.by_id and one.by_name == f"#{one.by_id}"]
    if not numbered:
        return [one.by_name for one in entries]
    aliases, companies = aliases_of_users(reader, numbered), organisations_spoken_for(numbered)

    def named(user_id: int) -> str:
        if user_id in aliases:
            return aliases[user_id]
        if user_id in companies:
            return _("a contact of %(organisation)s") % {"organisation": companies[user_id]}
        return _("a candidate, or a contact of a company")

    return [named(one.by_id) if one.by_name == f"#{one.by_id}" else one.by_name for one in entries]
