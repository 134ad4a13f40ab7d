"""A CV is read again with a newer reader: shown before, never against what a person said, with its words in the CV."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people import actions, queries
from brobygger.apps.people.actions import ChangedMeanwhile, rereading
from brobygger.apps.people.models import Candidate, CandidateDocument
from brobygger.core.reading import FACT_KINDS, READER_VERSION, Graduation, Language, Level, Modality
from brobygger.core.reading.learned import LEARNED, learned_since
from tests.factories import UserFactory
from tests.factories.moments import DAY, LATER, NOW

CV = """Skills
Welding, Python

Languages
Danish (B2), English (C1)

Education
MSc in Physics, Prøve University, 2025–2027, expected June 2027
"""
AUGUST = Graduation(dt.date(2027, 8, 1), dt.date(2027, 8, 31))

pytestmark = pytest.mark.usefixtures("vocabulary")


@pytest.fixture
def secretary(db: None) -> User:
    return UserFactory(role=Role.SECRETARIAT)


def older(alias: str = "Talent 017", text: str = CV) -> Candidate:
    """Read by a reader that knew no graduation."""
    candidate = actions.save_candidate_from_text(alias=alias, text=text, published_date=DAY, by=None, at=NOW)
    candidate.facts.filter(kind="graduation").delete()
    CandidateDocument.objects.filter(candidate=candidate).update(reader_version=1, kinds_version=1)
    return Candidate.objects.get(pk=candidate.pk)


def in_force(candidate: Candidate, kind: str) -> list[dict[str, object]]:
    return [one.value for one in candidate.facts.in_force().filter(kind=kind).order_by("pk")]


def kinds(found: object) -> list[str]:
    return [one.fact.kind for one in found]


def test_every_kind_of_fact_was_learned_by_one_version() -> None:
    learned = [kind for kinds in LEARNED.values() for kind in kinds]

    assert sorted(learned) == sorted(FACT_KINDS.values())
    assert max(LEARNED) == READER_VERSION
    assert learned_since(0) == set(FACT_KINDS.values())
    assert "graduation" in learned_since(1)
    assert learned_since(READER_VERSION) == frozenset()


def test_what_is_new_is_shown_with_its_words_and_nothing_is_kept() -> None:
    candidate = older()
    assert candidate.document.may_say_more

    found = queries.rereading(candidate)

    assert (kinds(found.added), kinds(found.gone), found.changed) == (["graduation"], [], ())
    assert found.added[0].quote[1] == "June 2027"
    assert in_force(candidate, "graduation") == []
    candidate.document.refresh_from_db()
    assert candidate.document.reader_version == 1


def test_what_was_shown_is_kept_and_told_in_the_trail() -> None:
    candidate = older()

    actions.read_candidate_again(
        candidate=candidate, seen=queries.rereading(candidate).digest, by=None, at=LATER
    )

    candidate = Candidate.objects.get(pk=candidate.pk)
    assert in_force(candidate, "graduation")[0]["earliest"] == "2027-06-01"
    assert candidate.graduates_until == dt.date(2027, 6, 30)
    assert candidate.changed_at == LATER
    assert not candidate.document.may_say_more
    changes = AuditEntry.objects.get(action="people.read_candidate_again").changes
    assert (changes["added"], changes["reader"]) == ({"graduation": 1}, [1, READER_VERSION])
    assert not queries.rereading(candidate).says_more


def test_profile_that_changed_since_it_was_shown_is_shown_anew() -> None:
    candidate = older()
    seen = queries.rereading(candidate).digest
    actions.add_fact(candidate=candidate, value=AUGUST, by=None, at=NOW)

    with pytest.raises(ChangedMeanwhile):
        actions.read_candidate_again(candidate=candidate, seen=seen, by=None, at=LATER)
    assert in_force(candidate, "graduation")[0]["earliest"] == "2027-08-01"


def test_what_a_person_put_right_or_took_out_is_not_read_against_it() -> None:
    candidate = older()
    danish = candidate.facts.get(kind="language", value__code="da")
    right = Language("da", Level.C1, Modality.HELD)
    actions.correct_fact(fact=danish, state=FactState.REJECTED, value=right, by=None, at=NOW)
    welding = candidate.facts.get(value__uri="skill:welding")
    actions.correct_fact(fact=welding, state=FactState.REJECTED, by=None, at=NOW)
    actions.add_fact(candidate=candidate, value=AUGUST, by=None, at=NOW)
    # as if the reader of today took in other words around the same place than the one before
    candidate.facts.filter(span_start=danish.span_start).update(span_end=danish.span_end - 1)

    actions.read_candidate_again(candidate=candidate, by=None, at=LATER)

    assert [one["level"] for one in in_force(candidate, "language") if one["code"] == "da"] == ["C1"]
    assert "skill:welding" not in [one["uri"] for one in in_force(candidate, "skill")]
    assert [one["earliest"] for one in in_force(candidate, "graduation")] == ["2027-08-01"]


def test_what_is_read_otherwise_now_is_one_change_and_not_two() -> None:
    candidate = older()
    danish = candidate.facts.get(kind="language", value__code="da")
    candidate.facts.filter(pk=danish.pk).update(value={**danish.value, "level": "A1"})

    ((before, after),) = queries.rereading(candidate).changed

    assert (before.fact.value["level"], after.fact.value["level"]) == ("A1", "B2")


def test_new_kinds_are_added_in_batches_and_nothing_else_is_touched(
    secretary: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "AT_ONCE", 2)
    people = [older(f"Talent {number}") for number in range(3)]
    python = people[0].facts.get(value__uri="skill:python")
    python.delete()  # what an older reader missed of an old kind is not the command's to add
    actions.add_fact(candidate=people[1], value=AUGUST, by=None, at=NOW)

    counted = actions.read_new_kinds(applies=False, by=secretary, at=LATER)
    assert (counted.read, counted.saying, counted.facts) == (2, 1, {"graduation": 1})
    assert in_force(people[0], "graduation") == []

    first = actions.read_new_kinds(by=secretary, at=LATER)
    assert (first.read, first.saying, first.facts) == (2, 1, {"graduation": 1})
    rest = actions.read_new_kinds(by=secretary, at=LATER)  # a new run goes on where the last one was
    assert (rest.read, rest.saying) == (1, 1)
    assert actions.read_new_kinds(by=secretary, at=LATER).last is None

    assert [in_force(one, "graduation")[0]["earliest"] for one in people] == [
        "2027-06-01",
        "2027-08-01",
        "2027-06-01",
    ]
    assert not people[0].facts.filter(value__uri="skill:python").exists()
    people[0].refresh_from_db()
    assert people[0].graduates_until == dt.date(2027, 6, 30)
    assert AuditEntry.objects.filter(action="people.read_new_kinds").count() == 2
    assert Candidate.objects.get(
        pk=people[0].pk
    ).document.may_say_more  # of the old kinds, its owner is asked


def test_only_who_runs_the_programme_adds_new_kinds() -> None:
    with pytest.raises(PermissionDenied):
        actions.read_new_kinds(by=UserFactory(role=Role.CANDIDATE), at=LATER)
