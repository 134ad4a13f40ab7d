"""The mails that were written, what somebody wants mails about, and in which ways somebody wants to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import (
    NobodyNamed,
    note_contact_choice,
    set_contact_ways,
    set_mail_topics,
)
from brobygger.apps.base.enums import RETENTION_DAYS, ContactWay, MailState, MailTopic, Retention
from brobygger.apps.base.queries import (
    choices_of_contact,
    contact_choices,
    message_by_id,
    messages_for,
    wanted_topics,
)
from brobygger.apps.people import actions as people
from brobygger.apps.people.enums.consents import ConsentPurpose, current_text
from brobygger.apps.people.queries import candidate_of_user, has_consent
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator

if TYPE_CHECKING:
    from brobygger.apps.base.models import ContactChoice, Message

PER_PAGE = 30
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@page(may="base.view_own_mail")
def list_messages(request: PageRequest) -> HttpResponse:
    chosen = {name: request.GET.get(name, "").strip() for name in ("topic", "state", "text")}
    query = request.GET.copy()
    query.pop("page", None)
    sees_all = request.user.has_perm("base.view_mail")
    context = {
        "rows": Paginator(messages_for(request.user, **chosen), PER_PAGE).get_page(request.GET.get("page")),
        "chosen": chosen,
        "topics": MailTopic.choices,
        "states": MailState.choices,
        "query": query.urlencode(),
        "sees_all": sees_all,
        "is_kept": settings.MAIL_IS_KEPT,
        "is_demo": settings.DEMO,
        "days": RETENTION_DAYS[Retention.MAIL],
    }
    return render(request, "mail/mailbox.html", context)


@page(may="base.view_own_mail", of=message_by_id)
def show_message(request: HttpRequest, message: Message) -> HttpResponse:
    """
    A mail as it looks. What is in it for its receiver alone is left out for others: links that act as the receiver,
    and all of a mail about the log-in, for it holds codes. A demo shows everything to everybody.
    """
    is_own = message.to_user_id == request.user.pk
    is_open = is_own or settings.DEMO
    is_hidden = not is_open and message.topic == MailTopic.ACCOUNT
    text = "" if is_hidden else message.text if is_open else message.text_without_tokens
    context = {
        "message": message,
        "pieces": list(_pieces(text)),
        "is_hidden": is_hidden,
        "is_masked": not is_open and not is_hidden and text != message.text,
        "is_own": is_own,
    }
    return render(request, "mail/message.html", context)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """A text cut at its addresses: (text, path) where the address is one of ours, so that it can be clicked."""
    end = 0
    for found in ADDRESS.finditer(text):
        if not found[0].startswith(f"{settings.BROBYGGER_URL}/") or "…" in found[0]:
            continue
        yield text[end : found.start()], ""
        yield found[0], found[0].removeprefix(settings.BROBYGGER_URL)
        end = found.end()
    yield text[end:], ""


@page(may="base.choose_mail")
def show_topics(request: PageRequest) -> HttpResponse:
    wanted, candidate = set(wanted_topics(request.user)), candidate_of_user(request.user)
    if candidate and not has_consent(candidate, ConsentPurpose.OPPORTUNITY_MAILS):
        wanted.discard(MailTopic.OPPORTUNITIES)
    text = current_text(ConsentPurpose.OPPORTUNITY_MAILS).sentence if candidate else ""
    notes = {MailTopic.OPPORTUNITIES: text}
    topics = [(one, one in wanted, notes.get(one, "")) for one in MailTopic]
    said = choices_of_contact(request.user)
    ways = [
        (way, said[way].is_wanted if way in said else True, _noted(said.get(way), request))
        for way in ContactWay
    ]
    return render(request, "mail/topics.html", {"topics": topics, "ways": ways})


def _noted(choice: ContactChoice | None, request: PageRequest) -> str:
    """That somebody else noted a no, for the person to see and to change."""
    if choice is None or choice.is_wanted or choice.noted_by_id in (None, request.user.pk):
        return ""
    day = date_format(localtime(choice.noted_at), "DATE_FORMAT")
    if choice.reason:
        return _("Noted for you on %(day)s: %(reason)s") % {"day": day, "reason": choice.reason}
    return _("Noted for you on %(day)s.") % {"day": day}


@page(may="base.choose_mail", writes=True)
def save_ways(request: PageRequest) -> HttpResponse:
    ways = [way for way in ContactWay if way.value in request.POST.getlist("way")]
    set_contact_ways(user=request.user, ways=ways, by=request.user, at=now())
    messages.success(request, _("Saved."))
    return redirect("mail-topics")


@page(may="base.note_contact_choice")
def list_contact_choices(request: PageRequest) -> HttpResponse:
    return _contact_choices(request)


@page(may="base.note_contact_choice", writes=True)
def note_choice(request: PageRequest) -> HttpResponse:
    post = request.POST
    if post.get("way") not in ContactWay.values or post.get("wanted") not in ("yes", "no"):
        return _contact_choices(request, _("Choose a way, and yes or no."), 422)
    try:
        note_contact_choice(
            who=post.get("who", ""),
            way=ContactWay(post["way"]),
            is_wanted=post["wanted"] == "yes",
            reason=post.get("reason", ""),
            by=request.user,
            at=now(),
        )
    except NobodyNamed as error:
        return _contact_choices(request, str(error), 422)
    except ValidationError as error:
        return _contact_choices(request, " ".join(error.messages), 422)
    messages.success(request, _("Noted. It applies from now on."))
    return redirect("contact-choices")


def _contact_choices(request: PageRequest, error: str = "", status: int = 200) -> HttpResponse:
    text = request.GET.get("text", "").strip()[:100]
    rows = BoundedPaginator(contact_choices(text), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": [(one, one.user.email if one.user else one.address or one.phone) for one in rows],
        "page": rows,
        "text": text,
        "query": urlencode({"text": text}),
        "ways": ContactWay.choices,
        "error": error,
        "given": {name: request.POST.get(name, "") for name in ("who", "way", "wanted", "reason")},
    }
    return render(request, "mail/contact_choices.html", context, status=status)


@page(may="base.choose_mail", writes=True)
def save_topics(request: PageRequest) -> HttpResponse:
    topics = [topic for topic in MailTopic if topic.value in request.POST.getlist("topic")]
    set_mail_topics(user=request.user, topics=topics, by=request.user, at=now())
    _say_consent(request, is_given=MailTopic.OPPORTUNITIES in topics)
    messages.success(request, _("Saved."))
    return redirect("mail-topics")


def _say_consent(request: PageRequest, *, is_given: bool) -> None:
    """A candidate who wants mails about opportunities agrees to them with the same tick: the page shows the text."""
    candidate, purpose = candidate_of_user(request.user), ConsentPurpose.OPPORTUNITY_MAILS
    if candidate and has_consent(candidate, purpose) != is_given:
        act = people.give_consent if is_given else people.withdraw_consent
        language = wording.reader_language()
        act(candidate=candidate, purpose=purpose, language=language, by=request.user, at=now())
