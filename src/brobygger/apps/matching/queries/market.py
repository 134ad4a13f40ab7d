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
from brobygger.core.matching import MarketQuery, market_search
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
from brobygger.core.skills import ConceptKind, SkillType

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.core.matching import Match

TOP = 50
SEPARATOR = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class MarketCandidate:
    """A candidate who was found: who, anonymously, and the score in percent of the highest possible."""

    candidate_id: int
    alias: str
    percent: int


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


def understand_market_query(text: str, *, at: dt.datetime) -> MarketQuery:
    """
    “Brazilian Portuguese, mechanical engineering, can start in March” as a query, in any of the four languages.

    Every part between commas is read as a line of a CV, under the headings under which it may stand there; a part
    that is a label of the vocabulary means that concept. Dates without a year count from `at`.
    """
    values = [value for part in SEPARATOR.split(text) if part.strip() for value in _read(part.strip(), at)]
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


def _read(part: str, at: dt.datetime) -> list[FactValue]:
    """What one part of a question says."""
    labelled = list(_labelled(part))
    if labelled:
        return labelled
    reader = open_vocabulary().reader
    plain, *headed = (
        reader.read(Document("query", f"{heading}{part}", DocumentKind.CV, published=at.date()))
        for heading in ("", "Skills\n", "Education\n")
    )
    more = (fact.value for reading in headed for fact in reading.facts)
    concepts = [value for value in more if isinstance(value, Skill | Occupation | Education)]
    return [fact.value for fact in plain.facts] + concepts


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


def search_market(query: MarketQuery, *, user: User, top: int = TOP) -> MarketAnswer:
    """
    Rank the live pool for a query. A fixed number of queries; names and nationalities are not looked at.

    Args:
        user: sees only the candidates that `people.queries.visible_candidates` gives.
    """
    answer = market_search(live_pool().pool, query, top=top)
    aliases = aliases_of(user, (*answer.matches, *answer.perhaps))

    def shown(matches: tuple[Match, ...]) -> tuple[MarketCandidate, ...]:
        return tuple(
            MarketCandidate(int(one.candidate), aliases[int(one.candidate)], round(100 * one.score))
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
