"""Reads of candidates: who may see whom, and a CV with its facts marked, whole or without what identifies."""

from __future__ import annotations

import datetime as dt
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db.models import Max, Q, QuerySet

from brobygger.apps.base.enums import Role as UserRole
from brobygger.apps.base.queries import Person, has_records, person
from brobygger.apps.classifications.adapters import to_passages
from brobygger.apps.classifications.enums import DocumentSort
from brobygger.apps.classifications.queries import (
    CorrectedDocument,
    Mark,
    ReadSentence,
    Segment,
    SentenceFilter,
    SentenceKey,
    corrected_document,
    cut_sentences,
    cut_text,
    marks_of,
    sentence_keys,
    standing_corrections,
)
from brobygger.apps.people.models import (
    Candidate,
    CandidateDocument,
    CandidateFact,
    CandidateIdentity,
    ErasureRequest,
)
from brobygger.core.reading import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brobygger.apps.base.models import User

# What a company may read of a CV. The rest (employers, schools, the person, private life) stays hidden.
OPEN_KINDS: Final = frozenset(
    {"skill", "occupation", "language", "experience", "market", "start", "duration", "hours"}
)
CLOSED_ROLES: Final = frozenset({Role.CONTACT.value})
SHORTEST_NAME: Final = 3  # letters of a part of a name that is hidden where it stands alone


def visible_candidates(user: User) -> QuerySet[Candidate]:
    """
    The candidates a user may see, see `rules`.

    Those who run the installation see all, a partner those of its programmes, a company those who let it, a candidate
    the own page.
    """
    everything = Candidate.objects.all()
    if user.is_superuser or user.role in (UserRole.MANAGER, UserRole.SECRETARIAT):
        return everything
    if user.role == UserRole.PARTNER:
        return everything.of_partner(user)
    if user.role == UserRole.COMPANY:
        return everything.visible_to_companies()
    if user.role == UserRole.CANDIDATE:
        return everything.filter(user=user)
    return everything.none()


def candidate_list(
    user: User, *, text: str = "", language: str = "", country: str = ""
) -> QuerySet[Candidate]:
    """
    The candidates a user may see, by id, with preferences.

    Args:
        text: part of the alias.
        language: the CV is written in it.
        country: where the candidate lives.
    """
    found = visible_candidates(user).select_related("preference").order_by("pk")
    if text:
        found = found.filter(alias__icontains=text)
    if language:
        found = found.filter(document__language=language)
    return found.filter(preference__home_country=country) if country else found


def candidate_by_id(pk: int) -> Candidate | None:
    """One candidate with preferences and CV; the caller asks the rules who may see it."""
    return Candidate.objects.select_related("preference", "document").filter(pk=pk).first()


def candidate_of_user(user: User) -> Candidate | None:
    """The candidate who logs in as this user; None if there is none."""
    return Candidate.objects.select_related("preference", "document").filter(user=user).first()


def name_of(candidate: Candidate) -> str:
    """The candidate's own name; ask `people.view_identity` first. Empty if it is not known."""
    identity = getattr(candidate, "identity", None)
    return identity.name if identity else ""


def facts_of(candidate: Candidate) -> list[CandidateFact]:
    """What was read from a CV and what people said of it, in the order of the text."""
    return list(candidate.facts.order_by("span_start", "pk"))


def marked_cv(candidate: Candidate, facts: list[CandidateFact] | None = None) -> tuple[Segment, ...]:
    """The whole CV with what was understood of it marked: for the person and for those who run the programme."""
    found = facts_of(candidate) if facts is None else facts
    return cut_text(candidate.document.text, marks_of(found))


def anonymous_cv(candidate: Candidate, facts: list[CandidateFact] | None = None) -> tuple[Segment, ...]:
    """
    The CV as a company may read it.

    Shown are the words of skills, occupations, languages and the like wherever they stand, outside of contact
    lines. Everything else is hidden, not only what was recognised as identifying: also a section on skills may
    name an employer or speak of children.
    """
    found = facts_of(candidate) if facts is None else facts
    text, passages = candidate.document.text, candidate.document.passages
    closed = list(_closed_ranges(passages, found))
    marks = [mark for mark in marks_of(found) if mark.kind in OPEN_KINDS and not _touches(mark, closed)]
    between = _without(0, len(text), [(mark.start, mark.end) for mark in marks])
    hidden = [(start, end) for start, end in between if any(map(str.isalnum, text[start:end]))]
    return cut_text(text, marks, hidden)


def read_sentences(user: User, chosen: SentenceFilter | None = None) -> QuerySet[Any, Any]:
    """
    Where something was read in the CVs a user may see whole: (candidate, start, …) rows, the least sure first.

    Contact lines are left out: nobody has to see them to judge what was read.
    """
    facts = CandidateFact.objects.filter(candidate__in=_whole_candidates(user)).exclude(role__in=CLOSED_ROLES)
    return sentence_keys(facts, "candidate_id", chosen or SentenceFilter())


