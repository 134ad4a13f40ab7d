"""Visits: planned, written down with the language that is really needed, and the next step done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.enums import LanguageLevel, LanguageTask
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.actions.cooperations import reach_level
from brobygger.apps.outreach.enums import CallState, VisitState
from brobygger.apps.outreach.models import Call, Visit, VisitContact, VisitLanguage, VisitSlot, VisitWorry
from brobygger.apps.programmes.actions import add_members
from brobygger.apps.programmes.models import Programme
from brobygger.core.reading import Level
from brobygger.data.outreach import worries


@dataclass(frozen=True, slots=True)
class NeedAnswer:
    """
    What one task needs of a language, before and after the talk.

    Args:
        code: ISO 639-1.
        is_stated_said, is_real_said: somebody answered; without a level the task does not need the language.
    """

    code: str
    task: LanguageTask
    is_stated_said: bool = False
    stated_level: Level | None = None
    is_real_said: bool = False
    real_level: Level | None = None


@dataclass(frozen=True, slots=True)
class VisitNotes:
    """What is written down of a visit. A next step has a day and somebody who does it."""

    is_done: bool
    needs: str = ""
    worries: tuple[str, ...] = ()
    languages: tuple[NeedAnswer, ...] = ()
    next_step: str = ""
    next_owner: User | None = None
    next_due: dt.date | None = None
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""


@transaction.atomic
def add_visit(
    *,
    programme: Programme,
    organisation: Organisation,
    day: dt.date,
    visitor: User | None,
    by: User | None,
    at: dt.datetime,
) -> Visit:
    """
    Plan a visit to a company, or begin to write down one that was made. The company takes part in the programme.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: there is a visit to the company on that day.
    """
    check_may(by, "outreach.add_visit", programme)
    visit = Visit(
        programme=programme,
        organisation=organisation,
        visited_on=day,
        visitor=visitor,
        visitor_name=_name_of(visitor),
        written_at=at,
        written_by=by,
    )
    visit.full_clean()
    visit.save()
    VisitContact.objects.create(visit=visit)
    add_members(programme=programme, organisations=[organisation], by=by, at=at)
    changes = {"organisation": organisation.pk, "visited_on": day.isoformat()}
    record(action="outreach.add_visit", subject=visit, by=by, at=at, changes=changes)
    return visit


@transaction.atomic
def write_visit(*, visit: Visit, notes: VisitNotes, by: User | None, at: dt.datetime) -> Visit:
    """
    Write down what was said at a visit, in place of what stood there. Once it is done, the company was visited.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a worry that is not in the catalogue, a step without owner or day, a visit of tomorrow done.
    """
    check_may(by, "outreach.change_visit", visit)
    _check_notes(visit, notes, localdate(at))
    visit = Visit.objects.select_for_update().get(pk=visit.pk)
    step_changed = (visit.next_step, visit.next_due) != (notes.next_step.strip(), notes.next_due)
    visit.state = VisitState.DONE if notes.is_done else VisitState.PLANNED
    visit.needs, visit.next_step = notes.needs.strip(), notes.next_step.strip()
    visit.next_owner = notes.next_owner if visit.next_step else None
    visit.next_due = notes.next_due if visit.next_step else None
    if step_changed:
        visit.step_done_at = visit.step_done_by = None
    visit.written_at, visit.written_by = at, by
    visit.full_clean()
    visit.save()
    contact = VisitContact.objects.filter(visit=visit).first() or VisitContact(visit=visit)
    contact.name, contact.email, contact.phone = (
        notes.contact_name.strip(),
        notes.contact_email,
        notes.contact_phone,
    )
    contact.full_clean()
    contact.save()
    visit.worries.all().delete()
    VisitWorry.objects.bulk_create(
        VisitWorry(visit=visit, code=code) for code in dict.fromkeys(notes.worries)
    )
    visit.languages.all().delete()
    VisitLanguage.objects.bulk_create(_language(visit, one) for one in notes.languages)
    if notes.is_done:
        reach_level(
            programme=visit.programme,
            organisation=visit.organisation,
            level="visited",
            since=visit.visited_on,
            evidence=_("Visit of %(day)s") % {"day": visit.visited_on.isoformat()},
            visit=visit,
            by=by,
            at=at,
        )
    changes = {"state": visit.state, "worries": list(notes.worries), "languages": len(notes.languages)}
    record(action="outreach.write_visit", subject=visit, by=by, at=at, changes=changes)
    return visit


@transaction.atomic
def cancel_visit(*, visit: Visit, by: User | None, at: dt.datetime) -> Visit:
    """
    Cancel a visit that was not made; its time is free again. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: it was made.
    """
    check_may(by, "outreach.change_visit", visit)
    visit = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if visit.state == VisitState.CANCELLED:
        return visit
    if visit.state == VisitState.DONE:
        raise ValidationError(_("A visit that was made is not cancelled."))
    if visit.slot_id:
        slot = VisitSlot.objects.get(pk=visit.slot_id)
        Call.objects.filter(slot=slot).update(state=CallState.TO_CALL, changed_at=at)
        slot.call = None
        slot.save(update_fields=["call"])
    visit.state, visit.slot = VisitState.CANCELLED, None
    visit.save(update_fields=["state", "slot"])
    record(action="outreach.cancel_visit", subject=visit, by=by, at=at, changes={})
    return visit


@transaction.atomic
def finish_step(*, visit: Visit, by: User | None, at: dt.datetime) -> Visit:
    """
    Say that the next step of a visit is done. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "outreach.change_visit", visit)
    visit = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if visit.next_step and visit.step_done_at is None:
        visit.step_done_at, visit.step_done_by = at, by
        visit.save(update_fields=["step_done_at", "step_done_by"])
        record(action="outreach.finish_step", subject=visit, by=by, at=at, changes={})
    return visit


def _check_notes(visit: Visit, notes: VisitNotes, today: dt.date) -> None:
    known = {one.code for one in worries()}
    if unknown := sorted(set(notes.worries) - known):
        raise ValidationError({"worries": _("There is no worry “%(code)s”.") % {"code": unknown[0]}})
    if notes.is_done and visit.visited_on > today:
        raise ValidationError(_("This visit lies ahead: it cannot have been made."))
    if notes.next_step.strip() and (notes.next_due is None or notes.next_owner is None):
        raise ValidationError({"next_step": _("A next step needs somebody who does it, and a day.")})


def _language(visit: Visit, one: NeedAnswer) -> VisitLanguage:
    return VisitLanguage(
        visit=visit,
        code=one.code,
        task=one.task,
        is_stated_said=one.is_stated_said,
        stated_level=_level(one.is_stated_said, one.stated_level),
        is_real_said=one.is_real_said,
        real_level=_level(one.is_real_said, one.real_level),
    )


def _level(is_said: bool, level: Level | None) -> str:
    return LanguageLevel(level.value).value if is_said and level else ""


def _name_of(user: User | None) -> str:
    return "" if user is None else user.get_full_name() or user.get_username()
