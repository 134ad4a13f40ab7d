"""The places that the product knows; see places.tsv and areas.tsv for their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from brobygger.core.reading.data import Place
from brobygger.core.reading.gazetteer import Entry, Gazetteer

FILE = Path(__file__).parent / "places.tsv"
AREAS = Path(__file__).parent / "areas.tsv"

NEIGHBOURS_SPELL = str.maketrans("øØæÆöÖäÄ", "öÖäÄøØæÆ")  # "Malmø", "Helsingör"
WITHOUT_RINGS = str.maketrans({"å": "aa", "Å": "Aa"})  # "Aabybro"
LETTER_PAIRS = WITHOUT_RINGS | str.maketrans(  # "Videbaek", "Boerkop"
    {"ä": "ae", "Ä": "Ae", "ö": "oe", "Ö": "Oe", "ø": "oe", "Ø": "Oe", "æ": "ae", "Æ": "Ae"}
)
PLAIN_LETTERS = str.maketrans("åÅäÄöÖøØ", "aAaAoOoO")  # "Malmo", "Tromso"
WELL_KNOWN = 10_000  # people: smaller towns in plain letters are taken for other words ("Stora")
SHORTEST_SPELT = 5  # letters: shorter names in other letters are other words
NORDIC = frozenset({"DK", "NO", "SE"})


@lru_cache(maxsize=1)
def default_places() -> Gazetteer:
    """
    Every place and area of the tables under each of its names, and each name in the spellings it is met in.

    Raises:
        ValueError: naming the line that is not as the header says.
    """
    names = [(name, entry) for entry, known in _entries() for name in known]
    taken = {name for name, _ in names}
    names += [
        (spelling, entry)
        for name, entry in names
        if entry.place.country in NORDIC and len(name) >= SHORTEST_SPELT
        for spelling in spellings(name, well_known=entry.population >= WELL_KNOWN)
        if spelling not in taken
    ]
    return Gazetteer(tuple(names))


def spellings(name: str, *, well_known: bool) -> set[str]:
    """Other ways to write a Danish, Norwegian or Swedish name: the neighbours', old ones, those of other keyboards."""
    tables = (NEIGHBOURS_SPELL, WITHOUT_RINGS, LETTER_PAIRS, *((PLAIN_LETTERS,) if well_known else ()))
    with_rings = name.replace("aa", "å").replace("Aa", "Å")
    return {with_rings, *(name.translate(table) for table in tables)} - {name}


def _entries() -> Iterator[tuple[Entry, list[str]]]:
    """The entries of both tables, each with all its names."""
    towns: dict[tuple[str, str], Place] = {}
    for entry, names in _rows(FILE, _town):
        towns[entry.place.name, entry.place.country] = entry.place
        yield entry, names
    yield from _rows(AREAS, lambda cells: _area(cells, towns))


def _rows(file: Path, read: Callable[[list[str]], Entry]) -> Iterator[tuple[Entry, list[str]]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(("#", "name\t")):
            continue
        cells = line.split("\t")
        try:
            yield read(cells), [cells[0], *filter(None, cells[1].split("|"))]
        except (ValueError, KeyError) as error:
            raise ValueError(f"{file.name}:{number}: {error}") from error


def _town(cells: list[str]) -> Entry:
    name, _, country, region, latitude, longitude, population, land, word = cells
    place = Place(name, country, float(latitude), float(longitude), region or None, land or None)
    return Entry(place, int(population), word == "1")


def _area(cells: list[str], towns: Mapping[tuple[str, str], Place]) -> Entry:
    """An area lies where its town does; smaller than every town of its name."""
    name, _, country, town, word = cells
    return Entry(replace(towns[town, country], name=name), 0, word == "1")
