"""Fields of studies whose level is not said: "technical education", "år på kjemi", a single course, studies that were left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brobygger.core.reading.data import Education, Fact, Modality
from brobygger.core.reading.facets.education.apart import levels_apart
from brobygger.core.reading.facets.education.fields import TONGUES, FieldWord, fields_in
from brobygger.core.reading.facets.education.joining import TEACHING, VOCATIONAL, fields_before, fields_near
from brobygger.core.reading.facets.education.levels import LevelWord, levels_in
from brobygger.core.reading.facets.education.line import Line
from brobygger.core.reading.facets.education.modality import UNFINISHED, modality_of
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

SUBJECT = folded(  # an education that only its subject is said of
    r"\b(?:uddannelse|uddannet|utdanning|utdannelse|utdannet|utbildning|\w*(?:specialist|special|vidare|fort)utbildning|\w*(?:special|specialist|videre|efter|etter)(?:utdanning|uddannelse)|utbildad|(?<=technical )education|(?:education|educational background|studies|study|studying)(?: in| within)|studying|studier|studerer|studerar|(?:har|have) (?:studert|studerat|studeret|læst|läst|lest|studied)|(?:students?|studenter?|studerende|studerande) (?:in|of|fra|från|innen|inom|inden for|på)|du går på|studieretning|l[æäe]ser(?: på| till?)?|(?:^\W*|\byou )study(?:ing)?|\w{3,}(?:studerende|studerande|student(?:er|en)?)|enrolled (?:in|on)|(?:years? (?:[\d–-]+ )?of )?(?:an? |the )?program(?:me|met)? (?:in|for|för)|(?:högskolepoäng|studiepoeng|ects(?:-point)?|credits|\bhp) (?:i|inom|in|innen)|år på|årsstudium|årsstudie|årsenhet|\bvg ?[12]\b|\bgf ?[12]\b|grundforløb(?:et)?(?: ?[12]\b)?|grunnkurs|(?:examen|eksamen) (?:i|inom|innen|inden for)|(?<!higher )diploma (?:in|of)|pædagogikum|pedagogikum|praktisk[- ]pedagogisk utdanning|\bppu\b|utdanningsretning|fagbakgrunn|faglig baggrund|(?<=teknisk )(?:bakgrund|bakgrunn|baggrund)|(?<=technical )background|(?:one|two|three|[1-3]|first|second|third) years? of(?: studies in)?|studied|(?:et|ett|to|två|tre|[1-3]) år(?:s)?)\b"
)
TEACHER_TRAINING = folded(  # on top of a degree
    r"\b(?:pædagogikum|pedagogikum|praktisk[- ]pedagogisk utdanning|ppu|kpu|kompletterande pedagogisk utbildning|teaching qualification)\b"
)
TEACHER, NURSING = "0114", "0913"
SPECIALIST = folded(r"specialistutb|vidareutb|videreutd|spesialutd")
NOT = folded(r"\b(?:ikke|inte|not|aldrig|never|no|ingen)\s(?:\w+\s)?$")
FURTHER = folded(
    r"\w*(?:efter|etter|videre|vidare|fort)(?:uddannelse|utdanning|utbildning)"
)  # an employer offers it
SIGNS = Signs(  # one of these stands in whatever is read here outside of a section on education
    (
        *"ddann tdann utbild educat stud læs läs les lær enroll program poäng poeng ects credits univers degree vg gf".split(),
        *"grundforl grunnkurs examen eksamen diploma gogikum ppu bakgr baggrund backgr training".split(),
        *(" hp", "år på", "year of", "years of", "et år", "ett år", "course of"),
    )
)
PART_OF_STUDIES = folded(r"\b(?:halvt år|half a year|halvår|enkeltfag|sensor|censor)\b")
NO_STUDIES = folded(r"studieretning|grunnkurs|efteruddannelse|etterutdanning|fortutbildning|fortbildning")
PART = folded(r"vg|gf|grundforl")  # of a training
TRAINED_ELSEWHERE = folded(r"fagbrev|sve(?:n|i)?n(?:e|d)?e?brev|svendebrev|vg ?3")
YOU_HAVE = folded(r"\b(?:har du|du har|you have)\b")
READ_WHAT = folded(  # between "you read" and what one studies
    r"\s(?:(?:nu|nå|just nu|du|you|jag|jeg|også|på|till|til|fx|f\.eks\.|t\.ex\.|et eller andet|noe|noget|något|an?|en|et|ett|in|of|for|i|innen|inom|inden for|teknisk|teoretisk|applied|anvendt|something like|something with|noget med|noe med|något med|(?:på )?\d\. (?:år|semester)(?: eller længere| eller høyere| eller senare)?,?|for eksempel|till exempel|for example|e\.g\.)\s){0,3}"
)
UPPER_SECONDARY = folded(r"vg")
UNDER_WAY = folded(
    r"\b(?:går (?:på|nå|nu|vg|gf|grund)|du går|start(?:ed|et|ede)|begynt\w*|begyndt\w*|påbegyn\w*|i gang|igang|pågår|ongoing|expected)\b"
)
STUDENT_OF = folded(r"\w{3,}(?:studer|student)\w*")  # a CV says more of it elsewhere
ONE_YEAR = folded(r"års(?:studi|enhet)")  # stands for itself
TO_BECOME = folded(r"l[æäe]ser|studer(?:er|ar)\b|studying")
STUDYING = folded(r"stud|l[æäe]s|enrolled|år på")
MASTERS_THESIS = folded(  # whoever writes one will be a master
    r"\b(?:master[’'`]?s?[ -]?(?:thes[ei]s|project|prosjekt\w*|oppgave\w*)|masteroppg\w*|kandidatspeciale\w*|specialeprojekt\w*|skriver (?:dit |sit |din )?(?:speciale|master\w*)|speciale(?:studerende|samarbejde)\w*|msc (?:thesis|project))"
)
TERM = folded(  # how far somebody has come
    r"\b(?P<number>\d{1,2})(?:\.|st|nd|rd|th) (?P<what>semester|term|år\b|year)|\b(?P<of>semester|termin|årskurs|year) (?P<count>\d{1,2})\b"
)
STUDIES = folded(r"\W*(?:studier|studies|uddannelse|utdanning|utbildning|education)\b")
STUDY = folded(
    r"studie|studi[ue]|study|university|universitet|degree|utbildning|uddannelse|utdanning|course of|programme"
)
READING = folded(
    r"(?:(?:har|have) (?:stud|l[æäe])|student|studerende|studerande|du går på|l[æäe]ser|enrolled|år på|year|programme|program|(?:one|two|three|[1-3]|first|second|third) years?|studied|(?:et|ett|to|två|tre|[1-3]) år)\b"
)
BY_TRAINING = folded(
    r"\b(?:engineer(?: by training| by education)|ingeniør (?:av utdanning|af uddannelse)|ingenjör (?:till|i grund) utbildning\w*)\b"
)
SCHOOL = folded(  # where one studies, in a line about studies
    r"\w?niversi\w*|\buni(?:v)?\b|h[öøo][gyj]?e?s?skol\w*|hochschule|akademi\w*|academy|college|institut\w*|école|escuela|politechnika|polite[ck]\w*|polytech\w*|\bamu\b|komvux|vuxenutb\w*|folkhögskol\w*|\b(?:ntnu|dtu|kth|liu|lth|uio|uib|uit|sdu|aau|cbs|itu|ruc|kea|eal|nmbu|oslomet|chalmers|vgs)\b"
)
CREDITS = folded(
    r"\b(?P<number>\d{1,3})(?:[.,]\d)? ?(?:hp|ects(?:[- ]points?)?|sp|stp|poäng|studiepoeng|högskolepoäng|credits?|yhp)\b"
)
HALF_A_YEAR, HALF_A_YEAR_IN_WEEKS = 30, 24  # credits, weeks
WEEKS = folded(r"\b(?P<number>\d{1,2}) (?:veckor|uger|uker|weeks|v\.)")
YEARS_LONG = folded(r"\b(?P<years>[3-6])(?:[- ]?årig\w*| ?år\b|[- ]years?\b)")
COURSE = folded(r"\b(?:kurs(?:en|et|er)?|courses?|module?)\s?(?:i|inom|innen|in|on|:|[\"“”»«])")
NO_EXAM = folded(r"\bfolke?h(?:ög|øg|øj)skol\w*|-kurs\w*|\bhøjskole")  # schools and courses that end in none
LINE_BEGINS = folded(
    r"[\W\d]*(?:(?!kurs|cours)[\w-]+ )?(?:(?:års?studi\w+|grundkurs|fristående kurs\w*|studier|studies|kurs|course|study|exchange) (?:i|inom|in|of|innen)\s)?"
)
ENTRY_ENDS = re.compile(r"[.;]\s|[|·•]")  # of an entry or a sentence
SUBJECT_ENDS = folded(
    r"(?:\s?-?(?:sciences?|engineering|technology|fag|teknik))?-?\s?(?:[,.;:()/?!]|$|(?:eller|og|och|or|and|på|ved|vid|at|fra|från|from|hos|nå|nu|men|i)\b)"
)
BACHELOR, MASTER = 6, 7  # EQF
YEARS_OF_BACHELOR = 3
CREDITS_OF_BACHELOR, CREDITS_OF_MASTER = 180, 300
LONG_STUDIES = 5  # years, of a master's degree


def without_level(line: Line, *, aside: bool) -> Iterator[Fact]:
    """
    Fields of studies whose level is not said, or which were left.

    Args:
        aside: the passage is about work or skills: only what is called studies counts.
    """
    text = line.text[: line.own]
    if not (line.is_of_studies or SIGNS.stand_in(line.text)):
        return
    if line.in_cv and not aside and UNFINISHED.search(text) and (line.is_of_studies or STUDY.search(text)):
        for one in fields_in(line.written, 0, line.own):
            yield line.fact(Education(None, one.code, Modality.HELD), one.start, one.end)
        return
    if (
        line.goes_on
        or PART_OF_STUDIES.search(text)
        or _is_course(line)
        or (aside and not STUDIES.match(text))
    ):
        return
    found = list(_subjects(line))
    yield from found
    if not found and line.is_of_studies:
        yield from _studies(line)


def beside_levels(line: Line, levels: Sequence[LevelWord]) -> Iterator[Fact]:
    """The same of a line that names levels too, in its other sentences: "Fagbrev 2004 • One year of informatics"."""
    if not (line.is_of_studies or SIGNS.stand_in(line.text)) or _is_course(line):
        return
    text = line.text[: line.own]
    for match in TEACHER_TRAINING.finditer(text):
        if all(not (one.field or "").startswith(TEACHING) for one in levels):
            modality = (
                Modality.HELD
                if line.in_cv
                else modality_of(
                    line.text, [*levels, LevelWord(1, *match.span())], len(levels), line.passage.role
                )
            )
            yield line.fact(Education(None, TEACHER, modality), *match.span())
            return
    for match in SUBJECT.finditer(text):
        start = max((end.end() for end in ENTRY_ENDS.finditer(text, 0, match.start())), default=0)
        behind = ENTRY_ENDS.search(text, match.end())
        end = behind.start() if behind else len(text)
        alone = not any(start <= one.start < end for one in levels)
        if (
            (alone or ONE_YEAR.match(match[0]))
            and not NOT.search(text, 0, match.start())
            and not _is_no_education(line, match)
        ):
            yield from _subjects_at(line, match, end)


def _is_course(line: Line) -> bool:
    """Whether what a CV tells of has taken less than half a year."""
    if not line.in_cv:
        return False
    said = [int(one["number"]) / HALF_A_YEAR for one in CREDITS.finditer(line.text)]
    said += [int(one["number"]) / HALF_A_YEAR_IN_WEEKS for one in WEEKS.finditer(line.text)]
    return bool(said) and max(said) < 1


def _studies(line: Line) -> Iterator[Fact]:
    """
    A line on studies in a CV that names only their field and the school, the credits or the weeks.

    Three years and more at a university are a degree; less, a single course or a year abroad have no level.
    """
    text = line.text[: line.own]
    course = COURSE.search(text) if CREDITS.search(text) else None
    begin = course.end() if course else 0
    for one in fields_in(line.written, begin, line.own)[:1]:
        if one.code in TONGUES or not LINE_BEGINS.fullmatch(text, begin, one.start):
            return
        if NO_EXAM.search(text, one.start):
            return
        at_school = SCHOOL.search(text, one.end) is not None
        if not (at_school or CREDITS.search(text) or WEEKS.search(text)):
            return
        long = YEARS_LONG.search(text, one.end) if at_school and not course else None
        eqf = None if not long else BACHELOR if int(long["years"]) < LONG_STUDIES else MASTER
        if at_school and not course:
            eqf = eqf or _by_credits(text)
        yield line.fact(Education(eqf, one.code, Modality.HELD), one.start, one.end)


def _by_credits(text: str) -> int | None:
    """Three years' credits are a bachelor's, five years' a master's."""
    most = max((int(one["number"]) for one in CREDITS.finditer(text)), default=0)
    return MASTER if most >= CREDITS_OF_MASTER else BACHELOR if most >= CREDITS_OF_BACHELOR else None


def _subjects(line: Line) -> Iterator[Fact]:
    """A field without a level: "technical education", "education in chemistry"."""
    text = line.text[: line.own]
    trained = BY_TRAINING.search(text)
    if trained:
        modality = Modality.HELD if line.in_cv else Modality.REQUIRED
        yield line.fact(Education(None, "07", modality), *trained.span())
        return
    for match in SUBJECT.finditer(text):
        if NOT.search(text, 0, match.start()) or _is_no_education(line, match):
            continue
        found = list(_subjects_at(line, match, line.own))
        yield from found
        if found:
            return


def _is_no_education(line: Line, match: re.Match[str]) -> bool:
    """What an employer offers, what a school went deep into, and parts of a training that is said in full elsewhere."""
    if not line.in_cv:
        return FURTHER.fullmatch(match[0]) is not None and not YOU_HAVE.search(line.text, 0, match.start())
    if PART.match(match[0]):
        return TRAINED_ELSEWHERE.search(fold(line.document.text)) is not None
    return (NO_STUDIES.match(match[0]) or STUDENT_OF.fullmatch(match[0])) is not None


def _level_of(line: Line, match: re.Match[str], field: FieldWord) -> int | None:
    """The level that somebody who studies aims at, by how far she has come."""
    if PART.match(match[0]):
        under_way = UNDER_WAY.search(line.text) or (line.in_cv and UPPER_SECONDARY.match(match[0]))
        return VOCATIONAL if under_way else None
    if field.code == NURSING and SPECIALIST.search(match[0]):
        return MASTER
    if TO_BECOME.match(match[0]) and (eqf := level_of_title(line, field)):
        return eqf
    if not line.in_cv and STUDYING.search(match[0]) and MASTERS_THESIS.search(fold(line.document.text)):
        return MASTER
    term = TERM.search(line.text) if line.in_cv and READING.match(match[0]) else None
    if not term:
        return None
    of, number = term["what"] or term["of"], int(term["number"] or term["count"])
    years = number / (2 if of.startswith(("sem", "ter")) else 1)
    return BACHELOR if years <= YEARS_OF_BACHELOR else MASTER


def level_of_title(line: Line, field: FieldWord) -> int | None:
    """The level of a title that one studies for: "reading to become a chemist, architect or …"."""
    words = levels_in(line.written[field.start : field.end], line.passage.language, titles=True)
    return next((one.eqf for one in words if one.is_title), None)


def _subjects_at(line: Line, match: re.Match[str], limit: int) -> Iterator[Fact]:
    word = LevelWord(1, *match.span())
    adjacent = READING.match(match[0]) is not None
    near = fields_near(line, word, limit)
    if STUDENT_OF.fullmatch(match[0]):
        near = [*fields_before(line, word), *near]  # "biology, physics or chemistry students"
    fields = [one for one in near if one.code not in TONGUES]
    apart = levels_apart(line) if fields and STUDYING.search(match[0]) else []
    for field in fields:
        if line.text.startswith(",", match.end()) and field.start > match.end():
            return  # "education, insurance and support": what an employer offers
        if adjacent and line.in_cv and not (SCHOOL.search(line.text) or TERM.search(line.text)):
            return  # for the fun of it, or at school
        if adjacent and (
            (field is fields[0] and not READ_WHAT.fullmatch(line.text, match.end(), field.start))
            or not SUBJECT_ENDS.match(line.text, field.end)
        ):
            return  # "you read technical documentation"
        modality = Modality.HELD if line.in_cv else modality_of(line.text, [word], 0, line.passage.role)
        start, end = min(match.start(), field.start), max(match.end(), field.end)
        eqf = _level_of(line, match, field)
        for level in [eqf] if eqf or not apart else apart:
            yield line.fact(Education(level, field.code, modality), start, end)
