"""Find the labels of a taxonomy in running text: inflected, compounded or elliptic, in one language at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.data import ConceptKind, LabelGrade, SkillType, Taxonomy
from brobygger.core.skills.label_starts import NONE, TOKEN, LabelStarts
from brobygger.core.skills.stems import stem

JOINERS = re.compile(r"[\s\-–/&'’]*\.?[\s\-–/&'’]*")  # what may stand between the words of one label
SHORTEST = 4  # letters of a label that may match in any capitalisation
LONGEST = 8  # words
REMEMBERED = 100_000
SEVERAL = 2  # in `StartRows.firsts`
MOST_APART = 2  # words between the first word of a label and the next
PARTING = re.compile(r"(?:[\s\-–]+[^\W_]+)*[\s\-–]+")  # no sign that ends a phrase
SEPARATING = re.compile(r"[,/&+;:]|\s[–-]\s")
SHORTEST_COMPOUND = 9
SHORTEST_RECASED = 3  # letters of a name that may stand in other capitals than its own
TELLING = (LabelGrade.SURE, LabelGrade.UNRATED)  # part of a longer label, a looser one is hardly ever meant
SHARED_LETTERS = 0.8  # of a label that an inflected word begins with

# Heads that turn a subject into a compound without changing what is meant: "svejseerfaring", "Python-utvikling".
HEADS = {
    "da": "erfaring kompetencer kompetence kundskaber kundskab viden færdigheder opgaver arbejde udvikling værktøjer systemer teknologi forståelse baggrund certifikat kursus uddannelse projekter løsninger ekspert specialist",
    "nb": "erfaring kompetanse kunnskap kunnskaper ferdigheter oppgaver arbeid utvikling verktøy systemer teknologi forståelse bakgrunn sertifikat kurs utdanning prosjekter løsninger ekspert spesialist",
    "sv": "erfarenhet kompetens kunskap kunskaper färdigheter uppgifter arbete arbeten utveckling verktyg system teknik förståelse bakgrund certifikat kurs utbildning projekt lösningar expert specialist",
    "en": "",
}
LINKS = ("", "s", "e", "-")


class Token(NamedTuple):  # a text has many: a tuple is made in a third of a dataclass's time
    """A word of a text and its half-open place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A label found in a text; several concepts where they share the label."""

    concepts: tuple[int, ...]
    start: int
    end: int
    words: int
    how: str  # "same" (this very spelling), "inflected", "parted", "compound", "recased" (a name in other capitals)
    rank: int = 0  # of the label among the concept's: 0 is the preferred one
    grade: LabelGrade = LabelGrade.UNRATED
    inside: str = ""  # "skill" or "occupation": of what the longer label is that it stands in


class _Entry(NamedTuple):
    concept: int
    exact: str  # the only capitalisation allowed; "" for any
    words: tuple[str, ...]  # lower case
    rank: int
    occupation: bool
    plain: bool  # one word without capitals or digits
    grade: LabelGrade


class _StemNumbers(dict[str, int]):
    """Number of the stem of each word that was asked for: a dictionary answers the words of a text at once."""

    def __init__(self, starts: LabelStarts, language: str) -> None:
        self.starts, self.language = starts, language

    def __missing__(self, word: str) -> int:
        number = self.starts.number(stem(word, self.language))
        if len(self) < REMEMBERED:
            self[word] = number
        return number


class LabelIndex:
    """
    The labels of one language, for finding in text of that language or, with `terms_only`, of another.

    Args:
        taxonomy: where the labels come from.
        starts: of the taxonomy's labels.
        language: whose labels.
        kinds: kinds of concept to find.
        never: words that are no label by themselves (function words).
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        starts: LabelStarts,
        language: str,
        kinds: Collection[ConceptKind],
        never: Collection[str],
    ) -> None:
        self.taxonomy, self.starts, self.language, self.never = taxonomy, starts, language, never
        self.heads = tuple(sorted(HEADS.get(language, "").split(), key=len, reverse=True))
        self._is_occupation = taxonomy.kinds == ConceptKind.OCCUPATION
        self._rows = starts.rows(self._labels(kinds))
        self._entries: dict[tuple[int, int], tuple[_Entry, ...]] = {}  # opened when first asked for
        self._compounds: dict[str, list[_Entry]] = {}
        self._stems = _StemNumbers(starts, language)

    def _labels(self, kinds: Collection[ConceptKind]) -> npt.NDArray[np.int64]:
        taxonomy = self.taxonomy
        if self.language not in taxonomy.languages:
            return np.zeros(0, np.int64)
        own = taxonomy.label_language == taxonomy.languages.index(self.language)
        # languages are needs with a level, read apart
        wanted = np.isin(taxonomy.kinds, list(kinds)) & (taxonomy.types != SkillType.LANGUAGE)
        return np.flatnonzero(own & wanted[taxonomy.label_concept])

    def _starting_with(self, first: int, second: int = NONE) -> tuple[_Entry, ...]:
        found = self._entries.get((first, second))
        if found is None:
            entries = (self._entry(row) for row in self._rows.at(first, second))
            found = self._entries[first, second] = tuple(entry for entry in entries if entry)
        return found

    def _entry(self, row: int) -> _Entry | None:
        """A label as it can be found in text; None for one that would be found everywhere."""
        taxonomy = self.taxonomy
        label, concept = taxonomy.labels[row], int(taxonomy.label_concept[row])
        words = tuple(word.lower() for word in TOKEN.findall(label))
        if len(words) > LONGEST:
            return None
        exact = bool(taxonomy.label_exact[row])
        lower = label.islower() and not any(map(str.isdigit, label))
        if len(words) == 1 and (len(words[0]) < SHORTEST or words[0] in self.never):
            if not exact and (lower or len(label) == 1):
                return None
            exact = True
        occupation = bool(self._is_occupation[concept])
        plain = lower and len(words) == 1
        return _Entry(
            concept,
            label if exact else "",
            words,
            int(taxonomy.label_rank[row]),
            occupation,
            plain,
            LabelGrade(int(taxonomy.label_grade[row])),
        )

    def find(
        self,
        text: str,
        tokens: Sequence[Token],
        masked: Callable[[int, int], bool],
        *,
        terms_only: bool = False,
    ) -> Iterator[Found]:
        """
        Longest labels first from left to right, each followed by the skills named within it: who writes "Word and Excel"
        names a suite and two programs.

        Args:
            text: the text the tokens come from.
            tokens: its words.
            masked: tells whether a range holds something that must not be read (a place, an employer).
            terms_only: only skills that do not look like plain words: several words, or with capitals or digits.
        """
        words = [token.text.lower() for token in tokens]
        stems = [*map(self._stems.__getitem__, words)]
        free = 0  # the first word behind what was found
        for position in self._promising(words, stems, terms_only=terms_only):
            if position < free:
                continue
            found = self._at(text, tokens, words, stems, position, terms_only=terms_only)
            if found and not masked(found.start, found.end):
                yield found
                # between the words of a parted label others may stand
                here = range(position, position + (1 if found.how == "parted" else found.words))
                free = here.stop
                if found.words > 1 and not terms_only:
                    yield from self._inside(found, text, tokens, words, stems, here)

    def _inside(
        self,
        outer: Found,
        text: str,
        tokens: Sequence[Token],
        words: Sequence[str],
        stems: Sequence[int],
        places: range,
    ) -> Iterator[Found]:
        """
        Skills whose names stand within a longer label as things of their own; from each word on the longest.

        Plain words do not count: of "food hygiene and safety" no part is meant by itself.

        Args:
            places: of the words of the label.
        """
        kind = "occupation" if self._is_occupation[outer.concepts[0]] else "skill"
        free = places.start
        for place in places:
            end = places.stop - 1 if place == places.start and len(places) > 1 else places.stop
            if place < free or not self._rows.firsts[stems[place]]:
                continue
            found = self._at(text, tokens[:end], words[:end], stems[:end], place, terms_only=False)
            if found is None or found.grade not in TELLING or found.how in ("parted", "compound"):
                continue
            if found.how != "recased" and text[found.start : found.end].islower():
                continue
            here = slice(places.start, places.stop)
            if not self._is_apart(
                text, tokens[here], range(place - here.start, place - here.start + found.words)
            ):
                continue
            concepts = tuple(
                one for one in found.concepts if one not in outer.concepts and not self._is_occupation[one]
            )
            if concepts:
                free = place + found.words
                yield replace(found, concepts=concepts, inside=kind)

    def _is_apart(self, text: str, label: Sequence[Token], part: range) -> bool:
        """
        Whether a function word or a sign parts some words of a label from its others.

        They do in "Python for data analysis" and not in "SQL Server".
        """

        def parts(word: Token, gap: tuple[int, int]) -> bool:
            return word.text.lower() in self.never or SEPARATING.search(text, *gap) is not None

        first, behind = part.start, part.stop
        return (first == 0 or parts(label[first - 1], (label[first - 1].end, label[first].start))) and (
            behind == len(label) or parts(label[behind], (label[behind - 1].end, label[behind].start))
        )

    def _promising(self, words: Sequence[str], stems: Sequence[int], *, terms_only: bool) -> list[int]:
        """Places of words that a label, or a compound with one, may start with."""
        firsts = self._rows.firsts
        if terms_only or not self.heads:
            return [place for place, number in enumerate(stems) if firsts[number]]
        return [
            place
            for place, number in enumerate(stems)
            if firsts[number] or len(words[place]) >= SHORTEST_COMPOUND
        ]

    def _at(
        self,
        text: str,
        tokens: Sequence[Token],
        words: Sequence[str],
        stems: Sequence[int],
        position: int,
        terms_only: bool,
    ) -> Found | None:
        first = stems[position]
        best: list[_Entry] = []
        if self._rows.firsts[first]:
            following = stems[position + 1] if position + 1 < len(stems) else NONE
            can_follow = self._rows.seconds[following]
            of_several = self._starting_with(first, following) if can_follow else ()
            for entry in (*of_several, *self._starting_with(first)):
                size = len(entry.words)
                if (best and size < len(best[0].words)) or (terms_only and (entry.plain or entry.occupation)):
                    continue
                if self._stands_at(entry, text, tokens, words, position):
                    best = [*best, entry] if best and size == len(best[0].words) else [entry]
            is_one_word = not best or len(best[0].words) == 1
            if is_one_word and not terms_only and self._rows.firsts[first] == SEVERAL:
                parted = self._parted(text, tokens, words, stems, position)
                if parted:
                    return parted
        if best:
            return _chosen(best, tokens, position)
        return None if terms_only else self._compound(words[position], tokens[position])

    def _parted(
        self, text: str, tokens: Sequence[Token], words: Sequence[str], stems: Sequence[int], position: int
    ) -> Found | None:
        """A label whose first word is parted from the others by a word or two: "test our new software"."""
        for apart in range(1, MOST_APART + 1):
            second = position + 1 + apart
            if second >= len(stems) or not PARTING.fullmatch(
                text, tokens[position].end, tokens[second].start
            ):
                break
            best: list[_Entry] = []
            can_follow = self._rows.seconds[stems[second]]
            for entry in self._starting_with(stems[position], stems[second]) if can_follow else ():
                size = len(entry.words)
                if entry.exact or entry.occupation or size < 2 or (best and size < len(best[0].words)):
                    continue
                if size == 2 or self._follows(entry, text, tokens, words, second, 2):
                    best = [*best, entry] if best and size == len(best[0].words) else [entry]
            if best:
                end = tokens[second + len(best[0].words) - 2].end
                rank, grade = min(one.rank for one in best), min(one.grade for one in best)
                size = len(best[0].words) + apart
                return Found(_concepts_of(best), tokens[position].start, end, size, "parted", rank, grade)
        return None

    def _follows(
        self, entry: _Entry, text: str, tokens: Sequence[Token], words: Sequence[str], second: int, first: int
    ) -> bool:
        """Whether the words of a label from `first` on stand behind the token that is its second word."""
        shift = second - 1
        if shift + len(entry.words) > len(tokens):
            return False
        for place in range(first, len(entry.words)):
            word, written = entry.words[place], words[shift + place]
            if written != word and stem(written, self.language) != stem(word, self.language):
                return False
            if not JOINERS.fullmatch(text, tokens[shift + place - 1].end, tokens[shift + place].start):
                return False
        return True

    def _stands_at(
        self, entry: _Entry, text: str, tokens: Sequence[Token], words: Sequence[str], position: int
    ) -> bool:
        size = len(entry.words)
        if position + size > len(tokens):
            return False
        for place in range(1, size):
            word, written = entry.words[place], words[position + place]
            if written != word and stem(written, self.language) != stem(word, self.language):
                return False
            if not JOINERS.fullmatch(text, tokens[position + place - 1].end, tokens[position + place].start):
                return False
        if entry.exact:
            written = text[tokens[position].start : tokens[position + size - 1].end]
            return written == entry.exact or (size == 1 and self._recased(written, entry.exact))
        return size > 1 or _same_word(words[position], entry)

    def _recased(self, written: str, exact: str) -> bool:
        """Whether a name stands in small letters, or in capitals, throughout, or begins with a small one: "css", "GIT", "dFMEA"."""
        if len(exact) < SHORTEST_RECASED or written.lower() != exact.lower():
            return False
        is_recased = written.islower() or written.isupper() or (exact.isupper() and written[1:] == exact[1:])
        return is_recased and written.lower() not in self.never

    def _compound(self, word: str, token: Token) -> Found | None:
        if len(word) < SHORTEST_COMPOUND or not self.heads:
            return None
        if word not in self._compounds:
            self._compounds[word] = self._subject(word)
        entries = self._compounds[word]
        if not entries:
            return None
        concepts, grade = _concepts_of(entries), min(entry.grade for entry in entries)
        return Found(concepts, token.start, token.end, 1, "compound", grade=grade)

    def _subject(self, word: str) -> list[_Entry]:
        """Labels that are the first part of a compound with a general head."""
        for head in self.heads:
            if not word.endswith(head):
                continue
            for link in LINKS:
                subject = word[: -len(head)].removesuffix(link)
                entries = self._starting_with(self._stems[subject]) if len(subject) >= SHORTEST else ()
                fitting = [
                    entry
                    for entry in entries
                    if len(entry.words) == 1 and not entry.exact and _same_word(subject, entry)
                ]
                if fitting:
                    return fitting
        return []


