"""Matcherens ord på dansk. Sætningerne står parvis: som virksomheden læser dem, som kandidaten læser dem."""

from __future__ import annotations

OR, AND = "eller", "og"

SENTENCES: dict[str, tuple[str, str]] = {
    # --- what matches ---------------------------------------------------------------------
    "skills.covered": (
        "CV'et dækker {covered} af de {asked} kompetencer, I efterspørger.",
        "Dit CV dækker {covered} af de {asked} kompetencer, annoncen efterspørger.",
    ),
    "skills.partly": (
        "CV'et dækker {covered} af de {asked} kompetencer, I efterspørger, og ligger tæt på {partly} til.",
        "Dit CV dækker {covered} af de {asked} kompetencer, annoncen efterspørger, og ligger tæt på {partly} til.",
    ),
    "link.same": (
        "{needed}: I jeres annonce står »{ad}«, i CV'et »{cv}«.",
        "{needed}: I annoncen står »{ad}«, i dit CV »{cv}«.",
    ),
    "link.narrower": (
        "{needed}: CV'et viser {held} (»{cv}«), som er en form for det. Det tæller {percent}.",
        "{needed}: Du har {held} (»{cv}«), som er en form for det. Det tæller {percent}.",
    ),
    "link.broader": (
        "{needed}: CV'et viser kun det bredere {held} (»{cv}«). Det tæller {percent}.",
        "{needed}: Du har det bredere {held} (»{cv}«). Det tæller {percent}.",
    ),
    "link.essential": (
        "{needed}: CV'et viser {held} (»{cv}«), som hører tæt sammen med det. Det tæller {percent}.",
        "{needed}: Du har {held} (»{cv}«), som hører tæt sammen med det. Det tæller {percent}.",
    ),
    "link.sibling": (
        "{needed}: CV'et viser den nærliggende kompetence {held} (»{cv}«). Det tæller {percent}.",
        "{needed}: Du har den nærliggende kompetence {held} (»{cv}«). Det tæller {percent}.",
    ),
    "link.related": (
        "{needed}: CV'et viser den beslægtede kompetence {held} (»{cv}«). Det tæller {percent}.",
        "{needed}: Du har den beslægtede kompetence {held} (»{cv}«). Det tæller {percent}.",
    ),
    "link.craft": (
        "{needed}: CV'et nævner det ikke, men det hører til arbejdet som {held}. Det tæller {percent}.",
        "{needed}: Dit CV nævner det ikke, men det hører til arbejdet som {held}. Det tæller {percent}.",
    ),
    "link.custom": (
        "{needed}: CV'et nævner det ikke, men det er almindeligt i arbejdet som {held}. Det tæller {percent}.",
        "{needed}: Dit CV nævner det ikke, men det er almindeligt i arbejdet som {held}. Det tæller {percent}.",
    ),
    "skills.usual": (
        "Af det, som arbejdet som {occupation} normalt kræver ud over annoncen, viser CV'et {percent}.",
        "Af det, som arbejdet som {occupation} normalt kræver ud over annoncen, viser dit CV {percent}.",
    ),
    "occupation.same": (
        "Kandidaten arbejder som eller er uddannet {held}, og det er det, I søger.",
        "Du arbejder som eller er uddannet {held}, og det er det, de søger.",
    ),
    "occupation.close": (
        "Kandidaten er {held}, som ligger tæt på {asked} ({percent}).",
        "Du er {held}, som ligger tæt på {asked} ({percent}).",
    ),
    "field.same": (
        "Uddannelsen ligger inden for det fagområde, I søger.",
        "Din uddannelse ligger inden for det fagområde, de søger.",
    ),
    "field.near": (
        "Uddannelsen ligger inden for et beslægtet fagområde.",
        "Din uddannelse ligger inden for et beslægtet fagområde.",
    ),
    "level.met": (
        "Uddannelsesniveauet er {held}; I ønsker {asked}.",
        "Dit uddannelsesniveau er {held}; de ønsker {asked}.",
    ),
    "experience.met": (
        "Kandidaten har {held}s erfaring; I ønsker {asked}.",
        "Du har {held}s erfaring; de ønsker {asked}.",
    ),
    "stage.student": (
        "Kandidaten læser stadig, når det begynder.",
        "Du læser stadig, når det begynder (til {end}).",
    ),
    "stage.graduate": (
        "Kandidaten er nyuddannet eller snart færdig.",
        "Du er nyuddannet eller snart færdig ({end}).",
    ),
    "markets.known": ("Kandidaten kender markedet: {markets}.", "Du kender markedet: {markets}."),
    "language.met": (
        "{language} på {held}; I har brug for {needed}.",
        "Dit {language} er på {held}; jobbet kræver {needed}.",
    ),
    "language.advantage_met": (
        "{language} på {held}, som I kalder en fordel.",
        "Dit {language} er på {held}, som de kalder en fordel.",
    ),
    "language.coffee_met": (
        "{language} på {held} er nok til snakken ved kaffebordet.",
        "Dit {language} ({held}) er nok til snakken ved kaffebordet.",
    ),
    "work_right.held": (
        "Kandidaten må arbejde i {country} uden en ny tilladelse.",
        "Du må arbejde i {country} uden en ny tilladelse.",
    ),
    "work_right.supported": (
        "I hjælper med arbejdstilladelsen, så kandidaten kan komme i betragtning.",
        "Arbejdsgiveren hjælper med arbejdstilladelsen.",
    ),
    "place.remote": (
        "Alt arbejdet kan klares hjemmefra, og det passer kandidaten.",
        "Du kan klare alt arbejdet hjemmefra.",
    ),
    "place.same": ("Kandidaten bor i {place}.", "Du bor i {place}, hvor arbejdet er."),
    "place.commute": (
        "Kandidaten bor ca. {minutes} fra {place}.",
        "Der er ca. {minutes} fra dit hjem til {place}.",
    ),
    "place.commute_border": (
        "Kandidaten bor ca. {minutes} fra {place}, på den anden side af grænsen.",
        "Der er ca. {minutes} fra dit hjem til {place}, på den anden side af grænsen.",
    ),
    "place.part_remote": (
        "Der er ca. {minutes} til {place}, men med hjemmearbejde bliver turene få.",
        "Der er ca. {minutes} til {place}, men med hjemmearbejde bliver dine ture få.",
    ),
    "place.move": (
        "Kandidaten er parat til at flytte til {country}.",
        "Du er parat til at flytte til {country}.",
    ),
    "time.met": ("Kandidaten er ledig, når arbejdet begynder.", "Du er ledig, når arbejdet begynder."),
    "time.late": (
        "Kandidaten er ledig {days} efter start, og så længe kan I vente.",
        "Du er ledig {days} efter start, og så længe kan de vente.",
    ),
    "time.late_usual": (
        "Kandidaten er ledig {days} efter start, inden for de sædvanlige {wait}.",
        "Du er ledig {days} efter start, inden for de sædvanlige {wait}.",
    ),
    "time.late_notice": (
        "Kandidaten er ledig {days} efter start, inden for et sædvanligt opsigelsesvarsel ({wait}).",
        "Du er ledig {days} efter start, inden for et sædvanligt opsigelsesvarsel ({wait}).",
    ),
    "wishes.met": ("Det passer til kandidatens ønsker: {wishes}.", "Det passer til dine ønsker: {wishes}."),
    # --- what is missing, without excluding -------------------------------------------------
    "skills.missing": ("Ikke fundet i CV'et: {skills}.", "Annoncen efterspørger også: {skills}."),
    "skills.missing_advantage": (
        "Ville være en fordel, men står ikke i CV'et: {skills}.",
        "Ville være en fordel: {skills}.",
    ),
    "occupation.far": (
        "Kandidaten kommer fra en anden stilling: {held}.",
        "De søger en anden stilling end din: {asked}.",
    ),
    "field.far": (
        "Uddannelsen ligger inden for et andet fagområde.",
        "Din uddannelse ligger inden for et andet fagområde, end de søger.",
    ),
    "level.below": (
        "Uddannelsesniveauet er {held}; I vil gerne have {asked}.",
        "Dit uddannelsesniveau er {held}; de vil gerne have {asked}.",
    ),
    "experience.below": (
        "Kandidaten har {held}s erfaring; I ønsker {asked}.",
        "Du har {held}s erfaring; de ønsker {asked}.",
    ),
    "stage.student_past": (
        "Det er for studerende; kandidatens uddannelse slutter, før det begynder.",
        "Det er for studerende; din uddannelse sluttede i {end}.",
    ),
    "stage.graduate_past": (
        "Det er for nyuddannede; det er kandidaten ikke længere.",
        "Det er for nyuddannede; din uddannelse sluttede i {end}.",
    ),
    "stage.graduate_later": (
        "Det er for nyuddannede; kandidaten læser længere endnu.",
        "Det er for nyuddannede; du læser til {end}.",
    ),
    "markets.other": (
        "Kandidaten kender andre markeder end jeres.",
        "Du kender andre markeder end dem i annoncen.",
    ),
    "wishes.missed": ("Kandidaten ønsker sig noget andet.", "Du ønsker dig noget andet."),
    "language.nearly": (
        "{language} på {held} er ét niveau under {needed}, som I kræver.",
        "Dit {language} er på {held}, ét niveau under {needed}, som kræves.",
    ),
    "language.neighbour_nearly": (
        "{other} på {own} tæller som {held} i {language}, ét niveau under {needed}, som I kræver.",
        "Dit {other} ({own}) tæller som {held} i {language}, ét niveau under {needed}, som kræves.",
    ),
    "language.neighbour": (
        "{other} på {own} tæller som {held} i {language}; I har brug for {needed}.",
        "Dit {other} ({own}) tæller som {held} i {language}; jobbet kræver {needed}.",
    ),
    "language.neighbour_welcome": (
        "{other} på {own} tæller som {held} i {language}; {needed} er velkomment.",
        "{other} på {own} tæller som {held} i {language}; {needed} er velkomment.",
    ),
    "language.advantage": (
        "{language} på {needed} ville være en fordel.",
        "{language} på {needed} ville være en fordel.",
    ),
    "language.coffee_missing": (
        "{language} på {needed} ved kaffebordet mangler.",
        "Lidt {language} ({needed}) ved kaffebordet ville hjælpe.",
    ),
    # --- what cannot be told ----------------------------------------------------------------
    "unknown.parts": ("Kunne ikke sammenlignes: {parts}.", "Kunne ikke sammenlignes: {parts}."),
    "language.unstated": (
        "CV'et siger ikke, hvilke sprog kandidaten taler; I har brug for {language} på {needed}.",
        "Dit CV siger ikke, hvilke sprog du taler; jobbet kræver {language} på {needed}.",
    ),
    "language.variant": (
        "Sproget står i CV'et, men ikke, om det er {language}.",
        "Sproget står i dit CV, men ikke, om det er {language}.",
    ),
    "language.unsure": (
        "Det er ikke sikkert, at I kræver {language}; CV'et viser det ikke på {needed}.",
        "Det er ikke sikkert, at {language} kræves; dit CV viser det ikke på {needed}.",
    ),
    "work_right.no_country": (
        "Annoncen siger ikke, hvilket land arbejdet er i, så retten til at arbejde kan ikke vurderes.",
        "Annoncen siger ikke, hvilket land arbejdet er i, så din ret til at arbejde kan ikke vurderes.",
    ),
    "work_right.unstated": (
        "Kandidaten har ikke oplyst, om det kræver en tilladelse at arbejde i {country}.",
        "Du har ikke oplyst, om du skal have en tilladelse for at arbejde i {country}.",
    ),
    "education.unstated": (
        "CV'et viser ikke uddannelsesniveauet; I kræver {asked}.",
        "Dit CV viser ikke dit uddannelsesniveau; der kræves {asked}.",
    ),
    "start.unstated": (
        "Kandidaten har ikke oplyst, hvornår vedkommende kan begynde; I starter {start}.",
        "Du har ikke oplyst, hvornår du kan begynde; arbejdet starter {start}.",
    ),
    "duration.unstated": (
        "Kandidaten kan blive i {stay}; annoncen siger ikke, hvor længe arbejdet varer.",
        "Du kan blive i {stay}; annoncen siger ikke, hvor længe arbejdet varer.",
    ),
    "hours.unstated": (
        "Kandidaten ønsker {wished} om ugen; annoncen siger intet om timetal.",
        "Du ønsker {wished} om ugen; annoncen siger intet om timetal.",
    ),
    "pay.unstated": (
        "Kandidaten har sat en laveste løn; annoncen nævner ingen løn.",
        "Du vil have mindst {floor} om måneden; annoncen nævner ingen løn.",
    ),
    "pay.currency": (
        "Kandidaten har sat sin laveste løn i en anden valuta end jeres {pay}: Der er ikke sat nogen vekselkurs.",
        "Du vil have {floor}, de tilbyder {pay}: Der er ikke sat nogen vekselkurs.",
    ),
    "kind.unstated": (
        "Annoncen siger ikke, hvilken type mulighed det er.",
        "Annoncen siger ikke, hvilken type mulighed det er.",
    ),
    "place.unstated": (
        "Det vides ikke, om kandidaten kan komme til stedet.",
        "Fortæl, hvor du bor, eller om du vil arbejde hjemmefra, så kan du se, om stedet er inden for rækkevidde.",
    ),
    "place.unnamed": (
        "Annoncen nævner intet sted, så det vides ikke, om kandidaten kan komme dertil.",
        "Annoncen nævner intet sted, så det vides ikke, om du kan komme dertil.",
    ),
    "place.move_unstated": (
        "Stedet er ikke inden for daglig rækkevidde, og det vides ikke, om kandidaten vil flytte.",
        "Stedet er ikke inden for daglig rækkevidde. Fortæl, om du vil flytte til {country}.",
    ),
    "place.remote_unstated": (
        "Det vides ikke, om kandidaten vil arbejde hjemmefra, og det afgør, om stedet er inden for rækkevidde.",
        "Fortæl, om du vil arbejde hjemmefra, så kan du se, om stedet er inden for rækkevidde.",
    ),
    # --- what excludes ----------------------------------------------------------------------
    "language.below": (
        "{language} på {held} er lavere end {needed}, som I kræver.",
        "Dit {language} er på {held}; der kræves {needed}.",
    ),
    "language.neighbour_below": (
        "{other} på {own} tæller som {held} i {language}, og det er lavere end {needed}, som I kræver.",
        "Dit {other} ({own}) tæller som {held} i {language}; der kræves {needed}.",
    ),
    "language.missing": (
        "Kandidaten kan ikke {language}; I kræver {needed}.",
        "Der kræves {language} på {needed}, og det står ikke i dit CV.",
    ),
    "work_right.only": (
        "I tager kun imod folk, der allerede må arbejde i {country}.",
        "De tager kun imod folk, der allerede må arbejde i {country}.",
    ),
    "work_right.missing": (
        "Kandidaten skal have arbejdstilladelse i {country}, og annoncen tilbyder ikke hjælp til det.",
        "Du skal have arbejdstilladelse i {country}, og annoncen tilbyder ikke hjælp til det.",
    ),
    "education.below": (
        "Uddannelsesniveauet er {held}; I kræver {asked}.",
        "Dit uddannelsesniveau er {held}; der kræves {asked}.",
    ),
    "start.late": (
        "Kandidaten er ledig {available}, {days} efter start.",
        "Du er ledig {available}, {days} efter start.",
    ),
    "duration.permanent": (
        "Stillingen er fast; kandidaten kan blive i {stay}.",
        "Stillingen er fast; du kan blive i {stay}.",
    ),
    "duration.short": (
        "Arbejdet varer {months}; kandidaten kan blive i {stay}.",
        "Arbejdet varer {months}; du kan blive i {stay}.",
    ),
    "hours.too_many": (
        "I tilbyder {offered} om ugen; kandidaten ønsker {wished}.",
        "De tilbyder {offered} om ugen; du ønsker {wished}.",
    ),
    "hours.too_few": (
        "I tilbyder kun {offered} om ugen; kandidaten ønsker {wished}.",
        "De tilbyder kun {offered} om ugen; du ønsker {wished}.",
    ),
    "pay.below": (
        "I tilbyder {pay} om måneden; kandidaten vil have mere.",
        "De tilbyder {pay} om måneden; du vil have mindst {floor}.",
    ),
    "kind.other": (
        "Kandidaten søger noget andet end {kind}.",
        "Det er {kind}, og det er ikke blandt det, du søger.",
    ),
    "place.border": (
        "Kandidaten bor inden for rækkevidde af {place}, men på den anden side af grænsen.",
        "{place} er inden for din rækkevidde, men på den anden side af grænsen.",
    ),
    "place.too_far": (
        "Der er ca. {minutes} til {place}; kandidaten accepterer {limit} og ønsker ikke at flytte til {country}.",
        "Der er ca. {minutes} til {place}; du accepterer {limit} og har ikke sagt, at du vil flytte til {country}.",
    ),
    "place.no_way": (
        "Man kan ikke pendle dagligt til {place} fra kandidatens bopæl.",
        "Man kan ikke pendle dagligt til {place} fra din bopæl.",
    ),
    "market.missing": (
        "Kandidaten har ikke oplyst at kende markedet: {markets}.",
        "Du har ikke oplyst, at du kender markedet: {markets}.",
    ),
}

