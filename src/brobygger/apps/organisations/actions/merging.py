"""Two records of the same organisation become one, and become two again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import CannotUndo, Journal, all_rows, take_back, values_of, write_values
from brobygger.apps.organisations.models import DistinctOrganisations, Organisation, OrganisationMerge
from brobygger.apps.organisations.queries import COMPARISON

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

__all__ = [
    "CannotUndo",
    "UndoLaterFirst",
    "merge_organisations",
    "say_organisations_differ",
    "undo_merge_of_organisations",
]


class UndoLaterFirst(Exception):
    """The kept record was joined to yet another since: that has to be undone first."""


@transaction.atomic
@all_rows()  # whatever points at either record moves, whoever may see it
def merge_organisations(
    *,
    kept: Organisation,
    other: Organisation,
    from_other: Collection[str] = (),
    by: User | None,
    at: dt.datetime,
) -> OrganisationMerge:
    """
    Join two records of the same organisation: everything that pointed at `other` points at `kept`, and `other` goes.

    Args:
        from_other: keys of `base.models.Choice` whose value is taken from `other`.

    Raises:
        PermissionDenied: `by` may not.
        ValueError: it is one record.
    """
    _check(by)
    if kept.pk == other.pk:
        raise ValueError("a record cannot be joined to itself")
    kept, other = _locked(kept), _locked(other)
    values = values_of(kept, other, COMPARISON, from_other)
    journal, name, other_id = Journal(), other.name, other.pk
    journal.join(kept, other)
    write_values(journal, kept, values)
    merge = OrganisationMerge.objects.create(
        kept=kept,
        kept_id_then=kept.pk,
        other_id=other_id,
        other_name=name[:200],
        steps=journal.steps,
        merged_at=at,
        merged_by=by,
    )
    changes = {
        "merge": merge.pk,
        "other": other_id,
        "steps": len(journal.steps),
        "from_other": sorted(from_other),
    }
    record(action="organisations.merge_organisations", subject=kept, by=by, at=at, changes=changes)
    return merge


@transaction.atomic
@all_rows()  # as above
def undo_merge_of_organisations(
    *, merge: OrganisationMerge, by: User | None, at: dt.datetime
) -> list[dict[str, object]]:
    """
    Make two records of one again. Repeating it changes nothing.

    Returns:
        Steps that stay as they are, because their row was changed or removed since.

    Raises:
        CannotUndo: another record has taken the number or code of the one that has to come back.
        PermissionDenied: `by` may not.
        UndoLaterFirst: the kept record was joined to another since.
    """
    _check(by)
    merge = OrganisationMerge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        return []
    if merge.kept_id != merge.kept_id_then:
        raise UndoLaterFirst(merge.other_name)
    left = take_back(merge.steps, needed=(Organisation._meta.label, merge.other_id))
    merge.steps, merge.undone_at, merge.undone_by = [], at, by
    merge.save()
    changes = {"merge": merge.pk, "other": merge.other_id, "left": len(left)}
    record(
        action="organisations.undo_merge_of_organisations", subject=merge.kept, by=by, at=at, changes=changes
    )
    return left


@transaction.atomic
def say_organisations_differ(
    *, first: Organisation, second: Organisation, by: User | None, at: dt.datetime
) -> None:
    """
    Remember that two records that are alike are not the same. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    _check(by)
    low, high = sorted((first, second), key=lambda one: one.pk)
    _pair, is_new = DistinctOrganisations.objects.get_or_create(
        first=low, second=high, defaults={"said_at": at, "said_by": by}
    )
    if is_new:
        changes = {"other": high.pk}
        record(action="organisations.say_organisations_differ", subject=low, by=by, at=at, changes=changes)


def _check(by: User | None) -> None:
    if by is not None and not by.has_perm("organisations.merge_organisations"):
        raise PermissionDenied(f"{by} may not join records of organisations.")


def _locked(organisation: Organisation) -> Organisation:
    return Organisation.objects.select_for_update().get(pk=organisation.pk)
