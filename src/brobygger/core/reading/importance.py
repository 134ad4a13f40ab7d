"""
Whether an ad asks for a skill or an education, or only welcomes or mentions it.

What a sentence does in the ad (its role) tells most of it, but much is asked for under other headings, and much of what
stands under "you have" is a plus. A logistic regression decides over the role, the heading, what the clause says
(`clauses`), and the tags and words beside it. Its weights are in `importance_weights`, fitted on the tune halves of the
golden texts and on texts to learn from by `python -m benchmarks.golden.fit_importance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from brobygger.core.reading.clauses import clause_of, tagged_once
from brobygger.core.reading.data import (
    FACT_KINDS,
    Document,
    DocumentKind,
    Education,
    Fact,
    Modality,
    Passage,
    Role,
    Skill,
)
from brobygger.core.reading.headings import heading_over
from brobygger.core.reading.importance_weights import WEIGHTS
from brobygger.core.reading.tags import TARGET, Word

NEAR = 3  # tags beside the skill whose place counts
STEM, SHORTEST = 6, 2  # letters of a word that are those of its kin too
PARTS = 5  # of an ad, in the order of its text
SHORT, LONG = 6, 4  # words that are told apart together, and how many such at most


@dataclass(frozen=True, slots=True)
class Line:
    """
    A passage that names skills or an education.

    Args:
        start: in the document.
        words: of the passage.
        role, prior, later: what the passage, the one before and the one behind do; empty if there is none.
        heading: over the passage.
    """

    start: int
    words: Sequence[Word]
    role: str
    prior: str
    later: str
    heading: str


@dataclass(frozen=True, slots=True)
class Place:
    """
    A place where an ad names a skill or an education.

    Args:
        line: the passage.
        start, end: of the words in it.
        in_title: whether the title names the skill, too.
        rule: how the words around ask for an education by rules; empty for a skill.
        part: which fifth of the ad it stands in, from 0.
    """

    line: Line
    start: int
    end: int
    in_title: bool
    rule: str
    part: int


def weighed(document: Document, passages: Sequence[Passage], facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of an ad, its skills and educations with how they are asked for; those of a CV as they are."""
    facts = list(facts)
    if document.kind is not DocumentKind.AD:
        yield from facts
        return
    place_of = dict(places(document, passages, facts))
    of_line: dict[tuple[int, str], float] = {}  # what holds for all of a kind in a passage is summed once
    for number, fact in enumerate(facts):
        value = fact.value
        if isinstance(value, Skill | Education) and value.modality is not Modality.NOT_REQUIRED:
            place = place_of[number]
            weights = WEIGHTS[FACT_KINDS[type(value)]]
            key = (place.line.start, FACT_KINDS[type(value)])
            if key not in of_line:
                of_line[key] = _sum(signs_of_line(place.line), weights)
            is_asked = of_line[key] + _sum(signs_of_place(place), weights) > 0
            need = Modality.REQUIRED if is_asked else Modality.PREFERRED
            yield fact if value.modality is need else replace(fact, value=replace(value, modality=need))
        else:
            yield fact


def _sum(found: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(map(weights.get, found, repeat(0.0)))


def places(
    document: Document, passages: Sequence[Passage], facts: Sequence[Fact]
) -> Iterator[tuple[int, Place]]:
    """The place of each skill and education among the facts, in the order of the text, with the number of the fact."""
    named = [
        (fact.span.start, number)
        for number, fact in enumerate(facts)
        if isinstance(fact.value, Skill | Education)
    ]
    titled = (fact.value for fact in facts if fact.role is Role.TITLE)
    in_title = {value.uri for value in titled if isinstance(value, Skill)}
    at, line = -1, None
    for start, number in sorted(named):
        last, value = at, facts[number].value
        while at + 1 < len(passages) and passages[at + 1].span.start <= start:
            at += 1
        if line is None or at != last:
            line = _line(document.text, passages, at)
        end, part = facts[number].span.end, start * PARTS // len(document.text)
        stands_in_title = isinstance(value, Skill) and value.uri in in_title
        rule = value.modality.value if isinstance(value, Education) else ""
        yield number, Place(line, start - line.start, end - line.start, stands_in_title, rule, part)


def _line(text: str, passages: Sequence[Passage], at: int) -> Line:
    prior = passages[at - 1] if at else None
    later = passages[at + 1] if at + 1 < len(passages) else None
    begin = passages[at].span.start
    return Line(
        begin,
        tagged_once(text[begin : passages[at].span.end]),
        passages[at].role.value,
        prior.role.value if prior else "",
        later.role.value if later else "",
        heading_over(text, begin),
    )


def signs(place: Place) -> Iterator[str]:
    """The names of all signs that hold for a place; those with a colon are seldom and count half."""
    yield from signs_of_line(place.line)
    yield from signs_of_place(place)


def signs_of_line(line: Line) -> Iterator[str]:
    """What holds for all that a passage names."""
    yield "all"
    yield f"role {line.role}"
    yield f"role before {line.prior}"
    yield f"role behind {line.later}"
    yield f"first: {line.words[0].word[:STEM] if line.words else ''}"
    yield f"length {min(LONG, len(line.words) // SHORT)}"
    tags = [word.tag for word in line.words if word.tag]
    yield f"opens {' '.join(tags[:1])}"
    yield f"opens {' '.join(tags[:2])}"
    heading = tagged_once(line.heading)
    for word in heading:
        yield f"heading: {word.word[:STEM]}"
        yield f"heading {word.tag or 'other'}"
    if not heading:
        yield "no heading"


def signs_of_place(place: Place) -> Iterator[str]:
    """What holds for one of them: where it stands in the ad, and the clause around it."""
    role = place.line.role
    yield f"part {place.part}"
    yield f"part {place.part} {role}"
    if place.in_title:
        yield "in title"
    if place.rule:
        yield f"rule {place.rule}"
    clause = clause_of(
        [
            *(word for word in place.line.words if word.end <= place.start),
            Word(TARGET, TARGET, place.start, place.end),
            *(word for word in place.line.words if word.start >= place.end),
        ]
    )
    for name in clause.sayings() or ["nothing"]:
        yield f"says {name}"
        yield f"says {name} {role}"
    for side, tags in (("left", clause.left), ("right", clause.right)):
        for tag in dict.fromkeys(tags):
            yield f"{side} {tag}"
            yield f"{side} {tag}: {role}"
    for number, tag in enumerate(reversed(clause.left[-NEAR:])):
        yield f"left{number} {tag}"
    for number, tag in enumerate(clause.right[:NEAR]):
        yield f"right{number} {tag}"
    for number in range(clause.first, clause.last):
        word = clause.words[number].word
        if number != clause.place and len(word) >= SHORTEST:
            yield f"word: {word[:STEM]}"
