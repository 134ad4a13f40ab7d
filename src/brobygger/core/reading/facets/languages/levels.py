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
from brobygger.core.reading.folding import fold, folded

CODE = re.compile(r"(?<![\w.])([ABC][12])(?:\.\d)?\+?(?![\w])", re.IGNORECASE)
NEGATED_FLUENT = re.compile(
    r"\b(?:ikke|inte|ikkje|not|n't)\b(?:(?! att? | that )[^,;.]){0,30}\b(?:perfe[ck]t\w*|flydende|flytende|flytande|fluent\w*|feilfri\w*|fejlfri\w*|felfri\w*)",
    re.IGNORECASE,
)
# strongest first where two of them could match the same words
WORDS: tuple[tuple[Level, str], ...] = (
    (Level.A2, r"pre-intermediate|let(?:tere)?[- ]?øve(?:t|de)"),
    (Level.C1, r"(?:modersmåls|morsmåls)(?:l[ie][gk]n\w+|nära|nær\w*)|near[- ]nativ\w*|(?:næsten|nesten|nästan|almost|close to|nærmest) (?:som )?(?:et |ett |a |my |mit |mitt )?(?:modersm\w+|morsm\w+|nativ\w+|mother[- ]tongue)|(?:som|as) (?:mit |mitt |my )?(?:førstesprog|førstespråk|förstaspråk|first language) (?:på|i|at|in)\b"),
    (Level.C2, r"indfødt\w*|innfødt\w*|infödd\w*|modersm[åa]l\w*|morsm[åa]l\w*|nativ(?:e(?!ly)|[oa])|mother[- ](?:tongue|language)s?|tosprog\w+|tospråk\w+|tvåspråk\w+|bilingual|"
     r"muttersprach\w*|(?:mit |mitt )?(?:first languages?|første ?sprog\w*|första ?språk\w*|første ?språk\w*)|lengua materna|língua materna|langue maternelle|móðurmál|dobbeltsprog\w*|trespråk\w*|trilingual|tresproget|(?:fødsels|modersmåls|morsmåls)[- ]?(?:niveau|nivå)"),
    (Level.B2, r"profession\w* (?:arbets|arbejds|arbeids)?niv\w+|profesjon\w* (?:arbeids)?niv\w+|professional(?: working| level)|full working|(?:business|affärs|forretnings)[- ]?(?:level|s?prog|språk|niveau|nivå|english|engelsk\w*)|business(?! fluent)"),
    (Level.B1, r"limited working(?: proficiency| knowledge)?|limited professional(?: proficiency)?"),
    (Level.C1, r"flydende|flytende|flytande|fluent\w*|fluency|obehindra\w*|ubesvær\w*|uhindre\w*|excellent|exceptional\w*|outstanding|superb|fuldgod\w*|fullgod\w*|fullgott|med (?:lethed|letthet|lätthet)|uden (?:besvær|problemer)|uten (?:problemer|vanskeligheter)|utan (?:problem|svårighet\w*)|without (?:difficulty|problems?|effort)|with ease|effortless\w*|perfect\w*|negotiat\w*|fremragende|utmerke\w*|"
     r"utmärk\w*|perfekt\w*|impeccable|(?:meget|særdeles|svært|veldig|mycket|väldigt|very|really|rigtig|riktigt?|særlig|mkt|mkt\.|virkelig|verkligen|usædvanligt?|uvanlig|ovanligt|extremely|exceptionally) (?:god|good|well|bra|gott|väl|vel|strong|stærk|sterk|sikker|säker|trygg?|högt?|høj|høy)\w*|"
     r"stærke?|sterke?|starka?|strong(?! (?:accent|dialect))|advanced|avancere\w*|avansert\w*|avancera\w*|forhandling\w*|förhandling\w*|full professional(?: proficiency)?|ful[dl]t? profes(?:sion|jon)e[lr]\w*|akademisk (?:niveau|nivå)|academic level|"
     r"(?:højt|høyt|hög|high|høj|høy) (?:fagligt |språklig |sproglig )?(?:niveau|nivå|level|proficiency)|(?:høje|høye|höga|high) (?:krav|demands|requirements)(?= (?:til|på|on|to) )|(?:højeste|høyeste|högsta|highest) (?:niveau|nivå|level)|full command|fuldt ud|full ut|expert\w*|ekspert\w*|suveræn\w*|suveren\w*|suverän\w*|fejlfri\w*|feilfri\w*|felfri\w*|flawless\w*|topniveau|toppnivå|mastery|flyt|flyd|nuance[dr]\w*|nyanser\w*|korrekt|correct(?:ly)?|(?:uden|uten|utan) (?:fejl|feil|fel)\b|without (?:errors|mistakes)|error-free|ledigt|obesvära\w*|ubesvært|uanstrengt|glimrende|lysande|knivska?rp\w*|knivskar[pv]\w*|(?:uden|uten) tøven|utan (?:att )?tvek\w*|til fingerspissene|til fingerspidserne|ut i fingerspetsarna|fejlfrit|feilfritt|felfritt|elegant\w*|superior|høj klasse|en sikker pen|proficient|proficiency level c\d|brilliant\w*|topp (?:engelsk|norsk|svensk|dansk)\w*|fluid\w*|fließende?|verhandlungssicher\w*|(?:uttrykke?r?|udtrykke?r?|uttrycke?r?|express) (?:deg|dig|yourself) (?:fritt|frit|freely)|(?:ska|skal|skall|måste|må|must) (?:sitta|sitte|sidde)|(?:på|i) ryg(?:g)?(?:raden|marven|märgen|margen)|ryggmärgen|ryggmargen|til fulde|til fulle|till fullo|verhandlungssicher|fließend"),
    (Level.B2, r"(?<!\bså )(?<!\bso )god[te]?(?! at (?:have|kunne)| å (?:ha|kunne)|(?: nok| nog| enough))|(?<!\bså )goda|gott(?! att (?:ha|kunna)| nog)|(?<!\bso )good(?! to (?:have|know)| enough)|väl(?! nog)|vel(?! nok)|solid\w*|habil\w*|working knowledge|proficiency|arbejdskendskab|arbeidskunnskap\w*|arbetskunskap\w*|sikkert?|säkert?|sikre|säkra|trygg?t?|trygge|trygga|comfortable|confident(?:ly)?|at ease|bekväm\w*|stødig\w*|stø|sound|"
     r"arbejdsniveau|arbeidsnivå|arbetsnivå|working level|(?<!\bså )(?<!\btillräckligt )bra(?! (?:att|å) (?:ha|kunn)| nok| nog| om\b| hvis\b)|(?<!as )(?<!so )well(?! as\b| enough)|working proficiency|upper[- ]intermediate|gute?|independent user|profes(?:sion|jon)(?:al(?:ly)?|ell?t?|elle|ella)(?! fluency)"),
    (Level.B1, r"konversation\w*|konversasjon\w*|conversational\w*|samtale\w*|samtals\w*|intermediate|mell(?:em|om|an)(?:[- ]?(?:niveau|nivå|god|bra)\w*|(?=\s*(?:[.,;)/|]|$)))|middel\w*|middels|"
     r"(?:forstå|förstå|understand)\w*(?: jag| jeg)?(?: næsten| nästan| nesten| almost| nearly)? (?:alt|allt|alting|allting|everything|all|det meste|det mesta|most)|"
     r"hverdags(?!spr)\w*|kvardags\w*|vardags(?!spr)\w*|vardaglig\w*|everyday(?! language)|dagligtale|daglig tale|dagligtal|dagligt tal|"
     r"klare[r]? (?:mig|dig|meg|deg|seg|sig)|(?:klarar?|reder) (?:(?:jag|du) )?(?:mig|mej|dig|dej|sig)(?: bra| fint| hyfsat)?|klarer? (?:jeg |du )?(?:meg|mig|deg|dig|seg|sig)(?: bra| fint| godt| greit)?|(?:I|i) manage|get(?:ting)? by|can manage|(?:hold|have|carry on|føre|føra|föra|holde|hålla) (?:a |en |et |ett )?(?:conversation|samtal\w*|konversa\w*)|manage(?=(?: in)?\s*(?:$|[.,;)]|\s{2}))|manage (?:fine|okay|ok|everyday|daily|day[- ]to[- ]day|at work)|(?:klarer|klarar|klare|klara) (?:hverdagen|vardagen|dagligdagen|det daglige)|begå (?:mig|dig|sig|meg|deg|seg)|"
     r"(?:gøre|gør) (?:mig|dig|sig) forståelig|(?:så|so|such that)(?: (?:at|att|that))? (?:vi|we|alle|everyone) (?:forstår|förstår|(?:can )?understand) (?:hinanden|hverandre|varandra|varann|each other|one another|dig|deg|you)|(?:gjøre|gjør) (?:(?:jeg|du) )?(?:meg|deg|seg) forst\w+|(?:göra|gör) (?:(?:jag|du) )?(?:mig|dig|sig) förstådd|make (?:yourself|myself) understood|"
     r"(?:følge|følger|følgje|följa|följer|follow) (?:med )?(?:i )?(?:et|ett|en|a|the)? ?(?:møde|møte|möte|meeting|samtale|samtal|conversation)\w*|hänga med i (?:ett |en )?\w+|intern(?:t|al)? (?:bruk|brug|use)|"
     r"rimelig\w*|hæderlig\w*|nöjaktig\w*|nøjagtigt nok|acceptab\w*|øve(?:t|de)|functional|workable|skaplig\w*|brugbar\w*|fair|reasonabl[ey]|noenlunde|någotsånär|hygglig\w*|nokså god\w*|ganske god\w*|sisådär|brukbar\w*|användbar(?= )|(?:middle|middle[- ]of[- ]the[- ]road|medium|average) level|serviceable|rimligt?|mellanstadi\w*|so[- ]so|decent|passable|medel\w*|gymnasieniveau|gymnasienivå|så som så|sådär|så lala|sånn passe|brugerniveau|brukernivå|så(?: at| att)? det (?:går|funkar|fungerar|fungerer)|hyfsa[dt]\w*|greie (?=\w*kunnskap)|nogenlunde|någorlunda|vardagsnivå|hverdagsnivå|hverdagsniveau|everyday level"),
    (Level.A2, r"(?:byggeplads|byggeplass|bygg|værksteds?|verksteds?|verkstads?|lager|gulvs?|golvs?|køkken|kjøkken|köks?|restaurant|restaurang|turist|ferie|semester|pub|bar|menukort)(?:s)?[- ]?(?:niveau|nivå|dansk|svenska|norsk|engelska?|polska?)|(?:(?:building|construction)[- ]site|site|shop[- ]floor|workshop|kitchen|restaurant|tourist|holiday|pub|menu)[- ]level|(?:forstå|förstå|understand)\w*(?: jag| jeg)?(?: en del| lidt| litt| lite| noget| noe| något| some| a little| a bit|[^,;.]{0,16}\b(?:langsomt|sakte|långsamt|slow\w*))|grundlæggende|grunnleggende|grundläggande|basics?\w*|basis\w*|elementary|elementær\w*|elementär\w*|kaffe\w*|coffee|småsnak\w*|hyggesnak\w*|småprat\w*|"
     r"small[- ]?talk|lunsj(?:norsk|prat|snakk)\w*|lunch(?:svenska|prat)\w*|frokost(?:dansk|snak)\w*|fika(?:svenska|prat|snack)\w*|(?:turist|tourist|overlevelses|överlevnads)[- ]?(?:niveau|nivå|level|language|sprog|språk)\w*|survival (?:level|language)|bristfällig\w*|mangelfuld\w*|mangelfull\w*|skoletysk|skolefransk|skoleengelsk|skolespansk|a bit(?: of)?(?! rusty)|en smule|en smula|begrænse\w*|begrense\w*|begräns\w*|knagglig\w*|gebrok\w*|broken|hakkende|lidt|litt|lite|some|noget|noe|något|enkelt?|simple|limited|little|hjälplig\w*|nødtørftig\w*|kun det nødvendigs?te?|dårlig\w*|dåligt?|svagt?|svakt?|weak|poor\w*|hyggeniveau|basal\w*|grunder(?:na|ne)?|(?:kunn[ea]|kan|know|knowing) (?:bare |bara |kun |just |only )?(?:lidt|litt|lite|a little|a bit)(?: a[fv]| of)?|overlevels\w*|survival|folkeskoleniveau|skolnivå|skoleniveau|skole?kun(?:d|n)?skap\w*|skolekundskab\w*|skol(?:e)?(?:tysk|fransk|engelsk|spansk)\w*|school level|"
     r"(?:kun |bare |only )?(?:fra|från|from|på|i|at) (?:skolen|skolan|school)"),
    (Level.A1, r"(?:(?:kun|bare|only|just|endast|bara) )?(?:(?:enkelte|(?:noen|nogle|några|nån|nogen)(?: få| enkla| enkle)?|et par|ett par|en håndfuld|en håndfull|en handfull|a few|a couple of|a handful of|single|isolated) (?:\w+ )?(?:ord|gloser|glosor|fraser|sætninger|setninger|meningar|words?|phrases|sentences)|a handful of|en håndfuld|en håndfull|en handfull)|(?:begynder|begynner|nybörjar|grund|introduktions)kurs\w*|begynder\w*|nybegynder\w*|nybegynner\w*|nybörjar\w*|beginner\w*|novice|beg(?=\.?\s*[),;])"),
)  # fmt: skip
_SPOKEN = r"tale?|muntlige?|muntligt|mundtlige?|mundtligt|spoken|verbal(?:ly)?|oral(?:ly)?|speaking|speech|speak|tala|talar|taler|snakke|snakker|prata|pratar|ord|tal"
_WRITTEN = r"skrift|skriftlige?|skriftligt|written|writing|write|skrive|skriver|skriva"
_PAIR = r"\s*(?:,?\s*(?:og|och|and|som|såvel som|såväl som|as well as|eller|or)\b|&|/)\s*(?:(?:framför allt|især|særligt?|särskilt|først og fremst|først og fremmest|i synnerhet|ikke mindst|ikke minst|inte minst|especially|above all|not least)\s+)?(?:(?:i|in|på)\s+)?"
MODE = re.compile(  # written and spoken: both are used, which takes a firm command
    rf"(?:\b(?:både|såväl|såvel|både|both)\s+)?(?:\b(?:i|in)\s+)?\b(?:(?:{_SPOKEN}){_PAIR}(?:{_WRITTEN})|(?:{_WRITTEN}){_PAIR}(?:{_SPOKEN}))\b",
    re.IGNORECASE,
)
GRADED_MODE = re.compile(  # "B2 skriftlig", "(B2) in writing", "muntlig: C1"
    rf"\b(?P<code>[ABC][12])\b\+?\)?\s*(?:(?:i|in)\s+)?(?:{_SPOKEN}|{_WRITTEN})\b|\b(?:{_SPOKEN}|{_WRITTEN})\b\s*[:(–-]?\s*(?P<code2>[ABC][12])\b",
    re.IGNORECASE,
)
INFORMAL = re.compile(
    r"kaffe\w*|coffee|lunsj\w*|lunch\w*|frokost\w*|\bfika\w*|kantin\w*|canteen\w*|pausen|pauserne|pausene|rasten|hyggesnak\w*|small[- ]?talk|småsnak\w*|småprat\w*|(?:uformel|informel|informal)\w*(?! (?:tone|miljø|miljö|kultur|stem|omgang|arbe|atmo|cult|work|env))|"
    r"\b(?:sosialt?|sosiale|socialt?|sociale|sociala|socially)\b",
    re.IGNORECASE,
)
# Studieprøven and Prøve i Dansk 1–3: executive order on Danish courses for adults. Bergenstest: test at B2–C1 for admission
# to Norwegian universities. TISUS: Stockholm University. SFI C and D: Swedish National Agency for Education.
# IELTS, TOEFL iBT, TOEIC, JLPT and HSK: the tables of their owners.
TESTS: tuple[tuple[Level, re.Pattern[str]], ...] = tuple(
    (level, folded(pattern))
    for level, pattern in (
        (
            Level.C2,
            r"\bielts\D{0,12}(?:8[.,]5|9(?:[.,]0)?)\b|\bcertificate of proficiency in english\b|\bcambridge (?:english: )?proficiency\b|\bCPE\b|\bhsk\s*-?6\b",
        ),
        (
            Level.C1,
            r"\bstudieprøven?\b|\btisus\b|\bielts\D{0,12}(?:7(?:[.,]\d)?|8(?:[.,]0)?)\b|\b(?:7(?:[.,]\d)?|8(?:[.,]0)?) (?:på|on|in|i) (?:the )?ielts\b|\bcertificate in advanced english\b|\bcambridge (?:english: )?(?:advanced|certificate in advanced)\b|\bCAE\b|\bmodule?\s*6(?:\.\d)?\b"
            r"|\btoefl\D{0,24}(?:9[5-9]|1[01]\d|120)\b|\btoeic\D{0,6}9[4-9]\d\b|\b(?:jlpt\W*)?n1\b|\bhsk\s*-?5\b",
        ),
        (
            Level.B2,
            r"\b(?:prøve i dansk|PD|dansk)\s*3\b|\bbergenstest\w*|\bengelska [67]\b|\bfirst certificate\b|\bcambridge (?:english: )?first\b|\bFCE\b|\bielts\D{0,12}(?:5[.,]5|6(?:[.,]\d)?)\b"
            r"|\btoefl\D{0,12}(?:7[2-9]|8\d|9[0-4])\b|\btoeic\D{0,6}(?:78[5-9]|79\d|8\d\d|9[0-3]\d)\b|\b(?:jlpt\W*)?n2\b|\bhsk\s*-?4\b",
        ),
        (
            Level.B1,
            r"\b(?:prøve i dansk|PD)\s*2\b|\bmodule?\s*[345](?:\.\d)?\b|\bsfi[- ](?:(?:kurs|course) )?d\b|\bengelska 5\b|\b(?:spanska|tyska|franska|moderna språk) steg 5\b|\bielts\D{0,12}(?:4(?:[.,]\d)?|5(?:[.,]0)?)\b|\btoefl\D{0,12}(?:4[2-9]|5\d|6\d|7[01])\b|\b(?:jlpt\W*)?n3\b|\bhsk\s*-?3\b",
        ),
        (
            Level.A2,
            r"\b(?:prøve i dansk|PD)\s*1\b|\bmodule?\s*2(?:\.\d)?\b|\bsfi[- ](?:kurs )?c\b|\b(?:jlpt\W*)?n4\b|\bhsk\s*-?2\b",
        ),
        (
            Level.A1,
            r"\bmodule?\s*1(?:\.\d)?\b|\bsfi[- ](?:kurs )?[ab]\b|\b(?:jlpt\W*)?n5\b|\bhsk\s*-?1\b",
        ),
    )
)
# What only a CV says so: of an ad's "home" and "work" it would tell nothing.
HELD_WORDS: tuple[tuple[Level, str], ...] = (
    (Level.C1, r"videnskabelig\w*|vitenskapelig\w*|vetenskaplig\w*|scientific\w*|academic\w*|akademisk\w*|(?:uden|uten|utan|without|no|ingen|næsten ingen|hardly any) (?:(?:an|a|en|hørbar|hörbar|noticeable|any) )?(?:accent|aksent|brytning)|accent(?:fri|-?free)\w*|aksentfri\w*|"
     r"(?:topkarakter|toppkarakter|mvg)\w*|6['’]?er|sekser"),
    (Level.C2, r"m(?=\))|(?:fra|från|from|since|siden|sedan|sidan) (?:(?:tidlig|early|min|my) )?(?:barndom\w*|barnsben|barnsbein|childhood|birth|fødsel\w*|fødslen|födsel\w*|kindergarten|børnehave\w*|barnehage\w*|förskola\w*|dagis|jeg var (?:lille|liten|barn)|jag var (?:liten|barn)|i was (?:a child|a kid|little|small|born))|barndomshjem\w*|childhood home|selvfølgelig(?=\s*(?:$|[.,;)]))|självklart(?=\s*(?:$|[.,;)]))|naturligvis(?=\s*(?:$|[.,;)]))|of course(?=\s*(?:$|[.,;)]))|er mit eget|er mitt eget|är mitt eget|(?:mitt|mit|mine|mitt eget|mit eget)(?=\))|"
     r"(?:fader|fars|moders|mors)spr[oå][gk]|opvokset med|vokset op med|vokst opp med|växt upp med|växte upp med|voksede op med|vokste opp med|raised with|raised in|raised speaking|heritage(?: speaker)?|born with(?: it)?|født (?:ind i|inn i|med)|född med|(?:moders?|mors)(?:mjölk\w*|mælk\w*|melk\w*)|mother's milk|"
     r"oppvokst med|uppvuxen med|uppväxt med|grew up (?:with|speaking)|grown up with|(?:moderm|morsm|modersm|mors|mor)(?=\s*[.)]?\s*(?:$|[,;/|]))|(?:min |med )?(?:\w+)?dialekt\w*|(?:på )?(?:sunnmørsk|trøndersk|bergensk|nordnorsk|stavangersk|sørlandsk|vestlandsk|skånska|gotländska|norrländska|göteborgska|sønderjysk|jysk)"),
    (Level.B2, r"jobbruk|jobbrug|professionally|"
     r"(?:bruger|bruker|använder|anvender|use|used|using) (?:det |it |them )?(?:professionelt|profesjonelt|professionellt)"),
    (Level.B1, r"(?:i |in |til |till |for )?(?:dagligt? (?:brug|bruk|tale|tal)|daily use|day-to-day use|daily life|dagliglivet)|(?:kan|can|able to)? ?(?:klare|klarer|klara|klarar|manage|handle|føre|holde|ha|have|hold) (?:en |et |ett |a )?(?:samtal\w*|conversation\w*|telefonsamtal\w*)|kommunikativ\w*|communicative|ok|okay|okej|(?<!holder )(?<!håller )fint?|greit?|fine"),
    (Level.A2, r"husbruk|husbehov|til nød|nödtorftig\w*|turist\w*|tourist\w*|ferie\w*|semester\w*|"
     r"(?:skriver|skrive|skriva|writing|write|skriftlig\w*) (?:(?:er |är |is |det |it )?(?:dårlig\w*|dålig\w*|bad(?:ly)?|poor(?:ly)?|weak|svag\w*|svak\w*))|rusten grund\w*"),
    (Level.A1, r"høflig\w*|hövlig\w*|artighets\w*|politely|polite phrases|phrases|fraser|glosor|gloser|(?:kun |bare |only |just |bara |endast )(?:\w+[- ])?(?:ord|words?)|(?:kan |can )?(?:say|sige|si|säga) (?:hej|hei|hi|hello|goddag|god dag|tak|takk|tack|thanks?)|"
     r"(?:lige|nettopp|precis|nyligen|just|recently|netop|nylig) (?:begyndt|begynt|börjat|startet|startat|started|begun)|started learning|er i gang med at lære|holder på å lære|håller på att lära|just learning|duolingo"),
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
ANYWHERE: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        Level.B1,
        folded(
            r"\b(?:så|so|such that)(?: (?:at|att|that))? (?:vi|we|alle|alla|everyone|kollega\w*|kolleger\w*) (?:kan |can )?(?:forstår?|förstår?|understand) (?:hinanden|hverandre|varandra|varann|each other|one another|dig|deg|you)\b"
            r"|\b(?:gøre|gjøre|göra|make) (?:mig|dig|sig|meg|deg|seg|myself|yourself) (?:forst\w+|först\w+|understood)\b"
        ),
    ),
)
UNHEARD = folded(  # that it is not the mother tongue: "nobody hears my accent"
    r"\b(?:ingen|nobody|no one|no-one|sjældent|sjelden|sällan|rarely|seldom|hardly|aldri?g?|never|few people|people do not|people don't|folk \w+ ikke)\b[^.;]{0,30}\b(?:hør\w*|hear\w*|hör\w*|opdag\w*|oppdag\w*|upptäck\w*|notic\w*|märk\w*|mærk\w*|merk\w*|accent\w*|aksent\w*|brytning|foreigner|udlænding|utlending|utlänning)\b"
    r"|\b(?:taken for|pass(?:es)? (?:for|as)|mistaken for|tages for|tas for|tror (?:at |att )?(?:jeg|jag) (?:er|är)) (?:en |a )?(?:dansk\w*|norsk\w*|nordmann|svensk\w*|dane|swede|norwegian|native|local|indfødt|infødt|innfødt|infödd)"
)
HELD_ANYWHERE: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        Level.B2,
        folded(
            r"\b(?:skriver|skrev|write|wrote|skrive|skriva|håller|holder|hold|leder|led|lead|give|giver|ger)\b[^.;]{0,25}\b(?:rap+ort\w*|report\w*|dokument\w*|document\w*|journal\w*|presentation\w*|præsentation\w*|presentasjon\w*|möten|møder|møter|meetings)"
        ),
    ),
    (
        Level.A2,
        folded(
            r"\b(?:writing|skriv\w*|skriftlig\w*) (?:is |it |er |är |det )?(?:bad\w*|poor\w*|weak|dårlig\w*|dålig\w*|svag\w*|svak\w*)|\b(?:weather|vejret|været|vädret)\b"
        ),
    ),
)
_SKILL = rf"(?:{_SPOKEN}|{_WRITTEN}|læser?|läser?|les[ea]r?|lesing|läsning|læsning|read(?:ing)?|reads|speaks|writes|lytte|listening|understand(?:s|ing)?|forstår|förstår|förståelse|forståelse)"
SKILL_BEFORE = re.compile(
    rf"\b{_SKILL}\b[\s:(–=-]*(?:(?:er|är|is|it|det|jeg|jag|I|kun|bare|only|just|bara|a)\s+)*$", re.IGNORECASE
)
SKILL_BEHIND = re.compile(
    rf"\s*\(?(?:i |in |at |til |på )?{_SKILL}\b(?!\s*(?:og|och|and|&|/))", re.IGNORECASE
)
UNDERSTANDS = re.compile(
    r"\b(?:forstår?s?|förstår?s?|understand(?:s|ing)?|understood|forståelse|förståelse|læse[rs]?|lese[rs]?|läs(?:er|a|s)?|reads?|reading)\b",
    re.IGNORECASE,
)
SPEAK_OR_WRITE = re.compile(
    r"\b(?:tale|taler|tala|talar|snakke|snakker|prata|pratar|speak|skrive|skriva|write|writing|speaking|(?:gøre|gjøre|göra|make) \w+self|(?:gøre|gjøre|göra|gør|gjør|gör) (?:mig|dig|meg|deg))\b(?!\s+(?:det\s+|it\s+)?(?:ikke|inte|ikkje|not|ej|nødig)\b)",
    re.IGNORECASE,
)
FILLED, EMPTY = "★⬛●■█▮⬤◆▓✮✭✦⭐♦⚫▰◼•🟢🔵🟣🟠🟡🔴🟩🟦🟪🟧🟨🟥", "☆○□░▯◯◇✩▱◻⚪◦⬜"
SCALE = re.compile(  # "★★★☆☆", "● ● ○", "***", "4/5", "80 %", once or for each skill
    rf"[\s:|–—-]*(?:(?:nivå|niveau|level)\s)?(?:(?P<marks>[{FILLED}](?:\s?[{FILLED}])+(?:\s?[{EMPTY}])*|[{FILLED}](?:\s?[{EMPTY}])+|[★⭐](?=\s*$|\s{{2}}))|(?<=\s)(?P<stars>\*{{2,6}})(?![*\w])"
    r"|\(?(?P<got>\d{1,2})\s*(?:/|of|out of|av|ud af|af)\s*(?P<total>10|[3-9])\b\)?|(?P<percent>\d{2,3})\s*%)"
)
POINTS = re.compile(  # "Danish 5, German 2 (scale 1-5)"; "in per cent: Swedish 100, Russian 20"
    r"(?:\b(?:scale|skala)\b\D{0,8}|\()[01]\s*(?:-|–|to|til|till)\s*(?P<total>\d{1,2})\b|(?P<percent>\bper ?cent\b|\bprocent\b|\bprosent\b)",
    re.IGNORECASE,
)
POINT = re.compile(r"[\s:=]{0,3}(\d{1,3})\b")
FEW = 3  # skills
MARKS = 5  # on a scale that shows no empty marks


