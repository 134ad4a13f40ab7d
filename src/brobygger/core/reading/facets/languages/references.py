"""
Words that take a language up again without naming it.

"The latter is a plus", "you must master both", "and yours has to be good", "du skal kunne forstå det". The nearest antecedents
are taken, as in the simplest of Hobbs' rules (1978, Resolving pronoun references): "the latter" is the last of the two
languages named before, "both" and "one of them" are the two, any other word is the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_THE = r"(?:det|den|the)"
_VERB = (
    r"(?:tale[rn]?|tala[r]?|snakke[rt]?|pratar?|speaks?|spoken|skrive[r]?|skriva|skriver|write|writes|læser?|les[ea]r?|läser?|läsa|read|reads|forstår?|förstår?|skjønne[r]?|understand|understands|follow|følge[r]?|følger|följ[ae]r?|"
    r"beherske[rt]?|behärskar?|mestre[rt]?|master|know|kan|kunne|kunna|lære[rt]?|lært|lära|lärt|lär|learn|learnt|learned|learning|tilegne[tr]?|use|uses|bruge[r]?|bruke[r]?|använda|använder|teach|manage|klare[rt]?|klarar?)"
)
_SELF = r"(?:(?:dig|deg|sig|seg|yourself|i hvert fald|also|også|också|du|ni|you|vi|we|them|alle|sammen|well|godt|bra)\s+){0,2}"
KINDS: dict[str, str] = {
    "last": rf"(?:sidstnævnte|sistnevnte|sistnämnda)|{_THE}\s+(?:sidste|siste|sista|senare|latter|second|last|andet|andre|andra)(?=\s+(?!gang|time|year|år|day|dag|uke|uge|vecka|week|shift|kolleg|person|medarb)\w|\s*[.,;:])",
    "first": rf"(?:førstnævnte|førstnevnte|förstnämnda)|{_THE}\s+(?:første|førstnevnte|förra|första|former|first|ene|ena)(?=\s+(?!gang|time|year|år|day|dag|uke|uge|vecka|week|shift|kolleg|person|medarb|months?|måned|månad|\d)\w|\s*[.,;:])",
    "both": r"(?:begge|båda|bägge)(?:\s+(?:deler|dele|delar|to|två|sprog(?:ene)?|språk(?:en|ene)?))?|both(?:\s+(?:languages|of\s+(?:them|these|which)))?(?=\s*[.,;:]|\s+(?:are|is|must|should|will|need|have|can|at|as|in|of|languages)\b|\s*$)",
    "one": r"(?:ett?|ét|én|en|one|either|any|noen|nogle|någon|något|none|neither|ingen|intet|inget)\s+(?:af|av|of)\s+(?:dem|them|disse|dessa|these|those|de to|de två|the two|sprogene|språkene|språken|the languages)|(?:either|neither)(?=\s+(?:is|will|works|one|language|of|to\b)|\s*[.,;])|begge\s+to",
    "language": r"(?:(?:dette|det|detta|this|that|the|their|deres|deras|begge)\s+)?(?:sproget|språket|spr[oå][gk](?=\s+(?:godt|må|skal))|language)(?!\s*(?:of|i|på|for|skills|requirements|course|krav|til)\b)",
    "yours": r"yours|\b(?:dit|ditt|din)(?=\s+(?:må|skal|ska|skall|måste|bør|bör|behøver|behöver|trenger|kan)\b)",
    "in it": r"(?:in|på)\s+(?:it|det|den|dem|them|these|disse|dessa)(?=\s*[.,;:!?]|\s+(?:og|och|and|eller|or|men|but|uden|uten|utan|without|within|innen|inom|inden|from|fra|från)\b|\s*$)",
}  # fmt: skip
KINDS["it"] = (
    rf"\b{_VERB}\s+{_SELF}(?:it|det|den|dem|them|these|disse|dessa)\b(?!\s+(?:førs|sids|sist|sen|förra|lat|form|sec|and[re]|som|der|at|att|that|which|du|vi|er|är|is|kan|skal|ska|meste|mesta|daglige|dagliga|hele|hela|\w+e\s\w+))"
)
KINDS["it is"] = (
    r"(?<![\w,] )\b(?:it|det|den|that|this|dette|detta)\s+(?:is|er|är|isn['’]t|would be|ville være|vore|will be|kræver|krever|kräver|krävs|kræves|kreves|behøver|behöver|trenger|lærer|lär|learns?|skal|ska|må|måste|must|should|can|kan|tæller|teller|räknas|counts?|helps?|hjælper|hjelper|hjälper)\b(?!\s+(?:vi|we|en arbejds|you are|du er|du är))"
)
_ORDER = ("last", "first", "both", "one", "yours", "in it", "it", "language", "it is")
REFERENCE = re.compile(
    "|".join(rf"(?P<{name.replace(' ', '_')}_>(?<!\w)(?:{KINDS[name]})(?!\w))" for name in _ORDER),
    re.IGNORECASE,
)
SIGNS_OF_ONE = re.compile(  # a quick look
    r"nævnte|nevnte|nämnda|latter|former|sidste|siste|sista|senare|second|\bf[oöø]rs|förra|begge|b[åä][dg]ga?|both|either|neither|\baf\b|\bav\b|\bof\b|sproget|språk|language|yours|\bdin\b|ditt?\b|\bit\b|\bde[tn]\b|\bdem\b|them\b|th[ei]s|diss|dess|dett",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A word at start:end of a text that stands for a language; kind is a key of `KINDS`."""

    kind: str
    start: int
    end: int


def find_references(text: str, start: int = 0, end: int | None = None) -> Iterator[Reference]:
    """All words in text[start:end] that can stand for a language named before; many of them stand for something else."""
    if SIGNS_OF_ONE.search(text, start, len(text) if end is None else end) is None:
        return
    for match in REFERENCE.finditer(text, start, len(text) if end is None else end):
        kind = (match.lastgroup or "").removesuffix("_").replace("_", " ")
        yield Reference(kind or "it", *match.span())


def antecedents(reference: Reference, codes: Sequence[str]) -> tuple[str, ...]:
    """
    The languages that a reference stands for; none if too few were named.

    Args:
        reference: what takes them up.
        codes: the languages named before, in the order of the text.
    """
    named = list(dict.fromkeys(reversed(codes)))  # nearest first
    if not named:
        return ()
    if reference.kind in ("last", "first", "both", "one") and len(named) < 2:
        return (named[0],) if reference.kind == "last" else ()
    if reference.kind == "first":
        return (named[1],)
    if reference.kind in ("both", "one"):
        return (named[1], named[0])
    return (named[0],)
