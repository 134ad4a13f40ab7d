"""What a candidate looks for: step by step, each can be skipped, and a second tab is told what changed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import translation

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.people.actions import save_own_cv
from brobygger.apps.people.models import Candidate, PositionPreference
from brobygger.web.candidate.wishes.steps import STEPS, place_named
from tests.factories import UserFactory
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

PAGE, SAVE = "/my-page/wishes/", "/my-page/wishes/save/"
HX = {"HX-Request": "true"}


@pytest.fixture
def owner(vocabulary: object) -> User:
    return UserFactory(role=Role.CANDIDATE)


@pytest.fixture
def candidate(owner: User) -> Candidate:
    return save_own_cv(user=owner, text="Skills\nWelding and Python, for years\n", by=owner, at=NOW)


@pytest.fixture
def mine(candidate: Candidate, owner: User, visitor: Visitor) -> Client:
    return visitor(owner)


def seen(client: Client, step: str) -> str:
    html = client.get(PAGE, {"step": step}).content.decode()
    return re.search(r'name="seen" value="(\w+)"', html).group(1)


def save(client: Client, step: str, **fields: object) -> object:
    given = {"step": step, "seen": fields.pop("seen", None) or seen(client, step)}
    return client.post(SAVE, {**given, **fields})


def wishes() -> PositionPreference:
    return PositionPreference.objects.get()


def test_every_step_shows_where_it_stands_and_can_be_skipped(mine: Client) -> None:
    for number, step in enumerate(STEPS, start=1):
        html = mine.get(PAGE, {"step": step.key}).content.decode()
        assert f"Step {number} of {len(STEPS)}" in html
        target = f"{PAGE}?step={STEPS[number].key}" if number < len(STEPS) else "/my-page/"
        assert f'href="{target}"' in html


@pytest.mark.parametrize(
    ("step", "fields", "stored"),
    [
        ("work", {"kinds": ["job", "thesis"]}, {"kinds": ["job", "thesis"]}),
        (
            "work",
            {"kinds": [], "wished_occupations": ["occupation:welder"]},
            {"wished_occupations": ["occupation:welder"]},
        ),
        ("time", {"available_from": "2027-02-01"}, {"available_from": dt.date(2027, 2, 1)}),
        (
            "time",
            {"available_months": "6", "hours_least": "10", "hours_most": "20"},
            {"available_months": 6, "hours_minimum": 10, "hours_maximum": 20},
        ),
        ("time", {"hours_most": "20"}, {"hours_minimum": 0, "hours_maximum": 20}),
        ("time", {"hours_least": "30"}, {"hours_minimum": 30, "hours_maximum": 48}),
        (
            "place",
            {"home": "aarhus", "commute_minutes": "45", "remote": "yes", "moves_to": ["NO", "EU"]},
            {
                "home_name": "Aarhus",
                "home_country": "DK",
                "commute_minutes": 45,
                "remote": True,
                "moves_to": ["NO", "EU"],
            },
        ),
        ("place", {"home": "Malmö, Sweden", "remote": "no"}, {"home_country": "SE", "remote": False}),
        ("place", {"home": "aarhus", "moves_to": ["none"]}, {"moves_to": []}),
        ("place", {"home": "aarhus"}, {"moves_to": None}),
        ("permit", {"work_right": ["DK", "NO"]}, {"work_right": ["DK", "NO"]}),
        ("permit", {"work_right": ["none"]}, {"work_right": []}),
        ("permit", {}, {"work_right": None}),
        ("pay", {"amount": "28000", "currency": "NOK"}, {"pay_floor": 28_000, "pay_currency": "NOK"}),
        ("pay", {"amount": "", "currency": "NOK"}, {"pay_floor": None, "pay_currency": ""}),
    ],
)
def test_answer_is_stored_and_the_next_step_comes(
    mine: Client, step: str, fields: dict[str, object], stored: dict[str, object]
) -> None:
    response = save(mine, step, **fields)
    assert response.status_code == 302
    for name, value in stored.items():
        assert getattr(wishes(), name) == value, name
    html = mine.get(PAGE, {"step": step}).content.decode()
    assert 'name="seen"' in html


@pytest.mark.parametrize(
    ("step", "fields", "said"),
    [
        ("time", {"hours_least": "30", "hours_most": "20"}, "at least as much"),
        ("time", {"available_months": "-1"}, "greater than or equal"),
        ("time", {"available_from": "yesterday"}, "valid date"),
        ("place", {"home": "Nowhereville"}, "do not know a town"),
        ("place", {"commute_minutes": "9999"}, "less than or equal"),
        ("place", {"moves_to": ["none", "NO"]}, "not both"),
        ("permit", {"work_right": ["none", "DK"]}, "not both"),
        ("permit", {"work_right": ["XX"]}, "valid choice"),
        ("work", {"kinds": ["nothing"]}, "valid choice"),
        ("pay", {"amount": "-5", "currency": "DKK"}, "greater than or equal"),
        ("pay", {"amount": "5", "currency": "XXX"}, "valid choice"),
    ],
)
def test_impossible_answer_says_what_would_be_right(
    mine: Client, step: str, fields: dict[str, object], said: str
) -> None:
    before = {**wishes().__dict__, "_state": None}
    response = save(mine, step, **fields)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert {**wishes().__dict__, "_state": None} == before


def test_second_tab_is_told_what_changed_and_keeps_its_input(mine: Client) -> None:
    old = seen(mine, "place")
    save(mine, "place", home="Aarhus", commute_minutes="30")

    response = save(mine, "place", seen=old, home="Odense", commute_minutes="75")

    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody saved this meanwhile" in html
    assert "Aarhus, Denmark" in html
    assert 'value="Odense"' in html
    assert 'value="75"' in html
    assert (wishes().home_name, wishes().commute_minutes) == ("Aarhus", 30)

    again = re.search(r'name="seen" value="(\w+)"', html).group(1)
    assert save(mine, "place", seen=again, home="Odense", commute_minutes="75").status_code == 302
    assert (wishes().home_name, wishes().commute_minutes) == ("Odense", 75)


def test_other_steps_do_not_get_in_each_others_way(mine: Client) -> None:
    old = seen(mine, "time")
    save(mine, "place", home="Aarhus")
    assert save(mine, "time", seen=old, available_from="2027-02-01").status_code == 302
    assert (wishes().home_name, wishes().available_from) == ("Aarhus", dt.date(2027, 2, 1))


def test_secretariat_and_candidate_are_two_editors_of_one_record(
    mine: Client, candidate: Candidate, visitor: Visitor
) -> None:
    office, address = visitor(Role.SECRETARIAT), f"/candidates/{candidate.pk}/wishes/"
    old = seen(mine, "pay")
    html = office.get(address, {"step": "pay"}).content.decode()
    mark = re.search(r'name="seen" value="(\w+)"', html).group(1)
    saved = office.post(
        f"{address}save/", {"step": "pay", "seen": mark, "amount": "25000", "currency": "DKK"}
    )
    assert saved.headers["Location"] == f"/candidates/{candidate.pk}/"

    response = save(mine, "pay", seen=old, amount="30000", currency="DKK")

    assert response.status_code == 409
    assert "25,000 DKK" in response.content.decode()


def test_occupations_are_found_with_and_without_scripts(mine: Client) -> None:
    fragment = mine.get(PAGE, {"text": "svejser"}, headers=HX).content.decode()
    assert "<html" not in fragment
    found = re.findall(r'name="wished_occupations" value="([^"]+)"', fragment)
    assert found
    whole = save(mine, "work", text="svejser", find="1", kinds=["job"])
    assert whole.status_code == 200
    assert found[0] in whole.content.decode()
    assert wishes().kinds == []


def test_unknown_occupation_is_left_out(mine: Client) -> None:
    save(mine, "work", wished_occupations=["skill:welding", "x"])
    assert wishes().wished_occupations == []


def test_towns_are_suggested(mine: Client) -> None:
    fragment = mine.get("/my-page/wishes/places/", {"home": "aarh"}, headers=HX).content.decode()
    assert "Aarhus, Denmark" in fragment


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("Aarhus", "DK"),
        ("  aarhus ", "DK"),
        ("Oslo, Norway", "NO"),
        ("Oslo, Denmark", None),
        ("", None),
        (",", None),
    ],
)
def test_place_is_understood_as_it_is_written(said: str, country: str | None) -> None:
    with translation.override("en"):
        found = place_named(said)
    assert (found.country if found else None) == country


def test_language_is_added_on_the_way(mine: Client, candidate: Candidate) -> None:
    fields = {"kind": "language", "code": "nb", "level": "B2", "next": "wishes"}
    response = mine.post("/my-page/profile/add/", fields)
    assert response.headers["Location"] == f"{PAGE}?step=languages"
    assert "Norwegian B2" in mine.get(PAGE).content.decode()


@pytest.mark.parametrize("fields", [{}, {"step": "languages"}, {"step": "x"}])
def test_step_without_a_form_saves_nothing(mine: Client, fields: dict[str, str]) -> None:
    assert mine.post(SAVE, fields).status_code == 302


@pytest.mark.parametrize("step", [one.key for one in STEPS])
def test_step_takes_few_queries(
    mine: Client, step: str, django_assert_max_num_queries: Callable[..., object]
) -> None:
    mine.get(PAGE, {"step": step})
    with django_assert_max_num_queries(7):
        mine.get(PAGE, {"step": step})
