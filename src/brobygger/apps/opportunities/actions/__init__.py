"""What is done with an opportunity, from its ad to the answers that those who apply for it get."""

from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.opportunities.actions.ad_fetching import FetchUnderWay, fetch_ads
from brobygger.apps.opportunities.actions.ad_sources import (
    AdSourceDetails,
    ask_for_ads,
    save_ad_source,
    switch_ad_source,
)
from brobygger.apps.opportunities.actions.application_checks import (
    LONGEST_TEXT,
    EnoughInvited,
    ImpossibleStep,
    NoName,
    NoSuchReason,
    NotOpen,
    NotShared,
    TextTooLong,
)
from brobygger.apps.opportunities.actions.applications import (
    answer_application,
    answer_invitation,
    apply,
    give_end_reason,
    invite,
    share_with_organisation,
    take_place,
    withdraw_application,
)
from brobygger.apps.opportunities.actions.approvals import (
    ReasonNeeded,
    approve_opportunities,
    decide_on_opportunity,
)
from brobygger.apps.opportunities.actions.due_answers import remind_of_answers, tell_of_lapses
from brobygger.apps.opportunities.actions.erasure import AnswersOwed, erase_contact
from brobygger.apps.opportunities.actions.facts import add_fact, correct_fact, set_facts, undo_correction
from brobygger.apps.opportunities.actions.language_needs import (
    TaskNeed,
    clear_language_need,
    set_language_need,
    set_language_tasks,
)
from brobygger.apps.opportunities.actions.openings import count_opening
from brobygger.apps.opportunities.actions.opportunities import (
    EmptyText,
    ImpossibleTransition,
    NotAccepted,
    change_ad,
    close_opportunity,
    open_opportunity,
    put_back_opportunity,
    read_opportunity_again,
    save_opportunity_from_text,
    take_down_opportunity,
)
from brobygger.apps.opportunities.actions.profiles import store_opportunity_profiles
from brobygger.apps.opportunities.actions.reports import AlreadyAnswered, ReportRefused, answer_report, report
from brobygger.apps.opportunities.actions.translations import (
    LooksLikeAnother,
    TranslationRefused,
    TranslationSavedMeanwhile,
    remove_translation,
    save_translation,
)

__all__ = [
    "LONGEST_TEXT",
    "AdSourceDetails",
    "AlreadyAnswered",
    "AnswersOwed",
    "EmptyText",
    "EnoughInvited",
    "FetchUnderWay",
    "ImpossibleCorrection",
    "ImpossibleStep",
    "ImpossibleTransition",
    "LooksLikeAnother",
    "NoName",
    "NoSuchReason",
    "NotAccepted",
    "NotOpen",
    "NotShared",
    "ReasonNeeded",
    "ReportRefused",
    "TaskNeed",
    "TextTooLong",
    "TranslationRefused",
    "TranslationSavedMeanwhile",
    "add_fact",
    "answer_application",
    "answer_invitation",
    "answer_report",
    "apply",
    "approve_opportunities",
    "ask_for_ads",
    "change_ad",
    "clear_language_need",
    "close_opportunity",
    "correct_fact",
    "count_opening",
    "decide_on_opportunity",
    "erase_contact",
    "fetch_ads",
    "give_end_reason",
    "invite",
    "open_opportunity",
    "put_back_opportunity",
    "read_opportunity_again",
    "remind_of_answers",
    "remove_translation",
    "report",
    "save_ad_source",
    "save_opportunity_from_text",
    "save_translation",
    "set_facts",
    "set_language_need",
    "set_language_tasks",
    "share_with_organisation",
    "store_opportunity_profiles",
    "switch_ad_source",
    "take_down_opportunity",
    "take_place",
    "tell_of_lapses",
    "undo_correction",
    "withdraw_application",
]
