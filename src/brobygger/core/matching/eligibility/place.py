"""Can the person get to the place: by a daily commute, by remote work, or by moving?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np

from brobygger.core.matching.areas import countries
from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bools, Bytes, Integers, Pool
from brobygger.core.matching.travel import UNREACHABLE, minutes_between
from brobygger.core.matching.verdict import Outcome, Rule, Value, Verdict
from brobygger.core.reading import Place

CONDITIONS = ("commute_over_border", "usual_commute_minutes", "extra_commute_minutes")  # that are read here
LONGEST_TRIP = 150  # minutes one way: even a rare trip to the office is made and returned in a day


class Way(IntEnum):
    """How the person would get there, best first. The last four are no way (yet)."""

    REMOTE = 0  # all the work is done from elsewhere
    COMMUTE = 1
    PART_REMOTE = 2  # a longer trip on fewer days
    MOVE = 3
    UNKNOWN = 4
    MOVE_UNSAID = 5  # no daily way, and nobody has said whether the person would move
    BORDER = 6  # only the border is in the way
    NONE = 7


OUTCOME = np.array([2, 2, 2, 2, 1, 1, 0, 0], np.uint8)  # by Way
REASONS = ("remote", "commute", "part_remote", "move", "unstated", "move_unstated", "border", "too_far")


@dataclass(frozen=True, slots=True)
class Access:
    """The best way of one person to one place; `minutes` and `limit` are -1 if unknown."""

    way: Way
    minutes: int
    limit: int
    over_border: bool


def access(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Access:
    """
    The best way there.

    With a share r of remote work, people travel on 1 - r of the days: a trip of limit / (1 - r)
    minutes keeps the week's travel within what they accept, up to 150 minutes a trip.
    """
    home, place = candidate.place, opportunity.place
    minutes = minutes_between(home, place) if home and place else -1
    return access_by(minutes, candidate, opportunity, conditions)


def access_by(minutes: int, candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Access:
    """`access` for a trip of so many minutes, -1 if unknown."""
    home, place, share = candidate.place, opportunity.place, opportunity.remote_share or 0.0
    limit = limit_of(candidate.commute_minutes, conditions)
    border = bool(home and place and home.country != place.country)
    way = _way(candidate, place, share, minutes, limit, closed=border and not conditions.commute_over_border)
    return Access(way, minutes, limit, border)


def _way(
    candidate: Candidate, place: Place | None, share: float, minutes: int, limit: int, *, closed: bool
) -> Way:
    known = minutes >= 0
    return decide(
        within=known and minutes <= limit,
        near=share >= 1 or (share > 0 and known and minutes <= stretched(limit, share)),
        known=known,
        closed=closed,
        moves=_moves(candidate.moves_to, place.country if place else None),
        remote=UNSAID if candidate.remote is None else int(candidate.remote),
        all_remote=share >= 1,
    )


UNSAID = 2  # whether the person wants remote work, or would move, beside 0 and 1


def _moves(names: tuple[str, ...] | None, country: str | None) -> int:
    """1 if the person would move to a country, 0 if not, 2 if nobody has said."""
    return UNSAID if names is None else int(country in countries(names))


def decide(
    *, within: bool, near: bool, known: bool, closed: bool, moves: int, remote: int, all_remote: bool
) -> Way:
    """
    The best of the ways that are open.

    Args:
        within: the trip is no longer than the daily limit.
        near: remote work brings the place within reach.
        known: both places are known.
        closed: they lie in two countries, and the border counts as closed for commuters.
        moves: 1 if the person would move to the country, 0 if not, 2 if nobody has said.
        remote: 1 if the person accepts remote work, 0 if not, 2 if nobody has said.
        all_remote: all the work can be done from elsewhere.

    """
    if all_remote and remote == 1:
        return Way.REMOTE
    if within and not closed:
        return Way.COMMUTE
    if near and known and not closed and remote == 1:
        return Way.PART_REMOTE
    if moves == 1:
        return Way.MOVE
    if not known or (near and remote == UNSAID and (all_remote or not closed)):
        return Way.UNKNOWN
    if moves == UNSAID:
        return Way.MOVE_UNSAID
    return Way.BORDER if within else Way.NONE


def limit_of(commute_minutes: float | None, conditions: Conditions) -> int:
    """Longest daily one-way trip in whole minutes."""
    own = conditions.usual_commute_minutes if commute_minutes is None else int(commute_minutes)
    return own + conditions.extra_commute_minutes


def stretched(limit: int, share: float) -> int:
    """Longest trip when a share of the work is remote."""
    return max(limit, int(min(LONGEST_TRIP, limit / (1 - share)))) if share < 1 else UNREACHABLE


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """Passes if there is a way; unknown if a home, a place or what the person would do to get there is not stated."""
    found = access(candidate, opportunity, conditions)
    parameters: dict[str, Value] = {"limit": found.limit, "over_border": int(found.over_border)}
    if found.minutes >= 0:
        parameters["minutes"] = found.minutes
    if opportunity.place:
        parameters |= {"place": opportunity.place.name, "country": opportunity.place.country}
    if opportunity.remote_share:
        parameters["share"] = opportunity.remote_share
    reason = REASONS[found.way]
    if found.way is Way.NONE and found.minutes >= UNREACHABLE:
        reason = "no_way"
    elif found.way is Way.UNKNOWN:
        reason = _missing(candidate, opportunity)
    return Verdict(Rule.PLACE, Outcome(OUTCOME[found.way]), f"place.{reason}", parameters)


def _missing(candidate: Candidate, opportunity: Opportunity) -> str:
    """What has to be known first: the place of the work, the home, or the wish for remote work."""
    if opportunity.place is None and (opportunity.remote_share or 0.0) < 1:
        return "unnamed"
    return "remote_unstated" if candidate.place is not None else "unstated"


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    ways: Bytes = OUTCOME[ways_of(pool, opportunity, conditions)]
    return ways


def minutes_by_home(pool: Pool, place: Place | None) -> Integers:
    """Minutes from each of the pool's different homes, -1 if a place is unknown, shape (homes,)."""

    def make() -> Integers:
        minutes = np.full(len(pool.places.values), -1, np.int32)
        if place is not None:
            minutes[pool.known_places] = pool.homes.minutes_to(place)
        return minutes

    found: Integers = pool.cached(("minutes", place), make)
    return found


