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
# strongest first where two of them could match the same words
WORDS: tuple[tuple[Level, str], ...] = (
    (Level.A2, r"pre-intermediate|let(?:tere)?[- ]?øve(?:t|de)|(?:manage|klarer?|klarar|klara)(?: (?:jeg|jag|du))? (?:a bit of |lidt |litt |lite )?(?:small[- ]?talk|småsnak\w*|småprat\w*|kallprat\w*|(?:en |a )?fika\w*|kaffe\w*|lunsjprat\w*)"),
    (Level.C1, r"native[- ]like|(?:som|as if) (?:var|vore|var det|it were|er det)(?: det)? (?:dit|ditt|your|sit|sitt|mit|mitt) (?:eget |own )?(?:sprog|språk|language|modersm\w+|morsm\w+)|great(?= (?:\w+ ){0,2}(?:skills|command|english|danish|norwegian|swedish|german)\b)|(?:skarp|vass|sharp) penn?a?|pen must be sharp|rik(?= svenska)|rigt(?= dansk)|til fulde|fuldstændigt?|fullstendig|fullständigt|completely|(?:modersmåls|morsmåls)(?:l[ie][gk]n\w+|nära|nær\w*)|near[- ]nativ\w*|(?:næsten|nesten|nästan|almost|close to|nærmest|närmast|nær|nära|nearly|virtually|practically|tilnærmet|tilnærmelsesvis|bortimot|tæt på|tett på|nära på|nästintill) (?:på |som |at |till )?(?:et |ett |a |my |mit |mitt )?(?:modersm\w+|morsm\w+|nativ\w+|mother[- ]tongue|bilingual|tospr\w+|tvåspr\w+|dobbeltspr\w+)|(?:som|as) (?:mit |mitt |my )?(?:førstesprog|førstespråk|förstaspråk|first language) (?:på|i|at|in)\b"),
    (Level.C2, r"indfødt\w*|infødt\w*|innfødt\w*|infödd\w*|modersm[åa]l\w*|morsm[åa]l\w*|nativ(?:e(?!ly)|es|[oa])|mother[- ](?:tongue|language)s?|tosprog\w+|tospråk\w+|tvåspråk\w+|bilingual|"
     r"muttersprach\w*|(?:mit |mitt )?(?:first languages?|første ?sprog\w*|första ?språk\w*|første ?språk\w*)|lengua materna|língua materna|langue maternelle|móðurmál|dobbeltsprog\w*|trespråk\w*|trilingual|tresproget|(?:fødsels|modersmåls|morsmåls)[- ]?(?:niveau|nivå)"),
    (Level.B2, r"profession\w* (?:arbets|arbejds|arbeids)?niv\w+|profesjon\w* (?:arbeids)?niv\w+|professional(?: working| level)|full working|(?:business|affärs|forretnings)[- ]?(?:level|s?prog|språk|niveau|nivå|english|engelsk\w*)|business(?! fluent)"),
    (Level.B1, r"limited working(?: proficiency| knowledge)?|limited professional(?: proficiency)?|(?:begrenset|begrænset|begränsad) (?:arbeids|arbejds|arbets|profes(?:j|s)(?:ion|on)el+)\w*(?: \w*(?:ferdighet\w*|færdighed\w*|färdighet\w*|nivå|niveau))?"),
    (Level.C1, r"flydende|flytende|flytande|fluent\w*|fluency|fly[td]ene|flyttande|flyter(?: på)?|obehindra\w*|ubesvær\w*|uhindre\w*|excellent|exceptional\w*|outstanding|superb|med (?:lethed|letthet|lätthet)|uden (?:større |nævneværdige |nogen )?(?:besvær|problemer|vanskeligheder|anstrengelse\w*)|uten (?:større |nevneverdige |noen )?(?:besvær|problem(?:er)?|vanskelighet\w*|vansker|anstrengelse\w*)|utan (?:större |några |minsta )?(?:problem|svårighet\w*|besvär|ansträngning\w*)|without (?:any |great |much )?(?:difficult\w*|problems?|trouble|effort|strain)|with ease|går (?:helt )?a[fv] s(?:eg selv|ig selv|ig själv)|comes? natural(?:ly)?|prikkfri\w*|pletfri\w*|fläckfri\w*|plettfri\w*|publi[csk]\w*bart?|publishable|effortless\w*|perfect\w*|negotiation(?:s)?[- ](?:level|grade|standard)|negotiating(?= in (?:it|them)| level)|fremragende|utmerke\w*|"
     r"utmärk\w*|perfekt\w*|impeccable|(?:meget|særdeles|svært|veldig|mycket|väldigt|very|really|rigtig|riktigt?|særlig|mkt|mkt\.|virkelig|verkligen|usædvanligt?|uvanlig|ovanligt|extremely|exceptionally) (?:god|good|well|bra|gott|väl|vel|strong|stærk|sterk|sikker|säker|trygg?|högt?|høj|høy)\w*|"
     r"advanced|avancere\w*|avansert\w*|avancera\w*|f[oö]rhandlings?[- ]?(?:niveau|nivå|sikk\w*|säk\w*|d[yu]\w*t\w*|van\w*|klar\w*|plan|bar(?!t)\w*)|full professional(?: proficiency)?|ful[dl]t? profes(?:sion|jon)e[lr]\w*|akademiskt? (?:niveau|nivå)|academic level|(?:cand\.?|skrift- (?:og|och) tale?)-?(?:niveau|nivå)|"
     r"(?:højt|høyt|hög|high|høj|høy) (?:fagligt? |språkligt? |sprogligt? |faglig |skriftligt? |mun(?:d)?tligt? |profesjonelt |professionelt |professionell |professional |akademiskt? |academic )?(?:niveau|nivå|level|proficiency)|(?:høje|høye|höga|high) (?:krav|demands|requirements)(?= (?:til|på|on|to) )|(?:højeste|høyeste|högsta|highest) (?:niveau|nivå|level)|udmærke\w*|full command|fuldt ud|full ut|expert\w*|ekspert\w*|suveræn\w*|suveren\w*|suverän\w*|fejlfri\w*|feilfri\w*|felfri\w*|flawless\w*|topniveau|toppnivå|mastery|flyt|flyd|korrekt|(?:uden|uten|utan) (?:(?:en|en eneste|ett|nogen|noen|några) )?\w*(?:fejl|feil|fel)\b|without (?:(?:any|a|spelling|grammatical) )*(?:errors?|mistakes?)|error-free|ledigt|obesvära\w*|ubesvært|uanstrengt|glimrende|lysande|knivska?rp\w*|knivskar[pv]\w*|(?:uden|uten|utan) (?:tøven|nøling|att tveka|å nøle|at tøve)|(?:uden|uten|utan|without) (?:at lede|å lete|att leta|having to search|searching|looking) (?:efter|etter|for) (?:the |your )?(?:ord\w*|words)|utan (?:att )?tvek\w*|uden at (?:skulle |behøve at )?tænke|uten å (?:måtte |skulle )?tenke|utan att (?:behöva |måsta )?tänka|without (?:having to think|thinking)|(?:like|lika|lige) (?:så )?ledig|til fingerspissene|til fingerspidserne|ut i fingerspetsarna|fejlfrit|feilfritt|felfritt|elegant\w*|superior|høj klasse|en sikker pen|proficient|proficiency level c\d|brilliant\w*|topp (?:engelsk|norsk|svensk|dansk)\w*|fluid\w*|fließende?|verhandlungssicher\w*|(?:uttrykke?r?|udtrykke?r?|uttrycke?r?|express) (?:deg|dig|yourself) (?:fritt|frit|freely)|(?:ska|skal|skall|måste|må|must) (?:\w+ )?(?:flyta|flyte|flyde)|(?:på|i) ryg(?:g)?(?:raden|marven|märgen|margen)|ryggmärgen|ryggmargen|til fulde|til fulle|till fullo|verhandlungssicher|fließend"),
    (Level.B2, r"stærke?|sterke?|starka?|strong(?! (?:accent|dialect|plus|advantage|merit|preference|interest|wish|asset))|ful[dl]god\w*|fullgott|fortrolig(?= med (?:det|den|dem|begge|at (?:tale|skrive|bruge)|sproget|både|\w*(?:dansk|engelsk|tysk|norsk|svensk|fransk|spansk|polsk)))|fortrolig(?=\s*[.,;]|\s*$)|hjemmevan[dt]\w*|hemmastadd\w*|(?:at home|hjemme|hemma)(?= (?:in|i|på) (?:(?:both|både|begge|det|it) ?)?\w*(?:dansk|norsk|svensk|engelsk|tysk|fransk|polsk|danish|norwegian|swedish|english|german|french|polish|begge|both|it|det)\b)|(?:har|have) det (?:godt|fint|bra) med|pæn(?:t|e)?(?= \w*(?:dansk|engelsk|tysk|norsk|svensk)\w*)|pent(?= (?:norsk|engelsk))|(?<!\bså )(?<!\bso )(?<!\blige )(?<!\blike )god[te]?(?! at (?:have|kunne)| å (?:ha|kunne)|(?: nok| nog| enough))|(?<!\bså )goda|gott(?! att (?:ha|kunna)| nog)|(?<!\bso )good(?! to (?:have|know)| enough)|(?<=\bso )good(?= \w+ (?:is|are|skills|knowledge|command|will|would|must)\b)|(?<=\bså )(?:god[et]?|goda|bra)(?= \w+ (?:er|är|kreves|krävs|kræves|må|skal|ska|måste|trengs|behövs)\b)|ordentlig\w*|(?<!let)(?<!lett)(?<!lettere)(?<!u)øve(?:t|de)|väl(?! nog)|vel(?! nok| som\b)|solid\w*|habil\w*|working knowledge|proficiency|arbejdskendskab|arbeidskunnskap\w*|arbetskunskap\w*|sikkert?|säkert?|sikre|säkra|trygg?t?|trygge|trygga|comfortabl[ey]|komfortab\w*|confident(?:ly)?|at ease|bekväm\w*|stødig\w*|stø|sound|"
     r"arbejdsniveau|arbeidsnivå|arbetsnivå|working level|(?<!\bså )(?<!\blika )(?<!\btillräckligt )bra(?! (?:att|å) (?:ha|kunn)| nok| nog| om\b| hvis\b)|(?<!as )(?<!so )(?<!may )(?<!might )well(?! as\b| enough)|working proficiency|upper[- ]intermediate|gute?|independent user|profes(?:sion|jon)(?:al(?:ly)?|ell?t?|elle|ella)(?! fluency)"),
    (Level.B1, r"konversation\w*|konversasjon\w*|conversational\w*|samtale(?=\s*\))|samtal(?=\s*\))|samtale(?:niv|dansk|norsk|svensk|engelsk|spr|ferd|færd)\w*|samtals(?:niv|svensk|engelsk|spr)\w*|ok(?:ay|ej)?(?= (?:(?:written|spoken|oral|muntlig\w*|mundtlig\w*|skriftlig\w*) )?(?:danish|norwegian|swedish|english|german|french|dansk|norsk|svenska?|engelska?|tyska?|fransk)\b)|intermediate|mell(?:em|om|an)(?:[- ]?(?:niveau|nivå|god|bra)\w*|(?=\s*(?:[.,;)/|]|$)))|middel\w*|middels|grei(?:t|e)(?= (?:norsk|dansk|svensk|engelsk|tysk|fransk|polsk)\w*)|"
     r"(?:let|lett|lätt)?forståel[ei]g(?:t|e)?(?! nok)|lättförståelig\w*|förstålig\w*|förståelig(?:t|a)?(?! nog)|begripe?lig(?:t|e|a)?(?! nok| nog)|forståelegt?|understandabl[ey]|comprehensibl[ey]|intelligibl[ey]|tilfredsstillende|tillfredsställande|satisfactory|hverdags(?!spr)\w*|kvardags\w*|vardags(?!spr)\w*|vardaglig\w*|everyday(?! language)|dagligtale|daglig tale|dagligtal|dagligt tal|"
     r"klare[r]? (?:mig|dig|meg|deg|seg|sig)(?! med (?:et|ett|én|en) a[fv]\b)|(?:klarar?|reder) (?:(?:jag|du) )?(?:mig|mej|dig|dej|sig)(?: bra| fint| hyfsat)?|klarer? (?:jeg |du )?(?:meg|mig|deg|dig|seg|sig)(?! med (?:et|ett|én|en) a[fv]\b)(?: bra| fint| godt| greit)?|(?:I|i) manage|get(?:ting)? by|can manage|(?:hold|have|carry on|føre|føra|föra|holde|hålla) (?:a |en |et |ett )?(?:conversation|samtal\w*|konversa\w*)|manage(?=(?: in)?\s*(?:$|[.,;)]|\s{2})| (?:in )?(?:english|danish|norwegian|swedish|german|polish)\b)|manage (?:fine|okay|ok|everyday|daily|day[- ]to[- ]day|at work)|(?:klarer|klarar|klare|klara) (?:hverdagen|vardagen|dagligdagen|det daglige)|begå (?:mig|dig|sig|meg|deg|seg)|"
     r"(?:gøre|gør) (?:mig|dig|sig) forståelig|(?:gjøre|gjør) (?:(?:jeg|du) )?(?:meg|deg|seg) forst\w+|(?:göra|gör) (?:(?:jag|du) )?(?:mig|dig|sig) förstådd|make (?:yourself|myself) understood|"
     r"intern(?:t|al)? (?:bruk|brug|use)|"
     r"(?:gøre|gør|gjøre|gjør) (?:jeg )?rede for (?:mig|meg)|hold(?:s|ing)? (?:your|my|their|his|her) own|(?:gade|gate|gatu)(?:plan|niveau|nivå)|street[- ]level|jævn[te]?|jevn[te]?|middelmådig\w*|medelmåttig\w*|måtelig\w*|communicative(?= (?:level|english|danish|norwegian|swedish|german|french|russian|polish)\b)|kommunikativt? (?:niveau|nivå)|husbehov|husbruk|hjälplig\w*|(?:able to |can |i )survive|rimelig\w*|hæderlig\w*|nöjaktig\w*|nøjagtigt nok|acceptab\w*|functional|workable|skaplig\w*|brugbar\w*|fair|reasonabl[ey]|noenlunde|någotsånär|hygglig\w*|nokså god\w*|ganske god\w*|sisådär|brukbar\w*|användbar(?= )|(?:middle|middle[- ]of[- ]the[- ]road|medium|average) level|serviceable|rimligt?|mellanstadi\w*|so[- ]so|decent|passable|medel\w*|så som så|sådär|så lala|sånn passe|brugerniveau|brukernivå|så(?: at| att)? det (?:går|funkar|fungerar|fungerer)|hyfsa[dt]\w*|greie (?=\w*kunnskap)|nogenlunde|någorlunda|vardagsnivå|hverdagsnivå|hverdagsniveau|everyday level"),
    (Level.A2, r"(?:byggeplads|byggeplass|bygg|værksteds?|verksteds?|verkstads?|lager|gulvs?|golvs?|køkken|kjøkken|köks?|restaurant|restaurang|turist|ferie|semester|pub|bar|menukort|bistro|café|kafé|marked|markeds|marknads|torg|kiosk|stald|stall|fjøs|kantine|hotel|hotell|værft|verft|varv|bade|børne|barne|barna)(?:s)?[- ]?(?:niveau|nivå|dansk|svenska|norsk|engelska?|polska?)|(?:(?:building|construction)[- ]site|site|shop[- ]floor|workshop|kitchen|restaurant|tourist|holiday|pub|menu|market|taxi|bar|café|playground|toddler|child(?:ren)?(?:'s)?|kindergarten|travel|shop(?:ping)?|warehouse|yard|canteen|cafeteria)[- ]level|grundlæggende|grunnleggende|grundläggande|basics?\w*|basis\w*|elementary|elementær\w*|elementär\w*|(?:kaffe|fika|lun[sc][jh]|frokost)(?:bords?|pauses?|paus|rasts?|stues?|maskin\w*|kopps?|slabberas)?[- ]?(?:dansk\w*|norsk\w*|svensk\w*|engelsk\w*|tysk\w*|polsk\w*|niv\w+|pra[it]\w*|snak\w*|snack\w*|spr[oå][gk])|(?:coffee|lunch|canteen|break)(?:[- ](?:break|table|machine|room|corner|time))?[- ]?(?=(?:level|chat|talk|danish|norwegian|swedish|english|german|polish)\b)|småsnak\w*|hyggesnak\w*|småprat\w*|"
     r"small[- ]?talk|lunsj(?:norsk|prat|snakk)\w*|lunch(?:svenska|prat)\w*|frokost(?:dansk|snak)\w*|fika(?:svenska|prat|snack)\w*|(?:turist|tourist|overlevelses|överlevnads)[- ]?(?:niveau|nivå|level|language|sprog|språk)\w*|survival (?:level|language)|bristfällig\w*|mangelfuld\w*|mangelfull\w*|skoletysk|skolefransk|skoleengelsk|skolespansk|a bit(?: of)?(?! rusty)|(?<!a )bit of|en smule|en smula|begrænse\w*|begrense\w*|begräns\w*|knagglig\w*|gebrok\w*|broken|hakkende|(?:lidt|litt|lite)(?! (?:usikker|osäker|rusten|rustent|rostig|rustig|fejl|feil|fel|svakere|svagere|svakare|svagare|sämre|dårligere|bedre|bättre|mindre|langsom|långsam)\w*)|noko(?! som\b)|some(?! (?:\w+ )?(?:words|phrases|sentences)\b)|noget(?! (?:imod|krav|problem\w*|af|andet|som|der|du|vi|at)\b)|noe(?! (?:imot|krav|problem\w*|av|annet|som|du|vi|å|absolutt)\b)|något(?! (?:emot|krav|problem\w*|av|annat|som|är|du|vi|nordiskt|skandinaviskt)\b)|(?:i|til|to) (?:et vist omfang|en viss grad|en vis grad|noen grad|någon mån|viss mån|viss utsträckning|some (?:extent|degree))|enkl(?:are|ere)(?= \w*(?:engelsk|svensk|norsk|dansk|tysk)\w*)|enkelt?|simpelt?|simpla|simple|viss(?= \w+ska\b)|vissa? (?:kunskaper|färdigheter)|visse (?:kunnskaper|kundskaber)|limited|little|nødtørftig\w*|(?:kun |bare |bara |endast |only )(?:det |the |det allra |det mest )?(?:nødvendig\w*|nödvändig\w*|necessary|strictly necessary|bare necessities)|tøvende|nølende|tvekande|hesitant\w*|hakket|hakkete|hackig\w*|stapplande|haltende|halting(?:ly)?|dårlig\w*|dåligt?|svagt?|svakt?|weak|poor\w*|hyggeniveau|basal\w*|grunder(?:na|ne)?|(?:kunn[ea]|kan|know|knowing) (?:bare |bara |kun |just |only )?(?:lidt|litt|lite|a little|a bit)(?: a[fv]| of)?|overlevels\w*|survival|folkeskoleniveau|skolnivå|skoleniveau|skole?kun(?:d|n)?skap\w*|skolekundskab\w*|skol(?:e)?(?:tysk|fransk|engelsk|spansk)\w*|school level|(?:kun|bare|bara|only|just) (?:fra|från|from) (?:skolen|skolan|school)"),
    (Level.A1, r"(?:(?:kun|bare|only|just|endast|bara) )?(?:(?:enkelte|(?:noen|nogle|några|nån|nogen)(?: få| enkla| enkle)?|et par|ett par|en håndfuld|en håndfull|en handfull|a few|some|a couple of|a handful of|single|isolated) (?:\w+ )?(?:ord|\w*gloser|\w*glosor|\w*fraser|sætninger|setninger|meningar|words?|phrases|sentences)|a handful of|en håndfuld|en håndfull|en handfull|(?:very |ganske |meget |svært |väldigt )?(?:few|få) (?:\w+ )?(?:ord|words|fraser|phrases|gloser|glosor))|(?:begynder|begynner|nybörjar|grund|grunn|introduktions|introduksjons|intensiv)kurs\w*|begynder\w*|nybegynder\w*|nybegynner\w*|nybörjar\w*|begynnar\w*|begynner(?=\s*(?:$|[.,;)/|(–—]))|begynnernivå|begynnerkurs\w*|beginner\w*|novice|beg(?=\.?\s*[),;])"),
)  # fmt: skip
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
# What only a CV says so: of an ad's "home" and "work" it would tell nothing.
HELD_WORDS: tuple[tuple[Level, str], ...] = (
    (Level.C1, r"(?:næsten|nesten|nästan|almost|nearly|bortimot) (?:lige (?:så )?|ligeså |like |lika |as |just as |equally )(?:god[te]?|bra|gott|well|good|sikkert|säkert)(?! som| as)|(?:er|är|is|går|feels) (?:nærmest |nästan |næsten |nesten |almost )?(?:som|like) (?:mit |mitt |my )(?:modersm\w+|morsm\w+|mother[- ]tongue|own)|(?:går|tages|tas|gäller) for å være (?:lokal|innfødt|norsk)|passes for (?:a )?(?:local|native)|(?:nearly|næsten|nesten|nästan|almost)? ?(?:som|like|lik) (?:en |ei |a |an )?(?:norrman|dansk(?:e)?(?=\s*(?:$|[.,;)]))|nordm\w+|islænding|islending|finländare|englishman|frenchman|franskmand|franskmann|fransman|spanjol|spanjor|spaniard|italian|italiener|italienare|pole|polak|polakk|polack)|(?:på|i) (?:samme|samma) nivå som (?:vilken|hvilken|en)\b|flyt(?=\.)|flyd(?=\.)|v\. ?g(?=\.)|fl(?=\.(?:\s*(?:$|[,;)–—-])))|nærmest perfekt"),
    (Level.C2, r"(?:by|from|since|at|av|fra|från|siden|sedan) (?:birth|blood|fødsel|födsel|fødselen|födseln)|(?<=[|(–—:,] )birth(?=\s*(?:$|[|,;)]))|(?:(?<=[(:–—,|] )|(?<=\())(?:cradle|vugge\w*|vuggen|vaggan|(?:cradle|vugge) (?:to|til) grav\w*|birth)(?=\s*(?:$|[|,;).]))|vugge til grav|cradle to grave|vagga till grav|(?:i was|jeg (?:er|ble|blev)|jag (?:är|blev|föddes)) (?:also |også |också )?(?:born|født|fødd|född)(?: into| in| i| med| inn i| ind i| in i)?(?=\s*(?:$|[.,;:]))|(?:fødsels|fødse|fødes|födelse)-?(?:spr[oå][gk])\w*|birth (?:language|tongue)|(?:(?<=[(:–—,|] )|(?<=\())(?:my own|mine own|mitt eget|mit eget|mother['’]s|mammas|mors|mum['’]s)(?=\s*(?:$|[,;).|]))|(?:i|in) (?:mors|moders|my mother['’]s|min mors) (?:liv|mave|mage|womb|arme|arms)|(?:lærte|lärde|learned|learnt) (?:jeg |jag |i )?(?:mig |mej |meg )?(?:som den første|aller ?først|allra först|først|först|first)(?=\s*(?:$|[,;.)]))|bilingually|(?:uppvuxen|uppväxt|växt upp|växte upp|vokst opp|vokste opp|vaks opp|oppvokst|oppvaksen|opvokset|vokset op|voksede op|grew up|grown up|raised) (?:i|in|på|at|on) (?:[\w-]+ ){1,3}(?:med|with|speaking)(?! \w+-| \w+ (?:som|as)\b)|mod(?=\. )|mod(?=\.?\s*[–—:-])|n(?=\.\s*(?:$|[,;)]))"),
    (Level.A1, r"(?:(?:kun|bare|only|just|endast|bara) )?(?:de |the |alle |alla )?(?:e[nt]|ett|én|ét|one|to|två|two|tre|three|fire|fyra|four|fem|five|seks|sex|six|syv|sju|seven|otte|åtte|åtta|eight|ni|nio|nine|ti|tio|ten|tolv|twelve|femten|femton|fifteen|tyve|tjue|tjugo|twenty|tredive|tretti|trettio|thirty|fifty|femti|femtio|halvtreds|hundre|hundrede|hundra|a hundred|hundred|\d{1,3}|et dusin|ett dussin|a dozen|dusinvis af|nogle|noen|nokre|några|nån|få|enstaka|enkelte|enkla|spridda|spredte|basale|a few|some|few|et par|ett par|a couple of|a handful of|scattered|single|odd|the odd) (?:(?:få|små|enkle|enkla|simple|short|korte|korta|gamle|gamla|old|faste|fasta|vigtige|viktige|viktiga|nødvendige) )?(?:ord|gloser|glosor|\w*vendinger|vändningar|\w*udtryk|\w*uttrykk|\w*uttryck|\w*fraser|sætninger|setninger|meningar|\w*sange?|\w*sanger|\w*sånger|\w*viser?|\w*visor|\w*visa|bønner|böner|bordbøn|bordbønn|bordsbön|rim|remser|ramsor|regler|vers|digte?|dikt(?:er)?|vitser|vitsar|vittigheder|skämt|eder|banneord|bandeord|svordomar|kommandoer|kommandon|hilsner|hilsener|hälsningar|words|phrases|expressions|sentences|songs?|prayers?|poems?|rhymes?|jokes?|commands?|greetings|monologues?|lullab(?:y|ies)|toasts?|curses|skåler|skålar)(?! (?:om|per|a|i) (?:minut\w*|dagen|day))|(?:learnt|learned|lært|lärt) (?:by heart|by ear|utenat|udenad|utantill)|vittigheder|vitser|vitsar|drikkeviser|drikkesange|dryckesvisor|snapsvisor|vuggeviser|vuggesange|voggesanger|vaggvisor|nursery rhymes|lullabies|bordbønner|børnesange|barnesanger|barnvisor|barnevers|sangtekster|låttexter|song lyrics|still (?:collecting|learning|at the beginning)|under (?:indlæring|innlæring|inlærning|inlärning|oplæring|opplæring)|(?:i ferd med|i færd med|i färd med|in the process of|i gang med) (?:å|at|att|the)? ?(?:lære|lära|learning)|in the making|(?:startet|startede|startat|startade|begyndt|begyndte|begynt|begynte|börjat|började|started|began) (?:på |on |med |with |et |ett |a |en )*(?:kurs\w*|course|class(?:es)?|lessons|undervisning\w*)|(?:tak|takk|tack|hej|hei|hello|hi|hola|ciao|bonjour|merci|goddag|thanks|thank you|please|ja|yes)(?:,? (?:og|och|and)|,) [\w-]+(?:,? (?:og|och|and)|,) [\w-]+|(?:kan |can )?(?:say|sige|säga|si|seie|siger|säger|sier|seier)(?= [»\"”“«'‘])|(?:say|sige|säga|si|seie) (?:god ?natt?|good ?night|god ?(?:morg[eo]n|dag|aften|kveld|kväll))|(?:words|ord|gloser|glosor) (?:from the|from|fra|från|i see|for)|nyb(?=\.)|beg(?=\.)"),
    (Level.B2, r"(?:affärs|forretnings)m[æäe]s+ig\w*|business-?like|g(?=\.\s*(?:$|[,;)]))|stadig(?=\s*(?:;|$))(?<=, stadig)"),
    (Level.B1, r"(?:holder?|håller?|hålla|fører?|föra?|hold|holds|keeps?|have|kommer (?:mig|meg|mej)? ?(?:igennem|gjennom|genom|igenom)) (?:en |ei |et |ett |a |an )?(?:\w+, (?:men |but )?(?:hel |whole )?)?(?:vanlig |almindelig |hel |ordinary |whole |kort |enkel )?(?:samtal\w*|conversation\w*|konversa\w*|dialog\w*)(?: i gang| igång| gående| going)?|manages(?= (?:on|in|at|with|the|it|her|his))|medium(?! of)|middling|middelmåd\w*|(?:midt|mitt) (?:på treet|i mellem|imellem|imellan|i mellom)|(?:not|inte|ikke|ikkje|slet ikke|slett ikke)(?: så| so| too| helt| that)? (?:dålig\w*|dårlig\w*|pjåkig\w*|tokig\w*|ille|ilde|værst|halvdårlig\w*)|(?:får|gør|gjør|gör) (?:mig|meg|mej) (?:forst\w+|först\w+)|duger\b(?! (?:till|til) små)|hæderlig\w*|hederlig\w*|so là là"),
    (Level.A2, r"(?:ytlig|overfladisk|overflatisk|superficial)\w*|svag[ae]?|svake?|svaga|grund(?:kunskaper|kundskab\w*)|grunnkunnskap\w*|viss(?=\s*(?:$|[\[(,;☐]))|litet(?=\s*(?:$|[.,;)/|]))|(?:er|är|is) (?:ren |rent |pure |rena )?(?:byggeplads|byggeplass|byggarbetsplats|building site|shop floor|kitchen|køkken|kjøkken|kök)(?=\s*(?:$|[.,;)/|]))|(?:duger|fine|ok|enough|nok|räcker|rækker|rekker) (?:till?|for|til) (?:småprat|småsnak+|small talk|kallprat|fika\w*|kaffe\w*|lunch\w*)|skole?[- ]?(?:rus+isk|rysk|itali|portug|finsk|latin|gresk|græsk|grekisk|dansk|svensk|norsk|island|island|polsk|kines|japan|arab)\w*|skole?[- ]?niv[åe]\w*"),
    (Level.C1, r"(?:som|like|lik) (?:en |ei |et |ett |a |mit |mitt |my |min )?(?:andet |andra |andre |second )?(?:indf[øo]dt\w*|innf[øo]dt\w*|inf[öo]dd\w*|nativ\w*|local|lokal\w*|dansker|nordmann|svenske|svensk(?=\s*(?:$|[.,;)]))|englænder|engelskmann|engelsman|tysker|tysk(?=\s*(?:$|[.,;)]))|dane|swede|norwegian|german|brit|finn|pole)(?! (?:speaker )?(?:begge|both|båda)| language)|indistinguishable from (?:a )?natives?|(?:næsten|nesten|nästan|almost|nearly|like) (?:som |as |like )?(?:et |ett |a |mitt |mit |my )?(?:andet|andre|andra|second) (?:modersm|morsm|mother[- ]tongue|native)\w*(?: language)?|(?:kommer|går|comes|goes) (?:helt |jo |nærmest |nesten |nästan )?a[fv] s(?:eg|ig) s(?:elv|jølv|jäl[vf]t?)|(?<=[:–—=|(] )(?:som|like|as) (?:modersm|morsm|mother[- ]tongue)\w*(?! (?:begge|both|båda))|like (?:a |my )?(?:mother[- ]tongue|m\.? ?t\b\.?|first language)|(?:som|like) (?:mit |mitt |my )(?:andet |andra |andre |second )(?:modersm\w+|morsm\w+|mother[- ]tongue)|(?:native|mother[- ]tongue|modersmåls?|morsmåls?)[- ]?(?:like|lignende|liknande|liknende)|(?:(?:lige )?så|lika|like|as) (?:godt|gott|god|bra|good|well) som (?:et |ett |mit |mitt )?(?:modersm|morsm)\w*|as (?:good|well) as (?:a |my )?(?:nativ\w*|mother[- ]tongue|first language)|r ?/ ?w ?/ ?s"),
    (Level.C2, r"barndom(?:m?en)?s?(?=\s*[,;)])|(?:hele|hela) (?:mit |mitt |min )?(?:livet|liv|oppveksten|opvæksten|uppväxten)(?=\s*(?:$|[.,;)/|]))|(?:since|from) (?:i was )?(?:a |an )?(?:baby|infant|toddler)|(?:født|född|fødd|born) (?:her|här|here)|tosproget|naturlig tospr\w+"),
    (Level.B1, r"passab(?:el|elt|le|la)|(?<!let )(?<!lettere )(?<!let-)(?<!meget )øve(?:t|de)|upper[- ]interm\w*(?=\.? +intermediate)|(?:til|till|for) (?:hverdag|vardag|kvardag)\w*|(?:det går|går det|it works|det funkar|det fungerer)(?=\s*(?:$|[.;)]))|(?:nok|enough|holder|håller|räcker|rækker|rekker|strækker|tilstrækkelig\w*|tilstrekkelig\w*|tillräcklig\w*)(?: det| den| it)?(?: godt| gott)? (?:til|till|for|för) (?:en |et |ett |a |de fleste |enkle |enkla |simple |vanlige |vanliga |almindelige |ordinary |daglige |dagliga )?(?:samtal\w*|conversation\w*|konversa\w*)"),
    (Level.A2, r"(?:kitchen|building[- ]site|construction[- ]site|tourist|holiday|restaurant|canteen|playground|street|pub|bar|shop[- ]floor|survival|taxi|market|pidgin|byggeplads|byggeplass|køkken|kjøkken|köks|turist|ferie|restaurant|restaurang|gade|gate|kantine|havne|lager)(?=[- ](?:english|german|french|spanish|italian|polish|danish|norwegian|swedish|russian|dutch|portuguese|greek|turkish|arabic|engelsk|tysk|fransk|spansk|italiensk|polsk|dansk|norsk|svensk|rus+isk|ryska|svenska|norska|danska|græsk|gresk|grekiska)\w*\b)|smatterings|(?:er|är|is) (?:litt |lidt |lite |noget |noe |något |a bit |somewhat |the )?(?:svakere|svakest|svagere|svagest|svagare|svagast|sämre|sämst|dårligere|dårligst|weaker|weakest)|(?:ganske|meget|väldigt|mycket|svært|veldig|very|kun|bare|bara|only|just|rigtig|riktigt|utrolig|högst|yderst|ytterst) (?:lidt|litt|lite|little)(?=\s*(?:$|[.,;)/|]))|(?:hakker|stotrer|stammer|snubler|famler|stapplar|stakar|hackar|haltar|stumbles?|stumbling|struggles?) (?:(?:mig|meg|mej|my way) )?(?:igennem|gjennom|igenom|fram|frem|through|along)|stotrende|stakkato|litegran+|liten grand|(?:fika|kaffe|frokost|lunsj|lunch|frukost|pause|rast|småprat|småsnak+|hyggesnak|kantine|kantin|bodega|pub)[- ]?niv\w+|(?:byggeplads|byggeplass|sømands|sjømanns|sjömans|havne|havn|hamn|dæks|dekks|däcks|kran|kaj|kai|taxi|gade|gate|gatu|film|serie|sang|sanger|restaurang?t?s?|pizza|rejse|reise|rese|kiosk|butiks?|butikks?|marked?s|marknads|basar|håndværker|håndverker|hantverkar|montør|familie|familje|bedstemor|bestemor|mormors|farmors|køkken|kjøkken|köks|barne|børne|barn|gymnasie?|realskole|folkeskole|grunnskole|grundskole|grundskol|videregående)[- ]?(?:niv\w+|dansk|norsk|svensk|tysk|engelsk|fransk|spansk|italiensk|polsk|rus+isk|portugisisk|nederlandsk|hollandsk|finsk|svenska|norska|danska|tyska|engelska|franska|spanska|italienska|ryska|finska)|(?<=\()(?:folke|grund|grunn|high|middle|real)?[- ]?(?:skole|skola|school|skolesprog|skolspråk|skolespråk|skolen|skolan|gymnasie|gymnasiet|gymnas)(?=\s*[),;]| and| og| och)|(?:high[- ])?school(?= (?:french|german|english|spanish|danish|swedish|norwegian|russian|italian|latin|finnish)\b)|(?:high|secondary)[- ]school level|(?:butiks?|butikks?|affärs|lomme|fick|ficke|mini|stald|stall)(?:format|størrelse|storlek|udgave|utgave|utgåva)|(?:ramp|deck|yard|site|canteen|kitchen|shop|pub|bar|street|dinner|lunch|garage|playground) ?(?:room )?(?:talk|chat|chatter)|(?<!order )(?<!eat )(?<!at )(?<!the )(?:kitchen|shop[- ]?floor|canteen|lunch|holiday|restaurant|market)(?: only|(?=\s*(?:$|[),;.])))|(?<!nok )(?:for|til|till) (?:the canteen|the shop|the market|kantinen|kantina|butikken|butiken|affären|reiser?|rejser?|resor|travell?ing|travels?|holiday travel|restaurantbesøg)|(?:som|like) (?:et |ett |en |a )(?:(?:to|två|tre|fire|fyra|fem|seks|sex|syv|sju|two|three|four|five|six|seven)[- ]?(?:år|year)\w*(?:[- ]old)?|barn|child|toddler)(?=\s*(?:$|[.,;)]))|(?<=[:–—] )på (?:restaurang|restaurant|café|caféer|marked|torget)"),
    (Level.A1, r"(?:phrase ?book|parlør|parlör)(?=[- ]\w)|(?:kan |can )?(?:hilse|helse|hälsa|greet|say hello)(?: og | och | and |, )(?:takke?|tacka|thank\w*)|(?:arbetar|arbejder|jobber|jobbar|working) (?:på|on) (?:det|it|saken|sagen)|nybörjare?|nybegynder|nybegynner"),
    (Level.C1, r"(?:second|andre|anden|andra) (?:nature|natur)|seamless\w*|sømløs\w*|sömlös\w*|(?:fuld|full) (?:beherskelse|behärskning|mastery|proficiency|fluency)|(?:universitets?|university|undervisnings|akademisk)[- ]?(?:niveau|nivå|level)|(?:uden|uten|utan|without|no|ingen|næsten ingen|hardly any) (?:(?:an|a|en|hørbar|hörbar|noticeable|any) )?(?:accent|aksent|brytning)|accent(?:fri|-?free)\w*|aksentfri\w*|"
     r"(?:no|inga|ingen) problem(?:er|s)?(?! (?:att|å|at|med at|med att|med å|to|with|med|understanding|following|reading|i at|i att))|problemfri\w*|uproblematisk\w*|oproblematisk\w*|unproblematic\w*|(?:som|like) (?:vand|vatten|vann|water)\b"),
    (Level.C2, r"m(?=\)|\s*[·|])|l1(?=\s*(?:$|[),;/|]))|(?:(?:from|since|fra|från|siden|sedan) (?:the )?(?:age(?: of)?|(?:jeg|jag|i) (?:var|was|were)) (?:one|two|three|four|five|et|en|ett|to|två|tre|fire|fyra|fem|[1-5])(?: (?:years? old|år(?: gam+[ea]l)?))?(?!\d))|(?:sprog|språk|language) (?:nummer|number|nr\.?|no\.?|#) ?(?:en|ett|et|one|1)\b|(?:primary|primært?|primär[at]?|primære) (?:language|sprog|språk)|primær(?:sprog|språk)|primärspråk|barndom\w*spr\w+|childhood language|language of my childhood|(?:equally|lige|like|lika) (?:at home|hjemme|hemma) (?:in|i|på) (?:both|begge|båda|all|alle|alla)|(?:all my life|my (?:whole|entire) life|hele (?:mit |mitt )?livet?|hela (?:mitt )?livet?|lifelong)(?=\s*(?:$|[.,;)/|]))|mother-tongue|modersmåls\w*|(?:native|mother) lang\w*|materna\b|materno\b|madrelingua|äidinkieli|emakeel|dzimtā|gimtoji|materinji|maternji|rodný|anyanyelv\w*|maternă|anadil\w*|родной|рідна|рідною|родная|(?:født|född|born|fødd) (?:into|ind i|inn i|in i|in med|inn med|ind med|til|till|to)(?= (?:it|det|den|the|both|begge|båda|language|sprog|språk))|(?:came|kom|kommer) (?:with|med) (?:the |mother's |morsmælk\w* |moders)?(?:milk|mælken|melken|mjölken)|(?:i|in) (?:the |my )?(?:blodet|blood)|m\.\s?t(?=\.?\s*(?:[),;/|]|$))|mt(?=\s*\))|(?<=\()(?:first|1st|1:a|første|första|eget)(?=[,)])|(?:from|since|fra|från|siden|sedan) (?:the |my )?(?:(?:very )?(?:start|beginning|outset)|cradle|vugga|vuggen|vaggan|vuggan|begyndelsen|begynnelsen|starten|start|början|first breath|første dag|första dagen|day one|spædbarn|baby|babyhood|infancy|diapers|ble|bleer|blöjåldern)(?! (?:of|av|af|på|i|in)\b)|(?:fra|från) (?:jeg |jag )?(?:barn|liten|lille|små|bitte ?\w*)(?: a[fv])?\b|barndom\w*(?: \w+)? (?:sprog|språk)|(?:(?:is|are|er|är) (?:both |equally |begge |båda |helt |bare |bara |just |my )*|(?<=[–—:-] ))(?:mine|my own|mit eget|mitt eget)(?=\s*(?:$|[.,;)/|]))|(?:mother|mor|mors|mamma(?:s)?)(?:'s)? tongue|(?:født|fødd|född|born) (?:og opvokset|og oppvokst|och uppvuxen|and (?:raised|bred))|(?:født|fødd|född|born)(?=(?: (?:a|an|en|som|as))? \w+(?:sk|ish|ian)\b)|(?<!my )(?<!from )(?<!with )(?<!his )(?<!her )(?<!by )(?<!\()mother(?=\s*(?:$|[.,;)/|]))|hjertespr\w+|hjärtespr\w+|hjärtats språk|(?:heart|home and heart) language|kom med (?:på )?modersm\w+|medfødt\w*|medfødd\w*|medfödd\w*|(?:fra|från|from|since|siden|sedan|sidan) (?:(?:tidlig|early|min|my) )?(?:barndom\w*|barnsben|barnsbein|childhood|birth|fødsel\w*|fødslen|födsel\w*|kindergarten|børnehave\w*|barnehage\w*|förskola\w*|dagis|jeg var (?:lille|liten|barn)|jag var (?:liten|barn)|i was (?:a child|a kid|little|small|born))|barndomshjem\w*|childhood home|(?:er|är|is)(?: også| också| also)? (?:mit eget|mitt eget|my own|(?:mit|mitt|my) (?:eget |own )?(?:sprog|språk|language)(?! (?:of|at|i|på|for|för)\b))|ojczysty|(?:mitt|mit|mine|mitt eget|mit eget)(?=\))|"
     r"(?:fader|fars|moders|mors)spr[oå][gk]|opvokset med|vokset op med|vokst opp med|växt upp med|växte upp med|voksede op med|vokste opp med|raised with|raised in|raised speaking|heritage(?: speaker)?|born with(?: it)?|født (?:ind i|inn i|med)|född med|(?:moders?|mors)(?:mjölk\w*|mælk\w*|melk\w*)|mother's milk|"
     r"oppvokst med|uppvuxen med|uppväxt med|grew up (?:with|speaking)|grown up with|(?:moderm|morsm|modersm|(?<!min )(?<!fra )(?<!från )(?<!med )(?<!av )(?<!from )(?<!\()mors?)(?=\s*[.)]?\s*(?:$|[,;/|]))|(?:båda|både|begge|both)(?: \w+)? (?:lika|like|lige|equally) (?:bra|god[te]?|well|good)"),
    (Level.B2, r"(?:går|fungerer|fungerar|klarer (?:mig|meg)|klarar (?:mig|mej)) (?:udmærket|utmerket|utmärkt)|(?:ret|rätt|rett|quite|pretty|temmelig|tämligen) (?:god[te]?|bra|good|well)|(?:nokså|ganske|ganska|noksa) (?:god[te]?|goda|bra|good|well)|(?:(?:jobb?|arbejds|arbeids|arbets|kontor|møte|møde|mötes)[- ]?(?:niveau|nivå))|work(?:ing)?[- ]level|(?:yrkes(?:mässig\w*|messig\w*)|erhvervsmæssig\w*) (?:nivå|niveau)|kom+fortabel\w*|bekvem\w*|bekväm\w*|velfungerende|välfungerande|stabil[te]?|pålitelig\w*|pålidelig\w*|(?<!holder )(?<!håller )(?:helt |går )?(?:fint?|fine)|fin(?=\s*(?:$|[.,;)/|]))|pænt|pent|(?:funger\w+|funkar|works?|flyter på|flyder)(?: \w+)? (?:fint?|fine|bra|godt|well)"),
    (Level.B1, r"(?:not|inte|ikke|ikkje|slet ikke|slett ikke|ikke så|inte så|not too|not so|not half) (?:bad|illa|værst|verst|galt|dårlig\w*|dum\w*|ringe|tokigt|pjåkigt)|halv(?:god|bra|flyt|fly|dårlig|hjertet)\w*|halvdan\w*|(?:semi|half|halvt|halv|semi-)[- ]?(?:fluent|flydende|flytende|flytande)|mellemgod\w*|mellomgod\w*|tålelig\w*|tåleleg\w*|tolerabl[ey]|usable|duger|duer|går an|lagom|hjelpelig\w*|moderate(?:ly)?|moderat\w*|(?:kan |can )?(?:konversere|konversera|converse)\b|passably|mid[- ]level|operation(?:al|elt?|el)\b|(?:(?:føre|føra|föra|fører|för|holde|hålla|have|ha|hold|carry on|klare|klara|klarer|klarar) )?(?:en |ei |et |ett |a |an )?(?:enkel|enkle|enkelt|enkla|simple|basic|easy|let|lett|lette|lättare|kort|korte|korta|short) (?:samtal\w*|konversa[st]\w*|conversations?|dialog\w*|small talk|snak|prat)|(?:greier|greidde|greide) (?:(?:jeg|eg) )?(?:meg|seg)|klart (?:mig|meg|mej)|klarat (?:mig|mej)|klaret mig|(?:har )?(?:jag |jeg )?klarat mig|hanka[rt]? (?:mig|sig)(?: fram)?|(?:tager|tar|slår|slå) (?:mig|meg|mej|sig|seg) (?:frem|fram|igennem|gjennom|igenom)|(?:kommer|kan komme) (?:igennem|gjennom|igenom|frem med|fram med|langt med|långt med)|(?:gets?|got|getting) me (?:through|by|around|there|far)|get along|gets? around|(?:klarer|klarar|klare|klara) (?:jeg|jag) (?:i |en |et |ett |mig |meg |mej )?(?:en |et |ett )?samtal\w*|begår? (?:meg|mig|mej)|makes? do|make myself clear|(?:i |in |til |till |for )?(?:dagligt? (?:brug|bruk|tale|tal)|daily use|day-to-day use|daily life|dagliglivet)|(?:kan|can|able to)? ?(?:klare|klarer|klara|klarar|manage|handle|føre|holde|ha|have|hold) (?:en |et |ett |a )?(?:samtal\w*|conversation\w*|telefonsamtal\w*)|kommunikativ\w*(?! (?:st[æea]rk|strong|stark))|communicative|ok|okay|okej|(?:klarer (?:mig|meg)|klarar (?:mig|mej)|manage)(?: \w+)? (?:fint?|fine|bra|godt|well)|greit?|fungerer|fungerar|funkar|dagligdags|forståelig\w*|förståelig\w*|begripelig\w*|begriplig\w*|intelligibl[ey]|understandabl[ey]|överlever|overlever"),
    (Level.A2, r"kaffe\w*|coffee|bad(?:ly)?(?=\s*(?:$|[.,;)/|]))|(?:a )?smattering|a (?:touch|dash|tad|drop|pinch|crumb) of|lite grann?|littegrann|en (?:anelse|gnutta|skvätt|skvett|klat|slat|tår|smule|smula|dråpe|droppe)|smuler|smulor|brokker|brokkar|b[r]?ud?dstykker|bruddstykker|brottstycken|bits(?: and pieces)?(?= of)|scraps|stumper|minimal\w*|rudiment\w*|sparsom\w*|sparsam\w*|meagre|meager|modest|beskeden\w*|beskjeden\w*|blygsam\w*|beskedna|primitiv\w*|patchy|shaky|vaklende|vacklande|rådbråka\w*|radebræk\w*|radbrekk\w*|elendig\w*|eländig\w*|(?:butik|butiks|butikk|butikks|indkøbs|innkjøps|handle|rejse|reise|rese|parlør|gryte|håndværker|håndverker|hantverkar|hilse|kaj|kai|båt|båd|bruks|gangs?)[- ]?(?:niveau|nivå)|(?:ikke|inte|ej|not|n't) (?:(?:så|særlig|særligt|ret|very|too|alt for|altfor|speciellt|helt) )?(?:meget|mye|mycket|much|god[te]?|bra|good|well)(?! (?:som|as|at|i)\b)|til nød|nödtorftig\w*|(?:turist|ferie|semester)(?:niv|spr|bruk|brug|tysk|engelsk|fransk|spansk|italiensk|polsk|dansk|norsk|svensk|rus+isk|nederl|holl)\w*|(?:til|till|for|på) (?:turist(?:er\w*|bruk|brug)?|tourists|ferie(?:n|r|bruk|brug)?|semestern?|holidays?)|touristic|(?:tourist|ferie|turist)(?=\s*(?:$|[.,;)/|]))|(?<=\()semester(?=\))|"
     r"en del(?= \w+(?:sk|ska)\b)|(?:skriver|skrive|skriva|writing|write|skriftlig\w*) (?:(?:er |är |is |det |it )?(?:dårlig\w*|dålig\w*|bad(?:ly)?|poor(?:ly)?|weak|svag\w*|svak\w*))|rusten grund\w*"),
    (Level.A1, r"(?:første|första|de første|mine første|mina första|the first|my first|first) (?:ord\w*|words|skridt|steg\w*|steps|lessons?|lektion\w*|leksjon\w*|gloser|glosor|sætninger|setninger|meningar\w*|sentences)|baby ?steps|(?:absolute|helt|total|complete|ren) (?:beginner|begynder|begynner|nybörjare|nybegynder|nybegynner)|(?:level|niveau|nivå|trin|trinn) (?:0|zero|nul|null|noll|1|one|et|én|en|ett)\b|alfabet\w*|alphabet|bokstäverna|bokstavene|bogstaverne|(?:hej|hei|hi|hello|please|goddag|tak|takk|tack) (?:og|och|and) (?:hej|hei|tak|takk|tack|thanks?(?: you)?|bye|farvel|adjö|ha det|hejdå|goodbye|skål)|(?:say|sige|si|säga|seie) (?:hello|hej) |studiegrupp\w*|sprogcafé\w*|språkcafé\w*|språkkafé\w*|språkkafe\w*|language café|(?:kan |can )?(?:say|sige|si|seie|seia|säga) (?:skål|cheers|god ?morgen|god ?morgon|good morning|good ?day|bye|farvel|adjö|ha det|goodbye|please)|(?:kan |can )?(?:bande|banne|svära|swear|curse)\b|(?:kan |can )(?:hilse|helse|hälsa|greet|say hello)|(?:tall|tal|räkne|grund|grunn)ord(?=\b)|numbers(?= and| only|,|\.|$)|svordom\w*|bandeord|banneord|curses|cursing|swear ?words|swearing|forbandels\w*|artighet\w*|(?:ni ?hao|hej|hei|hello|hi|takk|tak|tack|goddag|skål|ciao|hola|phrase ?book|parlør|parlör)[- ](?:nivå|niveau|level)|(?:med|with) (?:my |mine )?(?:händerna|hænderne|hendene|hands(?: and feet)?|fingrene|fingrarna|gestures|gester)|\w*hälsningar|hilsener|ramsor|rim og remser|artighets\w*|høfligh?e[dt]s\w*|polite phrases|phrases|fraser|glosor|gloser|(?:kun |bare |only |just |bara |endast )(?:\w+[- ])?(?:ord|words?)|(?:kan |can )?(?:say|sige|si|säga) (?:hej|hei|hi|hello|goddag|god dag|tak|takk|tack|thanks?)|"
     r"\w*hälsningsfraser|\w*hilsner|hilsefraser|greetings|(?:næsten|nesten|nästan) (?:ikke|inte|intet|ingenting)|almost none|hardly any(?! accent)|(?:kan |can |bestiller |beställer )?(?:bestille|beställa|order|ordering) (?:en |et |ett |a |min |my )?(?:\w+ )?(?:øl|öl|beers?|kaffe|coffee|vin|wine)|(?:tælle|telle|räkna|count) (?:til|till|to|og|och|and) \w+|(?:hilse|hälsa|greet|say hello)(?: og | och | and |, )(?:takke|tacka|thank\w*)|(?:præsentere|presentere|presentera|introduce) (?:mig|meg|mej|myself)|ynkelig\w*|pitiful\w*|(?:lillebitte|bittelille|bitte lille|bitteliten|pytteliten|pytteliten|tiny|lille|lite|litet|very small) (?:ordforråd|ordförråd|vocabulary)|(?:lærer|lär|teach(?:ing)?) (?:jeg |jag )?(?:mig|meg|mej|myself)(?: selv| själv)?|(?:er|har|have|has|just|nu|nå) (?:jeg |jag )?(?:lige |nettopp |nyss |just |netop )?(?:begyndt|begynt|börjat|begun|started) (?:på|til|med|at lære|å lære|att lära|to learn|on)|(?:på|i|med|on|with|via) (?:en |an )?(?:språk|sprog|language )?app(?:en)?\b|lesson one|"
     r"(?:lige|nettopp|precis|nyligen|just|recently|netop|nylig) (?:begyndt|begynt|börjat|startet|startat|started|begun)|started learning|er i gang med at lære|holder på å lære|håller på att lära|just learning|duolingo|(?:begyndte|begynte|byrja|började|started|began|startet|startede|startade) (?:just |lige |nå |nu |først |först |first )?(?:i|in|last|sist|sidste|denne|this|to|at|nu|nå|now) ?(?:januar\w*|februar\w*|marts|mars|march|april|ma[ijy]|jun[ie]\w*|jul[iy]|august\w*|september|o[kc]tober|november|desember|december|høst\w*|höst\w*|efterår\w*|forår\w*|vår\w*|vinter\w*|sommer\w*|sommar\w*|autumn|spring|summer|winter|week|month|uge|uke|vecka\w*|måned\w*|månad\w*|år|year)(?!\w| ?(?:19|20)\d\d)"),
)  # fmt: skip
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
