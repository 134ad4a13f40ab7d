"""What the planner says, in English, Danish, Bokmål and Swedish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

LANGUAGES: Final = ("en", "da", "nb", "sv")
MOST_NAMED = 6  # of a list of participants; the rest are counted


class Words(NamedTuple):
    """The same in four languages."""

    en: str
    da: str
    nb: str
    sv: str

    def text(self, language: str) -> str:
        return self[LANGUAGES.index(language)]


def sentence(key: str, language: str, values: Mapping[str, str | int | tuple[str, ...]]) -> str:
    """
    A sentence of `SENTENCES` with what it names; a tuple becomes "a, b and c".

    Raises:
        ValueError: another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"nothing is written in {language!r}. Accepted: {', '.join(LANGUAGES)}")
    said = {
        name: listed(value, language) if isinstance(value, tuple) else value for name, value in values.items()
    }
    return SENTENCES[key].text(language).format_map(said)


def listed(names: Sequence[str], language: str) -> str:
    """Names as "a, b and c"; of many the first few and how many more."""
    shown = list(names)
    if len(shown) > MOST_NAMED + 1:
        shown = [*shown[:MOST_NAMED], SENTENCES["more"].text(language).format(count=len(names) - MOST_NAMED)]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {SENTENCES['and'].text(language)} {shown[-1]}"


