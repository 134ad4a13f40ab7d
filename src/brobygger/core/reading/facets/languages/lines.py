"""What the lines of a CV around a bare name say of its level: a label before it, codes in its row, a level over or under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brobygger.core.reading.data import Level, Passage, Role
from brobygger.core.reading.facets.languages import levels
from brobygger.core.reading.facets.languages.names import find_mentions
from brobygger.core.reading.facets.languages.sames import SAME
from brobygger.core.reading.facets.languages.scopes import Group

BULLETS = " \t:•·*–—-▪◦|"
ROW = re.compile(rf"[\s|]*(?:{levels.CODE.pattern}[\s|]*)+", re.IGNORECASE)  # the columns of a table
FILLING = re.compile(  # "Native or bilingual proficiency", "Mother tongue(s)"
    r"[\W_]*(?:(?:or|eller|and|og|och|proficiency|languages?|knowledge|skills?|command|kunskaper|kundskaber|kunnskaper|ferdigheter|färdigheter|færdigheder|sprog|språk|level|niveau|nivå|tongues?|s)\b[\W_]*)*",
    re.IGNORECASE,
)


LABELLED = re.compile(r"[\W\d]*(?:[A-Z][.)]\s+)?(.{2,40}?)\.?\s*(?:[–—:=|]|-(?=\s))\s*")
LAST_CLAUSE = re.compile(r"(?:[;:,–—]|\.\s)\s*([^;:,–—.]{4,60})[.!]?\s*$")
NEXT_SENTENCE = re.compile(r"[ \t]*([^\n.!?]{4,120})(?=[.!?\n]|$)")
ALL_OF_THEM = re.compile(
    r"\b(?:begge|båda|both|alle (?:tre|fire)|alla (?:tre|fyra)|all (?:three|four|of them))\b", re.IGNORECASE
)
ASKED = re.compile(r"[\s?:.!–—-]*")  # "English?", "English."
REFERS = re.compile(  # words that speak of a language named before
    rf"{ALL_OF_THEM.pattern}|\b(?:it|språket|sproget|the language|språkene|språken|sprogene)\b"
    r"|\b(?:taler|talar|snakker|pratar|speaks?|skriver|write|behersker|behärskar)\s+(?:jeg\s+|jag\s+)?(?:det|den)\b|^\W*(?:det|den) (?:er|är|sitter|sidder|går)\b"
    r"|\b(?:regner meg|regner mig|räknar mig|anser meg|anser mig|would (?:say|call)|consider my\w+|vil (?:kalle|kalde|si|sige)|vill kalla|skulle (?:säga|kalla))\b"
    r"|^\W*(?:bestått|bestået|godkänt?|passed|prøve|prov|test|nivå|niveau|level)\b",
    re.IGNORECASE,
)
NOT_SO = re.compile(r"\b(?:ikke|inte|ikkje|not|no|ingen|aldrig|aldri|never)\b|n['’]t\b", re.IGNORECASE)


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


def level_after(text: str, end: int) -> tuple[Level, bool] | None:
    """
    The level that the next sentence of a line says of "it", and whether of both or all of the languages before it.

    "German: six years in Hamburg. I would call myself fluent."
    """
    match = NEXT_SENTENCE.match(text, end)
    if match is None or REFERS.search(match[1]) is None or any(find_mentions(match[1])):
        return None
    sentence = match[1]
    if NOT_SO.search(sentence):
        return None
    cue = levels.stated(sentence, 0, len(sentence)) or next(
        iter(levels.worded(sentence, 0, len(sentence), held=True)), None
    )
    return (cue.level, ALL_OF_THEM.search(sentence) is not None) if cue else None


def level_answered(text: str, end: int) -> Level | None:
    """What stands in the line behind a name that is all of its sentence: "English? Yes: fair.", "Norwegian. Fluent."."""
    stop = text.find("\n", end)
    rest = text[end : stop if stop >= 0 else len(text)]
    other = next(iter(find_mentions(rest)), None)
    rest = rest[: rest.rfind(". ", 0, other.start) + 1] if other else rest
    code = levels.stated(rest, 0, len(rest))
    rest = levels.NEGATED_FLUENT.sub(" ", rest)
    cue = code or next(iter(levels.worded(rest, 0, len(rest), held=True)), None)
    return None if cue is None or NOT_SO.search(rest, 0, cue.start) else cue.level


def level_of_label(label: str) -> Level | None:
    """The level that leads in names, with nothing else before them: "Good knowledge – ", "B. Fluent: "."""
    match = LABELLED.fullmatch(label)
    if match is None:
        return None
    cues = levels.worded(label, 0, match.end(1), held=True)
    if not cues:
        return None
    rest = label[match.start(1) : cues[0].start] + label[cues[-1].end : match.end(1)]
    return cues[0].level if FILLING.fullmatch(rest) else None


def level_above(text: str, start: int) -> Level | None:
    """The level that the line over a name ends with, for "likewise" in the line itself."""
    above = text[:start].rstrip(BULLETS + "\n")
    above = above[above.rfind("\n") + 1 :]
    cue = levels.stated(above, 0, len(above)) or next(
        iter(levels.worded(above, 0, len(above), held=True)[-1:]), None
    )
    return cue.level if cue and any(find_mentions(above)) else None


def level_around(text: str, groups: Sequence[Group], passage: Passage, document: str) -> Level | None:
    """What is said beside, over or before names that a CV gives with no level, or of all of them in the end."""
    over = None
    rest = _without_names(text, groups)
    if not rest.strip(BULLETS + ",/&+.()"):
        over = level_beside(document, passage.span.start, passage.span.end)
    after = text[groups[-1].end :]
    if not rest[: -len(after) or None].strip(BULLETS + ",/&+"):
        if ASKED.fullmatch(after):
            over = over or level_answered(document, passage.span.end)
        elif SAME.match(after):
            over = level_above(document, passage.span.start)
    elif len(groups) == 1:
        over = level_of_label(text[: groups[0].start])
    else:
        over = _level_of_all(after)
    if over is None and passage.role is Role.LANGUAGES:
        over = level_over(document, passage.span.start)
    return over


def _without_names(text: str, groups: Sequence[Group]) -> str:
    rest, end = "", 0
    for mention in (mention for group in groups for mention in group.mentions):
        rest, end = rest + text[end : mention.start], mention.end
    return rest + text[end:]


def _level_of_all(after: str) -> Level | None:
    """The level that a last clause says of all names before it: "…; professional in all three"."""
    clause = LAST_CLAUSE.search(after)
    if clause is None or ALL_OF_THEM.search(clause[1]) is None or NOT_SO.search(clause[1]):
        return None
    cues = levels.worded(clause[1], 0, len(clause[1]), held=True)
    return cues[0].level if cues else None


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
