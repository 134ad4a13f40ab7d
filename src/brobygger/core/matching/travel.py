"""One-way commute between two places: distance on the ground, speed, and the water in between."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.crossings import CROSSINGS, Crossing
from brobygger.core.reading import Place

EARTH_KM = 6371.0088  # mean radius, IUGG
# Roads are longer than the straight line. 1.417 was measured over 66,000 US trips (Boscoe, Henry and
# Zdeb, "A Nationwide Comparison of Driving Distance Versus Straight-Line Distance to Hospitals",
# The Professional Geographer 64, 2012); our trips run along motorways and railways more often.
DETOUR = 1.3
# (km of the trip, km/h): streets first, then country roads, then motorway or train. An assumption
# that reproduces known car journeys within some ten minutes; see tests/core/matching/test_matching_travel.py.
SPEEDS = ((5.0, 30.0), (15.0, 50.0), (40.0, 80.0), (math.inf, 100.0))
UNREACHABLE = 1_000_000  # minutes

Number: TypeAlias = Any  # floats or arrays of floats: the same arithmetic serves both
Minutes = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Point: TypeAlias = tuple[float, float, float]  # on the unit sphere


@lru_cache(maxsize=50_000)
def minutes_between(start: Place, end: Place) -> int:
    """One-way commute in whole minutes; `UNREACHABLE` where no crossing joins the two lands."""
    return int(Homes.of([start]).minutes_to(end)[0])


@dataclass(frozen=True)
class Homes:
    """
    Places to start from, made ready for many goals.

    Args:
        points: on the unit sphere, shape (3, places).
        lands: the places on each land that has a name.
        to_shore: for each of these lands the road to every landing, km, shape (landings, places of the land).
    """

    points: Floats
    lands: Mapping[str, npt.NDArray[np.intp]]
    to_shore: Mapping[str, Floats]

    @classmethod
    def of(cls, places: Sequence[Place]) -> Homes:
        points = np.array([_unit(one.latitude, one.longitude) for one in places]).reshape(-1, 3).T.copy()
        names = np.array([one.land or "" for one in places])
        lands = {land: np.flatnonzero(names == land) for land in set(names.tolist()) if land}
        shores = {
            land: np.array([_road_km(points[:, rows], point) for point in _network().points[land]])
            for land, rows in lands.items()
            if land in _network().points
        }
        return cls(points, lands, shores)

    def minutes_to(self, end: Place) -> Minutes:
        """One-way commute to `end` from each place, whole minutes, shape (places,)."""
        goal = _unit(end.latitude, end.longitude)
        found: Floats = np.asarray(_minutes(_road_km(self.points, goal)), np.float64)
        for land, rows in self.lands.items():
            if end.land and land != end.land:
                found[rows] = self._over_water(land, goal, end.land)
        return np.minimum(np.floor(found + 0.5), UNREACHABLE).astype(np.int32)

    def _over_water(self, land: str, goal: Point, end_land: str) -> Floats | float:
        """
        Fastest way from the places on one land to a point on another, over one or more crossings.

        The roads on all lands are one trip: it is slow in the first and last streets, not at each shore.
        """
        network = _network()
        if land not in network.points or end_land not in network.points:
            return float(UNREACHABLE)
        last = np.array([_road_km(point, goal) for point in network.points[end_land]])
        way = network.between(land, end_land)
        best = (way.cost + last * FULL_SPEED).argmin(axis=1)  # for each landing on the first land
        rows = np.arange(len(best))
        km, crossing = way.km[rows, best] + last[best], way.crossing[rows, best]
        return np.asarray(
            (_minutes(self.to_shore[land] + km[:, None]) + crossing[:, None]).min(axis=0), np.float64
        )


def _unit(latitude: float, longitude: float) -> Point:
    """The place on the unit sphere: distances then need no trigonometry, so every run rounds alike."""
    phi, theta = math.radians(latitude), math.radians(longitude)
    return (math.cos(phi) * math.cos(theta), math.cos(phi) * math.sin(theta), math.sin(phi))


def _road_km(start: Number, goal: Point) -> Number:
    """Length of the road from `start`, a point or an array of shape (3, places), to `goal`."""
    dx, dy, dz = start[0] - goal[0], start[1] - goal[1], start[2] - goal[2]
    half = np.sqrt(dx * dx + dy * dy + dz * dz) * 0.5
    # arcsin by its series: exact to a metre below 1,500 km, and the same on every machine
    square = half * half
    return 2 * EARTH_KM * DETOUR * half * (1 + square * (1 / 6 + square * (3 / 40 + square * (15 / 336))))


def _minutes(km: Number) -> Number:
    """Time for so long a road, see `SPEEDS`."""
    minutes = km * 0.0
    for length, speed in SPEEDS:
        leg = np.minimum(km, length)
        minutes = minutes + leg * (60 / speed)
        km = km - leg
    return minutes


def great_circle_km(start: Place, end: Place) -> float:
    """Distance over ground as the crow flies (haversine formula)."""
    a, b = math.radians(start.latitude), math.radians(end.latitude)
    across = math.radians(end.longitude - start.longitude)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


@dataclass(frozen=True, slots=True)
class _Ways:
    """
    The cheapest ways from some landings to others, each array of shape (from, to).

    Args:
        cost: minutes with all roads at full speed: what "cheapest" means.
        km: road on land.
        crossing: minutes on the crossings.
    """

    cost: Floats
    km: Floats
    crossing: Floats


@dataclass(frozen=True, slots=True)
class _Network:
    """The landings of each land, and the cheapest ways between all of them."""

    points: Mapping[str, list[Point]]
    rows: Mapping[str, npt.NDArray[np.intp]]
    ways: _Ways

    def between(self, land: str, other: str) -> _Ways:
        where = np.ix_(self.rows[land], self.rows[other])
        return _Ways(self.ways.cost[where], self.ways.km[where], self.ways.crossing[where])


FULL_SPEED = 60 / SPEEDS[-1][1]  # minutes a kilometre


@cache
def _network(crossings: tuple[Crossing, ...] = CROSSINGS) -> _Network:
    """All pairs' cheapest ways (Floyd 1962, Warshall 1962)."""
    landings = [
        (land, _unit(*position))
        for one in crossings
        for land, position in zip(one.lands, one.ends, strict=True)
    ]
    names = np.array([land for land, _ in landings])
    same = names[:, None] == names
    roads = np.array([[float(_road_km(a, b)) for _, b in landings] for _, a in landings])
    km, crossing = np.where(same, roads, math.inf), np.where(same, 0.0, math.inf)
    for number, one in enumerate(crossings):
        for a, b in ((2 * number, 2 * number + 1), (2 * number + 1, 2 * number)):
            km[a, b], crossing[a, b] = 0.0, float(one.minutes)
    for via in range(len(landings)):
        other_km, other_crossing = km[:, [via]] + km[via], crossing[:, [via]] + crossing[via]
        cheaper = other_km * FULL_SPEED + other_crossing < km * FULL_SPEED + crossing
        km, crossing = np.where(cheaper, other_km, km), np.where(cheaper, other_crossing, crossing)
    lands = sorted(set(names.tolist()))
    return _Network(
        points={land: [point for name, point in landings if name == land] for land in lands},
        rows={land: np.flatnonzero(names == land) for land in lands},
        ways=_Ways(km * FULL_SPEED + crossing, km, crossing),
    )
