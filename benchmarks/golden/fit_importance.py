"""
Fit whether an ad asks for a skill or only mentions it, and write the weights.

    python -m benchmarks.golden.fit_importance

On the ads of the tune halves of the golden texts and of the texts to learn from: the skills that the reader finds where they
are annotated. Prints what share of the annotated skills that are found anywhere is right (asked for at one place at least, or
at none) on ads that the weights were not fitted on, beside the share of the role of the sentence alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import brobygger.core.reading.importance_weights as written
from benchmarks.golden.golden import GoldDocument, fresh, golden, is_of_platform, trained, unlearned
from benchmarks.golden.quality import default_reader, key
from brobygger.core.reading import DocumentKind
from brobygger.core.reading.data import Role
from brobygger.core.reading.importance import places, signs

FOLDS = 5
STRENGTH = 0.15  # of scikit-learn's C
SEEN, LEAST = 2, 0.03  # rarer signs and smaller weights are left out
ASKED = frozenset((Role.TITLE, Role.REQUIREMENT))  # roles that ask
UNLEARNED = "unlearned"


@dataclass(frozen=True, slots=True)
class Example:
    """A place of a skill: its signs, what its role says, what is right, whether it is the annotated place."""

    signs: tuple[str, ...]
    by_role: bool
    right: bool
    is_annotated: bool
    skill: tuple[str, str]  # document and concept
    group: str


def documents() -> Iterator[tuple[str, GoldDocument]]:
    """Ads, each with the name of its group; of the last one nothing is learned."""
    for name, texts in (
        ("golden", golden(test=False)),
        ("fresh", fresh(test=False)),
        (UNLEARNED, unlearned()),
    ):
        for gold in texts:
            yield name, gold
    for gold in trained():
        yield "platform" if is_of_platform(gold) else "trained", gold


def examples() -> Iterator[Example]:
    reader = default_reader()
    for group, gold in documents():
        if gold.document.kind is not DocumentKind.AD:
            continue
        annotated = {
            concept: fact for fact in gold.facts if fact.kind == "skill" for concept in fact.values[1]
        }
        reading = reader.read(gold.document)
        for number, place in places(gold.document, reading.passages, reading.facts):
            fact = reading.facts[number]
            concept = key(fact.value.uri)
            right = annotated.get(concept)
            if right:
                yield Example(
                    tuple(signs(place)),
                    fact.role in ASKED,
                    right.values[0] == "essential",
                    right.start < fact.span.end and fact.span.start < right.end,
                    (gold.document.id, concept),
                    group,
                )


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of every sign for being asked for."""
    vectoriser = DictVectorizer()
    table = vectoriser.fit_transform([{sign: _size(sign) for sign in one.signs} for one in found])
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(table, [one.right for one in found])
    seen = np.asarray((table > 0).sum(axis=0)).ravel()
    weights = {}
    for column, sign in enumerate(vectoriser.get_feature_names_out()):
        weight = model.coef_[0, column] * _size(sign) + (model.intercept_[0] if sign == "all" else 0.0)
        if seen[column] >= SEEN and abs(weight) >= LEAST:
            weights[sign] = round(float(weight), 2)
    return weights


def _size(sign: str) -> float:
    """Signs with a colon are many and seen seldom: half the size is four times the penalty."""
    return 0.5 if ":" in sign else 1.0


def to_learn_from(found: Sequence[Example]) -> list[Example]:
    return [one for one in found if one.is_annotated and one.group != UNLEARNED]


def report(found: Sequence[Example]) -> None:
    said = [0.0] * len(found)
    ads = [one.skill[0] for one in found]
    for train, rest in GroupKFold(FOLDS).split(found, groups=ads):
        weights = fit(to_learn_from([found[n] for n in train]))
        for n in rest:
            said[n] = sum(weights.get(sign, 0.0) for sign in found[n].signs)
    of: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(found):
        of[one.skill].append(n)
    for group in dict.fromkeys(one.group for one in found):
        some = [numbers for numbers in of.values() if found[numbers[0]].group == group]
        role = np.mean([any(found[n].by_role for n in each) == found[each[0]].right for each in some])
        held_out = np.mean([any(said[n] > 0 for n in each) == found[each[0]].right for each in some])
        print(f"{group:10} {len(some):4}  role {role:.3f}  held out {held_out:.3f}")


def write(weights: dict[str, float]) -> None:
    lines = [
        '"""Written by `python -m benchmarks.golden.fit_importance`; see `importance`."""',
        "",
        "WEIGHTS: dict[str, float] = {",
        *(f'    "{sign}": {weight},' for sign, weight in sorted(weights.items())),
        "}",
        "",
    ]
    Path(written.__file__).write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    found = list(examples())
    report(found)
    write(fit(to_learn_from(found)))


if __name__ == "__main__":
    main()
