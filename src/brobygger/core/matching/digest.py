"""A fingerprint of a result: whole numbers and ids alone, so that the same result has the same one to the bit."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from brobygger.core.matching.result import MatchResult, Ranked
from brobygger.core.matching.weights import Part


def output_digest(result: MatchResult) -> str:
    """
    SHA-256 over JSON lines: the points of each part; every opportunity with how many are eligible, how many each
    check excludes, and its list; every candidate with its list. A list holds [partner, total, value of each part].

    Owners come sorted by id, so the order of the input is of no consequence. No float is written.
    """
    total = hashlib.sha256()

    def add(*line: Any) -> None:
        total.update(json.dumps(line, separators=(",", ":")).encode() + b"\n")

    add("weights", [result.weights.of(part) for part in Part], result.weights.advantage)
    for row, opportunity in _by_id(result.by_opportunity):
        checks = result.excluded[opportunity].items()
        excluded = sorted([str(check), int(count)] for check, count in checks if count)
        eligible = int(result.eligible[opportunity])
        add("opportunity", opportunity, eligible, excluded, _list(result.by_opportunity, row))
    for row, candidate in _by_id(result.by_candidate):
        add("candidate", candidate, _list(result.by_candidate, row))
    return total.hexdigest()


def _by_id(ranked: Ranked) -> list[tuple[int, str]]:
    return sorted(enumerate(ranked.owners), key=lambda one: one[1])


def _list(ranked: Ranked, row: int) -> list[Any]:
    partners, totals, parts = (
        ranked.partner[row].tolist(),
        ranked.total[row].tolist(),
        ranked.parts[row].tolist(),
    )
    return [
        [ranked.partners[partner], points, values]
        for partner, points, values in zip(partners, totals, parts, strict=True)
        if partner >= 0
    ]
