"""Agreements, placements and a followed-up cohort of the demo: invented people, of whom no CV is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.timezone import localdate

from brobygger.apps.effects import actions as effects
from brobygger.apps.effects import queries
from brobygger.apps.effects.actions import BenchmarkDetails, StayDetails
from brobygger.apps.effects.actions.cohorts import months_after
from brobygger.apps.effects.enums import AnswerSource
from brobygger.apps.opportunities.actions import NotOpen, answer_application, apply, take_place
from brobygger.apps.opportunities.enums import ApplicationState, OpportunityKind
from brobygger.apps.opportunities.queries import application_of_pair
from brobygger.apps.people.actions import give_consent
from brobygger.apps.people.adapters import preferences_of
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose
from brobygger.apps.placements.actions import Terms, move_placements, note_signature, write_agreement
from brobygger.apps.placements.enums import AgreementSide, PayPer
from brobygger.apps.programmes.queries import candidates_of

PROGRAMME: Final = "interresource"
# what each says after 6, 12 and 24 months: s same company, r region, u studies, k seeks, c country, a abroad, - nothing
PLACED: Final = (
    "sss ssr sss srr ss- sss srr ssa sss sr- sss uss ssc s-- sss rrr ssr sa sss ss- srr sss c ssr".split()
)
OTHERS: Final = "krr kc ukr a k-- urr kra kk- c urc k-r a krr u-- kca rrr k-- uka c krr a ku- rrc".split()
MEANT: Final[Mapping[str, str]] = {
    "s": "same", "r": "region", "u": "study", "k": "seeking", "c": "country", "a": "abroad"
}  # fmt: skip
COUNTRY: Final = "DK"
PLACES: Final = ("Aarhus", "Herning", "Viborg", "Randers", "Silkeborg")
BENCHMARK: Final = BenchmarkDetails(
    label="Internationale dimittender fra alle uddannelser, som er i landet (opdigtet tal)",
    months=24,
    percent=Decimal("58.0"),
    source="Demo, ikke en statistik",
    year=2024,
)


def load_staying(programme: Any, opportunities: Sequence[Any], secretary: Any, *, at: dt.datetime) -> None:
    """Load it once: what is there already is left alone."""
    if queries.is_followed(programme):
        return
    people = [one for one in candidates_of(programme.pk).order_by("pk") if one.user_id is None]
    _placements(people, opportunities, secretary, at)
    _cohort(programme, people, at)


def _cohort(programme: Any, people: Sequence[Any], at: dt.datetime) -> None:
    """Those who got their degree two years ago; about half of them were placed, most have answered."""
    asked = list(zip(people, [*PLACED, *OTHERS], strict=False))
    for person, _answers in asked:
        give_consent(
            candidate=person,
            purpose=ConsentPurpose.FOLLOW_UP,
            channel=ConsentChannel.IMPORTED,
            by=None,
            at=at,
        )
    if not asked:
        return
    effects.follow_cohort(
        programme=programme,
        intake="",
        graduated_on=months_after(localdate(at), -25),
        placed_before={person.pk for person, _answers in asked[: len(PLACED)]},
        by=None,
        at=at,
    )
    answers = {person.pk: said for person, said in asked}
    seen: dict[int, int] = {}
    for one in queries.follow_ups(day=localdate(at), programme=programme.pk).order_by("member", "months"):
        person = one.member.candidate_id
        number = seen[person] = seen.get(person, -1) + 1
        said = answers.get(person, "")[number : number + 1]
        if said in MEANT:
            stays = MEANT[said] in {"same", "region"}
            details = StayDetails(
                MEANT[said],
                place_name=PLACES[person % len(PLACES)] if stays else "",
                country=COUNTRY if stays else "",
                since_date=one.due_date - dt.timedelta(days=20 + 7 * (person % 12)) if said in "ca" else None,
            )
            effects.note_answer(follow_up=one, details=details, source=AnswerSource.TOLD, by=None, at=at)
    effects.add_benchmark(programme=programme, details=BENCHMARK, by=None, at=at)


def _may_work(person: Any) -> bool:
    """Whether the rules of Denmark let somebody work there, or nothing is said."""
    stated = preferences_of(person).work_right
    return stated is None or not {COUNTRY, "EU"}.isdisjoint(stated)


def _placements(people: Sequence[Any], opportunities: Sequence[Any], secretary: Any, at: dt.datetime) -> None:
    """One runs, one begins soon, one agreement waits for the candidate, one place has no agreement yet."""
    today = localdate(at)
    starts = (-40, 30, 45, None)
    may_work = (one for one in reversed(people) if _may_work(one))
    for person, opportunity, days in zip(may_work, opportunities, starts, strict=False):
        if application_of_pair(person, opportunity) is not None:
            continue
        try:
            application = apply(opportunity=opportunity, candidate=person, share=True, by=None, at=at)
        except NotOpen:
            continue
        answer_application(application=application, state=ApplicationState.OFFERED, by=secretary, at=at)
        application = take_place(application=application, by=None, at=at)
        if days is None:
            continue
        first = today + dt.timedelta(days=days)
        agreement = write_agreement(
            application=application,
            terms=Terms(
                kind=OpportunityKind.INTERNSHIP,
                start_date=first,
                end_date=first + dt.timedelta(days=150),
                hours_per_week=Decimal(30),
                place_name="Aarhus",
                country=COUNTRY,
                pay=Decimal(14000),
                currency="DKK",
                pay_per=PayPer.MONTH,
                tasks="Måler på pumper, skriver det ned og viser kollegerne, hvad der kan blive bedre.",
                supervisor="Prøve Vejledersen",
            ),
            by=secretary,
            at=at,
        )
        signing = [AgreementSide.ORGANISATION, *([AgreementSide.CANDIDATE] if days != starts[2] else [])]
        for side in signing:
            name = "Prøve Underskriver"
            note_signature(agreement=agreement, number=1, side=side, name=name, by=secretary, at=at)
    move_placements(day=today, by=None, at=at)
