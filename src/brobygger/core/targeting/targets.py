"""
A target list: every company of an extract gets a score with its reasons, or the reason why it is left out.

The score is the sum of named parts. What a register does not say earns half of a part: nobody is pushed to the end of
a list by a gap in a register.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """What earns points."""

    SIZE = "size"
    EXPORT = "export"
    INDUSTRY = "industry"
    REGION = "region"
    NEW = "new"


class Exclusion(StrEnum):
    """Why a company is on no list of calls. The first that holds is the one that is told."""

    NO_CALL = "no_call"
    PROTECTED = "protected"
    CLOSED = "closed"
    PARTNER = "partner"
    RECENTLY_VISITED = "recently_visited"
    IN_A_BATCH = "in_a_batch"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    OTHER_REGION = "other_region"
    OTHER_INDUSTRY = "other_industry"


class PartResult(StrEnum):
    """How a company does in a part."""

    FULFILLED = "fulfilled"
    UNKNOWN = "unknown"
    MISSING = "missing"


MOST_POINTS: Final[Mapping[Part, int]] = {
    Part.SIZE: 30,
    Part.EXPORT: 30,
    Part.INDUSTRY: 20,
    Part.REGION: 10,
    Part.NEW: 10,
}
"""Points of the parts where a list says nothing else; they add up to 100."""


@dataclass(frozen=True, slots=True)
class Company:
    """
    Args:
        size: micro, small, medium, large, or empty where the register does not say.
        industry_code: with points; empty: not known.
        is_exporter: None: not known.
        places: its municipality and region, as the register writes them.
        is_partner: takes part in the programme already.
        was_visited: at any time; `is_recent` within the months that the list leaves alone.
    """

    size: str = ""
    industry_code: str = ""
    is_exporter: bool | None = None
    places: tuple[str, ...] = ()
    is_partner: bool = False
    is_on_no_call_list: bool = False
    is_protected: bool = False
    is_active: bool = True
    is_in_a_batch: bool = False
    was_visited: bool = False
    is_recent: bool = False


@dataclass(frozen=True, slots=True)
class Criteria:
    """
    What a list looks for.

    Args:
        sizes: of Recommendation 2003/361/EC.
        branches: codes; a company within one of them fits. Empty: every branch does.
        places: names of municipalities and regions. Empty: every place fits.
        only_branches, only_places: leave out the others instead of giving them fewer points.
        points: of each part; a part that is left out counts as usual.
    """

    sizes: Collection[str] = ("small", "medium")
    branches: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    only_branches: bool = False
    only_places: bool = False
    points: Mapping[Part, int] = field(default_factory=dict)

    def most(self, part: Part) -> int:
        return self.points.get(part, MOST_POINTS[part])


CRITERIA: Final = Criteria()
"""Small and medium-sized companies of every branch and place."""
_BELOW: Final = {"micro": 0, "small": 1, "medium": 2, "large": 3}


@dataclass(frozen=True, slots=True)
class Scored:
    """
    Args:
        score: the sum of the parts' points.
        parts: (part, result, points) in the order of `Part`.
        excluded: why it is left out; None: it is on the list.
    """

    score: float
    parts: tuple[tuple[Part, PartResult, float], ...]
    excluded: Exclusion | None = None


def score_company(company: Company, criteria: Criteria = CRITERIA) -> Scored:
    """The score of a company with its parts, and why it is left out if it is."""
    results = {
        Part.SIZE: _known(company.size, company.size in criteria.sizes),
        Part.EXPORT: _known(company.is_exporter is not None, bool(company.is_exporter)),
        Part.INDUSTRY: _known(company.industry_code or not criteria.branches, _has_branch(company, criteria)),
        Part.REGION: _known(company.places or not criteria.places, _has_place(company, criteria)),
        Part.NEW: PartResult.MISSING if company.was_visited else PartResult.FULFILLED,
    }
    share = {PartResult.FULFILLED: 1.0, PartResult.UNKNOWN: 0.5, PartResult.MISSING: 0.0}
    parts = tuple((part, results[part], criteria.most(part) * share[results[part]]) for part in Part)
    return Scored(sum(points for _part, _result, points in parts), parts, _excluded(company, criteria))


def unmatched_branches(criteria: Criteria, codes: Iterable[str]) -> tuple[str, ...]:
    """The branches of a list that no company of the extract has: spelt wrongly, or retired."""
    digits = {code.replace(".", "") for code in codes if code}
    return tuple(
        wanted
        for wanted in criteria.branches
        if not any(code.startswith(wanted.replace(".", "")) for code in digits)
    )


def _known(is_known: object, fits: bool) -> PartResult:
    if not is_known:
        return PartResult.UNKNOWN
    return PartResult.FULFILLED if fits else PartResult.MISSING


def _has_branch(company: Company, criteria: Criteria) -> bool:
    digits = company.industry_code.replace(".", "")
    return not criteria.branches or any(
        digits.startswith(wanted.replace(".", "")) for wanted in criteria.branches
    )


def _has_place(company: Company, criteria: Criteria) -> bool:
    wanted = {place.casefold() for place in criteria.places}
    return not wanted or any(place.casefold() in wanted for place in company.places)


def _excluded(company: Company, criteria: Criteria) -> Exclusion | None:
    sizes = [_BELOW[size] for size in criteria.sizes]
    own = _BELOW.get(company.size)
    holds = {
        Exclusion.NO_CALL: company.is_on_no_call_list,
        Exclusion.PROTECTED: company.is_protected,
        Exclusion.CLOSED: not company.is_active,
        Exclusion.PARTNER: company.is_partner,
        Exclusion.RECENTLY_VISITED: company.is_recent,
        Exclusion.IN_A_BATCH: company.is_in_a_batch,
        Exclusion.TOO_SMALL: own is not None and bool(sizes) and own < min(sizes),
        Exclusion.TOO_LARGE: own is not None and bool(sizes) and own > max(sizes),
        Exclusion.OTHER_REGION: criteria.only_places and not _has_place(company, criteria),
        Exclusion.OTHER_INDUSTRY: criteria.only_branches and not _has_branch(company, criteria),
    }
    return next((reason for reason, is_so in holds.items() if is_so), None)
