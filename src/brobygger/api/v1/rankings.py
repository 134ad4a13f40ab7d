"""Whom an opportunity reaches, what one change would do, and what is understood of an ad that is not stored."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from django.utils.timezone import now
from ninja import Field, Query, Schema

from brobygger.api.access import ApiRequest
from brobygger.api.build import Section
from brobygger.api.language import reader_language
from brobygger.api.problems import WrongInput
from brobygger.api.v1.facts import Fact, facts_from
from brobygger.api.v1.matches import (
    Excluded,
    ScorePart,
    Why,
    excluded_from,
    parts_from,
    reasons_from,
)
from brobygger.api.v1.opportunities import OPPORTUNITY, checked_ad
from brobygger.api.values import AdText, Country, LanguageCode, Words
from brobygger.apps.base.enums import TokenScope
from brobygger.apps.matching import queries
from brobygger.core.matching import Conditions, Rule

section = Section(tags=["Matching"])
MOST_DIALS = 20


class RankingChoice(Schema):
    limit: int = Field(20, ge=1, le=100, description="Length of the list.")
    country: Country | None = Field(None, description="Where the candidate lives, ISO 3166-1.")
    language: LanguageCode | None = Field(None, description="A language that the candidate holds.")
    skill: Words = Field("", description="URI of a skill that the candidate holds.")
    unknown: Literal["passes", "excludes"] = Field(
        "passes", description="Whether what nobody has said lets a person through."
    )


class DialChoice(RankingChoice):
    dial: list[Words] = Field(
        [], max_length=MOST_DIALS, description="Key of a dial; give several to turn them together."
    )


class RankedCandidate(Schema):
    """A candidate under an alias."""

    id: int
    alias: str
    rank: int = Field(description="1 is best; ranks stay those of the whole list.")
    percent: int = Field(description="The score in percent of the highest possible.")
    home: str
    languages: list[str] = Field(description="Languages and levels held.")
    parts: list[ScorePart]
    reasons: list[Why]


class Ranking(Schema):
    """Whom an opportunity reaches."""

    pool: int = Field(description="How many candidates there are.")
    eligible: int = Field(description="How many no rule excludes.")
    withheld: int = Field(description="How many of the list do not show themselves to companies.")
    excluded: list[Excluded]
    results: list[RankedCandidate]


class GainedCandidate(Schema):
    id: int
    alias: str


class Dial(Schema):
    """One condition turned, and matched again."""

    key: str = Field(description="Like language:da:B1 or start:1; empty: the conditions as they are.")
    eligible: int = Field(description="How many no rule excludes then.")
    change: int = Field(description="How many more, or fewer, than as things are.")


class Turned(Schema):
    """Several conditions turned together, and the list as it would be."""

    dials: list[str]
    eligible: int
    change: int
    gained: list[GainedCandidate] = Field(
        description="Who becomes eligible, best first, as far as you may see them and as many as the list is long."
    )
    withheld: int = Field(description="How many more become eligible whom you may not see.")
    ranking: Ranking


class Ad(Schema):
    text: AdText = Field(..., description="The ad in plain text, its title first.")


class Understood(Schema):
    """What an ad says, and how many it would reach. Nothing is stored."""

    language: str = Field(description="Of the ad; und: none that we know.")
    title: str
    employment_type: str | None
    places: int
    job_location: str = Field(description="Empty: the ad names no place.")
    start: dt.date | None
    facts: list[Fact]
    pool: int | None = Field(
        description="How many candidates there are; null for a company that is not accepted."
    )
    eligible: int | None = Field(description="How many no rule excludes; null likewise.")
    excluded: list[Excluded]


@section.reads(
    "/opportunities/{id}/ranking",
    may="matching.view_ranking",
    of=OPPORTUNITY,
    gives=Ranking,
    scope=TokenScope.CANDIDATES_READ,
)
def rank_candidates(request: ApiRequest, opportunity: Any, chosen: Query[RankingChoice]) -> Any:
    """Candidates for an opportunity as things are now, best first, under aliases, with reasons."""
    found = queries.rank_candidates(
        opportunity,
        user=request.user,
        language=reader_language(),
        top=chosen.limit,
        chosen=_narrowed(chosen),
        conditions=_conditions(chosen),
    )
    return _ranking(found)


@section.reads(
    "/opportunities/{id}/dials",
    may="matching.view_ranking",
    of=OPPORTUNITY,
    gives=list[Dial],
    scope=TokenScope.CANDIDATES_READ,
)
def list_dials(request: ApiRequest, opportunity: Any) -> Any:
    """Every condition that can be turned, each turned alone; the first answer is the conditions as they are."""
    turned = queries.dials_of(opportunity)
    return [Dial(key=one.key, eligible=one.eligible, change=one.change) for one in turned]


@section.reads(
    "/opportunities/{id}/what-if",
    may="matching.view_ranking",
    of=OPPORTUNITY,
    gives=Turned,
    scope=TokenScope.CANDIDATES_READ,
)
def turn_dials(
    request: ApiRequest,
    opportunity: Any,
    chosen: Query[DialChoice],
) -> Any:
    """The ranking with these conditions turned together: an exact new match."""
    try:
        turned = queries.turn_dials(
            opportunity,
            chosen.dial,
            user=request.user,
            language=reader_language(),
            top=chosen.limit,
            chosen=_narrowed(chosen),
            conditions=_conditions(chosen),
        )
    except queries.UnknownDial as error:
        raise WrongInput("dial", str(error), "query") from error
    return Turned(dials=list(turned.keys), ranking=_ranking(turned.ranking), **_numbers(turned))


@section.reads("/ads/preview", method="POST", may="matching.preview_ad", gives=Understood)
def preview_ad(request: ApiRequest, ad: Ad) -> Any:
    """Read an ad without storing it: what is understood, and how many candidates it would reach."""
    found = queries.preview_ad(
        checked_ad(ad.text), user=request.user, language=reader_language(), at=now(), top=1
    )
    seen = found.opportunity
    return Understood(
        language=found.reading.language,
        title=seen.title or ad.text.strip().splitlines()[0],
        employment_type=seen.kind.value if seen.kind else None,
        places=seen.places,
        job_location=f"{seen.place.name}, {seen.place.country}" if seen.place else "",
        start=seen.start,
        facts=facts_from(found.marks),
        pool=found.ranking.pool if found.ranking else None,
        eligible=found.ranking.eligible if found.ranking else None,
        excluded=excluded_from(found.ranking.excluded) if found.ranking else [],
    )


def _narrowed(chosen: RankingChoice) -> queries.RankingFilter:
    return queries.RankingFilter(
        country=chosen.country or "", language=chosen.language or "", skill=chosen.skill
    )


def _conditions(chosen: RankingChoice) -> Conditions:
    return Conditions(strict=frozenset(Rule) if chosen.unknown == "excludes" else frozenset())


def _numbers(turned: queries.TurnedOpportunity) -> dict[str, Any]:
    gained = [GainedCandidate(id=number, alias=alias) for number, alias in turned.gained]
    return {
        "eligible": turned.eligible,
        "change": turned.change,
        "gained": gained,
        "withheld": turned.withheld,
    }


def _ranking(found: queries.OpportunityRanking) -> Ranking:
    return Ranking(
        pool=found.pool,
        eligible=found.eligible,
        withheld=found.withheld,
        excluded=excluded_from(found.excluded),
        results=[
            RankedCandidate(
                id=row.candidate_id,
                alias=row.alias,
                rank=row.rank,
                percent=row.percent,
                home=row.home,
                languages=list(row.languages),
                parts=parts_from(row.parts),
                reasons=reasons_from(row.explanation),
            )
            for row in found.rows
        ],
    )
