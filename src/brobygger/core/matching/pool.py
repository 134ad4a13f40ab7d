"""A pool of candidates as arrays: built once, asked many times."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.credit import Relations, relations_of
from brobygger.core.matching.data import Candidate
from brobygger.core.matching.languages import LEVEL_NUMBER, normal
from brobygger.core.matching.postings import Postings
from brobygger.core.matching.travel import Homes
from brobygger.core.reading import OpportunityKind, Place
from brobygger.core.skills.data import Taxonomy

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
        codes = np.array([numbers.setdefault(value, len(numbers)) for value in column], np.int32)
        return cls(tuple(numbers), codes)

    def map(self, function: Callable[[T], int]) -> Integers:
        """`function` of every candidate's value; called once for each different value."""
        return np.array([function(value) for value in self.values], np.int32)[self.codes]


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
        return cls(tuple(sorted(candidates, key=lambda one: one.id)), relations_of(taxonomy))

    def __len__(self) -> int:
        return len(self.candidates)

    def cached(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gives, kept under `key` until too many others came after it."""
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = make()
            if len(self._cache) > MOST_CACHED:
                for oldest in list(self._cache)[: MOST_CACHED // 4]:  # a copy: other threads add meanwhile
                    self._cache.pop(oldest, None)
        return found

    @cached_property
    def row_of(self) -> dict[str, int]:
        return {one.id: row for row, one in enumerate(self.candidates)}

    # --- languages, education, experience -------------------------------------------------

    @cached_property
    def levels(self) -> dict[str, Bytes]:
        """Level of each language that somebody holds, 0 (none said) to 6 (C2), by normal code."""
        normals = {
            code: normal(code) for code in {code for one in self.candidates for code, _ in one.languages}
        }
        levels = {code: np.zeros(len(self), np.uint8) for code in normals.values()}
        for row, one in enumerate(self.candidates):
            for code, level in one.languages:
                column, number = levels[normals[code]], LEVEL_NUMBER[level]
                column[row] = max(column[row], number)
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
    def known_places(self) -> Bools:
        """Which of `places.values` are places, shape (values,)."""
        return np.array([home is not None for home in self.places.values], bool)

    @cached_property
    def homes(self) -> Homes:
        """The different homes of `places`, made ready for travel."""
        return Homes.of([home for home in self.places.values if home])

    @cached_property
    def commute(self) -> Integers:
        """Longest one-way commute in whole minutes, -1 unknown."""
        return self._integers(
            None if one.commute_minutes is None else int(one.commute_minutes) for one in self.candidates
        )

    @cached_property
    def moves_to(self) -> Coded[tuple[str, ...]]:
        return Coded.of(one.moves_to for one in self.candidates)

    @cached_property
    def remote(self) -> Bytes:
        """1 accepts remote work, 0 does not, 2 unknown."""
        return np.array([2 if one.remote is None else int(one.remote) for one in self.candidates], np.uint8)

    @cached_property
    def available(self) -> Integers:
        """First possible day as an ordinal, -1 unknown."""
        return self._integers(
            None if one.available_from is None else one.available_from.toordinal() for one in self.candidates
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
        return self._floats(one.pay_floor.amount if one.pay_floor else None for one in self.candidates)

    @cached_property
    def pay_currency(self) -> Coded[str]:
        return Coded.of(one.pay_floor.currency if one.pay_floor else "" for one in self.candidates)

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
        return np.array([np.nan if value is None else value for value in values], np.float64)

    # --- concepts -------------------------------------------------------------------------

    @cached_property
    def _skill_numbers(self) -> dict[str, int]:
        """Number of each held skill; those outside the taxonomy are numbered from its end on."""
        named = sorted({skill.uri for one in self.candidates for skill in one.skills})
        numbers = {uri: self.relations.number(uri) for uri in named}
        outside = (uri for uri, number in numbers.items() if number is None)
        first = len(self.relations.taxonomy)
        return {
            **{uri: first + place for place, uri in enumerate(outside)},
            **{uri: number for uri, number in numbers.items() if number is not None},
        }

    def skill_number(self, uri: str) -> int:
        """Number of a skill, -1 if neither the taxonomy nor the pool knows it."""
        known = self.relations.number(uri)
        return self._skill_numbers.get(uri, -1) if known is None else known

    @cached_property
    def postings(self) -> Postings:
        """Who has something to show for each skill."""
        return Postings.of([one.skills for one in self.candidates], self._skill_numbers, self.relations)

    @cached_property
    def other_occupations(self) -> dict[str, int]:
        """Numbers of occupations outside the taxonomy, from the end of `Relations.occupations` on."""
        named = {uri for one in self.candidates for uri in (*one.occupations, *one.wished_occupations)}
        outside = sorted(uri for uri in named if self.relations.occupation_row(uri) < 0)
        return {uri: len(self.relations.occupations) + place for place, uri in enumerate(outside)}

    def occupation_number(self, uri: str) -> int:
        """Row in `Relations.occupations`, a number beyond for others, -1 for what nobody holds."""
        row = self.relations.occupation_row(uri)
        return self.other_occupations.get(uri, -1) if row < 0 else row

    @cached_property
    def occupations(self) -> Integers:
        """Occupation numbers, shape (candidates, most held), -1 beyond each person's own."""
        return self._padded([one.occupations for one in self.candidates])

    @cached_property
    def wished(self) -> Integers:
        """Numbers of the occupations wished for, padded like `occupations`."""
        return self._padded([one.wished_occupations for one in self.candidates])

    def _padded(self, rows: Sequence[tuple[str, ...]]) -> Integers:
        table = np.full((len(rows), max([len(row) for row in rows], default=0)), -1, np.int32)
        for number, row in enumerate(rows):
            table[number, : len(row)] = [self.occupation_number(uri) for uri in row]
        return table


def months_of(years: float) -> int:
    """Years of experience in whole months."""
    return int(years * 12 + 0.5)
