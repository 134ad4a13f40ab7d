"""What others do: simple rules that are in use, and general solvers given the same evening."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from brobygger.core.scheduling import SchedulingProblem

Meetings = list[int]  # rows of pairs


# --- simple rules: round by round, with everybody's times -------------------------------------


def first_free(problem: SchedulingProblem, order: np.ndarray) -> Meetings:
    """Each request in this order takes the first round that both have free."""
    students = problem.students.present.copy()
    seats = problem.companies.seats
    left = np.minimum(problem.students.maximum, len(problem.rounds))
    found = []
    for pair in order.tolist():
        student, company = problem.pairs.student[pair], problem.pairs.company[pair]
        free = students[student] & (seats[company] > 0)
        if left[student] > 0 and free.any():
            number = int(free.argmax())
            students[student, number] = False
            seats[company, number] -= 1
            left[student] -= 1
            found.append(pair)
    return found


def self_booking(problem: SchedulingProblem) -> Meetings:
    """First come, first served, in a random order: what booking platforms do by default."""
    return first_free(problem, np.random.default_rng(0).permutation(len(problem.pairs)))


def best_first(problem: SchedulingProblem) -> Meetings:
    """The pair of largest worth first, into the first round that is free."""
    return first_free(problem, np.argsort(-problem.pairs.worth, kind="stable"))


def round_by_round(problem: SchedulingProblem) -> Meetings:
    """The best assignment of each round, one after the other (scipy)."""
    from scipy.optimize import linear_sum_assignment

    pairs, (rows, columns) = problem.pairs, (len(problem.students), len(problem.companies))
    worth, number = np.zeros((rows, columns), np.float32), np.full((rows, columns), -1)
    worth[pairs.student, pairs.company] = pairs.worth
    number[pairs.student, pairs.company] = np.arange(len(pairs))
    left, found = np.minimum(problem.students.maximum, len(problem.rounds)), []
    for at in range(len(problem.rounds)):
        people = np.nonzero(problem.students.present[:, at] & (left > 0))[0]
        tables = np.repeat(np.arange(columns), problem.companies.seats[:, at])
        one, two = linear_sum_assignment(worth[np.ix_(people, tables)], maximize=True)
        student, company = people[one], tables[two]
        is_good = worth[student, company] > 0
        student, company = student[is_good], company[is_good]
        found += number[student, company].tolist()
        worth[student, company] = 0
        left[student] -= 1
    return found


# --- who meets whom, without when ---------------------------------------------------------------


def _caps(problem: SchedulingProblem) -> tuple[np.ndarray, np.ndarray]:
    most = np.minimum(problem.students.maximum, problem.students.present.sum(axis=1))
    return most, problem.companies.seats.sum(axis=1)


def social_b_matching(problem: SchedulingProblem) -> int:
    """The package of that name: an integer program for SCIP."""
    from social_b_matching import b_matching

    students, companies = _caps(problem)
    shift, pairs = len(students), problem.pairs
    weights = {
        (student, company + shift): float(worth)
        for student, company, worth in zip(*pairs.ends, pairs.worth.tolist(), strict=True)
    }
    chosen = b_matching.maximize_weighted_b_matching([*students.tolist(), *companies.tolist()], weights)
    return int(sum(weights[one] for one in chosen))


def networkx_simplex(problem: SchedulingProblem) -> int:
    import networkx as nx

    students, companies = _caps(problem)
    graph, pairs = nx.DiGraph(), problem.pairs
    for row, most in enumerate(students.tolist()):
        graph.add_edge("in", ("s", row), capacity=most, weight=0)
    for row, most in enumerate(companies.tolist()):
        graph.add_edge(("c", row), "out", capacity=most, weight=0)
    for student, company, worth in zip(*pairs.ends, pairs.worth.tolist(), strict=True):
        graph.add_edge(("s", student), ("c", company), capacity=1, weight=-worth)
    total = int(min(students.sum(), companies.sum()))
    graph.add_edge("in", "out", capacity=total, weight=0)
    graph.nodes["in"]["demand"], graph.nodes["out"]["demand"] = -total, total
    return -int(nx.network_simplex(graph)[0])


def scipy_milp(problem: SchedulingProblem) -> int:
    """The mixed-integer solver of scipy (HiGHS), with one variable for each pair."""
    import scipy.sparse as sp
    from scipy.optimize import Bounds, LinearConstraint, milp

    pairs, size = problem.pairs, len(problem.pairs)
    caps = np.concatenate(_caps(problem))
    rows = np.concatenate([pairs.student, pairs.company + len(problem.students)])
    matrix = sp.csr_matrix((np.ones(2 * size), (rows, np.tile(np.arange(size), 2))), shape=(len(caps), size))
    found = milp(
        -pairs.worth.astype(float), constraints=LinearConstraint(matrix, -np.inf, caps),
        integrality=np.ones(size), bounds=Bounds(0, 1), options={"mip_rel_gap": 0},
    )  # fmt: skip
    return -round(found.fun)


# --- when, too: a variable for each pair and round ----------------------------------------------


def _times(problem: SchedulingProblem) -> tuple[np.ndarray, np.ndarray]:
    pairs = problem.pairs
    both = problem.students.present[pairs.student] & (problem.companies.seats[pairs.company] > 0)
    pair, number = np.nonzero(both)
    return pair, number


def timed_milp(problem: SchedulingProblem, limit: float) -> tuple[int, bool]:
    """(value, proven) by scipy's mixed-integer solver."""
    import scipy.sparse as sp
    from scipy.optimize import Bounds, LinearConstraint, milp

    pair, number = _times(problem)
    pairs, rounds, size = problem.pairs, len(problem.rounds), len(pair)
    shift = len(problem.students) * rounds
    rows = np.concatenate([
        pairs.student[pair] * rounds + number,
        shift + pairs.company[pair] * rounds + number,
        shift + len(problem.companies) * rounds + pair,
        shift + len(problem.companies) * rounds + len(pairs) + pairs.student[pair],
    ])  # fmt: skip
    most = np.minimum(problem.students.maximum, rounds)
    bounds = np.concatenate([np.ones(shift), problem.companies.seats.ravel(), np.ones(len(pairs)), most])
    matrix = sp.csr_matrix(
        (np.ones(4 * size), (rows, np.tile(np.arange(size), 4))), shape=(len(bounds), size)
    )
    found = milp(
        -pairs.worth[pair].astype(float), constraints=LinearConstraint(matrix, -np.inf, bounds),
        integrality=np.ones(size), bounds=Bounds(0, 1), options={"mip_rel_gap": 0, "time_limit": limit},
    )  # fmt: skip
    return (0 if found.x is None else -round(found.fun)), found.status == 0


