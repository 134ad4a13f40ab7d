"""The log of knowledge that went between organisations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.programmes.enums import ExchangeKind
from brobygger.apps.programmes.models import ExchangeEntry, Programme

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class ExchangeDetails:
    """What was exchanged, on which day, between two or more organisations; empty: not said."""

    day: dt.date
    kind: ExchangeKind
    title: str
    organisations: Collection[Organisation]
    about: str = ""
    link: str = ""
    evidence: str = ""


@transaction.atomic
def note_exchange(
    *, programme: Programme, details: ExchangeDetails, by: User | None, at: dt.datetime
) -> ExchangeEntry:
    """
    Add an entry to the log of a programme.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: fewer than two organisations, a day that lies ahead, or a field that cannot be.
    """
    check_may(by, "programmes.note_exchange", programme)
    entry = ExchangeEntry(programme=programme)
    _write(entry, details, by, at)
    changes = {"exchange": entry.pk, "kind": entry.kind, "day": entry.day.isoformat()}
    record(action="programmes.note_exchange", subject=programme, by=by, at=at, changes=changes)
    return entry


@transaction.atomic
def change_exchange(
    *, entry: ExchangeEntry, details: ExchangeDetails, by: User | None, at: dt.datetime
) -> ExchangeEntry:
    """
    Correct an entry of the log.

    Raises:
        PermissionDenied, ValidationError: as in `note_exchange`.
    """
    check_may(by, "programmes.change_exchange", entry)
    entry = ExchangeEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    _write(entry, details, by, at)
    changes = {"exchange": entry.pk, "kind": entry.kind, "day": entry.day.isoformat()}
    record(action="programmes.change_exchange", subject=entry.programme, by=by, at=at, changes=changes)
    return entry


@transaction.atomic
def remove_exchange(*, entry: ExchangeEntry, by: User | None, at: dt.datetime) -> None:
    """
    Take an entry out of the log.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "programmes.change_exchange", entry)
    programme, pk = entry.programme, entry.pk
    entry.delete()
    record(action="programmes.remove_exchange", subject=programme, by=by, at=at, changes={"exchange": pk})


def _write(entry: ExchangeEntry, details: ExchangeDetails, by: User | None, at: dt.datetime) -> None:
    ids = {one.pk for one in details.organisations}
    if len(ids) < 2:
        raise ValidationError({"organisations": _("Name at least two organisations.")})
    if details.day > at.date():
        raise ValidationError({"day": _("The day lies ahead. What is planned belongs to the events.")})
    entry.day, entry.kind, entry.title = details.day, details.kind, details.title.strip()
    entry.about, entry.link = details.about.strip(), details.link
    entry.evidence, entry.noted_at, entry.noted_by = details.evidence.strip(), at, by
    entry.full_clean()
    entry.save()
    with all_rows():  # one that `by` does not see would stay
        entry.organisations.set(ids)
