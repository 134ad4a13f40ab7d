"""
The day as clauses: every rule, and what a gap is, written so that a search that learns from conflicts gets far.

What makes it fast, in the order of its weight:

1. A participant with k meetings carries a counter: `at least j meetings by slot t`, for every j and t (order encoding;
   Bailleux and Boufkhad 2003). *Begun* is its first row and *done* its last. A gap ends in slot t where somebody has
   begun, did not meet in slot t-1 and meets in slot t; then no slot needs to be guessed to see one.
2. `waits` says that a participant has any gap. Who does not wait meets in a run: having j meetings by slot t means
   j+1 by slot t+1. So a search that takes "does not wait" for granted decides a whole day by its first meeting.
3. Who is busy in a slot is counted too: twice as many as there are tables, at most. It follows from the meetings, but
   runs are decided before meetings are, and this is what tells that too many of them lie over one another. Of people
   who never meet each other no more are busy than there are tables: groups of such strangers, as busy as can be, say
   that twice as sharply, and cost less than what they save.
4. The same count as a chain of clauses (Sinz 2005) lets conflicts be learnt about parts of it; it helps where tables
   are the reason for gaps and costs time where they are not.
5. With *runs*, who does not wait takes one of the runs of slots that have room for all their meetings. That settles in
   a moment whether a day can be held with given people waiting (see `waiting`); a search that is to find out by itself
   who waits is slowed down by it.

Linear relaxations are switched off: uniformly thin meetings have no gaps at all, so they bound nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from brobygger.core.scheduling.gaps.data import Agenda

Literal = Any  # of CP-SAT, or a bool where it is known


@dataclass(frozen=True, slots=True)
class Limit:
    """
    When a search gives up.

    Args:
        effort: in CP-SAT's deterministic seconds, the same on every machine.
        seconds: of the clock; None: as long as the effort takes.
    """

    effort: float
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """
    Args:
        status: OPTIMAL, FEASIBLE, INFEASIBLE or UNKNOWN.
        slots: of each meeting; () if there are none.
        bound: gaps that no timetable is below.
        effort, seconds: spent.
    """

    status: str
    slots: tuple[int, ...]
    bound: int
    effort: float
    seconds: float


class Model:
    """Build once, search as often as wanted."""

    def __init__(
        self,
        agenda: Agenda,
        domains: Sequence[set[int]],
        *,
        is_counted: bool = False,
        has_runs: bool = False,
    ) -> None:
        from ortools.sat.python import cp_model  # takes most of a second to load: only where it is needed

        self.cp: Any = cp_model
        self.model: Any = cp_model.CpModel()
        self.agenda = agenda
        self.domains = [sorted(slots) for slots in domains]
        self.has_runs = has_runs
        self.at: list[dict[int, Literal]] = [
            {slot: self.model.new_bool_var("") for slot in slots} for slots in self.domains
        ]
        for row in self.at:
            self.model.add_exactly_one(row.values())
        self._tables()
        self._order()
        self.costs: list[Literal] = []  # one for each gap that there may be
        self.sizes: list[int] = []  # of each cost: meetings of who pays it
        self.counts: list[Any] = []  # gaps of each participant with a meeting
        busy = {
            person: self._participant(person)
            for person in range(len(agenda.participants))
            if agenda.meetings_of[person]
        }
        self._busy(busy, is_counted)
        self._spread()
        self.total = sum(self.costs)

    # --- the searches ---------------------------------------------------------------------

    def least(self, limit: Limit, *, low: int, seed: int, presolve: bool) -> Answer:
        """
        The fewest gaps, from below: cores of participants of whom one must wait (Fu and Malik 2006).

        Args:
            presolve: simplify first; the model leaves little to that, and a large one takes seconds.
        """
        model = self._copy(None)
        if self.costs:
            model.add(self.total >= low)
        model.minimize(self.total)
        return self._solve(model, limit, seed, low, by_cores=True, presolve=presolve)

    def any(self, limit: Limit, *, low: int, seed: int) -> Answer:
        """A timetable with any number of gaps."""
        return self._solve(self._copy(None), limit, seed, low, presolve=False)

    def near(self, limit: Limit, *, slots: Sequence[int], freed: set[int], most: int, seed: int) -> Answer:
        """The fewest gaps, at most so many, if only some meetings may be elsewhere."""
        model = self._copy(most)
        for row, slot in enumerate(slots):
            if row not in freed:
                model.add(self.at[row][slot] == 1)
        model.minimize(self.total)
        return self._solve(model, limit, seed, 0, by_cores=True, presolve=False)

    def with_paid(self, limit: Limit, *, paid: Collection[int], seed: int) -> Answer:
        """A timetable with no gaps but some of these, numbers of `costs`."""
        model = self._copy(None)
        for number, cost in enumerate(self.costs):
            if number not in paid:
                model.add(cost == 0)
        return self._solve(model, limit, seed, 0, presolve=True)

    def core(self, limit: Limit, *, among: Collection[int], seed: int) -> tuple[Answer, list[int]]:
        """Which of these gaps, numbers of `costs`, cannot all be avoided, if the answer is INFEASIBLE."""
        model = self._copy(None)
        model.add_assumptions([self.costs[number].negated() for number in among])
        solver = self._solver(limit, seed, presolve=False)
        status = str(solver.status_name(solver.solve(model)))
        answer = Answer(status, self._slots(solver, status), 0, solver.deterministic_time, solver.wall_time)
        if status != "INFEASIBLE":
            return answer, []
        named = set(solver.sufficient_assumptions_for_infeasibility())
        return answer, [number for number in among if self.costs[number].negated().index in named]

    def _copy(self, most: int | None) -> Any:
        model = self.model.clone()
        if most is not None and self.costs:
            model.add(self.total <= most)
        return model

    def _solve(
        self, model: Any, limit: Limit, seed: int, low: int, *, by_cores: bool = False, presolve: bool
    ) -> Answer:
        solver = self._solver(limit, seed, presolve=presolve)
        solver.parameters.optimize_with_core = by_cores
        solver.parameters.find_multiple_cores = False  # one at a time, each as small as can be
        status = str(solver.status_name(solver.solve(model)))
        # a bound of a search that was stopped early may be anything below what is known
        bound = max(low, round(solver.best_objective_bound)) if by_cores and status != "INFEASIBLE" else low
        return Answer(status, self._slots(solver, status), bound, solver.deterministic_time, solver.wall_time)

    def _slots(self, solver: Any, status: str) -> tuple[int, ...]:
        if status not in {"OPTIMAL", "FEASIBLE"}:
            return ()
        return tuple(next(slot for slot, one in row.items() if solver.boolean_value(one)) for row in self.at)

    def _solver(self, limit: Limit, seed: int, *, presolve: bool) -> Any:
        solver = self.cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 0
        solver.parameters.random_seed = seed
        solver.parameters.cp_model_presolve = presolve
        solver.parameters.max_deterministic_time = max(limit.effort, 0.0)
        if limit.seconds is not None:
            solver.parameters.max_time_in_seconds = max(limit.seconds, 0.0)
        return solver

    # --- the rules ------------------------------------------------------------------------

    def _tables(self) -> None:
        for slot, tables in enumerate(self.agenda.tables):
            there = [row[slot] for row in self.at if slot in row]
            if len(there) > tables:
                self.model.add(sum(there) <= tables)

    def _order(self) -> None:
        for row, one in enumerate(self.agenda.meetings):
            for earlier in sorted(one.after):
                mine, theirs = self.at[row], self.at[earlier]
                for slot, here in mine.items():
                    before = [other for at, other in theirs.items() if at < slot]
                    self.model.add_bool_or([here.negated(), *before])
                for slot, here in theirs.items():
                    behind = [other for at, other in mine.items() if at > slot]
                    self.model.add_bool_or([here.negated(), *behind])

    def _participant(self, person: int) -> list[Literal]:
        """Whether a participant is busy in each slot, shape (slots,); with the gaps of who has several meetings."""
        mine = self.agenda.meetings_of[person]
        size, width = len(mine), self.agenda.slots
        busy: list[Literal] = []
        for slot in range(width):
            there = [self.at[row][slot] for row in mine if slot in self.at[row]]
            if not there:
                busy.append(False)
            elif size == 1:
                busy.append(there[0])
            else:
                busy.append(self.model.new_bool_var(""))
                self.model.add_exactly_one([*there, busy[-1].negated()])
        if size < 2:
            self.counts.append(0)
            return busy
        self.model.add(sum(one for one in busy if one is not False) == size)
        counter = self._counter(busy, size)
        ends = self._gap_ends(busy, counter)
        most = min(size - 1, (width - 1) // 2, self._most_gaps())
        steps = [self.model.new_bool_var("") for _ in range(most)]
        if not steps:
            for end in ends:
                self.model.add(end == 0)
            self.counts.append(0)
            return busy
        waits = steps[0]
        for end in ends:
            self.model.add_implication(end, waits)
        self.model.add_bool_or([*ends, waits.negated()])
        for step, further in pairwise(steps):
            self.model.add_implication(further, step)
        self.model.add(sum(ends) == sum(steps))
        for slot in range(width - 1):
            for count in range(1, size):
                self._clause(
                    [(waits, True), (counter(slot, count), False), (counter(slot + 1, count + 1), True)]
                )
        if self.has_runs:
            self._runs(mine, busy, waits)
        self.costs += steps
        self.sizes += [size] * len(steps)
        self.counts.append(sum(steps))
        return busy

    def _runs(self, mine: Sequence[int], busy: list[Literal], waits: Literal) -> None:
        """Who does not wait meets in one of the runs of slots that have room for all meetings."""
        size, width = len(mine), self.agenda.slots
        runs = {
            first: self.model.new_bool_var("")
            for first in range(width - size + 1)
            if _fits([self.at[row] for row in mine], range(first, first + size))
        }
        self.model.add_exactly_one([*runs.values(), waits])
        for slot, here in enumerate(busy):
            over = [run for first, run in runs.items() if first <= slot < first + size]
            for run in over:
                self._clause([(run, False), (here, True)])
            self._clause([(here, False), (waits, True), *((run, True) for run in over)])

    def _counter(self, busy: list[Literal], size: int) -> Any:
        """A function of slot and count: whether at least so many meetings are over after the slot."""
        width = len(busy)
        known: dict[tuple[int, int], Literal] = {}

        def counter(slot: int, count: int) -> Literal:
            if count <= max(0, size - (width - 1 - slot)):
                return True
            if slot < 0 or count > min(size, slot + 1):
                return False
            if (slot, count) not in known:
                known[slot, count] = self.model.new_bool_var("")
            return known[slot, count]

        for slot, here in enumerate(busy):
            for count in range(1, size + 1):
                now, before, less = (
                    counter(slot, count),
                    counter(slot - 1, count),
                    counter(slot - 1, count - 1),
                )
                self._clause([(before, False), (now, True)])
                self._clause([(less, False), (here, False), (now, True)])
                self._clause([(before, True), (here, True), (now, False)])
                self._clause([(now, False), (less, True)])
            self._clause([(counter(slot - 1, size), False), (here, False)])
        return counter

    def _gap_ends(self, busy: list[Literal], counter: Any) -> list[Literal]:
        ends = []
        for slot in range(2, len(busy)):
            if busy[slot] is False:
                continue
            end = self.model.new_bool_var("")
            begun = counter(slot - 2, 1)
            self._clause([(begun, False), (busy[slot - 1], True), (busy[slot], False), (end, True)])
            self._clause([(end, False), (busy[slot], True)])
            self._clause([(end, False), (busy[slot - 1], False)])
            self._clause([(end, False), (begun, True)])
            ends.append(end)
        return ends

    def _busy(self, busy: dict[int, list[Literal]], is_counted: bool) -> None:
        strangers = _strangers(self.agenda)
        for slot, tables in enumerate(self.agenda.tables):
            there = [row[slot] for row in busy.values() if row[slot] is not False]
            if len(there) > 2 * tables:
                self.model.add(sum(there) <= 2 * tables)
                if is_counted:
                    self._chain(there, 2 * tables)
            for group in strangers:
                there = [busy[one][slot] for one in group if busy[one][slot] is not False]
                if len(there) > tables:
                    self.model.add(sum(there) <= tables)

    def _chain(self, there: list[Literal], most: int) -> None:
        before: list[Literal] = []
        for one in there:
            now = [self.model.new_bool_var("") for _ in range(min(len(before) + 1, most))]
            if now:
                self.model.add_implication(one, now[0])
            for count, less in enumerate(before):
                self.model.add_implication(less, now[count])
                further = [now[count + 1]] if count + 1 < len(now) else []
                self.model.add_bool_or([less.negated(), one.negated(), *further])
            before = now

    def _most_gaps(self) -> int:
        """Of one participant, where somebody has one meeting and so no gap."""
        spread = self.agenda.spread
        if spread is not None and any(len(mine) == 1 for mine in self.agenda.meetings_of):
            return spread
        return self.agenda.slots

    def _spread(self) -> None:
        spread = self.agenda.spread
        if spread is None or self._most_gaps() <= spread or not self.costs:
            return  # nobody can have more
        least = self.model.new_int_var(0, self.agenda.slots, "")
        for count in self.counts:
            self.model.add(count >= least)
            self.model.add(count <= least + spread)

    def _clause(self, literals: list[tuple[Literal, bool]]) -> None:
        """One of these holds, each said with the value that it should have; what is known is left out."""
        left = []
        for literal, wanted in literals:
            if isinstance(literal, bool):
                if literal is wanted:
                    return
                continue
            left.append(literal if wanted else literal.negated())
        self.model.add_bool_or(left)


def _fits(meetings: Sequence[Mapping[int, Literal]], run: range) -> bool:
    """Whether each meeting can have a slot of its own in a run of as many slots (Kuhn 1955)."""
    taken: dict[int, int] = {}

    def find(number: int, tried: set[int]) -> bool:
        for slot in meetings[number]:
            if slot in run and slot not in tried:
                tried.add(slot)
                if slot not in taken or find(taken[slot], tried):
                    taken[slot] = number
                    return True
        return False

    return all(find(number, set()) for number in range(len(meetings)))


def _strangers(agenda: Agenda) -> list[list[int]]:
    """Groups in which no two meet, as busy as can be, so that everybody with a meeting is in one of them."""
    of = agenda.meetings_of
    known: list[set[int]] = [set() for _ in of]
    for one in agenda.meetings:
        known[one.first].add(one.second)
        known[one.second].add(one.first)
    order = sorted((person for person, mine in enumerate(of) if mine), key=lambda one: (-len(of[one]), one))
    groups, left = [], set(order)
    for first in order:
        if first not in left:
            continue
        group, barred = [first], known[first] | {first}
        # those who are in no group yet come first
        for other in sorted(order, key=lambda one: one not in left):
            if other not in barred:
                group.append(other)
                barred |= known[other] | {other}
        left -= set(group)
        groups.append(group)
    return groups
