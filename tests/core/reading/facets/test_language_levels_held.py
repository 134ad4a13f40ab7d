"""Levels of CVs in columns, scales, tests, shared lists and everyday words; lines invented for the purpose."""

from __future__ import annotations

import pytest

from brobygger.core.reading import Document, DocumentKind, Language, Role
from brobygger.core.reading.facets.languages import find_languages
from brobygger.core.reading.passages import find_passages
from tests.core.reading.facets.one_passage import facts_in
from tests.core.reading.facets.test_languages import needs

LINES = [
    # scales
    ("Polsk 🇵🇱 ■■■■□□ 4/6", "pl B2 held"),
    ("Færøsk ⭐", "fo A1 held"),
    ("◉◉◉○○ Spansk", "es B2 held"),
    ("Tysk – skriftlig 4/5, muntlig 2/5", "de A2 held"),
    # the level stands further off
    ("Engelsk: fagsprog i min fars firma i ni år, flydende", "en C1 held"),
    ("Spanish, it's my first language", "es C2 held"),
    ("Fransk læser jeg fint, men jeg taler det kun lidt", "fr A2 held"),
    # shared by a list, or not
    ("Hausa, French (mother tongues)", "ha C2 held; fr C2 held"),
    ("Estonian, Latvian – native", "et C2 held; lv C2 held"),
    ("Finska och estniska (flytande i båda)", "fi C1 held; et C1 held"),
    ("Norsk (bokmål og nynorsk), tysk C1", "nb - held; de C1 held"),
    ("flydende engelsk, thai som modersmål", "en C1 held; th C2 held"),
    ("B1 (finska), C1 (ryska)", "fi B1 held; ru C1 held"),
    # tests and courses
    ("Svenska: SFI B klar, SFI C börjar i mars", "sv A1 held"),
    ("Svenska, SFI A–D", "sv B1 held"),
    ("Danish (module 4, ongoing)", "da A1 held"),
    ("Norsk: Bergenstesten 2021", "nb C1 held"),
    ("Svenska som andraspråk 3", "sv C1 held"),
    ("Tysk B2 B2 B1 B1 B1", "de B1 held"),
    # only understood
    ("Svensk (forstår uden problemer)", "sv - held"),
    ("Tysk: god læser", "de - held"),
    ("Dutch – understand most of it", "nl - held"),
    ("Engelska (läser artiklar obehindrat, talar det ogärna)", "en - held"),
    ("Portugisiska: förstår bra, pratar lite", "pt A2 held"),
    # one skill weaker than the other
    ("Tysk: godt mundtligt, lidt svagere skriftligt", "de B1 held"),
    ("Franska – goda kunskaper i läsning, grundläggande i tal", "fr A2 held"),
    # everyday words
    ("Spansk til husbehov", "es B1 held"),
    ("Finska hjälpligt", "fi B1 held"),
    ("Russisk fungerer", "ru B1 held"),
    ("Italiensk: næsten ikke", "it A1 held"),
    ("Greek – some words only", "el A1 held"),
    ("Japanska: artighetsfraser", "ja A1 held"),
    ("Spanska: kan beställa mat", "es A1 held"),
    ("Fransk, intensivkursus", "fr A1 held"),
    ("Polsk kan jeg desværre kun lidt af", "pl A2 held"),
    ("Norsk uten anstrengelse", "nb C1 held"),
    ("Hollandsk: ikke så godt", "nl A2 held"),
    ("Dansk naturligvis", "da - held"),
]  # fmt: skip
TABLES = [
    ("SPROG\nTysk\t\tB2  B1  B2\nFransk\t\tA2  A1  A1\n", {"de": "B1", "fr": "A1"}),
    ("SPROG\nModersmål\nDansk\nFlydende\nEngelsk\n", {"da": "C2", "en": "C1"}),
    ("LANGUAGES\n\nMother tongue          Wolof, French\n", {"wo": "C2", "fr": "C2"}),
    ("Språk\n\nSvenska\nModersmålsnivå\n\nEngelska\nProfessionell arbetsnivå\n", {"sv": "C2", "en": "B2"}),
]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=lambda value: str(value)[:40])
def test_line_of_a_cv_says_level(text: str, expected: str) -> None:
    facts = facts_in(find_languages, text, kind=DocumentKind.CV, role=Role.LANGUAGES)
    assert needs(facts) == {need for need in expected.split("; ") if need}


@pytest.mark.parametrize(("text", "expected"), TABLES, ids=lambda value: str(value)[:20])
def test_line_around_a_name_says_level(text: str, expected: dict[str, str]) -> None:
    document = Document("cv", f"Ole Olsen\n\n{text}", DocumentKind.CV)
    found = {}
    for passage in find_passages(document):
        words = document.text[passage.span.start : passage.span.end]
        for fact in find_languages(words, passage, document):
            assert isinstance(fact.value, Language)
            found[fact.value.code] = fact.value.level.value if fact.value.level else "-"
    assert found == expected