@dataclass(frozen=True, slots=True)
class Cue:
    """A level and the characters (of the searched text) that say it."""

    level: Level
    start: int
    end: int


def stated(text: str, start: int, end: int) -> Cue | None:
    """
    The level given as a code: the lower of a range or of up to three skills, but of the two columns of a table the
    better; of the five skills of Europass the middle one.
    """
    codes = list(CODE.finditer(text, start, end))
    if not codes:
        return None
    levels = sorted((Level(match[1].upper()) for match in codes), key=lambda level: level.number)
    columns = len(codes) == 2 and not text[codes[0].end() : codes[1].start()].strip(" \t|")
    place = 1 if columns else 0 if len(levels) <= FEW else (len(levels) - 1) // 2
    return Cue(levels[place], codes[0].start(), codes[-1].end())


def stated_by_mode(text: str, start: int, end: int) -> list[Cue]:
    """The two levels of "B2 written, C1 spoken"; none if they are the same, or more."""
    found = list(GRADED_MODE.finditer(text, start, end))
    if len(found) != 2 or len(CODE.findall(text, start, end)) != 2:
        return []
    cues = [Cue(Level((match["code"] or match["code2"]).upper()), *match.span()) for match in found]
    return cues if cues[0].level is not cues[1].level else []


def scaled(text: str, start: int, end: int) -> Cue | None:
    """The level of a scale right at the start: stars, dots, bars, "4/5", "80 %"; of several columns the lowest."""
    numbers: list[float] = []
    position = start
    while match := SCALE.match(text, position, end):
        numbers.append(_number(match))
        position = match.end()
    if not numbers:
        return None
    number = int(min(numbers) + 0.5)
    return Cue(list(Level)[min(max(number, 1), 6) - 1], start, position)


def pointed(text: str, end: int) -> Cue | None:
    """The level of a number right behind a name, where the line says what it is a number of."""
    scale, point = POINTS.search(text), POINT.match(text, end)
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


def tested(text: str, start: int, end: int) -> Cue | None:
    """The level of a test that is named."""
    lower = fold(text)
    for level, pattern in TESTS:
        match = pattern.search(lower, start, end)
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
    if held:  # first, as of two at one place the first is taken
        cues[:0] = [
            Cue(HELD_WORDS[int(match.lastgroup[1:])][0], *match.span())
            for match in HELD_COMPILED.finditer(text, start, end)
            if match.lastgroup
        ]
        cues.sort(key=lambda cue: (cue.start, -cue.end))
    return cues


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
