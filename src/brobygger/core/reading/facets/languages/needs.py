"""
How a language is needed, decided over everything that stands around it.

The rules of `modality` know phrases; what they say is one sign among many here. The others are what the words around the
language do (`tags`), in which order, on which side, under which heading, and what the sentences beside say. A multinomial
logistic regression over these signs decides. Its weights are in `need_weights`, fitted on the tune half of the golden
texts by `python -m benchmarks.golden.fit_languages`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brobygger.core.reading.clauses import (
    NEAR,
    Clause,
    clause_of,
    first_clause,
    last_clause,
    sayings,
    subject_of,
    tagged_once,
)
from brobygger.core.reading.tags import EDGE, OTHER, TARGET, Word, around

REACH = 6  # tags on either side whose order is looked at
APART = 4  # tags between two that are looked at together
WISHED, NEEDED = frozenset(("plus", "wish")), frozenset(("need", "must"))  # in a heading
BESIDE = 4  # words on either side whose side counts
STEM, SHORTEST = 6, 2  # letters of a word that are those of its kin too


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A place where a text may say how a language is needed.

    Args:
        text: the sentence.
        start, end: the name of the language, or the word that stands for it.
        others: where other languages are named in the sentence.
        code: of the language.
        how: "name", "echo", or the kind of a reference.
        rule: the need that the rules read here; "none" if they read nothing.
        graded: whether the rules read a level.
        adjective: whether the name seems to describe the noun behind it.
        role: of the passage.
        heading, before, behind: what stands over and beside the sentence.
        main: the language of the passage.
        prior, later: the nearest places before and behind that may say a need of the same language, if any are near.
    """

    text: str
    start: int
    end: int
    others: tuple[tuple[int, int], ...]
    code: str
    how: str
    rule: str
    graded: bool
    adjective: bool
    role: str
    heading: str
    before: str
    behind: str
    main: str
    prior: Candidate | None = None
    later: Candidate | None = None


def signs(one: Candidate) -> Iterator[str]:
    """The names of all signs that hold for a candidate; those with a colon are seldom and count half."""
    clause = _clause_of(one)
    words, left, right = clause.words, clause.left, clause.right
    yield "all"
    yield from _of_rule(one, left, right)
    yield from _of_language(one, words)
    yield from _of_clause(one, left, right)
    yield from _of_sayings(one, clause)
    yield from _of_order(left, right)
    yield from _of_surroundings(one, words[: clause.first], words[clause.last :])
    yield from _of_clauses_beside(one, clause)
    yield from _of_words(clause)
    for side, other in (("prior", one.prior), ("later", one.later)):
        yield from _of_same_language(one, side, other)


def _clause_of(one: Candidate) -> Clause:
    return clause_of(around(one.text, (one.start, one.end), one.others))


def _of_words(clause: Clause) -> Iterator[str]:
    """The words themselves, by their beginnings: what the tags do not tell apart, or do not know."""
    said: dict[str, None] = {}
    for number in range(clause.first, clause.last):
        stem = clause.words[number].word[:STEM]
        if number == clause.place or len(stem) < SHORTEST:
            continue
        side = "left" if number < clause.place else "right"
        said[f"word: {stem}"] = None
        if abs(number - clause.place) <= BESIDE:
            said[f"word {side}: {stem}"] = None
    yield from said


