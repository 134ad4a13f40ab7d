"""The page of an opportunity (whom it reaches) and of a candidate (what fits), ranked as things are now."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from brobygger.apps.base.models import all_rows
from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching.queries.live import Bools, LivePool, live_offers, live_pool, seen_by
from brobygger.apps.opportunities.adapters import read_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.opportunities.queries import hidden_from
from brobygger.apps.people.adapters import read_candidates
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import visible_candidates
from brobygger.core import matching
from brobygger.core.matching import (
    Check,
    Conditions,
    Explanation,
    Match,
    OpportunityList,
    Part,
    Pool,
    Reason,
    Side,
    Weights,
    candidate_list,
    excluded_counts,
    explain,
    opportunity_list,
)

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

TOP = 20  # length of a ranked list on a page
BEST = 10  # opportunities on a candidate's own page, and those that a mail may tell of


@dataclass(frozen=True, slots=True)
class RankingFilter:
    """
    What a ranked list is narrowed to; empty: no condition. Ranks stay those of the whole list.

    Args:
        country: where the candidate lives, ISO 3166-1.
        language: a language that the candidate holds at any level, ISO 639-1.
        skill: URI of a skill that the candidate holds.
    """

    country: str = ""
    language: str = ""
    skill: str = ""

    def passing(self, pool: Pool) -> Bools | None:
        """Who meets the conditions, shape (candidates,); None: there are none."""
        passing: Bools | None = None
        if self.country:
            passing = both(passing, living_in(pool, self.country))
        if self.language:
            passing = both(passing, speaking(pool, self.language))
        if self.skill:
            passing = both(passing, holding(pool, self.skill))
        return passing


def living_in(pool: Pool, country: str) -> Bools:
    return _kept(
        pool,
        ("living in", country),
        lambda: pool.places.map(lambda one: bool(one and one.country == country)) == 1,
    )


def speaking(pool: Pool, language: str) -> Bools:
    """Who names a language, at any level."""
    levels = pool.levels.get(language)
    return np.zeros(len(pool), bool) if levels is None else levels > 0


def holding(pool: Pool, skill: str) -> Bools:
    """Who holds a skill itself."""

    def make() -> Bools:
        held = np.zeros(len(pool), bool)
        held[pool.postings.holders(pool.skill_number(skill))] = True
        return held

    return _kept(pool, ("holding", skill), make)


def _kept(pool: Pool, key: Hashable, make: Callable[[], Bools]) -> Bools:
    found: Bools = pool.cached(key, make)
    return found


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """
    A candidate in an opportunity's list.

    Args:
        candidate_id, alias: who, anonymously.
        rank: 1 is best.
        percent: the score in percent of the highest possible.
        points: the score in whole points, which break no tie by rounding.
        parts: what each part of the score came to, 0–1; None where it cannot be told.
        explanation: reasons for the company's side.
        home: place and country, as the matcher knows it.
        languages: languages and levels held.
    """

    candidate_id: int
    alias: str
    rank: int
    percent: int
    parts: tuple[tuple[Part, float | None], ...]
    explanation: Explanation
    home: str
    languages: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class RankingOrigin:
    """
    What a ranking of an opportunity was made from, for `actions.note_ranking_shown`.

    Args:
        stamp: of the pool, see `LivePool`.
        vocabulary_digest: of the concepts.
        opportunity: as the matcher saw it, turned dials included.
        people: those in the rows, as the matcher saw them.
        top, chosen, weights, conditions: what was asked for.
    """

    stamp: str
    vocabulary_digest: str
    opportunity: matching.Opportunity
    people: tuple[matching.Candidate, ...]
    top: int
    chosen: RankingFilter | None
    weights: Weights
    conditions: Conditions


@dataclass(frozen=True, slots=True)
class OpportunityRanking:
    """
    Whom an opportunity reaches.

    Args:
        rows: the best, best first.
        pool: how many candidates there are.
        eligible: how many no rule excludes.
        withheld: how many of the list do not show themselves to companies, and are left out of `rows`.
        excluded: how many each rule excludes, in words, most first.
        origin: what it was made from.
    """

    rows: tuple[RankedCandidate, ...]
    pool: int
    eligible: int
    withheld: int
    excluded: tuple[Reason, ...]
    origin: RankingOrigin


@dataclass(frozen=True, slots=True)
class RankedOpportunity:
    """An opportunity in a candidate's list; fields as in `RankedCandidate`."""

    opportunity: Opportunity
    rank: int
    percent: int
    parts: tuple[tuple[Part, float | None], ...]
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class CandidateRanking:
    """
    What fits a candidate.

    Args:
        rows: the best, best first.
        open: how many opportunities are open.
        eligible: how many of them no rule closes.
        excluded: how many opportunities each check closes, most first: rule, languages or "", number.
    """

    rows: tuple[RankedOpportunity, ...]
    open: int
    eligible: int
    excluded: tuple[tuple[Check, int], ...]


