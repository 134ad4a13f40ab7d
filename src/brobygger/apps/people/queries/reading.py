"""Sentences of CVs as they were read, for those who look for errors of reading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from brobygger.apps.base.enums import Role as UserRole
from brobygger.apps.classifications.adapters import to_passages
from brobygger.apps.classifications.enums import DocumentSort
from brobygger.apps.classifications.queries import (
    CorrectedDocument,
    ReadSentence,
    SentenceFilter,
    SentenceKey,
    corrected_document,
    cut_sentences,
    sentence_keys,
    standing_corrections,
)
from brobygger.apps.people.models import (
    Candidate,
    CandidateDocument,
    CandidateFact,
    CandidateIdentity,
)
from brobygger.apps.people.queries.candidates import visible_candidates
from brobygger.apps.people.queries.cvs import CLOSED_ROLES, closed_ranges, name_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brobygger.apps.base.models import User


def read_sentences(user: User, chosen: SentenceFilter | None = None) -> QuerySet[Any, Any]:
    """
    Where something was read in the CVs a user may see whole: (candidate, start, …) rows, the least sure first.

    Contact lines are left out: nobody has to see them to judge what was read.
    """
    # asked of each fact: with "in", SQLite would read the facts of one candidate after the other, and sort millions
    seen = Exists(_whole_candidates(user).filter(pk=OuterRef("candidate_id")))
    facts = CandidateFact.objects.filter(seen).exclude(role__in=CLOSED_ROLES)
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
    private = {pk: name_ranges(one.text, names.get(pk, "")) for pk, one in documents.items()}
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
                *closed_ranges(document.passages, contacts),
                *name_ranges(document.text, names.get(pk, "")),
            ],
            corrections=group,
        )


def _whole_candidates(user: User) -> QuerySet[Candidate]:
    """Those of whom a user may read all that the CV says, see `people.view_identity`."""
    seen = visible_candidates(user)
    return seen.none() if user.role == UserRole.COMPANY else seen
