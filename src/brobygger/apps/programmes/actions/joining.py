"""A candidate joins a programme that is open to it, and leaves it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.people.actions import withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import standing_consents
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import open_programmes

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate


class NotJoinable(Exception):
    """The programme takes no candidates by themselves, or is over."""


@transaction.atomic
def set_joining(*, programme: Programme, is_open: bool, by: User | None, at: dt.datetime) -> Programme:
    """
    Say whether candidates may join a programme by themselves. Repeating it changes nothing; who is in it stays.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "programmes.change_programme", programme)
    before, programme.takes_candidates = programme.takes_candidates, is_open
    if before != is_open:
        programme.save(update_fields=["takes_candidates"])
        changes = {"takes_candidates": [before, is_open]}
        record(action="programmes.set_joining", subject=programme, by=by, at=at, changes=changes)
    return programme


@transaction.atomic
def join_programme(*, programme: Programme, candidate: Candidate, by: User | None, at: dt.datetime) -> None:
    """
    Let a candidate take part in a programme of the own wish. Repeating it changes nothing.

    Raises:
        PermissionDenied: nobody joins for somebody else; see `add_members`.
        NotJoinable: see there.
    """
    check_may(by, "people.give_consent", candidate)
    if programme.candidates.filter(pk=candidate.pk).exists():
        return
    if not open_programmes(day=at.date()).filter(pk=programme.pk).exists():
        raise NotJoinable(_("“%(programme)s” takes no candidates here.") % {"programme": programme})
    programme.candidates.add(candidate.pk)
    changes = {"candidate": candidate.pk}
    record(action="programmes.join_programme", subject=programme, by=by, at=at, changes=changes)


@transaction.atomic
def leave_programme(
    *, programme: Programme, candidate: Candidate, language: str = "", by: User | None, at: dt.datetime
) -> None:
    """
    Let a candidate no longer take part in a programme; its companies no longer see the profile for it. Repeating it
    changes nothing.

    Args:
        language: in which what follows from it was read.

    Raises:
        PermissionDenied: nobody leaves for somebody else.
    """
    check_may(by, "people.give_consent", candidate)
    if not programme.candidates.filter(pk=candidate.pk).exists():
        return
    shown = ConsentPurpose.SHOWN_TO_COMPANIES
    entry = standing_consents(candidate).get((shown.value, programme.code))
    if entry is not None and entry.is_given:
        withdraw_consent(
            candidate=candidate,
            purpose=shown,
            programme_code=programme.code,
            language=language,
            by=by,
            at=at,
        )
    programme.candidates.remove(candidate.pk)
    changes = {"candidate": candidate.pk}
    record(action="programmes.leave_programme", subject=programme, by=by, at=at, changes=changes)
