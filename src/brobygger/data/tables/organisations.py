"""Tables of organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from brobygger.data.tables import cells, forms
from brobygger.data.tables.cells import CellError
from brobygger.data.tables.columns import Column, ColumnSet
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row
from brobygger.data.tables.rows import Reads, read_cells
from brobygger.data.tables.words import Words

# fmt: off
ORGANISATIONS = ColumnSet("organisations", (
    Column("name", Words("Name", "Navn", "Navn", "Namn"),
           Words("At most 200 letters.", "Højst 200 tegn.", "Høyst 200 tegn.", "Högst 200 tecken."),
           ("Nordlys Robotics ApS", "Fjordsvets AB"),
           ("organisation", "organisation name", "organisationsnavn", "organisasjonsnavn", "organisationsnamn", "company", "company name", "virksomhed", "virksomhedsnavn", "firma", "firmanavn", "bedrift", "bedriftsnavn", "företag", "företagsnamn", "selskab", "selskabsnavn", "selskap", "bolag", "navn på virksomhed"),
           is_required=True),
    Column("number", Words("Register number", "CVR-nummer", "Organisasjonsnummer", "Organisationsnummer"),
           Words("CVR, organisasjonsnummer or organisationsnummer; it is checked.", "CVR, organisasjonsnummer eller organisationsnummer; det kontrolleres.", "CVR, organisasjonsnummer eller organisationsnummer; det kontrolleres.", "CVR, organisasjonsnummer eller organisationsnummer; det kontrolleras."),
           ("12345674", "559999-0008"),
           ("cvr", "cvr nr", "cvr no", "cvrnr", "orgnr", "org nr", "org.nr.", "org number", "registration number", "company number", "registernummer", "registered number", "vat", "momsnummer", "registreringsnummer")),
    Column("country", Words("Country", "Land", "Land", "Land"),
           Words("Name or two letters; may be left out where the register number tells it.", "Navn eller to bogstaver; kan udelades, hvis registreringsnummeret viser det.", "Navn eller to bokstaver; kan utelates der registernummeret sier det.", "Namn eller två bokstäver; kan utelämnas om organisationsnumret visar det."),
           ("DK", "Sverige"), ("country code", "landekode", "landkode", "landskod", "nation")),
    Column("place", Words("Place", "By", "Sted", "Ort"),
           Words("Town or municipality.", "By eller kommune.", "Sted eller kommune.", "Ort eller kommun."),
           ("Horsens", "Trollhättan"), ("city", "town", "municipality", "kommune", "kommun", "stad", "poststed", "postort", "lokation", "location", "beliggenhed")),
    Column("industry", Words("Industry", "Branche", "Bransje", "Bransch"),
           Words("In the words of NACE.", "Med ordene fra DB07/NACE.", "Med ordene fra SN2007/NACE.", "Med orden från SNI/NACE."),
           ("Manufacture of machinery", "Manufacture of metal products"), ("sector", "sektor", "branchebetegnelse", "næring", "næringskode", "näringsgren", "nace")),
    Column("size", Words("Employees", "Antal ansatte", "Antall ansatte", "Antal anställda"),
           Words("A number, or 1–9, 10–49, 50–249, 250+.", "Et tal eller 1–9, 10–49, 50–249, 250+.", "Et tall eller 1–9, 10–49, 50–249, 250+.", "Ett tal eller 1–9, 10–49, 50–249, 250+."),
           ("38", "50–249"), ("number of employees", "size", "size class", "ansatte", "medarbejdere", "størrelse", "anställda", "storlek", "storleksklass", "headcount")),
    Column("exporter", Words("Exports", "Eksporterer", "Eksporterer", "Exporterar"),
           Words("Yes or no.", "Ja eller nej.", "Ja eller nei.", "Ja eller nej."),
           ("yes", "no"), ("exporter", "export", "eksport", "eksportør", "exportör", "is exporter")),
    Column("website", Words("Website", "Hjemmeside", "Nettsted", "Webbplats"),
           Words("https:// is added.", "https:// tilføjes.", "https:// legges til.", "https:// läggs till."),
           ("https://nordlys-robotics.example", "fjordsvets.example"), ("web", "url", "homepage", "webside", "hjemmeside", "nettside", "hemsida", "website address", "www")),
    Column("about", Words("About", "Om", "Om", "Om"),
           Words("A few sentences in one language, at most 5,000 letters.", "Et par sætninger på ét sprog, højst 5.000 tegn.", "Noen setninger på ett språk, høyst 5 000 tegn.", "Några meningar på ett språk, högst 5 000 tecken."),
           ("Builds robots that pack fragile goods.", "Svetsar konstruktioner för vindkraft."), ("description", "beskrivelse", "beskrivning", "omtale", "om virksomheden", "om bedriften", "om företaget", "profil", "profile")),
    Column("programmes", Words("Programmes", "Programmer", "Programmer", "Program"),
           Words("Codes of programmes, between semicolons; taking part is added, never taken away.", "Koder for programmer, adskilt af semikolon; deltagelse tilføjes, fjernes aldrig.", "Koder for programmer, skilt med semikolon; deltakelse legges til, fjernes aldri.", "Programkoder, åtskilda med semikolon; deltagande läggs till, tas aldrig bort."),
           ("", ""), ("programme", "program", "programme code", "programme codes", "programkode", "programkoder", "programkod", "projekt", "prosjekt")),
    Column("contact_name", Words("Contact", "Kontaktperson", "Kontaktperson", "Kontaktperson"),
           Words("For your own eyes: it is not stored.", "Til jer selv: det gemmes ikke.", "For dere selv: det lagres ikke.", "För er själva: det sparas inte."),
           ("", ""), ("contact person", "contact name", "kontakt", "kontaktnavn", "kontaktnamn")),
    Column("contact_email", Words("Contact's e-mail", "Kontaktpersonens e-mail", "Kontaktpersonens e-post", "Kontaktpersonens e-post"),
           Words("Somebody who has a log-in with this address becomes a contact.", "En, der har et login med denne adresse, bliver kontaktperson.", "En som har en innlogging med denne adressen, blir kontaktperson.", "Någon som har en inloggning med den här adressen blir kontaktperson."),
           ("", ""), ("contact email", "contact e-mail", "kontakt e-mail", "kontakt e-post", "kontakt email", "contact mail", "e-mail", "email", "epost", "e-post", "mail")),
), forms={"name": forms.COMPANY, "number": forms.NUMBER, "country": forms.COUNTRY, "place": forms.PLACE, "size": forms.EMPLOYEES, "exporter": forms.YES_OR_NO, "website": forms.WEBSITE, "contact_email": forms.EMAIL})
# fmt: on


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """What one row says of an organisation; None or empty: nothing."""

    name: str
    country: str
    number: str | None = None
    place: str | None = None
    industry: str | None = None
    size: str | None = None
    exporter: bool | None = None
    website: str | None = None
    about: str | None = None
    programmes: tuple[str, ...] = ()
    contact_name: str | None = None
    contact_email: str | None = None


READS: Reads = {
    "name": lambda cell: cells.line(cell, 200),
    "number": lambda cell: cells.line(cell, 40),  # checked with the country
    "country": cells.country,
    "place": lambda cell: cells.line(cell, 100),
    "industry": lambda cell: cells.line(cell, 120),
    "size": cells.size,
    "exporter": cells.yes_or_no,
    "website": cells.website,
    "about": lambda cell: cells.block(cell, 5_000),
    "programmes": cells.codes,
    "contact_name": lambda cell: cells.line(cell, 200),
    "contact_email": cells.email,
}


def read_organisation_row(
    row: Row, header: tuple[str, ...], places: Mapping[int, str], *, language: str
) -> tuple[OrganisationRow | None, tuple[Finding, ...]]:
    """What a row says, and what is wrong; None where something is that keeps it out."""
    values, findings = read_cells(row, header, places, ORGANISATIONS, READS)
    column_of = {name: header[place] for place, name in places.items()}
    was_country_wrong = any(
        one.column == column_of.get("country", "") and not one.is_note for one in findings
    )
    if not was_country_wrong:
        _number_and_country(values, row, column_of, findings)
    if any(not one.is_note for one in findings):
        return None, tuple(findings)
    return OrganisationRow(**values), tuple(findings)


def _number_and_country(
    values: dict[str, Any], row: Row, column_of: Mapping[str, str], findings: list[Finding]
) -> None:
    if "number" not in values:
        if "country" not in values:
            findings.append(Finding("no_country", row.number, column_of.get("country", "")))
        return
    try:
        number = cells.register_number(values["number"], values.get("country"))
        values["number"], values["country"] = number
    except CellError as error:
        column = "country" if error.key == "no_country" else "number"
        findings.append(Finding(error.key, row.number, column_of.get(column, ""), error.parameters))
