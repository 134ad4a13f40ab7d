"""
What would have changed one pair: a candidate's own changes, each matched again as a whole, none estimated.

A change is the smallest of its kind that meets what the opportunity asks for: the level that is needed, not one more.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from brobygger.core.matching.areas import countries
from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, MonthlyPay, Opportunity
from brobygger.core.matching.eligibility import is_eligible, judge
from brobygger.core.matching.eligibility.duration import length
from brobygger.core.matching.eligibility.kind import suits
from brobygger.core.matching.eligibility.place import access
from brobygger.core.matching.languages import SCANDINAVIAN, best_held
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.score import score_pair
from brobygger.core.matching.steps import AcceptRemote, Entry, LearnSkill, LongerCommute, MoveTo, ReachLevel
from brobygger.core.matching.topk import score_eligible
from brobygger.core.matching.verdict import Outcome, Rule, Verdict
from brobygger.core.matching.weights import Weights
from brobygger.core.reading import Modality, OpportunityKind
from brobygger.core.skills.data import Taxonomy

__all__ = ["Change", "Counterfactual", "changes_towards", "counterfactuals"]

MOST = 6
LONGEST_COMMUTE = 150  # minutes: what lies beyond is moving, not commuting
ROUND = 5  # minutes


class Change(Protocol):
    """One change of a candidate; `key` names it, unique among the changes towards one opportunity."""

    @property
    def key(self) -> str: ...

    def take(self, candidate: Candidate) -> Candidate: ...


@dataclass(frozen=True, slots=True)
class FreeOn:
    """Be free on a day."""

    day: dt.date

    @property
    def key(self) -> str:
        return f"free:{self.day.isoformat()}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, available_from=self.day)


@dataclass(frozen=True, slots=True)
class WantKind:
    """Look for this kind of opportunity too."""

    kind: OpportunityKind

    @property
    def key(self) -> str:
        return f"kind:{self.kind.value}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, kinds=(*candidate.kinds, self.kind))


@dataclass(frozen=True, slots=True)
class WiderHours:
    """Accept these hours a week."""

    least: float
    most: float

    @property
    def key(self) -> str:
        return f"hours:{self.least:g}:{self.most:g}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, hours=(self.least, self.most))


@dataclass(frozen=True, slots=True)
class StayLonger:
    """Stay so many months; 0: without an end."""

    months: float

    @property
    def key(self) -> str:
        return f"stay:{self.months:g}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, available_months=self.months or None)


@dataclass(frozen=True, slots=True)
class AcceptPay:
    """Accept this pay."""

    pay: MonthlyPay

    @property
    def key(self) -> str:
        return f"pay:{self.pay.amount:g}:{self.pay.currency}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, pay_floor=self.pay)


@dataclass(frozen=True, slots=True)
class HaveWorkRight:
    """Have the right to work in a country."""

    country: str

    @property
    def key(self) -> str:
        return f"work_right:{self.country}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, work_right=(*(candidate.work_right or ()), self.country))


@dataclass(frozen=True, slots=True)
class GainLevel:
    """Complete an education of this level of the European Qualifications Framework."""

    eqf: int

    @property
    def key(self) -> str:
        return f"education:{self.eqf}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, eqf=self.eqf)


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """
    What one change, or several together, would have done.

    Args:
        changes: one; several only where no single one opens the opportunity.
        opens: the candidate would have become eligible.
        score_before, score: 0–1, as it is and as it would have been.
        rank_before, rank: place in the opportunity's list; None where the candidate is not in it.
    """

    changes: tuple[Change, ...]
    opens: bool
    score_before: float
    score: float
    rank_before: int | None
    rank: int | None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(one.key for one in self.changes)


def changes_towards(
    candidate: Candidate, opportunity: Opportunity, conditions: Conditions | None = None
) -> tuple[Change, ...]:
    """The changes that the opportunity gives a reason for, those of the rules first."""
    read = conditions or Conditions()
    failed = {one.rule: one for one in judge(candidate, opportunity, read) if one.outcome is Outcome.FAILS}
    found: list[Change] = [
        *_languages(candidate, opportunity, read),
        *_place(candidate, opportunity, read),
        *_terms(candidate, opportunity, failed),
    ]
    held = {one.uri for one in candidate.skills}
    found += [LearnSkill(need.uri) for need in opportunity.skills if need.uri not in held]
    return tuple({one.key: one for one in found}.values())


def counterfactuals(
    candidate: Candidate,
    opportunity: Opportunity,
    pool: Pool,
    *,
    taxonomy: Taxonomy,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
    most: int = MOST,
) -> tuple[Counterfactual, ...]:
    """
    What would have opened an opportunity to a candidate, or raised the candidate in its list; the best first.

    Args:
        pool: everybody whom the candidate is ranked among; whether the candidate is in it makes no difference.
    """
    list_ = _List(candidate, opportunity, pool, taxonomy, weights or Weights(), conditions or Conditions())
    tried = changes_towards(candidate, opportunity, list_.conditions)
    found = [one for one in (list_.after((change,)) for change in tried) if one.opens or list_.raises(one)]
    if list_.rank_before is None and not any(one.opens for one in found):
        together = list_.together(tried)
        found += [together] if together else []
    found.sort(key=lambda one: (not one.opens, len(one.changes), one.rank or math.inf, -one.score, one.keys))
    return tuple(found[:most])


class _List:
    """An opportunity's list without the candidate, and where the candidate would come in."""

    def __init__(
        self,
        candidate: Candidate,
        opportunity: Opportunity,
        pool: Pool,
        taxonomy: Taxonomy,
        weights: Weights,
        conditions: Conditions,
    ) -> None:
        self.candidate, self.opportunity, self.taxonomy = candidate, opportunity, taxonomy
        self.weights, self.conditions = weights, conditions
        _, scored = score_eligible(pool, opportunity, weights, conditions)
        rows = zip(scored.rows.tolist(), scored.totals.tolist(), strict=True)
        self.others = [
            Entry(total, pool.candidates[row].id)
            for row, total in rows
            if pool.candidates[row].id != candidate.id
        ]
        self.score_before, self.rank_before = self.place_of(candidate)

    def place_of(self, candidate: Candidate) -> tuple[float, int | None]:
        """Score, and place in the list or None."""
        pair = score_pair(
            candidate,
            self.opportunity,
            taxonomy=self.taxonomy,
            weights=self.weights,
            conditions=self.conditions,
        )
        if not is_eligible(candidate, self.opportunity, self.conditions):
            return pair.score, None
        ahead = sum(not one.lets_in(pair.total, candidate.id) for one in self.others)
        return pair.score, ahead + 1

    def after(self, changes: Sequence[Change]) -> Counterfactual:
        changed = self.candidate
        for one in changes:
            changed = one.take(changed)
        score, rank = self.place_of(changed)
        opens = self.rank_before is None and rank is not None
        return Counterfactual(tuple(changes), opens, self.score_before, score, self.rank_before, rank)

    def raises(self, one: Counterfactual) -> bool:
        return (
            one.rank is not None
            and one.rank_before is not None
            and (one.rank < one.rank_before or round(100 * one.score) > round(100 * one.score_before))
            and one.rank <= one.rank_before
        )

    def together(self, tried: Sequence[Change]) -> Counterfactual | None:
        """One change for each rule that excludes, all taken; None where a rule has none."""
        chosen: dict[str, Change] = {}
        for verdict in judge(self.candidate, self.opportunity, self.conditions):
            if self.conditions.lets_pass(verdict.rule, verdict.outcome):
                continue
            helping = [one for one in tried if self._lifts(one, verdict)]
            if not helping:
                return None
            chosen.setdefault(helping[0].key, helping[0])
        found = self.after(tuple(chosen.values()))
        return found if found.opens else None

    def _lifts(self, change: Change, verdict: Verdict) -> bool:
        verdicts = judge(change.take(self.candidate), self.opportunity, self.conditions)
        return all(
            self.conditions.lets_pass(one.rule, one.outcome) for one in verdicts if one.check == verdict.check
        )


