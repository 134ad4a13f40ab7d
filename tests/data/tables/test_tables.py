"""Tables in every form they come in, and what is wrong with them by row and column."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import string
import unicodedata
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import OpportunityKind
from brobygger.data.tables import (
    CANDIDATES,
    ORGANISATIONS,
    CellError,
    Table,
    TableError,
    TableLimits,
    cells,
    harmless,
    missing_columns,
    read_candidate_row,
    read_organisation_row,
    read_table,
    recognise,
    template_csv,
    write_csv,
)
from brobygger.data.tables.words import LANGUAGES, MESSAGES, message

TEXT = "Navn;Land;By\r\nÆbler & Blåbær A/S;DK;Århus\r\nFjord;NO;Bodø\r\n"


def table(text: str, encoding: str = "utf-8") -> Table:
    return read_table(text.encode(encoding), ORGANISATIONS)


def keys(found: Table) -> list[tuple[int | None, str]]:
    return [(one.row, one.key) for row in found.rows for one in row.findings]


def workbook(*sheets: tuple[str, list[list[object]]], hidden: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title == hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_letters_are_the_same_in_every_encoding(encoding):
    assert [row.cells[0] for row in table(TEXT, encoding).rows] == ["Æbler & Blåbær A/S", "Fjord"]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_separator_is_found(separator):
    assert table(TEXT.replace(";", separator)).header == ("Navn", "Land", "By")


def test_line_that_names_its_separator_is_no_header():
    found = table("sep=,\r\nNavn,Land\r\nA,DK\r\n")
    assert (found.header, found.rows[0].number) == (("Navn", "Land"), 3)


def test_row_in_another_encoding_is_named():
    data = "Navn;Land\nBlåbær;DK\nÆble;DK\n".encode() + "Pære;DK\n".encode("cp1252")
    assert keys(read_table(data, ORGANISATIONS)) == [(4, "mixed_encoding")]


def test_quoted_cell_may_hold_lines_and_separators():
    found = table('Navn;Om\n"Fjord; vest";"En\nto"\nB;\n')
    assert [(row.number, row.cells) for row in found.rows] == [(2, ("Fjord; vest", "En\nto")), (3, ("B", ""))]


@pytest.mark.parametrize(("row", "key"), [('"Fjord;DK\nB;DK', "broken_quotes"), ("A;DK;x;y", "extra_cells")])
def test_bad_row_is_named(row, key):
    assert (3, key) in keys(table(f"Navn;Land\nA;DK\n{row}\n"))


def test_title_above_the_header_and_empty_rows_are_passed_over():
    found = table("Vores virksomheder\n\nNavn;CVR\n;\nA;12345674\n")
    assert (found.header, [row.number for row in found.rows]) == (("Navn", "CVR"), [5])
    assert [one.key for one in found.findings] == ["lines_above"]


def test_control_characters_go_and_are_said_but_signs_of_other_scripts_stay():
    found = table("Navn;Land\nA\x00\x07\u202eB;DK\nשלום\u200f 👩\u200d🔬;IL\n")
    assert [row.cells[0] for row in found.rows] == ["AB", "שלום\u200f 👩\u200d🔬"]
    assert keys(found) == [(2, "control_characters")]


def test_name_of_ten_thousand_letters_is_refused_by_its_row():
    found = table(f"Navn;Land\n{'x' * 10_000};DK\nB;DK\n")
    places = recognise(found.header, ORGANISATIONS)
    (first, wrong), (second, _) = (
        read_organisation_row(row, found.header, places, language="da") for row in found.rows
    )
    assert first is None
    assert second is not None
    assert [(one.row, one.column, one.message("da")) for one in wrong] == [
        (2, "Navn", "10000 tegn er for mange; højst 200.")
    ]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"Navn;Land\n", "no_rows"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "old_excel"),
        (b"PK\x03\x04" + b"x" * 100, "not_a_table"),
        (bytes(range(1, 32)) * 20, "not_a_table"),
    ],
)
def test_what_is_no_table_says_what_would_be_right(data, key):
    with pytest.raises(TableError) as raised:
        read_table(data, ORGANISATIONS)
    assert raised.value.finding.key == key


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        (TableLimits(file_bytes=10), "too_large"),
        (TableLimits(rows=1), "too_many_rows"),
        (TableLimits(columns=2), "too_many_columns"),
        (TableLimits(seconds=-1), "too_slow"),
    ],
)
def test_limits_are_kept(limits, key):
    with pytest.raises(TableError) as raised:
        read_table(TEXT.encode(), ORGANISATIONS, limits=limits)
    assert raised.value.finding.key == key


def test_workbook_gives_days_numbers_and_the_sheet_that_shows():
    data = workbook(
        ("Skjult", [["nothing"]]),
        (
            "Liste",
            [
                ["Navn", "Ledig fra", "CVR"],
                ["Åse", dt.date(2027, 2, 1), 12345674.0],
                [None],
                ["B", None, None],
            ],
        ),
        hidden="Skjult",
    )
    found = read_table(data, CANDIDATES)
    assert [(row.number, row.cells) for row in found.rows] == [
        (2, ("Åse", "2027-02-01", "12345674")),
        (4, ("B", "", "")),
    ]
    assert [one.message("da") for one in found.findings] == ["Læst fra arket »Liste«. Ikke læst: Skjult."]


def test_formula_without_a_value_is_said():
    found = read_table(workbook(("A", [["Navn", "Land"], ["=1+1", "DK"]])), ORGANISATIONS)
    assert [one.key for one in found.findings] == ["formulas_without_values"]


def test_bomb_in_a_workbook_is_refused_before_it_is_opened():
    out = io.BytesIO(workbook(("A", [["Navn"], ["B"]])))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/bomb.xml", b" " * 150_000_000)
    with pytest.raises(TableError) as raised:
        read_table(out.getvalue(), ORGANISATIONS)
    assert raised.value.finding.key == "unpacks_too_large"


def test_cells_of_a_workbook_are_counted_before_it_is_opened():
    with pytest.raises(TableError) as raised:
        read_table(
            workbook(("A", [["Navn"], *([["B"]] * 50)])), ORGANISATIONS, limits=TableLimits(workbook_cells=40)
        )
    assert raised.value.finding.key == "too_many_cells"


def test_damaged_workbook_is_refused():
    data = bytearray(workbook(("A", [["Navn"], ["B"]])))
    data[60:400] = b"\0" * 340
    with pytest.raises(TableError):
        read_table(bytes(data), ORGANISATIONS)


@pytest.mark.parametrize("columns", [ORGANISATIONS, CANDIDATES], ids=lambda one: one.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_template_is_read_whole_in_every_language(columns, language):
    read = read_organisation_row if columns is ORGANISATIONS else read_candidate_row
    found = read_table(template_csv(columns, language=language).encode(), columns)
    places = recognise(found.header, columns)
    assert list(places.values()) == [column.name for column in columns.columns]
    for row in found.rows:
        said, wrong = read(row, found.header, places, language=language)
        assert said is not None, wrong


@pytest.mark.parametrize("columns", [ORGANISATIONS, CANDIDATES], ids=lambda one: one.name)
def test_no_header_means_two_columns(columns):
    headers = [header for column in columns.columns for header in column.headers]
    assert len(headers) == len(set(headers))


def test_chosen_column_goes_before_a_recognised_one():
    assert recognise(("Navn", "Kaldenavn"), ORGANISATIONS, {"Kaldenavn": "name"}) == {1: "name"}
    assert recognise(("Navn",), ORGANISATIONS, {"Navn": ""}) == {}
    assert [one.name for one in missing_columns([], ORGANISATIONS)] == ["name"]


@pytest.mark.parametrize(
    "text", ["23.11.2026", "23/11-2026", "23-11-2026", "23/11/2026", "2026-11-23", "23.11.26"]
)
def test_day(text):
    assert cells.date(text) == dt.date(2026, 11, 23)


@pytest.mark.parametrize("text", ["31.02.2026", "11/23/2026", "soon", "2026-13-01", "0.0.0", ""])
def test_what_is_no_day(text):
    with pytest.raises(CellError):
        cells.date(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250,5", 1250.5),
        ("1 250,5", 1250.5),
        ("1,250.5", 1250.5),
        ("0,5", 0.5),
        ("49", 49),
        ("1.250", 1250),
    ],
)
def test_number(text, value):
    assert cells.number(text) == value


@pytest.mark.parametrize(
    ("text", "home", "stored"),
    [
        ("12345674", None, ("12345674", "DK")),
        ("DK-12 34 56 74", "DK", ("12345674", "DK")),
        ("999 999 018", None, ("999999018", "NO")),
        ("NO999999018MVA", "NO", ("999999018", "NO")),
        ("5599990008", None, ("559999-0008", "SE")),
        ("SE559999000801", None, ("559999-0008", "SE")),
        ("HRB 1234", "DE", ("HRB1234", "DE")),
    ],
)
def test_register_number(text, home, stored):
    assert cells.register_number(text, home) == stored


@pytest.mark.parametrize(
    ("text", "home", "key"),
    [
        ("12345678", None, "cvr"),
        ("02345674", "DK", "cvr"),
        ("999999019", None, "orgnr_no"),
        ("5599990007", "SE", "orgnr_se"),
        ("١٢٣٤٥٦٧٤", "DK", "cvr"),
        ("8001010001", "SE", "personal_number"),
        ("x", None, "no_country"),
    ],
)
def test_wrong_register_number(text, home, key):
    with pytest.raises(CellError) as raised:
        cells.register_number(text, home)
    assert raised.value.key == key


@given(st.integers(min_value=10_000_000, max_value=99_999_999), st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_of_a_cvr_number_is_noticed(number, place, step):
    digits = str(number)
    other = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    assert not (cells.is_cvr(digits) and cells.is_cvr(other))


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1", "micro"),
        ("10-49", "small"),
        ("50–249", "medium"),
        ("250+", "large"),
        ("1.250", "large"),
        ("38 ansatte", "small"),
        ("Mellem", "medium"),
    ],
)
def test_size(text, size):
    assert cells.size(text) == size


def test_languages():
    assert cells.language_levels("en C1; da A2") == (("en", "C1"), ("da", "A2"))
    assert cells.language_levels("engelsk (C1), norsk, brasiliansk: B1") == (
        ("en", "C1"),
        ("nb", None),
        ("pt-BR", "B1"),
    )
    with pytest.raises(CellError) as raised:
        cells.language_levels("en C7")
    assert raised.value.key == "level"


@pytest.mark.parametrize("text", ["ida@", "@x.dk", "a b@x.dk", "ida@x", "a..b@x.dk", "x" * 250 + "@x.dk"])
def test_what_is_no_address(text):
    with pytest.raises(CellError):
        cells.email(text)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://x.dk", "http://", "x", "https://a b.dk"])
def test_what_is_no_web_address(text):
    with pytest.raises(CellError):
        cells.website(text)


@pytest.mark.parametrize("sign", "=+-@\t\r")
def test_written_cell_is_no_formula(sign):
    assert harmless(f"{sign}1") == f"'{sign}1"


@given(st.lists(st.text('=+-@;"abcÆø1', min_size=1), min_size=1, max_size=5))
def test_written_cells_are_read_back(texts):
    found = read_table(
        write_csv(("name", "country"), [(text, "DK") for text in texts]).encode(), ORGANISATIONS
    )
    assert [row.cells[0] for row in found.rows] == [unicodedata.normalize("NFC", text) for text in texts]


@pytest.mark.parametrize("columns", [ORGANISATIONS, CANDIDATES], ids=lambda one: one.name)
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass")),
    )
)
def test_any_bytes_are_a_table_or_an_error(columns, data):
    try:
        found = read_table(data, columns)
    except TableError as error:
        assert all(error.finding.message(language) for language in LANGUAGES)
    else:
        assert found.rows


@pytest.mark.parametrize("columns", [ORGANISATIONS, CANDIDATES], ids=lambda one: one.name)
@given(data=st.data())
def test_any_row_is_read_or_named(columns, data):
    cell = st.one_of(
        st.text(max_size=30), st.sampled_from([one for column in columns.columns for one in column.examples])
    )
    rows = data.draw(
        st.lists(
            st.lists(cell, min_size=len(columns.columns), max_size=len(columns.columns)),
            min_size=1,
            max_size=4,
        )
    )
    out = io.StringIO()
    csv.writer(out).writerows([[column.name for column in columns.columns], *rows])
    try:
        found = read_table(out.getvalue().encode("utf-8", "surrogatepass"), columns)
    except TableError:
        return
    places = recognise(found.header, columns)
    read = read_organisation_row if columns is ORGANISATIONS else read_candidate_row
    for row in found.rows:
        said, findings = read(row, found.header, places, language="sv")
        assert (said is None) == any(not one.is_note for one in findings)
        assert all(one.message(language) for one in findings for language in LANGUAGES)


@pytest.mark.parametrize("key", MESSAGES)
def test_message_names_the_same_things_in_every_language(key):
    named = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in MESSAGES[key].words
    ]
    assert named == [named[0]] * 4


def test_reading_leaves_the_limit_of_the_process_as_high_as_it_was() -> None:
    before = csv.field_size_limit()
    table("name;country\nX;DK\n")
    assert csv.field_size_limit() >= before


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
def test_unknown_kind_is_answered_with_codes_and_words_that_are_both_accepted(language):
    said = message("kind", language, {"value": "x"}).partition("Write" if language == "en" else "Skriv")[2]
    found = re.findall(r"([a-z_]+)(?: \(([^)]+)\))?(?:,|\.| or| eller)", said)

    assert {code for code, _word in found} == {one.value for one in OpportunityKind}
    assert all(bool(word) == (language != "en") for _code, word in found)
    for code, word in found:
        assert cells.kinds(code) == (OpportunityKind(code),)
        assert not word or cells.kinds(word) == (OpportunityKind(code),)
