import pytest

from brobygger.core.skills import ConceptKind, Linker
from brobygger.core.skills.linker import parts_of
from tests.core.skills.small import small


@pytest.fixture(scope="module")
def occupations():
    content = small()
    return Linker(
        content.taxonomy, content.encoder, content.centroids, [ConceptKind.OCCUPATION, ConceptKind.GROUP]
    )


def uris(linker, found):
    return [linker.taxonomy.uris[item.concept] for item in found]


@pytest.mark.parametrize(
    ("text", "language", "uri"),
    [
        ("Svejser", "da", "occupation:welder"),
        ("sveisere", "nb", "occupation:welder"),
        ("systemutvecklare", "sv", "occupation:developer"),
        ("Programmer", "en", "occupation:developer"),
        ("svetsare", "da", "occupation:welder"),  # a Swedish word in a Danish line
    ],
)
def test_link_finds_the_occupation_in_every_language(occupations, text, language, uri):
    (found,) = occupations.link([text], language=language, top=3)

    assert uris(occupations, found)[0] == uri


def test_link_orders_by_score_and_keeps_scores_within_bounds(occupations):
    (found,) = occupations.link(["welding operator, night shift"], language="en", top=4)

    scores = [item.score for item in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_group_comes_after_an_occupation_that_fits_as_well(occupations):
    (found,) = occupations.link(["welder"], language="en", top=4)

    assert uris(occupations, found)[0] == "occupation:welder"


def test_shortlist_agrees_with_link(occupations):
    texts = ["Svejser", "klejnsmed og svejser", "softwareudvikler (backend)", "soldat"]

    for text, found in zip(texts, occupations.link(texts, language="da", top=2), strict=True):
        (short,) = occupations.shortlist([text], language="da", top=2)
        assert [item.concept for item in short] == [item.concept for item in found]
        assert [item.score for item in short] == pytest.approx([item.score for item in found], abs=2e-4)


@pytest.mark.parametrize("text", ["", "   ", "12345", "🙂", "x" * 5_000])
def test_link_takes_any_line(occupations, text):
    (found,) = occupations.link([text], language="da", top=2)

    assert len(found) == 2


def test_top_larger_than_the_taxonomy_gives_all(occupations):
    (found,) = occupations.link(["welder"], language="en", top=99)

    assert len(found) == 4


def test_parts_of_a_title():
    assert parts_of("Svejser, Randers") == ["Svejser", "Randers"]
    assert parts_of("Cooks and kitchen helpers") == ["Cooks", "kitchen helpers"]
    assert parts_of("Svejser") == []
