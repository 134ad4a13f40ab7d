"""What a link in a mail to many opens: it counts, and leads on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from brobygger.apps.outreach import actions, queries
from brobygger.web.page import ANYONE, page
from brobygger.web.public.jobs.views import is_reader


@never_cache
def open_link(request: HttpRequest, code: str) -> HttpResponse:
    """
    Where the mail says. A page that reads cannot write; so that it was opened is counted before, as a number of the day,
    for readers and not for programs that say what they are or look ahead. No cookie is set for it.
    """
    if request.method == "GET" and is_reader(request):
        link = queries.campaign_link_by_code(code)
        if link is not None:
            actions.count_link_opening(link=link, by=None, at=now())
    return _open_link(request, code=code)


@page(may=ANYONE, of=queries.campaign_link_by_code)
def _open_link(request: HttpRequest, link: Any) -> HttpResponse:
    response = HttpResponseRedirect(link.address)
    response["Referrer-Policy"] = "no-referrer"  # the place it leads to need not know of the mail
    return response


open_link.may, open_link.writes = ANYONE, False  # type: ignore[attr-defined]
