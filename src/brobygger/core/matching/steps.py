"""Which single step of a candidate opens most opportunities: every answer is matched again, none estimated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar, Protocol

import numpy as np

from brobygger.core.matching.areas import countries
from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, HeldSkill, Opportunity
from brobygger.core.matching.dials import moved
from brobygger.core.matching.languages import SCANDINAVIAN, normal
from brobygger.core.matching.offers import CandidateList, Longs, Offers, Wants, candidate_list
from brobygger.core.matching.pool import Bools
from brobygger.core.matching.result import MatchResult
from brobygger.core.matching.score.scale import FULL, NEUTRAL, UNKNOWN, Column, Rows
from brobygger.core.matching.verdict import Rule
from brobygger.core.matching.weights import Part, Weights
from brobygger.core.reading import Level
from brobygger.core.skills.data import Taxonomy

__all__ = ["Effect", "Entry", "Step", "best_steps", "entries", "steps_for"]

COMMUTES = (15, 30)  # minutes more
EARLIER = (1, 2)  # months


class Step(Protocol):
    """
    One change of a candidate. `key` names it; it is unique among the steps of a person.

    A step touches one rule at most, and one part of the score: that makes it safe to leave out
    where it cannot help.
    """

    rule: ClassVar[Rule | None]
    part: ClassVar[Part]

    @property
    def key(self) -> str: ...

    def take(self, candidate: Candidate) -> Candidate: ...


@dataclass(frozen=True, slots=True)
class LearnSkill:
    """A course, a certificate, a licence: one skill more."""

    rule: ClassVar[Rule | None] = None
    part: ClassVar[Part] = Part.SKILLS

    uri: str

    @property
    def key(self) -> str:
        return f"skill:{self.uri}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, skills=(*candidate.skills, HeldSkill(self.uri)))


@dataclass(frozen=True, slots=True)
class ReachLevel:
    """One level up in a language, or the first level of a new one."""

    rule: ClassVar[Rule | None] = Rule.LANGUAGE
    part: ClassVar[Part] = Part.LANGUAGES

    code: str
    level: Level

    @property
    def key(self) -> str:
        return f"language:{self.code}:{self.level.value}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, languages=(*candidate.languages, (self.code, self.level)))


@dataclass(frozen=True, slots=True)
class LongerCommute:
    """Accept a longer way to work."""

    rule: ClassVar[Rule | None] = Rule.PLACE
    part: ClassVar[Part] = Part.PLACE

    minutes: int

    @property
    def key(self) -> str:
        return f"commute:{self.minutes}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, commute_minutes=float(self.minutes))


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Be willing to move to a country."""

    rule: ClassVar[Rule | None] = Rule.PLACE
    part: ClassVar[Part] = Part.PLACE

    country: str

    @property
    def key(self) -> str:
        return f"move:{self.country}"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, moves_to=(*(candidate.moves_to or ()), self.country))


@dataclass(frozen=True, slots=True)
class StartEarlier:
    """Be free some months earlier."""

    rule: ClassVar[Rule | None] = Rule.START
    part: ClassVar[Part] = Part.TIME

    months: int

    @property
    def key(self) -> str:
        return f"start:-{self.months}"

    def take(self, candidate: Candidate) -> Candidate:
        day = candidate.available_from
        return replace(candidate, available_from=day and moved(day, -self.months))


