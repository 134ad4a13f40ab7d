"""Levels and subjects that an ad to students names in different sentences."""

from __future__ import annotations

import re

from brobygger.core.reading.facets.education.fields import fields_in
from brobygger.core.reading.facets.education.levels import LevelWord, levels_in
from brobygger.core.reading.facets.education.line import Line
from brobygger.core.reading.folding import fold, folded

STUDENT_LEVELS = (6, 7)  # EQF
DEGREE = folded(r"bachelor|master|kandidat|\b[bm]\.?sc\b")
OF_STUDIES = folded(r"stud[ei]|education|uddannelse|utdanning|utbildning|semester|niveau|nivå|level|degree")
READ = folded(
    r"\b(?:du|you) (?:l[æäe]ser|studerer|studerar|study)\b|\benrolled in\b|\bstudying\b|\bstud(?:ent|erende|erande)\w* (?:i|inden for|inom|innen|of|in)\b"
)
SENTENCE_ENDS = re.compile(r"\n|[.!?]\s")


def levels_apart(line: Line) -> list[int]:
    """Levels that another sentence of an ad asks students for, and that no field is said of there."""
    if line.in_cv:
        return []
    found: set[int] = set()
    for sentence in _others(line):
        if DEGREE.search(sentence):
            found |= {
                one.eqf for one in levels_in(sentence, line.passage.language) if _is_bare(sentence, one)
            }
    return sorted(found)


def _is_bare(sentence: str, level: LevelWord) -> bool:
    return (
        level.eqf in STUDENT_LEVELS
        and not level.is_title
        and OF_STUDIES.search(sentence) is not None
        and not fields_in(sentence)
    )


def is_said_of_subjects(line: Line, level: LevelWord) -> bool:
    """Whether another sentence of an ad names the subjects that its students study, at such a level."""
    if line.in_cv or not _is_bare(line.text, level):
        return False
    for sentence in _others(line):
        read = READ.search(sentence)
        if read and fields_in(sentence, read.end()) and not DEGREE.search(sentence):
            return True
    return False


def _others(line: Line) -> list[str]:
    """The sentences of the other passages."""
    text, span = line.document.text, line.passage.span
    return [one for part in (text[: span.start], text[span.end :]) for one in SENTENCE_ENDS.split(fold(part))]
