"""How one tells whose an event is; who may do what with it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.events.enums import EventState
from brobygger.apps.organisations.rules import speaks_for, writes_for
from brobygger.apps.programmes.rules import is_partner_of, leads

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import DatingCompany, DatingEvening, DatingStudent, Event


def is_announced(user: User, event: Event) -> bool:
    return event.state != EventState.DRAFT


def is_of_partners_programme(user: User, event: Event) -> bool:
    return is_partner_of(user, event.programme)


def is_of_led_programme(user: User, event: Event) -> bool:
    return leads(user, event.programme)


tell(Thing.EVENT, Extent.OPEN, is_announced)
tell(Thing.EVENT, Extent.PROGRAMMES, is_of_partners_programme)
tell(Thing.EVENT, Extent.LED, is_of_led_programme)


# --- the Company Dating evening ---


def is_evening_announced(user: User, evening: DatingEvening) -> bool:
    return evening.event.state == EventState.OPEN


def is_evening_of_led_programme(user: User, evening: DatingEvening) -> bool:
    return leads(user, evening.event.programme)


def is_company_of_own_organisation(user: User, company: DatingCompany) -> bool:
    return speaks_for(user, company.organisation)


def is_company_written_for(user: User, company: DatingCompany) -> bool:
    return writes_for(user, company.organisation)


def is_oneself(user: User, student: DatingStudent) -> bool:
    return student.candidate.user_id is not None and student.candidate.user_id == user.pk


tell(Thing.EVENING, Extent.OPEN, is_evening_announced)
tell(Thing.EVENING, Extent.LED, is_evening_of_led_programme)
tell(Thing.DATING_COMPANY, Extent.OWN, is_company_of_own_organisation)
tell(Thing.DATING_COMPANY, Extent.WRITTEN, is_company_written_for)
tell(Thing.DATING_STUDENT, Extent.OWN, is_oneself)
