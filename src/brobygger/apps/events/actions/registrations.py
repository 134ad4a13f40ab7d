"""
Somebody registers, gets a seat, waits for one, is offered one, cancels.

Every action here locks the event's row first: two hundred who register in the same second stand in one queue.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as filled
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.actions.locking import (
    groups_of,
    locked,
    offer_free_seats,
    offer_seats_of,
    seats_of,
)
from brobygger.apps.events.actions.session_offers import end_session_offers, give_back_sessions
from brobygger.apps.events.enums import (
    HOLDS_SEAT,
    MAY_BECOME,
    STANDS,
    EventState,
    PhotoAnswer,
    QuestionKind,
    RegistrationState,
    SeatState,
    Side,
    Way,
)
from brobygger.apps.events.models import CheckIn, Event, EventQuestion, InputForm, Registration, SessionSeat
from brobygger.apps.organisations.enums import OrganisationState

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation
    from brobygger.apps.people.models import Candidate

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: none is taken for another one when typed
CODE_LENGTH: Final = 8
KEY_BYTES: Final = 24
LONGEST_ANSWER: Final = 2000


class NotOpen(Exception):
    """Nobody can register for the event, or no more. The message says why."""


class NeedsLogIn(Exception):
    """Only those who log in can register for the event."""


class ImpossibleStep(Exception):
    """Where the registration stands, this cannot be done. The message says where it stands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    What somebody who registers says.

    Args:
        language: that the mails are written in; empty: the installation's.
        field: the broad field of ISCED-F 2013, two digits; empty: not said.
        country: two letters; empty: not said.
        answers: by the number of the question.
        way: in the room or online; None: the first that the event offers.
    """

    name: str
    email: str
    side: Side = Side.STUDENT
    language: str = ""
    field: str = ""
    country: str = ""
    answers: Mapping[int, str | bool] = filled(default_factory=dict)
    photos: PhotoAnswer = PhotoAnswer.NOT_ASKED
    way: Way | None = None


@transaction.atomic
def register(
    *,
    event: Event,
    entry: Entry,
    candidate: Candidate | None = None,
    organisation: Organisation | None = None,
    by: User | None,
    at: dt.datetime,
) -> Registration:
    """
    Register somebody for an event: with a seat, on the waiting list, or to be approved. Whoever registers twice is
    registered once, and nothing changes. Somebody whose registration came to nothing stands at the end of the queue.

    Raises:
        NotOpen: it is a draft, cancelled, over, or closed for registrations, or the organisation is suspended.
        NeedsLogIn: the event wants a log-in, and there is none.
        PermissionDenied: `by` may not register.
        ValidationError: an answer is missing or cannot be; the message says which.
    """
    check_may(by, "events.register", event)
    email = entry.email.strip().lower()
    validate_email(email)
    if not entry.name.strip():
        raise ValidationError({"name": _("Please give your name.")})
    with all_rows():  # seats are counted over everybody's registrations
        event = locked(event)
        if not event.is_open_for_registration(at):
            raise NotOpen(_("Registration for this event is not open."))
        if organisation is not None and organisation.state == OrganisationState.SUSPENDED:
            raise NotOpen(_("%(name)s is suspended and cannot take part.") % {"name": organisation})
        if event.needs_log_in and by is None:
            raise NeedsLogIn(_("Please log in to register for this event."))
        known = _known(event, email, by)
        if known is not None and known.state in STANDS:
            return known
        registration = known or Registration(event=event, code=new_code(), key=new_key())
        _whose(registration, candidate, organisation, by)
        _fill(registration, entry, email, at)
        registration.way = _offered_way(event, entry.way)
        registration.answers = checked_answers(event, entry.answers)
        registration.number = last_number(event) + 1
        registration.state = _first_state(event, registration, by, at)
        registration.save()
        mail.tell_where_it_stands(registration, by=by, at=at)
    changes = {"event": event.pk, "state": registration.state, "number": registration.number}
    record(action="events.register", subject=registration, by=by, at=at, changes=changes)
    return registration


@transaction.atomic
def take_seat(*, registration: Registration, by: User | None, at: dt.datetime) -> Registration:
    """
    Take the seat that is offered. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is neither who registered nor decides who comes.
        ImpossibleStep: none is offered, or no more.
    """
    check_whose(registration, by)
    with all_rows():  # seats are counted over everybody's registrations
        event, registration = both_locked(registration)
        if registration.state == RegistrationState.CONFIRMED:
            return registration
        is_offered = registration.state == RegistrationState.OFFERED
        if not is_offered or registration.offered_until is None or registration.offered_until <= at:
            raise ImpossibleStep(_("No seat is offered to you at the moment, or the offer has ended."))
        _move(registration, RegistrationState.CONFIRMED, at)
        mail.tell_where_it_stands(registration, by=by, at=at)
    changes = {"event": event.pk}
    record(action="events.take_seat", subject=registration, by=by, at=at, changes=changes)
    return registration


@transaction.atomic
def cancel_registration(*, registration: Registration, by: User | None, at: dt.datetime) -> Registration:
    """
    Take a registration back; a seat that it had is offered to the first on the list. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is neither who registered nor decides who comes.
        ImpossibleStep: the event has begun.
    """
    check_whose(registration, by)
    with all_rows():  # the seat goes to somebody else
        event, registration = both_locked(registration)
        if registration.state == RegistrationState.CANCELLED:
            return registration
        if at >= event.starts_at:
            raise ImpossibleStep(_("The event has begun already."))
        before = registration.state
        _move(registration, RegistrationState.CANCELLED, at)
        give_back_sessions(registration=registration, by=by, at=at)
        mail.tell_of_cancelled_registration(registration, by=by, at=at)
        changes = {"event": event.pk, "state": [before, registration.state]}
        record(action="events.cancel_registration", subject=registration, by=by, at=at, changes=changes)
        offer_free_seats(event=event, by=by, at=at)
    return registration


@transaction.atomic
def approve_registration(*, registration: Registration, by: User, at: dt.datetime) -> Registration:
    """
    Say yes to a registration: it gets a seat, or its place on the waiting list.

    Raises:
        PermissionDenied: `by` may not decide.
        ImpossibleStep: it does not wait for approval.
    """
    return _decide(registration, is_yes=True, by=by, at=at)


@transaction.atomic
def decline_registration(*, registration: Registration, by: User, at: dt.datetime) -> Registration:
    """
    Say no to a registration, as a named person.

    Raises:
        PermissionDenied: `by` may not decide.
        ImpossibleStep: it does not wait for approval.
    """
    return _decide(registration, is_yes=False, by=by, at=at)


def pass_on_offers(*, by: User | None, at: dt.datetime) -> int:
    """
    Offer seats of events and in their sessions that were not taken in time to the next ones; how many offers had ended.
    May be repeated and stopped at any moment: each event is a transaction of its own.
    """
    with all_rows():  # offers of everybody
        over = Registration.objects.filter(state=RegistrationState.OFFERED, offered_until__lte=at)
        in_sessions = SessionSeat.objects.filter(state=SeatState.OFFERED, offered_until__lte=at)
        ended = Q(pk__in=over.order_by().values("event")) | Q(
            pk__in=in_sessions.order_by().values("session__event")
        )
        events = list(Event.objects.filter(ended).order_by("pk"))
        return sum(_pass_on(event, by, at) for event in events)


@transaction.atomic
def change_way(*, registration: Registration, way: Way, by: User | None, at: dt.datetime) -> Registration:
    """
    Take part in another way: online instead of in the room, or the other way round. Who has a seat changes it for one
    of the other way, or keeps it; who waits gets a seat of the other way, or waits for it then. Seats in sessions are those of the room: who
    goes online gives them back. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is neither who registered nor decides who comes.
        ImpossibleStep: the event does not offer this way, is over, or has no seat left for it.
    """
    check_whose(registration, by)
    with all_rows():  # seats are counted over everybody's registrations
        event, registration = both_locked(registration)
        if registration.way == way:
            return registration
        if way not in event.ways:
            raise ImpossibleStep(_("This event is not held in this way."))
        has_come = CheckIn.objects.filter(registration=registration).exists()
        if (
            at >= event.ends_at
            or event.state != EventState.OPEN
            or registration.state not in STANDS
            or has_come
        ):
            raise ImpossibleStep(_("How you take part cannot be changed any more."))
        if registration.state != RegistrationState.ASKED:
            seats = seats_of(event, way)
            offer_seats_of(event=event, way=way, seats=seats, by=by, at=at)  # who waits for it goes first
            is_free = seats.may_take(groups_of(registration))
            if registration.state in HOLDS_SEAT and not is_free:
                raise ImpossibleStep(_("All seats of this kind are taken. You keep the one you have."))
            if registration.state == RegistrationState.WAITING and is_free:
                _move(registration, RegistrationState.CONFIRMED, at)
        before, registration.way, registration.changed_at = registration.way, way, at
        registration.save(update_fields=["way", "changed_at"])
        if way == Way.ONLINE:
            give_back_sessions(registration=registration, by=by, at=at)
        mail.tell_where_it_stands(registration, by=by, at=at)
        changes = {"event": event.pk, "way": [before, way]}
        record(action="events.change_way", subject=registration, by=by, at=at, changes=changes)
        offer_free_seats(event=event, by=by, at=at)
    return registration


@transaction.atomic
def say_photos(
    *, registration: Registration, photos: PhotoAnswer, by: User | None, at: dt.datetime
) -> Registration:
    """
    Say whether photos of oneself may be taken and used. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is neither who registered nor decides who comes.
    """
    check_whose(registration, by)
    with all_rows():  # without a log-in the key of the own page was the permission
        event, registration = both_locked(registration)
        if registration.photos == photos:
            return registration
        before, registration.photos, registration.changed_at = registration.photos, photos, at
        registration.save(update_fields=["photos", "changed_at"])
    changes = {"event": event.pk, "photos": [before, photos]}
    record(action="events.say_photos", subject=registration, by=by, at=at, changes=changes)
    return registration


@transaction.atomic
def send_ticket_again(*, registration: Registration, by: User | None, at: dt.datetime) -> None:
    """Write once more to somebody where the registration stands: the first mail was lost, perhaps."""
    with all_rows():  # a visitor asks
        mail.tell_where_it_stands(registration, by=by, at=at)
    changes = {"event": registration.event_id}
    record(action="events.send_ticket_again", subject=registration, by=by, at=at, changes=changes)


def checked_answers(
    event: Event, answers: Mapping[int, str | bool], form: InputForm | None = None
) -> dict[str, Any]:
    """
    The answers to an event's questions, as they are kept.

    Args:
        form: whose questions; None: those of the registration.

    Raises:
        ValidationError: one is missing, or is none of those to choose from; by “question-<number>”.
    """
    kept: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for question in EventQuestion._base_manager.filter(event=event, form=form):
        answer = answers.get(question.pk)
        if question.kind == QuestionKind.YES_NO:
            answer = answer if isinstance(answer, bool) else None
        elif isinstance(answer, str):
            answer = answer.replace("\x00", " ").strip()[:LONGEST_ANSWER] or None
        else:
            answer = None
        if answer is None:
            if question.is_required:
                wrong[f"question-{question.pk}"] = _("Please answer this.")
        elif question.kind == QuestionKind.ONE_OF and answer not in question.choices:
            wrong[f"question-{question.pk}"] = _("Please choose one of the answers.")
        else:
            kept[str(question.pk)] = answer
    if wrong:
        raise ValidationError(wrong)
    return kept


def new_code() -> str:
    """What the door reads, and what can be typed there."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_key() -> str:
    """What makes the address of somebody's own page."""
    return secrets.token_urlsafe(KEY_BYTES)


