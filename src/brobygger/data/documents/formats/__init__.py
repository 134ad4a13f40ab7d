"""One module per file format; all have the same shape and one line in the registry below."""

from __future__ import annotations

from brobygger.data.documents.formats import (
    docx,
    europass_xml,
    json_file,
    odt,
    page,
    pdf,
    plain,
    table,
    workbook,
)
from brobygger.data.documents.source import Format

# In the order in which they are asked whether they know the content; plain text comes last and takes any text
FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    docx.FORMAT,
    odt.FORMAT,
    workbook.FORMAT,
    europass_xml.FORMAT,
    page.FORMAT,
    json_file.FORMAT,
    table.FORMAT,
    plain.FORMAT,
)

__all__ = ["FORMATS"]
