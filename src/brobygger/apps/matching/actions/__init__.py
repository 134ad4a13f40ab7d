"""What is done with matches: runs and their replay, what came of them, and weights that learn from it."""

from brobygger.apps.matching.actions.brochure import renew_brochure
from brobygger.apps.matching.actions.fairness import acknowledge_fairness
from brobygger.apps.matching.actions.inputs import forget_run_inputs, remove_candidate_from_inputs
from brobygger.apps.matching.actions.matches import (
    DecidedAlready,
    FairnessNotRead,
    NothingRead,
    WeightsChanged,
    accept_weights,
    decline_weights,
    propose_weights,
    record_outcome,
    run_matching,
)
from brobygger.apps.matching.actions.opportunity_mails import (
    NotToBeTold,
    mail_new_opportunities,
    tell_whom_it_fits,
)
from brobygger.apps.matching.actions.publication import publish_opportunity
from brobygger.apps.matching.actions.rankings_shown import (
    answer_from_list,
    invite_from_list,
    note_ranking_shown,
)
from brobygger.apps.matching.actions.replay import Replay, ReplayOutcome, replay_run, replay_shown

__all__ = [
    "DecidedAlready",
    "FairnessNotRead",
    "NotToBeTold",
    "NothingRead",
    "Replay",
    "ReplayOutcome",
    "WeightsChanged",
    "accept_weights",
    "acknowledge_fairness",
    "answer_from_list",
    "decline_weights",
    "forget_run_inputs",
    "invite_from_list",
    "mail_new_opportunities",
    "note_ranking_shown",
    "propose_weights",
    "publish_opportunity",
    "record_outcome",
    "remove_candidate_from_inputs",
    "renew_brochure",
    "replay_run",
    "replay_shown",
    "run_matching",
    "tell_whom_it_fits",
]
