"""Which meetings cannot all be held: a set that can, as soon as any one of them is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brobygger.core.scheduling.gaps.data import Agenda
from brobygger.core.scheduling.gaps.model import Limit

TRIES = 400  # meetings left out, one at a time
STEP = 0.5  # effort of each try


def clash_of(agenda: Agenda, domains: Sequence[set[int]], limit: Limit, *, seed: int) -> tuple[int, ...]:
    """
    Rows of meetings that cannot all be held, whatever gaps are allowed; () if none were found within the limit.

    Smallest in the sense that each of them was tried to be left out.
    """
    held = list(range(len(agenda.meetings)))
    first = _held_together(agenda, domains, held, limit, seed)
    if first is None:
        return ()
    core, tries = first, 0
    for row in list(core):
        tries += 1
        if row not in core or tries > TRIES:
            continue
        smaller = _held_together(
            agenda, domains, [one for one in core if one != row], Limit(STEP, limit.seconds), seed
        )
        if smaller is not None:
            core = smaller
    return tuple(core)


def _held_together(
    agenda: Agenda, domains: Sequence[set[int]], rows: list[int], limit: Limit, seed: int
) -> list[int] | None:
    """Of these meetings some that cannot all be held; None: they can, or it is not known."""
    from ortools.sat.python import cp_model

    model: Any = cp_model.CpModel()
    at = {row: {slot: model.new_bool_var("") for slot in sorted(domains[row])} for row in rows}
    holds = {row: model.new_bool_var("") for row in rows}
    for row, slots in at.items():
        model.add(sum(slots.values()) == holds[row])
    for mine in agenda.meetings_of:
        for slot in range(agenda.slots):
            there = [at[row][slot] for row in mine if row in at and slot in at[row]]
            if len(there) > 1:
                model.add_at_most_one(there)
    for slot, tables in enumerate(agenda.tables):
        there = [slots[slot] for slots in at.values() if slot in slots]
        if len(there) > tables:
            model.add(sum(there) <= tables)
    for row in rows:
        for earlier in sorted(agenda.meetings[row].after & at.keys()):
            for slot, here in at[row].items():
                late = [other for when, other in at[earlier].items() if when >= slot]
                model.add_at_most_one([here, *late])
    model.add_assumptions([holds[row] for row in rows])
    solver: Any = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 0
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = limit.effort
    if limit.seconds is not None:
        solver.parameters.max_time_in_seconds = limit.seconds
    if solver.status_name(solver.solve(model)) != "INFEASIBLE":
        return None
    named = set(solver.sufficient_assumptions_for_infeasibility())
    return [row for row in rows if holds[row].index in named] or rows