def sentences(keys: Iterable[SentenceKey]) -> list[tuple[Candidate, ReadSentence]]:
    """Sentences of CVs with what was read in them, in the order of `keys`; names are hidden. Four queries."""
    wanted = list(keys)
    owners = {key.owner for key in wanted}
    documents = {
        one.candidate_id: one
        for one in CandidateDocument.objects.select_related("candidate").filter(candidate__in=owners)
    }
    starts = Q(sentence_start__in={key.start for key in wanted}) | Q(kind="contact")
    facts = CandidateFact.objects.filter(starts, candidate__in=owners)
    names = dict(CandidateIdentity.objects.filter(candidate__in=owners).values_list("candidate", "name"))
    private = {pk: _name_ranges(one.text, names.get(pk, "")) for pk, one in documents.items()}
    kept = [key for key in wanted if key.owner in documents]
    found = cut_sentences(kept, documents, facts, DocumentSort.CV, private)
    return [(documents[one.key.owner].candidate, one) for one in found]


def fact_by_id(*, pk: int) -> CandidateFact:
    """
    One fact of a CV, with its candidate and the CV.

    Raises:
        CandidateFact.DoesNotExist: there is none.
    """
    return CandidateFact.objects.select_related("candidate__document").get(pk=pk)


def corrected_cvs() -> Iterator[CorrectedDocument]:
    """The CVs that somebody corrected, as an evaluation reads them, each with its corrections, without names."""
    names = dict(CandidateIdentity.objects.values_list("candidate", "name"))
    for pk, group in groupby(
        standing_corrections(DocumentSort.CV).order_by("document_id", "pk"), key=lambda one: one.document_id
    ):
        document = CandidateDocument.objects.filter(candidate=pk).first()
        if document is None:
            continue
        contacts = CandidateFact.objects.in_force().filter(candidate=pk, kind="contact")
        yield corrected_document(
            name=f"cv-{pk}",
            sort=DocumentSort.CV,
            text=document,
            passages=to_passages(document.passages),
            published=document.published_date,
            employer="",
            private=[
                *_closed_ranges(document.passages, contacts),
                *_name_ranges(document.text, names.get(pk, "")),
            ],
            corrections=group,
        )


def erasure_requests() -> QuerySet[ErasureRequest]:
    """The candidates who wait to be erased, the longest waiting first."""
    return ErasureRequest.objects.select_related("candidate").order_by("asked_at", "pk")


def erasure_request_by_id(*, pk: int) -> ErasureRequest | None:
    """The request of a candidate, by the candidate's number; None if there is none."""
    return ErasureRequest.objects.select_related("candidate").filter(pk=pk).first()


def who_is_erased(candidate: Candidate) -> Person:
    """The candidate and the own log-in; a log-in that is also for other work here stays."""
    user = candidate.user
    is_own = user is not None and user.role == UserRole.CANDIDATE and not user.is_superuser
    return person(user_id=candidate.user_id if is_own else None, candidate_id=candidate.pk)


def needs_archive(candidate: Candidate) -> bool:
    """Whether the installation has a duty to archive and keeps records of this candidate."""
    return bool(settings.ARCHIVE_DUTY) and has_records(who_is_erased(candidate))


def last_change(candidates: QuerySet[Candidate]) -> dt.datetime | None:
    """When anything that the matcher reads of these candidates last changed."""
    latest: dt.datetime | None = candidates.aggregate(latest=Max("changed_at"))["latest"]
    return latest


def _whole_candidates(user: User) -> QuerySet[Candidate]:
    """Those of whom a user may read all that the CV says, see `people.view_identity`."""
    seen = visible_candidates(user)
    return seen.none() if user.role == UserRole.COMPANY else seen


def _name_ranges(text: str, name: str) -> list[tuple[int, int]]:
    """Where a person's name or a part of it stands in a text: the reader does not recognise every name."""
    parts = [part for part in (name, *name.split()) if len(part) >= SHORTEST_NAME]
    if not parts:
        return []
    either = "|".join(rf"\b{re.escape(part)}\b" for part in parts)
    return [match.span() for match in re.finditer(either, text)]


def _closed_ranges(
    passages: Iterable[list[object]], facts: Iterable[CandidateFact]
) -> Iterator[tuple[int, int]]:
    """Contact lines, and whatever a fact of these kinds covers."""
    for start, end, _language, _confidence, role in passages:
        if role in CLOSED_ROLES and isinstance(start, int) and isinstance(end, int):
            yield start, end
    for fact in facts:
        if fact.kind == "contact" and fact.span_start is not None and fact.span_end is not None:
            yield fact.span_start, fact.span_end


def _touches(mark: Mark, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < mark.end and mark.start < end for start, end in ranges)


def _without(start: int, end: int, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of start:end outside of `ranges`."""
    result, position = [], start
    for first, last in sorted(ranges):
        if last <= position or first >= end:
            continue
        if first > position:
            result.append((position, first))
        position = last
    return [*result, (position, end)] if position < end else result
