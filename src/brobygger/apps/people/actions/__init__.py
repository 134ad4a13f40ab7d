"""What is done with a candidate: saved with a CV, corrected, agreed to, shown or hidden, erased."""

from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.people.actions.candidates import (
    EmptyText,
    save_candidate_from_text,
    set_preferences,
)
from brobygger.apps.people.actions.consents import (
    NothingForAnOpportunity,
    NothingForAProgramme,
    choose_showing,
    give_consent,
    hide_from_companies,
    show_to_companies,
    withdraw_consent,
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
from brobygger.apps.people.actions.identity import follow_address, say_who
from brobygger.apps.people.actions.merging import (
    CannotUndo,
    UndoLaterFirst,
    merge_candidates,
    say_candidates_differ,
    undo_merge_of_candidates,
)
from brobygger.apps.people.actions.permits import say_permit
from brobygger.apps.people.actions.profile import (
    ChangedMeanwhile,
    NotAgreed,
    change_preferences,
    correct_same,
    save_own_cv,
    say_groups,
    start_profile,
    start_without_cv,
    undo_same,
)
from brobygger.apps.people.actions.profiles import store_candidate_profiles
from brobygger.apps.people.actions.rereading import NewKinds, read_candidate_again, read_new_kinds
from brobygger.apps.people.adapters import Background, Identity, Preferences

__all__ = [
    "Background",
    "CannotUndo",
    "ChangedMeanwhile",
    "EmptyText",
    "Identity",
    "ImpossibleCorrection",
    "NewKinds",
    "NotAgreed",
    "NothingForAProgramme",
    "NothingForAnOpportunity",
    "Preferences",
    "UndoLaterFirst",
    "add_fact",
    "ask_for_erasure",
    "change_preferences",
    "choose_showing",
    "correct_fact",
    "correct_same",
    "erase_account",
    "erase_archived_candidate",
    "export_candidate",
    "follow_address",
    "give_consent",
    "hide_from_companies",
    "keep_profile",
    "keep_retention",
    "merge_candidates",
    "read_candidate_again",
    "read_new_kinds",
    "save_candidate_from_text",
    "save_own_cv",
    "say_candidates_differ",
    "say_groups",
    "say_permit",
    "say_who",
    "set_preferences",
    "show_to_companies",
    "start_profile",
    "start_without_cv",
    "store_candidate_profiles",
    "undo_correction",
    "undo_merge_of_candidates",
    "undo_same",
    "withdraw_consent",
]
