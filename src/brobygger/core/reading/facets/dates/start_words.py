"""Words that tell a start, in Danish, Bokmål, Swedish and English."""

from __future__ import annotations

from brobygger.core.reading.facets.phrases import any_of
from brobygger.core.reading.folding import folded

# The post begins, somebody takes it up, or it is filled.
BEGIN_WORDS = any_of(
    da="start, starte, starter, startes, startet, startdag, startdato, startdatoen, starttidspunkt, opstart, opstarten, opstartsdato, projektstart, sæsonstart, jobstart,"
    "tiltrædelse, tiltrædelsen, tiltrædelsesdato, tiltrædelsestidspunkt, tiltræder, tiltræde, tiltrædes, begynde, begynder, begyndelse, påbegynde, påbegyndes, ansættelse, ansættelsen, ansættelsesstart,"
    "ansættelsesdato, ansættes, besættes, besat, besættelse, tilgængelig, disponibel, ledig, ledig fra, ledigt, fri fra, mønstre, mønstrer, påmønstring, udmønstring, være klar, er klar til, på plads, i gang,"
    "første arbejdsdag, første dag, første vagt, første lektion, første skoledag, første tur, indtræder, indtræde, med virkning, løber fra, løbe fra",
    nb="oppstart, oppstarten, oppstartsdato, oppstartsdag, startdatoen, prosjektstart, sesongstart, tiltredelse, tiltredelsen, tiltredelsesdato, tiltredelsestidspunkt, tiltre, tiltrer, tiltres, tre inn, begynne, begynner,"
    "begynnelse, ansettelse, ansettelsen, ansettes, tilsettes, tilsetting, besettes, besatt, tilgjengelig, mønstring, påmønstring, utmønstring, på plass, i gang, første arbeidsdag, første vakt, første økt, første skift,"
    "første skoledag, første tur, løper fra, starttidspunkt, med virkning",
    sv="starta, startar, startas, startdatum, uppstart, uppstarten, projektstart, säsongsstart, tillträde, tillträdet, tillträdesdag, tillträdesdatum, tillträda, tillträder, tillträds, börja, börjar, börjas, börjat, början, anställas,"
    "anställs, tillsättas, tillsätts, tillgänglig, påmönstra, påmönstring, påmönstrar, mönstring, på plats, igång, i gång, vara redo, vara klar, första arbetsdag, första arbetsdagen, första dag, första dagen, första pass, första passet,"
    "första lektion, inleds, inleda, löper från, pågår från, kliva på, kliver på, gå på, med verkan",
    en="starts, starting, start date, starting date, startdate, start time, begin, begins, beginning, commence*, commencing, available, available from, availability, vacant, free from, free to start, join, joins, joining, in place,"
    "on board, onboard, first day, first shift, first lesson, first class, first working day, first trip, kick off, kicks off, kick-off, take up, taking up, taken up, taking office, to be filled, is filled, be filled, enter into service,"
    "with effect, effective, runs from, running from, entry date, date of entry, date of employment, intake, be ready",
)  # fmt: skip
CHANGING = any_of(  # a person who leaves one job for another
    da="kan skifte, kan skifte job, kan _ skifte",
    nb="kan bytte, kan bytte jobb, kan _ bytte, kan skifte, kan skifte jobb",
    sv="kan byta, kan byta jobb, kan _ byta",
    en="can change, can change jobs, can switch, can switch jobs, can _ change jobs, can _ switch jobs",
)
BEGIN = folded(rf"(?<![/.@-])(?:{BEGIN_WORDS}|{CHANGING})")
NOT_OF_THE_POST = folded(  # right before "starts": something else does
    r"(?:\b(?:construction|building|production|operations?|works?|sales|term|school|semester|studies|course|"
    r"byggeri\w*|byggear\w+|bygging\w*|bygget|bygge|produktion\w*|produksjon\w*|drift(?:en)?|sko(?:le|la)\w*|studie[trn]*|kurs(?:et|en)?|undervisning\w*)\s(?:work\s|(?:of|af|av)\s(?:\w+\s){1,2})?)$"
)
OF_SOMETHING = folded(r"\sof\s(?!(?:the\s)?(?:employment|contract|post|position|internship|placement|job|project|appointment)\b)|\s(?:en|et|ett|a|an|ny\w*|the)\s")  # fmt: skip

FROM_WORDS = any_of(
    da="fra, fra og med, pr., per, f.o.m., med virkning fra, senest fra, allerede fra",
    nb="fra, fra og med, f.o.m., fom, fr.o.m., per, pr., med virkning fra",
    sv="från, från och med, fr.o.m., f.o.m., per, med start, fr o m",
    en="from, as of, as from, with effect from, effective, effective from, starting",
)  # fmt: skip
FROM = folded(rf"{FROM_WORDS}\s+(?:(?:on|den|the|i|in|about|around|cirka|ca\.?|omkring|kring)\s+|d\.\s*)?$")
PREFERABLY = folded(
    any_of(da="gerne, helst, forventeligt, forventet", nb="gjerne, helst, ønskelig, fortrinnsvis, forventet", sv="gärna, helst, förslagsvis, önskvärt, preliminärt", en="preferably, ideally, tentatively, expected")
    + r"[\s:]+(?:(?:allerede|redan|already|fra|från|from|pr\.|i|in|til|till|to|den|d\.|on|per|omkring|around|kring)\s+)*$"
)  # fmt: skip

