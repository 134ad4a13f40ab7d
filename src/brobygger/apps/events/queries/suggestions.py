"""Which pairs of an evening the matching suggests: what it says of each, at the best of what the company brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brobygger.apps.events.models import DatingCompany, DatingEvening, DatingStudent
from brobygger.apps.events.queries.evenings import companies_at, students_at
from brobygger.apps.opportunities.queries.scoring import ranked_among, scores_of


@dataclass(frozen=True, slots=True)
class PairScore:
    """
    What the matching says of a pair.

    Args:
        student, company: numbers of their rows at the evening.
        percent: of the highest possible score.
    """

    student: int
    company: int
    percent: int


def suggested_pairs(evening: DatingEvening) -> list[PairScore]:
    """Pairs with a score. A fixed number of queries."""
    return _scored(companies_at(evening), students_at(evening))


def spare_pairs(evening: DatingEvening) -> list[PairScore]:
    """
    Pairs for whoever has too few talks: those with a score, and those that the matching knows nothing of.

    It does not know candidates who are not ranked, nor companies that bring no opportunity. Pairs that it excludes
    stay out.
    """
    companies, students = companies_at(evening), students_at(evening)
    ranked = ranked_among([one.candidate_id for one in students])
    unknown = [
        PairScore(student.pk, company.pk, 0)
        for company in companies
        for student in students
        if student.candidate_id not in ranked or not company.opportunities.all()
    ]
    return [*unknown, *_scored(companies, students)]


def _scored(companies: Sequence[DatingCompany], students: Sequence[DatingStudent]) -> list[PairScore]:
    of_opportunity = {one.pk: company.pk for company in companies for one in company.opportunities.all()}
    of_candidate = {one.candidate_id: one.pk for one in students}
    best: dict[tuple[int, int], int] = {}
    for (opportunity, candidate), percent in scores_of(of_opportunity, of_candidate).items():
        pair = of_candidate[candidate], of_opportunity[opportunity]
        best[pair] = max(best.get(pair, 0), percent)
    return [PairScore(student, company, percent) for (student, company), percent in best.items()]
