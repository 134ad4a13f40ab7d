"""The demo's semester of events: what was held and what comes, a full one with a waiting list, two fairs in Boston."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import (
    Entry,
    EventDetails,
    QuestionDetails,
    QuotaDetails,
    Seen,
    SeriesDetails,
)
from brobygger.apps.events.enums import Audience, EventKind, Grouping, QuestionKind, Side, Tag
from brobygger.apps.people.queries import candidate_of_user
from brobygger.apps.programmes.queries import organisations_of

SEMESTER_OF: Final = "interresource"
FAIRS_OF: Final = "mit-denmark"
FAIR_TARGET: Final = 6
"""The place of “two larger events a year in Boston” among the programme's targets."""
COPENHAGEN, NEW_YORK = "Europe/Copenhagen", "America/New_York"
FIRST_CODE, FULL, LAST_HELD = "velkommen", "cv-vaerksted", "skat-og-bank"
SEATS: Final = 12
LEAST, MOST = 12, 28
SERIES_DAYS: Final = (-70, 80)
# days from today, code, title, kind, topic, place
SEMESTER: Final[Sequence[tuple[int, str, str, EventKind, Tag, str]]] = (
    (-62, FIRST_CODE, "Velkommen til Aarhus", EventKind.CULTURE, Tag.CULTURE, "Dokken"),
    (-48, "det-danske-arbejdsmarked", "Det danske arbejdsmarked på to timer", EventKind.INFORMATION, Tag.LABOUR_MARKET, "Kornblads Sal"),
    (-34, "kaffe-og-kollegaer", "Kaffe og kollegaer: small talk på arbejdet", EventKind.WORKSHOP, Tag.CULTURE, "Kornblads Sal"),
    (-20, "besoeg-paa-fabrikken", "Besøg på en fabrik", EventKind.VISIT, Tag.TECHNOLOGY, "Kornblad Maskinfabrik"),
    (-6, LAST_HELD, "Skat, bank og pension", EventKind.INFORMATION, Tag.LABOUR_MARKET, "Kornblads Sal"),
    (3, FULL, "CV-værksted", EventKind.WORKSHOP, Tag.CAREER, "Kornblads Sal"),
    (5, "grundfag-i-tekstiler", "Åbent hus i designværkstedet", EventKind.VISIT, Tag.TECHNOLOGY, "Dokken"),
    (17, "at-soege-job", "At søge job i Danmark", EventKind.SEMINAR, Tag.CAREER, "Kornblads Sal"),
    (24, "start-up-aften", "Start-ups fortæller", EventKind.CULTURE, Tag.COOPERATION, "Dokken"),
    (38, "foraarsmesse", "Forårsmesse", EventKind.LARGE, Tag.LABOUR_MARKET, "Kornblads Sal"),
    (52, "loen-og-kontrakt", "Løn og kontrakt", EventKind.INFORMATION, Tag.LABOUR_MARKET, "Kornblads Sal"),
)  # fmt: skip
NAMES: Final = (
    "Aiko Prøvesen", "Bruno Påhitt", "Chiara Opfundet", "Dev Eksempel", "Elif Fiktivsen", "Farid Prøvebo",
    "Greta Mønster", "Hiro Digtesen", "Ines Tænkt", "Jakub Skabelon", "Kaja Prøvegaard", "Liam Eksempelsen",
    "Mei Opdigt", "Nadia Forsøg",
)  # fmt: skip


def load_events(programmes: Mapping[str, Any], student: Any, *, at: dt.datetime) -> None:
    """Once: what is there is left alone."""
    if SEMESTER_OF in programmes and queries.event_by_code(FIRST_CODE) is None:
        _semester(programmes[SEMESTER_OF], student, at)
    if FAIRS_OF in programmes and queries.event_by_code("boston-autumn") is None:
        _fairs(programmes[FAIRS_OF], at)


def _semester(programme: Any, student: Any, at: dt.datetime) -> None:
    first, last = (at.date() + dt.timedelta(days=days) for days in SERIES_DAYS)
    details = SeriesDetails("Semesteret", first, last, LEAST, MOST)
    series = actions.save_series(programme=programme, details=details, by=None, at=at)
    for days, code, title, kind, topic, place in SEMESTER:
        starts = _moment(at, days, 16, COPENHAGEN)
        said = EventDetails(
            title=title,
            kind=kind,
            tags=(topic,),
            audience=Audience.STUDENTS,
            starts_at=starts,
            ends_at=starts + dt.timedelta(hours=2),
            language="da",
            place_name=place,
            city="Aarhus",
            country="DK",
            capacity=SEATS if code == FULL else 60,
        )
        planned = min(at, starts - dt.timedelta(days=14))
        event = actions.add_event(
            programme=programme, details=said, code=code, series=series, by=None, at=planned
        )
        if days <= SEMESTER[-3][0]:  # the last two are drafts still
            event = actions.open_event(event=event, by=None, at=planned)
        if code == FULL:
            _fill(event, student, at)
        if code == LAST_HELD:
            _guests(event, NAMES[:9], planned)
        if days < 0:
            _hold(event)


