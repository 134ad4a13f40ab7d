"""
Whether the level that the rules read is what a careful reader would write down.

The rules of `levels` and `grading` take some words for a level that say only where or for what a language is used. How far
each can be trusted, and beside what, is weighed here: a multinomial logistic regression over plain signs. Its weights are
in `level_weights`, fitted on the tune half of the golden texts by `python -m benchmarks.golden.fit_languages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brobygger.core.reading.data import Document, Fact, Language, Level, Modality, Passage, Setting
from brobygger.core.reading.facets.languages.level_weights import LEVELS, WEIGHTS
from brobygger.core.reading.facets.languages.levels import CODE, SPEAK_OR_WRITE, UNDERSTANDS, tested
from brobygger.core.reading.facets.languages.names import Mention
from brobygger.core.reading.facets.languages.needs import clause_around, probabilities
from brobygger.core.reading.facets.languages.scopes import rows
from brobygger.core.reading.facets.languages.tags import EDGE, OTHER, TARGET, Word, around

NO_LEVEL = "-"
BESIDE = 6  # words on either side
STEM = 5  # letters of a word that are those of its kin too
FAR = 5  # words
MARGIN = 0.35  # of the probability of another level over that of the level that the rules read
SILENT = frozenset((TARGET, OTHER, EDGE, "comma", "colon"))


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
    if _is_measured(text, start, end):
        yield f"measured {read}"
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
    """What the rules read, each with the level that is likeliest; one given as a code, a scale or a test is taken as it is."""
    row_of = rows(text, mentions)
    weighed: list[tuple[Fact, Language, int | None, dict[str, float]]] = []
    for fact, value in read:
        start, end = fact.span.start - passage.span.start, fact.span.end - passage.span.start
        is_told = _is_plain(value) or _is_measured(text, start, end) or _is_passive(text, value)
        if value.modality is Modality.NOT_REQUIRED or is_told:
            weighed.append((fact, value, None, {}))
            continue
        name = next((one for one in mentions if one.code == value.code and one.start < end and start < one.end), None)  # fmt: skip
        chance = probabilities(level_signs(text, passage, document, mentions, fact, value), WEIGHTS, LEVELS)
        weighed.append((fact, value, row_of[name] if name else None, chance))
    for fact, value, row, chance in weighed:
        if not chance:
            yield fact, value
            continue
        same = [other for _, like, at, other in weighed if other and row is not None and (at, like.level) == (row, value.level)]  # fmt: skip
        yield _regraded(fact, value, _mean(same or [chance]))


def _mean(chances: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: sum(chance[name] for chance in chances) / len(chances) for name in LEVELS}


def _regraded(fact: Fact, value: Language, chance: dict[str, float]) -> tuple[Fact, Language]:
    best = max(chance, key=lambda one: chance[one])
    if chance[best] - chance[value.level.value if value.level else NO_LEVEL] < MARGIN:
        return fact, value
    changed = replace(value, level=None if best == NO_LEVEL else Level(best))
    return replace(fact, value=changed), changed


def _is_plain(value: Language) -> bool:
    """Whether no other words than those for a beginner, or for talk over coffee, say this level."""
    return value.level is Level.A1 or value.setting is Setting.INFORMAL


def _is_passive(text: str, value: Language) -> bool:
    """Whether nothing but understanding is spoken of, and no level was read for that reason."""
    return (
        value.level is None and UNDERSTANDS.search(text) is not None and SPEAK_OR_WRITE.search(text) is None
    )


def _is_measured(text: str, start: int, end: int) -> bool:
    return (
        CODE.search(text, start, end) is not None
        or any(map(str.isdigit, text[start:end]))
        or tested(text, start, end, held=False) is not None
    )
