"""Everything the readers of tables say, in English, Danish, Bokmål and Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

LANGUAGES: Final = ("en", "da", "nb", "sv")


class Words(NamedTuple):
    """The same in four languages."""

    en: str
    da: str
    nb: str
    sv: str

    def text(self, language: str) -> str:
        """In one language; English for a language that is not here."""
        code = {"no": "nb", "nn": "nb"}.get(language, language)
        return self[LANGUAGES.index(code)] if code in LANGUAGES else self.en


Parameter: TypeAlias = "str | int | Words"  # what a message names


class Message(NamedTuple):
    """What is wrong and what would be right; or a note, which keeps no row out."""

    words: Words
    is_note: bool = False


def message(key: str, language: str, parameters: Mapping[str, Parameter]) -> str:
    """A message of `MESSAGES` with what it names; `Words` among it are said in the language."""
    said = {
        name: value.text(language) if isinstance(value, Words) else value
        for name, value in parameters.items()
    }
    return MESSAGES[key].words.text(language).format(**said)


def _wrong(en: str, da: str, nb: str, sv: str) -> Message:
    return Message(Words(en, da, nb, sv))


def _note(en: str, da: str, nb: str, sv: str) -> Message:
    return Message(Words(en, da, nb, sv), is_note=True)


# fmt: off
MESSAGES: Final[Mapping[str, Message]] = {
    # --- the table as a whole ---
    "empty": _wrong("The file is empty.", "Filen er tom.", "Filen er tom.", "Filen är tom."),
    "no_rows": _wrong("There is no row below the header.", "Der er ingen rækker under overskrifterne.", "Det er ingen rader under overskriftene.", "Det finns inga rader under rubrikerna."),
    "too_large": _wrong("The file is larger than {limit} MB. Divide it.", "Filen er større end {limit} MB. Del den op.", "Filen er større enn {limit} MB. Del den opp.", "Filen är större än {limit} MB. Dela upp den."),
    "too_many_rows": _wrong("There are more than {limit} rows. Divide the table.", "Der er mere end {limit} rækker. Del tabellen op.", "Det er mer enn {limit} rader. Del opp tabellen.", "Det finns fler än {limit} rader. Dela upp tabellen."),
    "too_many_columns": _wrong("There are more than {limit} columns.", "Der er mere end {limit} kolonner.", "Det er mer enn {limit} kolonner.", "Det finns fler än {limit} kolumner."),
    "too_many_cells": _wrong("The workbook holds more than {limit} cells. Keep only the table in it.", "Projektmappen har mere end {limit} celler. Behold kun tabellen.", "Arbeidsboken har mer enn {limit} celler. Behold bare tabellen.", "Arbetsboken har fler än {limit} celler. Behåll bara tabellen."),
    "too_slow": _wrong("Reading took longer than {limit} seconds. Divide the table.", "Læsningen tog mere end {limit} sekunder. Del tabellen op.", "Lesingen tok mer enn {limit} sekunder. Del opp tabellen.", "Läsningen tog mer än {limit} sekunder. Dela upp tabellen."),
    "unpacks_too_large": _wrong("The workbook unpacks to more than is accepted.", "Projektmappen fylder mere, end vi accepterer, når den pakkes ud.", "Arbeidsboken blir større enn vi godtar når den pakkes ut.", "Arbetsboken blir större än vi godtar när den packas upp."),
    "not_a_table": _wrong("This is no table that we read. Save it as XLSX or CSV.", "Det er ikke en tabel, vi kan læse. Gem den som XLSX eller CSV.", "Dette er ingen tabell vi kan lese. Lagre den som XLSX eller CSV.", "Det här är ingen tabell som vi kan läsa. Spara den som XLSX eller CSV."),
    "old_excel": _wrong("This is an old Excel file (XLS), or one with a password. Save it as XLSX without a password.", "Det er en gammel Excel-fil (XLS) eller en med adgangskode. Gem den som XLSX uden adgangskode.", "Dette er en gammel Excel-fil (XLS) eller en med passord. Lagre den som XLSX uten passord.", "Det här är en gammal Excel-fil (XLS) eller en med lösenord. Spara den som XLSX utan lösenord."),
    "broken_workbook": _wrong("The workbook is damaged. Open it, and save it anew as XLSX.", "Projektmappen er beskadiget. Åbn den, og gem den igen som XLSX.", "Arbeidsboken er skadet. Åpne den, og lagre den på nytt som XLSX.", "Arbetsboken är skadad. Öppna den och spara den på nytt som XLSX."),
    "missing_columns": _wrong("Columns are missing: {missing}. Found: {found}.", "Der mangler kolonner: {missing}. Fundet: {found}.", "Det mangler kolonner: {missing}. Funnet: {found}.", "Kolumner saknas: {missing}. Hittade: {found}."),
    "unread_columns": _note("Columns that are not read: {columns}. Known are: {known}.", "Kolonner, der ikke læses: {columns}. Kendte: {known}.", "Kolonner som ikke leses: {columns}. Kjente: {known}.", "Kolumner som inte läses: {columns}. Kända: {known}."),
    "no_wish_column": _wrong("No column with wishes was recognised, but there are numbers in: {columns}. Name it as one of these: {known}.", "Ingen kolonne med ønsker blev genkendt, men der står tal i: {columns}. Kald den et af disse: {known}.", "Ingen kolonne med ønsker ble gjenkjent, men det står tall i: {columns}. Kall den ett av disse: {known}.", "Ingen kolumn med önskemål kändes igen, men det står siffror i: {columns}. Kalla den något av dessa: {known}."),
    "sheet_used": _note("Read from the sheet “{sheet}”. Not read: {others}.", "Læst fra arket »{sheet}«. Ikke læst: {others}.", "Lest fra arket «{sheet}». Ikke lest: {others}.", "Läst från bladet ”{sheet}”. Inte läst: {others}."),
    "formulas_without_values": _note("The workbook holds formulas without a computed value; their cells count as empty. Open it in a spreadsheet and save it.", "Projektmappen har formler uden beregnet værdi; de celler tæller som tomme. Åbn den i et regneark, og gem den.", "Arbeidsboken har formler uten beregnet verdi; de cellene teller som tomme. Åpne den i et regneark, og lagre den.", "Arbetsboken har formler utan beräknat värde; de cellerna räknas som tomma. Öppna den i ett kalkylprogram och spara den."),
    "encoding": _note("The letters are written as {encoding}.", "Bogstaverne er skrevet som {encoding}.", "Bokstavene er skrevet som {encoding}.", "Bokstäverna är skrivna som {encoding}."),
    "lines_above": _note("The header was found in row {number}; what stands above is left out.", "Overskrifterne blev fundet i række {number}; det ovenfor er udeladt.", "Overskriftene ble funnet i rad {number}; det over er utelatt.", "Rubrikerna hittades på rad {number}; det ovanför utelämnas."),
    # --- rows ---
    "mixed_encoding": _wrong("The letters of this row are written in another way than those of the other rows. Save the file as UTF-8, and look at å, ä, æ, ö and ø.", "Bogstaverne i denne række er skrevet på en anden måde end i de andre. Gem filen som UTF-8, og se efter æ, ø og å.", "Bokstavene i denne raden er skrevet på en annen måte enn i de andre. Lagre filen som UTF-8, og se etter æ, ø og å.", "Bokstäverna på den här raden är skrivna på ett annat sätt än på de andra. Spara filen som UTF-8 och titta efter å, ä och ö."),
    "extra_cells": _wrong("The row has {found} cells, the header {expected}. Put quotation marks around a cell that holds the separator.", "Rækken har {found} celler, overskriften {expected}. Sæt anførselstegn om en celle, der indeholder skilletegnet.", "Raden har {found} celler, overskriften {expected}. Sett anførselstegn rundt en celle som inneholder skilletegnet.", "Raden har {found} celler, rubriken {expected}. Sätt citattecken runt en cell som innehåller avgränsaren."),
    "broken_quotes": _wrong("A quotation mark is not closed, or stands in the middle of a quoted cell. Write it twice.", "Et anførselstegn er ikke lukket eller står midt i en celle. Skriv det to gange.", "Et anførselstegn er ikke lukket, eller står midt i en celle. Skriv det to ganger.", "Ett citattecken är inte stängt, eller står mitt i en cell. Skriv det två gånger."),
    "too_long": _wrong("{length} letters are too many; at most {limit}.", "{length} tegn er for mange; højst {limit}.", "{length} tegn er for mange; høyst {limit}.", "{length} tecken är för många; högst {limit}."),
    "spreadsheet_error": _wrong("The cell holds the error {value}. Mend its formula.", "Cellen indeholder fejlen {value}. Ret formlen.", "Cellen inneholder feilen {value}. Rett formelen.", "Cellen innehåller felet {value}. Rätta formeln."),
    "required": _wrong("It is empty, and needed.", "Feltet er tomt, men skal udfyldes.", "Feltet er tomt, og det er nødvendig.", "Fältet är tomt, och det behövs."),
    "control_characters": _note("Invisible control characters were removed.", "Usynlige styretegn er fjernet.", "Usynlige styretegn er fjernet.", "Osynliga styrtecken har tagits bort."),
    "repeats_row": _note("The same as row {other}; left out.", "Det samme som række {other}; udeladt.", "Det samme som rad {other}; utelatt.", "Samma som rad {other}; utelämnad."),
    "conflicts_with_row": _wrong("Row {other} is about the same, and says something else. Keep one of them.", "Række {other} handler om det samme og siger noget andet. Behold en af dem.", "Rad {other} handler om det samme og sier noe annet. Behold én av dem.", "Rad {other} handlar om samma sak och säger något annat. Behåll en av dem."),
    # --- cells ---
    "date": _wrong("“{value}” is no date. Write 23.11.2026 or 2026-11-23.", "»{value}« er ikke en dato. Skriv 23.11.2026 eller 2026-11-23.", "«{value}» er ingen dato. Skriv 23.11.2026 eller 2026-11-23.", "”{value}” är inget datum. Skriv 2026-11-23 eller 23.11.2026."),
    "graduation": _wrong("“{value}” is no month. Write 2027-06, June 2027, 30.06.2027 or 2027.", "»{value}« er ikke en måned. Skriv 2027-06, juni 2027, 30.06.2027 eller 2027.", "«{value}» er ingen måned. Skriv 2027-06, juni 2027, 30.06.2027 eller 2027.", "”{value}” är ingen månad. Skriv 2027-06, juni 2027, 2027-06-30 eller 2027."),
    "number": _wrong("“{value}” is no number. Write digits, such as 49 or 1.250,5.", "»{value}« er ikke et tal. Skriv cifre, for eksempel 49 eller 1.250,5.", "«{value}» er ikke et tall. Skriv sifre, for eksempel 49 eller 1 250,5.", "”{value}” är inget tal. Skriv siffror, till exempel 49 eller 1 250,5."),
    "yes_or_no": _wrong("“{value}” is neither yes nor no.", "»{value}« er hverken ja eller nej.", "«{value}» er verken ja eller nei.", "”{value}” är varken ja eller nej."),
    "email": _wrong("“{value}” is no e-mail address. It looks like name@example.com.", "»{value}« er ikke en e-mailadresse. Den ser ud som navn@example.com.", "«{value}» er ingen e-postadresse. Den ser ut som navn@example.com.", "”{value}” är ingen e-postadress. Den ser ut som namn@example.com."),
    "phone": _wrong("“{value}” is no phone number. Write 6 to 15 digits, with + before the country.", "»{value}« er ikke et telefonnummer. Skriv 6 til 15 cifre, med + foran landet.", "«{value}» er ikke et telefonnummer. Skriv 6 til 15 sifre, med + foran landet.", "”{value}” är inget telefonnummer. Skriv 6 till 15 siffror, med + före landet."),
    "website": _wrong("“{value}” is no web address. It looks like https://example.com.", "»{value}« er ikke en webadresse. Den ser ud som https://example.com.", "«{value}» er ingen nettadresse. Den ser ut som https://example.com.", "”{value}” är ingen webbadress. Den ser ut som https://example.com."),
    "country": _wrong("“{value}” is no country that we know. Write its name, or two letters such as DK, NO, SE.", "»{value}« er ikke et land, vi kender. Skriv navnet eller to bogstaver som DK, NO, SE.", "«{value}» er ikke et land vi kjenner. Skriv navnet eller to bokstaver som DK, NO, SE.", "”{value}” är inget land som vi känner till. Skriv namnet eller två bokstäver som DK, NO, SE."),
    "no_country": _wrong("The country is missing. Write its name, or two letters such as DK, NO, SE.", "Landet mangler. Skriv navnet eller to bogstaver som DK, NO, SE.", "Landet mangler. Skriv navnet eller to bokstaver som DK, NO, SE.", "Landet saknas. Skriv namnet eller två bokstäver som DK, NO, SE."),
    "cvr": _wrong("“{value}” is no CVR number: 8 digits of which the last checks the others.", "»{value}« er ikke et CVR-nummer: 8 cifre, hvor det sidste kontrollerer de andre.", "«{value}» er ikke et dansk CVR-nummer: 8 sifre, der det siste kontrollerer de andre.", "”{value}” är inget danskt CVR-nummer: 8 siffror, där den sista kontrollerar de andra."),
    "orgnr_no": _wrong("“{value}” is no Norwegian organisasjonsnummer: 9 digits of which the last checks the others.", "»{value}« er ikke et norsk organisasjonsnummer: 9 cifre, hvor det sidste kontrollerer de andre.", "«{value}» er ikke et organisasjonsnummer: 9 sifre, der det siste kontrollerer de andre.", "”{value}” är inget norskt organisasjonsnummer: 9 siffror, där den sista kontrollerar de andra."),
    "orgnr_se": _wrong("“{value}” is no Swedish organisationsnummer: 10 digits of which the last checks the others.", "»{value}« er ikke et svensk organisationsnummer: 10 cifre, hvor det sidste kontrollerer de andre.", "«{value}» er ikke et svensk organisationsnummer: 10 sifre, der det siste kontrollerer de andre.", "”{value}” är inget organisationsnummer: 10 siffror, där den sista kontrollerar de andra."),
    "personal_number": _wrong("This looks like a personal identity number. Leave it out: we do not keep those.", "Det ligner et personnummer. Udelad det: personnumre gemmer vi ikke.", "Det ligner et fødselsnummer. Utelat det: slike lagrer vi ikke.", "Det liknar ett personnummer. Utelämna det: sådana sparar vi inte."),
    "register_number": _wrong("“{value}” is no register number: letters and digits, at most 20.", "»{value}« er ikke et registreringsnummer: bogstaver og cifre, højst 20.", "«{value}» er ikke et registernummer: bokstaver og sifre, høyst 20.", "”{value}” är inget registernummer: bokstäver och siffror, högst 20."),
    "size": _wrong("“{value}” is neither a number of employees nor a size class (1–9, 10–49, 50–249, 250+).", "»{value}« er hverken et antal ansatte eller en størrelse (1–9, 10–49, 50–249, 250+).", "«{value}» er verken et antall ansatte eller en størrelse (1–9, 10–49, 50–249, 250+).", "”{value}” är varken ett antal anställda eller en storlek (1–9, 10–49, 50–249, 250+)."),
    "language": _wrong("“{value}” is no language that we know. Write “en C1; da A2”, or “English C1; Danish”.", "»{value}« er ikke et sprog, vi kender. Skriv »en C1; da A2« eller »engelsk C1; dansk«.", "«{value}» er ikke et språk vi kjenner. Skriv «en C1; nb A2» eller «engelsk C1; norsk».", "”{value}” är inget språk som vi känner till. Skriv ”en C1; sv A2” eller ”engelska C1; svenska”."),
    "level": _wrong("“{value}” is no level. Write A1, A2, B1, B2, C1 or C2, or no level.", "»{value}« er ikke et niveau. Skriv A1, A2, B1, B2, C1 eller C2, eller intet niveau.", "«{value}» er ikke et nivå. Skriv A1, A2, B1, B2, C1 eller C2, eller ikke noe nivå.", "”{value}” är ingen nivå. Skriv A1, A2, B1, B2, C1 eller C2, eller ingen nivå."),
    "education_level": _wrong("“{value}” is no level of education that we know. Write bachelor, master or PhD, or EQF 1–8.", "»{value}« er ikke et uddannelsesniveau, vi kender. Skriv bachelor, kandidat eller ph.d., eller EQF 1–8.", "«{value}» er ikke et utdanningsnivå vi kjenner. Skriv bachelor, master eller ph.d., eller EQF 1–8.", "”{value}” är ingen utbildningsnivå som vi känner till. Skriv kandidat, master eller doktor, eller EQF 1–8."),
    "education_field": _note("We do not know “{value}” as a field of study; it stays in the text only.", "Vi kender ikke »{value}« som fagområde; det står kun i teksten.", "Vi kjenner ikke «{value}» som fagområde; det står bare i teksten.", "Vi känner inte igen ”{value}” som ämnesområde; det finns bara kvar i texten."),
    "intake": _wrong("“{value}” is no intake. Write it like 2026-autumn: letters, digits and hyphens.", "»{value}« er ikke en årgang. Skriv den som 2026-autumn: bogstaver, cifre og bindestreger.", "«{value}» er ikke et kull. Skriv det som 2026-autumn: bokstaver, sifre og bindestreker.", "”{value}” är inget intag. Skriv det som 2026-autumn: bokstäver, siffror och bindestreck."),
    "study_level": _wrong("“{value}” is no level of study. Write bachelor, master, doctorate or exchange.", "»{value}« er ikke et studieniveau. Skriv bachelor, master, doctorate eller exchange.", "«{value}» er ikke et studienivå. Skriv bachelor, master, doctorate eller exchange.", "”{value}” är ingen studienivå. Skriv bachelor, master, doctorate eller exchange."),
    "isced": _wrong("“{value}” is no ISCED-F code. Write two to four digits, such as 0714.", "»{value}« er ikke en ISCED-F-kode. Skriv to til fire cifre, for eksempel 0714.", "«{value}» er ikke en ISCED-F-kode. Skriv to til fire sifre, for eksempel 0714.", "”{value}” är ingen ISCED-F-kod. Skriv två till fyra siffror, till exempel 0714."),
    "kind": _wrong("“{value}” is no kind of opportunity. Write {known}.", "»{value}« er ikke en type mulighed. Skriv {known}.", "«{value}» er ikke en slags mulighet. Skriv {known}.", "”{value}” är ingen typ av möjlighet. Skriv {known}."),
    "no_personal_data": _wrong("Neither a name nor an alias: one of them is needed.", "Hverken navn eller alias: et af dem er nødvendigt.", "Verken navn eller alias: ett av dem er nødvendig.", "Varken namn eller alias: ett av dem behövs."),
    # --- wishes and participants of a timetable ---
    "whole_number": _wrong("“{value}” is no whole number. Write 0, 1, 2 …", "»{value}« er ikke et helt tal. Skriv 0, 1, 2 …", "«{value}» er ikke et helt tall. Skriv 0, 1, 2 …", "”{value}” är inget heltal. Skriv 0, 1, 2 …"),
    "pair_rule": _wrong("“{value}” is no rule. Write must, never, or nothing.", "»{value}« er ikke en regel. Skriv skal, aldrig eller ingenting.", "«{value}» er ingen regel. Skriv skal, aldri eller ingenting.", "”{value}” är ingen regel. Skriv måste, aldrig eller ingenting."),
    "side": _wrong("“{value}” is neither student nor company.", "»{value}« er hverken studerende eller virksomhed.", "«{value}» er verken student eller bedrift.", "”{value}” är varken student eller företag."),
    "rounds": _wrong("“{value}” names no rounds. Write numbers such as 1-3; 7, or times such as 17:00-17:30.", "»{value}« nævner ingen runder. Skriv tal som 1-3; 7 eller tider som 17:00-17:30.", "«{value}» nevner ingen runder. Skriv tall som 1-3; 7 eller tider som 17:00-17:30.", "”{value}” anger inga omgångar. Skriv tal som 1-3; 7 eller tider som 17:00-17:30."),
    # --- answers to a survey ---
    "scale_step": _wrong("“{value}” is no step of the scale. Write 1, 2, 3, 4 or 5.", "»{value}« er ikke et trin på skalaen. Skriv 1, 2, 3, 4 eller 5.", "«{value}» er ikke et trinn på skalaen. Skriv 1, 2, 3, 4 eller 5.", "”{value}” är inget steg på skalan. Skriv 1, 2, 3, 4 eller 5."),
    "option": _wrong("“{value}” is none of the options: {known}.", "»{value}« er ikke en af svarmulighederne: {known}.", "«{value}» er ikke et av svaralternativene: {known}.", "”{value}” är inget av svarsalternativen: {known}."),
    # --- what only the installation can tell ---
    "programme": _wrong("There is no programme “{value}”. Known: {known}.", "Der findes intet program »{value}«. Kendte: {known}.", "Det finnes ikke noe program «{value}». Kjente: {known}.", "Det finns inget program ”{value}”. Kända: {known}."),
    "alias_kept": _note("The candidate keeps the alias “{value}”.", "Kandidaten beholder aliasset »{value}«.", "Kandidaten beholder aliaset «{value}».", "Kandidaten behåller aliaset ”{value}”."),
    "field": _wrong("{problem}", "{problem}", "{problem}", "{problem}"),
    "place_unknown": _note("We do not know where “{value}” lies; distances are left out.", "Vi ved ikke, hvor »{value}« ligger; afstande udelades.", "Vi vet ikke hvor «{value}» ligger; avstander utelates.", "Vi vet inte var ”{value}” ligger; avstånd utelämnas."),
    "home_unknown": _note("We do not know where “{value}” lies; the home is left out.", "Vi ved ikke, hvor »{value}« ligger; bopælen udelades.", "Vi vet ikke hvor «{value}» ligger; bostedet utelates.", "Vi vet inte var ”{value}” ligger; hemorten utelämnas."),
    "skill_taken_for": _note("“{value}” is taken for “{label}” ({percent} %).", "»{value}« forstås som »{label}« ({percent} %).", "«{value}» forstås som «{label}» ({percent} %).", "”{value}” förstås som ”{label}” ({percent} %)."),
    "skill_unknown": _note("“{value}” is not understood as a skill; it stays in the text only.", "»{value}« forstås ikke som en kompetence; det står kun i teksten.", "«{value}» forstås ikke som en kompetanse; det står bare i teksten.", "”{value}” förstås inte som en kompetens; det finns bara kvar i texten."),
    "contact_unknown": _note("Nobody with the address {value} has a log-in for companies: invite them from the organisation's page.", "Ingen med adressen {value} kan logge ind for virksomheder: inviter personen fra organisationens side.", "Ingen med adressen {value} kan logge inn for bedrifter: inviter personen fra organisasjonens side.", "Ingen med adressen {value} kan logga in för företag: bjud in personen från organisationens sida."),
    # --- extracts of company registers and records of visits ---
    "json": _wrong("This JSON holds no list of companies. We read a list of objects, the registers' own answers, and one object a line.", "Denne JSON indeholder ingen liste over virksomheder. Vi læser en liste af objekter, registrenes egne svar og ét objekt pr. linje.", "Denne JSON-en har ingen liste over bedrifter. Vi leser en liste av objekter, registrenes egne svar og ett objekt per linje.", "Den här JSON-filen innehåller ingen lista över företag. Vi läser en lista med objekt, registrens egna svar och ett objekt per rad."),
    "no_companies": _wrong("The extract holds no company. A register answers with nothing, and no error, when it is asked for a branch code that is no longer in use: look at the codes you asked for.", "Udtrækket indeholder ingen virksomheder. Et register svarer med ingenting og uden fejl, når man spørger efter en branchekode, der ikke længere bruges: se på de koder, du spurgte efter.", "Uttrekket har ingen bedrifter. Et register svarer med ingenting, og uten feil, når man spør etter en næringskode som ikke lenger er i bruk: se på kodene du spurte etter.", "Utdraget innehåller inga företag. Ett register ger ett tomt svar utan felmeddelande när man frågar efter en branschkod som inte längre används: titta på koderna du frågade efter."),
    "branch_code": _wrong("“{value}” is no branch code of DB07, SN2007, SNI or NACE: two to six digits, such as 28, 28.29 or 282900.", "»{value}« er ikke en branchekode i DB07 eller NACE: to til seks cifre som 28, 28.29 eller 282900.", "«{value}» er ingen næringskode i SN2007 eller NACE: to til seks sifre som 28, 28.29 eller 282900.", "”{value}” är ingen kod i SNI eller NACE: två till sex siffror som 28, 28.29 eller 282900."),
    "retired_branch_code": _note("The branch code {value} is no longer in use since NACE 2.1; new extracts have {successors} instead. A register that is asked for it answers with nothing, and no error.", "Branchekoden {value} bruges ikke længere efter NACE 2.1; nye udtræk har {successors} i stedet. Et register, der spørges efter den, svarer med ingenting og uden fejl.", "Næringskoden {value} er ikke lenger i bruk etter NACE 2.1; nye uttrekk har {successors} i stedet. Et register som spørres etter den, svarer med ingenting og uten feil.", "Koden {value} används inte längre efter NACE 2.1; nya utdrag har {successors} i stället. Ett register som tillfrågas om den ger ett tomt svar utan felmeddelande."),
    "hidden_headcount": _note("The register hides headcounts below 5: the company has one to four employees, not none.", "Registret skjuler antal ansatte under 5: virksomheden har en til fire ansatte, ikke nul.", "Registeret skjuler antall ansatte under 5: bedriften har én til fire ansatte, ikke null.", "Registret döljer antal anställda under 5: företaget har en till fyra anställda, inte noll."),
    "class_spans_two": _note("“{value}” reaches over two size classes; it is taken for the smaller one.", "»{value}« dækker to størrelser; den regnes for den mindste.", "«{value}» dekker to størrelser; den regnes som den minste.", "”{value}” täcker två storleksklasser; den räknas som den mindre."),
    "language_need": _wrong("“{value}” is no need of a language. Write “da meetings B2; da coffee B1”: language, task ({known}), level; without a level it is not needed.", "»{value}« er ikke et sprogbehov. Skriv »da meetings B2; da coffee B1«: sprog, opgave ({known}), niveau; uden niveau er det ikke nødvendigt.", "«{value}» er ikke et språkbehov. Skriv «nb meetings B2; nb coffee B1»: språk, oppgave ({known}), nivå; uten nivå trengs det ikke.", "”{value}” är inget språkbehov. Skriv ”sv meetings B2; sv coffee B1”: språk, uppgift ({known}), nivå; utan nivå behövs det inte."),
    "worry": _wrong("There is no worry “{value}”. Known: {known}.", "Der findes ingen bekymring »{value}«. Kendte: {known}.", "Det finnes ingen bekymring «{value}». Kjente: {known}.", "Det finns ingen farhåga ”{value}”. Kända: {known}."),
    "future_visit": _wrong("{value} lies ahead; a visit of the past is before today.", "{value} ligger i fremtiden; et besøg i historikken er før i dag.", "{value} ligger i framtiden; et besøk i historikken er før i dag.", "{value} ligger i framtiden; ett besök i historiken är före i dag."),
    # --- figures of channels ---
    "channel": _wrong("The programme has no channel “{value}”. Known: {known}. Add it first.", "Programmet har ingen kanal »{value}«. Kendte: {known}. Opret den først.", "Programmet har ingen kanal «{value}». Kjente: {known}. Legg den til først.", "Programmet har ingen kanal ”{value}”. Kända: {known}. Lägg till den först."),
    "measure": _wrong("“{value}” is nothing that is counted here. Write {known}.", "»{value}« tælles ikke her. Skriv {known}.", "«{value}» telles ikke her. Skriv {known}.", "”{value}” räknas inte här. Skriv {known}."),
    "below_zero": _wrong("“{value}” is below 0: a figure of a channel cannot be.", "»{value}« er under 0: det kan et tal for en kanal ikke være.", "«{value}» er under 0: det kan et tall for en kanal ikke være.", "”{value}” är under 0: det kan ett tal för en kanal inte vara."),
    "future_reading": _wrong("{value} lies ahead; nothing can have been counted then.", "{value} ligger i fremtiden; der kan ikke være talt noget endnu.", "{value} ligger i framtiden; ingenting kan være talt ennå.", "{value} ligger i framtiden; inget kan vara räknat än."),
    "lower_than_before": _note("{value} is lower than {before}, which was read on {day}.", "{value} er lavere end {before}, som blev aflæst den {day}.", "{value} er lavere enn {before}, som ble avlest {day}.", "{value} är lägre än {before}, som lästes av den {day}."),
}
# fmt: on
