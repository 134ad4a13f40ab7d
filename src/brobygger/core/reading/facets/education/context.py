"""The field of a level that stands alone in its line, from the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brobygger.core.reading.facets.education.fields import GENERAL, TONGUES, FieldWord, fields_in
from brobygger.core.reading.facets.education.joining import GENERAL_SCHOOL
from brobygger.core.reading.facets.education.levels import LevelWord, levels_in
from brobygger.core.reading.facets.education.line import REACH, Line
from brobygger.core.reading.facets.education.modality import SCHOOLS
from brobygger.core.reading.facets.education.unlevelled import ENTRY_ENDS, LINE_BEGINS
from brobygger.core.reading.folding import fold, folded

SCHOOL_WORD = folded(  # in a name it tells where, and the level only if nothing else does
    r"\w*erhvervsskole\w*|tekniske? skole|statsskole\w*|vgs|videregående(?: skole)?|\w*gymnasi(?:um|et)|technical (?:college|school|high school)|vocational (?:school|college)|(?:upper )?secondary school|high school|erhvervsakademi\w*"
)
SIMPLE_SCHOOLS = (
    "erhverv",
    "teknisk",
    "statsskole",
    "vgs",
    "videreg",
    "gymnasi",
    "technical",
    "vocational",
    "upper",
    "secondary",
    "high",
)
NAME_BEFORE = re.compile(r"(?:[^\W\d_a-zæøåäöé][\w.-]+\s)$")
HAS_YEAR = re.compile(r"\b(?:19|20)\d\d\b|[’'-]\d\d\b")
SAME_PLACE = folded(
    r"\b(?:samme sted|same (?:place|university|institution|school)|samma (?:lärosäte|universitet|skola)|samme universitet|ibid)\b"
)
CERTIFICATE = folded(  # of a trade that the reader knows from the rest of the text
    r"(?:fagbrev|svendebrev|svennebrev|sveinebrev|svendeprøve|svenneprøve|fagprøve|gesällbrev|yrkesbevis|faglært|mesterbrev|mästarbrev|journeyman)\w*"
)
TO_APPLICANT = folded(  # seldom else than of studies
    r"\b(?:du|you) (?:går|læser|läser|leser|studerer|studerar|study|are (?:studying|enrolled|in (?:the|your))|har (?:fullført|avslutat|afsluttet|gått|en (?:bachelor|master|kandidat|mastergrad|kandidatexamen))|er (?:uddannet|utdannet)|är utbildad|er i gang med)\b|\b(?:søger vi|söker vi|vi søger|vi söker) en (?:uddannet|utdannet|utbildad|faglært)\b"
)
NOT_THE_SUBJECT = folded(  # from here on a line on a degree tells of a part of it
    r"\b(?:thesis|dissertation|special(?:e|et)|\w*(?:af|av)handling\w*|exjobb|examensarbete|uppsats|\w*oppgave\w*|opgave|projekt\w*|prosjekt\w*|projects?|courses?|kurs\w*|fag|minor|focus|fokus|with|med|job|work|as|som)\b"
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


def field_of_entry(line: Line, levels: Sequence[LevelWord], number: int) -> FieldWord | None:
    """The field of an entry on studies, wherever it stands: "Digital design, evenings, AP degree"."""
    level = levels[number]
    if level.eqf < CRAFT or GENERAL_SCHOOL.fullmatch(line.text, level.start, level.end):
        return None
    first = levels[number - 1].end if number else 0
    last = levels[number + 1].start if number + 1 < len(levels) else len(line.text)
    before = [*ENTRY_ENDS.finditer(line.text, first, level.start)]
    behind = ENTRY_ENDS.search(line.text, level.end, last)
    found = fields_in(line.written, before[-1].end() if before else first, behind.start() if behind else last)
    found = _narrow([one for one in found if one.code not in TONGUES])
    near = next((one for one in reversed(found) if one.end <= level.start), found[0] if found else None)
    if len(levels) > 1 or not line.is_of_studies or (near and near.code not in GENERAL):
        return near
    return _field_of_line(line) or near


def _field_of_line(line: Line) -> FieldWord | None:
    """The first field of a line that is a row of a table, or a few short sentences: "2012 | Geology | MSc | Leeds"."""
    aside = NOT_THE_SUBJECT.search(line.text)
    found = fields_in(line.written, 0, aside.start() if aside else len(line.text))
    return next(iter(_narrow([one for one in found if one.code not in TONGUES])), None)


def _narrow(fields: list[FieldWord]) -> list[FieldWord]:
    """Those that say more than "technical", if there are any."""
    return [one for one in fields if one.code not in GENERAL] or fields


def field_below(line: Line, level: LevelWord) -> FieldWord | None:
    """The field that the next line begins with: of a heading such as "FAGBREV" it says the trade."""
    if line.text[: level.start].strip(" -•*"):
        return None
    behind = line.written[level.end :]
    if behind.strip(" :.") and (
        not line.is_of_studies
        or GENERAL_SCHOOL.fullmatch(line.text, level.start, level.end)
        or levels_in(behind, line.passage.language, own=True)
    ):
        return None
    end = line.passage.span.end
    below = line.document.text[end : end + REACH].lstrip().partition("\n")[0]
    for one in fields_in(below)[:1]:
        is_of_another = levels_in(below, line.passage.language, own=True)
        if LINE_BEGINS.fullmatch(fold(below), 0, one.start) and not is_of_another:
            return _elsewhere(one.code)
    return None


def trade_of(line: Line, level: LevelWord) -> FieldWord | None:
    """The trade that the head of a text names, for a certificate that names none."""
    if not CERTIFICATE.fullmatch(line.text, level.start, level.end):
        return None
    before = _trades(line.text[: level.start], line.passage.language)
    if before:
        return _elsewhere(before[-1])
    head = line.document.text[:HEAD]
    for part in (head.lstrip().partition("\n")[0], head):
        trades = set(_trades(part, line.passage.language))
        if len(trades) == 1:
            return _elsewhere(trades.pop())
    return None


def _trades(text: str, language: str) -> list[str]:
    return [
        one.field
        for one in levels_in(text, language, titles=True)
        if one.is_title and one.eqf == CRAFT and one.field
    ]


def speaks_to_applicant(line: Line) -> bool:
    """Whether a passage of an ad, wherever it stands, says what the applicant is or studies."""
    return not line.in_cv and TO_APPLICANT.search(line.text) is not None


def is_named_elsewhere(line: Line, level: LevelWord) -> bool:
    """Whether a line before names the same level, or one behind with its field; schools are named for themselves."""
    word = line.text[level.start : level.end]
    if word in SCHOOLS or GENERAL_SCHOOL.fullmatch(word):
        return False
    text, span = line.document.text, line.passage.span
    before, behind = text[: span.start].splitlines(), text[span.end :].splitlines()
    return any(_names(other, level, line) for other in before) or any(
        fields_in(other) for other in behind if _names(other, level, line)
    )


def _names(other: str, level: LevelWord, line: Line) -> bool:
    return any(one.eqf == level.eqf for one in levels_in(other, line.passage.language, own=True))


def is_name_of_school(line: Line, level: LevelWord) -> bool:
    """Whether a word for a level belongs to the name of a school, in a line that does not say when."""
    if not SCHOOL_WORD.fullmatch(line.text, level.start, level.end):
        return False
    if HAS_YEAR.search(line.text) and line.is_of_studies:
        return False
    return (
        not line.text.startswith(SIMPLE_SCHOOLS, level.start)
        or NAME_BEFORE.search(line.written, 0, level.start) is not None
    )


def _elsewhere(code: str | None) -> FieldWord | None:
    return FieldWord(code, 0, 1) if code else None
