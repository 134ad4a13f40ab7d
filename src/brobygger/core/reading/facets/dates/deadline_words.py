"""Words that tell until when one can apply, in Danish, Bokmål, Swedish and English."""

from __future__ import annotations

from brobygger.core.reading.facets.phrases import any_of
from brobygger.core.reading.folding import folded

# The last day itself, or the end of the time in which applications are taken.
NAMED_WORDS = any_of(
    da="frist, fristen, ansøgningsfrist, ansøgningsfristen, ansøgningsdeadline, svarfrist, tilmeldingsfrist, sidste frist, sidste dag, sidste chance, sidste ansøgningsdag, sidste ansøgningsdato, absolut sidste, lukker for ansøgninger,"
    "lukker ansøgningsrunden, opslaget lukker, opslaget lukkes, annoncen lukker, lukker for nye ansøgninger, stillingen lukker, stillingsopslaget lukker, åben for ansøgninger, åbent for ansøgninger, åbent til og med",
    nb="søknadsfrist, søknadsfristen, svarfrist, påmeldingsfrist, siste frist, siste dag, siste søknadsdag, siste sjanse, stenger, stenges, stenger for søknader, vi stenger, lukker, søkefrist, søkefristen, åpent til og med, åpen for søknader",
    sv="sista ansökningsdag, sista ansökningsdagen, sista ansökningsdatum, ansökningsfrist, ansökningstid, ansökningstiden, sista datum, sista dag, sista dagen, sista dag att söka, sista dag för ansökan, sista chansen, sista svarsdag,"
    "svarsfrist, anmälningsfrist, annonsen stängs, annonsen stänger, annonsen ligger ute, stänger, stängs, vi stänger, slutdatum, ansökningsperiod, ansökningsperioden",
    en="deadline, closing date, closing, closes, applications close, application period, application window, window closes, final date, final day, last date, last day, last call, applications due, due date, due by, application date, applications end, open until, open for applications until",
)  # fmt: skip
# One sends an application, or gets in touch.
APPLY_WORDS = any_of(
    da="søg, søge, søges, ansøg, ansøge, ansøges, ansøgning, ansøgninger, ansøgningen, ansøgningerne, send, sende, sender, sendes, indsend*, indsendes, uploade*, upload, modtages, modtaget, modtager, modtage, kontakt, kontakte, skriv, skrive, skriver, ring, mail, maile, hør fra dig,"
    "høre fra dig, din henvendelse, have det, have den, have dem, har dem, har den, har det, ønsker den, ønsker dem, vil gerne have, aflever*, indlever*, lægge, læg, byd ind, meld dig, melde dig, besked, interesse",
    nb="søk, søke, søkes, søknad, søknaden, søknader, søknadene, sende, sendes, sender, last opp, laste opp, lastes opp, mottas, mottatt, kontakte, skrive, ta kontakt, hør fra deg, høre fra deg, ha den, ha det, ha dem, ønsker den, ønsker dem, leveres, lever, innlever*, meld deg, si fra, gi lyd, registrer*",
    sv="sök, söka, sökas, söks, ansök, ansöka, ansökan, ansökningar, ansökningen, skicka, skickas, skickar, ladda upp, laddas upp, mejla, maila, mejl, kontakta, skriva, höra från dig, höra av dig, hör av dig, ha den, ha det, vill ha, vi ha, inkommit, inkomma, lämnas, lämna, lämnar, anmäl, anmäls, anmäla, anmälan,"
    "intresseanmälan, sms:a, messa, tillhanda, oss tillhanda, registrera",
    en="apply, applying, applications, application, submit*, submission*, submitted, received, receive, receives, reach us, email, e-mail, get in touch, contact, write, hear from you, get your, want it, like it, have it, in by, upload, uploaded, express your interest, register, drop us, send us, due",
)  # fmt: skip
ADDRESS = r"(?<![\w@.])[\w.+-]+@[\w.-]+\w|\b[\w-]+\.(?:example|dk|no|se|com|org|eu|net)(?:/\S*)?"  # where to
NAMED = folded(rf"(?:{NAMED_WORDS}|(?<!\w)\w*(?:søknads|ansøgnings|ansøknings|ansöknings)frist\w*)")
APPLY = folded(rf"{APPLY_WORDS}|{ADDRESS}")
# By a day; the words may stand between the day and what is due.
BY_WORDS = any_of(
    da="senest, inden, før, til og med, t.o.m., tom, hurtigst muligt og senest, dog senest, ikke senere end, frem til",
    nb="senest, innen, før, til og med, t.o.m., ikke senere enn, seinest, fram til",
    sv="senast, innan, före, till och med, t.o.m., t o m, tills, fram till, dock senast, allra senast, inte senare än",
    en="by, before, until, till, no later than, not later than, latest, at the latest, on or before, up to, up until, before midnight on, due, due by, due on",
)  # fmt: skip
_LEADING_UP = r"(?:\s*[:|–-])?\s+(?:(?:den|d\.|the|on|by|kl\.?|klokken|klockan|at|noon|midnight|midnatt|midnat|\d{1,2}[.:]?\d{0,2}|\w+dag(?:en)?|\w+day),?\s+)*$"
BY = folded(BY_WORDS + _LEADING_UP)
AT_THE_LATEST = folded(  # strong enough where nothing is said to be applied for
    any_of(
        da="senest, dog senest, ikke senere end",
        nb="senest, seinest",
        sv="senast, dock senast, allra senast",
        en="no later than, not later than, at the latest, latest",
    )
    + _LEADING_UP
)
BETWEEN = folded(r"\b(?:mellem|mellom|mellan|between|fra|från|from)\s(?:den\s|d\.\s?|the\s)?$")
TO = folded(r"\s?(?:og|och|and|til|till|to|until|[–-])\s(?:den\s|d\.\s?|the\s)?")
READ_ON = folded(  # "we read them on 3 December"
    r"\b(?:(?:we|vi)\s(?:read|go through|look at|open|læser|leser|läser|åbner|åpner|öppnar|går igennem|går gjennom|går igenom)\s(?:\w+\s){1,3}?(?:on\s|den\s|d\.\s?)|(?:so|så) (?:vi|we) (?:har|have) (?:it|them|dem|den|det)\s(?:\w+dag\s)?(?:den\s|by\s|on\s)?)$"
)
OTHERWISE = folded(  # of something else than applying
    r"start|tiltr|tillträ|begyn|begin|börja|samtale\w* (?:er|holdes|afholdes|finder)|intervju\w* (?:er|är|sker|hålls|holdes)|interviews? (?:is|are|will)|\bexam\b|eksamen er|bestått|bestået|passed|afslutte|avslutte|avsluta|opened|åbne[rt]|åpne[rt]|öppna[rt]|leveran|leverance|færdig|ferdig med|klar\b"
)

