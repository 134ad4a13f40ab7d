"""Cut a text into passages: sentences, headings and list items, each with its language and its role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from brobygger.core.reading.columns import columns_of
from brobygger.core.reading.data import Document, DocumentKind, Passage, Role, Span
from brobygger.core.reading.identify import guess, weigh
from brobygger.core.reading.roles import (
    heading_role,
    is_unknown_heading,
    is_whole_contact,
    opening_role,
    says_what_is_wished,
    sentence_role,
)

ABBREVIATIONS = frozenset(
    "f.eks bl.a ca m.m m.fl dvs t.ex e.g i.e osv evt nr kl st pr stk mv o.l dr inkl ekskl tlf tel jf ift mht vha iht"
    " cand.polyt cand.scient ph.d m.sc b.sc m.eng siv.ing civ.ing gr prof m.v mfl etc vs no incl approx resp bl.andet d.v.s s.k o.s.v max min kr mio mill mrd jan feb mar apr jun jul aug sep sept okt oct nov dec des".split()
)
# the look back keeps a dotted line from being tried again from each of its dots
SENTENCE_END = re.compile(  # a row of dots leads from one column to the next
    r"(?<![.!?…])(?!\.{4})[.!?…]+[\"»”)]*\s+(?=[\"«“(•–-]?\s?[A-ZÆØÅÄÖÉÜ0-9])"
)
CAPITAL_AFTER = re.compile(r"[.!?…]\s+[A-ZÆØÅÄÖÉÜ]")
SMALL_END = re.compile(  # of a sentence in a line that is written without capitals
    r"(?<=[^\W\d_]{3})[.!?…]+[\"»”)]*\s+(?=[^\W\d_])"
)
DAY_NUMBER = re.compile(r"\b\d{1,2}\.\s+$")  # "1. MAJ" is no end of a sentence
MONTH_WORD = re.compile(r"(?:JAN|FEB|MAR|APR|MAJ|MAI|MAY|JUN|JUL|AUG|SEP|OKT|OCT|NOV|DE[CS])[A-Z]*\b")
LAST_WORD = re.compile(r"[\w.]*$")
BULLET = re.compile(r"\s*(?:[•·▪◦●○■□*»>✓✔→|–—-]|\d{1,2}[.)]|o)\s+")
LONGEST = 600  # characters; longer sentences are cut at the next space, so that no rule sees a book
LONGEST_TITLE = 200  # characters of a first line that is the title as a whole
HEAVY_PRIOR, LIGHT_PRIOR = 2.0, 1.0
SHORT = 40  # characters of a sentence that says little of its language
SURE = 0.8  # of a language that is that of what follows too
HEADINGS_OF_COLUMN = 2  # a table of years and jobs has its headings on one side only
# Names of schools and employers abroad say nothing of the language that a line of a CV is written in
OVERALL = 6_000  # characters that tell what most of a text is in
LANGUAGE_LINE = re.compile(  # a level, a colon or a comma and the name of a language
    r"\b(?:danish|dansk|danska|norwegian|norsk|norska|swedish|svensk|svenska|english|engelska?|german|tysk|tyska|french|franska?|spanish|spanska?|italian|italiensk|polish|polska?|russian|arabi[cs]k?|finnish|finska?)\b",
    re.IGNORECASE,
)
NAMES_PRIOR, NAMES_LENGTH = 8.0, 110
NAMING = (Role.EDUCATION, Role.WORK, Role.PERSONAL, Role.CONTACT)


def find_passages(document: Document) -> tuple[Passage, ...]:
    """All passages in the order of the text. Together they cover every character that is not white space."""
    text, kind = document.text, document.kind
    cut = [(span, section, weigh(text[span.start : span.end])) for span, section in sections(document)]
    overall = before = _overall((span, scores) for span, _, scores in cut)
    passages: list[Passage] = []
    for span, section, scores in cut:
        sentence = text[span.start : span.end]
        if section is Role.TITLE:
            language, sure = guess(scores, prior=overall)
            passages.append(Passage(span, language, sure, Role.TITLE))
            continue
        prior = before if before != "und" else overall
        language, sure = guess(scores, prior=prior, prior_weight=_weight(sentence, section, kind))
        if sure > SURE and len(sentence) >= SHORT:
            before = language
        passages.append(Passage(span, language, sure, sentence_role(sentence, section, kind)))
    return tuple(sorted(passages, key=lambda passage: passage.span.start))


def sections(document: Document) -> Iterator[tuple[Span, Role | None]]:
    """Every passage and the role of the section that it stands in; that of a title is `Role.TITLE`."""
    titled = document.kind is DocumentKind.AD or bool(document.title)
    section: Role | None = None
    in_list, end = False, 0
    for line in _columns(document):
        if line is None:
            section = None
            continue
        if titled:
            titled = False
            title, rest = _title(document.text, line)
            yield title, Role.TITLE
            if rest is None:
                continue
            line = rest
        text = document.text[line.start : line.end]
        heading = heading_role(text, document.kind) or opening_role(text, document.kind)
        if section is Role.LANGUAGES and heading is not Role.LANGUAGES and LANGUAGE_LINE.search(text):
            heading = None  # "Working knowledge: Danish"
        bulleted = BULLET.match(text) is not None
        if heading:
            section, in_list = heading, False
        elif (
            in_list
            and not bulleted
            and document.kind is DocumentKind.AD
            and _is_gap(document.text, end, line.start)
        ):
            section, in_list = None, False  # what stands behind a list is no part of it
        elif document.kind is DocumentKind.CV and section and is_unknown_heading(text):
            section = None
        for span in _sentences(document.text, line, small=document.kind is DocumentKind.AD):
            yield span, section
        in_list, end = in_list or bulleted, line.end
        if (heading is Role.WISH and says_what_is_wished(text)) or is_whole_contact(text, role=heading):
            section = None


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether there is an empty line between two places."""
    return text.count("\n", start, end) > 1


