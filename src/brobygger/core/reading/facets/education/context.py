"""The field of a level that stands alone in its line, from the lines around it."""

from __future__ import annotations

from brobygger.core.reading.facets.education.fields import FieldWord, fields_in
from brobygger.core.reading.facets.education.levels import LevelWord, levels_in
from brobygger.core.reading.facets.education.line import REACH, Line
from brobygger.core.reading.facets.education.unlevelled import LINE_BEGINS
from brobygger.core.reading.folding import fold, folded

SAME_PLACE = folded(
    r"\b(?:samme sted|same (?:place|university|institution|school)|samma (?:lärosäte|universitet|skola)|samme universitet|ibid)\b"
)
CERTIFICATE = folded(  # of a trade that the reader knows from the rest of the text
    r"(?:fagbrev|svendebrev|svennebrev|sveinebrev|svendeprøve|svenneprøve|fagprøve|gesällbrev|yrkesbevis|faglært)\w*"
)
HEAD = 400  # characters, of a text that say whom it is about
CRAFT = 4  # EQF


def field_above(line: Line) -> FieldWord | None:
    """The first field of the line above: further degrees "at the same place" are in it too."""
    if not SAME_PLACE.search(line.text):
        return None
    start = line.passage.span.start
    above = line.document.text[max(0, start - 200) : start].rstrip().rpartition("\n")[2]
    return next((_elsewhere(one.code) for one in fields_in(above)), None)


def field_below(line: Line, level: LevelWord) -> FieldWord | None:
    """The field that the next line begins with: of a heading such as "FAGBREV" it says the trade."""
    if line.text[: level.start].strip(" -•*") or line.text[level.end :].strip(" :."):
        return None
    end = line.passage.span.end
    below = line.document.text[end : end + REACH].lstrip().partition("\n")[0]
    for one in fields_in(below)[:1]:
        if LINE_BEGINS.fullmatch(fold(below), 0, one.start):
            return _elsewhere(one.code)
    return None


def trade_of(line: Line, level: LevelWord) -> FieldWord | None:
    """The trade that the head of a text names, for a certificate that names none."""
    if not CERTIFICATE.fullmatch(line.text, level.start, level.end):
        return None
    before = _trades(line.text[: level.start], line.passage.language)
    if before:
        return _elsewhere(before[-1])
    trades = set(_trades(line.document.text[:HEAD], line.passage.language))
    return _elsewhere(trades.pop()) if len(trades) == 1 else None


def _trades(text: str, language: str) -> list[str]:
    return [
        one.field
        for one in levels_in(text, language, titles=True)
        if one.is_title and one.eqf == CRAFT and one.field
    ]


def is_named_elsewhere(line: Line, level: LevelWord) -> bool:
    """Whether another line of the document names the same level."""
    start, end = line.passage.span.start, line.passage.span.end
    others = (*line.document.text[:start].splitlines(), *line.document.text[end:].splitlines())
    return any(
        one.eqf == level.eqf for other in others for one in levels_in(other, line.passage.language, own=True)
    )


def _elsewhere(code: str | None) -> FieldWord | None:
    return FieldWord(code, 0, 1) if code else None
