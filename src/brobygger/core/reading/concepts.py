"""Skills and occupations in a text: labels found in it, windows that mean the same, and what a title says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from brobygger.core.reading.data import (
    Document,
    DocumentKind,
    Fact,
    Modality,
    Occupation,
    Passage,
    Role,
    Skill,
    Span,
)
from brobygger.core.reading.function_words import FUNCTION_WORDS
from brobygger.core.skills import ConceptKind, SkillType
from brobygger.core.skills.compiled import Compiled
from brobygger.core.skills.encoder import Vectors, unit
from brobygger.core.skills.label_index import Found, LabelIndex, Token, tokens_of
from brobygger.core.skills.nearest import Nearest
from brobygger.core.skills.titles import TitleLinker

# How sure a way of finding is, before the sentence's role is considered. First values; a sample of real ads was
# read by eye to set them (docs/reference/benchmarks.md), the next step is to calibrate them on annotated text.
SURE = {"same": 0.93, "inflected": 0.86, "compound": 0.80}
ONE_PLAIN_WORD = 0.06  # less sure: a single lower-case word
AMBIGUOUS = 0.15  # less sure for each further concept with the same label
ROLE_TRUST = {  # how much a sentence with this role says about what the person needs or has
    Role.TITLE: 0.95,
    Role.REQUIREMENT: 1.0,
    Role.ADVANTAGE: 1.0,
    Role.TASK: 0.95,
    Role.OTHER: 0.75,
    Role.COMPANY: 0.55,
    Role.EDUCATION: 1.0,
    Role.WORK: 1.0,
    Role.SKILLS: 1.0,
    Role.LANGUAGES: 0.7,
    Role.PERSONAL: 0.85,
}  # offers, diversity statements, contact and application lines say nothing about the person
ABSTAIN = 0.60  # facts below this are not facts
WINDOW_ROLES = (Role.REQUIREMENT, Role.ADVANTAGE, Role.TASK, Role.SKILLS, Role.WORK, Role.EDUCATION)
WINDOW_WORDS = 3  # longer ones found nothing that was right in the golden texts
WINDOW_CLOSE = 0.84  # cosine from which a window of several words is taken to mean a concept
WORD_CLOSE = 0.92  # of a single word: little more than misspellings and inflections
WINDOW_SURE = (0.62, 0.85)  # confidence at WINDOW_CLOSE and at cosine 1
OCCUPATION_ROLES = (
    Role.TITLE,
    Role.REQUIREMENT,
    Role.ADVANTAGE,
    Role.WORK,
    Role.EDUCATION,
    Role.PERSONAL,
    Role.SKILLS,
)
TITLE_TOP, TITLE_CLOSE, TITLE_NEAR = 3, 0.75, 0.85

TITLE_OFFSET, TITLE_SLOPE = 0.35, 0.7
TITLE_PART = re.compile(  # what a title says beside the occupation: where, for whom, on which terms
    r"[,|/:;!?()·•–]|\s-\s|\b(?:søges|søgas|sökes|søkes|søker|söker|sök|vi|du|er|är|are|we|you|wanted|seeks?|til|till|to|for|för|med|with|hos|at|in|i|på|"
    r"ved|vid|inden|innen|inom|within|as|som|og|och|and|eller|or|nye?|ny|new|vores|vårt?|våra|our|m/k|k/m|m/w/d)\b",
    re.IGNORECASE,
)

GENERAL_TITLES = frozenset(  # say that somebody works, not as what
    "medarbetare medarbejder medarbeider medarbejdere medarbeidere employee staff konsult konsulent consultant leder ledare chef"
    " sjef manager specialist spesialist expert ekspert assistent assistant kollega kolleger person personer team".split()
)

NEGATION = re.compile(
    r"\b(?:ikke|inte|ikkje|ingen|inga|inget|intet|not|no|without|uden|uten|utan|need not)\b.{0,25}"
    r"\b(?:krav|kräv\w*|kræv\w*|krev\w*|nødvendig\w*|nödvändig\w*|behov|required|requirement|necessary|needed|behøver|behöver|trenger)\b",
    re.IGNORECASE,
)
BEFORE_LETTER = re.compile(  # what stands before C or R in a list or a sentence about programming
    r"(?:^|[,/:;(|•·&+–-]|\b(?:i|in|og|och|and|or|eller|med|with|using|på|med|samt|either))\s*$",
    re.IGNORECASE,
)
LETTER_CLASS = re.compile(
    r"kørekort|körkort|førerkort|driv\w* licen|licen[cs]e|klasse?\b|class\b|kategori|category|niveau|nivå\b|matemati|\bAM,|truck|traktor",
    re.IGNORECASE,
)
YEARS = re.compile(r"(\d{1,2})\s*\+?\s*(?:[-–]\s*\d{1,2}\s*)?(?:års?|years?|yrs)\b", re.IGNORECASE)
LEVEL = re.compile(
    r"\b(expert|ekspert|avancere[dt]\w*|avansert|avancerad|advanced|proficient|solid[et]?|indgående|inngående|ingående|"
    r"grundlæggende|grunnleggende|grundläggande|basic|beginner|intermediate|rutineret|erfaren|strong|stærk|sterk|stark)\b",
    re.IGNORECASE,
)
NEVER = frozenset().union(*FUNCTION_WORDS.values())


@dataclass(frozen=True, slots=True)
class _Found:
    """Where in its passage a concept was found, how, and how sure that is before the passage's role counts."""

    start: int
    end: int
    confidence: float
    method: str


