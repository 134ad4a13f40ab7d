"""Opportunities as rows and as `core.matching.Opportunity`: the only place that knows both."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import F, Q, QuerySet

from brobygger.apps.classifications import adapters as classifications
from brobygger.apps.classifications.adapters import FactRow, to_reading, value_from_json
from brobygger.apps.opportunities.enums import NAMES_A_FUND, LanguageModality, PaidBy
from brobygger.apps.opportunities.models import (
    AdVersion,
    LanguageNeed,
    Opportunity,
    OpportunityFact,
    OpportunityProfile,
    OpportunityTranslation,
)
from brobygger.core import matching
from brobygger.core.matching import chosen_facts, data, languages, opportunity_from, profile
from brobygger.core.reading import (
    Deadline,
    Document,
    DocumentKind,
    Level,
    Modality,
    OpportunityKind,
    Pay,
    Payer,
    Place,
    Remote,
    Setting,
    Start,
)
from brobygger.core.reading import data as reading
from brobygger.data import stored_form
from brobygger.data.postings import Posting
from brobygger.data.stored_form import form_of, from_stored

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
PUBLISHED_KINDS: Final = ("place", "remote", "start", "pay")  # facts that a posting has fields for
LONGEST_FUND: Final = 100
MOST_NAMED: Final = 500  # ids in one query
FORM: Final = form_of(
    [sys.modules[__name__], classifications, chosen_facts, data, languages, profile, reading, stored_form]
)
UP_TO_DATE: Final = Q(form=FORM, as_of=F("opportunity__changed_at"))


def load_opportunities(opportunities: QuerySet[Opportunity]) -> tuple[matching.Opportunity, ...]:
    """
    Opportunities as the matcher sees them, by id.

    Stored profiles are taken as far as they are up to date; all others are read. Two queries, and three more if
    any has to be read, whatever the size.
    """
    stored = OpportunityProfile.objects.filter(
        UP_TO_DATE, opportunity__in=opportunities.order_by().values("pk")
    )
    found = {
        pk: from_stored(matching.Opportunity, content)
        for pk, content in stored.values_list("pk", "content").iterator(CHUNK)
    }
    stale = list(
        opportunities.order_by()
        .exclude(profile__form=FORM, profile__as_of=F("changed_at"))
        .values_list("pk", flat=True)
    )
    if stale:
        some = Opportunity.objects.filter(pk__in=stale) if len(stale) <= MOST_NAMED else opportunities
        found |= {int(one.id): one for one in read_opportunities(some) if int(one.id) not in found}
    return tuple(found[pk] for pk in sorted(found))


def read_opportunities(opportunities: QuerySet[Opportunity]) -> tuple[matching.Opportunity, ...]:
    """
    Opportunities as the matcher sees them, by id, from their facts. Three queries, whatever the size.

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
    read = to_reading(document_of(row), row.language, row.passages, facts)
    return with_language_needs(dataclasses.replace(opportunity_from(read), title=row.title), needs)


def to_list_columns(row: Opportunity) -> dict[str, Any]:
    """The columns that repeat facts for lists and filters. One query."""
    facts = row.facts.in_force().order_by("span_start", "pk").values_list(*FactRow._fields)
    read = to_reading(document_of(row), row.language, row.passages, [FactRow(*columns) for columns in facts])
    seen = opportunity_from(read)
    payer = chosen_facts.first(chosen_facts.surest(read, Payer))
    days = [one.date for one in read.values(Deadline) if isinstance(one, Deadline) and one.date]
    return {
        "kind": seen.kind or "",
        "places": seen.places,
        **to_payer_columns(payer),
        "place_name": seen.place.name if seen.place else "",
        "country": seen.place.country if seen.place else row.organisation.country,
        "valid_through": max((day for day in days if day >= row.date_posted), default=None),
    }


def to_payer_columns(payer: Payer | None) -> dict[str, str]:
    """The columns that say who pays; a name only where a programme, fund or grant does."""
    if payer is None:
        return {"paid_by": "", "fund": ""}
    fund = payer.fund if PaidBy(payer.paid_by.value) in NAMES_A_FUND else None
    return {"paid_by": payer.paid_by.value, "fund": (fund or "")[:LONGEST_FUND]}


def load_postings(opportunities: QuerySet[Opportunity], *, language: str = "") -> tuple[Posting, ...]:
    """
    Opportunities as they are published, in their order. Two queries, whatever the size, and one for a language.

    Args:
        language: those that are translated into it are in it; empty: all as they were written.
    """
    rows = list(opportunities.select_related("organisation").defer(None))
    facts: dict[int, list[OpportunityFact]] = {}
    told = OpportunityFact.objects.in_force().filter(
        opportunity__in=[row.pk for row in rows], kind__in=PUBLISHED_KINDS
    )
    for fact in told.order_by("opportunity_id", "span_start", "pk"):
        facts.setdefault(fact.opportunity_id, []).append(fact)
    shown = _translated(rows, language) if language else {}
    return tuple(to_posting(row, facts.get(row.pk, ()), shown.get(row.pk)) for row in rows)


def _translated(rows: Iterable[Opportunity], language: str) -> dict[int, AdVersion]:
    ids = [row.pk for row in rows if row.language != language]
    found = OpportunityTranslation._base_manager.filter(opportunity__in=ids, language=language).order_by()
    return {one.opportunity_id: AdVersion(language, one.title, one.text, "") for one in found}


def to_posting(row: Opportunity, facts: Iterable[OpportunityFact], shown: AdVersion | None = None) -> Posting:
    """
    One opportunity as it is published.

    Args:
        shown: the version whose words are published; None: the original.
    """
    values = [value_from_json(fact.kind, fact.value) for fact in facts if fact.kind in PUBLISHED_KINDS]
    places = [one for one in values if isinstance(one, Place)]
    named = next((one for one in places if one.name == row.place_name), None)
    return Posting(
        id=str(row.pk),
        title=shown.title if shown else row.title,
        text=shown.text if shown else row.text,
        language=shown.language if shown else row.language,
        organisation=row.organisation.name,
        website=row.organisation.website,
        date_posted=row.date_posted,
        valid_through=row.valid_through,
        kind=OpportunityKind(row.kind) if row.kind else None,
        place_name=row.place_name,
        country=row.country,
        coordinates=(named.latitude, named.longitude) if named else None,
        places=row.places,
        is_remote=any(isinstance(one, Remote) and one.share >= 1 for one in values),
        start=next((one.date for one in values if isinstance(one, Start) and one.date), None),
        pay=next((one for one in values if isinstance(one, Pay)), None),
        changed_at=max(row.changed_at, row.translated_at or row.changed_at),
    )


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
