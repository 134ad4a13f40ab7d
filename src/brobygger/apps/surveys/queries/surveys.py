"""Reads of surveys, their questions and waves."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.surveys.models import AnswerSheet, Survey, SurveyQuestion, SurveyWave


def surveys() -> QuerySet[Survey]:
    """Surveys in the visitor's scope, the latest first, with `wave_count` and `question_count`."""
    found = Survey.objects.select_related("programme").annotate(
        wave_count=Count("waves", distinct=True), question_count=Count("questions", distinct=True)
    )
    return found.order_by("-written_at", "-pk")


def survey_by_id(pk: int) -> Survey | None:
    return Survey.objects.select_related("programme").filter(pk=pk).first()


def questions_of(survey: Survey) -> list[SurveyQuestion]:
    """In their order, for who sees the survey or answers it."""
    with all_rows():  # whoever has the link reads the questions
        return list(SurveyQuestion.objects.filter(survey=survey).order_by("position"))


def waves_of(survey: Survey) -> list[SurveyWave]:
    """The earliest first."""
    return list(SurveyWave.objects.filter(survey=survey).select_related("survey").order_by("opens_on", "pk"))


def wave_by_id(pk: int) -> SurveyWave | None:
    return SurveyWave.objects.select_related("survey__programme").filter(pk=pk).first()


def wave_by_key(key: str) -> SurveyWave | None:
    """The wave whose link has this key, for anybody who has the link."""
    with all_rows():
        return SurveyWave.objects.select_related("survey__programme").filter(key=key).first()


def can_change_questions(survey: Survey) -> bool:
    """Nobody has answered yet."""
    with all_rows():  # sheets are nobody's
        return not AnswerSheet.objects.filter(wave__survey=survey).exists()
