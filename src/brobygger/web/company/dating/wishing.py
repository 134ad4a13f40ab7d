"""What the walks of both sides share: choices of a wish, what a form of wishes says, and the page of one's own evening."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext_lazy

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import WishOrigin
from brobygger.web.ads import titles_of
from brobygger.web.page import PageRequest
from brobygger.web.sent import whole_number

STRENGTHS = (
    ("0", gettext_lazy("No")),
    ("1", gettext_lazy("Gladly")),
    ("2", gettext_lazy("A lot")),
    ("3", gettext_lazy("Most")),
)
REFUSED = (
    actions.NotChosen,
    actions.RequestRefused,
    actions.WrongWish,
    actions.NotTaking,
    actions.WrongEvening,
    actions.TooEarly,
    actions.Settled,
)


def wishes_in(request: HttpRequest) -> dict[int, int]:
    """Strength by row number, of the fields `wish-12`; what is no number, or not wished for, is left out."""
    found = {}
    for name, value in request.POST.items():
        row = whole_number(name.removeprefix("wish-")) if name.startswith("wish-") else None
        if row is not None and value in ("1", "2", "3"):
            found[row] = int(value)
    return found


def choice(wishes: Mapping[int, Any], pk: int) -> dict[str, Any]:
    """How a wish stands in a form: its value, and whether it is a suggestion."""
    wish = wishes.get(pk)
    if wish is None or wish.origin == WishOrigin.DISMISSED:
        return {"value": "0", "is_suggested": False}
    return {"value": str(wish.strength), "is_suggested": wish.origin == WishOrigin.SUGGESTED}


def evening_context(of: Any, request: PageRequest) -> dict[str, Any]:
    """What the page of one's own evening shows, on either side."""
    at = now()
    talks = queries.own_talks(of=of, at=at)
    wishes = queries.own_wishes(of=of)
    unanswered = [one for one in talks if one.answer is None]
    applied = [one.lead.application.opportunity for one in talks if one.lead and one.lead.application]
    return {
        "own": of,
        "evening": of.evening,
        "event": of.evening.event,
        "talks": talks,
        "titles": titles_of([*applied, *(offer for one in talks for offer in one.brings)]),
        "ahead": [one for one in talks if not one.is_over],
        "unanswered": unanswered,
        "asks_now": any(one.has_begun for one in unanswered),
        "wish_count": sum(one.origin != WishOrigin.DISMISSED for one in wishes.values()),
        "suggested_count": sum(one.origin == WishOrigin.SUGGESTED for one in wishes.values()),
        "takes_wishes": of.evening.takes_wishes(at),
        "is_over": of.evening.event.ends_at <= at,
        "slots": queries.slots_of(of.evening, ()),
    }


def done(request: HttpRequest, act: Callable[[], str], back: str, pk: int) -> HttpResponse:
    """Do it and say so; what cannot be done says why."""
    try:
        messages.success(request, act())
    except REFUSED as error:
        messages.error(request, str(error))
    return redirect(back, pk=pk)
