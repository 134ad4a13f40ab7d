"""
Timetables: worth, fairness and time beside simple rules and general solvers, on the same invented evenings.

    python -m benchmarks.scheduling [--quick] [--repairs]

CPU time of this process, the best of a few runs; the ratio within one run is what to compare. `--quick` leaves out the
largest evenings and the slow peers; `--repairs` measures repairs alone. Every timetable of ours is judged by the
independent checker.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"  # one core; must be set before numpy is imported

import numpy as np

from benchmarks.evenings import HARD, MILD, SIZES, evening, with_windows
from benchmarks.guard import keep
from benchmarks.report import publish, table
from benchmarks.scheduling_peers import PAIRS, RULES, timed_cp_sat, timed_milp
from brobygger.core.scheduling import (
    Certificate,
    News,
    ProvenBy,
    Repair,
    SchedulingProblem,
    Timetable,
    fairness_dial,
    objections,
    repair,
    solve,
)
from brobygger.core.scheduling.certificate import smallest_share
from brobygger.core.scheduling.choosing import choose
from brobygger.core.scheduling.rooms import room_of

COMMAND = "python -m benchmarks.scheduling"
RUNS = 5
WHILE = 0.2  # seconds of CPU for which calls are repeated, ours and those of others
LIMIT = 120.0  # seconds that a general solver may take
SEEDS = range(2, 22)  # of random windows


def timed(call: Callable[..., Any], *arguments: object, runs: int = RUNS) -> tuple[Any, float]:
    """What the call returns, and the CPU seconds of its best run; short calls are repeated for a while."""
    best, found, begun, count = float("inf"), None, time.process_time(), 0
    while count < runs or (runs > 1 and time.process_time() - begun < WHILE):
        started = time.process_time()
        found = call(*arguments)
        best = min(best, time.process_time() - started)
        count += 1
    return found, best


def fresh(problem: SchedulingProblem) -> SchedulingProblem:
    """The same evening with nothing remembered from an earlier run."""
    return replace(problem, pairs=replace(problem.pairs))


def pairs_of(problem: SchedulingProblem) -> object:
    now = fresh(problem)
    return choose(now, room_of(now), floor=0)


def whole(problem: SchedulingProblem, floor: int = 0) -> Timetable:
    return solve(fresh(problem), floor=floor)


def replanned(made: Timetable, news: News) -> Repair:
    return repair(made, news, floor=0)


def judged(made: Timetable) -> Timetable:
    found = objections(made)
    if found:
        raise SystemExit(f"the checker objects: {found[:3]}")
    return made


def name_of(problem: SchedulingProblem) -> str:
    return f"{len(problem.students):,} × {len(problem.companies)} × {len(problem.rounds)}"


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.1f} ms" if seconds < 1 else f"{seconds:,.2f} s"


def whom(problems: list[SchedulingProblem], is_quick: bool) -> str:
    """Everybody there all evening: the choice of pairs against solvers that choose pairs and nothing else."""
    rows = []
    for problem in problems:
        _, ours = timed(pairs_of, problem)
        made, all_of_it = timed(whole, problem)
        value = judged(made).certificate.value
        assert made.certificate.by is ProvenBy.PRICES
        row = [
            name_of(problem),
            f"{len(problem.pairs):,}",
            f"{value:,}",
            milliseconds(ours),
            milliseconds(all_of_it),
        ]
        for peer, choice in PAIRS.items():
            if len(problem.students) > 2_000 and peer != "scipy milp":
                row.append("not run")
                continue
            theirs, seconds = timed(choice, problem, runs=1 if len(problem.students) > 200 else 3)
            assert theirs == value, (peer, theirs, value)
            row.append(f"{milliseconds(seconds)}, {seconds / ours:,.0f} ×, {seconds / all_of_it:,.0f} ×")
        rows.append(row)
        print(row, file=sys.stderr, flush=True)
    header = (
        "students × companies × rounds",
        "wished pairs",
        "value",
        "our pairs, proven",
        "our whole timetable",
        *PAIRS,
    )
    return (
        "Everybody there all evening, at most 8 meetings for a student; all values equal. The peers say who meets whom; the two "
        "ratios are to our choice of pairs with its proof, and to the whole timetable with rounds, tables and certificate.\n\n"
        f"{table(header, rows)}"
    )


def rules(problems: list[SchedulingProblem]) -> str:
    """Simple rules and our floors: value, who is left without, the smallest share, time."""
    rows, least = [], []
    for problem in problems:
        size, room = name_of(problem), room_of(problem)
        promises: list[Certificate] = []
        for floor in (0, 1, 2):
            made, seconds = timed(whole, problem, floor, runs=3)
            promise = judged(made).certificate
            promises.append(promise)
            best = promises[0].value
            rows.append((size, f"ours, floor {floor}{', proven' if promise.is_proven else ''}", f"{promise.value:,}",
                         f"{promise.value / best:.1%}", f"{promise.without:,}", f"{promise.smallest_share:.0%}", milliseconds(seconds)))  # fmt: skip
        least.append(f"{size}: {least_price(*promises[:2])}")
        for rule, plan in RULES.items():
            if len(problem.students) > 2_000 and "scipy" in rule:
                continue
            meetings, seconds = timed(plan, problem, runs=1)
            value = int(problem.pairs.worth[meetings].sum())
            held = np.bincount(problem.pairs.student[meetings], minlength=len(problem.students))
            share = smallest_share(problem, room, np.array(meetings))
            rows.append((size, rule, f"{value:,}", f"{value / best:.1%}", f"{int((held == 0).sum()):,}", f"{share:.0%}", milliseconds(seconds)))  # fmt: skip
            print(rows[-1], file=sys.stderr, flush=True)
    header = (
        "evening",
        "method",
        "value",
        "of the largest",
        "students with no meeting",
        "smallest share",
        "CPU time",
    )
    return (
        "Mild times away (35 % of the students, 20 % of the companies). *Smallest share*: of all students, the lowest share of "
        f"the worth of their own best meetings. What it costs at least that nobody is without a meeting: {'; '.join(least)}.\n\n"
        f"{table(header, rows)}"
    )


def least_price(without_floor: Certificate, with_floor: Certificate) -> str:
    """
    Share of the value that every timetable gives up in which as few students are without a meeting.

    Both values are proven: the larger one to be the most of all timetables, the smaller one to be the most of those.
    """
    if not (without_floor.is_proven and with_floor.is_proven):
        return "not proven"
    return f"{1 - with_floor.value / without_floor.value:.2%} ({with_floor.without:,} without)"


def windows(is_quick: bool) -> str:
    """How often a timetable is proven, and the worst gap, over random windows."""
    proven_shares: dict[str, list[float]] = {"mild": [], "hard": []}
    rows = []
    for students, companies, rounds, listed in SIZES[: 3 if is_quick else 4]:
        plain = evening(students, companies, rounds, listed, most=None)
        for label, shares in (("mild", MILD), ("hard", HARD)):
            seeds = list(SEEDS)[: 5 if students > 2_000 else len(SEEDS)]
            proven, by_prices, gaps, times = 0, 0, [], []
            for seed in seeds:
                problem = with_windows(plain, shares, seed=seed)
                made, seconds = timed(whole, problem, runs=1)
                promise = judged(made).certificate
                proven += promise.is_proven
                by_prices += promise.by is ProvenBy.PRICES
                gaps.append(promise.gap)
                times.append(seconds)
            proven_shares[label].append(proven / len(seeds))
            rows.append((f"{students:,} × {companies} × {rounds}", label, f"{proven} of {len(seeds)}", by_prices,
                         f"{max(gaps):.2%}", milliseconds(float(np.median(times))), milliseconds(max(times))))  # fmt: skip
            print(rows[-1], file=sys.stderr, flush=True)
    if not is_quick:
        keep(
            {
                f"timetables proven, {label} windows": float(np.mean(one))
                for label, one in proven_shares.items()
            }
        )
    header = (
        "evening",
        "times away",
        "proven best",
        "of these by prices alone",
        "largest gap",
        "CPU time, median",
        "slowest",
    )
    return (
        "Random times away: mild as above, hard 70 % of the students and 50 % of the companies. The largest total is asked for "
        f"(floor 0).\n\n{table(header, rows)}"
    )


def time_indexed(is_quick: bool) -> str:
    """The same evenings as one big model with a variable for each pair and round."""
    rows = []
    for size in SIZES[:2] if is_quick else SIZES[:3]:
        problem = with_windows(evening(*size, most=None), MILD, seed=2)
        made, ours = timed(whole, problem)
        value = judged(made).certificate.value
        row = [name_of(problem), f"{value:,}", milliseconds(ours)]
        for peer in (timed_milp, timed_cp_sat):
            if peer is timed_milp and len(problem.students) > 200:
                row.append("not run")
                continue
            (theirs, is_best), seconds = timed(peer, problem, LIMIT, runs=1)
            said = "proven" if is_best else "not proven"
            row.append(f"{theirs:,} ({said}), {milliseconds(seconds)}, {seconds / ours:,.0f} ×")
            assert not is_best or theirs == value, (peer, theirs, value)
        rows.append(row)
        print(row, file=sys.stderr, flush=True)
    header = (
        "evening",
        "value, proven",
        "our whole timetable",
        "time-indexed MILP (scipy)",
        "time-indexed CP-SAT, 2 workers",
    )
    return f"Mild times away, {LIMIT:.0f} s of wall clock at most for each general solver.\n\n{table(header, rows)}"


def repairs(is_quick: bool) -> str:
    """After round 3: what a re-plan without a moved meeting is worth beside one that may move everything."""
    evenings = [(str(size[3]), evening(*size, most=None)) for size in SIZES[: 3 if is_quick else 4]]
    students, companies, rounds, listed = SIZES[1]
    evenings.append(("a quarter", evening(students, companies, rounds, listed // 4, most=None)))
    rows = []
    for wishes, everybody in evenings:
        problem = with_windows(everybody, MILD, seed=2)
        made, rng = solve(problem, floor=0), np.random.default_rng(5)
        people = len(problem.students)
        busiest = int(np.bincount(problem.pairs.company[made.pair]).argmax())
        cases = {
            "1 company gone": News(3, withdrawn=(f"c{busiest}",)),
            "5 % of students do not come": News(3, away=_away(rng, people, 0.05, range(len(problem.rounds)))),
            "10 % two rounds late": News(3, away=_away(rng, people, 0.1, range(5))),
        }
        size = f"{people:,} × {len(problem.companies)} × {len(problem.rounds)}"
        for label, news in cases.items():
            rows.append((size, wishes, label, *_repaired(made, news)))
            print(rows[-1], file=sys.stderr, flush=True)
    header = (
        "evening",
        "wishes of a recruiter",
        "what happened",
        "meetings lost",
        "new",
        "moved",
        "value of a full re-plan",
        "without a moved meeting no plan has more than",
        "CPU time",
        "a full re-plan would change",
    )
    said = "After round 3, everything that can stay stays. The limit is that of the repair's certificate."
    return f"{said}\n\n{table(header, rows)}"


def _repaired(made: Timetable, news: News) -> tuple[object, ...]:
    """The columns of a repair; values are those of the rounds that are still to come."""
    done, seconds = timed(replanned, made, news)
    judged(done.timetable)
    now, promise = done.timetable.problem, done.timetable.certificate
    past = now.fixed_round < news.first_open
    free = replace(
        now,
        fixed_pair=now.fixed_pair[past],
        fixed_round=now.fixed_round[past],
        fixed_table=now.fixed_table[past],
    )
    happened = int(now.pairs.worth[free.fixed_pair].sum())
    full = judged(solve(free, floor=0))
    before = dict(zip(made.pair.tolist(), made.round.tolist(), strict=True))
    changed = len(done.kept) - sum(
        before.get(pair) == at for pair, at in zip(full.pair.tolist(), full.round.tolist(), strict=True)
    )
    most = max(1, full.certificate.value - happened)
    shares = (f"{(worth - happened) / most:.2%}" for worth in (promise.value, promise.bound))
    moved = len(done.moved)
    return len(done.lost), len(done.new), moved, *shares, milliseconds(seconds), f"{changed:,}"


def _away(rng: np.random.Generator, students: int, share: float, rounds: range) -> dict[str, frozenset[int]]:
    chosen = rng.choice(students, max(1, int(students * share)), replace=False)
    return {f"s{row}": frozenset(rounds) for row in chosen.tolist()}


def dial(is_quick: bool) -> str:
    """What each further meeting for everybody costs."""
    rows = []
    for size in SIZES[: 3 if is_quick else 4]:
        problem = evening(*size)
        for step in fairness_dial(problem, (0, 1, 2, 3)):
            promise = judged(step.timetable).certificate
            rows.append(
                (
                    name_of(problem),
                    step.floor,
                    f"{promise.value:,}",
                    f"{step.price:.2%}",
                    f"{promise.without:,}",
                    f"{promise.smallest_share:.0%}",
                )
            )
    return f"The dial, everybody there all evening.\n\n{table(('evening', 'floor', 'value', 'price', 'students with no meeting', 'smallest share'), rows)}"


def main() -> None:
    is_quick = "--quick" in sys.argv
    if "--repairs" in sys.argv:
        publish_repairs(is_quick)
        return
    sizes = SIZES[: 3 if is_quick else 4]
    solve(evening(*SIZES[0]))  # loads the solver's library
    parts = [
        whom([evening(*size) for size in sizes], is_quick),
        time_indexed(is_quick),
        windows(is_quick),
        rules([with_windows(evening(*size, most=None), MILD, seed=2) for size in sizes]),
        dial(is_quick),
    ]
    publish("scheduling", "Timetables of short meetings", COMMAND, "\n\n".join(parts))
    publish_repairs(is_quick)


def publish_repairs(is_quick: bool) -> None:
    publish("repairs", "Repairs of a timetable", f"{COMMAND} --repairs", repairs(is_quick))


if __name__ == "__main__":
    main()
