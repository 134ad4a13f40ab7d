"""Columns of the tables that a timetable is made from, and of the timetable itself."""

from __future__ import annotations

from brobygger.data.tables.columns import Column, ColumnSet
from brobygger.data.tables.words import Words

# fmt: off
OF_STUDENTS = ("student", "students", "studenten", "studenter", "studentens", "studenters", "studenternes", "studentenes", "studenternas", "studerende", "studerendes", "den studerende", "den studerendes", "de studerendes", "candidate", "candidates", "kandidat", "kandidaten", "kandidats", "kandidatens", "kandidaternes", "kandidatenes", "kandidaternas")
OF_COMPANIES = ("company", "companys", "companies", "virksomhed", "virksomheden", "virksomheds", "virksomhedens", "virksomheders", "virksomhedernes", "bedrift", "bedriften", "bedrifts", "bedriftens", "bedriftenes", "bedrifters", "företag", "företaget", "företags", "företagets", "företagens", "firma", "firmaet", "firmas", "firmaets", "host", "hosts")
WISHED = ("wish", "wishes", "score", "points", "preference", "preferences", "rating", "ønske", "ønsker", "ønskje", "point", "pointtal", "poeng", "prioritet", "prioritering", "vurdering", "önskemål", "önskan", "önskning", "poäng", "betyg")
NAMED = ("name", "navn", "namn", "id")
# fmt: on
FROM = ("", "of", "from", "by", "fra", "av", "från")


def _all_ways(owners: tuple[str, ...], things: tuple[str, ...]) -> tuple[str, ...]:
    """Headers such as “Studerendes ønske” and “ønske fra studerende”; spaces and signs are not compared."""
    before = [f"{owner} {thing}" for owner in owners for thing in things]
    return (*before, *(f"{thing} {joint} {owner}" for owner in owners for thing in things for joint in FROM))


# fmt: off
STUDENT = Words("Student", "Studerende", "Student", "Student")
COMPANY = Words("Company", "Virksomhed", "Bedrift", "Företag")
TABLE = Words("Table", "Bord", "Bord", "Bord")
ROUND = Words("Round", "Runde", "Runde", "Omgång")

WISHES = ColumnSet("wishes", (
    Column("student", STUDENT, Words("Name or number, the same in every row.", "Navn eller nummer, ens i alle rækker.", "Navn eller nummer, likt i alle rader.", "Namn eller nummer, likadant på alla rader."),
           ("Ida Prøvesen", "Erik Påhitt"), ("person", *OF_STUDENTS, *_all_ways(OF_STUDENTS, NAMED)), is_required=True),
    Column("company", COMPANY, Words("Name or number, the same in every row.", "Navn eller nummer, ens i alle rækker.", "Navn eller nummer, likt i alle rader.", "Namn eller nummer, likadant på alla rader."),
           ("Nordvind Pumper", "Fjordlys"), ("organisation", "vært", *OF_COMPANIES, *_all_ways(OF_COMPANIES, NAMED)), is_required=True),
    Column("student_score", Words("Student's wish", "Den studerendes ønske", "Studentens ønske", "Studentens önskemål"),
           Words("0 (did not ask) and up.", "0 (ikke ønsket) eller mere.", "0 (ikke ønsket) og oppover.", "0 (inte önskat) och uppåt."),
           ("10", "7"), ("score", "wish", "ønske", "önskemål", *_all_ways(OF_STUDENTS, WISHED))),
    Column("company_score", Words("Company's wish", "Virksomhedens ønske", "Bedriftens ønske", "Företagets önskemål"),
           Words("0 (did not ask) and up.", "0 (ikke ønsket) eller mere.", "0 (ikke ønsket) og oppover.", "0 (inte önskat) och uppåt."),
           ("8", "0"), _all_ways(OF_COMPANIES, WISHED)),
    Column("rule", Words("Rule", "Regel", "Regel", "Regel"),
           Words("must, never, or empty.", "skal, aldrig eller tom.", "skal, aldri eller tom.", "måste, aldrig eller tom."), ("", "must")),
))

