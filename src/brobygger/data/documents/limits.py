"""How much of an input is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """
    Upper bounds on one input. Sizes are bytes, checked before anything is read or unpacked.

    Args:
        file_bytes: one document.
        collection_bytes: one file of many documents (JSON, JSON lines, CSV, TSV, XLSX, archive).
        unpacked_bytes: what an archive or a compressed file may unpack to in total.
        office_bytes: the text parts of one Word or OpenDocument file, unpacked.
        ratio: unpacked size over packed size; real office files and text stay below 100.
        members: files in one archive, and files in one folder.
        depth: archives inside archives.
        text_characters: length of one document's text; the rest is cut off with a warning.
        pages: pages of one PDF.
    """

    file_bytes: int = 25 * MEGABYTE
    collection_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    office_bytes: int = 50 * MEGABYTE
    ratio: int = 200
    members: int = 100_000
    depth: int = 2
    text_characters: int = 400_000
    pages: int = 1_000
