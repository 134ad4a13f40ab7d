"""What was done to one thing: who, when, what, and what it changed."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from brobygger.apps.base.queries import entries_about, subject_of
from brobygger.apps.classifications.queries import taxonomy
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
            (entry, action_phrase(entry.action), change_lines(entry.changes, concepts)) for entry in rows
        ],
    }
    return render(request, "secretariat/history.html", context)
