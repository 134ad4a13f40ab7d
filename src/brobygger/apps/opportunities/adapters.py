"""Opportunities as rows and as `core.matching.Opportunity`: the only place that knows both."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import QuerySet

from brobygger.apps.classifications.adapters import FactRow, to_reading
from brobygger.apps.opportunities.enums import LanguageModality
from brobygger.apps.opportunities.models import LanguageNeed, Opportunity, OpportunityFact
from brobygger.core import matching
from brobygger.core.matching import opportunity_from
from brobygger.core.reading import Deadline, Document, DocumentKind, Level, Modality, Setting

STRENGTH: Final = tuple(
    one.value
    for one in (
        LanguageModality.REQUIRED,
        LanguageModality.WORKING_LANGUAGE,
        LanguageModality.PREFERRED,
        LanguageModality.NOT_REQUIRED,
    )
)
"""How strongly a language is asked for, strongest first."""
CHUNK: Final = 2_000  # rows fetched at a time


def load_opportunities(opportunities: QuerySet[Opportunity]) -> tuple[matching.Opportunity, ...]:
    """
    Opportunities as the matcher sees them, by id. Three queries, whatever the size.

    What a company says of its need of a language goes before what the ad says.
    """
    ids = opportunities.order_by("pk").values_list("pk", flat=True)
    rows = (
        OpportunityFact.objects.in_force()
        .filter(opportunity__in=ids)
        .order_by("opportunity_id", "span_start", "pk")
    )
    columns = rows.values_list("opportunity_id", *FactRow._fields).iterator(CHUNK)
    facts = {pk: list(_rows(group)) for pk, group in groupby(columns, key=itemgetter(0))}
    needs: dict[int, list[LanguageNeed]] = {}
    for need in LanguageNeed.objects.filter(opportunity__in=ids).order_by("opportunity_id", "codes", "task"):
        needs.setdefault(need.opportunity_id, []).append(need)
    stored = opportunities.order_by("pk").select_related(None)
    return tuple(
        to_opportunity(row, facts.get(row.pk, ()), needs.get(row.pk, ())) for row in stored.iterator(CHUNK)
    )


def as_read(row: Opportunity) -> matching.Opportunity:
    """An opportunity as its ad and its facts say, before what the company says of languages. One query."""
    facts = row.facts.in_force().order_by("span_start", "pk").values_list(*FactRow._fields)
    return to_opportunity(row, [FactRow(*columns) for columns in facts], ())


def to_opportunity(
    row: Opportunity, facts: Iterable[FactRow], needs: Iterable[LanguageNeed]
) -> matching.Opportunity:
    """One opportunity as the matcher sees it."""
    reading = to_reading(document_of(row), row.language, row.passages, facts)
    return with_language_needs(dataclasses.replace(opportunity_from(reading), title=row.title), needs)


def to_list_columns(row: Opportunity) -> dict[str, Any]:
    """The columns that repeat facts for lists and filters. One query."""
    facts = row.facts.in_force().order_by("span_start", "pk").values_list(*FactRow._fields)
    reading = to_reading(
        document_of(row), row.language, row.passages, [FactRow(*columns) for columns in facts]
    )
    seen = opportunity_from(reading)
    days = [one.date for one in reading.values(Deadline) if isinstance(one, Deadline) and one.date]
    return {
        "kind": seen.kind or "",
        "places": seen.places,
        "place_name": seen.place.name if seen.place else "",
        "country": seen.place.country if seen.place else row.organisation.country,
        "valid_through": max((day for day in days if day >= row.date_posted), default=None),
    }


def document_of(row: Opportunity) -> Document:
    """The ad as the reader takes it."""
    return Document(str(row.pk), row.text, DocumentKind.AD, title=row.title, published=row.date_posted)


def with_language_needs(
    opportunity: matching.Opportunity, needs: Iterable[LanguageNeed]
) -> matching.Opportunity:
    """All needs that were read for the same languages are replaced by what the company says of them."""
    said = list(needs)
    if not said:
        return opportunity
    settled = {frozenset(codes_of(need)) for need in said}
    kept = tuple(need for need in opportunity.languages if frozenset(need.codes) not in settled)
    return dataclasses.replace(opportunity, languages=(*kept, *_needs(said)))


def codes_of(need: LanguageNeed) -> tuple[str, ...]:
    """The languages of a need, alternatives of each other."""
    return tuple(need.codes.split("|"))


def joined(codes: Iterable[str]) -> str:
    """Languages as `LanguageNeed.codes` holds them."""
    return "|".join(sorted(set(codes)))


def _needs(rows: Iterable[LanguageNeed]) -> Iterator[matching.LanguageNeed]:
    """
    One need for each language and setting: of the tasks that ask most strongly, the highest level.

    Whoever can give safety instructions at B2 can take part in meetings at B1: what is a must for one task is the
    least that the work as a whole asks for.
    """
    groups: dict[tuple[str, str], list[LanguageNeed]] = {}
    for row in rows:
        if row.modality != LanguageModality.NOT_REQUIRED:
            groups.setdefault((row.codes, row.setting), []).append(row)
    for found in groups.values():
        strongest = min(STRENGTH.index(row.modality) for row in found)
        row = max(
            (one for one in found if STRENGTH.index(one.modality) == strongest), key=lambda one: one.level
        )
        yield matching.LanguageNeed(
            codes=codes_of(row),
            level=Level(row.level),
            modality=Modality(row.modality),
            setting=Setting(row.setting),
        )


def _rows(group: Iterator[tuple[Any, ...]]) -> Iterator[FactRow]:
    return (FactRow(*columns) for _, *columns in group)
