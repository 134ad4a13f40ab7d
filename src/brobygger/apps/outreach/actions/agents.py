"""Agents and ambassadors: their links are opened, schools ask for them, and pupils are counted."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.actions import Address, record, send_message
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.actions.students import count_reach
from brobygger.apps.outreach.enums import BOOKING_TRANSITIONS, AgentKind, BookingState, SchoolLevel
from brobygger.apps.outreach.models import Agent, AmbassadorBooking

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.programmes.models import Programme

CODE_BYTES = 5
MOST_PUPILS = 2_000


class ImpossibleBooking(ValueError):
    """A school cannot book like this, or the visit cannot be told about like this; the text says why."""


@transaction.atomic
def save_agent(
    *,
    agent: Agent | None = None,
    programme: Programme,
    kind: AgentKind,
    name: str,
    about: str = "",
    user: User | None = None,
    is_active: bool = True,
    code: str = "",
    by: User | None,
    at: dt.datetime,
) -> Agent:
    """
    Save somebody who spreads the word, with a link of the own, or change one. A link never changes.

    Args:
        code: the end of a new link; empty: one that nobody guesses.

    Raises:
        PermissionDenied: `by` may not.
        ValueError: there is no name.
    """
    check_may(by, "outreach.change_agents")
    if not name.strip():
        raise ValueError(_("Give a name that others may read."))
    row = agent or Agent(code=code or secrets.token_hex(CODE_BYTES), since_at=at)
    row.programme, row.kind, row.name = programme, kind, name.strip()[:120]
    row.about, row.user, row.is_active = about.strip()[:300], user, is_active
    row.save()
    record(action="outreach.save_agent", subject=row, by=by, at=at, changes={"kind": kind.value})
    return row


@transaction.atomic
def count_visit(*, agent: Agent, by: User | None, at: dt.datetime) -> None:
    """Count that an agent's link was opened. Nothing is kept of who did; that is why there is no audit entry."""
    with all_rows():  # a visitor sees no numbers
        count_reach(agent, at, visits=1)


@transaction.atomic
def book_ambassador(
    *,
    agent: Agent,
    school: str,
    level: SchoolLevel,
    contact_name: str,
    contact_email: str,
    wanted_on: dt.date,
    note: str = "",
    language: str = "",
    by: User | None,
    at: dt.datetime,
) -> AmbassadorBooking:
    """
    Ask an ambassador to come to a school, and tell the ambassador.

    Raises:
        ImpossibleBooking: something is missing, the day has passed, or the ambassador takes no bookings.
    """
    if agent.kind != AgentKind.AMBASSADOR or not agent.is_active:
        raise ImpossibleBooking(_("This ambassador takes no bookings."))
    if not school.strip() or not contact_name.strip() or "@" not in contact_email:
        raise ImpossibleBooking(_("Give the school, your name and your e-mail."))
    if wanted_on <= at.date():
        raise ImpossibleBooking(_("Choose a day that lies ahead."))
    with all_rows():  # schools are visitors
        row = AmbassadorBooking.objects.create(
            agent=agent,
            school=school.strip()[:200],
            level=level,
            contact_name=contact_name.strip()[:200],
            contact_email=contact_email.strip().lower()[:254],
            language=language,
            wanted_on=wanted_on,
            note=note.strip()[:500],
            asked_at=at,
        )
        if agent.user is not None:
            send_message(
                to=agent.user,
                topic=MailTopic.REMINDERS,
                template="ambassador_asked",
                context={"school": row.school, "day": row.wanted_on},
                by=by,
                at=at,
            )
    record(action="outreach.book_ambassador", subject=row, by=by, at=at, changes={"level": level.value})
    return row


@transaction.atomic
def answer_booking(
    *, booking: AmbassadorBooking, accept: bool, by: User | None, at: dt.datetime
) -> AmbassadorBooking:
    """
    Say yes or no to a school, which gets a mail.

    Raises:
        PermissionDenied: it is another ambassador's.
        ImpossibleBooking: it was answered already.
    """
    row = _moved(booking, BookingState.ACCEPTED if accept else BookingState.DECLINED, by)
    row.answered_at = at
    row.save(update_fields=["state", "answered_at"])
    send_message(
        to=Address(row.contact_email, row.language),
        topic=MailTopic.ACCOUNT,  # the answer to what was asked for
        template="ambassador_answer",
        context={"name": row.agent.name, "day": row.wanted_on, "accept": accept, "school": row.school},
        why=gettext_lazy("You get this mail because you asked an ambassador to come to your school."),
        by=by,
        at=at,
    )
    record(action="outreach.answer_booking", subject=row, by=by, at=at, changes={"accept": accept})
    return row


@transaction.atomic
def tell_pupils(
    *,
    booking: AmbassadorBooking,
    girls: int,
    boys: int,
    others: int = 0,
    by: User | None,
    at: dt.datetime,
) -> AmbassadorBooking:
    """
    Say how many pupils a visit reached: numbers, no names.

    Raises:
        PermissionDenied: it is another ambassador's.
        ImpossibleBooking: it was not accepted, lies ahead, or the numbers cannot be.
    """
    if min(girls, boys, others) < 0 or not 0 < girls + boys + others <= MOST_PUPILS:
        raise ImpossibleBooking(_("Between 1 and %(most)d pupils.") % {"most": MOST_PUPILS})
    if booking.wanted_on > at.date():
        raise ImpossibleBooking(_("The visit lies ahead."))
    row = _moved(booking, BookingState.HELD, by)
    row.girls, row.boys, row.others = girls, boys, others
    row.save(update_fields=["state", "girls", "boys", "others"])
    record(
        action="outreach.tell_pupils", subject=row, by=by, at=at, changes={"pupils": girls + boys + others}
    )
    return row


def _moved(booking: AmbassadorBooking, state: BookingState, by: User | None) -> AmbassadorBooking:
    row = AmbassadorBooking.objects.select_for_update().select_related("agent").get(pk=booking.pk)
    check_may(by, "outreach.answer_booking", row)
    if state not in BOOKING_TRANSITIONS[BookingState(row.state)]:
        raise ImpossibleBooking(
            _("This is not possible from “%(state)s”.") % {"state": row.get_state_display()}
        )
    row.state = state
    return row
