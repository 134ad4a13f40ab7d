"""What the demo tells of mails to many, agents and the brochure: invented, and once; what is there is left alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from brobygger.apps.base.enums import LegalBasis, MailTopic
from brobygger.apps.matching.actions import renew_brochure
from brobygger.apps.outreach.actions import (
    CampaignDetails,
    Step,
    answer_booking,
    book_ambassador,
    count_visit,
    import_students,
    join_list,
    save_agent,
    save_campaign,
    save_sequence,
    settle_campaigns,
    start_campaign,
    tell_pupils,
    write_campaign_mails,
)
from brobygger.apps.outreach.enums import AgentKind, Anchor, SchoolLevel, Track
from brobygger.apps.outreach.queries import Segment, agents, booking_by_id, students
from brobygger.data.tables import StudentRow

STUDENTS = 48
LANGUAGES = ("en", "da", "en", "sv", "en", "nb")
FIELDS = ("0714", "0613", "0715", "0713", "0541", "0731")
WELCOME = {
    "en": (
        "Welcome to your studies",
        "Hello {name},\n\nwelcome! On 2 September you meet us, and people from companies nearby.",
    ),
    "da": (
        "Velkommen til studiet",
        "Hej {name}\n\nVelkommen! Den 2. september møder du os og folk fra virksomheder i nærheden.",
    ),
}
COURSE = {
    "en": (
        "How the labour market works here",
        "Hello {name},\n\nin the spring we tell how one finds a student job, and what is asked at an interview.",
    ),
}
SERIES = (
    (0, "A place is yours", "Hello {name},\n\ncongratulations. Here is what to do before you come."),
    (14, "Finding a room, a bank and a doctor", "Hello {name},\n\nthree things that are best done early."),
    (30, "How people talk here", "Hello {name},\n\nabout coffee, first names, and saying no."),
)
PEOPLE = (
    (AgentKind.CAREER_AGENT, "Inês", "Tells students at the engineering school about events.", 64, 3),
    (AgentKind.CAREER_AGENT, "Wiktor", "Tells students of computing about events.", 31, 1),
    (AgentKind.AMBASSADOR, "Signe", "Builds robots that sort waste, and shows one.", 18, 0),
)


def tell_outreach(programme: Any, user: Any, at: dt.datetime) -> None:
    """
    A list of students, a mail that was sent, a draft, a series, three agents with numbers, and the brochure.

    Args:
        user: the demo's ambassador.
    """
    renew_brochure(by=None, at=at)
    if agents().exists() or students().exists():
        return
    rows = [
        StudentRow(
            email=f"student{number:02}@students.demo.example",
            name=f"Student {number:02}",
            language=LANGUAGES[number % len(LANGUAGES)],
            intake="2026-autumn",
            level="master" if number % 3 else "bachelor",
            field=FIELDS[number % len(FIELDS)],
            country="DK",
            admitted_on=at.date() - dt.timedelta(days=number % 20),
        )
        for number in range(STUDENTS)
    ]
    import_students(
        rows=rows,
        programme=programme,
        basis=LegalBasis.PUBLIC_TASK,
        source="the admission office's list of the autumn intake",
        by=None,
        at=at - dt.timedelta(days=30),
    )
    _campaigns(programme, at)
    _agents(programme, user, at)


def _campaigns(programme: Any, at: dt.datetime) -> None:
    common: dict[str, Any] = {
        "programme_id": programme.pk,
        "topic": MailTopic.STUDIES,
        "basis": LegalBasis.PUBLIC_TASK,
        "segment": Segment(intakes=("2026-autumn",)),
    }
    sent_at = at - dt.timedelta(days=3)
    welcome = save_campaign(
        details=CampaignDetails("Welcome, autumn intake", texts=WELCOME, **common), by=None, at=sent_at
    )
    start_campaign(campaign=welcome, by=None, at=sent_at)
    write_campaign_mails(by=None, at=sent_at)
    settle_campaigns(by=None, at=sent_at)
    save_campaign(
        details=CampaignDetails("The labour market, spring course", texts=COURSE, **common), by=None, at=at
    )
    save_sequence(
        programme=programme,
        name="From admission to start",
        track=Track.WELCOME,
        intake="2026-autumn",
        anchor=Anchor.ADMISSION,
        basis=LegalBasis.PUBLIC_TASK,
        steps=[Step(day, subject, {"en": (subject, text)}) for day, subject, text in SERIES],
        by=None,
        at=at,
    )


def _agents(programme: Any, user: Any, at: dt.datetime) -> None:
    for kind, name, about, visits, sign_ups in PEOPLE:
        is_ambassador = kind is AgentKind.AMBASSADOR
        agent = save_agent(
            programme=programme,
            kind=kind,
            name=name,
            about=about,
            user=user if is_ambassador else None,
            code=f"demo-{name.encode('ascii', 'ignore').decode().lower()}",
            by=None,
            at=at - dt.timedelta(days=60),
        )
        for number in range(visits):
            count_visit(agent=agent, by=None, at=at - dt.timedelta(days=number % 20))
        for number in range(sign_ups):
            join_list(
                agent_id=agent.pk,
                address=f"joined-{agent.code}-{number}@students.demo.example",
                name="",
                language="en",
                by=None,
                at=at - dt.timedelta(days=number),
            )
        if is_ambassador:
            _visits(agent, at)


def _visits(agent: Any, at: dt.datetime) -> None:
    """One visit was held, one waits for an answer."""
    asked = at - dt.timedelta(days=20)
    for school, level, days in (
        ("Fjordbakkeskolen", SchoolLevel.LOWER_SECONDARY, -4),
        ("Erhvervsskolen Nordvang", SchoolLevel.VOCATIONAL, 12),
    ):
        booking = book_ambassador(
            agent=agent,
            school=school,
            level=level,
            contact_name="Lea Lærer",
            contact_email="lea@school.demo.example",
            wanted_on=at.date() + dt.timedelta(days=days),
            note="How a robot learns what it sees.",
            language="da",
            by=None,
            at=asked,
        )
        if days < 0:
            answer_booking(booking=booking, accept=True, by=None, at=asked + dt.timedelta(days=1))
            held = booking_by_id(booking.pk)
            assert held is not None
            tell_pupils(booking=held, girls=13, boys=11, others=2, by=None, at=at)
