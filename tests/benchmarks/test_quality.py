"""Which reading an annotated language is compared with, where a sentence says two things of one language."""

from __future__ import annotations

from benchmarks.golden.golden import GoldDocument, GoldFact, language_snippets
from benchmarks.golden.quality import languages
from brobygger.core.reading import Document, DocumentKind, Fact, Language, Passage, Reading, Role, Span
from brobygger.core.reading.data import Level, Modality

TEXT = "Excellent English is a must, as all the documents that we write are in English."
REQUIRED = Language("en", Level.C1, Modality.REQUIRED)
WORKING = Language("en", None, Modality.WORKING_LANGUAGE)
SECOND = TEXT.rindex("English")


def counted(*read: tuple[Language, int, int]) -> tuple[int, int, int]:
    """Annotated languages that were found, those with the right level, those with the right modality."""
    facts = tuple(Fact(value, Span(a, b), Role.REQUIREMENT, "en", 0.9, "pattern") for value, a, b in read)
    passage = Passage(Span(0, len(TEXT)), "en", 1.0, Role.REQUIREMENT)
    document = Document("t", TEXT, DocumentKind.AD)
    gold = GoldDocument(
        document,
        "en",
        (
            GoldFact("language", ("en", "C1", "required", "formal", "-"), 0, 17),
            # the quote begins well before the name that the reading stands at
            GoldFact("language", ("en", "-", "working_language", "formal", "-"), 32, len(TEXT) - 1),
        ),
        real=False,
    )
    counts = languages(gold, Reading(document, (passage,), facts, "en", ()))
    return counts["code"], counts["level"], counts["modality"]


def test_two_needs_of_one_language_are_each_compared_with_their_own_reading() -> None:
    assert counted((REQUIRED, 0, 17), (WORKING, SECOND, SECOND + 7)) == (2, 2, 2)


def test_the_order_of_the_readings_tells_nothing() -> None:
    assert counted((WORKING, SECOND, SECOND + 7), (REQUIRED, 0, 17)) == (2, 2, 2)


def test_two_needs_read_the_wrong_way_round_are_wrong() -> None:
    assert counted((WORKING, 0, 17), (REQUIRED, SECOND, SECOND + 7)) == (2, 0, 0)


def test_one_reading_is_right_of_one_of_two_needs() -> None:
    assert counted((REQUIRED, 0, 17)) == (2, 1, 1)


def test_snippets_to_learn_from_hold_languages_alone_and_are_never_measured() -> None:
    levels = {level.value for level in Level} | {"-"}
    for gold in language_snippets():
        assert not gold.is_test
        for fact in gold.facts:
            assert fact.kind == "language"
            assert fact.values[1] in levels
            assert (Modality(fact.values[2]) is Modality.HELD) == (gold.document.kind is DocumentKind.CV)
            assert gold.document.text[fact.start : fact.end].strip()