class ConceptReader:
    """
    Finds the skills and occupations of passages.

    Labels are looked for in the passage's language; of English only such labels that look like terms. Windows of
    one to five words are compared with the skills' mean vectors where no label was found.

    Args:
        content: the concepts, and what was learned from their labels.
    """

    def __init__(self, content: Compiled) -> None:
        self.content = content
        taxonomy = self.taxonomy = content.taxonomy
        self.encoder = content.encoder
        self.skills = np.flatnonzero(
            (taxonomy.kinds == ConceptKind.SKILL) & (taxonomy.types != SkillType.LANGUAGE)
        )
        self.nearest = Nearest(content.centroids[self.skills])
        self.titles = TitleLinker(content)
        self._indexes: dict[str, LabelIndex] = {}
        self._labels: dict[tuple[int, str], str] = {}

    def read(self, document: Document, passages: Sequence[Passage], masks: Iterable[Span]) -> list[Fact]:
        """Facts in the order of the text."""
        mask = _Mask(len(document.text), masks)
        facts: list[Fact] = []
        windows = _Windows(self)
        for passage in passages:
            if passage.role not in ROLE_TRUST:
                continue
            text = document.text[passage.span.start : passage.span.end]
            tokens = tokens_of(text)
            taken = [False] * len(tokens)
            for found in self._labels_in(text, tokens, passage, mask):
                for i, token in enumerate(tokens):
                    taken[i] = taken[i] or (token.start < found.end and token.end > found.start)
                facts += self._facts(found, text, passage, document.kind)
            if passage.role in WINDOW_ROLES:
                windows.add(passage, text, tokens, taken, mask)
        facts += windows.facts(document.kind)
        facts += self._title(document, passages, mask)
        return sorted(facts, key=lambda fact: (fact.span.start, fact.span.end, fact.kind))

    def _labels_in(
        self, text: str, tokens: Sequence[Token], passage: Passage, mask: _Mask
    ) -> Iterator[Found]:
        offset = passage.span.start
        seen: list[tuple[int, int]] = []

        def masked(start: int, end: int) -> bool:
            return mask.covers(start + offset, end + offset) or any(a < end and start < b for a, b in seen)

        own = passage.language if passage.language in self.taxonomy.languages else "en"
        for language in dict.fromkeys((own, "en")):
            for found in self._index(language).find(text, tokens, masked, terms_only=language != own):
                seen.append((found.start, found.end))
                yield found

    def _index(self, language: str) -> LabelIndex:
        if language not in self._indexes:
            kinds = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
            self._indexes[language] = LabelIndex(self.taxonomy, self.content.starts, language, kinds, NEVER)
        return self._indexes[language]

    def _facts(self, found: Found, text: str, passage: Passage, kind: DocumentKind) -> Iterator[Fact]:
        if found.end - found.start == 1 and not _names_a_language(text, found.start):
            return
        confidence = SURE[found.how] - AMBIGUOUS * (len(found.concepts) - 1)
        if found.words == 1 and text[found.start : found.end].islower():
            confidence -= ONE_PLAIN_WORD
        for concept in found.concepts:
            if (
                self.taxonomy.kinds[concept] == ConceptKind.OCCUPATION
                and passage.role not in OCCUPATION_ROLES
            ):
                continue
            yield from self.fact(
                concept, _Found(found.start, found.end, confidence, "label"), text, passage, kind
            )

    def fact(
        self, concept: int, found: _Found, text: str, passage: Passage, kind: DocumentKind
    ) -> Iterator[Fact]:
        """The fact of one concept in a passage, unless the passage denies it or it is too unsure."""
        start, end = found.start, found.end
        confidence = round(found.confidence * ROLE_TRUST[passage.role], 3)
        around = text[max(0, start - 60) : end + 60]
        if confidence < ABSTAIN or (kind is DocumentKind.AD and NEGATION.search(around)):
            return
        modality = _modality(passage.role, kind)
        uri, label = self.taxonomy.uris[concept], self._label(concept, passage.language)
        span = Span(passage.span.start + start, passage.span.start + end)
        if self.taxonomy.kinds[concept] == ConceptKind.OCCUPATION:
            value: Skill | Occupation = Occupation(uri, label, modality)
        else:
            years = YEARS.search(around)
            level = LEVEL.search(text[max(0, start - 40) : start])
            value = Skill(
                uri, label, modality, float(years[1]) if years else None, level[1].lower() if level else None
            )
        yield Fact(value, span, passage.language, passage.role, confidence, found.method)

    def _label(self, concept: int, language: str) -> str:
        key = (concept, language)
        if key not in self._labels:
            self._labels[key] = self.taxonomy.preferred(concept, language)
        return self._labels[key]

    def _title(self, document: Document, passages: Sequence[Passage], mask: _Mask) -> Iterator[Fact]:
        """Occupations that the title, or a part of it, means as a whole; beside those named in it."""
        title = next((passage for passage in passages if passage.role is Role.TITLE), None)
        if title is None or document.kind is DocumentKind.CV:
            return
        text = mask.blank(document.text, title.span)
        pieces = [text.strip(), *(piece.strip(" -–·•") for piece in TITLE_PART.split(text))]
        best: dict[int, float] = {}
        telling = (
            piece for piece in pieces if len(piece) >= SHORTEST_TITLE and piece.lower() not in GENERAL_TITLES
        )
        chosen = list(dict.fromkeys(telling))
        if not chosen:
            return
        for linked in self.titles.shortlist(chosen, language=title.language, top=TITLE_TOP):
            for item in linked:
                best[item.concept] = max(best.get(item.concept, 0.0), item.score)
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:TITLE_TOP]
        for concept, score in ranked:
            confidence = round(min(0.97, TITLE_OFFSET + TITLE_SLOPE * score), 3)
            if score >= max(TITLE_CLOSE, ranked[0][1] * TITLE_NEAR) and confidence >= ABSTAIN:
                value = Occupation(self.taxonomy.uris[concept], self._label(concept, title.language))
                yield Fact(value, title.span, title.language, title.role, confidence, "title")


