"""Candidates that may be one person, side by side, and those that were joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brobygger.apps.base.models import Choice, Comparison, choices
from brobygger.apps.people.models import (
    Candidate,
    CandidateMerge,
    DistinctCandidates,
)
from brobygger.core.duplicates import Entry, LikelyPair, likely_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable


COMPARISON: Final = Comparison(
    # the groups of the fairness report are read for it alone: they are not shown, and the kept record's stay
    relations=("identity", "preference", "document"),
    groups={
        "preference.home": (
            "home_name",
            "home_country",
            "home_latitude",
            "home_longitude",
            "home_region",
            "home_land",
        ),
        "preference.hours": ("hours_minimum", "hours_maximum"),
        "preference.pay": ("pay_floor", "pay_currency"),
    },
    wholes={"document": "text"},
    careful=("visible_to_companies_at",),
    left_out=("created_at", "changed_at", "graduates_from", "graduates_until"),
)
"""How two records of a candidate are compared before they are joined."""
MOST_UNDOABLE = 50  # joinings that are listed


def candidate_entries() -> list[Entry]:
    """Every candidate whose name is known, as it is compared with others. One query."""
    columns = ("pk", "identity__name", "identity__email", "identity__phone", "preference__home_name")
    rows = Candidate.objects.filter(identity__isnull=False).order_by("pk")
    return [
        Entry(pk, name, place or "", country or "", email=email, phone=phone)
        for pk, name, email, phone, place, country in rows.values_list(*columns, "preference__home_country")
    ]


def likely_same_candidates() -> list[LikelyPair]:
    """Pairs that may be the same, without those of which somebody said that they are not. Two queries."""
    distinct = set(DistinctCandidates.objects.values_list("first", "second"))
    return [pair for pair in likely_pairs(candidate_entries()) if (pair.first, pair.second) not in distinct]


def candidates_by_id(ids: Iterable[int]) -> dict[int, Candidate]:
    """Candidates by their number, with who they are and what they look for. One query."""
    found = Candidate.objects.select_related("identity", "preference").filter(pk__in=set(ids))
    return {one.pk: one for one in found}


def candidate_pair(first: int, second: int) -> tuple[Candidate, Candidate] | None:
    """Two records, the one that is kept first; None if they are not there, or one."""
    found = candidates_by_id((first, second))
    return (found[first], found[second]) if len(found) == 2 else None


def compare_candidates(kept: Candidate, other: Candidate) -> list[Choice]:
    """Two records field by field."""
    return choices(kept, other, COMPARISON)


def merges_of_candidates() -> list[CandidateMerge]:
    """The latest joinings that have not been undone."""
    found = CandidateMerge.objects.select_related("kept", "merged_by").filter(undone_at=None)
    return list(found[:MOST_UNDOABLE])


def merge_of_candidates_by_id(pk: int) -> CandidateMerge | None:
    return CandidateMerge.objects.select_related("kept").filter(pk=pk).first()
