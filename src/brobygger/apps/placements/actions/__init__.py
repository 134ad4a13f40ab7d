"""Writing an agreement, saying yes or no to it, and how the placement goes."""

from brobygger.apps.placements.actions.agreements import (
    AlreadyWritten,
    ChangedMeanwhile,
    NotASide,
    NotAtThisStage,
    NothingNew,
    RulesNotKept,
    Terms,
    accept_agreement,
    change_agreement,
    decline_agreement,
    note_signature,
    write_agreement,
)
from brobygger.apps.placements.actions.placements import end_placement, move_placements

__all__ = [
    "AlreadyWritten",
    "ChangedMeanwhile",
    "NotASide",
    "NotAtThisStage",
    "NothingNew",
    "RulesNotKept",
    "Terms",
    "accept_agreement",
    "change_agreement",
    "decline_agreement",
    "end_placement",
    "move_placements",
    "note_signature",
    "write_agreement",
]
