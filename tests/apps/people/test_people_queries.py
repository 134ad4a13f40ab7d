"""What a company may read of a CV, and how candidates are loaded for the matcher."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.people import actions, queries
from brobygger.apps.people.adapters import (
    Preferences,
    load_candidates,
    load_groups,
    to_preference_columns,
    to_preferences,
)
from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateFact, PositionPreference
from brobygger.core.matching import MonthlyPay
from brobygger.core.reading import OpportunityKind, Place
from brobygger.core.reading import Role as PassageRole
from brobygger.data.demo_files import read_demo
from tests.factories import (
    CandidateBackgroundFactory,
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    PositionPreferenceFactory,
)
from tests.factories.moments import DAY, NOW

CV = """Ida Prøvesen
Prøvevej 7, 8000 Aarhus
ida@prøve.example

Education
MSc in Metal Science, Prøve University, 2024

Work experience
2019-2022 Welding at Fjordværk A/S

Skills
Welding for Fjordværk, python, call 00 00 00 00

Languages
English (C1)
"""
TELLING = ("Ida", "Prøve", "Aarhus", "Fjordværk", "University", "2024", "00 00", "@")


def test_anonymous_cv_hides_whatever_may_identify(vocabulary: Vocabulary) -> None:
    candidate = actions.save_candidate_from_text(
        alias="Talent 017", text=CV, published_date=DAY, by=None, at=NOW
    )

    shown = "".join(segment.text for segment in queries.anonymous_cv(candidate))

    assert [word for word in TELLING if word in shown] == []
    assert "python" in shown
    assert "Welding" in shown


def test_marked_cv_shows_the_whole_text_to_its_owner(vocabulary: Vocabulary) -> None:
    candidate = actions.save_candidate_from_text(
        alias="Talent 017", text=CV, published_date=DAY, by=None, at=NOW
    )

    segments = queries.marked_cv(candidate)

    assert "".join(segment.text for segment in segments) == CV
    assert {"Welding", "python"} <= {
        segment.text for segment in segments if any(mark.kind == "skill" for mark in segment.marks)
    }


@given(
    words=st.lists(
        st.sampled_from(["python", "Fjordværk", "svejse", "Aarhus", "1234", "\n", "IDA"]), min_size=1
    ),
    role=st.sampled_from(sorted(PassageRole)),
)
def test_anonymous_cv_shows_no_unmarked_word(words: list[str], role: PassageRole) -> None:
    text = " ".join(words)
    candidate = Candidate(pk=1, alias="x")
    candidate.document = CandidateDocument(
        candidate=candidate, text=text, passages=[[0, len(text), "da", 1.0, role]], language="da"
    )

    shown = "".join(segment.text for segment in queries.anonymous_cv(candidate, facts=[]))

    assert set(shown.split()) <= {"…"}


def test_anonymous_cv_shows_no_mark_inside_a_contact_line(db: None) -> None:
    candidate = Candidate(pk=1, alias="x")
    text = "python fjord"
    candidate.document = CandidateDocument(candidate=candidate, text=text, passages=[], language="da")
    mark = {"candidate": candidate, "value": {}, "confidence": 1.0, "state": "read"}
    facts = [
        CandidateFact(pk=1, kind="skill", span_start=0, span_end=6, **mark),
        CandidateFact(pk=2, kind="contact", span_start=3, span_end=12, **mark),
    ]

    assert [segment.text for segment in queries.anonymous_cv(candidate, facts)] == ["…"]


def test_name_of_is_empty_where_nobody_said_it(db: None) -> None:
    assert queries.name_of(CandidateFactory()) == ""
    assert queries.name_of(CandidateIdentityFactory().candidate) == "Ida Prøvesen"


def test_candidate_list_is_narrowed(user_of: Callable[[Role], User]) -> None:
    aarhus = CandidateFactory(alias="Talent 901")
    PositionPreferenceFactory(
        candidate=aarhus, home_name="Aarhus", home_country="DK", home_latitude=56.2, home_longitude=10.2
    )
    CandidateDocumentFactory(candidate=aarhus, language="da")
    CandidateDocumentFactory(language="sv")
    user = user_of(Role.SECRETARIAT)

    assert queries.candidate_list(user).count() == 2
    for chosen in ({"text": "901"}, {"language": "da"}, {"country": "DK"}):
        assert list(queries.candidate_list(user, **chosen)) == [aarhus]
    assert not queries.candidate_list(user_of(Role.FUNDER)).exists()


def test_a_labour_market_reaches_over_the_border(user_of: Callable[[Role], User]) -> None:
    """The municipalities on both sides are one place to look in; places of the same name elsewhere are not."""
    homes = {"Halden": "NO", "Trollhättan": "SE", "Hvaler": "NO", "Göteborg": "SE", "Moss": "US"}
    for name, country in homes.items():
        PositionPreferenceFactory(
            candidate__alias=name,
            home_name=name,
            home_country=country,
            home_latitude=58.9,
            home_longitude=11.2,
        )

    found = queries.candidate_list(user_of(Role.SECRETARIAT), area="ostfold-fyrbodal")

    assert {one.alias for one in found} == {"Halden", "Trollhättan", "Hvaler"}
    assert not queries.candidate_list(user_of(Role.SECRETARIAT), area="atlantis")


def test_candidate_list_is_narrowed_by_origin_and_destination(user_of: Callable[[Role], User]) -> None:
    said = {
        "stays in Denmark": ("DK", []),
        "to Norway": ("DK", ["NO", "SE"]),
        "anywhere in the Nordic countries": ("LV", ["NORDIC"]),
        "anywhere in the EEA": ("IN", ["EU"]),
        "to Germany": ("IN", ["DE"]),
    }
    for alias, (home, moves_to) in said.items():
        PositionPreferenceFactory(
            candidate__alias=alias,
            home_name="Prøve",
            home_country=home,
            home_latitude=56.2,
            home_longitude=10.2,
            moves_to=moves_to,
        )
    user = user_of(Role.SECRETARIAT)

    def found(**chosen: str) -> set[str]:
        return {one.alias for one in queries.candidate_list(user, **chosen)}

    assert found(destination="NO") == {"to Norway", "anywhere in the Nordic countries", "anywhere in the EEA"}
    assert found(destination="DK") == said.keys() - {"to Germany"}
    assert found(country="IN", destination="DK") == {"anywhere in the EEA"}
    assert found(destination="US") == set()
    assert queries.home_countries(user) == ["DK", "IN", "LV"]
    for alias in ("anywhere in the EEA", "to Germany", "to Norway"):
        CandidateFactFactory(
            candidate=Candidate.objects.get(alias=alias),
            value={"uri": "skill:welding", "label": "welding", "modality": "held"},
        )
    assert found(country="IN", destination="DK", skill="skill:welding") == {"anywhere in the EEA"}
    assert found(country="DK", destination="SE", skill="skill:milling") == set()


def test_candidate_of_user(user_of: Callable[[Role], User]) -> None:
    user = user_of(Role.CANDIDATE)
    assert queries.candidate_of_user(user) is None
    own = CandidateFactory(user=user)
    assert queries.candidate_of_user(user) == own


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 3, 30])
def test_load_candidates_takes_a_fixed_number_of_queries(
    size: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for _ in range(size):
        candidate = CandidateFactory()
        CandidateDocumentFactory(candidate=candidate)
        CandidateFactFactory.create_batch(2, candidate=candidate)
        PositionPreferenceFactory(candidate=candidate)

    with django_assert_num_queries(5):
        loaded = load_candidates(Candidate.objects.all())

    assert len(loaded) == size
    assert all(one.skills[0].uri == "skill:welding" and one.skills[0].words == "welding" for one in loaded)


def test_preferences_go_before_what_the_cv_says(db: None) -> None:
    candidate = CandidateFactory()
    CandidateDocumentFactory(candidate=candidate)
    CandidateFactFactory(
        candidate=candidate,
        kind="place",
        value={"name": "Oslo", "country": "NO", "latitude": 59.9, "longitude": 10.7},
        role="personal",
    )
    PositionPreferenceFactory(candidate=candidate, work_right=[])
    (read,) = load_candidates(Candidate.objects.all())
    assert (read.place and read.place.name, read.work_right) == ("Oslo", ())

    PositionPreference.objects.update(
        home_name="Halden", home_country="NO", home_latitude=59.1, home_longitude=11.4, work_right=None
    )
    (said,) = load_candidates(Candidate.objects.all())
    assert (said.place and said.place.name, said.work_right) == ("Halden", None)


def test_load_groups_leaves_out_what_is_not_said(db: None) -> None:
    one = CandidateBackgroundFactory()
    CandidateBackgroundFactory(sex="", origin="", native_language="")

    assert load_groups(Candidate.objects.all()) == {
        "sex": {str(one.pk): "f"},
        "origin": {str(one.pk): "eu"},
        "language": {str(one.pk): "pl"},
    }


PREFERENCES = st.builds(
    Preferences,
    kinds=st.lists(st.sampled_from(OpportunityKind), unique=True).map(tuple),
    available_from=st.none() | st.dates(),
    available_months=st.none() | st.integers(1, 60).map(float),
    hours=st.none() | st.tuples(st.integers(0, 20).map(float), st.integers(20, 60).map(float)),
    pay_floor=st.none()
    | st.builds(MonthlyPay, st.integers(0, 90_000).map(float), st.sampled_from(["DKK", "NOK"])),
    home=st.none() | st.just(Place("Moss", "NO", 59.43, 10.66, "Østfold", "scandinavia")),
    commute_minutes=st.none() | st.integers(0, 180),
    moves_to=st.none() | st.lists(st.sampled_from(["DK", "EU"]), unique=True).map(tuple),
    remote=st.none() | st.booleans(),
    work_right=st.none() | st.lists(st.sampled_from(["DK", "EU"]), unique=True).map(tuple),
    markets=st.lists(st.sampled_from(["BR", "DE"]), unique=True).map(tuple),
)


@given(PREFERENCES)
def test_preferences_are_read_back_as_written(preferences: Preferences) -> None:
    assert to_preferences(PositionPreference(**to_preference_columns(preferences))) == preferences


def test_last_change_of_nobody_is_never(db: None) -> None:
    assert queries.last_change(Candidate.objects.all()) is None
    CandidateFactory(changed_at=NOW)
    CandidateFactory(changed_at=NOW + dt.timedelta(hours=1))
    assert queries.last_change(Candidate.objects.all()) == NOW + dt.timedelta(hours=1)


def test_anonymous_cv_of_the_demo_names_nobody(vocabulary: Vocabulary) -> None:
    """Every fourth invented person: no part of the name, no address of mail, no telephone number is left."""
    for person in read_demo().candidates[::4]:
        candidate = actions.save_candidate_from_text(
            alias=person.alias, text=person.text, published_date=DAY, by=None, at=NOW
        )
        shown = "".join(segment.text for segment in queries.anonymous_cv(candidate))
        words = set(re.findall(r"\w+", shown))
        assert not words & {part for part in re.findall(r"\w+", person.name) if len(part) > 2}, person.alias
        assert not re.search(r"@|\d{6}|\+\d", shown), person.alias
