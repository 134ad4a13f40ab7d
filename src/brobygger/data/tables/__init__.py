"""Tables that people fill in, from CSV and XLSX: rows with a number, typed cells, and what is wrong by row and column."""

from brobygger.data.tables.candidates import CANDIDATES, CandidateRow, read_candidate_row
from brobygger.data.tables.cells import CellError
from brobygger.data.tables.columns import Column, ColumnSet, missing_columns, recognise
from brobygger.data.tables.findings import Finding, TableError
from brobygger.data.tables.limits import TableLimits
from brobygger.data.tables.organisations import ORGANISATIONS, OrganisationRow, read_organisation_row
from brobygger.data.tables.proposals import propose
from brobygger.data.tables.reading import Row, Table, read_table
from brobygger.data.tables.readings import READINGS, ReadingRow, read_reading_row
from brobygger.data.tables.students import STUDENTS, StudentRow, read_student_row
from brobygger.data.tables.writing import findings_csv, guide_of, harmless, template_csv, write_csv

__all__ = [
    "CANDIDATES",
    "ORGANISATIONS",
    "READINGS",
    "STUDENTS",
    "CandidateRow",
    "CellError",
    "Column",
    "ColumnSet",
    "Finding",
    "OrganisationRow",
    "ReadingRow",
    "Row",
    "StudentRow",
    "Table",
    "TableError",
    "TableLimits",
    "findings_csv",
    "guide_of",
    "harmless",
    "missing_columns",
    "propose",
    "read_candidate_row",
    "read_organisation_row",
    "read_reading_row",
    "read_student_row",
    "read_table",
    "recognise",
    "template_csv",
    "write_csv",
]
