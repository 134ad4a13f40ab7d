"""The pool explorer: how many candidates hold what, in a table of two dimensions, and no small groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.queries.live import Bools, live_pool, seen_by
from brobygger.apps.matching.queries.rankings import RankingFilter, both
from brobygger.core.matching import Pool
from brobygger.core.matching.pool import Coded
from brobygger.core.reading import Level
from brobygger.core.skills import Taxonomy

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Longs = npt.NDArray[np.int64]
STEP: Final = 5  # readers who may not see small groups see numbers rounded down to this
MOST: Final = 15  # rows and columns shown
NOWHERE: Final = ""  # the person has not said


class Dimension(StrEnum):
    SKILL = "skill"
    OCCUPATION = "occupation"
    LANGUAGE = "language"
    LEVEL = "level"  # language and level together: "da B2"
    COUNTRY = "country"  # where the person lives
    PLACE = "place"
    EDUCATION = "education"  # EQF level
    KIND = "kind"  # kinds of opportunity wanted


@dataclass(frozen=True, slots=True)
class PoolFilter:
    """Who is counted; empty: all. A concept by URI, a language by ISO 639-1, a country by ISO 3166-1."""

    skill: str = ""
    language: str = ""
    country: str = ""

    def passing(self, pool: Pool) -> Bools | None:
        """Who is counted, shape (candidates,); None: everybody."""
        return RankingFilter(self.country, self.language, self.skill).passing(pool)


@dataclass(frozen=True, slots=True)
class PoolTable:
    """
    Numbers of candidates. A person with two skills is counted for each: columns do not add up to the total.

    Args:
        rows, columns: (key, label) of what is counted, most frequent first.
        counts: by row, then column; None: fewer than `STEP`, for readers who may not see small groups.
        row_totals, column_totals: candidates with that row's or column's property.
        total: candidates that the filter lets pass.
        is_rounded: numbers are rounded down to a multiple of `STEP`.
    """

    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    counts: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None
    is_rounded: bool


def explore_pool(
    *,
    user: User,
    rows: Dimension,
    columns: Dimension,
    language: str,
    chosen: PoolFilter | None = None,
    programme_id: int | None = None,
    most: int = MOST,
) -> PoolTable:
    """
    Count the pool by two properties.

    Readers who run the programme see exact numbers. All others see them rounded down to a multiple of five, and
    nothing below five, so that no number tells of a few persons, alone or as a difference of two. A company counts
    those candidates who show themselves to companies.

    Args:
        language: of the labels of skills and occupations.
        chosen: who is counted.
        most: rows and columns kept, the most frequent.
    """
    live = live_pool(programme_id)
    pool = live.pool
    seen = seen_by(user, live) if user.role == Role.COMPANY and not user.is_superuser else None
    counted = both(seen, (chosen or PoolFilter()).passing(pool))
    people = np.ones(len(pool), bool) if counted is None else counted
    by_row, by_column = properties_of(pool, rows), properties_of(pool, columns)
    row_counts, column_counts = by_row.counts(people), by_column.counts(people)
    exact = user.has_perm("matching.view_small_groups")
    shown_rows, shown_columns = _most_frequent(row_counts, most), _most_frequent(column_counts, most)
    holders, others = (
        np.zeros((len(shown_rows), len(pool)), np.float32),
        np.zeros((len(shown_columns), len(pool)), np.float32),
    )
    for number, key in enumerate(shown_rows):
        holders[number] = by_row.holders(key, people)
    for number, key in enumerate(shown_columns):
        others[number] = by_column.holders(key, people)
    pairs = np.rint(holders @ others.T).astype(int).tolist()  # exact: far below 2²⁴

    def shown(count: int) -> int | None:
        return count if exact else rounded(count)

    return PoolTable(
        rows=tuple((key, label_of(rows, key, live.taxonomy, language)) for key in shown_rows),
        columns=tuple((key, label_of(columns, key, live.taxonomy, language)) for key in shown_columns),
        counts=tuple(tuple(map(shown, line)) for line in pairs),
        row_totals=tuple(shown(row_counts[key]) for key in shown_rows),
        column_totals=tuple(shown(column_counts[key]) for key in shown_columns),
        total=shown(int(np.count_nonzero(people))),
        is_rounded=not exact,
    )


def rounded(count: int) -> int | None:
    """Rounded down to a multiple of `STEP`; None below it."""
    return count - count % STEP if count >= STEP else None


def label_of(dimension: Dimension, key: str, taxonomy: Taxonomy, language: str) -> str:
    """The words for a key: a concept's label; other keys are codes or names that pages translate."""
    if dimension not in (Dimension.SKILL, Dimension.OCCUPATION):
        return key
    number = taxonomy.index.get(key)
    return key if number is None else taxonomy.preferred(number, language)


def _most_frequent(counts: Mapping[str, int], most: int) -> list[str]:
    return sorted(counts, key=lambda key: (-counts[key], key))[:most]


