"""Two records of the same candidate become one, and become two again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import OWN, CannotUndo, Journal, all_rows, take_back, values_of, write_values
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateMerge, DistinctCandidates
from brobygger.apps.people.queries import COMPARISON

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

__all__ = [
    "CannotUndo",
    "UndoLaterFirst",
    "merge_candidates",
    "say_candidates_differ",
    "undo_merge_of_candidates",
]


class UndoLaterFirst(Exception):
    """The kept record was joined to yet another since: that has to be undone first."""


@transaction.atomic
@all_rows()  # whatever points at either record moves, whoever may see it
def merge_candidates(
    *,
    kept: Candidate,
    other: Candidate,
    from_other: Collection[str] = (),
    by: User | None,
    at: dt.datetime,
) -> CandidateMerge:
    """
    Join two records of the same candidate: everything that pointed at `other` points at `kept`, and `other` goes.

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
    values[OWN] |= {"changed_at": at}
    journal, name, other_id = Journal(), other.alias, other.pk
    _settle_facts(journal, kept, other, takes_cv="document" in from_other)
    journal.join(kept, other)
    write_values(journal, kept, values)
    merge = CandidateMerge.objects.create(
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
    record(action="people.merge_candidates", subject=kept, by=by, at=at, changes=changes)
    return merge


@transaction.atomic
@all_rows()  # as above
def undo_merge_of_candidates(
    *, merge: CandidateMerge, by: User | None, at: dt.datetime
) -> list[dict[str, object]]:
    """
    Make two records of one again. Repeating it changes nothing.

    Returns:
        Steps that stay as they are, because their row was changed or removed since.

    Raises:
        CannotUndo: another record has taken the alias or log-in of the one that has to come back.
        PermissionDenied: `by` may not.
        UndoLaterFirst: the kept record was joined to another since.
    """
    _check(by)
    merge = CandidateMerge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        return []
    if merge.kept_id != merge.kept_id_then:
        raise UndoLaterFirst(merge.other_name)
    left = take_back(merge.steps, needed=(Candidate._meta.label, merge.other_id))
    merge.steps, merge.undone_at, merge.undone_by = [], at, by
    merge.save()
    changes = {"merge": merge.pk, "other": merge.other_id, "left": len(left)}
    record(action="people.undo_merge_of_candidates", subject=merge.kept, by=by, at=at, changes=changes)
    return left


@transaction.atomic
def say_candidates_differ(*, first: Candidate, second: Candidate, by: User | None, at: dt.datetime) -> None:
    """
    Remember that two records that are alike are not the same. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    _check(by)
    low, high = sorted((first, second), key=lambda one: one.pk)
    _pair, is_new = DistinctCandidates.objects.get_or_create(
        first=low, second=high, defaults={"said_at": at, "said_by": by}
    )
    if is_new:
        changes = {"other": high.pk}
        record(action="people.say_candidates_differ", subject=low, by=by, at=at, changes=changes)


def _settle_facts(journal: Journal, kept: Candidate, other: Candidate, *, takes_cv: bool) -> None:
    """Of two CVs one goes, and what was read of it with it; what people added stays, without its place in the text."""
    has_cv = [CandidateDocument.objects.filter(candidate=one).exists() for one in (kept, other)]
    if all(has_cv):
        losing = kept if takes_cv else other
        for fact in losing.facts.exclude(state=FactState.ADDED):
            journal.remove(fact)
        for fact in losing.facts.exclude(span_start=None):
            journal.change(fact, span_start=None, span_end=None, sentence_start=None)
    added = [(fact.kind, fact.value) for fact in kept.facts.filter(state=FactState.ADDED)]
    for fact in other.facts.filter(state=FactState.ADDED):
        if (fact.kind, fact.value) in added:
            journal.remove(fact)


def _check(by: User | None) -> None:
    if by is not None and not by.has_perm("people.merge_candidates"):
        raise PermissionDenied(f"{by} may not join records of candidates.")


def _locked(candidate: Candidate) -> Candidate:
    return Candidate.objects.select_for_update().get(pk=candidate.pk)
