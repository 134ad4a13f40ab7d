"""What tells how far a mention of a skill can be trusted."""

from __future__ import annotations

import pytest

from brobygger.core.reading import Document, DocumentKind
from brobygger.core.reading.passages import find_passages
from brobygger.core.reading.trust import SIBLINGS, WORD_SIGN, signs
from brobygger.core.reading.trust_weights import WEIGHTS
from tests.core.reading.reader import reader

SKILL = "urn:brobygger:skill:"


def signs_of(text: str, skill: str, kind: DocumentKind = DocumentKind.CV) -> list[set[str]]:
    """The signs of each mention of a skill in a text."""
    understood, document = reader(), Document("text", text, kind)
    passages = find_passages(document)
    facets = [*understood.facts_of_other_kinds(document, passages)]
    masks = understood.masks(document, passages, facets)
    _, mentions, around = understood.concepts.found(document, passages, masks, facets)
    return [set(signs(one, around)) for one in mentions if one.uri == SKILL + skill]


def test_words_beside_a_skill_count_with_their_distance():
    (found,) = signs_of("Profil\nJeg har arbejdet med Python hver dag.\n", "python")

    assert {"word before 1: med", "word before: har", "word behind 1: hver", "word behind: dag"} <= found
    assert "word before 1: har" not in found


@pytest.mark.parametrize("who", ["hun", "dansk", "polske", "kvinde", "Aarhus", "Mette", "NTNU", "ældre"])
def test_words_that_tell_who_somebody_is_do_not_count(who):
    (found,) = signs_of(f"Profil\nDet er {who} Python der bruges.\n", "python")

    words = {sign.rpartition(": ")[2] for sign in found if sign.startswith(WORD_SIGN)}
    assert "er" in words
    assert who not in words
    learned = {sign.rpartition(": ")[2] for sign in WEIGHTS["skill"] if sign.startswith(WORD_SIGN)}
    assert who not in learned
    assert "med" in learned


@pytest.mark.parametrize(
    "line",
    [
        "Jeg vil gerne lære Python.",
        "I would like to learn Python.",
        "Drömmer om att jobba med Python.",
        "Jeg har ingen erfaring med Python.",
        "Python har jeg aldrig været i nærheden af, men ikke brugt.",
        "Python, som jeg holder mig fra.",
        "Python (utgånget 2021)",
    ],
)
def test_skill_that_is_wished_for_denied_or_lapsed_is_told(line):
    (found,) = signs_of(f"Projekter\n{line}\n", "python")
    assert "unheld cv" in found

    (held,) = signs_of("Projekter\nJeg har arbejdet med Python i to år.\n", "python")
    assert "unheld cv" not in held


def test_skill_with_nought_behind_it_is_denied():
    (found,) = signs_of("Projekter\nPython: 0\n", "python")
    assert "negated cv" in found


@pytest.mark.parametrize(
    "lines", ["Not yet: Python, Rust", "Vil lære\nPython", "Ikke meg\nPython", "Det jag inte kan\nPython"]
)
def test_list_of_what_is_not_held_is_not_read(lines):
    assert signs_of(f"Kompetencer\nExcel\n\n{lines}\n", "python") == []


def test_label_between_the_words_of_another_is_found_too():
    text = "Arbeid\nUtvikler av innebygde systemer i to år\n"
    (inner,) = signs_of(text, "embedded-systems")
    assert "how parted" not in inner


def test_label_that_often_means_something_else_is_told():
    (sure,) = signs_of("Arbejde\nBetonkonstruktioner i to år\n", "concrete-structures")
    assert "sure cv" in sure
    assert {"vague cv", "loose cv"} & set().union(*signs_of("Arbejde\nbeton\n", "concrete-structures"))


def test_wider_skill_is_told_from_the_narrower_one_beside_it():
    text = "Kompetencer\nsvejsning, TIG-svejsning\n"
    (wide,), (narrow,) = signs_of(text, "welding"), signs_of(text, "tig-welding")

    assert {"wider cv", "wider beside cv"} <= wide
    assert not {"wider cv", "wider beside cv"} & narrow
    (alone,) = signs_of("Kompetencer\nsvejsning\n", "welding")
    assert not {"wider cv", "wider beside cv"} & alone


def test_siblings_are_counted_and_a_long_list_is_not_gone_through():
    text = "Kompetencer\nTIG-svejsning, MIG-svejsning"
    (found,) = signs_of(text, "tig-welding")
    assert "siblings 1" in found

    (found,) = signs_of(f"{text}, elektrodesvejsning, orbitalsvejsning, aluminiumssvejsning\n", "tig-welding")
    assert f"siblings {SIBLINGS}" in found


def test_skill_that_is_a_heading_is_told():
    (heading,) = signs_of("Teaching\n\nEnglish for adults since 2021, with many pupils.\n", "teaching")
    assert "heads a part cv" in heading

    (said,) = signs_of("Work\n\nTeaching of adults since 2021, with many pupils.\n", "teaching")
    assert "heads a part cv" not in said
