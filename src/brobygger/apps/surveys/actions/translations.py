"""A survey is put into other languages, text by text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.surveys.actions.surveys import QuestionsFixed
from brobygger.apps.surveys.enums import LANGUAGES
from brobygger.apps.surveys.models import Survey, SurveyText
from brobygger.apps.surveys.queries import Piece, can_change_questions, is_asked, pieces_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

MOST_SIGNS: Final = {"title": 150, "intro": 1_000, "question": 300, "option": 120}
"""As many as the original may have."""


@transaction.atomic
def save_translation(
    *,
    survey: Survey,
    language: str,
    texts: Mapping[str, str],
    still_right: Collection[str] = (),
    by: User | None,
    at: dt.datetime,
) -> list[Piece]:
    """
    Keep what is translated into a language so far. Repeating it changes nothing.

    Args:
        texts: by `Piece.name`; what is left out stays as it is, an empty one is taken out.
        still_right: names of texts whose original was changed and that need no other words. One that has got other
            words is looked at by that.

    Returns:
        All texts as they stand now.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: by name, a text that is too long, options that are alike; or a language that cannot be.
        QuestionsFixed: somebody has answered, and may have done so in this language.
    """
    check_may(by, "surveys.change_survey", survey)
    survey = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    if language not in LANGUAGES or language == survey.language:
        raise ValidationError(_("Choose another language than the one in which the survey is written."))
    pieces = pieces_of(survey)[language]
    wanted = {one.name: _clean(one, texts[one.name]) for one in pieces if one.name in texts}
    _check(pieces, wanted)
    changed = [one for one in pieces if wanted.get(one.name, one.text) != one.text]
    if any(one.question for one in changed) and is_asked(pieces) and not can_change_questions(survey):
        raise QuestionsFixed(
            _("Somebody has answered already: the questions stay as they are, in this language too.")
        )
    renewed = [one for one in pieces if one.is_outdated and one.name in still_right and one not in changed]
    for one in (*changed, *renewed):
        _store(survey, language, one, wanted.get(one.name, one.text))
    if changed or renewed:
        changes = {"language": language, "texts": len(changed) + len(renewed)}
        record(action="surveys.save_translation", subject=survey, by=by, at=at, changes=changes)
    return pieces_of(survey)[language]


def _store(survey: Survey, language: str, piece: Piece, text: str) -> None:
    question, place = piece.key
    known = SurveyText.objects.filter(survey=survey, question=question, place=place, language=language)
    if not text:
        known.delete()
        return
    row = known.first() or SurveyText(survey=survey, question_id=question, place=place, language=language)
    row.text, row.original = text, piece.original
    row.save()


def _clean(piece: Piece, text: str) -> str:
    """The intro keeps its lines; everything else is one line."""
    return text.strip().replace("\r\n", "\n") if piece.name == "intro" else " ".join(text.split())


def _check(pieces: Sequence[Piece], wanted: Mapping[str, str]) -> None:
    """
    Raises:
        ValidationError: by name, what is wrong.
    """
    wrong: dict[str, str] = {}
    seen: set[tuple[int | None, str]] = set()
    for one in pieces:
        text = wanted.get(one.name, one.text)
        most = MOST_SIGNS[one.part]
        if len(text) > most:
            wrong[one.name] = _("At most %(most)s signs.") % {"most": most}
        if one.part != "option" or not text:
            continue
        if (one.key[0], text.casefold()) in seen:
            wrong[one.name] = _("Two options of a question must not read the same.")
        seen.add((one.key[0], text.casefold()))
    if wrong:
        raise ValidationError(wrong)
