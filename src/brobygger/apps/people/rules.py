"""
Who may see and change a candidate.

A candidate sees the own page. Those who run the programme see everybody. A company sees candidates who allow it,
without anything that tells who they are. All others see numbers only, see `matching.rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import rules

from brobygger.apps.base.rules import is_candidate, is_company, runs_programme

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate


@rules.predicate
def is_oneself(user: User, candidate: Candidate | None) -> bool:
    return candidate is not None and user.pk is not None and candidate.user_id == user.pk


@rules.predicate
def shows_itself(user: User, candidate: Candidate | None) -> bool:
    """The candidate lets companies see the anonymous profile."""
    return candidate is not None and candidate.visible_to_companies_at is not None


is_own_page = is_candidate & is_oneself

rules.add_perm("people.view_candidates", runs_programme)
rules.add_perm("people.add_candidate", runs_programme)
rules.add_perm("people.view_candidate", runs_programme | is_own_page | (is_company & shows_itself))
rules.add_perm("people.view_identity", runs_programme | is_own_page)
rules.add_perm("people.change_candidate", runs_programme | is_own_page)
