"""The pool explorer: how many candidates hold what, in a table of two dimensions, and no small groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.people.queries import visible_candidates
from brobygger.core import matching
from brobygger.core.skills import Taxonomy

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

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

    def lets_pass(self, candidate: matching.Candidate) -> bool:
        if self.skill and self.skill not in {one.uri for one in candidate.skills}:
            return False
        if self.language and self.language not in {code for code, _ in candidate.languages}:
            return False
        return not self.country or (candidate.place is not None and candidate.place.country == self.country)


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
    people = [one for one in live.pool.candidates if chosen is None or chosen.lets_pass(one)]
    if user.role == Role.COMPANY and not user.is_superuser:
        visible = set(visible_candidates(user).values_list("pk", flat=True))
        people = [one for one in people if int(one.id) in visible]
    keys = {dimension: [set(KEYS[dimension](one)) for one in people] for dimension in {rows, columns}}
    row_counts = Counter(key for found in keys[rows] for key in found)
    column_counts = Counter(key for found in keys[columns] for key in found)
    pairs = Counter(
        (row, column)
        for left, right in zip(keys[rows], keys[columns], strict=True)
        for row in left
        for column in right
    )
    exact = user.has_perm("matching.view_small_groups")
    shown_rows, shown_columns = _most_frequent(row_counts, most), _most_frequent(column_counts, most)

    def shown(count: int) -> int | None:
        return count if exact else rounded(count)

    return PoolTable(
        rows=tuple((key, label_of(rows, key, live.taxonomy, language)) for key in shown_rows),
        columns=tuple((key, label_of(columns, key, live.taxonomy, language)) for key in shown_columns),
        counts=tuple(tuple(shown(pairs[row, column]) for column in shown_columns) for row in shown_rows),
        row_totals=tuple(shown(row_counts[key]) for key in shown_rows),
        column_totals=tuple(shown(column_counts[key]) for key in shown_columns),
        total=shown(len(people)),
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


def _most_frequent(counts: Counter[str], most: int) -> list[str]:
    return sorted(counts, key=lambda key: (-counts[key], key))[:most]


KEYS: Final[Mapping[Dimension, Callable[[matching.Candidate], Iterable[str]]]] = {
    Dimension.SKILL: lambda one: (skill.uri for skill in one.skills),
    Dimension.OCCUPATION: lambda one: one.occupations,
    Dimension.LANGUAGE: lambda one: (code for code, _ in one.languages),
    Dimension.LEVEL: lambda one: (f"{code} {level}" for code, level in one.languages),
    Dimension.COUNTRY: lambda one: (one.place.country if one.place else NOWHERE,),
    Dimension.PLACE: lambda one: (one.place.name if one.place else NOWHERE,),
    Dimension.EDUCATION: lambda one: (str(one.eqf) if one.eqf else NOWHERE,),
    Dimension.KIND: lambda one: (kind.value for kind in one.kinds),
}
