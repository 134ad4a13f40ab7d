"""Bridges, tunnels and ferries that join the lands of the Nordic border regions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crossing:
    """
    A way over water between two lands.

    Args:
        name: as people call it.
        lands: the two lands it joins, as in `Place.land`.
        ends: (latitude, longitude) of the landing on each land, in degrees.
        minutes: crossing and the usual wait or check-in, one way.
        basis: what the minutes are made of.

    """

    name: str
    lands: tuple[str, str]
    ends: tuple[tuple[float, float], tuple[float, float]]
    minutes: int
    basis: str


# Positions to about a kilometre. Sailing times are the operators' usual ones in round figures: they
# decide whether a commute is thinkable, and are no timetable. Grenaa–Halmstad is left out: it closed
# on 30 April 2026.
CROSSINGS: tuple[Crossing, ...] = (
    Crossing(
        "Lillebælt bridges", ("jylland", "fyn"), ((55.521, 9.742), (55.508, 9.756)), 2, "2 km of motorway"
    ),
    Crossing(
        "Storebælt link",
        ("fyn", "sjaelland"),
        ((55.298, 10.850), (55.340, 11.110)),
        12,
        "18 km of motorway and a toll gate",
    ),
    Crossing(
        "Øresund link",
        ("sjaelland", "scandinavia"),
        ((55.629, 12.648), (55.565, 12.895)),
        12,
        "16 km of motorway or railway and a toll gate",
    ),
    Crossing(
        "Helsingør–Helsingborg",
        ("sjaelland", "scandinavia"),
        ((56.034, 12.616), (56.043, 12.693)),
        35,
        "20 min sailing, up to four an hour",
    ),
    Crossing(
        "Bøjden–Fynshav",
        ("fyn", "jylland"),
        ((55.106, 10.089), (54.993, 9.987)),
        70,
        "50 min sailing, 20 min wait",
    ),
    Crossing(
        "Spodsbjerg–Tårs",
        ("fyn", "sjaelland"),
        ((54.932, 10.831), (54.879, 11.024)),
        65,
        "45 min sailing, 20 min wait",
    ),
    Crossing(
        "Aarhus–Odden",
        ("jylland", "sjaelland"),
        ((56.151, 10.223), (55.972, 11.370)),
        95,
        "75 min sailing, 20 min check-in",
    ),
    Crossing(
        "Rødby–Puttgarden",
        ("sjaelland", "jylland"),
        ((54.654, 11.352), (54.503, 11.226)),
        65,
        "45 min sailing, 20 min wait",
    ),
    Crossing(
        "Gedser–Rostock",
        ("sjaelland", "jylland"),
        ((54.573, 11.926), (54.150, 12.100)),
        145,
        "1 h 55 min sailing, 30 min check-in",
    ),
    Crossing(
        "Rønne–Ystad",
        ("bornholm", "scandinavia"),
        ((55.100, 14.690), (55.426, 13.826)),
        110,
        "80 min sailing, 30 min check-in",
    ),
    Crossing(
        "Rønne–Køge",
        ("bornholm", "sjaelland"),
        ((55.100, 14.690), (55.455, 12.195)),
        360,
        "5 h 30 min sailing, 30 min check-in",
    ),
    Crossing(
        "Frederikshavn–Göteborg",
        ("jylland", "scandinavia"),
        ((57.435, 10.548), (57.692, 11.912)),
        240,
        "3 h 30 min sailing, 30 min check-in",
    ),
    Crossing(
        "Hirtshals–Kristiansand",
        ("jylland", "scandinavia"),
        ((57.595, 9.964), (58.144, 7.985)),
        225,
        "3 h 15 min sailing, 30 min check-in",
    ),
    Crossing(
        "Hirtshals–Larvik",
        ("jylland", "scandinavia"),
        ((57.595, 9.964), (59.041, 10.050)),
        255,
        "3 h 45 min sailing, 30 min check-in",
    ),
    Crossing(
        "Trelleborg–Rostock",
        ("scandinavia", "jylland"),
        ((55.369, 13.156), (54.150, 12.100)),
        390,
        "6 h sailing, 30 min check-in",
    ),
    Crossing(
        "Oskarshamn–Visby",
        ("scandinavia", "gotland"),
        ((57.265, 16.448), (57.636, 18.283)),
        210,
        "3 h sailing, 30 min check-in",
    ),
    Crossing(
        "Nynäshamn–Visby",
        ("scandinavia", "gotland"),
        ((58.900, 17.953), (57.636, 18.283)),
        225,
        "3 h 15 min sailing, 30 min check-in",
    ),
)
