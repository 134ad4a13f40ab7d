"""
Candidates and opportunities as the matcher sees them, kept in the process as long as nothing has changed.

What has changed is asked of the database every time: how many there are, which, and who changed last. Whoever did is
read and put in the place of what is kept, so that a change is seen by every process with its next page.
"""

from __future__ import annotations

import datetime as dt
import gc
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt
from django.db import DatabaseError, connection
from django.db.models import Count, Max, QuerySet, Sum

from brobygger.apps.base.models import all_rows
from brobygger.apps.classifications.queries import open_vocabulary
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.opportunities.queries import open_in
from brobygger.apps.people.adapters import load_candidates
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import visible_candidates
from brobygger.apps.programmes.queries import matched_candidates_of
from brobygger.core import matching
from brobygger.core.matching import Conditions, MatchProblem, MatchResult, Offers, Pool, Weights, solve
from brobygger.core.skills import Taxonomy

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Row = TypeVar("Row", Candidate, Opportunity)
Bools = npt.NDArray[np.bool_]
MOST_PROGRAMMES = 4  # programmes whose pools are kept in one process
MOST_READERS = 32  # readers of whom it is kept whom they may see
MOST_NAMED = 500  # ids in one query
LATEST = 50  # last changes that are looked at every time
OVERLAP = dt.timedelta(hours=1)  # a change may be committed so long after the moment that it carries
MANY = 10_000  # candidates from which on the collector of garbage need not look at them


@dataclass(frozen=True)
class Stamp:
    """
    What tells whether anything that the matcher reads has changed.

    Args:
        count, ids, latest: how many rows, the sum of their ids, the last change.
        last: (id, moment) of the last changes: two that are written at once may be committed in any order.
    """

    count: int
    ids: int
    latest: dt.datetime | None
    last: tuple[tuple[int, dt.datetime], ...] = ()

    def __str__(self) -> str:
        return f"{self.count} {self.latest.isoformat() if self.latest else '-'} {self.ids}"


@dataclass(frozen=True)
class LivePool:
    """
    The candidates of a scope as arrays, and the concepts they were read with.

    Args:
        stamp: as of when; None for a pool that is made by hand.
        vocabulary_digest: SHA-256 of the vocabulary; empty for a pool made by hand.
    """

    pool: Pool
    taxonomy: Taxonomy
    stamp: Stamp | None = None
    vocabulary_digest: str = ""

    @cached_property
    def by_id(self) -> dict[str, matching.Candidate]:
        return {one.id: one for one in self.pool.candidates}

    @cached_property
    def keys(self) -> npt.NDArray[np.int64]:
        """Primary keys of the candidates, shape (candidates,)."""
        return np.array([int(name) for name in self.pool.ids], np.int64)

    def get(self, name: str) -> matching.Candidate | None:
        row = self.pool.row(name)
        return None if row < 0 else self.pool.candidates[row]

    def named(self, name: str) -> matching.Candidate:
        return self.pool.candidates[self.pool.row(name)]

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


@dataclass(frozen=True)
class LiveOffers:
    """The open opportunities of a scope by id, and as arrays."""

    opportunities: tuple[matching.Opportunity, ...]
    taxonomy: Taxonomy
    stamp: Stamp

    @cached_property
    def offers(self) -> Offers:
        return Offers.of(self.opportunities, self.taxonomy)

    @cached_property
    def by_id(self) -> dict[str, matching.Opportunity]:
        return {one.id: one for one in self.opportunities}


@all_rows()  # ranks are those of the whole list; who is shown is decided with the reader at hand
def live_pool(programme_id: int | None = None) -> LivePool:
    """
    The candidates of a programme, or all.

    Three queries if nothing has changed, a few more if something has; two more for a programme.
    """
    with _lock:
        whole = _pool()
        return whole if programme_id is None else _programme_pool(whole, programme_id)


@all_rows()
def live_offers(programme_id: int | None = None) -> LiveOffers:
    """The open opportunities of a programme, or all. Three queries if nothing has changed."""
    with _lock:
        return _offers(programme_id)


def live_opportunities(programme_id: int | None = None) -> tuple[matching.Opportunity, ...]:
    """The open opportunities of a programme, or all, by id. Three queries if nothing has changed."""
    return live_offers(programme_id).opportunities