def _languages(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Iterator[Change]:
    for need in opportunity.languages:
        held = best_held(candidate.languages, need.codes, neighbours=conditions.neighbour_languages).sure
        if held < need.level.number and need.modality is not Modality.NOT_REQUIRED:
            yield from (ReachLevel(code, need.level) for code in need.codes if code != SCANDINAVIAN)


def _place(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Iterator[Change]:
    found = access(candidate, opportunity, conditions)
    if opportunity.remote_share and not candidate.remote:
        yield AcceptRemote()
    if found.limit < found.minutes <= LONGEST_COMMUTE:
        yield LongerCommute(ROUND * math.ceil((found.minutes - conditions.extra_commute_minutes) / ROUND))
    if opportunity.place and opportunity.place.country not in countries(candidate.moves_to or ()):
        yield MoveTo(opportunity.place.country)


def _terms(candidate: Candidate, opportunity: Opportunity, failed: dict[Rule, Verdict]) -> Iterator[Change]:
    if Rule.START in failed and opportunity.start:
        yield FreeOn(opportunity.start)
    if Rule.DURATION in failed:
        needed = length(opportunity) or 0
        yield StayLonger(0 if math.isinf(needed) else needed)
    if Rule.HOURS in failed and candidate.hours and opportunity.hours:
        (least, most), (offered_least, offered_most) = candidate.hours, opportunity.hours
        yield WiderHours(min(least, offered_most), max(most, offered_least))
    if Rule.PAY in failed and opportunity.pay:
        yield AcceptPay(opportunity.pay)
    if Rule.KIND in failed and opportunity.kind and not suits(candidate.kinds, opportunity.kind):
        yield WantKind(opportunity.kind)
    if Rule.WORK_RIGHT in failed:
        asked = failed[Rule.WORK_RIGHT].parameters["countries"]
        yield from (HaveWorkRight(country) for country in (asked if isinstance(asked, tuple) else ())[:1])
    if Rule.EDUCATION in failed and opportunity.eqf:
        yield GainLevel(opportunity.eqf)
