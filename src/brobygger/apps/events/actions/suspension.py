"""
A company is suspended: it leaves the evenings and events that lie ahead, like one that withdraws by itself.

Timetables are repaired and the candidates told of their talks; seats go to those who wait for them.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.actions.evening_mail import tell_of_pause
from brobygger.apps.events.actions.evenings import withdraw_company
from brobygger.apps.events.actions.participation import withdraw_participation
from brobygger.apps.events.actions.registrations import cancel_registration
from brobygger.apps.events.actions.repairs import PlannedRepair, plan_repair, repair_timetable
from brobygger.apps.events.actions.timetables import CannotPlan
from brobygger.apps.events.enums import STANDS, EventState
from brobygger.apps.events.models import (
    Appointment,
    DatingCompany,
    DatingEvening,
    DatingLead,
    Event,
    Participation,
    Registration,
)
from brobygger.apps.organisations.actions.suspension import Item, Part, takes_part
from brobygger.apps.organisations.enums import WhenSuspended

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation

AHEAD = (EventState.DRAFT, EventState.OPEN)


def _evenings(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[DatingCompany]:
    found = DatingCompany.objects.filter(
        organisation=organisation,
        withdrawn_at=None,
        evening__event__state__in=AHEAD,
        evening__event__ends_at__gt=at,
    ).order_by("evening")
    if is_locked:
        evenings = DatingEvening.objects.filter(pk__in=found.order_by().values("evening")).order_by("pk")
        list(evenings.select_for_update().values_list("pk"))
    return list(found.select_related("evening__event__programme"))


def _evening(one: DatingCompany) -> Item:
    event = one.evening.event
    is_left = one.withdrawn_at is not None and _talks(one).exists()
    note = _("Its talks are still in the timetable: repair that by hand.") if is_left else ""
    return Item(one.evening_id, event.title, localdate(event.starts_at), note)


def _leave(one: DatingCompany, by: User, at: dt.datetime) -> None:
    withdraw_company(company=one, by=by, at=at)
    if not _talks(one).exists():
        return
    try:
        with transaction.atomic():
            repair_timetable(evening=one.evening, by=by, at=at)
    except CannotPlan:  # no reason to let the company stay: `_evening` says what is left to do
        return


def repairs_without(*, organisation: Organisation, by: User, at: dt.datetime) -> dict[int, PlannedRepair]:
    """
    What the suspension of a company would make of published timetables, by the number of the evening. Nothing is kept.

    Those that cannot be repaired, or that `by` does not plan, are left out.
    """
    found = {}
    with all_rows():  # as the suspension itself
        for one in _evenings(organisation, at, is_locked=False):
            if _talks(one).exists() and by.has_perm("events.plan_evening", one.evening):
                try:
                    found[one.evening_id] = plan_repair(evening=one.evening, without=one, by=by, at=at)
                except CannotPlan:
                    continue
    return found


def _talks(one: DatingCompany) -> QuerySet[Appointment]:
    return Appointment.objects.filter(
        company=one, version__published_at__isnull=False, version__superseded_at=None
    )


def _registrations(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Registration]:
    found = Registration.objects.filter(
        organisation=organisation, state__in=STANDS, event__state__in=AHEAD, event__starts_at__gt=at
    ).order_by("event", "number")
    if is_locked:
        events = Event.objects.filter(pk__in=found.order_by().values("event")).order_by("pk")
        list(events.select_for_update().values_list("pk"))
    return list(found.select_related("event"))


def _registration(one: Registration) -> Item:
    return Item(one.event_id, one.event.title, localdate(one.event.starts_at))


def _cancel(one: Registration, by: User, at: dt.datetime) -> None:
    cancel_registration(registration=one, by=by, at=at)


def _participations(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Participation]:
    found = Participation.objects.standing().filter(
        Q(organisation=organisation) | Q(representative=organisation),
        event__state__in=AHEAD,
        event__ends_at__gt=at,
    )
    return list(found.select_related("event").order_by("event", "pk"))


def _own(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Participation]:
    found = _participations(organisation, at, is_locked)
    return [one for one in found if one.organisation_id == organisation.pk]


def _represented(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Participation]:
    found = _participations(organisation, at, is_locked)
    return [one for one in found if one.organisation_id != organisation.pk]


def _participation(one: Participation) -> Item:
    return Item(one.event_id, one.event.title, localdate(one.event.starts_at))


def _withdraw(one: Participation, by: User, at: dt.datetime) -> None:
    withdraw_participation(participation=one, by=by, at=at)


def _leads(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[DatingLead]:
    found = DatingLead.objects.owed().filter(company__organisation=organisation)
    return list(
        found.select_related(
            "company__organisation",
            "student__candidate__user",
            "student__candidate__identity",
            "student__evening__event",
        ).order_by("pk")
    )


def _lead(one: DatingLead) -> Item:
    event = one.student.evening.event
    return Item(one.student.evening_id, event.title, localdate(event.starts_at))


def _tell(one: DatingLead, by: User, at: dt.datetime) -> None:
    tell_of_pause(one, by=by, at=at)


def _partnered(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Event]:
    found = Event.objects.filter(partners=organisation, state__in=AHEAD, ends_at__gt=at)
    return list(found.order_by("starts_at", "pk"))


def _event(one: Event) -> Item:
    return Item(one.pk, one.title, localdate(one.starts_at))


for _part in (
    Part(
        "events.evening",
        gettext_lazy("Company Dating evenings"),
        WhenSuspended.ENDS,
        DatingCompany,
        _evenings,
        _evening,
        _leave,
        ("evening__event",),
    ),
    Part(
        "events.registration",
        gettext_lazy("Registrations for events"),
        WhenSuspended.ENDS,
        Registration,
        _registrations,
        _registration,
        _cancel,
        ("event",),
    ),
    Part(
        "events.participation",
        gettext_lazy("Events that it is named at"),
        WhenSuspended.ENDS,
        Participation,
        _own,
        _participation,
        _withdraw,
        ("event",),
    ),
    Part(
        "events.lead",
        gettext_lazy("Talks after which a candidate waits for a message"),
        WhenSuspended.TOLD,
        DatingLead,
        _leads,
        _lead,
        _tell,
        ("student__evening__event",),
    ),
    Part(
        "events.representation",
        gettext_lazy("Events at which it represents another organisation"),
        WhenSuspended.STAYS,
        Participation,
        _represented,
        _participation,
    ),
    Part(
        "events.partner",
        gettext_lazy("Events that are held together with it"),
        WhenSuspended.STAYS,
        Event,
        _partnered,
        _event,
    ),
):
    takes_part(_part)
