"""
Labour markets: those that a border runs through, as sets of municipalities on both sides, and the region that a place of
work lies in; see labour_areas.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from brobygger.data.places import default_places

FILE = Path(__file__).parent / "labour_areas.toml"


@dataclass(frozen=True, slots=True)
class Municipality:
    """
    A municipality of a labour market.

    Args:
        country: ISO 3166-1.
        code: its number in the country's official statistics.
        places: the places in it that `default_places` knows.
    """

    country: str
    code: str
    name: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabourArea:
    """One labour market: `code` in addresses, `name` on pages, and the municipalities that it is made of."""

    code: str
    name: str
    municipalities: tuple[Municipality, ...]

    def names_by_country(self) -> dict[str, frozenset[str]]:
        """By country what a place in the area may be called: the places, and the municipality itself."""
        names: dict[str, set[str]] = {}
        for one in self.municipalities:
            names.setdefault(one.country, set()).update((one.name, *one.places))
        return {country: frozenset(found) for country, found in names.items()}


@lru_cache(maxsize=1)
def labour_areas() -> Mapping[str, LabourArea]:
    """Every labour market of the table, by code."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))["area"]
    areas = (
        LabourArea(
            code=table["code"],
            name=table["name"],
            municipalities=tuple(
                Municipality(one["country"], one["code"], one["name"], tuple(one["places"]))
                for one in table["municipalities"]
            ),
        )
        for table in tables
    )
    return {area.code: area for area in areas}


@dataclass(frozen=True, slots=True)
class LabourRegion:
    """
    Where a place of work lies, as far as the question whether somebody has stayed goes.

    Args:
        code: of a labour market, or the country with the number of the region in it: “DK-18”.
        name: empty where the table has none.
    """

    code: str
    name: str


def labour_region(place: str, country: str) -> LabourRegion | None:
    """
    The labour market that a municipality or place lies in: one that a border runs through, or else the region of its
    country. None if the country has no such place.
    """
    for area in labour_areas().values():
        if place.casefold() in {one.casefold() for one in area.names_by_country().get(country, ())}:
            return LabourRegion(area.code, area.name)
    names, municipalities = _regions()
    code = municipalities.get((country, place.casefold()))
    if code is None:
        entry = default_places().named(place, country)
        if entry is None:
            return None
        code = entry.place.region or ""
    return LabourRegion(f"{country}-{code}" if code else country, names.get((country, code), ""))


def region_name(code: str) -> str:
    """The name of a `LabourRegion`, or its code where it has none."""
    if code in labour_areas():
        return labour_areas()[code].name
    country, _, number = code.partition("-")
    return _regions()[0].get((country, number), code)


@lru_cache(maxsize=1)
def _regions() -> tuple[Mapping[tuple[str, str], str], Mapping[tuple[str, str], str]]:
    """Names by country and code, and codes by country and municipality."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))["region"]
    names = {(table["country"], table["code"]): table["name"] for table in tables}
    codes = {
        (table["country"], name.casefold()): table["code"]
        for table in tables
        for name in table["municipalities"]
    }
    return names, codes
