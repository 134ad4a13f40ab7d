"""Which words for a level or a title in a passage speak of an education of the person's own, or of the applicant's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from brobygger.core.reading.data import Role
from brobygger.core.reading.facets.education.context import SCHOOL_WORD
from brobygger.core.reading.facets.education.fields import TONGUES, fields_in
from brobygger.core.reading.facets.education.joining import DIRECT, NEAR, TEACHING
from brobygger.core.reading.facets.education.levels import TRAINED, LevelWord, levels_in
from brobygger.core.reading.facets.education.line import Line
from brobygger.core.reading.facets.education.modality import AT_SCHOOL_ONLY, SCHOOLS, is_asked, is_held
from brobygger.core.reading.folding import folded

DEMANDS = frozenset((Role.REQUIREMENT, Role.ADVANTAGE, Role.OTHER))
ABOUT_ONESELF = frozenset((Role.TITLE, Role.PERSONAL, Role.OTHER, Role.EDUCATION))
LOWEST_BORNE = 6  # EQF: who calls herself a nurse has studied; a cook may have learnt it at work
PROTECTED = frozenset(  # fields whose titles nobody bears without the education
    ("0112", "0313", "042", "0511", "0715", "0716", "0732", "0841", "0911", "0912", "0913", "0914", "0915", "0916", "0923", "04")
)  # fmt: skip
OCCUPATIONS_TOO = folded(
    r"(?:teacher|nurse assist|lawyer|social worker|.* engineer|lærer\w*|lärare\w*|journalist\w*|.*konstruktør|.*ingeniør|.*ingenjör).*"
)
DATED = folded(  # when or how long: a line that says it in a section on education is a study
    r"\b(?:19|20)\d\d\b|[’'-]\d\d\b|\b\d{2,3} ?(?:hp|ects|sp|stp|poäng|studiepoeng|credits)\b|\b[1-6] (?:år|years?)\b"
)
AS_STUDY = folded(
    r"[\w\s’'-]*(?:stud(?:ent|er|y|ie)|examen|eksamen|utbildning|uddannelse|uddannet|utdanning|utdannelse|program\b|programmet|gymnasi(?!e?l[äæ]r)|linje|linie|skole|skola)\w*|hhx"
)
IN_TRAINING = folded(  # of apprentices and journeymen: in a CV only, for an ad seeks them
    r"\b(?:(?:færdig|ferdig|färdig|finish\w*) (?:som|as)|udlært(?: som)?|utlært(?: som)?|udlærd|utlärd(?: till)?|lært(?: som)|hovedforløb|i lære|lærling|lärling|lærlinge?tid|elevtid|elev|svend|(?:skole|school|skola|course) for|apprentice(?:ship)?|apprenticed|ausbildung|lehre|qualified(?: as)?|autoriseret|autorisert|legitimerad|vg3|vk1|vk2|vg2)(?: (?:som|as|to|zum|zur|als))?[ :]\s?(?:an?\s|en\s|et\s|ett\s)?$"
)
BORN_BEHIND = folded(
    r"[ ,(]{1,2}(?:udlært|utlært|utlärd|svend\b|af uddannelse|av utdanning|till yrket|by trade|by training|by education|autoriseret|autorisert|legitimerad|legitimation|med autorisasjon|og svend|senere svend)"
)
BECOMING = folded(  # right before a title, or the list that it stands in
    r"(?:\b(?:(?:eller|or) (?:du|you) (?:er|är|are)|(?:fully |newly )?(?:qualified|trained|certified|educated)(?: as)?|(?:ny)?(?:utexaminerad|uteksaminert|uddannet|utdannet|udklækket)|study(?:ing)? to become|studies to become|(?:läser|studerar|utbildar dig|pluggar) till|(?:læser|studerer|uddanner dig|leser|utdanner deg|går) til|examen som|eksamen som|år på|certificate as|sertifikat som|diploma as|papers as|papirer som|papper som|certifikat som|brev som|(?:autorisation|autorisasjon|autoriseret|autorisert|legitimation|authori[sz]ation|licen[cs]e|registered) (?:som|as)|yrkesutbildad|faglært|fagutdannet)"
    r"|(?:\b(?:sådan|så|slik) (?:er|är) (?:du|den)|\bdin profil|your profile|uddannelse|utdanning|utdannelse|utbildning|uddannet|utdannet|utdanna|utbildad|examen|eksamen|education|baggrunde?|bakgrunn|bakgrund|background|trade)(?: som| til| till| as)?\s?[:,(]?(?:\s?(?:fx|exempelvis|eksempelvis|f\.eks\.|t\.ex\.|for eksempel|till exempel|e\.g\.|for example|such as|såsom|som|kan være|være)){0,2})\s+(?:som )?(?:an?\s|en\s|et\s|ett\s)?(?:\w+- (?:eller|og|och|or)\s)?$"
)
NOT_AUTHORISED = folded(r"(?:autorisation|autorisasjon|behörighet) som el-?install\w*")
YOU_ARE = folded(  # an ad's demand of a title
    r"(?:^\W*(?:er|är|are)|\b(?:at )?du (?:er|är)|\byou are|\bat du er|\bat være|(?:er|är) du|are you|we imagine|vi forestiller os|vi tänker oss|vi tenker oss|we think|du är nog|sandsynligvis|sannolikt|sannsynligvis|probably|alternativt|eventuelt som|förflutet som|fortid som|(?:may|might) be|(?:måske|kanske|kanskje|perhaps|maybe) (?:er|är|are)? ?(?:du|you)?(?: er| är| are)?|du (?:bör|skal|må|ska|skall|bør) være|du som (?:är|er)|som er|hvis du er|om du är|you(?:'re|’re))\s?:?\s(?:(?!autoris)\w+\s)?(?:an?\s|en\s|et\s|ett\s)?(?:\w+- (?:eller|og|och|or)\s)?$"
)
LICENSED = folded(  # by the state: right before a title
    r"\b(?:legitimera[dt]e?|legitimert|leg\.|autorisere?t|autoriserade?|autoriserede|registered|licensed|chartered|(?:offentlig )?godkjen(?:t|ning) (?:som|til))(?: (?:as|som))? (?:an? )?$"
)
TECHNICAL = "07"  # permits to do a work: who may install has not learnt more
LIKE = folded(
    r"\b(?:eller (?:lignende|liknande|tilsvarende|motsvarande|tilsv\.?|motsv\.?|noget|noe|något)|or (?:similar|equivalent)|m\.m\.|eller annen|eller anden|eller annan|mv\.?)\b"
)
BETWEEN = folded(
    r"-?\s?(?:\([^()]{0,25}\)\s?)?(?:,|/|eller|or|og|och|and|, eller|, or)\s(?:an?\s|en\s|et\s|ett\s)?(?:(?:gerne|gjerne|gärna|helst|preferably|erfaren|erfaret|experienced|uddannet|utdannet|utbildad|autoriseret|autorisert|legitimerad|blivende|blivande)\s)?"
)
WITH_CERTIFICATE = folded(r"[\s-]{0,2}(?:\w+\s)?(?:med|with|,)\s(?:fagbrev|svendebrev|svennebrev|fagskole)")
FOR_OTHERS = folded(r"\b(?:för|for|till?|av|af|of|to|with|med|som|as|hos|at|ved|på)\s(?:\w+\s)?$")
PART_OF_SCHOOL = folded(r"\bv[gk] ?[12]\b|\bgf ?[12]\b|grundforløb|enkeltfag")
APPRENTICE = folded(r"svend|svenn|gesäll|lærling|lärling|apprentice")
AT_SCHOOL = folded(r"\w*(?:skole|skola|school|college|akademi|universit|institut|gymnas(?!ie?l[äæ]r)|vgs)\w*")
EXAMPLES = folded(  # right behind a general word: they say what is meant
    r"[\s,:(–-]*(?:som )?(?:fx|f\.? ?eks\.?|for eksempel|eksempelvis|t\.? ?ex\.?|till exempel|exempelvis|e\.g\.?|for example|for instance|such as|såsom|så som|like)(?: som| as)?[\s:]\s?(?:an?\s|en\s|et\s|ett\s)?"
)
MASTER, SHORTER = 7, (5, 6)  # EQF
FIVE_YEARS = folded(r"[^.;|·•\n]{0,50}?[\s(](?:5|five|fem)[- ]?(?:years?|år(?:ig)?)\b(?! (?:of )?exp)")
AT_THE_BEGINNING = folded(  # of a demand
    r"[\W\d]*(?:(?:an?|en|et|ett|erfaren|erfaret|experienced|autoriseret|autorisert|legitimerad|registered|certified|qualified|(?:ny)?uddannet|(?:ny)?utdannet|(?:ny)?utbildad|faglært|fagutdannet|trained)\s){0,2}(?:\w+- (?:eller|og|och|or)\s)?"
)
END_OF_DEMAND = folded(r"\s*(?:$|[,/.;]|(?:eller|or|og|och|and|med|with|innen|inom|inden for)\b)")
BARE = tuple(  # degrees that are common words or letters elsewhere, as a cell or an item of an entry on studies
    (
        eqf,
        languages,
        re.compile(
            rf"(?:\A|(?<=[|,;·–—:•*-] )|(?<=[|(\t,])|(?<=\d ))(?:{words})(?=\s*(?:[|,;·–—:)\t(]|- |\Z|(?:19|20)\d\d))"
        ),
    )
    for eqf, languages, words in (
        (7, "", "[Mm]aster|MASTER|M\\.?A\\.?|M\\.?S\\.?"),
        (7, "da", "[Kk]andidat"),
        (6, "", "B\\.?A\\.?|B\\.?S\\.?"),
        (5, "da", "AP"),
    )
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
AS_WHAT = folded(r"\s(?:(?:som|as|zum|zur|als|til|till)\s)?(?:an?\s|en\s|et\s|ett\s)?")
BEFORE_DEGREE = folded(
    r"[\s,(:/–-]{1,3}(?:(?:ved|vid|på|fra|från|at|from)\s(?:\w+\s){0,2}|(?:med|with|norsk|dansk|svensk|polsk|polskt|svenskt|norskt|\d{4}|1\. år)[\s,]\s?){0,3}"
)


def chosen_levels(line: Line) -> list[LevelWord]:
    """Levels that count, in order: degrees, and titles that stand for one."""
    words = [
        one
        for one in levels_in(line.written, line.passage.language, own=line.in_cv, titles=True)
        if one.start < line.own
    ]
    words += _bare_degrees(line, words)
    degrees = [_as_study(line, one) for one in words if not one.is_title or _is_study(line, one)]
    titles = [one for one in words if one.is_title and not _is_study(line, one)]
    at_school = False
    if line.in_cv:
        schools = [
            one for one in degrees if not one.field and SCHOOL_WORD.fullmatch(line.text, one.start, one.end)
        ]
        if len(schools) < len(words) or PART_OF_SCHOOL.search(line.text):
            degrees = [one for one in degrees if one not in schools]
            at_school = bool(schools) and line.passage.role is not Role.WORK
    counted = _titles_that_count(line, titles, degrees, at_school=at_school)
    if degrees:  # "Klejnsmed, svendebrev", "svendebrev som smed": the title only tells the field
        counted = [
            one
            for one in counted
            if not any(_is_of(line, one, degree) for degree in degrees)
            and (not line.in_cv or says_trained(line, one))
        ]
    found = sorted((*degrees, *counted), key=lambda one: one.start)
    if not line.in_cv:
        return [one for one in _without_general_words(line, found) if is_asked(line.text, one)]
    return [_by_length(line, one) for one in found if is_held(line.text, one) and _is_own(line, one)]


def _bare_degrees(line: Line, words: Sequence[LevelWord]) -> list[LevelWord]:
    """What only an entry on studies makes a degree: "Master, Geology", "Geology | MA | 2012"."""
    if not line.is_of_studies:
        return []
    return [
        LevelWord(eqf, *match.span())
        for eqf, language, pattern in BARE
        if not language or line.passage.language == language
        for match in pattern.finditer(line.written, 0, line.own)
        if all(match.end() <= one.start or one.end <= match.start() for one in words)
    ]


def _by_length(line: Line, level: LevelWord) -> LevelWord:
    """Five years for a diploma are a master's, whatever it is called abroad."""
    is_long = level.eqf in SHORTER and FIVE_YEARS.match(line.text, level.end) is not None
    return replace(level, eqf=MASTER) if is_long else level