def last_number(event: Event) -> int:
    """The end of the queue of a locked event."""
    found = Registration._base_manager.filter(event=event).aggregate(last=Max("number"))
    return found["last"] or 0


def check_whose(registration: Registration, by: User | None) -> None:
    """Without a log-in the key of the own page or a link in a mail was the permission."""
    if by is not None and registration.user_id != by.pk:
        check_may(by, "events.decide_registration", registration.event)


def _known(event: Event, email: str, by: User | None) -> Registration | None:
    """The registration of this address; of somebody logged in, one that stands under any address."""
    rows = Registration._base_manager.filter(event=event).select_related("event", "user")
    if by is not None:
        own = rows.filter(Q(user=by) & Q(state__in=STANDS)).first()
        if own is not None:
            return own
    return rows.filter(email=email).first()


def _whose(
    registration: Registration,
    candidate: Candidate | None,
    organisation: Organisation | None,
    by: User | None,
) -> None:
    """
    Raises:
        PermissionDenied: `by` registers another candidate, and may not decide who comes.
    """
    if by is not None and candidate is not None and candidate.user_id != by.pk:
        check_may(by, "events.decide_registration", registration.event)
    registration.user = candidate.user if candidate else by
    registration.candidate, registration.organisation = candidate, organisation


def _fill(registration: Registration, entry: Entry, email: str, at: dt.datetime) -> None:
    registration.name, registration.email = " ".join(entry.name.split())[:200], email
    registration.language = entry.language
    registration.side, registration.field, registration.country = entry.side, entry.field, entry.country
    registration.photos = entry.photos
    registration.registered_at = registration.changed_at = at
    registration.offered_until = registration.decided_at = registration.decided_by = None
    registration.decided_by_name = ""


