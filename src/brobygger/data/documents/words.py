"""Everything the document readers say, in English, Danish, Bokmål and Swedish."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    en: str
    da: str
    nb: str
    sv: str
    is_warning: bool = False

    def text(self, language: str) -> str:
        """The wording in one language; English for a language that is not here."""
        match language:
            case "da":
                return self.da
            case "nb" | "nn" | "no":
                return self.nb
            case "sv":
                return self.sv
        return self.en


UNITS = {
    "line": Message("line", "linje", "linje", "rad"),
    "page": Message("page", "side", "side", "sida"),
    "entry": Message("entry", "post", "post", "post"),
    "row": Message("row", "række", "rad", "rad"),
}

LANGUAGES = {  # those that are recognised, and only told from the four that are read
    "de": Message("German", "tysk", "tysk", "tyska"),
    "es": Message("Spanish", "spansk", "spansk", "spanska"),
    "fi": Message("Finnish", "finsk", "finsk", "finska"),
    "fr": Message("French", "fransk", "fransk", "franska"),
    "is": Message("Icelandic", "islandsk", "islandsk", "isländska"),
    "nl": Message("Dutch", "nederlandsk", "nederlandsk", "nederländska"),
    "nn": Message("Norwegian Nynorsk", "nynorsk", "nynorsk", "nynorska"),
    "pl": Message("Polish", "polsk", "polsk", "polska"),
    "pt": Message("Portuguese", "portugisisk", "portugisisk", "portugisiska"),
    "und": Message("an unknown language", "et ukendt sprog", "et ukjent språk", "ett okänt språk"),
}

MESSAGES: dict[str, Message] = {
    # --- getting at the file ---
    "missing_path": Message(
        en="there is no such file or folder",
        da="filen eller mappen findes ikke",
        nb="filen eller mappen finnes ikke",
        sv="filen eller mappen finns inte",
    ),
    "not_readable": Message(
        en="the file cannot be opened; check that you may read it",
        da="filen kan ikke åbnes; kontrollér, at du har læseadgang",
        nb="filen kan ikke åpnes; kontroller at du har lesetilgang",
        sv="filen kan inte öppnas; kontrollera att du har läsbehörighet",
    ),
    "too_large": Message(
        en="the file is {size} MB; at most {limit} MB is read",
        da="filen fylder {size} MB; der læses højst {limit} MB",
        nb="filen er på {size} MB; det leses høyst {limit} MB",
        sv="filen är {size} MB; högst {limit} MB läses",
    ),
    "empty_file": Message(
        en="the file is empty",
        da="filen er tom",
        nb="filen er tom",
        sv="filen är tom",
    ),
    "empty_folder": Message(
        en="the folder holds no files",
        da="mappen indeholder ingen filer",
        nb="mappen inneholder ingen filer",
        sv="mappen innehåller inga filer",
    ),
    "unsupported": Message(
        en="{format} is not a format that is read; accepted: {accepted}",
        da="{format} er ikke et format, der kan læses; muligt er: {accepted}",
        nb="{format} er ikke et format som kan leses; mulig er: {accepted}",
        sv="{format} är inget format som kan läsas; möjliga är: {accepted}",
    ),
    "not_text": Message(
        en="the file is neither text nor a known document format; save it as PDF, DOCX or ODT",
        da="filen er hverken tekst eller et kendt dokumentformat; gem den som PDF, DOCX eller ODT",
        nb="filen er verken tekst eller et kjent dokumentformat; lagre den som PDF, DOCX eller ODT",
        sv="filen är varken text eller ett känt dokumentformat; spara den som PDF, DOCX eller ODT",
    ),
    "broken_file": Message(
        en="the file is damaged or cut off: it cannot be read as {format}",
        da="filen er beskadiget eller afkortet: den kan ikke læses som {format}",
        nb="filen er skadet eller avkortet: den kan ikke leses som {format}",
        sv="filen är skadad eller avkortad: den kan inte läsas som {format}",
    ),
    "encrypted": Message(
        en="the file is protected by a password; save a copy without one",
        da="filen er beskyttet med adgangskode; gem en kopi uden",
        nb="filen er beskyttet med passord; lagre en kopi uten",
        sv="filen är skyddad med lösenord; spara en kopia utan",
    ),
    "took_too_long": Message(
        en="the file took too long or too much memory to read, and was given up; save it anew, or as plain text",
        da="filen tog for lang tid eller for meget hukommelse at læse og blev opgivet; gem den på ny eller som ren tekst",
        nb="filen tok for lang tid eller for mye minne å lese og ble gitt opp; lagre den på nytt eller som ren tekst",
        sv="läsningen tog för lång tid eller för mycket minne och avbröts; spara filen på nytt eller som ren text",
    ),
    "external": Message(
        en="the file points at {count} things outside of it (a template, pictures); these were not opened",
        da="filen henviser til {count} ting uden for den (en skabelon, billeder); de er ikke åbnet",
        nb="filen viser til {count} ting utenfor den (en mal, bilder); de er ikke åpnet",
        sv="filen hänvisar till {count} saker utanför den (en mall, bilder); de har inte öppnats",
        is_warning=True,
    ),
    # --- archives ---
    "archive_ratio": Message(
        en="the file unpacks to more than {limit} times its size and is refused",
        da="filen fylder mere end {limit} gange så meget, når den pakkes ud, og afvises",
        nb="filen blir mer enn {limit} ganger så stor når den pakkes ut, og avvises",
        sv="filen blir mer än {limit} gånger så stor när den packas upp och avvisas",
    ),
    "archive_total": Message(
        en="the file unpacks to more than {limit} MB and is refused",
        da="filen fylder mere end {limit} MB, når den pakkes ud, og afvises",
        nb="filen blir større enn {limit} MB når den pakkes ut, og avvises",
        sv="filen blir större än {limit} MB när den packas upp och avvisas",
    ),
    "archive_members": Message(
        en="there are {count} files in it; at most {limit} are read",
        da="der er {count} filer i den; der læses højst {limit}",
        nb="det er {count} filer i den; det leses høyst {limit}",
        sv="den innehåller {count} filer; högst {limit} läses",
    ),
    "archive_depth": Message(
        en="archives inside archives are opened {limit} levels deep; this one lies deeper",
        da="arkiver i arkiver åbnes i {limit} niveauer; dette ligger dybere",
        nb="arkiver i arkiver åpnes i {limit} nivåer; dette ligger dypere",
        sv="arkiv i arkiv öppnas i {limit} nivåer; detta ligger djupare",
    ),
    # --- PDF ---
    "scanned": Message(
        en="no text on any of {pages} pages: it looks scanned; run text recognition (OCR) first",
        da="ingen tekst på nogen af {pages} sider: dokumentet ser ud til at være scannet; kør tekstgenkendelse (OCR) først",
        nb="ingen tekst på noen av {pages} sider: dokumentet ser ut til å være skannet; kjør tekstgjenkjenning (OCR) først",
        sv="ingen text på någon av {pages} sidor: dokumentet verkar vara inskannat; kör textigenkänning (OCR) först",
    ),
    "scanned_pages": Message(
        en="no text on page {pages}: scanned or pictures only; the other pages were read",
        da="ingen tekst på side {pages}: scannet eller kun billeder; de øvrige sider er læst",
        nb="ingen tekst på side {pages}: skannet eller bare bilder; de andre sidene er lest",
        sv="ingen text på sida {pages}: inskannad eller bara bilder; övriga sidor har lästs",
        is_warning=True,
    ),
    "broken_page": Message(
        en="the page is damaged and was left out",
        da="siden er beskadiget og er udeladt",
        nb="siden er skadet og er utelatt",
        sv="sidan är skadad och har utelämnats",
        is_warning=True,
    ),
    "pages_cut": Message(
        en="the document has {pages} pages; the first {limit} were read",
        da="dokumentet har {pages} sider; de første {limit} er læst",
        nb="dokumentet har {pages} sider; de første {limit} er lest",
        sv="dokumentet har {pages} sidor; de första {limit} har lästs",
        is_warning=True,
    ),
    # --- text ---
    "empty_text": Message(
        en="there is no text in it",
        da="der er ingen tekst i den",
        nb="det er ingen tekst i den",
        sv="den innehåller ingen text",
    ),
    "encoding_guessed": Message(
        en="the text is not UTF-8; it was read as {encoding}: check the letters æ ø å ä ö",
        da="teksten er ikke UTF-8; den er læst som {encoding}: tjek bogstaverne æ ø å ä ö",
        nb="teksten er ikke UTF-8; den er lest som {encoding}: sjekk bokstavene æ ø å ä ö",
        sv="texten är inte UTF-8; den har lästs som {encoding}: kontrollera bokstäverna å ä ö æ ø",
        is_warning=True,
    ),
    "encoding_damaged": Message(
        en="{count} damaged characters were replaced by \N{REPLACEMENT CHARACTER}",
        da="{count} beskadigede tegn er erstattet af \N{REPLACEMENT CHARACTER}",
        nb="{count} skadede tegn er erstattet av \N{REPLACEMENT CHARACTER}",
        sv="{count} skadade tecken har ersatts av \N{REPLACEMENT CHARACTER}",
        is_warning=True,
    ),
    "text_cut": Message(
        en="the text has {length} characters; the first {limit} were read",
        da="teksten har {length} tegn; de første {limit} er læst",
        nb="teksten har {length} tegn; de første {limit} er lest",
        sv="texten har {length} tecken; de första {limit} har lästs",
        is_warning=True,
    ),
    "repetition": Message(
        en="the text repeats the same words over and over; the first {kept} characters were read",
        da="teksten gentager de samme ord igen og igen; de første {kept} tegn er læst",
        nb="teksten gjentar de samme ordene om og om igjen; de første {kept} tegnene er lest",
        sv="texten upprepar samma ord om och om igen; de första {kept} tecknen har lästs",
        is_warning=True,
    ),
    # --- what nobody sees ---
    "unseen_hidden": Message(
        en="hidden text ({count} words) was left out: “{words}”",
        da="skjult tekst ({count} ord) er udeladt: »{words}«",
        nb="skjult tekst ({count} ord) er utelatt: «{words}»",
        sv="dold text ({count} ord) har utelämnats: ”{words}”",
        is_warning=True,
    ),
    "unseen_colour": Message(
        en="text in the colour of its background ({count} words) was left out: “{words}”",
        da="tekst i samme farve som baggrunden ({count} ord) er udeladt: »{words}«",
        nb="tekst i samme farge som bakgrunnen ({count} ord) er utelatt: «{words}»",
        sv="text i samma färg som bakgrunden ({count} ord) har utelämnats: ”{words}”",
        is_warning=True,
    ),
    "unseen_tiny": Message(
        en="text too small to be seen ({count} words) was left out: “{words}”",
        da="tekst, der er for lille til at kunne ses ({count} ord), er udeladt: »{words}«",
        nb="tekst som er for liten til å kunne ses ({count} ord), er utelatt: «{words}»",
        sv="text som är för liten för att synas ({count} ord) har utelämnats: ”{words}”",
        is_warning=True,
    ),
    "unseen_outside": Message(
        en="text outside the page ({count} words) was left out: “{words}”",
        da="tekst uden for siden ({count} ord) er udeladt: »{words}«",
        nb="tekst utenfor siden ({count} ord) er utelatt: «{words}»",
        sv="text utanför sidan ({count} ord) har utelämnats: ”{words}”",
        is_warning=True,
    ),
    # --- what was understood ---
    "language": Message(
        en="the text is in {language}; only Danish, Norwegian Bokmål, Swedish and English are read well, so little was found",
        da="sprog: {language}; kun dansk, norsk bokmål, svensk og engelsk læses godt, så der er fundet lidt",
        nb="språk: {language}; bare bokmål, dansk, svensk og engelsk leses godt, så lite er funnet",
        sv="språk: {language}; bara svenska, danska, norskt bokmål och engelska läses bra, så lite har hittats",
        is_warning=True,
    ),
    "keyword_list": Message(
        en="a list of {count} keywords is too long to say anything and was not counted",
        da="en liste med {count} nøgleord er for lang til at sige noget og tæller ikke med",
        nb="en liste med {count} nøkkelord er for lang til å si noe og teller ikke med",
        sv="en lista med {count} nyckelord är för lång för att säga något och räknas inte",
        is_warning=True,
    ),
    "keyword_repeated": Message(
        en="a keyword is repeated {count} times; that passage was not counted",
        da="et nøgleord er gentaget {count} gange; det afsnit tæller ikke med",
        nb="et nøkkelord er gjentatt {count} ganger; det avsnittet teller ikke med",
        sv="ett nyckelord upprepas {count} gånger; det avsnittet räknas inte",
        is_warning=True,
    ),
    "copied_from_ad": Message(
        en="{count} words are copied from an ad and were not counted",
        da="{count} ord er kopieret fra en annonce og tæller ikke med",
        nb="{count} ord er kopiert fra en annonse og teller ikke med",
        sv="{count} ord är kopierade från en annons och räknas inte",
        is_warning=True,
    ),
    # --- XML and JSON ---
    "broken_xml": Message(
        en="not valid XML at column {column}",
        da="ikke gyldig XML ved kolonne {column}",
        nb="ikke gyldig XML ved kolonne {column}",
        sv="inte giltig XML vid kolumn {column}",
    ),
    "xml_entities": Message(
        en="the XML declares a document type or entities and is refused; save it without <!DOCTYPE>",
        da="XML-filen erklærer en dokumenttype eller entiteter og afvises; gem den uden <!DOCTYPE>",
        nb="XML-filen deklarerer en dokumenttype eller entiteter og avvises; lagre den uten <!DOCTYPE>",
        sv="XML-filen deklarerar en dokumenttyp eller entiteter och avvisas; spara den utan <!DOCTYPE>",
    ),
    "unknown_xml": Message(
        en="XML with the root element {root} is not read; accepted: {accepted}",
        da="XML med rodelementet {root} kan ikke læses; muligt er: {accepted}",
        nb="XML med rotelementet {root} kan ikke leses; mulig er: {accepted}",
        sv="XML med rotelementet {root} kan inte läsas; möjliga är: {accepted}",
    ),
    "broken_json": Message(
        en="not valid JSON at column {column}",
        da="ikke gyldig JSON ved kolonne {column}",
        nb="ikke gyldig JSON ved kolonne {column}",
        sv="inte giltig JSON vid kolumn {column}",
    ),
    "too_deep": Message(
        en="its structure is nested too deeply to be read",
        da="strukturen er indlejret for dybt til at blive læst",
        nb="strukturen er nøstet for dypt til å bli lest",
        sv="strukturen är nästlad för djupt för att läsas",
    ),
    "not_an_object": Message(
        en="is not a JSON object: expected {{…}}, found {found}",
        da="er ikke et JSON-objekt: ventede {{…}}, fandt {found}",
        nb="er ikke et JSON-objekt: ventet {{…}}, fant {found}",
        sv="är inte ett JSON-objekt: väntade {{…}}, hittade {found}",
    ),
    "no_entries": Message(
        en="no ad or CV in it",
        da="ingen annoncer eller CV'er i den",
        nb="ingen annonser eller CV-er i den",
        sv="inga annonser eller CV:n i den",
    ),
    "missing_field": Message(
        en="{format}: the field {field} is missing or empty",
        da="{format}: feltet {field} mangler eller er tomt",
        nb="{format}: feltet {field} mangler eller er tomt",
        sv="{format}: fältet {field} saknas eller är tomt",
    ),
    "bad_value": Message(
        en="{field} {value} is not understood and kept as plain text; accepted: {accepted}",
        da="{field} {value} forstås ikke og beholdes som almindelig tekst; muligt er: {accepted}",
        nb="{field} {value} forstås ikke og beholdes som vanlig tekst; mulig er: {accepted}",
        sv="{field} {value} förstås inte och behålls som vanlig text; möjliga är: {accepted}",
        is_warning=True,
    ),
    # --- tables ---
    "missing_column": Message(
        en="no column is called {column}; found: {found}",
        da="ingen kolonne hedder {column}; fundet: {found}",
        nb="ingen kolonne heter {column}; funnet: {found}",
        sv="ingen kolumn heter {column}; hittade: {found}",
    ),
    "field_count": Message(
        en="has {found} fields where the header has {expected}",
        da="har {found} felter, hvor overskriften har {expected}",
        nb="har {found} felt der overskriften har {expected}",
        sv="har {found} fält där rubriken har {expected}",
    ),
    "unknown_columns": Message(
        en="not used: {columns}",
        da="ikke brugt: {columns}",
        nb="ikke brukt: {columns}",
        sv="används inte: {columns}",
        is_warning=True,
    ),
    # --- the batch ---
    "ad_not_cv": Message(
        en="{format} is an ad, where a CV was expected",
        da="{format} er en annonce, hvor der var ventet et CV",
        nb="{format} er en annonse, der det var ventet en CV",
        sv="{format} är en annons, där ett CV väntades",
    ),
    "cv_not_ad": Message(
        en="{format} is a CV, where an ad was expected",
        da="{format} er et CV, hvor der var ventet en annonce",
        nb="{format} er en CV, der det var ventet en annonse",
        sv="{format} är ett CV, där en annons väntades",
    ),
    "duplicate_id": Message(
        en="the id {id} was used before; this document is called {new}",
        da="id'et {id} er brugt før; dette dokument kaldes {new}",
        nb="id-en {id} er brukt før; dette dokumentet kalles {new}",
        sv="id:t {id} har använts förut; detta dokument kallas {new}",
        is_warning=True,
    ),
}
