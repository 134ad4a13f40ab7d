"""What is done with an opportunity: saved from its ad, corrected, opened, closed, its language needs set."""

from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.opportunities.actions.facts import add_fact, correct_fact, undo_correction
from brobygger.apps.opportunities.actions.language_needs import clear_language_need, set_language_need
from brobygger.apps.opportunities.actions.opportunities import (
    EmptyText,
    ImpossibleTransition,
    close_opportunity,
    open_opportunity,
    read_opportunity_again,
    save_opportunity_from_text,
)
from brobygger.apps.opportunities.actions.profiles import store_opportunity_profiles

__all__ = [
    "EmptyText",
    "ImpossibleCorrection",
    "ImpossibleTransition",
    "add_fact",
    "clear_language_need",
    "close_opportunity",
    "correct_fact",
    "open_opportunity",
    "read_opportunity_again",
    "save_opportunity_from_text",
    "set_language_need",
    "store_opportunity_profiles",
    "undo_correction",
]
