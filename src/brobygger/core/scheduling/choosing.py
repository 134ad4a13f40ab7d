"""Who meets whom: the flow with room, fairness and windows in it, and what proves that no choice is better."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from brobygger.core.scheduling.data import Bools, Ints, Pairs, SchedulingProblem, best_first
from brobygger.core.scheduling.fairness import Stakes, meets_all, stakes_for
from brobygger.core.scheduling.flow import Demand, Network, Prices, best_pairs, prices_of
from brobygger.core.scheduling.rooms import Room
from brobygger.core.scheduling.trimming import trimmed

FEE_ROUNDS = 3  # times that the fees of all resources are looked for
LARGE = 1_000  # pairs: from here on a flow begins with the promising ones


@dataclass(frozen=True, slots=True)
class Cut:
    """
    Pairs of one participant whose only common rounds are some few take no more seats than these rounds have.

    Args:
        of_company: whether `row` is of a company; otherwise of a student.
        row: the participant.
        rounds: a bit for each of the rounds.
        most: seats of the participant in these rounds.
    """

    of_company: bool
    row: int
    rounds: int
    most: int


@dataclass(frozen=True, eq=False)
class Choice:
    """
    The best choice of pairs, as if they could always be put into rounds.

    Args:
        pairs: rows of the problem's pairs that are chosen.
        rows: rows of the problem's pairs that could be; the network's pairs.
        network: what was asked of the flow.
        stakes: what counted before the value.
        prices: that prove it.
        cuts: of the windows.
        fees: price of one use of each resource, which the network's worths are less.
        total: worth and gains together: nothing earns more.
    """

    pairs: Ints
    rows: Ints
    network: Network
    stakes: Stakes
    prices: Prices
    cuts: tuple[Cut, ...]
    fees: tuple[int, ...]
    total: int


def choose(
    problem: SchedulingProblem,
    room: Room,
    *,
    floor: int,
    cuts: Sequence[Cut] = (),
    common: Callable[[int], int] | None = None,
) -> Choice:
    """
    The pairs to meet.

    Args:
        cuts: each around others of the same participant or apart from them; larger ones first.
        common: for cuts, gives the rounds that both sides of a pair share, as a set of bits.
    """
    rows = np.nonzero(room.possible)[0]
    students, companies = len(problem.students), len(problem.companies)
    student, inside_student, most_student = _nodes(
        rows, problem.pairs.student, students, [cut for cut in cuts if not cut.of_company], common
    )
    company, inside_company, most_company = _nodes(
        rows, problem.pairs.company, companies, [cut for cut in cuts if cut.of_company], common
    )
    units = room.units_free.sum(axis=1)
    needs = problem.needs[rows] if len(units) else np.zeros((len(rows), 0), bool)
    for stakes in stakes_for(problem, floor):
        worth = problem.pairs.worth[rows]
        if problem.has_demands:
            worth = worth + stakes.must * problem.pairs.must[rows]
        network = Network(
            student, company, worth,
            Demand(room.student_most, stakes.student_gains(problem, room.student_held), inside_student, most_student),
            Demand(room.company_most, stakes.company_gains(problem, room.company_held), inside_company, most_company),
        )  # fmt: skip
        network, chosen, prices, fees = _within(network, problem.pairs, rows, needs, units)
        best = rows[chosen]
        held = np.bincount(problem.pairs.student[best], minlength=students)
        taken = np.bincount(problem.pairs.company[best], minlength=companies)
        musts = int(np.count_nonzero(problem.pairs.must[best]))
        if meets_all(problem, room, floor, held=held, taken=taken, musts=musts):
            break
    total = int(network.worth[chosen].sum()) + int(fees @ units)
    total += network.students.earned(held) + network.companies.earned(taken)
    return Choice(best, rows, network, stakes, prices, tuple(cuts), tuple(fees.tolist()), total)


def _nodes(
    rows: Ints, owner: Ints, size: int, cuts: Sequence[Cut], common: Callable[[int], int] | None
) -> tuple[Ints, Ints, Ints]:
    """Innermost node of each pair on one side; node around each cut; and how many meetings each lets through."""
    own = owner[rows]
    if not cuts or common is None:
        none = np.zeros(0, np.int64)
        return own, none, none
    node = own.copy()
    inside, most = [], []
    for number, cut in enumerate(cuts):
        within = [
            place
            for place in np.nonzero(own == cut.row)[0].tolist()
            if not common(int(rows[place])) & ~cut.rounds
        ]
        around = [
            before
            for before, other in enumerate(cuts[:number])
            if other.row == cut.row and not cut.rounds & ~other.rounds
        ]
        inside.append(size + around[-1] if around else cut.row)
        most.append(cut.most)
        node[within] = size + number
    return node, np.array(inside, np.int64), np.array(most, np.int64)


def _within(
    network: Network, pairs: Pairs, rows: Ints, needs: Bools, units: Ints
) -> tuple[Network, Bools, Prices, Ints]:
    """
    The flow with a fee for each use of a resource, so high that there are units enough for what is chosen.

    A limit across participants is no part of a flow. The lowest sufficient fee is (Lagrange; Geoffrion 1974): what is
    earned less the fees, and all units at that fee, bound every timetable.
    """
    found = network, *_solved(network, pairs, rows)
    fees = np.zeros(len(units), np.int64)
    for _ in range(FEE_ROUNDS if len(units) else 0):
        short = np.nonzero(needs[found[1]].sum(axis=0) > units)[0].tolist()
        for one in short:
            low, high = int(fees[one]), int(network.worth.max() + 2 * network.students.gains.max(initial=0)
                                            + 2 * network.companies.gains.max(initial=0))  # fmt: skip
            while low < high:
                fees[one] = (low + high) // 2
                paid = replace(network, worth=network.worth - needs @ fees)
                if needs[_solved(paid, pairs, rows)[0], one].sum() > units[one]:
                    low = int(fees[one]) + 1
                else:
                    high = int(fees[one])
            fees[one] = high
        if not short:
            break
        paid = replace(network, worth=network.worth - needs @ fees)
        found = paid, *_solved(paid, pairs, rows)
    return *found, fees


def _solved(network: Network, pairs: Pairs, rows: Ints) -> tuple[Bools, Prices]:
    """
    The best choice and its prices, by the quickest way to it.

    A large flow is solved on the pairs that are likely to matter, and again with those that its prices show to be
    wanted, until there are none: the answer is that of the whole.
    """
    is_plain = not any(side.gains.size or len(side.inside) for side in (network.students, network.companies))
    student, company, worth = pairs.student[rows], pairs.company[rows], pairs.worth[rows]
    # of equally good students the one who is wanted least goes first, so that few have too many meetings
    popular = np.bincount(student, worth).astype(np.int64)
    order = best_first(company, network.worth, popular[student])
    if is_plain and (found := trimmed(network, order)):
        return found
    is_large = (
        len(rows) >= LARGE and not network.students.gains.size
    )  # who is to meet first may need any pair
    kept = _promising(network, student, company, order) if is_large else np.ones(len(rows), bool)
    while True:
        places = np.nonzero(kept)[0]
        part = network.only(places)
        among = best_pairs(part)
        prices = prices_of(part, among)
        wanted = (prices.slack(network) < 0) & ~kept
        if not wanted.any():
            chosen = np.zeros(len(kept), bool)
            chosen[places[among]] = True
            return chosen, prices
        kept |= wanted


def _promising(network: Network, student: Ints, company: Ints, order: Ints) -> Bools:
    """Each student's best pairs, and a quarter more of each company's best than it has seats."""
    best = np.full(len(network.students.most), -1)
    np.maximum.at(best, student, network.worth)
    found: Bools = network.worth == best[student]
    count = np.bincount(company, minlength=len(network.companies.most))
    last = count.cumsum() - count + network.companies.most * 5 // 4 + 2
    found[order[np.arange(len(order)) < last[company[order]]]] = True
    return found
