"""Tables of candidates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from brobygger.core.reading import Graduation, Level, OpportunityKind
from brobygger.data.tables import cells, forms
from brobygger.data.tables.columns import Column, ColumnSet
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row
from brobygger.data.tables.rows import Reads, read_cells
from brobygger.data.tables.words import Words

# fmt: off
CANDIDATES = ColumnSet("candidates", (
    Column("name", Words("Name", "Navn", "Navn", "Namn"),
           Words("At most 200 letters. Companies never see it.", "Højst 200 tegn. Virksomheder ser det aldrig.", "Høyst 200 tegn. Bedrifter ser det aldri.", "Högst 200 tecken. Företag ser det aldrig."),
           ("Ida Prøvesen", "Erik Påhitt"), ("full name", "fulde navn", "fullt navn", "fullständigt namn", "candidate", "kandidat", "student", "studerende")),
    Column("email", Words("E-mail", "E-mail", "E-post", "E-post"),
           Words("Tells a candidate from others.", "Skelner en kandidat fra andre.", "Skiller en kandidat fra andre.", "Skiljer en kandidat från andra."),
           ("ida@example.com", "erik@example.com"), ("mail", "email address", "mailadresse", "e-mailadresse", "epostadresse", "e-postadress", "epost")),
    Column("phone", Words("Phone", "Telefon", "Telefon", "Telefon"),
           Words("With + before the country.", "Med + foran landet.", "Med + foran landet.", "Med + före landet."),
           ("", ""), ("telephone", "mobile", "mobil", "tlf", "tlf.nr.", "telefonnummer", "mobilnummer", "phone number")),
    Column("alias", Words("Alias", "Alias", "Alias", "Alias"),
           Words("The name that others see; made if empty.", "Det navn, andre ser; laves, hvis det er tomt.", "Navnet andre ser; lages hvis det er tomt.", "Namnet som andra ser; skapas om det är tomt."),
           ("", "")),
    Column("place", Words("Home", "Bopæl", "Bosted", "Bostadsort"),
           Words("Town or municipality.", "By eller kommune.", "Sted eller kommune.", "Ort eller kommun."),
           ("Aarhus", "Halden"), ("place", "city", "town", "by", "sted", "ort", "hjemby", "hjemsted", "hemort", "home place", "poststed", "postort", "kommune", "kommun")),
    Column("country", Words("Home country", "Land", "Land", "Land"),
           Words("Name or two letters.", "Navn eller to bogstaver.", "Navn eller to bokstaver.", "Namn eller två bokstäver."),
           ("DK", "Norge"), ("country", "bopælsland", "bostedsland", "hemland", "hjemland", "landekode", "landkode", "landskod")),
    Column("languages", Words("Languages", "Sprog", "Språk", "Språk"),
           Words("Name or code with CEFR, such as “en C1; da A2”.", "Navn eller kode med CEFR, for eksempel »en C1; da A2«.", "Navn eller kode med CEFR, for eksempel «en C1; nb A2».", "Namn eller kod med CEFR, till exempel ”en C1; sv A2”."),
           ("en C1; da A2", "svenska C2; engelska B2"), ("language", "sprogkundskaber", "språkkunnskaper", "språkkunskaper")),
    Column("skills", Words("Skills", "Kompetencer", "Kompetanse", "Kompetenser"),
           Words("In your own words, between semicolons.", "Med egne ord, adskilt af semikolon.", "Med egne ord, skilt med semikolon.", "Med egna ord, åtskilda med semikolon."),
           ("Python; machine learning", "svetsning; CAD"), ("skill", "competences", "competencies", "færdigheder", "kvalifikationer", "ferdigheter", "kompetanser", "färdigheter", "kunskaper")),
    Column("education_level", Words("Level of education", "Uddannelsesniveau", "Utdanningsnivå", "Utbildningsnivå"),
           Words("Bachelor, master, PhD …, or EQF 1–8.", "Bachelor, kandidat, ph.d. … eller EQF 1–8.", "Bachelor, master, ph.d. … eller EQF 1–8.", "Kandidat, master, doktor … eller EQF 1–8."),
           ("master", "EQF 6"), ("education level", "level", "degree", "niveau", "grad", "nivå", "eqf", "examen", "uddannelseslængde")),
    Column("education_field", Words("Field of study", "Fagområde", "Fagområde", "Ämnesområde"),
           Words("In words, or an ISCED-F code.", "Med ord eller en ISCED-F-kode.", "Med ord eller en ISCED-F-kode.", "Med ord eller en ISCED-F-kod."),
           ("computer science", "maskinteknik"), ("education", "field", "study", "studies", "uddannelse", "studieretning", "utdanning", "studium", "utbildning", "ämne", "inriktning", "fag", "studie", "program of study")),
    Column("graduation", Words("Graduation", "Færdiguddannet", "Ferdig utdannet", "Examensdatum"),
           Words("The month or day on which the education ends or ended, such as 2027-06, or the year.", "Måneden eller dagen, hvor uddannelsen slutter eller sluttede, for eksempel 2027-06, eller året.", "Måneden eller dagen utdanningen slutter eller sluttet, for eksempel 2027-06, eller året.", "Månaden eller dagen då utbildningen slutar eller slutade, till exempel 2027-06, eller året."),
           ("2027-06", "juni 2026"), ("graduates", "graduation date", "expected graduation", "expected graduation date", "graduation year", "dimission", "dimitteres", "dimissionsdato", "færdig", "forventet færdig", "afslutning", "afsluttes", "studieafslutning", "ferdig", "forventet ferdig", "uteksamineres", "avsluttes", "studieslutt", "examensår", "beräknad examen", "tar examen", "studieslut")),
    Column("available_from", Words("Available from", "Ledig fra", "Ledig fra", "Tillgänglig från"),
           Words("A day, such as 23.11.2026 or 2026-11-23.", "En dag, for eksempel 23.11.2026 eller 2026-11-23.", "En dag, for eksempel 23.11.2026 eller 2026-11-23.", "En dag, till exempel 2026-11-23."),
           ("01.02.2027", "2027-06-01"), ("start", "start date", "startdato", "startdatum", "kan starte", "kan börja", "available", "tilgængelig fra", "tilgjengelig fra", "fra dato")),
    Column("kinds", Words("Looks for", "Søger", "Søker", "Söker"),
           Words("Internship, thesis, project, student job, graduate job, job …", "Praktik, speciale, projekt, studiejob, graduate, job …", "Praksis, masteroppgave, prosjekt, studentjobb, graduate, jobb …", "Praktik, examensarbete, projekt, studentjobb, trainee, jobb …"),
           ("internship; thesis", "jobb"), ("kinds", "kind", "wants", "kinds of opportunity", "type", "ønsker", "önskar", "slags", "jobtype", "jobbtype", "jobbtyp")),
    Column("work_right", Words("May work in", "Må arbejde i", "Kan arbeide i", "Får arbeta i"),
           Words("Countries without a new permit; EU for EU/EEA.", "Lande uden ny tilladelse; EU for EU/EØS.", "Land uten ny tillatelse; EU for EU/EØS.", "Länder utan nytt tillstånd; EU för EU/EES."),
           ("EU", "NO"), ("work right", "right to work", "arbejdstilladelse", "arbeidstillatelse", "arbetstillstånd", "work permit")),
    Column("programmes", Words("Programmes", "Programmer", "Programmer", "Program"),
           Words("Codes of programmes, between semicolons; taking part is added, never taken away.", "Koder for programmer, adskilt af semikolon; deltagelse tilføjes, fjernes aldrig.", "Koder for programmer, skilt med semikolon; deltakelse legges til, fjernes aldri.", "Programkoder, åtskilda med semikolon; deltagande läggs till, tas aldrig bort."),
           ("", ""), ("programme", "program", "programme code", "programme codes", "programkode", "programkoder", "programkod", "projekt", "prosjekt")),
    Column("cv", Words("CV", "CV", "CV", "CV"),
           Words("The text of the CV, if there is one.", "CV'ets tekst, hvis der er en.", "Teksten i CV-en, hvis den finnes.", "CV:ts text, om den finns."),
           ("", ""), ("cv text", "cv-tekst", "cv-text", "resume", "resumé", "curriculum vitae")),
), forms={"email": forms.EMAIL, "phone": forms.PHONES, "country": forms.COUNTRY, "place": forms.PLACE, "languages": forms.LANGUAGE_LEVELS, "graduation": forms.GRADUATION, "available_from": forms.DATE})
# fmt: on


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """
    What one row says of a candidate; None or empty: nothing.

    Args:
        languages: code and level, see `core.reading.Language`.
        words: the cells about skills, languages and education as they were written, for a text to read.
    """

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    alias: str | None = None
    place: str | None = None
    country: str | None = None
    languages: tuple[tuple[str, Level | None], ...] = ()
    skills: tuple[str, ...] = ()
    education_level: int | None = None
    education_field: str | None = None
    graduation: Graduation | None = None
    available_from: dt.date | None = None
    kinds: tuple[OpportunityKind, ...] = ()
    work_right: tuple[str, ...] | None = None
    programmes: tuple[str, ...] = ()
    cv: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)


WRITTEN = ("education_level", "education_field", "languages", "skills")


def read_candidate_row(
    row: Row, header: tuple[str, ...], places: Mapping[int, str], *, language: str
) -> tuple[CandidateRow | None, tuple[Finding, ...]]:
    """What a row says, and what is wrong; None where something is that keeps it out."""
    reads: Reads = {
        "name": lambda cell: cells.line(cell, 200),
        "email": cells.email,
        "phone": cells.phone,
        "alias": lambda cell: cells.line(cell, 80),
        "place": lambda cell: cells.line(cell, 100),
        "country": cells.country,
        "languages": cells.language_levels,
        "skills": cells.skills,
        "education_level": lambda cell: cells.education_level(cell, language),
        "education_field": lambda cell: cells.line(cell, 200),
        "graduation": cells.graduation,
        "available_from": cells.date,
        "kinds": cells.kinds,
        "work_right": cells.work_right,
        "programmes": cells.codes,
        "cv": lambda cell: cells.block(cell, 100_000),
    }
    values, noticed = read_cells(row, header, places, CANDIDATES, reads)
    findings = list(noticed)
    column_of = {name: header[place] for place, name in places.items()}
    if "name" not in values and "alias" not in values and all(one.is_note for one in findings):
        findings.append(Finding("no_personal_data", row.number))
    words = {
        name: " ".join(row.cells[place].split())
        for place, name in places.items()
        if name in WRITTEN and name in values
    }
    studied = values.get("education_field")
    if studied is not None:
        values["education_field"] = cells.education_field(studied)
        if values["education_field"] is None:
            findings.append(
                Finding("education_field", row.number, column_of["education_field"], {"value": studied[:60]})
            )
    if any(not one.is_note for one in findings):
        return None, tuple(findings)
    return CandidateRow(**values, words=words), tuple(findings)
