"""A survey in another language: the original beside a field for each of its texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.surveys import actions, queries
from brobygger.apps.surveys.actions import MOST_SIGNS, QuestionsFixed
from brobygger.apps.surveys.queries import Piece
from brobygger.web.page import PageRequest, page
from brobygger.web.partnership.tabs import tabs
from brobygger.web.shell import OWN_NAMES


@dataclass(frozen=True, slots=True)
class Field:
    """
    A text with its field.

    Args:
        text: what stands in the field.
        error: what is wrong with it.
        most: signs.
        is_fixed: somebody may have answered it in this language.
    """

    piece: Piece
    label: str
    text: str
    error: str
    most: int
    is_fixed: bool


@page(may="surveys.change_survey", of=queries.survey_by_id)
def show_translation(request: PageRequest, survey: Any) -> HttpResponse:
    return _page(request, survey, request.GET.get("language", ""))


@page(may="surveys.change_survey", of=queries.survey_by_id, writes=True)
def save_translation(request: PageRequest, survey: Any) -> HttpResponse:
    """Keep what is there so far; it may be a part."""
    language = request.POST.get("language", "")
    texts = {name: text for name, text in request.POST.items() if isinstance(text, str)}
    try:
        pieces = actions.save_translation(
            survey=survey,
            language=language,
            texts=texts,
            still_right=request.POST.getlist("still_right"),
            by=request.user,
            at=now(),
        )
    except QuestionsFixed as error:
        messages.error(request, str(error))
        return _page(request, survey, language, said=texts, status=409)
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            raise Http404 from error  # no language that the page offers
        wrong = {name: " ".join(found) for name, found in error.message_dict.items()}
        return _page(request, survey, language, said=texts, wrong=wrong, status=422)
    missing = sum(not one.is_done for one in pieces)
    if missing:
        messages.success(
            request, _("Saved. %(count)s texts are missing or to be looked at.") % {"count": missing}
        )
    else:
        messages.success(request, _("Saved. Who reads this language gets the survey in it from now on."))
    return redirect(f"{reverse('survey-translate', args=[survey.pk])}?language={language}")


def _page(
    request: PageRequest,
    survey: Any,
    language: str,
    *,
    said: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    found = queries.pieces_of(survey)
    language = language or next(iter(found))
    if language not in found:
        raise Http404
    pieces = found[language]
    address = reverse("survey-translate", args=[survey.pk])
    is_fixed = queries.is_asked(pieces) and not queries.can_change_questions(survey)
    context = {
        "tabs": tabs(request, "surveys"),
        "survey": survey,
        "language": language,
        "name": OWN_NAMES[language],
        "original": OWN_NAMES[survey.language],
        "languages": [
            (OWN_NAMES[code], f"{address}?language={code}", code == language, None) for code in found
        ],
        "fields": _fields(pieces, said or {}, wrong or {}, is_fixed=is_fixed),
        "has_errors": bool(wrong),
        "done": sum(one.is_done for one in pieces),
        "outdated": sum(one.is_outdated for one in pieces),
        "is_complete": queries.is_complete(pieces),
        "is_fixed": is_fixed,
    }
    return render(request, "partnership/survey_translate.html", context, status=status)


def _fields(
    pieces: Sequence[Piece], said: Mapping[str, str], wrong: Mapping[str, str], *, is_fixed: bool
) -> list[Field]:
    return [
        Field(
            one,
            _label(one),
            said.get(one.name, one.text),
            wrong.get(one.name, ""),
            MOST_SIGNS[one.part],
            is_fixed and one.question is not None,
        )
        for one in pieces
    ]


def _label(piece: Piece) -> str:
    """“Question 2”, “Question 2, option 1”."""
    if piece.question is None:
        return _("Title") if piece.part == "title" else _("What it is for")
    numbers = {"number": piece.question.position, "option": piece.key[1]}
    if piece.part == "question":
        return _("Question %(number)s") % numbers
    return _("Question %(number)s, option %(option)s") % numbers
