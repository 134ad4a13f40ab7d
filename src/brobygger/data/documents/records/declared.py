"""Fields that most ads share, written into the text and declared as facts."""

from __future__ import annotations

import re

from brobygger.core.reading.data import (
    Deadline,
    Hours,
    Language,
    Level,
    Modality,
    PlaceCount,
    Role,
    Start,
)
from brobygger.core.reading.identify import identify
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.labels import label
from brobygger.data.documents.names import language_code
from brobygger.data.documents.records.fields import count, date, day_words, is_rolling

HOURS_A_WEEK = re.compile(
    r"(\d{1,2}(?:[.,]\d+)?)(?:\s*[-–]\s*(\d{1,2}(?:[.,]\d+)?))?\s*"
    r"(?:hours|hrs|timer|timmar|tim\.?|h)\s*(?:/|per|a|pr\.?|i|om)?\s*(?:week|uge|ugen|uke|uka|uken|vecka|veckan)\b",
    re.IGNORECASE,
)
BEGINNING = 5_000  # characters that tell the language
MOST_HOURS = 60  # a week; EU law ends at 48 on average, so more is a typing error


def label_language(stated: str, words: str) -> str:
    """Language of the labels: as the source states it, else that of its words."""
    code = stated[:2].lower()
    if not code:
        code = identify(words[:BEGINNING]).language
    return {"no": "nb", "nn": "nb", "und": "en"}.get(code, code)


def add_deadline(draft: Draft, value: object) -> None:
    """A day, or words such as "løbende", which mean that there is none."""
    day = date(value)
    fact = Deadline(day) if day or is_rolling(value) else None
    draft.add_field("deadline", day_words(value), fact, Role.APPLICATION)


def add_start(draft: Draft, value: object) -> None:
    """A day, or words such as "snarest", which mean as soon as possible."""
    day = date(value)
    draft.add_field("start", day_words(value), Start(day) if day or is_rolling(value) else None)


def add_places(draft: Draft, value: object) -> None:
    """Number of positions."""
    found = count(value)
    if found:
        draft.add_field("places", str(found), PlaceCount(found))


def hours_a_week(words: str) -> Hours | None:
    """Hours in words that name the week: "37 timer pr. uge", "15–20 hours per week"."""
    match = HOURS_A_WEEK.search(words)
    if not match:
        return None
    return hours(match[1], match[2])


def hours(least: str, most: str | None) -> Hours | None:
    """Hours a week from one or two numbers as written; None unless they make a range within a week."""
    minimum = float(least.replace(",", "."))
    maximum = float(most.replace(",", ".")) if most else minimum
    return Hours(minimum, maximum) if 0 < minimum <= maximum <= MOST_HOURS else None


def add_language_need(draft: Draft, name: str, level: Level | None, modality: Modality) -> None:
    """A language that an ad asks for, in a field of its own."""
    code = language_code(name)
    words = f"{name} {level}" if level else name
    prefix = f"{label('language_needed', draft.language)} "
    prefix += f"({label('requirement' if modality is Modality.REQUIRED else 'advantage', draft.language).lower()}): "
    role = Role.REQUIREMENT if modality is Modality.REQUIRED else Role.ADVANTAGE
    span = draft.add_line(words, prefix)
    draft.declare(span, Language(code, level, modality) if code else None, role)
