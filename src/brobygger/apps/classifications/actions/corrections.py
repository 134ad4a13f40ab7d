"""Keep what people said of facts, row by row, for the next evaluation; take one back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.models import all_rows
from brobygger.apps.classifications.actions.facts import ImpossibleCorrection
from brobygger.apps.classifications.enums import DocumentSort, FactState, Said
from brobygger.apps.classifications.models import Correction, ReadFact
from brobygger.apps.classifications.queries.corrections import digest_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

WITHOUT_WORDS = "contact"  # names, numbers and addresses stay where they are


@transaction.atomic
def note_correction(
    *,
    fact: ReadFact,
    before: FactState,
    right: ReadFact | None,
    sort: DocumentSort,
    text: str,
    by: User | None,
    at: dt.datetime,
) -> Correction:
    """
    Keep what somebody has said of a fact. Called by the actions that correct facts, in their transaction.

    Args:
        fact: the fact as it stands after the correction.
        before: its state before.
        right: the fact that says what is right instead, if somebody said so.
        sort: whether the text is an ad or a CV.
        text: the text that the fact's offsets count in.
    """
    said = Said.WRONG if fact.state == FactState.REJECTED else Said.RIGHT
    if right is not None:
        said = Said.OTHER
    has_words = fact.kind != WITHOUT_WORDS and fact.span_start is not None
    return Correction.objects.create(
        document_sort=sort,
        document_id=getattr(fact, f"{fact.OWNER}_id"),
        text_digest=digest_of(text),
        fact_id=fact.pk,
        right_fact_id=right.pk if right is not None and right.corrected_at == at else None,
        kind=fact.kind,
        words=text[fact.span_start : fact.span_end] if has_words else "",
        span_start=fact.span_start,
        span_end=fact.span_end,
        language=fact.language,
        role=fact.role,
        confidence=fact.confidence,
        method=fact.method,
        read=fact.value,
        state_before=before,
        said=said,
        right={Said.RIGHT: fact.value, Said.WRONG: None}.get(said, right.value if right else None),
        at=at,
        by_id=by.pk if by else None,
        by_name=by.get_username() if by else "",
    )


@transaction.atomic
def take_back(*, correction: Correction, fact: ReadFact, by: User | None, at: dt.datetime) -> Correction:
    """
    Put a fact back as it was before a correction. Repeating it changes nothing.

    Called by the actions of the app that owns the text; they check who may, and write the audit row.

    Returns:
        The row that says so.

    Raises:
        ImpossibleCorrection: the fact, or what was said instead of it, was corrected again since.
    """
    facts = type(fact)._default_manager
    fact = facts.select_for_update().get(pk=fact.pk)
    with all_rows():  # also what others said: who may change the text sees only the own corrections
        done = Correction.objects.filter(undoes=correction.pk).first()
        same_fact = Correction.objects.standing().filter(
            document_sort=correction.document_sort, fact_id=correction.fact_id
        )
        latest = same_fact.latest("pk").pk if done is None else None
    if done is not None:
        return done
    added = facts.filter(pk=correction.right_fact_id).first() if correction.right_fact_id else None
    if latest != correction.pk or (added and added.state != FactState.ADDED):
        raise ImpossibleCorrection(_("This was corrected again since; undo that first."))
    if added is not None:
        added.delete()
    fact.state = correction.state_before
    was_read = fact.state == FactState.READ
    fact.corrected_at, fact.corrected_by = (None, None) if was_read else (at, by)
    fact.save(update_fields=["state", "corrected_at", "corrected_by"])
    copied = (
        "document_sort document_id text_digest fact_id kind words span_start span_end language role confidence "
        "method read"
    ).split()
    return Correction.objects.create(
        **{name: getattr(correction, name) for name in copied},
        state_before=FactState.REJECTED if correction.said != Said.RIGHT else FactState.CONFIRMED,
        said=Said.UNDONE,
        undoes=correction.pk,
        at=at,
        by_id=by.pk if by else None,
        by_name=by.get_username() if by else "",
    )
