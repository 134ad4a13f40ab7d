"""Levels of education named in a text: degrees, certificates, and titles that stand for one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from brobygger.core.reading.facets.education.fields import fields_in
from brobygger.core.reading.facets.education.level_words import DANISH, LEVELS, NORWEGIAN, OWN, SWEDISH
from brobygger.core.reading.facets.education.lexicon import Lexicon
from brobygger.core.reading.facets.education.title_words import DEGREES, LOCAL_TITLES, TITLES
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

OF_LANGUAGE = {"da": DANISH, "nb": NORWEGIAN, "sv": SWEDISH}


@dataclass(frozen=True, slots=True)
class LevelWord:
    """
    A word for a level of education at start:end.

    Args:
        field: of a word that says it too: "socionomexamen", "cand.jur."
        is_title: it may as well be an occupation: "elektriker".
    """

    eqf: int
    start: int
    end: int
    field: str | None = None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A word that says a level only beside others, by its pattern on text in lower case; in some languages only."""

    eqf: int
    pattern: re.Pattern[str]
    languages: tuple[str, ...] = ()
    field: str | None = None
    needs_subject: bool = False  # right behind it
    goes_first: bool = False  # it says more than the words in it


ABBREVIATED = 4  # letters: "MSc. Biology"
BESIDE = (
    Beside(7, folded(r"(?<!scrum )(?<!mini-)(?<!web)(?<!grand )(?<!you )(?<!to )(?<!can )(?<!and )\b(?:master)(?:['’´`\x92]?s)?(?= (?:degree|level|education|studies|programme?(?! manager)|i|in|inom|innen|inden|eller|or)\b| of (?:science|arts|laws?|engineering|technology|business|philosophy|education|public|social|architecture|fine|music)|/)")),
    Beside(7, folded(r"(?<!scrum )\bmasters?(?= (?!data))"), needs_subject=True),
    Beside(7, folded(r"\A[\W\d]*master(?=, (?!data)| \(|:| ?[–-] |\s*\Z)|(?<=or )master\b|(?<=eller )master\b|(?<=og )master\b|(?<=och )master\b|(?<=en )master(?=[,.])|(?<= ta )master\b")),
    Beside(7, folded(r"(?<=bachelor og )kandidat\b|(?<=bachelor eller )kandidat\b|(?<=bachelor- og )kandidat\b|(?<=bsc or )master\b|(?<=bsc eller )master\b")),
    Beside(7, folded(r"\bcivil(?=-? ?(?:eller|og|och|or|/) ?(?:högskole|diplom|bachelor))|\bcivil(?=-\s?(?:eller|og|och|or|/))|(?<=diplom eller )civil\b")),
    Beside(7, folded(r"\b(?:kandidat|master)(?=-\s?(?:eller|og|och|or|/))|\((?:master|kandidat)(?=[,)])")),
    Beside(6, folded(r"\bbachelor(?=-\s?(?:eller|og|och|or|/))")),
    Beside(6, folded(r"\b(?:diplom|pd)(?= (?:i|inden for) )"), ("da",), needs_subject=True),
    Beside(6, folded(r"\bdiplom(?=-? (?:eller|og) civil)|\bh[öø]gskole-(?=\s?(?:eller|och|og|/))")),
    Beside(7, folded(r"\A[\W\d]*kandidat(?=, )|\bkandidat(?:en)?(?= (?:i|fra|inden|med en|eller)\b)|(?<=eller )kandidat\b|\bkandidat(?=/)"), ("da",)),
    Beside(6, folded(r"\bkandidat(?= )"), ("sv",), needs_subject=True),
    Beside(6, folded(r"\bexamen(?: på (?:minst )?\d+ (?:hp|högskolepoäng))? (?:i|inom)\b"), needs_subject=True),
    Beside(6, folded(r"\bhögskole(?:- och| eller) |\bpå högskola\b|(?<=eller )högskola\b|\bhögskola(?= eller)"), ("sv",)),
    Beside(4, folded(r"\bvideregående\b(?=\s*(?:$|[,.;:()/–-]|skole|oppl|utd|fra|med|ved|på|i |og |eller|\d))"), ("nb",)),
    Beside(6, folded(r"\w+ \(yh\)(?=,? [^\n]{0,60}yrkeshögskolan [a-zåäö])|yrkeshögskolan (?:novia|arcada|centria|metropolia|savonia|turku|haaga)"), goes_first=True),
    Beside(8, folded(r"\bdoctor of (?=philosophy|science|engineering|medicine|education|technology|law)")),
    Beside(6, folded(r"(?<!limited )(?<!high )(?<!higher )(?<!large )(?<!certain )(?<!some )(?<!lesser )(?<!tenths of a )(?<!fraction of a )(?<!great )\bdegree\b(?! of\b)(?!\s?:)")),
    Beside(7, folded(r"\bdegree of master\b")),
    Beside(5, folded(r"(?<!higher )(?<!school )\bdiploma(?= (?:in|of) )")),
    Beside(4, folded(r"\bhf\b(?=[,. (]|$)"), ("da",)),
    Beside(4, folded(r"\b(?:sproglig |matematisk |klassisk )student\b|\bstudent(?:en)?(?=,? (?:fra |(?:19|20)\d\d))"), ("da", "sv")),
    Beside(4, folded(r"\b\w{4,}(?:isk|lig) linje\b"), ("sv",)),
    Beside(6, folded(r"\blicence\b(?= (?:en|de)\b)")),
    Beside(4, folded(r"\btechnik (?=elektr|mechan|budow|inform|mechatr|ekonom)")),
)  # fmt: skip
BESIDE_SIGNS = Signs(
    "pd linje videregående högskola master kandidat civil diplom högskole høgskole (yh) yrkeshögskolan doctor degree hf student licence technik examen diploma".split()
)
WRITTEN = (  # with capitals, and only before their subject or a preposition
    (6, None, re.compile(r"(?<![-/,] )(?<![-/])\b(?:B\.?A\.?|B\.?S\.?|BE|Bc)(?=,? [\w(])")),
    (7, None, re.compile(r"(?<![-/])\b(?:M\.?A\.?|M\.?S\.?|Ing\.)(?=,? [\w(])")),
    (4, None, re.compile(r"\b(?:CAP|BEP|VK1|VK2)(?= [\w])")),
    (6, "04", re.compile(r"\bHA\b(?=, |\s?\(|\s(?:i|og)\s|\s?$)")),
)  # fmt: skip
CAPITALS = re.compile(r"\b(?:[BM]\.?[AS]\b|BE\b|Bc\b|Ing\.|CAP|BEP|VK\d|HA\b)")
PREPOSITION = folded(r",? (?:in|i|of|en|de|inom|innen|\()\b|,? \(")
TRAINED = folded(
    r"(?:uddannet|utdannet|utbildad|utdanna|examen som|eksamen som|uddannelse som|utdanning som|utbildning som)\s+(?:\w+\s+){0,2}?$"
)
ENGINEER = folded(r"\b\w*(?:ingeniør|ingenjör)\b")
NO_LEVEL = folded(  # words that only begin like one
    r"(?:bachelor|master)-?(?:s-?)?(?:pro[sj]\w*|opg\w*|oppg\w*|upps\w*|thesis|arbe\w*|vejled\w*|veiled\w*)|gymnasie-?(?:l[äæe]\w*|arb\w*|före\w*|skolelær\w*)|.*kurs\w*|\w*lærer\w*|\w*lärare\w*"
)
NO_TITLE = folded(r".*kurs\w*")
TRAILING = folded(r" degree\b(?! of\b)")
ENROLLED = folded(
    r"\b(?:enrolled (?:in|on)|admitted to|(?:in|on) an? (?:relevant )?|studerar på|studerer på|går på|tatt opp på|optaget på)\s?(?:an?\s|the\s|en\s|et\s|ett\s)?$"
)
NOT_THE_APPLICANT = folded(  # who follows the word studies, writes, sits or is paid
    r"\s*[-’']?\s*(?:students?|studenter|studerende|positions?|stilling\w*|stipend\w*|fellow\w*|scholar\w*|research|candidates?|guide|school|skole\w*|stud(?:y|ies)\b|certificate|staff|supervis\w*|degree (?:students?|programme)|projekt\w*|project\w*|thesis|theses|kandidat(?:er|en)?\b|kurs\w*|courses?\b|programm?e?\b(?! (?:in|i|inom|innen)\b)|opgave\w*|oppgave\w*)",
)
NOT_OWN = folded(  # the same in a CV, where whoever studies is its writer
    r"\s*[-’']?\s*(?:students\b|studenter|positions?|stilling\w*|guide|staff|supervis\w*|projekt\w*|project\w*|thesis|theses|opgave\w*|oppgave\w*)"
)