@dataclass(frozen=True, slots=True)
class AcceptRemote:
    """Accept remote work."""

    rule: ClassVar[Rule | None] = Rule.PLACE
    part: ClassVar[Part] = Part.PLACE

    @property
    def key(self) -> str:
        return "remote"

    def take(self, candidate: Candidate) -> Candidate:
        return replace(candidate, remote=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """The last of the others in an opportunity's list: whom a candidate must beat to be in it."""

    total: int
    candidate: str

    def lets_in(self, total: int, candidate: str) -> bool:
        return (-total, candidate) < (-self.total, self.candidate)


@dataclass(frozen=True, slots=True)
class Effect:
    """
    What a step would do.

    Args:
        step: the step.
        opened: ids of opportunities for which the candidate becomes eligible.
        risen: ids of opportunities among whose best the candidate comes in.
    """

    step: Step
    opened: tuple[str, ...]
    risen: tuple[str, ...]

    @property
    def reach(self) -> int:
        """How many opportunities it opens or brings within the best."""
        return len({*self.opened, *self.risen})


def entries(result: MatchResult, candidate: str, top: int) -> dict[str, Entry | None]:
    """
    For each opportunity the entry to its `top` best, without the candidate; None: there is room.

    Raises:
        ValueError: the result's lists are too short to tell; they must hold top + 1.
    """
    length = result.by_opportunity.partner.shape[1]
    pool = len(result.by_opportunity.partners)
    if length < min(top + 1, pool):
        raise ValueError(
            f"lists of {length} cannot tell the entry to the {top} best: solve with top={top + 1}"
        )
    found: dict[str, Entry | None] = {}
    for opportunity in result.by_opportunity.owners:
        others = [one for one in result.for_opportunity(opportunity) if one.candidate != candidate]
        found[opportunity] = (
            Entry(others[top - 1].total, others[top - 1].candidate) if len(others) >= top else None
        )
    return found


def steps_for(
    candidate: Candidate, opportunities: Sequence[Opportunity], conditions: Conditions | None = None
) -> tuple[Step, ...]:
    """The single steps that some opportunity asks for, by key."""
    return _steps_for(candidate, Wants.of(opportunities), conditions or Conditions())


def _steps_for(candidate: Candidate, wants: Wants, conditions: Conditions) -> tuple[Step, ...]:
    return tuple(sorted(_steps(candidate, wants, conditions), key=lambda step: step.key))


def _steps(candidate: Candidate, wants: Wants, conditions: Conditions) -> Iterator[Step]:
    held = {skill.uri for skill in candidate.skills}
    yield from (LearnSkill(uri) for uri in wants.skills - held)
    levels: dict[str, int] = {}
    for code, level in candidate.languages:
        levels[normal(code)] = max(levels.get(normal(code), 0), list(Level).index(level) + 1)
    for code in wants.languages - {SCANDINAVIAN}:
        if levels.get(code, 0) < len(Level):
            yield ReachLevel(code, list(Level)[levels.get(code, 0)])
    own = (
        conditions.usual_commute_minutes
        if candidate.commute_minutes is None
        else int(candidate.commute_minutes)
    )
    yield from (LongerCommute(own + more) for more in COMMUTES)
    yield from (MoveTo(country) for country in wants.countries - countries(candidate.moves_to or ()))
    if candidate.available_from:
        yield from (StartEarlier(months) for months in EARLIER)
    if not candidate.remote and wants.remote:
        yield AcceptRemote()


def best_steps(
    candidate: Candidate,
    opportunities: Sequence[Opportunity] | Offers,
    *,
    taxonomy: Taxonomy,
    among: Mapping[str, Entry | None],
    steps: Sequence[Step] | None = None,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> tuple[Effect, ...]:
    """
    The steps that open something, the farthest-reaching first.

    Every step is matched again. It touches one rule and one part only: the others stay as they are. A skill is
    matched again only where the candidate is eligible and would come in with all skills covered.

    Args:
        candidate: the person as they are.
        opportunities: the open ones; as `Offers` if the caller keeps them.
        among: `entries` of the current result; an opportunity without one is not looked at for who comes in.
        steps: which to try, default `steps_for`.
    """
    weighed, read = weights or Weights(), conditions or Conditions()
    offers = opportunities if isinstance(opportunities, Offers) else Offers.of(opportunities, taxonomy)
    tried = _steps_for(candidate, offers.wants, read) if steps is None else tuple(steps)
    now = _Now.of(candidate_list(offers, candidate, weights=weighed, conditions=read), among)
    names = np.array([one.id for one in offers.opportunities], object)
    learnt = _learnt(now, [step.uri for step in tried if isinstance(step, LearnSkill)])
    effects = []
    for step in tried:
        if isinstance(step, LearnSkill):
            opened, risen = np.zeros(0, np.intp), learnt.get(step.uri, np.zeros(0, np.intp))
        else:
            opened, risen = _taken(now, step, read)
        if len(opened) or len(risen):
            effects.append(Effect(step, tuple(names[opened].tolist()), tuple(names[risen].tolist())))
    effects.sort(key=lambda one: (-one.reach, -len(one.opened), one.step.key))
    return tuple(effects)


@dataclass(frozen=True)
class _Now:
    """
    The candidate as they are, against every opportunity; arrays of shape (opportunities,).

    Args:
        closed_by: how many rules close it.
        entry: points of the last whom the candidate must beat; -1: there is room.
        wins_ties: the candidate's id comes before that of the last.
        looked_at: the entry is known.
        outside: eligible, and not among the best.
    """

    found: CandidateList
    closed_by: Longs
    entry: Longs
    wins_ties: Bools
    looked_at: Bools

    @classmethod
    def of(cls, found: CandidateList, among: Mapping[str, Entry | None]) -> _Now:
        entry, wins_ties, looked_at = [], [], []
        for one in found.offers.opportunities:
            last = among.get(one.id)
            entry.append(-1 if last is None else last.total)
            wins_ties.append(last is not None and found.candidate.id < last.candidate)
            looked_at.append(one.id in among)
        return cls(
            found,
            np.sum(list(found.stopped.values()), axis=0, dtype=np.int64),
            np.array(entry, np.int64),
            np.array(wins_ties, bool),
            np.array(looked_at, bool),
        )

    @cached_property
    def outside(self) -> Bools:
        outside: Bools = (self.closed_by == 0) & self.looked_at & ~self.lets_in(self.found.totals)
        return outside

    def lets_in(self, totals: Longs, rows: Rows | slice = slice(None)) -> Bools:
        entry = self.entry[rows]
        before: Bools = (totals > entry) | ((totals == entry) & self.wins_ties[rows])
        comes_in: Bools = self.looked_at[rows] & before
        return comes_in

    def with_part(self, part: Part, values: Column) -> Longs:
        """Totals with other values of one part."""
        old = self.found.parts[list(Part).index(part)]
        gained = [np.where(one == UNKNOWN, NEUTRAL, one).astype(np.int64) for one in (values, old)]
        return self.found.totals + self.found.weights.of(part) * (gained[0] - gained[1])


def _taken(now: _Now, step: Step, conditions: Conditions) -> tuple[Rows, Rows]:
    """Rows that a step opens, and rows among whose best it brings the candidate."""
    found, stepped = now.found, step.take(now.found.candidate)
    closed_by, stopped = now.closed_by, np.zeros(len(now.entry), bool)
    if step.rule is not None:
        stopped = found.offers.stopped(stepped, step.rule, conditions)
        closed_by = closed_by - found.stopped[step.rule] + stopped
    totals = now.with_part(step.part, found.offers.part(step.part, stepped, found.weights, conditions))
    free = closed_by == 0
    opened = free & (now.closed_by > 0)
    risen = free & (opened | now.outside) & now.lets_in(totals)
    return np.flatnonzero(opened), np.flatnonzero(risen)


AT_ONCE = 2_000_000  # links of needs looked at together


def _learnt(now: _Now, uris: Sequence[str]) -> Mapping[str, Rows]:
    """For each skill that would bring the candidate among the best of some opportunities their rows."""
    found = now.found
    asked = found.offers.asked(found.weights)
    uri_of = {asked.number(uri): uri for uri in uris}
    full = np.where(asked.totals > 0, FULL, UNKNOWN).astype(np.int32)
    reachable = np.flatnonzero(now.outside & now.lets_in(now.with_part(Part.SKILLS, full)))
    covered, risen = asked.covered(found.candidate), dict[str, list[Rows]]()
    ends = np.cumsum(asked.links_by_row[reachable])
    start = 0
    while start < len(reachable):  # as many opportunities as fit, at least one
        before = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + AT_ONCE, "right")))
        rows, numbers, values = asked.learnt(covered, reachable[start:stop], list(uri_of))
        part = list(Part).index(Part.SKILLS)
        totals = found.totals[rows] + found.weights.of(Part.SKILLS) * (
            values.astype(np.int64) - found.parts[part, rows]
        )
        comes_in = now.lets_in(totals, rows)
        rows, numbers = rows[comes_in], numbers[comes_in]
        order = np.lexsort((rows, numbers))
        for number, some in _groups(numbers[order], rows[order]):
            risen.setdefault(uri_of[number], []).append(some)
        start = stop
    return {uri: np.concatenate(parts) for uri, parts in risen.items()}


def _groups(numbers: Longs, rows: Rows) -> Iterator[tuple[int, Rows]]:
    """The rows of each number; numbers ascend."""
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    for start, end in zip(first, np.append(first, len(numbers))[1:], strict=True):
        yield int(numbers[start]), rows[start:end]
