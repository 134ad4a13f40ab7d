"""
Candidates and opportunities as the matcher sees them, kept in the process as long as nothing has changed.

A stamp (how many, which, last change) is asked of the database every time: one small query each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from django.db.models import Count, Max, QuerySet, Sum

from brobygger.apps.base.models import all_rows
from brobygger.apps.classifications.queries import OpenVocabulary, open_vocabulary
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.opportunities.queries import open_in
from brobygger.apps.people.adapters import load_candidates
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.queries import matched_candidates_of
from brobygger.core import matching
from brobygger.core.matching import Conditions, MatchProblem, MatchResult, Pool, Weights, solve
from brobygger.core.skills import Taxonomy

Stamp: TypeAlias = tuple[int, dt.datetime | None, int | None]  # how many, last change, sum of ids
MOST_KEPT = 4  # scopes kept in one process
MOST_NAMED = 500  # ids in one query


@dataclass(frozen=True)
class LivePool:
    """The candidates of a scope as arrays, and the concepts they were read with."""

    pool: Pool
    taxonomy: Taxonomy

    @cached_property
    def by_id(self) -> dict[str, matching.Candidate]:
        return {one.id: one for one in self.pool.candidates}

    def solve(
        self,
        opportunities: Sequence[matching.Opportunity],
        *,
        top: int,
        weights: Weights | None = None,
        conditions: Conditions | None = None,
    ) -> MatchResult:
        """The same ranking as a stored run, over what the candidates say now."""
        problem = MatchProblem(self.pool.candidates, tuple(opportunities), self.taxonomy)
        return solve(problem, top=top, weights=weights, conditions=conditions, pool=self.pool)


@all_rows()  # ranks are those of the whole list; who is shown is decided with the reader at hand
def live_pool(programme_id: int | None = None) -> LivePool:
    """The candidates of a programme, or all. Two queries if nothing has changed, four more if something has."""
    vocabulary = open_vocabulary()
    return _pool(programme_id, stamp_of(matched_candidates_of(programme_id)), _Key(vocabulary))


@all_rows()
def live_opportunities(programme_id: int | None = None) -> tuple[matching.Opportunity, ...]:
    """The open opportunities of a programme, or all. One query if nothing has changed, three more if something has."""
    return _opportunities(programme_id, stamp_of(open_in(programme_id)))


def stamp_of(rows: QuerySet[Candidate] | QuerySet[Opportunity]) -> Stamp:
    """What tells whether anything that the matcher reads has changed. One query."""
    found = rows.order_by().aggregate(count=Count("pk"), latest=Max("changed_at"), ids=Sum("pk"))
    return found["count"], found["latest"], found["ids"]


def forget_live() -> None:
    """Read everything again: after rows were replaced behind the product's back, as a restored backup does."""
    _pool.cache_clear()
    _opportunities.cache_clear()
    _known.clear()


@dataclass(frozen=True)
class _Key:
    """A vocabulary as part of a key: two with the same digest are the same."""

    vocabulary: OpenVocabulary

    def __hash__(self) -> int:
        return hash(self.vocabulary.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.vocabulary.digest == self.vocabulary.digest


@lru_cache(maxsize=MOST_KEPT)
def _pool(programme_id: int | None, stamp: Stamp, key: _Key) -> LivePool:
    taxonomy = key.vocabulary.taxonomy
    return LivePool(Pool.of(_candidates(matched_candidates_of(programme_id)), taxonomy), taxonomy)


_known: dict[int, tuple[dt.datetime, matching.Candidate]] = {}  # by id: as of that change


def _candidates(candidates: QuerySet[Candidate]) -> list[matching.Candidate]:
    """The candidates with a CV. Only those who have changed are read again, or all if they are many."""
    changes = dict(candidates.filter(document__isnull=False).order_by("pk").values_list("pk", "changed_at"))
    stale = [pk for pk, at in changes.items() if pk not in _known or _known[pk][0] != at]
    read = load_candidates(candidates if len(stale) > MOST_NAMED else Candidate.objects.filter(pk__in=stale))
    _known.update({int(one.id): (changes[int(one.id)], one) for one in read if int(one.id) in changes})
    return [_known[pk][1] for pk in changes if pk in _known]


@lru_cache(maxsize=MOST_KEPT)
def _opportunities(programme_id: int | None, stamp: Stamp) -> tuple[matching.Opportunity, ...]:
    return load_opportunities(open_in(programme_id))
