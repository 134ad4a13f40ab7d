"""Matcherens ord på bokmål. Setningene står parvis: slik bedriften leser dem, slik kandidaten leser dem."""

from __future__ import annotations

OR, AND = "eller", "og"

SENTENCES: dict[str, tuple[str, str]] = {
    # --- what matches ---------------------------------------------------------------------
    "skills.covered": (
        "CV-en dekker {covered} av de {asked} kompetansene dere spør etter.",
        "CV-en din dekker {covered} av de {asked} kompetansene annonsen spør etter.",
    ),
    "skills.partly": (
        "CV-en dekker {covered} av de {asked} kompetansene dere spør etter, og er nær {partly} til.",
        "CV-en din dekker {covered} av de {asked} kompetansene annonsen spør etter, og er nær {partly} til.",
    ),
    "link.same": (
        "{needed}: I annonsen deres står det «{ad}», i CV-en «{cv}».",
        "{needed}: I annonsen står det «{ad}», i CV-en din «{cv}».",
    ),
    "link.narrower": (
        "{needed}: CV-en viser {held} («{cv}»), som er en form for det. Det teller {percent}.",
        "{needed}: Du har {held} («{cv}»), som er en form for det. Det teller {percent}.",
    ),
    "link.broader": (
        "{needed}: CV-en viser bare det bredere {held} («{cv}»). Det teller {percent}.",
        "{needed}: Du har det bredere {held} («{cv}»). Det teller {percent}.",
    ),
    "link.essential": (
        "{needed}: CV-en viser {held} («{cv}»), som hører tett sammen med det. Det teller {percent}.",
        "{needed}: Du har {held} («{cv}»), som hører tett sammen med det. Det teller {percent}.",
    ),
    "link.sibling": (
        "{needed}: CV-en viser den nærliggende kompetansen {held} («{cv}»). Det teller {percent}.",
        "{needed}: Du har den nærliggende kompetansen {held} («{cv}»). Det teller {percent}.",
    ),
    "link.related": (
        "{needed}: CV-en viser den beslektede kompetansen {held} («{cv}»). Det teller {percent}.",
        "{needed}: Du har den beslektede kompetansen {held} («{cv}»). Det teller {percent}.",
    ),
    "link.craft": (
        "{needed}: CV-en nevner det ikke, men det hører til arbeidet som {held}. Det teller {percent}.",
        "{needed}: CV-en din nevner det ikke, men det hører til arbeidet som {held}. Det teller {percent}.",
    ),
    "link.custom": (
        "{needed}: CV-en nevner det ikke, men det er vanlig i arbeidet som {held}. Det teller {percent}.",
        "{needed}: CV-en din nevner det ikke, men det er vanlig i arbeidet som {held}. Det teller {percent}.",
    ),
    "skills.usual": (
        "Av det som arbeidet som {occupation} vanligvis krever utover annonsen, viser CV-en {percent}.",
        "Av det som arbeidet som {occupation} vanligvis krever utover annonsen, viser CV-en din {percent}.",
    ),
    "occupation.same": (
        "Kandidaten jobber som eller er utdannet {held}, og det er det dere ser etter.",
        "Du jobber som eller er utdannet {held}, og det er det de ser etter.",
    ),
    "occupation.close": (
        "Kandidaten er {held}, som ligger nær {asked} ({percent}).",
        "Du er {held}, som ligger nær {asked} ({percent}).",
    ),
    "field.same": (
        "Utdanningen er innenfor fagområdet dere spør etter.",
        "Utdanningen din er innenfor fagområdet de spør etter.",
    ),
    "field.near": (
        "Utdanningen er innenfor et beslektet fagområde.",
        "Utdanningen din er innenfor et beslektet fagområde.",
    ),
    "level.met": (
        "Utdanningsnivået er {held}; dere ønsker {asked}.",
        "Utdanningsnivået ditt er {held}; de ønsker {asked}.",
    ),
    "experience.met": (
        "Kandidaten har {held}s erfaring; dere ønsker {asked}.",
        "Du har {held}s erfaring; de ønsker {asked}.",
    ),
    "stage.student": (
        "Kandidaten studerer fortsatt når det begynner.",
        "Du studerer fortsatt når det begynner (til {end}).",
    ),
    "stage.graduate": (
        "Kandidaten er nyutdannet eller snart ferdig.",
        "Du er nyutdannet eller snart ferdig ({end}).",
    ),
    "markets.known": ("Kandidaten kjenner markedet: {markets}.", "Du kjenner markedet: {markets}."),
    "language.met": (
        "{language} på {held}; dere trenger {needed}.",
        "Du har {language} på {held}; jobben krever {needed}.",
    ),
    "language.advantage_met": (
        "{language} på {held}, som dere kaller en fordel.",
        "Du har {language} på {held}, som de kaller en fordel.",
    ),
    "language.coffee_met": (
        "{language} på {held} holder til praten rundt kaffebordet.",
        "Du har nok {language} ({held}) til praten rundt kaffebordet.",
    ),
    "work_right.held": (
        "Kandidaten kan jobbe i {country} uten ny tillatelse.",
        "Du kan jobbe i {country} uten ny tillatelse.",
    ),
    "work_right.supported": (
        "Dere hjelper med arbeidstillatelsen, så kandidaten kan vurderes.",
        "Arbeidsgiveren hjelper med arbeidstillatelsen.",
    ),
    "place.remote": (
        "Alt arbeidet kan gjøres hjemmefra, og det passer kandidaten.",
        "Du kan gjøre alt arbeidet hjemmefra.",
    ),
    "place.same": ("Kandidaten bor i {place}.", "Du bor i {place}, der arbeidet er."),
    "place.commute": (
        "Kandidaten bor omtrent {minutes} fra {place}.",
        "Det er omtrent {minutes} hjemmefra til {place}.",
    ),
    "place.commute_border": (
        "Kandidaten bor omtrent {minutes} fra {place}, på den andre siden av grensen.",
        "Det er omtrent {minutes} hjemmefra til {place}, på den andre siden av grensen.",
    ),
    "place.part_remote": (
        "Det er omtrent {minutes} til {place}, men med hjemmekontor blir turene få.",
        "Det er omtrent {minutes} til {place}, men med hjemmekontor blir turene dine få.",
    ),
    "place.move": (
        "Kandidaten er villig til å flytte til {country}.",
        "Du er villig til å flytte til {country}.",
    ),
    "time.met": ("Kandidaten er ledig når arbeidet begynner.", "Du er ledig når arbeidet begynner."),
    "time.late": (
        "Kandidaten er ledig {days} etter oppstart, og så lenge kan dere vente.",
        "Du er ledig {days} etter oppstart, og så lenge kan de vente.",
    ),
    "time.late_usual": (
        "Kandidaten er ledig {days} etter oppstart, innenfor de vanlige {wait}.",
        "Du er ledig {days} etter oppstart, innenfor de vanlige {wait}.",
    ),
    "time.late_notice": (
        "Kandidaten er ledig {days} etter oppstart, innenfor en vanlig oppsigelsestid ({wait}).",
        "Du er ledig {days} etter oppstart, innenfor en vanlig oppsigelsestid ({wait}).",
    ),
    "wishes.met": ("Det passer med kandidatens ønsker: {wishes}.", "Det passer med ønskene dine: {wishes}."),
    # --- what is missing, without excluding -------------------------------------------------
    "skills.missing": ("Ikke funnet i CV-en: {skills}.", "Annonsen spør også etter: {skills}."),
    "skills.missing_advantage": (
        "Ville vært en fordel, men står ikke i CV-en: {skills}.",
        "Ville vært en fordel: {skills}.",
    ),
    "occupation.far": (
        "Kandidaten kommer fra et annet yrke: {held}.",
        "De ser etter et annet yrke enn ditt: {asked}.",
    ),
    "field.far": (
        "Utdanningen er innenfor et annet fagområde.",
        "Utdanningen din er innenfor et annet fagområde enn de spør etter.",
    ),
    "level.below": (
        "Utdanningsnivået er {held}; dere vil helst ha {asked}.",
        "Utdanningsnivået ditt er {held}; de vil helst ha {asked}.",
    ),
    "experience.below": (
        "Kandidaten har {held}s erfaring; dere ønsker {asked}.",
        "Du har {held}s erfaring; de ønsker {asked}.",
    ),
    "stage.student_past": (
        "Det er for studenter; kandidatens utdanning slutter før det begynner.",
        "Det er for studenter; utdanningen din ble avsluttet i {end}.",
    ),
    "stage.graduate_past": (
        "Det er for nyutdannede; det er kandidaten ikke lenger.",
        "Det er for nyutdannede; utdanningen din ble avsluttet i {end}.",
    ),
    "stage.graduate_later": (
        "Det er for nyutdannede; kandidaten studerer lenger ennå.",
        "Det er for nyutdannede; du studerer til {end}.",
    ),
    "markets.other": (
        "Kandidaten kjenner andre markeder enn deres.",
        "Du kjenner andre markeder enn dem i annonsen.",
    ),
    "wishes.missed": ("Kandidaten ønsker seg noe annet.", "Du ønsker deg noe annet."),
    "language.nearly": (
        "{language} på {held} er ett nivå under {needed}, som dere krever.",
        "Du har {language} på {held}, ett nivå under {needed}, som kreves.",
    ),
    "language.neighbour_nearly": (
        "{other} på {own} teller som {held} i {language}, ett nivå under {needed}, som dere krever.",
        "Du har {other} på {own}, og det teller som {held} i {language}, ett nivå under {needed}, som kreves.",
    ),
    "language.neighbour": (
        "{other} på {own} teller som {held} i {language}; dere trenger {needed}.",
        "Du har {other} på {own}, og det teller som {held} i {language}; jobben krever {needed}.",
    ),
    "language.neighbour_welcome": (
        "{other} på {own} teller som {held} i {language}; {needed} er ønsket.",
        "{other} på {own} teller som {held} i {language}; {needed} er ønsket.",
    ),
    "language.advantage": (
        "{language} på {needed} ville vært en fordel.",
        "{language} på {needed} ville vært en fordel.",
    ),
    "language.coffee_missing": (
        "{language} på {needed} rundt kaffebordet mangler.",
        "Litt {language} ({needed}) rundt kaffebordet ville hjulpet.",
    ),
    # --- what cannot be told ----------------------------------------------------------------
    "unknown.parts": ("Kunne ikke sammenlignes: {parts}.", "Kunne ikke sammenlignes: {parts}."),
    "language.unstated": (
        "CV-en sier ikke hvilke språk kandidaten snakker; dere trenger {language} på {needed}.",
        "CV-en din sier ikke hvilke språk du snakker; jobben krever {language} på {needed}.",
    ),
    "language.variant": (
        "Språket står i CV-en, men ikke om det er {language}.",
        "Språket står i CV-en din, men ikke om det er {language}.",
    ),
    "language.unsure": (
        "Det er ikke sikkert at dere krever {language}; CV-en viser det ikke på {needed}.",
        "Det er ikke sikkert at {language} kreves; CV-en din viser det ikke på {needed}.",
    ),
    "work_right.no_country": (
        "Annonsen sier ikke hvilket land arbeidet er i, så retten til å jobbe kan ikke vurderes.",
        "Annonsen sier ikke hvilket land arbeidet er i, så retten din til å jobbe kan ikke vurderes.",
    ),
    "work_right.unstated": (
        "Kandidaten har ikke oppgitt om det trengs tillatelse til å jobbe i {country}.",
        "Du har ikke oppgitt om du trenger tillatelse til å jobbe i {country}.",
    ),
    "education.unstated": (
        "CV-en viser ikke utdanningsnivået; dere krever {asked}.",
        "CV-en din viser ikke utdanningsnivået; det kreves {asked}.",
    ),
    "start.unstated": (
        "Kandidaten har ikke oppgitt mulig oppstart; dere starter {start}.",
        "Du har ikke oppgitt når du kan begynne; arbeidet starter {start}.",
    ),
    "duration.unstated": (
        "Kandidaten kan bli i {stay}; annonsen sier ikke hvor lenge arbeidet varer.",
        "Du kan bli i {stay}; annonsen sier ikke hvor lenge arbeidet varer.",
    ),
    "hours.unstated": (
        "Kandidaten ønsker {wished} i uka; annonsen sier ikke noe om timetall.",
        "Du ønsker {wished} i uka; annonsen sier ikke noe om timetall.",
    ),
    "pay.unstated": (
        "Kandidaten har satt en laveste lønn; annonsen oppgir ikke lønn.",
        "Du vil ha minst {floor} i måneden; annonsen oppgir ikke lønn.",
    ),
    "pay.currency": (
        "Kandidaten har satt sin laveste lønn i en annen valuta enn deres {pay}: Det er ikke satt noen vekslingskurs.",
        "Du vil ha {floor}, de tilbyr {pay}: Det er ikke satt noen vekslingskurs.",
    ),
    "kind.unstated": (
        "Annonsen sier ikke hvilken type mulighet det er.",
        "Annonsen sier ikke hvilken type mulighet det er.",
    ),
    "place.unstated": (
        "Det er ukjent om kandidaten kan komme seg til stedet.",
        "Fortell hvor du bor, eller om du vil jobbe hjemmefra, så ser du om stedet er innen rekkevidde.",
    ),
    "place.unnamed": (
        "Annonsen nevner ikke noe sted, så det er ukjent om kandidaten kan komme seg dit.",
        "Annonsen nevner ikke noe sted, så det er ukjent om du kan komme deg dit.",
    ),
    "place.move_unstated": (
        "Stedet er ikke innen daglig rekkevidde, og det er ukjent om kandidaten vil flytte.",
        "Stedet er ikke innen daglig rekkevidde. Fortell om du vil flytte til {country}.",
    ),
    "place.remote_unstated": (
        "Det er ukjent om kandidaten vil jobbe hjemmefra, og det avgjør om stedet er innen rekkevidde.",
        "Fortell om du vil jobbe hjemmefra, så ser du om stedet er innen rekkevidde.",
    ),
    # --- what excludes ----------------------------------------------------------------------
    "language.below": (
        "{language} på {held} er lavere enn {needed}, som dere krever.",
        "Du har {language} på {held}; det kreves {needed}.",
    ),
    "language.neighbour_below": (
        "{other} på {own} teller som {held} i {language}, og det er lavere enn {needed}, som dere krever.",
        "Du har {other} på {own}, og det teller som {held} i {language}; det kreves {needed}.",
    ),
    "language.missing": (
        "Kandidaten kan ikke {language}; dere krever {needed}.",
        "Det kreves {language} på {needed}, og det står ikke i CV-en din.",
    ),
    "work_right.only": (
        "Dere tar bare imot folk som allerede kan jobbe i {country}.",
        "De tar bare imot folk som allerede kan jobbe i {country}.",
    ),
    "work_right.missing": (
        "Kandidaten trenger arbeidstillatelse i {country}, og annonsen tilbyr ikke hjelp med det.",
        "Du trenger arbeidstillatelse i {country}, og annonsen tilbyr ikke hjelp med det.",
    ),
    "education.below": (
        "Utdanningsnivået er {held}; dere krever {asked}.",
        "Utdanningsnivået ditt er {held}; det kreves {asked}.",
    ),
    "start.late": (
        "Kandidaten er ledig {available}, {days} etter oppstart.",
        "Du er ledig {available}, {days} etter oppstart.",
    ),
    "duration.permanent": (
        "Stillingen er fast; kandidaten kan bli i {stay}.",
        "Stillingen er fast; du kan bli i {stay}.",
    ),
    "duration.short": (
        "Arbeidet varer i {months}; kandidaten kan bli i {stay}.",
        "Arbeidet varer i {months}; du kan bli i {stay}.",
    ),
    "hours.too_many": (
        "Dere tilbyr {offered} i uka; kandidaten ønsker {wished}.",
        "De tilbyr {offered} i uka; du ønsker {wished}.",
    ),
    "hours.too_few": (
        "Dere tilbyr bare {offered} i uka; kandidaten ønsker {wished}.",
        "De tilbyr bare {offered} i uka; du ønsker {wished}.",
    ),
    "pay.below": (
        "Dere tilbyr {pay} i måneden; kandidaten vil ha mer.",
        "De tilbyr {pay} i måneden; du vil ha minst {floor}.",
    ),
    "kind.other": (
        "Kandidaten ser etter noe annet enn {kind}.",
        "Det er {kind}, og det er ikke blant det du ser etter.",
    ),
    "place.border": (
        "Kandidaten bor innen rekkevidde av {place}, men på den andre siden av grensen.",
        "{place} er innen rekkevidde for deg, men på den andre siden av grensen.",
    ),
    "place.too_far": (
        "Det er omtrent {minutes} til {place}; kandidaten godtar {limit} og ønsker ikke å flytte til {country}.",
        "Det er omtrent {minutes} til {place}; du godtar {limit} og har ikke sagt at du vil flytte til {country}.",
    ),
    "place.no_way": (
        "Det går ikke an å pendle daglig til {place} fra der kandidaten bor.",
        "Det går ikke an å pendle daglig til {place} fra der du bor.",
    ),
    "market.missing": (
        "Kandidaten har ikke oppgitt å kjenne markedet: {markets}.",
        "Du har ikke oppgitt at du kjenner markedet: {markets}.",
    ),
}

