from brobygger.apps.surveys.models.answer_sheet import AnswerSheet, SurveyAnswer
from brobygger.apps.surveys.models.survey import Survey, SurveyQuestion
from brobygger.apps.surveys.models.survey_reminder import SurveyReminder
from brobygger.apps.surveys.models.survey_text import SurveyText
from brobygger.apps.surveys.models.survey_wave import SurveyInvitation, SurveyWave

__all__ = [
    "AnswerSheet",
    "Survey",
    "SurveyAnswer",
    "SurveyInvitation",
    "SurveyQuestion",
    "SurveyReminder",
    "SurveyText",
    "SurveyWave",
]
