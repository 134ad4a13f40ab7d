from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.programmes import queries
from brobygger.apps.programmes.actions import (
    ProgrammeDetails,
    TargetDetails,
    add_members,
    remove_partner,
    save_programme,
    set_partner,
    set_weights,
)
from brobygger.apps.programmes.enums import ProgrammeKind
from brobygger.apps.programmes.models import Programme
from tests.factories import CandidateFactory, OrganisationFactory, ProgrammeFactory, UserFactory
from tests.factories.moments import LATER, NOW

DETAILS = ProgrammeDetails(
    name="Prøve",
    owner="Region Prøve",
    kind=ProgrammeKind.CROSS_BORDER,
    start_date=dt.date(2026, 1, 1),
    description={"en": "A programme.", "da": "Et program."},
    targets=(
        TargetDetails({"en": "interns"}, Decimal(30)),
        TargetDetails({"en": "of companies"}, Decimal(75), "%"),
    ),
)


def test_save_programme_repeated_changes_nothing(db: None) -> None:
    first = save_programme(code="p", details=DETAILS, by=None, at=NOW)
    save_programme(code="p", details=DETAILS, by=None, at=LATER)

    assert AuditEntry.objects.count() == 1
    found = queries.programme_by_code("p")
    assert found == first
    assert [(one.label_in("sv"), one.number, one.unit) for one in found.targets.all()] == [
        ("interns", 30, ""),
        ("of companies", 75, "%"),
    ]


def test_save_programme_replaces_targets(db: None) -> None:
    save_programme(code="p", details=DETAILS, by=None, at=NOW)
    save_programme(
        code="p", details=dataclasses.replace(DETAILS, targets=DETAILS.targets[:1]), by=None, at=LATER
    )

    assert Programme.objects.get().targets.count() == 1


def test_save_programme_refuses_an_end_before_the_start(db: None) -> None:
    with pytest.raises(ValidationError, match="end after it starts"):
        save_programme(
            code="p", details=dataclasses.replace(DETAILS, end_date=dt.date(2025, 1, 1)), by=None, at=NOW
        )


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MANAGER, Role.SECRETARIAT}))
def test_programmes_are_changed_by_those_who_run_them(user_of: Callable[[Role], User], role: Role) -> None:
    user = user_of(role)
    with pytest.raises(PermissionDenied):
        save_programme(code="p", details=DETAILS, by=user, at=NOW)
    with pytest.raises(PermissionDenied):
        add_members(programme=ProgrammeFactory(), candidates=[CandidateFactory()], by=user, at=NOW)


def test_add_members_repeated_changes_nothing(db: None) -> None:
    programme, candidate, organisation = ProgrammeFactory(), CandidateFactory(), OrganisationFactory()

    for _ in range(2):
        add_members(
            programme=programme, candidates=[candidate], organisations=[organisation], by=None, at=NOW
        )

    assert AuditEntry.objects.count() == 1
    (counted,) = queries.programmes()
    assert (counted.candidate_count, counted.organisation_count) == (1, 1)
    assert list(queries.candidates_of(programme.pk)) == [candidate]
    assert list(queries.organisations_of(programme.pk)) == [organisation]


def test_set_weights_is_for_managers_and_known_parts(user_of: Callable[[Role], User]) -> None:
    programme, manager = ProgrammeFactory(), user_of(Role.MANAGER)

    set_weights(programme=programme, points={"skills": 50}, by=manager, at=NOW)
    set_weights(programme=programme, points={"skills": 50}, by=manager, at=LATER)

    assert Programme.objects.get().weights == {"skills": 50}
    assert AuditEntry.objects.count() == 1
    with pytest.raises(ValueError, match="charm"):
        set_weights(programme=programme, points={"charm": 5}, by=manager, at=LATER)
    with pytest.raises(PermissionDenied):
        set_weights(programme=programme, points={}, by=user_of(Role.SECRETARIAT), at=LATER)


def test_partner_is_set_changed_and_removed_once_each(db: None) -> None:
    programme, university = ProgrammeFactory(), OrganisationFactory()

    for is_lead in (False, False, True):
        set_partner(programme=programme, organisation=university, is_lead=is_lead, by=None, at=NOW)
    assert [one.is_lead for one in programme.partnerships.all()] == [True]
    for _ in range(2):
        remove_partner(programme=programme, organisation=university, by=None, at=NOW)
    assert not programme.partnerships.exists()
    assert [entry.action for entry in AuditEntry.objects.order_by("pk")] == [
        "programmes.set_partner",
        "programmes.set_partner",
        "programmes.remove_partner",
    ]


def test_only_the_manager_says_who_carries_a_programme(db: None) -> None:
    programme, university = ProgrammeFactory(), OrganisationFactory()
    secretary = UserFactory(role=Role.SECRETARIAT)

    with pytest.raises(PermissionDenied):
        set_partner(programme=programme, organisation=university, is_lead=True, by=secretary, at=NOW)
    with pytest.raises(PermissionDenied):
        remove_partner(programme=programme, organisation=university, by=secretary, at=NOW)