PARTICIPANTS = ColumnSet("participants", (
    Column("id", Words("Participant", "Deltager", "Deltaker", "Deltagare"), Words("As in the wishes.", "Som i ønskerne.", "Som i ønskene.", "Som i önskemålen."),
           ("Ida Prøvesen", "Nordvind Pumper"), ("name", "navn", "namn"), is_required=True),
    Column("side", Words("Side", "Side", "Side", "Sida"), Words("student or company.", "studerende eller virksomhed.", "student eller bedrift.", "student eller företag."),
           ("student", "company"), ("kind", "type", "role", "rolle", "roll"), is_required=True),
    Column("minimum", Words("Minimum", "Minimum", "Minimum", "Minimum"), Words("Meetings at least.", "Mindste antal møder.", "Møter minst.", "Minst så många möten."), ("1", "")),
    Column("maximum", Words("Maximum", "Maksimum", "Maksimum", "Maximum"), Words("Meetings at most.", "Højeste antal møder.", "Møter høyst.", "Högst så många möten."), ("8", ""), ("max",)),
    Column("away", Words("Away", "Væk", "Borte", "Borta"), Words("Rounds such as 1-3; 7, or times such as 17:00-17:30.", "Runder som 1-3; 7 eller tider som 17:00-17:30.", "Runder som 1-3; 7 eller tider som 17:00-17:30.", "Omgångar som 1-3; 7 eller tider som 17:00-17:30."),
           ("1-2", ""), ("absent", "fravær", "frånvaro")),
    Column("breaks", Words("Breaks", "Pauser", "Pauser", "Pauser"), Words("Free rounds at least.", "Mindste antal frie runder.", "Frie runder minst.", "Minst så många fria omgångar."), ("", "1"), ("pause", "break")),
    Column("rests", Words("Not two in a row", "Ikke to i træk", "Ikke to på rad", "Inte två i rad"), Words("yes or no.", "ja eller nej.", "ja eller nei.", "ja eller nej."), ("", ""), ("rest", "hvil", "hvile", "vila")),
    Column("needs", Words("Needs", "Behov", "Behov", "Behov"), Words("Limited resources, between semicolons.", "Begrænsede ressourcer, adskilt af semikolon.", "Begrensede ressurser, skilt med semikolon.", "Begränsade resurser, åtskilda med semikolon."), ("interpreter", ""), ("resources", "ressourcer", "ressurser", "resurser")),
    Column("recruiters", Words("Recruiters", "Rekrutterere", "Rekrutterere", "Rekryterare"), Words("Companies: each has a table; 1 if empty.", "Virksomheder: hver har et bord; 1, hvis tom.", "Bedrifter: hver har et bord; 1 hvis tom.", "Företag: var och en har ett bord; 1 om tom."), ("", "2"), ("recruiter",)),
    Column("tables", Words("Tables", "Borde", "Bord", "Bord"), Words("Companies: names of the tables, between semicolons.", "Virksomheder: navne på bordene, adskilt af semikolon.", "Bedrifter: navn på bordene, skilt med semikolon.", "Företag: bordens namn, åtskilda med semikolon."), ("", "A1; A2"), ("table",)),
    Column("group", Words("Seats at a table", "Pladser ved et bord", "Plasser ved et bord", "Platser vid ett bord"), Words("Companies: students at one table in one round; 1 if empty.", "Virksomheder: studerende ved et bord i en runde; 1, hvis tom.", "Bedrifter: studenter ved et bord i en runde; 1 hvis tom.", "Företag: studenter vid ett bord i en omgång; 1 om tom."), ("", "1"), ("seats", "group size")),
))

MEETINGS = ColumnSet("timetable", (
    Column("round", ROUND, Words("Counted from 1.", "Talt fra 1.", "Talt fra 1.", "Räknat från 1."), ("1", "1"), ("runda",), is_required=True),
    Column("start", Words("Start", "Start", "Start", "Start"), Words("", "", "", ""), ("", "")),
    Column("end", Words("End", "Slut", "Slutt", "Slut"), Words("", "", "", ""), ("", "")),
    Column("company", COMPANY, Words("", "", "", ""), ("", ""), is_required=True),
    Column("table", TABLE, Words("", "", "", ""), ("", ""), is_required=True),
    Column("student", STUDENT, Words("", "", "", ""), ("", ""), is_required=True),
    Column("worth", Words("Worth", "Værdi", "Verdi", "Värde"), Words("", "", "", ""), ("", "")),
))
# fmt: on
