"""Sentences with what was read in them, the least sure first: where to look for what was read wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from brobygger.apps.classifications.enums import DocumentSort, FactState
from brobygger.apps.classifications.models import Correction, ReadFact, ReadText
from brobygger.apps.classifications.queries.marked_text import Segment, cut_text, marks_of

# Who somebody is and how to reach them: nothing follows from these lines, so nobody has to look at them here.
PRIVATE: Final = "contact"
ASSUMED: Final = 0.3  # confidence of what is assumed where nothing is said, see `core.reading.facets.kind`


@dataclass(frozen=True, slots=True)
class SentenceFilter:
    """
    What a list of sentences is narrowed to; empty: no condition.

    Args:
        kind: sentences with a fact of this kind.
        language: that the fact was said in.
        below: sentences with a fact less sure than this, 0–1.
        shown: "open" for those with a fact that nobody has spoken about, "corrected" for those with one that
            somebody has, "all" for both.
    """

    kind: str = ""
    language: str = ""
    below: float | None = None
    shown: str = "open"


class SentenceKey(NamedTuple):
    """A sentence: the row its text belongs to, and the offset where it starts."""

    owner: int
    start: int


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """
    A sentence, the facts that stand in it, and the last correction of each that can be undone.

    Args:
        segments: its words, cut at what was understood; words that are nobody's business are hidden.
        corrections: by the fact's id.
    """

    key: SentenceKey
    segments: tuple[Segment, ...]
    facts: tuple[ReadFact, ...]
    corrections: Mapping[int, Correction]


def sentence_keys(facts: QuerySet[Any], owner: str, chosen: SentenceFilter) -> QuerySet[Any, Any]:
    """
    The sentences that hold one of these facts, as rows (owner, start, confidence): the least sure first, or the last corrected.

    A sentence stands where its first fact stands. That is asked of each fact in the order of an index, so that a page
    costs the same among a thousand facts and among millions; grouping them would read them all.

    Args:
        facts: rows of one `ReadFact` table.
        owner: its column of the text's owner, "opportunity_id".
        chosen: what the list is narrowed to.
    """
    found = facts.filter(_as_chosen(chosen), sentence_start__isnull=False)
    if chosen.shown == "corrected":
        sooner = Q(corrected_at__gt=OuterRef("corrected_at"))
        tied, order = Q(corrected_at=OuterRef("corrected_at")), "-corrected_at"
    else:
        sooner = Q(confidence__lt=OuterRef("confidence"))
        tied, order = Q(confidence=OuterRef("confidence")), "confidence"
    beside = found.filter(**{name: OuterRef(name) for name in (owner, "sentence_start")})
    earlier = beside.filter(sooner | (tied & Q(pk__lt=OuterRef("pk"))))
    return (
        found.filter(~Exists(earlier))
        .order_by(order, "pk")
        .values_list(owner, "sentence_start", "confidence")
    )


def _as_chosen(chosen: SentenceFilter) -> Q:
    """
    The facts that a list may stand on.

    That an ad without another sign is for a job is assumed of half of them: it must not stand before what was read,
    and is listed where one asks for its kind.
    """
    found = ~Q(kind=PRIVATE)
    exact = {"kind": chosen.kind, "language": chosen.language}
    found &= Q(**{name: value for name, value in exact.items() if value})
    if not chosen.kind:
        found &= Q(confidence__gt=ASSUMED)
    if chosen.below is not None:
        found &= Q(confidence__lt=chosen.below)
    if chosen.shown == "open":
        found &= Q(state=FactState.READ)
    elif chosen.shown == "corrected":
        found &= Q(corrected_at__isnull=False)
    return found


def cut_sentences(
    keys: Iterable[SentenceKey],
    texts: Mapping[int, ReadText],
    facts: Iterable[ReadFact],
    sort: DocumentSort,
    private: Mapping[int, Iterable[tuple[int, int]]] | None = None,
) -> list[ReadSentence]:
    """
    Sentences with their facts, in the order of `keys`. One query.

    Args:
        texts: by owner.
        facts: at least those of these sentences, and every contact line of these texts.
        private: by owner, what else is hidden: half-open ranges of characters.
    """
    wanted = list(keys)
    by_key: dict[SentenceKey, list[ReadFact]] = defaultdict(list)
    hidden: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for owner, ranges in (private or {}).items():
        hidden[owner] = list(ranges)
    for fact in facts:
        owner = getattr(fact, f"{fact.OWNER}_id")
        if fact.kind == PRIVATE:
            if fact.span_start is not None and fact.span_end is not None:
                hidden[owner].append((fact.span_start, fact.span_end))
        elif fact.sentence_start is not None:
            by_key[SentenceKey(owner, fact.sentence_start)].append(fact)
    shown = [fact.pk for key in wanted for fact in by_key[key]]
    last = {one.fact_id: one for one in standing_corrections(sort).filter(fact_id__in=shown)}
    result = []
    for key in wanted:
        here = sorted(by_key[key], key=lambda fact: (fact.span_start or 0, fact.pk))
        start, end = key.start, sentence_end(texts[key.owner], key.start)
        marks = [mark for mark in marks_of(here) if mark.end <= end]
        segments = cut_text(texts[key.owner].text[:end], marks, [*hidden[key.owner], (0, start)])
        words = segments[1:] if start else segments
        result.append(
            ReadSentence(key, words, tuple(here), {one.pk: last[one.pk] for one in here if one.pk in last})
        )
    return result


def sentence_end(text: ReadText, start: int) -> int:
    """End of the passage that starts at an offset; of the line where none does."""
    ends = [end for first, end, *_rest in text.passages if first == start]
    if ends:
        return int(ends[0])
    line = text.text.find("\n", start)
    return line if line >= 0 else len(text.text)


def standing_corrections(
    sort: DocumentSort, documents: Collection[int] | None = None
) -> QuerySet[Correction]:
    """The corrections of ads or of CVs that nobody has taken back, first ones first."""
    found = Correction.objects.standing().filter(document_sort=sort).order_by("pk")
    return found if documents is None else found.filter(document_id__in=documents)


def correction_by_id(*, pk: int) -> Correction:
    """
    One correction.

    Raises:
        Correction.DoesNotExist: there is none.
    """
    return Correction.objects.get(pk=pk)
