"""What columns that nobody knows may be: by their words in four languages, and by what stands in them."""

from __future__ import annotations

import pytest

from brobygger.data.registers import REGISTER
from brobygger.data.tables import CANDIDATES, ORGANISATIONS, ColumnSet, propose, recognise


def proposed(columns: ColumnSet, header: list[str], *rows: list[str]) -> dict[str, str]:
    """By header, what it is proposed to be."""
    places = recognise(header, columns)
    return {header[place]: name for place, name in propose(header, rows, places, columns).items()}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Virksomhedens navn", "name"),
        ("Företagets namn", "name"),
        ("Registered company name", "name"),
        ("antalAnsatteSeneste", "employees"),
        ("Telefonnr.", "phone"),
        ("Beliggenhedskommune", "municipality"),
        ("Kommunne", "municipality"),
    ],
)
def test_words_of_a_header_tell_the_column(header: str, name: str) -> None:
    assert proposed(REGISTER, [header]) == {header: name}


def test_cells_tell_the_column_where_the_header_says_nothing() -> None:
    header = ["A", "B", "C", "D", "E"]
    rows = [
        ["Aadal Pumper A/S", "12345674", "28.13.00", "Horsens", "38"],
        ["Bratt Sveis AS", "910000004", "25.62.00", "Sarpsborg", "7"],
    ]

    # five figures alone may be anything: a headcount needs its header to speak for it
    assert proposed(REGISTER, header, *rows) == {
        "A": "name",
        "B": "number",
        "C": "industry_code",
        "D": "municipality",
    }


def test_cells_that_are_something_else_speak_against_the_header() -> None:
    assert proposed(REGISTER, ["CVR-nummeret"], ["12345674"]) == {"CVR-nummeret": "number"}
    assert proposed(REGISTER, ["CVR-nummeret"], ["ukendt"], ["ja"]) == {}


def test_each_column_is_proposed_once_for_its_likeliest_place() -> None:
    header = ["Mail privat", "Kontakt", "Navn"]
    rows = [["ida@example.com", "Prøvesen", "Ida"], ["erik@example.com", "Påhitt", "Erik"]]

    assert proposed(CANDIDATES, header, *rows) == {"Mail privat": "email"}


def test_what_is_recognised_is_not_proposed_again() -> None:
    header = ["CVR", "Andet nummer"]
    assert proposed(ORGANISATIONS, header, ["12345674", "12345674"]) == {}


def test_an_empty_column_is_told_by_its_header_alone() -> None:
    assert proposed(REGISTER, ["Firmaets kommune", "X"], ["", ""]) == {"Firmaets kommune": "municipality"}
