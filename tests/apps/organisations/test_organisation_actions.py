from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.organisations import queries
from brobygger.apps.organisations.actions import OrganisationDetails, save_organisation, set_contacts
from brobygger.apps.organisations.enums import SizeClass
from brobygger.apps.organisations.models import Organisation
from tests.factories import OpportunityFactory, OrganisationFactory
from tests.factories.moments import LATER, NOW

DETAILS = OrganisationDetails(
    name="Fjordværk", country="DK", size_class=SizeClass.SMALL, about={"da": "Vi svejser.", "en": "We weld."}
)


def test_save_organisation_adds_then_changes_then_nothing(db: None) -> None:
    save_organisation(code="fjord", details=DETAILS, by=None, at=NOW)
    save_organisation(
        code="fjord", details=OrganisationDetails(name="Fjordværk", country="NO"), by=None, at=NOW
    )
    stored = save_organisation(
        code="fjord", details=OrganisationDetails(name="Fjordværk", country="NO"), by=None, at=LATER
    )

    assert Organisation.objects.get() == stored
    assert (stored.country, stored.size_class, stored.about) == ("NO", "", {})
    assert AuditEntry.objects.count() == 2


def test_save_organisation_refuses_half_a_coordinate(db: None) -> None:
    with pytest.raises(ValidationError, match="latitude and a longitude"):
        save_organisation(
            code="fjord", details=OrganisationDetails(name="F", country="DK", latitude=56.0), by=None, at=NOW
        )


def test_company_changes_itself_only(user_of: Callable[[Role], User]) -> None:
    user, own, other = user_of(Role.COMPANY), OrganisationFactory(), OrganisationFactory()
    own.contacts.add(user)

    save_organisation(code=own.code, details=DETAILS, by=user, at=NOW)
    for code in (other.code, "new"):
        with pytest.raises(PermissionDenied):
            save_organisation(code=code, details=DETAILS, by=user, at=NOW)


def test_set_contacts_replaces_and_notes(user_of: Callable[[Role], User]) -> None:
    organisation, user, manager = OrganisationFactory(), user_of(Role.COMPANY), user_of(Role.MANAGER)

    for _ in range(2):
        set_contacts(organisation=organisation, users=[user], by=manager, at=NOW)

    assert list(queries.organisations_of_user(user)) == [organisation]
    assert AuditEntry.objects.get().by_id == manager.pk
    with pytest.raises(PermissionDenied):
        set_contacts(organisation=organisation, users=[], by=user, at=NOW)


def test_organisations_are_narrowed_and_counted(db: None) -> None:
    fjord = OrganisationFactory(name="Fjordværk", industry="Metal", country="NO")
    OrganisationFactory(name="Kodehuset")
    OpportunityFactory.create_batch(2, organisation=fjord)

    for chosen in ({"text": "metal"}, {"text": "fjord"}, {"country": "NO"}):
        assert [(one.name, one.opportunity_count) for one in queries.organisations(**chosen)] == [
            ("Fjordværk", 2)
        ]
    assert queries.organisation_by_code("nobody") is None


def test_about_in_falls_back_to_english_then_to_any(db: None) -> None:
    assert Organisation(about={"da": "Vi", "en": "We"}).about_in("sv") == "We"
    assert Organisation(about={"da": "Vi"}).about_in("sv") == "Vi"
    assert Organisation().about_in("sv") == ""
