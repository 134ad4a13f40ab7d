"""Names of people and organisations without what does not tell them apart."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

LEGAL_FORMS = frozenset(
    "as asa aps ab i k p s is ks ps ans da ba amba fmba gmbh ag ltd limited inc llc plc oy oyj hb kb bv sa se enk nuf sf iks ivs holding group publ".split()
)
LETTERS = str.maketrans(
    {"æ": "a", "ä": "a", "ø": "o", "ö": "o", "å": "a", "ð": "d", "þ": "t", "ß": "s", "œ": "o", "ł": "l"}
)
WORD = re.compile(r"[^\W_]+")
SIMILAR = 0.88  # from here on two names are similar


@lru_cache(maxsize=50_000)
def folded_name(name: str) -> str:
    """Words in a fixed order, without capitals, accents and legal forms; the name as it is where nothing else is left."""
    lower = name.casefold().replace("aa", "å").replace("a/s", "as")
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", lower.translate(LETTERS))
        if not unicodedata.combining(letter)
    )
    words = WORD.findall(plain)
    kept = [word for word in words if word not in LEGAL_FORMS]
    return " ".join(sorted(kept or words)) or " ".join(lower.split())


def same_name(one: str, other: str) -> bool:
    return folded_name(one) == folded_name(other)


def similarity(one: str, other: str) -> float:
    """Of two names, 0–1: 1 for the same words in any order; 0 where one has none."""
    first, second = folded_name(one), folded_name(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < SIMILAR or matcher.quick_ratio() < SIMILAR:
        return _contained(first, second)
    return max(matcher.ratio(), _contained(first, second))


def _contained(first: str, second: str) -> float:
    """One name is the other with words left out: "Ida Prøvesen" and "Ida Marie Prøvesen"."""
    fewer, more = sorted((set(first.split()), set(second.split())), key=len)
    return SIMILAR if len(fewer) > 1 and fewer < more else 0.0
