"""What somebody wrote and could not send: an answer that holds it, so that one press sends it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.utils.http import is_same_domain
from django_htmx.http import reswap, retarget

MOST_FIELDS: Final = 1000
MOST_LETTERS: Final = 1_500_000  # of all fields; a pasted ad may have a million
SECRET: Final = re.compile("passw", re.IGNORECASE)
TOKEN: Final = "csrfmiddlewaretoken"  # noqa: S105 (the name of a field)


class Written(NamedTuple):
    """
    What a form sent.

    Args:
        fields: (name, value) of all that is sent again.
        texts: those values that somebody wrote: of several words.
        secrets: names of passwords, which are not written into a page; they are asked for again.
        files: (name of the field, name of the file, whether there may be several); to be chosen again.
        is_lost: it was too much, or could not be read.
    """

    fields: list[tuple[str, str]]
    texts: list[str]
    secrets: list[str]
    files: list[tuple[str, str, bool]]
    is_lost: bool = False


NOTHING: Final = Written([], [], [], [])


def still_here(request: HttpRequest, *, must_log_in: bool) -> HttpResponse:
    """
    The answer to a form that was not taken because of who sends it, or with which token: a page with what it held.

    Nothing of a form that another site may have sent is shown, so that nobody can be made to send what they did not
    write. The form in the page has the token of the session as it is now, and is sent by hand.
    """
    is_ours = may_be_ours(request)
    written = written_in(request) if is_ours else NOTHING
    context: dict[str, Any] = {
        "written": written,
        "is_written": is_ours and not written.is_lost,
        "address": request.get_full_path(),
        "must_log_in": must_log_in,
    }
    if getattr(request, "htmx", False):  # a part of a page asked: the page takes the place of the whole
        return retarget(reswap(render(request, "errors/still_here.html", context), "innerHTML"), "body")
    return render(request, "errors/still_here.html", context, status=403)


def may_be_ours(request: HttpRequest) -> bool:
    """Whether the browser says that a page of ours sent this; a browser that says nothing is not believed."""
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        origin = urlsplit(said)
    except ValueError:
        return False
    ours = (
        urlsplit(one) for one in (f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS)
    )
    return any(
        origin.scheme == one.scheme and is_same_domain(origin.netloc, one.netloc.lstrip("*")) for one in ours
    )


def written_in(request: HttpRequest) -> Written:
    """What a form sent, to be written into a page."""
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN]
        files = [(name, [one.name or "" for one in given]) for name, given in request.FILES.lists()]
    except (UnreadablePostError, SuspiciousOperation):
        return NOTHING._replace(is_lost=True)
    if len(fields) > MOST_FIELDS or sum(len(value) for _name, value in fields) > MOST_LETTERS:
        return NOTHING._replace(is_lost=True)
    kept = [(name, value) for name, value in fields if not SECRET.search(name)]
    return Written(
        fields=kept,
        texts=list(_texts(kept)),
        secrets=[name for name, _value in fields if SECRET.search(name)],
        files=[(name, ", ".join(names), len(names) > 1) for name, names in files],
    )


def _texts(fields: list[tuple[str, str]]) -> Iterator[str]:
    for _name, value in fields:
        if len(value.split()) > 1:
            yield value.strip()