COUNTS: dict[str, tuple[str, str]] = {
    "language": (
        "{count} kandidat mangler {language} på det niveau, I kræver.",
        "{count} kandidater mangler {language} på det niveau, I kræver.",
    ),
    "work_right": (
        "{count} kandidat ville have brug for en arbejdstilladelse.",
        "{count} kandidater ville have brug for en arbejdstilladelse.",
    ),
    "education": (
        "{count} kandidat er under uddannelsesniveauet.",
        "{count} kandidater er under uddannelsesniveauet.",
    ),
    "start": ("{count} kandidat er ledig for sent.", "{count} kandidater er ledige for sent."),
    "duration": (
        "{count} kandidat kan ikke blive længe nok.",
        "{count} kandidater kan ikke blive længe nok.",
    ),
    "hours": ("{count} kandidat ønsker et andet timetal.", "{count} kandidater ønsker et andet timetal."),
    "pay": ("{count} kandidat vil have en højere løn.", "{count} kandidater vil have en højere løn."),
    "kind": (
        "{count} kandidat søger en anden type mulighed.",
        "{count} kandidater søger en anden type mulighed.",
    ),
    "place": ("{count} kandidat kan ikke komme til stedet.", "{count} kandidater kan ikke komme til stedet."),
    "market": ("{count} kandidat kender ikke markedet.", "{count} kandidater kender ikke markedet."),
}

