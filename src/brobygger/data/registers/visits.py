"""Visits of the past, one a row: for a programme that has made hundreds before it came to the product."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from brobygger.core.reading import Level
from brobygger.data.tables import cells, forms
from brobygger.data.tables.cells import CellError, wrong
from brobygger.data.tables.columns import Column, ColumnSet, folded
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row
from brobygger.data.tables.rows import Reads, read_cells
from brobygger.data.tables.words import Words

TASKS: Final = ("safety", "customers", "documentation", "meetings", "floor", "other", "coffee")
"""What somebody does with a language at work: the values of `opportunities.enums.LanguageTask`."""

# fmt: off
VISITS = ColumnSet("visits", (
    Column("name", Words("Company", "Virksomhed", "Bedrift", "Företag"),
           Words("At most 200 letters.", "Højst 200 tegn.", "Høyst 200 tegn.", "Högst 200 tecken."),
           ("Aadal Pumper A/S", "Bratt Sveis AS"), ("name", "navn", "namn", "company", "company name", "virksomhedsnavn", "firma", "organisation"), is_required=True),
    Column("number", Words("Register number", "CVR-nummer", "Organisasjonsnummer", "Organisationsnummer"),
           Words("Finds the company surely; without it the name does.", "Finder virksomheden sikkert; uden nummer bruges navnet.", "Finner bedriften entydig; uten nummeret brukes navnet.", "Identifierar företaget säkert; utan det söks företaget på namnet."),
           ("12345674", ""), ("cvr", "cvrnr", "cvr nr", "orgnr", "org nr")),
    Column("country", Words("Country", "Land", "Land", "Land"), Words("Name or two letters; empty: the number tells it, else Denmark.", "Navn eller to bogstaver; tomt: nummeret siger det, ellers Danmark.", "Navn eller to bokstaver; tomt: nummeret sier det, ellers Danmark.", "Namn eller två bokstäver; tomt: numret visar det, annars Danmark."), ("DK", "NO"), ("landekode",)),
    Column("place", Words("Place", "By", "Sted", "Ort"), Words("Town or municipality.", "By eller kommune.", "Sted eller kommune.", "Ort eller kommun."), ("Horsens", "Sarpsborg"), ("kommune", "kommun", "city", "town")),
    Column("industry", Words("Industry", "Branche", "Bransje", "Bransch"), Words("In words.", "Med ord.", "Med ord.", "Med ord."), ("Maskiner", "Metall"), ("sector", "sektor")),
    Column("date", Words("Day", "Dato", "Dato", "Dag"), Words("23.11.2009 or 2009-11-23.", "23.11.2009 eller 2009-11-23.", "23.11.2009 eller 2009-11-23.", "2009-11-23 eller 23.11.2009."),
           ("14.05.2009", "2019-09-03"), ("date", "datum", "visited on", "visit date", "besøgsdato", "besøksdato", "besøksdag"), is_required=True),
    Column("needs", Words("Needs", "Behov", "Behov", "Behov"), Words("What the company needs, at most 2,000 letters.", "Hvad virksomheden har brug for, højst 2.000 tegn.", "Hva bedriften trenger, høyst 2 000 tegn.", "Vad företaget behöver, högst 2 000 tecken."), ("En ingeniør med tysk", ""), ("need", "notes", "noter", "referat")),
    Column("worries", Words("Worries", "Bekymringer", "Bekymringer", "Farhågor"), Words("Codes of worries between semicolons.", "Koder for bekymringer, adskilt af semikolon.", "Koder for bekymringer, skilt med semikolon.", "Koder för farhågor, åtskilda med semikolon."), ("informal-talk; time", ""), ("worry", "bekymring", "forbehold", "oro")),
    Column("stated", Words("Language said before", "Sprog sagt før", "Språk sagt før", "Språk angivet före"), Words("“da meetings C1; da coffee B2”: language, task, level.", "»da meetings C1; da coffee B2«: sprog, opgave, niveau.", "«nb meetings C1; nb coffee B2»: språk, oppgave, nivå.", "”sv meetings C1; sv coffee B2”: språk, uppgift, nivå."), ("da meetings C1; da coffee B2", ""), ("stated", "stated need", "sprogbehov før", "språk sagt före")),
    Column("real", Words("Language really needed", "Sprog reelt nødvendigt", "Språk reelt nødvendig", "Språk som verkligen behövs"), Words("The same after the talk; a task without a level is not needed.", "Det samme efter samtalen; en opgave uden niveau er ikke nødvendig.", "Det samme etter samtalen; en oppgave uten nivå trengs ikke.", "Detsamma efter samtalet; en uppgift utan nivå behövs inte."), ("da meetings; da coffee A2", ""), ("real", "real need", "sprogbehov efter")),
), forms={"name": forms.COMPANY, "number": forms.NUMBER, "country": forms.COUNTRY, "place": forms.PLACE, "date": forms.DATE})
# fmt: on


@dataclass(frozen=True, slots=True)
class StatedNeed:
    """Language (ISO 639-1), task (of `TASKS`), and the lowest level that is enough; None: not needed."""

    code: str
    task: str
    level: Level | None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit of the past; None or empty: nothing is known."""

    name: str
    date: dt.date
    number: str = ""
    country: str = "DK"
    place: str = ""
    industry: str = ""
    needs: str = ""
    worries: tuple[str, ...] = ()
    stated: tuple[StatedNeed, ...] = ()
    real: tuple[StatedNeed, ...] = ()


def language_needs(cell: str) -> tuple[StatedNeed, ...]:
    """“da meetings B2; da coffee”: each a language, a task and perhaps a level."""
    found: dict[tuple[str, str], StatedNeed] = {}
    for item in cells.items(cell, commas=True):
        words = item.split()
        task = folded(words[1]) if len(words) > 1 else ""
        if len(words) not in (2, 3) or task not in TASKS:
            raise wrong("language_need", item, known=", ".join(TASKS))
        ((code, level),) = cells.language_levels(" ".join([words[0], *words[2:]]))
        found[code, task] = StatedNeed(code, task, level)
    return tuple(found.values())


READS: Reads = {
    "name": lambda cell: cells.line(cell, 200),
    "number": lambda cell: cells.line(cell, 40),
    "country": cells.country,
    "place": lambda cell: cells.line(cell, 100),
    "industry": lambda cell: cells.line(cell, 120),
    "date": cells.date,
    "needs": lambda cell: cells.block(cell, 2_000),
    "worries": cells.codes,
    "stated": language_needs,
    "real": language_needs,
}


def read_visit_row(
    row: Row, header: tuple[str, ...], places: Mapping[int, str], *, worries: frozenset[str], today: dt.date
) -> tuple[VisitRow | None, tuple[Finding, ...]]:
    """
    What a row says, and what is wrong; None where something is that keeps it out.

    Args:
        worries: codes of the catalogue.
        today: a visit of the past is not after it.
    """
    values, findings = read_cells(row, header, places, VISITS, READS)
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
    for code in values.get("worries", ()):
        if code not in worries:
            find("worry", "worries", value=code, known=", ".join(sorted(worries)))
    if "date" in values and values["date"] > today:
        find("future_visit", "date", value=values["date"].isoformat())
    if any(not one.is_note for one in findings):
        return None, tuple(findings)
    return VisitRow(**values), tuple(findings)