_Meaning = tuple[int, str | None, bool]  # level, field, whether it may be an occupation


@lru_cache(maxsize=8)
def _words(language: str, *, own: bool) -> Lexicon[_Meaning]:
    table: dict[_Meaning, str] = {(eqf, None, False): words for eqf, words in LEVELS.items()}
    table |= {(eqf, field, False): words for (eqf, field), words in DEGREES.items()}
    table |= {(eqf, field, True): words for (eqf, field), words in TITLES.items()}
    for (eqf, field), words in LOCAL_TITLES.get(language, {}).items():
        table[eqf, field, True] = f"{table.get((eqf, field, True), '')}, {words}"
    more = [*OF_LANGUAGE.get(language, {}).items(), *(OWN.items() if own else ())]
    for eqf, words in more:
        table[eqf, None, False] = f"{table.get((eqf, None, False), '')}, {words}"
    return Lexicon(table)


def levels_in(text: str, language: str, *, own: bool = False, titles: bool = False) -> list[LevelWord]:
    """
    Every level named in a passage, in order. "Kandidat" is a degree in Danish and a person elsewhere.

    Args:
        own: the text is about its writer: a doctoral student has a place, and does not advertise one.
        titles: titles that may be occupations too.
    """
    lower = fold(text)
    code = language if language in OF_LANGUAGE else ""
    found = [
        LevelWord(
            *_extended(lower, word.start, word.end, word.value[0]),
            field=word.value[1],
            is_title=word.value[2],
        )
        for word in _words(code, own=own).find(text)
        if not (NO_TITLE if word.value[2] else NO_LEVEL).fullmatch(lower, word.start, word.end)
        if titles or not word.value[2]
    ]
    beside = _beside(text, lower, language)
    first = [one for one, goes_first in beside if goes_first]
    found = [one for one in found if _is_free(one, first)] + first
    for one, _ in beside:
        if _is_free(one, found):
            found.append(one)
    found += [one for one in _engineers(lower) if _is_free(one, found)]
    others = NOT_OWN if own else NOT_THE_APPLICANT
    return sorted(
        (
            one
            for one in found
            if one.is_title
            or not others.match(lower, one.end)
            or ENROLLED.search(lower, max(0, one.start - 30), one.start)
        ),
        key=lambda one: one.start,
    )