def limits_of(pool: Pool, conditions: Conditions) -> Integers:
    """`limit_of` for every candidate, shape (candidates,)."""

    def make() -> Integers:
        own = np.where(pool.commute < 0, conditions.usual_commute_minutes, pool.commute)
        return (own + conditions.extra_commute_minutes).astype(np.int32)

    key = ("limits", conditions.usual_commute_minutes, conditions.extra_commute_minutes)
    found: Integers = pool.cached(key, make)
    return found


def ways_of(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """The `Way` of every candidate, shape (candidates,)."""
    place, share = opportunity.place, opportunity.remote_share or 0.0
    key = ("ways", place, share, *(getattr(conditions, name) for name in CONDITIONS))
    found: Bytes = pool.cached(key, lambda: _ways(pool, place, share, conditions))
    return found


FLAGS = 4  # bits below the answers of the person in the number of a case
ANSWERS = UNSAID + 1  # no, yes, unsaid


def _ways(pool: Pool, place: Place | None, share: float, conditions: Conditions) -> Bytes:
    minutes, limits = minutes_by_home(pool, place)[pool.places.codes], limits_of(pool, conditions)
    known = minutes >= 0
    closed = np.zeros(len(pool), bool)
    if place and not conditions.commute_over_border:
        closed = pool.places.map(lambda home: int(home is not None and home.country != place.country)) == 1
    flags = (known & (minutes <= limits), _near(minutes, limits, share), known, closed)
    case = (pool.remote * ANSWERS + _movers(pool, place)) << FLAGS
    for bit, flag in enumerate(flags):
        case |= flag.astype(np.uint8) << bit
    return np.asarray(_table(all_remote=share >= 1)[case], np.uint8)


@cache
def _table(*, all_remote: bool) -> Bytes:
    """`decide` for every case: the flags as bits, above them whether the person would work remotely, and move."""

    def way(case: int) -> Way:
        within, near, known, closed = (bool(case >> bit & 1) for bit in range(FLAGS))
        remote, moves = divmod(case >> FLAGS, ANSWERS)
        return decide(
            within=within,
            near=near,
            known=known,
            closed=closed,
            moves=moves,
            remote=remote,
            all_remote=all_remote,
        )

    return np.array([int(way(case)) for case in range(ANSWERS * ANSWERS << FLAGS)], np.uint8)


def _movers(pool: Pool, place: Place | None) -> Bytes:
    """`_moves` for every candidate, shape (candidates,)."""
    country = place.country if place else None
    found: Bytes = pool.cached(
        ("movers", country), lambda: pool.moves_to.map(lambda names: _moves(names, country)).astype(np.uint8)
    )
    return found


def _near(minutes: Integers, limits: Integers, share: float) -> Bools:
    """Whether remote work brings the place within reach, as in `access`."""
    if share <= 0 or share >= 1:
        return np.full(len(minutes), share >= 1)
    reach = np.maximum(limits, np.minimum(LONGEST_TRIP, limits / (1 - share)).astype(np.int32))
    return (minutes >= 0) & (minutes <= reach)