def pairs_kept(programme_id: int | None = None) -> int:
    """Pairs of a candidate and an opportunity in what was last read of a scope. No query."""
    pool, open_ones = _live.get(("pool", programme_id)), _live.get(("offers", programme_id))
    return len(pool[1].pool) * len(open_ones[2].opportunities) if pool and open_ones else 0


def seen_by(user: User, live: LivePool) -> Bools | None:
    """
    Whom of a pool a user may see, shape (candidates,); None: all of them.

    One query, and one more if it is not known from the last time. Ask `visible_candidates` once more for the names of
    those who are shown: then nobody is shown who has hidden since.
    """
    with all_rows():  # the reader is named: the scope would put the same conditions to each row once more
        visible = visible_candidates(user)
    found = visible.order_by().aggregate(
        count=Count("pk"), ids=Sum("pk"), latest=Max("visible_to_companies_at")
    )
    if live.stamp and (found["count"], found["ids"] or 0) == (live.stamp.count, live.stamp.ids):
        return None
    key = (user.pk, found["count"], found["ids"], found["latest"])

    def make() -> Bools:
        with _lock:
            ids = _visible.get(key)
            if ids is None:
                ids = _visible[key] = np.fromiter(visible.order_by().values_list("pk", flat=True), np.int64)
                for oldest in list(_visible)[:-MOST_READERS]:
                    _visible.pop(oldest, None)
        return np.isin(live.keys, ids)

    seen: Bools = live.pool.cached(("seen by", *key), make)
    return seen


def stamp_of(rows: QuerySet[Candidate] | QuerySet[Opportunity]) -> Stamp:
    """What tells whether anything that the matcher reads has changed. Two queries."""
    found = rows.order_by().aggregate(count=Count("pk"), latest=Max("changed_at"), ids=Sum("pk"))
    last = rows.order_by("-changed_at", "-pk").values_list("pk", "changed_at")[:LATEST]
    return Stamp(found["count"], found["ids"] or 0, found["latest"], tuple(last))


def warm_up() -> None:
    """Read everything before the first page asks for it, in a thread of its own; a database not yet there is no error."""

    def read() -> None:
        try:
            live_pool()
            _ = live_offers().offers.wants
        except DatabaseError:
            logging.getLogger(__name__).info("Nothing to warm up: the database is not ready.")
        finally:
            connection.close()

    threading.Thread(target=read, name="warm-up", daemon=True).start()


def forget_live() -> None:
    """Read everything again: after rows were replaced behind the product's back, as a restored backup does."""
    with _lock:
        for kept in (_kept_candidates, _kept_opportunities):
            kept.clear()
        _live.clear()
        _visible.clear()


class _Kept(Generic[Row]):
    """
    What the matcher sees of some rows, by id, and the change up to which each is known.

    `known` names also rows of which the matcher sees nothing, as candidates without a CV.
    """

    def __init__(self, load: Callable[[Any], Sequence[Any]], rows: Callable[[list[int]], Any]) -> None:
        self.load, self.rows = load, rows
        self.clear()

    def clear(self) -> None:
        self.known: dict[int, dt.datetime] = {}
        self.seen: dict[int, Any] = {}
        self.stamp: Stamp | None = None

    def follow(self, rows: QuerySet[Any], stamp: Stamp) -> tuple[list[Any], list[str]]:
        """Read what has changed: what was put in or in the place of what was known, and ids of what is gone."""
        changed = self._recent(rows, stamp)
        now = self.known | changed
        if (len(now), sum(now)) != (stamp.count, stamp.ids):  # something went, or came with an older moment
            now = dict(rows.order_by().values_list("pk", "changed_at"))
            changed = {pk: at for pk, at in now.items() if self.known.get(pk) != at}
        gone = [pk for pk in self.known.keys() - now.keys() if self.seen.pop(pk, None) is not None]
        put = {int(one.id): one for one in self._read(rows, list(changed), len(now)) if int(one.id) in now}
        gone += [pk for pk in changed.keys() - put.keys() if self.seen.pop(pk, None) is not None]
        self.seen |= put
        self.known, self.stamp = now, stamp
        return list(put.values()), [str(pk) for pk in gone]

    def _read(self, rows: QuerySet[Any], changed: list[int], count: int) -> Iterator[Any]:
        if len(changed) > count // 2:
            yield from self.load(rows)
            return
        for first in range(0, len(changed), MOST_NAMED):
            yield from self.load(self.rows(changed[first : first + MOST_NAMED]))

    def _recent(self, rows: QuerySet[Any], stamp: Stamp) -> dict[int, dt.datetime]:
        """Rows that have changed since the last time or not long before, and are not known as of that change."""
        if self.stamp is None or self.stamp.latest is None:
            return {}
        since = rows.order_by().filter(changed_at__gte=self.stamp.latest - OVERLAP)
        recent = dict(stamp.last) | dict(since.values_list("pk", "changed_at"))
        return {pk: at for pk, at in recent.items() if self.known.get(pk) != at}


