"""Numbers written as words or figures, in Danish, Bokmål, Swedish and English."""

from __future__ import annotations

WORDS: dict[str, int] = {
    word: number
    for number, words in {
        1: "en et ett én ét éin one single",
        2: "to två tvenne two",
        3: "tre three",
        4: "fire fyra four",
        5: "fem five",
        6: "seks sex six",
        7: "syv sju seven",
        8: "otte åtte åtta eight",
        9: "ni nio nine",
        10: "ti tio ten",
        11: "elleve elva eleven",
        12: "tolv twelve",
        15: "femten femton fifteen",
        18: "atten arton eighteen",
        20: "tyve tjue tjugo twenty",
        24: "fireogtyve tjuefire tjugofyra",
        30: "tredive tretti trettio thirty",
    }.items()
    for word in words.split()
}
# the same as a pattern: "3", "37,5", "tre"; no group of its own, longer words first
WORD = "|".join(sorted(WORDS, key=lambda word: (-len(word), word)))
NUMBER = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|{WORD})"


def number(words: str) -> float:
    """
    The number that a match of `NUMBER` stands for.

    Raises:
        ValueError: for anything else.
    """
    known = WORDS.get(words.lower())
    return float(known) if known is not None else float(words.replace(",", "."))
