"""Extracts of company registers: three countries, CSV and JSON, and what registers keep quiet about."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from brobygger.core.reading import Level
from brobygger.data.registers import (
    REGISTER,
    VISITS,
    RegisterRow,
    branch_code,
    is_within,
    read_extract,
    read_register_row,
    read_visit_row,
    retired_successors,
)
from brobygger.data.tables import CellError, TableError, recognise

CVR = "CVR-nr;Virksomhedsnavn;Hovedbranche;Branchetekst;Antal ansatte;Kommune;Reklamebeskyttet;Virksomhedsstatus\n"
SCB = "PeOrgNr;Företagsnamn;Bransch_1_kod;Bransch_1;Storleksklass;SätesKommun;Säteslän;Exportmarkering\n"


def rows_of(data: bytes) -> list[tuple[RegisterRow | None, list[str]]]:
    table = read_extract(data, REGISTER)
    places = recognise(table.header, REGISTER)
    read = [read_register_row(row, table.header, places, language="en") for row in table.rows]
    return [(row, [one.key for one in findings]) for row, findings in read]


def test_danish_table_is_read_by_its_own_column_names() -> None:
    rows = rows_of(
        (CVR + "12345674;Aadal Pumper A/S;281300;Fremstilling af pumper;38;Horsens;nej;NORMAL\n").encode()
    )

    assert rows == [
        (
            RegisterRow(
                "Aadal Pumper A/S",
                "12345674",
                "DK",
                "28.13.00",
                "Fremstilling af pumper",
                38,
                False,
                "small",
                "Horsens",
            ),
            [],
        )
    ]


def test_swedish_size_class_and_export_mark_are_read() -> None:
    ((row, findings),) = rows_of(
        (
            SCB
            + "165599990008;Fjordsvets AB;25620;Metallegoarbeten;20-49 anställda;Trollhättan;Västra Götaland;1\n"
        ).encode()
    )

    assert row is not None
    assert (row.number, row.country, row.size, row.employees) == ("559999-0008", "SE", "small", None)
    assert (row.is_exporter, row.region, findings) == (True, "Västra Götaland", [])


def test_norwegian_answer_is_read_as_its_interface_gives_it() -> None:
    answer = {
        "_embedded": {
            "enheter": [
                {
                    "organisasjonsnummer": "910000004",
                    "navn": "BRATT SVEIS AS",
                    "naeringskode1": {"kode": "25.620", "beskrivelse": "Bearbeiding av metaller"},
                    "harRegistrertAntallAnsatte": True,
                    "antallAnsatte": 22,
                    "forretningsadresse": {"kommune": "SARPSBORG", "landkode": "NO"},
                    "konkurs": False,
                }
            ]
        },
        "page": {"totalElements": 1},
    }

    ((row, findings),) = rows_of(json.dumps(answer).encode())

    assert row is not None, findings
    assert (row.name, row.industry_code, row.employees) == ("BRATT SVEIS AS", "25.62.0", 22)
    assert (row.municipality, row.is_active) == ("SARPSBORG", True)


def test_danish_json_is_read_through_its_wrappers() -> None:
    meta = {
        "nyesteNavn": {"navn": "Aadal Pumper A/S"},
        "nyesteHovedbranche": {"branchekode": "281300", "branchetekst": "Pumper"},
        "nyesteErstMaanedsbeskaeftigelse": {"intervalKodeAntalAnsatte": "ANTAL_20_49"},
        "nyesteBeliggenhedsadresse": {"kommune": {"kommuneNavn": "HORSENS"}},
        "sammensatStatus": "OpløstEfterKonkurs",
    }
    one = {
        "_source": {
            "Vrvirksomhed": {"cvrNummer": 12345674, "reklamebeskyttet": True, "virksomhedMetadata": meta}
        }
    }

    ((row, _),) = rows_of(json.dumps({"hits": {"total": 1, "hits": [one]}}).encode())

    assert row is not None
    assert (row.size, row.is_protected, row.is_active) == ("small", True, False)


@pytest.mark.parametrize(
    ("cells", "size"),
    [(";", ""), ("<5;", "micro"), (";ja", "micro"), ("1-4;", "micro"), ("0;", "micro")],
)
def test_hidden_headcount_is_never_taken_for_none(cells: str, size: str) -> None:
    table = f"orgnr;navn;antall ansatte;harRegistrertAntallAnsatte\n910000004;Bratt Sveis AS;{cells}\n"

    ((row, findings),) = rows_of(table.encode())

    assert row is not None
    assert row.size == size
    assert row.is_headcount_hidden == ("hidden_headcount" in findings) == (cells not in (";", "0;"))
    assert row.employees == (0 if cells == "0;" else None)


def test_span_over_two_classes_is_said() -> None:
    ((row, findings),) = rows_of(
        (SCB + "5599990008;Fjordsvets AB;25620;Metall;200-499 anställda;;;\n").encode()
    )

    assert row is not None
    assert (row.size, findings) == ("medium", ["class_spans_two"])


def test_wrong_cells_name_row_and_column() -> None:
    table = read_extract(
        (CVR + "12345674;;2;x;mange;Horsens;;\n12345675;Bo A/S;281300;x;3;;;\n").encode(), REGISTER
    )
    places = recognise(table.header, REGISTER)

    found = [read_register_row(row, table.header, places, language="en")[1] for row in table.rows]

    keys = [(one.row, one.column, one.key) for one in found[0] + found[1] if not one.is_note]
    assert keys == [
        (2, "Hovedbranche", "branch_code"),
        (2, "Antal ansatte", "size"),
        (2, "Virksomhedsnavn", "required"),
        (3, "CVR-nr", "cvr"),
    ]


@pytest.mark.parametrize(
    "data", [CVR.encode(), b"[]", b'{"page": {"totalElements": 0}, "_links": {}}', b'{"hits": {"hits": []}}']
)
def test_empty_answer_says_that_a_branch_code_may_be_retired(data: bytes) -> None:
    with pytest.raises(TableError, match="branch code that is no longer in use"):
        read_extract(data, REGISTER)


@pytest.mark.parametrize("data", [b'{"message": "no"}', b"[1, 2]", b"{broken", b"[" * 100_000])
def test_json_without_companies_is_refused(data: bytes) -> None:
    with pytest.raises(TableError, match="no list of companies"):
        read_extract(data, REGISTER)


def test_retired_code_is_said_with_its_successors() -> None:
    ((row, findings),) = rows_of((CVR + "12345674;Kode ApS;620100;Programmering;12;Aarhus;;\n").encode())

    assert row is not None
    assert findings == ["retired_branch_code"]
    assert retired_successors("45.20") == ("46", "47", "95")
    assert retired_successors("62.10") == ()


def test_branch_codes_are_compared_by_their_digits() -> None:
    assert [branch_code(one) for one in ("282900", "28.29", "C28", "62.01.00")] == [
        "28.29.00",
        "28.29",
        "28",
        "62.01.00",
    ]
    assert is_within("28.29.00", "28")
    assert is_within("28.29.00", "28.2")
    assert not is_within("28.29", "29")
    with pytest.raises(CellError):
        branch_code("machines")


def test_visit_of_the_past_is_read_with_both_language_needs() -> None:
    table = read_extract(
        "Virksomhed;CVR;Dato;Bekymringer;Sprog sagt før;Sprog reelt nødvendigt\n"
        "Aadal Pumper A/S;12345674;14.05.2009;informal-talk;da meetings C1, da coffee B2;da meetings; da coffee A2\n"
        "Uden dato;;;;;\n"
        "I morgen;;2030-01-01;ghosts;da dancing B1;\n".replace("da meetings; da", "da meetings| da").encode(),
        VISITS,
    )
    places = recognise(table.header, VISITS)
    read = [
        read_visit_row(
            row, table.header, places, worries=frozenset({"informal-talk"}), today=dt.date(2026, 11, 23)
        )
        for row in table.rows
    ]

    first = read[0][0]
    assert first is not None
    assert [(one.task, one.level) for one in first.stated] == [("meetings", Level.C1), ("coffee", Level.B2)]
    assert [(one.task, one.level) for one in first.real] == [("meetings", None), ("coffee", Level.A2)]
    assert [one.key for one in read[1][1]] == ["required"]
    assert [one.key for one in read[2][1]] == ["language_need", "worry", "future_visit"]


def test_every_key_of_json_can_be_said_to_be_a_column() -> None:
    """A service of somebody's own: another wrapper, other keys."""
    answer = {"antal": 1, "firmaer": [{"kaldenavn": "Aadal Pumper A/S", "id": "12345674", "by": "Horsens"}]}
    table = read_extract(json.dumps(answer).encode(), REGISTER)
    said = {"kaldenavn": "name", "id": "number", "by": "municipality"}

    places = recognise(table.header, REGISTER, said)
    row, findings = read_register_row(table.rows[0], table.header, places, language="en")

    assert findings == ()
    assert row is not None
    assert (row.name, row.number, row.municipality) == ("Aadal Pumper A/S", "12345674", "Horsens")


def test_a_company_is_not_taken_for_the_list_inside_it() -> None:
    one = {"cvr": "12345674", "navn": "Aadal Pumper A/S", "produktionsenheder": [{"navn": "Lager"}]}

    ((row, _),) = rows_of(json.dumps(one).encode())

    assert row is not None
    assert row.name == "Aadal Pumper A/S"


def test_many_keys_leave_room_for_those_that_are_known() -> None:
    one = {**{f"x{number}": "1" for number in range(300)}, "navn": "Aadal Pumper A/S", "cvr": "12345674"}

    table = read_extract(json.dumps([one]).encode(), REGISTER)

    assert len(table.header) == 200
    assert {"navn", "cvr"} <= set(table.header)
