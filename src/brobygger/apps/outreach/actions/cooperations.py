"""How far a company has come with a programme: levels with evidence, what it knows, what it got to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.actions import set_engagement
from brobygger.apps.organisations.enums import Engagement
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.enums import Awareness
from brobygger.apps.outreach.models import Cooperation, LevelEntry, MaterialSent, OutreachPlan, Visit
from brobygger.apps.outreach.queries.ladder import levels_of
from brobygger.apps.programmes.actions import add_members
from brobygger.apps.programmes.models import Programme
from brobygger.data.outreach import CatalogueError, levels_from


@transaction.atomic
def note_level(
    *,
    programme: Programme,
    organisation: Organisation,
    level: str,
    since: dt.date,
    evidence: str,
    by: User | None,
    at: dt.datetime,
) -> Cooperation:
    """
    Say on which level of the ladder a company stands since when, and by what one sees it.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no evidence, a level that the programme does not have, a day that lies ahead or before the
            level that the company stands on now.
    """
    cooperation = _cooperation(programme, organisation, by, at)
    if level not in {one.code for one in levels_of(programme)}:
        raise ValidationError({"level": _("The programme has no such level.")})
    if not evidence.strip():
        raise ValidationError({"evidence": _("A level needs evidence: what happened?")})
    if since > localdate(at) or (cooperation.level_since and since < cooperation.level_since):
        raise ValidationError({"since": _("The day lies ahead, or before the level it stands on now.")})
    _enter(cooperation, level, since, evidence, by=by, at=at)
    return cooperation


@transaction.atomic
def reach_level(
    *,
    programme: Programme,
    organisation: Organisation,
    level: str,
    since: dt.date,
    evidence: str,
    visit: Visit | None = None,
    by: User | None,
    at: dt.datetime,
) -> Cooperation:
    """
    Let a company climb to a level that something proves; one that stands there or higher stays, and so does one of a
    programme without that level.

    Raises:
        PermissionDenied: `by` may not.
    """
    cooperation = _cooperation(programme, organisation, by, at)
    order = [one.code for one in levels_of(programme)]
    place = order.index(cooperation.level) if cooperation.level in order else -1
    if level in order and order.index(level) > place:
        start = max(since, cooperation.level_since or since)
        _enter(cooperation, level, start, evidence, visit=visit, by=by, at=at)
    return cooperation


@transaction.atomic
def set_awareness(
    *,
    programme: Programme,
    organisation: Organisation,
    awareness: Awareness,
    by: User | None,
    at: dt.datetime,
) -> Cooperation:
    """
    Say what a company knows of what students offer. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    cooperation = _cooperation(programme, organisation, by, at)
    before = cooperation.awareness
    if before != awareness:
        cooperation.awareness, cooperation.changed_at = awareness, at
        cooperation.save(update_fields=["awareness", "changed_at"])
        changes = {"awareness": [before, awareness]}
        record(action="outreach.set_awareness", subject=cooperation, by=by, at=at, changes=changes)
    return cooperation


@transaction.atomic
def note_material(
    *,
    programme: Programme,
    organisation: Organisation,
    what: str,
    sent_on: dt.date,
    by: User | None,
    at: dt.datetime,
) -> MaterialSent:
    """
    Note what a company got to read. One that nobody knew anything of has heard of it now.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: nothing was sent.
    """
    cooperation = _cooperation(programme, organisation, by, at)
    sent = MaterialSent(cooperation=cooperation, what=what.strip(), sent_on=sent_on, noted_at=at, noted_by=by)
    sent.full_clean()
    sent.save()
    if cooperation.awareness in (Awareness.UNKNOWN, Awareness.UNAWARE):
        cooperation.awareness, cooperation.changed_at = Awareness.HEARD, at
        cooperation.save(update_fields=["awareness", "changed_at"])
    record(action="outreach.note_material", subject=cooperation, by=by, at=at, changes={"material": sent.pk})
    return sent


