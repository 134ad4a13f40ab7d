"""A profile is begun, looked through and changed: result, audit row, refusal, repeat."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User, in_scope
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.people import actions, queries
from brobygger.apps.people.adapters import load_candidates, preferences_digest, preferences_of
from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateFact
from brobygger.apps.programmes.queries import scope_of
from brobygger.core.reading import Fact, Language, Level, Modality, Skill, Span
from brobygger.core.reading import Role as TextRole
from tests.factories import CandidateFactFactory, CandidateFactory, UserFactory
from tests.factories.moments import LATER, NOW

CV = "Skills\nWelding, Python\n\nWork\nWelding of pipes, 2019-2022\n"
UserOf = Callable[[Role], User]


@pytest.fixture
def ida(db: None) -> User:
    return UserFactory(role=Role.CANDIDATE, first_name="Ida", last_name="Prøvesen", email="ida@example.org")


def trail() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_profile_begins_once_with_the_name_of_its_user(ida: User) -> None:
    first = actions.start_profile(user=ida, by=ida, at=NOW)
    again = actions.start_profile(user=ida, by=ida, at=LATER)

    assert first == again
    assert (first.identity.name, first.identity.email) == ("Ida Prøvesen", "ida@example.org")
    assert not first.is_matched
    assert not first.is_visible_to_companies
    assert trail() == ["people.start_profile"]


def test_profile_begins_in_the_scope_of_its_user(ida: User, vocabulary: Vocabulary) -> None:
    with in_scope(scope_of(ida)):
        candidate = actions.save_own_cv(user=ida, text=CV, by=ida, at=NOW)
        assert queries.candidate_of_user(ida) == candidate
    assert trail()[-1] == "people.save_candidate_from_text"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CANDIDATE])
def test_profile_is_begun_by_candidates_for_themselves(ida: User, user_of: UserOf, role: Role) -> None:
    other = user_of(role)
    for who in (ida, other):
        with pytest.raises(PermissionDenied):
            actions.start_profile(user=who, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.save_own_cv(user=ida, text=CV, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.start_without_cv(user=ida, by=other, at=NOW)
    assert not Candidate.objects.exists()


def test_aliases_differ_whoever_begins(db: None) -> None:
    CandidateFactory(alias="Talent 002")
    found = {
        actions.start_profile(user=UserFactory(role=Role.CANDIDATE), by=None, at=NOW).alias for _ in range(3)
    }
    assert len(found | {"Talent 002"}) == 4


def test_nothing_is_left_of_a_cv_that_cannot_be_read(ida: User) -> None:
    with pytest.raises(actions.EmptyText):
        actions.save_own_cv(user=ida, text="--", by=ida, at=NOW)
    assert not Candidate.objects.exists()
    assert trail() == []


def test_candidate_without_a_cv_is_matched_by_what_is_added(ida: User, vocabulary: Vocabulary) -> None:
    candidate = actions.start_without_cv(user=ida, by=ida, at=NOW)
    value = Skill("skill:welding", "welding", Modality.HELD)
    actions.add_fact(candidate=candidate, value=value, by=ida, at=NOW)

    (person,) = load_candidates(Candidate.objects.all())

    assert [one.uri for one in person.skills] == ["skill:welding"]
    assert CandidateDocument.objects.get().text == ""
    actions.start_without_cv(user=ida, by=ida, at=LATER)
    assert trail().count("people.start_without_cv") == 1


def test_facts_that_a_file_declares_outlive_it(ida: User, vocabulary: Vocabulary) -> None:
    declared = Fact(
        Language("pl", Level.C2, Modality.HELD), Span(0, 6), "en", TextRole.LANGUAGES, 0.99, "structured"
    )
    candidate = actions.save_own_cv(user=ida, text=CV, declared=(declared,), by=ida, at=NOW)
    assert candidate.facts.filter(method="structured", kind="language").count() == 1

    actions.read_candidate_again(candidate=candidate, by=ida, at=LATER)

    assert candidate.facts.get(method="structured").value["code"] == "pl"


def test_same_is_said_of_all_that_say_the_same(ida: User, vocabulary: Vocabulary) -> None:
    candidate = actions.save_own_cv(user=ida, text=CV, by=ida, at=NOW)
    welding = candidate.facts.filter(value__uri="skill:welding")
    assert welding.count() == 2

    actions.correct_same(fact=welding[0], state=FactState.REJECTED, by=ida, at=NOW)
    assert {one.state for one in welding.all()} == {FactState.REJECTED}
    actions.undo_same(fact=welding[0], by=ida, at=LATER)
    assert {one.state for one in welding.all()} == {FactState.READ}

    right = Skill("skill:project", "project management", Modality.HELD)
    (added,) = actions.correct_same(fact=welding[0], state=FactState.REJECTED, value=right, by=ida, at=LATER)

    assert added.value["uri"] == "skill:project"
    assert not candidate.facts.in_force().filter(value__uri="skill:welding").exists()
    assert candidate.facts.in_force().filter(value__uri="skill:python").exists()


def test_what_somebody_else_said_of_a_profile_can_be_undone(
    ida: User, vocabulary: Vocabulary, user_of: UserOf
) -> None:
    candidate = actions.save_own_cv(user=ida, text=CV, by=ida, at=NOW)
    welding = candidate.facts.filter(value__uri="skill:welding")
    secretary = user_of(Role.SECRETARIAT)
    actions.correct_same(fact=welding[0], state=FactState.REJECTED, by=secretary, at=NOW)

    with in_scope(scope_of(ida)):
        actions.undo_same(fact=welding[0], by=ida, at=LATER)

    assert {one.state for one in welding.all()} == {FactState.READ}


@pytest.mark.parametrize("role", [Role.COMPANY, Role.CANDIDATE, Role.PARTNER, Role.COUNCIL])
def test_facts_and_wishes_of_another_stay(user_of: UserOf, role: Role) -> None:
    fact, by = CandidateFactFactory(), user_of(role)
    with pytest.raises(PermissionDenied):
        actions.correct_same(fact=fact, state=FactState.CONFIRMED, by=by, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.undo_same(fact=fact, by=by, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.change_preferences(candidate=fact.candidate, changes={"remote": True}, seen="", by=by, at=NOW)
    assert trail() == []


def test_wishes_change_field_by_field_unless_somebody_was_faster(db: None) -> None:
    candidate = CandidateFactory()
    mark = preferences_digest(actions.Preferences(), ["remote"])
    change = {"candidate": candidate, "by": None, "at": NOW}
    actions.change_preferences(
        changes={"commute_minutes": 30},
        seen=preferences_digest(actions.Preferences(), ["commute_minutes"]),
        **change,
    )
    actions.change_preferences(changes={"remote": True}, seen=mark, **change)

    with pytest.raises(actions.ChangedMeanwhile):
        actions.change_preferences(changes={"remote": False}, seen=mark, **change)

    said = preferences_of(Candidate.objects.get(pk=candidate.pk))
    assert (said.remote, said.commute_minutes) == (True, 30)
    assert trail() == ["people.set_preferences"] * 2


def test_impossible_wishes_change_nothing(db: None) -> None:
    candidate = CandidateFactory()
    mark = preferences_digest(actions.Preferences(), ["hours"])
    with pytest.raises(ValidationError):
        actions.change_preferences(
            candidate=candidate, changes={"hours": (30, 20)}, seen=mark, by=None, at=NOW
        )
    assert preferences_of(Candidate.objects.get(pk=candidate.pk)).hours is None


def test_profile_lists_each_thing_once_with_its_surest_words(ida: User, vocabulary: Vocabulary) -> None:
    candidate = actions.save_own_cv(user=ida, text=CV, by=ida, at=NOW)
    CandidateFact.objects.filter(value__uri="skill:python").update(confidence=0.3)
    CandidateFactFactory(candidate=candidate, kind="contact", value={"kind": "email"})

    found = {
        one.fact.value.get("uri"): one for one in queries.profile_facts(candidate) if one.fact.kind == "skill"
    }

    assert set(found) == {"skill:welding", "skill:python"}
    assert found["skill:welding"].places == 2
    assert found["skill:welding"].quote[1] == "Welding"
    assert found["skill:python"].is_unsure
    assert not any(one.fact.kind == "contact" for one in queries.profile_facts(candidate))
