"""What the reader finds in a version, as the version keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.advice.models.advice_version import Stored, key_of
from brobygger.apps.classifications.adapters import to_columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brobygger.core.reading import Fact, Passage

PRIVATE = "contact"  # who somebody is and how to reach them: nothing to compare


def to_stored_facts(facts: Iterable[Fact]) -> list[Stored]:
    """{kind, value} of each thing that was read, each once, in the order of the text."""
    found: dict[tuple[str, str], Stored] = {}
    for fact in facts:
        columns = to_columns(fact)
        if columns["kind"] != PRIVATE:
            one = {"kind": columns["kind"], "value": columns["value"]}
            found.setdefault(key_of(one), one)
    return list(found.values())


def to_ranges(passages: Iterable[Passage], text: str) -> list[list[int]]:
    """[start, end] of each sentence, without the blanks around it; a sentence without a letter or digit is left out."""
    ranges = []
    for passage in passages:
        start, end = passage.span.start, passage.span.end
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if any(map(str.isalnum, text[start:end])):
            ranges.append([start, end])
    return sorted(ranges)
