"""How long a post, a placement or a project lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from brobygger.core.reading.data import Document, Duration, Fact, Passage, Role
from brobygger.core.reading.facets.dates.day import NamedDay
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.numerals import NUMBER, number
from brobygger.core.reading.folding import folded
from brobygger.core.reading.signs import Signs

# Months in one of each unit. A semester is five months of study (30 ECTS of the 60 of a study year of ten months).
MONTHS_IN = {"year": 12.0, "semester": 5.0, "month": 1.0, "week": 12 / 52}
UNIT = (
    r"(?:(?P<month>måned(?:er(?:s)?|s)?|månad(?:er(?:s)?|s)?|months?|mdr\.?|mnd\.?|mån\.?)|(?P<year>års?|år(?:ig(?:e|t|a)?)|years?)|"
    r"(?P<semester>semest(?:er|re|rer|ers)|terminer|termin(?:s)?)|(?P<week>uger?s?|ukers?|veckors?|weeks?))(?!\w)"
)
LENGTH = folded(
    rf"(?<![\w.,/-])(?P<low>{NUMBER})(?:\s?(?:-|–|til|till?|to|eller|or)\s?(?P<high>{NUMBER}))?[\s-]?(?:(?:hele?|full)\s)?{UNIT}",
)
PERMANENT = folded(
    r"\b(?:fastansæt\w+|fast (?:ansættelse|ansettelse|stilling|kommunal stilling|anställning|job|jobb)|faste stillinger|varig stilling|tidsubegrænset|"
    r"tills ?vidare(?:anställning(?:ar)?|tjänst)?|(?:stillingen|jobbet|tjänsten|ansættelsen|ansettelsen) (?:er|är) fast\b|permanent (?:[\w-]+ ){0,2}(?:position|contract|employment|role|job)|open-ended|"
    r"(?:\w+ )?fast \d{1,3} ?%|\d{1,3} ?% fast)\b",
)
POST = folded(
    r"praktik|internship|\bintern\b|placement|engasjement|engagement\b|vikar|varighed|varighet|varaktighet|duration|length|længde|lengde|period|kontrakt|contract|"
    r"ansæt|ansett|anställ|stilling|position|tjänst|projekt|prosjekt|project|speciale|exjobb|examensarbete|master|thesis|fixed.term|tidsbegr|tidsavgr|midlertid|"
    r"temporary|barsel|uppdrag|studiejob|studenterjob|sommerjob|sommarjobb|summer job|trainee|graduate programme|lærling|apprentice|postdoc|ph\.?d|forløb|studieophold",
)
NOT_POST = folded(
    r"erfaring|erfarenhet|experience|fuld løn|full lønn|full pay|parental|föräldra|foreldre|barsel(?!svik)|prøvetid|prøveansæt|provanst|prövotid|probation|opsigelse|oppsigelse|uppsägning|notice|senaste|seneste|siste|last\b|"
    r"garanti|gammel|gammal|\bold\b|barn\b|ferie|semesterdag|uddannelse|utdanning|utbildning|education|bachelor|studie[tr]\b|siden|sedan|\bago\b|hver|varje|every|"
    r"i over|i mere end|for over|mere end|mer enn|mer än|more than|opplæring|oplæring",
)
PERIOD = folded(
    r"(?:\s?[-–]\s?|\s(?:til(?: og med)?|till?(?: och med)?|to|until|t\.?o\.?m\.?)\s)(?:den\s|primo\s|medio\s)?$",
)
STARTS = folded(
    r"\b(?:start\w*|opp?start\w*|tiltr\w+|tillträ\w+|begin\w*|begynd\w*)(?:\s|\s?[:–-]\s?)(?:\w+\s){0,2}$"
)
AFTER = folded(r"\b(?:etter|efter|after|per|pr\.?)\s+$")  # "after 6 months": not for 6 months
HOPED = folded(
    r"mulighed for|mulighet for|möjlighet|chance|possib|kan føre|kan leda|efterfølgende|\bderefter|\bdärefter|\bherefter",
)
LATER = folded(
    r"\s(?:etter|efter|after)\s(?:fagbrev|fagprøve|svendeprøve|endt|avslut\w*|afslut\w*|læretid\w*|complet\w*)",
)
CREDITS = folded(r"(?P<credits>30|60)[\s-]?(?:ECTS|hp|studiepoeng|sp|högskolepoäng|credits)\b")
STUDY_WORK = folded(
    r"exjobb|examensarbete|speciale|master|thesis|oppgave|opgave|praksis|praktik|internship|projekt|prosjekt|project",
)
MONTHS_A_CREDIT = 10 / 60  # a study year has 60 ECTS credits (ECTS Users' Guide, 2015) in ten months
SURE = {
    Role.REQUIREMENT: 0.6,
    Role.ADVANTAGE: 0.6,
    Role.OFFER: 0.75,
}  # other lengths of time are named there too
UNIT_SIGNS = Signs(("måned", "månad", "month", "mdr", "mnd", "mån", "år", "year", "semest", "termin", "uge", "uke", "veck", "week"))  # fmt: skip
PERMANENT_SIGNS = Signs(("fast", "varig", "ubegræns", "vidare", "permanent", "open-ended"))
LONGEST = 72.0  # months; longer spans are ages, histories and guarantees
SILENT = frozenset(
    {Role.COMPANY, Role.DIVERSITY, Role.EDUCATION, Role.WORK, Role.SKILLS, Role.LANGUAGES, Role.CONTACT}
)


def find_duration(text: str, passage: Passage, _document: Document, days: list[NamedDay]) -> Iterator[Fact]:
    """
    The length in months: a number of months, semesters … of the post, from one day to another, or "permanent" (0).

    Of a range ("4–6 months") the shorter length counts: it is what a person must be able to stay.
    """
    if passage.role in SILENT:
        return
    if UNIT_SIGNS.stand_in(text):
        said = next((fact for match in LENGTH.finditer(text) for fact in _length(text, match, passage)), None)
        if said:
            yield said
            return
    points = CREDITS.search(text)
    if points and STUDY_WORK.search(text) and passage.role is not Role.REQUIREMENT:
        months = int(points["credits"]) * MONTHS_A_CREDIT
        yield fact_at(Duration(months), passage, points.start(), points.end(), 0.7)
        return
    between = next(_between(text, passage, days), None)
    if between:
        yield between
    elif PERMANENT_SIGNS.stand_in(text):
        permanent = PERMANENT.search(text)
        if (
            permanent
            and not HOPED.search(text, 0, permanent.start())
            and not LATER.match(text, permanent.end())
        ):
            yield fact_at(Duration(0), passage, permanent.start(), permanent.end(), 0.85)


def _between(text: str, passage: Passage, days: list[NamedDay]) -> Iterator[Fact]:
    """From one day to the next, in whole and half months."""
    for first, second in pairwise(days):
        words = text[first.end : second.start]
        if STARTS.search(text[max(0, first.start - 30) : first.start]) and not first.exact:
            continue  # "start March–August": somewhen in it
        months = (second.date - first.date).days / 365.25 * 12 + (
            0 if second.exact else 1
        )  # to the end of July
        if (
            len(words) < 20
            and PERIOD.search(words)
            and 0.5 <= months <= LONGEST
            and not NOT_POST.search(text)
        ):
            yield fact_at(Duration(round(months * 2) / 2), passage, first.start, second.end, 0.75)


def _length(text: str, match: re.Match[str], passage: Passage) -> Iterator[Fact]:
    unit = next(name for name in MONTHS_IN if match[name])
    if unit == "semester" and match[unit].lower() == "semester" and passage.language == "sv":
        return  # holiday in Swedish
    if AFTER.search(text[max(0, match.start() - 10) : match.start()]):
        return
    clause = text[max(0, match.start() - 70) : match.end() + 45]
    if not POST.search(clause) or NOT_POST.search(text[max(0, match.start() - 40) : match.end() + 30]):
        return
    months = number(match["low"]) * MONTHS_IN[unit]
    if 0 < months <= LONGEST:
        yield fact_at(
            Duration(round(months, 1)), passage, match.start(), match.end(), SURE.get(passage.role, 0.85)
        )
