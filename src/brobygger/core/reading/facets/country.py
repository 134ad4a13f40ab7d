"""Which country a sentence speaks of or from: for currencies, full-time hours and work permits."""

from __future__ import annotations

import re

from brobygger.core.reading.data import Document, Passage

COUNTRY_OF_LANGUAGE = {"da": "DK", "nb": "NO", "nn": "NO", "sv": "SE", "de": "DE", "fi": "FI", "is": "IS"}
NAMES = {  # names of a country in Danish, Bokmål, Swedish, English and its own language
    "DK": r"danmark|denmark|dänemark",
    "NO": r"norge|noreg|norway|norwegen",
    "SE": r"sverige|sweden|schweden",
    "FI": r"finland|suomi",
    "IS": r"(?-i:Island)|iceland",
    "DE": r"tyskland|germany|deutschland",
    "EU": r"(?-i:EU|EEA|EØS|EES)",
}
COUNTRY = re.compile(
    "|".join(rf"(?P<{code}>\b(?:{names})s?\b)" for code, names in NAMES.items()), re.IGNORECASE
)


def named_countries(text: str) -> tuple[str, ...]:
    """Countries named in a text (ISO 3166-1, "EU" for the EU or the EEA), in order, each once."""
    return tuple(dict.fromkeys(match.lastgroup for match in COUNTRY.finditer(text) if match.lastgroup))


def home_country(passage: Passage, document: Document) -> str | None:
    """The country an ad or a CV is at home in: of the passage's language; of an English text, the one it names most."""
    if passage.language in COUNTRY_OF_LANGUAGE:
        return COUNTRY_OF_LANGUAGE[passage.language]
    counts: dict[str, int] = {}
    for match in COUNTRY.finditer(document.text, 0, 20_000):
        if match.lastgroup and match.lastgroup != "EU":
            counts[match.lastgroup] = counts.get(match.lastgroup, 0) + 1
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None
