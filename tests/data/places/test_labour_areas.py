"""Labour markets across a border name places that the product knows, each in one municipality of the right side."""

from __future__ import annotations

from collections import Counter

from brobygger.data.places import FILE
from brobygger.data.places.labour_areas import labour_areas

REGIONS = {"NO": "13", "SE": "28"}  # of GeoNames: Østfold, Västra Götaland


def test_every_place_is_known_and_lies_in_one_municipality() -> None:
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()]
    known = {(row[2], row[0]) for row in rows if len(row) > 3 and REGIONS.get(row[2]) == row[3]}
    area = labour_areas()["ostfold-fyrbodal"]

    named = Counter((one.country, place) for one in area.municipalities for place in one.places)

    assert set(named) <= known
    assert set(named.values()) == {1}
    # the whole of Østfold: what GeoNames lists there is what the municipalities hold
    assert {place for country, place in named if country == "NO"} == {
        name for country, name in known if country == "NO"
    }
    assert Counter(one.country for one in area.municipalities) == {"NO": 12, "SE": 14}
