"""Matcharens ord på svenska. Meningarna står parvis: som företaget läser dem, som kandidaten läser dem."""

from __future__ import annotations

OR, AND = "eller", "och"

SENTENCES: dict[str, tuple[str, str]] = {
    # --- what matches ---------------------------------------------------------------------
    "skills.covered": (
        "CV:t täcker {covered} av de {asked} kompetenser ni efterfrågar.",
        "Ditt CV täcker {covered} av de {asked} kompetenser annonsen efterfrågar.",
    ),
    "skills.partly": (
        "CV:t täcker {covered} av de {asked} kompetenser ni efterfrågar, och ligger nära {partly} till.",
        "Ditt CV täcker {covered} av de {asked} kompetenser annonsen efterfrågar, och ligger nära {partly} till.",
    ),
    "link.same": (
        "{needed}: i er annons står ”{ad}”, i CV:t ”{cv}”.",
        "{needed}: i annonsen står ”{ad}”, i ditt CV ”{cv}”.",
    ),
    "link.narrower": (
        "{needed}: CV:t visar {held} (”{cv}”), som är en form av det. Det räknas som {percent}.",
        "{needed}: du har {held} (”{cv}”), som är en form av det. Det räknas som {percent}.",
    ),
    "link.broader": (
        "{needed}: CV:t visar bara det bredare {held} (”{cv}”). Det räknas som {percent}.",
        "{needed}: du har det bredare {held} (”{cv}”). Det räknas som {percent}.",
    ),
    "link.essential": (
        "{needed}: CV:t visar {held} (”{cv}”), som hör nära ihop med det. Det räknas som {percent}.",
        "{needed}: du har {held} (”{cv}”), som hör nära ihop med det. Det räknas som {percent}.",
    ),
    "link.sibling": (
        "{needed}: CV:t visar den närliggande kompetensen {held} (”{cv}”). Det räknas som {percent}.",
        "{needed}: du har den närliggande kompetensen {held} (”{cv}”). Det räknas som {percent}.",
    ),
    "link.related": (
        "{needed}: CV:t visar den besläktade kompetensen {held} (”{cv}”). Det räknas som {percent}.",
        "{needed}: du har den besläktade kompetensen {held} (”{cv}”). Det räknas som {percent}.",
    ),
    "link.craft": (
        "{needed}: CV:t nämner det inte, men det hör till arbetet som {held}. Det räknas som {percent}.",
        "{needed}: ditt CV nämner det inte, men det hör till arbetet som {held}. Det räknas som {percent}.",
    ),
    "link.custom": (
        "{needed}: CV:t nämner det inte, men det är vanligt i arbetet som {held}. Det räknas som {percent}.",
        "{needed}: ditt CV nämner det inte, men det är vanligt i arbetet som {held}. Det räknas som {percent}.",
    ),
    "skills.usual": (
        "Av det som arbetet som {occupation} vanligtvis kräver utöver annonsen visar CV:t {percent}.",
        "Av det som arbetet som {occupation} vanligtvis kräver utöver annonsen visar ditt CV {percent}.",
    ),
    "occupation.same": (
        "Kandidaten arbetar som eller är utbildad {held}, och det är det ni söker.",
        "Du arbetar som eller är utbildad {held}, och det är det de söker.",
    ),
    "occupation.close": (
        "Kandidaten är {held}, vilket ligger nära {asked} ({percent}).",
        "Du är {held}, vilket ligger nära {asked} ({percent}).",
    ),
    "field.same": (
        "Utbildningen ligger inom det ämnesområde ni söker.",
        "Din utbildning ligger inom det ämnesområde de söker.",
    ),
    "field.near": (
        "Utbildningen ligger inom ett närliggande ämnesområde.",
        "Din utbildning ligger inom ett närliggande ämnesområde.",
    ),
    "level.met": (
        "Utbildningsnivån är {held}; ni önskar {asked}.",
        "Din utbildningsnivå är {held}; de önskar {asked}.",
    ),
    "experience.met": (
        "Kandidaten har {held}s erfarenhet; ni önskar {asked}.",
        "Du har {held}s erfarenhet; de önskar {asked}.",
    ),
    "stage.student": (
        "Kandidaten studerar fortfarande när det börjar.",
        "Du studerar fortfarande när det börjar (till {end}).",
    ),
    "stage.graduate": (
        "Kandidaten är nyexaminerad eller snart klar.",
        "Du är nyexaminerad eller snart klar ({end}).",
    ),
    "markets.known": ("Kandidaten känner till marknaden: {markets}.", "Du känner till marknaden: {markets}."),
    "language.met": (
        "{language} på {held}; ni behöver {needed}.",
        "Din {language} är på {held}; jobbet kräver {needed}.",
    ),
    "language.advantage_met": (
        "{language} på {held}, vilket ni kallar meriterande.",
        "Din {language} är på {held}, vilket de kallar meriterande.",
    ),
    "language.coffee_met": (
        "{language} på {held} räcker för pratet vid fikat.",
        "Din {language} ({held}) räcker för pratet vid fikat.",
    ),
    "work_right.held": (
        "Kandidaten får arbeta i {country} utan nytt tillstånd.",
        "Du får arbeta i {country} utan nytt tillstånd.",
    ),
    "work_right.supported": (
        "Ni hjälper till med arbetstillståndet, så kandidaten kan komma i fråga.",
        "Arbetsgivaren hjälper till med arbetstillståndet.",
    ),
    "place.remote": (
        "Allt arbete kan göras på distans, och det passar kandidaten.",
        "Du kan göra allt arbete på distans.",
    ),
    "place.same": ("Kandidaten bor i {place}.", "Du bor i {place}, där arbetet är."),
    "place.commute": (
        "Kandidaten bor ungefär {minutes} från {place}.",
        "Det är ungefär {minutes} hemifrån till {place}.",
    ),
    "place.commute_border": (
        "Kandidaten bor ungefär {minutes} från {place}, på andra sidan gränsen.",
        "Det är ungefär {minutes} hemifrån till {place}, på andra sidan gränsen.",
    ),
    "place.part_remote": (
        "Det är ungefär {minutes} till {place}, men med distansarbete blir resorna få.",
        "Det är ungefär {minutes} till {place}, men med distansarbete blir dina resor få.",
    ),
    "place.move": (
        "Kandidaten kan tänka sig att flytta till {country}.",
        "Du kan tänka dig att flytta till {country}.",
    ),
    "time.met": ("Kandidaten kan börja när arbetet startar.", "Du kan börja när arbetet startar."),
    "time.late": (
        "Kandidaten kan börja {days} efter start, och så länge kan ni vänta.",
        "Du kan börja {days} efter start, och så länge kan de vänta.",
    ),
    "time.late_usual": (
        "Kandidaten kan börja {days} efter start, inom de vanliga {wait}.",
        "Du kan börja {days} efter start, inom de vanliga {wait}.",
    ),
    "time.late_notice": (
        "Kandidaten kan börja {days} efter start, inom en vanlig uppsägningstid ({wait}).",
        "Du kan börja {days} efter start, inom en vanlig uppsägningstid ({wait}).",
    ),
    "wishes.met": ("Det passar kandidatens önskemål: {wishes}.", "Det passar dina önskemål: {wishes}."),
    # --- what is missing, without excluding -------------------------------------------------
    "skills.missing": ("Finns inte i CV:t: {skills}.", "Annonsen efterfrågar också: {skills}."),
    "skills.missing_advantage": (
        "Skulle vara meriterande, men finns inte i CV:t: {skills}.",
        "Skulle vara meriterande: {skills}.",
    ),
    "occupation.far": (
        "Kandidaten kommer från ett annat yrke: {held}.",
        "De söker ett annat yrke än ditt: {asked}.",
    ),
    "field.far": (
        "Utbildningen ligger inom ett annat ämnesområde.",
        "Din utbildning ligger inom ett annat ämnesområde än det de söker.",
    ),
    "level.below": (
        "Utbildningsnivån är {held}; ni vill helst ha {asked}.",
        "Din utbildningsnivå är {held}; de vill helst ha {asked}.",
    ),
    "experience.below": (
        "Kandidaten har {held}s erfarenhet; ni önskar {asked}.",
        "Du har {held}s erfarenhet; de önskar {asked}.",
    ),
    "stage.student_past": (
        "Det är för studenter; kandidatens utbildning slutar innan det börjar.",
        "Det är för studenter; din utbildning slutade {end}.",
    ),
    "stage.graduate_past": (
        "Det är för nyexaminerade; det är kandidaten inte längre.",
        "Det är för nyexaminerade; din utbildning slutade {end}.",
    ),
    "stage.graduate_later": (
        "Det är för nyexaminerade; kandidaten studerar längre än så.",
        "Det är för nyexaminerade; du studerar till {end}.",
    ),
    "markets.other": (
        "Kandidaten känner till andra marknader än er.",
        "Du känner till andra marknader än dem i annonsen.",
    ),
    "wishes.missed": ("Kandidaten önskar något annat.", "Du önskar något annat."),
    "language.nearly": (
        "{language} på {held} är en nivå under {needed}, som ni kräver.",
        "Din {language} är på {held}, en nivå under {needed}, som krävs.",
    ),
    "language.neighbour_nearly": (
        "{other} på {own} räknas som {held} i {language}, en nivå under {needed}, som ni kräver.",
        "Din {other} ({own}) räknas som {held} i {language}, en nivå under {needed}, som krävs.",
    ),
    "language.neighbour": (
        "{other} på {own} räknas som {held} i {language}; ni behöver {needed}.",
        "Din {other} ({own}) räknas som {held} i {language}; jobbet kräver {needed}.",
    ),
    "language.neighbour_welcome": (
        "{other} på {own} räknas som {held} i {language}; {needed} är välkommet.",
        "{other} på {own} räknas som {held} i {language}; {needed} är välkommet.",
    ),
    "language.advantage": (
        "{language} på {needed} skulle vara meriterande.",
        "{language} på {needed} skulle vara meriterande.",
    ),
    "language.coffee_missing": (
        "{language} på {needed} för fikat saknas.",
        "Lite {language} ({needed}) för fikat skulle hjälpa.",
    ),
    # --- what cannot be told ----------------------------------------------------------------
    "unknown.parts": ("Kunde inte jämföras: {parts}.", "Kunde inte jämföras: {parts}."),
    "language.unstated": (
        "CV:t säger inte vilka språk kandidaten talar; ni behöver {language} på {needed}.",
        "Ditt CV säger inte vilka språk du talar; jobbet kräver {language} på {needed}.",
    ),
    "language.variant": (
        "Språket finns i CV:t, men det framgår inte om det är {language}.",
        "Språket finns i ditt CV, men det framgår inte om det är {language}.",
    ),
    "language.unsure": (
        "Det är inte säkert att ni kräver {language}; CV:t visar det inte på {needed}.",
        "Det är inte säkert att {language} krävs; ditt CV visar det inte på {needed}.",
    ),
    "work_right.no_country": (
        "Annonsen säger inte i vilket land arbetet är, så rätten att arbeta kan inte bedömas.",
        "Annonsen säger inte i vilket land arbetet är, så din rätt att arbeta kan inte bedömas.",
    ),
    "work_right.unstated": (
        "Kandidaten har inte uppgett om det behövs tillstånd för att arbeta i {country}.",
        "Du har inte uppgett om du behöver tillstånd för att arbeta i {country}.",
    ),
    "education.unstated": (
        "CV:t visar inte utbildningsnivån; ni kräver {asked}.",
        "Ditt CV visar inte din utbildningsnivå; {asked} krävs.",
    ),
    "start.unstated": (
        "Kandidaten har inte uppgett möjlig start; ni börjar {start}.",
        "Du har inte uppgett när du kan börja; arbetet börjar {start}.",
    ),
    "duration.unstated": (
        "Kandidaten kan stanna i {stay}; annonsen säger inte hur länge arbetet varar.",
        "Du kan stanna i {stay}; annonsen säger inte hur länge arbetet varar.",
    ),
    "hours.unstated": (
        "Kandidaten önskar {wished} i veckan; annonsen anger ingen arbetstid.",
        "Du önskar {wished} i veckan; annonsen anger ingen arbetstid.",
    ),
    "pay.unstated": (
        "Kandidaten har angett en lägsta lön; annonsen anger ingen lön.",
        "Du vill ha minst {floor} i månaden; annonsen anger ingen lön.",
    ),
    "pay.currency": (
        "Kandidaten har angett sin lägsta lön i en annan valuta än era {pay}: ingen växelkurs är angiven.",
        "Du vill ha {floor}, de erbjuder {pay}: ingen växelkurs är angiven.",
    ),
    "kind.unstated": (
        "Annonsen säger inte vilken typ av möjlighet det är.",
        "Annonsen säger inte vilken typ av möjlighet det är.",
    ),
    "place.unstated": (
        "Det är inte känt om kandidaten kan ta sig till platsen.",
        "Berätta var du bor, eller om du vill arbeta på distans, så ser du om platsen är inom räckhåll.",
    ),
    "place.unnamed": (
        "Annonsen nämner ingen plats, så det är inte känt om kandidaten kan ta sig dit.",
        "Annonsen nämner ingen plats, så det är inte känt om du kan ta dig dit.",
    ),
    "place.move_unstated": (
        "Platsen är inte inom dagligt räckhåll, och det är inte känt om kandidaten vill flytta.",
        "Platsen är inte inom dagligt räckhåll. Berätta om du vill flytta till {country}.",
    ),
    "place.remote_unstated": (
        "Det är inte känt om kandidaten vill arbeta på distans, och det avgör om platsen är inom räckhåll.",
        "Berätta om du vill arbeta på distans, så ser du om platsen är inom räckhåll.",
    ),
    # --- what excludes ----------------------------------------------------------------------
    "language.below": (
        "{language} på {held} är lägre än {needed}, som ni kräver.",
        "Din {language} är på {held}; {needed} krävs.",
    ),
    "language.neighbour_below": (
        "{other} på {own} räknas som {held} i {language}, vilket är lägre än {needed}, som ni kräver.",
        "Din {other} ({own}) räknas som {held} i {language}; {needed} krävs.",
    ),
    "language.missing": (
        "Kandidaten kan inte {language}; ni kräver {needed}.",
        "{language} på {needed} krävs, och det finns inte i ditt CV.",
    ),
    "work_right.only": (
        "Ni tar bara emot personer som redan får arbeta i {country}.",
        "De tar bara emot personer som redan får arbeta i {country}.",
    ),
    "work_right.missing": (
        "Kandidaten behöver arbetstillstånd i {country}, och annonsen erbjuder ingen hjälp med det.",
        "Du behöver arbetstillstånd i {country}, och annonsen erbjuder ingen hjälp med det.",
    ),
    "education.below": (
        "Utbildningsnivån är {held}; ni kräver {asked}.",
        "Din utbildningsnivå är {held}; {asked} krävs.",
    ),
    "start.late": (
        "Kandidaten kan börja {available}, {days} efter start.",
        "Du kan börja {available}, {days} efter start.",
    ),
    "duration.permanent": (
        "Tjänsten är tills vidare; kandidaten kan stanna i {stay}.",
        "Tjänsten är tills vidare; du kan stanna i {stay}.",
    ),
    "duration.short": (
        "Arbetet varar {months}; kandidaten kan stanna i {stay}.",
        "Arbetet varar {months}; du kan stanna i {stay}.",
    ),
    "hours.too_many": (
        "Ni erbjuder {offered} i veckan; kandidaten önskar {wished}.",
        "De erbjuder {offered} i veckan; du önskar {wished}.",
    ),
    "hours.too_few": (
        "Ni erbjuder bara {offered} i veckan; kandidaten önskar {wished}.",
        "De erbjuder bara {offered} i veckan; du önskar {wished}.",
    ),
    "pay.below": (
        "Ni erbjuder {pay} i månaden; kandidaten vill ha mer.",
        "De erbjuder {pay} i månaden; du vill ha minst {floor}.",
    ),
    "kind.other": (
        "Kandidaten söker något annat än {kind}.",
        "Det är {kind}, och det är inte bland det du söker.",
    ),
    "place.border": (
        "Kandidaten bor inom räckhåll för {place}, men på andra sidan gränsen.",
        "{place} är inom räckhåll för dig, men på andra sidan gränsen.",
    ),
    "place.too_far": (
        "Det är ungefär {minutes} till {place}; kandidaten godtar {limit} och vill inte flytta till {country}.",
        "Det är ungefär {minutes} till {place}; du godtar {limit} och har inte sagt att du vill flytta till {country}.",
    ),
    "place.no_way": (
        "Det går inte att pendla dagligen till {place} från där kandidaten bor.",
        "Det går inte att pendla dagligen till {place} från där du bor.",
    ),
    "market.missing": (
        "Kandidaten har inte uppgett någon kännedom om marknaden: {markets}.",
        "Du har inte uppgett att du känner till marknaden: {markets}.",
    ),
}

