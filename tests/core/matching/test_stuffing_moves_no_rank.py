"""Stuffing a CV moves it nowhere: ranked before and after, in four languages, against honest CVs."""

from __future__ import annotations

from functools import lru_cache

import pytest

from brobygger.core.matching import Candidate, MatchProblem, candidate_from, opportunity_from, solve
from brobygger.core.reading import Document, DocumentKind
from brobygger.core.reading.copied import AdWords
from brobygger.data.documents import read_bytes
from brobygger.data.taxonomies.vocabulary import default_taxonomy
from tests.core.reading.cvs import CVS
from tests.core.reading.reader import read_ad, reader
from tests.core.reading.test_bad_texts import ADS, COMMANDS
from tests.core.reading.test_stuffing import labels

WEAK = {  # fits the ads less than the CVs of `CVS` do, so that there is somewhere to rise to
    "da": "Anne\n\nErhvervserfaring\n2020-2024 Lagermedarbejder i Aarhus. Jeg pakkede varer og kørte truck, og jeg stod også for at modtage varer fra vores leverandører.\n\nKompetencer\nSvejsning, lagerstyring\n\nSprog\nDansk: C1. Engelsk: C1.\n",
    "nb": "Anne\n\nArbeidserfaring\n2020-2024 Lagermedarbeider i Halden. Jeg pakket varer og kjørte truck, og jeg tok også imot varer fra våre leverandører hver uke.\n\nKompetanse\nSveising, lagerstyring\n\nSpråk\nNorsk: C1. Engelsk: C1.\n",
    "sv": "Anne\n\nArbetslivserfarenhet\n2020-2024 Lagermedarbetare i Uddevalla. Jag packade varor och körde truck, och jag tog också emot varor från våra leverantörer varje vecka.\n\nKompetenser\nSvetsning, lagerstyrning\n\nSpråk\nSvenska: C1. Engelska: C1.\n",
    "en": "Anne\n\nWork experience\n2020-2024 Warehouse worker in Aarhus. I packed goods and drove a truck, and I also took care of the goods that came from our suppliers.\n\nSkills\nWelding, warehouse management\n\nLanguages\nEnglish: C1. Danish: C1.\n",
}
NEEDED = ("SolidWorks", "Python")


def stuffed(language: str) -> dict[str, str]:
    cv = WEAK[language]
    return {
        "repeated": f"{cv}\n{' '.join([NEEDED[0]] * 200)}",
        "repeated in lines": f"{cv}\n" + "\n".join([NEEDED[0]] * 200),
        "every skill": f"{cv}\n{', '.join(labels(language))}",
        "every skill in pieces": f"{cv}\n" + "\n\n".join(labels(language)),
        "copied ad": f"{cv}\n{ADS[language]}",
        "copied ad in front": f"{ADS[language]}\n{cv}",
        **{f"command {number}": f"{cv}\n{command}\n" for number, command in enumerate(COMMANDS)},
    }


@lru_cache
def candidate(name: str, text: str) -> Candidate:
    document = Document(name, text, DocumentKind.CV)
    return candidate_from(reader().read(document, ads=AdWords(ADS.values())))


def ranked(cv: str, language: str) -> tuple[int, int]:
    """Rank (0: not at all) and score of a CV for the ad of its language, among the honest ones."""
    offer = opportunity_from(read_ad(ADS[language]), opportunity="ad")
    pool = [candidate(name, text) for name, text in (("one", cv), *CVS.items())]
    found = solve(MatchProblem(tuple(pool), (offer,), default_taxonomy().taxonomy))
    return next(((match.rank, match.total) for match in found if match.candidate == "one"), (0, 0))


@pytest.mark.parametrize("language", CVS)
def test_the_weak_cv_would_rise_if_it_had_the_skills(language):
    honest = (
        WEAK[language].replace("lager", "SolidWorks, lager").replace("warehouse m", "SolidWorks, warehouse m")
    )
    before, after = ranked(WEAK[language], language), ranked(honest, language)

    assert before[0] > 0
    assert after[1] > before[1]


@pytest.mark.parametrize("language", CVS)
@pytest.mark.parametrize("how", stuffed("en"))
def test_stuffing_raises_neither_rank_nor_score(language, how):
    before, after = ranked(WEAK[language], language), ranked(stuffed(language)[how], language)

    assert after[1] <= before[1]
    assert after[0] == 0 or after[0] >= before[0]


@pytest.mark.parametrize("language", CVS)
def test_white_text_raises_neither_rank_nor_score(language):
    lines = "".join(f"<p>{line}</p>" for line in WEAK[language].split("\n"))
    page = f'<html><body>{lines}<p style="color:#fefefe">SolidWorks, Python, FEM</p></body></html>'
    *_, document = read_bytes(page.encode(), name="cv.html", kind=DocumentKind.CV)

    assert ranked(document.text, language) == ranked(WEAK[language], language)
