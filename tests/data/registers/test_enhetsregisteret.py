"""The open interface of the Norwegian register: by number, page by page, broken, and what it keeps quiet about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from brobygger.data.fetching import Client, FetchError
from brobygger.data.registers import REGISTER, enhetsregisteret, read_extract, read_register_row
from brobygger.data.registers.enhetsregisteret import CompaniesWanted, pull
from brobygger.data.tables import TableError, recognise
from tests.data.fetching.server import Asked, LocalServer, Reply, local_server


def company(number: int) -> dict[str, Any]:
    return {
        "organisasjonsnummer": str(number),
        "navn": f"BEDRIFT {number} AS",
        "naeringskode1": {"kode": "28.290", "beskrivelse": "Maskiner"},
        "harRegistrertAntallAnsatte": True,
        "antallAnsatte": 22,
        "forretningsadresse": {"kommune": "SARPSBORG", "landkode": "NO", "adresse": ["Gata 1"]},
        "konkurs": False,
        "epostadresse": "ola@example.com",
    }


def pages_of(count: int) -> Any:
    def reply(asked: Asked) -> Reply:
        asked_for = dict(one.split("=") for one in asked.path.partition("?")[2].split("&"))
        size, page = int(asked_for["size"]), int(asked_for["page"])
        listed = [company(number) for number in range(page * size, min(count, (page + 1) * size))]
        answer: dict[str, Any] = {"page": {"totalElements": count}, "_links": {}}
        return Reply(json.dumps({**answer, "_embedded": {"enheter": listed}} if listed else answer).encode())

    return reply


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with local_server() as one:
        yield one


@pytest.fixture
def client() -> Client:
    return Client(allow_loopback=True, sleep=lambda seconds: None)


def test_companies_come_page_by_page_with_known_columns_alone(
    client: Client, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enhetsregisteret, "PAGE", 10)
    server.replies["/enheter"] = pages_of(25)
    wanted = CompaniesWanted(branches=("28.29.00", "25"), municipalities=("3105",), least=10, most=249)

    pulled = pull(client, wanted, base=server.address)

    assert (pulled.count, pulled.total) == (25, 25)
    assert server.paths[0] == (
        "/enheter?naeringskode=28.290%2C25&kommunenummer=3105&fraAntallAnsatte=10&tilAntallAnsatte=249"
        "&sort=organisasjonsnummer%2Casc&size=10&page=0"
    )
    assert len(server.asked) == 3
    assert b"example.com" not in pulled.content
    assert b"Gata" not in pulled.content


def test_what_comes_is_read_as_a_file_of_the_register_is(client: Client, server: LocalServer) -> None:
    server.replies["/enheter/910000004"] = Reply(json.dumps(company(910000004)).encode())

    pulled = pull(client, CompaniesWanted(numbers=("910000004", "910000012")), base=server.address)

    table = read_extract(pulled.content, REGISTER)
    row, findings = read_register_row(
        table.rows[0], table.header, recognise(table.header, REGISTER), language="nb"
    )
    assert findings == ()
    assert row is not None
    assert (row.number, row.industry_code, row.employees, row.municipality, row.is_active) == (
        "910000004",
        "28.29.0",
        22,
        "SARPSBORG",
        True,
    )
    assert pulled.unknown == ("910000012",)


def test_a_search_that_finds_nothing_is_told_with_the_hint_about_codes(
    client: Client, server: LocalServer
) -> None:
    server.replies["/enheter"] = pages_of(0)
    pulled = pull(client, CompaniesWanted(branches=("62.01",)), base=server.address)

    with pytest.raises(TableError, match="branch code that is no longer in use"):
        read_extract(pulled.content, REGISTER)


def test_no_more_than_so_many_come_and_the_rest_is_counted(
    client: Client, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enhetsregisteret, "PAGE", 10)
    monkeypatch.setattr(enhetsregisteret, "MOST", 20)
    server.replies["/enheter"] = pages_of(55)

    pulled = pull(client, CompaniesWanted(municipalities=("3105",)), base=server.address)

    assert (pulled.count, pulled.total, len(server.asked)) == (20, 55, 2)


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b'{"_embedded": {"enh', "broken_json"),
        (b"[]", "unexpected"),
        (b'{"_embedded": {"enheter": 7}, "page": {"totalElements": 1}}', "unexpected"),
        (b'{"_embedded": {"enheter": []}}', "unexpected"),
    ],
)
def test_broken_answer_is_an_error(client: Client, server: LocalServer, body: bytes, key: str) -> None:
    server.replies["/enheter"] = Reply(body)

    with pytest.raises(FetchError) as caught:
        pull(client, CompaniesWanted(branches=("28",)), base=server.address)
    assert caught.value.key == key