def tokens_of(text: str) -> list[Token]:
    """The words of a text with their places."""
    return [Token(match[0], *match.span()) for match in TOKEN.finditer(text)]


def _same_word(written: str, entry: _Entry) -> bool:
    """
    Whether a word that shares a label's stem is that label inflected.

    Stemmers also join words that only look alike ("form" and "formare", "skrive" and "skriver"): a title must be
    there whole, with an ending or without; a skill must share most of its letters.
    """
    label = entry.words[0]
    if written == label or (written.startswith(label) and entry.plain):
        return True
    if not entry.plain:  # names of products have no plural but the genitive: "Javas", "SolidWorks-"
        return written.removesuffix("s") == label
    if entry.occupation:
        return written.startswith(label[:-1]) and len(written) > len(label)
    shared = next(
        (i for i, (a, b) in enumerate(zip(written, label, strict=False)) if a != b),
        min(len(written), len(label)),
    )
    return shared > SHORTEST and shared >= SHARED_LETTERS * len(label)


def _chosen(entries: Sequence[_Entry], tokens: Sequence[Token], position: int) -> Found:
    """Of several concepts with the label: those spelled just so, and of these the ones that prefer it."""
    size = len(entries[0].words)
    spelled = tuple(token.text.lower() for token in tokens[position : position + size])
    same = [entry for entry in entries if entry.words == spelled]
    chosen = same or list(entries)
    chosen = [entry for entry in chosen if entry.rank == 0] or chosen
    end = tokens[position + size - 1].end
    how = "same" if same else "inflected"
    if size == 1 and all(entry.exact and entry.exact != tokens[position].text for entry in chosen):
        how = "recased"
    rank, grade = min(entry.rank for entry in chosen), min(entry.grade for entry in chosen)
    return Found(_concepts_of(chosen), tokens[position].start, end, size, how, rank, grade)


def _concepts_of(entries: Iterable[_Entry]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(entry.concept for entry in entries))
