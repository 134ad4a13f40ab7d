"""Values out of JSON that may hold anything anywhere: what is not of the wanted type counts as missing."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping

from brobygger.core.reading.data import Level

Entry = Mapping[str, object]

ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
NORDIC_DATE = re.compile(r"(\d{1,2})[.-](\d{1,2})[.-](\d{4})(?!\d)")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
LEVEL = re.compile(r"(?<![A-Za-z0-9])([ABC][12])(?![A-Za-z0-9])")
SMALL_WORDS = re.compile(r"\b(?:Og|Och|I|På|Av|Ved)\b")
LONGEST_NUMBER = 30  # digits
ROLLING = frozenset(
    (
        *"rolling løbende løpende fortløpende løpande löpande snarest snarast straks asap".split(),
        "as soon as possible", "snarest mulig", "snarest muligt", "hurtigst muligt", "så snart som möjligt",
    )
)  # fmt: skip


def at(entry: object, *path: str) -> object:
    """The value at the end of a path of keys; None where the path ends early."""
    for key in path:
        entry = entry.get(key) if isinstance(entry, Mapping) else None
    return entry


def text(value: object) -> str:
    """Words of a string or number, without surrounding space; "" for anything else."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float):
        return f"{value:g}" if math.isfinite(value) else ""
    return str(value) if abs(value) < 10**LONGEST_NUMBER else ""


def first(entry: object, *names: str) -> str:
    """The first of several fields that has words in it."""
    return next((words for name in names if (words := text(at(entry, name)))), "")


def items(value: object) -> list[object]:
    """The items of a list; a single value is a list of one, a missing one is empty."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def texts(value: object) -> list[str]:
    """The words of each item of a list, or of one value."""
    return [words for item in items(value) if (words := text(item))]


def number(value: object) -> float | None:
    """A finite number, also one that is written as text."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    match = NUMBER.fullmatch(text(value)[:LONGEST_NUMBER])
    return float(match[0].replace(",", ".")) if match else None


def count(value: object) -> int | None:
    """A whole number from 1 up."""
    found = number(value)
    return int(found) if found is not None and found >= 1 and found == int(found) else None


def date(value: object) -> dt.date | None:
    """The day of "2026-03-31", "2026-03-31T12:00:00Z", "31.03.2026" or "31-03-2026"; None for anything else."""
    words = text(value)
    iso, nordic = ISO_DATE.match(words), NORDIC_DATE.fullmatch(words)
    if iso:
        year, month, day = iso[1], iso[2], iso[3]
    elif nordic:
        year, month, day = nordic[3], nordic[2], nordic[1]
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def is_rolling(value: object) -> bool:
    """Whether the words say "as soon as possible" or "rolling" instead of a day."""
    return text(value).casefold().rstrip(".!") in ROLLING


def day_words(value: object) -> str:
    """A day as it is written into the text: ISO 8601 if it is one, else the source's own words."""
    day = date(value)
    return day.isoformat() if day else text(value)


def level(value: object) -> Level | None:
    """The CEFR level named in some words: "B2", "B2 (selvstændig)"."""
    match = LEVEL.search(text(value).upper())
    return Level(match[1]) if match else None


def spelled(name: str) -> str:
    """A place as people write it: "SOGN OG FJORDANE" → "Sogn og Fjordane"; a name that is not all capitals stays."""
    if not name.isupper():
        return name
    return SMALL_WORDS.sub(lambda word: word[0].lower(), name.title())


def coordinates(latitude: object, longitude: object) -> tuple[float, float] | None:
    """Degrees of latitude and longitude; None unless both are on the globe and not the empty 0, 0."""
    north, east = number(latitude), number(longitude)
    if north is None or east is None or abs(north) > 90 or abs(east) > 180 or north == east == 0:
        return None
    return north, east
