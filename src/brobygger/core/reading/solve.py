"""Read a document: the one entrance for pages, commands and batches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from brobygger.core.reading.concepts import ConceptReader, merged
from brobygger.core.reading.copied import AdWords, count_words
from brobygger.core.reading.data import Contact, Document, DocumentKind, Fact, Passage, Reading, Role, Span
from brobygger.core.reading.facets import FACETS, WHOLE, Facet
from brobygger.core.reading.facets.places import find_places, settled
from brobygger.core.reading.folding import fold
from brobygger.core.reading.gazetteer import Gazetteer
from brobygger.core.reading.identify import NORDIC_AND_ENGLISH
from brobygger.core.reading.importance import weighed
from brobygger.core.reading.mask import Mask
from brobygger.core.reading.mended import Mender
from brobygger.core.reading.passages import find_passages
from brobygger.core.reading.signs import standing_in
from brobygger.core.reading.stuffing import blanked, find_stuffing
from brobygger.core.reading.trust import Mention
from brobygger.core.skills.compiled import Compiled

LEGAL_FORM = r"(?:A/S|AS|ASA|ApS|AB|I/S|K/S|P/S|GmbH|Ltd\.?|Inc\.?|LLC|Oy|S\.A\.|AG|BV|HB|KB|IKS|SE)(?![\w-])"
IN_COMPANY = re.compile(f" {LEGAL_FORM}")  # a quick look, before the slow one
COMPANY = re.compile(  # capitalised words before a legal form: "Høregard Akustik ApS"
    rf"(?:(?<!\w)[A-ZÆØÅÄÖ][\w&.'’-]{{0,30}}[ ]|og |og\. |och |and |& ){{1,4}}{LEGAL_FORM}"
)
SHORTEST_NAME = 3  # letters of an employer's name that are masked
ROUNDS = 4  # an item of one endless list may be a heading that hides the next list


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
        self.mender = Mender(content)
        self.facets = (*FACETS, Facet(find_places(gazetteer)))

    def read(self, document: Document, *, ads: AdWords | None = None) -> Reading:
        """
        Everything that is understood of a document. Same document, same reading.

        A language that the rules do not know is said in `warnings`; what can be read of it is still read. So are
        stuffed lists and what a CV copied from an ad: of these only contact lines are read.

        Args:
            ads: whose words a CV must not have copied.
        """
        text = self.mender.mended(document.text)
        copied = ads.copied(text) if ads and document.kind is DocumentKind.CV else []
        left_out: list[Passage] = []
        contacts: list[Fact] = []
        warnings: list[str] = []
        if copied:
            whole = self._read(replace(document, text=text))
            left_out, contacts = list(_inside(whole.passages, copied)), list(_contacts(whole.facts, copied))
            warnings = [f"copied_from_ad:{count_words(text, copied)}"]
            text = blanked(text, copied)
        reading = self._read(replace(document, text=text))
        for _ in range(ROUNDS):
            stuffed = find_stuffing(reading)
            if not stuffed:
                break
            spans = [span for one in stuffed for span in one.spans]
            left_out += _inside(reading.passages, spans)
            contacts += _contacts(reading.facts, spans)
            warnings += (one.warning for one in stuffed)
            text = blanked(text, spans)
            reading = self._read(replace(document, text=text))
        return replace(
            reading,
            document=document,
            passages=tuple(_with(reading.passages, left_out)) if left_out else reading.passages,
            facts=tuple(merged([*reading.facts, *contacts])),
            warnings=(*reading.warnings, *warnings),
        )

    def _read(self, document: Document) -> Reading:
        passages = find_passages(document)
        facts = [*document.declared, *weighed(document, passages, self.said(document, passages))]
        language = main_language(passages)
        warnings = () if language in NORDIC_AND_ENGLISH else (f"language:{language}",)
        return Reading(document, passages, tuple(merged(facts)), language, warnings)

    def said(self, document: Document, passages: Sequence[Passage]) -> list[Fact]:
        """All facts, before it is weighed how an ad asks for them."""
        found = list(settled(self.facts_of_other_kinds(document, passages), document.kind))
        masks = self.masks(document, passages, found)
        return [*found, *self.concepts.read(document, passages, masks, found)]

    def facts_of_other_kinds(self, document: Document, passages: Sequence[Passage]) -> Iterator[Fact]:
        """Facts that are no skills and occupations."""
        for find in WHOLE:
            yield from find(document, passages)
        for passage in passages:
            text = document.text[passage.span.start : passage.span.end]
            standing = standing_in(fold(text))
            for facet in self.facets:
                if facet.signs is None or standing & facet.signs.bit:
                    yield from facet.find(text, passage, document)

    def mentions(self, document: Document) -> tuple[tuple[Passage, ...], Mask, list[Mention]]:
        """Passages, what is hidden in them, and every concept named, however little it can be trusted."""
        passages = find_passages(document)
        found = list(self.facts_of_other_kinds(document, passages))
        mask = Mask(len(document.text), self.masks(document, passages, found))
        return passages, mask, self.concepts.mentions(document, passages, mask)

    def masks(self, document: Document, passages: Iterable[Passage], found: Iterable[Fact]) -> Iterator[Span]:
        """What must not be read as a concept: places, contacts, the employer."""
        yield from (fact.span for fact in found if isinstance(fact.value, Contact))
        yield from self.gazetteer.find(document.text)
        if IN_COMPANY.search(document.text):
            yield from (Span(*match.span()) for match in COMPANY.finditer(document.text))
        for passage in passages:
            if passage.role is Role.CONTACT:
                yield passage.span
        if document.employer and len(document.employer) >= SHORTEST_NAME:
            text, name = fold(document.text), fold(document.employer)
            start = text.find(name)
            while start >= 0:
                yield Span(start, start + len(name))
                start = text.find(name, start + len(name))


def _inside(passages: Iterable[Passage], spans: Iterable[Span]) -> Iterator[Passage]:
    """The parts of passages that lie in any of the spans; what they do in the text no longer counts."""
    ordered = sorted(spans, key=lambda span: span.start)
    first = 0
    for passage in passages:
        while first < len(ordered) and ordered[first].end <= passage.span.start:
            first += 1
        for span in islice(ordered, first, None):
            if span.start >= passage.span.end:
                break
            start, end = max(span.start, passage.span.start), min(span.end, passage.span.end)
            yield replace(passage, span=Span(start, end), role=Role.OTHER)


def _contacts(facts: Iterable[Fact], spans: Iterable[Span]) -> Iterator[Fact]:
    """Contact lines stay hidden wherever they stand."""
    spans = list(spans)
    return (
        fact
        for fact in facts
        if isinstance(fact.value, Contact)
        and any(span.start < fact.span.end and fact.span.start < span.end for span in spans)
    )


def _with(passages: Iterable[Passage], left_out: Iterable[Passage]) -> list[Passage]:
    """Passages that were read and those that were left out, in the order of the text, without overlap."""
    found: list[Passage] = []
    for passage in sorted([*passages, *left_out], key=lambda one: (one.span.start, one.span.end)):
        start = max(passage.span.start, found[-1].span.end if found else 0)
        if start < passage.span.end:
            found.append(replace(passage, span=Span(start, passage.span.end)))
    return found


def main_language(passages: Iterable[Passage]) -> str:
    """The language of most characters; "und" for an empty text."""
    letters: Counter[str] = Counter()
    for passage in passages:
        letters[passage.language] += passage.span.end - passage.span.start
    return min(letters, key=lambda code: (-letters[code], code)) if letters else "und"
