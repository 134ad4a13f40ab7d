"""What is done with a survey."""

from brobygger.apps.surveys.actions.answers import (
    AnsweredAlready,
    LinkNeeded,
    NotOpen,
    answer_wave,
    import_answers,
)
from brobygger.apps.surveys.actions.reminders import MOST_DAYS, remind_of_surveys
from brobygger.apps.surveys.actions.surveys import (
    QuestionsFixed,
    SurveyDetails,
    WaveDetails,
    add_question,
    add_wave,
    change_question,
    close_wave,
    invite_to_wave,
    remove_question,
    save_survey,
)
from brobygger.apps.surveys.actions.translations import MOST_SIGNS, save_translation

__all__ = [
    "MOST_DAYS",
    "MOST_SIGNS",
    "AnsweredAlready",
    "LinkNeeded",
    "NotOpen",
    "QuestionsFixed",
    "SurveyDetails",
    "WaveDetails",
    "add_question",
    "add_wave",
    "answer_wave",
    "change_question",
    "close_wave",
    "import_answers",
    "invite_to_wave",
    "remind_of_surveys",
    "remove_question",
    "save_survey",
    "save_translation",
]
