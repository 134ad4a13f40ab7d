"""Words that say a level, and words that only seem to; sentences invented for the purpose."""

from __future__ import annotations

import pytest

from brobygger.core.reading import DocumentKind, Role
from tests.core.reading.facets.one_passage import facts_in, languages_in
from tests.core.reading.facets.test_languages import needs

AD = [
    ("English good enough for drawings", "en - required"),
    ("Kan kommunicera på engelska", "en - required"),
    ("Forstår norsk godt", "nb - required"),
    ("Engelska är bra att ha", "en - preferred"),
    ("Du är bekväm med engelska", "en B2 required"),
    ("Proficient in English", "en C1 required"),
    ("Full professional proficiency in German", "de C1 required"),
    ("Du behersker glimrende engelsk", "en C1 required"),
    ("Noenlunde engelsk", "en B1 required"),
    ("Du er tryg ved dansk i skrift og tale", "da C1 required"),
    ("Ønskede kvalifikasjoner: gode kunnskaper i engelsk", "en B2 preferred"),
    ("Önskvärd språknivå svenska: C1", "sv C1 preferred"),
    ("Språk: norsk (må), tysk (bør)", "nb - required; de - preferred"),
    ("Kontrakter: dansk og engelsk", "da - required; en - required"),
    ("Tysk er et plus, men intet krav", "de - preferred"),
    ("Svensk så kunderne forstår dig", "sv B1 required"),
    ("Du snakker et forståelig norsk", "nb B1 required"),
    ("English good enough to be understood on the phone", "en B1 required"),
    ("Norsk så godt at du kan skrive rapporter", "nb - required"),
    ("Du kan følge et møde på dansk", "da - required"),
    ("English at native or near-native level", "en C1 required"),
    ("English: IELTS 6.5 or Cambridge Proficiency", "en B2 required"),
    ("Radio English at ICAO level 4", "en B2 required"),
    ("Du skriver norsk raskt og uten skrivefeil", "nb C1 required"),
    ("Du kan läsa enklare engelska", "en A2 required"),
]
CV = [
    ("Dansk .......... Modersmål", "da C2 held"),
    ("Svenska / Flytande", "sv C1 held"),
    ("Swedish 🟢🟢🟢⚪⚪", "sv B2 held"),
    ("Språk (1–6): Norsk 6, Engelsk 5, Spansk 2", "nb C2 held; en C1 held; es A2 held"),
    ("Svenska (mkt god)", "sv C1 held"),
    ("Limited working proficiency in Norwegian", "nb B1 held"),
    ("Norsk på fødselsnivå", "nb C2 held"),
    ("Forstår dansk, taler lidt", "da A2 held"),
    ("Förstår norska och danska utan problem", "nb - held; da - held"),
    ("Hindi och punjabi hemma", "hi - held; pa - held"),
    ("Arbetsspråk: engelska", "en - held"),
]


@pytest.mark.parametrize(("text", "expected"), AD, ids=[text[:40] for text, _ in AD])
def test_levels_asked_for(text: str, expected: str) -> None:
    assert needs(facts_in(languages_in, text)) == set(expected.split("; "))


@pytest.mark.parametrize(("text", "expected"), CV, ids=[text[:40] for text, _ in CV])
def test_levels_held(text: str, expected: str) -> None:
    facts = facts_in(languages_in, text, role=Role.LANGUAGES, kind=DocumentKind.CV)
    assert needs(facts) == set(expected.split("; "))
