"""
One company of a register extract.

The columns are known by the names that the registers themselves give: CVR (its table and its JSON), Enhetsregisteret
(CSV and `enheter` of its interface) and the extracts of SCB and Bolagsverket. They stand in docs/reference/registers.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from brobygger.data.registers.branches import branch_code, retired_successors
from brobygger.data.tables import cells, forms
from brobygger.data.tables.cells import CellError, wrong
from brobygger.data.tables.columns import Column, ColumnSet
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row
from brobygger.data.tables.rows import Reads, read_cells
from brobygger.data.tables.words import Words

HIDDEN: Final = frozenset(("<5", "< 5", "*", "1-4", "under 5", "færre end 5", "færre enn 5", "färre än 5"))
SPAN = re.compile(r"(?:ANTAL_)?(\d[\d .]*?)\s*(?:[-–_]|til|till|to)\s*(\d[\d .]*)(?:\s*[^\W\d_]+\.?)?")
CLASS_STARTS: Final = (10, 50, 250)  # employees from which a size class begins
NO_LONGER: Final = re.compile(
    r"oph[øo]r|konkurs|opløst|slettet|avregistrer|likvidation|tvang|dissol|ceased|inactive"
)

# fmt: off
REGISTER = ColumnSet("register", (
    Column("name", Words("Name", "Navn", "Navn", "Namn"),
           Words("As the register writes it.", "Som registret skriver det.", "Som registeret skriver det.", "Som registret skriver det."),
           ("Aadal Pumper A/S", "Bratt Sveis AS"),
           ("virksomhedsnavn", "company name", "företagsnamn", "foretagsnamn", "firma", "organisasjonsnavn", "organisationsnamn", "virksomhedMetadata.nyesteNavn.navn", "nyesteNavn.navn", "organisationsnamn.namn"),
           is_required=True),
    Column("number", Words("Register number", "CVR-nummer", "Organisasjonsnummer", "Organisationsnummer"),
           Words("CVR, organisasjonsnummer or organisationsnummer; its check digit is looked at.", "CVR, organisasjonsnummer eller organisationsnummer; kontrolcifret tjekkes.", "CVR, organisasjonsnummer eller organisationsnummer; kontrollsifferet sjekkes.", "CVR, organisasjonsnummer eller organisationsnummer; kontrollsiffran kontrolleras."),
           ("12345674", "910000004"),
           ("cvr", "cvrnr", "cvr nr", "cvrNummer", "orgnr", "org nr", "peorgnr", "orgnummer", "registered number", "organisationsidentitet.identitetsbeteckning"),
           is_required=True),
    Column("country", Words("Country", "Land", "Land", "Land"),
           Words("May be left out: the number tells it.", "Kan udelades: nummeret siger det.", "Kan utelates: nummeret sier det.", "Kan utelämnas: numret visar det."),
           ("DK", "NO"), ("landekode", "country code", "forretningsadresse.landkode", "virksomhedMetadata.nyesteBeliggenhedsadresse.landekode")),
    Column("industry_code", Words("Branch code", "Branchekode", "Næringskode", "SNI-kod"),
           Words("DB07 or DB25, SN, SNI or NACE: two to six digits.", "DB07, DB25 eller NACE: to til seks cifre.", "SN2007, SN2025 eller NACE: to til seks sifre.", "SNI eller NACE: två till sex siffror."),
           ("282900", "25.620"),
           ("hovedbranche", "hovedbranche kode", "branche kode", "db07", "db25", "nace", "nace code", "naeringskode1.kode", "naeringskode1", "næringskode 1", "sni", "bransch1kod", "bransch_1_kod", "branschkod", "virksomhedMetadata.nyesteHovedbranche.branchekode", "hovedbranche.branchekode")),
    Column("industry", Words("Industry", "Branche", "Bransje", "Bransch"),
           Words("In the register's words.", "Med registrets ord.", "Med registerets ord.", "Med registrets ord."),
           ("Fremstilling af maskiner", "Bearbeiding av metaller"),
           ("branchebetegnelse", "branchetekst", "hovedbranche tekst", "naeringskode1.beskrivelse", "næringskode beskrivelse", "bransch1", "bransch_1", "virksomhedMetadata.nyesteHovedbranche.branchetekst", "hovedbranche.branchetekst")),
    Column("employees", Words("Employees", "Antal ansatte", "Antall ansatte", "Antal anställda"),
           Words("A number or a span; “<5” where the register hides it. Empty: not known.", "Et tal eller et interval; »<5«, hvor registret skjuler det. Tomt: ukendt.", "Et tall eller et intervall; «<5» der registeret skjuler det. Tomt: ukjent.", "Ett tal eller ett intervall; ”<5” där registret döljer det. Tomt: okänt."),
           ("38", "<5"),
           ("ansatte", "antalAnsatte", "antallAnsatte", "anställda", "storleksklass", "stkl", "size", "headcount", "number of employees", "virksomhedMetadata.nyesteErstMaanedsbeskaeftigelse.intervalKodeAntalAnsatte", "virksomhedMetadata.nyesteErstMaanedsbeskaeftigelse.antalAnsatte", "virksomhedMetadata.nyesteAarsbeskaeftigelse.intervalKodeAntalAnsatte")),
    Column("has_employees", Words("Has employees", "Har ansatte", "Har registrert antall ansatte", "Har anställda"),
           Words("Yes with an empty number of employees: one to four, which the register hides.", "Ja og intet antal ansatte: en til fire, som registret skjuler.", "Ja og ikke noe antall ansatte: én til fire, som registeret skjuler.", "Ja och inget antal anställda: en till fyra, som registret döljer."),
           ("", "ja"), ("harRegistrertAntallAnsatte", "registrert antall ansatte")),
    Column("municipality", Words("Municipality", "Kommune", "Kommune", "Kommun"),
           Words("Its name.", "Kommunens navn.", "Kommunens navn.", "Kommunens namn."),
           ("Horsens", "Sarpsborg"),
           ("kommunenavn", "kommunnamn", "forretningsadresse.kommune", "postadress.postort", "säteskommun", "sateskommun", "virksomhedMetadata.nyesteBeliggenhedsadresse.kommune.kommuneNavn", "beliggenhedsadresse.kommune.kommuneNavn")),
    Column("region", Words("Region", "Region", "Fylke", "Län"),
           Words("Region, fylke or län.", "Region, fylke eller län.", "Region, fylke eller län.", "Region, fylke eller län."),
           ("Midtjylland", "Østfold"), ("county", "fylkesnavn", "lan", "säteslän", "regionsnavn", "forretningsadresse.fylke")),
    Column("exporter", Words("Exports", "Eksporterer", "Eksporterer", "Exporterar"),
           Words("Yes or no. Empty: not known.", "Ja eller nej. Tomt: ukendt.", "Ja eller nei. Tomt: ukjent.", "Ja eller nej. Tomt: okänt."),
           ("ja", "nej"), ("export", "eksport", "exportör", "eksportør", "exportmarkering", "exp", "har eksport")),
    Column("protected", Words("Protected from advertising", "Reklamebeskyttet", "Reservert mot reklame", "Reklamspärr"),
           Words("Yes: it is not put on a list of calls.", "Ja: den kommer ikke på en ringeliste.", "Ja: den kommer ikke på en ringeliste.", "Ja: det kommer inte på en ringlista."),
           ("nej", ""), ("reklamebeskyttelse", "reklambeskyttelse", "reklamsparr", "reklamspärrad", "reservert")),
    Column("status", Words("State", "Status", "Status", "Status"),
           Words("Companies that are closed or bankrupt are left out of lists.", "Ophørte og konkursramte virksomheder kommer ikke på lister.", "Slettede og konkursrammede bedrifter kommer ikke på lister.", "Avregistrerade företag och konkurser tas inte med i listor."),
           ("Aktiv", ""), ("virksomhedsstatus", "sammensatStatus", "virksomhedMetadata.sammensatStatus", "företagsstatus", "foretagsstatus")),
    Column("bankrupt", Words("Bankrupt", "Konkurs", "Konkurs", "Konkurs"),
           Words("Yes or no.", "Ja eller nej.", "Ja eller nei.", "Ja eller nej."), ("", ""), ("konkurs", "under konkurs", "underAvvikling")),
    Column("phone", Words("Phone", "Telefon", "Telefon", "Telefon"),
           Words("Of the company.", "Virksomhedens.", "Bedriftens.", "Företagets."),
           ("+45 70 00 00 01", ""), ("telefonnummer", "tlf", "phone number", "mobil", "telefonNummer")),
), forms={"name": forms.COMPANY, "number": forms.NUMBER, "country": forms.COUNTRY, "industry_code": forms.BRANCH_CODE, "employees": forms.EMPLOYEES, "has_employees": forms.YES_OR_NO, "municipality": forms.PLACE, "exporter": forms.YES_OR_NO, "protected": forms.YES_OR_NO, "bankrupt": forms.YES_OR_NO, "phone": forms.PHONES})
# fmt: on


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """
    What a register says of a company; None or empty: nothing.

    Args:
        number: as it is compared with others, see `cells.register_number`.
        industry_code: with points, see `branches.branch_code`.
        employees: headcount, where the register gives one number.
        is_headcount_hidden: one to four, which the register does not tell apart; never nought.
        size: a class of `SizeClass`; empty: not known.
        is_exporter: None: the register does not say.
        is_protected: must not be called for advertising.
        is_active: neither closed nor bankrupt.
    """

    name: str
    number: str
    country: str
    industry_code: str = ""
    industry: str = ""
    employees: int | None = None
    is_headcount_hidden: bool = False
    size: str = ""
    municipality: str = ""
    region: str = ""
    is_exporter: bool | None = None
    is_protected: bool = False
    is_active: bool = True
    phone: str = ""


def _headcount(cell: str) -> tuple[int | None, str, bool]:
    """(number or None, size class, is a span over two classes); a hidden number is a class alone."""
    text = cell.strip().casefold()
    if text in HIDDEN:
        return None, "micro", False
    span = SPAN.fullmatch(cell.strip().upper()) or SPAN.fullmatch(cell.strip())
    if span:
        low, high = (int(re.sub(r"\D", "", one)) for one in span.groups())
        if high < low:
            raise wrong("size", cell)
        if high < 5 and low > 0:
            return None, "micro", False
        spans = any(low < start <= high for start in CLASS_STARTS)
        return None, cells.size(str(low)), spans
    size = cells.size(cell)
    try:
        return int(cells.number(cell)), size, False
    except CellError:
        return None, size, False


READS: Reads = {
    "name": lambda cell: cells.line(cell, 200),
    "number": lambda cell: cells.line(cell, 40),  # checked with the country
    "country": cells.country,
    "industry_code": branch_code,
    "industry": lambda cell: cells.line(cell, 200),
    "employees": _headcount,
    "has_employees": cells.yes_or_no,
    "municipality": lambda cell: cells.line(cell, 100),
    "region": lambda cell: cells.line(cell, 100),
    "exporter": cells.yes_or_no,
    "protected": cells.yes_or_no,
    "status": lambda cell: cells.line(cell, 100),
    "bankrupt": cells.yes_or_no,
    "phone": cells.phone,
}


def read_register_row(
    row: Row, header: tuple[str, ...], places: Mapping[int, str], *, language: str
) -> tuple[RegisterRow | None, tuple[Finding, ...]]:
    """What a row says, and what is wrong or worth knowing; None where something is that keeps it out."""
    values, findings = read_cells(row, header, places, REGISTER, READS)
    column_of = {name: header[place] for place, name in places.items()}

    def find(key: str, column: str, **parameters: str | int) -> None:
        findings.append(Finding(key, row.number, column_of.get(column, ""), parameters))

    if "number" in values:
        try:
            values["number"], values["country"] = cells.register_number(
                values["number"], values.get("country")
            )
        except CellError as error:
            find(error.key, "number", **error.parameters)
    code = values.get("industry_code", "")
    if successors := retired_successors(code):
        find("retired_branch_code", "industry_code", value=code, successors=", ".join(successors))
    employees, size, is_span = values.get("employees", (None, "", False))
    is_hidden = "employees" in values and size == "micro" and employees is None and not is_span
    is_hidden = is_hidden and _is_below_five(row, places)
    if "employees" not in values and values.get("has_employees"):
        size, is_hidden = "micro", True
    if is_hidden:
        find("hidden_headcount", "employees")
    if is_span:
        shown = next(row.cells[place] for place, name in places.items() if name == "employees")
        find("class_spans_two", "employees", value=shown)
    if any(not one.is_note for one in findings):
        return None, tuple(findings)
    return _row(values, employees, size, is_hidden), tuple(findings)


def _is_below_five(row: Row, places: Mapping[int, str]) -> bool:
    cell = next(row.cells[place] for place, name in places.items() if name == "employees").strip()
    span = SPAN.fullmatch(cell.upper())
    return cell.casefold() in HIDDEN or (span is not None and int(re.sub(r"\D", "", span[2])) < 5)


def _row(values: Mapping[str, Any], employees: int | None, size: str, is_hidden: bool) -> RegisterRow:
    status = values.get("status", "").casefold()
    return RegisterRow(
        name=values["name"],
        number=values["number"],
        country=values["country"],
        industry_code=values.get("industry_code", ""),
        industry=values.get("industry", ""),
        employees=employees,
        is_headcount_hidden=is_hidden,
        size=size,
        municipality=values.get("municipality", ""),
        region=values.get("region", ""),
        is_exporter=values.get("exporter"),
        is_protected=values.get("protected", False),
        is_active=not values.get("bankrupt", False) and not NO_LONGER.search(status),
        phone=values.get("phone", ""),
    )
