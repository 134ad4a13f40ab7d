"""Education asked for and held: its level and its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brobygger.core.reading.data import Document, DocumentKind, Education, Fact, Modality, Passage, Role
from brobygger.core.reading.facets.education.fields import GENERAL, FieldWord, fields_in
from brobygger.core.reading.facets.education.levels import LevelWord, levels_in
from brobygger.core.reading.facets.education.modality import (
    JOIN,
    RESTATED,
    SCHOOLS,
    UNFINISHED,
    is_asked,
    is_broken_off,
    is_held,
    modality_of,
    repeats,
)
from brobygger.core.reading.facets.education.titles import TITLE, TITLE_SIGNS, says_trained, titles_in
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

__all__ = ["find_education"]

AD_ROLES = frozenset((Role.REQUIREMENT, Role.ADVANTAGE, Role.OTHER, Role.TASK))
CV_ROLES = frozenset((Role.EDUCATION, Role.OTHER, Role.PERSONAL, Role.TITLE))
# One of these stands in every passage about education (text case): a cheap test before the patterns.
SIGNS = Signs(
    (
        *"""
    ddann tdann utbild eksamen examen educat degree bachelor master msc m.sc bsc b.sc b.eng beng meng ph.d phd ph. ingeni ingenj v.ing iv. kandidat cand.
    brev gymnas skole skola akadem doktor doctor datamatiker yrkes vocational yh faglært videregå eud eux htx stx hhx kvu mvu lvu mba hnd hf
    magister hovedfag konstruktør certificate school studi teknolog maskinmester tekniker licentia abitur fagprøve disputer sertifikat vg1 vg2 vg3
    dipl. licenciat laurea ingenier bacc inż lisans mestrado maestr máster bacalaur baccalaur matura liceu technikum zawodowa lycée lycee bachiller
    gesellen ausbildung facharbeiter eqf qnq nqf b.e. m.e. b.tech m.tech btech mtech enrolled poäng poeng ects credits avancerad grundnivå læser läser leser
    programm avslutad avbrut afbrudt afsluttet unfinished avbröt afbrød avbrøt stopped stoppe hoppa hoppe
    pba técnic tecnic liceo lyce matur gimna hovedforl grundforl grunnkurs klasse klass grade gf1 gf2 lehre nvq guilds mbo kolegija praksiskand
    lærling apprentic qualified trained univ pedagogikum kurs course b.a m.a bba licencj bakal bacharel doutor magist ppu diploma
    """.split(),
        "år på",
        "not completed",
        "m. e",
        "b. e",
        "by training",
        "by education",
        *TITLE_SIGNS.pieces,
    )
)
SUBJECT = folded(  # an education that only its subject is said of
    r"\b(?:uddannelse|uddannet|utdanning|utdannelse|utdannet|utbildning|(?:specialist|vidare)utbildning|(?:specialist|videre)(?:utdanning|uddannelse)|utbildad|(?<=technical )education|(?:education|educational background|studies|study|studying)(?: in| within)|studying|studier|studerer|studieretning|l[æäe]ser(?: på| till?)?|enrolled (?:in|on)|(?:years? (?:[\d–-]+ )?of )?(?:an? |the )?program(?:me|met)? (?:in|for|för)|(?:högskolepoäng|studiepoeng|ects(?:-point)?|credits|\bhp) (?:i|inom|in|innen)|år på|\bvg ?[12]\b|\bgf ?[12]\b|grundforløb(?:et)?(?: ?[12]\b)?|grunnkurs|(?:examen|eksamen) (?:i|inom|innen|inden for)|(?<!higher )diploma (?:in|of)|pædagogikum|pedagogikum|praktisk[- ]pedagogisk utdanning|\bppu\b|utdanningsretning|fagbakgrunn|faglig baggrund)\b",
)
STOP = folded(  # from here on something else is spoken of
    r"(?<!\bnr)(?<!t\.ex)(?<!f\.eks)(?<!e\.g)(?<!bl\.a)(?<!\bm)(?<!inkl)(?<!incl)(?<!b\.tech)(?<!m\.tech)(?<!inriktningar)(?<!retninger)(?<!retningene)[.;:!?]\s|\d+ ?\+|\b(?:with(?! (?:a )?(?:major|special|focus|emphasis))|that|you|and at least|og mindst|og minst|och minst|erfaring|erfarenhet|experience|kendskab|kjennskap|kunskap|kunnskap|kundskab|knowledge|interesse|intresse|interest|gerne|gjerne|gärna|preferably|men|but|samt|thesis|speciale om|afhandling|avhandling|exjobb|examensarbete|c?gpa|karakter\w*|betyg\w*|hvor|where|där"
    r"|og (?:du|har|kan|gode?|erfaring)|och (?:du|har|kan)|and (?:you|have|can|good|experience)|(?:fra|från|from)(?! (?:teknik|natur))|ved|vid|at)\b",
)
ANY_CV_ROLES = CV_ROLES | {Role.WORK, Role.SKILLS, Role.LANGUAGES, Role.CONTACT}
ABBREVIATED = re.compile(
    r"\b(?:[BM]\. ?[Tt]ech|[BM]\.A|[Pp]h\. ?D|[Cc]iv|[Ss]iv|[Cc]iv\. ?ing|[Ss]iv\. ?ing|[Dd]ipl|[Mm]\.? ?[Ss]c|[Bb]\.? ?[Ss]c|[Ii]ng|[BM]\.? ?[Ee]ng|[BM]\.E|[Cc]and|[Ii]nż|[Bb]acc)\.[- ]*$"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STUDIES = folded(r"\W*(?:studier|studies|uddannelse|utdanning|utbildning|education)\b")
ENGINEER = folded(r"polyt|ingeniør|ingenjör|siv\.? ?ing|civ\.? ?ing")
ACADEMIC = 6  # EQF
COMPULSORY = 2  # EQF of school until the age of sixteen: it has no field
LONG_STUDIES = 5  # years, of a master's degree
AS_WHAT = folded(r"\s(?:(?:som|as|zum|zur|als)\s)?(?:an?\s|en\s|et\s|ett\s)?")
STUDY = folded(
    r"studie|studi[ue]|study|university|universitet|degree|utbildning|uddannelse|utdanning|course of|programme"
)
OR_ELSE = folded(r"\b(?:or|eller)\s(?:an?\s|en\s|et\s)?$")
OF_TITLE = folded(r"\s(?:innen|inden for|inom|in|i|med)\b")
READING = folded(r"(?:l[æäe]ser|enrolled|år på|year|programme|program)\b")
BY_TRAINING = folded(
    r"\b(?:engineer(?: by training| by education)|ingeniør (?:av utdanning|af uddannelse)|ingenjör (?:till|i grund) utbildning\w*)\b"
)
GENERAL_SCHOOL = folded(  # prepares for any study: what it went deep into is no field
    r"student(?:er)?eksamen|studenterexamen|student(?:examen|en|bevis)|studentspróf|studiespesialiser\w*|allmennfag\w*|studieforberedende|stx|htx|hhx|hf|hf-eksamen|abitur|a-levels?|high[- ]school|liceo(?: \w+)?|lyc[ée]e|lukio|ylioppilas\w*|matura|maturit\w+|bachillerato|baccalauréat"
    r"|studiekompetanse|international baccalaureate|ensino médio|(?:9|10|ninth|tenth|niende|tiende).*"
)
SCHOOL = folded(  # where one studies, in a line about studies
    r"\w?niversi\w*|\buni(?:v)?\b|h[öøo][gyj]?e?s?skol\w*|hochschule|akademi\w*|academy|college|institut\w*|école|escuela|politechnika|polite[ck]\w*|polytech\w*|\bamu\b|komvux|vuxenutb\w*|folkhögskol\w*|\b(?:ntnu|dtu|kth|liu|lth|uio|uib|uit|sdu|aau|cbs|itu|ruc|kea|eal|nmbu|oslomet|chalmers|vgs)\b"
)
CREDITS = folded(
    r"\b\d{1,3}(?:[.,]\d)? ?(?:hp|ects(?:[- ]points?)?|sp|stp|poäng|studiepoeng|högskolepoäng|credits?|yhp)\b"
)
WEEKS = folded(r"\b\d{1,2} (?:veckor|uger|uker|weeks|månader|måneder|months|v\.)")
YEARS_LONG = folded(r"\b(?P<years>[3-6])(?:[- ]?årig\w*| ?år\b|[- ]years?\b)")
COURSE = folded(r"\b(?:kurs(?:en|et|er)?|courses?|module?)\s?(?:i|inom|innen|in|on|:|[\"“”»«])")
LINE_BEGINS = folded(
    r"[\W\d]*(?:(?:års?studi\w+|grundkurs|fristående kurs\w*|studier|studies|kurs|course|study|exchange) (?:i|inom|in|of|innen)\s)?"
)
OF_TRAINING = folded(  # "machinist training at the technical college"
    r"\w*(?:udd?annels\w*|utdann\w*|utbildning\w*|training|studier|linje\w*|retning\w*)?\s(?:\w+\s){0,1}?(?:ved|på|vid|at|from|fra|från|on)\s(?:the\s)?"
)
BRACKETED = re.compile(r"[(\[]\s?$")
SAME_PLACE = folded(
    r"\b(?:samme sted|same (?:place|university|institution|school)|samma (?:lärosäte|universitet|skola)|samme universitet|ibid)\b"
)
LISTED = folded(r"\s?(?:\([^()]{0,25}\)\s?)?(?:,|eller|or|og|och|and|, eller|, or)\s")
SUBJECT_ENDS = folded(
    r"(?:\s?-?(?:sciences?|engineering|technology|fag|teknik))?\s?(?:[,.;()/]|$|(?:eller|og|och|or|and|på|ved|vid|at|fra|från|from)\b)"
)
NEAR = 40  # characters from a field to a level behind it
REACH = 120  # characters from a level to its fields
BESIDE = folded(
    r"[\s()/-]*(?:(?:og|och|and|eller|or|a|an|en|et|science|sciences|engineering|faglig|relevant|fagarbeider|med|utdanning|utbildning|uddannelse|på)\b[\s()/-]*){0,2}",
)
BESIDE_IN_CV = folded(
    r"(?:\s+(?:engineering|sciences?|technology))?[\s(),/–-]*(?:\d+(?:[.,]5)? (?:years?|år)[, ]\s?)?(?:(?:med|with)\s)?"
)  # "Mechanical engineering, BSc"


def find_education(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    Levels (EQF) and fields (ISCED-F) of education.

    A level without a field, or a field without a level, is a fact too. Of several fields said of one level each is a fact.
    """
    held = document.kind is DocumentKind.CV
    aside = held and passage.role not in CV_ROLES  # work, skills …: only what says level and field at once
    if passage.role not in (ANY_CV_ROLES if held else AD_ROLES):
        return
    own = len(text)
    if held:
        text += _rest_of_line(passage, document)
    written, text = text, fold(text)
    if not (SIGNS.stand_in(text) or (held and passage.role is Role.EDUCATION)):
        return
    levels = _levels(written, text, own, passage, held=held)
    if not levels:
        yield from _without_level(text[:own], passage, held=held, aside=aside)
        return
    seen: set[Education] = set()
    for number, level in enumerate(levels):
        modality = Modality.HELD if held else modality_of(text, levels, number, passage.role)
        fields = _fields_of(text, levels, number, held=held)
        subjects: list[FieldWord | None] = (
            [*fields, *_listed(text, level)] if level.field else [*fields] or [None]
        )
        if held and not fields:
            again = any(one.eqf == level.eqf for one in levels[:number])
            if again or aside or repeats(text, level):
                continue  # a second word for the same degree, or what stands elsewhere
        restated = number and levels[number - 1].eqf == level.eqf and RESTATED.search(text, 0, level.start)
        if not fields and restated:
            continue
        following = levels[number + 1].start if number + 1 < len(levels) else len(text)
        broken = held and is_broken_off(text, level, following)
        if broken and not fields:
            continue
        if held and not fields and SAME_PLACE.search(text):
            subjects = [*_fields_above(passage, document)] or [None]
        elif (
            held
            and not fields
            and not text[: level.start].strip(" -•*")
            and not text[level.end :].strip(" :.")
        ):
            subjects = [*_fields_below(passage, document)] or [None]
        eqf = None if broken else level.eqf
        for field in subjects:
            if level.field and field and field not in fields and level.eqf < ACADEMIC:
                eqf = None  # what else a list names beside a short education has a level of its own
            value = Education(eqf, field.code if field else None, modality)
            if value not in seen:
                seen.add(value)
                start, end = _extent(level, field if field in fields else None, levels)
                yield fact_at(
                    value,
                    passage,
                    start,
                    min(end, own),
                    level.sure - (0.1 if passage.role is Role.TASK else 0),
                )