def _offered_way(event: Event, way: Way | None) -> Way:
    """
    Raises:
        ValidationError: the event is not held in this way.
    """
    if way is None:
        return event.ways[0]
    if way not in event.ways:
        raise ValidationError({"way": _("This event is not held in this way.")})
    return way


def _first_state(
    event: Event, registration: Registration, by: User | None, at: dt.datetime
) -> RegistrationState:
    if event.needs_approval:
        return RegistrationState.ASKED
    return _seat_or_queue(event, registration, by, at)


def _seat_or_queue(
    event: Event, registration: Registration, by: User | None, at: dt.datetime
) -> RegistrationState:
    """Who stands in the queue already goes first."""
    seats = seats_of(event, registration.way)
    offer_seats_of(event=event, way=registration.way, seats=seats, by=by, at=at)
    has_seat = seats.may_take(groups_of(registration))
    return RegistrationState.CONFIRMED if has_seat else RegistrationState.WAITING


def both_locked(registration: Registration) -> tuple[Event, Registration]:
    """The event first, then what it holds: everybody locks in this order."""
    event = locked(registration.event)
    found = Registration._base_manager.select_related("user").get(pk=registration.pk)
    found.event = event
    return event, found


def _move(registration: Registration, state: RegistrationState, at: dt.datetime) -> None:
    before = RegistrationState(registration.state)
    if state not in MAY_BECOME[before]:
        raise ImpossibleStep(
            _("This cannot be done: the registration stands at “%(state)s”.") % {"state": before.label}
        )
    registration.state, registration.changed_at = state, at
    if state != RegistrationState.OFFERED:
        registration.offered_until = None
    registration.save()


