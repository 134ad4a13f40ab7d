"""The many ways to say when the work begins and until when one can apply: sentences of our own in four languages."""

from __future__ import annotations

import datetime as dt

import pytest

from brobygger.core.reading import Deadline, Role, Start
from brobygger.core.reading.facets.dates import find_dates, named_days
from tests.core.reading.facets.dates import ASAP, OPEN, PUBLISHED, due, start
from tests.core.reading.facets.one_passage import facts_in


def said(text, language, of, role=Role.OTHER):
    facts = facts_in(find_dates, text, language=language, role=role, published=PUBLISHED)
    return [fact.value for fact in facts if isinstance(fact.value, of)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        # --- Danish
        ("Stillingen skal besættes pr. 1. marts 2027.", "da", start(2027, 3)),
        ("Vi vil gerne have dig på plads den 2. november.", "da", start(2026, 11, 2)),
        ("Første arbejdsdag er mandag den 5. oktober.", "da", start(2026, 10, 5)),
        ("Fra 1. december søger vi en kok til kantinen.", "da", start(2026, 12)),
        ("Vi mangler en hjælpende hånd i bageriet, gerne fra uge 6.", "da", start(2027, 2, 8)),
        ("Forløbet varer otte uger fra den 4. januar 2027.", "da", start(2027, 1, 4)),
        ("Vi søger hurtigst muligt to malere til et større byggeri.", "da", ASAP),
        ("Med start nu eller så snart du kan.", "da", ASAP),
        # --- Bokmål
        ("Stillingen ønskes besatt 1. november.", "nb", start(2026, 11)),
        ("Vi trenger to folk på lageret fra oktober.", "nb", start(2026, 10)),
        ("Vikariat fra 4. januar til 30. juni 2027", "nb", start(2027, 1, 4)),
        ("Engasjement i ett år fra februar 2027", "nb", start(2027, 2)),
        ("Du kan tiltre når det passer deg.", "nb", ASAP),
        ("Jo før du kan begynne, jo bedre!", "nb", ASAP),
        ("Start etter nyttår", "nb", start(2027, 1)),
        # --- Swedish
        ("Vi behöver en svetsare, gärna från den 1 oktober.", "sv", start(2026, 10)),
        ("Du är på plats i verkstaden den 11 januari 2027.", "sv", start(2027, 1, 11)),
        ("Praktiken pågår från mars 2027.", "sv", start(2027, 3)),
        ("Kursen och uppdraget börjar VT27.", "sv", start(2027, 1)),
        ("Start HT 2027", "sv", start(2027, 8)),
        ("Ju förr desto bättre.", "sv", ASAP),
        ("Murare sökes omgående till Luleå", "sv", ASAP),
        # --- English
        ("From March we open a second kitchen, and so we need a baker.", "en", start(2027, 3)),
        ("The post is to be filled by 1 December 2026.", "en", start(2026, 12)),
        ("Your first day is Monday 5 October.", "en", start(2026, 10, 5)),
        ("Start in Q2 2027", "en", start(2027, 4)),
        ("We are hiring four guides for the season, June to September 2027.", "en", start(2027, 6)),
        ("Preferably from 15 October.", "en", start(2026, 10, 15)),
        ("Drivers needed now", "en", ASAP),
        ("The sooner the better.", "en", ASAP),
    ],
)  # fmt: skip
def test_start_is_said_in_many_ways(text, language, value):
    assert value in said(text, language, Start)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Construction of the bridge starts in March 2027.", "en"),
        ("Kantinen holder lukket fra 20. december til 15. januar.", "da"),
        ("Interviews are expected in mid-October.", "en"),
        ("Send din ansøgning hurtigst muligt.", "da"),
        ("Ring oss snarest hvis du lurer på noe.", "nb"),
        ("Øl er billigere fra 1. oktober.", "da"),
        ("Ansök före den 3 oktober, gärna redan nu.", "sv"),
    ],
)
def test_start_is_not_what_begins_otherwise(text, language):
    assert said(text, language, Start) == []


