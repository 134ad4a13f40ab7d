"""Excel workbooks out, the same bytes for the same cells."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


def save_workbook(book: Workbook, path: Path) -> None:
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(source.namelist()):
            content = source.read(name)
            if (
                name == "docProps/core.xml"
            ):  # the moment of writing: the only thing that differs between two runs
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", content)
            out.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), content, zipfile.ZIP_DEFLATED)
