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
from brobygger.apps.surveys.queries.translations import (
    Piece,
    ReadSurvey,
    complete_languages,
    is_asked,
    is_complete,
    pieces_of,
    survey_read_in,
)

__all__ = [
    "AnswerPlan",
    "Comparison",
    "Piece",
    "QuestionResult",
    "ReadSurvey",
    "can_change_questions",
    "compared",
    "complete_languages",
    "count_shown",
    "is_asked",
    "is_complete",
    "pieces_of",
    "plan_answers",
    "questions_of",
    "results_of",
    "survey_by_id",
    "survey_read_in",
    "surveys",
    "wave_by_id",
    "wave_by_key",
    "waves_of",
]
