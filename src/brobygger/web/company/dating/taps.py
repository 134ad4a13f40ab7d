"""The answers after talks, on either side: two taps that a phone keeps while it has no network, and sends later."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import TalkAnswer, WishSide
from brobygger.web import kept_notes
from brobygger.web.company.dating.wishing import done
from brobygger.web.page import PageRequest
from brobygger.web.sent import whole_number

FORM_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


def show_evening(request: PageRequest, template: str, context: dict[str, Any], sync: str) -> HttpResponse:
    """
    The page of one's own evening, which goes on without a network once there is a timetable.

    Args:
        sync: the name of the address that takes taps.
    """
    own = context["own"]
    state = _state(request, context)
    context |= {"own_talks": state["html"], "kept": "", "nonce": str(getattr(request, "csp_nonce", ""))}
    if context["talks"] and context["may_change"]:
        context["kept"] = kept_notes.in_page(
            keep=f"{sync}-{own.pk}",
            until=context["event"].ends_at,
            sync=reverse(sync, args=[own.pk]),
            scope=reverse("dating"),
            state={"mark": state["mark"]},  # the talks themselves stand in the page
            every=60,  # everybody at the evening has it open
            words={
                "yes": _("You said yes: kept on this phone, will be sent."),
                "no": _("You said no: kept on this phone, will be sent."),
            },
        )
    return render(request, template, context)


def answer_after_talk(
    request: PageRequest, of: Any, side: WishSide, opportunity: Any, back: str
) -> HttpResponse:
    """The second tap, yes or no, in a browser that runs no scripts."""
    asked, answer = whole_number(request.POST.get("with")) or 0, request.POST.get("answer", "")
    talk = queries.talk_with(of=of, other=asked)
    if talk is None or answer not in TalkAnswer.values:
        messages.error(request, _("This talk is no longer in the timetable. Look at the list again."))
        return redirect(back, pk=of.pk)

    def act() -> str:
        lead = actions.say_after_talk(
            talk=talk,
            side=side,
            answer=TalkAnswer(answer),
            opportunity=opportunity,
            by=request.user,
            at=now(),
        )
        return _said(lead)

    return done(request, act, back, of.pk)


def take_taps(request: PageRequest, of: Any, context: Callable[[], dict[str, Any]]) -> HttpResponse:
    """
    Takes what a phone noted, and answers with one's own talks as they are then.

    A note is {"id", "at", "with", "answer"}, of a company perhaps with "opportunity".

    Args:
        context: of the page, asked for when the taps are taken.
    """
    try:
        taps, refused = kept_notes.read_notes(request.body, _one)
    except (ValueError, TypeError, KeyError) as error:
        return HttpResponseBadRequest(str(error), content_type="text/plain")
    heard = actions.keep_taps(of=of, taps=taps, by=request.user, at=now())
    refused |= {str(one): why for one, why in heard.refused.items()}
    said = {str(one): _said(lead) for one, lead in heard.leads.items()}
    return kept_notes.answered(heard.leads, refused, _state(request, context()), said)


def _state(request: PageRequest, context: dict[str, Any]) -> dict[str, str]:
    """One's own talks as the page shows them, and a mark that is another one when they are."""
    html = render_to_string("company/_own_talks.html", context, request)
    mark = hashlib.sha256(FORM_TOKEN.sub("", html).encode()).hexdigest()[:16]
    return {"mark": mark, "html": html}


def _said(lead: Any) -> str:
    if lead is not None:
        return _("Both of you said yes. Here is how it goes on.")
    return _("Saved. The other side learns of it only if both say yes.")


def _one(row: dict[str, Any]) -> actions.Tap:
    client_id, moment = kept_notes.id_and_moment(row)
    chosen = row.get("opportunity")
    return actions.Tap(
        client_id=client_id,
        other=kept_notes.number_of_row(row["with"]),
        answer=TalkAnswer(row["answer"]),
        at=moment,
        opportunity=kept_notes.number_of_row(chosen) if chosen else None,
    )