def _fields_above(passage: Passage, document: Document) -> Iterator[FieldWord]:
    """The first field of the line above: further degrees "at the same place" are in it too."""
    above = document.text[max(0, passage.span.start - 200) : passage.span.start].rstrip().rpartition("\n")[2]
    for one in fields_in(fold(above), 0, len(above))[:1]:
        yield FieldWord(one.code, 0, 1)


def _fields_below(passage: Passage, document: Document) -> Iterator[FieldWord]:
    """The field that the next line begins with: of a heading such as "FAGBREV" it says the trade."""
    below = document.text[passage.span.end : passage.span.end + REACH].lstrip().partition("\n")[0]
    for one in fields_in(fold(below), 0, len(below))[:1]:
        if LINE_BEGINS.fullmatch(fold(below), 0, one.start):
            yield FieldWord(one.code, 0, 1)


def _listed(text: str, title: LevelWord) -> Iterator[FieldWord]:
    """Fields that a list goes on with behind a title: "a laboratory technician, or biology"."""
    last = title.end
    for one in fields_in(text, title.end, min(len(text), title.end + REACH)):
        if not LISTED.fullmatch(text, last, one.start) or TITLE.match(text, one.start):
            return
        yield one
        last = one.end


def _rest_of_line(passage: Passage, document: Document) -> str:
    """What follows a passage of a CV in its line: "Dipl." and "M.Sc." may have ended it."""
    after = document.text[passage.span.end : passage.span.end + REACH]
    rest = after.partition("\n")[0]
    ending = document.text[max(passage.span.start, passage.span.end - 12) : passage.span.end]
    return rest if rest.strip() and ABBREVIATED.search(ending) else ""


