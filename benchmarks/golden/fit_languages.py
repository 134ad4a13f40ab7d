"""
Fit how a language is needed, and write the weights.

    python -m benchmarks.golden.fit_languages

On the tune halves of all golden texts and snippets. Prints what share is right on documents that the weights were not
fitted on (folds of whole documents), beside that of the rules alone. The rules were made with many of these texts at hand
and look better there than elsewhere; "held" are texts whose errors nobody looked at, "own" and "snippets" such that few of
the rules had seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.golden.golden import (
    GoldDocument,
    GoldFact,
    fresh,
    golden,
    is_held,
    is_of_platform,
    language_snippets,
    sentences,
    trained,
)
from brobygger.core.reading import DocumentKind
from brobygger.core.reading.data import Role
from brobygger.core.reading.facets import languages
from brobygger.core.reading.facets.languages import by_rules, levels_read
from brobygger.core.reading.facets.languages.candidates import NONE, linked, places
from brobygger.core.reading.facets.languages.names import find_mentions
from brobygger.core.reading.facets.languages.need_weights import NEEDS
from brobygger.core.reading.facets.languages.needs import probabilities, signs
from brobygger.core.reading.passages import find_passages

SEEN, LEAST = 2, 0.03  # rarer signs and smaller weights are left out
FOLDS = 6
STRENGTH = 0.15  # of scikit-learn's C
NO_LEVEL = "-"
# Whole ads, and snippets that say it as ads do, count more than those that were written to be hard.
COUNTS = {"golden": 3.0, "fresh": 3.0, "trained": 2.0, "say": 2.0, "par": 2.0, "later": 0.25}
LATER = "own-lang3-"  # snippets written when the guideline had been settled
Weights: TypeAlias = dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one place, what the rules say there and what is right; `is_read` if they say anything."""

    signs: tuple[str, ...]
    rule: str
    right: str
    is_read: bool
    document: str
    group: str


def documents() -> Iterator[tuple[str, GoldDocument]]:
    """The documents to tune on, each with the name of its group."""
    for name, texts in (("golden", golden), ("fresh", fresh), ("", sentences)):
        for gold in texts(test=False):
            yield name or gold.document.id[:3], gold
    for gold in trained():
        yield ("trained" if not is_of_platform(gold) else "held" if is_held(gold) else "platform"), gold
    for gold in language_snippets():
        yield "later" if gold.document.id.startswith(LATER) else "snippets", gold


def needs_of(group: str, gold: GoldDocument) -> Iterator[Example]:
    """The places of an ad that may say a need."""
    document, passages = gold.document, find_passages(gold.document)
    found = []
    for passage in passages:
        text = document.text[passage.span.start : passage.span.end]
        mentions = list(find_mentions(text))
        if mentions and passage.role is not Role.CONTACT:
            found += places(
                text, passage, document, mentions, list(by_rules(text, passage, document, mentions))
            )
    found = list(linked(found))
    marks = [(one.candidate.code, one.start, one.end, one.fact is not None) for one in found]
    annotated = _annotated(gold, [one.span.start for one in passages], marks)
    for place, fact in zip(found, annotated, strict=True):
        one = place.candidate
        right = fact.values[2] if fact else NONE
        yield Example(tuple(signs(one)), one.rule, right, place.fact is not None, document.id, group)


def levels_of(gold: GoldDocument) -> Iterator[tuple[str, str]]:
    """Of what the rules read in a document the level, and the annotated one."""
    document, passages = gold.document, find_passages(gold.document)
    read = []
    for passage in passages:
        text = document.text[passage.span.start : passage.span.end]
        mentions = list(find_mentions(text))
        read += by_rules(text, passage, document, mentions) if mentions else ()
    values = list(levels_read(read, document.kind))
    marks = [(value.code, fact.span.start, fact.span.end, True) for fact, value in values]
    annotated = _annotated(gold, [one.span.start for one in passages], marks)
    for (_, value), right in zip(values, annotated, strict=True):
        if right:
            yield value.level.value if value.level else NO_LEVEL, right.values[1]


