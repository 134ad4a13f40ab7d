"""Candidates, companies, programmes: who may see the lists, what they show, how many queries they take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    OpportunityFactory,
    OrganisationFactory,
    PositionPreferenceFactory,
    ProgrammeFactory,
    ProgrammeTargetFactory,
)
from tests.factories.moments import DAY
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

RUN_THE_PROGRAMME = {Role.MANAGER, Role.SECRETARIAT}
MAY = {
    "/candidates/": RUN_THE_PROGRAMME | {Role.PARTNER},
    "/companies/": RUN_THE_PROGRAMME | {Role.PARTNER},
    "/pool/": RUN_THE_PROGRAMME | {Role.PARTNER, Role.COMPANY, Role.COUNCIL, Role.FUNDER},
    "/pool/markets/": RUN_THE_PROGRAMME,
    "/match-runs/": RUN_THE_PROGRAMME | {Role.PARTNER, Role.COUNCIL, Role.FUNDER},
    "/programmes/": set(Role),
}


def shown(client: Client, address: str, **fields: str) -> str:
    response = client.get(address, fields)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("address", list(MAY))
def test_pages_open_for_their_roles_only(
    vocabulary: object, visitor: Visitor, address: str, role: Role
) -> None:
    client = visitor(role)

    assert client.get(address).status_code == (200 if role in MAY[address] else 403)
    assert client.post(address).status_code == 405


def a_candidate(number: int) -> None:
    candidate = CandidateFactory()
    CandidateDocumentFactory(candidate=candidate)
    CandidateIdentityFactory(candidate=candidate, name=f"Ida Prøvesen {number}")
    PositionPreferenceFactory(candidate=candidate, available_from=DAY)


def a_company(number: int) -> None:
    OpportunityFactory(organisation=OrganisationFactory(place_name="Viborg", industry="Metal"))


def a_programme(number: int) -> None:
    ProgrammeTargetFactory(programme=ProgrammeFactory())


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(
    ("address", "make", "counted", "queries"),
    [
        ("/candidates/", a_candidate, ("1 candidate<", "3 candidates<"), 7),
        ("/companies/", a_company, ("1 company<", "3 companies<"), 7),
        ("/programmes/", a_programme, ("Programme", "Programme"), 6),
    ],
)
def test_list_takes_a_fixed_number_of_queries(
    visitor: Visitor,
    address: str,
    make: Callable[[int], None],
    counted: tuple[str, str],
    queries: int,
    size: int,
    django_assert_num_queries: Callable[..., object],
) -> None:
    for number in range(size):
        make(number)
    client = visitor(Role.MANAGER)

    with django_assert_num_queries(queries + 2):  # the permissions of the menu take two
        html = shown(client, address)

    assert counted[size > 1] in html


def test_candidates_are_listed_without_names(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.SECRETARIAT), "/candidates/")

    assert "4 candidates" in html
    assert f'href="/candidates/{moment.welder.pk}/"' in html
    assert "Prøvesen" not in html


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"text": "001"}, 1),
        ({"country": "DK"}, 4),
        ({"country": "NO"}, 0),
        ({"language": "en"}, 4),
        ({"page": "99"}, 4),
    ],
)
def test_candidates_are_narrowed(
    moment: FirstMatch, visitor: Visitor, fields: dict[str, str], count: int
) -> None:
    html = shown(visitor(Role.MANAGER), "/candidates/", **fields)

    assert f">{count} candidate{'' if count == 1 else 's'}<" in html
    assert ("Nobody fits these choices" in html) == (not count)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"graduates_from": "2027-01", "graduates_until": "2027-06"}, "1 candidate<"),
        ({"graduates_from": "2027-07"}, "0 candidates<"),
        ({"graduates_until": "juni 2027"}, "1 candidate<"),
        ({"graduates_from": "soon"}, "“soon” is not understood as a month. Write it like 2027-06."),
        (
            {"graduates_from": "2027-06", "graduates_until": "2027-01"},
            "The first month of graduation lies after the last.",
        ),
    ],
)
def test_candidates_are_narrowed_by_when_they_graduate(
    visitor: Visitor, fields: dict[str, str], expected: str
) -> None:
    CandidateFactory()
    CandidateFactory(graduates_from=dt.date(2027, 6, 1), graduates_until=dt.date(2027, 6, 30))

    html = shown(visitor(Role.SECRETARIAT), "/candidates/", **fields)

    assert expected in html
    assert ("graduation June 2027" in html) == ("1 candidate<" in html)


def test_companies_are_narrowed(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.MANAGER), "/companies/", text="fjord")

    assert "1 company" in html
    assert "Kodehuset" not in html


def test_programmes_are_told_in_the_visitors_language(visitor: Visitor) -> None:
    ProgrammeTargetFactory(programme=ProgrammeFactory(description={"en": "For tests.", "da": "Til prøver."}))

    assert "For tests." in shown(visitor(Role.COUNCIL), "/programmes/")
    html = shown(visitor(Role.COUNCIL, "da"), "/programmes/")
    assert "Til prøver." in html
    assert "praktikanter" in html


def test_candidates_are_listed_with_what_they_work_as(vocabulary: object, visitor: Visitor) -> None:
    candidate = CandidateFactory()
    for start, uri in ((40, "occupation:welder"), (7, "occupation:developer"), (90, "occupation:welder")):
        CandidateFactFactory(
            candidate=candidate,
            kind="occupation",
            value={"uri": uri, "label": uri, "modality": "held"},
            span_start=start,
            span_end=start + 5,
        )
    CandidateFactFactory(candidate=candidate)

    html = shown(visitor(Role.SECRETARIAT), "/candidates/")
    danish = shown(visitor(Role.SECRETARIAT, language="da"), "/candidates/")

    assert "software developer, welder<" in html
    assert "softwareudvikler, svejser<" in danish
