"""The page of an opportunity (whom it reaches) and of a candidate (what fits), ranked as things are now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brobygger.apps.matching.queries.live import LivePool, live_opportunities, live_pool
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.adapters import load_candidates
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import visible_candidates
from brobygger.core import matching
from brobygger.core.matching import (
    Check,
    Conditions,
    Explanation,
    Match,
    Part,
    Pool,
    Reason,
    Side,
    Weights,
    excluded_counts,
    explain,
)

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

TOP = 20  # length of a ranked list on a page


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

    def lets_pass(self, candidate: matching.Candidate) -> bool:
        if self.country and (candidate.place is None or candidate.place.country != self.country):
            return False
        if self.language and self.language not in {code for code, _ in candidate.languages}:
            return False
        return not self.skill or self.skill in {one.uri for one in candidate.skills}


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """
    A candidate in an opportunity's list.

    Args:
        candidate_id, alias: who, anonymously.
        rank: 1 is best.
        percent: the score in percent of the highest possible.
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
    """

    rows: tuple[RankedCandidate, ...]
    pool: int
    eligible: int
    withheld: int
    excluded: tuple[Reason, ...]


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


def rank_candidates(
    opportunity: Opportunity,
    *,
    user: User,
    language: str,
    top: int = TOP,
    chosen: RankingFilter | None = None,
    conditions: Conditions | None = None,
) -> OpportunityRanking:
    """
    The candidates for a stored opportunity. A fixed number of queries, whatever the size.

    Args:
        user: a company sees only candidates who show themselves to companies.
        language: of the reasons: "en", "da", "nb" or "sv".
        top: length of the list.
        chosen: narrows the list.
        conditions: how strictly rules are read.
    """
    (seen,) = load_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    return rank_for(
        seen,
        live_pool(),
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
    """The candidates of a pool for an opportunity that need not be stored. One query."""
    aliases = dict(visible_candidates(user).values_list("pk", "alias"))
    return ranking_of(
        seen,
        live,
        aliases,
        language=language,
        top=top,
        chosen=chosen,
        weights=weights,
        conditions=conditions,
    )


def ranking_of(
    seen: matching.Opportunity,
    live: LivePool,
    aliases: Mapping[int, str],
    *,
    language: str,
    top: int = TOP,
    chosen: RankingFilter | None = None,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> OpportunityRanking:
    """The candidates of a pool for an opportunity; those without an alias are left out. No query."""
    everybody = chosen is None and len(aliases) >= len(live.pool)  # then nobody further down can move up
    reach = top if everybody else len(live.pool)
    result = live.solve([seen], top=reach, weights=weights, conditions=conditions)
    matches = result.for_opportunity(seen.id)
    narrowed = [one for one in matches if chosen is None or chosen.lets_pass(live.by_id[one.candidate])]
    shown = [one for one in narrowed if int(one.candidate) in aliases]

    def why(one: Match) -> Explanation:
        return explain(
            live.by_id[one.candidate],
            seen,
            taxonomy=live.taxonomy,
            language=language,
            side=Side.COMPANY,
            weights=weights,
            conditions=conditions,
        )

    return OpportunityRanking(
        rows=tuple(
            _ranked_candidate(one, aliases[int(one.candidate)], live.by_id[one.candidate], why(one))
            for one in shown[:top]
        ),
        pool=len(live.pool),
        eligible=result.eligible[seen.id],
        withheld=len(narrowed) - len(shown),
        excluded=excluded_counts(result.excluded[seen.id], language=language),
    )


def rank_opportunities(
    candidate: Candidate, *, language: str, top: int = TOP, conditions: Conditions | None = None
) -> CandidateRanking:
    """
    The open opportunities for a candidate, with reasons for the candidate's side. A fixed number of queries.

    Who does not agree to be matched has an empty list.

    Args:
        language: of the reasons: "en", "da", "nb" or "sv".
    """
    live, opportunities = live_pool(), live_opportunities()
    if not candidate.is_matched:
        return CandidateRanking((), len(opportunities), 0, ())
    (person,) = load_candidates(Candidate.objects.filter(pk=candidate.pk)) or (
        matching.Candidate(str(candidate.pk)),
    )
    alone = LivePool(Pool.of([person], live.taxonomy), live.taxonomy)
    result = alone.solve(opportunities, top=len(opportunities), conditions=conditions)
    matches = result.for_candidate(person.id)
    stored = Opportunity.objects.select_related("organisation", "programme").in_bulk(
        [int(one.opportunity) for one in matches[:top]]
    )
    seen = {one.id: one for one in opportunities}
    counts = Counter(check for checks in result.excluded.values() for check, count in checks.items() if count)
    return CandidateRanking(
        rows=tuple(
            RankedOpportunity(
                opportunity=stored[int(one.opportunity)],
                rank=one.rank,
                percent=round(100 * one.score),
                parts=tuple(one.parts.items()),
                explanation=explain(
                    person,
                    seen[one.opportunity],
                    taxonomy=live.taxonomy,
                    language=language,
                    side=Side.CANDIDATE,
                    conditions=conditions,
                ),
            )
            for one in matches[:top]
        ),
        open=len(opportunities),
        eligible=len(matches),
        excluded=tuple(sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))),
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
    people = load_candidates(Candidate.objects.filter(pk=candidate.pk))
    (seen,) = load_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    if not people:
        return None
    return explain(
        people[0],
        seen,
        taxonomy=live_pool().taxonomy,
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
    )