_lock = threading.RLock()
_live: dict[Any, Any] = {}  # pools and offers, by scope
_visible: dict[Any, npt.NDArray[np.int64]] = {}
_kept_candidates: _Kept[Candidate] = _Kept(
    lambda rows: load_candidates(rows),  # noqa: PLW0108 (looked up when called, so that a test can watch)
    lambda ids: Candidate.objects.filter(pk__in=ids),
)
_kept_opportunities: _Kept[Opportunity] = _Kept(
    lambda rows: load_opportunities(rows),  # noqa: PLW0108
    lambda ids: Opportunity.objects.filter(pk__in=ids),
)


def _pool() -> LivePool:
    vocabulary = open_vocabulary()
    candidates = matched_candidates_of(None)
    stamp = stamp_of(candidates)
    kept: tuple[str, LivePool] | None = _live.get(("pool", None))
    if kept and kept[0] == vocabulary.digest and kept[1].stamp == stamp:
        return kept[1]
    put, gone = _kept_candidates.follow(candidates, stamp)
    if kept and kept[0] == vocabulary.digest and len(put) <= len(_kept_candidates.seen) // 2:
        pool = kept[1].pool.changed(put, gone)
    else:
        pool = Pool.of(list(_kept_candidates.seen.values()), vocabulary.taxonomy)
        if len(pool) > MANY:
            gc.freeze()  # millions of small objects without a cycle: to look at them would stop a page for a second
    live = LivePool(pool, vocabulary.taxonomy, stamp, vocabulary.digest)
    _live["pool", None] = vocabulary.digest, live
    return live


def _programme_pool(whole: LivePool, programme_id: int) -> LivePool:
    stamp = stamp_of(matched_candidates_of(programme_id))
    kept: tuple[LivePool, LivePool] | None = _live.get(("pool", programme_id))
    if kept and kept[0] is whole and kept[1].stamp == stamp:
        return kept[1]
    members = np.fromiter(
        matched_candidates_of(programme_id).order_by().values_list("pk", flat=True), np.int64
    )
    rows = np.flatnonzero(np.isin(whole.keys, members))
    live = LivePool(whole.pool.only(rows), whole.taxonomy, stamp, whole.vocabulary_digest)
    _keep(("pool", programme_id), (whole, live))
    return live


def _offers(programme_id: int | None) -> LiveOffers:
    vocabulary, rows = open_vocabulary(), open_in(None)
    stamp = stamp_of(rows)
    if _kept_opportunities.stamp != stamp:
        _kept_opportunities.follow(rows, stamp)
    scoped = stamp if programme_id is None else stamp_of(open_in(programme_id))
    kept: tuple[str, Stamp, LiveOffers] | None = _live.get(("offers", programme_id))
    if kept and kept[:2] == (vocabulary.digest, stamp) and kept[2].stamp == scoped:
        return kept[2]
    seen: Mapping[int, matching.Opportunity] = _kept_opportunities.seen
    ids = sorted(seen)
    if programme_id is not None:
        members = set(open_in(programme_id).order_by().values_list("pk", flat=True))
        ids = [pk for pk in ids if pk in members]
    live = LiveOffers(tuple(seen[pk] for pk in ids), vocabulary.taxonomy, scoped)
    _keep(("offers", programme_id), (vocabulary.digest, stamp, live))
    return live


def _keep(key: Any, value: Any) -> None:
    """Keep what belongs to a scope; of programmes the last few."""
    _live.pop(key, None)
    _live[key] = value
    of_programmes = [one for one in _live if one[0] == key[0] and one[1] is not None]
    for oldest in of_programmes[:-MOST_PROGRAMMES]:
        del _live[oldest]
