"""Groups of countries inside which people may work freely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

EU = frozenset("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split())
EEA = EU | {"IS", "LI", "NO"}
NORDIC = frozenset({"DK", "FI", "IS", "NO", "SE"})

# Names that may stand among country codes. Freedom of movement covers the EEA (Regulation (EU)
# 492/2011 and the EEA Agreement), so "EU" is read as EU/EEA, as in the ads.
AREAS: Mapping[str, frozenset[str]] = {"EU": EEA, "EEA": EEA, "NORDIC": NORDIC}


def countries(names: Iterable[str]) -> frozenset[str]:
    """The countries that codes and area names stand for together."""
    return frozenset(country for name in names for country in AREAS.get(name, (name,)))
