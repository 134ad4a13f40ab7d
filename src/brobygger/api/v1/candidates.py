"""Candidates: under an alias, whole or anonymous as the reader may see them, and what fits them best."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404
from ninja import Field, Query, Schema

from brobygger.api.access import ApiRequest
from brobygger.api.build import Of, Section
from brobygger.api.language import reader_language
from brobygger.api.paging import Page, Window, page_of
from brobygger.api.v1.facts import Fact, facts_from
from brobygger.api.v1.matches import ScorePart, Why, parts_from, reasons_from
from brobygger.api.v1.opportunities import Opportunity, opportunity_from
from brobygger.api.values import Code, Country, Id, LanguageCode, Month, Words, first_day, last_day
from brobygger.apps.base.enums import TokenScope
from brobygger.apps.classifications.queries import marks_of
from brobygger.apps.matching.queries import CandidateRanking, rank_opportunities
from brobygger.apps.people import queries

section = Section(tags=["Candidates"])
CANDIDATE = Of("id", Id, queries.candidate_by_id)
SCOPE = TokenScope.CANDIDATES_READ


class Graduation(Schema):
    """When somebody's last education ends or ended: a day, or the first and last day of a month, half-year or year."""

    earliest: dt.date
    latest: dt.date


class Candidate(Schema):
    """Somebody who looks for a place, under an alias."""

    id: int
    alias: str
    is_visible_to_companies: bool
    home_country: str = Field(description="ISO 3166-1; empty: not said.")
    employment_types: list[str] = Field(description="Kinds of places that are looked for.")
    available_from: dt.date | None
    graduation: Graduation | None = Field(description="null: not said.")


class Profile(Schema):
    """
    A candidate's CV and what was understood of it.

    Anonymous, only the words of skills, occupations, languages and the like are shown; all else is "…".
    """

    id: int
    alias: str
    is_whole: bool = Field(description="Nothing is hidden from you.")
    name: str = Field(description="Empty where the profile is anonymous, or the name not known.")
    language: str = Field(description="Of the CV.")
    text: str
    facts: list[Fact]


class CandidateChoice(Schema):
    text: Words = Field("", description="Part of the alias.")
    language: LanguageCode | None = Field(None, description="The CV is written in it.")
    country: Country | None = Field(None, description="Where the candidate lives, ISO 3166-1.")
    area: Code | None = Field(
        None,
        description="Code of a labour market across a border where the candidate lives: ostfold-fyrbodal.",
    )
    graduates_from: Month | None = Field(
        None, description="The last education ends or ended in this month or later: 2027-01."
    )
    graduates_until: Month | None = Field(None, description="The same, in this month or earlier: 2027-06.")


class Length(Schema):
    limit: int = Field(10, ge=1, le=50, description="Length of the list.")


class RankedOpportunity(Schema):
    rank: int = Field(description="1 is best.")
    percent: int = Field(description="The score in percent of the highest possible.")
    opportunity: Opportunity
    parts: list[ScorePart]
    reasons: list[Why]


class BestOpportunities(Schema):
    """What fits a candidate."""

    open: int = Field(description="How many opportunities are open.")
    eligible: int = Field(description="How many of them no rule closes.")
    results: list[RankedOpportunity]


@section.reads("/candidates", may="people.view_candidates", gives=Page[Candidate], scope=SCOPE)
def list_candidates(request: ApiRequest, chosen: Query[CandidateChoice], window: Query[Window]) -> Any:
    """The candidates that the owner of the token may see."""
    rows = queries.candidate_list(
        request.user,
        text=chosen.text,
        language=chosen.language or "",
        country=chosen.country or "",
        area=chosen.area or "",
        graduates_from=first_day(chosen.graduates_from),
        graduates_until=last_day(chosen.graduates_until),
    )
    return page_of(request, rows, window, _candidate)


@section.reads("/candidates/{id}", may="people.view_candidate", of=CANDIDATE, gives=Profile, scope=SCOPE)
def show_candidate(request: ApiRequest, candidate: Any) -> Any:
    """One candidate: whole for those who run the programme and the person, anonymous for a company."""
    return _profile(request, candidate)


@section.reads(
    "/candidates/{id}/best-opportunities",
    may="matching.view_best_opportunities",
    of=CANDIDATE,
    gives=BestOpportunities,
    scope=SCOPE,
)
def list_best_opportunities(request: ApiRequest, candidate: Any, length: Query[Length]) -> Any:
    """What fits a candidate best among the open opportunities, with reasons."""
    return _best(rank_opportunities(candidate, language=reader_language(), top=length.limit))


@section.reads("/me/profile", may="base.view_own_page", gives=Profile, scope=SCOPE, problems=[404])
def show_own_profile(request: ApiRequest) -> Any:
    """The own profile of a candidate, whole."""
    return _profile(request, own_candidate(request))


@section.reads(
    "/me/best-opportunities",
    may="base.view_own_page",
    gives=BestOpportunities,
    scope=SCOPE,
    problems=[404],
)
def list_own_best_opportunities(request: ApiRequest, length: Query[Length]) -> Any:
    """What fits the candidate who owns the token best, with reasons."""
    return _best(rank_opportunities(own_candidate(request), language=reader_language(), top=length.limit))


def own_candidate(request: ApiRequest) -> Any:
    """
    The candidate who owns the token.

    Raises:
        Http404: the owner has no profile.
    """
    candidate = queries.candidate_of_user(request.user)
    if candidate is None:
        raise Http404
    return candidate


def _candidate(row: Any) -> Candidate:
    preference = getattr(row, "preference", None)
    return Candidate(
        id=row.pk,
        alias=row.alias,
        is_visible_to_companies=row.is_visible_to_companies,
        home_country=preference.home_country if preference else "",
        employment_types=preference.kinds if preference else [],
        available_from=preference.available_from if preference else None,
        graduation=_graduation(row),
    )


def _graduation(row: Any) -> Graduation | None:
    if row.graduates_from is None:
        return None
    return Graduation(earliest=row.graduates_from, latest=row.graduates_until)


def _profile(request: ApiRequest, candidate: Any) -> Profile:
    is_whole = request.user.has_perm("people.view_identity", candidate)
    document = getattr(candidate, "document", None)
    facts = queries.facts_of(candidate)
    if document is None:
        text, shown = "", []
    elif is_whole:
        text, shown = document.text, facts_from(marks_of(facts))
    else:
        segments = queries.anonymous_cv(candidate, facts)
        marks = {mark.fact_id: mark for segment in segments for mark in segment.marks}
        text, shown = (
            "".join(segment.text for segment in segments),
            facts_from(marks.values(), is_whole=False),
        )
    return Profile(
        id=candidate.pk,
        alias=candidate.alias,
        is_whole=is_whole,
        name=queries.name_of(candidate) if is_whole else "",
        language=document.language if document else "und",
        text=text,
        facts=shown,
    )


def _best(found: CandidateRanking) -> BestOpportunities:
    return BestOpportunities(
        open=found.open,
        eligible=found.eligible,
        results=[
            RankedOpportunity(
                rank=row.rank,
                percent=row.percent,
                opportunity=opportunity_from(row.opportunity),
                parts=parts_from(row.parts),
                reasons=reasons_from(row.explanation),
            )
            for row in found.rows
        ],
    )
