"""What came of a wave, and of two compared, as far as it may be shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from brobygger.apps.base.models import all_rows
from brobygger.apps.surveys.enums import QuestionKind
from brobygger.apps.surveys.models import AnswerSheet, SurveyAnswer, SurveyQuestion, SurveyWave
from brobygger.core.effects.proportions import Difference, difference
from brobygger.core.effects.summaries import LEAST, Summary, of_choice, of_scale, of_yes_or_no


@dataclass(frozen=True, slots=True)
class QuestionResult:
    question: SurveyQuestion
    summary: Summary


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    One question in two waves.

    Args:
        difference: of the shares; None where one of them is not shown, or the question has none.
    """

    question: SurveyQuestion
    before: Summary
    after: Summary
    difference: Difference | None


def count_shown(waves: Sequence[SurveyWave], *, day: dt.date) -> dict[int, int]:
    """
    By wave, how many answered, as far as it may be told. One query.

    While a wave is open in steps of five, so that nobody is seen to come; fewer than five are none.
    """
    with all_rows():  # sheets are nobody's; their number is told with this rule
        rows = AnswerSheet.objects.filter(wave__in=waves).order_by().values_list("wave").annotate(Count("pk"))
        counts = dict(rows)
    return {
        one.pk: (count if one.is_closed(day) and count >= LEAST else count - count % LEAST)
        for one in waves
        for count in (counts.get(one.pk, 0),)
    }


def results_of(
    wave: SurveyWave, *, questions: Sequence[SurveyQuestion], day: dt.date
) -> list[QuestionResult]:
    """
    Each question with its answers; empty while the wave is open: two looks at it would tell of who came between them.

    Answers are kept by the place of what was chosen, so those that were given in different languages are counted together.
    One query.

    Args:
        questions: of the survey, in the reader's language: see `survey_read_in`.
    """
    if not wave.is_closed(day):
        return []
    with all_rows():  # sheets are nobody's; what is shown of them is grouped
        rows = SurveyAnswer.objects.filter(sheet__wave=wave).order_by()
        counts = {
            (question, value): count
            for question, value, count in rows.values_list("question", "value").annotate(Count("pk"))
        }
    return [QuestionResult(one, _summary(one, counts)) for one in questions]


def compared(
    before: SurveyWave, after: SurveyWave, *, questions: Sequence[SurveyQuestion], day: dt.date
) -> list[Comparison]:
    """Two closed waves of one survey, question by question; empty where one is still open."""
    found = []
    results = (results_of(wave, questions=questions, day=day) for wave in (before, after))
    for one, other in zip(*results, strict=False):
        first, second = one.summary.share, other.summary.share
        both = difference(first, second) if first and second else None
        found.append(Comparison(one.question, one.summary, other.summary, both))
    return found


def _summary(question: SurveyQuestion, counts: dict[tuple[int, int], int]) -> Summary:
    each = [counts.get((question.pk, value), 0) for value in question.values]
    if question.kind == QuestionKind.SCALE:
        return of_scale(each)
    return of_yes_or_no(*each) if question.kind == QuestionKind.YES_NO else of_choice(each)
