"""The one entrance: a slot for each agreed meeting, so that people wait as seldom as can be."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from brobygger.core.scheduling.findings import Finding
from brobygger.core.scheduling.gaps.clash import clash_of
from brobygger.core.scheduling.gaps.data import Agenda
from brobygger.core.scheduling.gaps.domains import Conflict, domains_of
from brobygger.core.scheduling.gaps.model import Answer, Limit, Model
from brobygger.core.scheduling.gaps.result import Known, Timed, gaps_in
from brobygger.core.scheduling.gaps.waiting import Waiting

EFFORT = 60.0
# shares of all for the searches of the beginning and of the first round; each further round has half as much again
ANY, EASILY = 0.1, 0.04
WAITING, BELOW, AROUND = 0.12, 0.42, 0.2
NEAR, PATIENCE = 0.6, 1.05  # effort of one search near a timetable, and how it grows while nothing is found
LEAST_FREED, MOST_FREED = 0.1, 0.9  # share of the meetings


def shorten_waits(
    agenda: Agenda, *, effort: float = EFFORT, seconds: float | None = None, seed: int = 0
) -> Timed:
    """
    Give every meeting a slot within the rules, with the fewest gaps.

    Args:
        agenda: who meets whom, and when they can.
        effort: limit in CP-SAT's deterministic seconds, about those of a core: the same input, effort and seed give
            the same timetable.
        seconds: limit by the clock, where one is needed; whoever is stopped by it may get another timetable next time.
        seed: of the choice among equals.
    """
    try:
        domains = domains_of(agenda)
    except Conflict as error:
        return Timed(agenda, Known.IMPOSSIBLE, findings=(error.finding,))
    if not agenda.meetings:
        return Timed(agenda, Known.BEST)
    return _Search(agenda, domains, effort, seconds, seed).run()


@dataclass
class _Search:
    """What is known so far, and what is left to spend."""

    agenda: Agenda
    domains: list[set[int]]
    effort: float
    seconds: float | None
    seed: int
    spent: float = 0.0
    clock: float = 0.0
    low: int = 0
    slots: tuple[int, ...] = ()
    gaps: int = 0
    tries: int = 0
    freed: float = (LEAST_FREED + MOST_FREED) / 2
    models: dict[bool, Model] = field(default_factory=dict)

    def run(self) -> Timed:
        """
        By turns: who has to wait, better timetables near the best so far, the bound from below.

        Before that, any timetable, and the bound of a day that is easily had.
        """
        if self._is_impossible(self._any(ANY)):
            return self._impossible()
        if not self._is_over() and self._is_impossible(self._least(EASILY, 0)):
            return self._impossible()
        if self._is_over():
            return self._timed()
        waiting = Waiting(Model(self.agenda, self.domains, has_runs=True), self.seed)
        factor, number = 1.0, 0
        while not self._is_over():
            if self._who_waits(waiting, factor * WAITING):
                return self._impossible()
            self._near(factor * AROUND)
            if not self._is_over() and self._is_impossible(self._least(factor * BELOW, number)):
                return self._impossible()
            if not self._is_over() and not self.slots and self._is_impossible(self._any(factor * ANY)):
                return self._impossible()
            self._near(factor * AROUND)
            number += 1
            factor *= 1.5
        return self._timed()

    def _least(self, share: float, number: int) -> Answer:
        """The fewest gaps; every second time it is put otherwise: with counted tables, and simplified first."""
        is_second = number % 2 == 1
        return self._model(is_counted=is_second).least(
            self._limit(share), low=self.low, seed=self.seed + number, presolve=is_second
        )

    def _who_waits(self, waiting: Waiting, share: float) -> bool:
        """Narrow down who has to wait; whether no timetable can be."""
        until = self.spent + share * self.effort
        late = self.clock + share * self.seconds if self.seconds is not None else None
        while not self._is_over() and self.spent < until and (late is None or self.clock < late):
            answer = waiting.step(self._limit(1.0))
            # each step costs a little, also where the solver counts nothing, so that it ends
            if self._is_impossible(replace(answer, effort=max(answer.effort, NEAR / 20))):
                return True
        return False

    def _any(self, share: float) -> Answer:
        """A timetable with any number of gaps."""
        self.tries += 1
        return self._model().any(self._limit(share), low=self.low, seed=self.seed + self.tries)

    def _model(self, *, is_counted: bool = False) -> Model:
        if is_counted not in self.models:
            self.models[is_counted] = Model(self.agenda, self.domains, is_counted=is_counted)
        return self.models[is_counted]

    def _is_over(self) -> bool:
        if self.slots and self.low >= self.gaps:
            return True
        return self.spent >= self.effort or (self.seconds is not None and self.clock >= self.seconds)

    def _limit(self, share: float) -> Limit:
        """A share of all, at most what is left."""
        effort = min(share * self.effort, self.effort - self.spent)
        if self.seconds is None:
            return Limit(effort)
        return Limit(effort, min(share * self.seconds, self.seconds - self.clock))

    def _is_impossible(self, answer: Answer) -> bool:
        """Take over what a search has found; whether no timetable can be."""
        self.spent += answer.effort
        self.clock += answer.seconds
        if answer.status == "INFEASIBLE":
            if not self.slots:
                return True
            self.low = self.gaps
        elif answer.slots:
            gaps = self._count(answer.slots)
            if not self.slots or gaps < self.gaps:
                self.slots, self.gaps = answer.slots, gaps
            self.low = max(self.low, min(answer.bound, self.gaps))
        else:
            self.low = max(self.low, answer.bound if not self.slots else min(answer.bound, self.gaps))
        return False

    def _count(self, slots: Sequence[int]) -> int:
        return sum(gaps_in([slots[row] for row in mine]) for mine in self.agenda.meetings_of)

    def _near(self, share: float) -> None:
        """Free the meetings around somebody who waits, keep the others, and look for fewer gaps."""
        if not self.slots:
            return
        rng = random.Random(f"{self.seed} {self.tries}")  # noqa: S311 - a choice among equals, no secret
        until = self.spent + share * self.effort
        late = self.clock + share * self.seconds if self.seconds is not None else None
        near = NEAR
        while not self._is_over() and self.spent < until and (late is None or self.clock < late):
            freed = self._around(rng, self.freed)
            self.tries += 1
            limit = self._limit(1.0)
            answer = self._model().near(
                Limit(min(near, limit.effort), limit.seconds),
                slots=self.slots, freed=freed, most=self.gaps - 1, seed=self.seed + self.tries,
            )  # fmt: skip
            # each try costs a little, also where the solver counts nothing, so that it ends
            self.spent += max(answer.effort, NEAR / 20)
            self.clock += answer.seconds
            if answer.slots:
                self.slots, self.gaps, near = answer.slots, self._count(answer.slots), NEAR
                continue
            near *= PATIENCE
            if answer.status == "INFEASIBLE":
                self.freed = min(self.freed * 1.1, MOST_FREED)
            else:
                self.freed = max(self.freed / 1.1, LEAST_FREED)

    def _around(self, rng: random.Random, share: float) -> set[int]:
        """Meetings of who waits, of those whom they meet, and so on, until enough are free."""
        meetings, of = self.agenda.meetings, self.agenda.meetings_of
        waiting = [person for person, mine in enumerate(of) if gaps_in([self.slots[row] for row in mine]) > 0]
        person = rng.choice(waiting)
        freed = set(of[person])
        while len(freed) < share * len(meetings):
            row = rng.choice(sorted(freed))
            person = rng.choice((meetings[row].first, meetings[row].second))
            freed |= set(of[person])
            if rng.random() < 0.1:  # and somebody from elsewhere, so that islands are reached too
                freed |= set(of[rng.randrange(len(of))])
        return freed

    def _timed(self) -> Timed:
        if not self.slots:
            return Timed(self.agenda, Known.OPEN, bound=self.low, effort=self.spent, seconds=self.clock)
        known = Known.BEST if self.low >= self.gaps else Known.FOUND
        return Timed(
            self.agenda, known, self.slots, self.gaps, min(self.low, self.gaps),
            effort=self.spent, seconds=self.clock,
        )  # fmt: skip

    def _impossible(self) -> Timed:
        """Why: the spread, if the day can be held without it; else meetings that cannot all be held."""
        left = Limit(max(1.0, self.effort - self.spent), self.seconds)
        free = replace(self.agenda, spread=None)
        said = Finding("gaps_no_reason")
        if (
            self.agenda.spread is not None
            and Model(free, self.domains).any(left, low=0, seed=self.seed).slots
        ):
            said = Finding("gaps_spread", {"spread": self.agenda.spread})
        elif rows := clash_of(self.agenda, self.domains, left, seed=self.seed):
            said = Finding("gaps_clash", {"meetings": tuple(map(self.agenda.name, rows))})
        return Timed(self.agenda, Known.IMPOSSIBLE, findings=(said,), effort=self.spent, seconds=self.clock)