STUDY_TERM = folded(r"[hv]t.{0,2}\d+")  # a term as students write it: what it stands beside is study work

# The sentence offers a post, or says that somebody is needed.
POST = folded(
    r"\b(?:stilling\w*|tjänst(?:en|er|erna)?|anställning\w*|ansettelse\w*|ansættelse\w*|engagement\w*|position|vacancy|job|jobb|jobbet|jobbe|jobbene|praktik\w*|praksis\w*|internships?|placements?|\w*vikariat\w*|\w*vikar|"
    r"læreplads\w*|lærling\w*|lärling\w*|elevplads\w*|apprenticeships?|studiejob\w*|arbejde[trn]*|arbeid\w*|arbete[trn]*|engasjement\w*|exjobb\w*|examensarbete\w*|thesis|speciale\w*|projekt\w*|prosjekt\w*|"
    r"trainee\w*|employment|employed|appointment|contract|kontrakt\w*|stipendi\w*|ph\.?d\w*|postdoc\w*|uppdrag\w*|oppdrag\w*|assistent\w*|visstid\w*|tidsbegr\w*|orlov\w*|permisjon\w*|föräldraledig\w*)\b",
)  # fmt: skip
HIRING = folded(
    any_of(
        da="søger, søges, mangler, har brug for, får brug for, leder efter, ansætter, opslår, udlyser, opslås, tager, tager imod, optager, tilbyder, har plads til, er der plads til, har ledig, ledige, bemander",
        nb="søker, søkes, trenger, trengs, mangler, har behov for, har bruk for, får bruk for, leter etter, ser etter, ansetter, tilsetter, utlyser, lyser ut, lyses ut, tar inn, tar imot, tilbyr, har plass til, har ledig, ledig, bemanner",
        sv="söker, sökes, behöver, behövs, saknar, letar efter, anställer, rekryterar, utlyser, tar in, tar emot, erbjuder, har plats för, har plats åt, har ledig, lediga, bemannar",
        en="seek, seeks, seeking, need, needs, needed, looking for, wanted, hire, hires, hiring, recruit, recruits, recruiting, invited, offer, offers, have room for, has room for, have a place for, have an opening, vacancies, take on, taking on, takes on, require, requires",
    )
)  # fmt: skip
INTAKE = folded(  # "we take in two apprentices in August 2027"
    r"\b(?:welcom\w+|tager|tar|takes?|taking|optager|ansætter|ansetter|anställer|hires?|hiring|søger|søker|söker|recruit\w*)\b[^.]{0,40}\b\w*(?:lærling|lärling|elev|graduate|trainee|praktikant|intern|apprentice|stud)\w*",
)
IN = folded(r"\b(?:til|till|to|i|in|for|från|fra|from|pr\.)\s+$")
PERIOD = folded(  # "in the period", right before the first day of it
    r"\b(?:\w*periode(?:n|r|rne)?|period(?:en|er|erna|s)?|sæson(?:en)?|sesong(?:en)?|säsong(?:en)?|season|varighed|varighet|varaktighet|duration|tid|tidsrum|tidsrom|tidspunkt|tidpunkt|when|hvornår|når|när)\b"
    r"(?:\s20\d\d)?\s?[:(|?]?\s?(?:(?:er|är|is|are|löper|løber|løper|runs)\s)?(?:(?:fra|från|from|den|d\.)\s)*$"
)
LASTING = folded(  # "for six weeks from"
    r"(?:uger|uker|veckor|weeks|måneder|månader|months|år|years?|semestre|semestrer|semester|terminer)[\s,]+(?:med start\s)?$"
)
BREAK = folded(  # in such times nobody begins
    r"lukket|stengt|stäng|closed|open\b|åb(?:en|ent|ner)\b|åpe[nt]|öppe[nt]|interview|intervju|samtale|ansøg|søk(?!er|es)|sök(?!er|es)|apply|applic|frist|deadline"
)

AVAILABLE = folded(  # in any section of a CV: the person is free from then on
    r"\b(?:kan|can|could|kunne|able to|ready to)\s(?:\w+\s){0,2}?(?:begynd|begynn|start|börja|tiltr|tillträ|begin|join|skift|bytt|byta)|\b(?:tilgængelig|tilgjengelig|tillgänglig|available|disponibel)\b"
    r"|\bledig\s?[|:–-]|\b(?:ledig|free|fri)\s(?:fra|from|från|til|till|to|straks|nu|nå|now|omg|etter|efter|\d)|\b(?:tidligst|tidigast|earliest)?\s?(?:op?pstart|startdato|startdatum|start date|tiltrædelse|tiltredelse|tillträde)\b",
)
WISH = folded(
    any_of(
        da="mangler, har brug for, søger, leder efter, ønsker, vil gerne",
        nb="trenger, søker, leter etter, ser etter, ønsker, vil gjerne",
        sv="behöver, söker, letar efter, önskar, vill gärna",
        en="need, seek, seeking, looking for, would like, wish for",
    )
)
CAN_BEGIN = folded(  # right behind a day: "from January I can begin"
    r",?\s(?:(?:i|we|jeg|jag)\s)?(?:can|could|kan|kunne)\s(?:(?:i|jeg|jag)\s)?(?:begin|start|work|begynde|begynne|börja|arbejde|arbeide|arbeta|jobbe|jobba|tiltræde|tiltre|tillträda)\b"
)
CAN_WORK = folded(r"\b(?:can|could|kan|kunne)\s(?:work|do|arbejde|arbeide|jobbe|jobba|arbeta)\b[^.;]{0,60}$")

