"""How CVs and applications are written in each country, and documents to begin from. In four languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from brobygger.data.guides.written import Part, Skeleton, to_docx, to_odt, to_text

__all__ = [
    "COUNTRIES",
    "KINDS",
    "LANGUAGES",
    "Guide",
    "Part",
    "Skeleton",
    "guide_for",
    "skeleton",
    "to_docx",
    "to_odt",
    "to_text",
]

LANGUAGES: Final = ("da", "nb", "sv", "en")
COUNTRIES: Final = ("DK", "NO", "SE", "EN")
"""Of these guides; EN is for English in any country."""
KINDS: Final = ("cv", "application")
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Guide:
    """
    What to know of one country.

    Args:
        language: that texts are mostly written in there.
        points: of this country.
        common: of every country.
        parts: by kind of text, (heading, hint) in each language, in the usual order.
    """

    country: str
    language: str
    points: tuple[Words, ...]
    common: tuple[Words, ...]
    parts: Mapping[str, tuple[tuple[Words, Words], ...]]


@cache
def guide_for(country: str) -> Guide:
    """
    The guide of one of `COUNTRIES`.

    Raises:
        KeyError: there is none.
    """
    if country not in COUNTRIES:
        raise KeyError(country)
    found = _read()
    one = found[country]
    parts = {
        kind: tuple((found["parts"][code]["heading"], found["parts"][code]["hint"]) for code in one[kind])
        for kind in KINDS
    }
    return Guide(country, one["language"], tuple(one["points"]), tuple(found["common"]["points"]), parts)


def skeleton(country: str, kind: str, language: str) -> Skeleton:
    """
    A text to begin from: headings in `language`, under each what belongs there.

    Raises:
        KeyError: there is no such country, kind or language.
    """
    title = _read()["titles"][kind][language]
    parts = guide_for(country).parts[kind]
    return Skeleton(
        title, language, tuple(Part(heading[language], hint[language]) for heading, hint in parts)
    )


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("guides.toml").read_text(encoding="utf-8"))