COUNTS: dict[str, tuple[str, str]] = {
    "language": (
        "{count} kandidat saknar {language} på den nivå ni kräver.",
        "{count} kandidater saknar {language} på den nivå ni kräver.",
    ),
    "work_right": (
        "{count} kandidat skulle behöva arbetstillstånd.",
        "{count} kandidater skulle behöva arbetstillstånd.",
    ),
    "education": (
        "{count} kandidat ligger under utbildningsnivån.",
        "{count} kandidater ligger under utbildningsnivån.",
    ),
    "start": ("{count} kandidat kan inte börja i tid.", "{count} kandidater kan inte börja i tid."),
    "duration": (
        "{count} kandidat kan inte stanna tillräckligt länge.",
        "{count} kandidater kan inte stanna tillräckligt länge.",
    ),
    "hours": ("{count} kandidat önskar en annan arbetstid.", "{count} kandidater önskar en annan arbetstid."),
    "pay": ("{count} kandidat vill ha högre lön.", "{count} kandidater vill ha högre lön."),
    "kind": (
        "{count} kandidat söker en annan typ av möjlighet.",
        "{count} kandidater söker en annan typ av möjlighet.",
    ),
    "place": (
        "{count} kandidat kan inte ta sig till platsen.",
        "{count} kandidater kan inte ta sig till platsen.",
    ),
    "market": (
        "{count} kandidat känner inte till marknaden.",
        "{count} kandidater känner inte till marknaden.",
    ),
}

