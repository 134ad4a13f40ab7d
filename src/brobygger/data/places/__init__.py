"""The places that the product knows; see places.tsv for their source."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from brobygger.core.reading.data import Place
from brobygger.core.reading.gazetteer import Entry, Gazetteer

FILE = Path(__file__).parent / "places.tsv"


@lru_cache(maxsize=1)
def default_places() -> Gazetteer:
    """
    Every place of the table under each of its names.

    Raises:
        ValueError: naming the line that is not as the header says.
    """
    names: list[tuple[str, Entry]] = []
    lines = FILE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith(("#", "name\t")):
            continue
        try:
            name, others, country, region, latitude, longitude, population, land, word = line.split("\t")
            place = Place(name, country, float(latitude), float(longitude), region or None, land or None)
            entry = Entry(place, int(population), word == "1")
        except ValueError as error:
            raise ValueError(f"{FILE.name}:{number}: {error}") from error
        names += [(known, entry) for known in (name, *filter(None, others.split("|")))]
    return Gazetteer(tuple(names))
