"""People correct what was read from a CV."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.classifications import actions as classifications
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people.actions.permission import check_may_change
from brobygger.apps.people.models import Candidate, CandidateFact
from brobygger.core.reading import FactValue, Role

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def correct_fact(
    *, fact: CandidateFact, state: FactState, value: FactValue | None = None, by: User | None, at: dt.datetime
) -> CandidateFact:
    """
    Confirm or reject a fact of a CV, or say what is right instead. Repeating it changes nothing.

    Args:
        fact: what was read or added.
        state: CONFIRMED or REJECTED.
        value: what is right, of the same kind: the fact is rejected, and one with this value added at its place.

    Raises:
        ImpossibleCorrection: the state cannot follow the fact's state, or the value is of another kind.
        PermissionDenied: it is somebody else's CV.
    """
    check_may_change(candidate=fact.candidate, by=by)
    before = fact.state
    result = classifications.correct_fact(fact=fact, state=state, value=value, by=by, at=at)
    if before != state or result.pk != fact.pk:
        changes = {
            "fact": fact.pk,
            "kind": fact.kind,
            "value": fact.value,
            "state": [before, state],
            "right": result.value,
        }
        _note("people.correct_fact", fact.candidate, changes, by, at)
    return result


@transaction.atomic
def add_fact(
    *, candidate: Candidate, value: FactValue, language: str = "und", by: User | None, at: dt.datetime
) -> CandidateFact:
    """
    Add something that the CV does not say. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is somebody else's CV.
    """
    check_may_change(candidate=candidate, by=by)
    blank = CandidateFact(candidate=candidate, language=language, role=Role.OTHER)
    fact = classifications.add_fact(fact=blank, value=value, by=by, at=at)
    if fact.corrected_at == at:
        _note("people.add_fact", candidate, {"fact": fact.pk, "kind": fact.kind, "value": fact.value}, by, at)
    return fact


def _note(
    action: str, candidate: Candidate, changes: dict[str, object], by: User | None, at: dt.datetime
) -> None:
    candidate.changed_at = at
    candidate.save(update_fields=["changed_at"])
    record(action=action, subject=candidate, by=by, at=at, changes=changes)
