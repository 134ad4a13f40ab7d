"""Public holidays of the countries of the programme, from the library `holidays`, by their English names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Final

from holidays import country_holidays

CATEGORIES: Final[Mapping[str, tuple[str, ...]]] = {
    "DK": ("public",),
    "NO": ("public",),
    "SE": ("public", "de_facto"),  # the eves of midsummer, Christmas and the new year, on which nobody works
}
BETWEEN: Final = "; "
"""What the library writes between two holidays of one day."""


def holidays_on(day: dt.date, country: str) -> tuple[str, ...]:
    """
    English names of the public holidays of a day; () if it is none.

    Args:
        country: ISO 3166-1; of one that is not in `CATEGORIES` nothing is known.
    """
    return _of_year(country, day.year).get(day, ()) if country in CATEGORIES else ()


@cache
def _of_year(country: str, year: int) -> dict[dt.date, tuple[str, ...]]:
    found = country_holidays(country, years=year, language="en_US", categories=CATEGORIES[country])
    return {day: tuple(name.split(BETWEEN)) for day, name in found.items() if day.year == year}