SHORTEST_TITLE = 4


class _Windows:
    """Windows of several passages, compared with all skills at once: one large product is fast, many small are not."""

    def __init__(self, reader: ConceptReader) -> None:
        self.reader = reader
        self.vectors: list[Vectors] = []
        self.places: list[tuple[Passage, str, int, int, int]] = []  # passage, text, start, end, words

    def add(
        self, passage: Passage, text: str, tokens: Sequence[Token], taken: Sequence[bool], mask: _Mask
    ) -> None:
        words = [token.text.lower() for token in tokens]
        offset = passage.span.start
        free = [
            not taken[i]
            and not mask.covers(offset + token.start, offset + token.end)
            and not token.text.isdigit()
            for i, token in enumerate(tokens)
        ]
        edge = [free[i] and words[i] not in NEVER and len(words[i]) > 2 for i in range(len(words))]
        chosen: list[tuple[int, int]] = []
        for first in range(len(words)):
            if not edge[first]:
                continue
            for last in range(first, min(first + WINDOW_WORDS, len(words))):
                if not free[last] or (last > first and not _close(text, tokens[last - 1], tokens[last])):
                    break
                if edge[last] and (last > first or len(words[first]) >= LONG_WORD):
                    chosen.append((first, last))
        if not chosen:
            return
        needed = {place for first, last in chosen for place in range(first, last + 1)}
        sums = np.zeros((len(words) + 1, self.reader.encoder.dimensions), np.float32)
        for place in needed:
            sums[place + 1] = self.reader.encoder.word_vector(words[place])
        np.cumsum(sums, axis=0, out=sums)
        for first, last in chosen:
            self.vectors.append(sums[last + 1] - sums[first])
            self.places.append((passage, text, tokens[first].start, tokens[last].end, last - first + 1))

    def facts(self, kind: DocumentKind) -> Iterator[Fact]:
        if not self.vectors:
            return
        best, close = self.reader.nearest.of(unit(np.vstack(self.vectors)))
        used: dict[int, list[tuple[int, int]]] = {}
        for row in np.argsort(-close, kind="stable"):
            if close[row] < WINDOW_CLOSE:
                break
            passage, text, start, end, words = self.places[row]
            if words == 1 and close[row] < WORD_CLOSE:
                continue
            spans = used.setdefault(passage.span.start, [])
            if any(a < end and start < b for a, b in spans):
                continue
            spans.append((start, end))
            confidence = float(np.interp(close[row], (WINDOW_CLOSE, 1.0), WINDOW_SURE))
            concept = int(self.reader.skills[best[row]])
            yield from self.reader.fact(
                concept, _Found(start, end, confidence, "window"), text, passage, kind
            )


