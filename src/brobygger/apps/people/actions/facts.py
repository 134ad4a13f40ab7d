"""People correct what was read from a CV."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications import actions as classifications
from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.classifications.enums import DocumentSort, FactState
from brobygger.apps.people.actions.columns import repeat_graduation
from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateFact
from brobygger.core.reading import FactValue, Role

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.classifications.models import Correction


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
    check_may(by, "people.change_candidate", fact.candidate)
    before = FactState(fact.state)
    result = classifications.correct_fact(fact=fact, state=state, value=value, by=by, at=at)
    if before != state or result.pk != fact.pk:
        correction = classifications.note_correction(
            fact=fact,
            before=before,
            right=None if value is None else result,
            sort=DocumentSort.CV,
            text=_text_of(fact.candidate),
            by=by,
            at=at,
        )
        changes = {
            "correction": correction.pk,
            "fact": fact.pk,
            "kind": fact.kind,
            "state": [before, state],
        }
        _note("people.correct_fact", fact.candidate, changes, by, at)
    return result


@transaction.atomic
def undo_correction(*, correction: Correction, by: User | None, at: dt.datetime) -> CandidateFact:
    """
    Put a fact back as it was before a correction. Repeating it changes nothing.

    Raises:
        ImpossibleCorrection: the text was replaced or the fact corrected again since.
        PermissionDenied: it is somebody else's CV.
    """
    fact = CandidateFact.objects.select_related("candidate").filter(pk=correction.fact_id).first()
    if correction.document_sort != DocumentSort.CV or fact is None:
        raise ImpossibleCorrection(_("The text was replaced since; there is nothing to undo."))
    check_may(by, "people.change_candidate", fact.candidate)
    undone = classifications.take_back(correction=correction, fact=fact, by=by, at=at)
    fact.refresh_from_db()
    if undone.at == at:
        changes = {"correction": undone.pk, "undoes": correction.pk, "fact": fact.pk, "state": fact.state}
        _note("people.undo_correction", fact.candidate, changes, by, at)
    return fact


@transaction.atomic
def add_fact(
    *, candidate: Candidate, value: FactValue, language: str = "und", by: User | None, at: dt.datetime
) -> CandidateFact:
    """
    Add something that the CV does not say. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is somebody else's CV.
    """
    check_may(by, "people.change_candidate", candidate)
    blank = CandidateFact(candidate=candidate, language=language, role=Role.OTHER)
    fact = classifications.add_fact(fact=blank, value=value, by=by, at=at)
    if fact.corrected_at == at:
        _note("people.add_fact", candidate, {"fact": fact.pk, "kind": fact.kind}, by, at)
    return fact


def _note(
    action: str, candidate: Candidate, changes: dict[str, object], by: User | None, at: dt.datetime
) -> None:
    candidate.changed_at = at
    candidate.save(update_fields=["changed_at"])
    repeat_graduation(candidate=candidate)
    record(action=action, subject=candidate, by=by, at=at, changes=changes)


def _text_of(candidate: Candidate) -> str:
    document = CandidateDocument.objects.filter(candidate=candidate).first()
    return document.text if document else ""
