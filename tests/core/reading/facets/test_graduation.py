"""When an education ends, as a CV says it. Hand-made lines in four languages, written before the rules were tuned."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Graduation
from brobygger.core.reading.facets.graduation import find_graduation, period_of
from brobygger.core.reading.passages import find_passages
from tests.drawing import times

PUBLISHED = dt.date(2026, 9, 1)
HEADING = {"da": "Uddannelse", "nb": "Utdanning", "sv": "Utbildning", "en": "Education"}


def read(text: str, published: dt.date | None = PUBLISHED) -> list[tuple[Graduation, str]]:
    """(value, words) of what is read from a whole CV."""
    document = Document("test", text, DocumentKind.CV, published=published)
    return [
        (fact.value, text[fact.span.start : fact.span.end])
        for passage in find_passages(document)
        for fact in find_graduation(text[passage.span.start : passage.span.end], passage, document)
    ]


def said(text: str, published: dt.date | None = PUBLISHED) -> str:
    """The graduation of a CV in short: "2027-06-24", "2027-06", "2027", "2027-01/2027-06"; empty: none."""
    found = read(text, published)
    assert len(found) <= 1
    return shortened(found[0][0]) if found else ""


def shortened(value: Graduation) -> str:
    first, last = value.earliest, value.latest
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if (first.month, last.month) == (1, 12) else f"{first:%Y-%m}/{last:%Y-%m}"


STATED = [
    # --- Danish
    ("Forventet færdig juni 2027", "da", "2027-06"),
    ("Kandidatuddannelse i datalogi, Aarhus Universitet, forventes afsluttet januar 2027", "da", "2027-01"),
    ("Jeg bliver færdig som ingeniør til sommer 2027.", "da", "2027-06/2027-08"),
    ("Dimitteret juni 2024", "da", "2024-06"),
    ("Cand.polyt., DTU. Færdiguddannet den 24. juni 2027.", "da", "2027-06-24"),
    ("Kandidat, 2. semester, afslutter juni 2028", "da", "2028-06"),
    # --- Bokmål
    ("Forventet ferdig våren 2027", "nb", "2027-01/2027-06"),
    ("Master i kybernetikk, NTNU, ferdig juni 2027", "nb", "2027-06"),
    ("Uteksaminert 2022 fra NTNU", "nb", "2022"),
    ("Avslutter masteren i juni", "nb", "2027-06"),
    ("Siv.ing., forventet fullført 06/2027", "nb", "2027-06"),
    # --- Swedish
    ("Beräknad examen juni 2027", "sv", "2027-06"),
    ("Civilingenjörsprogrammet i maskinteknik, KTH, examen VT27", "sv", "2027-01/2027-06"),
    ("Tar examen i januari 2027", "sv", "2027-01"),
    ("Examensår: 2024", "sv", "2024"),
    ("I juni 2027 tar jag min civilingenjörsexamen", "sv", "2027-06"),
    # --- English
    ("Expected graduation June 2027", "en", "2027-06"),
    ("Expected graduation date: 06/2027", "en", "2027-06"),
    ("B.S. Mechanical Engineering, expected June 2027, GPA 4.7/5.0", "en", "2027-06"),
    ("M.Sc. Wind Energy (DTU, to be awarded January 2027)", "en", "2027-01"),
    ("I graduate in summer 2027.", "en", "2027-06/2027-08"),
    ("Graduating in Q2 2027", "en", "2027-04/2027-06"),
    ("MSc in Physics, 2025 – present (expected 2027)", "en", "2027"),
    ("Graduated from Aalborg University in June 2021", "en", "2021-06"),
    ("June 2027 (expected graduation)", "en", "2027-06"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "language", "expected"), STATED)
def test_what_is_said_is_read(line: str, language: str, expected: str) -> None:
    assert said(f"{HEADING[language]}\n{line}\n") == expected


SPELLS = [
    ("Kandidat i datalogi, Aarhus Universitet, 2023–2025", "da", "2025"),
    ("2023 - 2025  Cand.scient. i fysik, SDU", "da", "2025"),
    ("Bachelor i maskinteknik, AAU, sep. 2021 – juni 2024", "da", "2024-06"),
    ("08/2022 – 06/2027 Sivilingeniør, NTNU", "nb", "2027-06"),
    ("Master i informatikk, UiO 2021–23", "nb", "2023"),
    ("Civilingenjörsexamen, Chalmers, 2019", "sv", "2019"),
    ("M.Sc. Mechanical Engineering, DTU, 2020-09 – 2022-06", "en", "2022-06"),
    ("BSc in Computer Science (2019)", "en", "2019"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "language", "expected"), SPELLS)
def test_end_of_dated_studies_is_read(line: str, language: str, expected: str) -> None:
    assert said(f"{HEADING[language]}\n{line}\n") == expected


def test_dates_may_stand_above_or_below_the_degree() -> None:
    assert said("Education\n\nMSc in Computer Science\nAarhus University, 2023 – 2025\n") == "2025"
    assert said("Uddannelse\n\n2021–2024\nBachelor i maskinteknik, AAU\n") == "2024"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uddannelse\nDatamatiker, Silkeborg 1995 · Master i it, Aarhus Universitet 2017\n", "2017"),
        ("Utdanning\nYrkesskole, fagbrev, 2010. Godkjent i Norge som fagbrev 2022\n", "2010"),
        ("Education\nMSc in Physics, DTU, 2025–2027\nBSc in Physics, DTU, 2022–2025\n", "2027"),
        ("Education\nBSc in Physics, 2022–2025\nMSc in Physics, DTU, 2025–27, expected June 2027\n", "2027-06"),
        ("M.Sc. Mechanical Engineering (Jan. 2027)\n\nEducation\nMSc, Aarhus University, 2025–2027\n", "2027-01"),
    ],
)  # fmt: skip
def test_last_education_counts_as_exactly_as_it_is_said(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Education\nMSc in Physics, DTU, 2025 – present\nUpper secondary school (STX), 2019–2022\n",
        "Uddannelse\nKandidat i fysik, AU, siden 2025\nBachelor i fysik, AU, 2022–2025\n",
        "Utdanning\nMaster i fysikk, 2022–2024, ikke fullført\n",
        "Education\nExchange semester, MSc level, TU Delft, 2024\n",
        "Work experience\n2019–2022 Welder at Nordhavn Yard\n",
        "Work experience\nSupervised five MSc students who graduated in June 2024\n",
        "I look for a graduate programme that starts in August 2027.\n",
        "After graduation I get three years' job-seeking permit.\n",
        "Availability\nAvailable from 1 June 2027\n",
        "Skills\nPython, completed courses in 2024\n",
        "Uddannelse\nGrundskole 2008–2017\n",
        "Interesser\nFødt i 1999\n",
        "Erfaring i frisørfaget\n2016–23  Frisør (svendebrev) i Køge. Salonleder.\n",
        "Uddannelse\nKørekort B forventer jeg at have til marts\n",
        "Education\nBEng, VIA University College, 5th semester\nUpper secondary school, 2022\n",
        "My permit as a PhD runs until July 2027\n",
        "Jag söker examensarbete våren 2027\n",
        "Utdanning\nHolder på med fagbrev i logistikk, teorien bestått i mai 2026\n",
        "Education\nPhD, MIT, 2024– (qualifying exam passed January 2026)\n",
        "",
    ],
)
def test_nothing_is_read_where_nothing_is_said(text: str) -> None:
    assert said(text) == ""


def test_ad_says_nothing_of_a_graduation() -> None:
    text = "Expected graduation June 2027"
    document = Document("test", text, DocumentKind.AD, published=PUBLISHED)
    (passage,) = find_passages(document)

    assert list(find_graduation(text, passage, document)) == []


def test_words_are_those_of_the_time_alone() -> None:
    text = "Education\nMSc in Physics, DTU, 2025–2027, expected graduation June 2027, supervisor N.N.\n"

    assert [words for _value, words in read(text)] == ["June 2027"]
    assert [words for _value, words in read("Education\nMSc in Physics, DTU, 2023–2025\n")] == ["2023–2025"]


def test_month_without_a_year_needs_the_day_of_the_cv() -> None:
    assert said("Uddannelse\nKandidat i fysik, færdig til juni\n") == "2027-06"
    assert said("Uddannelse\nKandidat i fysik, færdig til juni\n", published=None) == ""


def test_time_far_ahead_is_a_mistake() -> None:
    assert said("Education\nMSc in Physics, expected graduation June 2072\n") == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2027-06", "2027-06"),
        (" 06/2027 ", "2027-06"),
        ("6.2027", "2027-06"),
        ("juni 2027", "2027-06"),
        ("June 2027", "2027-06"),
        ("24.06.2027", "2027-06-24"),
        ("2027-06-24", "2027-06-24"),
        ("2027", "2027"),
        ("sommer 2027", "2027-06/2027-08"),
        ("VT 2027", "2027-01/2027-06"),
        ("höstterminen 2026", "2026-08/2026-12"),
    ],
)
def test_period_of_a_whole_text(words: str, expected: str) -> None:
    found = period_of(words)

    assert found is not None
    assert shortened(Graduation(found.earliest, found.latest)) == expected


@pytest.mark.parametrize("words", ["", "soon", "13/2027", "June", "2027 or 2028", "31.02.2027", "12", "27"])
def test_what_names_no_time_or_two_is_no_period(words: str) -> None:
    assert period_of(words) is None


@times(60)
@given(st.text(max_size=120), st.sampled_from(["da", "nb", "sv", "en", "und"]))
def test_any_text_gives_times_in_order(words: str, language: str) -> None:
    found = period_of(words, language)
    assert found is None or found.earliest <= found.latest
    for value, shown in read(f"Education\nMSc, {words}, expected June 2027\n"):
        assert value.earliest <= value.latest
        assert shown.strip()


def test_long_lines_do_not_hang() -> None:
    before = time.process_time()
    for piece in ("2023–2025 ", "expected ", "MSc ", "juni ", "06/2027 ", "examen "):
        said("Education\n" + piece * 400)
    assert time.process_time() - before < 6  # seconds of this process
