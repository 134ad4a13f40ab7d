"""A survey in several languages: what is translated, what is missing, and what a reader gets to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from brobygger.apps.base.models import all_rows
from brobygger.apps.surveys.enums import LANGUAGES
from brobygger.apps.surveys.models import Survey, SurveyQuestion, SurveyText
from brobygger.apps.surveys.queries.surveys import questions_of

TITLE: Final = 0
INTRO: Final = 1
"""Places of a survey's own texts."""
Key: TypeAlias = tuple[int | None, int]
"""Id of the question, or None for the survey itself, and the place: see `SurveyText`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    One text of a survey beside its translation.

    Args:
        name: of its field: “title”, “intro”, “q3” for a question, “q3.1” for its first option.
        original: as the survey says it now.
        text: its translation; empty: none yet.
        is_outdated: the original was changed after it was translated.
        question: whose text or option it is; None for the survey's own.
    """

    key: Key
    name: str
    original: str
    text: str
    is_outdated: bool
    question: SurveyQuestion | None = None

    @property
    def part(self) -> str:
        """What it is: “title”, “intro”, “question” or “option”."""
        if self.question is None:
            return self.name
        return "question" if self.key[1] == 0 else "option"

    @property
    def is_done(self) -> bool:
        return bool(self.text) and not self.is_outdated


@dataclass(frozen=True, slots=True)
class ReadSurvey:
    """
    A survey as somebody reads it: wholly in one language.

    Args:
        language: of title, intro, questions and options.
        is_original: nothing of it is a translation.
        questions: in their order; their texts are those of `language`. They are read, never saved.
    """

    language: str
    is_original: bool
    title: str
    intro: str
    questions: tuple[SurveyQuestion, ...]

    def __str__(self) -> str:
        return self.title


def pieces_of(survey: Survey) -> dict[str, list[Piece]]:
    """By language other than the survey's own, every text with its translation. Two queries."""
    questions = questions_of(survey)
    with all_rows():  # whoever has the link reads the questions
        rows = list(SurveyText.objects.filter(survey=survey))
    return {
        language: _pieces(
            survey, questions, {(one.question_id, one.place): one for one in rows if one.language == language}
        )
        for language in LANGUAGES
        if language != survey.language
    }


def is_complete(pieces: Sequence[Piece]) -> bool:
    """Whether a language can be read: nothing is missing, and nothing has to be looked at again."""
    return all(one.is_done for one in pieces)


def is_asked(pieces: Sequence[Piece]) -> bool:
    """Whether the questions of a language are complete, so that somebody may have answered them."""
    return all(one.is_done for one in pieces if one.question)


def complete_languages(survey: Survey) -> list[str]:
    """The survey's own language, and those that all of it is translated into. Two queries."""
    found = pieces_of(survey)
    return [one for one in LANGUAGES if one == survey.language or is_complete(found[one])]


def survey_read_in(survey: Survey, language: str) -> ReadSurvey:
    """The survey in a language that all of it is translated into, or else as it was written. Two queries at most."""
    pieces = pieces_of(survey).get(language, []) if language != survey.language else []
    if not pieces or not is_complete(pieces):
        questions = tuple(questions_of(survey))
        return ReadSurvey(survey.language, True, survey.title, survey.intro, questions)
    said = {one.key: one.text for one in pieces}
    asked = [one.question for one in pieces if one.question and one.key[1] == 0]
    questions = tuple(_in_words(one, said) for one in asked)
    return ReadSurvey(language, False, said[None, TITLE], said.get((None, INTRO), ""), questions)


def _in_words(question: SurveyQuestion, said: Mapping[Key, str]) -> SurveyQuestion:
    """The same question in the words of a translation; of the instance alone, which is not saved."""
    question.text = said[question.pk, 0]
    question.options = [said[question.pk, place] for place, _option in enumerate(question.options, 1)]
    return question


def _pieces(
    survey: Survey, questions: Sequence[SurveyQuestion], texts: Mapping[Key, SurveyText]
) -> list[Piece]:
    def piece(key: Key, name: str, original: str, question: SurveyQuestion | None = None) -> Piece:
        known = texts.get(key)
        is_outdated = known is not None and known.original != original
        return Piece(key, name, original, known.text if known else "", is_outdated, question)

    found = [piece((None, TITLE), "title", survey.title)]
    if survey.intro:
        found.append(piece((None, INTRO), "intro", survey.intro))
    for one in questions:
        found.append(piece((one.pk, 0), one.name, one.text, one))
        found += [
            piece((one.pk, place), f"{one.name}.{place}", option, one)
            for place, option in enumerate(one.options, 1)
        ]
    return found
