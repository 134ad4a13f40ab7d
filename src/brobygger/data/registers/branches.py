"""
Branch codes: DB07 and DB25 (Denmark), SN2007 and SN2025 (Norway), SNI (Sweden), all of which refine NACE.

Source of what is no longer in use: Eurostat, correspondence of NACE Rev. 2 and NACE Rev. 2.1. It holds the divisions
and classes that a search for hosts of students is most often made by, not all of the correspondence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from brobygger.data.tables.cells import wrong

CODE = re.compile(r"[A-U]?\s*(\d{2})[.\s]?(\d{0,2})[.\s]?(\d{0,2})")
RETIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "45": ("46", "47", "95"),
    "62.01": ("62.10",),
    "62.02": ("62.20",),
    "62.03": ("62.20",),
    "62.09": ("62.90",),
    "63.11": ("63.10",),
}
"""Codes of NACE Rev. 2 that Rev. 2.1 does not have, with those that took their place."""


def branch_code(cell: str) -> str:
    """
    A code with its points, in as many places as were given: “62.01.00”, “28.29”, “28”.

    Raises:
        CellError: it is none.
    """
    found = CODE.fullmatch(cell.strip().upper())
    if found is None:
        raise wrong("branch_code", cell)
    return ".".join(part for part in found.groups() if part)


def is_within(code: str, wider: str) -> bool:
    """Whether a code is the wider one or a part of it: “28.29” is within “28” and within “28.2”."""
    return bool(code) and bool(wider) and _digits(code).startswith(_digits(wider))


def retired_successors(code: str) -> tuple[str, ...]:
    """The codes that took the place of one that is no longer in use; none for one that is."""
    return next((new for old, new in RETIRED.items() if is_within(code, old)), ())


def _digits(code: str) -> str:
    return code.replace(".", "")
