"""The partnership of the demo: joint control, prospective partners, an exchange of knowledge, a hub and a survey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.timezone import localdate

from brobygger.apps.organisations import actions as organisations
from brobygger.apps.organisations.actions import RoleDetails, SiteDetails
from brobygger.apps.organisations.enums import OrganisationKind, RelationKind, RoleKind
from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.actions import (
    ExchangeDetails,
    HubDetails,
    NewOrganisation,
    ProspectDetails,
)
from brobygger.apps.programmes.enums import Duty, ExchangeKind, PartnerRight, ProspectState, WriteBasis
from brobygger.apps.surveys import actions as surveys
from brobygger.apps.surveys.actions import SurveyDetails, WaveDetails
from brobygger.apps.surveys.enums import QuestionKind, WaveMoment
from brobygger.apps.surveys.queries import questions_of

TEXT: Final = (
    "Parterne driver programmet sammen og bestemmer i fællesskab, hvilke oplysninger der gemmes og hvorfor.\n\n"
    "Enhver kan henvende sig til hver af parterne. Den, der får en henvendelse, sender den videre inden for to dage."
)
# name, kind, how far, rights, next step, days until it is due
PROSPECTS: Final = (
    ("Prøveby Kommune", OrganisationKind.MUNICIPALITY, ProspectState.TALKING, PartnerRight.MEMBER, "Ring til direktøren", 2),
    ("Netværk for Nye Materialer", OrganisationKind.CLUSTER, ProspectState.WILLING, PartnerRight.PARTNER, "", 0),
    ("Fagforbundet Prøve", OrganisationKind.UNION, ProspectState.PROSPECTIVE, PartnerRight.MEMBER, "Find en kontakt", 9),
)  # fmt: skip
EXCHANGES: Final = (
    (400, ExchangeKind.SEMINAR, "Seminar om sensorer i fødevareproduktion", "Deltagerliste, 34 deltagere"),
    (220, ExchangeKind.VISIT, "Besøg i laboratoriet for robotteknologi", "Program og billeder"),
    (40, ExchangeKind.PAPER, "Fælles artikel om genanvendelse af kompositter", "Manuskript indsendt"),
)
# who said yes before and after, and each step of the scale
BEFORE: Final = (14, 46, (12, 20, 14, 9, 5))
AFTER: Final = (31, 24, (5, 9, 13, 17, 11))

# of the survey, which is written in English
TRANSLATIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "da": {
        "title": "Danmark som et sted at arbejde",
        "intro": "Seks minutter, ingen navne.",
        "q1": "Kunne du se dig selv arbejde i Danmark?",
        "q2": "Hvor godt ved du, hvad danske virksomheder er gode til?",
    },
    "sv": {
        "title": "Danmark som en plats att arbeta på",
        "intro": "Sex minuter, inga namn.",
        "q1": "Skulle du kunna tänka dig att arbeta i Danmark?",
        "q2": "Hur väl vet du vad danska företag är bra på?",
    },
}


def load_partnership(
    programmes: Mapping[str, Any], members: Sequence[Any], users: Mapping[str, Any], *, at: dt.datetime
) -> None:
    """
    Load it once: what is there already is left alone.

    Args:
        members: organisations of the demo, for exchanges and relations.
    """
    if not programmes or queries.prospects(state="all").exists() or len(members) < 3:
        return
    largest = programmes.get("interresource") or next(iter(programmes.values()))
    boston = programmes.get("mit-denmark") or largest
    for programme in programmes.values():
        leads = queries.leads_of(programme)
        if len(leads) > 1:
            _arrangement(programme, leads, at)
            break
    _prospects(largest, users["secretary"], at)
    _exchanges(largest, members, at)
    _hub(boston, members[:2], at)
    _survey(boston, at)
    _structure(members, at)


def _arrangement(programme: Any, leads: Sequence[Any], at: dt.datetime) -> None:
    """Written, and not agreed yet: Today says so."""
    shared = (Duty.CONTACT_POINT, Duty.SECURITY)
    duties = {
        duty: [one.pk for one in leads] if duty in shared else [leads[number % len(leads)].pk]
        for number, duty in enumerate(Duty)
    }
    actions.write_arrangement(
        programme=programme, text=TEXT, valid_from=localdate(at), duties=duties, by=None, at=at
    )


def _prospects(programme: Any, owner: Any, at: dt.datetime) -> None:
    for name, kind, state, rights, step, days in PROSPECTS:
        prospect = actions.add_prospect(
            programme=programme,
            organisation=NewOrganisation(name, "DK", kind),
            details=ProspectDetails(
                rights=rights,
                contact_name="Kim Prøvesen",
                contact_email=f"kontakt{days}@partner.example",
                language="da",
                write_basis=WriteBasis.AGREED,
                next_step=step,
                owner=owner,
                due_date=localdate(at) + dt.timedelta(days=days),
            ),
            by=None,
            at=at - dt.timedelta(days=20),
        )
        if state != ProspectState.PROSPECTIVE:
            note = "Mødtes på klyngens årsmøde."
            actions.move_prospect(prospect=prospect, state=state, note=note, by=None, at=at)


def _exchanges(programme: Any, members: Sequence[Any], at: dt.datetime) -> None:
    for number, (days, kind, title, evidence) in enumerate(EXCHANGES):
        pair = [members[number % len(members)], members[(number + 1) % len(members)]]
        day = localdate(at) - dt.timedelta(days=days)
        details = ExchangeDetails(day, kind, title, pair, evidence=evidence)
        actions.note_exchange(programme=programme, details=details, by=None, at=at)


def _hub(programme: Any, partners: Sequence[Any], at: dt.datetime) -> None:
    hub = actions.save_hub(
        programme=programme,
        code="boston",
        details=HubDetails(
            name="Boston hub",
            city="Boston",
            other_towns="Cambridge",
            country="US",
            about="Where students and researchers in Boston meet companies from Denmark.",
            email="boston@hub.example",
            is_public=True,
            partners=partners,
        ),
        by=None,
        at=at,
    )
    actions.add_hub_contact(hub=hub, name="Kim Prøvesen", function="Programme manager", by=None, at=at)


def _survey(programme: Any, at: dt.datetime) -> None:
    survey = surveys.save_survey(
        programme=programme,
        details=SurveyDetails("Denmark as a place to work", "en", "Six minutes, no names."),
        by=None,
        at=at,
    )
    for text, kind in (
        ("Could you see yourself working in Denmark?", QuestionKind.YES_NO),
        ("How well do you know what Danish companies are good at?", QuestionKind.SCALE),
    ):
        surveys.add_question(survey=survey, text=text, kind=kind, by=None, at=at)
    for language, texts in TRANSLATIONS.items():
        surveys.save_translation(survey=survey, language=language, texts=texts, by=None, at=at)
    yes_no, scale = (one.pk for one in questions_of(survey))
    for moment, name, days, (yes, no, steps) in (
        (WaveMoment.BEFORE, "Before the first fair", 400, BEFORE),
        (WaveMoment.AFTER, "After the second year", 40, AFTER),
    ):
        day = localdate(at) - dt.timedelta(days=days)
        wave = surveys.add_wave(
            survey=survey,
            details=WaveDetails(moment, name, day, day + dt.timedelta(days=14), "Students", "Boston"),
            by=None,
            at=at,
        )
        chosen = [step for step, count in enumerate(steps, 1) for _ in range(count)]
        answered = [1] * yes + [0] * no
        rows = [{yes_no: one, scale: step} for one, step in zip(answered, chosen, strict=False)]
        surveys.import_answers(wave=wave, rows=rows, by=None, at=at)


def _structure(members: Sequence[Any], at: dt.datetime) -> None:
    first, second, *_rest = members
    organisations.add_site(
        organisation=first,
        details=SiteDetails("Værkstedet", "DK", "Prøvevej 1", "8800", "Viborg", "Viborg Kommune"),
        by=None,
        at=at,
    )
    organisations.add_role(
        organisation=first,
        details=RoleDetails("Kim Prøvesen", RoleKind.REPRESENTATIVE, dt.date(2024, 1, 1), title="HR-chef"),
        by=None,
        at=at,
    )
    organisations.add_relation(
        organisation=first,
        kind=RelationKind.MEMBER_OF,
        other=second,
        from_date=dt.date(2023, 1, 1),
        by=None,
        at=at,
    )
