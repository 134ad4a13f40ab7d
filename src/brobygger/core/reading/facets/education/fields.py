"""Fields of study named in a text, as ISCED-F 2013 codes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from brobygger.core.reading.facets.education.lexicon import Lexicon, Word
from brobygger.core.reading.facets.education.subject_words import SUBJECTS
from brobygger.core.reading.facets.education.title_words import TITLES
from brobygger.core.reading.folding import fold, folded

GENERAL = frozenset(("05", "07"))
OF_ITS_OWN = (
    "produ",
    "prosjekt",
    "design",
    "industri",
)  # subjects with a broad code that others do not narrow
TONGUES = frozenset(("0231", "0232"))  # languages are spoken far more often than studied
INSTITUTION_BEHIND = folded(  # "Technical University of Denmark" is a place, not a field
    r"[\w-]*\s+(?:universit\w*|college|högskol\w*|høgskol\w*|høyskol\w*|højskol\w*|hochschule|institut\w*|school|academy|akademi\w*|skol[ea]\w*|fakultet\w*|faculty|department|avdeling\w*|afdeling\w*|avdelning\w*|museum|museet)\b"
)
INSTITUTION_BEFORE = folded(
    r"\b(?:universit\w*|college|institut\w*|school|academy|faculty|department|fakultet\w*|centre|center)\s(?:of|for|für|de)\s(?:the\s)?(?:[\w-]+\s(?:(?:and|og|och)\s)?){0,3}$"
)
OR_SIMILAR = folded(
    r"\b(?:similar|related|relevant|lignende|tilsvarende|liknande|motsvarande|annen|anden|annan)\s$"
)  # "or a related technical field"
AND_SO = folded(r"[ -]*|\s?(?:sciences?\s)?(?:&|and|og|och)\s")  # "Computer Science & Engineering"
ABBREVIATION = folded(r"el\.(?!\s*$)")  # "eller"


@dataclass(frozen=True, slots=True)
class FieldWord:
    code: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _words() -> Lexicon[str]:
    """Subjects, and the titles of those who studied them."""
    words: dict[str, list[str]] = defaultdict(list)
    for code, subjects in SUBJECTS.items():
        words[code].append(subjects)
    for (_, field), titles in TITLES.items():
        words[field].append(titles)
    return Lexicon({code: ", ".join(lists) for code, lists in words.items()})


def fields_in(text: str, start: int = 0, end: int | None = None) -> list[FieldWord]:
    """Every field named in text[start:end], in order; a broad one only where no narrow one of it is named."""
    lower = fold(text)
    found = [
        FieldWord(word.value, word.start, word.end)
        for word in _words().find(text, start, end)
        if not _names_institution(lower, word) and not ABBREVIATION.match(lower, word.start)
    ]
    heads = [
        one for one, two in zip_longest(found, found[1:]) if two is None or not _is_attribute(one, two, lower)
    ]
    return [one for one in heads if not _is_part_of(one, heads, lower)]


def _is_attribute(one: FieldWord, two: FieldWord, lower: str) -> bool:
    """Whether a word only says what kind of another subject is meant: "bæredygtig energiteknik"."""
    return (
        lower[one.end : two.start] == " "
        and two.code not in GENERAL
        and not two.code.startswith(one.code)
        and one.code[:2] != two.code[:2]
    )


def _names_institution(lower: str, word: Word[str]) -> bool:
    before = lower[max(0, word.start - 60) : word.start]
    return bool(INSTITUTION_BEHIND.match(lower, word.end) or INSTITUTION_BEFORE.search(before))


def _is_part_of(broad: FieldWord, others: list[FieldWord], lower: str) -> bool:
    """Whether a broad word only repeats a narrower one, or stands beside one ("pharmaceutical technology")."""
    if lower.startswith(OF_ITS_OWN, broad.start):
        return False
    if broad.code in GENERAL and len(others) > 1 and OR_SIMILAR.search(lower, 0, broad.start):
        return True
    for other in others:
        between = lower[min(other.end, broad.end) : max(other.start, broad.start)]
        is_wider = other.code != broad.code and other.code.startswith(broad.code)
        if is_wider and ((broad.code in GENERAL and broad.start < other.start) or AND_SO.fullmatch(between)):
            return True
        if broad.code in GENERAL and other.code not in GENERAL and AND_SO.fullmatch(between):
            return True
    return False