LONG_WORD = 7  # letters of a word that may be a window by itself


class _Mask:
    """Characters that must not be read as concepts: places, employers, names, contact lines."""

    def __init__(self, length: int, spans: Iterable[Span]) -> None:
        self.hidden: npt.NDArray[np.int32] = np.zeros(length + 1, np.int32)
        flags = np.zeros(length, bool)
        for span in spans:
            flags[span.start : span.end] = True
        self.flags = flags
        np.cumsum(flags, out=self.hidden[1:])

    def covers(self, start: int, end: int) -> bool:
        """Whether any character of the range is hidden."""
        return bool(self.hidden[end] - self.hidden[start])

    def blank(self, text: str, span: Span) -> str:
        """The range of the text with what is hidden left out."""
        return "".join(
            letter if not self.flags[place] else " "
            for place, letter in enumerate(text[span.start : span.end], span.start)
        )


def _names_a_language(text: str, start: int) -> bool:
    """Whether a single letter is a programming language: not a licence class, a school level, a railway station."""
    return bool(BEFORE_LETTER.search(text[:start])) and not LETTER_CLASS.search(text)


def _modality(role: Role, kind: DocumentKind) -> Modality:
    if kind is DocumentKind.CV:
        return Modality.HELD
    return Modality.REQUIRED if role in (Role.TITLE, Role.REQUIREMENT) else Modality.PREFERRED


def _close(text: str, left: Token, right: Token) -> bool:
    """Whether two words belong to one phrase: only spaces or a hyphen between them."""
    return text[left.end : right.start].strip() in ("", "-", "–", "/", "&")


def merged(facts: Iterable[Fact]) -> list[Fact]:
    """Facts without repeats: of two facts with the same value at the same place the surer one stays."""
    best: dict[tuple[object, int, int], Fact] = {}
    for fact in facts:
        value = replace(fact.value, years=None, level=None) if isinstance(fact.value, Skill) else fact.value
        key = (value, fact.span.start, fact.span.end)
        if key not in best or best[key].confidence < fact.confidence:
            best[key] = fact
    return sorted(best.values(), key=lambda fact: (fact.span.start, fact.span.end, fact.kind))