CHIPS: dict[str, str] = {
    "skills.covered": "{covered} af {asked} kompetencer",
    "skills.partly": "{covered} af {asked} kompetencer",
    "language.met": "{language} {held}",
    "language.advantage_met": "Fordel: {language}",
    "language.coffee_met": "{language} ved kaffebordet",
    "language.nearly": "{language} {held}, ikke {needed}",
    "language.neighbour_nearly": "{language} {held}, ikke {needed}",
    "language.neighbour": "{other} tæller som {language}",
    "language.neighbour_welcome": "{other} tæller som {language}",
    "occupation.same": "Samme stilling",
    "occupation.close": "Beslægtet stilling",
    "field.same": "Rigtigt fagområde",
    "field.near": "Beslægtet fagområde",
    "level.met": "{held}",
    "experience.met": "{held}s erfaring",
    "stage.student": "Læser stadig",
    "stage.graduate": "Nyuddannet",
    "markets.known": "Kender {markets}",
    "place.remote": "Arbejder hjemmefra",
    "place.same": "Bor i {place}",
    "place.commute": "{minutes} væk",
    "place.commute_border": "{minutes}, over grænsen",
    "place.part_remote": "Få ture",
    "place.move": "Vil flytte",
    "place.move_unstated": "Ville skulle flytte",
    "time.met": "Ledig ved start",
    "time.late": "Ledig {days} senere",
    "time.late_usual": "Ledig {days} senere",
    "time.late_notice": "Ledig {days} senere",
    "work_right.supported": "Tilladelse med hjælp",
    "language.below": "{language} under {needed}",
    "language.neighbour_below": "{language} under {needed}",
    "language.missing": "Mangler {language}",
    "work_right.only": "Uden arbejdstilladelse",
    "work_right.missing": "Kræver tilladelse",
    "education.below": "For lavt niveau",
    "start.late": "Ledig for sent",
    "duration.permanent": "Fast stilling",
    "duration.short": "For kort ophold",
    "hours.too_many": "For mange timer",
    "hours.too_few": "For få timer",
    "pay.below": "For lav løn",
    "kind.other": "Anden type mulighed",
    "place.border": "Grænsen imellem",
    "place.too_far": "For langt væk",
    "place.no_way": "Kan ikke pendle dertil",
    "market.missing": "Kender ikke markedet",
}

