"""Opportunities as arrays, asked for one candidate: what fits a person, without solving all the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.credit import CREDIT, Link, Relations, ranges, relations_of
from brobygger.core.matching.data import Candidate, LanguageNeed, Opportunity
from brobygger.core.matching.eligibility import FACTS, RULES, language
from brobygger.core.matching.eligibility.place import OUTCOME, Access, access_by
from brobygger.core.matching.languages import normal
from brobygger.core.matching.pool import Bools, Coded, Integers
from brobygger.core.matching.postings import percent_of
from brobygger.core.matching.result import Match
from brobygger.core.matching.score import Parts, education, experience, markets, stage, time, totals
from brobygger.core.matching.score import languages as language_score
from brobygger.core.matching.score import place as place_score
from brobygger.core.matching.score import skills as skill_score
from brobygger.core.matching.score.occupation import PERCENT, closest
from brobygger.core.matching.score.scale import FULL, UNKNOWN, Column
from brobygger.core.matching.score.wishes import kind_value, mean_of_known, pay_value
from brobygger.core.matching.travel import Homes
from brobygger.core.matching.verdict import Check, Rule
from brobygger.core.matching.weights import Part, Weights
from brobygger.core.reading import Place
from brobygger.core.skills.data import Taxonomy

__all__ = ["CandidateList", "Offers", "Wants", "candidate_list"]

Longs = npt.NDArray[np.int64]
MOST_HOMES = 64  # homes whose travel times are kept
NO_LINK = np.zeros(0, np.int64)


@dataclass(frozen=True)
class FactColumn:
    """Those facts of opportunities that some rule or part reads, and an opportunity for each different value."""

    codes: Integers
    examples: tuple[Opportunity, ...]

    def map(self, function: Callable[[Opportunity], int]) -> Column:
        """`function` of every opportunity; called once for each different value."""
        return np.array([function(one) for one in self.examples], np.int32)[self.codes]


@dataclass(frozen=True, slots=True)
class Wants:
    """What some opportunity asks for: skills by URI, normal codes of languages, countries, remote work."""

    skills: frozenset[str]
    languages: frozenset[str]
    countries: frozenset[str]
    remote: bool

    @classmethod
    def of(cls, opportunities: Sequence[Opportunity]) -> Wants:
        return cls(
            frozenset(need.uri for one in opportunities for need in one.skills),
            frozenset(
                normal(code)
                for one in opportunities
                for need in language.hard_needs(one)
                for code in need.codes
            ),
            frozenset(one.place.country for one in opportunities if one.place),
            any(one.remote_share for one in opportunities),
        )


@dataclass(frozen=True)
class Offers:
    """
    Opportunities sorted by id, so that a lower row is a lower id; their columns are made when asked for.

    Rules and parts of the score that read few facts are asked once for each different value of these, through the
    functions for one pair. Skills, of which no two opportunities ask for the same, are an inverted index.
    """

    opportunities: tuple[Opportunity, ...]
    relations: Relations
    _columns: dict[Hashable, FactColumn] = field(default_factory=dict, repr=False, compare=False)
    _asked: dict[int, Asked] = field(default_factory=dict, repr=False, compare=False)
    _minutes: dict[Place, Integers] = field(default_factory=dict, repr=False, compare=False)
    _ways: dict[Hashable, list[Access]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, opportunities: Sequence[Opportunity], taxonomy: Taxonomy) -> Offers:
        return cls(tuple(sorted(opportunities, key=lambda one: one.id)), relations_of(taxonomy))

    def __len__(self) -> int:
        return len(self.opportunities)

    def column(self, *names: str) -> FactColumn:
        """The column of some fields of `Opportunity`."""
        if names not in self._columns:
            coded = Coded.of(tuple(getattr(one, name) for name in names) for one in self.opportunities)
            self._columns[names] = self._with_examples(coded.codes)
        return self._columns[names]

    def _with_examples(self, codes: Integers) -> FactColumn:
        _, first = np.unique(codes, return_index=True)
        return FactColumn(codes, tuple(map(self.opportunities.__getitem__, first.tolist())))

    @cached_property
    def languages(self) -> FactColumn:
        """Language needs, whatever the words they stand in."""
        coded = Coded.of(tuple(map(_need_key, one.languages)) for one in self.opportunities)
        return self._with_examples(coded.codes)

    @cached_property
    def hard_needs(self) -> tuple[Longs, Integers, tuple[LanguageNeed, ...]]:
        """Row and number of each need that excludes, and the different needs."""
        numbers: dict[Hashable, int] = {}
        needs: list[LanguageNeed] = []
        rows, codes = [], []
        for row, one in enumerate(self.opportunities):
            for need in language.hard_needs(one):
                number = numbers.setdefault((need.codes, need.level, need.is_sure), len(numbers))
                if number == len(needs):
                    needs.append(need)
                rows.append(row)
                codes.append(number)
        return np.array(rows, np.int64), np.array(codes, np.int32), tuple(needs)

    @cached_property
    def occupations(self) -> tuple[Longs, Integers, tuple[str, ...]]:
        """Rows that name an occupation, ascending, the number of each, and the different URIs."""
        numbers: dict[str, int] = {}
        pairs = [
            (row, numbers.setdefault(uri, len(numbers)))
            for row, one in enumerate(self.opportunities)
            for uri in one.occupations
        ]
        table = np.array(pairs, np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1].astype(np.int32), tuple(numbers)

    def asked(self, weights: Weights) -> Asked:
        if weights.advantage not in self._asked:
            self._asked[weights.advantage] = Asked.of(self, weights)
        return self._asked[weights.advantage]

    @cached_property
    def wants(self) -> Wants:
        return Wants.of(self.opportunities)

    def minutes(self, home: Place) -> Integers:
        """One-way commute from a home to each different place and share of `column("place", "remote_share")`."""
        found = self._minutes.get(home)
        if found is None:
            start = Homes.of([home])
            known: dict[Place | None, int] = {None: -1}
            for one in self.column("place", "remote_share").examples:
                if one.place is not None and one.place not in known:
                    known[one.place] = int(start.minutes_to(one.place)[0])
            examples = self.column("place", "remote_share").examples
            found = self._minutes[home] = np.array([known[one.place] for one in examples], np.int32)
            for oldest in list(self._minutes)[:-MOST_HOMES]:
                self._minutes.pop(oldest, None)
        return found

    # --- asked for one candidate --------------------------------------------------------------------------

    def stopped(self, candidate: Candidate, rule: Rule, conditions: Conditions) -> Bools:
        """Which opportunities a rule excludes the candidate from, shape (opportunities,)."""
        lowest = conditions.lowest_passing(rule).value
        if rule is Rule.LANGUAGE:
            rows, _ = self.stopping_needs(candidate, conditions)
            stopped = np.zeros(len(self), bool)
            stopped[rows] = True
            return stopped
        if rule is Rule.PLACE:
            ways = np.array([one.way for one in self._accesses(candidate, conditions)], np.intp)
            return (OUTCOME[ways] < lowest)[self.column("place", "remote_share").codes]
        judge = RULES[rule][0]
        outcomes = self.column(*FACTS[rule][0]).map(
            lambda one: judge(candidate, one, conditions).outcome.value
        )
        return outcomes < lowest

    def stopping_needs(self, candidate: Candidate, conditions: Conditions) -> tuple[Longs, Integers]:
        """Row and number of each language need that excludes the candidate."""
        rows, codes, needs = self.hard_needs
        lowest = conditions.lowest_passing(Rule.LANGUAGE)
        stops = np.array(
            [language.judge(candidate, need, conditions).outcome < lowest for need in needs], bool
        )
        found = stops[codes]
        return rows[found], codes[found]

    def _accesses(self, candidate: Candidate, conditions: Conditions) -> list[Access]:
        """The best way to each different place and share of remote work; kept for a rule, a part and a while."""
        said = candidate.place, candidate.commute_minutes, candidate.moves_to, candidate.remote, conditions
        found = self._ways.get(said)
        if found is None:
            found = self._ways[said] = self._accesses_of(candidate, conditions)
            for oldest in list(self._ways)[:-MOST_HOMES]:
                self._ways.pop(oldest, None)
        return found

    def _accesses_of(self, candidate: Candidate, conditions: Conditions) -> list[Access]:
        examples = self.column("place", "remote_share").examples
        if candidate.place is None:
            return [access_by(-1, candidate, one, conditions) for one in examples]
        minutes = self.minutes(candidate.place).tolist()
        return [
            access_by(trip, candidate, one, conditions) for trip, one in zip(minutes, examples, strict=True)
        ]

    def part(self, part: Part, candidate: Candidate, weights: Weights, conditions: Conditions) -> Column:
        """A part of the score for every opportunity, shape (opportunities,)."""
        if part is Part.SKILLS:
            return self.asked(weights).values(candidate)
        if part is Part.OCCUPATION:
            return self._closeness(candidate.occupations)
        if part is Part.WISHES:
            return mean_of_known(
                np.stack(
                    [
                        self._closeness(candidate.wished_occupations),
                        self.column("kind").map(lambda one: kind_value(candidate.kinds, one.kind)),
                        self.column("pay").map(lambda one: pay_value(candidate, one, conditions)),
                    ]
                )
            )
        if part is Part.PLACE:
            values = [place_score.value_of(one) for one in self._accesses(candidate, conditions)]
            return np.array(values, np.int32)[self.column("place", "remote_share").codes]
        if part is Part.LANGUAGES:
            return self.languages.map(
                lambda one: _value(language_score.part(candidate, one, conditions).value)
            )
        names, function = PAIRWISE[part]
        return self.column(*names).map(lambda one: _value(function(candidate, one, conditions)))

    def _closeness(self, held: Sequence[str]) -> Column:
        """Closeness of the closest two occupations; unknown where either side names none."""
        found = np.full(len(self), UNKNOWN, np.int32)
        rows, codes, uris = self.occupations
        if held and len(rows):
            percents = np.array([closest(held, (uri,), self.relations)[0] for uri in uris], np.int32)[codes]
            first = np.flatnonzero(np.diff(rows, prepend=-1))
            found[rows[first]] = np.maximum.reduceat(percents, first) * PERCENT
        return found


@dataclass(frozen=True)
class Asked:
    """
    The skills that opportunities ask for or usually take, and which held concepts count for each.

    Args:
        rows: opportunity of each need, ascending.
        skills: number of each need's skill in `held`, which lists the different skills.
        weights: in thousandths.
        totals: Σ weights of each opportunity.
        number_of: of a skill's URI, in the taxonomy or beyond its end.
        starts, held, percents: for each different skill the skills that count for it, itself among them.
    """

    rows: Longs
    skills: Longs
    weights: Longs
    totals: Longs
    relations: Relations
    outside: Mapping[str, int]
    starts: Longs
    held: Longs
    percents: Longs

    @classmethod
    def of(cls, offers: Offers, weights: Weights) -> Asked:
        relations, outside = offers.relations, dict[str, int]()
        first = len(relations.taxonomy)
        entries = []
        for row, one in enumerate(offers.opportunities):
            for need, weight in skill_score.counted_needs(one, relations, weights):
                number = relations.number(need.uri)
                if number is None:
                    number = outside.setdefault(need.uri, first + len(outside))
                entries.append((row, number, weight))
        table = np.array(entries, np.int64).reshape(-1, 3)
        numbers, skills = np.unique(table[:, 1], return_inverse=True)
        links = relations.links
        inside = numbers[numbers < first]  # ascending: those outside come last
        lengths = links.starts[inside + 1] - links.starts[inside]
        which = np.concatenate([np.repeat(np.arange(len(inside)), lengths), np.arange(len(numbers))])
        taken = ranges(links.starts[inside], lengths) if len(inside) else NO_LINK
        order = np.argsort(which, kind="stable")
        return cls(
            rows=table[:, 0],
            skills=skills.reshape(-1),
            weights=table[:, 2],
            totals=np.bincount(table[:, 0], table[:, 2], len(offers)).astype(np.int64),
            relations=relations,
            outside=outside,
            starts=np.flatnonzero(np.diff(which[order], prepend=-1)),
            held=np.concatenate([links.held[taken], numbers])[order],
            percents=np.concatenate([links.percents[taken], np.full(len(numbers), CREDIT[Link.SAME])]).astype(
                np.int64
            )[order],
        )

    def number(self, uri: str) -> int:
        """Number of a skill, -1 if no opportunity asks for it and the taxonomy does not know it."""
        number = self.relations.number(uri)
        return self.outside.get(uri, -1) if number is None else number

    @cached_property
    def links_by_row(self) -> Longs:
        """How many held skills count for the needs of each opportunity, a skill as often as it counts."""
        lengths = np.diff(np.append(self.starts, len(self.held)))[self.skills]
        return np.bincount(self.rows, lengths, len(self.totals)).astype(np.int64)

    @cached_property
    def _firsts(self) -> Longs:
        return np.searchsorted(self.rows, np.arange(len(self.totals) + 1)).astype(np.int64)

    def learnt(
        self, covered: Longs, rows: npt.NDArray[np.intp], numbers: Sequence[int]
    ) -> tuple[Longs, Longs, Column]:
        """
        What one skill more would change.

        Args:
            covered: what the candidate covers as things are.
            rows: opportunities that are looked at, ascending.
            numbers: of the skills that may be learnt.

        Returns:
            For each pair of an opportunity and a skill that counts for more than what is held: row, number, and the
            value of the part with that skill.
        """
        needs = ranges(self._firsts[rows], self._firsts[rows + 1] - self._firsts[rows])
        skills = self.skills[needs]
        lengths = np.diff(np.append(self.starts, len(self.held)))[skills]
        links = ranges(self.starts[skills], lengths)
        of_need = np.repeat(needs, lengths)
        wanted = np.zeros(len(self.relations.taxonomy) + len(self.outside) + 1, bool)
        wanted[list(numbers)] = True
        more = self.percents[links] - covered[self.skills[of_need]]
        counts = wanted[self.held[links]] & (more > 0)
        size = len(wanted)
        keys = self.rows[of_need[counts]] * size + self.held[links[counts]]
        pairs, place = np.unique(keys, return_inverse=True)
        gained = np.bincount(
            place.reshape(-1), self.weights[of_need[counts]] * more[counts], len(pairs)
        ).astype(np.int64)
        row = pairs // size
        now = np.bincount(self.rows[needs], self.weights[needs] * covered[skills], len(self.totals)).astype(
            np.int64
        )
        values = FULL * (now[row] + gained) // (CREDIT[Link.SAME] * self.totals[row])
        return row, pairs % size, values.astype(np.int32)

    def covered(self, candidate: Candidate) -> Longs:
        """Percent to which the candidate covers each different skill."""
        sure = np.zeros(len(self.relations.taxonomy) + len(self.outside) + 1, np.int64)
        for skill in self.relations.shown(candidate):
            number = self.number(skill.uri)
            sure[number] = max(sure[number], percent_of(skill.weight)) if number >= 0 else 0
        held = sure[self.held]
        covered = np.where(held > 0, np.maximum(1, (held * self.percents + 50) // 100), 0)  # `credit_percent`
        return np.maximum.reduceat(covered, self.starts) if len(self.starts) else NO_LINK

    def values(self, candidate: Candidate) -> Column:
        """`score.skills.part` for every opportunity."""
        gained = np.bincount(self.rows, self.weights * self.covered(candidate)[self.skills], len(self.totals))
        values = FULL * gained.astype(np.int64) // (CREDIT[Link.SAME] * np.maximum(1, self.totals))
        return np.where(self.totals > 0, values, UNKNOWN).astype(np.int32)


@dataclass(frozen=True, slots=True)
class CandidateList:
    """
    One candidate against all opportunities.

    Args:
        stopped: for each rule the opportunities that it closes, shape (opportunities,).
        excluded: how many opportunities each check closes, those that close none left out.
        parts: shape (parts, opportunities), eligible or not.
        totals: shape (opportunities,), eligible or not.
    """

    offers: Offers
    candidate: Candidate
    weights: Weights
    stopped: Mapping[Rule, Bools]
    excluded: Mapping[Check, int]
    parts: Parts
    totals: Longs

    @property
    def rows(self) -> npt.NDArray[np.intp]:
        """Rows of the opportunities that no rule closes, ascending."""
        return np.flatnonzero(~np.any(list(self.stopped.values()), axis=0))

    def best(self, top: int) -> tuple[Match, ...]:
        """The best for the candidate, best first: higher total first, then lower id."""
        rows = self.rows
        chosen = rows[np.lexsort((rows, -self.totals[rows]))[:top]]
        return tuple(
            Match.of(
                self.candidate.id,
                self.offers.opportunities[row].id,
                rank=rank,
                total=int(self.totals[row]),
                values=self.parts[:, row].tolist(),
                weights=self.weights,
            )
            for rank, row in enumerate(chosen.tolist(), start=1)
        )


def candidate_list(
    offers: Offers,
    candidate: Candidate,
    *,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> CandidateList:
    """The same list as `solve` gives for the candidate."""
    weighed, read = weights or Weights(), conditions or Conditions()
    stopped = {rule: offers.stopped(candidate, rule, read) for rule in (Rule.LANGUAGE, *RULES)}
    parts = np.stack([offers.part(part, candidate, weighed, read) for part in Part])
    return CandidateList(
        offers,
        candidate,
        weighed,
        stopped,
        _excluded(offers, candidate, stopped, read),
        parts,
        totals(parts, weighed),
    )


def _excluded(
    offers: Offers, candidate: Candidate, stopped: Mapping[Rule, Bools], conditions: Conditions
) -> Mapping[Check, int]:
    """Needs of the same languages are one check of an opportunity."""
    rows, codes = offers.stopping_needs(candidate, conditions)
    subjects = Coded.of(language.subject(need) for need in offers.hard_needs[2])
    size = max(1, len(subjects.values))
    closed = np.unique(rows * size + subjects.codes[codes]) % size
    closing = np.bincount(closed, minlength=size).tolist()
    counts = Counter(
        {Check(Rule.LANGUAGE, name): count for name, count in zip(subjects.values, closing, strict=False)}
    )
    counts.update({Check(rule): int(np.count_nonzero(stopped[rule])) for rule in RULES})
    return {check: count for check, count in counts.items() if count}


# What a part reads of an opportunity, and its value for one pair.
PAIRWISE: Mapping[
    Part, tuple[tuple[str, ...], Callable[[Candidate, Opportunity, Conditions], int | None]]
] = {
    Part.FIELD: (("fields",), lambda one, offer, _: education.field_part(one, offer).value),
    Part.LEVEL: (("eqf",), lambda one, offer, _: education.level_part(one, offer).value),
    Part.EXPERIENCE: (("experience_years",), lambda one, offer, _: experience.part(one, offer).value),
    Part.STAGE: (("kind", "start", "posted"), lambda one, offer, _: stage.part(one, offer).value),
    Part.MARKETS: (("markets",), lambda one, offer, _: markets.part(one, offer).value),
    Part.TIME: (
        ("start", "start_flexible_days"),
        lambda one, offer, read: time.part(one, offer, read).value,
    ),
}


def _value(value: int | None) -> int:
    return UNKNOWN if value is None else value


def _need_key(need: LanguageNeed) -> Hashable:
    return need.codes, need.level, need.modality, need.setting, need.is_sure
