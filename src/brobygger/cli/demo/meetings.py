"""The demo's talent day with a programme, in a room and online, and a meeting point whose input became decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import (
    DecisionDetails,
    Entry,
    EventDetails,
    InputDetails,
    QuestionDetails,
    SessionDetails,
    SpeakerDetails,
)
from brobygger.apps.events.enums import (
    DecisionState,
    EventKind,
    Holding,
    InputAudience,
    PhotoAnswer,
    QuestionKind,
    SessionKind,
    Side,
    Tag,
    Way,
)
from brobygger.apps.programmes.queries import organisations_of

PROGRAMME: Final = "interresource"
DAY, MEETING = "talentdag", "moedested"
ZONE: Final = ZoneInfo("Europe/Copenhagen")
ROOMS: Final = (("Store sal", 120), ("Værkstedet", 24))
# key, name, title, organisation, own words, may be named
SPEAKERS: Final = (
    ("aase", "Åse Prøvegaard", "projektleder", "Kornblad Maskinfabrik", "Åse har ansat tolv nyuddannede fra seks lande.", True),
    ("tor", "Tor Opdigtsen", "ingeniør", "Fjordværk", "Tor kom til Aarhus som studerende og blev.", True),
    ("mai", "Mai Skjultsen", "rådgiver", "Jobcenter Prøvestad", "", False),
)  # fmt: skip
# hour, minutes, title, kind, room, seats, speakers, what it is about
SESSIONS: Final = (
    (9.0, 30, "Velkommen", SessionKind.INTRODUCTION, 0, None, ("aase",), "Hvad dagen kan bruges til."),
    (9.5, 60, "Det første job i Danmark", SessionKind.TALK, 0, None, ("tor",), "Fra praktik til fast stilling: hvad der hjalp, og hvad der ikke gjorde."),
    (9.5, 60, "Dit CV på én side", SessionKind.WORKSHOP, 1, 20, ("mai",), "Tag dit CV med på papir."),
    (11.0, 60, "Messe: 14 virksomheder", SessionKind.FAIR, 0, None, (), ""),
    (11.0, 60, "Øv din jobsamtale", SessionKind.WORKSHOP, 1, 3, ("mai",), "Ti minutter hver, på dansk eller engelsk."),
    (12.0, 45, "Frokost og netværk", SessionKind.NETWORKING, 0, None, (), ""),
)  # fmt: skip
GUESTS: Final = (
    ("Aiko Prøvesen", Way.PLACE, PhotoAnswer.YES),
    ("Bruno Påhitt", Way.PLACE, PhotoAnswer.NO),
    ("Chiara Opfundet", Way.PLACE, PhotoAnswer.NOT_ASKED),
    ("Dev Eksempel", Way.ONLINE, PhotoAnswer.YES),
    ("Elif Fiktivsen", Way.ONLINE, PhotoAnswer.NOT_ASKED),
    ("Farid Prøvebo", Way.PLACE, PhotoAnswer.YES),
)
QUESTIONS: Final = (
    QuestionDetails("Hvad skal vi begynde med?", QuestionKind.ONE_OF, ("bolig", "sprog", "netværk"), is_required=True),
    QuestionDetails("Hvad mangler du, som vi kan gøre noget ved?"),
)  # fmt: skip
ANSWERS: Final = (
    ("bolig", "Hjælp til at læse en lejekontrakt."),
    ("bolig", "En liste over kollegier."),
    ("sprog", "Sprogcafé om aftenen."),
    ("netværk", ""),
    ("bolig", "At nogen svarer på engelsk."),
    ("sprog", ""),
)
# days from today until it is due, what, who, state
DECISIONS: Final = (
    (-2, "En vejledning om lejekontrakter på engelsk", "Åse Prøvegaard", DecisionState.OPEN),
    (5, "Sprogcafé hver anden tirsdag", "", DecisionState.OPEN),
    (-9, "Listen over kollegier sendes til alle nye", "", DecisionState.DONE),
)


def load_meetings(programmes: Mapping[str, Any], *, at: dt.datetime) -> None:
    """Once: what is there is left alone."""
    if PROGRAMME in programmes and queries.event_by_code(DAY) is None:
        _talent_day(programmes[PROGRAMME], at)
        _meeting_point(programmes[PROGRAMME], at)


def _talent_day(programme: Any, at: dt.datetime) -> None:
    starts = _moment(at, 31, 9)
    event = _event(
        programme,
        DAY,
        EventDetails(
            title="Talentdag: i salen og online",
            kind=EventKind.LARGE,
            tags=(Tag.CAREER, Tag.LABOUR_MARKET, Tag.SOCIAL),
            starts_at=starts,
            ends_at=starts + dt.timedelta(hours=4),
            language="da",
            place_name="Kornblads Sal",
            city="Aarhus",
            country="DK",
            held=Holding.BOTH,
            online_address="https://meet.example/talentdag",
            capacity=120,
            online_capacity=300,
        ),
        at,
    )
    rooms = [actions.save_room(event=event, name=name, seats=seats, by=None, at=at) for name, seats in ROOMS]
    speakers = {
        key: actions.save_speaker(
            event=event,
            details=SpeakerDetails(name, title, organisation, text=text, may_be_named=named),
            by=None,
            at=at,
        )
        for key, name, title, organisation, text, named in SPEAKERS
    }
    sessions = []
    for hour, minutes, title, kind, room, seats, keys, abstract in SESSIONS:
        begins = starts + dt.timedelta(hours=hour - 9)
        details = SessionDetails(
            title=title,
            kind=kind,
            starts_at=begins,
            ends_at=begins + dt.timedelta(minutes=minutes),
            room=rooms[room],
            capacity=seats,
            speakers=tuple(speakers[key] for key in keys),
            abstract=abstract,
        )
        sessions.append(actions.save_session(event=event, details=details, by=None, at=at))
    practice = next(one for one in sessions if one.capacity == 3)
    here = [one for one in _guests(event, at) if not one.is_online]
    for one in here[:3]:  # all of its seats
        actions.choose_session(registration=one, session=practice, by=None, at=at)


def _meeting_point(programme: Any, at: dt.datetime) -> None:
    """Held twelve days ago; six answered without names, and three decisions came of it."""
    starts = _moment(at, -12, 15)
    planned = starts - dt.timedelta(days=14)
    event = _event(
        programme,
        MEETING,
        EventDetails(
            title="Mødested: hvad skal være lettere?",
            kind=EventKind.MEETING_POINT,
            tags=(Tag.EVALUATION, Tag.COOPERATION),
            starts_at=starts,
            ends_at=starts + dt.timedelta(hours=2),
            language="da",
            place_name="Dokken",
            city="Aarhus",
            country="DK",
        ),
        planned,
    )
    details = InputDetails(
        title="Hvad skal være lettere?",
        opens_at=starts,
        closes_at=starts + dt.timedelta(days=5),
        questions=QUESTIONS,
        audience=InputAudience.BOTH,
        intro="To spørgsmål. Svarene bliver til beslutninger.",
    )
    form = actions.save_input_form(event=event, details=details, by=None, at=planned)
    first, second = queries.input_questions(form)
    for one, (choice, text) in zip(_guests(event, planned), ANSWERS, strict=True):
        said = {first.pk: choice, second.pk: text}
        actions.give_input(form=form, answers=said, registration=one, by=None, at=starts)
    actions.hold_event(event=event, by=None, at=event.ends_at)
    partner = organisations_of(programme.pk).order_by("pk").first()
    for days, text, person, state in DECISIONS:
        decision = DecisionDetails(
            text=text,
            due_date=at.date() + dt.timedelta(days=days),
            organisation=partner,
            person=person if partner else person or "Sekretariatet",
            state=state,
            question=first,
        )
        actions.save_decision(event=event, details=decision, by=None, at=event.ends_at)


def _event(programme: Any, code: str, details: EventDetails, at: dt.datetime) -> Any:
    event = actions.add_event(programme=programme, details=details, code=code, by=None, at=at)
    return actions.open_event(event=event, by=None, at=at)


def _guests(event: Any, at: dt.datetime) -> list[Any]:
    found = []
    for name, way, photos in GUESTS:
        address = f"{name.split(maxsplit=1)[0].lower()}@demo.example"
        way_here = way if way in event.ways else None
        entry = Entry(name, address, side=Side.STUDENT, language="da", photos=photos, way=way_here)
        found.append(actions.register(event=event, entry=entry, by=None, at=at))
    return found


def _moment(at: dt.datetime, days: int, hour: int) -> dt.datetime:
    day = at.astimezone(ZONE) + dt.timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
