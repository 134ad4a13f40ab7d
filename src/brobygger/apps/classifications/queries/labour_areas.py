"""Labour markets that a border runs through, as a condition on rows that name a place."""

from __future__ import annotations

from django.db.models import Q

from brobygger.data.places.labour_areas import labour_areas


def area_choices() -> list[tuple[str, str]]:
    """Code and name of each labour market."""
    return [(area.code, area.name) for area in labour_areas().values()]


def lies_in(area: str, *, place: str, country: str) -> Q:
    """
    Rows whose place lies in a labour market, on whichever side of the border; none if the area is not known.

    Args:
        area: code of the labour market.
        place, country: the columns with the place's name and with its country.
    """
    found = Q(pk__in=())
    known = labour_areas().get(area)
    for code, names in known.names_by_country().items() if known else ():
        found |= Q(**{country: code, f"{place}__in": sorted(names)})
    return found
