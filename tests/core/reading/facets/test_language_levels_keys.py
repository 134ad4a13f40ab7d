"""Levels of CVs by signs that are explained, boxes, labels and the lines around; lines invented for the purpose."""

from __future__ import annotations

import pytest

from brobygger.core.reading import Document, DocumentKind, Language
from brobygger.core.reading.facets.languages import find_languages
from brobygger.core.reading.passages import find_passages

TEXTS = [
    # signs that are explained
    ("Sprog\nTysk C\nDansk A\n\nA = flydende, B = godt, C = lidt", "de A2; da C1"),
    ("Languages (1 = a few words, 6 = native)\nGreek 6\nNorwegian 3", "el C2; nb B1"),
    ("Språk (1 = modersmål, 5 = lite)\nFinska 1\nDanska 4", "fi C2; da A2"),
    ("Språk: polska (M), engelska (F)\nM = modersmål, F = flytande", "pl C2; en C1"),
    ("SPRÅK\n+ litt, ++ brukbart, +++ godt\nTysk ++\nFransk +", "de B1; fr A2"),
    # boxes
    ("Languages\nGreek [ ] basic [ ] fluent [x] native\nDanish [ ] basic [x] fluent [ ] native", "el C2; da C1"),
    ("Sprog\nTysk lidt ☐ godt ☑ flydende ☐", "de B2"),
    # columns
    ("Sprog (læse/skrive/tale)\nTysk 4/2/3\nEngelsk 5/5/4", "de A2; en C1"),
    ("Languages (spoken / written)\nSomali: fluent / weak", "so A2"),
    ("Languages\nDanish: B2 – B1", "da B1"),
    ("Languages\nGreek ........ 100 %\nDanish ....... 60 %", "el C2; da B2"),
    # labels
    ("Språk\nA. Modersmål – estniska\nB. Goda kunskaper – tyska, finska", "et C2; de B2; fi B2"),
    # sentences and lines around
    ("Languages\nGerman? Yes: fluent.", "de C1"),
    ("Språk\nTyska. Flytande.", "de C1"),
    ("Språk\nTyska. Lite finska har jag också.", "de -; fi A2"),
    ("Languages\nTwi: mother tongue\nHausa: likewise", "tw C2; ha C2"),
    ("Languages\nGerman at home, Greek at school, Danish at sea; professional in all three.", "de B2; el B2; da B2"),
    ("Språk\nTyska efter åren i Bremen, flytande, danska.", "de C1; da -"),
    ("Språk\nFinska, tyska – flyt i båda.", "fi C1; de C1"),
    # words
    ("Sprog\nFærøsk: tre sange og en vuggevise", "fo A1"),
    ("Sprog\nTysk: under indlæring", "de A1"),
    ("Jeg kan sige »stop« og »tak« på arabisk.", "ar A1"),
    ("Språk\nGrekiska: håller ett samtal", "el B1"),
    ("Språk\nEngelska: affärsmässig", "en B2"),
    ("Språk\nSkolerussisk", "ru A2"),
    ("Languages\nGreek (cradle)", "el C2"),
    ("Sprog\nLæser uhindret norsk.", "nb -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_texts_of_a_cv_say_levels(text: str, expected: str) -> None:
    document = Document("test", f"Anna Berg\n\n{text}\n", DocumentKind.CV)
    found = [one.value for one in find_languages(document, find_passages(document))]
    languages = [one for one in found if isinstance(one, Language)]
    said = "; ".join(f"{one.code} {one.level.value if one.level else '-'}" for one in languages)
    assert said == expected
