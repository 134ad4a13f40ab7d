"""Labour markets that a border runs through, as sets of municipalities on both sides; see labour_areas.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

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