COUNTS: dict[str, tuple[str, str]] = {
    "language": (
        "{count} kandidat mangler {language} på nivået dere krever.",
        "{count} kandidater mangler {language} på nivået dere krever.",
    ),
    "work_right": (
        "{count} kandidat ville trengt arbeidstillatelse.",
        "{count} kandidater ville trengt arbeidstillatelse.",
    ),
    "education": (
        "{count} kandidat er under utdanningsnivået.",
        "{count} kandidater er under utdanningsnivået.",
    ),
    "start": ("{count} kandidat er ledig for sent.", "{count} kandidater er ledige for sent."),
    "duration": ("{count} kandidat kan ikke bli lenge nok.", "{count} kandidater kan ikke bli lenge nok."),
    "hours": ("{count} kandidat ønsker et annet timetall.", "{count} kandidater ønsker et annet timetall."),
    "pay": ("{count} kandidat vil ha høyere lønn.", "{count} kandidater vil ha høyere lønn."),
    "kind": (
        "{count} kandidat ser etter en annen type mulighet.",
        "{count} kandidater ser etter en annen type mulighet.",
    ),
    "place": (
        "{count} kandidat kan ikke komme seg til stedet.",
        "{count} kandidater kan ikke komme seg til stedet.",
    ),
    "market": ("{count} kandidat kjenner ikke markedet.", "{count} kandidater kjenner ikke markedet."),
}

