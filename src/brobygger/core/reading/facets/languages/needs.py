"""
How a language is needed, decided over everything that stands around it.

The rules of `modality` know phrases; what they say is one sign among many here. The others are what the words around the
language do (`tags`), in which order, on which side, under which heading, and what the sentences beside say. A multinomial
logistic regression over these signs decides. Its weights are in `need_weights`, fitted on the tune half of the golden
texts by `python -m benchmarks.golden.fit_languages`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from brobygger.core.reading.facets.languages.tags import (
    EDGE,
    OTHER,
    TARGET,
    Word,
    around,
    tagged,
)

NEAR = 3  # tags beside the language
REACH = 6  # tags on either side whose order is looked at
APART = 4  # tags between two that are looked at together
BORDERS = frozenset((EDGE, "but", "while"))
OPENINGS = frozenset(("we", "you", "candidate", "so", "because"))
SUBJECTS = frozenset(("we", "you", "candidate", "others", "paper", "meeting"))
WISHED, NEEDED = frozenset(("plus", "wish")), frozenset(("need", "must"))  # in a heading
ASKING = frozenset(("need", "must", "expect", "should"))
ABLE = frozenset(("know", "speak", "write", "read", "understand", "master", "have"))
HELPFUL = frozenset(("plus", "wish", "value"))
BEHIND_VERB = 2  # tags: "krävs inte"
BESIDE = 4  # words on either side whose side counts
STEM, SHORTEST = 6, 2  # letters of a word that are those of its kin too
LINES = 12  # lines before a passage among which its heading is looked for
LONGEST_HEADING = 80
BULLET = re.compile(r"\s*(?:[•·▪◦●○■□*»>✓✔✅☑➤►–—o-]|\d{1,2}[.)])\s")


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


@dataclass(frozen=True, slots=True)
class Clause:
    """
    The clause that a candidate stands in.

    Args:
        words: of the whole sentence.
        place: which of them is the candidate.
        first, last: the first word of the clause, and the one behind it.
        left, right: the tags of the clause before and behind the candidate.
    """

    words: Sequence[Word]
    place: int
    first: int
    last: int
    left: Sequence[str]
    right: Sequence[str]

    def sayings(self) -> list[str]:
        """What it says as a whole, and what the clause behind a "but" says of it."""
        return sorted({*_sayings(self.left, self.right), *_turn(self.words, self.last)})


def heading_over(text: str, start: int) -> str:
    """The line over a list item, or the last line with a colon or a question over another line; else nothing."""
    begin = text.rfind("\n", 0, start) + 1
    is_item = BULLET.match(text, begin) is not None
    end = begin - 1
    for _ in range(LINES):
        if end <= 0:
            return ""
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].strip()
        end = begin - 1
        if not line:
            continue
        if BULLET.match(line):
            continue
        if line.endswith((":", "?")) or line.isupper() or is_item:
            return line if len(line) <= LONGEST_HEADING else ""
    return ""


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


@lru_cache(maxsize=64)
def _tagged(text: str) -> tuple[Word, ...]:
    """All candidates of a sentence have the same text beside them."""
    return tuple(tagged(text))


def _clause_of(one: Candidate) -> Clause:
    words = around(one.text, (one.start, one.end), one.others)
    place = next(number for number, word in enumerate(words) if word.tag == TARGET)
    first, last = clause_around(words, place)
    left = [word.tag for word in words[first:place] if word.tag]
    right = [word.tag for word in words[place + 1 : last] if word.tag]
    return Clause(words, place, first, last, left, right)


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


def clause_around(words: Sequence[Word], place: int) -> tuple[int, int]:
    """First and last+1 word of the clause around a place."""
    first = last = place
    while first and not _is_border(words, first - 1):
        first -= 1
    last += 1
    while last < len(words) and not _is_border(words, last):
        last += 1
    return first, last


def _is_border(words: Sequence[Word], place: int) -> bool:
    """Whether a clause ends here: at a full stop, a "but", or a comma before another subject ("…, German is a plus")."""
    tag = words[place].tag
    following, then = (words[at].tag if at < len(words) else "" for at in (place + 1, place + 2))
    begins = following in OPENINGS or (following in (TARGET, OTHER) and then == "be")
    return tag in BORDERS or (tag == "comma" and begins)


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
    subject = _subject(left, right)
    yield f"subject {subject}"
    yield f"subject {subject} {one.rule}"
    link = left[-1] if left else "start"
    yield f"subject {subject} {link}"
    if "passive" in left or "happens" in left:
        yield f"done {subject} {link}"


def _sayings(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    """What a clause says as a whole, whatever the order of its words."""
    row = [*left, TARGET, *right]
    known = set(row)
    denied = [number for number, tag in enumerate(row) if tag == "not"]
    for name, tags in (("needed", ASKING), ("able", ABLE), ("welcome", HELPFUL)):
        for number in (number for number, tag in enumerate(row) if tag in tags):
            is_denied = any(-NEAR <= at - number <= BEHIND_VERB for at in denied)
            yield f"not {name}" if is_denied else name
    if "without" in left[-NEAR:]:
        yield "without"
    if "learn" in known:
        yield "learnt later" if known & {"time", "offer", "expect", "wish"} else "learnt"
    elif "time" in known:
        yield "later"
    if left and left[-1] == "in":
        yield "you do it" if known & {"you", "candidate"} else "it is done"
    elif known & {"happens", "passive"} and "you" not in known:
        yield "it happens"
    if "we" in left and known & {"speak", "happens"} and "you" not in left:
        yield "we speak"
    if "if" in left or left[:2] in (["know", "you"], ["speak", "you"], ["have", "you"], ["master", "you"]):
        yield "if you"
    if "any" in known:
        yield "either way"
    if "work language" in known or ("language" in known and "we" in known):
        yield "work language"


def _turn(words: Sequence[Word], last: int) -> Iterator[str]:
    """What the clause behind a "but" says of what was said: "no requirement, but an advantage"."""
    if last >= len(words) or words[last].tag != "but":
        return
    _, stop = clause_around(words, last + 1) if last + 1 < len(words) else (0, last)
    behind = [word.tag for word in words[last + 1 : stop]]
    if TARGET in behind or OTHER in behind:
        return
    denied = "not" in behind
    for name, tags in (("needed", ASKING), ("welcome", HELPFUL), ("learnt", frozenset(("learn",)))):
        if any(tag in tags for tag in behind):
            yield f"but not {name}" if denied else f"but {name}"


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
    heading = {word.tag for word in _tagged(one.heading)}
    said = "plus" if heading & WISHED and "need" not in heading else "need" if heading & NEEDED else "nothing"
    yield f"heading {said}"
    yield f"heading {said} {one.rule}"
    for name, words in (
        ("sentence left", left),
        ("sentence right", right),
        ("before", _tagged(one.before)),
        ("behind", _tagged(one.behind)),
    ):
        tags = [word.tag for word in words if word.tag not in ("", EDGE, "comma", "colon")]
        for tag in dict.fromkeys(tags):
            yield f"{name}: {tag}"
        for tag, other in dict.fromkeys(pairwise(tags)):
            if tag in ("not", "need", "plus", "we") or other in ("need", "plus", "not"):
                yield f"{name}: {tag} {other}"


def _of_clauses_beside(one: Candidate, clause: Clause) -> Iterator[str]:
    """What the clauses and sentences beside ask of the person, whoever reads the language ("…, so you must read them")."""
    words, before, behind = clause.words, _tagged(one.before), _tagged(one.behind)
    for side, part in (
        ("clause left", _last_clause(words[: clause.first])),
        ("clause right", _first_clause(words[clause.last :])),
        ("sentence before", _last_clause(before)),
        ("sentence behind", _first_clause(behind)),
    ):
        tags = [word.tag for word in part if word.tag]
        names = sorted(set(_sayings(tags, ())))
        to = "you" if {"you", "candidate"} & set(tags) else "nobody"
        yield f"{side} to {to}"
        for name in names or ["nothing"]:
            yield f"{side} says {name}"
            yield f"{side} says: {name} to {to}"
            yield f"{side} says: {name} {one.rule}"


def _first_clause(words: Sequence[Word]) -> Sequence[Word]:
    first = next((number for number in range(len(words)) if not _is_border(words, number)), len(words))
    last = first
    while last < len(words) and not _is_border(words, last):
        last += 1
    return words[first:last]


def _last_clause(words: Sequence[Word]) -> Sequence[Word]:
    last = len(words)
    while last and _is_border(words, last - 1):
        last -= 1
    first = last
    while first and not _is_border(words, first - 1):
        first -= 1
    return words[first:last]


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
    yield f"{side} subject {_subject(clause.left, clause.right)}"
    for name in clause.sayings() or ["nothing"]:
        yield f"{side} says {name}"


def _subject(left: Sequence[str], right: Sequence[str]) -> str:
    return next((tag for tag in (*left, *right) if tag in SUBJECTS), "nobody")


def probabilities(
    found: Iterable[str], weights: Mapping[str, Sequence[float]], classes: Sequence[str]
) -> dict[str, float]:
    """The probability of each class; signs without weights count for nothing."""
    total = [0.0] * len(classes)
    for sign in found:
        for number, weight in enumerate(weights.get(sign, ())):
            total[number] += weight
    highest = max(total)
    powers = [math.exp(one - highest) for one in total]
    return {name: power / sum(powers) for name, power in zip(classes, powers, strict=True)}
