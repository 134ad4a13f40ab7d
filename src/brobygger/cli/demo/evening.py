"""The demo's Company Dating evening: twelve companies, forty candidates, their wishes, one published timetable."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.utils import timezone

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import CompanyPlace, EveningDetails, PairScore, StudentPlace
from brobygger.apps.matching.queries import pair_scores
from brobygger.apps.organisations.queries import organisations_of_user
from brobygger.apps.people.queries import candidate_of_user
from brobygger.apps.programmes.queries import candidates_of, organisations_of

EVENING_OF: Final = "interresource"
CODE: Final = "company-dating"
COMPANIES, PEOPLE = 12, 40
FEWEST: Final = (6, 12)
"""Companies and candidates that an evening is worth planning for; a smaller demo has none."""
DAYS_AHEAD, WISH_DAYS = 5, 2


def load_evening(programme: Any, company: Any, student: Any, *, at: dt.datetime) -> None:
    """Once: what is there is left alone."""
    if programme is None or queries.evening_by_code(CODE) is not None:
        return
    organisations = _first(organisations_of_user(company), organisations_of(programme.pk), COMPANIES)
    own = candidate_of_user(student)
    people = _first([own] if own else [], candidates_of(programme.pk).order_by("pk"), PEOPLE)
    if len(organisations) < FEWEST[0] or len(people) < FEWEST[1]:
        return
    evening = _evening(programme, at)
    companies = [
        actions.place_company(
            evening=evening,
            organisation=one,
            place=CompanyPlace(recruiters=2 if number % 4 == 0 else 1),
            by=None,
            at=at,
        )
        for number, one in enumerate(organisations)
    ]
    students = [
        actions.place_student(
            evening=evening,
            candidate=one,
            place=StudentPlace(
                last_round=6 if number % 13 == 5 else None,
                needs_accessible_table=number == 7,
                needs_interpreter=number == 11,
            ),
            by=None,
            at=at,
        )
        for number, one in enumerate(people)
    ]
    for one in companies:
        offers = queries.open_opportunities_of(one.organisation)
        actions.bring_opportunities(company=one, opportunities=offers, by=None, at=at)
    _wish(evening, companies, students, at)
    version = actions.make_version(evening=evening, floor=1, by=None, at=at)
    actions.publish_version(version=version, by=None, at=at)


def _first(own: Any, others: Any, most: int) -> list[Any]:
    """One's own, then others, each once."""
    return list({one.pk: one for one in (*own, *others)}.values())[:most]


def _evening(programme: Any, at: dt.datetime) -> Any:
    day = timezone.localtime(at) + dt.timedelta(days=DAYS_AHEAD)
    starts = day.replace(hour=16, minute=0, second=0, microsecond=0)
    return actions.announce_evening(
        programme=programme,
        code=CODE,
        title="Company Dating",
        starts_at=starts,
        ends_at=starts + dt.timedelta(hours=3),
        place_name="Kornblads Sal",
        city="Aarhus",
        country="DK",
        details=EveningDetails(
            first_round_at=starts + dt.timedelta(minutes=30),
            wishes_until=at + dt.timedelta(days=WISH_DAYS),
            rounds=8,
            breaks=((4, 15),),
            interpreters=1,
        ),
        by=None,
        at=at,
    )


def _wish(evening: Any, companies: list[Any], students: list[Any], at: dt.datetime) -> None:
    """Most wish for what fits them best, a few say little, and one in eight has said nothing: suggestions fill up."""
    offers = {offer.pk: one.pk for one in companies for offer in one.opportunities.all()}
    of_candidate = {one.candidate_id: one.pk for one in students}
    best: dict[tuple[int, int], int] = {}
    for (offer, candidate), percent in pair_scores(offers, of_candidate).items():
        pair = of_candidate[candidate], offers[offer]
        best[pair] = max(best.get(pair, 0), percent)
    for number, student in enumerate(students):
        liked = sorted((-percent, pk) for (own, pk), percent in best.items() if own == student.pk)
        if number % 8 != 3:
            wishes = {pk: max(1, 3 - place) for place, (_percent, pk) in enumerate(liked[: 2 + number % 4])}
            actions.say_student_wishes(student=student, wishes=wishes, by=None, at=at)
    for company in companies:
        wanted = sorted((-percent, pk) for (pk, own), percent in best.items() if own == company.pk)
        wishes = {pk: max(1, 3 - place // 2) for place, (_percent, pk) in enumerate(wanted[:6])}
        actions.say_company_wishes(company=company, wishes=wishes, by=None, at=at)
    scores = [PairScore(student, company, percent) for (student, company), percent in best.items()]
    actions.suggest_wishes(evening=evening, scores=scores, by=None, at=at)
