"""
Words for how well a language is known, as levels of the Common European Framework of Reference.

Words are given the level that docs/reference/annotation.md gives them, which follows the Framework's own descriptors
(Council of Europe 2001, tables 1 and 2): "fluently and spontaneously" C1, "everyday expressions" and "simple" A2,
"familiar matters" B1. Words that say no level ("master", "understand" alone) have none. Tests have the level that their
owners publish.
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
    (Level.A2, r"pre-intermediate"),
    (Level.C1, r"near[- ]nativ\w*|(?:som|as) (?:mit |mitt |my )?(?:førstesprog|førstespråk|förstaspråk|first language) (?:på|i|at|in)\b"),
    (Level.C2, r"indfødt\w*|innfødt\w*|infödd\w*|modersm[åa]l\w*|morsm[åa]l\w*|nativ(?:e(?!ly)|[oa])|mother[- ]tongues?|tosprog\w+|tospråk\w+|tvåspråk\w+|bilingual|"
     r"muttersprach\w*|first language|førstesprog|förstaspråk|førstespråk|lengua materna|língua materna|langue maternelle|móðurmál|selvfølgelig|självklart|naturligvis|of course"),
    (Level.B2, r"professional(?: working| level)|full working"),
    (Level.B1, r"limited working"),
    (Level.C1, r"flydende|flytende|flytande|fluent\w*|fluency|obehindra\w*|ubesvær\w*|uhindre\w*|excellent|exceptional\w*|outstanding|superb|fuldgod\w*|fullgod\w*|fullgott|med (?:lethed|letthet|lätthet)|uden (?:besvær|problemer)|uten (?:problemer|vanskeligheter)|utan (?:problem|svårighet\w*)|without (?:difficulty|problems?|effort)|with ease|effortless\w*|perfect\w*|negotiat\w*|fremragende|utmerke\w*|"
     r"utmärk\w*|perfekt\w*|impeccable|(?:meget|særdeles|svært|veldig|mycket|väldigt|very|særlig) (?:god|good|well|bra|gott|strong|stærk|sterk|sikker|säker|högt?)\w*|"
     r"stærke?|sterke?|starka?|strong|advanced|avancere\w*|avansert\w*|avancera\w*|forhandling\w*|förhandling\w*|full professional|business|akademisk (?:niveau|nivå)|academic level|"
     r"(?:højt|høyt|hög|high) (?:niveau|nivå|level)|full command|fuldt ud|full ut|sikkert?|säkert?|expert\w*|ekspert\w*|forretningsniveau|forretningsnivå|verhandlungssicher|fließend"),
    (Level.B2, r"god[te]?|goda|gott|good|väl|vel|solid\w*|working knowledge|proficien\w*|"
     r"arbejdsniveau|arbeidsnivå|arbetsnivå|working level|bra|(?<!as )well(?! as\b)|working proficiency|upper[- ]intermediate|gute?|independent user|professional"),
    (Level.B1, r"konversation\w*|konversasjon\w*|conversational\w*|samtale\w*|samtals\w*|intermediate|mellem\w*|mellom\w*|mellan\w*|middel\w*|middels|"
     r"(?:forstå|förstå|understand)\w*(?: jag| jeg)?(?: næsten| nästan| nesten| almost| nearly)? (?:alt|allt|alting|allting|everything|all|det meste|det mesta|most)|"
     r"hverdags(?!spr)\w*|kvardags\w*|vardags(?!spr)\w*|vardaglig\w*|everyday(?! language)|dagligtale|daglig tale|dagligtal|dagligt tal|"
     r"klare[r]? (?:mig|dig|meg|deg|seg|sig)|klarar? (?:mig|dig|sig)|klarar jag mig|klarer jeg mig|get(?:ting)? by|can manage|(?:hold|have|carry on|føre|føra|föra|holde|hålla) (?:a |en |et |ett )?(?:conversation|samtal\w*|konversa\w*)|manage(?=(?: in)?\s*$)|begå (?:mig|dig|sig|meg|deg|seg)|"
     r"gøre (?:mig|dig|sig) forståelig|gjøre (?:meg|deg|seg) forst\w+|göra (?:mig|dig|sig) förstådd|make (?:yourself|myself) understood|"
     r"(?:følge|følger|følgje|följa|följer|follow) (?:med )?(?:i )?(?:et|ett|en|a|the)? ?(?:møde|møte|möte|meeting|samtale|samtal|conversation)\w*|hänga med i (?:ett |en )?\w+|intern(?:t|al)? (?:bruk|brug|use)|"
     r"tilstrækkelig\w*|tilstrekkelig\w*|tillräcklig\w*|sufficient|rimelig\w*|hæderlig\w*|hjälplig\w*|decent|passable|medel\w*|gymnasieniveau|brugerniveau|brukernivå|ok|okay|fint?|hyfsa[dt]\w*|greit|grei|nogenlunde|någorlunda"),
    (Level.A2, r"(?:forstå|förstå|understand)\w*(?: jag| jeg)?(?: en del| lidt| litt| lite| noget| noe| något| some| a little| a bit|[^,;.]{0,16}\b(?:langsomt|sakte|långsamt|slow\w*))|grundlæggende|grunnleggende|grundläggande|basic\w*|basis\w*|elementary|elementær\w*|elementär\w*|kaffe\w*|coffee|småsnak\w*|hyggesnak\w*|småprat\w*|"
     r"small[- ]?talk|lunsj\w*|lunch\w*|frokost\w*|fika\w*|lidt|litt|lite|some|noget|noe|något|enkelt?|simple|limited|little|dårlig\w*|dåligt?|poor\w*|hyggeniveau|overlevels\w*|survival|folkeskoleniveau|skolnivå|skoleniveau|skole?kun(?:d|n)?skap\w*|skolekundskab\w*|skol(?:e)?(?:tysk|fransk|engelsk|spansk)\w*|school level|"
     r"(?:kun |bare |only )?(?:fra|från|from|på|i|at) (?:skolen|skolan|school)"),
    (Level.A1, r"(?:begynder|begynner|nybörjar|grund|introduktions)kurs\w*|begynder\w*|nybegynder\w*|nybegynner\w*|nybörjar\w*|beginner\w*|novice"),
)  # fmt: skip
_SPOKEN = r"tale?|muntlige?|muntligt|mundtlige?|mundtligt|spoken|verbal(?:ly)?|oral(?:ly)?|speaking|speech|speak|tala|talar|taler|snakke|snakker|prata|pratar|ord|tal"
_WRITTEN = r"skrift|skriftlige?|skriftligt|written|writing|write|skrive|skriver|skriva"
_PAIR = r"\s*(?:,?\s*(?:og|och|and|som|såvel som|såväl som|as well as|eller|or)\b|&|/)\s*(?:(?:i|in|på)\s+)?"
MODE = re.compile(  # written and spoken: both are used, which takes a firm command
    rf"(?:\b(?:både|såväl|såvel|både|both)\s+)?(?:\b(?:i|in)\s+)?\b(?:(?:{_SPOKEN}){_PAIR}(?:{_WRITTEN})|(?:{_WRITTEN}){_PAIR}(?:{_SPOKEN}))\b",
    re.IGNORECASE,
)
GRADED_MODE = re.compile(  # "B2 skriftlig", "(B2) in writing", "muntlig: C1"
    rf"\b(?P<code>[ABC][12])\b\+?\)?\s*(?:(?:i|in)\s+)?(?:{_SPOKEN}|{_WRITTEN})\b|\b(?:{_SPOKEN}|{_WRITTEN})\b\s*[:(–-]?\s*(?P<code2>[ABC][12])\b",
    re.IGNORECASE,
)
COMMUNICATE = re.compile(r"\b(?:kommuni[cks]\w*|communicat\w*)", re.IGNORECASE)
INFORMAL = re.compile(
    r"kaffe\w*|coffee|lunsj\w*|lunch\w*|frokost\w*|\bfika\w*|kantin\w*|canteen\w*|pausen|pauserne|pausene|rasten|hyggesnak\w*|small[- ]?talk|småsnak\w*|småprat\w*|(?:uformel|informel|informal)\w*(?! (?:tone|miljø|miljö|kultur|stem|omgang|arbe|atmo|cult|work|env))|"
    r"\b(?:sosialt?|sosiale|socialt?|sociale|sociala|socially)\b",
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
            r"\bstudieprøven?\b|\btisus\b|\bielts\D{0,12}(?:7(?:[.,]\d)?|8(?:[.,]0)?)\b|\bcertificate in advanced english\b|\bCAE\b|\bmodule?\s*6(?:\.\d)?\b|\btoefl\D{0,6}(?:9[5-9]|1[01]\d|120)\b",
        ),
        (
            Level.B2,
            r"\b(?:prøve i dansk|PD|dansk)\s*3\b|\bbergenstest\w*|\bfirst certificate\b|\bFCE\b|\bielts\D{0,12}(?:5[.,]5|6(?:[.,]\d)?)\b|\btoefl\D{0,6}(?:7[2-9]|8\d|9[0-4])\b",
        ),
        (Level.B1, r"\b(?:prøve i dansk|PD)\s*2\b|\bmodule?\s*[345](?:\.\d)?\b|\bsfi[- ](?:kurs )?d\b"),
        (Level.A2, r"\b(?:prøve i dansk|PD)\s*1\b|\bmodule?\s*2(?:\.\d)?\b|\bsfi[- ](?:kurs )?c\b"),
        (Level.A1, r"\bmodule?\s*1(?:\.\d)?\b|\bsfi[- ](?:kurs )?[ab]\b"),
    )
)
# What only a CV says so: of an ad's "home" and "work" it would tell nothing.
HELD_WORDS: tuple[tuple[Level, str], ...] = (
    (Level.C2, r"(?:fra|från|from|since|siden|sedan) (?:barndom\w*|barnsben|childhood|birth|fødsel\w*|födsel\w*)|hjemmefra|hemifrån|heimefra|from home|"
     r"(?:(?:snakker|taler|talar|pratar|speak|spoken|talt|talas)\b[^,;.]{0,20}\b)(?:hjemme|hemma|heime|at home)|(?:hjemme|hemma|heime|at home)\b[^,;.]{0,12}\b(?:snakker|taler|talar|pratar|speak)|(?:fader|fars|moders|mors)spr[oå][gk]|opvokset med|vokset op med|vokst opp med|växt upp med|raised with|heritage(?: speaker)?|at home|hjemme|hemma|heime|oppvokst med|uppvuxen med|grew up with"),
    (Level.B2, r"(?:arbejdssprog|arbeidsspråk|arbetsspråk|jobbspråk|working language|work language)|jobbruk|jobbrug|professionally|"
     r"(?:til|till|i|på|at|in|for|för) (?:jobbe?t?|job|jobbruk|arbejdet?|arbejde|arbeidet?|arbetet?|arbete|work)"),
    (Level.A2, r"husbruk|husbehov|til nød|nödtorftig\w*|turist\w*|tourist\w*|ferie\w*|semester\w*"),
    (Level.A1, r"høflig\w*|hövlig\w*|artighets\w*|politely|polite phrases|phrases|fraser|(?:lige|nettopp|precis|nyligen|just) (?:begyndt|begynt|börjat|startet|started|begun)"),
)  # fmt: skip
_GROUPS = "|".join(rf"(?P<n{number}>{pattern})" for number, (_, pattern) in enumerate(WORDS))
COMPILED = re.compile(rf"\b(?:{_GROUPS})\b", re.IGNORECASE)
_HELD_GROUPS = "|".join(rf"(?P<n{number}>{pattern})" for number, (_, pattern) in enumerate(HELD_WORDS))
HELD_COMPILED = re.compile(rf"\b(?:{_HELD_GROUPS})\b", re.IGNORECASE)
ENOUGH_TO = re.compile(  # what one can do with the language: "on a level where you can take a phone call"
    r"\b(?:nok|enough|så (?:godt|pass|bra|god)|niveau|nivå|level|räck\w*|rækk\w*|you can|du kan|able to)\b",
    re.IGNORECASE,
)
ENOUGH_BEFORE = re.compile(
    r"\b(?:enough|sufficient|nok|tillräckligt)(?:\s+\w+)?\s+\w+\s*$", re.IGNORECASE
)  # "enough Danish"
DOING: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (Level.C1, r"\b(?:forhandle|förhandla|negotiate|publish|publicera|publisere|publicere)\b"),
        (
            Level.B2,
            r"\btelefon\w*|\bphone\b|\b(?:skriv\w*|write)\b[^,;.]{0,25}\b(?:rap+ort\w*|report\w*|dokument\w*|document\w*|e?-?mails?)|"
            r"\b(?:diskut\w*|discuss\w*|forklar\w*|förklar\w*|explain|præsenter\w*|presenter\w*|present)\b",
        ),
        (
            Level.B1,
            r"m(?:ø|ö)[dt]e\w*|\bmeetings?\b|\bsamtal\w*|\bconversation\w*|\binstru\w*|\bbesked\w*|\bbeskjed\w*|\bdagligdag\w*|\bhverdag\w*|\bvardag\w*",
        ),
    )
)
UNDERSTAND = re.compile(
    r"\b(?:forstå|forstår|förstå|förstår|understand)\b(?!\s+(?:du|ni|you)\b)", re.IGNORECASE
)
READ_OR_WRITE = re.compile(
    r"\b(?:læse|les[ea]|läsa|read|tale|taler|tala|talar|snakke|snakker|prata|pratar|speak|skrive|skriva|write)\b",
    re.IGNORECASE,
)
FILLED, EMPTY = "★●■█▮⬤◆▓✮✭✦⭐♦⚫▰◼•", "☆○□░▯◯◇✩▱◻⚪◦"
SCALE = re.compile(  # "★★★☆☆", "● ● ○", "4/5", "80 %", once or for each skill
    rf"[\s:|–—-]*(?:(?P<marks>[{FILLED}](?:\s?[{FILLED}])+(?:\s?[{EMPTY}])*|[{FILLED}](?:\s?[{EMPTY}])+)"
    r"|\(?(?P<got>\d{1,2})\s*(?:/|of|out of|av|ud af|af)\s*(?P<total>10|[3-9])\b\)?|(?P<percent>\d{2,3})\s*%)"
)
MARKS = 5  # on a scale that shows no empty marks


@dataclass(frozen=True, slots=True)
class Cue:
    """A level and the characters (of the searched text) that say it."""

    level: Level
    start: int
    end: int


def stated(text: str, start: int, end: int) -> Cue | None:
    """
    The level given as a code. Of a range the lower; of the two columns of a table the better; of the skills of Europass
    the middle one, lower half.
    """
    codes = list(CODE.finditer(text, start, end))
    if not codes:
        return None
    levels = sorted((Level(match[1].upper()) for match in codes), key=lambda level: level.number)
    columns = len(codes) == 2 and not text[codes[0].end() : codes[1].start()].strip(" \t|")
    middle = 1 if columns else (len(levels) - 1) // 2
    return Cue(levels[middle], codes[0].start(), codes[-1].end())


def stated_by_mode(text: str, start: int, end: int) -> list[Cue]:
    """The two levels of "B2 written, C1 spoken"; none if they are the same, or more."""
    found = list(GRADED_MODE.finditer(text, start, end))
    if len(found) != 2 or len(CODE.findall(text, start, end)) != 2:
        return []
    cues = [Cue(Level((match["code"] or match["code2"]).upper()), *match.span()) for match in found]
    return cues if cues[0].level is not cues[1].level else []


def scaled(text: str, start: int, end: int) -> Cue | None:
    """The level of a scale right at the start: stars, dots, bars, "4/5", "80 %"; the mean of several columns."""
    numbers: list[float] = []
    position = start
    while match := SCALE.match(text, position, end):
        numbers.append(_number(match))
        position = match.end()
    if not numbers:
        return None
    number = int(sum(numbers) / len(numbers) + 0.5)
    return Cue(list(Level)[min(max(number, 1), 6) - 1], start, position)


def _number(match: re.Match[str]) -> float:
    """
    The number of a level (`Level.number`) that a scale says.

    Scales of five name beginner, basic, intermediate, good and perfect: 1 A1 to 4 B2, then C2; others in proportion.
    """
    if match["marks"]:
        filled = sum(match["marks"].count(one) for one in FILLED)
        empty = sum(match["marks"].count(one) for one in EMPTY)
        share = filled / (filled + empty if empty else max(MARKS, filled))
    elif match["percent"]:
        share = min(1.0, int(match["percent"]) / 100)
    else:
        share = min(1.0, int(match["got"]) / int(match["total"]))
    steps = share * MARKS
    return steps if steps <= 4 else 4 + 2 * (steps - 4)


def tested(text: str, start: int, end: int) -> Cue | None:
    """The level of a test that is named."""
    for level, pattern in TESTS:
        match = pattern.search(text, start, end)
        if match:
            return Cue(level, *match.span())
    return None


def worded(text: str, start: int, end: int, *, held: bool = False) -> list[Cue]:
    """Every level word in text[start:end], in order; `held` adds those that only a CV says so."""
    cues = [
        Cue(WORDS[int(match.lastgroup[1:])][0], *match.span())
        for match in COMPILED.finditer(text, start, end)
        if match.lastgroup
    ]
    if held:
        cues += [
            Cue(HELD_WORDS[int(match.lastgroup[1:])][0], *match.span())
            for match in HELD_COMPILED.finditer(text, start, end)
            if match.lastgroup
        ]
        cues.sort(key=lambda cue: (cue.start, -cue.end))
    return cues


def implied(text: str, start: int, end: int) -> Cue | None:
    """Words that imply a command without naming one: "in writing and speech", "communicate"."""
    mode = MODE.search(text, start, end)
    if mode:
        return Cue(Level.C1, *mode.span())
    match = COMMUNICATE.search(text, start, end)
    return Cue(Level.B1, *match.span()) if match else None


def doing(text: str, start: int, end: int) -> Cue | None:
    """The level of what one is to be able to do with the language, in the words behind it."""
    enough = ENOUGH_BEFORE.search(text, max(0, start - 40), start) or ENOUGH_TO.search(text, start, end)
    if enough is None:
        return None
    for level, pattern in DOING:
        match = pattern.search(text, enough.end(), end)
        if match:
            return Cue(level, enough.start(), match.end())
    talk = INFORMAL.search(text, enough.end(), end)
    return Cue(Level.A2, enough.start(), talk.end()) if talk else None


def understood(text: str, start: int, end: int) -> Cue | None:
    """In an ad "you understand instructions in Danish": more than nothing, less than to read and write it."""
    match = UNDERSTAND.search(text, start, end)
    if match is None or READ_OR_WRITE.search(text, start, end):
        return None
    return Cue(Level.B1, *match.span())
