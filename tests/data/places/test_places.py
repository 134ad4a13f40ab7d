"""The table of places: what the commute depends on (land), other names, names that are words."""

from __future__ import annotations

import pytest

from brobygger.data.places import default_places

LANDS = {
    "jylland": "Aarhus Aalborg Esbjerg Kolding Fredericia Snoghøj Vejle Horsens Herning Holstebro Viborg Skive Thisted Skagen Frederikshavn "
    "Ebeltoft Grenaa Sønderborg Nordborg Augustenborg Aabenraa Tønder Ringkøbing Silkeborg Randers Flensburg Niebüll Husum Schleswig Kiel",
    "fyn": "Odense Svendborg Nyborg Middelfart Strib Assens Faaborg Bogense Kerteminde Rudkøbing",
    "sjaelland": "København Roskilde Helsingør Hillerød Køge Slagelse Korsør Kalundborg Næstved Vordingborg Maribo Nakskov Stege",
    "bornholm": "Rønne Nexø Svaneke Gudhjem",
    "samsoe": "Tranebjerg",
    "gotland": "Visby Slite",
    "scandinavia": "Oslo Bergen Trondheim Tromsø Kristiansand Stavanger Fredrikstad Göteborg Malmö Lund Helsingborg Stockholm Luleå Halmstad Ystad Helsinki",
    "aland": "Mariehamn",
}


@pytest.mark.parametrize(
    ("land", "town"), [(land, town) for land, towns in LANDS.items() for town in towns.split()]
)
def test_places_lie_on_their_land(land, town):
    entry = default_places().named(town)

    assert entry is not None
    assert entry.place.land == land


@pytest.mark.parametrize(
    ("name", "known_as", "country"),
    [
        ("Copenhagen", "København", "DK"),
        ("Köpenhamn", "København", "DK"),
        ("Århus", "Aarhus", "DK"),
        ("Ålborg", "Aalborg", "DK"),
        ("Elsinore", "Helsingør", "DK"),
        ("Nykøbing F", "Nykøbing Falster", "DK"),
        ("Gothenburg", "Göteborg", "SE"),
        ("Malmø", "Malmö", "SE"),
        ("Flensborg", "Flensburg", "DE"),
        ("Helsingfors", "Helsinki", "FI"),
        ("München", "Munich", "DE"),
        ("Aabybro", "Åbybro", "DK"),
        ("Videbaek", "Videbæk", "DK"),
        ("Grenå", "Grenaa", "DK"),
        ("Kgs. Lyngby", "Kongens Lyngby", "DK"),
        ("Tromso", "Tromsø", "NO"),
        ("Linkøping", "Linköping", "SE"),
    ],
)
def test_places_are_known_by_their_other_names(name, known_as, country):
    entry = default_places().named(name)

    assert entry is not None
    assert (entry.place.name, entry.place.country) == (known_as, country)


@pytest.mark.parametrize("name", ["Lund", "Moss", "Sand", "Os", "Mo", "Ry", "Reading", "Nice", "Strand"])
def test_places_named_like_words_need_a_sign(name):
    places = default_places()

    assert not list(places.find(f"{name} og andre ord"))
    assert list(places.find(f"Arbejdssted: {name}"))


@pytest.mark.parametrize("name", ["Aarhus", "Bergen", "Solna", "Struer", "Sandefjord"])
def test_places_with_names_of_their_own_need_none(name):
    text = f"Ingeniør {name}"

    assert [text[span.start : span.end] for span in default_places().find(text)] == [name]


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Frøya", "Sistranda"),
        ("Hitra", "Fillan"),
        ("Nørrebro", "København"),
        ("Tjörn", "Skärhamn"),
        ("Als", "Sønderborg"),
    ],
)
def test_places_that_are_areas_lie_where_their_town_does(name, town):
    area, place = default_places().named(name), default_places().named(town)

    assert area is not None
    assert place is not None
    assert (area.place.latitude, area.place.region, area.place.land) == (
        place.place.latitude,
        place.place.region,
        place.place.land,
    )
    assert area.population == 0


def test_places_in_other_letters_are_no_ordinary_words():
    assert not list(default_places().find("Stora torget"))


@pytest.mark.parametrize("text", ["· Lund ·", "| Lund, Sweden |", "Lund"])
def test_places_named_like_words_may_stand_alone_between_separators(text):
    assert list(default_places().find(text))


def test_places_abroad_that_are_words_need_a_sign_between_separators():
    assert not list(default_places().find("Print | Mobile | Nice"))


def test_places_have_coordinates_in_degrees():
    for _, entry in default_places().names:
        assert -90 <= entry.place.latitude <= 90
        assert -180 <= entry.place.longitude <= 180
        assert len(entry.place.country) == 2


def test_places_of_denmark_norway_and_sweden_all_lie_on_a_land():
    assert all(
        entry.place.land for _, entry in default_places().names if entry.place.country in {"DK", "NO", "SE"}
    )
