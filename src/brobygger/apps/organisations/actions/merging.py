"""Two records of the same organisation become one, and become two again."""

from __future__ import annotations

from typing import Final

from brobygger.apps.base.actions.merging import Joinable, UndoLaterFirst
from brobygger.apps.base.models import CannotUndo
from brobygger.apps.organisations.models import DistinctOrganisations, Organisation, OrganisationMerge
from brobygger.apps.organisations.queries import COMPARISON

__all__ = [
    "CannotUndo",
    "UndoLaterFirst",
    "merge_organisations",
    "say_organisations_differ",
    "undo_merge_of_organisations",
]

ORGANISATIONS: Final = Joinable(
    app="organisations",
    things="organisations",
    rows=Organisation,
    merges=OrganisationMerge,
    distinct=DistinctOrganisations,
    comparison=COMPARISON,
)
merge_organisations = ORGANISATIONS.merge
undo_merge_of_organisations = ORGANISATIONS.undo
say_organisations_differ = ORGANISATIONS.differ
