"""Years of experience that an ad asks for, or that the dated positions of a CV add up to."""

from __future__ import annotations

from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Experience, Fact, Modality, Passage, Role
from brobygger.core.reading.facets.experience.asked import asked_years
from brobygger.core.reading.facets.experience.held import work_positions, worked
from brobygger.core.reading.facets.facet import fact_at

__all__ = ["find_experience"]

AD_ROLES = frozenset((Role.TITLE, Role.REQUIREMENT, Role.ADVANTAGE, Role.TASK, Role.OTHER))


def find_experience(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Years asked for, one fact each; of a CV one fact for all positions together, at the last of them.

    Positions are counted once where they overlap. A position held now counts until `document.published`, and
    nothing if that day is not known. Part-time work counts as time.
    """
    if document.kind is DocumentKind.AD:
        if passage.role in AD_ROLES:
            for years, modality, start, end in asked_years(text, passage.role):
                yield fact_at(Experience(years, modality), passage, start, end, 0.9)
        return
    here = work_positions(text, passage, document.published)
    total = worked(document) if here else None
    if total and passage.span.start + here[-1].start == total.at:
        sure = 0.85 if passage.role is Role.WORK else 0.65
        yield fact_at(Experience(total.years, Modality.HELD), passage, here[-1].start, here[-1].end, sure)
