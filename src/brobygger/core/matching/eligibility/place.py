"""Can the person get to the place: by a daily commute, by remote work, or by moving?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from brobygger.core.matching.areas import countries
from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bools, Bytes, Integers, Pool
from brobygger.core.matching.travel import UNREACHABLE, minutes_between, minutes_to
from brobygger.core.matching.verdict import Outcome, Rule, Value, Verdict
from brobygger.core.reading import Place

LONGEST_TRIP = (
    150  # minutes one way: even a rare trip to the office is made and returned in a day
)


class Way(IntEnum):
    """How the person would get there, best first. The last three are no way (yet)."""

    REMOTE = 0  # all the work is done from elsewhere
    COMMUTE = 1
    PART_REMOTE = 2  # a longer trip on fewer days
    MOVE = 3
    UNKNOWN = 4
    BORDER = 5  # only the border is in the way
    NONE = 6


OUTCOME = np.array([2, 2, 2, 2, 1, 0, 0], np.uint8)  # by Way
REASONS = ("remote", "commute", "part_remote", "move", "unstated", "border", "too_far")


@dataclass(frozen=True, slots=True)
class Access:
    """The best way of one person to one place; `minutes` and `limit` are -1 if unknown."""

    way: Way
    minutes: int
    limit: int
    over_border: bool


def access(
    candidate: Candidate, opportunity: Opportunity, conditions: Conditions
) -> Access:
    """
    The best way there.

    With a share r of remote work, people travel on 1 - r of the days: a trip of limit / (1 - r)
    minutes keeps the week's travel within what they accept, up to 150 minutes a trip.
    """
    home, place, share = (
        candidate.place,
        opportunity.place,
        opportunity.remote_share or 0.0,
    )
    limit = limit_of(candidate.commute_minutes, conditions)
    if share >= 1 and candidate.remote:
        return Access(Way.REMOTE, -1, limit, over_border=False)
    minutes = minutes_between(home, place) if home and place else -1
    border = bool(home and place and home.country != place.country)
    way = _way(
        candidate,
        place,
        share,
        minutes,
        limit,
        closed=border and not conditions.commute_over_border,
    )
    return Access(way, minutes, limit, border)


def _way(
    candidate: Candidate,
    place: Place | None,
    share: float,
    minutes: int,
    limit: int,
    *,
    closed: bool,
) -> Way:
    open_way = minutes >= 0 and not closed
    if open_way and minutes <= limit:
        return Way.COMMUTE
    near_enough = share > 0 and (share >= 1 or 0 <= minutes <= stretched(limit, share))
    if near_enough and candidate.remote and open_way:
        return Way.PART_REMOTE
    if place and place.country in countries(candidate.moves_to):
        return Way.MOVE
    if place is None or candidate.place is None:
        return Way.UNKNOWN
    if near_enough and candidate.remote is None and (open_way or share >= 1):
        return Way.UNKNOWN
    return Way.BORDER if closed and minutes <= limit else Way.NONE


def limit_of(commute_minutes: float | None, conditions: Conditions) -> int:
    """Longest daily one-way trip in whole minutes."""
    own = (
        conditions.usual_commute_minutes
        if commute_minutes is None
        else int(commute_minutes)
    )
    return own + conditions.extra_commute_minutes


def stretched(limit: int, share: float) -> int:
    """Longest trip when a share of the work is remote."""
    return (
        max(limit, int(min(LONGEST_TRIP, limit / (1 - share))))
        if share < 1
        else UNREACHABLE
    )


def judge(
    candidate: Candidate, opportunity: Opportunity, conditions: Conditions
) -> Verdict:
    """Passes if there is a way; unknown if a home, a place or the wish for remote work is not stated."""
    found = access(candidate, opportunity, conditions)
    parameters: dict[str, Value] = {
        "limit": found.limit,
        "over_border": int(found.over_border),
    }
    if found.minutes >= 0:
        parameters["minutes"] = found.minutes
    if opportunity.place:
        parameters |= {
            "place": opportunity.place.name,
            "country": opportunity.place.country,
        }
    if opportunity.remote_share:
        parameters["share"] = opportunity.remote_share
    reason = REASONS[found.way]
    if found.way is Way.NONE and found.minutes >= UNREACHABLE:
        reason = "no_way"
    return Verdict(
        Rule.PLACE, Outcome(OUTCOME[found.way]), f"place.{reason}", parameters
    )


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    ways: Bytes = OUTCOME[ways_of(pool, opportunity, conditions)]
    return ways


def minutes_of(pool: Pool, place: Place | None) -> Integers:
    """Minutes from each candidate's home, -1 if a place is unknown, shape (candidates,)."""
    if place is None:
        return np.full(len(pool), -1, np.int32)

    def make() -> Integers:
        homes = [(row, home) for row, home in enumerate(pool.places.values) if home]
        minutes = np.full(len(pool.places.values), -1, np.int32)
        minutes[[row for row, _ in homes]] = minutes_to(
            place, [home for _, home in homes]
        )
        return minutes

    found: Integers = pool.cached(("minutes", place), make)
    return found[pool.places.codes]


def limits_of(pool: Pool, conditions: Conditions) -> Integers:
    """`limit_of` for every candidate, shape (candidates,)."""
    own = np.where(pool.commute < 0, conditions.usual_commute_minutes, pool.commute)
    return (own + conditions.extra_commute_minutes).astype(np.int32)


def ways_of(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """The `Way` of every candidate, shape (candidates,)."""
    place, share = opportunity.place, opportunity.remote_share or 0.0
    key = ("ways", place, share, conditions)
    found: Bytes = pool.cached(key, lambda: _ways(pool, place, share, conditions))
    return found


def _ways(
    pool: Pool, place: Place | None, share: float, conditions: Conditions
) -> Bytes:
    minutes, limits, remote = (
        minutes_of(pool, place),
        limits_of(pool, conditions),
        pool.remote,
    )
    known, closed = minutes >= 0, np.zeros(len(pool), bool)
    if place and not conditions.commute_over_border:
        closed = (
            pool.places.map(
                lambda home: int(home is not None and home.country != place.country)
            )
            == 1
        )
    within = known & (minutes <= limits)
    near = _near_enough(minutes, limits, share)
    moves = (
        pool.moves_to.map(
            lambda names: int(place is not None and place.country in countries(names))
        )
        == 1
    )
    ways = np.full(
        len(pool), Way.NONE, np.uint8
    )  # from the weakest case to the strongest
    ways[within & closed] = Way.BORDER
    ways[near & (remote < 0) & (~closed | (share >= 1))] = Way.UNKNOWN
    ways[~known] = Way.UNKNOWN
    ways[moves] = Way.MOVE
    ways[near & known & ~closed & (remote == 1)] = Way.PART_REMOTE
    ways[within & ~closed] = Way.COMMUTE
    if share >= 1:
        ways[remote == 1] = Way.REMOTE
    return ways


def _near_enough(minutes: Integers, limits: Integers, share: float) -> Bools:
    """Whether remote work brings the place within reach."""
    if share <= 0 or share >= 1:
        return np.full(len(minutes), share >= 1)
    reach = np.maximum(
        limits, np.minimum(LONGEST_TRIP, limits / (1 - share)).astype(np.int32)
    )
    return (minutes >= 0) & (minutes <= reach)
