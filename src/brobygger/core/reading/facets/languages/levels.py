"""
Words for how well a language is known, as levels of the Common European Framework of Reference.

Words are given the level at which the Framework's own descriptors use them (Council of Europe 2001, tables 1 and 2):
"fluently and spontaneously" C1, "everyday expressions" and "simple" A2, "familiar matters" B1. Tests have the level
that their owners publish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from brobygger.core.reading.data import Level

CODE = re.compile(r"(?<![\w.])([ABC][12])(?:\.\d)?\+?(?![\w])", re.IGNORECASE)
NEGATED_FLUENT = re.compile(
    r"\b(?:ikke|inte|ikkje|not|n't)\b[^,;.]{0,30}\b(?:perfe[ck]t\w*|flydende|flytende|flytande|fluent\w*|feilfri\w*|fejlfri\w*|felfri\w*)",
    re.IGNORECASE,
)
# strongest first where two of them could match the same words
WORDS: tuple[tuple[Level, str], ...] = (
    (Level.C2, r"indfødt\w*|innfødt\w*|infödd\w*|modersm[åa]l\w*|morsm[åa]l\w*|nativ(?:e(?!ly)|[oa])|mother[- ]tongues?|tosprog\w+|tospråk\w+|tvåspråk\w+|bilingual|"
     r"muttersprach\w*|first language|førstesprog|förstaspråk|førstespråk|lengua materna|língua materna|langue maternelle|móðurmál|selvfølgelig|självklart|naturligvis|of course"),
    (Level.B2, r"professional(?: working| level)|full working"),
    (Level.B1, r"limited working"),
    (Level.C1, r"flydende|flytende|flytande|fluent\w*|fluency|obehindra\w*|ubesvær\w*|uhindre\w*|excellent|exceptional\w*|effortless\w*|perfect\w*|negotiat\w*|fremragende|utmerke\w*|"
     r"utmärk\w*|perfekt\w*|impeccable|(?:meget|særdeles|svært|veldig|mycket|väldigt|very|særlig) (?:god|good|well|bra|gott|strong|stærk|sterk|sikker|säker|högt?)\w*|"
     r"stærke?|sterke?|starka?|strong|advanced|avancere\w*|avansert\w*|avancera\w*|forhandling\w*|förhandling\w*|full professional|business|"
     r"(?:højt|høyt|hög|high) (?:niveau|nivå|level)|full command|fuldt ud|full ut|sikkert?|säkert?|expert\w*|ekspert\w*|forretningsniveau|forretningsnivå|verhandlungssicher|fließend"),
    (Level.B2, r"god[te]?|goda|gott|good|väl|vel|solid\w*|working knowledge|proficien\w*|beherske\w*|beherskar|behärska\w*|mestre\w*|master\w*|"
     r"arbejdsniveau|arbeidsnivå|arbetsnivå|working level|bra|(?<!as )well(?! as\b)|upper[- ]intermediate|gute?|independent user|professional"),
    (Level.B1, r"konversation\w*|konversasjon\w*|conversational\w*|samtale\w*|samtals\w*|intermediate|mellem\w*|mellom\w*|mellan\w*|middel\w*|middels|forstå\w*|"
     r"förstå\w*|understand\w*|tilstrækkelig\w*|tilstrekkelig\w*|tillräcklig\w*|sufficient|rimelig\w*|hæderlig\w*|hjälplig\w*|decent|passable|medel\w*|gymnasieniveau|brugerniveau|brukernivå|ok|okay|fint?|hyfsad\w*|greit|grei|nogenlunde|någorlunda"),
    (Level.A2, r"grundlæggende|grunnleggende|grundläggande|basic\w*|basis\w*|elementary|elementær\w*|elementär\w*|kaffe\w*|coffee|småsnak\w*|småprat\w*|"
     r"small[- ]?talk|hverdags(?!spr)\w*|vardags(?!spr)\w*|everyday(?! language)|lunsj\w*|lunch\w*|frokost\w*|fika\w*|lidt|litt|lite|some|noget|noe|något|enkelt?|simple|limited|little|dårlig\w*|dåligt?|poor\w*|hyggeniveau|overlevels\w*|survival|folkeskoleniveau|skolnivå|skoleniveau|skolekundskab\w*|school level|"
     r"(?:kun |bare |only )?(?:fra|från|from|på|i|at) (?:skolen|skolan|school)"),
    (Level.A1, r"begynder\w*|nybegynder\w*|nybegynner\w*|nybörjar\w*|beginner\w*|novice"),
)  # fmt: skip
MODE = re.compile(  # written and spoken: says that both are used, hence at least an independent user
    r"(?:(?:både|såväl|såvel|både|both)\s+)?(?:i\s+|in\s+)?(?:(?:skrift|tale?|skriftligt?|mun(?:d)?tligt?|muntlige|skriftlige|written|spoken|verbal(?:ly)?|oral(?:ly)?|writing|speaking|speech"
    r"|läsa|skriva|tala)\s*(?:og|och|and|som|såvel som|såväl som|as well as|eller|or|&|/)\s*(?:i\s+|in\s+)?"
    r"(?:skrift|tale?|skriftligt?|mun(?:d)?tligt?|muntlige|skriftlige|written|spoken|verbal(?:ly)?|oral(?:ly)?|writing|speaking|speech|läsa|skriva|tala))\b",
    re.IGNORECASE,
)
COMMUNICATE = re.compile(r"\b(?:kommuni[cks]\w*|communicat\w*)", re.IGNORECASE)
INFORMAL = re.compile(
    r"kaffe\w*|coffee|lunsj\w*|lunch\w*|frokost\w*|\bfika\w*|small[- ]?talk|småsnak\w*|småprat\w*|(?:uformel|informel|informal)\w*(?! (?:tone|miljø|miljö|kultur|stem|omgang|arbe|atmo|cult|work|env))|"
    r"\b(?:sosialt?|sosiale|socialt?|sociale|sociala|socially)\b|hverdags(?:dansk|norsk)|vardagssvenska",
    re.IGNORECASE,
)
# Studieprøven and Prøve i Dansk 1–3: executive order on Danish courses for adults. Bergenstest: test at B2–C1 for admission
# to Norwegian universities. TISUS: Stockholm University. SFI C and D: Swedish National Agency for Education.
# IELTS and TOEFL iBT: the tables of their owners.
TESTS: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (
            Level.C1,
            r"\bstudieprøven?\b|\btisus\b|\bielts\s*(?:[7-8](?:[.,]\d)?)\b|\btoefl\D{0,6}(?:9[5-9]|1[01]\d|120)\b",
        ),
        (
            Level.B2,
            r"\b(?:prøve i dansk|PD|dansk)\s*3\b|\bbergenstest\w*|\bielts\s*(?:5[.,]5|6(?:[.,]\d)?)\b|\btoefl\D{0,6}(?:7[2-9]|8\d|9[0-4])\b",
        ),
        (Level.B1, r"\b(?:prøve i dansk|PD)\s*2\b|\bsfi[- ](?:kurs )?d\b"),
        (Level.A2, r"\b(?:prøve i dansk|PD)\s*1\b|\bsfi[- ](?:kurs )?c\b"),
    )
)
_GROUPS = "|".join(rf"(?P<n{number}>{pattern})" for number, (_, pattern) in enumerate(WORDS))
COMPILED = re.compile(rf"\b(?:{_GROUPS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A level and the characters (of the searched text) that say it."""

    level: Level
    start: int
    end: int


def stated(text: str, start: int, end: int) -> Cue | None:
    """The level given as a code. Of several (a range, the five skills of Europass) the middle one, lower half."""
    codes = list(CODE.finditer(text, start, end))
    if not codes:
        return None
    levels = sorted((Level(match[1].upper()) for match in codes), key=lambda level: level.number)
    return Cue(levels[(len(levels) - 1) // 2], codes[0].start(), codes[-1].end())


def tested(text: str, start: int, end: int) -> Cue | None:
    """The level of a test that is named."""
    for level, pattern in TESTS:
        match = pattern.search(text, start, end)
        if match:
            return Cue(level, *match.span())
    return None


def worded(text: str, start: int, end: int) -> list[Cue]:
    """Every level word in text[start:end], in order."""
    return [
        Cue(WORDS[int(match.lastgroup[1:])][0], *match.span())
        for match in COMPILED.finditer(text, start, end)
        if match.lastgroup
    ]


def implied(text: str, start: int, end: int) -> Cue | None:
    """Words that imply a working command without naming one: "in writing and speech", "communicate"."""
    match = MODE.search(text, start, end) or COMMUNICATE.search(text, start, end)
    return Cue(Level.B2, *match.span()) if match else None
