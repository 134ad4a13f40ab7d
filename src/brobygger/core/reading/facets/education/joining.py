"""Which fields of study belong to which level of education."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from brobygger.core.reading.facets.education.fields import GENERAL, TONGUES, FieldWord, fields_in
from brobygger.core.reading.facets.education.levels import LevelWord
from brobygger.core.reading.facets.education.line import REACH, Line
from brobygger.core.reading.facets.education.subject_words import CRAFTS
from brobygger.core.reading.folding import folded

COMPULSORY = 2  # EQF of school until the age of sixteen: it has no field
ACADEMIC = 6
VOCATIONAL = 4
TEACHING = "011"
CHEMISTRY, CHEMICAL = "0531", "0711"  # an engineer's chemistry is chemical engineering
TONGUE_NEAR = 2  # words from a degree to the language that was studied
BROAD = 2  # digits of a broad field
NEAR = 60  # characters from a field to a level behind it
FURTHEST_WORDS = 4  # between two fields of one list, of which one may be a subject that is not known
STOP = folded(  # from here on something else is spoken of
    r"(?<!\bnr)(?<!t\.ex)(?<!f\.eks)(?<!e\.g)(?<!bl\.a)(?<!\bm)(?<!inkl)(?<!incl)(?<!b\.tech)(?<!m\.tech)(?<!inriktningar)(?<!retninger)(?<!retningene)[.;!?]\s|\d+ ?\+|\b(?:with(?! (?:a )?(?:major|special|focus|emphasis))|that|you|and at least|og mindst|og minst|och minst|erfaring|erfarenhet|experience|kendskab|kjennskap|kunskap|kunnskap|kundskab|knowledge|interesse|intresse|interest|(?:gerne|gjerne|gärna|helst|preferably)(?! (?:i|innen|inden for|inom|in|within)\b)|men|but|samt|thesis|dissertation|speciale om|specialet|afhandling|avhandling|exjobb|examensarbete|c?gpa|karakter\w*|betyg\w*|hvor|where|där|courses?|kurser"
    r"|og (?:du|har|kan|gode?|erfaring|lang)|och (?:du|har|kan|erfaren)|and (?:you|have|can|good|experience)|(?:fra|från|from)(?! (?:teknik|natur|vgs|gymnas))|ved|vid|at|hos)\b"
)
BETWEEN_FIELDS = folded(  # something else begins between two fields
    r"[.;!?|]\s|\(|\b\d{4}\b|\b(?:years?|år|kurs\w*|courses?|jobb\w*|arbejd\w*|arbeid\w*|arbet\w*|worked?|working|lærer|lärare|teacher|med|with|uden|uten|utan|without|under|som|as|der|who|which|in my|var|was|er|is|är|har|have|hos|på|on|inriktning|major|specialisation|specialization|speciale|spesialisering|profil|minor|sidefag|bifag)\b"
)
DIRECT = folded(  # between a level and the field that is said of it
    r"\.?(?:\s\([^()]{0,25}\))?[\s:,(/–—·-]*(?:(?:examen|eksamen|degree|grad|uddannelse|utdanning|utbildning|education|program\w*|i|in|inom|innen(?: for)?|inden for|som|as|til|till|to|become|of|en|em|de|in the|an?|et|ett|relevant\w*|studies|nr\.? \d|gr\.?|faget|field of|science|arts|med (?:speciale|spesialisering|fordypning|fordjupning|inriktning|fokus|retning|linje)\w*|with (?:a )?(?:major|specialisation|specialization|focus|emphasis)|inriktning|inriktad|mot|fra|från|the|minst|min\.?|\d{4}|linje\w*|retning\w*|teoretisk\w*|teknisk|fag|faglig|vg ?[123]|applied|anvendt|tillämpad|norsk|dansk|svensk)\b\.?[\s:,(/–—-]*){0,5}"
)
BESIDE = folded(  # between a field and the level behind it, in an ad
    r"(?:-?\s?(?:sciences?|engineering|technology|fag\w*))?[\s()/,-]*(?:(?:og|och|and|eller|or|a|an|en|et|science|sciences|engineering|faglig|relevant|similar|lignende|liknende|tilsvarende|liknande|motsvarande|fagarbeider|med|with|utdanning\w*|utbildning\w*|uddannelse\w*|education|degree|på|on|at|minst|minimum|mindst|least|as|som|høyere|högre|higher)\b[\s()/,-]*){0,4}"
)
BESIDE_IN_CV = folded(
    r"(?:\s+(?:engineering|sciences?|technology|faget|fag))?[\s(),/–—:·-]*(?:\d+(?:[.,]5)? (?:years?|år)[, ]\s?)?(?:(?:med|with|på|at|i|ved|vid|fra|från|norsk|dansk|svensk|polsk\w*|norskt|svenskt|danskt|senere|udlært|[12]\. (?:år|year)|teknisk)\s){0,2}(?:(?:ved|vid|på|fra|från|at|from)\s(?:\w+\s){1,2})?"
)  # "Mechanical engineering, BSc"
LISTED = folded(
    r"\s?(?:\([^()]{0,25}\)\s?)?(?:,|/|eller|or|og|och|and|, eller|, or|-? (?:og|och|eller))\s?(?:an?\s|en\s|et\s)?"
)
TRADES = folded(r"\s?(?:/|&|\+|og|och|and)\s?")
SAME_LIST = folded(r"-?\s?(?:,|/|&|eller|or|og|och|o|and|, eller|, or|, og|, och|, and)\s?(?:[\w-]+\s){0,2}")
OF_TRAINING = folded(  # "machinist training at the technical college"
    r"\w*(?:udd?annels\w*|utdann\w*|utbildning\w*|training|studier|linje\w*|retning\w*)?\s(?:\w+\s){0,1}?(?:ved|på|vid|at|from|fra|från|on)\s(?:the\s)?"
)
CUT = folded(r"(?:\b\w+-,? )*\b\w+-\s?(?:eller|og|och|or|/|o)\s?$")
LEVEL_CUT = folded(r"ingeni|ingenj|civil|diplom|h[öø]gskole|bachelor|master|kandidat|akademi|fag|gymnas")
IN_BRACKETS = re.compile(r"\s\([^()]{1,25}\)")
BRACKETED = re.compile(r"[(\[]\s?$")
JOIN = folded(
    r"[\s,/()-]*(?:(?:og|och|and|eller|or|en|et|ett|a|an|som|på|från|fra|from|minst|minimum|mindst|in|i|of|av|af|the|first|second|final|last|half|year|første|andre|anden|sidste|sidst|siste|sista|år|året)\b[\s,/()-]*){0,8}"
)
OF_TITLE = folded(
    r"[\s,(]*(?:innen|inden for|inom|in|i|med speciale i|med inriktning (?:mot)?|med fordypning i|\()\b"
)
NEW_SENTENCE = re.compile(r"(?<!\bm)[.!?]\s(?![a-zæøåäö])")
ENGINEER = folded(
    r"polyt|ingeniør|ingenjör|siv\.? ?ing|civ\.? ?ing|b\.? ?tech|m\.? ?tech|b\.? ?eng|m\.? ?eng|engineering degree"
)
JOB_BEHIND = folded(r"\s(?:teacher|lærer|lärare|assistant|manager|department|lektor|konsulent|konsult)\b")
GENERAL_SCHOOL = folded(  # prepares for any study: what it went deep into is no field
    r"(?:sproglig |matematisk |klassisk )?student(?:er|en)?(?:eksamen|examen)?|studentbevis|studentspróf|studiespesialiser\w*|allmennfag\w*|studieforberedende|stx|htx|hf|hf-\w*|abitur|a-levels?|high[- ]school\w*|liceo(?: \w+)?|lyc[ée]e|lukio|ylioppilas\w*|matura|maturit\w+|bachillerato|baccalauréat"
    r"|studiekompetanse|international baccalaureate|ensino médio|statsskole\w*|(?:9|10|ninth|tenth|niende|tiende).*"
)


def fields_of(line: Line, levels: Sequence[LevelWord], number: int) -> list[FieldWord]:
    """Fields said of a level; of levels that are joined ("bachelor or master in …") those of the last."""
    level = levels[number]
    if level.eqf == COMPULSORY or (
        line.in_cv and GENERAL_SCHOOL.fullmatch(line.text, level.start, level.end)
    ):
        return []
    if level.field:
        return _of_title(line, levels, number)
    while (
        number + 1 < len(levels)
        and levels[number + 1].field in (None, "07")
        and JOIN.fullmatch(line.text, levels[number].end, levels[number + 1].start)
    ):
        own = fields_in(line.written, levels[number].start, levels[number].end)
        if own and own[0].code not in GENERAL and own[0].end < levels[number].end:  # not "civil-"
            return own
        number += 1
    near = fields_near(line, levels[number], _following(levels, number, line))
    if not near:  # "biology or physics at a university or a college"
        first = levels[number]
        for one, two in pairwise(reversed(levels[: number + 1])):
            if not JOIN.fullmatch(line.text, two.end, one.start):
                break
            first = two
        near = fields_before(line, first)
    if near and ENGINEER.search(line.text, level.start, level.end):
        return as_engineers(near)
    if near:
        return _as_crafts(line, near) if level.eqf <= VOCATIONAL else near
    if ENGINEER.search(line.text, level.start, levels[number].end):
        return [FieldWord("07", level.start, level.end)]
    if number and not line.in_cv and level.eqf > VOCATIONAL:
        return _of_alternative(line, levels, number)
    return []


def _of_alternative(line: Line, levels: Sequence[LevelWord], number: int) -> list[FieldWord]:
    """The first field of the level before, in the same sentence: "a master in chemistry, or a bachelor with good marks"."""
    before = levels[number - 1]
    if NEW_SENTENCE.search(line.text, before.end, levels[number].start):
        return []
    return fields_of(line, levels[:number], number - 1)[:1]


def _of_title(line: Line, levels: Sequence[LevelWord], number: int) -> list[FieldWord]:
    """The field of a title ("jurist"), or the one that it says behind it ("cand.scient. i geologi")."""
    level = levels[number]
    if not level.is_title:
        near = fields_near(line, level, _following(levels, number, line))
        is_narrower = near and (
            len(level.field or "") == BROAD or near[0].code[:BROAD] == (level.field or "")[:BROAD]
        )
        if (
            is_narrower
            and near[0].start >= level.end
            and DIRECT.fullmatch(line.text, level.end, near[0].start)
        ):
            return near
    if line.in_cv and level.is_title and level.field in GENERAL:
        near = fields_near(line, level, _following(levels, number, line))
        if near and near[0].start >= level.end and DIRECT.fullmatch(line.text, level.end, near[0].start):
            return as_engineers(near)  # "Ingeniør, data"
    is_to_teach = (level.field or "").startswith(TEACHING)  # whatever the subject
    if level.field in GENERAL or not (level.is_title or is_to_teach):
        while (
            number + 1 < len(levels)
            and levels[number + 1].field in (None, "07")
            and JOIN.fullmatch(line.text, levels[number].end, levels[number + 1].start)
        ):
            number += 1
        if OF_TITLE.match(line.text, levels[number].end):
            own = fields_near(line, levels[number], _following(levels, number, line))
            if own:
                return own
    return [FieldWord(level.field or "", level.start, level.end)]


def _following(levels: Sequence[LevelWord], number: int, line: Line) -> int:
    return levels[number + 1].start if number + 1 < len(levels) else len(line.text)


def as_engineers(fields: list[FieldWord]) -> list[FieldWord]:
    """Chemistry is a science, and of an engineer chemical engineering."""
    return [replace(one, code=CHEMICAL) if one.code == CHEMISTRY else one for one in fields]


def _as_crafts(line: Line, fields: list[FieldWord]) -> list[FieldWord]:
    """Chemistry is a science at a university and a trade with a craft certificate."""
    return [
        next(
            (
                FieldWord(trade, one.start, one.end)
                for (code, begins), trade in CRAFTS.items()
                if one.code == code and line.text.startswith(begins, one.start)
            ),
            one,
        )
        for one in fields
    ]


def fields_near(line: Line, level: LevelWord, limit: int) -> list[FieldWord]:
    """Fields right behind a level, else right before it, else further behind, in the same clause."""
    behind = _behind(line, level, limit)
    if behind and DIRECT.fullmatch(line.text, level.end, behind[0].start):
        return behind
    inside = [one for one in fields_in(line.written, level.start, level.end) if one.code != "07"]
    return inside or fields_before(line, level) or behind


def _behind(line: Line, level: LevelWord, limit: int) -> list[FieldWord]:
    stop = STOP.search(line.text, level.end, limit)
    end = min(stop.start() if stop else limit, level.end + REACH)
    found = [
        one
        for one in fields_in(line.written, level.end, end)
        if limit == len(line.text)
        or line.text[one.end : limit].strip()  # "bachelor, teknisk fagskole": of the next level
    ]
    if (
        found
        and found[0].code in TONGUES
        and (
            level.eqf < ACADEMIC
            or line.text.find(" taken ", level.end, found[0].start) >= 0
            or len(line.text[level.end : found[0].start].split()) > TONGUE_NEAR
        )
    ):
        return []
    if not found or JOB_BEHIND.match(line.text, found[0].end):
        return []
    if line.in_cv:
        is_certificate = "brev" in line.text[level.start : level.end]
        if is_certificate and len(found) > 1 and TRADES.fullmatch(line.text, found[0].end, found[1].start):
            return found[:2]  # two certificates
        return found[:1]  # the main subject of the degree: "physics and mathematics"
    return found[
        : 1 + sum(1 for _ in takewhile(lambda pair: _of_one_list(line.text, *pair), pairwise(found)))
    ]


def _of_one_list(text: str, one: FieldWord, two: FieldWord) -> bool:
    """Whether an ad names two fields as alternatives, with a subject between them at most that is not known."""
    between = text[one.end : two.start]
    return len(between.split()) <= FURTHEST_WORDS and not BETWEEN_FIELDS.search(between)


def fields_before(line: Line, level: LevelWord) -> list[FieldWord]:
    """Fields right before a level: "elektriker, svendebrev", "bageri eller fordon på gymnasiet"."""
    begin = max(0, line.text.rfind(" ", 0, max(0, level.start - NEAR)))
    is_studied = line.is_of_studies and level.eqf >= ACADEMIC
    before = [
        one
        for one in fields_in(line.written, begin, level.start)
        if one.code not in TONGUES
        or (is_studied and line.text[one.end : level.start] != " ")  # not "norsk bachelor"
    ]
    if BRACKETED.search(line.text, begin, level.start):  # "Electronics (bachelor, second year)"
        clause = max(line.text.rfind(mark, begin, level.start) for mark in ".;:|")
        return [one for one in before if one.start > clause][:1]
    beside = BESIDE_IN_CV if line.in_cv else BESIDE
    if not before or not (
        beside.fullmatch(line.text, before[-1].end, level.start)
        or OF_TRAINING.fullmatch(line.text, before[-1].end, level.start)
    ):
        return []
    first = len(before) - 1
    while first and SAME_LIST.fullmatch(line.text, before[first - 1].end, before[first].start):
        first -= 1
    return before[first:]


def cut_before(line: Line, level: LevelWord) -> list[FieldWord]:
    """Fields of compounds that are cut short before a title: "miljø- eller kemiingeniør"."""
    cut = CUT.search(line.text, max(0, level.start - NEAR), level.start)
    if cut is None or LEVEL_CUT.search(cut[0]):
        return []
    found = fields_in(line.written, cut.start(), cut.end())
    return as_engineers(found) if ENGINEER.search(line.text, level.start, level.end) else found


def listed_behind(line: Line, title: LevelWord, limit: int) -> list[FieldWord]:
    """Fields that a list goes on with behind a title: "a laboratory technician, or biology"."""
    found: list[FieldWord] = []
    again = IN_BRACKETS.match(line.text, title.end)
    last = again.end() if again else title.end
    for one in fields_in(line.written, last, min(limit, title.end + REACH)):
        if not LISTED.fullmatch(line.text, last, one.start):
            break
        found.append(one)
        last = one.end
    return found
