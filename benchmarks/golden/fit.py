"""
Fit how far a found concept can be trusted, on the tune halves of the golden and the later texts, and write the weights.

    python -m benchmarks.golden.fit

Prints what precision and recall each threshold gives on documents that the weights were not fitted on (five folds,
whole documents apart), and on later texts that nothing was learned from yet. The test half is not touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import brobygger.core.reading.trust_weights as written
from benchmarks.golden.golden import (
    GoldDocument,
    demo,
    fresh,
    golden,
    is_of_platform,
    skilled,
    trained,
    unlearned,
)
from benchmarks.golden.quality import UNNAMED, default_reader, key
from brobygger.core.reading.passages import find_passages
from brobygger.core.reading.solve import Reader
from brobygger.core.reading.trust import WORD_SIGN, signs, trust
from brobygger.core.skills import ConceptKind
from brobygger.core.skills.data import LabelGrade

STRENGTHS = (0.4, 0.8, 1.6, 3.2, 6.4)  # of scikit-learn's C
THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.62, 0.64, 0.66, 0.68, 0.7, 0.72, 0.74, 0.76, 0.78, 0.8, 0.85)
LEAST, LEAST_OF_MANY = (
    0.02,
    0.15,
)  # smaller weights are left out: of single words and concepts they add nothing
COUNTED, FEWEST = (
    ("says: ", WORD_SIGN),
    3,
)  # a label or a word counts by itself if it stands in three documents
UNRATED = LabelGrade.UNRATED.name.lower()
GRADES = frozenset(one.name.lower() for one in LabelGrade)
UNRATED_SHARE = 0.25  # of an example's weight that goes to its copy without grades
GOLDEN_WEIGHT = 2.0  # an example of the golden texts counts as two of those that were annotated once


@dataclass(frozen=True, slots=True)
class Example:
    """One mention: its signs, whether it is right, its document and concept."""

    signs: tuple[str, ...]
    is_right: bool
    document: str
    group: str
    concept: int
    is_occupation: bool


def examples(reader: Reader, gold: GoldDocument) -> Iterator[Example]:
    document, concepts = gold.document, reader.concepts
    passages = find_passages(document)
    facets = [*reader.facts_of_other_kinds(document, passages)]
    masks = reader.masks(document, passages, facets)
    _, mentions, around = concepts.found(document, passages, masks, facets)
    accepted = {"skill": set(), "occupation": set()}
    for fact in gold.facts:
        if fact.kind in accepted:
            accepted[fact.kind].update(fact.values[1])
    for mention in mentions:
        is_occupation = concepts.taxonomy.kinds[mention.concept] == ConceptKind.OCCUPATION
        right = (
            key(concepts.taxonomy.uris[mention.concept])
            in accepted["occupation" if is_occupation else "skill"]
        )
        yield Example(
            tuple(signs(mention, around)),
            right,
            document.id,
            gold.group,
            mention.concept,
            bool(is_occupation),
        )


def main() -> None:
    reader = default_reader()
    documents = [*golden(test=False), *fresh(test=False), *trained(), *skilled()]
    found = [example for gold in (*documents, *demo()) for example in examples(reader, gold)]
    weights = {}
    for name in ("skill", "occupation"):
        chosen = [one for one in found if one.is_occupation == (name == "occupation")]
        there = defaultdict(int)
        for gold in documents:
            there[gold.group] += sum(
                fact.kind == name and set(fact.values[1]) != {UNNAMED} for fact in gold.facts
            )
        weights[name] = fit(name, chosen, there)
    write(weights)
    for group, new in _by_group(unlearned()).items():
        for name, table in weights.items():
            print(
                f"{name}, {len(new)} {group} that nothing was learned from:  {_on_new(reader, new, name, table)}"
            )


def _by_group(documents: Iterable[GoldDocument]) -> dict[str, list[GoldDocument]]:
    """CVs, and the later CVs and ads, apart."""
    found = defaultdict(list)
    for gold in documents:
        found["later " * is_of_platform(gold) + gold.group].append(gold)
    return found


def _on_new(reader: Reader, documents: Sequence[GoldDocument], name: str, weights: dict[str, float]) -> str:
    """Precision and recall by threshold on whole texts; a concept counts once a text."""
    kinds = [fact for gold in documents for fact in gold.facts if fact.kind == name]
    there = sum(set(fact.values[1]) != {UNNAMED} for fact in kinds)
    best: dict[tuple[str, int], tuple[float, bool]] = {}
    for gold in documents:
        for one in examples(reader, gold):
            if one.is_occupation == (name == "occupation"):
                place, found = (one.document, one.concept), (trust(iter(one.signs), weights), one.is_right)
                best[place] = max(best.get(place, found), found)
    line = []
    for threshold in THRESHOLDS:
        kept = [is_right for chance, is_right in best.values() if chance >= threshold]
        line.append(f"{threshold:.2f}: {sum(kept) / max(1, len(kept)):.2f}/{sum(kept) / max(1, there):.2f}")
    return "  ".join(line)


def fit(name: str, chosen: list[Example], there: dict[str, int]) -> dict[str, float]:
    vectoriser = DictVectorizer()
    documents_of: dict[str, set[str]] = defaultdict(set)
    for one in chosen:
        for sign in one.signs:
            if sign.startswith(COUNTED):
                documents_of[sign].add(one.document)
    rare = {sign for sign, documents in documents_of.items() if len(documents) < FEWEST}
    said = [[sign for sign in one.signs if sign not in rare] for one in chosen]
    tables = vectoriser.fit_transform(
        [{sign: _size(sign) for sign in signs} for signs in (*said, *map(_unrated, said))]
    )
    rated, unrated = tables[: len(said)], tables[len(said) :]
    right = np.array([one.is_right for one in chosen])
    groups = np.array([one.document for one in chosen])
    once = [one.document.startswith(("demo-", "f-", "g-", "own-")) for one in chosen]
    weight = np.where(once, 1.0, GOLDEN_WEIGHT)
    examples = Table(rated, unrated, right, weight)
    best = min(STRENGTHS, key=lambda strength: _loss(examples, groups, strength))
    held_out = _held_out(examples, groups, best)
    print(f"{name}: {len(chosen)} mentions, {right.mean():.2f} right, C={best}")
    _report(chosen, right, held_out, there)
    return _weights(vectoriser, examples.fit(np.arange(len(right)), best))


def _report(
    chosen: Sequence[Example], right: np.ndarray, held_out: np.ndarray, there: dict[str, int]
) -> None:
    """Print precision and recall by threshold, on texts that the weights were not fitted on."""
    for group in ("real ads", "own ads", "CVs"):
        rows = [
            row
            for row, one in enumerate(chosen)
            if one.group == group and not one.document.startswith("demo-")
        ]
        line = []
        for threshold in THRESHOLDS:
            kept = {
                (chosen[row].document, chosen[row].concept): right[row]
                for row in rows
                if held_out[row] >= threshold
            }
            # several concepts may answer one annotated fact: recall here counts right concepts, a little too kind
            line.append(
                f"{threshold:.2f}: {sum(kept.values()) / max(1, len(kept)):.2f}/{sum(kept.values()) / max(1, there[group]):.2f}"
            )
        print(f"  {group:9} P/R by threshold  {'  '.join(line)}")


def _weights(vectoriser: DictVectorizer, model: LogisticRegression) -> dict[str, float]:
    """The weight of each sign, small ones left out."""
    found = dict(zip(vectoriser.get_feature_names_out(), model.coef_[0], strict=True))
    found = {sign: round(float(weight) * _size(sign), 2) for sign, weight in found.items()}
    found = {
        sign: weight
        for sign, weight in found.items()
        if abs(weight) >= (LEAST_OF_MANY if ":" in sign else LEAST)
    }
    # the intercept goes to the signs of which every mention has exactly one
    for kind in ("ad", "cv"):
        found[kind] = round(found.get(kind, 0.0) + float(model.intercept_[0]), 2)
    return dict(sorted(found.items()))


def _size(sign: str) -> float:
    """Concepts are many and seen seldom, words still more so: half the size is four times the penalty."""
    return 0.3 if sign.startswith(WORD_SIGN) else 0.5 if ":" in sign else 1.0


def _unrated(signs: Sequence[str]) -> Iterator[str]:
    """The signs of a mention as they would be with labels that nobody has graded, such as those of ESCO."""
    for sign in signs:
        first, _, rest = sign.partition(" ")
        yield f"{UNRATED} {rest}" if first in GRADES else sign


@dataclass(frozen=True, slots=True)
class Table:
    """Signs by example as they are and with labels that nobody has graded, whether it is right, and its weight."""

    rated: csr_matrix
    unrated: csr_matrix
    right: np.ndarray
    weight: np.ndarray

    def fit(self, rows: np.ndarray, strength: float) -> LogisticRegression:
        right, weight = self.right[rows], self.weight[rows]
        return LogisticRegression(C=strength, max_iter=2000).fit(
            vstack((self.rated[rows], self.unrated[rows])),
            np.concatenate((right, right)),
            sample_weight=np.concatenate((weight * (1 - UNRATED_SHARE), weight * UNRATED_SHARE)),
        )


def _held_out(examples: Table, groups: np.ndarray, strength: float) -> np.ndarray:
    probability = np.zeros(len(examples.right))
    for train, rest in GroupKFold(5).split(examples.rated, groups=groups):
        probability[rest] = examples.fit(train, strength).predict_proba(examples.rated[rest])[:, 1]
    return probability


def _loss(examples: Table, groups: np.ndarray, strength: float) -> float:
    p = np.clip(_held_out(examples, groups, strength), 1e-6, 1 - 1e-6)
    return float(-np.mean(np.where(examples.right, np.log(p), np.log(1 - p))))


def write(weights: dict[str, dict[str, float]]) -> None:
    lines = [
        '"""Written by `python -m benchmarks.golden.fit`; see `trust`."""',
        "",
        "WEIGHTS: dict[str, dict[str, float]] = {",
    ]
    for name, table in weights.items():
        lines += [
            f'    "{name}": {{',
            *(f"        {_quoted(sign)}: {weight}," for sign, weight in table.items()),
            "    },",
        ]
    Path(written.__file__).write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


def _quoted(sign: str) -> str:
    """A sign as the formatter would write it."""
    return f"'{sign}'" if '"' in sign else f'"{sign}"'


if __name__ == "__main__":
    main()