def _decide(registration: Registration, *, is_yes: bool, by: User, at: dt.datetime) -> Registration:
    check_may(by, "events.decide_registration", registration.event)
    if by is None:
        raise PermissionDenied("A person decides.")
    with all_rows():  # seats are counted over everybody's registrations
        event, registration = both_locked(registration)
        if registration.state != RegistrationState.ASKED:
            raise ImpossibleStep(_("Somebody has decided this registration already."))
        registration.decided_at, registration.decided_by = at, by
        registration.decided_by_name = by.get_full_name() or by.get_username()
        if is_yes:
            _move(registration, _seat_or_queue(event, registration, by, at), at)
            mail.tell_where_it_stands(registration, by=by, at=at)
        else:
            _move(registration, RegistrationState.DECLINED, at)
            mail.tell_of_no(registration, by=by, at=at)
    action = "events.approve_registration" if is_yes else "events.decline_registration"
    changes = {"event": event.pk, "state": registration.state}
    record(action=action, subject=registration, by=by, at=at, changes=changes)
    return registration


@transaction.atomic
def _pass_on(event: Event, by: User | None, at: dt.datetime) -> int:
    event = locked(event)
    over = Registration._base_manager.select_related("event", "user").filter(
        event=event, state=RegistrationState.OFFERED, offered_until__lte=at
    )
    ended = list(over.order_by("number"))
    for one in ended:
        _move(one, RegistrationState.LAPSED, at)
        mail.tell_of_lapse(one, by=by, at=at)
        record(action="events.end_offer", subject=one, by=by, at=at, changes={"event": event.pk})
    offer_free_seats(event=event, by=by, at=at)
    return len(ended) + end_session_offers(event=event, by=by, at=at)
