"""A candidate asks an adviser for help with a text, puts in new versions, and ends the sharing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.advice.actions.mail import tell_adviser
from brobygger.apps.advice.adapters import to_ranges, to_stored_facts
from brobygger.apps.advice.enums import TargetCountry, TextKind
from brobygger.apps.advice.models import AdviceCase, AdviceVersion
from brobygger.apps.advice.queries.cases import advisers_of, programme_with
from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications import queries as classifications
from brobygger.core.reading import Document, DocumentKind

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate

FEWEST_LETTERS = 30
MOST_VERSIONS = 30


class NotShared(Exception):
    """The candidate has ended the sharing."""


class NothingNew(Exception):
    """The version is the same as the one before, or no text at all."""


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """
    What a candidate wants help with.

    Args:
        title: what the candidate calls it; may be empty.
        question: what the adviser is asked; may be empty.
    """

    kind: TextKind = TextKind.CV
    country: TargetCountry = TargetCountry.ANY
    title: str = ""
    question: str = ""


@transaction.atomic
def ask_adviser(
    *,
    candidate: Candidate,
    adviser: User,
    details: CaseDetails,
    text: str,
    by: User | None,
    at: dt.datetime,
) -> AdviceCase:
    """
    Share a text with an adviser and ask for comments in writing.

    Raises:
        PermissionDenied: it is somebody else's, or the adviser does not help candidates of these programmes.
        NothingNew: there is no text.
        ValidationError: what was said is too long.
    """
    if adviser.pk not in {one.pk for one in advisers_of(candidate, at=at)}:
        raise PermissionDenied(f"{adviser} is no adviser of {candidate}.")
    case = open_case(candidate=candidate, adviser=adviser, details=details, by=by, at=at)
    add_version(case=case, text=text, by=by, at=at, is_told=False)
    tell_adviser(case, "advice_asked", by=by, at=at)
    return case


def open_case(
    *, candidate: Candidate, adviser: User, details: CaseDetails, by: User | None, at: dt.datetime
) -> AdviceCase:
    """
    A text of a candidate that an adviser may read from now on, without a version yet.

    Raises:
        PermissionDenied: it is somebody else's, or the adviser offers no times to this candidate.
        ValidationError: what was said is too long.
    """
    check_may(by, "advice.ask_adviser")
    if by is not None and candidate.user_id != by.pk:
        raise PermissionDenied(_("You may not do this."))
    programme = programme_with(candidate, adviser)
    if programme is None:
        raise PermissionDenied(f"{adviser} is no adviser of {candidate}.")
    case = AdviceCase(
        candidate=candidate,
        programme=programme,
        adviser=adviser,
        kind=details.kind,
        country=details.country,
        title=details.title.strip(),
        question=details.question.strip(),
        opened_at=at,
        changed_at=at,
    )
    case.full_clean()
    case.save()
    record(action="advice.open_case", subject=case, by=by, at=at, changes={"adviser": adviser.pk})
    return case


@transaction.atomic
def add_version(
    *, case: AdviceCase, text: str, by: User | None, at: dt.datetime, is_told: bool = True
) -> AdviceVersion:
    """
    Put in the next version of a text. It is read, but matched with nothing: the profile stays as it is.

    Args:
        is_told: the adviser gets a mail.

    Raises:
        PermissionDenied: it is somebody else's.
        NotShared: the sharing has ended.
        NothingNew: the text is no text, or the same as the version before.
        ValidationError: there are too many versions.
    """
    check_may(by, "advice.change_case", case)
    text = text.replace("\x00", " ").replace("\r\n", "\n").strip()
    if sum(map(str.isalpha, text)) < FEWEST_LETTERS:
        raise NothingNew(_("This is too short. Paste all of it."))
    row = AdviceCase.objects.select_for_update().get(pk=case.pk)
    if not row.is_shared:
        raise NotShared(_("You have ended the sharing. Ask an adviser anew."))
    last = AdviceVersion.objects.filter(case=row).order_by("number").last()
    if last is not None and last.text == text:
        raise NothingNew(_("This is the same text as before."))
    number = last.number + 1 if last else 1
    if number > MOST_VERSIONS:
        raise ValidationError(_("There are %(most)d versions already.") % {"most": MOST_VERSIONS})
    document = Document(f"advice-{row.pk}", text, DocumentKind.CV, published=at.date())
    reading = classifications.reader().read(document)
    version = AdviceVersion.objects.create(
        case=row,
        number=number,
        text=text,
        language=reading.language,
        passages=to_ranges(reading.passages, text),
        facts=to_stored_facts(reading.facts),
        added_at=at,
    )
    touch(case, at)
    record(action="advice.add_version", subject=case, by=by, at=at, changes={"version": number})
    if is_told:
        tell_adviser(case, "advice_version", by=by, at=at)
    return version


def touch(case: AdviceCase, at: dt.datetime) -> None:
    case.changed_at = at
    case.save(update_fields=["changed_at"])
