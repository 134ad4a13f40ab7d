"""
Who may see what was matched.

Rankings of an opportunity: those who run the programme, and the company whose opportunity it is. Best opportunities
of a candidate: those who run the programme, and the candidate. Numbers over the pool, with small groups left out:
also companies. Whether a run comes out the same again: those who run the programme; that what it was made from is
dropped: the manager. The fairness report of a run: also the council and funders. What came of matches, and the weights that it
speaks for: those who run the programme; whether these weights are used: the manager, who may change weights.
"""

from __future__ import annotations

import rules

from brobygger.apps.base.rules import is_company, is_council, is_funder, is_manager, runs_programme
from brobygger.apps.opportunities.rules import is_of_own_company
from brobygger.apps.people.rules import is_own_page

rules.add_perm("matching.run_matching", runs_programme)
rules.add_perm("matching.view_ranking", runs_programme | is_of_own_company)
rules.add_perm("matching.view_best_opportunities", runs_programme | is_own_page)
rules.add_perm("matching.preview_ad", runs_programme | is_company)
rules.add_perm("matching.view_pool", runs_programme | is_company | is_council | is_funder)
rules.add_perm("matching.view_small_groups", runs_programme)
rules.add_perm("matching.search_market", runs_programme)
rules.add_perm("matching.view_fairness", runs_programme | is_council | is_funder)
rules.add_perm("matching.replay_run", runs_programme)
rules.add_perm("matching.forget_inputs", is_manager)
rules.add_perm("matching.record_outcome", runs_programme)
rules.add_perm("matching.view_weights", runs_programme)
rules.add_perm("matching.propose_weights", runs_programme)
rules.add_perm("matching.decide_weights", is_manager)
