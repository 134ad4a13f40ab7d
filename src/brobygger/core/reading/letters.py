"""Programming languages of one letter, C and R: told from licence classes, school levels and railway stations."""

from __future__ import annotations

import re

BEFORE = re.compile(  # what stands before the letter in a list or a sentence about programming
    r"(?:^|[,/:;(|•·&+–-]|\b(?:i|in|og|och|and|or|eller|med|with|using|på|samt|either|"
    r"litt?|lite|lidt|little|some|basic|enough|use[ds]?|learnt|learned|tried|know|brug(?:er|t)|bruk(?:er|t)|"
    r"använ(?:der|t)|prøv(?:et|d)|provat|lært|lärt|kan))\s*$",
    re.IGNORECASE,
)
RATED = re.compile(r"[ \t.:]*(?:[*★☆⭐●○◐■□█▓▒░⚫⚪]{2}|\d{1,3} ?%|\d ?/ ?\d)")  # "R ****", "C 80 %"
CLASS = re.compile(
    r"kørekort|körkort|førerkort|driv\w* licen|licen[cs]e|klasse?\b|class\b|kategori|category|niveau|nivå\b|matemati|\bAM,|truck|traktor|"
    r"FELASA",
    re.IGNORECASE,
)


def names_a_language(text: str, start: int) -> bool:
    """Whether the single letter at `start` is a programming language."""
    is_set_so = BEFORE.search(text, 0, start) is not None or RATED.match(text, start + 1) is not None
    return is_set_so and not CLASS.search(text)
