"""Parts of a line between separators: "Svejser · Vejle · tlf. …" names a town by itself, "Svejser i Vejle" does not."""

from __future__ import annotations

import re

from brobygger.core.reading.data import Span
from brobygger.core.reading.facets.places import words

LEFT = re.compile(r"(?:^|\n|\s{2}|[^\w\s'’&-]|\s-)\s*$")
RIGHT = re.compile(
    r"(?:-(?:området|omradet|area|regionen))?"
    rf"(?:\s(?:(?i:[NSVØCKEJ]|N[VØWE]|S[VØWE])|area|city|sentrum|centrum|[Oo]g omegn|[Mm]ed omnejd|{words.PART}))?"
    r"\s*(?:$|\n|\s{2}|[^\w\s'’&:*-]|\*+(?:\W|$)|\s-\s|(?:og|och|and|eller|or)\s[A-ZÆØÅÄÖ])"
)
COUNTRY = re.compile(  # "Lund, Sweden", "Odense, Syddanmark, Danmark"
    r",\s(?:[^\W\d_][\w-]+(?: län)?,\s)?(?:Danmark|Denmark|DK|Norge|Noreg|Norway|NO|Sverige|Sweden|SE)\b"
)


def stands_alone(text: str, span: Span) -> bool:
    """Whether nothing else stands between the separators around a name, but the part of town or what is around it."""
    return (
        bool(LEFT.search(text, max(0, span.start - 4), span.start) or span.start == 0)
        and RIGHT.match(text, span.end) is not None
    )


def line_before(text: str, start: int, most: int) -> str:
    """The words of the line before a place in it, the last `most` characters."""
    return text[max(text.rfind("\n", 0, start) + 1, start - most) : start]
