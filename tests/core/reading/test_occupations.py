"""The occupations of whole ads: the title counts most, and the body where the title says little."""

from __future__ import annotations

import pytest

from brobygger.core.reading import Document, DocumentKind
from brobygger.core.reading.occupations import OccupationRanker
from tests.core.reading.reader import reader

WELDING = {
    "da": "Du skal svejse rustfrit stål med TIG og MAG og læse tegninger. Svejsecertifikat er et krav.",
    "nb": "Du skal sveise rustfritt stål med TIG og MAG og lese tegninger. Sveisesertifikat er et krav.",
    "sv": "Du ska svetsa rostfritt stål med TIG och MAG och läsa ritningar. Svetslicens är ett krav.",
    "en": "You will weld stainless steel with TIG and MAG and read drawings. A welding certificate is required.",
}


@pytest.fixture(scope="module")
def ranker() -> OccupationRanker:
    return OccupationRanker(reader())


def ranked(ranker: OccupationRanker, text: str, top: int = 5) -> list[str]:
    uris = ranker.reader.concepts.taxonomy.uris
    found = ranker.rank(Document("ad", text, DocumentKind.AD), top=top)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    return [uris[one.concept].rsplit(":", 1)[1] for one in found]


@pytest.mark.parametrize("title", ["Svejser søges", "Sveiser søkes", "Svetsare sökes", "Welder wanted"])
def test_title_names_the_occupation(ranker, title):
    assert ranked(ranker, f"{title}\nVi er en god arbejdsplads.")[0] == "welder"


@pytest.mark.parametrize("language", WELDING)
def test_body_tells_where_the_title_does_not(ranker, language):
    assert "welder" in ranked(ranker, f"Kom med på holdet!\nKvalifikationer\n{WELDING[language]}")


def test_an_ad_without_anything_to_go_by_is_ranked_without_complaint(ranker):
    assert len(ranked(ranker, "!", top=3)) == 3


@pytest.mark.parametrize("top", [0, 1, 10_000])
def test_top_says_how_many(ranker, top):
    everything = len(ranker.titles.concepts)

    assert len(ranked(ranker, "Svejser\nDu skal svejse.", top=top)) == min(top, everything)
