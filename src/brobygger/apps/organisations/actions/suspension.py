"""
What a company takes part in, and what becomes of it when the company is suspended.

The apps further along the programme say it of their own rows: `takes_part(Part(...))`. Nothing comes back by itself
when the suspension is lifted.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from brobygger.apps.base.models import all_rows
from brobygger.apps.base.queries import entries_about
from brobygger.apps.organisations.enums import OrganisationState, WhenSuspended
from brobygger.apps.organisations.models import Organisation

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.utils.functional import Promise

    from brobygger.apps.base.models import User

VET: Final = "organisations.vet_organisation"
"""The action in whose audit entry stands what was withdrawn."""


@dataclass(frozen=True, slots=True)
class Item:
    """
    One thing that a company takes part in, as people know it.

    Args:
        page: the number in the address of its page.
        day: on which it is; None: it has none.
        note: what somebody has to do about it.
    """

    page: int
    title: str
    day: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """
    A kind of thing that companies take part in.

    Args:
        name: “events.evening”.
        label: what they are called, many of them.
        fate: what becomes of them.
        model: whose rows they are.
        find: those of a company that lie ahead, or go on, at a moment; if asked, locked as its app locks them.
        show: a row as people know it.
        end: what is done with a row; None: it stays as it is.
        related: what `show` needs of other tables, for `select_related`.
    """

    name: str
    label: str | Promise
    fate: WhenSuspended
    model: type[Model]
    find: Callable[[Organisation, dt.datetime, bool], Sequence[Any]]
    show: Callable[[Any], Item]
    end: Callable[[Any, User, dt.datetime], object] | None = None
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Involved:
    """The things of one part, each with how many rows it stands for."""

    part: Part
    items: tuple[tuple[Item, int], ...]


_parts: Final[dict[str, Part]] = {}


def takes_part(part: Part) -> None:
    """Say that companies take part in a kind of thing."""
    _parts[part.name] = part


def part_label(name: str) -> str:
    """What the things of a part are called; its own name where no app says so any more."""
    return str(_parts[name].label) if name in _parts else name


def involvement(organisation: Organisation, *, at: dt.datetime) -> list[Involved]:
    """What a company takes part in, everywhere. A fixed number of queries."""
    with all_rows():  # a suspension reaches further than what somebody sees
        found = [(part, part.find(organisation, at, False)) for part in _parts.values()]
        return [_involved(part, rows) for part, rows in found if rows]


def withdrawn_at_suspension(organisation: Organisation) -> list[Involved]:
    """What the latest suspension of a company withdrew, as far as it is still there. A fixed number of queries."""
    entries = entries_about(Organisation._meta.label, str(organisation.pk)).filter(action=VET)
    suspended = (one.changes for one in entries if one.changes["state"][-1] == OrganisationState.SUSPENDED)
    latest: Mapping[str, Any] = next(suspended, {})
    withdrawn: Mapping[str, list[int]] = latest.get("withdrawn", {})
    with all_rows():  # as above
        rows = [
            (part, list(_rows(part).filter(pk__in=withdrawn[name]).order_by("pk")))
            for name, part in _parts.items()
            if name in withdrawn
        ]
        return [_involved(part, found) for part, found in rows if found]


def withdraw_everywhere(*, organisation: Organisation, by: User, at: dt.datetime) -> dict[str, list[int]]:
    """
    Take a company out of all that lies ahead of it. Runs inside the transaction of the action that suspends it.

    Everything is locked before the first of it ends, for what ends writes to the audit trail.

    Returns:
        The numbers of the rows that ended or whose people were told, by the name of their part.
    """
    with all_rows():  # as above
        found = [
            (part.name, part.end, part.find(organisation, at, True)) for part in _parts.values() if part.end
        ]
        for _name, end, rows in found:
            for row in rows:
                end(row, by, at)
    return {name: [row.pk for row in rows] for name, _end, rows in found if rows}


def _rows(part: Part) -> QuerySet[Any]:
    rows = part.model._base_manager.all()
    return rows.select_related(*part.related) if part.related else rows


def _involved(part: Part, rows: Sequence[Any]) -> Involved:
    return Involved(part, tuple(Counter(part.show(row) for row in rows).items()))