@dataclass(frozen=True, slots=True)
class AdAndPool:
    """
    An opportunity and all candidates as the matcher sees them at one moment: a page asks for them once.

    Args:
        seen: the opportunity.
        live: the candidates.
    """

    seen: matching.Opportunity
    live: LivePool


def ad_and_pool(opportunity: Opportunity) -> AdAndPool:
    """What rankings, dials and uses of languages are made from. Six queries if no candidate has changed."""
    (seen,) = read_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    return AdAndPool(seen, live_pool())


def rank_candidates(
    opportunity: Opportunity,
    *,
    user: User,
    language: str,
    top: int = TOP,
    chosen: RankingFilter | None = None,
    conditions: Conditions | None = None,
    found: AdAndPool | None = None,
) -> OpportunityRanking:
    """
    The candidates for a stored opportunity. A fixed number of queries, whatever the size.

    Args:
        user: a company sees only candidates who show themselves to companies.
        language: of the reasons: "en", "da", "nb" or "sv".
        top: length of the list.
        chosen: narrows the list.
        conditions: how strictly rules are read.
        found: of `ad_and_pool`, where the caller has asked already.
    """
    found = found or ad_and_pool(opportunity)
    return rank_for(
        found.seen,
        found.live,
        user=user,
        language=language,
        top=top,
        chosen=chosen,
        weights=weights_of(opportunity),
        conditions=conditions,
    )


