"""Skills and occupations in a text: labels found in it, windows that mean the same, and what a title says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from brobygger.core.reading.data import (
    Document,
    DocumentKind,
    Education,
    Fact,
    Language,
    Modality,
    Occupation,
    Passage,
    Role,
    Skill,
    Span,
)
from brobygger.core.reading.function_words import FUNCTION_WORDS
from brobygger.core.reading.letters import names_a_language
from brobygger.core.reading.licence_classes import licence_classes
from brobygger.core.reading.mask import Mask
from brobygger.core.reading.trust import (
    LINE_START,
    SIBLINGS,
    UNTRUSTED,
    Mention,
    Surroundings,
    is_needed,
    trust_occupation,
    trust_skill,
)
from brobygger.core.skills import ConceptKind, SkillType
from brobygger.core.skills.compiled import Compiled
from brobygger.core.skills.data import LabelGrade
from brobygger.core.skills.label_index import Found, LabelIndex, Token, tokens_of
from brobygger.core.skills.nearest import Nearest
from brobygger.core.skills.titles import TitleLinker

KIN = 3
# Less probable facts are none: in the held-out folds of `benchmarks.golden.fit` .87 of those left are right in real ads and
# .91 in CVs; in new texts a point or two less, since labels were written with the texts of the folds at hand.
ABSTAIN = {DocumentKind.AD: 0.71, DocumentKind.CV: 0.74}  # for skills
ABSTAIN_TITLE = {DocumentKind.AD: 0.66, DocumentKind.CV: 0.5}  # for occupations
PERSONAL_SKILLS = "003"  # ISCED-F 2013: personal skills and development
WINDOW_WORDS = 3  # longer ones found nothing that was right in the golden texts
REMEMBERED = 50_000  # windows; a third of an ad's stood in ads before it
WINDOW_CLOSE = 0.84  # cosine from which a window of several words is taken to mean a concept
WORD_CLOSE = 0.92  # of a single word: little more than misspellings and inflections
TITLE_TOP, TITLE_CLOSE, TITLE_NEAR = 3, 0.75, 0.85

TITLE_OFFSET, TITLE_SLOPE = 0.35, 0.7
TITLE_PART = re.compile(  # what a title says beside the occupation: where, for whom, on which terms
    r"[,|/:;!?()·•–]|\s-\s|\b(?:søges|søgas|sökes|søkes|søker|söker|sök|vi|du|er|är|are|we|you|wanted|seeks?|til|till|to|for|för|med|with|hos|at|in|i|på|"
    r"ved|vid|inden|innen|inom|within|as|som|og|och|and|eller|or|nye?|ny|new|vores|vårt?|våra|our|m/k|k/m|m/w/d)\b",
    re.IGNORECASE,
)

LIST_BREAK = re.compile(
    r"[,;:|•·*\n]|(?:^|\s)[–-]\s|\s(?:og|och|and)\s|[.(](?:\s|$)"
)  # between entries of a list

GENERAL_TITLES = frozenset(  # say that somebody works, not as what
    "medarbetare medarbejder medarbeider medarbejdere medarbeidere employee staff konsult konsulent consultant leder ledare chef"
    " sjef manager specialist spesialist expert ekspert assistent assistant kollega kolleger person personer team".split()
)

YEARS = re.compile(r"(\d{1,2})\s*\+?\s*(?:[-–]\s*\d{1,2}\s*)?(?:års?|years?|yrs)\b", re.IGNORECASE)
LEVEL = re.compile(
    r"\b(expert|ekspert|avancere[dt]\w*|avansert|avancerad|advanced|proficient|solid[et]?|indgående|inngående|ingående|"
    r"grundlæggende|grunnleggende|grundläggande|basic|beginner|intermediate|rutineret|erfaren|strong|stærk|sterk|stark)\b",
    re.IGNORECASE,
)
NEVER = frozenset().union(*FUNCTION_WORDS.values())
LICENCE = {"da": "kørekort", "nb": "førerkort", "sv": "körkort", "en": "driving licence"}


class ConceptReader:
    """
    Finds the skills and occupations of passages.

    Labels are looked for in the passage's language; of English only such labels that look like terms. Windows of
    one to three words are compared with the skills' mean vectors where no label was found.

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
        self.is_occupation: npt.NDArray[np.bool_] = taxonomy.kinds == ConceptKind.OCCUPATION
        self.qualities = frozenset(
            int(row) for row in self.skills if taxonomy.codes[int(row)].startswith(PERSONAL_SKILLS)
        )
        self.nearest = Nearest(content.centroids[self.skills].astype(np.float32))
        self.titles = TitleLinker(content)
        self._indexes: dict[str, LabelIndex] = {}
        self._labels: dict[tuple[int, str], str] = {}
        self._nearest_of_window: dict[tuple[str, ...], tuple[np.int64, np.float32]] = {}

    def read(
        self, document: Document, passages: Sequence[Passage], masks: Iterable[Span], facets: Iterable[Fact]
    ) -> list[Fact]:
        """
        Facts in the order of the text.

        Args:
            document: what is read.
            passages: of the document.
            masks: what must not be read as a concept.
            facets: facts of other kinds, which tell what a concept is said of.
        """
        titles, mentions, around = self.found(document, passages, masks, facets)
        facts = [fact for mention in mentions for fact in self._facts(mention, around)]
        return sorted([*facts, *titles], key=lambda fact: (fact.span.start, fact.span.end, fact.kind))

    def found(
        self, document: Document, passages: Sequence[Passage], masks: Iterable[Span], facets: Iterable[Fact]
    ) -> tuple[list[Fact], list[Mention], Surroundings]:
        """Occupations of the title, every mention of a concept, and what the document tells about them."""
        mask = Mask(len(document.text), masks)
        titles = list(self._title(document, passages, mask))
        mentions = self.mentions(document, passages, mask)
        return titles, mentions, self.surroundings(document, mentions, titles, facets)

    def mentions(self, document: Document, passages: Sequence[Passage], mask: Mask) -> list[Mention]:
        """Every concept that is found, however little it can be trusted."""
        found: list[Mention] = []
        windows = _Windows(self)
        for passage in passages:
            if passage.role in UNTRUSTED:
                continue
            text = document.text[passage.span.start : passage.span.end]
            tokens = tokens_of(text)
            taken = [False] * len(tokens)
            for label, foreign in self._labels_in(text, tokens, passage, mask):
                for i, token in enumerate(tokens):
                    taken[i] = taken[i] or (token.start < label.end and token.end > label.start)
                found += self._mentions_of(label, text, passage, foreign=foreign)
            windows.add(passage, text, tokens, taken, mask)
        return [*found, *windows.mentions()]

    def surroundings(
        self, document: Document, mentions: Sequence[Mention], titles: Iterable[Fact], facets: Iterable[Fact]
    ) -> Surroundings:
        """What the whole document tells about each mention."""
        taxonomy = self.taxonomy
        named = [taxonomy.index[fact.value.uri] for fact in titles if isinstance(fact.value, Occupation)]
        if document.kind is DocumentKind.CV:
            named += [one.concept for one in mentions if self.is_occupation[one.concept]]
        passages_of: dict[int, set[int]] = {}
        found_in: dict[int, set[int]] = {}  # what stands within a longer label tells nothing of the others
        company: dict[int, int] = {}
        for one in mentions:
            start = one.passage.span.start
            passages_of.setdefault(one.concept, set()).add(start)
            if not one.inside:
                found_in.setdefault(start, set()).add(one.concept)
                company[start] = company.get(start, 0) + 1
        whole = set().union(*found_in.values())
        neighbours = {int(other) for concept in whole for other in taxonomy.related[concept]}
        return Surroundings(
            document.kind,
            frozenset(int(skill) for concept in named for skill in taxonomy.essential[concept]),
            frozenset(int(skill) for concept in named for skill in taxonomy.optional[concept]),
            bool(named),
            {concept: len(places) for concept, places in passages_of.items()},
            tuple((fact.span.start, fact.span.end) for fact in facets if isinstance(fact.value, Education)),
            tuple((fact.span.start, fact.span.end) for fact in facets if isinstance(fact.value, Language)),
            frozenset(neighbours),
            company,
            self._kinship([*whole], [*passages_of]),
            self.qualities,
            {c: tuple(taxonomy.uris[int(above)] for above in taxonomy.broader[c]) for c in passages_of},
            self._wider_than(whole),
            {passage: self._wider_than(concepts) for passage, concepts in found_in.items()},
            {
                key: count
                for passage, concepts in found_in.items()
                for key, count in self._siblings(passage, concepts)
            },
        )

    def _wider_than(self, concepts: Iterable[int]) -> frozenset[int]:
        """All concepts that are wider than one of these, by one step or by several."""
        wider: set[int] = set()
        left = [*concepts]
        while left:
            new = {int(above) for above in self.taxonomy.broader[left.pop()]} - wider
            wider |= new
            left += new
        return frozenset(wider)

    def _siblings(self, passage: int, concepts: Collection[int]) -> Iterator[tuple[tuple[int, int], int]]:
        """How many of a passage's concepts share a broader one with each; no more than `SIBLINGS` are looked for."""
        below: dict[int, list[int]] = {}
        for concept in concepts:
            for above in map(int, self.taxonomy.broader[concept]):
                below.setdefault(above, []).append(concept)
        for concept in concepts:
            # of a long list each concept looks at a few others: `concept` itself may be one of them
            near = (below[above][: SIBLINGS + 1] for above in map(int, self.taxonomy.broader[concept]))
            others = set().union(*near) - {concept}
            yield (passage, concept), min(SIBLINGS, len(others))

    def _kinship(self, whole: Sequence[int], concepts: Sequence[int]) -> dict[int, float]:
        """Of each concept the mean cosine with the three nearest others of `whole`: a stray one has few kin."""
        if len(whole) <= KIN:
            return {}
        vectors = self.content.centroids
        similar = vectors[concepts].astype(np.float32) @ vectors[whole].astype(np.float32).T
        similar[np.array(concepts)[:, None] == np.array(whole)] = -1
        nearest = np.partition(similar, -KIN, axis=1)[:, -KIN:].mean(axis=1)
        return dict(zip(concepts, nearest.tolist(), strict=True))

    def _labels_in(
        self, text: str, tokens: Sequence[Token], passage: Passage, mask: Mask
    ) -> Iterator[tuple[Found, bool]]:
        """Labels of the passage's language, then those of English that look like terms; whether it is foreign."""
        offset = passage.span.start
        seen: list[tuple[int, int]] = []

        def masked(start: int, end: int) -> bool:
            return mask.covers(start + offset, end + offset) or any(a < end and start < b for a, b in seen)

        own = passage.language if passage.language in self.taxonomy.languages else "en"
        for licence in self._licences(text, own):
            seen.append((licence.start, licence.end))
            yield licence, False
        for language in dict.fromkeys((own, "en")):
            found = [*self._index(language).find(text, tokens, masked, terms_only=language != own)]
            seen += ((one.start, one.end) for one in found)
            yield from ((one, language != own) for one in found)

    def _mentions_of(self, label: Found, text: str, passage: Passage, *, foreign: bool) -> Iterator[Mention]:
        if label.words == 1 and label.end - label.start == 1 and not names_a_language(text, label.start):
            return
        rivals = len(label.concepts) - 1
        for concept in label.concepts:
            yield Mention(
                concept,
                self.taxonomy.uris[concept],
                passage,
                text,
                label.start,
                label.end,
                label.how,
                1.0,
                label.words,
                rivals,
                foreign,
                label.rank,
                label.grade,
                label.inside,
            )

    def _licences(self, text: str, language: str) -> Iterator[Found]:
        """Each class of a driving licence that stands in a row with others, where the taxonomy knows it."""
        for letters, start, end in licence_classes(text):
            label = f"{LICENCE.get(language, LICENCE['en'])} {re.sub('[+/ ]', '', letters)}"
            known = next(self._index(language).find(label, tokens_of(label), _nothing), None)
            if known and known.end == len(label):
                yield Found(known.concepts, start, end, 2, "same", grade=known.grade)

    def _index(self, language: str) -> LabelIndex:
        if language not in self._indexes:
            kinds = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
            self._indexes[language] = LabelIndex(self.taxonomy, self.content.starts, language, kinds, NEVER)
        return self._indexes[language]

    def nearest_skills(
        self, windows: Sequence[tuple[str, ...]]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Of windows of lower-case words the nearest of `self.skills`, and its cosine; both of shape (windows,)."""
        known = self._nearest_of_window
        new = [window for window in dict.fromkeys(windows) if window not in known]
        found = self.nearest.of(self.encoder.encode_words(new)) if new else ((), ())
        now = dict(zip(new, zip(*found, strict=True), strict=True))
        if len(known) < REMEMBERED:
            known.update(now)
        answers = [known.get(window) or now[window] for window in windows]
        return (
            np.fromiter((row for row, _ in answers), np.int64, len(answers)),
            np.fromiter((close for _, close in answers), np.float32, len(answers)),
        )

    def _facts(self, mention: Mention, around: Surroundings) -> Iterator[Fact]:
        """The fact of a mention, unless it is too unsure."""
        passage, start, end = mention.passage, mention.start, mention.end
        is_occupation = bool(self.is_occupation[mention.concept])
        confidence = round((trust_occupation if is_occupation else trust_skill)(mention, around), 3)
        bound = (ABSTAIN_TITLE if is_occupation else ABSTAIN)[around.kind]
        if (_is_post if is_occupation else _is_plain)(mention, around):
            confidence = max(confidence, bound)
        if confidence < bound:
            return
        modality = _modality(passage.role, around.kind)
        uri, label = self.taxonomy.uris[mention.concept], self._label(mention.concept, passage.language)
        if is_occupation:
            value: Skill | Occupation = Occupation(uri, label, modality)
        else:
            years = YEARS.search(mention.text[max(0, start - 60) : end + 60])
            level = LEVEL.search(mention.text[max(0, start - 40) : start])
            value = Skill(
                uri, label, modality, float(years[1]) if years else None, level[1].lower() if level else None
            )
        span = Span(passage.span.start + start, passage.span.start + end)
        method = "window" if mention.how == "window" else "label"
        yield Fact(value, span, passage.language, passage.role, confidence, method)

    def _label(self, concept: int, language: str) -> str:
        key = (concept, language)
        if key not in self._labels:
            self._labels[key] = self.taxonomy.preferred(concept, language)
        return self._labels[key]

    def title_pieces(self, document: Document, passages: Sequence[Passage], mask: Mask) -> list[str]:
        """The title of an ad and its parts, as far as they may name an occupation; of a CV none."""
        title = next((passage for passage in passages if passage.role is Role.TITLE), None)
        if title is None or document.kind is DocumentKind.CV:
            return []
        text = mask.blank(document.text, title.span)
        pieces = [text.strip(), *(piece.strip(" -–·•") for piece in TITLE_PART.split(text))]
        telling = (
            piece for piece in pieces if len(piece) >= SHORTEST_TITLE and piece.lower() not in GENERAL_TITLES
        )
        return list(dict.fromkeys(telling))

    def _title(self, document: Document, passages: Sequence[Passage], mask: Mask) -> Iterator[Fact]:
        """Occupations that the title, or a part of it, means as a whole; beside those named in it."""
        pieces = self.title_pieces(document, passages, mask)
        if not pieces:
            return
        title = next(passage for passage in passages if passage.role is Role.TITLE)
        best: dict[int, float] = {}
        for linked in self.titles.shortlist(pieces, language=title.language, top=TITLE_TOP):
            for item in linked:
                best[item.concept] = max(best.get(item.concept, 0.0), item.score)
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:TITLE_TOP]
        for concept, score in ranked:
            confidence = round(min(0.97, TITLE_OFFSET + TITLE_SLOPE * score), 3)
            if score >= max(TITLE_CLOSE, ranked[0][1] * TITLE_NEAR):
                value = Occupation(self.taxonomy.uris[concept], self._label(concept, title.language))
                yield Fact(value, title.span, title.language, title.role, confidence, "title")


SHORTEST_TITLE = 4


class _Windows:
    """Windows of several passages, compared with all skills at once: one large product is fast, many small are not."""

    def __init__(self, reader: ConceptReader) -> None:
        self.reader = reader
        self.words: list[tuple[str, ...]] = []
        self.places: list[tuple[Passage, str, int, int]] = []  # passage, text, start, end

    def add(
        self, passage: Passage, text: str, tokens: Sequence[Token], taken: Sequence[bool], mask: Mask
    ) -> None:
        words = [token.text.lower() for token in tokens]
        offset = passage.span.start
        free = [not taken[i] and not word.isdigit() for i, word in enumerate(words)]
        if mask.covers(offset, passage.span.end):
            for i, token in enumerate(tokens):
                free[i] = free[i] and not mask.covers(offset + token.start, offset + token.end)
        edge = [free[i] and len(word) > 2 and word not in NEVER for i, word in enumerate(words)]
        for first in range(len(words)):
            if not edge[first]:
                continue
            for last in range(first, min(first + WINDOW_WORDS, len(words))):
                if not free[last] or (last > first and not _close(text, tokens[last - 1], tokens[last])):
                    break
                if edge[last] and (last > first or len(words[first]) >= LONG_WORD):
                    self.words.append(tuple(words[first : last + 1]))
                    self.places.append((passage, text, tokens[first].start, tokens[last].end))

    def mentions(self) -> Iterator[Mention]:
        """The nearest skill of every window that is close to one; of overlapping windows the closest."""
        best, close = self.reader.nearest_skills(self.words)
        used: dict[int, list[tuple[int, int]]] = {}
        for row in np.argsort(-close, kind="stable"):
            if close[row] < WINDOW_CLOSE:
                break
            passage, text, start, end = self.places[row]
            words = len(self.words[row])
            if words == 1 and close[row] < WORD_CLOSE:
                continue
            spans = used.setdefault(passage.span.start, [])
            if any(a < end and start < b for a, b in spans):
                continue
            spans.append((start, end))
            concept = int(self.reader.skills[best[row]])
            yield Mention(
                concept,
                self.reader.taxonomy.uris[concept],
                passage,
                text,
                start,
                end,
                "window",
                float(close[row]),
                words,
                0,
            )


LONG_WORD = 7  # letters of a word that may be a window by itself


def _nothing(_start: int, _end: int) -> bool:
    return False


def _is_post(mention: Mention, around: Surroundings) -> bool:
    """
    Whether a line about work in a CV begins with an occupation's own name.

    Of such lines .94 were right in the CVs of the tune halves and of the texts to learn from.
    """
    own_name = mention.how == "same" and not mention.rank
    begins = not mention.text[: mention.start].strip(LINE_START)
    return around.kind is DocumentKind.CV and mention.passage.role is Role.WORK and own_name and begins


def _is_plain(mention: Mention, around: Surroundings) -> bool:
    """Whether a skill is said so plainly that what else the document says does not count."""
    if around.kind is DocumentKind.CV:
        return _is_listed(mention)
    return mention.concept not in around.wider and _is_plainly_asked(mention)


def _is_listed(mention: Mention) -> bool:
    """
    Whether a list of skills names the concept by its own name, as an entry of its own: whoever wrote that said so.

    Of such entries .93 were right in the CVs of the tune halves and of the texts to learn from.
    """
    if mention.passage.role is not Role.SKILLS or mention.how != "same" or mention.rank or mention.rivals:
        return False
    before = LIST_BREAK.split(mention.text[: mention.start])[-1]
    after = LIST_BREAK.split(mention.text[mention.end :], maxsplit=1)[0]
    return not before.strip() and not after.strip()


def _is_plainly_asked(mention: Mention) -> bool:
    """
    Whether a requirement names the concept by its own name behind words such as "experience with" and "you have".

    Of such mentions .95 were right in the ads of the tune halves and of the texts to learn from. What is asked for must not
    hang on how many other skills a short ad names.
    """
    own_name = mention.how == "same" and not mention.rank and not mention.rivals and not mention.foreign
    is_graded_down = mention.grade in (LabelGrade.LOOSE, LabelGrade.VAGUE)
    return own_name and not is_graded_down and mention.passage.role is Role.REQUIREMENT and is_needed(mention)


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