def timed_cp_sat(problem: SchedulingProblem, limit: float) -> tuple[int, bool]:
    """(value, proven) by OR-tools' CP-SAT with two workers."""
    from ortools.sat.python import cp_model

    model, seats = cp_model.CpModel(), problem.companies.seats
    pair, number = _times(problem)
    variables = [model.new_bool_var("") for _ in range(len(pair))]
    groups: dict[tuple[str, int, int], list] = {}
    for one, row, at in zip(variables, pair.tolist(), number.tolist(), strict=True):
        student, company = (ends[row] for ends in problem.pairs.ends)
        for key in (
            ("student", student, at),
            ("company", company, at),
            ("pair", row, 0),
            ("all", student, 0),
        ):
            groups.setdefault(key, []).append(one)
    for (kind, row, at), members in groups.items():
        most = {
            "company": int(seats[row, at]) if kind == "company" else 0,
            "all": int(problem.students.maximum[row]) if kind == "all" else 0,
        }.get(kind, 1)
        if len(members) > most:
            model.add_at_most_one(members) if most == 1 else model.add(sum(members) <= most)
    model.maximize(cp_model.LinearExpr.weighted_sum(variables, problem.pairs.worth[pair].tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = limit, 2
    status = solver.solve(model)
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return (round(solver.objective_value) if found else 0), status == cp_model.OPTIMAL


RULES: dict[str, Callable[[SchedulingProblem], Meetings]] = {
    "first come, first served (self-booking)": self_booking,
    "best pair first (greedy)": best_first,
    "round by round (scipy assignment)": round_by_round,
}
PAIRS: dict[str, Callable[[SchedulingProblem], int]] = {
    "social-b-matching": social_b_matching,
    "networkx": networkx_simplex,
    "scipy milp": scipy_milp,
}