def _of_rule(one: Candidate, left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    yield f"rule {one.rule}"
    yield f"rule {one.rule} {one.role}"
    yield f"rule {one.rule} {'graded' if one.graded else 'bare'}"
    for tag in dict.fromkeys(left):
        yield f"rule {one.rule} left: {tag}"
    for tag in dict.fromkeys(right):
        yield f"rule {one.rule} right: {tag}"


def _of_language(one: Candidate, words: Sequence[Word]) -> Iterator[str]:
    yield f"how {one.how}"
    yield f"role {one.role}"
    own = "own" if one.code == one.main else "English" if one.code == "en" else "nordic" if one.code in ("da", "nb", "sv", "scandinavian") else "other"  # fmt: skip
    yield f"language {own}"
    yield f"language {own} {one.role}"
    yield f"company {min(2, sum(word.tag == OTHER for word in words))}"
    yield f"length {min(5, len(one.text) // 40)}"
    if one.adjective:
        yield "adjective"
        yield f"adjective {one.rule}"
    if one.text.rstrip().endswith("?"):
        yield "asks"


def _of_clause(one: Candidate, left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    for tag in dict.fromkeys(left):
        yield f"left {tag}"
        yield f"left {tag}: {one.role}"
    for tag in dict.fromkeys(right):
        yield f"right {tag}"
    for tag in dict.fromkeys(left[-NEAR:]):
        yield f"near left {tag}"
    for tag in dict.fromkeys(right[:NEAR]):
        yield f"near right {tag}"
    subject = subject_of(left, right)
    yield f"subject {subject}"
    yield f"subject {subject} {one.rule}"
    link = left[-1] if left else "start"
    yield f"subject {subject} {link}"
    if "passive" in left or "happens" in left:
        yield f"done {subject} {link}"


def _of_sayings(one: Candidate, clause: Clause) -> Iterator[str]:
    said = clause.sayings()
    for name in said or ["nothing"]:
        yield f"says {name}"
        yield f"says {name} {one.rule}"
    yield f"says: {', '.join(said)}"
    for number, name in enumerate(said):
        for other in said[number + 1 :]:
            yield f"says: {name} and {other}"


def _of_order(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    before, behind = ["start"] * NEAR + list(left), list(right) + ["stop"] * NEAR
    yield f"left1 {before[-1]}"
    yield f"right1 {behind[0]}"
    yield f"left2 {before[-2]} {before[-1]}"
    yield f"right2 {behind[0]} {behind[1]}"
    yield f"both {before[-1]} {behind[0]}"
    yield f"left3: {before[-3]} {before[-2]} {before[-1]}"
    yield f"right3: {behind[0]} {behind[1]} {behind[2]}"
    row = [*left[-REACH:], TARGET, *right[:REACH]]
    place = min(REACH, len(left))
    for number, tag in enumerate(row):
        for other in range(number + 1, min(len(row), number + 1 + APART)):
            side = "left" if other < place else "right" if number > place else "across"
            yield f"{side}: {tag} {row[other]}"


def _of_surroundings(one: Candidate, left: Sequence[Word], right: Sequence[Word]) -> Iterator[str]:
    heading = {word.tag for word in tagged_once(one.heading)}
    said = "plus" if heading & WISHED and "need" not in heading else "need" if heading & NEEDED else "nothing"
    yield f"heading {said}"
    yield f"heading {said} {one.rule}"
    for name, words in (
        ("sentence left", left),
        ("sentence right", right),
        ("before", tagged_once(one.before)),
        ("behind", tagged_once(one.behind)),
    ):
        tags = [word.tag for word in words if word.tag not in ("", EDGE, "comma", "colon")]
        for tag in dict.fromkeys(tags):
            yield f"{name}: {tag}"
        for tag, other in dict.fromkeys(pairwise(tags)):
            if tag in ("not", "need", "plus", "we") or other in ("need", "plus", "not"):
                yield f"{name}: {tag} {other}"


def _of_clauses_beside(one: Candidate, clause: Clause) -> Iterator[str]:
    """What the clauses and sentences beside ask of the person, whoever reads the language ("…, so you must read them")."""
    words, before, behind = clause.words, tagged_once(one.before), tagged_once(one.behind)
    for side, part in (
        ("clause left", last_clause(words[: clause.first])),
        ("clause right", first_clause(words[clause.last :])),
        ("sentence before", last_clause(before)),
        ("sentence behind", first_clause(behind)),
    ):
        tags = [word.tag for word in part if word.tag]
        names = sorted(set(sayings(tags, ())))
        to = "you" if {"you", "candidate"} & set(tags) else "nobody"
        yield f"{side} to {to}"
        for name in names or ["nothing"]:
            yield f"{side} says {name}"
            yield f"{side} says: {name} to {to}"
            yield f"{side} says: {name} {one.rule}"


def _of_same_language(one: Candidate, side: str, other: Candidate | None) -> Iterator[str]:
    """What another place says of the same language ("Reports are in English. You have to read it.")."""
    if other is None:
        yield f"{side} nothing"
        return
    where = "here" if other.text == one.text else "there"
    yield f"{side} {where}"
    yield f"{side} {where} {other.rule}"
    yield f"{side} rule {other.rule}"
    yield f"{side} {one.rule} {other.rule}"
    yield f"{side} how {other.how}"
    yield f"{side} {'graded' if other.graded else 'bare'}"
    clause = _clause_of(other)
    yield f"{side} subject {subject_of(clause.left, clause.right)}"
    for name in clause.sayings() or ["nothing"]:
        yield f"{side} says {name}"


def probabilities(
    found: Iterable[str], weights: Mapping[str, Sequence[float]], classes: Sequence[str]
) -> dict[str, float]:
    """The probability of each class; signs without weights count for nothing."""
    known = [weights[sign] for sign in found if sign in weights]
    total = [sum(column) for column in zip(*known, strict=True)] or [0.0] * len(classes)
    highest = max(total)
    powers = [math.exp(one - highest) for one in total]
    return {name: power / sum(powers) for name, power in zip(classes, powers, strict=True)}
