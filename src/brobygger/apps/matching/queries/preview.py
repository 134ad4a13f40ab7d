"""An ad that somebody pastes: what is understood of it, and whom it would reach. Nothing is stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brobygger.apps.classifications.adapters import value_to_json
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.queries import Mark, Segment, cut_text, open_vocabulary
from brobygger.apps.matching.queries.live import live_pool
from brobygger.apps.matching.queries.rankings import TOP, OpportunityRanking, rank_for
from brobygger.apps.people.queries import may_count_candidates
from brobygger.core import matching
from brobygger.core.matching import Conditions, opportunity_from
from brobygger.core.reading import Document, DocumentKind, Reading

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

PASTED = "pasted"  # id of an ad that is not stored


@dataclass(frozen=True, slots=True)
class AdPreview:
    """
    What a pasted ad says, and whom it would reach.

    Args:
        reading: passages, facts and warnings; the main language is `reading.language`.
        marks: the facts with their places in the text, numbered in its order.
        text: the ad cut at its marks.
        opportunity: what the matcher makes of it.
        ranking: candidates for it; None for a company that is not accepted.
    """

    reading: Reading
    marks: tuple[Mark, ...]
    text: tuple[Segment, ...]
    opportunity: matching.Opportunity
    ranking: OpportunityRanking | None


def preview_ad(
    text: str,
    *,
    user: User,
    language: str,
    at: dt.datetime,
    employer: str = "",
    top: int = TOP,
    conditions: Conditions | None = None,
) -> AdPreview:
    """
    Read an ad and rank the candidates for it, without storing anything.

    Args:
        text: the ad in plain text.
        user: a company sees only candidates who show themselves to companies, and no numbers until it is accepted.
        language: of the reasons: "en", "da", "nb" or "sv".
        at: relative dates in the ad count from this day.
        employer: the company's name, masked while reading.
    """
    document = Document(PASTED, text, DocumentKind.AD, employer=employer or None, published=at.date())
    reading = open_vocabulary().reader.read(document)
    marks = marks_of_reading(reading)
    seen = opportunity_from(reading)
    ranking = None
    if may_count_candidates(user):
        ranking = rank_for(seen, live_pool(), user=user, language=language, top=top, conditions=conditions)
    return AdPreview(
        reading=reading,
        marks=tuple(marks),
        text=cut_text(text, marks),
        opportunity=seen,
        ranking=ranking,
    )


def marks_of_reading(reading: Reading) -> list[Mark]:
    """The marks of a reading that is not stored; `fact_id` is the fact's number in the reading."""
    return [
        Mark(
            number,
            fact.kind,
            value_to_json(fact.value),
            fact.span.start,
            fact.span.end,
            fact.confidence,
            FactState.READ,
        )
        for number, fact in enumerate(reading.facts)
    ]
