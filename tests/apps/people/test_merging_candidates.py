"""Two records of a candidate become one, and exactly the two again."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, CannotUndo
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.matching.models import Match, Outcome
from brobygger.apps.people.actions import (
    UndoLaterFirst,
    merge_candidates,
    say_candidates_differ,
    undo_merge_of_candidates,
)
from brobygger.apps.people.models import Candidate, CandidateFact, CandidateIdentity
from brobygger.apps.people.queries import compare_candidates, likely_same_candidates
from tests.apps.snapshot import snapshot
from tests.drawing import times
from tests.factories import (
    CandidateBackgroundFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    MatchFactory,
    MatchRunFactory,
    OpportunityFactory,
    PositionPreferenceFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import NOW

PARTS = (
    "identity",
    "background",
    "preference",
    "document",
    "fact",
    "added",
    "match",
    "outcome",
    "programme",
    "user",
    "distinct",
)


@pytest.fixture
def pair(db: None) -> tuple[Candidate, Candidate]:
    return CandidateFactory(alias="Candidate A"), CandidateFactory(alias="Candidate B")


def give(candidate: Candidate, parts: set[str], shared: dict[str, object]) -> None:
    number = candidate.pk
    if "identity" in parts:
        CandidateIdentityFactory(candidate=candidate, name=f"Ida {number}", email=f"i{number}@example.com")
    if "background" in parts:
        CandidateBackgroundFactory(candidate=candidate)
    if "preference" in parts:
        PositionPreferenceFactory(candidate=candidate, kinds=["job"], commute_minutes=number % 90)
    if "document" in parts:
        CandidateDocumentFactory(candidate=candidate, text=f"Skills\nwelding, Python {number}\n")
        if "fact" in parts:
            CandidateFactFactory(candidate=candidate)
            CandidateFactFactory(
                candidate=candidate, state=FactState.CONFIRMED, corrected_at=NOW, span_start=8
            )
    if "added" in parts:
        CandidateFactFactory(
            candidate=candidate,
            state=FactState.ADDED,
            corrected_at=NOW,
            value={"uri": "skill:r", "label": "R"},
        )
    if "match" in parts:
        MatchFactory(run=shared["run"], opportunity=shared["opportunity"], candidate=candidate, rank=number)
    if "outcome" in parts:
        Outcome.objects.create(
            opportunity=shared["opportunity"], candidate=candidate, stage="invited", parts={}, recorded_at=NOW
        )
    if "programme" in parts:
        shared["programme"].candidates.add(candidate)
    if "user" in parts:
        candidate.user = UserFactory()
        candidate.save()
    if "distinct" in parts:
        say_candidates_differ(first=candidate, second=shared["third"], by=None, at=NOW)


@given(
    kept_has=st.sets(st.sampled_from(PARTS)),
    other_has=st.sets(st.sampled_from(PARTS)),
    data=st.data(),
)
@times(25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undone_merge_leaves_every_row_as_it_was(
    db: None, kept_has: set[str], other_has: set[str], data: st.DataObject
) -> None:
    with transaction.atomic():
        kept, other, third = CandidateFactory(), CandidateFactory(), CandidateFactory()
        shared = {
            "run": MatchRunFactory(),
            "opportunity": OpportunityFactory(),
            "programme": ProgrammeFactory(),
            "third": third,
        }
        give(kept, kept_has, shared)
        give(other, other_has, shared)
        if data.draw(st.booleans()):
            say_candidates_differ(first=kept, second=other, by=None, at=NOW)
        keys = [one.key for one in compare_candidates(kept, other)]
        chosen = data.draw(st.sets(st.sampled_from(keys)))
        before = snapshot()

        merge = merge_candidates(kept=kept, other=other, from_other=chosen, by=None, at=NOW)
        assert not Candidate.objects.filter(pk=other.pk).exists()
        assert not any(row.get("candidate_id") == other.pk for row in snapshot().values())
        left = undo_merge_of_candidates(merge=merge, by=None, at=NOW)

        assert left == []
        assert snapshot() == before
        transaction.set_rollback(True)


def test_what_pointed_at_the_other_points_at_the_kept(pair: tuple[Candidate, Candidate]) -> None:
    kept, other = pair
    shared = {"run": MatchRunFactory(), "opportunity": OpportunityFactory(), "programme": ProgrammeFactory()}
    give(other, {"identity", "preference", "document", "fact", "match", "outcome", "programme"}, shared)

    merge_candidates(kept=kept, other=other, by=None, at=NOW)

    assert CandidateIdentity.objects.get().candidate == kept
    assert {fact.candidate for fact in CandidateFact.objects.all()} == {kept}
    assert Match.objects.get().candidate == Outcome.objects.get().candidate == kept
    assert list(shared["programme"].candidates.all()) == [kept]
    assert AuditEntry.objects.filter(action="people.merge_candidates", subject_id=str(kept.pk)).exists()


def test_fields_are_chosen_one_by_one(pair: tuple[Candidate, Candidate]) -> None:
    kept, other = pair
    CandidateIdentityFactory(candidate=kept, name="Ida P.", email="old@example.com", phone="11111111")
    CandidateIdentityFactory(candidate=other, name="Ida Prøvesen", email="new@example.com")

    proposed = {one.key: one.takes_other for one in compare_candidates(kept, other)}
    merge_candidates(kept=kept, other=other, from_other={"identity.name", "alias"}, by=None, at=NOW)

    kept.refresh_from_db()
    identity = CandidateIdentity.objects.get()
    assert (identity.name, identity.email, identity.phone) == ("Ida Prøvesen", "old@example.com", "11111111")
    assert kept.alias == "Candidate B"
    assert not proposed["identity.name"]


def test_facts_of_the_cv_that_goes_do_not_point_into_the_other(pair: tuple[Candidate, Candidate]) -> None:
    kept, other = pair
    for one in pair:
        CandidateDocumentFactory(candidate=one, text=f"Skills\nwelding {one.alias}")
        CandidateFactFactory(candidate=one)
    added = CandidateFactFactory(
        candidate=other, state=FactState.ADDED, corrected_at=NOW, value={"uri": "skill:r", "label": "R"}
    )

    merge_candidates(kept=kept, other=other, by=None, at=NOW)

    added.refresh_from_db()
    assert (added.candidate, added.span_start) == (kept, None)
    assert CandidateFact.objects.count() == 2
    assert kept.document.text.endswith("Candidate A")


def test_row_that_was_removed_since_stays_away(pair: tuple[Candidate, Candidate]) -> None:
    kept, other = pair
    fact = CandidateFactFactory(candidate=other)
    merge = merge_candidates(kept=kept, other=other, by=None, at=NOW)
    fact.refresh_from_db()
    fact.delete()

    left = undo_merge_of_candidates(merge=merge, by=None, at=NOW)

    assert [(step["step"], step["model"]) for step in left] == [("changed", "people.CandidateFact")]
    assert Candidate.objects.filter(pk=other.pk, alias="Candidate B").exists()


def test_undo_is_refused_where_the_alias_is_taken(pair: tuple[Candidate, Candidate]) -> None:
    kept, other = pair
    merge = merge_candidates(kept=kept, other=other, by=None, at=NOW)
    CandidateFactory(alias="Candidate B")
    before = snapshot()

    with pytest.raises(CannotUndo):
        undo_merge_of_candidates(merge=merge, by=None, at=NOW)
    assert snapshot() == before


def test_chain_is_undone_from_its_end(pair: tuple[Candidate, Candidate]) -> None:
    kept, other = pair
    third = CandidateFactory()
    before = snapshot()
    first = merge_candidates(kept=other, other=third, by=None, at=NOW)
    second = merge_candidates(kept=kept, other=other, by=None, at=NOW)

    with pytest.raises(UndoLaterFirst):
        undo_merge_of_candidates(merge=first, by=None, at=NOW)
    undo_merge_of_candidates(merge=second, by=None, at=NOW)
    undo_merge_of_candidates(merge=first, by=None, at=NOW)
    assert undo_merge_of_candidates(merge=first, by=None, at=NOW) == []

    assert snapshot() == before


def test_only_those_who_may_join(pair: tuple[Candidate, Candidate]) -> None:
    kept, other = pair
    company = UserFactory(role=Role.COMPANY)
    with pytest.raises(PermissionDenied):
        merge_candidates(kept=kept, other=other, by=company, at=NOW)
    with pytest.raises(PermissionDenied):
        say_candidates_differ(first=kept, second=other, by=company, at=NOW)
    with pytest.raises(ValueError, match="itself"):
        merge_candidates(kept=kept, other=kept, by=None, at=NOW)


def test_pair_that_is_not_the_same_is_not_shown_again(pair: tuple[Candidate, Candidate]) -> None:
    for one in pair:
        CandidateIdentityFactory(candidate=one, name="Ida Prøvesen", email="ida@example.com")
    assert [(one.first, one.second) for one in likely_same_candidates()] == [(pair[0].pk, pair[1].pk)]

    for _ in range(2):
        say_candidates_differ(first=pair[1], second=pair[0], by=None, at=NOW)

    assert likely_same_candidates() == []
