"""Countries that are named in a question, in English, Danish, Bokmål and Swedish: all of ISO 3166-1, and regions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from brobygger.core.reading.facets.markets.countries import CASED, NAMES, CountryWord
from brobygger.core.reading.folding import fold, folded

__all__ = ["named_countries"]

LANGUAGES = ("en", "da", "nb", "sv")
NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "ZZ", "XA", "XB"))
SHORTEST = 4  # letters of a name from CLDR: "Man" is an island, and a word
NOT_THERE = folded(r"\b(?:ikke|inte|not|no|ingen|inga|uden|uten|utan|without)\s+(?:[\w-]+\s+)?$")


def named_countries(text: str) -> Iterator[CountryWord]:
    """Each country or region by its name, but not where it is said not to be meant; adjectives name none."""
    names, pattern = _names()
    lower = fold(text)
    for match in pattern.finditer(lower):
        if match[1] in CASED - {"island"} and text[match.start() :].startswith(match[1]):
            continue  # "us" without capitals
        if not NOT_THERE.search(lower, 0, match.start()):
            yield CountryWord(names[match[1]], *match.span(), is_adjective=False)


@cache
def _names() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """Codes by folded name, and what finds the names in a folded text, the longest first."""
    names: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            is_country = len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
            if is_country and len(name) >= SHORTEST:
                names.setdefault(fold(name).lower(), (code,))
    names |= {fold(name).lower(): codes for name, codes in NAMES.items()}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    found = "|".join(map(re.escape, longest_first))
    return names, re.compile(rf"(?<![\w-])({found})(?:s|'s)?(?![\w-])")