@transaction.atomic
def set_start_up(
    *,
    programme: Programme,
    organisation: Organisation,
    is_start_up: bool,
    light_contract_date: dt.date | None,
    excludes_equity: bool,
    by: User | None,
    at: dt.datetime,
) -> Cooperation:
    """
    Say that a company is a start-up, and since when it has the light contract. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a light contract with pay in shares, or of a company that is no start-up.
    """
    cooperation = _cooperation(programme, organisation, by, at)
    columns = {
        "is_start_up": is_start_up,
        "light_contract_date": light_contract_date,
        "excludes_equity": excludes_equity,
    }
    before = {name: getattr(cooperation, name) for name in columns}
    if before == columns:
        return cooperation
    for name, value in columns.items():
        setattr(cooperation, name, value)
    cooperation.changed_at = at
    cooperation.full_clean()
    cooperation.save()
    changes = {
        name: [str(before[name]), str(value)] for name, value in columns.items() if before[name] != value
    }
    record(action="outreach.set_start_up", subject=cooperation, by=by, at=at, changes=changes)
    return cooperation


@transaction.atomic
def settle_plan(
    *,
    programme: Programme,
    levels: Sequence[Mapping[str, Any]],
    visit_target: int | None,
    by: User | None,
    at: dt.datetime,
) -> OutreachPlan:
    """
    Settle the ladder of a programme and how many visits it aims at. Repeating it changes nothing.

    Args:
        levels: from the lowest, as in `data.outreach`, each with its `code`; none: the usual ones.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a level that is not whole, or one missing on which a company stands.
    """
    check_may(by, "outreach.settle_plan", programme)
    stored = [dict(one) for one in levels]
    try:
        codes = {one.code for one in levels_from(stored)}
    except CatalogueError as error:
        raise ValidationError({"levels": str(error)}) from error
    used = set(
        Cooperation.objects.filter(programme=programme).exclude(level="").values_list("level", flat=True)
    )
    if stored and (missing := sorted(used - codes)):
        raise ValidationError(
            {"levels": _("Companies stand on the level “%(code)s”: keep it.") % {"code": missing[0]}}
        )
    plan = OutreachPlan.objects.filter(programme=programme).first() or OutreachPlan(programme=programme)
    if (plan.levels, plan.visit_target) == (stored, visit_target) and not plan._state.adding:
        return plan
    plan.levels, plan.visit_target = stored, visit_target
    plan.full_clean()
    plan.save()
    changes = {"levels": sorted(codes), "visit_target": visit_target}
    record(action="outreach.settle_plan", subject=programme, by=by, at=at, changes=changes)
    return plan


def _cooperation(
    programme: Programme, organisation: Organisation, by: User | None, at: dt.datetime
) -> Cooperation:
    """The locked row of a programme and a company, added where there is none."""
    check_may(by, "outreach.change_cooperation", Cooperation(programme=programme, organisation=organisation))
    rows = Cooperation.objects.select_for_update()
    found = rows.filter(programme=programme, organisation=organisation).first()
    if found:
        return found
    add_members(programme=programme, organisations=[organisation], by=by, at=at)
    return Cooperation.objects.create(programme=programme, organisation=organisation, changed_at=at)


def _enter(
    cooperation: Cooperation,
    level: str,
    since: dt.date,
    evidence: str,
    *,
    visit: Visit | None = None,
    by: User | None,
    at: dt.datetime,
) -> None:
    before = cooperation.level
    LevelEntry.objects.create(
        cooperation=cooperation,
        level=level,
        since=since,
        evidence=evidence.strip()[:300],
        visit=visit,
        noted_at=at,
        noted_by=by,
    )
    cooperation.level, cooperation.level_since, cooperation.changed_at = level, since, at
    cooperation.save(update_fields=["level", "level_since", "changed_at"])
    steps = list(Engagement.values)
    # another programme may have come further: what an organisation reached is never taken back here
    if level in steps and steps.index(level) > steps.index(cooperation.organisation.engagement):
        set_engagement(organisation=cooperation.organisation, engagement=Engagement(level), by=by, at=at)
    record(
        action="outreach.note_level", subject=cooperation, by=by, at=at, changes={"level": [before, level]}
    )
