"""Levels that an ad says of a language without its name; sentences invented for the purpose."""

from __future__ import annotations

import pytest

from brobygger.core.reading import Document, DocumentKind
from brobygger.core.reading.data import Language, Modality
from brobygger.core.reading.facets.languages import by_rules, levels_read
from brobygger.core.reading.facets.languages.names import find_mentions
from brobygger.core.reading.passages import find_passages

TOLD = [
    # what takes a language up
    ("Møderne holdes på engelsk, og det skal du være tryg ved.", "en B2"),
    ("Protokollene skrives på norsk, så den må du beherske flytende.", "nb C1"),
    ("The manuals are in German, and you have to write it well.", "de B2"),
    ("Journalen är på svenska. Du behöver behärska språket i tal och skrift.", "sv C1"),
    ("Our newsletter is in Polish, so a little of that helps.", "pl A2"),
    # nothing but the consequence
    ("All radio traffic is in English, so you need to be fluent.", "en C1"),
    ("Utbildningen ges på svenska. Vi kräver B1.", "sv B1"),
    ("The exam is in Danish; others submit Studieprøven.", "da C1"),
    ("Stand-up holdes på engelsk. Her må du være komfortabel.", "en B2"),
    ("Reports are in Danish. Good writing skills are therefore essential.", "da B2"),
    ("Sproget i køkkenet er dansk. Du skal kunne klare dig.", "da B1"),
    # both, one and the other
    ("Vi skriver på dansk og ringer på tysk; du skal være sikker i begge.", "da B2; de B2"),
    ("Telefonen svarar på finska, svenska och engelska. Ett av språken är ditt modersmål.", "fi C2; sv C2; en C2"),
    ("We work in English and French: B2 is the minimum for both.", "en B2; fr B2"),
    ("Kontrakterne er på engelsk og polsk. Førstnævnte skal være flydende.", "en C1; pl -"),
    ("Det går i norsk og engelsk. Du må være flytende i det ene og gjøre deg forstått på det andre.", "nb B1; en B1"),
    # the language before
    ("Norwegian at C1 and preferably also in Danish", "nb C1; da -"),
    ("Sterk skriftlig framstilling på norsk så vel som på engelsk", "nb B2; en B2"),
    ("Norsk på nivå B2. Engelsk på samme nivå.", "nb B2; en B2"),
    ("You write well, in Swedish or English.", "sv B2; en B2"),
    # of something else
    ("Kundene snakker polsk, og du må være god til å lytte.", "pl -"),
    ("You speak Dutch, and you are confident and patient.", "nl -"),
    ("Tysk kan du også bruge, det går fint.", "de -"),
    ("Dansk bruges i køkkenet. Kørekort C1 er et krav.", "da -"),
    ("Manualen är på tyska, som du ska kunna läsa utan problem.", "de -"),
    ("Vi taler dansk, men det skal du ikke være flydende i.", "da -"),
    ("Spanish is a plus; many of our guests have it as their first language.", "es -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_level_said_without_the_name(text: str, expected: str) -> None:
    assert _levels(text) == set(expected.split("; "))


def test_a_level_said_of_a_name_counts_for_the_same_name_before_it() -> None:
    assert _levels("Vi skriver på engelsk. Flydende engelsk er et krav.") == {"en C1"}
    assert _levels("Flydende engelsk er et krav. Kantinen ligger i stuen. Kaffen er på engelsk.") == {
        "en C1",
        "en -",
    }


def _levels(text: str) -> set[str]:
    document = Document("test", f"Title\n{text}\nEnd", DocumentKind.AD)
    read = []
    for passage in find_passages(document):
        part = document.text[passage.span.start : passage.span.end]
        read += list(by_rules(part, passage, document, list(find_mentions(part))))
    values: list[Language] = [value for _, value in levels_read(read, document.kind)]
    assert all(one.modality is not Modality.HELD for one in values)
    return {f"{one.code} {one.level.value if one.level else '-'}" for one in values}
