"""
The demo's two Company Dating evenings: one with twelve companies, forty candidates, their wishes and a published
timetable, and a later one, not planned yet, at which participants ask each other for talks.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.utils import timezone

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import CompanyPlace, EveningDetails, PairScore, StudentPlace
from brobygger.apps.events.enums import WishSide
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
LATER_CODE: Final = "company-dating-herning"
LATER_COMPANIES, LATER_PEOPLE = 6, 12
LATER_DAYS_AHEAD, LATER_WISH_DAYS = 17, 12


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
    load_later_evening(
        programme, organisations[:LATER_COMPANIES], people[:LATER_PEOPLE], company, student, at=at
    )


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


def load_later_evening(
    programme: Any,
    organisations: list[Any],
    people: list[Any],
    company: Any,
    student: Any,
    *,
    at: dt.datetime,
) -> None:
    """
    An evening some weeks ahead whose participants ask each other for talks: requests in every state.

    Args:
        company, student: who log in; their own row stands first in either list.
    """
    day = timezone.localtime(at) + dt.timedelta(days=LATER_DAYS_AHEAD)
    starts = day.replace(hour=16, minute=0, second=0, microsecond=0)
    evening = actions.announce_evening(
        programme=programme,
        code=LATER_CODE,
        title="Company Dating Herning",
        starts_at=starts,
        ends_at=starts + dt.timedelta(hours=3),
        place_name="Innovatorium",
        city="Herning",
        country="DK",
        details=EveningDetails(
            first_round_at=starts + dt.timedelta(minutes=30),
            wishes_until=at + dt.timedelta(days=LATER_WISH_DAYS),
            rounds=6,
            open_requests=True,
        ),
        by=None,
        at=at,
    )
    companies = [
        actions.place_company(evening=evening, organisation=one, by=None, at=at) for one in organisations
    ]
    students = [actions.place_student(evening=evening, candidate=one, by=None, at=at) for one in people]
    for one in companies:
        offers = queries.open_opportunities_of(one.organisation)
        actions.bring_opportunities(company=one, opportunities=offers, by=None, at=at)
    _request(students, companies, company, student, at)


def _request(students: list[Any], companies: list[Any], company: Any, student: Any, at: dt.datetime) -> None:
    """Who logs in is asked, has asked, and has agreed, on either side; some requests came to nothing."""

    def ask(number: int, other: int, side: WishSide, message: str = "", days_ago: int = 1) -> Any:
        return actions.ask_for_talk(
            student=students[number],
            company=companies[other],
            side=side,
            message=message,
            by=None,
            at=at - dt.timedelta(days=days_ago),
        )

    by_student, by_company = WishSide.STUDENT, WishSide.COMPANY
    ask(0, 3, by_student, "I saw your ad and have built something like it in a course.", days_ago=5)
    ask(6, 0, by_company, days_ago=5)
    actions.lapse_requests(by=None, at=at)
    ask(0, 1, by_company, "Vi vil gerne høre om dit speciale.")
    ask(
        0,
        0,
        by_student,
        "I should like to hear how your projects are staffed.\nI am free from the summer on.",
    )
    ask(4, 0, by_company, "Du har netop det, vi mangler i udvikling. Tag gerne et eksempel med.")
    actions.withdraw_request(request=ask(0, 4, by_student), by=None, at=at)
    actions.accept_talk(request=ask(0, 2, by_company, "Skal vi tale sammen?"), by=student, at=at)
    actions.accept_talk(request=ask(3, 0, by_student, "My thesis is about pumps."), by=company, at=at)
    actions.decline_talk(request=ask(5, 0, by_student), by=company, at=at)


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