def rank_for(
    seen: matching.Opportunity,
    live: LivePool,
    *,
    user: User,
    language: str,
    top: int = TOP,
    chosen: RankingFilter | None = None,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> OpportunityRanking:
    """The candidates of a pool for an opportunity that need not be stored. Two queries, or three."""
    return ranking_of(
        opportunity_list(live.pool, seen, weights=weights, conditions=conditions),
        live,
        user=user,
        visible=seen_by(user, live),
        language=language,
        top=top,
        chosen=chosen,
        conditions=conditions,
    )


def ranking_of(
    found: OpportunityList,
    live: LivePool,
    *,
    user: User,
    visible: Bools | None,
    language: str,
    top: int = TOP,
    chosen: RankingFilter | None = None,
    conditions: Conditions | None = None,
) -> OpportunityRanking:
    """
    An opportunity's list as one reader sees it. One query.

    Args:
        visible: of `seen_by` for this reader.
    """
    narrowed = (chosen or RankingFilter()).passing(live.pool)
    matches = found.best(top, both(visible, narrowed))
    aliases = aliases_of(user, matches)
    listed = found.eligible if narrowed is None else found.count(narrowed)
    return OpportunityRanking(
        rows=tuple(
            _ranked_candidate(
                one,
                aliases[int(one.candidate)],
                person := live.named(one.candidate),
                explain(
                    person,
                    found.opportunity,
                    taxonomy=live.taxonomy,
                    language=language,
                    side=Side.COMPANY,
                    weights=found.weights,
                    conditions=conditions,
                ),
            )
            for one in matches
            if int(one.candidate) in aliases
        ),
        pool=len(live.pool),
        eligible=found.eligible,
        withheld=0
        if visible is None
        else listed - found.count(visible if narrowed is None else visible & narrowed),
        excluded=excluded_counts(found.excluded, language=language),
        origin=RankingOrigin(
            stamp=str(live.stamp or ""),
            vocabulary_digest=live.vocabulary_digest,
            opportunity=found.opportunity,
            people=tuple(live.named(one.candidate) for one in matches if int(one.candidate) in aliases),
            top=top,
            chosen=chosen,
            weights=found.weights,
            conditions=conditions or Conditions(),
        ),
    )


def ranking_of_one(candidate: Candidate, opportunity: Opportunity, *, language: str) -> OpportunityRanking:
    """The list of an opportunity as a company sees it, of one candidate who reads it: at most one row, with its rank."""
    assert candidate.user is not None
    ad = ad_and_pool(opportunity)
    return ranking_of(
        opportunity_list(ad.live.pool, ad.seen, weights=weights_of(opportunity)),
        ad.live,
        user=candidate.user,
        visible=ad.live.keys == candidate.pk,
        language=language,
        top=1,
    )


def as_matched(candidate: Candidate) -> matching.Candidate | None:
    """All that lists and reasons are made from of a candidate; None without a CV."""
    return next(iter(read_candidates(Candidate.objects.filter(pk=candidate.pk))), None)


def aliases_of(user: User, matches: Iterable[Match]) -> dict[int, str]:
    """Alias by id of those whom a user may see at this moment. One query."""
    ids = [int(one.candidate) for one in matches]
    with all_rows():  # the reader is named, as in `seen_by`
        visible = visible_candidates(user)
    return dict(visible.filter(pk__in=ids).order_by().values_list("pk", "alias"))


def both(one: Bools | None, other: Bools | None) -> Bools | None:
    """Who is in both parts of a pool; None stands for the whole."""
    if one is None or other is None:
        return one if other is None else other
    return one & other


def rank_opportunities(
    candidate: Candidate, *, language: str, top: int = TOP, conditions: Conditions | None = None
) -> CandidateRanking:
    """
    The open opportunities for a candidate, with reasons for the candidate's side. A fixed number of queries.

    Who does not agree to be matched has an empty list. What a programme concerned has not approved is left out, whoever
    looks at the list.

    Args:
        language: of the reasons: "en", "da", "nb" or "sv".
    """
    open_ones = live_offers()
    if not candidate.is_matched:
        return CandidateRanking((), len(open_ones.opportunities), 0, ())
    (person,) = read_candidates(Candidate.objects.filter(pk=candidate.pk)) or (
        matching.Candidate(str(candidate.pk)),
    )
    found = candidate_list(open_ones.offers, person, conditions=conditions)
    hidden = {str(pk) for pk in hidden_from(candidate)} & open_ones.by_id.keys()
    shown = (one for one in found.best(top + len(hidden)) if one.opportunity not in hidden)
    ids = open_ones.offers.opportunities
    matches = [replace(one, rank=rank) for rank, one in enumerate(islice(shown, top), start=1)]
    stored = Opportunity.objects.select_related("organisation", "programme").in_bulk(
        [int(one.opportunity) for one in matches]
    )
    return CandidateRanking(
        rows=tuple(
            RankedOpportunity(
                opportunity=stored[int(one.opportunity)],
                rank=one.rank,
                percent=round(100 * one.score),
                parts=tuple(one.parts.items()),
                explanation=explain(
                    person,
                    open_ones.by_id[one.opportunity],
                    taxonomy=open_ones.taxonomy,
                    language=language,
                    side=Side.CANDIDATE,
                    conditions=conditions,
                ),
            )
            for one in matches
            if int(one.opportunity) in stored
        ),
        open=len(open_ones.opportunities) - len(hidden),
        eligible=len(found.rows) - (sum(ids[row].id in hidden for row in found.rows) if hidden else 0),
        excluded=tuple(sorted(found.excluded.items(), key=lambda item: (-item[1], str(item[0])))),
    )


def explain_pair(
    candidate: Candidate,
    opportunity: Opportunity,
    *,
    language: str,
    side: Side,
    conditions: Conditions | None = None,
) -> Explanation | None:
    """Why a pair fits or not, eligible or not; None if the candidate has no CV or does not agree to be matched."""
    if not candidate.is_matched:
        return None
    people = read_candidates(Candidate.objects.filter(pk=candidate.pk))
    (seen,) = read_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    if not people:
        return None
    return explain(
        people[0],
        seen,
        taxonomy=taxonomy(),
        language=language,
        side=side,
        weights=weights_of(opportunity),
        conditions=conditions,
    )


def weights_of(opportunity: Opportunity) -> Weights:
    """How scores are counted in the opportunity's programme."""
    return Weights.from_mapping(opportunity.programme.weights) if opportunity.programme else Weights()


def languages_held(candidate: matching.Candidate) -> tuple[str, ...]:
    """“en C1”, best first."""
    held: Iterable[tuple[str, str]] = sorted(
        ((code, level.value) for code, level in candidate.languages),
        key=lambda one: (one[1], one[0]),
        reverse=True,
    )
    return tuple(f"{code} {level}" for code, level in held)


def _ranked_candidate(
    one: Match, alias: str, candidate: matching.Candidate, explanation: Explanation
) -> RankedCandidate:
    place = candidate.place
    return RankedCandidate(
        candidate_id=int(one.candidate),
        alias=alias,
        rank=one.rank,
        percent=round(100 * one.score),
        parts=tuple(one.parts.items()),
        explanation=explanation,
        home=f"{place.name}, {place.country}" if place else "",
        languages=languages_held(candidate),
        points=one.total,
    )
