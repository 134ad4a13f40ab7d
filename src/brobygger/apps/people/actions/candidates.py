"""A candidate is saved with a CV, and says what it looks for."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications import queries as classifications
from brobygger.apps.classifications.adapters import (
    FactRow,
    sentence_start,
    to_columns,
    to_passage_lists,
    undecided,
)
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people.actions.columns import repeat_graduation
from brobygger.apps.people.adapters import (
    Background,
    Identity,
    Preferences,
    to_preference_columns,
)
from brobygger.apps.people.enums import DocumentFormat
from brobygger.apps.people.models import (
    Candidate,
    CandidateBackground,
    CandidateDocument,
    CandidateFact,
    CandidateIdentity,
    PositionPreference,
)
from brobygger.core.reading import READER_VERSION, Document, DocumentKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brobygger.apps.base.models import User
    from brobygger.core.reading import Fact, Passage, Reading

PersonalTable: TypeAlias = type[CandidateIdentity] | type[CandidateBackground] | type[PositionPreference]


class EmptyText(ValueError):
    """A CV without a letter or digit cannot be read."""


@transaction.atomic
def save_candidate_from_text(
    *,
    alias: str,
    text: str,
    published_date: dt.date,
    format: DocumentFormat = DocumentFormat.TEXT,  # noqa: A002 (the word of the table)
    identity: Identity | None = None,
    background: Background | None = None,
    preferences: Preferences | None = None,
    declared: tuple[Fact, ...] = (),
    user: User | None = None,
    by: User | None,
    at: dt.datetime,
) -> Candidate:
    """
    Read a CV and save its candidate; one with this alias is replaced. The same CV again is not read again.

    Args:
        alias: the name that others see.
        text: the CV in plain text.
        published_date: the day that relative dates in the text count from.
        identity, background, preferences: what is known apart from the CV; None leaves what is there.
        declared: facts that the file of the CV states in fields of their own, with places in `text`.
        user: the candidate's own log-in.

    Raises:
        EmptyText: there is nothing to read.
        PermissionDenied: `by` may not add candidates, or not change this one.
    """
    text = text.replace("\x00", " ")  # PostgreSQL stores no NUL; offsets stay
    if not any(character.isalnum() for character in text):
        raise EmptyText(_("The CV of %(alias)s is empty.") % {"alias": alias})
    candidate, is_new = _candidate(alias, user, by, at)
    columns: dict[PersonalTable, dict[str, Any] | None] = {
        CandidateIdentity: asdict(identity) if identity else None,
        CandidateBackground: asdict(background) if background else None,
        PositionPreference: to_preference_columns(preferences) if preferences else ({} if is_new else None),
    }
    changes = [model.__name__ for model, values in columns.items() if _put(model, candidate, values)]
    document = CandidateDocument.objects.filter(candidate=candidate).first()
    if document is None or (document.text, document.published_date) != (text, published_date):
        if document:
            _forget_places(candidate)
        _read(candidate, text, published_date, format, at, declared)
        changes.append(CandidateDocument.__name__)
    if changes:
        _touch(candidate, at)
        action = "people.save_candidate_from_text"
        told: dict[str, Any] = {"changed": changes}
        if CandidateDocument.__name__ in changes:
            told |= {"characters": len(text), "facts": candidate.facts.filter(state=FactState.READ).count()}
        record(action=action, subject=candidate, by=by, at=at, changes=told)
    return candidate


@transaction.atomic
def set_preferences(
    *, candidate: Candidate, preferences: Preferences, by: User | None, at: dt.datetime
) -> PositionPreference:
    """
    Replace what a candidate looks for.

    Raises:
        PermissionDenied: it is somebody else's.
        ValidationError: hours, pay, home or months that cannot be; the message says what would be right.
    """
    check_may(by, "people.change_candidate", candidate)
    preference, _ = PositionPreference.objects.get_or_create(candidate=candidate)
    columns = to_preference_columns(preferences)
    before = {name: getattr(preference, name) for name in columns}
    changed = [name for name, value in columns.items() if before[name] != value]
    if changed:
        for name, value in columns.items():
            setattr(preference, name, value)
        preference.full_clean()
        preference.save()
        _touch(candidate, at)
        record(action="people.set_preferences", subject=candidate, by=by, at=at, changes={"changed": changed})
    return preference


def _candidate(alias: str, user: User | None, by: User | None, at: dt.datetime) -> tuple[Candidate, bool]:
    """The candidate of this alias, and whether it is new."""
    candidate = Candidate.objects.select_for_update().filter(alias=alias).first()
    if candidate is None:
        check_may(by, "people.add_candidate")
        return Candidate.objects.create(alias=alias, user=user, created_at=at, changed_at=at), True
    check_may(by, "people.change_candidate", candidate)
    if user and candidate.user_id != user.pk:
        candidate.user = user
        candidate.save(update_fields=["user"])
    return candidate, False


def _put(
    model: PersonalTable,
    candidate: Candidate,
    values: dict[str, Any] | None,
) -> bool:
    """Write a candidate's row of one table, unless it says the same already; None leaves what is there."""
    if values is None:
        return False
    row = model._default_manager.filter(candidate=candidate).first()
    if row and all(getattr(row, name) == value for name, value in values.items()):
        return False
    model._default_manager.update_or_create(candidate=candidate, defaults=values)
    return True


def _read(
    candidate: Candidate,
    text: str,
    published_date: dt.date,
    format_: DocumentFormat,
    at: dt.datetime,
    declared: tuple[Fact, ...],
) -> None:
    """Read a CV and replace what was read of it before."""
    document = Document(candidate.alias, text, DocumentKind.CV, published=published_date, declared=declared)
    reading = classifications.reader().read(document)
    decided = candidate.facts.exclude(state=FactState.READ).values_list(*FactRow._fields)
    facts = undecided(reading.facts, [FactRow(*row) for row in decided])
    columns = {"text": text, "format": format_, "published_date": published_date}
    store_reading(candidate=candidate, reading=reading, facts=facts, columns=columns, at=at)


def store_reading(
    *,
    candidate: Candidate,
    reading: Reading,
    facts: Iterable[Fact],
    columns: Mapping[str, Any],
    at: dt.datetime,
) -> None:
    """
    Put facts in the place of all that was read before; what people said stays. Part of the actions that read a CV.

    Args:
        columns: of the document, beside those that the reading gives.
    """
    CandidateDocument.objects.update_or_create(
        candidate=candidate,
        defaults={
            **columns,
            "language": reading.language,
            "passages": to_passage_lists(reading.passages),
            "read_at": at,
            "reader_version": READER_VERSION,
            "kinds_version": READER_VERSION,
        },
    )
    candidate.facts.filter(state=FactState.READ).delete()
    store_facts(candidate=candidate, facts=facts, passages=reading.passages)


def store_facts(*, candidate: Candidate, facts: Iterable[Fact], passages: Iterable[Passage]) -> None:
    """Add what was read. Part of the actions that read a CV."""
    CandidateFact.objects.bulk_create(
        CandidateFact(
            candidate=candidate, sentence_start=sentence_start(fact.span.start, passages), **to_columns(fact)
        )
        for fact in facts
    )
    repeat_graduation(candidate=candidate)


def _forget_places(candidate: Candidate) -> None:
    """Another text: what was said of the old one's words falls, what a person added stays without its place."""
    candidate.facts.exclude(state=FactState.ADDED).delete()
    candidate.facts.update(span_start=None, span_end=None, sentence_start=None)


def _touch(candidate: Candidate, at: dt.datetime) -> None:
    candidate.changed_at = at
    candidate.save(update_fields=["changed_at"])