CHIPS: dict[str, str] = {
    "skills.covered": "{covered} av {asked} kompetanser",
    "skills.partly": "{covered} av {asked} kompetanser",
    "language.met": "{language} {held}",
    "language.advantage_met": "Fordel: {language}",
    "language.coffee_met": "{language} rundt kaffebordet",
    "language.nearly": "{language} {held}, ikke {needed}",
    "language.neighbour_nearly": "{language} {held}, ikke {needed}",
    "language.neighbour": "{other} teller som {language}",
    "language.neighbour_welcome": "{other} teller som {language}",
    "occupation.same": "Samme yrke",
    "occupation.close": "Beslektet yrke",
    "field.same": "Riktig fagområde",
    "field.near": "Beslektet fagområde",
    "level.met": "{held}",
    "experience.met": "{held}s erfaring",
    "stage.student": "Studerer fortsatt",
    "stage.graduate": "Nyutdannet",
    "markets.known": "Kjenner {markets}",
    "place.remote": "Jobber hjemmefra",
    "place.same": "Bor i {place}",
    "place.commute": "{minutes} unna",
    "place.commute_border": "{minutes}, over grensen",
    "place.part_remote": "Få turer",
    "place.move": "Vil flytte",
    "place.move_unstated": "Ville måtte flytte",
    "time.met": "Ledig ved oppstart",
    "time.late": "Ledig {days} senere",
    "time.late_usual": "Ledig {days} senere",
    "time.late_notice": "Ledig {days} senere",
    "work_right.supported": "Tillatelse med hjelp",
    "language.below": "{language} under {needed}",
    "language.neighbour_below": "{language} under {needed}",
    "language.missing": "Mangler {language}",
    "work_right.only": "Uten arbeidstillatelse",
    "work_right.missing": "Trenger tillatelse",
    "education.below": "For lavt nivå",
    "start.late": "Ledig for sent",
    "duration.permanent": "Fast stilling",
    "duration.short": "For kort opphold",
    "hours.too_many": "For mange timer",
    "hours.too_few": "For få timer",
    "pay.below": "For lav lønn",
    "kind.other": "Annen type mulighet",
    "place.border": "Grensen imellom",
    "place.too_far": "For langt unna",
    "place.no_way": "Kan ikke pendle dit",
    "market.missing": "Kjenner ikke markedet",
}

