"""
How often the two annotators of a document agreed.

    python -m benchmarks.golden.agreement

F1 of the second pass against the first, which is the same either way round. Concepts agree if they share one of the
alternatives given; other facts if all their columns are the same. Concepts that the vocabulary lacks are left out.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from benchmarks.golden.golden import FOLDER, GoldFact, as_fact

MARKED = "x"  # of an education in `education_passes.tsv`
KINDS = (
    "skill",
    "occupation",
    "language",
    "education",
    "start",
    "deadline",
    "place",
    "kind",
    "pay",
    "contact",
)


def passes() -> dict[str, tuple[list[GoldFact], list[GoldFact]]]:
    """The facts of both passes by document."""
    first, second = (_read(FOLDER / f"{name}.jsonl") for name in ("first", "second"))
    return {name: (first[name], second[name]) for name in first}


def _read(path: Path) -> dict[str, list[GoldFact]]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: [as_fact(*fact) for fact in row["facts"]] for row in rows}


def agree(one: GoldFact, other: GoldFact) -> bool:
    if one.kind in ("skill", "occupation"):
        return bool(set(one.values[1]) & set(other.values[1]))
    if one.kind in ("language", "contact"):
        return one.values == other.values and one.start < other.end and other.start < one.end
    return one.values == other.values


def agreement() -> dict[str, tuple[float, int]]:
    """(F1, number of facts in both passes together) by kind of fact."""
    shared: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for first, second in passes().values():
        for kind in KINDS:
            left = [fact for fact in first if fact.kind == kind and _is_named(fact)]
            right = [fact for fact in second if fact.kind == kind and _is_named(fact)]
            total[kind] += len(left) + len(right)
            shared[kind] += sum(any(agree(one, other) for other in right) for one in left)
            shared[kind] += sum(any(agree(one, other) for other in left) for one in right)
    return {kind: (shared[kind] / max(1, total[kind]), total[kind]) for kind in KINDS}


def modality_agreement() -> float:
    """Share of the skills of ads found by both that both called essential, or optional."""
    counts: Counter[bool] = Counter()
    for first, second in passes().values():
        by_concept: dict[Any, list[GoldFact]] = defaultdict(list)
        for fact in second:
            if fact.kind == "skill":
                for concept in fact.values[1]:
                    by_concept[concept].append(fact)
        for fact in first:
            if fact.kind == "skill" and fact.values[0] != "held" and _is_named(fact):
                other = next(
                    (by_concept[concept][0] for concept in fact.values[1] if concept in by_concept), None
                )
                if other:
                    counts[fact.values[0] == other.values[0]] += 1
    return counts[True] / max(1, counts.total())


def languages_agreed() -> tuple[float, int]:
    """Share of the places that both passes of the second look at languages labelled alike, and their number."""
    alike = [row["first"] == row["second"] for row in _rows("language_passes.tsv")]
    return sum(alike) / len(alike), len(alike)


def education_agreed() -> tuple[float, int]:
    """F1 of the two passes of the second look at education, and the number of educations of both together."""
    rows = [(row["first"], row["second"]) for row in _rows("education_passes.tsv")]
    marked = sum((first == MARKED) + (second == MARKED) for first, second in rows)
    return 2 * rows.count((MARKED, MARKED)) / marked, marked


def _rows(file: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FOLDER / file).read_text(encoding="utf-8").splitlines(), delimiter="\t"))


def _is_named(fact: GoldFact) -> bool:
    return fact.kind not in ("skill", "occupation") or set(fact.values[1]) != {"?"}


if __name__ == "__main__":
    for name, (share, number) in agreement().items():
        print(f"{name:11} {share:.3f} of {number}")
    print(f"essential or optional {modality_agreement():.3f}")
    print("languages, second look {:.3f} of {}".format(*languages_agreed()))
    print("education, second look {:.3f} of {}".format(*education_agreed()))
