"""One-way commute between two places: distance on the ground, speed, and the water in between."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
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
# that reproduces known car journeys within some ten minutes; see tests/core/matching/test_travel.py.
SPEEDS = ((5.0, 30.0), (15.0, 50.0), (40.0, 80.0), (math.inf, 100.0))
UNREACHABLE = 1_000_000  # minutes

Number: TypeAlias = Any  # floats or arrays of floats: the same arithmetic serves both
Minutes = npt.NDArray[np.int32]


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

    """

    points: npt.NDArray[np.float64]
    lands: dict[str, npt.NDArray[np.intp]]

    @classmethod
    def of(cls, places: Sequence[Place]) -> Homes:
        points = np.array([_unit(one.latitude, one.longitude) for one in places]).reshape(-1, 3).T
        names = np.array([one.land or "" for one in places])
        return cls(
            points.copy(), {land: np.flatnonzero(names == land) for land in set(names.tolist()) if land}
        )

    def minutes_to(self, end: Place) -> Minutes:
        """One-way commute to `end` from each place, whole minutes, shape (places,)."""
        goal = _unit(end.latitude, end.longitude)
        found: npt.NDArray[np.float64] = np.asarray(_minutes(_road_km(self.points, goal)), np.float64)
        for land, rows in self.lands.items():
            if end.land and land != end.land:
                found[rows] = _over_water(self.points[:, rows], land, goal, end.land)
        return np.minimum(np.floor(found + 0.5), UNREACHABLE).astype(np.int32)


def _over_water(
    points: npt.NDArray[np.float64], land: str, goal: Point, end_land: str
) -> npt.NDArray[np.float64]:
    """
    Fastest way from points on one land to a point on another, over one or more crossings.

    The roads on all lands are one trip: it is slow in the first and last streets, not at each shore.
    """
    network = _network()
    fastest = np.full(points.shape[1], float(UNREACHABLE))
    arrivals = [
        (row, _road_km(terminal.point, goal))
        for row, terminal in enumerate(network.terminals)
        if terminal.land == end_land
    ]
    for row, terminal in enumerate(network.terminals):
        if terminal.land == land and arrivals:
            onward = min(network.ways[row][other].then(km) for other, km in arrivals)
            if onward.cost == math.inf:
                continue
            fastest = np.minimum(
                fastest, _minutes(_road_km(points, terminal.point) + onward.km) + onward.crossing
            )
    return fastest


Point: TypeAlias = tuple[float, float, float]


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
class _Terminal:
    land: str
    point: Point


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A way between two landings, cheapest first: `cost` is its minutes at full speed."""

    cost: float
    km: float
    crossing: float

    def then(self, km: float, crossing: float = 0.0) -> _Way:
        return _Way(self.cost + km * FULL_SPEED + crossing, self.km + km, self.crossing + crossing)


FULL_SPEED = 60 / SPEEDS[-1][1]  # minutes a kilometre
HERE, NO_WAY = _Way(0.0, 0.0, 0.0), _Way(math.inf, math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class _Network:
    """Landings, and the cheapest way between each two over land and water."""

    terminals: tuple[_Terminal, ...]
    ways: list[list[_Way]]


@cache
def _network(crossings: tuple[Crossing, ...] = CROSSINGS) -> _Network:
    """All pairs' cheapest ways (Floyd 1962, Warshall 1962)."""
    terminals = tuple(
        _Terminal(land, _unit(*position))
        for one in crossings
        for land, position in zip(one.lands, one.ends, strict=True)
    )
    size = range(len(terminals))
    ways = [
        [HERE.then(float(_road_km(a.point, b.point))) if a.land == b.land else NO_WAY for b in terminals]
        for a in terminals
    ]
    for number, one in enumerate(crossings):
        ways[2 * number][2 * number + 1] = ways[2 * number + 1][2 * number] = HERE.then(
            0.0, float(one.minutes)
        )
    for via, a, b in itertools.product(size, size, size):
        ways[a][b] = min(ways[a][b], ways[a][via].then(ways[via][b].km, ways[via][b].crossing))
    return _Network(terminals, ways)