def test_start_may_be_a_day_or_at_once():
    assert said("Tiltrædelse: 1. marts 2027 eller snarest muligt.", "da", Start) == [start(2027, 3), ASAP]
    assert said("Opstart 1. marts 2027 eller snarest derefter.", "da", Start) == [start(2027, 3)]


def test_start_is_the_day_rather_than_the_half_year_around_it():
    text = "Vi søker en praktikant for våren 2027, fra 11. januar."

    assert said(text, "nb", Start) == [start(2027, 1, 11)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        # --- a day
        ("Vi vil gerne have din ansøgning inden den 20/9.", "da", due(2026, 9, 20)),
        ("Opslaget lukker den 3. oktober.", "da", due(2026, 10, 3)),
        ("anne@firma.example, senest tirsdag den 6. oktober kl. 12", "da", due(2026, 10, 6)),
        ("Vi stenger 10. oktober.", "nb", due(2026, 10, 10)),
        ("Søknaden må være hos oss innen 1. november.", "nb", due(2026, 11, 1)),
        ("Skicka några rader till oss senast 15 december.", "sv", due(2026, 12, 15)),
        ("Dnr 12/2026, senast den 14 oktober.", "sv", due(2026, 10, 14)),
        ("Annonsen stängs 2026-10-10.", "sv", due(2026, 10, 10)),
        ("Sök mellan den 1 oktober och den 30 november.", "sv", due(2026, 11, 30)),
        ("The final date is 14 October.", "en", due(2026, 10, 14)),
        ("Upload it before midnight on 20 October 2026.", "en", due(2026, 10, 20)),
        ("Latest 7 October at 12.00, via our page.", "en", due(2026, 10, 7)),
        ("Apply by | 1 December", "en", due(2026, 12, 1)),
        # --- as they come
        ("Vi indkalder løbende.", "da", OPEN),
        ("Vi læser dem, mens de kommer ind.", "da", OPEN),
        ("Vi lukker, når vi har fundet den rette.", "da", OPEN),
        ("Vi ansætter, når vi møder en, der passer til os: den rette.", "da", OPEN),
        ("Vi tar imot søknader til lagene er fulle.", "nb", OPEN),
        ("Vi leser søknadene etter hvert som de kommer.", "nb", OPEN),
        ("Uten frist", "nb", OPEN),
        ("Vi tillsätter löpande.", "sv", OPEN),
        ("Annonsen ligger ute tills alla platser är tillsatta.", "sv", OPEN),
        ("Vi tar in folk allteftersom.", "sv", OPEN),
        ("Places are filled as we go.", "en", OPEN),
        ("We talk to people as they turn up.", "en", OPEN),
        ("First come, first served.", "en", OPEN),
        ("We close when we have found you.", "en", OPEN),
    ],
)  # fmt: skip
def test_deadline_is_said_in_many_ways(text, language, value):
    assert value in said(text, language, Deadline)


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("Du udvikler løbende vores processer.", "da", Role.TASK),
        ("You continuously improve our tests.", "en", Role.TASK),
        ("Vi følger løpende med på faget.", "nb", Role.OTHER),
        ("Eksamen er bestått innen 1. desember.", "nb", Role.REQUIREMENT),
        ("The system must be delivered by 1 December.", "en", Role.TASK),
        ("Samtalerne holdes senest den 3. oktober.", "da", Role.OTHER),
    ],
)
def test_deadline_is_not_what_ends_otherwise(text, language, role):
    assert said(text, language, Deadline, role) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("VT27", dt.date(2027, 1, 1)),
        ("HT 2026", dt.date(2026, 8, 1)),
        ("Q3 2027", dt.date(2027, 7, 1)),
        ("första kvartalet 2027", dt.date(2027, 1, 1)),
        ("efter årsskiftet", dt.date(2027, 1, 1)),
        ("veckorna 6", dt.date(2027, 2, 8)),
        ("1:a mars", dt.date(2027, 3, 1)),
    ],
)
def test_named_days_know_terms_and_quarters(text, date):
    assert [day.date for day in named_days(text, PUBLISHED, "sv")] == [date]
