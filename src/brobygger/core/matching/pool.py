"""A pool of candidates as arrays: built once, asked many times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

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

    def spliced(self, other: Coded[T], source: Integers) -> Coded[T]:
        """Row i of the result is row `source[i]` of this column followed by the other."""
        numbers = {value: number for number, value in enumerate(self.values)}
        recoded = [numbers.setdefault(value, len(numbers)) for value in other.values]
        codes = np.concatenate([self.codes, np.array(recoded, np.int32)[other.codes]])[source]
        if len(numbers) <= len(codes):
            return Coded(tuple(numbers), codes)
        used, codes = np.unique(
            codes, return_inverse=True
        )  # or values that nobody has any more would pile up
        return Coded(tuple(map(list(numbers).__getitem__, used.tolist())), codes.astype(np.int32))

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

    def changed(self, put: Iterable[Candidate], gone: Iterable[str] = ()) -> Pool:
        """
        The pool with some candidates put in, or in the place of those with their ids, and others gone.

        It answers as one that is built of its candidates would. The columns that are there already are spliced,
        which takes milliseconds where building them takes seconds.
        """
        more = Pool(tuple(sorted(put, key=lambda one: one.id)), self.relations)
        leaving = sorted({*more.ids, *gone})
        rows = [(row, bisect_left(self.ids, name)) for name in leaving for row in [self.row(name)]]
        kept = np.delete(np.arange(len(self), dtype=np.int32), [row for row, _ in rows if row >= 0])
        place_of = {name: place for name, (_, place) in zip(leaving, rows, strict=True)}
        places = np.searchsorted(kept, [place_of[name] for name in more.ids])
        source = np.insert(kept, places, np.arange(len(self), len(self) + len(more), dtype=np.int32))
        return self._spliced(more, source)

    def only(self, rows: npt.NDArray[np.integer[Any]]) -> Pool:
        """The pool of some rows of this one, given in ascending order."""
        return self._spliced(Pool((), self.relations), np.asarray(rows, np.int32))

    def _spliced(self, more: Pool, source: Integers) -> Pool:
        """The pool whose row i is row `source[i]` of this pool followed by `more`."""
        together, taken = (*self.candidates, *more.candidates), source.tolist()
        made, known, new = (
            Pool(tuple(map(together.__getitem__, taken)), self.relations),
            vars(self),
            vars(more),
        )
        if "skill_numbers" in known:
            first, own = len(self.relations.taxonomy), self.skill_numbers
            new["skill_numbers"] = vars(made)["skill_numbers"] = _extended(own, more.skill_numbers, first)
        if "other_occupations" in known:
            first, own = len(self.relations.occupations), self.other_occupations
            new["other_occupations"] = vars(made)["other_occupations"] = _extended(
                own, more.other_occupations, first
            )
        for name in SPLICED & known.keys():
            vars(made)[name] = _splice(known[name], getattr(more, name), source)
        if "levels" in known:
            none = [np.zeros(len(one), np.uint8) for one in (self, more)]
            vars(made)["levels"] = {
                code: np.concatenate([self.levels.get(code, none[0]), more.levels.get(code, none[1])])[source]
                for code in self.levels | more.levels
            }
        return made

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.candidates)

    def row(self, name: str) -> int:
        """Row of the candidate with this id, -1 if there is none."""
        row = bisect_left(self.ids, name)
        return row if row < len(self) and self.ids[row] == name else -1

    @cached_property
    def row_of(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.ids)}

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

    @cached_property
    def studies_end(self) -> Integers:
        """Last day of the last education as an ordinal, -1 unknown."""
        return self._integers(
            None if one.studies_end is None else one.studies_end.toordinal() for one in self.candidates
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
    def moves_to(self) -> Coded[tuple[str, ...] | None]:
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
    def skill_numbers(self) -> dict[str, int]:
        """Number of each held skill and occupation of the taxonomy; skills outside it are numbered from its end on."""
        named = sorted({held.uri for one in self.candidates for held in self.relations.shown(one)})
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
        return self.skill_numbers.get(uri, -1) if known is None else known

    @cached_property
    def postings(self) -> Postings:
        """Who has something to show for each skill."""
        return Postings.of([*map(self.relations.shown, self.candidates)], self.skill_numbers, self.relations)

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


# The columns that `Pool.changed` splices; all others follow from these.
SPLICED: Final = frozenset(
    "ids names_languages eqf fields experience_months places commute moves_to remote available stay_months "
    "hours_minimum hours_maximum pay_floor pay_currency kinds work_right markets postings occupations wished".split()
)


def _splice(column: Any, other: Any, source: Integers) -> Any:
    """Rows of a column followed by another of its sort: row i of the result is row `source[i]` of both."""
    if isinstance(column, tuple):
        return tuple(map((*column, *other).__getitem__, source.tolist()))
    if isinstance(column, Coded | Postings):
        return column.spliced(other, source)
    if column.ndim == 2:
        width = max(column.shape[1], other.shape[1])
        column, other = _widened(column, width), _widened(other, width)
    return np.concatenate([column, other])[source]


def _widened(table: Integers, width: int) -> Integers:
    return np.pad(table, ((0, 0), (0, width - table.shape[1])), constant_values=-1)


def _extended(numbers: dict[str, int], others: dict[str, int], first: int) -> dict[str, int]:
    """Numbers with those of more names; a name outside the taxonomy (from `first` on) gets the next one."""
    found = dict(numbers)
    free = max((first, *(number + 1 for number in numbers.values())))
    for name, number in others.items():
        if name not in found:
            found[name] = number if number < first else free
            free += number >= first
    return found