# fmt: off
SENTENCES: Final[Mapping[str, Words]] = {
    "and": Words("and", "og", "og", "och"),
    "more": Words("{count} more", "{count} til", "{count} til", "{count} till"),
    # --- one row is wrong ---
    "same_id": Words("“{id}” is used {count} times. Give each participant an id of their own.", "»{id}« er brugt {count} gange. Giv hver deltager sit eget id.", "«{id}» er brukt {count} ganger. Gi hver deltaker sin egen id.", "”{id}” används {count} gånger. Ge varje deltagare ett eget id."),
    "wish_for_oneself": Words("“{id}” wishes to meet itself. A wish names a student and a company.", "»{id}« ønsker at møde sig selv. Et ønske nævner en studerende og en virksomhed.", "«{id}» ønsker å møte seg selv. Et ønske nevner en student og en bedrift.", "”{id}” önskar träffa sig själv. Ett önskemål nämner en student och ett företag."),
    "unknown_student": Words("There is no student “{id}” among the participants.", "Der er ingen studerende »{id}« blandt deltagerne.", "Det er ingen student «{id}» blant deltakerne.", "Det finns ingen student ”{id}” bland deltagarna."),
    "unknown_company": Words("There is no company “{id}” among the participants.", "Der er ingen virksomhed »{id}« blandt deltagerne.", "Det er ingen bedrift «{id}» blant deltakerne.", "Det finns inget företag ”{id}” bland deltagarna."),
    "pair_twice": Words("{student} and {company} stand in two rows that say different things. Keep one of them.", "{student} og {company} står i to rækker, der siger noget forskelligt. Behold en af dem.", "{student} og {company} står i to rader som sier ulike ting. Behold én av dem.", "{student} och {company} står på två rader som säger olika saker. Behåll en av dem."),
    "negative": Words("{value} is below 0. Write 0 or more.", "{value} er under 0. Skriv 0 eller mere.", "{value} er under 0. Skriv 0 eller mer.", "{value} är under 0. Skriv 0 eller mer."),
    "too_high": Words("{value} is too high; at most {most}.", "{value} er for højt; højst {most}.", "{value} er for høyt; høyst {most}.", "{value} är för högt; högst {most}."),
    "least_one": Words("{value} is too few: write 1 or more.", "{value} er for få: skriv 1 eller flere.", "{value} er for få: skriv 1 eller flere.", "{value} är för få: skriv 1 eller fler."),
    "minimum_above_maximum": Words("{id} asks for at least {minimum} meetings and at most {maximum}. Lower the minimum or raise the maximum.", "{id} vil have mindst {minimum} møder og højst {maximum}. Sænk minimum, eller hæv maksimum.", "{id} vil ha minst {minimum} møter og høyst {maximum}. Senk minimum eller hev maksimum.", "{id} vill ha minst {minimum} möten och högst {maximum}. Sänk minimum eller höj maximum."),
    "minimum_above_rounds": Words("{id} asks for at least {minimum} meetings, but has room for {room}: count the rounds, the times away, the breaks and the rests.", "{id} vil have mindst {minimum} møder, men har plads til {room}: tæl runder, fravær, pauser og hvil.", "{id} vil ha minst {minimum} møter, men har plass til {room}: tell runder, fravær, pauser og hvile.", "{id} vill ha minst {minimum} möten, men har plats för {room}: räkna omgångar, frånvaro, pauser och vila."),
    "recruiters_without_table": Words("{id} has {recruiters} recruiters and {tables} tables. Give each recruiter a table, or write fewer recruiters.", "{id} har {recruiters} rekrutterere og {tables} borde. Giv hver rekrutterer et bord, eller skriv færre rekrutterere.", "{id} har {recruiters} rekrutterere og {tables} bord. Gi hver rekrutterer et bord, eller skriv færre rekrutterere.", "{id} har {recruiters} rekryterare och {tables} bord. Ge varje rekryterare ett bord, eller skriv färre rekryterare."),
    "table_shared": Words("Table “{table}” is given to {first} and to {second}. Two recruiters cannot hold meetings at one table: name another table.", "Bord »{table}« er givet til både {first} og {second}. To rekrutterere kan ikke holde møder ved ét bord: nævn et andet.", "Bord «{table}» er gitt til både {first} og {second}. To rekrutterere kan ikke holde møter ved ett bord: nevn et annet.", "Bord ”{table}” har getts till både {first} och {second}. Två rekryterare kan inte hålla möten vid ett bord: ange ett annat."),
    "rests_and_breaks": Words("{id} has several recruiters, rests and breaks. Ask for one of the two: who never has two meetings in a row has breaks already.", "{id} har flere rekrutterere, hvil og pauser. Bed om én af delene: den, der aldrig har to møder i træk, har allerede pauser.", "{id} har flere rekrutterere, hvile og pauser. Be om én av delene: den som aldri har to møter på rad, har allerede pauser.", "{id} har flera rekryterare, vila och pauser. Be om en av dem: den som aldrig har två möten i rad har redan pauser."),
    "unknown_resource": Words("{id} needs “{name}”, of which nobody has said how many there are. Known: {known}.", "{id} har brug for »{name}«, men ingen har sagt, hvor mange der er. Kendte: {known}.", "{id} trenger «{name}», men ingen har sagt hvor mange det er. Kjente: {known}.", "{id} behöver ”{name}”, men ingen har sagt hur många det finns. Kända: {known}."),
    "round_outside": Words("{id} is away in round {round}, but there are {rounds} rounds.", "{id} er væk i runde {round}, men der er {rounds} runder.", "{id} er borte i runde {round}, men det er {rounds} runder.", "{id} är borta i omgång {round}, men det finns {rounds} omgångar."),
    "no_rounds": Words("There are no rounds. Write 1 or more.", "Der er ingen runder. Skriv 1 eller flere.", "Det er ingen runder. Skriv 1 eller flere.", "Det finns inga omgångar. Skriv 1 eller fler."),
    "rounds_overlap": Words("Round {round} begins before the one before it is over.", "Runde {round} begynder, før den forrige er slut.", "Runde {round} begynner før den forrige er slutt.", "Omgång {round} börjar innan den förra är slut."),
    # --- rules that cannot all be kept ---
    "must_and_never": Words("{student} and {company} must meet and must never meet. Take one of the two rules away.", "{student} og {company} skal mødes og må aldrig mødes. Fjern en af de to regler.", "{student} og {company} skal møtes og må aldri møtes. Fjern en av de to reglene.", "{student} och {company} måste träffas och får aldrig träffas. Ta bort en av de två reglerna."),
    "must_never_together": Words("{student} must meet {company}, but they are never free in the same round: {student} in {student_rounds}, {company} in {company_rounds}.", "{student} skal møde {company}, men de er aldrig ledige i samme runde: {student} i {student_rounds}, {company} i {company_rounds}.", "{student} skal møte {company}, men de er aldri ledige i samme runde: {student} i {student_rounds}, {company} i {company_rounds}.", "{student} måste träffa {company}, men de är aldrig lediga i samma omgång: {student} i {student_rounds}, {company} i {company_rounds}."),
    "must_without_resource": Words("{student} must meet {company}, but there is no “{name}”, which that meeting needs.", "{student} skal møde {company}, men der er ingen »{name}«, som mødet har brug for.", "{student} skal møte {company}, men det er ingen «{name}», som møtet trenger.", "{student} måste träffa {company}, men det finns inget ”{name}”, som mötet behöver."),
    "musts_above_maximum": Words("{id} must meet {others}: that is {count} meetings, but the maximum is {most}.", "{id} skal møde {others}: det er {count} møder, men maksimum er {most}.", "{id} skal møte {others}: det er {count} møter, men maksimum er {most}.", "{id} måste träffa {others}: det är {count} möten, men maximum är {most}."),
    "musts_above_room": Words("{id} must meet {others}: that is {count} meetings, but there is room for {most} in the rounds that are left after times away, breaks and rests.", "{id} skal møde {others}: det er {count} møder, men der er plads til {most} i de runder, der er tilbage efter fravær, pauser og hvil.", "{id} skal møte {others}: det er {count} møter, men det er plass til {most} i rundene som er igjen etter fravær, pauser og hvile.", "{id} måste träffa {others}: det är {count} möten, men det finns plats för {most} i de omgångar som är kvar efter frånvaro, pauser och vila."),
    "musts_clash": Words("These meetings must be, and cannot all be held: {pairs}. Each of them could, without the others: they share too few free rounds. Give up one of them, or let somebody stay longer.", "Disse møder skal holdes, men kan ikke holdes alle: {pairs}. Uden et af dem går det: de har for få ledige runder til fælles. Opgiv et af dem, eller lad nogen blive længere.", "Disse møtene skal holdes, men kan ikke holdes alle: {pairs}. Uten ett av dem går det: de har for få ledige runder felles. Gi opp ett av dem, eller la noen bli lenger.", "Dessa möten måste hållas, men alla kan inte hållas: {pairs}. Utan ett av dem går det: de har för få lediga omgångar gemensamt. Ge upp ett av dem, eller låt någon stanna längre."),
    "musts_not_placed": Words("No timetable was found with these meetings, which must be: {pairs}. It is not proven that there is none.", "Der blev ikke fundet en plan med disse møder, som skal holdes: {pairs}. Det er ikke bevist, at der ingen er.", "Det ble ikke funnet noen plan med disse møtene, som skal holdes: {pairs}. Det er ikke bevist at det ingen er.", "Ingen tidsplan hittades med dessa möten, som måste hållas: {pairs}. Det är inte bevisat att det inte finns någon."),
    "pair": Words("{student} with {company}", "{student} med {company}", "{student} med {company}", "{student} med {company}"),
    "fixed_clash": Words("The meeting of {student} with {company} cannot stay in round {round}: {student} or the table is taken then, or the pair may never meet.", "Mødet mellem {student} og {company} kan ikke blive i runde {round}: {student} eller bordet er optaget, eller parret må aldrig mødes.", "Møtet mellom {student} og {company} kan ikke bli i runde {round}: {student} eller bordet er opptatt, eller paret må aldri møtes.", "Mötet mellan {student} och {company} kan inte ligga kvar i omgång {round}: {student} eller bordet är upptaget då, eller så får paret aldrig träffas."),
    "minimum_too_large": Words("The evening cannot hold the minimum: {short} would stay below it. The largest minimum that everybody can have is {largest}.", "Aftenen har ikke plads til minimum: {short} ville komme under. Det største minimum, alle kan få, er {largest}.", "Kvelden har ikke plass til minimum: {short} ville komme under. Det største minimum alle kan få, er {largest}.", "Kvällen rymmer inte minimum: {short} skulle hamna under. Det största minimum som alla kan få är {largest}."),
    "minimum_because": Words("{students} ask for {need} meetings together, but can only meet {companies}, who have {seats} seats for them.", "{students} beder tilsammen om {need} møder, men kan kun møde {companies}, som har {seats} pladser til dem.", "{students} ber til sammen om {need} møter, men kan bare møte {companies}, som har {seats} plasser til dem.", "{students} ber tillsammans om {need} möten, men kan bara träffa {companies}, som har {seats} platser för dem."),
    # --- the certificate ---
    "value": Words("{meetings} meetings, worth {value}.", "{meetings} møder, {value} værd.", "{meetings} møter, verdt {value}.", "{meetings} möten, värda {value}."),
    "proven": Words("No timetable that keeps these rules is worth more: proven.", "Ingen plan, der overholder disse regler, er mere værd: bevist.", "Ingen plan som holder disse reglene, er mer verdt: bevist.", "Ingen tidsplan som följer dessa regler är mer värd: bevisat."),
    "proven_by_search": Words("No timetable that keeps these rules is worth more: the prices prove {bound}, an exact search the rest.", "Ingen plan, der overholder disse regler, er mere værd: priserne beviser {bound}, en udtømmende søgning resten.", "Ingen plan som holder disse reglene, er mer verdt: prisene beviser {bound}, et uttømmende søk resten.", "Ingen tidsplan som följer dessa regler är mer värd: priserna bevisar {bound}, en uttömmande sökning resten."),
    "not_proven": Words("No timetable that keeps these rules and this fairness is worth more than {bound}: at most {gap} % is lost.", "Ingen plan, der overholder disse regler og denne retfærdighed, er mere værd end {bound}: højst {gap} % går tabt.", "Ingen plan som holder disse reglene og denne rettferdigheten, er mer verdt enn {bound}: høyst {gap} % går tapt.", "Ingen tidsplan som följer dessa regler och denna rättvisa är värd mer än {bound}: högst {gap} % går förlorat."),
    "floor_reached": Words("Everybody who could be given a meeting has {floor} or more.", "Alle, der kunne få et møde, har {floor} eller flere.", "Alle som kunne få et møte, har {floor} eller flere.", "Alla som kunde få ett möte har {floor} eller fler."),
    "floor_partly": Words("{count} of {all} students have {level} or more meetings.", "{count} af {all} studerende har {level} eller flere møder.", "{count} av {all} studenter har {level} eller flere møter.", "{count} av {all} studenter har {level} eller fler möten."),
    "floor_open": Words("It is not proven that this is as fair as can be: up to {count} more first meetings may be possible.", "Det er ikke bevist, at det er så retfærdigt som muligt: op til {count} flere første møder kan være mulige.", "Det er ikke bevist at det er så rettferdig som mulig: opptil {count} flere første møter kan være mulige.", "Det är inte bevisat att det är så rättvist som möjligt: upp till {count} fler första möten kan vara möjliga."),
    "without": Words("{count} students who asked for a meeting have none.", "{count} studerende, der ønskede et møde, har ingen.", "{count} studenter som ønsket et møte, har ingen.", "{count} studenter som önskade ett möte har inget."),
    "alone": Words("No wish and no suggestion: {names}. Fill short lists, or add a wish.", "Intet ønske og intet forslag: {names}. Fyld korte lister op, eller tilføj et ønske.", "Ikke noe ønske og ikke noe forslag: {names}. Fyll korte lister, eller legg til et ønske.", "Inget önskemål och inget förslag: {names}. Fyll på korta listor eller lägg till ett önskemål."),
    "minimum_of_others": Words("The minimum holds for those who have somebody to meet.", "Minimum gælder for dem, der har nogen at møde.", "Minimum gjelder for dem som har noen å møte.", "Minimum gäller dem som har någon att träffa."),
    "barred": Words("None of their wishes can be held (times, tables or resources): {names}.", "Ingen af deres ønsker kan opfyldes (tider, borde eller ressourcer): {names}.", "Ingen av ønskene deres kan oppfylles (tider, bord eller ressurser): {names}.", "Inget av deras önskemål kan uppfyllas (tider, bord eller resurser): {names}."),
    "short": Words("Below their minimum: {names}.", "Under deres minimum: {names}.", "Under sitt minimum: {names}.", "Under sitt minimum: {names}."),
    "rules_kept": Words("Rules kept: {rules}.", "Regler, der er overholdt: {rules}.", "Regler som er holdt: {rules}.", "Regler som följs: {rules}."),
    "checked": Words("An independent check of every meeting and of the proof found no objection.", "En uafhængig kontrol af hvert møde og af beviset gav ingen indvendinger.", "En uavhengig kontroll av hvert møte og av beviset fant ingen innvending.", "En oberoende kontroll av varje möte och av beviset fann ingen invändning."),
    "rule.place": Words("nobody in two places", "ingen to steder på én gang", "ingen to steder på én gang", "ingen på två ställen"),
    "rule.tables": Words("no table with more than it seats", "intet bord med flere, end det rummer", "ingen bord med flere enn det rommer", "inget bord med fler än det rymmer"),
    "rule.presence": Words("times away", "fravær", "fravær", "frånvaro"),
    "rule.must": Words("meetings that must be", "møder, der skal holdes", "møter som skal holdes", "möten som måste hållas"),
    "rule.never": Words("meetings that must never be", "møder, der aldrig må holdes", "møter som aldri må holdes", "möten som aldrig får hållas"),
    "rule.minimum": Words("minimum of meetings", "mindste antal møder", "minste antall møter", "minsta antal möten"),
    "rule.maximum": Words("maximum of meetings", "højeste antal møder", "høyeste antall møter", "högsta antal möten"),
    "rule.breaks": Words("breaks", "pauser", "pauser", "pauser"),
    "rule.rests": Words("no two in a row", "ikke to i træk", "ikke to på rad", "inte två i rad"),
    "rule.resources": Words("limited resources", "begrænsede ressourcer", "begrensede ressurser", "begränsade resurser"),
    "rule.fixed": Words("locked meetings", "låste møder", "låste møter", "låsta möten"),
    # --- agreed meetings: short waits ---
    "gaps_fixed_taken": Words("{meeting} is fixed to slot {slot}, in which one of them is away, no table stands or the part of the day is another one.", "{meeting} er låst til tid {slot}, hvor en af dem er væk, hvor der ikke er noget bord, eller som ligger i en anden del af dagen.", "{meeting} er låst til tid {slot}, der en av dem er borte, det ikke er et bord, eller delen av dagen er en annen.", "{meeting} är låst till tid {slot}, då en av dem är borta, det inte finns något bord eller delen av dagen är en annan."),
    "gaps_no_slot": Words("{meeting}: there is no slot with a table in which both are there in the right part of the day.", "{meeting}: der er ingen tid med et bord, hvor begge er der i den rigtige del af dagen.", "{meeting}: det er ingen tid med et bord da begge er der i riktig del av dagen.", "{meeting}: det finns ingen tid med ett bord då båda är där i rätt del av dagen."),
    "gaps_circle": Words("Each of these meetings waits for another of them to be over: {meetings}. Take one of the rules away.", "Hvert af disse møder venter på, at et andet af dem er slut: {meetings}. Fjern en af reglerne.", "Hvert av disse møtene venter på at et annet av dem er slutt: {meetings}. Ta bort en av reglene.", "Vart och ett av dessa möten väntar på att ett annat av dem ska ta slut: {meetings}. Ta bort en av reglerna."),
    "gaps_order": Words("What has to come first leaves no slot for one of these meetings: {meetings}.", "Det, der skal komme først, levner ingen tid til et af disse møder: {meetings}.", "Det som skal komme først, etterlater ingen tid til et av disse møtene: {meetings}.", "Det som måste komma först lämnar ingen tid för ett av dessa möten: {meetings}."),
    "gaps_crowded": Words("{id} has {count} meetings that can only be in {slots} slots: {meetings}.", "{id} har {count} møder, der kun kan ligge i {slots} tider: {meetings}.", "{id} har {count} møter som bare kan ligge i {slots} tider: {meetings}.", "{id} har {count} möten som bara kan ligga i {slots} tider: {meetings}."),
    "gaps_tables": Words("{count} meetings can only be in slots {first} to {last}, which have {tables} tables together.", "{count} møder kan kun ligge i tid {first} til {last}, som tilsammen har {tables} borde.", "{count} møter kan bare ligge i tid {first} til {last}, som til sammen har {tables} bord.", "{count} möten kan bara ligga i tid {first} till {last}, som tillsammans har {tables} bord."),
    "gaps_clash": Words("These meetings cannot all be held: {meetings}.", "Disse møder kan ikke alle holdes: {meetings}.", "Disse møtene kan ikke alle holdes: {meetings}.", "Alla dessa möten kan inte hållas: {meetings}."),
    "gaps_spread": Words("The meetings can be held, but not so that the gaps of any two participants differ by at most {spread}.", "Møderne kan holdes, men ikke sådan, at to deltageres huller højst afviger med {spread}.", "Møtene kan holdes, men ikke slik at to deltakeres hull høyst avviker med {spread}.", "Mötena kan hållas, men inte så att två deltagares luckor skiljer sig med högst {spread}."),
    "gaps_no_reason": Words("Not all meetings can be held together.", "Ikke alle møder kan holdes sammen.", "Ikke alle møter kan holdes sammen.", "Alla möten kan inte hållas tillsammans."),
    "gaps_impossible": Words("There is no timetable with these rules: proven.", "Der er ingen plan med disse regler: bevist.", "Det er ingen plan med disse reglene: bevist.", "Det finns ingen tidsplan med dessa regler: bevisat."),
    "gaps_open": Words("No timetable was found, and none is ruled out. Every timetable has {bound} gaps or more. Raise the effort to search longer.", "Der blev ikke fundet en plan, og ingen er udelukket. Enhver plan har mindst {bound} huller. Øg indsatsen for at søge længere.", "Det ble ikke funnet noen plan, og ingen er utelukket. Enhver plan har minst {bound} hull. Øk innsatsen for å søke lenger.", "Ingen tidsplan hittades, men det är inte uteslutet att det finns någon. Varje tidsplan har minst {bound} luckor. Höj insatsen för att söka längre."),
    "gaps_value": Words("{meetings} meetings, {gaps} gaps between them; {waiting} participants wait at least once.", "{meetings} møder, {gaps} huller mellem dem; {waiting} deltagere venter mindst én gang.", "{meetings} møter, {gaps} hull mellom dem; {waiting} deltakere venter minst én gang.", "{meetings} möten, {gaps} luckor mellan dem; {waiting} deltagare väntar minst en gång."),
    "gaps_proven": Words("No timetable that keeps these rules has fewer gaps: proven by an exhaustive search.", "Ingen plan, der overholder disse regler, har færre huller: bevist ved en udtømmende søgning.", "Ingen plan som holder disse reglene, har færre hull: bevist ved et uttømmende søk.", "Ingen tidsplan som följer dessa regler har färre luckor: bevisat genom en uttömmande sökning."),
    "gaps_not_proven": Words("It is not proven that this is the best: every timetable that keeps these rules has {bound} gaps or more.", "Det er ikke bevist, at dette er det bedste: enhver plan, der overholder disse regler, har mindst {bound} huller.", "Det er ikke bevist at dette er det beste: enhver plan som holder disse reglene, har minst {bound} hull.", "Det är inte bevisat att detta är det bästa: varje tidsplan som följer dessa regler har minst {bound} luckor."),
    "gaps_checked": Words("An independent check of every meeting and every gap found no objection.", "En uafhængig kontrol af hvert møde og hvert hul gav ingen indvendinger.", "En uavhengig kontroll av hvert møte og hvert hull fant ingen innvending.", "En oberoende kontroll av varje möte och varje lucka fann ingen invändning."),
    # --- repair ---
    "withdrawn": Words("{company} is no longer there: {lost} meetings fall away. {helped} of these students get another meeting, {left} do not: {names}.", "{company} er her ikke længere: {lost} møder falder bort. {helped} af disse studerende får et andet møde, {left} gør ikke: {names}.", "{company} er ikke her lenger: {lost} møter faller bort. {helped} av disse studentene får et annet møte, {left} gjør det ikke: {names}.", "{company} är inte här längre: {lost} möten faller bort. {helped} av dessa studenter får ett annat möte, {left} får det inte: {names}."),
    "withdrawn_all_helped": Words("{company} is no longer there: {lost} meetings fall away. All {helped} of these students get another meeting.", "{company} er her ikke længere: {lost} møder falder bort. Alle {helped} af disse studerende får et andet møde.", "{company} er ikke her lenger: {lost} møter faller bort. Alle {helped} av disse studentene får et annet møte.", "{company} är inte här längre: {lost} möten faller bort. Alla {helped} av dessa studenter får ett annat möte."),
    "must_fell_away": Words("{student} must meet {company}, but one of them is no longer there: the rule fell away.", "{student} skal møde {company}, men en af dem er her ikke længere: reglen faldt bort.", "{student} skal møte {company}, men en av dem er ikke her lenger: regelen falt bort.", "{student} måste träffa {company}, men en av dem är inte här längre: regeln föll bort."),
    "repaired": Words("{lost} meetings fell away, {new} new ones were made, {moved} were moved; {kept} stay as they were.", "{lost} møder faldt bort, {new} nye blev lagt, {moved} blev flyttet; {kept} er som før.", "{lost} møter falt bort, {new} nye ble lagt, {moved} ble flyttet; {kept} er som før.", "{lost} möten föll bort, {new} nya lades till, {moved} flyttades; {kept} är som förut."),
    "not_in_timetable": Words("{student} has no meeting with {company} in the timetable, so it cannot be locked.", "{student} har ikke noget møde med {company} i planen, så det kan ikke låses.", "{student} har ikke noe møte med {company} i planen, så det kan ikke låses.", "{student} har inget möte med {company} i tidsplanen, så det kan inte låsas."),
    "unknown_meeting": Words("The timetable has {student} with {company} at table “{table}” in round {round}: no such wish, table or round is known.", "Planen har {student} med {company} ved bord »{table}« i runde {round}: ønsket, bordet eller runden findes ikke.", "Planen har {student} med {company} ved bord «{table}» i runde {round}: ønsket, bordet eller runden finnes ikke.", "Tidsplanen har {student} med {company} vid bord ”{table}” i omgång {round}: önskemålet, bordet eller omgången finns inte."),
    "unknown_participant": Words("There is no participant “{id}”.", "Der er ingen deltager »{id}«.", "Det er ingen deltaker «{id}».", "Det finns ingen deltagare ”{id}”."),
}
# fmt: on
