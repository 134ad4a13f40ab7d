"""What is done with a candidate: saved with a CV, corrected, shown or hidden."""

from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.people.actions.candidates import (
    EmptyText,
    hide_from_companies,
    read_candidate_again,
    save_candidate_from_text,
    set_preferences,
    show_to_companies,
)
from brobygger.apps.people.actions.facts import add_fact, correct_fact, undo_correction
from brobygger.apps.people.actions.merging import (
    CannotUndo,
    UndoLaterFirst,
    merge_candidates,
    say_candidates_differ,
    undo_merge_of_candidates,
)
from brobygger.apps.people.adapters import Background, Identity, Preferences

__all__ = [
    "Background",
    "CannotUndo",
    "EmptyText",
    "Identity",
    "ImpossibleCorrection",
    "Preferences",
    "UndoLaterFirst",
    "add_fact",
    "correct_fact",
    "hide_from_companies",
    "merge_candidates",
    "read_candidate_again",
    "save_candidate_from_text",
    "say_candidates_differ",
    "set_preferences",
    "show_to_companies",
    "undo_correction",
    "undo_merge_of_candidates",
]