def _without_general_words(line: Line, levels: Sequence[LevelWord]) -> list[LevelWord]:
    """Those that no examples follow: "higher education, such as mechanical engineer" asks for the engineer."""
    return [
        one
        for one, following in zip_longest(levels, levels[1:])
        if following is None or one.field or not EXAMPLES.fullmatch(line.text, one.end, following.start)
    ]


def _is_study(line: Line, title: LevelWord) -> bool:
    return (
        title.is_title
        and AS_STUDY.fullmatch(line.text, title.start, title.end) is not None
        and (line.in_cv or not line.text[title.start : title.end].endswith("linje"))  # of production
    )


def _as_study(line: Line, one: LevelWord) -> LevelWord:
    return replace(one, is_title=False) if one.is_title else one


def _is_of(line: Line, title: LevelWord, degree: LevelWord) -> bool:
    """Whether a title only says what a degree right beside it is in."""
    if title.start >= degree.end:
        return AS_WHAT.fullmatch(line.text, degree.end, title.start) is not None or (
            line.in_cv and DIRECT.fullmatch(line.text, degree.end, title.start) is not None
        )
    return line.in_cv and BEFORE_DEGREE.fullmatch(line.text, title.end, degree.start) is not None


def _is_own(line: Line, level: LevelWord) -> bool:
    word = line.text[level.start : level.end]
    if line.passage.role is Role.WORK and "program" in word:
        return False  # taught there
    if AT_SCHOOL_ONLY.fullmatch(word) and _is_of_language(line, level):
        return False
    dated = line.is_of_studies and YEAR.search(line.text) is not None
    begins = not line.text[: level.start].strip(" -•*|·–")
    return word not in SCHOOLS or dated or (line.is_of_studies and begins)


