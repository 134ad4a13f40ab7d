"""What a match run found: ranked lists both ways, and whom each rule excluded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.score import FULL, UNKNOWN, fraction, side_fraction
from brobygger.core.matching.verdict import Check
from brobygger.core.matching.weights import Part, Side, Weights


@dataclass(frozen=True, slots=True)
class Match:
    """
    An eligible pair among the best of a list.

    Args:
        candidate, opportunity: their ids.
        rank: 1 for the best of the list it stands in.
        total: whole points, for comparing within one run.
        score: 0–1.
        parts: value of each part, 0–1; None where it cannot be told (it then counts as one half).
        company_score, candidate_score: what the pair is worth to each side, 0–1; None without weight.

    """

    candidate: str
    opportunity: str
    rank: int
    total: int
    score: float
    parts: Mapping[Part, float | None]
    company_score: float | None
    candidate_score: float | None

    @classmethod
    def of(
        cls,
        candidate: str,
        opportunity: str,
        *,
        rank: int,
        total: int,
        values: Sequence[int],
        weights: Weights,
    ) -> Match:
        """From whole values in the order of `Part`, -1 where one cannot be told."""
        known = {part: None if value == UNKNOWN else value for part, value in zip(Part, values, strict=True)}
        return cls(
            candidate=candidate,
            opportunity=opportunity,
            rank=rank,
            total=total,
            score=fraction(total, weights),
            parts={part: None if value is None else value / FULL for part, value in known.items()},
            company_score=side_fraction(known, weights, Side.COMPANY),
            candidate_score=side_fraction(known, weights, Side.CANDIDATE),
        )


@dataclass(frozen=True)
class Ranked:
    """
    Lists of the best partners of each owner, best first.

    Args:
        owners, partners: ids; rows of the arrays below are owners, `partner` holds rows of `partners`.
        partner: shape (owners, top), -1 beyond the end of a list.
        total: points, same shape.
        parts: values of the parts, shape (owners, top, parts), -1 where they cannot be told.

    """

    owners: tuple[str, ...]
    partners: tuple[str, ...]
    partner: npt.NDArray[np.int32]
    total: npt.NDArray[np.int64]
    parts: npt.NDArray[np.int16]

    @cached_property
    def row_of(self) -> dict[str, int]:
        return {one: row for row, one in enumerate(self.owners)}


@dataclass(frozen=True)
class MatchResult:
    """
    The outcome of one run; deterministic to the byte for the same input in any order.

    Args:
        by_opportunity: the best candidates of each opportunity, opportunities sorted by id.
        by_candidate: the best opportunities of each candidate, candidates sorted by id.
        excluded: how many candidates each check of an opportunity excludes, by opportunity id.
        eligible: number of eligible candidates of each opportunity, by id.
        weights: the weights used.

    """

    by_opportunity: Ranked
    by_candidate: Ranked
    excluded: Mapping[str, Mapping[Check, int]]
    eligible: Mapping[str, int]
    weights: Weights

    def for_opportunity(self, opportunity: str) -> tuple[Match, ...]:
        """The best candidates for an opportunity, best first. Raises KeyError for an unknown id."""
        ranked = self.by_opportunity
        row = ranked.row_of[opportunity]
        return tuple(self._match(ranked, row, place, owner_first=True) for place in self._places(ranked, row))

    def for_candidate(self, candidate: str) -> tuple[Match, ...]:
        """The best opportunities for a candidate, best first. Raises KeyError for an unknown id."""
        ranked = self.by_candidate
        row = ranked.row_of[candidate]
        return tuple(
            self._match(ranked, row, place, owner_first=False) for place in self._places(ranked, row)
        )

    def __iter__(self) -> Iterator[Match]:
        """All matches by opportunity id, then rank."""
        for opportunity in self.by_opportunity.owners:
            yield from self.for_opportunity(opportunity)

    @property
    def excluded_by_rule(self) -> dict[str, int]:
        """How many pairs each rule excludes over the whole run, most first."""
        counts: Counter[str] = Counter()
        for checks in self.excluded.values():
            for check, count in checks.items():
                counts[check.rule.value] += count
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @staticmethod
    def _places(ranked: Ranked, row: int) -> range:
        return range(int(np.count_nonzero(ranked.partner[row] >= 0)))

    def _match(self, ranked: Ranked, row: int, place: int, *, owner_first: bool) -> Match:
        owner, partner = ranked.owners[row], ranked.partners[ranked.partner[row, place]]
        return Match.of(
            candidate=partner if owner_first else owner,
            opportunity=owner if owner_first else partner,
            rank=place + 1,
            total=int(ranked.total[row, place]),
            values=ranked.parts[row, place].tolist(),
            weights=self.weights,
        )
