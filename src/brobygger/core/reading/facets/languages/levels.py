"""
Words for how well a language is known, as levels of the Common European Framework of Reference.

Words are given the level that docs/reference/annotation.md gives them, which follows the Framework's own descriptors
(Council of Europe 2001, tables 1 and 2): "fluently and spontaneously" C1, "everyday expressions" and "simple" A2,
"familiar matters" B1. Words that say no level ("master", "understand" alone) have none. Tests have the level that their
owners publish.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brobygger.core.reading.data import Level
from brobygger.core.reading.facets.languages.level_words import HELD_WORDS, WORDS
from brobygger.core.reading.folding import fold, folded

CODE = re.compile(
    r"(?:(?<![\w.])|(?<=\.\.))([ABC][12])(?:\.\d)?\+?(?![\w])(?!\s*[–-]\s*[ABC][3-9])", re.IGNORECASE
)
SECOND_CODE = re.compile(  # of a range or a further column, not of the next language: "B2 – B1", but not "B2 – C1 (Danish)"
    r"\s?(?:[–—/-]|to|til|till)\s?([ABC][12])\+?(?![\w])(?!\s*[(:=]|\s+(?:in|i|på)\b)", re.IGNORECASE
)
NEGATED_FLUENT = re.compile(
    r"\b(?:ikke|inte|ikkje|not|n't)\b(?:(?! att? | that )[^,;.]){0,30}\b(?:perfe[ck]t\w*|flydende|flytende|flytande|fluent\w*|feilfri\w*|fejlfri\w*|felfri\w*)",
    re.IGNORECASE,
)
_SPOKEN = r"tale?|muntlige?|muntligt|munnlege?|munnleg|mundtlige?|mundtligt|spoken|verbal(?:ly)?|oral(?:ly)?|speaking|speech|speak|tala|talar|taler|snakke|snakker|prata|pratar|ord|tal"
_WRITTEN = r"skrift|skriflig|skriftlege?|skriftleg|skriftlige?|skriftligt|written|writing|write|skrive|skriver|skriva"
_PAIR = r"(?:,\s*(?:læser?|leser?|läs(?:a|er)|reads?|reading|læsning|lesing|läsning))?\s*(?:,?\s*(?:og|och|and|å|som|såvel som|såväl som|as well as|eller|or)\b|&|/)\s*(?:(?:framför allt|især|særligt?|särskilt|først og fremst|først og fremmest|i synnerhet|ikke mindst|ikke minst|inte minst|especially|above all|not least)\s+)?(?:(?:i|in|på)\s+)?"
MODE = re.compile(  # written and spoken: both are used, which takes a firm command
    rf"(?:\b(?:både|såväl|såvel|både|both)\s+)?(?:\b(?:i|in)\s+)?\b(?:(?:{_SPOKEN}){_PAIR}(?:{_WRITTEN})|(?:{_WRITTEN}){_PAIR}(?:{_SPOKEN}))\b",
    re.IGNORECASE,
)
_SFI = r"\bsfi\b[ ,:-]*(?:(?:kurs|course|level|nivå|studieväg \d,?) )*"
INFORMAL = re.compile(
    r"kaffe\w*|coffee|lunsj\w*|lunch\w*|frokost\w*|\bfika\w*|kantin\w*|canteen\w*|pausen|pauserne|pausene|rasten|hyggesnak\w*|small[- ]?talk|småsnak\w*|småprat\w*|(?:uformel|informel|informal)\w*(?! (?:tone|miljø|miljö|kultur|stem|omgang|arbe|atmo|cult|work|env))|"
    r"\b(?:sosialt?|sosiale|socialt?|sociale|sociala|socially)\b",
    re.IGNORECASE,
)
# Studieprøven and Prøve i Dansk 1–3: executive order on Danish courses for adults. Bergenstest: test at B2–C1 for admission
# to Norwegian universities, taken as C1 where no words stand beside it. TISUS: Stockholm University. SFI,
# Engelska and Svenska 3: Swedish National Agency for Education. IELTS, TOEFL iBT, TOEIC, JLPT and HSK: the tables of their
# owners.
TESTS: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, folded(pattern))
    for level, pattern in (
        (
            Level.C2,
            r"\bielts\D{0,12}(?:8[.,]5|9(?:[.,]0)?)\b|\bcertificate of proficiency in english\b|\bcambridge (?:english: )?proficiency\b|\bCPE\b|\bhsk\s*-?6\b",
        ),
        (
            Level.C1,
            r"\bstudieprøven?\b|\btisus\b|\bbergenstest\w*|\b(?:sva|sas|swedish as a second language|svenska som andraspråk|svenska)\s*3\b|\bielts\D{0,12}(?:7(?:[.,]\d)?|8(?:[.,]0)?)\b|\b(?:7(?:[.,]\d)?|8(?:[.,]0)?) (?:på|on|in|i) (?:the )?ielts\b|\bcertificate in advanced english\b|\bcambridge (?:english: )?(?:advanced|certificate in advanced)\b|\bCAE\b|\bmodule?\s*6(?:\.\d)?\b"
            r"|\bicao\D{0,24}[56]\b|\bstanag(?: 6001)?\D{0,12}3\b|\b(?:swedish|english)\s*(?:course )?3\b(?= |[.,;)]|$)|\btoefl\D{0,24}(?:9[5-9]|1[01]\d|120)\b|\btoeic\D{0,6}9[4-9]\d\b|\b(?:jlpt\W*)?n1\b|\bhsk\s*-?5\b",
        ),
        (
            Level.B2,
            r"\b(?:prøve i dansk|PD|dansk)\s*3\b|\b(?:sva|sas|swedish as a second language|svenska som andraspråk)\s*[12]\b|\b(?:engelska|english) [67]\b|\bicao\D{0,24}4\b|\bfirst certificate\b|\bcambridge (?:english: )?first\b|\bFCE\b|\bielts\D{0,12}(?:5[.,]5|6(?:[.,]\d)?)\b"
            r"|\btoefl\D{0,12}(?:7[2-9]|8\d|9[0-4])\b|\btoeic\D{0,6}(?:78[5-9]|79\d|8\d\d|9[0-3]\d)\b|\b(?:jlpt\W*)?n2\b|\bhsk\s*-?4\b",
        ),
        (
            Level.B1,
            rf"\b(?:prøve i dansk|PD)\s*2\b|\bnorskprøven? 3\b|{_SFI}(?:[ac]\s*[-–/]\s*)?d\b|\bsvenska d-nivå\b|\bengelska 5\b|\b(?:spanska|tyska|franska|moderna språk) steg 5\b|\bielts\D{{0,12}}(?:4(?:[.,]\d)?|5(?:[.,]0)?)\b|\btoefl\D{{0,12}}(?:4[2-9]|5\d|6\d|7[01])\b|\b(?:jlpt\W*)?n3\b|\bhsk\s*-?3\b",
        ),
        (
            Level.A2,
            rf"\b(?:prøve i dansk|PD)\s*1\b|\bnorskprøven? 2\b|{_SFI}(?:a\s*[-–]\s*)?c\b|\bsvenska c-nivå\b|\b(?:jlpt\W*)?n4\b|\bhsk\s*-?2\b",
        ),
        (
            Level.A1,
            rf"\bmodule?\s*[12](?:\.\d)?\b|{_SFI}[ab]\b|\b(?:jlpt\W*)?n5\b|\bhsk\s*-?1\b",
        ),
    )
)
# Modules of Danish courses lead to different tests; in a CV they tell that somebody is on the way.
COURSES = folded(r"\bmodule?\s*(?P<number>[345])(?:\.\d)?\b")
_PASSED = r"bestået|afsluttet|gennemført|færdig|klaret|bestått|fullført|avsluttet|klart|godkänd|avslutad|avklarad|klar|passed|completed|finished|done"
PASSED = folded(rf"(?: (?:of|av|af) \d)?\W{{0,3}}(?:(?:er|är|is|was|blev) )?(?:{_PASSED})\b")
PASSED_BEFORE = folded(rf"\b(?:{_PASSED})(?: (?:the|my|også|also))?\W{{1,2}}$")
_UNDER_WAY = r"ongoing|in progress|under ?way|i gang|igång|pågår|pågående|undervejs|underveis|not finished|ikke ferdig|ikke færdig|inte klar"
ONGOING = folded(rf"\W{{0,3}}(?:{_UNDER_WAY})\b")
ATTENDING = folded(
    r"\b(?:(?:am|is|er|är|går) (?:in|at|on|på|i|til)|currently|just nu|attending|läser|leser|læser|studerar|studerer|taking|studying|started|begyndt|begynt|börjat|startet|startat|påbegyndt|påbegynt|påbörjat)(?: \w+){0,2}\W{0,3}$"
)
AHEAD_OF_ONE = folded(  # a course or a test that is still to come: "now in module 3", "TISUS planned"
    r"(?:\b(?:går|gå|goes|going|now|currently|starts?|starting|started|begins?|plan\w*|aim\w*|next|neste|næste|nästa|preparing|forbereder|förbereder|then|so far|heading|læser|leser|läser|taking|tager|tar|skal|ska|vil|vill|will|want)(?: (?:nu|nå|now|just nu|to|til|till|på|i|in|on|with|at|for|take|tage|ta|op|upp|opp|the|my))*\W{0,3})$"
)
STILL_TO_COME = folded(
    rf" (?:now|nu|nå)(?=\s*(?:$|[.,;)]))|\W{{0,3}}(?:starts?|starting|started|begins?|begynder|begynner|börjar|påbörja\w*|påbegyn\w*|plan\w*|next|booked|{_UNDER_WAY})\b"
)
AT_SCHOOL = re.compile(  # where, not how well
    r"(?:kun |bare |only )?(?:på|i|at|fra|från|from) (?:skolen|skolan|school)", re.IGNORECASE
)
WORK_DONE = re.compile(r"f[oö]rhandling(?:er|ar|erne|ene|arna|s?spr[oå][gk]\w*)", re.IGNORECASE)
GOOD_ENOUGH = re.compile(
    r"\s(?:nok|nog|enough)\s(?:til|till|to|for|for|å|att|at)\b", re.IGNORECASE
)  # what for
_GROUPS = "|".join(rf"(?P<n{number}>{pattern})" for number, (_, pattern) in enumerate(WORDS))
COMPILED = re.compile(rf"\b(?:{_GROUPS})\b", re.IGNORECASE)
_HELD_GROUPS = "|".join(rf"(?P<n{number}>{pattern})" for number, (_, pattern) in enumerate(HELD_WORDS))
HELD_COMPILED = re.compile(rf"\b(?:{_HELD_GROUPS})\b", re.IGNORECASE)
ENOUGH_TO = re.compile(  # what one can do with the language: "on a level where you can take a phone call"
    r"\b(?:nok|enough|så (?:godt|pass|bra|god)|niveau|nivå|level|räck\w*|rækk\w*|you can|du kan|able to)\b",
    re.IGNORECASE,
)
ANYWHERE: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        Level.A2,
        folded(
            r"\b(?:chat|join the (?:chat|talk)|snakke|snakken|snakka|snakket|snakk|prata?|prate|praten|pratet|småprate|småsnakke) (?:[\w']+ ){0,6}?(?:over|ved|vid|at|during|under|rundt|omkring) (?:the )?(?:coffee|lunch|kaffe\w*|lunsj\w*|frokost\w*|fika\w*|madpakke\w*|matpakke\w*|kantine\w*)"
        ),
    ),
    (
        Level.B1,
        folded(
            r"\b(?:gøre|gjøre|göra|make) (?:mig|dig|sig|meg|deg|seg|myself|yourself) (?:forst\w+|först\w+|understood)\b"
        ),
    ),
)
_HEARER = r"(?:dig|deg|dej|mig|meg|mej|you|me|os|oss|us|hinanden|hverandre|varandra|each other|one another|(?:hvad|hva|vad|det) du (?:siger|sier|säger)|what you say)"
_GRASP = r"(?:forstå[rs]?|förstå[rs]?|skjønne[rs]?|begribe[rs]?|begripe[rs]?|begriper|fatte[rs]?|fattar|understands?)"
GRASPED = folded("forstå|förstå|forståt|förståd|skjønn|begri|begrip|fatte|fatta|underst")  # a quick look
UNDERSTOOD = folded(  # that others understand the person: "so that the customers understand you"
    rf"\b{_GRASP} (?:godt |bra |väl |well |both |både )?{_HEARER}\b"
    rf"|\b(?:så|slik|sådan|sånn|so|enough|nok)(?: (?:at|att|that))?(?: (?!du\b|man\b|you\b|dem\b|det\b|the text)[\w-]+){{1,4}}? (?:(?:kan|can|could|skal|ska) )?(?:forstår?|förstår?|skjønner|understands?)(?=\W*(?:det\b|it\b|$|[.,;:!?)–—]))"
    rf"|(?:\b(?:som|that|which|der)(?: (?!du\b|man\b|you\b)[\w-]+){{1,3}}? (?:(?:kan|can) )?(?:forstår?|förstår?|skjønner|understands?)(?=\W*(?:$|[.,;:!?)–—])))"
    r"|\b(?:til at|går att|går an å|lett å|let at|lätt att|mulig å|möjlig att|easy to) (?:forstå|förstå|understand)\b(?! (?!(?:for|för|of|even|også|också)\b)\w)"
    r"|\b(?:gøre|gør|gjøre|gjør|göra|gör|gjort|make|makes|bli|blive|bliver|blir|to be|be able to be|are|you're|get|gets) (?:(?:dig|deg|dej|sig|seg|yourself|you|him|them|selves) )?(?:forstået|forstått|forstådd|förstådd|förstått|understood)\b(?! (?:in|på) (?:swedish|danish|norwegian|english))"
)
_OTHERS = r"(?:barn\w*|elev\w*|student\w*|bebo\w*|brukar\w*|brukerne|brukere|bruger(?:e|ne)|borger\w*|kund(?:e|er|en|erne|ene|erna)|patient\w*|pasient\w*|\w*tagar[en]\w*|\w*mottaker\w*|residents?|children|pupils?|students?|clients?|customers?|guests|gæster\w*|gjester\w*|gäster\w*|famil\w*|kolleg\w*|colleagues|callers|users|deltag\w*|deltak\w*|participants|flera|mange|många|many|halvdelen|hälften|halvparten|half|some of|most of|en del av|en del af|en tredjedel|de fleste|de flesta|deres|deras|their|sitt|sit|sine)"
OF_OTHERS = folded(  # whose mother tongue it is: "many residents have it as their first language", "another one than Danish"
    rf"\b{_OTHERS}\b(?![^.;]*\b(?:du|you|dig|deg)\b)[^.;]{{0,90}}$"
    r"|\b(?:annet|andet|annat|anna|anden|annan|other|another|different)(?: \w+)? $"
    r"|\b(?:ikke|inte|ikkje|not|without|uten|uden|utan)\b[^.;,]{0,40}$|n['’]t\b[^.;,]{0,40}$"
)
FOR_EXAMPLE = folded(r"\W*(?:fx|f\.eks|for eksempel|t\.ex|till exempel|e\.g|for example|such as|som f)")
OR_FLUENT = folded(  # "native or near-native", "bilingual or close to it"
    r"(?:[\s-](?:level|niveau|nivå|speaker|tongue|english|danish|norwegian|swedish))?,?\s*(?:/|\b(?:or|eller)\b)(?: (?:er|är|is|are|at|på|et|som|har|have|så|lige|just|a|you))*\s*(?:near|nær|næsten|nesten|nästan|almost|close|tæt|tett|nära|flydende|flytende|flytande|fluent|advanced|like god|lige så|lika bra|equally|tilsvarende niveau|c1)"
)
UNHEARD = folded(  # that it is not the mother tongue: "nobody hears my accent"
    r"\b(?:ingen|nobody|no one|no-one|sjældent|sjelden|sällan|rarely|seldom|hardly|aldri?g?|never|few people|people do not|people don't|folk \w+ ikke)\b[^.;]{0,30}\b(?:hør\w*|hear\w*|hör\w*|opdag\w*|oppdag\w*|upptäck\w*|notic\w*|märk\w*|mærk\w*|merk\w*|accent\w*|aksent\w*|brytning|foreigner|udlænding|utlending|utlänning)\b"
    r"|\b(?:ask\w*|wonders?|guess\w*|think|frågar|undrar|gissar|tror|spørger|spør|spør|gjetter|gætter|lurer)\b[^.;]{0,40}\b(?:where|which|what part|hvor|hvilken|hva|vilken|var|varifrån|hvorfra|(?:(?:at|att|that) )?(?:jeg|jag|i) (?:am|was|come|er|är|kommer|ble|blev|var|må|må være|must))\b[^.;]{0,40}\b(?:from|fra|ifrån|från|frå|kommer|born|född|født)\b|\b(?:doesn.?t|does not|ikke|inte) (?:show|mærkes|merkes|märks|hørs|høres|hörs)\b"
    r"|\b(?:hör|hører|hörs|høres|mærker|merker|märker) (?:man|de|folk|ingen|du) (?:inte|ikke|ikkje)\b|\b(?:kan man|man kan|kan du) (?:inte|ikke|ikkje) (?:hør\w*|höra|merke|märka|mærke)\b|\b(?:can.?t|cannot|could not|couldn.?t) (?:hear|tell)\b"
    r"|\b(?:taken for|pass(?:es)? (?:for|as)|mistaken for|tages for|tas for|tror (?:at |att )?(?:jeg|jag) (?:er|är)) (?:en |a )?(?:dansk\w*|norsk\w*|nordmann|svensk\w*|dane|swede|norwegian|native|local|indfødt|infødt|innfødt|infödd)"
)
HARDLY_WRITTEN = re.compile(  # "talks well, hardly writes": the lower of the two
    r"\b(?:writ\w+|wrote|spelling|skriv\w*|skreiv|stav\w*|skriftlig\w*|grammar|gram+atik+\w*)\b (?:(?:is|are|it|er|är|det|den|jeg|jag|I|me|meget|veldig|very|ganske|rather|bare|kun|bara|only|helt) )*(?:bad\w*|poor\w*|weak\w*|awful\w*|terribl\w*|clumsy|shaky|dårlig\w*|dålig\w*|elendig\w*|svag[te]?|svak[te]?|svaga|sløj\w*|simpel\w*|enkelt|simply|knap|knapt|knappt|næsten ikke|nesten ikke|nästan inte|hardly|barely|lidt|litt|lite|a little|very little|som en kratta|som en kråke|som et barn)(?=\s*(?:$|[.,;)]|but|men|og|och|and))"
    r"|\b(?:clumsy|poor|bad|weak|dårlig|dålig|elendig|svag|svak|sløj|hardly|barely|knappt|knapt) (?:in |i )?(?:writ\w+|spelling|grammar|skrift\w*|gram+atik+\w*|rettskriving|retskrivning|rättstavning)",
    re.IGNORECASE,
)
HELD_ANYWHERE: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        Level.B1,
        folded(
            r"\b(?:they|people|everybody|everyone|colleagues|customers|most|kolleg\w*|kund\w*|folk|alle|alla|de|dom|man|de fleste|de flesta) (?:can |kan |do )?(?:understands?|forstår|förstår|skjønner|fattar|fatter) (?:me\b|mig|meg|mej|hva jeg|hvad jeg|vad jag|what i)|\b(?:bliver|blir|am) (?:forstået|forstått|förstådd|understood)\b|\b(?:people|folk|they|de) (?:answer|svarer|svarar)(?=\s*(?:$|[.,;)]))"
        ),
    ),
    (
        Level.A2,
        folded(
            r"\b(?:writing|skriv\w*|skriftlig\w*) (?:is |it |er |är |det )?(?:bad\w*|poor\w*|weak|dårlig\w*|dålig\w*|svag\w*|svak\w*)|\b(?:weather|vejret|været|vädret)\b"
        ),
    ),
)
_SKILL = rf"(?:{_SPOKEN}|{_WRITTEN}|læser?|läser?|les[ea]r?|lesing|läsning|læsning|read(?:ing)?|reads|speaks|writes|lytte|listening|understand(?:s|ing)?|forstår|förstår|\w*förståelse|\w*forståelse|stavar|staver|stave|spelling|spells?|grammar|gram+atik+\w*|uttale|udtale|uttal|pronunciation)"
SKILL = re.compile(rf"\b{_SKILL}\b", re.IGNORECASE)
SKILL_BEFORE = re.compile(
    rf"\b{_SKILL}\b[\s:(–=-]*(?:(?:er|är|is|it|det|jeg|jag|I|kun|bare|only|just|bara|a)\s+)*$", re.IGNORECASE
)
SKILL_BEHIND = re.compile(
    rf"(?:\s+(?:kunskaper|kunnskaper|kundskaber|knowledge|skills|ferdigheter|färdigheter|færdigheder))?\s*\(?(?:i |in |at |til |på )?{_SKILL}\b(?!\s*(?:og|och|and|&|/)\s*(?:i |in )?{_SKILL})",
    re.IGNORECASE,
)
WEAKER = re.compile(  # of two skills, after a level for the other: "good in writing, less so in speech"
    rf"(?:\b{_SKILL}\b(?: (?:jeg|jag|I|it|det|den|er|är|is))*\W+)?(?:\b(?:litt|lidt|lite|noe|noget|något|a bit|a little|slightly|somewhat|rather) )?\b(?:mindre (?:god[te]?|goda|gott|bra|sikkert?|säker\w*)|sämre|dårligere|dårlegare|därligere|svakare|(?:trege|langsomme|tyngre|tunge)re|långsammare|trögare|slower|shakier|rustier|(?:u|o)(?:sikkert?|säkert?)|unsure|hesitant|meir usikker|mer usikker|mere usikker|svakere|svagere|svagare|weaker|worse|poorer|less (?:so|well|good|fluent\w*|confident\w*))\b(?:\W+(?:i |in |at |på )?{_SKILL}\b)?",
    re.IGNORECASE,
)
LESS_BEFORE = re.compile(r"\b(?:mindre|less) $", re.IGNORECASE)
LESS = re.compile(r"\b(?:mindre|less|usikkert?|osäkert?|unsure)\b", re.IGNORECASE)
UNDERSTANDS = re.compile(
    r"\b(?:forstår?s?|förstår?s?|understand(?:s|ing)?|understood|\w*forståelse|\w*förståelse|skjønner?|begripe[r]?|begriper|læse[rs]?|lese[rs]?|läs(?:er|a|s)?|reads?|reading|readers?|läsare)\b",
    re.IGNORECASE,
)
SPEAK_OR_WRITE = re.compile(
    r"(?<!not )(?<!n't )(?<!nt )(?<!inte )(?<!ikke )(?<!ej )(?<!aldrig )(?<!never )\b(?:tale|taler|tala|talar|snakker?|prata|pratar|speaks?|spoken|skriver?|skriva|writes?|written|writing|speaking|i tal|tale og|muntligt?|mundtligt?|skriftligt?|(?:gøre|gjøre|göra|make) \w+self|(?:gøre|gjøre|göra|gør|gjør|gör) (?:mig|dig|meg|deg))\b(?!\s+(?:jeg\s+|jag\s+)?(?:det\s+|den\s+|it\s+)?(?:helst\s+|heller\s+)?(?:ikke|inte|ikkje|not|ej|nødig\w*|ogärna|ugjerne|aldrig|aldri|never|sjældent|sjelden|sällan|rarely|seldom|hardly|reluctantly|som)\b)",
    re.IGNORECASE,
)
QUOTED = re.compile(  # all that somebody can say: 'German: "ein Bier, bitte"'
    r"[\s:–—(-]*(?:(?:kan|can)\s+)?(?:(?:spell|say|sige|si|seie|säga|stave|stava)\s+)?(?<!\w)[\"«“”][^\"»”\n]{2,60}[\"»”]",
    re.IGNORECASE,
)
QUOTED_BEFORE = re.compile(  # "I say »hello« and »thanks« in …"
    r"[\"«»“”][^\"«»“”\n]{1,40}[\"«»“”](?:\s*,?\s*(?:(?:og|och|and|eller|or)\s+)?[\"«»“”][^\"«»“”\n]{1,40}[\"«»“”])*\s+(?:på|in)\s+$"
)
READ_SO = re.compile(  # an adverb of reading: "I read without problems German"
    r"\b(?:læser?|leser?|läser|läsa|reads?|forstår|förstår|understands?)\s+(?:jeg\s+|jag\s+)?$", re.IGNORECASE
)
ADVERB = re.compile(
    r"(?:u|o)?(?:hindr|besvär|besvær|behindra)\w*|(?:uden|uten|utan|without)\b.*|fint|godt|bra|well|flytende|flydende|flytande",
    re.IGNORECASE,
)
FILLED, EMPTY = "★⬛●■█▮◉⬤◆▓✮✭✦⭐♦⚫▰◼•🟢🔵🟣🟠🟡🔴🟩🟦🟪🟧🟨🟥", "☆○□░▯◯◇✩▱◻⚪◦⬜"
SCALE = re.compile(  # "★★★☆☆", "● ● ○", "***", "4/5", "80 %", once or for each skill
    rf"(?:[\s:|,;–—-]|\.{{2,}}|…|_{{2,}}|·{{2,}}|[\U0001F1E6-\U0001F1FF])*(?:(?:nivå|niveau|level|{_SPOKEN}|{_WRITTEN})[\s:]+)?(?:(?P<marks>[{FILLED}](?:\s?[{FILLED}])+(?:\s?[{EMPTY}])*|[{FILLED}](?:\s?[{EMPTY}])+|[★⭐](?=\s*$|\s{{2}}))|(?<=\s)(?P<stars>\*{{2,6}})(?![*\w])"
    r"|\(?(?P<got>\d{1,2})\s*(?:/|of|out of|av|ud af|af)\s*(?P<total>10|[3-9])\b\)?|(?P<percent>\d{2,3})\s*(?:%|procent\b|prosent\b|per ?cent\b|pct\b))"
)
POINTS = re.compile(  # "Danish 5, German 2 (scale 1-5)"; "in per cent: Swedish 100, Russian 20"
    r"(?:\b(?:scale|skala|niveau|nivå|level|\w*vurdering|\w*bedömning|\w*skattning|self[- ]?assess\w*|rating|rated|betyg)\b\D{0,8}|\()[01]\s*(?:-|–|to|til|till)\s*(?P<total>\d{1,2})\b|(?P<percent>\bper ?cent\b|\bprocent\b|\bprosent\b)",
    re.IGNORECASE,
)
MARKED = re.compile(
    rf"(?<![^\W\d_])(?:[{FILLED}](?:\s?[{FILLED}])+|[{FILLED}]\s?[{EMPTY}])"
)  # wherever on its line
POINT = re.compile(r"[\s:=|]{0,3}(\d{1,3})\b")
MARKS = 5  # on a scale that shows no empty marks


@dataclass(frozen=True, slots=True)
class Cue:
    """A level and the characters (of the searched text) that say it."""

    level: Level
    start: int
    end: int


def stated(text: str, start: int, end: int) -> Cue | None:
    """The level given as a code: the lowest of a range or of several skills."""
    codes = list(CODE.finditer(text, start, end))
    if not codes:
        return None
    while further := SECOND_CODE.match(text, codes[-1].end()):
        codes.append(further)
    low = min((Level(match[1].upper()) for match in codes), key=lambda level: level.number)
    return Cue(low, codes[0].start(), codes[-1].end())


def scaled(text: str, start: int, end: int) -> Cue | None:
    """The level of a scale right at the start: stars, dots, bars, "4/5", "80 %"; of several columns the lowest."""
    numbers: list[float] = []
    position = start
    while match := SCALE.match(text, position, end):
        numbers.append(_number(match))
        position = match.end()
    if not numbers:
        return None
    number = math.ceil(min(numbers) - 0.5)
    return Cue(list(Level)[min(max(number, 1), 6) - 1], start, position)


def pointed(text: str, end: int, over: str = "") -> Cue | None:
    """The level of a number right behind a name, where the line, or one over it, says what it is a number of."""
    point = POINT.match(text, end)
    scale = POINTS.search(text) or next(iter([*POINTS.finditer(over)][-1:]), None) if point else None
    if scale is None or point is None:
        return None
    total = int(scale["total"]) if scale["total"] else 100
    number = int(min(1.0, int(point[1]) / max(1, total)) * len(Level) + 0.5)
    return Cue(list(Level)[max(number, 1) - 1], end, point.end())


def _number(match: re.Match[str]) -> float:
    """The number of a level (`Level.number`) that a scale says: the share that is filled, of the six levels."""
    if match["marks"] or match["stars"]:
        marks = match["marks"] or match["stars"]
        filled = sum(marks.count(one) for one in FILLED + "*")
        empty = sum(marks.count(one) for one in EMPTY)
        share = filled / (filled + empty if empty else max(MARKS, filled))
    elif match["percent"]:
        share = min(1.0, int(match["percent"]) / 100)
    else:
        share = min(1.0, int(match["got"]) / int(match["total"]))
    return share * len(Level)


def tested(text: str, start: int, end: int, *, held: bool) -> Cue | None:
    """The level of a test that is named; of what a CV says the highest that is not still to come."""
    lower = fold(text)
    return _test_held(lower, start, end) if held else _test_asked(lower, start, end)


def _test_asked(lower: str, start: int, end: int) -> Cue | None:
    """The lowest of the tests that an ad names: any of them will do."""
    asked = [
        Cue(level, *match.span()) for level, pattern in TESTS for match in pattern.finditer(lower, start, end)
    ]
    asked += [Cue(Level.B1, *match.span()) for match in COURSES.finditer(lower, start, end)]
    return min(asked, key=lambda cue: cue.level.number, default=None)


def _test_held(lower: str, start: int, end: int) -> Cue | None:
    under_way: Cue | None = None
    for level, pattern in TESTS:
        for match in pattern.finditer(lower, start, end):
            if not _is_to_come(lower, *match.span()):
                return Cue(level, *match.span())
            if _is_under_way(lower, *match.span()):
                under_way = Cue(level, *match.span())
    course = COURSES.search(lower, start, end)
    if course is None:
        return under_way
    if _is_under_way(lower, *course.span()):
        return Cue(Level.B1, *course.span())
    if PASSED.match(lower, course.end()) or PASSED_BEFORE.search(
        lower, max(0, course.start() - 40), course.start()
    ):
        return Cue(Level.A2 if course["number"] == "3" else Level.B1, *course.span())
    return under_way


def _is_under_way(lower: str, start: int, end: int) -> bool:
    return bool(ONGOING.match(lower, end) or ATTENDING.search(lower, max(0, start - 40), start))


def _is_to_come(lower: str, start: int, end: int) -> bool:
    return bool(STILL_TO_COME.match(lower, end) or AHEAD_OF_ONE.search(lower, max(0, start - 40), start))


def worded(text: str, start: int, end: int, *, held: bool = False) -> list[Cue]:
    """Every level word in text[start:end], in order; `held` adds those that only a CV says so."""
    cues = list(_cues(COMPILED, WORDS, text, start, end))
    if held:  # first, as of two at one place the first is taken
        held_cues = list(_cues(HELD_COMPILED, HELD_WORDS, text, start, end))
        # "works fine" is no "fine"
        cues = [
            one for one in cues if not any(two.start <= one.start and one.end <= two.end for two in held_cues)
        ]
        cues = sorted(held_cues + cues, key=lambda cue: (cue.start, -cue.end))
        cues = [_lessened(text, one) for one in cues if not GOOD_ENOUGH.match(text, one.end)]
        cues = [one for one in cues if not WORK_DONE.fullmatch(text, one.start, one.end)]
    return cues


def _lessened(text: str, cue: Cue) -> Cue:
    """The level of a cue, which after "less" is fair at best."""
    is_less = cue.level.number > Level.B1.number and LESS_BEFORE.search(
        text, max(0, cue.start - 8), cue.start
    )
    return Cue(Level.B1, cue.start, cue.end) if is_less else cue


def _cues(
    pattern: re.Pattern[str], table: Sequence[tuple[Level, str]], text: str, start: int, end: int
) -> Iterator[Cue]:
    start = max(start, _first(pattern, text))
    # what looks ahead must see the end of the text, not of the search
    for match in pattern.finditer(text, start) if start < end else ():
        if match.start() >= end:
            return
        whole: re.Match[str] | None = match
        if match.end() > end:  # "business English" before the name "English"
            whole = pattern.match(text, match.start(), end)
        if whole and whole.lastgroup:
            yield Cue(table[int(whole.lastgroup[1:])][0], *whole.span())


@lru_cache(maxsize=64)  # a passage is asked about once for each language and each side of it
def _first(pattern: re.Pattern[str], text: str) -> int:
    """Where the first level word stands; behind the text where there is none."""
    match = pattern.search(text)
    return match.start() if match else len(text)


def native(text: str, cue: Cue) -> Cue | None:
    """A level that an ad says, of mother tongues only those of the person, and "native or fluent" as fluent."""
    if cue.level is not Level.C2 or CODE.search(text, cue.start, cue.end):
        return cue
    lower = fold(text)
    before = lower[max(0, cue.start - 120) : cue.start]
    if OF_OTHERS.search(before) and not FOR_EXAMPLE.match(lower, cue.end):
        return None
    return Cue(Level.C1, cue.start, cue.end) if OR_FLUENT.match(lower, cue.end) else cue


def understood(text: str, start: int, end: int) -> Cue | None:
    """That others understand the person: "so that the customers understand you"."""
    lower = fold(text)
    if GRASPED.search(lower, start, end) is None:
        return None
    match = UNDERSTOOD.search(lower, start, end)
    return Cue(Level.B1, *match.span()) if match else None


def weaker(text: str, start: int, end: int, cue: Cue) -> Cue | None:
    """One level lower, where a further skill is said to be weaker than the one that a level was read of."""
    match = WEAKER.search(text, max(start, cue.end), end)
    if match is None or cue.level is Level.A1 or not SKILL.search(match[0]):
        return None
    lower = list(Level)[cue.level.number - 2]
    if LESS.search(match[0]):  # "less good" is fair at best
        lower = min(lower, Level.B1, key=lambda level: level.number)
    return Cue(lower, cue.start, match.end())


def by_skill(text: str, start: int, end: int, *, held: bool) -> Cue | None:
    """The lower of the levels of "speaks well, writes a little", each right beside the word for its skill."""
    found = []
    for cue in worded(text, start, end, held=held):
        before = SKILL_BEFORE.search(text, max(start, cue.start - 30), cue.start)
        if before or SKILL_BEHIND.match(text, cue.end, end):
            found.append(cue)
    low = min(found, key=lambda cue: cue.level.number, default=None)
    if low is None:
        return None
    others = [cue for cue in worded(text, start, end, held=held) if cue.level.number > low.level.number]
    if held and len(found) == 1 and others and not _is_read(text, low):
        return low  # "without thinking in manuals, speaks it all right"
    # "understands Danish, speaks a little": that little is the lower of the two
    speaks_little = (
        held
        and low.level is Level.A2
        and UNDERSTANDS.search(text)
        and SPEAK_OR_WRITE.search(text, start, low.start)
    )
    if len({cue.level for cue in found}) < 2 and not speaks_little:
        return None
    return Cue(low.level, low.start, low.end)


def _is_read(text: str, cue: Cue) -> bool:
    """Whether a level is of reading or understanding: the skills right beside it."""
    before = SKILL_BEFORE.search(text, max(0, cue.start - 30), cue.start)
    behind = None if before else SKILL_BEHIND.match(text, cue.end)
    match = before or behind
    return match is not None and UNDERSTANDS.search(match[0]) is not None


def marked(text: str, start: int, end: int) -> Cue | None:
    """The level of a scale of marks further on in the line: "German, with customers: ★★★☆☆"."""
    match = MARKED.search(text, start, end)
    return scaled(text, match.start(), end) if match and "\n" not in text[start : match.start()] else None


def anywhere(text: str, start: int, end: int, *, held: bool) -> Cue | None:
    """A level said by a whole phrase, which need not stand beside the name."""
    lower = fold(text)
    for level, pattern in (*ANYWHERE, *(HELD_ANYWHERE if held else ())):
        match = pattern.search(lower, start, end)
        if match:
            return Cue(level, *match.span())
    return None


def implied(text: str, start: int, end: int) -> Cue | None:
    """Words that imply a command without naming one: "in writing and speech"."""
    mode = MODE.search(text, start, end)
    return Cue(Level.C1, *mode.span()) if mode else None
