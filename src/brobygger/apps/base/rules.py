"""Predicates on a visitor's role, to build permissions from: `is_secretariat | is_manager`."""

from __future__ import annotations

import rules

from brobygger.apps.base.enums import Role


def _of(*roles: Role) -> rules.Predicate:
    @rules.predicate(name=" or ".join(roles))
    def has_role(user: object) -> bool:
        return getattr(user, "is_active", False) and getattr(user, "role", "") in roles

    return has_role


is_manager = _of(Role.MANAGER)
is_secretariat = _of(Role.SECRETARIAT)
is_company = _of(Role.COMPANY)
is_candidate = _of(Role.CANDIDATE)
is_council = _of(Role.COUNCIL)
is_agency = _of(Role.AGENCY)
is_ambassador = _of(Role.AMBASSADOR)
is_funder = _of(Role.FUNDER)
runs_programme = _of(Role.MANAGER, Role.SECRETARIAT)
"""May see the people and companies of the programme and work with them."""

rules.add_perm("base.view_own_page", is_candidate)
rules.add_perm("base.manage_own_account", rules.is_authenticated & rules.is_active)
