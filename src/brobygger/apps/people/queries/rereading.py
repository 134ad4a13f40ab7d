"""A stored CV as the reader of today reads it, beside what is kept of it; nothing is written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Q, QuerySet

from brobygger.apps.classifications import queries as classifications
from brobygger.apps.classifications.adapters import (
    ONE_OF_A_PERSON,
    FactRow,
    to_columns,
    to_fact,
    undecided,
    unopposed,
)
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateFact
from brobygger.apps.people.queries.cvs import ProfileFact, profile_facts
from brobygger.core.reading import READER_VERSION, Document, DocumentKind, learned_since

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brobygger.core.reading import Fact, Reading

STRUCTURED: Final = "structured"  # method of a fact that stood in a field of its own


@dataclass(frozen=True, slots=True)
class Rereading:
    """
    What would become of a profile if its CV was read again.

    Args:
        reading: of the whole text.
        facts: of it, what would stand in the place of all that was read before. What people put right or took out is
            not among them.
        added, gone: things that the profile says then and not now, and the other way round.
        changed: things that say something else of the same words, before and after.
        digest: of all that this was found from and says; the same as long as nobody changes anything.
    """

    reading: Reading
    facts: tuple[Fact, ...]
    added: tuple[ProfileFact, ...]
    gone: tuple[ProfileFact, ...]
    changed: tuple[tuple[ProfileFact, ProfileFact], ...]
    digest: str

    @property
    def says_more(self) -> bool:
        return bool(self.added or self.gone or self.changed)


def rereading(candidate: Candidate) -> Rereading:
    """Read the CV of a candidate again, without keeping anything. One query, and a reading of the text."""
    rows = list(candidate.facts.order_by("span_start", "pk"))
    reading = _read(candidate, rows)
    decided = [row for row in rows if row.state != FactState.READ]
    facts = tuple(unopposed(reading.facts, _fact_rows(decided)))
    then = [*decided, *(CandidateFact(candidate=candidate, **to_columns(fact)) for fact in facts)]
    before = {_key(one): one for one in profile_facts(candidate, rows)}
    after = {_key(one): one for one in profile_facts(candidate, then)}
    added = [one for key, one in after.items() if key not in before]
    gone = [one for key, one in before.items() if key not in after]
    changed = _pairs(gone, added)
    paired = {id(one) for pair in changed for one in pair}
    return Rereading(
        reading,
        facts,
        added=tuple(one for one in added if id(one) not in paired),
        gone=tuple(one for one in gone if id(one) not in paired),
        changed=tuple(changed),
        digest=_digest(rows, facts),
    )


def new_kinds(document: CandidateDocument) -> tuple[Reading, list[Fact]]:
    """
    What a CV says of the kinds that its reader did not know. One query, and a reading of the text.

    Of what is kept, nothing contradicts it, and nothing says it already.
    """
    rows = list(document.candidate.facts.order_by("span_start", "pk"))
    reading = _read(document.candidate, rows)
    kinds = learned_since(document.kinds_version)
    found = [fact for fact in reading.facts if fact.kind in kinds]
    decided = [row for row in rows if row.state != FactState.READ]
    return reading, undecided(unopposed(found, _fact_rows(decided)), _fact_rows(rows))


def documents_with_new_kinds(*, after: int = 0) -> QuerySet[CandidateDocument]:
    """CVs that may hold facts of kinds nobody has looked for in them, in the order of their numbers."""
    older = Q(kinds_version__lt=READER_VERSION, pk__gt=after)
    found = CandidateDocument.objects.filter(older).exclude(text="")
    return found.select_related("candidate").order_by("pk")


def _read(candidate: Candidate, rows: Iterable[CandidateFact]) -> Reading:
    """What the file of the CV stated in fields of its own goes along: the file is gone, its facts are not."""
    declared = [row for row in rows if row.method == STRUCTURED and row.span_start is not None]
    facts = tuple(to_fact(row) for row in _fact_rows(declared))
    text, day = candidate.document.text, candidate.document.published_date
    document = Document(candidate.alias, text, DocumentKind.CV, published=day, declared=facts)
    return classifications.reader().read(document)


def _fact_rows(rows: Iterable[CandidateFact]) -> list[FactRow]:
    return [FactRow(*(getattr(row, name) for name in FactRow._fields)) for row in rows]


def _key(one: ProfileFact) -> tuple[str, str]:
    return one.fact.kind, one.fact.says


def _pairs(gone: list[ProfileFact], added: list[ProfileFact]) -> list[tuple[ProfileFact, ProfileFact]]:
    """Each thing that goes with the first that comes in its place."""
    pairs, free = [], list(added)
    for old in gone:
        new = next((one for one in free if _replaces(one.fact, old.fact)), None)
        if new is not None:
            free.remove(new)
            pairs.append((old, new))
    return pairs


def _replaces(new: CandidateFact, old: CandidateFact) -> bool:
    if new.kind != old.kind:
        return False
    if new.kind in ONE_OF_A_PERSON:
        return True
    spans = (new.span_start, new.span_end, old.span_start, old.span_end)
    if any(one is None for one in spans):
        return False
    first, last, start, end = (int(one or 0) for one in spans)
    return first < end and start < last


def _digest(rows: Iterable[CandidateFact], facts: Iterable[Fact]) -> str:
    stands = [[row.pk, row.state] for row in rows]
    comes = [to_columns(fact) for fact in facts]
    return hashlib.sha256(json.dumps([stands, comes], sort_keys=True).encode()).hexdigest()[:32]
