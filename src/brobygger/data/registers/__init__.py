"""Extracts of the company registers of Denmark, Norway and Sweden, and records of visits, as flat rows."""

from brobygger.data.registers.branches import RETIRED, branch_code, is_within, retired_successors
from brobygger.data.registers.companies import REGISTER, RegisterRow, read_register_row
from brobygger.data.registers.extracts import read_extract
from brobygger.data.registers.visits import VISITS, StatedNeed, VisitRow, read_visit_row

__all__ = [
    "REGISTER",
    "RETIRED",
    "VISITS",
    "RegisterRow",
    "StatedNeed",
    "VisitRow",
    "branch_code",
    "is_within",
    "read_extract",
    "read_register_row",
    "read_visit_row",
    "retired_successors",
]
