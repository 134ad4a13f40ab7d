"""One sentence as a document of its own, for tests of a single fact finder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from brobygger.core.reading import Document, DocumentKind, Fact, Passage, Role, Span
from brobygger.core.reading.data import Language
from brobygger.core.reading.facets.facet import Finder
from brobygger.core.reading.facets.languages import find_languages

BEFORE = "Title\n"  # a passage never starts at 0 here, so that a forgotten offset shows


def facts_in(
    find: Finder,
    text: str,
    *,
    role: Role = Role.REQUIREMENT,
    kind: DocumentKind = DocumentKind.AD,
    language: str = "en",
    published: dt.date | None = dt.date(2026, 9, 1),
) -> list[Fact]:
    """The facts that one finder reads from one passage; every span must lie inside it."""
    document = Document("test", f"{BEFORE}{text}\nEnd", kind, published=published)
    passage = Passage(Span(len(BEFORE), len(BEFORE) + len(text)), language, 1.0, role)
    found = list(find(text, passage, document))
    for fact in found:
        assert passage.span.start <= fact.span.start < fact.span.end <= passage.span.end
        assert 0 < fact.confidence <= 1
        assert (fact.role, fact.language) == (role, language)
    return found


def languages_in(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """The languages that are read from one passage, with nothing beside it."""
    assert document.text[passage.span.start : passage.span.end] == text
    return (one for one in find_languages(document, [passage]) if isinstance(one.value, Language))


def words_of(fact: Fact, text: str) -> str:
    """The characters that a fact of `facts_in` points at."""
    return text[fact.span.start - len(BEFORE) : fact.span.end - len(BEFORE)]
