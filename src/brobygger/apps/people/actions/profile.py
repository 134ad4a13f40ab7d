"""What people do with a profile: begin it, look through what was read, and say what they look for."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications import queries as classifications
from brobygger.apps.classifications.enums import TRANSITIONS, DocumentSort, FactState
from brobygger.apps.people.actions.candidates import save_candidate_from_text, set_preferences
from brobygger.apps.people.actions.facts import correct_fact, undo_correction
from brobygger.apps.people.adapters import Background, Preferences, preferences_digest, to_preferences
from brobygger.apps.people.enums import DocumentFormat
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import (
    Candidate,
    CandidateBackground,
    CandidateDocument,
    CandidateFact,
    CandidateIdentity,
    ConsentEntry,
    PositionPreference,
)
from brobygger.core.reading import READER_VERSION, Fact, FactValue

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

ATTEMPTS = 20  # at an alias that nobody else takes at the same moment


class ChangedMeanwhile(Exception):
    """Somebody else saved the same part of the record since it was opened."""


class NotAgreed(Exception):
    """The consent that this takes is not given."""


@transaction.atomic
def start_profile(*, user: User, by: User | None, at: dt.datetime) -> Candidate:
    """
    Begin the profile of a user in the role of a candidate: no CV, no fact, an alias. Repeating it changes nothing.

    Raises:
        PermissionDenied: somebody else, or a user who has no page of one's own.
    """
    if by is not None and (by.pk != user.pk or not by.has_perm("base.view_own_page")):
        raise PermissionDenied(f"{by} may not begin a profile for {user}.")
    known = Candidate.objects.filter(user=user).first()
    if known is not None:
        return known
    candidate = _with_new_alias(user, at)
    PositionPreference.objects.create(candidate=candidate)
    # nobody logs in with an address that is not confirmed; the name is asked for where sign-up has none
    CandidateIdentity.objects.create(candidate=candidate, name=user.get_full_name()[:200], email=user.email)
    record(action="people.start_profile", subject=candidate, by=by, at=at, changes={"alias": candidate.alias})
    return candidate


@transaction.atomic
def save_own_cv(
    *,
    user: User,
    text: str,
    format: DocumentFormat = DocumentFormat.TEXT,  # noqa: A002 (the word of the table)
    declared: tuple[Fact, ...] = (),
    by: User | None,
    at: dt.datetime,
) -> Candidate:
    """
    Read a CV into the profile of its user, which begins if there is none. Another CV replaces the one before.

    Args:
        text: the CV in plain text; the file that it came in is not kept.
        declared: facts that the file states in fields of their own, with places in `text`.

    Raises:
        EmptyText: there is nothing to read.
        PermissionDenied: as `start_profile`.
    """
    candidate = start_profile(user=user, by=by, at=at)
    return save_candidate_from_text(
        alias=candidate.alias,
        text=text,
        published_date=at.date(),
        format=format,
        declared=declared,
        by=by,
        at=at,
    )


@transaction.atomic
def start_without_cv(*, user: User, by: User | None, at: dt.datetime) -> Candidate:
    """
    Begin a profile that is filled in by hand: its CV is an empty text. A CV that is there stays.

    Raises:
        PermissionDenied: as `start_profile`.
    """
    candidate = start_profile(user=user, by=by, at=at)
    document, is_new = CandidateDocument.objects.get_or_create(
        candidate=candidate,
        defaults={
            "text": "",
            "language": "und",
            "read_at": at,
            "published_date": at.date(),
            "reader_version": READER_VERSION,
            "kinds_version": READER_VERSION,
        },
    )
    if is_new:
        candidate.changed_at = at
        candidate.save(update_fields=["changed_at"])
        record(
            action="people.start_without_cv",
            subject=candidate,
            by=by,
            at=at,
            changes={"document": document.pk},
        )
    return candidate


@transaction.atomic
def correct_same(
    *, fact: CandidateFact, state: FactState, value: FactValue | None = None, by: User | None, at: dt.datetime
) -> list[CandidateFact]:
    """
    Say the same of a fact and of all others of the CV that say the same as it does: see `correct_fact`.

    Returns:
        The facts as they stand now; for a `value` the one that was added.

    Raises:
        ImpossibleCorrection: the state cannot follow, or the value is of another kind.
        PermissionDenied: it is somebody else's CV.
    """
    check_may(by, "people.change_candidate", fact.candidate)
    alike = [one for one in _alike(fact) if one.state != state and state in TRANSITIONS[FactState(one.state)]]
    if value is None:
        return [correct_fact(fact=one, state=state, by=by, at=at) for one in alike or [fact]]
    others = [one for one in alike if one.pk != fact.pk]
    added = correct_fact(fact=fact, state=state, value=value, by=by, at=at)
    for one in others:
        correct_fact(fact=one, state=state, by=by, at=at)
    return [added]


@transaction.atomic
def undo_same(*, fact: CandidateFact, by: User | None, at: dt.datetime) -> list[CandidateFact]:
    """
    Take back what was last said of a fact and of all that say the same. Repeating it changes nothing.

    Raises:
        ImpossibleCorrection: the text was replaced or a fact corrected again since.
        PermissionDenied: it is somebody else's CV.
    """
    check_may(by, "people.change_candidate", fact.candidate)
    alike = {one.pk: one for one in _alike(fact)}
    with all_rows():  # what somebody else said of it, too
        standing = classifications.standing_corrections(DocumentSort.CV).filter(fact_id__in=alike)
        latest = {one.fact_id: one for one in standing.order_by("pk")}
    return [undo_correction(correction=one, by=by, at=at) for one in latest.values()]


@transaction.atomic
def change_preferences(
    *, candidate: Candidate, changes: Mapping[str, Any], seen: str, by: User | None, at: dt.datetime
) -> PositionPreference:
    """
    Change some of what a candidate looks for, unless somebody has changed the same since it was read.

    Args:
        changes: fields of `Preferences` with their new values; all others stay as they are.
        seen: `preferences_digest` of these fields as they were read.

    Raises:
        ChangedMeanwhile: they are others by now.
        PermissionDenied: it is somebody else's.
        ValidationError: hours, pay, home or months that cannot be; the message says what would be right.
    """
    check_may(by, "people.change_candidate", candidate)
    PositionPreference.objects.get_or_create(candidate=candidate)
    row = PositionPreference.objects.select_for_update().get(candidate=candidate)
    before = to_preferences(row)
    if preferences_digest(before, changes) != seen:
        raise ChangedMeanwhile(_("Somebody saved this meanwhile."))
    after: Preferences = dataclasses.replace(before, **changes)
    return set_preferences(candidate=candidate, preferences=after, by=by, at=at)


@transaction.atomic
def say_groups(
    *, candidate: Candidate, background: Background, by: User | None, at: dt.datetime
) -> Candidate:
    """
    Keep the groups that a candidate says to belong to, for the fairness report alone. Empty: not said.

    Raises:
        NotAgreed: the candidate has not agreed to the purpose.
        PermissionDenied: it is somebody else's.
    """
    check_may(by, "people.give_consent", candidate)
    latest = ConsentEntry.objects.filter(candidate=candidate, purpose=ConsentPurpose.FAIRNESS_GROUPS).last()
    if latest is None or not latest.is_given:
        raise NotAgreed(_("Agree to the purpose first."))
    CandidateBackground.objects.update_or_create(candidate=candidate, defaults=dataclasses.asdict(background))
    record(action="people.say_groups", subject=candidate, by=by, at=at, changes={})
    return candidate


def _with_new_alias(user: User, at: dt.datetime) -> Candidate:
    """A candidate under the next free number: two who begin at once get two."""
    number = (Candidate._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    for attempt in range(ATTEMPTS):
        alias = f"Talent {number + attempt:03}"  # a word of all four languages
        if Candidate._base_manager.filter(alias=alias).exists():
            continue
        try:
            with transaction.atomic():
                return Candidate.objects.create(alias=alias, user=user, created_at=at, changed_at=at)
        except IntegrityError:
            continue
    raise IntegrityError(f"No free alias in {ATTEMPTS} attempts.")


def _alike(fact: CandidateFact) -> list[CandidateFact]:
    """The facts of the same CV with the same kind and value, this one among them."""
    rows = CandidateFact.objects.select_related("candidate").filter(
        candidate=fact.candidate_id, kind=fact.kind
    )
    return [one for one in rows if one.says == fact.says]
