"""
Whether the level that the rules read is what a careful reader would write down.

The rules of `levels` and `grading` take some words for a level that say only where or for what a language is used. How far
each can be trusted, and beside what, is weighed here: a multinomial logistic regression over plain signs. Its weights are
in `level_weights`, fitted on the tune half of the golden texts by `python -m benchmarks.golden.fit_languages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brobygger.core.reading.data import Document, Fact, Language, Level, Modality, Passage
from brobygger.core.reading.facets.languages.level_weights import LEVELS, WEIGHTS
from brobygger.core.reading.facets.languages.names import Mention
from brobygger.core.reading.facets.languages.needs import clause_around, probabilities
from brobygger.core.reading.facets.languages.tags import EDGE, OTHER, TARGET, Word, around

NO_LEVEL = "-"
BESIDE = 6  # words on either side
STEM = 5  # letters of a word that are those of its kin too
FAR = 5  # words
SILENT = frozenset((TARGET, OTHER, EDGE, "comma"))


def level_signs(
    text: str, passage: Passage, document: Document, mentions: Sequence[Mention], fact: Fact, value: Language
) -> Iterator[str]:
    """
    The names of all signs that hold for a level that was read, or for none that was.

    Args:
        text, passage, document: as everywhere.
        mentions: all names in the passage.
        fact, value: as the rules read them; the fact stands at the name and the words of its level.
    """
    read = value.level.value if value.level else NO_LEVEL
    kind = document.kind.value
    start, end = fact.span.start - passage.span.start, fact.span.end - passage.span.start
    name = next(
        ((one.start, one.end) for one in mentions if one.code == value.code and one.start < end and start < one.end),
        (start, end),
    )  # fmt: skip
    words = around(text, name, [(one.start, one.end) for one in mentions])
    place = next(number for number, word in enumerate(words) if word.tag == TARGET)
    yield "all"
    yield f"read {read}"
    for what in (kind, passage.role.value, value.modality.value):
        yield f"read {read} {what}"
    yield f"read {read} {kind} {value.code == passage.language}"
    yield from _of_cue(read, [word for word in words if start <= word.start < end and word.tag not in SILENT], words, place)  # fmt: skip
    first, last = clause_around(words, place)
    yield from _of_neighbours(read, words[first:place], words[place + 1 : last])


def _of_cue(read: str, cue: Sequence[Word], words: Sequence[Word], place: int) -> Iterator[str]:
    """The words that were taken for the level."""
    if not cue:
        yield f"cue {read} none"
        return
    for word in cue:
        yield f"cue {read} word {word.word}"
        yield f"cue {read} stem {word.word[:STEM]}"
        yield f"cue {read} tag {word.tag}"
    distance = words.index(cue[0]) - place
    yield f"cue {read} {min(FAR, abs(distance))} {'before' if distance < 0 else 'behind'}"


def _of_neighbours(read: str, left: Sequence[Word], right: Sequence[Word]) -> Iterator[str]:
    for side, words in (("left", left[-BESIDE:]), ("right", right[:BESIDE])):
        for tag in dict.fromkeys(word.tag for word in words if word.tag):
            yield f"{side} {tag}"
            yield f"{side} {read}: {tag}"
    yield f"left1 {left[-1].tag if left else 'start'}"
    yield f"right1 {right[0].tag if right else 'stop'}"
    yield f"right1 {read} {right[0].tag if right else 'stop'}"


def graded(
    text: str,
    passage: Passage,
    document: Document,
    mentions: Sequence[Mention],
    read: Sequence[tuple[Fact, Language]],
) -> Iterator[tuple[Fact, Language]]:
    """What the rules read, each with the level that is likeliest; a language that is not needed has none."""
    for fact, value in read:
        if value.modality is Modality.NOT_REQUIRED or not mentions:
            yield fact, value
            continue
        chance = probabilities(level_signs(text, passage, document, mentions, fact, value), WEIGHTS, LEVELS)
        best = max(chance, key=lambda one: chance[one])
        level = None if best == NO_LEVEL else Level(best)
        changed = value if level is value.level else replace(value, level=level)
        yield (fact if changed is value else replace(fact, value=changed)), changed
