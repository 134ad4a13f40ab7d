"""A graduation in so many words: "forventet færdig juni 2027", "I graduate in June", "beräknad examen VT27"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from brobygger.core.reading.data import Role
from brobygger.core.reading.facets.graduation.period import Period, periods_in
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

FAR, NEAR = 80, 45  # characters between such a word and its time
AT_ONCE = 12  # the same of a month without a year
WORD = folded(  # speaks of the end of an education wherever it stands
    r"\b(?:graduat(?:e[sd]?|ing|ion)(?! (?:program|job|position|student|school|course|trainee|research|scheme|assist|level|role|stud|work|engineer|certificate|degree))|"
    r"(?:to be|is|was|were|degree|diploma) (?:awarded|conferred)|class of|"
    r"dimit?ter\w*|dimission\w*|dimittend\w*|ud?eksaminer\w*|uteksaminer\w*|utexaminera\w*|examinera[sdt]\w*|nyexaminerad|udlært|utlært|utlärd|"
    r"færdig ?uddannet|ferdig ?utdannet|färdig ?utbildad|(?:færdig|ferdig) (?:som|ingeniør|med (?:min |mitt? )?(?:master|bachelor|kandidat|uddann|utdann|stud))|"
    r"(?:civilingenjörs?|högskoleingenjörs?|kandidat|master|magister)?examen(?:s(?:datum|dag|år|tidpunkt))?\b)"
)
END = folded(  # the same where studies are spoken of
    r"\b(?:expect(?:ed|ing)|anticipated|estimated|planned|forvent\w*|förvänta\w*|beräkna\w*|planlagt|planerad|"
    r"complet(?:e[sd]?|ing|ion)|finish(?:e[sd]|ing)?|defen[cs]e|færdig\w*|ferdig\w*|färdig\w*|klar|"
    r"afslut\w*|avslut\w*|fullfør\w*|fuldfør\w*|slutför\w*|afgang|eksamen|disputas|disputera[rs]|uddannet|utdannet|utbildad)\b"
)
# One of these stands in every passage with one of these words: a cheap test before the patterns.
SIGNS = Signs(
    (
        *"""
    graduat awarded conferred dimit dimiss eksamin examin examen udlært utlært utlärd dannet bildad expect anticipat estimat planned planlagt planerad forvent förvänt
    beräkna complet finish defen ærdig ferdig ärdig klar slut fullfør fuldfør afgang eksamen disput
    """.split(),
        "class of",
    )
)
STUDIES = folded(
    r"universit|\bstudi(?!o)|studer|education|uddann|utdann|utbild|bachelor|master|kandidat|degree|\bph\.? ?d|speciale|thesis|exjobb|examen|eksamen|"
    r"\bm\.? ?sc|\bb\.? ?sc|\bb\.? ?s\.|\bm\.? ?s\.|ingeniør|ingenjör|siv\.? ?ing|civ\.? ?ing|cand\.|semester|\blæser\b|\bleser\b|\bläser\b|fagbrev|svende?brev|svenneprøve|lærling|lärling|\belev\b"
)
OF_ONESELF = folded(r"\b(?:i|i'm|i’m|i'll|i’ll|my|jeg|min|mit|jag|mitt)\b")
ASIDE = folded(  # ends too, but is no education
    r"kurs(?:er|et|en)?\b|course(?! ?\d|work)|certif|sertif|kørekort|førerkort|körkort|licen[cs]e|projekt|prosjekt|project"
)
OTHERWISE = folded(  # what the time behind it is of
    r"\b(?:start\w*|begin\w*|begynd\w*|begynn\w*|börja\w*|available|ledig|tilgængelig|tilgjengelig|tillgänglig|since|siden|sedan|født|född|born)\b|[.!?;]\s"
)
BEHIND = folded(
    r"\s?\(?(?:expected|forventet|forventes|förväntad|beräknad|anticipated|planned|planlagt|planerad|exp\.)"
)
THEN = folded(r",?\s(?:when\s|da\s|när\s|når\s)?(?:\w+\s){0,4}?")  # "in June 2027 I …"
NOT_HELD = folded(r"\b(?:not|never|ikke|ikkje|inte|aldrig|aldri)\b")
SILENT = frozenset({Role.WORK, Role.CONTACT})
YEAR = re.compile(r"\d\d")


def said_in(text: str, role: Role, published: dt.date | None, language: str) -> Iterator[Period]:
    """
    The times that a passage of a CV calls those of a graduation, taken or expected.

    The word stands before its time, with nothing between that begins otherwise, or right behind it. Words that end
    other things too count where studies are spoken of.
    """
    text = fold(text)
    if role in SILENT or not SIGNS.stand_in(text):
        return
    words = [(*match.span(), FAR) for match in WORD.finditer(text)]
    studies = STUDIES.search(text) is not None
    if studies or ((role is Role.EDUCATION or OF_ONESELF.search(text)) and not ASIDE.search(text)):
        words += [(*match.span(), NEAR) for match in END.finditer(text)]
    if not words or NOT_HELD.search(text):
        return
    last = 0
    for period in periods_in(text, published, language):
        has_year = YEAR.search(text, period.start, period.end) is not None
        before = [
            end
            for _start, end, reach in words
            if last <= end <= period.start <= end + (reach if has_year else AT_ONCE)
        ]
        begins = any(not OTHERWISE.search(text, end, period.start) for end in before)
        if begins or BEHIND.match(text, period.end) or _follows(text, words, period):
            yield period
            last = period.end


def _follows(text: str, words: list[tuple[int, int, int]], period: Period) -> bool:
    """Whether the word stands right behind its time: "in June 2027 I graduate"."""
    return any(
        period.end <= start <= period.end + NEAR
        and THEN.fullmatch(text, period.end, start) is not None
        and not OTHERWISE.search(text, period.end, start)
        for start, _end, _reach in words
    )
