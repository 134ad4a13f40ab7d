"""The door: who came. What a phone noted without a network arrives later, perhaps twice, in any order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.actions.registrations import (
    ImpossibleStep,
    both_locked,
    last_number,
    new_code,
    new_key,
)
from brobygger.apps.events.enums import EventState, RegistrationState, Side, Way
from brobygger.apps.events.models import CheckIn, Participation, Registration

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Event

MOST_AT_ONCE: Final = 500
DOORS_OPEN: Final = dt.timedelta(minutes=30)
"""So long before the start one can be there online."""
EARLIEST: Final = dt.timedelta(hours=12)
"""A phone's clock may be wrong: moments further from the event than this, or after now, become the nearest that can be."""


@dataclass(frozen=True, slots=True)
class Seen:
    """
    What the phone at the door noted.

    Args:
        client_id: made on the phone, another one for each.
        registration: its number in the database.
        at: by the phone's clock.
    """

    client_id: UUID
    registration: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What became of it.

    Args:
        known: what the phone need not send again.
        unknown: registrations that are not of this event; these are dropped too.
    """

    known: tuple[UUID, ...]
    unknown: tuple[UUID, ...] = ()


@transaction.atomic
def check_in(*, event: Event, seen: Sequence[Seen], by: User | None, at: dt.datetime) -> Kept:
    """
    Keep who came. Each of a phone's ids and each registration is kept once, whatever the order of arrival; of two
    phones that saw the same person the earlier moment counts. Repeating it changes nothing.

    Whoever stands in the door without a seat is let in by the people there, not by the product: a check-in of somebody
    on the waiting list is kept, and gives the seat; who registered as online and comes all the same is in the room.
    For whom somebody comes takes part in the event, and comes itself.

    Raises:
        PermissionDenied: `by` may not keep this door.
        ValueError: more at once than are taken.
    """
    check_may(by, "events.keep_door", event)
    if len(seen) > MOST_AT_ONCE:
        raise ValueError(f"At most {MOST_AT_ONCE} at once, got {len(seen)}.")
    with all_rows():  # the permission was asked for
        event = locked(event)
        wanted = {one.registration for one in seen}
        rows = {one.pk: one for one in Registration.objects.filter(event=event, pk__in=wanted)}
        kept = {one.registration_id: one for one in CheckIn.objects.filter(registration__in=rows)}
        # an id that stands for another registration already was made up: it is not stored a second time
        ids = set(
            CheckIn.objects.filter(client_id__in=[one.client_id for one in seen]).values_list(
                "client_id", flat=True
            )
        )
        new = []
        for one in sorted(seen, key=lambda one: (one.at, one.client_id)):
            if one.registration not in rows:
                continue
            moment = min(max(one.at, event.starts_at - EARLIEST), at)
            before = kept.get(one.registration)
            if before is None and one.client_id not in ids:
                before = CheckIn.objects.create(
                    registration=rows[one.registration],
                    client_id=one.client_id,
                    checked_in_at=moment,
                    checked_in_by=by,
                    received_at=at,
                )
                kept[one.registration] = before
                ids.add(one.client_id)
                new.append(one.registration)
                _give_seat(rows[one.registration], at)
                _note_organisation(rows[one.registration], at)
            elif before is not None and moment < before.checked_in_at:
                before.checked_in_at = moment
                before.save(update_fields=["checked_in_at"])
    known = tuple(one.client_id for one in seen if one.registration in rows)
    unknown = tuple(one.client_id for one in seen if one.registration not in rows)
    if new:
        changes = {"registrations": sorted(new)}
        record(action="events.check_in", subject=event, by=by, at=at, changes=changes)
    return Kept(known, unknown)


@transaction.atomic
def attend_online(*, registration: Registration, by: User | None, at: dt.datetime) -> CheckIn:
    """
    Note that somebody takes part online: one taps it on the own page while the event goes on, or an organiser notes
    it, then or afterwards. It counts as a check-in does. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is neither who registered nor keeps the door.
        ImpossibleStep: the registration is not one for online with a seat, or it is too early or too late.
    """
    is_own = by is None or registration.user_id == by.pk
    if not is_own:
        check_may(by, "events.keep_door", registration.event)
    with all_rows():  # the permission was asked for
        event, registration = both_locked(registration)
        known = CheckIn.objects.filter(registration=registration).first()
        if known is not None:
            return known
        if registration.way != Way.ONLINE or registration.state != RegistrationState.CONFIRMED:
            raise ImpossibleStep(_("There is no seat online under this registration."))
        is_held = event.state in (EventState.OPEN, EventState.HELD)
        if not is_held or at < event.starts_at - DOORS_OPEN or (is_own and at > event.ends_at):
            raise ImpossibleStep(_("You can attend online from half an hour before the start to the end."))
        one = CheckIn.objects.create(
            registration=registration,
            client_id=uuid4(),
            checked_in_at=min(at, event.ends_at),
            checked_in_by=by,
            received_at=at,
        )
        _note_organisation(registration, at)
    changes = {"event": event.pk}
    record(action="events.attend_online", subject=registration, by=by, at=at, changes=changes)
    return one


@transaction.atomic
def undo_check_in(*, registration: Registration, by: User | None, at: dt.datetime) -> None:
    """
    Take a check-in back: the wrong name was tapped. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not keep this door.
    """
    check_may(by, "events.keep_door", registration.event)
    with all_rows():  # the permission was asked for
        count, _by_model = CheckIn.objects.filter(registration=registration).delete()
    if count:
        changes = {"event": registration.event_id}
        record(action="events.undo_check_in", subject=registration, by=by, at=at, changes=changes)


@transaction.atomic
def register_at_door(
    *,
    event: Event,
    client_id: UUID,
    name: str,
    email: str,
    seen_at: dt.datetime,
    side: Side = Side.GUEST,
    language: str = "",
    by: User | None,
    at: dt.datetime,
) -> Registration:
    """
    Somebody stands in the door who has not registered: they get a seat and are in. With an address that is known it is
    that registration. Repeating it changes nothing.

    Args:
        seen_at: by the phone's clock; it may have had no network.

    Raises:
        PermissionDenied: `by` may not keep this door.
        ValidationError: the name or the address cannot be.
    """
    check_may(by, "events.keep_door", event)
    email = email.strip().lower()
    validate_email(email)
    if not name.strip():
        raise ValidationError({"name": _("Please give a name.")})
    with all_rows():  # the permission was asked for
        event = locked(event)
        one = Registration.objects.filter(event=event, email=email).first()
        if one is None:
            one = Registration.objects.create(
                event=event,
                name=" ".join(name.split())[:200],
                email=email,
                side=side,
                language=language,
                number=last_number(event) + 1,
                code=new_code(),
                key=new_key(),
                state=RegistrationState.CONFIRMED,
                registered_at=at,
                changed_at=at,
            )
            changes = {"event": event.pk, "number": one.number}
            record(action="events.register_at_door", subject=one, by=by, at=at, changes=changes)
        check_in(event=event, seen=[Seen(client_id, one.pk, seen_at)], by=by, at=at)
    return one


def _note_organisation(registration: Registration, at: dt.datetime) -> None:
    """One that was to be represented and sends somebody comes itself."""
    if registration.organisation_id is not None:
        Participation.objects.update_or_create(
            event_id=registration.event_id,
            organisation_id=registration.organisation_id,
            defaults={"representative": None, "withdrawn_at": None},
            create_defaults={"noted_at": at},
        )


def _give_seat(registration: Registration, at: dt.datetime) -> None:
    if registration.state != RegistrationState.CONFIRMED or registration.is_online:
        registration.state, registration.offered_until, registration.changed_at = (
            RegistrationState.CONFIRMED,
            None,
            at,
        )
        registration.way = Way.PLACE
        registration.save(update_fields=["state", "way", "offered_until", "changed_at"])
