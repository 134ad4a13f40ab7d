"""What people say about facts that were read: the part that is the same for CVs and ads."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from brobygger.apps.classifications.adapters import BY_A_PERSON, value_to_json
from brobygger.apps.classifications.enums import TRANSITIONS, FactState
from brobygger.apps.classifications.models import ReadFact
from brobygger.core.reading import FACT_KINDS, FactValue

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Row = TypeVar("Row", bound=ReadFact)


class ImpossibleCorrection(Exception):
    """A fact in this state cannot be corrected this way. The message names both states."""


@transaction.atomic
def correct_fact(
    *, fact: Row, state: FactState, value: FactValue | None = None, by: User | None, at: dt.datetime
) -> Row:
    """
    Confirm or reject a fact, or say what is right instead. Repeating it changes nothing.

    Called by the actions of the app that owns the text; they check who may, and write the audit row.

    Args:
        fact: what was read or added.
        state: CONFIRMED or REJECTED.
        value: what is right, of the same kind: the fact is rejected, and one with this value added at its place.

    Returns:
        The fact as it stands now, or the added one if there is a `value`.

    Raises:
        ImpossibleCorrection: the state cannot follow the fact's state, or the value is of another kind.
    """
    if value is not None and (state != FactState.REJECTED or FACT_KINDS[type(value)] != fact.kind):
        raise ImpossibleCorrection(_("What is right instead of a rejected fact must be of the same kind."))
    type(fact)._default_manager.select_for_update().get(pk=fact.pk)
    fact.refresh_from_db(fields=["state", "corrected_at", "corrected_by"])
    before = FactState(fact.state)
    if before != state:
        if state not in TRANSITIONS[before]:
            states = {"before": before.label, "after": state.label}
            raise ImpossibleCorrection(_("A fact cannot go from “%(before)s” to “%(after)s”.") % states)
        fact.state, fact.corrected_at, fact.corrected_by = state, at, by
        fact.save(update_fields=["state", "corrected_at", "corrected_by"])
    return fact if value is None else add_fact(fact=_copy(fact), value=value, by=by, at=at)


@transaction.atomic
def add_fact(*, fact: Row, value: FactValue, by: User | None, at: dt.datetime) -> Row:
    """
    Add what a person says, unless a person has said the same before.

    Args:
        fact: an unsaved row that names its owner, language and role, and its place in the text if it has one.
        value: what the person says.
    """
    stored = value_to_json(value)
    owner = {fact.OWNER: getattr(fact, fact.OWNER)}
    rows: QuerySet[Row] = type(fact)._default_manager.filter(**owner, state=FactState.ADDED)
    for known in rows.filter(kind=FACT_KINDS[type(value)]):
        if known.value == stored:
            return known
    fact.kind, fact.value = FACT_KINDS[type(value)], stored
    fact.confidence, fact.method = 1.0, BY_A_PERSON
    fact.state, fact.corrected_at, fact.corrected_by = FactState.ADDED, at, by
    fact.save(force_insert=True)
    return fact


def _copy(fact: Row) -> Row:
    """An unsaved row of the same owner, with the same place in the text."""
    kept = (fact.OWNER, "span_start", "span_end", "sentence_start", "language", "role")
    return type(fact)(**{name: getattr(fact, name) for name in kept})
