"""
Who has to wait: sets of gaps of which one is unavoidable, and a day in which only the fewest that meet all sets occur.

Whether a day can be held with given people waiting and nobody else is a question that is answered quickly, one way or
the other; who these people are is what makes a day hard. So the two are asked by turns: a set of gaps that cannot all
be avoided is noted, the fewest gaps that hit every set so far are allowed, and either that gives a timetable, which then
is a best one, or another set (implicit hitting sets: Davies, Bacchus 2011; Moreno-Centeno, Karp 2013).
"""

from __future__ import annotations

import random
from typing import Any

from brobygger.core.scheduling.gaps.model import Answer, Limit, Model

FIRST_EFFORT, GROWTH = 1.0, 1.5  # of one question; larger when none of the smallest sets was decided
CORE_EFFORT, SMALL = (
    0.2,
    8,
)  # of a set that is looked for, and up to which size the next one is looked for at once
HITTING_EFFORT = 0.5


class Waiting:
    """
    What is known of who has to wait; each `step` adds to it.

    Args of the attributes:
        cores: numbers of the model's `costs`, of which one at least occurs in every timetable.
        tried: sets that were allowed and neither gave a timetable nor were ruled out.
        low: gaps that every timetable has.
    """

    def __init__(self, model: Model, seed: int) -> None:
        self.model, self.seed = model, seed
        self.rng = random.Random(f"waiting {seed}")  # noqa: S311 - a choice among equals, no secret
        self.cores: list[frozenset[int]] = []
        self.tried: set[frozenset[int]] = set()
        self.effort, self.low = FIRST_EFFORT, 0

    def step(self, limit: Limit) -> Answer:
        """
        Allow the next smallest set of gaps.

        OPTIMAL or FEASIBLE: a best timetable; INFEASIBLE: there is none at all; else slots are of any timetable.
        """
        self.seed += 1
        paid, spent, seconds = self._fewest()
        if paid is None:
            self.tried.clear()
            self.effort *= GROWTH
            return Answer("UNKNOWN", (), self.low, spent, seconds)
        answer = self.model.with_paid(
            Limit(min(self.effort, limit.effort), limit.seconds), paid=paid, seed=self.seed
        )
        spent, seconds, status = spent + answer.effort, seconds + answer.seconds, answer.status
        if status == "UNKNOWN":
            self.tried.add(paid)
        elif status == "INFEASIBLE":
            more = self._add_cores(paid, limit)
            spent, seconds = spent + more.effort, seconds + more.seconds
            answer, status = more, more.status
        return Answer(status, answer.slots, self.low, spent, seconds)

    def _add_cores(self, paid: frozenset[int], limit: Limit) -> Answer:
        """Note a set beside these gaps; further ones, apart from it, while they are small and thus quickly found."""
        spent, seconds = 0.0, 0.0
        free = [one for one in range(len(self.model.costs)) if one not in paid]
        if not free:
            return Answer("INFEASIBLE", (), self.low, spent, seconds)
        known, core = len(self.cores), list[int]()
        while len(core) <= SMALL:
            answer, core = self.model.core(Limit(CORE_EFFORT, limit.seconds), among=free, seed=self.seed)
            spent, seconds = spent + answer.effort, seconds + answer.seconds
            if not core:
                break
            self.cores.append(frozenset(core))
            free = [one for one in free if one not in core]
        if len(self.cores) == known:
            self.cores.append(frozenset(free))  # all that is known: something else has to occur
        return Answer("UNKNOWN", answer.slots, self.low, spent, seconds)

    def _fewest(self) -> tuple[frozenset[int] | None, float, float]:
        """A smallest set that hits all cores and was not tried (None: there is none), and what it took to find."""
        if not self.cores:
            return (None if self.tried else frozenset()), 0.0, 0.0
        model: Any = self.model.cp.CpModel()
        chosen = {one: model.new_bool_var("") for one in sorted(frozenset().union(*self.cores))}
        for core in self.cores:
            model.add_bool_or([chosen[one] for one in sorted(core)])
        solver, _ = self._solved(model, sum(chosen.values()))
        spent, seconds = solver.deterministic_time, solver.wall_time
        self.low = max(self.low, round(solver.best_objective_bound))
        for paid in self.tried:
            model.add_bool_or([chosen[one].negated() for one in sorted(paid)])
        model.add(sum(chosen.values()) <= self.low)
        # any of them will do; who has many meetings gains most by a gap
        weights = [self.rng.randrange(1000) // self.model.sizes[one] for one in chosen]
        solver, status = self._solved(
            model, sum(weight * one for weight, one in zip(weights, chosen.values(), strict=True))
        )
        spent, seconds = spent + solver.deterministic_time, seconds + solver.wall_time
        if status not in {"OPTIMAL", "FEASIBLE"}:
            return None, spent, seconds
        return frozenset(one for one, var in chosen.items() if solver.boolean_value(var)), spent, seconds

    def _solved(self, model: Any, total: Any) -> tuple[Any, str]:
        solver: Any = self.model.cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self.seed
        solver.parameters.max_deterministic_time = HITTING_EFFORT
        model.minimize(total)
        return solver, str(solver.status_name(solver.solve(model)))
