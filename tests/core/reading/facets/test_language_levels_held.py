"""Levels of CVs in columns, scales, tests, shared lists and everyday words; lines invented for the purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brobygger.core.reading import Document, DocumentKind, Language, Role
from brobygger.core.reading.passages import find_passages
from tests.core.reading.facets.one_passage import facts_in, languages_in
from tests.core.reading.facets.test_languages import needs

LINES = [
    # scales
    ("Polsk 🇵🇱 ■■■■□□ 4/6", "pl B2 held"),
    ("Færøsk ⭐", "fo A1 held"),
    ("◉◉◉○○ Spansk", "es B2 held"),
    ("Tysk – skriftlig 4/5, muntlig 2/5", "de A2 held"),
    ("Spansk på ferie og i haven, ★★☆☆☆", "es A2 held"),
    ("Polsk ▸ market level", "pl A2 held"),
    ("Turistspansk, restauranggrekiska, kjøkkenpolsk", "es A2 held; el A2 held; pl A2 held"),
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
    ("Twi, fransk – to morsmål", "tw C2 held; fr C2 held"),
    ("Farsi (m.t.), Hindi (likewise), norsk B1", "fa C2 held; hi C2 held; nb B1 held"),
    ("Norwegian and Lebanese Arabic from birth", "nb C2 held; ar C2 held"),
    # tests and courses
    ("Svenska: SFI B klar, SFI C börjar i mars", "sv A1 held"),
    ("Svenska: SFI C pågår", "sv A2 held"),
    ("Svenska: SAS 1 klar, går på SVA 2", "sv B2 held"),
    ("Svenska, SFI A–D", "sv B1 held"),
    ("Danish (module 4, ongoing)", "da B1 held"),
    ("Norsk: Bergenstesten 2021", "nb C1 held"),
    ("Svenska som andraspråk 3", "sv C1 held"),
    ("Tysk B2 B2 B1 B1 B1", "de B1 held"),
    ("Danish – module 3 passed", "da A2 held"),
    ("Dansk: har afsluttet modul 4", "da B1 held"),
    ("Danish – module 4", "da - held"),
    ("Danish – started module 2 in August", "da A1 held"),
    # school: the kind of language, or only where it was learnt
    ("Tysk (skole)", "de A2 held"),
    ("School Latin", "la A2 held"),
    ("Tysk fra skolen", "de - held"),
    # like a native, and a native
    ("Finska talar jag som en infödd", "fi C1 held"),
    ("Gresk – som morsmål", "el C1 held"),
    ("Greek (native-like), Urdu as a native", "el C1 held; ur C2 held"),
    ("Danska: kolleger frågar vilken del av Jylland jag kommer från", "da C1 held"),
    ("Polsk: ingen kan høre det", "pl C1 held"),
    ("Finska: förstås modersmål", "fi - held"),
    ("Finska, förstås modersmål", "fi C2 held"),
    ("Estniska mycket bra (modersmål)", "et C2 held"),
    # the lower of two
    ("Tysk   flydende   middel", "de B1 held"),
    ("Polska: flytande i tal, stavar sådär", "pl B1 held"),
    ("Fransk: flydende i tale, mindre sikker på skrift", "fr B1 held"),
    ("Thai: speaks well, hardly writes", "th A2 held"),
    ("Tysk (god muntlig, tregere skriftlig)", "de B1 held"),
    # understood by others
    ("Dutch: I understand it and they understand me", "nl B1 held"),
    ("Islandsk: taler det dagligt, og folk forstår mig", "is B1 held"),
    # little, or only words
    ("Tysk: ganske lidt", "de A2 held"),
    ("Italienska: stapplar mig fram", "it A2 held"),
    ("Polsk: havnepolsk", "pl A2 held"),
    ("Kitchen Spanish", "es A2 held"),
    ('Tjekkisk: "dobrý den"', "cs A1 held"),
    # one level for all of a list, or for the last alone
    ("Bengali, Hindi, English (R/W/S)", "bn C1 held; hi C1 held; en C1 held"),
    ("taler russisk og polsk, og tysk lidt", "ru - held; pl - held; de A2 held"),
    ("Engelsk, tysk (tale og skrift), fransk – turistniveau", "en C1 held; de C1 held; fr A2 held"),
    ("Forhandler lige så frit på tysk som på dansk", "de C1 held; da - held"),
    ("Russisk: 20 procent", "ru A1 held"),
    ("Finska: 75 %", "fi B2 held"),
    # what was done in it
    ("Tysk: alle forhandlinger i ti år", "de - held"),
    ("Greit nok engelsk; spansk, grei nok til å handle", "en B1 held; es - held"),
    # only understood
    ("Svensk (forstår uden problemer)", "sv - held"),
    ("Tysk: god læser", "de - held"),
    ("Dutch – understand most of it", "nl - held"),
    ("Engelska (läser artiklar obehindrat, talar det ogärna)", "en - held"),
    ("Portugisiska: förstår bra, pratar lite", "pt A2 held"),
    # one skill weaker than the other
    ("Tysk: godt mundtligt, lidt svagere skriftligt", "de B1 held"),
    ("Franska – goda kunskaper i läsning, grundläggande i tal", "fr A2 held"),
    ("Engelsk: bruger manualer uden at tænke, taler det hæderligt", "en B1 held"),
    ("Norsk (flytande, skriftleg litt svakare)", "nb B2 held"),
    # what it can be used for says no level
    ("Engelsk nok til at holde et møde", "en - held"),
    ("Svenska: skriver rapporter på det", "sv - held"),
    ("Fransk: ingen problemer med at følge med", "fr - held"),
    # a mother tongue in other words
    ("Tagalog and Twi from the cradle", "tl C2 held; tw C2 held"),
    ("Estisk: født med det", "et C2 held"),
    ("Rumænsk – mit eget", "ro C2 held"),
    ("Hausa (first), English (second)", "ha C2 held; en - held"),
    ("isiXhosa: mother's tongue", "xh C2 held"),
    ("Litauiska – sedan jag var tre", "lt C2 held"),
    ("Sesotho: my childhood language", "st C2 held"),
    ("Kreol – barndommens sprog", "ht C2 held"),
    # everyday words
    ("Finsk – udmærket", "fi C1 held"),
    ("Tysk: ingen problemer", "de C1 held"),
    ("Tyrkisk – kan føre en enkel samtale", "tr B1 held"),
    ("Swahili: not bad", "sw B1 held"),
    ("Hebreiska – har klarat mig i två vintrar", "he B1 held"),
    ("Italiensk: halvgodt", "it B1 held"),
    ("Hindi, a smattering", "hi A2 held"),
    ("Katalansk – en skvett", "ca A2 held"),
    ("Thai – begynner", "th A1 held"),
    ("Gresk: få ord", "el A1 held"),
    ("Koreansk: tæller til ti, hilsener", "ko A1 held"),
    ("Islandsk – de første ord", "is A1 held"),
    ("Spansk til husbehov", "es B1 held"),
    ("Finska hjälpligt", "fi B1 held"),
    ("Russisk fungerer", "ru B1 held"),
    ("Italiensk: næsten ikke", "it A1 held"),
    ("Greek – some words only", "el A1 held"),
    ("Japanska: artighetsfraser", "ja A1 held"),
    ("Spanska: kan beställa mat", "es - held"),
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
    ("Språk (1-6)\n\nNorska 6\nSpanska 2\n", {"nb": "C2", "es": "A2"}),
    ("Språk\n\nSvenska\nModersmålsnivå\n\nEngelska\nProfessionell arbetsnivå\n", {"sv": "C2", "en": "B2"}),
]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=lambda value: str(value)[:40])
def test_line_of_a_cv_says_level(text: str, expected: str) -> None:
    facts = facts_in(languages_in, text, kind=DocumentKind.CV, role=Role.LANGUAGES)
    assert needs(facts) == {need for need in expected.split("; ") if need}


@pytest.mark.parametrize(("text", "expected"), TABLES, ids=lambda value: str(value)[:20])
def test_line_around_a_name_says_level(text: str, expected: dict[str, str]) -> None:
    document = Document("cv", f"Ole Olsen\n\n{text}", DocumentKind.CV)
    found = {}
    for passage in find_passages(document):
        words = document.text[passage.span.start : passage.span.end]
        for fact in languages_in(words, passage, document):
            assert isinstance(fact.value, Language)
            found[fact.value.code] = fact.value.level.value if fact.value.level else "-"
    assert found == expected


FOUND = [
    ("☆ Yoruba & English – both from birth", "en yo"),
    ("4.2 Finska – sedan barnsben", "fi"),
    ("My Swedish gets me through a dinner.", "sv"),
    ("Engelska vågar jag på mejl.", "en"),
    ("Mit tyske er godt nok til messen.", "de"),
    ("Mit engelske hold var stort.", ""),
    ("samiska (sydsamiska) nybörjare", "se"),
    ("Lulesamisk: flytende, serbokroatisk: litt", "sh smj"),
    ("Hokkien and isiZulu, fluent", "nan zu"),
]


@pytest.mark.parametrize(("text", "codes"), FOUND, ids=lambda value: str(value)[:20])
def test_language_is_found_however_it_is_led_in(text: str, codes: str) -> None:
    facts = facts_in(languages_in, text, kind=DocumentKind.CV, role=Role.OTHER)
    assert {fact.value.code for fact in facts if isinstance(fact.value, Language)} == set(codes.split())


def test_sentences_behind_a_label_are_of_languages() -> None:
    text = "Work\n\nSprog: Modersmålet er dansk. På svensk skriver jeg ansøgninger.\nSystemer: Excel. Kunder på tysk.\n"
    document = Document("cv", f"Ole Olsen\n\n{text}", DocumentKind.CV)
    found = set()
    for passage in find_passages(document):
        words = document.text[passage.span.start : passage.span.end]
        facts = languages_in(words, replace(passage, role=Role.WORK), document)
        found |= {fact.value.code for fact in facts if isinstance(fact.value, Language)}
    assert found == {"da", "sv"}