def _extended(lower: str, start: int, end: int, eqf: int) -> tuple[int, int, int]:
    """With the word "degree" and the full stop of an abbreviation."""
    if lower.startswith(".", end) and ("." in lower[start:end] or end - start <= ABBREVIATED):
        end += 1
    trailing = TRAILING.match(lower, end)
    return eqf, start, trailing.end() if trailing else end


def _is_free(one: LevelWord, found: list[LevelWord]) -> bool:
    return all(one.end <= other.start or other.end <= one.start for other in found)


def _beside(text: str, lower: str, language: str) -> list[tuple[LevelWord, bool]]:
    found: list[tuple[LevelWord, bool]] = []
    if BESIDE_SIGNS.stand_in(lower):
        for rule in BESIDE:
            if rule.languages and language not in rule.languages:
                continue
            for match in rule.pattern.finditer(lower):
                one = LevelWord(*_extended(lower, *match.span(), rule.eqf), field=rule.field)
                if not rule.needs_subject or _subject_behind(text, one.end):
                    found.append((one, rule.goes_first))
    if CAPITALS.search(text):
        for eqf, field, pattern in WRITTEN:
            for match in pattern.finditer(text):
                is_degree = field or PREPOSITION.match(lower, match.end())
                if is_degree or _subject_behind(text, match.end()):
                    one = LevelWord(eqf, *match.span(), field=field)
                    found.append((one, False))
    return found


def _subject_behind(text: str, start: int) -> bool:
    """Whether a subject follows right behind, or one word later ("Applied Physics")."""
    near = fields_in(text, start, min(len(text), start + 50))
    return (
        bool(near)
        and len(text[start : near[0].start].split()) <= 1
        and "." not in text[start + 1 : near[0].start]
    )


def _engineers(lower: str) -> list[LevelWord]:
    """An engineer of unnamed degree has three years of study at least."""
    if "ingeni" not in lower and "ingenj" not in lower:
        return []
    return [
        LevelWord(6, *match.span())
        for match in ENGINEER.finditer(lower)
        if TRAINED.search(lower, max(0, match.start() - 40), match.start())
    ]