CHIPS: dict[str, str] = {
    "skills.covered": "{covered} av {asked} kompetenser",
    "skills.partly": "{covered} av {asked} kompetenser",
    "language.met": "{language} {held}",
    "language.advantage_met": "Merit: {language}",
    "language.coffee_met": "{language} vid fikat",
    "language.nearly": "{language} {held}, inte {needed}",
    "language.neighbour_nearly": "{language} {held}, inte {needed}",
    "language.neighbour": "{other} räknas som {language}",
    "language.neighbour_welcome": "{other} räknas som {language}",
    "occupation.same": "Samma yrke",
    "occupation.close": "Närliggande yrke",
    "field.same": "Rätt ämnesområde",
    "field.near": "Närliggande ämne",
    "level.met": "{held}",
    "experience.met": "{held}s erfarenhet",
    "stage.student": "Studerar ännu",
    "stage.graduate": "Nyexaminerad",
    "markets.known": "Kan {markets}",
    "place.remote": "Arbetar på distans",
    "place.same": "Bor i {place}",
    "place.commute": "{minutes} bort",
    "place.commute_border": "{minutes}, över gränsen",
    "place.part_remote": "Få resor",
    "place.move": "Kan flytta",
    "place.move_unstated": "Skulle behöva flytta",
    "time.met": "Kan börja i tid",
    "time.late": "Kan börja {days} senare",
    "time.late_usual": "Kan börja {days} senare",
    "time.late_notice": "Kan börja {days} senare",
    "work_right.supported": "Tillstånd med hjälp",
    "language.below": "{language} under {needed}",
    "language.neighbour_below": "{language} under {needed}",
    "language.missing": "Saknar {language}",
    "work_right.only": "Saknar rätt att arbeta",
    "work_right.missing": "Behöver tillstånd",
    "education.below": "För låg nivå",
    "start.late": "Kan börja för sent",
    "duration.permanent": "Tillsvidaretjänst",
    "duration.short": "För kort tid",
    "hours.too_many": "För många timmar",
    "hours.too_few": "För få timmar",
    "pay.below": "För låg lön",
    "kind.other": "Annan typ av möjlighet",
    "place.border": "Gränsen emellan",
    "place.too_far": "För långt bort",
    "place.no_way": "Går inte att pendla",
    "market.missing": "Okänd marknad",
}

