"""
Markets that a person declares to know, or that the work is about.

A market is read only from words about customers, sales, suppliers or business life in a country. Nationality, birth
place, and where somebody lived or studied never make a market.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brobygger.core.reading.data import Document, DocumentKind, Fact, Market, Modality, Passage, Role
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.markets.countries import CountryWord, country_words
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

__all__ = ["find_markets"]

AD_ROLES = frozenset((Role.REQUIREMENT, Role.ADVANTAGE, Role.TASK))
CV_ROLES = frozenset((Role.WORK, Role.SKILLS, Role.PERSONAL, Role.OTHER, Role.LANGUAGES))
SIGNS = Signs(  # one of these stands in every passage about a market (lower case)
    "marked market marknad kunde customer client eksport export sales sold salg solgt sælg selg sälj leverand leverant supplier business forretning affär"
    " næringsliv näringsliv erhvervsliv sålt såld".split()
)
TRADE = (
    r"marke[dt](?:s|et|er|ene|erne)?|marknad(?:en|er|erna)?|kunder?(?:ne|ene|na)?|customers?|clients?|leverandør(?:er|ene|erne)|leverantör(?:er|erna)|suppliers|supplier (?:visits?|base|scene|market|network)"
    r"|(?:forretnings|affärs|business|virksomheds)\s?(?:kultur|culture|liv|life)\w*|næringsliv\w*|näringsliv\w*|erhvervsliv\w*|business"
)
BEHIND = folded(
    rf"\s+(?:(?!arbejd|arbeid|arbet|labou?r|job|hous|stock|bolig|bostad)[\w-]+\s+)?(?:{TRADE})(?!\w)",
)
BEFORE = folded(
    rf"(?:\b(?:{TRADE})|\b(?:eksport|export)\w*|\b(?:sales|sold|salg|solgt|solgte|sælger|selger|sålt|sålde|försäljning)\b(?:\s+(?:og|och|and)\s+\w+)?)"
    r"(?:\s+(?!citizen)[\w-]+){0,2}?\s+(?:i|in|til|to|till|across|from|fra|från|for|for at)\s+(?:the\s+)?$",
)
JOIN = folded(
    r"\s*(?:[,/&]|\b(?:og|och|and|eller|or|samt)\b)+\s*(?:(?:og|och|and|det|den|de|the|i|in)\s+){0,2}",
)
NEGATED = folded(r"\b(?:ikke|inte|not|no|ingen|inga|uden|uten|utan|without)\b")
PREFERRED = folded(
    r"\b(?:fordel\w*|fördel\w*|plus(?:s)?|merit\w*|advantage\w*|asset|ønskelig\w*|önskvär\w*|prefer\w*|foretrekk\w*|foretræk\w*|gerne|gjerne|gärna|desir\w*)\b",
)


def find_markets(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """Markets (ISO 3166-1); "the Nordic market" is one fact for each of its countries."""
    held = document.kind is DocumentKind.CV
    if passage.role not in (CV_ROLES if held else AD_ROLES):
        return
    lower = fold(text)
    for run in _runs(lower, list(country_words(text))):
        extent = _trade(lower, run)
        if extent is None or NEGATED.search(lower, 0, run[0].start) or NEGATED.search(lower, run[-1].end):
            continue
        modality = Modality.HELD if held else _modality(lower, passage.role)
        sure = 0.7 if passage.role is Role.TASK else 0.85
        for word in run:
            # with one country the trade word belongs to the evidence
            start, end = extent if len(run) == 1 else (word.start, word.end)
            for code in word.codes:
                yield fact_at(Market(code, modality), passage, start, end, sure)


def _runs(text: str, words: Sequence[CountryWord]) -> Iterator[list[CountryWord]]:
    """Countries joined by commas and conjunctions."""
    run: list[CountryWord] = []
    for word in words:
        if run and (
            word.is_adjective is not run[-1].is_adjective or not JOIN.fullmatch(text, run[-1].end, word.start)
        ):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _trade(text: str, run: Sequence[CountryWord]) -> tuple[int, int] | None:
    """The extent of the countries with the word for trade beside them; None if no such word stands there."""
    behind = BEHIND.match(text, run[-1].end)
    if behind:
        return run[0].start, behind.end()
    if run[0].is_adjective:
        return None
    before = BEFORE.search(text, max(0, run[0].start - 60), run[0].start)
    return (before.start(), run[-1].end) if before else None


def _modality(text: str, role: Role) -> Modality:
    return Modality.PREFERRED if role is Role.ADVANTAGE or PREFERRED.search(text) else Modality.REQUIRED
