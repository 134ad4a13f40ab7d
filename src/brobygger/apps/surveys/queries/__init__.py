"""Reads of surveys: what is asked, what an imported table would bring, and what came of a wave."""

from brobygger.apps.surveys.queries.import_plan import AnswerPlan, plan_answers
from brobygger.apps.surveys.queries.results import (
    Comparison,
    QuestionResult,
    compared,
    count_shown,
    results_of,
)
from brobygger.apps.surveys.queries.surveys import (
    can_change_questions,
    questions_of,
    survey_by_id,
    surveys,
    wave_by_id,
    wave_by_key,
    waves_of,
)

__all__ = [
    "AnswerPlan",
    "Comparison",
    "QuestionResult",
    "can_change_questions",
    "compared",
    "count_shown",
    "plan_answers",
    "questions_of",
    "results_of",
    "survey_by_id",
    "surveys",
    "wave_by_id",
    "wave_by_key",
    "waves_of",
]
