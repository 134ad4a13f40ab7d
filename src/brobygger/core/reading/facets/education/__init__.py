"""Education asked for and held: its level and its field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brobygger.core.reading.data import Document, Education, Fact, Modality, Passage, Role
from brobygger.core.reading.facets.education.apart import is_said_of_subjects
from brobygger.core.reading.facets.education.chosen import chosen_levels
from brobygger.core.reading.facets.education.context import (
    field_above,
    field_below,
    field_of_entry,
    is_name_of_school,
    is_named_elsewhere,
    speaks_to_applicant,
    trade_of,
)
from brobygger.core.reading.facets.education.fields import GENERAL, FieldWord
from brobygger.core.reading.facets.education.joining import (
    ACADEMIC,
    as_engineers,
    cut_before,
    fields_of,
    listed_behind,
)
from brobygger.core.reading.facets.education.levels import LevelWord
from brobygger.core.reading.facets.education.line import Line
from brobygger.core.reading.facets.education.modality import (
    is_broken_off,
    is_named_next,
    is_of_first_years,
    is_restated,
    modality_of,
    repeats,
)
from brobygger.core.reading.facets.education.unlevelled import (
    SCHOOL,
    beside_levels,
    level_of_title,
    without_level,
)

__all__ = ["SCHOOL", "find_education"]

DOCTORAL = 8  # EQF
ENGINEERING = "07"
AD_ROLES = frozenset((Role.REQUIREMENT, Role.ADVANTAGE, Role.OTHER, Role.TASK, Role.TITLE))
CV_ROLES = frozenset((Role.EDUCATION, Role.OTHER, Role.PERSONAL, Role.TITLE))
ANY_CV_ROLES = CV_ROLES | {Role.WORK, Role.SKILLS, Role.LANGUAGES, Role.CONTACT}


def find_education(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Levels (EQF) and fields (ISCED-F) of education.

    A level without a field, or a field without a level, is a fact too. Of several fields said of one level each is a fact.
    """
    line = Line.of(text, passage, document)
    if passage.role not in (ANY_CV_ROLES if line.in_cv else AD_ROLES) and not speaks_to_applicant(line):
        return
    aside = (
        line.in_cv and passage.role not in CV_ROLES
    )  # work, skills …: only what says level and field at once
    levels = chosen_levels(line)
    if passage.role is Role.TITLE and not line.in_cv:  # a place for doctoral students
        levels = [one for one in levels if one.eqf < DOCTORAL]
    if not levels:
        yield from without_level(line, aside=aside)
        return
    seen: set[Education] = set()
    for number, level in enumerate(levels):
        modality = Modality.HELD if line.in_cv else modality_of(line.text, levels, number, passage.role)
        for eqf, field in _said_of(line, levels, number, aside=aside):
            value = Education(eqf, field.code if field else None, modality)
            if value not in seen:
                seen.add(value)
                yield line.fact(value, *_extent(level, field, levels))
    if not aside:
        yield from beside_levels(line, levels)


def _said_of(
    line: Line, levels: Sequence[LevelWord], number: int, *, aside: bool
) -> Iterator[tuple[int | None, FieldWord | None]]:
    """Level and field of each education that one word for a level speaks of; none if it only comes back to one."""
    level = levels[number]
    following = levels[number + 1].start if number + 1 < len(levels) else len(line.text)
    fields = fields_of(line, levels, number)
    if aside and level.field and line.written[level.start : level.end].isupper():
        return  # MFA and MPA are other things at work
    broken = is_broken_off(line.text, level, following) if line.in_cv else is_of_first_years(line.text, level)
    if not fields:
        if not broken:
            yield from _alone(line, levels, number, aside=aside)
        return
    if line.is_of_studies and len(fields) == 1 and fields[0].code in GENERAL and fields[0].start < level.end:
        fields = _narrowed(fields, line, levels, number)
    for field in (*cut_before(line, level), *fields):
        yield (None if broken else level.eqf), field
    if level.is_title and fields[0].start < level.end and not line.in_cv:
        for field in listed_behind(line, level, _end_of_list(line, levels, number)):
            # what else a list names beside a short education has a level of its own
            eqf = level_of_title(line, field) or (level.eqf if level.eqf >= ACADEMIC else None)
            yield (None if broken else eqf), field


def _narrowed(
    fields: list[FieldWord], line: Line, levels: Sequence[LevelWord], number: int
) -> list[FieldWord]:
    """What the rest of an entry says of a degree in science or engineering: "Cand.scient. | Geologi | …"."""
    narrower = field_of_entry(line, levels, number)
    if not narrower or narrower.code in GENERAL:
        return fields
    return as_engineers([narrower]) if fields[0].code == ENGINEERING else [narrower]


def _alone(
    line: Line, levels: Sequence[LevelWord], number: int, *, aside: bool
) -> Iterator[tuple[int | None, FieldWord | None]]:
    """A level that no field is said of beside it, unless it says again what stands elsewhere."""
    level = levels[number]
    if is_restated(line.text, levels, number) or is_named_next(line.text, levels, number):
        return
    if is_said_of_subjects(line, level):
        return
    again = any(one.eqf == level.eqf for one in levels[:number])
    if line.in_cv and (again or aside or repeats(line.text, level)):
        return
    around = _around(line, levels, number)
    if line.in_cv and not around and (is_name_of_school(line, level) or is_named_elsewhere(line, level)):
        return
    yield level.eqf, around


def _end_of_list(line: Line, levels: Sequence[LevelWord], number: int) -> int:
    """Where the next level begins that is not the same title in brackets: "laboratory technician (laborant)"."""
    end = levels[number].end
    behind = [one.start for one in levels[number + 1 :] if line.text[end : one.start].strip() != "("]
    return behind[0] if behind else len(line.text)


def _around(line: Line, levels: Sequence[LevelWord], number: int) -> FieldWord | None:
    """The field that the lines around, or the rest of its own, say of a level alone."""
    level = levels[number]
    if not line.in_cv:
        return trade_of(line, level)
    return (
        field_above(line)
        or field_below(line, level)
        or trade_of(line, level)
        or field_of_entry(line, levels, number)
    )


def _extent(level: LevelWord, field: FieldWord | None, levels: Sequence[LevelWord]) -> tuple[int, int]:
    """Level and field together, unless another level stands between them, or the field in another line."""
    if field is None or field.end <= field.start + 1:
        return level.start, level.end
    start, end = min(level.start, field.start), max(level.end, field.end)
    alone = all(one is level or not start <= one.start < end for one in levels)
    return (start, end) if alone else (level.start, level.end)
