"""Who knows a market: a question in plain words becomes a query over the live pool."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brobygger.apps.classifications.queries import open_vocabulary, search_concepts
from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.matching.queries.rankings import aliases_of
from brobygger.core.matching import MarketQuery, Reason, market_reasons, market_search
from brobygger.core.reading import (
    Document,
    DocumentKind,
    Education,
    FactValue,
    Kind,
    Language,
    Market,
    Modality,
    Occupation,
    Skill,
    Start,
)
from brobygger.core.reading.facets.education.fields import fields_in
from brobygger.core.reading.facets.markets.named import named_countries
from brobygger.core.skills import ConceptKind, SkillType

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.core.matching import Match

TOP = 50
SEPARATOR = re.compile(r"[,;\n]")
WORD = re.compile(r"[^\W_][\w+#.'’-]*")
SAYS_NOTHING = frozenset(  # alone, in a question
    "who what which where hvem hvad hva hvilke hvor vem vad vilka var a an the and or in on of at for from to with who that can could has have is are good knows know knowing speaks speak start starts starting begin"
    " market markets marked markedet marknad marknaden language sprog språk skills experience en et ett og och eller i på af av til till med fra från for"
    " för som der de den det kan har er är god gode godt kender kende kjenner kjenne känner känna till taler tale snakker snakke talar tala starte starta"
    " engineering studied studies degree uddannelse utdanning utbildning studeret studert studerat begynde begynne börja erfaring erfarenhet somebody someone people nogen noen någon at att å".split()
)


CONCEPTS = (Skill, Occupation, Education)
ASKED = (*CONCEPTS, Language, Market, Start, Kind)  # what a query can hold


@dataclass(frozen=True, slots=True)
class MarketCandidate:
    """A candidate who was found: who, anonymously, the score in percent of the highest possible, and why."""

    candidate_id: int
    alias: str
    percent: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MarketQuestion:
    """What was understood of a question, and the words of which nothing was, a phrase for each part."""

    query: MarketQuery
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one part of a question says, and the words in it that say nothing to us."""

    values: tuple[FactValue, ...]
    unread: str


@dataclass(frozen=True, slots=True)
class MarketAnswer:
    """
    Who meets a question.

    Args:
        query: what was understood of it.
        found: those who meet every condition, best first.
        perhaps: those who have not said enough to tell, best first.
        excluded: how many each condition leaves out: rule, languages or "", number.
        unrelated: how many more have nothing to show for the skills, occupations and fields.
    """

    query: MarketQuery
    found: tuple[MarketCandidate, ...]
    perhaps: tuple[MarketCandidate, ...]
    excluded: tuple[tuple[str, str, int], ...]
    unrelated: int


def understand_market_query(text: str, *, at: dt.datetime) -> MarketQuestion:
    """
    “Brazilian Portuguese, mechanical engineering, can start in March” as a query, in any of the four languages.

    Every part between commas is read as a line of a CV, under the headings under which it may stand there; a part
    that is a label of the vocabulary means that concept, and the name of a country its market. Dates without a year
    count from `at`.
    """
    parts = [_read(part.strip(), at) for part in SEPARATOR.split(text) if part.strip()]
    unread = tuple(part.unread for part in parts if part.unread)
    return MarketQuestion(_query_of([value for part in parts for value in part.values]), unread)


def _query_of(values: list[FactValue]) -> MarketQuery:
    languages = {
        one.code: one.level
        for one in values
        if isinstance(one, Language) and one.modality is not Modality.NOT_REQUIRED
    }
    starts = [one.date for one in values if isinstance(one, Start) and one.date]
    return MarketQuery(
        skills=tuple(dict.fromkeys(one.uri for one in values if isinstance(one, Skill))),
        occupations=tuple(dict.fromkeys(one.uri for one in values if isinstance(one, Occupation))),
        fields=tuple(dict.fromkeys(one.field for one in values if isinstance(one, Education) and one.field)),
        languages=tuple(languages.items()),
        markets=tuple(dict.fromkeys(one.country for one in values if isinstance(one, Market))),
        start_by=max(starts, default=None),
        kind=next((one.kind for one in values if isinstance(one, Kind)), None),
    )


def _read(part: str, at: dt.datetime) -> _Part:
    """What one part of a question says."""
    labelled = tuple(_labelled(part))
    if labelled:
        return _Part(labelled, "")
    reader, facts = open_vocabulary().reader, list[tuple[FactValue, int, int]]()
    for heading in ("", "Skills\n", "Education\n"):
        text = f"{heading}{part}"
        for fact in reader.read(Document("query", text, DocumentKind.CV, published=at.date())).facts:
            if isinstance(fact.value, ASKED if heading == "" else CONCEPTS):
                facts.append((fact.value, fact.span.start - len(heading), fact.span.end - len(heading)))
    for field in fields_in(part):  # a CV tells it with a degree, a question need not
        apart = (
            isinstance(one, Education) or end <= field.start or field.end <= start
            for one, start, end in facts
        )
        if all(apart):
            facts.append((Education(None, field.code, Modality.HELD), field.start, field.end))
    for word in named_countries(part):
        if all(end <= word.start or word.end <= start for _, start, end in facts):
            facts += ((Market(code, Modality.HELD), word.start, word.end) for code in word.codes)
    return _Part(tuple(value for value, _, _ in facts), _unread(part, [(one, two) for _, one, two in facts]))


def _unread(part: str, spans: list[tuple[int, int]]) -> str:
    """The words outside of these spans, without those that say nothing alone."""
    words = [
        word[0]
        for word in WORD.finditer(part)
        if word[0].casefold() not in SAYS_NOTHING
        and not any(start < word.end() and word.start() < end for start, end in spans)
    ]
    return " ".join(words) or ("" if spans else part)


def _labelled(part: str) -> Iterator[FactValue]:
    """The skills and occupations of which this is a label, in any language; languages are no skills here."""
    taxonomy = open_vocabulary().taxonomy
    for hit in search_concepts(part, language="en"):
        if hit.found_label.casefold() != part.casefold():
            continue
        if hit.kind is ConceptKind.OCCUPATION:
            yield Occupation(hit.uri, hit.label)
        elif hit.kind is ConceptKind.SKILL and taxonomy.types[taxonomy.index[hit.uri]] != SkillType.LANGUAGE:
            yield Skill(hit.uri, hit.label)


def search_market(query: MarketQuery, *, user: User, language: str = "en", top: int = TOP) -> MarketAnswer:
    """
    Rank the live pool for a query. A fixed number of queries; names and nationalities are not looked at.

    Args:
        user: sees only the candidates that `people.queries.visible_candidates` gives.
        language: of the reasons: "en", "da", "nb" or "sv".
    """
    live = live_pool()
    answer = market_search(live.pool, query, top=top)
    aliases = aliases_of(user, (*answer.matches, *answer.perhaps))

    def shown(matches: tuple[Match, ...]) -> tuple[MarketCandidate, ...]:
        return tuple(
            MarketCandidate(
                int(one.candidate),
                aliases[int(one.candidate)],
                round(100 * one.score),
                market_reasons(live.named(one.candidate), query, taxonomy=live.taxonomy, language=language),
            )
            for one in matches
            if int(one.candidate) in aliases
        )

    return MarketAnswer(
        query=query,
        found=shown(answer.matches),
        perhaps=shown(answer.perhaps),
        excluded=tuple((check.rule.value, check.subject, count) for check, count in answer.excluded.items()),
        unrelated=answer.unrelated,
    )
