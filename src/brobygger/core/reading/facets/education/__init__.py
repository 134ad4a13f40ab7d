"""Education asked for and held: its level and its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brobygger.core.reading.data import Document, DocumentKind, Education, Fact, Modality, Passage, Role
from brobygger.core.reading.facets.education.fields import GENERAL, FieldWord, fields_in
from brobygger.core.reading.facets.education.levels import LevelWord, levels_in
from brobygger.core.reading.facets.education.modality import JOIN, is_asked, is_held, modality_of
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

__all__ = ["find_education"]

AD_ROLES = frozenset((Role.REQUIREMENT, Role.ADVANTAGE, Role.OTHER, Role.TASK))
CV_ROLES = frozenset((Role.EDUCATION, Role.OTHER, Role.PERSONAL, Role.TITLE))
# One of these stands in every passage about education (text case): a cheap test before the patterns.
SIGNS = Signs(
    "ddann tdann utbild eksamen examen educat degree bachelor master msc m.sc bsc b.sc b.eng beng meng ph.d phd ph. ingeni ingenj v.ing iv. kandidat cand."
    " brev gymnas skole skola akadem doktor doctor datamatiker yrkes vocational yh faglært videregå eud eux htx stx hhx kvu mvu lvu mba hnd"
    " magister hovedfag konstruktør certificate school studi teknolog maskinmester tekniker licentia abitur fagprøve disputer".split()
)
SUBJECT = folded(  # an education that only its subject is said of
    r"\b(?:uddannelse|uddannet|utdanning|utdannelse|utdannet|utbildning|utbildad|(?<=technical )education|(?:education|educational background|studies|study|studying)(?: in| within)|studying|studier|studerer|studieretning|utdanningsretning|fagbakgrunn|faglig baggrund)\b",
)
STOP = folded(  # from here on something else is spoken of
    r"[.;:!?]\s|\d+ ?\+|\b(?:with(?! (?:a )?(?:major|special|focus|emphasis))|that|you|and at least|og mindst|og minst|och minst|erfaring|erfarenhet|experience|kendskab|kjennskap|kunskap|kunnskap|kundskab|knowledge|interesse|intresse|interest|gerne|gjerne|gärna|preferably|men|but|samt"
    r"|og (?:du|har|kan|gode?|erfaring)|och (?:du|har|kan)|and (?:you|have|can|good|experience)|(?:fra|från|from)(?! (?:teknik|natur))|ved|vid|at)\b",
)
NEAR = 40  # characters from a field to a level behind it
REACH = 90  # characters from a level to its fields
BESIDE = folded(
    r"[\s()/-]*(?:(?:og|och|and|eller|or|a|an|en|et|science|sciences|engineering|faglig|relevant)\b[\s()/-]*){0,2}",
)
BESIDE_IN_CV = folded(
    r"(?:\s+(?:engineering|sciences?|technology))?[\s(),/–-]*"
)  # "Mechanical engineering, BSc"


def find_education(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Levels (EQF) and fields (ISCED-F) of education.

    A level without a field, or a field without a level, is a fact too. Of several fields said of one level each is a fact.
    """
    held = document.kind is DocumentKind.CV
    if passage.role not in (CV_ROLES if held else AD_ROLES):
        return
    written, text = text, fold(text)
    if not SIGNS.stand_in(text):
        return
    levels = [
        one
        for one in levels_in(written, passage.language)
        if (is_held(text, one) if held else is_asked(text, one))
    ]
    if not levels:
        yield from _subjects(text, passage, held=held)
        return
    seen: set[Education] = set()
    for number, level in enumerate(levels):
        modality = Modality.HELD if held else modality_of(text, levels, number, passage.role)
        fields = _fields_of(text, levels, number, held=held)
        subjects: list[FieldWord | None] = [*fields] or [None]
        for field in subjects:
            value = Education(level.eqf, field.code if field else None, modality)
            if value not in seen:
                seen.add(value)
                yield fact_at(
                    value,
                    passage,
                    *_extent(level, field, levels),
                    level.sure - (0.1 if passage.role is Role.TASK else 0),
                )


def _subjects(text: str, passage: Passage, *, held: bool) -> Iterator[Fact]:
    """A field without a level: "technical education", "education in chemistry"."""
    match = SUBJECT.search(text)
    if match is None:
        return
    level = LevelWord(1, *match.span())
    for field in _fields_near(text, level, len(text), BESIDE):
        modality = Modality.HELD if held else modality_of(text, [level], 0, passage.role)
        start, end = min(match.start(), field.start), max(match.end(), field.end)
        yield fact_at(Education(None, field.code, modality), passage, start, end, 0.75)


def _fields_of(text: str, levels: Sequence[LevelWord], number: int, *, held: bool) -> list[FieldWord]:
    """Fields said of a level; of levels that are joined ("bachelor or master in …") those of the last."""
    while number + 1 < len(levels) and JOIN.fullmatch(text, levels[number].end, levels[number + 1].start):
        own = fields_in(text, levels[number].start, levels[number].end)
        if own and own[0].code not in GENERAL:
            return own
        number += 1
    limit = levels[number + 1].start if number + 1 < len(levels) else len(text)
    return _fields_near(text, levels[number], limit, BESIDE_IN_CV if held else BESIDE)


def _fields_near(text: str, level: LevelWord, limit: int, beside: re.Pattern[str]) -> list[FieldWord]:
    """Fields behind a level, else inside its own word, else right before it with only `beside` between."""
    stop = STOP.search(text, level.end, limit)
    end = min(stop.start() if stop else limit, level.end + REACH)
    behind = [
        one
        for one in fields_in(text, level.end, end)
        if limit == len(text)
        or text[one.end : limit].strip()  # "bachelor, teknisk fagskole": of the next level
    ]
    if behind:
        return behind
    inside = [one for one in fields_in(text, level.start, level.end) if one.code != "07"]
    begin = max(0, text.rfind(" ", 0, max(0, level.start - NEAR)))
    return inside or [
        one for one in fields_in(text, begin, level.start) if beside.fullmatch(text, one.end, level.start)
    ]


def _extent(level: LevelWord, field: FieldWord | None, levels: Sequence[LevelWord]) -> tuple[int, int]:
    """Level and field together, unless another level stands between them."""
    if field is None:
        return level.start, level.end
    start, end = min(level.start, field.start), max(level.end, field.end)
    alone = all(one is level or not start <= one.start < end for one in levels)
    return (start, end) if alone else (level.start, level.end)
