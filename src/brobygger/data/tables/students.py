"""Tables of admitted students: only what is needed to write to them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from brobygger.data.tables import cells
from brobygger.data.tables.cells import wrong
from brobygger.data.tables.columns import Column, ColumnSet
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row
from brobygger.data.tables.rows import Reads, read_cells
from brobygger.data.tables.words import Words

# fmt: off
STUDENTS = ColumnSet("students", (
    Column("name", Words("Name", "Navn", "Navn", "Namn"),
           Words("As the person is greeted; may be left out.", "Som personen tiltales; kan udelades.", "Slik personen hilses; kan utelates.", "Så som personen tilltalas; kan utelämnas."),
           ("Mira Prøvesen", "Teo Testman"), ("student", "student name", "studerende", "full name", "fornavn", "förnamn", "first name")),
    Column("email", Words("E-mail", "E-mail", "E-post", "E-post"),
           Words("One address.", "Én adresse.", "Én adresse.", "En adress."),
           ("mira@students.example", "teo@students.example"), ("e-mail", "email", "mail", "epost", "e-post", "e-mail address", "mailadresse"), is_required=True),
    Column("language", Words("Language", "Sprog", "Språk", "Språk"),
           Words("Name or code; without one the mail is in English.", "Navn eller kode; uden sprog er mailen på engelsk.", "Navn eller kode; uten språk er e-posten på engelsk.", "Namn eller kod; utan språk är mejlet på engelska."),
           ("en", "da"), ("mail language", "preferred language", "foretrukket sprog")),
    Column("intake", Words("Intake", "Årgang", "Kull", "Intag"),
           Words("Like 2026-autumn.", "Som 2026-autumn.", "Som 2026-autumn.", "Till exempel 2026-autumn."),
           ("2026-autumn", "2027-spring"), ("semester", "start", "term", "termin", "cohort", "optag", "opptak", "antagning")),
    Column("level", Words("Level", "Niveau", "Nivå", "Nivå"),
           Words("bachelor, master, doctorate or exchange.", "bachelor, master, doctorate eller exchange.", "bachelor, master, doctorate eller exchange.", "bachelor, master, doctorate eller exchange."),
           ("bachelor", "master"), ("degree", "uddannelsesniveau", "grad")),
    Column("field", Words("Field of study", "Fagområde", "Fagområde", "Ämnesområde"),
           Words("ISCED-F code of two to four digits.", "ISCED-F-kode på to til fire cifre.", "ISCED-F-kode på to til fire sifre.", "ISCED-F-kod med två till fyra siffror."),
           ("0714", "0613"), ("isced", "isced-f", "field code", "fagkode", "uddannelse")),
    Column("country", Words("Country of study", "Studieland", "Studieland", "Studieland"),
           Words("Name or two letters.", "Navn eller to bogstaver.", "Navn eller to bokstaver.", "Namn eller två bokstäver."),
           ("DK", "Sverige"), ("country", "land")),
    Column("admitted_on", Words("Admitted on", "Optaget den", "Tatt opp den", "Antagen den"),
           Words("A day.", "En dato.", "En dato.", "Ett datum."),
           ("2026-07-28", "2026-12-01"), ("admission date", "date of admission", "optagelsesdato", "opptaksdato", "antagningsdatum", "admitted")),
))
# fmt: on
INTAKE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LEVELS = ("bachelor", "master", "doctorate", "exchange")
MAIL_LANGUAGES = ("da", "nb", "sv", "en")


@dataclass(frozen=True, slots=True)
class StudentRow:
    """What one row says of a student; empty or None: nothing."""

    email: str
    name: str = ""
    language: str = ""
    intake: str = ""
    level: str = ""
    field: str = ""
    country: str = ""
    admitted_on: dt.date | None = None


def _language(cell: str) -> str:
    """A language that mails are written in; who reads another one gets English."""
    codes = [code for code, _level in cells.language_levels(cell)]
    code = {"no": "nb", "nn": "nb"}.get(codes[0], codes[0]) if codes else ""
    return code if code in MAIL_LANGUAGES else "en"


def _one_of(cell: str, pattern: re.Pattern[str], key: str) -> str:
    said = cell.strip().lower().replace(" ", "-")
    if not pattern.fullmatch(said):
        raise wrong(key, cell)
    return said


READS: Reads = {
    "name": lambda cell: cells.line(cell, 200),
    "email": lambda cell: cells.email(cell).lower(),
    "language": _language,
    "intake": lambda cell: _one_of(cell, INTAKE, "intake"),
    "level": lambda cell: _one_of(cell, re.compile("|".join(LEVELS)), "study_level"),
    "field": lambda cell: _one_of(cell, re.compile(r"\d{2,4}"), "isced"),
    "country": cells.country,
    "admitted_on": cells.date,
}


def read_student_row(
    row: Row, header: tuple[str, ...], places: Mapping[int, str]
) -> tuple[StudentRow | None, tuple[Finding, ...]]:
    """What a row says, and what is wrong; None where something is that keeps it out."""
    values, findings = read_cells(row, header, places, STUDENTS, READS)
    if any(not one.is_note for one in findings):
        return None, tuple(findings)
    return StudentRow(**values), tuple(findings)
