"""What is done with an organisation: saved, its contacts named, joined with another record of the same."""

from brobygger.apps.organisations.actions.merging import (
    CannotUndo,
    UndoLaterFirst,
    merge_organisations,
    say_organisations_differ,
    undo_merge_of_organisations,
)
from brobygger.apps.organisations.actions.organisations import (
    OrganisationDetails,
    save_organisation,
    set_contacts,
)

__all__ = [
    "CannotUndo",
    "OrganisationDetails",
    "UndoLaterFirst",
    "merge_organisations",
    "save_organisation",
    "say_organisations_differ",
    "set_contacts",
    "undo_merge_of_organisations",
]
