"""
Speed of the exact top-k: 20,000 candidates × 2,000 opportunities, all rules, all parts of the score.

    python -m benchmarks.matching_speed [candidates] [opportunities]

The same people and offers are solved by `solve` and by a straightforward peer in the same run: a
scipy sparse product of skill weights, the eligibility mask, and a sort. The peer scores skills alone
and explains nothing; CPU times are this process's own, and the ratio is what to compare.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import resource
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"  # one core; must be set before numpy is imported

import numpy as np
import scipy.sparse as sp

from benchmarks.report import publish, table
from brobygger.core.matching import (
    Candidate,
    Conditions,
    HeldSkill,
    LanguageNeed,
    MatchProblem,
    MonthlyPay,
    NeededSkill,
    Opportunity,
    Pool,
    relations_of,
    screen,
    solve,
)
from brobygger.core.reading import Level, Modality, OpportunityKind, Place
from brobygger.core.skills.data import ConceptKind, Rows, SkillType, Taxonomy, Texts

SKILLS, OCCUPATIONS, GROUPS, TOWNS = (
    14_000,
    3_000,
    1_600,
    744,
)  # about the sizes of ESCO and the Nordic municipalities
TOP = 20
START = dt.date(2027, 1, 4)
LEVELS = list(Level)
LANDS = (("DK", "jylland"), ("DK", "fyn"), ("DK", "sjaelland"), ("SE", "scandinavia"))  # west to east


def make_taxonomy(rng: np.random.Generator) -> Taxonomy:
    """Skills in families, a tenth of them kinds of another; occupations with Zipf-distributed skills."""
    size = SKILLS + OCCUPATIONS + GROUPS
    popularity = 1 / np.arange(1, SKILLS + 1)
    popularity = rng.permutation(popularity / popularity.sum())
    own = rng.integers(0, SKILLS, (OCCUPATIONS, 40))
    shared = rng.choice(SKILLS, (OCCUPATIONS, 8), p=popularity)
    broader: list[list[int]] = [[SKILLS + OCCUPATIONS + skill % GROUPS] for skill in range(SKILLS)]
    for skill in range(0, SKILLS, 10):
        broader[skill].append(int(rng.integers(SKILLS)))
    none: list[list[int]] = [[]]
    kinds = np.repeat(
        [ConceptKind.SKILL, ConceptKind.OCCUPATION, ConceptKind.GROUP], [SKILLS, OCCUPATIONS, GROUPS]
    )
    labels = np.arange(size)
    return Taxonomy(
        "synthetic", ("en",), Texts.of([f"u{number}" for number in range(size)]), kinds.astype(np.uint8),
        np.where(kinds == ConceptKind.SKILL, SkillType.SKILL, SkillType.NONE).astype(np.uint8),
        Texts.of([f"{2000 + number % 400}" if kind == ConceptKind.OCCUPATION else "" for number, kind in enumerate(kinds)]),
        Texts.of([f"label {number}" for number in range(size)]), labels.astype(np.int32),
        np.zeros(size, np.uint8), np.zeros(size, np.uint16), np.zeros(size, np.uint8),
        Rows.of(broader + none * (OCCUPATIONS + GROUPS)),
        Rows.of(none * SKILLS + [[*own[row, :20], *shared[row, :4]] for row in range(OCCUPATIONS)] + none * GROUPS),
        Rows.of(none * SKILLS + [[*own[row, 20:], *shared[row, 4:]] for row in range(OCCUPATIONS)] + none * GROUPS),
        Rows.of(none * size), Texts.of([""] * size),
    )  # fmt: skip


class World:
    """Towns in two countries and on four lands, in clusters, and people and offers whose skills follow their occupations."""

    def __init__(self, seed: int = 7) -> None:
        self.rng = np.random.default_rng(seed)
        self.taxonomy = make_taxonomy(self.rng)
        centres = self.rng.uniform((55.0, 8.5), (60.0, 16.0), (64, 2))
        where = centres[self.rng.integers(0, 64, TOWNS)] + self.rng.normal(scale=0.15, size=(TOWNS, 2))
        self.towns = [
            Place(f"town {row}", country, float(at[0]), float(at[1]), land=land)
            for row, at in enumerate(where)
            for country, land in [LANDS[int(np.searchsorted((9.8, 10.9, 12.6), at[1]))]]
        ]
        size = self.rng.zipf(1.7, TOWNS).clip(1, 60).astype(float)
        self.town_share = size / size.sum()
        rank = 1 / np.arange(1, OCCUPATIONS + 1) ** 0.6
        self.occupation_share = rank / rank.sum()

    def skills_of(self, occupation: int, count: int) -> list[str]:
        """Three quarters from the occupation's own skills, the rest from any other occupation's."""
        number, rng, taxonomy = SKILLS + occupation, self.rng, self.taxonomy
        own = np.concatenate([taxonomy.essential[number], taxonomy.optional[number]])
        other = taxonomy.essential[SKILLS + int(rng.integers(OCCUPATIONS))]
        chosen = np.concatenate(
            [rng.choice(own, count * 3 // 4, replace=False), rng.choice(other, count // 4)]
        )
        return [f"u{one}" for one in dict.fromkeys(chosen.tolist())]

    def languages(self, home: str) -> tuple[tuple[str, Level], ...]:
        rng, mother = self.rng, {"DK": "da", "NO": "nb", "SE": "sv"}[home]
        if rng.random() < 0.3:
            mother = str(rng.choice(["de", "pt", "pl", "ar"]))
        return ((mother, Level.C2), ("en", LEVELS[int(rng.integers(2, 6))]))

    def candidates(self, count: int) -> tuple[Candidate, ...]:
        rng = self.rng
        occupations = rng.choice(OCCUPATIONS, count, p=self.occupation_share)
        towns = rng.choice(TOWNS, count, p=self.town_share)
        people = []
        for row in range(count):
            town = self.towns[towns[row]]
            people.append(
                Candidate(
                    f"c{row:06}",
                    tuple(HeldSkill(uri) for uri in self.skills_of(int(occupations[row]), int(rng.integers(8, 25)))),
                    (f"u{SKILLS + occupations[row]}",), self.languages(town.country), int(rng.integers(4, 9)),
                    (("0715", "0613", "0714", "0512")[row % 4],), float(rng.integers(0, 12)), town,
                    float(rng.choice([30, 45, 60, 90])), ((town.country,) if row % 20 == 0 else ()), bool(row % 2),
                    START + dt.timedelta(days=int(rng.integers(-200, 200))), None, None,
                    MonthlyPay(float(rng.integers(20, 60)) * 1000, "DKK"),
                    (OpportunityKind.JOB, OpportunityKind.INTERNSHIP)[: 1 + row % 2],
                    ("EU",) if rng.random() < 0.75 else (town.country,),
                )
            )  # fmt: skip
        return tuple(people)

    def opportunities(self, count: int) -> tuple[Opportunity, ...]:
        rng = self.rng
        occupations = rng.choice(OCCUPATIONS, count, p=self.occupation_share)
        towns = rng.choice(TOWNS, count, p=self.town_share)
        offers = []
        for row in range(count):
            town = self.towns[towns[row]]
            native = {"DK": "da", "NO": "nb", "SE": "sv"}[town.country]
            needs = [LanguageNeed(("en",), LEVELS[int(rng.integers(1, 4))])]
            if rng.random() < 0.55:
                needs.append(LanguageNeed((native,), LEVELS[int(rng.integers(2, 5))]))
            names = self.skills_of(int(occupations[row]), int(rng.integers(8, 22)))
            offers.append(
                Opportunity(
                    f"o{row:06}", "",
                    tuple(
                        NeededSkill(uri, Modality.REQUIRED if rng.random() < 0.6 else Modality.PREFERRED) for uri in names
                    ),
                    (f"u{SKILLS + occupations[row]}",), tuple(needs), int(rng.integers(3, 8)), Modality.REQUIRED,
                    (("0715", "0613", "0714", "0512")[row % 4],), float(rng.integers(0, 6)), town,
                    (1.0 if rng.random() < 0.1 else None), START + dt.timedelta(days=int(rng.integers(-60, 120))), 60,
                    None, None, MonthlyPay(float(rng.integers(25, 80)) * 1000, "DKK"), OpportunityKind.JOB,
                )
            )  # fmt: skip
        return tuple(offers)


def peer(problem: MatchProblem, pool: Pool, top: int) -> float:
    """CPU seconds of sparse product + mask + sort, given the same pool and the same masks."""
    relations = relations_of(problem.taxonomy)
    held = sp.csr_matrix(
        ([1.0] * sum(len(one.skills) for one in pool.candidates),
         ([row for row, one in enumerate(pool.candidates) for _ in one.skills],
          [relations.number(skill.uri) for one in pool.candidates for skill in one.skills])),
        shape=(len(pool), len(problem.taxonomy)),
    )  # fmt: skip
    links = relations.links
    credit = sp.csc_matrix(
        (links.percents / 100, links.held, links.starts), shape=(len(problem.taxonomy),) * 2
    )
    credit = credit + sp.identity(len(problem.taxonomy), format="csc")
    started = time.process_time()
    smoothed = (held @ credit).tocsr()
    smoothed.data = np.minimum(smoothed.data, 1)
    for opportunity in problem.opportunities:
        numbers = [relations.number(need.uri) for need in opportunity.skills]
        asked = np.zeros(len(problem.taxonomy))
        asked[numbers] = relations.information[numbers]
        score = smoothed @ asked
        score[~screen(pool, opportunity, Conditions()).eligible] = -1
        np.argsort(-score, kind="stable")[:top]
    return time.process_time() - started


def main() -> None:
    sizes = [int(one) for one in sys.argv[1:3]] or [20_000, 2_000]
    world = World()
    problem = MatchProblem(world.candidates(sizes[0]), world.opportunities(sizes[1]), world.taxonomy)
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.process_time()
    relations = relations_of(problem.taxonomy)
    _ = relations.links, relations.information, relations.closeness(SKILLS)
    prepared = time.process_time()
    result = solve(problem, top=TOP)
    ours = time.process_time() - prepared
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = sum(result.eligible.values())
    theirs = peer(problem, Pool.of(problem.candidates, problem.taxonomy), TOP)
    rows = [
        ("`solve`: all rules, all parts, best lists both ways", f"{ours:.2f}", "1.0"),
        (
            "sparse product + mask + sort (scipy): skills alone, one way",
            f"{theirs:.2f}",
            f"{theirs / ours:.1f}",
        ),
    ]
    body = (
        f"{sizes[0]:,} candidates × {sizes[1]:,} opportunities, {SKILLS:,} skills, {pairs:,} eligible pairs "
        f"({pairs / sizes[0] / sizes[1]:.1%}), best {TOP}; synthetic, one core.\n\n"
        f"{table(('method', 'CPU seconds', 'ratio'), rows)}\n\n"
        f"Making the taxonomy ready takes {prepared - started:.2f} CPU seconds once. Peak memory {peak:.0f} MB, "
        f"of which {before:.0f} MB are the input itself."
    )
    publish("matching-speed", "Matching: exact best lists", "python -m benchmarks.matching_speed", body)


if __name__ == "__main__":
    main()