def _is_of_language(line: Line, school: LevelWord) -> bool:
    """Whether a school is only where a language was learnt: "Spanish from high school"."""
    if line.passage.role is Role.LANGUAGES:
        return True
    if line.is_of_studies and YEAR.search(line.text):
        return False
    return any(
        one.code in TONGUES and abs(one.start - school.start) < NEAR for one in fields_in(line.written)
    )


def says_trained(line: Line, title: LevelWord) -> bool:
    """Whether the words around a title say that somebody is trained for it, or in training."""
    before = line.text[max(0, title.start - 60) : title.start]
    if NOT_AUTHORISED.search(line.text):
        return False
    if LICENSED.search(before):
        return not (title.field or "").startswith(TECHNICAL)
    return bool(
        BECOMING.search(before)
        or TRAINED.search(before)
        or BORN_BEHIND.match(line.text, title.end)
        or (line.in_cv and IN_TRAINING.search(before))
    )


def _titles_that_count(
    line: Line, titles: Sequence[LevelWord], degrees: Sequence[LevelWord], *, at_school: bool
) -> list[LevelWord]:
    found: list[LevelWord] = []
    last: LevelWord | None = None  # the title before, if it was one that counted
    for number, title in enumerate(titles):
        following = titles[number + 1] if number + 1 < len(titles) else None
        follows = last is not None and BETWEEN.fullmatch(line.text, last.end, title.start) is not None
        counts = (
            follows
            or (at_school and not (title.field or "").startswith(TEACHING))  # she may work there
            or _counts(line, title, following)
            or (not line.in_cv and any(_joins(line, title, one) for one in degrees))
        )
        if counts and not WITH_CERTIFICATE.match(line.text, title.end):
            found.append(LevelWord(title.eqf, title.start, title.end, title.field, is_title=True))
            last = title
        else:
            last = None
    return found


