"""What is done with a candidate: saved with a CV, corrected, shown or hidden, erased."""

from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.people.actions.candidates import (
    EmptyText,
    hide_from_companies,
    read_candidate_again,
    save_candidate_from_text,
    set_preferences,
    show_to_companies,
)
from brobygger.apps.people.actions.erasure import (
    ask_for_erasure,
    erase_account,
    erase_archived_candidate,
    keep_profile,
    keep_retention,
)
from brobygger.apps.people.actions.export import export_candidate
from brobygger.apps.people.actions.facts import add_fact, correct_fact, undo_correction
from brobygger.apps.people.actions.profiles import store_candidate_profiles
from brobygger.apps.people.adapters import Background, Identity, Preferences

__all__ = [
    "Background",
    "EmptyText",
    "Identity",
    "ImpossibleCorrection",
    "Preferences",
    "add_fact",
    "ask_for_erasure",
    "correct_fact",
    "erase_account",
    "erase_archived_candidate",
    "export_candidate",
    "hide_from_companies",
    "keep_profile",
    "keep_retention",
    "read_candidate_again",
    "save_candidate_from_text",
    "set_preferences",
    "show_to_companies",
    "store_candidate_profiles",
    "undo_correction",
]