def _fill(event: Any, student: Any, at: dt.datetime) -> None:
    """All seats but two are taken, these are kept for companies, and the last who came wait."""
    questions = [
        QuestionDetails(
            "Hvilket sprog er dit CV på?", QuestionKind.ONE_OF, ("dansk", "engelsk"), is_required=True
        ),
        QuestionDetails("Er der noget, vi skal vide?"),
    ]
    actions.set_questions(event=event, questions=questions, by=None, at=at)
    actions.set_quotas(
        event=event, quotas=[QuotaDetails(Grouping.SIDE, Side.COMPANY, least=2)], by=None, at=at
    )
    asked = queries.questions_of(event)[0].pk
    candidate = candidate_of_user(student)
    entry = Entry("Student", student.email, language="da", answers={asked: "engelsk"})
    actions.register(event=event, entry=entry, candidate=candidate, by=student, at=at)
    for number, name in enumerate(NAMES):
        answers = {asked: "dansk" if number % 3 else "engelsk"}
        actions.register(event=event, entry=_entry(name, answers), by=None, at=at)


def _guests(event: Any, names: Sequence[str], at: dt.datetime) -> None:
    """All but the last come, and most of them say how it was."""
    rows = [actions.register(event=event, entry=_entry(name), by=None, at=at) for name in names]
    seen = [
        Seen(UUID(int=one.pk), one.pk, event.starts_at + dt.timedelta(minutes=number))
        for number, one in enumerate(rows[:-1])
    ]
    actions.check_in(event=event, seen=seen, by=None, at=event.ends_at)
    for number, one in enumerate(rows[:6]):
        text = ("Gerne mere om pension.", "God tid til spørgsmål.")[number] if number < 2 else ""
        actions.give_feedback(
            registration=one,
            overall=5 - number % 3,
            useful=4 + number % 2,
            text=text,
            by=None,
            at=event.ends_at,
        )


def _fairs(programme: Any, at: dt.datetime) -> None:
    """One fair was held with enough Danish companies, the next is announced and has too few yet."""
    actions.set_event_target(
        programme=programme,
        position=FAIR_TARGET,
        kind=EventKind.LARGE,
        city="Boston",
        country="DK",
        least_engaged=10,
        by=None,
        at=at,
    )
    companies = list(organisations_of(programme.pk).filter(country="DK").order_by("pk"))
    fairs = (("boston-autumn", -16, "Danish Technology Night", 12), ("boston-spring", 45, "Denmark Fair", 7))
    for code, days, title, count in fairs:
        starts = _moment(at, days, 17, NEW_YORK)
        said = EventDetails(
            title=title,
            kind=EventKind.LARGE,
            tags=(Tag.COOPERATION,),
            starts_at=starts,
            ends_at=starts + dt.timedelta(hours=3),
            time_zone=NEW_YORK,
            place_name="Harbour Hall",
            city="Boston",
            country="US",
            capacity=200,
        )
        planned = min(at, starts - dt.timedelta(days=14))
        event = actions.add_event(programme=programme, details=said, code=code, by=None, at=planned)
        actions.open_event(event=event, by=None, at=planned)
        for number, one in enumerate(companies[:count]):
            stands_for = companies[0] if number % 3 == 2 else None
            actions.note_participation(
                event=event, organisation=one, representative=stands_for, by=None, at=planned
            )
        if days < 0:
            _hold(event)


def _hold(event: Any) -> None:
    actions.hold_event(event=event, by=None, at=event.ends_at)


def _entry(name: str, answers: Mapping[int, str | bool] | None = None) -> Entry:
    address = f"{name.split(maxsplit=1)[0].lower()}@demo.example"
    return Entry(name, address, language="da", answers=answers or {})


def _moment(at: dt.datetime, days: int, hour: int, zone: str) -> dt.datetime:
    """So many days from today, at this hour by the clock of the place."""
    day = at.astimezone(ZoneInfo(zone)) + dt.timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