def _levels(written: str, text: str, own: int, passage: Passage, *, held: bool) -> list[LevelWord]:
    """Levels that count, in order: degrees, and titles that stand for one."""
    kind = DocumentKind.CV if held else DocumentKind.AD
    degrees = [one for one in levels_in(written, passage.language) if one.start < own]
    titles = [
        one
        for one in titles_in(text, passage.role, kind)
        if one.start < own and not any(other.start < one.end and one.start < other.end for other in degrees)
    ]
    if degrees:  # "Klejnsmed, svendebrev", "svendebrev som smed": the title only tells the field
        titles = [
            one
            for one in titles
            if not any(AS_WHAT.fullmatch(text, other.end, one.start) for other in degrees)
            and (not held or says_trained(text, one.start, in_cv=True))
        ]
    found = sorted((*degrees, *titles), key=lambda one: one.start)
    if not held:
        return [one for one in found if is_asked(text, one)]
    return [
        one
        for one in found
        if is_held(text, one)
        and not (passage.role is Role.WORK and "program" in text[one.start : one.end])  # taught there
        and (
            text[one.start : one.end] not in SCHOOLS
            or (passage.role is Role.EDUCATION and YEAR.search(text) is not None)
        )
    ]


def _without_level(text: str, passage: Passage, *, held: bool, aside: bool) -> Iterator[Fact]:
    """Fields of studies whose level is not said, or which were left."""
    if (
        held
        and not aside
        and UNFINISHED.search(text)
        and (passage.role is Role.EDUCATION or STUDY.search(text))
    ):
        for one in fields_in(text, 0, len(text)):
            yield fact_at(Education(None, one.code, Modality.HELD), passage, one.start, one.end, 0.7)
        return
    if aside and not STUDIES.match(text):
        return
    found = list(_subjects(text, passage, held=held))
    yield from found
    if held and not found and passage.role is Role.EDUCATION:
        yield from _studies(text, passage)


