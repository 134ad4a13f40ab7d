"""Which single step of a candidate opens most opportunities: every answer is matched again, none estimated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

import numpy as np

from brobygger.core.matching.areas import countries
from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, HeldSkill, Opportunity
from brobygger.core.matching.dials import moved
from brobygger.core.matching.eligibility import judge, screen
from brobygger.core.matching.eligibility.language import hard_needs
from brobygger.core.matching.languages import SCANDINAVIAN, normal
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.result import MatchResult
from brobygger.core.matching.score import FULL, NEUTRAL, score_pair
from brobygger.core.matching.topk import score_rows
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
        return replace(candidate, moves_to=(*candidate.moves_to, self.country))


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
    found = _steps(candidate, opportunities, conditions or Conditions())
    return tuple(sorted(found, key=lambda step: step.key))


def _steps(
    candidate: Candidate, opportunities: Sequence[Opportunity], conditions: Conditions
) -> Iterator[Step]:
    held = {skill.uri for skill in candidate.skills}
    yield from (LearnSkill(uri) for uri in {need.uri for one in opportunities for need in one.skills} - held)
    levels: dict[str, int] = {}
    for code, level in candidate.languages:
        levels[normal(code)] = max(levels.get(normal(code), 0), list(Level).index(level) + 1)
    asked = {normal(code) for one in opportunities for need in hard_needs(one) for code in need.codes}
    for code in asked - {SCANDINAVIAN}:
        if levels.get(code, 0) < len(Level):
            yield ReachLevel(code, list(Level)[levels.get(code, 0)])
    own = (
        conditions.usual_commute_minutes
        if candidate.commute_minutes is None
        else int(candidate.commute_minutes)
    )
    yield from (LongerCommute(own + more) for more in COMMUTES)
    here = {one.place.country for one in opportunities if one.place}
    yield from (MoveTo(country) for country in here - countries(candidate.moves_to))
    if candidate.available_from:
        yield from (StartEarlier(months) for months in EARLIER)
    if not candidate.remote and any(one.remote_share for one in opportunities):
        yield AcceptRemote()


def best_steps(
    candidate: Candidate,
    opportunities: Sequence[Opportunity],
    *,
    taxonomy: Taxonomy,
    among: dict[str, Entry | None],
    steps: Sequence[Step] | None = None,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> tuple[Effect, ...]:
    """
    The steps that open something, the farthest-reaching first.

    Every step is matched again with the kernel, the stepped candidates as its pool. Two cases are
    left out, safely, because a step touches one rule and one part only: a step that does not touch
    the one rule that excludes the candidate cannot open anything; and where the candidate is
    eligible, a step cannot bring them in if they would not be in with its part full.

    Args:
        candidate: the person as they are.
        opportunities: the open ones.
        among: `entries` of the current result.
        steps: which to try, default `steps_for`.
    """
    weighed, read = weights or Weights(), conditions or Conditions()
    tried = steps_for(candidate, opportunities, read) if steps is None else tuple(steps)
    # the kernel orders its pool by id: name the stepped candidates in the order of the steps
    pool = Pool.of(
        [replace(step.take(candidate), id=f"{row:09}") for row, step in enumerate(tried)], taxonomy
    )
    opened: list[list[str]] = [[] for _ in tried]
    risen: list[list[str]] = [[] for _ in tried]
    for one in opportunities:
        entry = among[one.id]
        eligible, helps = _helpful(
            candidate, one, entry, tried, taxonomy=taxonomy, weights=weighed, conditions=read
        )
        rows = np.flatnonzero(helps)
        if len(rows):
            rows = rows[screen(pool, one, read).eligible[rows]]
        if not len(rows):
            continue
        totals = score_rows(pool, one, rows, weighed, read).totals
        for row, total in zip(rows.tolist(), totals.tolist(), strict=True):
            if not eligible:
                opened[row].append(one.id)
            if entry is None or entry.lets_in(total, candidate.id):
                risen[row].append(one.id)
    effects = [Effect(step, tuple(opened[row]), tuple(risen[row])) for row, step in enumerate(tried)]
    effects.sort(key=lambda one: (-one.reach, -len(one.opened), one.step.key))
    return tuple(one for one in effects if one.reach)


def _helpful(
    candidate: Candidate,
    opportunity: Opportunity,
    entry: Entry | None,
    steps: Sequence[Step],
    *,
    taxonomy: Taxonomy,
    weights: Weights,
    conditions: Conditions,
) -> tuple[bool, list[bool]]:
    """Whether the candidate is eligible as they are, and which steps may change something."""
    verdicts = judge(candidate, opportunity, conditions)
    stopped = {one.rule for one in verdicts if not conditions.lets_pass(one.rule, one.outcome)}
    if stopped:
        return False, [len(stopped) == 1 and step.rule in stopped for step in steps]
    pair = score_pair(candidate, opportunity, taxonomy=taxonomy, weights=weights, conditions=conditions)
    if entry is None or entry.lets_in(pair.total, candidate.id):
        return True, [False] * len(steps)  # among the best already
    lacking = {one.part: FULL - (NEUTRAL if one.value is None else one.value) for one in pair.parts}
    bounds = (pair.total + weights.of(step.part) * lacking[step.part] for step in steps)
    return True, [entry.lets_in(bound, candidate.id) for bound in bounds]
