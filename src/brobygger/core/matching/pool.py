"""A pool of candidates as arrays: built once, asked many times."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.credit import CREDIT, Link, Relations, relations_of
from brobygger.core.matching.data import Candidate
from brobygger.core.matching.languages import normal
from brobygger.core.reading import OpportunityKind, Place
from brobygger.core.skills.data import Indices, Taxonomy

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]
T = TypeVar("T", bound=Hashable)

MOST_CACHED = 1024  # arrays of one byte a candidate, mostly


@dataclass(frozen=True, slots=True)
class Coded(Generic[T]):
    """A column with few different values: `values[codes[i]]` is candidate i's."""

    values: tuple[T, ...]
    codes: Integers

    @classmethod
    def of(cls, column: Iterable[T]) -> Coded[T]:
        numbers: dict[T, int] = {}
        codes = np.array(
            [numbers.setdefault(value, len(numbers)) for value in column], np.int32
        )
        return cls(tuple(numbers), codes)

    def map(self, function: Callable[[T], int]) -> Integers:
        """`function` of every candidate's value; called once for each different value."""
        return np.array([function(value) for value in self.values], np.int32)[
            self.codes
        ]


@dataclass(frozen=True, slots=True)
class Posting:
    """The candidates (ascending rows) who have something to show for a skill, and the percent it counts."""

    rows: Indices
    percents: Bytes


EMPTY = Posting(np.zeros(0, np.int32), np.zeros(0, np.uint8))