def _studies(text: str, passage: Passage) -> Iterator[Fact]:
    """
    A line on studies in a CV that names only their field and the school, the credits or the weeks.

    Three years and more at a university are a degree; less, a single course or a year abroad have no level.
    """
    course = COURSE.search(text) if CREDITS.search(text) else None
    begin = course.end() if course else 0
    for one in fields_in(text, begin, len(text))[:1]:
        if not LINE_BEGINS.fullmatch(text, begin, one.start):
            return
        at_school = SCHOOL.search(text, one.end) is not None
        if not (at_school or CREDITS.search(text) or WEEKS.search(text)):
            return
        long = YEARS_LONG.search(text, one.end) if at_school and not course else None
        eqf = None if not long else 6 if int(long["years"]) < LONG_STUDIES else 7
        yield fact_at(Education(eqf, one.code, Modality.HELD), passage, one.start, one.end, 0.7)


def _subjects(text: str, passage: Passage, *, held: bool) -> Iterator[Fact]:
    """A field without a level: "technical education", "education in chemistry"."""
    trained = BY_TRAINING.search(text)
    if trained:
        modality = Modality.HELD if held else Modality.REQUIRED
        yield fact_at(Education(None, "07", modality), passage, *trained.span(), 0.7)
        return
    for match in SUBJECT.finditer(text):
        found = list(_subjects_at(text, match, passage, held=held))
        yield from found
        if found:
            return