# No day at all, or the day when somebody is found.
_FOUND = r"(?:f[uo]ndet|funnet|hittat|hittar|finder|finner|found|find|møder|møter|mött|met|fyldt|fylt|fyllt|fulde|fulle|fulltallige|fulltecknade|fullsatta|full|filled|besat|besatt|besatte|besatta|tilsatt|tillsatt|tillsatta|taken|nok|nog|enough|rett|rett person|den rette|rätt)"
UNTIL = "until till til indtil inntil tills når när when once så_snart så_fort as_soon_as"
WHO = (
    "vi we the den alle alla stillingen stillingene stillingerne pladsen pladserne plassene platsen platserna tjänsten tjänsterna "
    "jobbet laget lagene holdet holdene gruppen posten position positions post posts role roles team seats places all filled full"
)
UNTIL_WHOM = {  # the cheap sign of it
    f"{until.replace('_', ' ')} {who}" for until in UNTIL.split() for who in WHO.split()
}
UNTIL_FOUND = folded(
    rf"\b(?:{UNTIL.replace(' ', '|').replace('_', ' ')})\s(?=(?:{WHO.replace(' ', '|')})\b)(?:(?!senest|senast)[\w'’-]+\s){{0,4}}?{_FOUND}\b"
)
NO_DEADLINE = folded(
    r"\b(?:(?:ingen|intet|inget|ikke noen|ikke nogen|uden|uten|utan) (?:fast(?:e|st|satt)? |bestemt |bestämt |bestämd |egentlig |sat |satt |særlig )?(?:\w*frist|slutdatum|sista (?:ansökningsdag|dag|datum)|deadline|sidste dag|siste dag)|"
    r"(?:no|without an?|not have an?) (?:fixed |set |formal |specific |firm |real |strict )?(?:application )?(?:deadline|closing date))\b"
)
TO_BE_FOUND = folded(
    r"\b(?:\w*frist(?:en)?|deadline|closing date|sista ansökningsdag)\s?(?:[:–-]|er|is|är)\s?(?:når|når vi|när|when|until|indtil|tills|til|so snart|så snart)\b[^.;,]{0,40}(?=[.;,]|$)"
)
FIRST_COME = folded(
    any_of(
        da="først til mølle, den første der passer, den første der passer, tager den første, søg når som helst",
        nb="førstemann til mølla, først til mølla, tar den første, søk når som helst",
        sv="först till kvarn, tar den första, sök när som helst",
        en="first come first served, first come, first-come, apply any time, apply anytime, apply at any time",
    )
)
AS_SOON = folded(
    r"\s*[:\-–]?\s*(?:er\s|är\s|is\s)?(?P<said>snarest(?: muli?gt?)?|snarast(?: möjligt)?|asap|as soon as possible|hurtigst muligt|så snart som muligt?|så snart som möjligt|løbende|løpende|fortløpende|löpande|rolling|open|åben|åpen|öppen)\b",
)
AS_WE_GO = "as we go"
ROLLING = folded(
    rf"\b{AS_WE_GO}\b|"
    + any_of(
        da="løbende, fortløbende, efterhånden, efterhånden som, undervejs, hen ad vejen, mens de kommer, i takt med, hver uge, hver dag, hver fredag, hver mandag, ugentligt, hele tiden, kontinuerligt, i den rækkefølge, hele året, året rundt",
        nb="løpende, fortløpende, etter hvert, etterhvert, etter hvert som, etterhvert som, underveis, mens de kommer, i takt med, hver uke, hver dag, ukentlig, hele tiden, kontinuerlig, i den rekkefølgen, hele året, året rundt",
        sv="löpande, fortlöpande, efter hand, efterhand, allteftersom, allt eftersom, vartefter, undan för undan, under ansökningstiden, i takt med, varje vecka, varje dag, kontinuerligt, hela tiden, i den ordning, pågår, året om, hela året",
        en="on an ongoing basis, on a rolling basis, on a continuous basis, rolling, continuous, continuously, ongoing, as they come, as they arrive, as they turn up, as they drop in, as they land, as applications come in, as applications arrive, as they are received, as received, as it comes, as we go along, along the way, every week, every day, every friday, every monday, weekly, all the time, what comes in, as they write, throughout, in the order, day by day, week by week, all year round",
    )
)
# What is done with applications all the time: by its own word, or by a verb whose subject is the firm.
OF_APPLICATIONS = folded(
    r"samtale|intervju|interview|ansøg|søknad|søkere|ansökning|ansökan|applica|applicant|candidate|kandidat|\burval|udvælgelse|utvelgelse|selection|rekryter|rekrutter|recruit|vacanc|\bposition(?:s|en)? (?:is|are|may)|stilling(?:en|er|ene)? (?:besættes|besettes|tilsettes|kan)|tjänste[rn]\w* (?:kan|till)"
)
SELECTING = folded(
    r"\b(?:vi|we|i|jeg|jag|og|och|and|ansøgningerne|søknadene)\s(?:(?:also|også|også|också|gerne|gjerne|gärna|will|vil|kommer att|call|kalder|kaller|kallar|tager|tar|holder|håller)\s){0,2}?(?:\w+\s){0,1}?(?:vælger|velger|väljer|behandl\w+|vurder\w+|bedöm\w+|läser|læser|leser|gennemg\w+|gjennomg\w+|går igennem|går gjennom|ser på|kigger på|tittar på|indkalder|innkaller|kalder|kaller|kallar|bjuder in|inviterer|"
    r"ansætter|ansetter|anställer|tilsetter|tillsätter|besætter|besetter|rekrutterer|rekryterar|svarer|svarar|ringer|taler|snakker|pratar|talar|møder|møter|træffer|treffer|träffar|tager|tar|tager imod|tar imot|tar emot|tar in|look|looks|read|reads|review|reviews|select|screen|assess|interview|interviews|invite|call|hire|hires|fill|meet|talk|answer|reply|take)\b"
)
FILLED = folded(r"\b(?:positions?|posts?|roles?|vacancies|places|seats|spots) (?:is|are|will be|get|may be) filled\b|\b(?:pladser\w*|plasser\w*|platser\w*|stillinger\w*|jobb?\w*|tjänster\w*) (?:besættes|besettes|fylles|fyldes|fylls|tilsettes|tillsätts)\b|\bvurdering\b|\bbehandling\b")  # fmt: skip
HIRES_WHEN = folded(  # "we hire when we meet the right one"
    rf"\b(?:ansætter|ansetter|anställer|tilsetter|tillsätter|hire|hires|lukker|stenger|stänger|close|closes|stop|stopper|slutar|annonsen gäller|ligger ute|opslaget er|open|åben|åpen|öppen)\b[^.!?]{{0,25}}\b(?:når|när|when|once|så snart|så fort|as soon as|til|till|tills|indtil|inntil|until)\b[^.!?]{{0,40}}\b{_FOUND}"
)
