"""Constructions that annotated texts showed the reader to miss, each in several of the four languages."""

from __future__ import annotations

import pytest

from brobygger.core.reading import Document, DocumentKind
from brobygger.core.reading.data import Role
from brobygger.core.reading.passages import find_passages
from tests.core.reading.facets.one_passage import facts_in, languages_in
from tests.core.reading.facets.test_languages import needs

COURSES = [  # what is only offered asks nobody for the language
    ("Vi tilbyder undervisning i dansk.", ""),
    ("Vi tilbyr norskkurs til alle nyansatte.", ""),
    ("gratis danskundervisning to gange om ugen", ""),
    ("Paid Norwegian course in working hours", ""),
]
IN_YEARS = [
    ("After three years you should be able to teach in Swedish.", "sv - preferred"),
    ("Efter to år skal du kunne undervise på dansk.", "da - preferred"),
    ("Innen to år må du kunne undervise på norsk.", "nb - preferred"),
    ("Inom två år ska du kunna undervisa på svenska.", "sv - preferred"),
]
VERBS = [  # "norsk" describes no verb
    ("Norsk forutsettes på nivå C1.", "nb C1 required"),
    ("Norsk behersker du godt både skriftlig og muntlig.", "nb C1 required"),
    ("Dansk behersker du godt både skriftligt og mundtligt.", "da C1 required"),
    ("Svenska behärskar du väl både i skrift och tal.", "sv C1 required"),
]
WAIVED = [
    ("Dansk forventer vi ikke.", "da - not_required"),
    ("Engelsk klarer de fleste sig uden.", "en - not_required"),
    ("Tyska klarar de flesta sig utan.", "de - not_required"),
]
PREFERRED = [
    ("Dansk er rart at kunne, men ingen betingelse.", "da - preferred"),
    ("Tysk kan komme til nytte.", "de - preferred"),
    ("Tyska är bra att ha men inget vi kräver.", "de - preferred"),
    ("A Scandinavian language wouldn't hurt.", "scandinavian - preferred"),
    ("Some Norwegian makes lunch more fun.", "nb A2 preferred informal"),
]
LEVELS = [
    ("Derfor skal du skrive dansk uden fejl.", "da C1 required"),
    ("Du må uttrykke deg fritt på engelsk.", "en C1 required"),
    ("Svenskan måste såklart vara flytande.", "sv C1 required"),
    ("Du har basalt kendskab til tysk.", "de A2 required"),
    ("Svenska som modersmål och engelska på nästan samma nivå", "sv C2 required; en C1 required"),
    ("You must understand spoken Danish.", "da - required"),
]
AT_WORK = [
    ("Språk på gulvet: litauisk og polsk", "lt - working_language; pl - working_language"),
    ("The firm works in Danish and English.", "da - working_language; en - working_language"),
]


def said(text: str) -> set[str]:
    return {one.strip() for one in text.split(";") if one.strip()}


@pytest.mark.parametrize(
    ("text", "expected"), [*COURSES, *IN_YEARS, *VERBS, *WAIVED, *PREFERRED, *LEVELS, *AT_WORK]
)
def test_ads(text: str, expected: str) -> None:
    role = Role.OFFER if (text, expected) in COURSES else Role.OTHER
    assert needs(facts_in(languages_in, text, role=role)) == said(expected)


@pytest.mark.parametrize(
    "text",
    [
        "We also see patients who speak Arabic.",
        "Mange av pasientene har et annet morsmål enn norsk.",
        "Du må kunne sikkerhetsklareres (norsk eller svensk statsborgerskap).",
    ],
)
def test_what_others_speak_is_no_need(text: str) -> None:
    assert facts_in(languages_in, text) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Sprog\n★★★★☆ Engelsk\n★☆☆☆☆ Koreansk", {"en C1", "ko A1"}),
        ("Languages: English 5, Danish 3, German 1 (scale 1–5)", {"en C2", "da B2", "de A1"}),
        ("Språk i procent: svenska 100, ryska 20", {"sv C2", "ru A1"}),
        ("Languages\nEN ▓▓▓▓░\nDA ▓▓░░░", {"en C1", "da A2"}),
        ("Languages\nMother tongue\nDanish\nFluent\nEnglish", {"da C2", "en C1"}),
        (
            "Languages\nFluent: English\nWorking knowledge: Danish\nBasics: German",
            {"en C1", "da B2", "de A2"},
        ),
        ("Språk\nArabiska, svenska: modersmål", {"ar C2", "sv C2"}),
        ("Languages\nSwedish (very good reading, good speaking)", {"sv B2"}),
        ("Languages\nSwedish: reading B2, speaking B1, writing A2", {"sv A2"}),
        ("Språk\nDanska: förstår bra, talar inte", {"da -"}),
    ],
)
def test_lists_of_a_cv(lines: str, expected: set[str]) -> None:
    document = Document("1", f"Ana Example\nEngineer in Aarhus\n\n{lines}\n", DocumentKind.CV)
    found = {
        f"{fact.value.code} {fact.value.level or '-'}"
        for passage in find_passages(document)
        for fact in languages_in(document.text[passage.span.start : passage.span.end], passage, document)
    }
    assert found == expected