def _subjects_at(text: str, match: re.Match[str], passage: Passage, *, held: bool) -> Iterator[Fact]:
    level = LevelWord(1, *match.span())
    adjacent = READING.match(match[0]) is not None
    for field in _fields_near(text, level, len(text), BESIDE):
        if text.startswith(",", match.end()) and field.start > match.end():
            return  # "education, insurance and support": what an employer offers
        if adjacent and (field.code in GENERAL or not SUBJECT_ENDS.match(text, field.end)):
            return  # "you read technical documentation"
        modality = Modality.HELD if held else modality_of(text, [level], 0, passage.role)
        start, end = min(match.start(), field.start), max(match.end(), field.end)
        yield fact_at(Education(None, field.code, modality), passage, start, end, 0.75)


def _fields_of(text: str, levels: Sequence[LevelWord], number: int, *, held: bool) -> list[FieldWord]:
    """Fields said of a level; of levels that are joined ("bachelor or master in …") those of the last."""
    if levels[number].eqf == COMPULSORY or (
        held and GENERAL_SCHOOL.fullmatch(text, levels[number].start, levels[number].end)
    ):
        return []
    if levels[number].field:
        following = levels[number + 1].start if number + 1 < len(levels) else len(text)
        behind = OF_TITLE.match(text, levels[number].end)
        if behind and levels[number].field in GENERAL:
            own = _fields_near(text, levels[number], following, BESIDE)
            if own:
                return own
        return [FieldWord(levels[number].field or "", levels[number].start, levels[number].end)]
    while (
        number + 1 < len(levels)
        and not levels[number + 1].field
        and JOIN.fullmatch(text, levels[number].end, levels[number + 1].start)
    ):
        own = fields_in(text, levels[number].start, levels[number].end)
        if own and own[0].code not in GENERAL:
            return own
        number += 1
    limit = levels[number + 1].start if number + 1 < len(levels) else len(text)
    near = _fields_near(text, levels[number], limit, BESIDE_IN_CV if held else BESIDE)
    if near:
        return near
    if ENGINEER.search(text, levels[number].start, levels[number].end):
        return [FieldWord("07", levels[number].start, levels[number].end)]
    if (
        number
        and not held
        and min(levels[number - 1].eqf, levels[number].eqf) >= ACADEMIC
        and OR_ELSE.search(text, levels[number - 1].end, levels[number].start)
    ):  # "a master in chemistry, or a bachelor with good marks"
        return _fields_near(text, levels[number - 1], levels[number].start, BESIDE)
    return []


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
    inside = [
        one
        for one in fields_in(text, level.start, level.end)
        if one.code != "07" or "program" in text[level.start : level.end]
    ]
    begin = max(0, text.rfind(" ", 0, max(0, level.start - NEAR)))
    if inside:
        return inside
    before = fields_in(text, begin, level.start)
    if BRACKETED.search(text, begin, level.start):  # "Electronics and sensor systems (bachelor, second year)"
        clause = max(text.rfind(mark, begin, level.start) for mark in ".;:|")
        return [one for one in before if one.start > clause][:1]
    return [
        one
        for one in before
        if beside.fullmatch(text, one.end, level.start) or OF_TRAINING.fullmatch(text, one.end, level.start)
    ]


def _extent(level: LevelWord, field: FieldWord | None, levels: Sequence[LevelWord]) -> tuple[int, int]:
    """Level and field together, unless another level stands between them."""
    if field is None:
        return level.start, level.end
    start, end = min(level.start, field.start), max(level.end, field.end)
    alone = all(one is level or not start <= one.start < end for one in levels)
    return (start, end) if alone else (level.start, level.end)