NAMES: dict[str, str] = {
    "part.skills": "kompetanser",
    "part.occupation": "yrke",
    "part.field": "fagområde",
    "part.level": "utdanningsnivå",
    "part.experience": "erfaring",
    "part.stage": "trinn i studiet",
    "part.languages": "språk",
    "part.markets": "markeder",
    "part.place": "sted",
    "part.time": "oppstart",
    "part.wishes": "ønsker",
    "rule.language": "språk",
    "rule.work_right": "arbeidstillatelse",
    "rule.education": "utdanningsnivå",
    "rule.start": "oppstart",
    "rule.duration": "varighet",
    "rule.hours": "timetall",
    "rule.pay": "lønn",
    "rule.kind": "type mulighet",
    "rule.place": "sted",
    "rule.market": "marked",
    "wish.occupation": "yrke",
    "wish.kind": "type mulighet",
    "wish.pay": "lønn",
    "dial.none": "Som det er",
    "dial.language": "{language} på {level}",
    "dial.coffee": "{language} bare rundt kaffebordet",
    "dial.advantage": "{language} som en fordel",
    "dial.start_later": "Oppstart {months} senere",
    "dial.start_earlier": "Oppstart {months} tidligere",
    "dial.border_open": "Regn med pendling over grensen",
    "dial.border_closed": "Uten pendling over grensen",
    "dial.neighbours_count": "La dansk, norsk og svensk telle for hverandre",
    "dial.neighbours_apart": "Ikke la dansk, norsk og svensk telle for hverandre",
    "dial.remote": "{percent} hjemmekontor",
    "dial.pay": "{percent} mer i lønn",
    "dial.education": "Utdanningsnivå som en fordel",
    "dial.permit": "Hjelp med arbeidstillatelse",
    "step.skill": "Lær {skill}",
    "step.language": "Nå {level} i {language}",
    "step.commute": "Si ja til {minutes} til jobb",
    "step.move": "Vær villig til å flytte til {country}",
    "step.start": "Vær ledig {months} tidligere",
    "step.remote": "Si ja til hjemmekontor",
    "kind.internship": "en praksisplass",
    "kind.thesis": "en masteroppgave",
    "kind.project": "et prosjekt",
    "kind.student_job": "en studentjobb",
    "kind.graduate_job": "en jobb for nyutdannede",
    "kind.job": "en jobb",
    "kind.research": "en forskerstilling",
    "kind.teaching": "en undervisningsstilling",
    "kind.apprenticeship": "en læreplass",
    "language.nb": "norsk",
    "language.pt-BR": "brasiliansk portugisisk",
    "language.scandinavian": "skandinavisk",
    "language.dsl": "dansk tegnspråk",
    "language.fit": "meänkieli",
    "language.fkv": "kvensk",
    "language.jam": "jamaicansk kreolsk",
    "language.ltg": "latgallisk",
    "language.mnk": "mandinka",
    "language.nsl": "norsk tegnspråk",
    "language.rif": "tarifit",
    "language.sgn": "tegnspråk",
    "language.sju": "umesamisk",
    "language.swl": "svensk tegnspråk",
    "language.tcy": "tulu",
    "eqf.1": "grunnskole, første trinn (EQF 1)",
    "eqf.2": "grunnskole (EQF 2)",
    "eqf.3": "kortere yrkesopplæring (EQF 3)",
    "eqf.4": "videregående eller fagbrev (EQF 4)",
    "eqf.5": "fagskole (EQF 5)",
    "eqf.6": "bachelornivå (EQF 6)",
    "eqf.7": "masternivå (EQF 7)",
    "eqf.8": "ph.d.-nivå (EQF 8)",
    "day.one": "{number} dag",
    "day.other": "{number} dager",
    "percent": "{number} %",
    "range": "{least}–{most}",
}
