"""Read a document: the one entrance for pages, commands and batches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from brobygger.core.reading.concepts import ConceptReader, merged
from brobygger.core.reading.data import Contact, Document, Fact, Passage, Reading, Role, Span
from brobygger.core.reading.facets import FACETS
from brobygger.core.reading.facets.places import find_places
from brobygger.core.reading.gazetteer import Gazetteer
from brobygger.core.reading.identify import NORDIC_AND_ENGLISH
from brobygger.core.reading.passages import find_passages
from brobygger.core.skills.compiled import Compiled

COMPANY = re.compile(  # capitalised words before a legal form: "Høregard Akustik ApS"
    r"(?:[A-ZÆØÅÄÖ][\w&.'’-]*[ ]|og |og\. |och |and |& ){1,4}(?:A/S|AS|ASA|ApS|AB|I/S|K/S|P/S|GmbH|Ltd\.?|Inc\.?|LLC|Oy|S\.A\.|AG|BV|HB|KB|IKS|SE)(?![\w-])"
)
SHORTEST_NAME = 3  # letters of an employer's name that are masked


class Reader:
    """
    Reads ads and CVs with one taxonomy.

    Args:
        content: the skills and occupations to find, and what was learned from their labels.
        gazetteer: the places that are known, to find and to mask.
    """

    def __init__(self, content: Compiled, gazetteer: Gazetteer) -> None:
        self.concepts = ConceptReader(content)
        self.gazetteer = gazetteer
        self.facets = (*FACETS, find_places(gazetteer))

    def read(self, document: Document) -> Reading:
        """
        Everything that is understood of a document. Same document, same reading.

        A language that the rules do not know is said in `warnings`; what can be read of it is still read.
        """
        passages = find_passages(document)
        found = list(self.facts_of_other_kinds(document, passages))
        masks = self.masks(document, passages, found)
        facts = [*document.declared, *found, *self.concepts.read(document, passages, masks, found)]
        language = main_language(passages)
        warnings = () if language in NORDIC_AND_ENGLISH else (f"language:{language}",)
        return Reading(document, passages, tuple(merged(facts)), language, warnings)

    def facts_of_other_kinds(self, document: Document, passages: Iterable[Passage]) -> Iterator[Fact]:
        """Facts that are no skills and occupations."""
        for passage in passages:
            text = document.text[passage.span.start : passage.span.end]
            for facet in self.facets:
                yield from facet(text, passage, document)

    def masks(self, document: Document, passages: Iterable[Passage], found: Iterable[Fact]) -> Iterator[Span]:
        """What must not be read as a concept: places, contacts, the employer."""
        yield from (fact.span for fact in found if isinstance(fact.value, Contact))
        yield from self.gazetteer.find(document.text)
        yield from (Span(*match.span()) for match in COMPANY.finditer(document.text))
        for passage in passages:
            if passage.role is Role.CONTACT:
                yield passage.span
        if document.employer and len(document.employer) >= SHORTEST_NAME:
            for match in re.finditer(re.escape(document.employer), document.text, re.IGNORECASE):
                yield Span(match.start(), match.end())


def main_language(passages: Iterable[Passage]) -> str:
    """The language of most characters; "und" for an empty text."""
    letters: Counter[str] = Counter()
    for passage in passages:
        letters[passage.language] += passage.span.end - passage.span.start
    return min(letters, key=lambda code: (-letters[code], code)) if letters else "und"