def _joins(line: Line, title: LevelWord, degree: LevelWord) -> bool:
    """Whether a title and a degree stand in one list: "ingeniør eller fagskole innen bygg"."""
    return (
        line.passage.role in DEMANDS
        and BETWEEN.fullmatch(line.text, min(title.end, degree.end), max(title.start, degree.start))
        is not None
    )


def _counts(line: Line, title: LevelWord, following: LevelWord | None) -> bool:
    if says_trained(line, title):
        return True
    before = line.text[max(0, title.start - 60) : title.start]
    if line.in_cv:
        if APPRENTICE.search(line.text, title.start, title.end):
            return True
        begins = not before.strip(" -•*|·–—/.,0123456789")
        if (
            begins
            and not (title.field or "").startswith(TEACHING)
            and (
                line.is_of_studies
                or (line.passage.role is not Role.WORK and AT_SCHOOL.search(line.text, title.end))
            )
        ):
            return True
        if (line.is_of_studies or not before.strip(" -•*|·")) and DATED.search(line.text):
            at_school = line.is_of_studies or AT_SCHOOL.search(line.text, title.end) is not None
            if at_school:
                return not FOR_OTHERS.search(before)
        return _is_borne(line, title, before)
    if line.passage.role not in DEMANDS:
        return False
    if YOU_ARE.search(before) or _is_demand(line, title):
        return True
    joined = following is not None and BETWEEN.fullmatch(line.text, title.end, following.start) is not None
    return LIKE.search(line.text) is not None and (joined or LIKE.match(line.text, title.end + 1) is not None)


def _is_demand(line: Line, title: LevelWord) -> bool:
    """Whether a title begins an item of the list of demands: "Electrician or millwright"."""
    return (
        line.passage.role in (Role.REQUIREMENT, Role.ADVANTAGE)
        and AT_THE_BEGINNING.fullmatch(line.text, 0, title.start) is not None
        and END_OF_DEMAND.match(line.text, title.end) is not None
    )


def _is_borne(line: Line, title: LevelWord, before: str) -> bool:
    """Whether the writer of a CV calls herself what one only is after studies: "Jeg er sykepleier"."""
    return (
        title.eqf >= LOWEST_BORNE
        and title.field in PROTECTED
        and line.passage.role in ABOUT_ONESELF
        and not FOR_OTHERS.search(before)
        and OCCUPATIONS_TOO.fullmatch(line.text, title.start, title.end) is None
        and (not before.strip(" -•*|·") or _I_AM.search(before) is not None)
    )


_I_AM = folded(r"(?:\b(?:jeg er|eg er|jag är|i am|i'm|i’m|er|är)\s(?:\w+\s)?(?:an?\s|en\s|et\s)?|[|·,–-]\s)$")
