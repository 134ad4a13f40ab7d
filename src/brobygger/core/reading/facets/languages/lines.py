"""What the lines of a CV around a bare name say of its level: a label before it, codes in its row, a level over or under it."""

from __future__ import annotations

import re

from brobygger.core.reading.data import Level
from brobygger.core.reading.facets.languages import levels
from brobygger.core.reading.facets.languages.names import find_mentions

BULLETS = " \t:•·*–—-▪◦|"
ROW = re.compile(rf"[\s|]*(?:{levels.CODE.pattern}[\s|]*)+", re.IGNORECASE)  # the columns of a table
FILLING = re.compile(  # "Native or bilingual proficiency", "Mother tongue(s)"
    r"[\W_]*(?:(?:or|eller|and|og|och|proficiency|languages?|knowledge|sprog|språk|level|niveau|nivå|tongues?|s)\b[\W_]*)*",
    re.IGNORECASE,
)


def level_over(text: str, start: int) -> Level | None:
    """The level that the line over a list item says, and nothing else: "Mother tongue", then "Danish"."""
    above = text[:start].rstrip(BULLETS + "\n")
    return _level_alone(above[above.rfind("\n") + 1 :])


def level_beside(text: str, start: int, end: int) -> Level | None:
    """The level that the rest of a line says of the names at start:end, which are all that a passage holds."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    rest = text[end : last if last >= 0 else len(text)]
    if rest.strip() and ROW.fullmatch(rest):
        code = levels.stated(rest, 0, len(rest))
        return code.level if code else None
    label = text[first:start]
    if label.strip(BULLETS):
        return _level_alone(label)
    return (
        None if rest.strip(BULLETS) else _level_under(text[:first].splitlines(), text[end:].splitlines()[1:2])
    )


def _level_under(above: list[str], below: list[str]) -> Level | None:
    """The level in the line under a name, unless the levels of the list stand over the names."""
    under = _level_alone(below[0]) if below else None
    if under is None:
        return None
    above = [line for line in above if line.strip()]
    while len(above) > 1 and _level_alone(above[-1]) and any(find_mentions(above[-2])):
        above = above[:-2]
    return None if above and _level_alone(above[-1]) else under


def _level_alone(line: str) -> Level | None:
    line = line.strip(BULLETS)
    cues = levels.worded(line, 0, len(line))
    rest = levels.COMPILED.sub(" ", line)
    return cues[0].level if cues and FILLING.fullmatch(rest) else None
