"""
Fit whether an ad asks for a skill or an education or only mentions it, and write the weights.

    python -m benchmarks.golden.fit_importance

On the ads of the tune halves of the golden texts and of the texts to learn from: the skills that the reader finds where they
are annotated, and the educations. Prints what share of those annotated that are found anywhere is right (asked for at one
place at least, or at none) on ads that the weights were not fitted on, beside that of the role of the sentence alone and
of always being asked for.
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
from benchmarks.golden.fit_languages import size_of
from benchmarks.golden.golden import GoldDocument, GoldFact, fresh, golden, is_of_platform, trained, unlearned
from benchmarks.golden.quality import default_reader, is_right_education, key
from brobygger.core.reading import DocumentKind
from brobygger.core.reading.data import FACT_KINDS, Education, Fact, Role, Skill
from brobygger.core.reading.importance import places, signs
from brobygger.core.reading.passages import find_passages

FOLDS = 5
STRENGTH = 0.15  # of scikit-learn's C
SEEN, LEAST = 2, 0.03  # rarer signs and smaller weights are left out
ASKED = frozenset((Role.TITLE, Role.REQUIREMENT))  # roles that ask
UNLEARNED = "unlearned"
ESSENTIAL = "essential"


@dataclass(frozen=True, slots=True)
class Example:
    """A place of a skill or an education: its signs, what its role says, what is right, whether it is the annotated place."""

    signs: tuple[str, ...]
    by_role: bool
    right: bool
    is_annotated: bool
    what: tuple[str, str]  # document and annotated fact
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


def examples() -> Iterator[tuple[str, Example]]:
    """The kind of each fact, and its place."""
    reader = default_reader()
    for group, gold in documents():
        if gold.document.kind is not DocumentKind.AD:
            continue
        passages = find_passages(gold.document)
        facts = reader.said(gold.document, passages)
        for number, place in places(gold.document, passages, facts):
            fact = facts[number]
            right = _annotated(gold, fact)
            if right:
                yield (
                    FACT_KINDS[type(fact.value)],
                    Example(
                        tuple(signs(place)),
                        fact.role in ASKED,
                        ESSENTIAL in right.values,
                        right.start < fact.span.end and fact.span.start < right.end,
                        (gold.document.id, str(right.values[:2])),
                        group,
                    ),
                )


def _annotated(gold: GoldDocument, fact: Fact) -> GoldFact | None:
    """The annotated fact that says the same."""
    value = fact.value
    for one in gold.facts:
        if isinstance(value, Skill) and one.kind == "skill" and key(value.uri) in one.values[1]:
            return one
        if isinstance(value, Education) and one.kind == "education" and is_right_education(value, one):
            return one
    return None


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights of every sign for being asked for."""
    vectoriser = DictVectorizer()
    table = vectoriser.fit_transform([{sign: size_of(sign) for sign in one.signs} for one in found])
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(table, [one.right for one in found])
    seen = np.asarray((table > 0).sum(axis=0)).ravel()
    weights = {}
    for column, sign in enumerate(vectoriser.get_feature_names_out()):
        weight = model.coef_[0, column] * size_of(sign) + (model.intercept_[0] if sign == "all" else 0.0)
        if seen[column] >= SEEN and abs(weight) >= LEAST:
            weights[sign] = round(float(weight), 2)
    return weights


def to_learn_from(found: Sequence[Example]) -> list[Example]:
    return [one for one in found if one.is_annotated and one.group != UNLEARNED]


def report(kind: str, found: Sequence[Example]) -> None:
    said = [0.0] * len(found)
    ads = [one.what[0] for one in found]
    for train, rest in GroupKFold(FOLDS).split(found, groups=ads):
        weights = fit(to_learn_from([found[n] for n in train]))
        for n in rest:
            said[n] = sum(weights.get(sign, 0.0) for sign in found[n].signs)
    of: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(found):
        of[one.what].append(n)
    for group in dict.fromkeys(one.group for one in found):
        some = [numbers for numbers in of.values() if found[numbers[0]].group == group]
        right = [found[each[0]].right for each in some]
        role = np.mean([any(found[n].by_role for n in each) == found[each[0]].right for each in some])
        held_out = np.mean([any(said[n] > 0 for n in each) == found[each[0]].right for each in some])
        print(
            f"{kind:9} {group:10} {len(some):4}  role {role:.3f}  always {np.mean(right):.3f}  held out {held_out:.3f}"
        )


def write(weights_of: dict[str, dict[str, float]]) -> None:
    lines = [
        '"""Written by `python -m benchmarks.golden.fit_importance`; see `importance`."""',
        "",
        "WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for kind, weights in weights_of.items():
        lines += [f'    "{kind}": {{']
        lines += [f'        "{sign}": {weight},' for sign, weight in sorted(weights.items())]
        lines += ["    },"]
    Path(written.__file__).write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


def main() -> None:
    found: dict[str, list[Example]] = defaultdict(list)
    for kind, one in examples():
        found[kind].append(one)
    for kind, some in found.items():
        report(kind, some)
    write({kind: fit(to_learn_from(some)) for kind, some in sorted(found.items())})


if __name__ == "__main__":
    main()
