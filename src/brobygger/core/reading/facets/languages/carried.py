"""Levels that an ad says at another place ("Reports are in English. You have to write it well.")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brobygger.core.reading.data import Fact, Language, Modality
from brobygger.core.reading.facets.languages.candidates import NEAR


def carried(read: Sequence[tuple[Fact, Language]]) -> Iterator[tuple[Fact, Language]]:
    """All that the rules read in an ad, a need without a level with the one that is said nearest to it, if any is near."""
    for fact, value in read:
        level = None
        if value.level is None and value.modality is not Modality.NOT_REQUIRED:
            said = [
                (abs(other.span.start - fact.span.start), like.level)
                for other, like in read
                if like.code == value.code and like.level and like.modality is not Modality.NOT_REQUIRED
            ]
            distance, level = min(said, key=lambda one: one[0], default=(NEAR, None))
            level = level if distance < NEAR else None
        if level is None:
            yield fact, value
            continue
        with_level = replace(value, level=level)
        yield replace(fact, value=with_level), with_level
