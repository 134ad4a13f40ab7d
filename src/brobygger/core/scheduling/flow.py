"""
Who meets whom, without when: a maximum-value choice of pairs as a minimum-cost flow, and prices that prove it.

Source: integral flows, e.g. Ahuja, Magnanti, Orlin, "Network Flows", chapter 9. The flow itself is OR-tools' cost
scaling; the prices are ours, because its Python interface gives none.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from brobygger.core.scheduling.data import Bools, Ints

FAR = 1 << 60


def _none() -> Ints:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class Demand:
    """
    How many meetings each of n participants may have, and what the first of them are worth beside the pair.

    Args:
        most: shape (n,).
        gains: what the first, second … meeting earns, shape (n, L); never rising along a row, 0 beyond.
        inside: node that each group of pairs lies in, shape (g,): a participant, or n + an earlier group.
        group_most: meetings that fit into each group, shape (g,).
    """

    most: Ints
    gains: Ints
    inside: Ints = field(default_factory=_none)
    group_most: Ints = field(default_factory=_none)

    @property
    def nodes(self) -> int:
        return len(self.most) + len(self.inside)

    def gain_of(self, count: Ints) -> Ints:
        """What meeting number `count` (from 0) of each participant earns."""
        levels = self.gains.shape[1]
        if not levels:
            return np.zeros(len(self.most), np.int64)
        found = self.gains[np.arange(len(self.most)), np.minimum(count, levels - 1)]
        return np.where(count < levels, found, 0)

    def earned(self, count: Ints) -> int:
        """What these numbers of meetings earn together."""
        if not self.gains.size:
            return 0
        levels = np.arange(self.gains.shape[1])
        return int(self.gains[levels < count[:, None]].sum())

    def through(self, nodes: Ints) -> Ints:
        """Meetings that pass each node, given the innermost node of each meeting."""
        count = np.bincount(nodes, minlength=self.nodes)
        for group in range(len(self.inside) - 1, -1, -1):
            count[self.inside[group]] += count[len(self.most) + group]
        return count


@dataclass(frozen=True, eq=False)
class Network:
    """Pairs that may be chosen (innermost nodes on two sides, worth; shape (m,)), and what the two sides ask."""

    student: Ints
    company: Ints
    worth: Ints
    students: Demand
    companies: Demand

    def only(self, rows: Ints) -> Network:
        return Network(
            self.student[rows], self.company[rows], self.worth[rows], self.students, self.companies
        )


@dataclass(frozen=True, eq=False)
class Prices:
    """
    What a seat costs at each node at the best choice, that of the groups around it included.

    By these prices no choice earns more: see `checks`. A pair is `slack` too dear: it can only be chosen at that loss.
    """

    student: Ints
    company: Ints

    def slack(self, network: Network) -> Ints:
        """Price of both seats less worth, shape (m,): above 0 for pairs that are too dear."""
        return self.student[network.student] + self.company[network.company] - network.worth


class FlowFailed(RuntimeError):
    """The flow solver gave no optimum: the scores are too large for it."""


Arcs = tuple[Ints, Ints, Ints, Ints]


def best_pairs(network: Network) -> Bools:
    """The pairs of largest worth and gain together, each participant within `most`; shape (m,)."""
    size = len(network.worth)
    if not size:
        return np.zeros(0, bool)
    from ortools.graph.python import (
        min_cost_flow,
    )  # takes a tenth of a second to load: only where it is needed

    first = network.students.nodes
    source = first + network.companies.nodes
    sink = source + 1
    supply = min(network.students.most.sum(), network.companies.most.sum())
    arcs: list[Arcs] = [(network.student, network.company + first, np.ones(size, np.int64), network.worth)]
    arcs += [(far, node, most, gain) for node, far, most, gain in _arcs(network.students, 0, source)]
    arcs += _arcs(network.companies, first, sink)
    arcs.append((np.array([source]), np.array([sink]), supply[None], np.zeros(1, np.int64)))
    tails, heads, capacities, gains = map(np.concatenate, zip(*arcs, strict=True))
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        tails.astype(np.int32), heads.astype(np.int32), capacities, -gains
    )
    flow.set_nodes_supplies(np.array([source, sink], np.int32), np.array([supply, -supply]))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise FlowFailed(f"the flow of {size} pairs ended as {status}")
    chosen: Bools = flow.flows(np.arange(size, dtype=np.int32)) > 0
    return chosen


def _arcs(demand: Demand, start: int, end: int) -> list[Arcs]:
    """(node, node or end beyond, capacity, gain): one arc for each gain of a participant, and those of groups."""
    arcs = []
    rows, left = np.arange(start, start + len(demand.most)), demand.most
    for level in range(demand.gains.shape[1]):
        gain = demand.gains[:, level]
        earns = (gain > 0) & (demand.most > level)
        count = np.count_nonzero(earns)
        arcs.append((rows[earns], np.full(count, end), np.ones(count, np.int64), gain[earns]))
        left = left - earns
    arcs.append((rows, np.full(len(rows), end), left, np.zeros(len(rows), np.int64)))
    if len(demand.inside):
        groups = np.arange(len(demand.inside)) + len(demand.most)
        free = np.zeros(len(groups), np.int64)
        arcs.append((groups + start, demand.inside + start, demand.group_most, free))
    return arcs


def prices_of(network: Network, chosen: Bools) -> Prices:
    """
    Prices by which a best choice is seen to be one, as shortest ways in its residual network (Bellman, Ford).

    A chosen pair is worth its two seats or more, any other one at most that; a participant with room left pays
    nothing (or what the next meeting would earn), one without room may pay more.
    """
    ours, theirs = network.students, network.companies
    idle, active = ~chosen, np.nonzero(chosen)[0]
    active_student, active_company = network.student[active], network.company[active]
    active_worth = network.worth[active]
    idle_student, idle_company, idle_worth = network.student[idle], network.company[idle], network.worth[idle]
    held, taken = ours.through(active_student), theirs.through(active_company)
    low, high = _range(ours, held)
    least, most = _range(theirs, taken)
    up, down = _between(ours, held)
    out, back = _between(theirs, taken)
    middle, student, company = 0, high.copy(), np.where(least > -FAR, -least, 0)
    while True:
        before = student
        student = np.minimum(student, middle + high)
        np.minimum.at(student, active_student, company[active_company] + active_worth)
        _lower(student, up, down)
        lower = np.minimum(company, middle - least)
        np.minimum.at(lower, idle_company, student[idle_student] - idle_worth)
        _lower(lower, back, out)
        next_middle = min(middle, int((student - low).min(initial=FAR)), int((lower + most).min(initial=FAR)))
        if next_middle == middle and (lower == company).all() and (student == before).all():
            break
        company, middle = lower, next_middle
    return Prices(_whole(ours, student - middle), _whole(theirs, middle - company))


def _range(demand: Demand, held: Ints) -> tuple[Ints, Ints]:
    """Lowest and highest price at which a participant wants exactly this many meetings; groups take any."""
    size = len(demand.most)
    low, high = np.full(demand.nodes, -FAR), np.full(demand.nodes, FAR)
    own = held[:size]
    low[:size] = np.where(own > 0, -demand.gain_of(np.maximum(own - 1, 0)), -FAR)
    high[:size] = np.where(own < demand.most, -demand.gain_of(own), FAR)
    return low, high


Steps = tuple[Ints, Ints]


def _between(demand: Demand, held: Ints) -> tuple[Steps, Steps]:
    """(node, group) where the group has room, so it costs no more; (node, group) where it is used: no less."""
    groups = np.arange(len(demand.inside)) + len(demand.most)
    roomy, used = held[groups] < demand.group_most, held[groups] > 0
    return (demand.inside[roomy], groups[roomy]), (demand.inside[used], groups[used])


def _lower(values: Ints, down: Steps, up: Steps) -> None:
    """A group's value is at most its node's along `down`, and the other way round along `up`."""
    if len(down[0]):
        np.minimum.at(values, down[1], values[down[0]])
    if len(up[0]):
        np.minimum.at(values, up[0], values[up[1]])


def _whole(demand: Demand, price: Ints) -> Ints:
    """Any number does for who has no pairs: 0; and a group costs no less than what it lies in."""
    price = np.where(np.abs(price) > FAR >> 2, 0, price)
    for group, node in enumerate(demand.inside.tolist(), len(demand.most)):
        price[group] = max(price[group], price[node])
    return price
