"""Where the work is, or where a person lives: towns beside a sign of it, not every town that is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Place, Role, Span
from brobygger.core.reading.facets.country import COUNTRY_OF_LANGUAGE, named_countries
from brobygger.core.reading.facets.facet import Finder, fact_at
from brobygger.core.reading.facets.places import homes, words
from brobygger.core.reading.facets.places.homes import home
from brobygger.core.reading.facets.places.workplaces import LABEL, workplace
from brobygger.core.reading.gazetteer import Gazetteer, Mention

LABEL_LINE = re.compile(  # a label in the one or two lines before the passage
    rf"(?:^|\n)[ \t]*(?:{words.PLACE_OF_WORK}|bopæl|bosted|adresse?|adress|address)[ \t]*:?[ \t]*\n\s*(?:\S[^\n]{{0,60}}\n)?\s*$",
    re.IGNORECASE,
)
COUNTY = re.compile(r"s?\s(?:län|fylke|[Cc]ounty|[Rr]egion)\b")
LISTED = re.compile(r"\s?(?:,|/|og|och|and|eller|or|,? (?:og|och|and))\s?(?:(?:i|in|på|at)\s)?")
AROUND_IT = re.compile(r"\s(?:på|i|in|on)\s")  # "Leirvik på Stord": where the town is
LOUD = re.compile(r"[A-ZÆØÅÄÖ]{4,}")
QUIET_TOWN = re.compile(  # of people who write no capitals: after "i", or alone between separators
    r"(?:\b(?:i|in|på|fra|från)\s|(?:^|[|·•–—/,:(])\s*)(?P<town>[^\W\d_]{4,})"
)
MENTION = 0.5  # of a mention that needs no better one
BEGINNING = 300  # characters that tell whether somebody writes capitals
LABELLED, PLAIN = 0.9, 0.8  # confidence of a label, of a phrase: mere mentions elsewhere are other places
SILENT = frozenset({Role.DIVERSITY})


def find_places(gazetteer: Gazetteer) -> Finder:
    """
    A finder of workplaces (ads) and homes (CVs) among the gazetteer's places.

    Confidence: a labelled line .95, a town alone in the header of an ad .9, the title or a workplace phrase .85, a town
    alone in the header of a CV .75, one that the first lines mention .5. Towns without a sign, or beside a sign of something else (customers, birth),
    are left alone.
    """

    def find(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
        if passage.role in SILENT:
            return
        in_cv = document.kind is DocumentKind.CV
        loud, without_capitals = LOUD.search(text) is not None, _is_without_capitals(text, document)
        if not loud and not without_capitals and next(gazetteer.mentions(text), None) is None:
            return
        before = document.text[max(0, passage.span.start - 100) : passage.span.start]
        labelled = bool(LABEL_LINE.search(before))
        in_header = passage.span.start < homes.HEADER
        quiet = text
        if loud and (labelled or in_header or passage.role is Role.TITLE or LABEL.search(text)):
            quiet = _quiet(text)
        elif without_capitals:
            quiet = _capitalised(text, gazetteer)
        judge = home if in_cv else workplace
        for mention, sure in _judged(quiet, passage, list(gazetteer.mentions(quiet)), judge):
            confidence = max(sure, 0.95 if labelled else 0.0)
            if confidence:
                place, span = _chosen(mention, text, passage), mention.span
                yield fact_at(place, passage, span.start, span.end, confidence)

    return find


def _judged(
    text: str, passage: Passage, mentions: Sequence[Mention], judge: Callable[[str, Span, Passage], float]
) -> Iterator[tuple[Mention, float]]:
    """Every mention and how sure it is; in a list a town is what the first one is."""
    sure = 0.0
    for number, mention in enumerate(mentions):
        before = mentions[number - 1] if number else None
        behind = mentions[number + 1] if number + 1 < len(mentions) else None
        if before is not None and LISTED.fullmatch(text, before.span.end, mention.span.start):
            sure = sure or judge(text, mention.span, passage)
        elif before is None or not AROUND_IT.fullmatch(text, before.span.end, mention.span.start):
            sure = judge(text, mention.span, passage)
        is_wider = before is not None and _lies_in(text, before, mention) and not _is_part(before, mention)
        is_part = behind is not None and _lies_in(text, mention, behind) and _is_part(mention, behind)
        if not (is_wider or is_part or COUNTY.match(text, mention.span.end)):
            yield mention, sure


def _lies_in(text: str, part: Mention, whole: Mention) -> bool:
    """Whether the text says the second as where the first is: "Leirvik på Stord", "Rosengård, Malmö"."""
    one_is_area = 0 in (part.entries[0].population, whole.entries[0].population)
    between = text[part.span.end : whole.span.start]
    return AROUND_IT.fullmatch(between) is not None or (one_is_area and between == ", ")


def _is_part(part: Mention, whole: Mention) -> bool:
    """Whether the first is a district of the town that follows: the town is what is meant."""
    return part.entries[0].population == 0 < whole.entries[0].population


def settled(facts: Iterable[Fact], kind: DocumentKind) -> Iterator[Fact]:
    """Facts without the places that a surer one of the same document makes mere mentions; of homes the surest one."""
    facts = list(facts)
    places = [fact for fact in facts if isinstance(fact.value, Place)]
    surest = max(places, key=_rank, default=None)
    for fact in facts:
        if surest is None or not isinstance(fact.value, Place):
            yield fact
        elif kind is DocumentKind.CV:
            if fact.value == surest.value:
                yield fact
        elif _rank(fact)[0] == _rank(surest)[0]:
            yield fact


def _rank(fact: Fact) -> tuple[int, float]:
    """What a place of an ad stands on: a label, the title or the header, a phrase or an address, a mention, a hint."""
    if fact.confidence < MENTION:
        return -1, fact.confidence
    said = fact.confidence >= LABELLED or (fact.role is Role.TITLE and fact.confidence >= PLAIN)
    return (2 if said else 1 if fact.confidence >= PLAIN else 0), fact.confidence


def _is_without_capitals(text: str, document: Document) -> bool:
    """Whether somebody writes so; in a CV a line may do it alone, a header full of small letters for looks."""
    return text.islower() and (document.kind is DocumentKind.CV or document.text[:BEGINNING].islower())


def _quiet(text: str) -> str:
    """Words in capitals as names ("4313 SANDNES" → "4313 Sandnes"), every character in its place."""
    return LOUD.sub(lambda match: match[0].capitalize(), text)


def _capitalised(text: str, gazetteer: Gazetteer) -> str:
    """Names of towns as names, where they cannot be other words."""

    def named(match: re.Match[str]) -> str:
        name = match["town"].capitalize()
        entry = gazetteer.named(name)
        return match[0] if entry is None or entry.is_word else match[0][: -len(name)] + name

    return QUIET_TOWN.sub(named, text)


def _chosen(mention: Mention, text: str, passage: Passage) -> Place:
    """Of places with the same name: the one in a country that is named, in the country of the language, the largest."""
    entries = mention.entries
    if len(entries) > 1:
        for country in (*named_countries(text), COUNTRY_OF_LANGUAGE.get(passage.language, "")):
            for entry in entries:
                if entry.place.country == country:
                    return entry.place
    return entries[0].place