@dataclass(frozen=True)
class Pool:
    """
    Candidates sorted by id, and their facts as columns. NaN, 0 or -1 stand for "nobody has said".

    Args:
        candidates: sorted by id, so that a lower row is a lower id.
        relations: what the taxonomy says.
    """

    candidates: tuple[Candidate, ...]
    relations: Relations
    _cache: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, candidates: Sequence[Candidate], taxonomy: Taxonomy) -> Pool:
        return cls(
            tuple(sorted(candidates, key=lambda one: one.id)), relations_of(taxonomy)
        )

    def __len__(self) -> int:
        return len(self.candidates)

    def cached(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gives, kept under `key` until too many others came after it."""
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = make()
            if len(self._cache) > MOST_CACHED:
                self._cache.pop(next(iter(self._cache)), None)
        return found

    @cached_property
    def row_of(self) -> dict[str, int]:
        return {one.id: row for row, one in enumerate(self.candidates)}

    # --- languages, education, experience -------------------------------------------------

    @cached_property
    def levels(self) -> dict[str, Bytes]:
        """Level of each language that somebody holds, 0 (none said) to 6 (C2), by normal code."""
        levels: dict[str, Bytes] = {}
        for row, one in enumerate(self.candidates):
            for code, level in one.languages:
                column = levels.setdefault(normal(code), np.zeros(len(self), np.uint8))
                column[row] = max(column[row], level.number)
        return levels

    @cached_property
    def names_languages(self) -> Bools:
        return np.array([bool(one.languages) for one in self.candidates], bool)

    @cached_property
    def eqf(self) -> Integers:
        return self._integers(one.eqf for one in self.candidates)

    @cached_property
    def fields(self) -> Coded[tuple[str, ...]]:
        return Coded.of(one.fields for one in self.candidates)

    @cached_property
    def experience_months(self) -> Integers:
        return self._integers(
            None if one.experience_years is None else months_of(one.experience_years)
            for one in self.candidates
        )

    # --- place, time, terms ---------------------------------------------------------------

    @cached_property
    def places(self) -> Coded[Place | None]:
        return Coded.of(one.place for one in self.candidates)

    @cached_property
    def commute(self) -> Integers:
        """Longest one-way commute in whole minutes, -1 unknown."""
        return self._integers(
            None if one.commute_minutes is None else int(one.commute_minutes)
            for one in self.candidates
        )

    @cached_property
    def moves_to(self) -> Coded[tuple[str, ...]]:
        return Coded.of(one.moves_to for one in self.candidates)

    @cached_property
    def remote(self) -> Integers:
        """1 accepts remote work, 0 does not, -1 unknown."""
        return self._integers(
            None if one.remote is None else int(one.remote) for one in self.candidates
        )

    @cached_property
    def available(self) -> Integers:
        """First possible day as an ordinal, -1 unknown."""
        return self._integers(
            None if one.available_from is None else one.available_from.toordinal()
            for one in self.candidates
        )

    @cached_property
    def stay_months(self) -> Floats:
        return self._floats(one.available_months for one in self.candidates)

    @cached_property
    def hours_minimum(self) -> Floats:
        return self._floats(one.hours and one.hours[0] for one in self.candidates)

    @cached_property
    def hours_maximum(self) -> Floats:
        return self._floats(one.hours and one.hours[1] for one in self.candidates)

    @cached_property
    def pay_floor(self) -> Floats:
        return self._floats(
            one.pay_floor and one.pay_floor.amount for one in self.candidates
        )

    @cached_property
    def pay_currency(self) -> Coded[str]:
        return Coded.of(
            one.pay_floor.currency if one.pay_floor else "" for one in self.candidates
        )

    @cached_property
    def kinds(self) -> Coded[tuple[OpportunityKind, ...]]:
        return Coded.of(one.kinds for one in self.candidates)

    @cached_property
    def work_right(self) -> Coded[tuple[str, ...] | None]:
        return Coded.of(one.work_right for one in self.candidates)

    @cached_property
    def markets(self) -> Coded[tuple[str, ...]]:
        return Coded.of(one.markets for one in self.candidates)

    def _integers(self, values: Iterable[int | None]) -> Integers:
        return np.array([-1 if value is None else value for value in values], np.int32)

    def _floats(self, values: Iterable[float | None]) -> Floats:
        return np.array(
            [np.nan if value is None else value for value in values], np.float64
        )

    # --- concepts -------------------------------------------------------------------------

    @cached_property
    def _outside(self) -> dict[str, int]:
        """Numbers, from the end of the taxonomy on, of held URIs that it does not know."""
        named = {skill.uri for one in self.candidates for skill in one.skills}
        for one in self.candidates:
            named.update(one.occupations, one.wished_occupations)
        unknown = sorted(uri for uri in named if self.relations.number(uri) is None)
        return {
            uri: len(self.relations.taxonomy) + number
            for number, uri in enumerate(unknown)
        }

    def number(self, uri: str) -> int:
        """Number of a concept, -1 if neither the taxonomy nor the pool knows it."""
        known = self.relations.number(uri)
        return self._outside.get(uri, -1) if known is None else known

    @cached_property
    def held(self) -> dict[int, Posting]:
        """Who holds each skill, by concept number; of a skill named twice the stronger counts."""
        triples = np.array(
            [
                (self.number(skill.uri), row, percent_of(skill.weight))
                for row, one in enumerate(self.candidates)
                for skill in one.skills
            ],
            np.int32,
        ).reshape(-1, 3)
        triples = triples[np.lexsort((-triples[:, 2], triples[:, 1], triples[:, 0]))]
        first = np.ones(len(triples), bool)
        first[1:] = (triples[1:, :2] != triples[:-1, :2]).any(axis=1)
        triples = triples[first]
        numbers, starts = np.unique(triples[:, 0], return_index=True)
        ends = np.append(starts, len(triples))[1:]
        return {
            int(number): Posting(
                triples[start:end, 1].copy(), triples[start:end, 2].astype(np.uint8)
            )
            for number, start, end in zip(numbers, starts, ends, strict=True)
        }

    @cached_property
    def _postings(self) -> dict[int, Posting]:
        return {}

    def posting(self, number: int) -> Posting:
        """Who has something to show for a needed skill: itself, or one that is linked to it."""
        found = self._postings.get(number)
        if found is None:
            found = self._postings[number] = self._linked(number)
        return found

    def _linked(self, number: int) -> Posting:
        own = self.held.get(number, EMPTY)
        if number >= len(self.relations.taxonomy):
            return own
        counting = self.relations.links.of_needed(number)
        others = [
            (self.held[held], int(percent))
            for held, percent in zip(
                counting.held.tolist(), counting.percents.tolist(), strict=True
            )
            if held in self.held
        ]
        if not others:
            return own
        best = np.zeros(len(self), np.uint8)
        best[own.rows] = own.percents
        for posting, percent in others:
            counts = credit_percent(posting.percents.astype(np.int32), percent).astype(
                np.uint8
            )
            best[posting.rows] = np.maximum(best[posting.rows], counts)
        rows = np.flatnonzero(best).astype(np.int32)
        return Posting(rows, best[rows])

    @cached_property
    def occupations(self) -> Integers:
        """Occupation numbers, shape (candidates, most held), -1 beyond each person's own."""
        return self._padded([one.occupations for one in self.candidates])

    @cached_property
    def wished(self) -> Integers:
        return self._padded([one.wished_occupations for one in self.candidates])

    def _padded(self, rows: Sequence[tuple[str, ...]]) -> Integers:
        table = np.full(
            (len(rows), max([len(row) for row in rows], default=0)), -1, np.int32
        )
        for number, row in enumerate(rows):
            table[number, : len(row)] = [self.number(uri) for uri in row]
        return table


def percent_of(weight: float) -> int:
    """A weight in (0, 1] as a whole percent, at least 1."""
    return max(1, int(weight * 100 + 0.5))


def credit_percent(held: Any, link: int) -> Any:
    """What a skill held at `held` percent counts for through a link worth `link` percent; at least 1."""
    return (
        np.maximum(1, (held * link + 50) // 100) if link != CREDIT[Link.SAME] else held
    )


def months_of(years: float) -> int:
    return int(years * 12 + 0.5)
