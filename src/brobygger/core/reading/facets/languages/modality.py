"""How a language is needed: a must, an advantage, not needed, or simply what is spoken there."""

from __future__ import annotations

import re

from brobygger.core.reading.data import Modality, Role
from brobygger.core.reading.facets.languages.levels import ENOUGH_TO, INFORMAL, MODE
from brobygger.core.reading.facets.languages.names import COURSE
from brobygger.core.reading.facets.languages.scopes import SCANDINAVIAN, Group, borders_in

PREFERENCE = (
    r"\w*fordel\w*|\w*fördel\w*|plus(?:s|sar)?\b|merit\w*|advantage\w*|asset|bonus|beneficial|ønskelig\w*|ønskes|ønskede|önskade|ønsker?(?=\s*:)|önskvär\w*|skader ikke|skadar inte|önskemål|prefer\w*|foretræk\w*|"
    r"foretrekk\w*|desir\w*|appreciat\w*|uppskatt\w*|verdsett\w*|værdsæt\w*|nice to have|welcome|velkom\w*|välkom\w*|styrke|styrka|strength|gevinst|tillgång|hjælper|hjelper|hjälper|helps|helpful|vægt(?:es|et|lægges)|vektl[ea]g\w*|vektas|optional|handy|useful|nyttig\w*|användbar\w*|brugbar\w*|tæller (?:op|med)|teller (?:positivt|med)|räknas|(?:would|will) help|vil hj[æe]lpe|(?<=\()(?:bør|bör|should)\b|kan hjælpe|kan hjelpe|kan hjälpa|wonderful|(?:would|could) be (?:great|nice|good|fun|useful|handy)|(?:er|är|vore|ville være|vil være) (?:fint|toppen|kul|guld|gull)|underbart|(?:væger|veier|väger|tæller) positivt|et stort pre|en pre\b|\bbli(?:r|ver) (?:du |man )?(?:\w+ )?popul[æä]r\w*|becomes? (?:\w+ )?popular|(?:ekstra|extra) (?:godt|bra|good)|underl[äe]tt\w*|(?:trevligt|hyggelig\w*|kjekt|a nice extra|icing on the cake)|nice(?:r)?\b(?! people| colleag)|(?:in|to) your favour|counts? (?:extra|positively)|(?:er|is|är) (?:til |till |a |en |ett )?(?:hjælp|hjelp|hjälp|help)\b|(?:makes?|gør|gjør|gör)\b[^.;,]{0,30}?\b(?:easier|lettere|lättare|enklare|nemmere|enklere)|get around faster|work in your favour|(?:skader|skadar)(?: \w+)? (?:ikke|inte)|\w*n[\'’]t hurt|no harm|(?:en|a) (?:gave|dröm|drøm|dream|gift)\b|(?:guld|gull) (?:værd|verdt|värt)|(?:sat|satt|sätts|settes|sættes) pris på|kommer godt med|kommer väl till pass|nytta av|nytte af|nytte av|(?:bør|bör) gå\b|får gärna|må (?:gerne|gjerne)|rart|dejligt?|deilig|härligt|lovely|(?:en )?lu(?:ks|x)us|luxury|lyx|fynd|jackpot|fantasti\w*|(?:til|til stor) (?:nytte|gavn)|(?:træk|trekk)e?r op|trekker opp|drar upp|ve(?:j|i)er (?:til|tungt)|väger tungt|goes a long way|(?:good|great|nice|bra|godt|greit|kjekt|skönt) (?:to|å|at|att) (?:have|know|ha|kunn[ea])|(?:øger|øker|ökar|increases?|improves?) (?:dine |dina |your )?(?:chanc\w*|sjans\w*|chans\w*)|(?:bliver|blir|becomes|is) (?:\w+ ){0,3}?(?:lettere|enklere|nemmere|lättare|enklare|easier|sjovere|roligare|morsommere|hyggeligere|trevligare|more fun)|(?:makes?|gør|gjør|gör)\b[^.;,]{0,30}?\b(?:more fun|more sense|sjovere|roligare|morsommere|hyggeligere|trevligare|better|bedre|bättre|happy|happier|glade?|glada)|blir (?:vi|alle|alla) (?:\w+ )?glade?|bliver vi (?:\w+ )?glade|bonuspoæng|bonuspoeng|bonuspoäng"
)
VALUED = r"värde på|värdesätter|værdsætter|verdsetter|setter pris på|sætter pris på|lægger vægt på|legger vekt på|we value|we appreciate"
PREFERRED_BEHIND = re.compile(rf"\b(?:{PREFERENCE})", re.IGNORECASE)
PREFERRED_BEFORE = re.compile(
    rf"\b(?:{VALUED})\b|\b(?:{PREFERENCE})(?:\s+(?:languages?|sprog|språk|points?|\w*kvalifika\w+|qualifications?|skills?|kompeten\w+|competenc\w+|ferdigheter|færdigheder|färdigheter|sprogniveau|språknivå))?(?:\s+\w+)?\s*(?::|,?\s*(?:at|att|å|hvis|om|med|dersom|når|if|to|that|for|för|when|as|is|are|er|är)\b)",
    re.IGNORECASE,
)
GLADLY = re.compile(
    r"\b(?:gerne|gjerne|gärna|helst|preferably|ideally|evt|eventuelt|optionally)\b", re.IGNORECASE
)
ACCEPTED = re.compile(  # will do as well: not a must, but a way to meet one
    r"likestilt|ligestillet|likställ\w*|lige så godt|lige godt|like godt|lika bra|\bgår (?:givetvis|også|också|fint|bra|an)|\bfunkar|\bfungerer|\bfungerar|\bworks\b"
    r"|kan også|kan också|will also do|will do\b|\bjust as (?:good|well)|(?:also )?acceptabl[ea]|accept(?:eres|eras|erer|erar|ed)\b|\b(?:er|är) (?:også )?(?:i orden|ok|okay|fint|greit)\b|(?:is|are) (?:also )?fine|uproblematisk|\bduger\b|\b(?:is|are|also|også|också|er|är) (?:also |også |också )?(?:possible|mulig\w*|möjlig\w*)",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(  # "Taler du tysk, så sig det"
    r"(?:^\W*(?:men |but |og |och |and )?|,\s*så\s+|[,:–]\s*)(?:kan|har|taler|talar|snakker|forstår|förstår|behersker|behärskar|læser|läser|klarar|klarer)\s+(?:du|ni)\b|\b(?:if|hvis|dersom|om)\s+(?:you|du)\b|\bdu (?:kan ha|kan have)\b|\byou may\b",
    re.IGNORECASE,
)
# "It makes no difference whether you speak Danish"
IRRELEVANT = re.compile(
    r"\b(?:(?:lige|like|lik)gyldig\w*|likgiltig\w*|irrelevant\w*|oviktig\w*|uvigtig\w*|uviktig\w*|unimportant|uden betydning|uten betydning|utan betydelse|spiller ingen rolle|spelar ingen roll"
    r"|gör ingenting|gør ikke noget|gjør ingenting|(?:does|do)(?: not|n't) matter|makes no difference|no matter|dækkes|dekkes|täcks|(?:is|are) (?:already )?covered)\b",
    re.IGNORECASE,
)
OVER_LUNCH = re.compile(  # "Danish at lunch" says where it is spoken, not how well
    rf"\s+(?:at|over|ved|vid|til|till|i|under|during|around|rundt)\s+(?:the\s+)?(?:{INFORMAL.pattern})",
    re.IGNORECASE,
)
ELLIPSIS = re.compile(  # at most "but coded in" between the languages
    r"\W*(?:og|och|and|men|but|mens|medan|while)?\W*(?:(?:fikar|koder|kodar|code|arbejder|arbeider|jobber|arbetar|jobbar|work|mødes|møtes|möts|meet|skriver|write|document|dokumenterer|dokumenterar)?\s*(?:\w+\s+){0,2}(?:på|in)\s+)?",
    re.IGNORECASE,
)
PLACE_BEHIND = re.compile(
    r"\s*(?:[.!;,]|$)|\s+(?:i|in|ved|vid|at|over|everywhere|overalt|överallt|på|on|til|till|to|med|with|mot|mod|for|för|under|during|når|när|when|ellers|resten|annars|otherwise)\b",
    re.IGNORECASE,
)
NEWCOMERS = re.compile(  # "Applicants who do not speak Swedish are welcome"
    r"\b(?:who|som|der|you|du)\s+(?:(?:do|does)(?:\s+not|n't)|ikke|inte|ikkje)\b|\b(?:who|som|der|du|you)\s+(?:taler|snakker|talar|pratar|kan|har|speak|forstår|förstår)\s+(?:ikke|inte|ikkje)\b"
    r"|\b(?:taler|snakker|talar|pratar|kan|forstår|förstår)\s+du\s+(?:ikke|inte|ikkje)\b",
    re.IGNORECASE,
)
WELCOME = re.compile(r"\b(?:welcome|velkom\w*|välkom\w*|apply|søg\w*|søk\w*|sök\w*)", re.IGNORECASE)
_COUNT = r"(?:a|an|one|two|three|the first|half a|et|ett|en|to|två|tre|et halvt|ett halvt|halvannet|første|första|\d+|a few|a couple of|some|nogle|noen|några)"
IN_YEARS = re.compile(  # "After three years you should be able to teach in Swedish", "inom två år även på svenska"
    rf"\b(?:within|inom|inden for|innen|indenfor|inden|after|efter|etter|i løbet af|i løpet av|under)\s+(?:the |your |det |de |den |dine |dina )?(?:first |første |första )?{_COUNT}(?:\s+(?:first|første|första))?\s+(?:years?|år\w*|months?|måned\w*|månad\w*|semest\w*|terms?)\b(?!\s*(?:experience|erfar\w*|(?:med|with|i|in|som|as)\b))",
    re.IGNORECASE,
)
OTHER_THAN = re.compile(  # "har du et andet modersmål end dansk"
    r"\b(?:annet|andet|annat|andre|andra|other|anden|annan|different|another)\b[^.;,]{0,25}\b(?:enn|end|än|than)\s+$",
    re.IGNORECASE,
)
IN_TIME = re.compile(  # "within a year you should manage Swedish", "to be able to teach in Swedish within two years"
    r"\b(?:ska|skal|skall|must|må|måste|shall|expected to)\b[^.;]{0,20}\b(?:within|inom|inden for|innen|indenfor)\s+(?:the first\s+|de første\s+|de första\s+)?(?:a|an|one|two|three|et|ett|en|to|två|tre|\d+|noen|några|nogle)\s+(?:years?|år\w*|months?|måned\w*|månad\w*)\b|\b(?:within|inom|inden for|innen|indenfor|after|efter|etter)\s+(?:a|an|one|two|the first|et|ett|en|två|to|første|første|\d+|a few|nogle|noen|några)\s+(?:years?|år\w*|months?|måned\w*|månad\w*)\b[^.;]{0,30}\b(?:should|bør|bör|gerne|gjerne|gärna|hope|håber|håper|hoppas)\b",
    re.IGNORECASE,
)
BUT_PREFERRED = re.compile(
    rf"\b(?:ikke|inte|ikkje|not|inget|no|n't)\b[^.;]{{0,30}}?\b(?:men|but|however|although|dog)\s+(?!vi\b|du\b|we\b|you\b)[^,.;]{{0,25}}?\b(?:{PREFERENCE})",
    re.IGNORECASE,
)
LEARNT_LATER = re.compile(  # "Danish can be learned along the way", "Greenlandic you will learn from the crew", "Danish lessons are on us"
    r"^[^.;]{0,40}?\b(?:can be learn\w*|kan læres|kan läras)\s(?:along|underveis|undervejs|på vägen|hen ad)|^\s*(?:you(?:'ll| will)|lærer du|lär du dig|lærer du deg)\s(?:learn|av|af|på|from|on|med)\b|^\s*(?:lærer|lär) (?:du (?:dig|deg)|vi (?:dig|deg))\b|^\s*(?:we(?:'ll| will)|you(?:'ll| will)) (?:teach|pick up|learn)\b|^\s*(?:plukker|plockar|snapper) du (?:upp|op|opp)\b"
    r"|^\W*(?:lessons?|courses?|kurs\w*|undervis\w*)\b[^.;]{0,30}\b(?:on us|paid|betalt|betales|betalas|betalar|betaler|i arbejdstiden|i arbeidstiden|på arbetstid|in working hours|during work)\b",
    re.IGNORECASE,
)
OR_LEARN = re.compile(r"^[^.;]{0,20}?\b(?:eller|or)\b[^.;]{0,40}\b(?:lære|lära|learn)", re.IGNORECASE)
ASKED = (  # also: what nobody expects
    r"regner med|räknar med|count on|(?:vi |we )?(?:kræver|krever|kräver|forventer|förväntar|expect|test\w*|frågar efter|spør(?:ger)? (?:om|efter|etter)|ask for|ber om)"
)
NEED = (
    r"krav|kræves|kræver|kreves|krever|krävs|kräver|requir\w*|necessary|needed|need|nødvendig\w*|nödvändig\w*|must|prerequisite|mandatory|"
    "essential|forudsætning|forutsetning|förutsättning|behov|villkor|vilkår|betingelse|condition"
)
NEEDED = re.compile(rf"\b(?:{NEED}|skal|ska|skall|må|måste)\b", re.IGNORECASE)
BUT_NOT_NEEDED = re.compile(
    rf"\b(?:men|but|dog|although)\s+(?:det er |it is |it's |det är |er |is |är |der er |there is )?(?:ikke|inte|ikkje|not|inget|ingenting|ingen|intet|no|nothing)\b[^.;]{{0,12}}\b(?:{NEED}|{ASKED})",
    re.IGNORECASE,
)
NOT_NEEDED_BEHIND = re.compile(
    rf"^\W*(?:\w+\W+){{0,3}}?(?:ikke|inte|ikkje|ej|not|\w+n['’]t|ingen|inget|inga|no)\b(?!\s+(?:bare|kun|bara|only))(?:\s+\w+){{0,2}}?\s+(?:{NEED})"
    r"|^\s*(?:er|is|är)\s+(?:kun|only|bare|bara|endast)\s+(?:nødvendig|necessary|needed|required|nödvändig)"
    r"|^\s*(?:behøver|behöver|trenger|kræver|krever|kräver|forventer|förväntar|venter|forlanger)\s+(?:du|man|vi|ingen)\s+(?:oss\s+)?(?:slet\s+|alls\s+)?(?:ikke|inte|ikkje|af|av)\b"
    r"|^\W*(?:det\s+)?(?:klarar?|klarer|reder)\s+(?:du|man|vi|de fleste|de flesta|alle|alla|det)\s+(?:(?:dig|sig|seg|oss|os|deg)\s+)?(?:\w+\s+)?(?:utan|uten|uden)\b|^\s*(?:tar|tager) (?:en |vår |vores )?(?:kollega|kollegor|kolleger|tolk)\w*"
    r"|^\s*(?:can be learn\w*|kan læres|kan läras)(?! (?:along|underveis|undervejs|på vägen|hen ad))"
    r"|^\s*(?:klarar|klarer|kan) du (?:dig|deg|sagtens |godt )?\s?(?:undvære|utan|uten|uden)\b|^\W{1,3}(?:inga|intet|ingen|ikke noget|no) (?:problem|krav)"
    r"|^\W*(?:er|är|is) (?:det )?(?:der ?imod |däremot |derimot |however )?(?:ingen|no one|nobody)\b|^,? (?:but|men) (?:you|du) (?:need|behøver|behöver|trenger) (?:not|ikke|inte)"
    r"|^\W*(?:skills?\s+)?(?:kræves|krävs|kreves|behøves|behövs|trengs|trenges)\s+(?:ikke|inte|ikkje|ej)\b",
    re.IGNORECASE,
)
NO_BEFORE = re.compile(
    r"\b(?:no|ingen|inga|inget|intet)\s+(?:prior\s+|krav (?:om|til|på)\s+)?(?:knowledge of\s+|kundskaber i\s+|kunnskaper i\s+|kunskaper i\s+)?$",
    re.IGNORECASE,
)
NOT_NEEDED_BEFORE = re.compile(
    r"\b(?:behøver|behøves|trenger|behöver|kræver|krever|kräver|kræves|kreves|krävs|forventer|förväntar|need|require|expect|have to)\b[^,;]{0,20}\b(?:ikke|inte|ikkje|not)\b"
    r"|\b(?:hverken|varken|verken|neither)\b[^,;.]{0,30}$"
    r"|\b(?:do|does|is|are|need|will|would|wo)(?:\s+not|n't)\b[^,;]{0,25}\b(?:need|demand|ask|require\w*|have to|necessary|expect\w*|must|be)\b"
    rf"|\b(?:ikke|inte|ikkje|not|inget|no)\s+(?:et |ett |a |noget |noe |något |en )?(?:{NEED})\b"
    r"|\b(?:nobody|no one|ingen)\s+(?:expects?|requires?|begär|begærer|ber om|forventer|forlanger|krever|kräver|förväntar|kræver)\b[^,;.]{0,30}$"
    r"|\b(?:uden(?! for)|uten|utan|without|selvom|selv om|even if|även om)\b[^,;.]{0,25}$"
    r"|\b(?:ikke|icke|non)[-\s]$",
    re.IGNORECASE,
)
SPEAKS_NOT = re.compile(
    r"\b(?:ikke|inte|ikkje|not|n't|no|ingen|inga|cannot|never|aldrig|aldri)\b(?!\s+(?:bare|kun|bara|only))[^,;.]{0,25}$",
    re.IGNORECASE,
)
LEARNING = re.compile(
    r"\b(?:lære|lærer|lær|lära|lär|learn|learning|tilegne|indlære|studerer|studying|studerar|pluggar|(?:er )?i gang med|classes in|course in)\b"
    r"(?:\s+(?:at|att|å|to|deg|dig|sig|seg|mig|meg|speak|tale|tala|snakke|some|lidt|litt|lite|noget|the|i|på|språket|sproget)){0,4}\s*$",
    re.IGNORECASE,
)
# To be learnt after the start: hoped for or expected, unlike a mere will to learn.
TO_BE_LEARNT = re.compile(
    r"\b(?:ser gärna|ser gerne|ser gjerne|hoppas|håber|håper|hope|expect(?:ed|s)?|forvent\w*|förvänta\w*|should|will|kommer (?:til|till|att|at)|bør|bör|skal|ska|skall|must|må|måste|need to|have to|plus|merit\w*|fordel|fördel|advantage|appreciate\w*|over time|with time|eventually|på sikt|med tiden|in the long run|within|inom|innen|inden)\b"
    r"(?:(?!\b(?:villig\w*|willing\w*|beredd|beredt|parat|klar til|ready|prepared|open|åben|åpen|öppen|behöver inte|not)\b)[^.;])*$",
    re.IGNORECASE,
)
WILLING = re.compile(  # what the candidate is to be: "you are willing to learn Danish"
    r"\b(?:du (?:er|är|skal være|ska vara|må være)|you (?:are|must be|should be))\s+(?:\w+\s+)?(?:villig|willing|beredd|beredt|parat|klar|ready|prepared|motivere[rt]?|motiverad|motivated|interess\w+|intress\w+)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
TEACHING = re.compile(
    r"(?:undervis\w*|teach\w*|lærer|lärare)\s+(?:i|of)\s*$|(?:(?<!grund)(?<!begynder)(?<!begynner)(?<!nybörjar)kurs\w*|lessons?|classes|courses?|training|kompetens\w*|karakter\w*|(?<![ABC])(?<!modul )(?<!module )(?<!nivå )\d)\s+(?:i|in|på|of)\s*$"
    r"|(?:ordnar|arrangerer|tilbyder|tilbyr|erbjuder|betaler|offer|provide)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
OFFERED = re.compile(  # a language to be learnt after hiring: "norskkurs i arbeidstiden", "free Danish lessons"
    r"\b(?:gratis|free|paid|betalt|betaler|betalar|betales|betalas|on us|bekoste\w*|arbe(?:j|i)dstid\w*|arbetstid\w*|working hours|tilbyder|tilbyr|tilbud|erbjud\w*|offer\w*|we give|provid\w*|ordnar|arrangerer|include\w*|får du|du får|you get|you take|deltar du|läser du|take|bjuder på|sponsors?|vi sender dig|vi skickar dig|uken|uka|ugen|veckan|a week)\b",
    re.IGNORECASE,
)
IN_COURSE = re.compile(
    r"\b(?:\w*kurs\w*|\w*undervisning\w*|\w*opplæring\w*|\w*oplæring\w*|\w*utbildning\w*|courses?|lessons?|classes)\s+(?:i|in|på)\s*$",
    re.IGNORECASE,
)
PAPERS = re.compile(  # what is sent with an application, and where one may read on
    r"^\W*(?:søg|søk|sök|send|skriv|skicka|svara?|reply|answer)\b|\b(?:går|can|may|kan du|gerne|gjerne|gärna)\b[^.;]{0,25}\b(?:svar[ae]?|reply|answer)(?: gerne| gjerne| gärna)?\s+(?:på|in)\s*$|\b(?:ansøg(?!ere)\w*|søknad\w*|ansök(?!and)\w*|vedlegg|annons\w*|opslaget|advert\w*|\bad\b|läser (?:det här|detta|den här)|læser (?:dette|det her)|leser dette|reading this|skriv(?:a|e)? til(?:l)? (?:os|oss)|write (?:to )?us|kontakt[ae]? (?:os|oss)|contact us|\bapplications?\s+(?:\w+\s+)?in(?=\s*$)|job posting|stillingsopslag\w*|utlysning\w*|cv|apply|attach\w*|upload\w*|publications?|vedlæg\w*|vedhæft\w*|bifoga\w*|legg ved|tell us)\b|\((?:in|på)\s*$",
    re.IGNORECASE,
)
APPLICATION = re.compile(
    r"\b(?:(?:your|din|dit|the|en|an)\s+(?:written\s+)?(?:application|ansøgning|søknad|ansökan|cv|resume|cover letter)|ansøgningen|søknaden|ansökan|motivationsbrev)\b",
    re.IGNORECASE,
)
_WORKMATES = (  # whose language is that of the work, unlike that of one person or of customers
    r"(?:operat(?:ø|ö|o)r|tekni[kc]|technician|mont(?:ø|ö)r|fitter|kolleg|colleague|medarbe[jit]|ansatte|anställda|employee|staff|crew|mandskab|mannskap|besætning|besättning|personal|workshop|v(?:æ|e)rksted|verkstad"
    r"|butik|stores?\b|shop|produ[kc]|lager|warehouse|team|holdet|gjengen|gänget|teknologerne|fabrik|factory|kontor|office|køkken|kjøkken|kitchen|kök|a[fv]deling|avdelning|department|chauffør|driver|svejser|sveiser|svetsar|welder|lab|byggeplads|byggeplass|bygget)"
)
WORKING = re.compile(
    rf"\b{_WORKMATES}[^\W\d_]*(?:\s+(?:here|her|här|all|alle|alla|mostly|mainly|mest|mainly|normally|normalt|også|also|is|kun|bare|only))?\s+(?:taler|snakker|talar|pratar|speaks?)\b|\b(?:firm|company|compan|bedrift|virksomhed|företag|byrå|bureau|anleg|anlæg|plant|school|skole|skola|office|kontor|team|department|a[fv]deling|avdelning)[^\W\d_]*\s+(?:works? in|runs on|arbejder på|arbeider på|arbetar på|jobber på|jobbar på|drives på|drivs på|kører på|kjører på|kör på)\b|"
    r"\b(?:report|reporting|documentation|meeting|project|instruction|lab|site|crew|shop[- ]floor|daily|day-to-day|primary)\s+languages?\b|\b(?:social|sosiale?|sociala|sociale)\s+(?:languages?|spr[oå][gk]\w*)|(?:fika|kaffe|lunsj|lunch|frokost|pause|rast|rapport|dokumentation[s]?|dokumentasjons|daglig|dags|drifts|omgangs|umgänges|intern)spr[oå][gk]\w*|"
    r"(?:arbejds|arbeids|arbets|kommando|koncern|konsern|virksomheds|firma|møde|møte|mötes|undervisnings|fælles|felles|projekt|prosjekt|kontor|hoved|huvud)spr[oå][gk]\w*"
    r"|\b(?:working|work|corporate|company|office|business|official|team|common|main|everyday)\s+languages?\b"
    r"|\b(?:vi|we|alle|alla|all of us|team\w*|kolleger\w*|kollegor\w*|colleagues|everyone|everybody)\s+(?:\w+\s+)?(?:taler|snakker|talar|pratar|speaks?|communicates?|"
    r"kommunikerer|kommuniserer|kommunicerar|bruger|bruker|använder|use|stick to|switch to|håller oss till|holder os til|holder oss til|works? in|arbejder på|jobber på|arbetar på)\b"
    r"|\b(?:taler|snakker|talar|pratar|bruger|bruker|använder)\s+vi\b|\b(?:snakken|samtalen|praten|the (?:conversation|talk|chat|banter))\b"
    r"|\b(?:you(?:'ll| will)? (?:mostly )?hear|du (?:vil )?(?:høre|hører|hör))\b|\b(?:the language (?:of|in) (?:the |our )?(?:office|team|lab|workplace|workshop|site|company|work|group|meetings?|house)|(?:er|är) (?:sproget|språket)\s+(?:på|i|ved|vid))\b|\b(?:tales|talas|snakkes|is spoken|används|bruges|brukes|is used|are used)\b",
    re.IGNORECASE,
)
WORKING_BEFORE = re.compile(  # right before the language: what is done in it
    r"^\W*(?:sprog|språk|language)\s+(?:i|på|in|at|on|om)\s+(?:the\s+)?(?:team|jobb|job|arbej|arbe|kontor|office|lab|work|gulv|golv|floor|bord|board|kitchen|kjøkken|køkken|kök|bygge|site|lager|warehouse|verkst|værkst)\w*\s*:\s*$|\b(?:er|är|is|are|står|exists?|findes både|held|afholdes|avholdes|hålls|holdes)\s+(?:(?:all|always|alltid|altid|mostly|mainly|mest|alle|alla|også|also|stort set|i hovedsak|hovedsakelig|primært|huvudsakligen|entirely|only|kun|bare|bara|conducted|written|done|carried out|performed|held|skrevet|skrivna|både)\s+)*(?:på|in)\s+(?:a mixture of\s+|a mix of\s+|both\s+|both the\s+|både\s+|en blanding af\s+|en blanding av\s+|en blandning av\s+)?$|^\W*(?:hoved|daglig)?(?:sproget|språket|sprog|språk|the language)\b[^.;:]{0,40}\b(?:er|är|is)\s*$"
    r"|\bvi\b(?:(?!\b(?:du|dig|deg|dej)\b)[^.;]){0,40}\b(?:taler|snakker|talar|pratar)\s*$|\b(?:skifta?r|veksler|växlar|skifter|veksles|switch(?:es)?|alternates?|varies|varierer|varierar)\s+(?:mellem|mellom|mellan|between)\s*$|\b(?:blir|bliver|er|är)\s+det(?:\s+(?:ofta|ofte|oftest|mest|mestadels|for det meste|som regel|gärna|gerne|gjerne|helst|ren|rent))*\s*$|\b(?:vi|we|alle|alla|everyone)\b[^.;]{0,40}\b(?:fikar|koder|kodar|code|arbejder|arbeider|jobber|arbetar|jobbar|works?|mødes|møtes|möts|meet|skriver|write|document|dokumenterer|dokumenterar|kommuni[ck]erer|kommunicerar|communicate)\b(?:\s+\w+){0,2}\s+(?:på|in)\s*$|\b(?:crew|group|gruppen|\w+gruppen)\s+(?:taler|snakker|talar|speaks?)\s*$"
    r"|\b(?:foregår|går|sker|skrives|skrivs|written|undervises|happens?|conducted|held|takes place)\b(?:\s+\w+){0,2}\s+(?:på|in)\s*$",
    re.IGNORECASE,
)
PLACE_OF_WORK = re.compile(
    r"\s+(?:\w+\s+)?(?:environment|miljø\w*|miljö\w*|team\w*|office|workplace|arbejdsplads\w*|arbeidsplass\w*|arbetsplats\w*|kontor|kolleg\w*|"
    r"colleagues|compan\w+|virksomhed\w*|bedrift\w*|företag\w*|organi[sz]ation\w*)",
    re.IGNORECASE,
)
SCHOOL_SUBJECT = re.compile(
    r"\s*(?:,|&|og|och|and)\s*(?:matemati|math|fysi|physics|kemi|kjemi|naturfag)", re.IGNORECASE
)
AVAILABLE = re.compile(
    r"\b(?:finns|finnes|findes|fås|available|kan vi give|is given)\s+(?:på|in)\s*$", re.IGNORECASE
)
OTHERS_SUBJECT = re.compile(  # whose language it is when no "you" stands in the clause
    r"^\W*(?:\w+ ){0,2}?(?:vores|vår[et]?|våra|our|min|mit|my|en del|nogle|noen|några|operators?|kolleg\w*|colleagues|alle|alla|eieren|ejeren"
    r"|chefen|sjefen|hund|\w{4,}(?:erne|ene|arna|orna|erna|ians|ists|ors)|(?:oper|work|engine)\w*ers)\b",
    re.IGNORECASE,
)
NAMED_PERSON = re.compile(  # "…, Lotta kan lite ryska": a name within the sentence
    r"(?:,|;|\b(?:og|och|and|men|but|mens|medan|while))\s+(?!(?:I|Jeg|Jag|Du|Vi|We|You|Ni|Man|Der|Det|Alle|Alla|Everyone)\b)[A-ZÆØÅÄÖ][a-zæøåäöé]+(?:\s+(?:og|och|and)\s+[A-ZÆØÅÄÖ][a-zæøåäöé]+)?\s+(?:taler|talar|snakker|pratar|speaks?|kan|knows?|forstår|förstår)\s+(?:\w+\s+){0,2}$"
)
YOU = re.compile(
    r"\b(?:du|dig|deg|you|your|din|dit|dine|dina|kandidat\w*|applicants?|candidates?|skal|ska|must|vi|we|jeg|jag|kunde\w*|customers?|clients?|patient\w*|borger\w*)\b|\b(?-i:I)\b",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"\b(?:taler|talar|snakker|pratar|forstår|förstår|speaks?|understands?|kan)\b[^,;.]{0,20}$", re.IGNORECASE
)
COMPARED = re.compile(  # "I speak Norwegian as well as Danish" grades the first with the second
    r"\b(?:så|lige så|like|lika|just as|nearly as|almost as|as good)\s*(?:godt|bra|väl|good|well|flytende|flydende|flytande|fluently?)?\s+(?:som|as)\s+(?:mit\s+|mitt\s+|my\s+|min\s+|i\s+|in\s+|på\s+)?$",
    re.IGNORECASE,
)
WITHOUT = re.compile(r"\b(?:without|uden|uten|utan)(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
REFEREES = re.compile(r"\breferen[cst]\w*|\breferees?\b|\bkan (?:spørges|spørres)", re.IGNORECASE)
THEY_SPEAK = re.compile(  # "we also see patients who speak Arabic"
    r"\b(?:patient|pasient|kund|customer|client|klient|borger|bruger|bruker|brukar|elev|pupil|student|barn|børn|child|guest|gäst|gæst|gjest|resident|beboer|beboar|invånare|innbygger|mange|många|many|people|folk|families|famili)\w*\s+(?:som|der|who|that)\s+(?:\w+\s+)?(?:taler|talar|snakker|pratar|speaks?)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
FAMILY_SPEAKS = re.compile(
    r"\b(?:my|min|mit|mitt|our|vores|vår)\s+(?:wife|husband|partner|children|kids|son|daughter|mother|father|kone|mand|mann|man|fru|sambo\w*|samboer|kæreste|kjæreste|barn|børn|datter|dotter|søn|sønn|mor|far|mamma|pappa)\b"
    r"(?!.*\b(?:I|jeg|jag)\b)[^.;]{0,40}\b(?:speaks?|learns?|taler|lærer|talar|lär|snakker|pratar)\b",
    re.IGNORECASE,
)
OTHER_PEOPLE = re.compile(
    r"\s+(?:kunde(?!behandl|konsul|rådgiv|servi|support|ansvar|mott|medar)\w*|customers?|clients?|marke[dt]\w*|marknad\w*|countries|lande?\b|länder|patient\w*|users?|brugere|brukere|användare|verden|world)",
    re.IGNORECASE,
)


def before_of(text: str, group: Group) -> str:
    return text[group.before : group.start]


def near_before(text: str, group: Group) -> str:
    """Words before the group back to the last comma or conjunction."""
    borders = borders_in(text, group.before, group.start)
    return text[borders[-1] if borders else group.before : group.start]


def behind(text: str, group: Group) -> str:
    """Words behind the group up to the next comma or conjunction, "in writing and speech" left out."""
    start = group.end
    mode = MODE.search(text, start, group.after)
    if mode and not text[start : mode.start()].strip(" ,(:-"):
        start = mode.end()
        while start < group.after and text[start] in " ,)":
            start += 1
    borders = borders_in(text, start, group.after)
    return text[start : borders[0] if borders else group.after]


def is_about_others(text: str, group: Group) -> bool:
    """Courses, the application itself, and customers who speak a language: none is a need."""
    before = before_of(text, group)
    return bool(
        TEACHING.search(before)
        or COURSE.match(text, group.end)
        or SCHOOL_SUBJECT.match(text, group.end)
        or AVAILABLE.search(before)
        or (
            SPEAKS.search(before)
            and OTHERS_SUBJECT.search(before)
            and not YOU.search(before)
            and not WORKING.search(before)
        )
        or NAMED_PERSON.search(before)
        or OTHER_THAN.search(before)
        or COMPARED.search(before)
        or APPLICATION.search(before)
        or REFEREES.search(before)
        or FAMILY_SPEAKS.search(before)
        or THEY_SPEAK.search(before)
        or (PAPERS.search(before) and not WITHOUT.search(before))
        or (group.mentions[-1].speaks and OTHER_PEOPLE.match(text, group.end))
    )


OTHERS_SPEAK = re.compile(
    r"\b(?:everyone|everybody|people|they|colleagues|alle andre|alla andra)\b[^.;,]{0,20}$", re.IGNORECASE
)
NOTHING_BEHIND = re.compile(
    r"[\s:–—(,-]*(?:[\w-]+[\s,]+){0,5}?(?:none|zero|nothing|obefintlig\w*|non-?existent|ikke[- ]eksisterende|ingenting|intet|inget|(?<!mostly )(?<!mest )(?<!largely )(?<!partly )(?<!delvis )(?<!delvist )(?:lost|forgotten|glemt|glömt|glömd)(?! (?:mostly|mest|det meste|det mesta|a lot|en del|meget|mye|mycket)))\b|\s*[–—-]\s+[–—-](?:\s|$)|[\s:–—(-]*(?:lost|forgotten|glemt|glömt|glömd)\b|[\s:–—(-]*(?:will start|starting|not yet|no\b(?! problem)|nej|nei|give me time)\b"
    r"|\s+(?:kan|taler|talar|snakker|pratar|forstår|förstår|speak|har)\s+(?:jag|jeg|I)\s+(?:\w+\s+){0,2}?(?:inte|ikke|ikkje|ej|not)\b(?=\s*(?:[.,;!)]|$|endnu|ennå|enda|än|ännu|yet|længere|lenger|längre))",
    re.IGNORECASE,
)


GONE = re.compile(  # "French I had at school, but it is gone"
    r"\b(?:men|but)\b[^.;,]{0,30}?\b(?:væk|vekk|borte|gone|lost|glemt|glömt|forgotten|forsvundet|forsvunnet|försvunnit|försvunnen)\b",
    re.IGNORECASE,
)


BEING_LEARNT = re.compile(  # "Danish: learning it now"
    r"[\s:–—(-]*(?:(?:jeg|jag|er|am|I|I'm|I am|currently|now|nu|still|just nu)\s+)*(?:lærer|lär mig|learning|being learn\w+|studerer|studerar|studying|pluggar|(?:er )?ved at lære|(?:er )?i gang med|tar kurs|tager kursus|under (?:læring|lærings|inlärning)|i gang|på gang|in progress|(?:går|begyndt|börjat|begynt) på (?:kurs|sprogskole|sfi|språkkurs|norskkurs)|(?:taking|attending) (?:classes|lessons|a course))\b",
    re.IGNORECASE,
)


def is_unspoken(text: str, group: Group) -> bool:
    """Whether a CV says that the person does not speak the languages of the group, or that others do."""
    if GONE.search(text, group.end, group.next_start):
        return True
    if NOTHING_BEHIND.match(text, group.end, group.after) or OTHERS_SPEAK.search(before_of(text, group)):
        return True
    return bool(SPEAKS_NOT.search(before_of(text, group)) and not LEARNING.search(before_of(text, group)))


def is_learning(text: str, group: Group) -> bool:
    return bool(LEARNING.search(before_of(text, group)) or BEING_LEARNT.match(text, group.end, group.after))


def is_offered(text: str, group: Group, role: Role) -> bool:
    """Whether an employer gives a course in the language of a group."""
    is_course = COURSE.match(text, group.end) or IN_COURSE.search(before_of(text, group))
    is_local = group.mentions[-1].code in SCANDINAVIAN  # German lessons are a benefit
    return bool(is_course and is_local and (role is Role.OFFER or OFFERED.search(text)))


def is_elliptic(text: str, group: Group) -> bool:
    """Whether a group lacks a verb of its own: the second of "we speak Danish over lunch and English in meetings"."""
    return bool(ELLIPSIS.fullmatch(text, group.before, group.start) and PLACE_BEHIND.match(text, group.end))


def modality_of(text: str, group: Group, role: Role, *, negated_level: bool) -> Modality:
    """
    How the languages of a group are needed.

    Args:
        text: the passage.
        group: the languages and their scope.
        role: a heading may have said that all below is an advantage.
        negated_level: "need not be fluent": the negation is about the level, not the language.
    """
    if is_unneeded(text, group):
        # "Swedish or English makes no difference": one of them it is
        is_choice = len(group.parts) == 1 and len(group.mentions) > 1
        begins = not text[max(group.before, text.rfind(". ", 0, group.start) + 1) : group.start].strip()
        return Modality.REQUIRED if is_choice and begins else Modality.NOT_REQUIRED
    before, near, after = before_of(text, group), near_before(text, group), behind(text, group)
    rest = text[group.end : group.next_start]
    but_not_needed = BUT_NOT_NEEDED.search(rest) and not WORKING.search(before)  # else that is an echo
    if BUT_PREFERRED.search(rest) or but_not_needed or OR_LEARN.search(rest) or LEARNT_LATER.search(rest):
        return Modality.PREFERRED
    if _is_to_be_learnt(before) and not NOT_NEEDED_BEHIND.search(after):
        return Modality.PREFERRED
    if not negated_level and _is_waived(before, after):
        return Modality.NOT_REQUIRED
    if ACCEPTED.search(after) and len(group.parts) == 1 and len(group.mentions) > 1:
        return Modality.REQUIRED  # "Swedish or English will do"
    if (
        PREFERRED_BEHIND.search(after)
        or ACCEPTED.search(after)
        or CONDITIONAL.search(before)
        or IN_TIME.search(text[max(0, group.start - 80) : group.start])
        or IN_YEARS.search(text, max(group.before, group.start - 80), group.start)
        or IN_YEARS.search(after)
        or PREFERRED_BEFORE.search(before)
        or GLADLY.search(near)
    ):
        return Modality.PREFERRED
    if (
        WORKING.search(before)
        or WORKING_BEFORE.search(before)
        or WORKING.search(text, group.end, group.after)
    ):
        return Modality.WORKING_LANGUAGE
    if group.mentions[-1].speaks and PLACE_OF_WORK.match(text, group.end):
        return Modality.WORKING_LANGUAGE
    if OVER_LUNCH.match(text, group.end, group.after) and not ENOUGH_TO.search(text, group.end, group.after):
        return Modality.WORKING_LANGUAGE
    if role is Role.ADVANTAGE and not NEEDED.search(after) and not PREFERRED_BEHIND.search(text):
        return Modality.PREFERRED
    return Modality.REQUIRED


def is_unneeded(text: str, group: Group) -> bool:
    """Whether it makes no difference, or those who do not speak it are welcome."""
    return bool(
        IRRELEVANT.search(text, max(0, group.before - 80), group.next_start)
        or (
            NEWCOMERS.search(text, group.before, group.start)
            and (WELCOME.search(text, group.end, group.after) or "?" in text[group.after : group.after + 1])
        )
    )


def _is_to_be_learnt(before: str) -> bool:
    learning = LEARNING.search(before)
    return learning is not None and bool(
        TO_BE_LEARNT.search(before[: learning.start()]) or WILLING.search(before[: learning.start()])
    )


def _is_waived(before: str, after: str) -> bool:
    return bool(
        NO_BEFORE.search(before)
        or NOT_NEEDED_BEFORE.search(before[-80:])
        or NOT_NEEDED_BEHIND.search(after)
        or LEARNING.search(before)
    )