NAMES: dict[str, str] = {
    "part.skills": "kompetenser",
    "part.occupation": "yrke",
    "part.field": "ämnesområde",
    "part.level": "utbildningsnivå",
    "part.experience": "erfarenhet",
    "part.stage": "steg i studierna",
    "part.languages": "språk",
    "part.markets": "marknader",
    "part.place": "ort",
    "part.time": "start",
    "part.wishes": "önskemål",
    "rule.language": "språk",
    "rule.work_right": "rätt att arbeta",
    "rule.education": "utbildningsnivå",
    "rule.start": "start",
    "rule.duration": "varaktighet",
    "rule.hours": "arbetstid",
    "rule.pay": "lön",
    "rule.kind": "typ av möjlighet",
    "rule.place": "ort",
    "rule.market": "marknad",
    "wish.occupation": "yrke",
    "wish.kind": "typ av möjlighet",
    "wish.pay": "lön",
    "dial.none": "Som det är",
    "dial.language": "{language} på {level}",
    "dial.coffee": "{language} bara vid fikat",
    "dial.advantage": "{language} som meriterande",
    "dial.start_later": "Start {months} senare",
    "dial.start_earlier": "Start {months} tidigare",
    "dial.border_open": "Räkna med pendling över gränsen",
    "dial.border_closed": "Utan pendling över gränsen",
    "dial.neighbours_count": "Låt danska, norska och svenska räknas för varandra",
    "dial.neighbours_apart": "Låt inte danska, norska och svenska räknas för varandra",
    "dial.remote": "{percent} distansarbete",
    "dial.pay": "{percent} högre lön",
    "dial.education": "Utbildningsnivå som meriterande",
    "dial.permit": "Hjälp med arbetstillstånd",
    "step.skill": "Lär dig {skill}",
    "step.language": "Nå {level} i {language}",
    "step.commute": "Säg ja till {minutes} till jobbet",
    "step.move": "Var beredd att flytta till {country}",
    "step.start": "Var redo att börja {months} tidigare",
    "step.remote": "Säg ja till distansarbete",
    "kind.internship": "en praktikplats",
    "kind.thesis": "ett examensarbete",
    "kind.project": "ett projekt",
    "kind.student_job": "ett studentjobb",
    "kind.graduate_job": "ett jobb för nyexaminerade",
    "kind.job": "ett jobb",
    "kind.research": "en forskartjänst",
    "kind.teaching": "en lärartjänst",
    "kind.apprenticeship": "en lärlingsplats",
    "language.nb": "norska",
    "language.pt-BR": "brasiliansk portugisiska",
    "language.scandinavian": "skandinaviska",
    "language.dsl": "danskt teckenspråk",
    "language.fit": "meänkieli",
    "language.fkv": "kvänska",
    "language.jam": "jamaicansk kreol",
    "language.ltg": "lettgalliska",
    "language.mnk": "mandinka",
    "language.nsl": "norskt teckenspråk",
    "language.rif": "tarifit",
    "language.sgn": "teckenspråk",
    "language.sju": "umesamiska",
    "language.swl": "svenskt teckenspråk",
    "language.tcy": "tulu",
    "eqf.1": "grundskola, första steget (EQF 1)",
    "eqf.2": "grundskola (EQF 2)",
    "eqf.3": "kortare yrkesutbildning (EQF 3)",
    "eqf.4": "gymnasium eller yrkesutbildning (EQF 4)",
    "eqf.5": "kort eftergymnasial utbildning (EQF 5)",
    "eqf.6": "kandidatnivå (EQF 6)",
    "eqf.7": "masternivå (EQF 7)",
    "eqf.8": "doktorsnivå (EQF 8)",
    "day.one": "{number} dag",
    "day.other": "{number} dagar",
    "percent": "{number} %",
    "range": "{least}–{most}",
}
