"""A survey as those see it who answer: without a log-in and without a name."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.surveys import actions, queries
from brobygger.apps.surveys.actions import AnsweredAlready, LinkNeeded, NotOpen
from brobygger.web import wording
from brobygger.web.page import page
from brobygger.web.partnership.surveys import answer_names
from brobygger.web.sent import whole_number

ONCE_SECONDS = 60 * 60 * 24 * 60  # as long as a wave may last
ANSWERED = "surveys answered"
"""The key in the session."""


@never_cache
@page(may="surveys.answer_survey", of=queries.wave_by_key)
def show_questions(request: HttpRequest, wave: Any) -> HttpResponse:
    return _questions(request, wave, request.GET.get("i", ""))


@never_cache
@page(may="surveys.answer_survey", of=queries.wave_by_key, writes=True)
def send(request: HttpRequest, wave: Any) -> HttpResponse:
    token = request.POST.get("i", "")[:100]
    if not token and _has_answered(request, wave):
        return _told(request, wave, _("This device has answered already. Thank you."))
    try:
        sheet_id = UUID(request.POST.get("sheet", ""))
    except ValueError:
        sheet_id = uuid4()
    values = {}
    for one in queries.questions_of(wave.survey):
        said = whole_number(request.POST.get(one.name), most=999)
        if said is not None:
            values[one.pk] = said
    try:
        actions.answer_wave(wave=wave, sheet_id=sheet_id, values=values, token=token, by=None, at=now())
    except ValidationError as error:
        return _questions(request, wave, token, " ".join(error.messages), 422)
    except (NotOpen, LinkNeeded, AnsweredAlready) as error:
        return _told(request, wave, str(error), status=409)
    if not token:
        _note_answered(request, wave)
    return _told(request, wave, _("Your answers are kept, without your name."), is_done=True)


def _questions(
    request: HttpRequest, wave: Any, token: str, error: str = "", status: int = 200
) -> HttpResponse:
    today = localdate()
    if not wave.is_open(today):
        if wave.is_closed(today):
            return _told(request, wave, _("This survey is closed. Thank you for coming."))
        return _told(request, wave, _("This survey is not open yet. Come back later."))
    if not token and not wave.takes_open_link:
        return _told(request, wave, _("Open the survey with the link in your mail."))
    if not token and _has_answered(request, wave):
        return _told(request, wave, _("This device has answered already. Thank you."))
    read = queries.survey_read_in(wave.survey, wording.reader_language())
    context = {
        "wave": wave,
        "read": read,
        "written_in": _written_in(read),
        "programme": wave.survey.programme,
        "token": token,
        "sheet": request.POST.get("sheet") or str(uuid4()),
        "error": error,
        "shown": [
            (one, [(value, text, request.POST.get(one.name) == str(value)) for value, text in _answers(one)])
            for one in read.questions
        ],
    }
    return render(request, "partnership/answer.html", context, status=status)


def _written_in(read: queries.ReadSurvey) -> str:
    """“English”, where the reader's language is another one; empty where it is not."""
    if read.language == wording.reader_language():
        return ""
    return wording.words().language_name(read.language)


def _answers(question: Any) -> list[tuple[int, str]]:
    """In the order in which they stand on the page: yes before no."""
    named = [(value, text) for value, text in answer_names(question) if text]
    return named[::-1] if question.kind == "yes_no" else named


def _told(
    request: HttpRequest, wave: Any, text: str, *, is_done: bool = False, status: int = 200
) -> HttpResponse:
    read = queries.survey_read_in(wave.survey, wording.reader_language())
    context = {"read": read, "programme": wave.survey.programme, "text": text, "is_done": is_done}
    return render(request, "partnership/answered.html", context, status=status)


def _note_answered(request: HttpRequest, wave: Any) -> None:
    """In the session, which says of a visitor nothing else; of somebody logged in it is not noted who answered."""
    if not request.user.is_authenticated:
        request.session[ANSWERED] = [*request.session.get(ANSWERED, []), wave.pk]
        request.session.set_expiry(ONCE_SECONDS)


def _has_answered(request: HttpRequest, wave: Any) -> bool:
    return wave.pk in request.session.get(ANSWERED, [])
