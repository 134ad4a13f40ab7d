"""A candidate joins a programme and may then show the profile to its companies alone."""

from __future__ import annotations

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.models import Programme
from tests.factories import CandidateFactory, ProgrammeFactory, UserFactory
from tests.web.conftest import Visitor


@pytest.fixture
def owner(db: None) -> User:
    return UserFactory(role=Role.CANDIDATE)


@pytest.fixture
def candidate(owner: User) -> Candidate:
    return CandidateFactory(user=owner)


@pytest.fixture
def programme(db: None) -> Programme:
    return ProgrammeFactory(takes_candidates=True, name="InterProve")


def test_showing_to_a_programme_begins_with_joining_it(
    candidate: Candidate, owner: User, programme: Programme, visitor: Visitor
) -> None:
    client, shut = visitor(owner), ProgrammeFactory(name="Shut")
    html = client.get("/my-page/privacy/").content.decode()
    assert "You have not chosen anything yet" in html
    assert 'href="/my-page/programmes/"' in html
    assert 'value="programmes"' not in html
    html = client.get("/my-page/programmes/").content.decode()
    assert "InterProve" in html
    assert "Shut" not in html

    for one in (programme, shut):
        answer = client.post("/my-page/programmes/join/", {"programme": one.code}, follow=True)
    assert "takes no candidates here" in answer.content.decode()
    client.post("/my-page/privacy/showing/", {"showing": "programmes", "programme": programme.code})

    assert [one.programme_code for one in candidate.showings.all()] == [programme.code]
    assert "You have not chosen anything yet" not in client.get("/my-page/privacy/").content.decode()
    client.post("/my-page/programmes/leave/", {"programme": programme.code})
    assert not candidate.showings.exists()
    assert not programme.candidates.exists()
    assert client.post("/my-page/programmes/join/", {"programme": "none"}).status_code == 404


def test_list_of_programmes_says_which_can_be_joined_and_who_runs_one_opens_it(
    programme: Programme, visitor: Visitor
) -> None:
    said = "Candidates may join by themselves."
    anybody = Client(headers={"accept-language": "en"})
    assert said in anybody.get("/programmes/").content.decode()
    secretary = visitor(Role.SECRETARIAT)

    secretary.post(f"/programmes/{programme.pk}/joining/", {"open": "no"})

    assert said not in anybody.get("/programmes/").content.decode()
    assert "Let candidates join by themselves" in secretary.get("/programmes/").content.decode()
