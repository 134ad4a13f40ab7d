"""When candidates graduate: read from the CV, put right by people, kept beside the facts for lists and filters."""

from __future__ import annotations

import datetime as dt

import pytest

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people import actions, queries
from brobygger.apps.people.models import Candidate
from brobygger.core.reading import Graduation
from tests.factories import CandidateFactory, UserFactory
from tests.factories.moments import DAY, LATER, NOW

EDUCATION = "Education\nMSc in Physics, Prøve University, "
JUNE = Graduation(dt.date(2027, 6, 1), dt.date(2027, 6, 30))
AUGUST = Graduation(dt.date(2027, 8, 1), dt.date(2027, 8, 31))
YEAR = Graduation(dt.date(2028, 1, 1), dt.date(2028, 12, 31))


def saved(text: str, alias: str = "Candidate 017") -> Candidate:
    return actions.save_candidate_from_text(
        alias=alias, text=EDUCATION + text, published_date=DAY, by=None, at=NOW
    )


def graduation(candidate: Candidate) -> tuple[dt.date | None, dt.date | None]:
    candidate.refresh_from_db()
    return candidate.graduates_from, candidate.graduates_until


def days(value: Graduation) -> tuple[dt.date, dt.date]:
    return value.earliest, value.latest


@pytest.fixture
def secretariat(db: None) -> User:
    return UserFactory(role=Role.SECRETARIAT)


def found(user: User, first: str, last: str) -> set[str]:
    day = dt.date.fromisoformat
    rows = queries.candidate_list(
        user, graduates_from=day(first) if first else None, graduates_until=day(last) if last else None
    )
    return {one.alias for one in rows}


def test_graduation_of_the_cv_stands_with_its_words(vocabulary: object) -> None:
    candidate = saved("2025–2027, expected June 2027")

    assert graduation(candidate) == days(JUNE)
    (fact,) = [one for one in queries.profile_facts(candidate) if one.fact.kind == "graduation"]
    assert fact.quote[1] == "June 2027"


def test_another_cv_says_another_graduation(vocabulary: object) -> None:
    saved("expected June 2027")
    assert graduation(saved("expected August 2027")) == days(AUGUST)
    assert graduation(saved("with a thesis on magnets")) == (None, None)


def test_what_a_person_says_goes_before_what_was_read(vocabulary: object) -> None:
    candidate = saved("2026–2028")
    assert graduation(candidate) == days(YEAR)

    actions.add_fact(candidate=candidate, value=JUNE, by=None, at=NOW)

    assert graduation(candidate) == days(JUNE)


def test_corrected_rejected_and_taken_back_graduation_is_followed(vocabulary: object) -> None:
    candidate = saved("expected June 2027")
    fact = candidate.facts.get(kind="graduation")

    right = actions.correct_fact(fact=fact, state=FactState.REJECTED, value=AUGUST, by=None, at=NOW)
    assert graduation(candidate) == days(AUGUST)
    actions.correct_fact(fact=right, state=FactState.REJECTED, by=None, at=LATER)
    assert graduation(candidate) == (None, None)
    actions.undo_same(fact=right, by=None, at=LATER)
    assert graduation(candidate) == days(AUGUST)


def test_reading_again_keeps_what_was_corrected(vocabulary: object) -> None:
    candidate = saved("expected June 2027")
    fact = candidate.facts.get(kind="graduation")
    actions.correct_fact(fact=fact, state=FactState.REJECTED, value=AUGUST, by=None, at=NOW)

    actions.read_candidate_again(candidate=candidate, by=None, at=LATER)

    assert graduation(candidate) == days(AUGUST)


@pytest.mark.parametrize(
    ("first", "last", "aliases"),
    [
        ("", "", {"June", "Day", "Year", "Nothing"}),
        ("2027-01-01", "2027-06-30", {"June", "Day"}),
        ("2027-07-01", "2027-07-31", set()),
        ("2028-03-01", "2028-03-31", {"Year"}),  # some day of 2028: it may be this one
        ("2027-06-30", "", {"June", "Year"}),
        ("", "2027-06-24", {"June", "Day"}),
        ("2027-06-25", "2027-06-25", {"June"}),
    ],
)
def test_candidates_are_found_by_when_they_graduate(
    secretariat: User, first: str, last: str, aliases: set[str]
) -> None:
    day = dt.date(2027, 6, 24)
    for alias, value in (("June", JUNE), ("Year", YEAR), ("Day", Graduation(day, day))):
        CandidateFactory(alias=alias, graduates_from=value.earliest, graduates_until=value.latest)
    CandidateFactory(alias="Nothing")

    assert found(secretariat, first, last) == aliases


@pytest.mark.parametrize(("words", "is_told"), [("expected June 2027", True), ("2012–2014", False)])
def test_company_is_told_of_a_graduation_ahead_and_not_of_one_that_tells_the_age(
    vocabulary: object, words: str, is_told: bool
) -> None:
    candidate = saved(words)

    told = {one.kind for one in queries.open_facts(candidate, queries.facts_of(candidate))}
    shown = "".join(segment.text for segment in queries.anonymous_cv(candidate))

    assert ("graduation" in told) is is_told
    assert ("June 2027" in shown) is is_told
    assert "2014" not in shown


def test_joined_records_graduate_as_the_facts_that_remain_say(vocabulary: object) -> None:
    kept, other = saved("expected June 2027", "A"), CandidateFactory(alias="B")
    actions.add_fact(candidate=other, value=AUGUST, by=None, at=NOW)

    merge = actions.merge_candidates(kept=kept, other=other, by=None, at=LATER)
    assert graduation(kept) == days(AUGUST)

    actions.undo_merge_of_candidates(merge=merge, by=None, at=LATER)
    assert graduation(kept) == days(JUNE)
    assert graduation(Candidate.objects.get(alias="B")) == days(AUGUST)