# As soon as possible, beside a word for the beginning or for hiring.
SOON_WORDS = any_of(
    da="snarest, snarest muligt, snarest mulig, snarligt, hurtigst muligt, så hurtigt som muligt, så snart som muligt, så snart du kan, når du kan, så hurtigt du kan, omgående, straks, med det samme, øjeblikkeligt, dags dato, fra dag til dag, fra den ene dag til den anden, hellere i dag end i morgen",
    nb="snarest, snarest mulig, snarlig, så snart som mulig, så raskt som mulig, så fort som mulig, så snart som råd, fortest mulig, raskest mulig, så snart du kan, så fort du kan, så raskt du kan, når du kan, når det passer deg, omgående, straks, umiddelbart, øyeblikkelig, med en gang, med det samme, på dagen",
    sv="snarast, snarast möjligt, så snart som möjligt, så fort som möjligt, så fort det går, så snart det går, så snart du kan, så fort du kan, när du kan, omgående, omedelbart, omedelbar, genast, på en gång, med en gång, med omedelbar verkan, snarlig, från dag till dag, per omgående",
    en="asap, a.s.a.p, as soon as possible, as soon as you can, as soon as you are able, whenever you can, whenever you are ready, when you can, immediate, immediately, earliest convenience, earliest opportunity, from one day to the next, right away, straight away, at once, without delay, urgently",
)  # fmt: skip
SOON = folded(SOON_WORDS)
SOONER = folded(  # "the sooner the better", "needed now"
    r"\bj[ou] (?:før|snarere|hurtigere|fortere|raskere|tidligere|förr|snabbare|tidigare|fortare)(?: du kan \w+)?,? (?:jo|des(?:to)?|ju|dess) (?:bedre|bättre|hellre)\b|\b(?:the )?sooner (?:(?:you can \w+,? )?the better|rather than later)\b|\b(?:helst|preferably) (?:i ?går|yesterday)\b"
    r"|\b(?:needs?|needed|wanted|hiring|mangler|trenger|trengs|behöver|behövs|brug for|bruk for|søges|søkes|sökes)\s(?:her og\s|redan\s|right\s)?(?:now|nu|nå)\b"
)
EITHER = folded(r"\b(?:eller|or)\s(?:\w+\s){0,2}$")
AFTER_THAT = folded(r"\s*(?:derefter|herefter|deretter|heretter|därefter|dærefter|there-?after|after(?:wards?| that)?)\b")  # fmt: skip
AT_ONCE = folded(  # "free now", "you can start tomorrow", "available from Monday"
    r"\b(?:ledig|fri|free|available|tilgængelig|tilgjengelig|tillgänglig|disponibel|start(?:e|er|a)?|begynde?|begynne|begin|börja)\s(?:(?:kan|can|du|you|jeg|jag|i|er|allerede|already|redan|work)\s){0,3}?"
    r"(?:(?:fra|from|från|på|on|as of)\s)?(?:nu|nå|now|today|direkt|direkte|genast|i ?dag|i ?mor[gr]on|i ?morgen|tomorrow|mandag|monday|måndag|(?:next|næste|neste|nästa)\s(?:week|uge|uke|vecka|mandag|monday|måndag))\b(?!\s(?:og|och|and) da)"
)
STOP = folded(  # begins, but not the work of this person
    r"\b(?:grundlagt|grundad\w*|etabler\w*|founded|established|since|siden|sedan|interview\w*|samtale\w*|samtal|intervju\w*|kurs\w*|"
    r"course|frist\w*|deadline|senest|senast|slut\w*|until|til og med|till och med|ends?|ut|udgangen|utgangen|utgången|gælder|gjelder|gäller|"
    r"søg|søk|sök|ansøg\w*|søknad\w*|ansök\w*|appl(?:y|ications?)|innen|inden|når|när|when|if|hvis|om du)\b",
)
BY_THEN = folded(r"[\s:]*(?:senest|senast|no later than|at the latest|latest|inden|innen|by|før|före|before)\s(?:den\s|d\.\s?|the\s)?")  # fmt: skip
AT_THE_LATEST = folded(r"\s(?:at the latest|senest|senast|latest)\b")
APPLYING = folded(r"søk(?!er|es)|sök(?!er|es)|søg(?!er|es)|ansök|apply|applic|send|skick|mail|mejl|\bring\b|skriv|frist|deadline|contact|kontakt|svar|reply|call\b")  # fmt: skip
