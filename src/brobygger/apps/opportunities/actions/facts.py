"""People correct what was read from an ad."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications import actions as classifications
from brobygger.apps.classifications.actions import ImpossibleCorrection
from brobygger.apps.classifications.adapters import value_to_json
from brobygger.apps.classifications.enums import DocumentSort, FactState
from brobygger.apps.opportunities.actions.columns import repeat_facts
from brobygger.apps.opportunities.models import Opportunity, OpportunityFact
from brobygger.core.reading import FACT_KINDS, FactValue, Occupation, Role

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.classifications.models import Correction


@transaction.atomic
def correct_fact(
    *,
    fact: OpportunityFact,
    state: FactState,
    value: FactValue | None = None,
    by: User | None,
    at: dt.datetime,
) -> OpportunityFact:
    """
    Confirm or reject a fact of an ad, or say what is right instead. Repeating it changes nothing.

    Args:
        fact: what was read or added.
        state: CONFIRMED or REJECTED.
        value: what is right, of the same kind: the fact is rejected, and one with this value added at its place.

    Raises:
        ImpossibleCorrection: the state cannot follow the fact's state, or the value is of another kind.
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", fact.opportunity)
    before = FactState(fact.state)
    result = classifications.correct_fact(fact=fact, state=state, value=value, by=by, at=at)
    if before != state or result.pk != fact.pk:
        correction = classifications.note_correction(
            fact=fact,
            before=before,
            right=None if value is None else result,
            sort=DocumentSort.AD,
            text=fact.opportunity.text,
            by=by,
            at=at,
        )
        changes = {
            "correction": correction.pk,
            "fact": fact.pk,
            "kind": fact.kind,
            "value": fact.value,
            "state": [before, state],
            "right": result.value,
        }
        _note("opportunities.correct_fact", fact.opportunity, changes, by, at)
    return result


@transaction.atomic
def undo_correction(*, correction: Correction, by: User | None, at: dt.datetime) -> OpportunityFact:
    """
    Put a fact back as it was before a correction. Repeating it changes nothing.

    Raises:
        ImpossibleCorrection: the text was replaced or the fact corrected again since.
        PermissionDenied: it is another organisation's ad.
    """
    fact = OpportunityFact.objects.select_related("opportunity").filter(pk=correction.fact_id).first()
    if correction.document_sort != DocumentSort.AD or fact is None:
        raise ImpossibleCorrection(_("The text was replaced since; there is nothing to undo."))
    check_may(by, "opportunities.change_opportunity", fact.opportunity)
    undone = classifications.take_back(correction=correction, fact=fact, by=by, at=at)
    fact.refresh_from_db()
    if undone.at == at:
        changes = {"correction": undone.pk, "undoes": correction.pk, "fact": fact.pk, "state": fact.state}
        _note("opportunities.undo_correction", fact.opportunity, changes, by, at)
    return fact


@transaction.atomic
def add_fact(
    *, opportunity: Opportunity, value: FactValue, language: str = "und", by: User | None, at: dt.datetime
) -> OpportunityFact:
    """
    Add something that the ad does not say. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    blank = OpportunityFact(opportunity=opportunity, language=language, role=Role.REQUIREMENT)
    fact = classifications.add_fact(fact=blank, value=value, by=by, at=at)
    if fact.corrected_at == at:
        changes = {"fact": fact.pk, "kind": fact.kind, "value": fact.value}
        _note("opportunities.add_fact", opportunity, changes, by, at)
    return fact


@transaction.atomic
def set_facts(
    *, opportunity: Opportunity, kind: str, values: Sequence[FactValue], by: User | None, at: dt.datetime
) -> bool:
    """
    Let these be all that counts of one kind: the form of an opportunity. Repeating it changes nothing.

    What was read and is not among them is rejected, with what is right instead where it takes its place; what was
    rejected before and is among them is confirmed; the rest is added.

    Returns:
        Whether anything changed.

    Raises:
        ImpossibleCorrection: a value is of another kind.
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    wrong = [value for value in values if FACT_KINDS[type(value)] != kind]
    if wrong:
        raise ImpossibleCorrection(_("What is right must be of the same kind."))
    facts = list(opportunity.facts.filter(kind=kind).order_by("span_start", "pk"))
    counting = [fact for fact in facts if fact.counts]
    there = [fact.value for fact in counting]
    missing = [value for value in values if value_to_json(value) not in there]
    wanted = [value_to_json(value) for value in values]
    going = [fact for fact in counting if fact.value not in wanted]
    for fact in going:
        right = _in_place_of(fact, missing)
        if right is not None:
            missing.remove(right)
        correct_fact(fact=fact, state=FactState.REJECTED, value=right, by=by, at=at)
    for value in missing:
        stored = value_to_json(value)
        before = next((fact for fact in facts if fact.value == stored and not fact.counts), None)
        if before is None:
            add_fact(opportunity=opportunity, value=value, by=by, at=at)
        else:
            correct_fact(fact=before, state=FactState.CONFIRMED, by=by, at=at)
    return bool(going or missing)


def _in_place_of(fact: OpportunityFact, missing: Sequence[FactValue]) -> FactValue | None:
    """What is right instead: the same skill, say, as an advantage; of things without a name, and occupations, the first."""
    uri = fact.value.get("uri")
    same = next((value for value in missing if uri is not None and getattr(value, "uri", None) == uri), None)
    if same is None and missing and (uri is None or fact.kind == FACT_KINDS[Occupation]):
        return missing[0]
    return same


def _note(
    action: str, opportunity: Opportunity, changes: dict[str, object], by: User | None, at: dt.datetime
) -> None:
    opportunity.changed_at = at
    opportunity.save(update_fields=["changed_at"])
    repeat_facts(opportunity=opportunity, by=by)
    record(action=action, subject=opportunity, by=by, at=at, changes=changes)
