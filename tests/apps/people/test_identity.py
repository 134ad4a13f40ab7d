"""Who a candidate is: the confirmed address from the start, name and phone as the person says."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.people import actions, queries
from brobygger.apps.people.models import Candidate, CandidateIdentity
from tests.factories import CandidateFactory, CandidateIdentityFactory, UserFactory
from tests.factories.moments import LATER, NOW

UserOf = Callable[[Role], User]


@pytest.fixture
def stranger(db: None) -> User:
    """Somebody who signed up by code: an address, and no name."""
    return UserFactory(role=Role.CANDIDATE, email="ida@example.org")


@pytest.fixture
def candidate(stranger: User) -> Candidate:
    return actions.start_profile(user=stranger, by=stranger, at=NOW)


def test_address_of_who_signed_up_is_the_contact_address_from_the_start(candidate: Candidate) -> None:
    identity = candidate.identity
    assert (identity.name, identity.email, identity.phone) == ("", "ida@example.org", "")
    assert queries.name_of(candidate) == ""


def test_name_and_phone_are_kept_as_said_and_leave_a_trace_without_them(
    candidate: Candidate, stranger: User
) -> None:
    for _repeat in range(2):
        actions.say_who(
            candidate=candidate, name=" Ida\x00 Prøvesen ", phone="+45 12 34 56 78", by=stranger, at=LATER
        )

    identity = CandidateIdentity.objects.get(candidate=candidate)
    assert (identity.name, identity.email, identity.phone) == (
        "Ida Prøvesen",
        "ida@example.org",
        "+45 12 34 56 78",
    )
    entry = AuditEntry.objects.get(action="people.say_who")
    assert (entry.by_id, entry.changes) == (stranger.pk, {"changed": ["name", "phone"]})


def test_address_comes_with_the_name_where_a_profile_was_begun_without(stranger: User) -> None:
    candidate = CandidateFactory(user=stranger)
    actions.say_who(candidate=candidate, name="Ida Prøvesen", by=stranger, at=NOW)
    assert CandidateIdentity.objects.get().email == "ida@example.org"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "I" * 201}, "name"),
        ({"name": "Ida", "phone": "call me"}, "phone"),
        ({"name": "Ida", "phone": "1" * 41}, "phone"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(
    candidate: Candidate, stranger: User, said: dict[str, str], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        actions.say_who(candidate=candidate, by=stranger, at=NOW, **said)
    assert list(refused.value.message_dict) == [field]
    assert CandidateIdentity.objects.get().name == ""


def test_nobody_else_says_who_somebody_is(candidate: Candidate, user_of: UserOf) -> None:
    with pytest.raises(PermissionDenied):
        actions.say_who(candidate=candidate, name="Bo", by=user_of(Role.CANDIDATE), at=NOW)


def test_contact_address_follows_the_log_in(candidate: Candidate, stranger: User) -> None:
    stranger.email = "ida.new@example.org"
    stranger.save()
    for _repeat in range(2):
        actions.follow_address(user=stranger, by=stranger, at=LATER)
    actions.follow_address(user=UserFactory(role=Role.COMPANY, email="hr@example.com"), by=None, at=LATER)

    assert CandidateIdentity.objects.get().email == "ida.new@example.org"
    assert AuditEntry.objects.filter(action="people.follow_address").count() == 1


def test_profiles_begun_before_get_the_address_of_their_log_in(stranger: User) -> None:
    bare, known = CandidateFactory(user=stranger), CandidateIdentityFactory(name="Bo", email="bo@example.org")
    CandidateFactory(), CandidateFactory(user=UserFactory(role=Role.CANDIDATE, email=""))

    import_module("brobygger.apps.people.migrations.0008_contact_address").add_addresses(apps, None)

    found = dict(CandidateIdentity.objects.values_list("candidate", "email"))
    assert found == {bare.pk: "ida@example.org", known.pk: "bo@example.org"}