@dataclass(frozen=True, eq=False)
class Properties:
    """
    Who has which of the properties of one dimension.

    Args:
        keys: the different properties.
        rows, codes: a row of the pool and the number of a key for each pair, each pair once.
    """

    keys: tuple[str, ...]
    rows: Longs
    codes: Longs

    @classmethod
    def of(cls, keys: Sequence[str], rows: Longs, codes: Longs) -> Properties:
        size = max(1, len(keys))
        pairs = np.unique(rows.astype(np.int64) * size + codes)
        return cls(tuple(keys), pairs // size, pairs % size)

    def counts(self, people: Bools) -> dict[str, int]:
        """How many of some people have each property; those that nobody has are left out."""
        counts = np.bincount(self.codes[people[self.rows]], minlength=len(self.keys)).tolist()
        return {key: count for key, count in zip(self.keys, counts, strict=True) if count}

    def holders(self, key: str, people: Bools) -> Bools:
        """Who of some people has a property, shape (candidates,)."""
        found = np.zeros(len(people), bool)
        found[self.rows[self.codes == self.keys.index(key)]] = True
        return found & people


def properties_of(pool: Pool, dimension: Dimension) -> Properties:
    """Kept as long as the pool is."""
    found: Properties = pool.cached(("properties", dimension), lambda: COLUMNS[dimension](pool))
    return found


def _coded(pool: Pool, column: Coded[Any], key: Callable[[Any], Iterable[str]]) -> Properties:
    """Of a column with few different values, each of which stands for some properties."""
    numbers: dict[str, int] = {}
    pairs = [
        (code, numbers.setdefault(name, len(numbers)))
        for code, value in enumerate(column.values)
        for name in key(value)
    ]
    rows, codes = [], []
    for code, number in pairs:
        holders = np.flatnonzero(column.codes == code)
        rows.append(holders)
        codes.append(np.full(len(holders), number, np.int64))
    none = [np.zeros(0, np.int64)]
    return Properties.of(list(numbers), np.concatenate(none + rows), np.concatenate(none + codes))


def _skills(pool: Pool) -> Properties:
    uri_of = {number: uri for uri, number in pool.skill_numbers.items()}
    postings = pool.postings
    keys = [uri_of[number] for number in postings.numbers.tolist()]
    codes = np.repeat(np.arange(len(keys)), np.diff(postings.starts))
    is_skill = np.array([pool.relations.occupation_row(key) < 0 for key in keys], bool)
    kept = is_skill[codes]  # occupations stand among the postings too: they count for the skills they take
    places = np.cumsum(is_skill) - 1
    return Properties.of(
        [key for key, skill in zip(keys, is_skill.tolist(), strict=True) if skill],
        postings.rows[kept].astype(np.int64),
        places[codes[kept]],
    )


def _occupations(pool: Pool) -> Properties:
    taxonomy, inside = pool.relations.taxonomy, pool.relations.occupations
    keys = [taxonomy.uris[number] for number in inside.tolist()] + list(pool.other_occupations)
    rows, places = np.nonzero(pool.occupations >= 0)
    return Properties.of(keys, rows, pool.occupations[rows, places].astype(np.int64))


def _languages(pool: Pool) -> Properties:
    return _by_level(pool, lambda code, _level: code)


def _levels(pool: Pool) -> Properties:
    return _by_level(pool, lambda code, level: f"{code} {list(Level)[level - 1]}")


def _by_level(pool: Pool, key: Callable[[str, int], str]) -> Properties:
    numbers: dict[str, int] = {}
    rows, codes = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for code, levels in pool.levels.items():
        for level in range(1, len(Level) + 1):
            holders = np.flatnonzero(levels == level)
            number = numbers.setdefault(key(code, level), len(numbers))
            rows.append(holders)
            codes.append(np.full(len(holders), number, np.int64))
    return Properties.of(list(numbers), np.concatenate(rows), np.concatenate(codes))


COLUMNS: Final[Mapping[Dimension, Callable[[Pool], Properties]]] = {
    Dimension.SKILL: _skills,
    Dimension.OCCUPATION: _occupations,
    Dimension.LANGUAGE: _languages,
    Dimension.LEVEL: _levels,
    Dimension.COUNTRY: lambda pool: _coded(
        pool, pool.places, lambda place: (place.country if place else NOWHERE,)
    ),
    Dimension.PLACE: lambda pool: _coded(
        pool, pool.places, lambda place: (place.name if place else NOWHERE,)
    ),
    Dimension.EDUCATION: lambda pool: _coded(
        pool, Coded.of(pool.eqf.tolist()), lambda eqf: (str(eqf) if eqf > 0 else NOWHERE,)
    ),
    Dimension.KIND: lambda pool: _coded(pool, pool.kinds, lambda kinds: (kind.value for kind in kinds)),
}
