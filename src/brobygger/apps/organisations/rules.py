"""Who may see and change an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rules

from brobygger.apps.base.rules import is_agency, is_ambassador, is_candidate, is_company, runs_programme

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation


@rules.predicate
def speaks_for(user: User, organisation: Organisation | None) -> bool:
    return (
        organisation is not None and user.pk is not None and organisation.contacts.filter(pk=user.pk).exists()
    )


is_own_company = is_company & speaks_for

rules.add_perm("organisations.view_organisations", runs_programme | is_agency)
rules.add_perm(
    "organisations.view_organisation",
    runs_programme | is_agency | is_candidate | is_ambassador | is_own_company,
)
rules.add_perm("organisations.change_organisation", runs_programme | is_own_company)
rules.add_perm("organisations.set_contacts", runs_programme)
