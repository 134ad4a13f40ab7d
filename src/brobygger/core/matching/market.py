"""Who knows a market: skill × language × declared knowledge of a market × earliest start, in one query."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, LanguageNeed, NeededSkill, Opportunity
from brobygger.core.matching.eligibility import screen
from brobygger.core.matching.pool import Bools, Pool
from brobygger.core.matching.reasons import Reason, explain
from brobygger.core.matching.result import Match
from brobygger.core.matching.score import skills
from brobygger.core.matching.score.scale import FULL
from brobygger.core.matching.topk import Scored, matches_of, score_rows
from brobygger.core.matching.verdict import PASSES, UNKNOWN, Check, Rule
from brobygger.core.matching.weights import Part, Side, Weights
from brobygger.core.reading import Level, OpportunityKind
from brobygger.core.skills.data import Taxonomy

__all__ = ["MarketFound", "MarketQuery", "market_reasons", "market_search"]

TOP = 50
SPOKEN = Level.B1  # of a language asked for without a level: enough to deal with a customer
CLOSE = FULL * 40 // 100  # of an occupation or a field: from here on it counts as what was asked for

# What a search compares; where somebody lives or what they would earn is another question.
WEIGHTS = Weights(experience=0, stage=0, level=0, place=0, wishes=0, languages=15, markets=15)


@dataclass(frozen=True, slots=True)
class MarketQuery:
    """
    What is looked for; every field left empty is no condition.

    There is no nationality, country of birth or mother tongue to ask for: a market is known by
    whoever declares to know it, a language is spoken by whoever reached its level.

    Args:
        skills: skill concepts, by URI; those who have nothing to show for any are left out.
        occupations: occupation concepts, an alternative to the skills.
        fields: ISCED-F codes, another alternative.
        languages: (code, level) pairs, all needed; None: B1.
        markets: markets of which one must be known (ISO 3166-1).
        start_by: the latest first day.
        kinds: a kind of opportunity the person must look for.
    """

    skills: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    languages: tuple[tuple[str, Level | None], ...] = ()
    markets: tuple[str, ...] = ()
    start_by: dt.date | None = None
    kind: OpportunityKind | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for: everybody would meet it."""
        return self == MarketQuery()

    def as_opportunity(self) -> Opportunity:
        """The query as an opportunity, so that rules, score and reasons are the same as everywhere."""
        return Opportunity(
            id="query",
            skills=tuple(NeededSkill(uri) for uri in self.skills),
            occupations=self.occupations,
            fields=self.fields,
            languages=tuple(LanguageNeed((code,), level or SPOKEN) for code, level in self.languages),
            markets=self.markets,
            start=self.start_by,
            start_flexible_days=0,
            kind=self.kind,
        )


@dataclass(frozen=True, slots=True)
class MarketFound:
    """
    Args:
        matches: those who meet every condition, best first.
        perhaps: those who may meet them, but have not said enough, best first.
        excluded: how many of the pool each condition leaves out.
        unrelated: how many more have nothing to show for the skills, occupations and fields.
    """

    matches: tuple[Match, ...]
    perhaps: tuple[Match, ...]
    excluded: Mapping[Check, int]
    unrelated: int


def market_search(
    pool: Pool,
    query: MarketQuery,
    *,
    top: int = TOP,
    weights: Weights = WEIGHTS,
    conditions: Conditions | None = None,
) -> MarketFound:
    """Rank a pool for a query. "Perhaps" is for languages, variants and dates that nobody has stated."""
    read = replace(conditions or Conditions(), markets_required=True, level_slack=0)
    opportunity = query.as_opportunity()
    screening = screen(pool, opportunity, read)
    asked = {
        Rule.LANGUAGE: bool(query.languages),
        Rule.MARKET: bool(query.markets),
        Rule.START: query.start_by is not None,
        Rule.KIND: query.kind is not None,
    }
    lowest = np.full(len(pool), PASSES, np.uint8)
    excluded: dict[Check, int] = {}
    for check, outcomes in zip(screening.checks, screening.outcomes, strict=True):
        if asked.get(check.rule):
            lowest = np.minimum(lowest, outcomes)
            excluded[check] = int(np.count_nonzero(outcomes < UNKNOWN))
    scored = score_rows(pool, opportunity, np.flatnonzero(lowest >= UNKNOWN), weights, read)
    named = replace(opportunity, occupations=())  # not what the occupations usually take besides
    skilled = skills.column(pool, named, scored.rows, weights) > 0
    related = _related(query, scored, skilled)
    return MarketFound(
        matches=matches_of(
            pool, opportunity, _of(scored, related & (lowest[scored.rows] == PASSES)), top, weights
        ),
        perhaps=matches_of(
            pool, opportunity, _of(scored, related & (lowest[scored.rows] == UNKNOWN)), top, weights
        ),
        excluded=excluded,
        unrelated=int(np.count_nonzero(~related)),
    )


def market_reasons(
    person: Candidate, query: MarketQuery, *, taxonomy: Taxonomy, language: str
) -> tuple[Reason, ...]:
    """What of a query somebody meets, as chips in "en", "da", "nb" or "sv"."""
    return explain(
        person,
        query.as_opportunity(),
        taxonomy=taxonomy,
        language=language,
        side=Side.COMPANY,
        weights=WEIGHTS,
        conditions=Conditions(markets_required=True, level_slack=0),
    ).chips()


def _related(query: MarketQuery, scored: Scored, skilled: Bools) -> Bools:
    """Who has something to show for the skills, or is close in occupation or field, shape (rows,)."""
    values = dict(zip(Part, scored.parts, strict=True))
    close = ((Part.OCCUPATION, query.occupations), (Part.FIELD, query.fields))
    tests = [values[part] >= CLOSE for part, asked in close if asked]
    if query.skills:
        tests.append(skilled)
    return np.logical_or.reduce(tests) if tests else np.ones(len(scored.rows), bool)


def _of(scored: Scored, chosen: Bools) -> Scored:
    return Scored(scored.rows[chosen], scored.parts[:, chosen], scored.totals[chosen])
