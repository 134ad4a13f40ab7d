"""Which country a sentence speaks of or from: for currencies, full-time hours and work permits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from brobygger.core.reading.data import Document, Passage
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.identify import identify

COUNTRY_OF_LANGUAGE = {"da": "DK", "nb": "NO", "nn": "NO", "sv": "SE", "de": "DE", "fi": "FI", "is": "IS"}
NAMES = {  # names of a country in Danish, Bokmål, Swedish, English and its own language
    "DK": r"danmark|denmark|dänemark",
    "NO": r"norge|noreg|norway|norwegen",
    "SE": r"sverige|sweden|schweden",
    "FI": r"finland|suomi",
    "IS": r"island|iceland",
    "DE": r"tyskland|germany|deutschland",
    "EU": r"eu|eea|eøs|ees",
}
TRACES = {  # what else tells where an English ad is from: currency, form of company, telephone, domain, largest cities
    "DK": r"DKK|A/S|ApS|\+45|\w\.dk|copenhagen|københavn|aarhus|odense|aalborg",
    "NO": r"NOK|ASA|\+47|\w\.no|oslo|bergen|trondheim|stavanger",
    "SE": r"SEK|AB|\+46|\w\.se|stockholm|gothenburg|göteborg|malmö|uppsala",
}


def _compiled(*tables: dict[str, str]) -> re.Pattern[str]:
    codes = {code for table in tables for code in table}
    words = {code: "|".join(table[code] for table in tables if code in table) for code in sorted(codes)}
    return folded("|".join(rf"(?P<{code}>(?<!\w)(?:{words[code]})s?\b)" for code in words))


COUNTRY = _compiled(NAMES)
TRACE = _compiled(NAMES, TRACES)
SURE = 0.9  # confidence from which the language of a whole text is believed
BEGINNING = 2_000  # characters that tell a document's language and home


def named_countries(text: str) -> tuple[str, ...]:
    """Countries named in a text (ISO 3166-1, "EU" for the EU or the EEA), in order, each once."""
    return tuple(dict.fromkeys(_found(COUNTRY, text)))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Countries in order; "EU" and "Island" only with their capitals, without them they are other words."""
    for match in pattern.finditer(fold(text)):
        code, written = match.lastgroup, text[match.start() : match.end()].rstrip("s")
        if code and not (
            (code == "EU" and not written.isupper()) or (written.lower() == "island" and written != "Island")
        ):
            yield code


def home_country(passage: Passage, document: Document) -> str | None:
    """
    The country an ad or a CV is at home in.

    That of the surer language, the passage's or the document's: a short sentence is easily taken for the
    neighbour's language. Of an English text the country that its names and numbers point at most.
    """
    beginning = document.text[:BEGINNING]
    guess = _guess(beginning)
    by_passage = COUNTRY_OF_LANGUAGE.get(passage.language)
    by_document = COUNTRY_OF_LANGUAGE.get(guess.language) if guess.confidence >= SURE else None
    if by_passage and (passage.language_confidence >= guess.confidence or not by_document):
        return by_passage
    return by_document or _pointed_at(beginning)


_guess = lru_cache(maxsize=256)(identify)


@lru_cache(maxsize=256)
def _pointed_at(text: str) -> str | None:
    """The country that is named or hinted at most."""
    counts = Counter(code for code in _found(TRACE, text) if code != "EU")
    return min(counts, key=lambda code: (-counts[code], code), default=None)
