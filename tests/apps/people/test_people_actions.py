"""Candidates are saved, corrected and shown: result, audit row, refusal, repeat."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.people import actions
from brobygger.apps.people.models import Candidate, CandidateFact, PositionPreference
from brobygger.core.matching import MonthlyPay
from brobygger.core.reading import Modality, OpportunityKind, Place, Skill
from tests.factories import CandidateFactFactory, CandidateFactory, PositionPreferenceFactory
from tests.factories.moments import DAY, LATER, NOW

CV = """Skills
Welding, Python

Work experience
2019-2022 Welder
"""
AARHUS = Place("Aarhus", "DK", 56.16, 10.2, land="jylland")
PREFERENCES = actions.Preferences(
    kinds=(OpportunityKind.INTERNSHIP,),
    hours=(10, 20),
    pay_floor=MonthlyPay(20_000, "DKK"),
    home=AARHUS,
    moves_to=("NO",),
    work_right=(),
)


def save(text: str = CV, **given: object) -> Candidate:
    return actions.save_candidate_from_text(
        alias="Talent 017", text=text, published_date=DAY, **{"by": None, "at": NOW, **given}
    )


def skills(candidate: Candidate) -> set[str]:
    return {fact.value["uri"] for fact in candidate.facts.in_force().filter(kind="skill")}


def trail() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def test_save_candidate_reads_the_cv(vocabulary: Vocabulary) -> None:
    candidate = save(identity=actions.Identity("Ida Prøvesen"), preferences=PREFERENCES)

    assert skills(candidate) == {"skill:welding", "skill:python"}
    assert candidate.document.text == CV
    assert candidate.document.language == "en"
    assert candidate.identity.name == "Ida Prøvesen"
    assert candidate.preference.home_name == "Aarhus"
    assert trail()[-1] == "people.save_candidate_from_text"


def test_save_candidate_repeated_changes_nothing(vocabulary: Vocabulary) -> None:
    candidate = save(preferences=PREFERENCES)
    facts, entries = set(candidate.facts.values_list("pk", flat=True)), AuditEntry.objects.count()

    again = save(preferences=PREFERENCES, at=LATER)

    assert again == candidate
    assert again.changed_at == NOW
    assert set(again.facts.values_list("pk", flat=True)) == facts
    assert AuditEntry.objects.count() == entries


def test_save_candidate_with_another_text_forgets_what_was_said_of_the_old_words(
    vocabulary: Vocabulary,
) -> None:
    candidate = save()
    fact = candidate.facts.get(value__uri="skill:welding")
    actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=NOW)
    actions.add_fact(
        candidate=candidate,
        value=Skill("skill:project", "project management", Modality.HELD),
        by=None,
        at=NOW,
    )

    save("Skills\nPython\n", at=LATER)

    assert skills(candidate) == {"skill:python", "skill:project"}


def test_save_candidate_refuses_an_empty_cv(vocabulary: Vocabulary) -> None:
    with pytest.raises(actions.EmptyText, match="Talent 017"):
        save(" \n-- \n")

    assert not Candidate.objects.exists()


def test_save_candidate_keeps_places_where_a_text_holds_nul(vocabulary: Vocabulary) -> None:
    candidate = save("Skills\nWelding\x00, Python\n")

    fact = candidate.facts.get(value__uri="skill:python")
    assert candidate.document.text[fact.span_start : fact.span_end] == "Python"


def test_save_candidate_refuses_a_company(vocabulary: Vocabulary, user_of: Callable[[Role], User]) -> None:
    with pytest.raises(PermissionDenied):
        save(by=user_of(Role.COMPANY))


def test_reading_again_keeps_what_people_said(vocabulary: Vocabulary) -> None:
    candidate = save()
    welding = candidate.facts.get(value__uri="skill:welding")
    actions.correct_fact(fact=welding, state=FactState.REJECTED, by=None, at=NOW)

    actions.read_candidate_again(candidate=candidate, by=None, at=LATER)

    assert skills(candidate) == {"skill:python"}
    assert candidate.facts.filter(value__uri="skill:welding").count() == 1


def test_correct_fact_writes_who_and_when(user_of: Callable[[Role], User]) -> None:
    fact, by = CandidateFactFactory(), user_of(Role.SECRETARIAT)

    actions.correct_fact(fact=fact, state=FactState.REJECTED, by=by, at=LATER)

    stored = CandidateFact.objects.get(pk=fact.pk)
    assert (stored.state, stored.corrected_by, stored.corrected_at) == (FactState.REJECTED, by, LATER)
    assert stored.candidate.changed_at == LATER
    entry = AuditEntry.objects.get(action="people.correct_fact")
    assert (entry.by_id, entry.subject_id) == (by.pk, str(fact.candidate_id))


def test_correct_fact_repeated_changes_nothing(db: None) -> None:
    fact = CandidateFactFactory()
    actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=NOW)

    actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=LATER)

    assert CandidateFact.objects.get(pk=fact.pk).corrected_at == NOW
    assert trail() == ["people.correct_fact"]


def test_correct_fact_says_what_is_right_at_the_same_place(db: None) -> None:
    fact = CandidateFactFactory()

    right = actions.correct_fact(
        fact=fact,
        state=FactState.REJECTED,
        value=Skill("skill:pension", "pension advice", Modality.HELD),
        by=None,
        at=NOW,
    )

    assert (right.state, right.span_start, right.value["uri"]) == (
        FactState.ADDED,
        fact.span_start,
        "skill:pension",
    )
    assert CandidateFact.objects.get(pk=fact.pk).state == FactState.REJECTED


def test_correct_fact_refuses_a_value_of_another_kind(db: None) -> None:
    with pytest.raises(actions.ImpossibleCorrection, match="the same kind"):
        actions.correct_fact(
            fact=CandidateFactFactory(), state=FactState.REJECTED, value=AARHUS, by=None, at=NOW
        )


def test_correct_fact_refuses_another_candidate(user_of: Callable[[Role], User]) -> None:
    own, other = user_of(Role.CANDIDATE), CandidateFactFactory()
    fact = CandidateFactFactory(candidate__user=own)

    actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=own, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.correct_fact(fact=other, state=FactState.CONFIRMED, by=own, at=NOW)


def test_added_fact_cannot_become_confirmed(db: None) -> None:
    value = Skill("skill:python", "Python", Modality.HELD)
    fact = actions.add_fact(candidate=CandidateFactory(), value=value, by=None, at=NOW)

    with pytest.raises(actions.ImpossibleCorrection):
        actions.correct_fact(fact=fact, state=FactState.CONFIRMED, by=None, at=LATER)


def test_add_fact_repeated_changes_nothing(db: None) -> None:
    candidate, value = CandidateFactory(), Skill("skill:python", "Python", Modality.HELD)

    first = actions.add_fact(candidate=candidate, value=value, by=None, at=NOW)
    again = actions.add_fact(candidate=candidate, value=value, by=None, at=LATER)

    assert first.pk == again.pk
    assert trail() == ["people.add_fact"]


def test_set_preferences_replaces_and_notes_what_changed(db: None) -> None:
    candidate = CandidateFactory()

    actions.set_preferences(candidate=candidate, preferences=PREFERENCES, by=None, at=LATER)
    actions.set_preferences(candidate=candidate, preferences=PREFERENCES, by=None, at=LATER)

    candidate.preference.refresh_from_db()
    assert candidate.preference.moves_to == ["NO"]
    assert candidate.preference.work_right == []
    assert trail() == ["people.set_preferences"]
    assert Candidate.objects.get(pk=candidate.pk).changed_at == LATER


def test_an_empty_list_of_countries_was_no_answer_before(db: None) -> None:
    asked = PositionPreferenceFactory(moves_to=["NO"])
    PositionPreferenceFactory(moves_to=[]), PositionPreferenceFactory(moves_to=None)

    import_module("brobygger.apps.people.migrations.0011_moves_unsaid").forget_empty(apps, None)

    said = PositionPreference.objects.exclude(moves_to__isnull=True)
    assert [(one.pk, one.moves_to) for one in said] == [(asked.pk, ["NO"])]


def test_set_preferences_refuses_hours_the_wrong_way_round(db: None) -> None:
    with pytest.raises(ValidationError, match="minimum comes first"):
        actions.set_preferences(
            candidate=CandidateFactory(), preferences=actions.Preferences(hours=(30, 20)), by=None, at=NOW
        )


def test_show_to_companies_keeps_the_first_moment(db: None) -> None:
    candidate = CandidateFactory()
    actions.show_to_companies(candidate=candidate, by=None, at=NOW)
    candidate = actions.show_to_companies(candidate=candidate, by=None, at=LATER)
    assert candidate.visible_to_companies_at == NOW

    candidate = actions.hide_from_companies(candidate=candidate, by=None, at=LATER)

    assert not candidate.is_visible_to_companies
    assert trail() == ["people.give_consent", "people.withdraw_consent"]


def test_hide_from_companies_refuses_a_company(user_of: Callable[[Role], User]) -> None:
    with pytest.raises(PermissionDenied):
        actions.hide_from_companies(candidate=CandidateFactory(), by=user_of(Role.COMPANY), at=NOW)