def _columns(document: Document) -> Iterator[Span | None]:
    """The lines of a document; of a CV in two columns those of the left, None, those of the right."""
    found = columns_of(document.text) if document.kind is DocumentKind.CV else None
    headings = [
        sum(heading_role(document.text[cell.start : cell.end], document.kind) is not None for cell in column)
        for column in found or ()
    ]
    if found is None or min(headings) < HEADINGS_OF_COLUMN:
        yield from _lines(document.text)
        return
    left, right = found
    yield from left
    yield None
    yield from right


def _overall(weighed: Iterable[tuple[Span, dict[str, float]]]) -> str:
    """The language of the whole text, by its first passages."""
    total: dict[str, float] = {}
    for span, scores in weighed:
        if span.start >= OVERALL:
            break
        for language, weight in scores.items():
            total[language] = total.get(language, 0.0) + weight
    return guess(total).language


def _title(text: str, line: Span) -> tuple[Span, Span | None]:
    """
    The title that a first line is, and the rest of a line that is too long for one: an ad without line breaks. So is one
    of two sentences that ends in a full stop.
    """
    sentences = list(_sentences(text, line))
    is_prose = len(sentences) > 1 and text[line.end - 1] == "."
    if line.end - line.start <= LONGEST_TITLE and not is_prose:
        return line, None
    first = sentences[0]
    start = first.end
    while start < line.end and text[start].isspace():
        start += 1
    return first, Span(start, line.end) if start < line.end else None


def _weight(sentence: str, section: Role | None, kind: DocumentKind) -> float:
    """What the language around a sentence is worth for its own."""
    if kind is DocumentKind.CV and section in NAMING and len(sentence) < NAMES_LENGTH:
        return NAMES_PRIOR
    return HEAVY_PRIOR if len(sentence) < SHORT else LIGHT_PRIOR


def _lines(text: str) -> Iterator[Span]:
    """Lines without surrounding white space; a line that a text column broke is joined with the next."""
    start = end = -1
    for match in re.finditer(r"[^\n]+", text):
        left = match.start() + len(match[0]) - len(match[0].lstrip())
        right = match.end() - (len(match[0]) - len(match[0].rstrip()))
        if left >= right:
            continue
        if start >= 0 and _continues(text, start, end, left):
            end = right
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = left, right
    if start >= 0:
        yield Span(start, end)


def _continues(text: str, start: int, end: int, following: int) -> bool:
    """Whether the line that starts at `following` goes on the sentence of the line start:end."""
    if _is_gap(text, end, following) or end - start < 60:
        return False
    return text[following].islower() and text[end - 1] not in ".!?:;" and not BULLET.match(text, following)


def _sentences(text: str, line: Span, *, small: bool = False) -> Iterator[Span]:
    """The sentences of a line; `small`: also where it is written without capitals, which lines of a CV often are by halves."""
    start = line.start
    small = small and text[start].islower() and CAPITAL_AFTER.search(text, start, line.end) is None
    for match in (SMALL_END if small else SENTENCE_END).finditer(text, line.start, line.end):
        word = LAST_WORD.search(text, start, match.start())
        if word and word[0].lower().rstrip(".") in ABBREVIATIONS:
            continue
        if MONTH_WORD.match(text, match.end()) and DAY_NUMBER.search(text, start, match.end()):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, line.end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield Span(start, end)