def _annotated(
    gold: GoldDocument, starts: Sequence[int], marks: Sequence[tuple[str, int, int, bool]]
) -> list[GoldFact | None]:
    """
    The annotated fact of each place: one that overlaps it, else the nearest in its passage.

    Args:
        gold: the document.
        starts: of its passages.
        marks: code, start and end of each place, and whether the rules read it.
    """
    facts: dict[tuple[int, str], list[GoldFact]] = defaultdict(list)
    for fact in gold.facts:
        if fact.kind == "language":
            facts[int(np.searchsorted(starts, fact.start, side="right")), fact.values[0]].append(fact)
    there = defaultdict(list)
    for number, (code, start, _, _) in enumerate(marks):
        there[int(np.searchsorted(starts, start, side="right")), code].append(number)
    found: list[GoldFact | None] = [None] * len(marks)
    for where, numbers in there.items():
        distance = [[_apart(fact, *marks[number][1:]) for number in numbers] for fact in facts.get(where, ())]
        if distance:
            for row, column in zip(*linear_sum_assignment(np.array(distance)), strict=True):
                found[numbers[column]] = facts[where][row]
    return found


def _apart(fact: GoldFact, start: int, end: int, is_read: bool) -> float:
    """Characters between a fact and a place; of two that overlap it the one that was read comes first."""
    return (0.0 if start < fact.end and fact.start < end else abs(start - fact.start)) + (not is_read) * 1e-3


def fit(found: Sequence[Example]) -> Weights:
    """Weights of every sign for each need."""
    vectoriser = DictVectorizer()
    table = vectoriser.fit_transform([{sign: size_of(sign) for sign in one.signs} for one in found])
    model = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-3)
    model.fit(
        table,
        [one.right for one in found],
        sample_weight=[COUNTS.get(one.group, 1.0) for one in found],
    )
    known = list(model.classes_)
    order = [known.index(name) for name in NEEDS]
    seen = np.asarray((table > 0).sum(axis=0)).ravel()
    weights: Weights = {}
    for column, sign in enumerate(vectoriser.get_feature_names_out()):
        row = model.coef_[order, column] * size_of(sign)
        if sign == "all":
            row = row + model.intercept_[order]
        if seen[column] >= SEEN and np.abs(row).max() >= LEAST:
            weights[sign] = tuple(round(float(one), 2) for one in row)
    return weights


def size_of(sign: str) -> float:
    """Signs of two things together are many and seen seldom: half the size is four times the penalty."""
    return 0.5 if ":" in sign else 1.0


def folds(found: Sequence[Example]) -> Iterator[tuple[list[int], Weights]]:
    """The examples of each fold, and weights fitted on the other folds."""
    names = [one.document for one in found]
    for train, rest in GroupKFold(FOLDS).split(found, groups=names):
        yield [int(n) for n in rest], fit([found[n] for n in train])


def report(found: Sequence[Example]) -> None:
    """Print how often the rules are right where they read something, and the held-out weights."""
    said = [""] * len(found)
    for rest, weights in folds(found):
        for n in rest:
            chance = probabilities(found[n].signs, weights, NEEDS)
            said[n] = max(chance, key=lambda name: chance[name])
    for group in dict.fromkeys(one.group for one in found):
        some = [n for n, one in enumerate(found) if one.group == group and one.is_read and one.right != NONE]
        rules = np.mean([found[n].rule == found[n].right for n in some])
        held_out = np.mean([said[n] == found[n].right for n in some])
        print(f"need   {group:12} {len(some):4}  rules {rules:.3f}  held out {held_out:.3f}")


def report_levels(texts: Sequence[tuple[str, GoldDocument]]) -> None:
    """Print how often the rules read the right level."""
    right: dict[str, list[bool]] = defaultdict(list)
    for group, gold in texts:
        right[f"{group} {gold.document.kind.value}"] += (read == said for read, said in levels_of(gold))
    for group, each in right.items():
        print(f"level  {group:12} {len(each):4}  rules {np.mean(each):.3f}")


def write(weights: Weights) -> None:
    lines = [
        '"""Written by `python -m benchmarks.golden.fit_languages`; see `needs`."""',
        "",
        f"NEEDS = {NEEDS!r}".replace("'", '"'),
        "WEIGHTS: dict[str, tuple[float, ...]] = {",
        *(f'    "{sign}": {row},' for sign, row in sorted(weights.items())),
        "}",
        "",
    ]
    path = Path(languages.__file__).parent / "need_weights.py"
    path.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    texts = list(documents())
    needs = [
        one for group, gold in texts if gold.document.kind is DocumentKind.AD for one in needs_of(group, gold)
    ]
    report(needs)
    write(fit(needs))
    report_levels(texts)


if __name__ == "__main__":
    main()
