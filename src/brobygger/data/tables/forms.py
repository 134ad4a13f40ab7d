"""What cells look like, for columns whose header nobody knows."""

from __future__ import annotations

import re
from typing import Final

from brobygger.data.tables import cells
from brobygger.data.tables.columns import Form

LEGAL_FORM: Final = re.compile(
    r"\b(?:A/S|ApS|I/S|K/S|P/S|IVS|A\.?M\.?B\.?A\.?|ASA?|AB|ANS|DA|SA|HB|KB|Ltd|GmbH|Inc)\.?\s*(?:\(publ\))?$",
    re.IGNORECASE,
)
BRANCH: Final = re.compile(r"[A-U]?\s?\d{2}(?:[. ]\d{1,3}(?:[. ]?\d{1,2})?|\d{3,4})")
HEADCOUNT: Final = re.compile(r"<\s?\d+|\d{1,5}(?:\s?[-–_]\s?\d{1,5})?(?:\s[^\W\d_]+)?")
LEVELS: Final = re.compile(r"\b[ABC][12]\b")
PHONE: Final = re.compile(r"\+|00|.*\d\s\d")  # a country before it, or digits in groups


def _is_place(cell: str) -> bool:
    from brobygger.data.places import default_places  # its table is read where a cell asks for it

    name = cell.strip()
    return default_places().named(name.title() if name.isupper() else name) is not None


def _is_phone(cell: str) -> bool:
    return bool(PHONE.match(cell) and cells.phone(cell))


NUMBER: Final = Form(lambda cell: cells.register_number(cell, None), tells=True)
COMPANY: Final = Form(LEGAL_FORM.search, tells=True)
EMAIL: Final = Form(cells.email, tells=True)
WEBSITE: Final = Form(cells.website, tells=True)
COUNTRY: Final = Form(cells.country, tells=True)
PLACE: Final = Form(_is_place, tells=True)
BRANCH_CODE: Final = Form(BRANCH.fullmatch, tells=True)
LANGUAGE_LEVELS: Final = Form(lambda cell: LEVELS.search(cell) and cells.language_levels(cell), tells=True)
PHONES: Final = Form(_is_phone, tells=True)
EMPLOYEES: Final = Form(HEADCOUNT.fullmatch)
DATE: Final = Form(cells.date)
GRADUATION: Final = Form(cells.graduation)
YES_OR_NO: Final = Form(lambda cell: str(cells.yes_or_no(cell)))  # a no is an answer too
