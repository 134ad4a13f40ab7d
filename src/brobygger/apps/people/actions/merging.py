"""Two records of the same candidate become one, and become two again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from brobygger.apps.base.actions.merging import Joinable, UndoLaterFirst
from brobygger.apps.base.models import CannotUndo, Journal
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people.adapters import graduation_columns
from brobygger.apps.people.models import (
    Candidate,
    CandidateDocument,
    CandidateFact,
    CandidateMerge,
    DistinctCandidates,
)
from brobygger.apps.people.queries import COMPARISON

__all__ = [
    "CannotUndo",
    "UndoLaterFirst",
    "merge_candidates",
    "say_candidates_differ",
    "undo_merge_of_candidates",
]


def _settle_facts(journal: Journal, kept: Candidate, other: Candidate, from_other: Collection[str]) -> None:
    """Of two CVs one goes, and what was read of it with it; what people added stays, without its place in the text."""
    has_cv = [CandidateDocument.objects.filter(candidate=one).exists() for one in (kept, other)]
    if all(has_cv):
        losing = kept if "document" in from_other else other
        for fact in losing.facts.exclude(state=FactState.ADDED):
            journal.remove(fact)
        for fact in losing.facts.exclude(span_start=None):
            journal.change(fact, span_start=None, span_end=None, sentence_start=None)
    added = [(fact.kind, fact.value) for fact in kept.facts.filter(state=FactState.ADDED)]
    for fact in other.facts.filter(state=FactState.ADDED):
        if (fact.kind, fact.value) in added:
            journal.remove(fact)
    left = CandidateFact.objects.filter(candidate__in=(kept, other))
    journal.change(kept, **graduation_columns(left))


CANDIDATES: Final = Joinable(
    app="people",
    things="candidates",
    rows=Candidate,
    merges=CandidateMerge,
    distinct=DistinctCandidates,
    comparison=COMPARISON,
    settle=_settle_facts,
    touched=("changed_at",),
)
merge_candidates = CANDIDATES.merge
undo_merge_of_candidates = CANDIDATES.undo
say_candidates_differ = CANDIDATES.differ
