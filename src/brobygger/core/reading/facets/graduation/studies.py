"""Dated studies of a CV: "Kandidat i datalogi, AU, 2023–2025", "2021 – nu  Master", "Civilingenjör, KTH 2019"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brobygger.core.reading.data import Document, Passage, Role
from brobygger.core.reading.facets.education import SCHOOL
from brobygger.core.reading.facets.education.levels import LevelWord, levels_in
from brobygger.core.reading.facets.education.modality import is_broken_off, is_held
from brobygger.core.reading.facets.experience.held import POSITION
from brobygger.core.reading.facets.graduation.period import Period, months, period_of, periods_in
from brobygger.core.reading.folding import fold, folded

COMPULSORY = 2  # EQF of school until the age of sixteen
ACADEMIC = 6
LINE = 0.85  # sure of a line with a degree and the years of its studies
APART = 0.75  # the degree stands in the line above or below, or only a word for it
LONE = 0.7  # one year beside a degree: mostly that of the degree
NO_DEGREE = 0.6  # years at a school, of nobody knows what
SHORTEST = 2  # years at a school that may end in a degree
NEAR = 60  # characters from a degree to its year, outside of a section on education
ASIDE = frozenset({Role.OTHER, Role.PERSONAL, Role.TITLE, Role.SKILLS, Role.LANGUAGES})  # beside that section
HAS_YEAR = re.compile(r"(?:19|20)\d\d")
LABEL = folded(r"\W*(?:studier|studies|utbildning|uddannelse|utdanning|education)\s*[:|–-]")
ELSEWHERE = folded(  # in the line: dates of a part of studies, or of work
    r"exchange|udveks|utveks|utbyte|erasmus|abroad|summer school|sommerskole|(?:et|ett|one) semester\b|semester (?:at|ved|på|vid)\b|e-mba|minor\b|modul|post-?do[ck]"
)
LATER = folded(  # behind it: dates of what an office said of a degree
    r"\b(?:godkjent|godkendt|anerkend\w*|anerkjent|vurderet|vurdert|bedömd\w*|värderad\w*|recogni[sz]ed)\b"
)
STUDENT = folded(
    r"\b(?:master|kandidat|magister|bachelor|ph\.?d|\w*student|\w*studerende|\w*studerande)\b(?! (?:assist|job|work|help|medhj))"
)
GOES_ON = folded(
    r"\b(?:holder på|i gang|igang|pågår|in progress|under way|ongoing|mangler|kvar|not yet|going on|begynt\w*|begyndt\w*|started|startet|startede|började|\d{1,2}(?:st|nd|rd|th|\.) ?(?:semester|year|år)|"
    r"(?:first|second|third|fourth|final|første|anden|andet|tredje|fjerde|andre|siste|sidste|sista|andra)[- ](?:semester|year|år)\w*)\b"
)
BEGUN = folded(
    r"(?:since|siden|sedan|from|fra|från|start\w*|begyndt|påbegyn\w*|påbörja\w*|begun|enrolled|optaget|opptatt|antagen|født|född|born|\bf\.)\s(?:i |in )?$"
)
OPEN = re.compile(r"[–—-](?:\s{2}|\s?[(,;]|\s?$)")  # right behind a year: "2025–"
ANOTHER = folded(  # between a degree and a year that is not its own
    r"[.;!?]\s|\n|\b(?:permit|tillad|tillat|tillst|visa\b|contract|kontrakt|runs|until|udløb|start|look|search|søg|søk|sök|want|since|siden|sedan)"
)


@dataclass(frozen=True, slots=True)
class Studies:
    """
    Studies of a level (EQF; None: not said) that end in `period`; None: that go on, with no end said.

    Args:
        sure: confidence.
    """

    eqf: int | None
    period: Period | None
    sure: float = 0.0


def studies_in(number: int, passages: Sequence[Passage], document: Document) -> Studies | None:
    """What one passage of a CV says of studies and when they end; of several the last."""
    passage = passages[number]
    written = document.text[passage.span.start : passage.span.end]
    text = fold(written)
    is_section = passage.role is Role.EDUCATION or LABEL.match(text) is not None
    if not (is_section or passage.role in ASIDE):
        return None
    has_year = HAS_YEAR.search(text) is not None
    if not (has_year or GOES_ON.search(text)) or ELSEWHERE.search(text):
        return None
    levels = _levels(written, passage)
    if any(_is_left(text, levels, one) for one in range(len(levels))):
        return None
    if not has_year:  # "BSc, 5th semester", "ingeniørstuderende i sundhedsteknologi, 6. semester"
        eqf = levels[0].eqf if levels else ACADEMIC if STUDENT.search(text) else None
        return None if eqf is None else Studies(eqf, None)
    found = None
    if levels and (
        is_section or max(one.eqf for one in levels) >= ACADEMIC
    ):  # a trade's years may be of work
        found = _spell(text, levels, LINE)
    elif is_section and (beside := _beside(number, passages, document)):
        found = _spell(text, beside, APART)
    if levels and found is None:
        found = _lone(text, levels, passage.language, is_section=is_section)
    if found is None and SCHOOL.search(text) and (is_section or STUDENT.search(text)):
        found = _spell(text, [], APART if STUDENT.search(text) else NO_DEGREE)
    return found


def _levels(written: str, passage: Passage) -> list[LevelWord]:
    text = fold(written)
    return [
        one for one in levels_in(written, passage.language) if one.eqf > COMPULSORY and is_held(text, one)
    ]


def _is_left(text: str, levels: Sequence[LevelWord], number: int) -> bool:
    following = levels[number + 1].start if number + 1 < len(levels) else len(text)
    return is_broken_off(text, levels[number], following)


def _beside(number: int, passages: Sequence[Passage], document: Document) -> list[LevelWord]:
    """The degree of the line above, or else below, if that line has no years of its own."""
    for other in (number - 1, number + 1):
        if 0 <= other < len(passages) and passages[other].role is Role.EDUCATION:
            span = passages[other].span
            written = document.text[span.start : span.end]
            levels = [] if HAS_YEAR.search(written) else _levels(written, passages[other])
            if levels:
                return levels
    return []


def _spell(text: str, levels: Sequence[LevelWord], sure: float) -> Studies | None:
    """Studies from one time to another, or until now; of several the last to end."""
    ended: list[tuple[Period, int | None]] = []
    for match in POSITION.finditer(text):
        eqf = min(levels, key=lambda one: abs(one.start - match.start())).eqf if levels else None
        if match["since_year"] or not (match["to_year"] or match["short"]):
            return Studies(eqf, None)
        first, last = _end(match, "from"), _end(match, "to")
        is_long = last.latest.year - first.earliest.year >= SHORTEST
        if first.earliest <= last.latest and (levels or is_long):
            ended.append((last, eqf))
    if not ended:
        return None
    period, eqf = max(ended, key=lambda one: one[0].latest)
    return Studies(eqf, period, sure)


def _end(match: re.Match[str], name: str) -> Period:
    """One end of a spell, as exactly as it is written, with the characters of the whole spell."""
    if name == "to" and match["short"]:
        year, month = int(match["from_year"][:2] + match["short"]), 0
    else:
        year = int(match[f"{name}_year"])
        word, figure = match[f"{name}_word"], match[f"{name}_figure"] or match[f"{name}_iso"]
        named = period_of(f"{word} {year}") if word else None
        month = named.earliest.month if named else int(figure or 0)
    return months(*match.span(), year, month or 1, month or 12)


def _lone(text: str, levels: Sequence[LevelWord], language: str, *, is_section: bool) -> Studies | None:
    """A degree with one time beside it; "since 2025" and "2025–" say that the studies go on."""
    later = LATER.search(text)
    found: list[tuple[Period, int]] = []
    for period in periods_in(text[: later.start()] if later else text, None, language):
        before = [one for one in levels if one.end <= period.start]
        degree = before[-1] if before else levels[0]
        is_open = BEGUN.search(text, max(0, period.start - 20), period.start) or OPEN.match(text, period.end)
        if is_open or GOES_ON.search(text):
            return Studies(degree.eqf, None) if is_section else None
        between = text[degree.end : period.start] if before else text[period.end : degree.start]
        is_near = len(between) <= (NEAR if before else 3) and not ANOTHER.search(between)
        if is_section or is_near:
            found.append((period, degree.eqf))
    latest = max(found, key=lambda one: one[0].latest, default=None)
    return Studies(latest[1], latest[0], LONE) if latest else None
