"""Invented Company Dating evenings: fields of study and of business, popular companies, wishes from both sides."""

from __future__ import annotations

import numpy as np

from brobygger.core.scheduling import Company, Pairs, Round, SchedulingProblem, Side, Student

FIELDS = 8
SIZES = ((25, 10, 10, 8), (200, 40, 10, 40), (2_000, 200, 12, 40), (10_000, 500, 16, 40))
MILD, HARD = (0.35, 0.2), (0.7, 0.5)  # shares of students and of companies that are away for a while


def evening(
    students: int, companies: int, rounds: int, listed: int, *, seed: int = 1, most: int | None = 8
) -> SchedulingProblem:
    """
    Everybody there all evening. A student lists 5 to 12 companies, a company about `listed` students for each of its
    one to three recruiters; both prefer their own field six to one, and some are liked by many.
    """
    rng = np.random.default_rng(seed)
    of_student, of_company = rng.integers(0, FIELDS, students), rng.integers(0, FIELDS, companies)
    popular = rng.zipf(1.6, companies).clip(1, 50).astype(float)
    recruiters = rng.choice((1, 1, 1, 2, 2, 3), companies)
    scores: dict[tuple[int, int], list[int]] = {}
    for student in range(students):
        liking = popular * np.where(of_company == of_student[student], 6.0, 1.0)
        count = min(companies, int(rng.integers(5, 13)))
        chosen = rng.choice(companies, count, replace=False, p=liking / liking.sum())
        for place, company in enumerate(chosen.tolist()):
            scores[student, company] = [max(1, 10 - place), 0]
    quality = rng.gamma(2.0, 1.0, students) + 0.1
    for company in range(companies):
        liking = quality * np.where(of_student == of_company[company], 6.0, 1.0)
        count = min(students, int(listed * recruiters[company] * rng.uniform(0.5, 1.5)))
        chosen = rng.choice(students, count, replace=False, p=liking / liking.sum())
        for place, student in enumerate(chosen.tolist()):
            scores.setdefault((student, company), [0, 0])[1] = max(1, 10 - 10 * place // count)
    ends = sorted(scores)
    pairs = Pairs.of(*zip(*ends, strict=True), *zip(*(scores[one] for one in ends), strict=True))
    people = [Student(f"s{row}", maximum=most) for row in range(students)]
    firms = [Company(f"c{row}", recruiters=int(recruiters[row])) for row in range(companies)]
    return SchedulingProblem(
        Side.of(people, rounds, ()), Side.of(firms, rounds, ()), (Round(),) * rounds, pairs
    )


def with_windows(problem: SchedulingProblem, shares: tuple[float, float], *, seed: int) -> SchedulingProblem:
    """Some come late, leave early or are away in between: up to two thirds of the rounds, companies up to half."""
    from dataclasses import replace

    rng, rounds = np.random.default_rng(seed), len(problem.rounds)
    sides = []
    for side, share, longest in (
        (problem.students, shares[0], rounds * 2 // 3),
        (problem.companies, shares[1], rounds // 2),
    ):
        present = side.present.copy()
        for row in np.nonzero(rng.random(len(side)) < share)[0]:
            length = int(rng.integers(1, max(2, longest)))
            start = int(rng.integers(0, rounds - length + 1))
            present[row, start : start + length] = False
        sides.append(replace(side, present=present))
    return replace(problem, students=sides[0], companies=sides[1])