NAMES: dict[str, str] = {
    "part.skills": "kompetencer",
    "part.occupation": "stilling",
    "part.field": "fagområde",
    "part.level": "uddannelsesniveau",
    "part.experience": "erfaring",
    "part.stage": "trin i studiet",
    "part.languages": "sprog",
    "part.markets": "markeder",
    "part.place": "sted",
    "part.time": "start",
    "part.wishes": "ønsker",
    "rule.language": "sprog",
    "rule.work_right": "ret til at arbejde",
    "rule.education": "uddannelsesniveau",
    "rule.start": "start",
    "rule.duration": "varighed",
    "rule.hours": "timetal",
    "rule.pay": "løn",
    "rule.kind": "type af mulighed",
    "rule.place": "sted",
    "rule.market": "marked",
    "wish.occupation": "stilling",
    "wish.kind": "type af mulighed",
    "wish.pay": "løn",
    "dial.none": "Som det er",
    "dial.language": "{language} på {level}",
    "dial.coffee": "{language} kun ved kaffebordet",
    "dial.advantage": "{language} som en fordel",
    "dial.start_later": "Start {months} senere",
    "dial.start_earlier": "Start {months} tidligere",
    "dial.border_open": "Tæl pendling over grænsen med",
    "dial.border_closed": "Uden pendling over grænsen",
    "dial.neighbours_count": "Lad dansk, norsk og svensk tælle for hinanden",
    "dial.neighbours_apart": "Lad ikke dansk, norsk og svensk tælle for hinanden",
    "dial.remote": "{percent} hjemmearbejde",
    "dial.pay": "{percent} mere i løn",
    "dial.education": "Uddannelsesniveau som en fordel",
    "dial.permit": "Hjælp til arbejdstilladelse",
    "step.skill": "Lær {skill}",
    "step.language": "Nå {level} i {language}",
    "step.commute": "Sig ja til {minutes} til arbejde",
    "step.move": "Vær parat til at flytte til {country}",
    "step.start": "Vær ledig {months} tidligere",
    "step.remote": "Sig ja til hjemmearbejde",
    "kind.internship": "en praktikplads",
    "kind.thesis": "et speciale",
    "kind.project": "et projekt",
    "kind.student_job": "et studiejob",
    "kind.graduate_job": "et job for nyuddannede",
    "kind.job": "et job",
    "kind.research": "en forskerstilling",
    "kind.teaching": "en underviserstilling",
    "kind.apprenticeship": "en læreplads",
    "language.nb": "norsk",
    "language.pt-BR": "brasiliansk portugisisk",
    "language.scandinavian": "skandinavisk",
    "language.dsl": "dansk tegnsprog",
    "language.fit": "meänkieli",
    "language.fkv": "kvensk",
    "language.jam": "jamaicansk kreolsk",
    "language.ltg": "lettgallisk",
    "language.mnk": "mandinka",
    "language.nsl": "norsk tegnsprog",
    "language.rif": "tarifit",
    "language.sgn": "tegnsprog",
    "language.sju": "umesamisk",
    "language.swl": "svensk tegnsprog",
    "language.tcy": "tulu",
    "eqf.1": "grundskole, første trin (EQF 1)",
    "eqf.2": "grundskole (EQF 2)",
    "eqf.3": "kortere erhvervsuddannelse (EQF 3)",
    "eqf.4": "gymnasial eller erhvervsuddannelse (EQF 4)",
    "eqf.5": "kort videregående uddannelse (EQF 5)",
    "eqf.6": "bachelorniveau (EQF 6)",
    "eqf.7": "kandidatniveau (EQF 7)",
    "eqf.8": "ph.d.-niveau (EQF 8)",
    "day.one": "{number} dag",
    "day.other": "{number} dage",
    "percent": "{number} %",
    "range": "{least}-{most}",
}
