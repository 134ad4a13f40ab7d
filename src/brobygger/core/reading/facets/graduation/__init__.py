"""When the last education of a CV ends or ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from brobygger.core.reading.data import Document, DocumentKind, Fact, Graduation, Passage
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.graduation.period import Period, period_of
from brobygger.core.reading.facets.graduation.said import said_in
from brobygger.core.reading.facets.graduation.studies import studies_in
from brobygger.core.reading.passages import find_passages

__all__ = ["find_graduation", "period_of"]

SAID = 0.9  # sure of a graduation in so many words
FARTHEST = 10  # years ahead; more is a slip of the pen
ANY_LEVEL = 9  # above all of EQF: what is said of a graduation is of the studies that go on


@dataclass(frozen=True, slots=True)
class Ending:
    """An education's end: `period` has its characters in the whole document, `eqf` is 0 where no level is said."""

    period: Period
    eqf: int
    sure: float


def find_graduation(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    One `Graduation` fact of a CV, at the words that say it; ads give none.

    Of several educations the last to end counts, as exactly as it is said anywhere. If studies of the same or a
    higher level go on and their end is not said, nothing is known.
    """
    if document.kind is not DocumentKind.CV:
        return
    ending = graduation_of(document)
    own = passage.span
    if ending and own.start <= ending.period.start and ending.period.end <= own.end:
        value = Graduation(ending.period.earliest, ending.period.latest)
        start, end = ending.period.start - own.start, ending.period.end - own.start
        yield fact_at(value, passage, start, end, ending.sure)


@lru_cache(maxsize=4)  # each passage of a document asks
def graduation_of(document: Document) -> Ending | None:
    """The end of the last education; None if it is not said."""
    endings, going_on = _endings(document)
    latest = max(endings, key=lambda one: (one.period.latest, one.sure), default=None)
    if latest is None:
        return None
    if any(eqf >= latest.eqf for eqf in going_on) and not _is_ahead(latest, document):
        return None
    exact = [one for one in endings if _lies_in(one.period, latest.period)]
    return min(exact, key=lambda one: (one.period.days, -one.sure, one.period.start))


def _endings(document: Document) -> tuple[list[Ending], list[int]]:
    """Every end of an education that the document names, and the levels of studies that go on."""
    endings: list[Ending] = []
    going_on: list[int] = []
    passages = find_passages(document)
    published = document.published
    for number, passage in enumerate(passages):
        text = document.text[passage.span.start : passage.span.end]
        said = [*said_in(text, passage.role, published, passage.language)]
        endings += (Ending(_at(one, passage), ANY_LEVEL, SAID) for one in said)
        studies = studies_in(number, passages, document)
        if studies and studies.period:
            endings.append(Ending(_at(studies.period, passage), studies.eqf or 0, studies.sure))
        elif studies and not said:
            going_on.append(studies.eqf or 0)
    last = published.year + FARTHEST if published else None
    return [one for one in endings if last is None or one.period.latest.year <= last], going_on


def _is_ahead(ending: Ending, document: Document) -> bool:
    return document.published is not None and ending.period.latest >= document.published


def _at(period: Period, passage: Passage) -> Period:
    """With its characters counted in the whole document."""
    start = passage.span.start
    return replace(period, start=start + period.start, end=start + period.end)


def _lies_in(one: Period, other: Period) -> bool:
    return other.earliest <= one.earliest and one.latest <= other.latest
