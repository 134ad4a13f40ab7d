"""Read documents from files of any format; what cannot be read becomes a problem, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from brobygger.core.reading.data import Document, DocumentKind
from brobygger.data.documents.encoding import is_text
from brobygger.data.documents.formats import FORMATS, plain
from brobygger.data.documents.limits import MEGABYTE, Limits
from brobygger.data.documents.opening import InputFile, find_files, open_file, unpack
from brobygger.data.documents.problem import Problem, UnreadableError
from brobygger.data.documents.source import Format, Options, Source

# First bytes of formats that are not read → their names
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")  # name of the stream in a protected DOCX or XLSX
NOTHING = b"\0 \t\r\n\f\xef\xbb\xbf"  # a byte order mark alone is nothing too
REFUSED: tuple[tuple[bytes, str], ...] = (
    (OLE, "DOC / XLS (Office 97–2003)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"PK\x03\x04", "ZIP (Office)"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
)


def read_documents(
    paths: Path | Sequence[Path],
    *,
    kind: DocumentKind | None = None,
    limits: Limits | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Document | Problem]:
    """
    Documents of files, folders (recursively, in the order of their names) and archives.

    Args:
        paths: one or several.
        kind: what is expected. Formats that say themselves what they are (Europass is a CV, a JobPosting an ad)
            are a problem if they are the other kind; plain files are taken for it. None: plain files are judged
            by their words.
        limits: see `Limits`.
        columns: the caller's names of columns and JSON fields → ours, beside those that are known.

    Yields:
        Documents, with ids unique within this call, and problems; a warning comes before its document.
    """
    options = Options(kind, limits or Limits(), columns or {})
    used: set[str] = set()
    for path in [paths] if isinstance(paths, Path) else paths:
        for file in find_files(path, options.limits):
            if isinstance(file, Problem):
                yield file
            else:
                yield from with_unique_ids(read_file(file, options), used)


def read_file(file: InputFile, options: Options) -> Iterator[Document | Problem]:
    """Documents of one file on disk."""
    for source in open_file(file, options.limits):
        if isinstance(source, Problem):
            yield source
        else:
            yield from read_source(source, options)


def read_bytes(
    data: bytes,
    *,
    name: str,
    kind: DocumentKind | None = None,
    limits: Limits | None = None,
    language: str = "en",
) -> Iterator[Document | Problem]:
    """
    Documents of an upload or a pasted text.

    Args:
        data: the bytes.
        name: its file name, for messages and, where the content does not tell, for the format.
        language: of its reader, see `Options`.
    """
    options = Options(kind, limits or Limits(), language=language)
    limit = options.limits.file_bytes
    if len(data) > limit:
        parameters = {"size": round(len(data) / MEGABYTE), "limit": round(limit / MEGABYTE)}
        yield Problem(name, None, "too_large", parameters)
        return
    used: set[str] = set()
    for source in unpack(Source(name, name, data), options.limits):
        if isinstance(source, Problem):
            yield source
        else:
            yield from with_unique_ids(read_source(source, options), used)


def read_source(source: Source, options: Options) -> Iterator[Document | Problem]:
    """Documents of unpacked bytes. Never raises for what they hold."""
    try:
        yield from detect_format(source).read(source, options)
    except UnreadableError as error:
        where = error.where or source.where
        yield Problem(source.name, where, error.message_key, error.parameters)


def detect_format(source: Source) -> Format:
    """
    The format: by content first, then by ending; any other text is plain text.

    Raises:
        UnreadableError: there is nothing in it, it is a known format that is not read, or no text at all.
    """
    if not source.data.strip(NOTHING):
        raise UnreadableError("empty_file")
    ending = PurePosixPath(source.id).suffix.lower()
    for one in FORMATS:
        if one.accepts and one.accepts(source.data):
            return one
    refused = next((name for start, name in REFUSED if source.data.startswith(start)), None)
    if refused and source.data.startswith(OLE) and ENCRYPTED_OFFICE in source.data:
        raise UnreadableError("encrypted")
    by_ending = next((one for one in FORMATS if ending in one.endings), plain.FORMAT)
    if refused or not is_text(source.data):
        if by_ending is not plain.FORMAT and not refused:
            raise UnreadableError("broken_file", format=by_ending.name)
        accepted = ", ".join(dict.fromkeys(one.name for one in FORMATS))
        raise UnreadableError(
            "unsupported", format=refused or ending.lstrip(".").upper() or "?", accepted=accepted
        )
    return by_ending


def with_unique_ids(items: Iterator[Document | Problem], used: set[str]) -> Iterator[Document | Problem]:
    """Give a document whose id was used before a number, and say so."""
    for item in items:
        if isinstance(item, Document) and item.id in used:
            number = 2
            while f"{item.id}#{number}" in used:
                number += 1
            new = f"{item.id}#{number}"
            yield Problem(item.source, None, "duplicate_id", {"id": item.id, "new": new})
            item = replace(item, id=new)
        if isinstance(item, Document):
            used.add(item.id)
        yield item
