"""From a path to the files in it: folders in sorted order, archives and compressed files unpacked under limits."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from brobygger.data.documents.archive import ALWAYS_ALLOWED, ZIP_EMPTY, ZIP_START, Archive
from brobygger.data.documents.limits import MEGABYTE, Limits
from brobygger.data.documents.problem import Problem, UnreadableError
from brobygger.data.documents.source import Source

GZIP_START = b"\x1f\x8b\x08"
XZ_START = b"\xfd7zXZ\x00"
COLLECTIONS = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".xlsx", ".zip", ".gz", ".xz")
LEFT_ALONE = ("__MACOSX", "Thumbs.db", "desktop.ini")  # what systems put beside the files of people
# About a folder rather than in it; read only when named themselves
ABOUT_THE_FOLDER = ("readme", "sources", "license", "licence", "copying", "changelog")
CHUNK = 1 << 18
MEMORY = 128 * MEGABYTE  # an xz file may ask for a dictionary of gigabytes


@dataclass(frozen=True, slots=True)
class InputFile:
    """
    A file on disk.

    Args:
        path: where it lies.
        id: its name for documents: relative to the folder that was asked for.
    """

    path: Path
    id: str

    @property
    def source(self) -> str:
        return self.path.as_posix()


def find_files(path: Path, limits: Limits) -> Iterator[InputFile | Problem]:
    """The file itself, or all files below a folder in the order of their names; hidden files and notes about the folder are left out."""
    if path.is_file():
        yield InputFile(path, path.name)
    elif path.is_dir():
        found = sorted(
            (one.relative_to(path) for one in path.rglob("*") if one.is_file()),
            key=lambda one: one.as_posix(),
        )
        names = [one for one in found if not _is_left_alone(one.as_posix())]
        if not names:
            yield Problem(path.as_posix(), None, "empty_folder")
        if len(names) > limits.members:
            yield Problem(
                path.as_posix(), None, "archive_members", {"count": len(names), "limit": limits.members}
            )
        yield from (InputFile(path / one, one.as_posix()) for one in names[: limits.members])
    else:
        yield Problem(path.as_posix(), None, "missing_path")


def open_file(file: InputFile, limits: Limits) -> Iterator[Source | Problem]:
    """The bytes of a file, or those of each file packed in it."""
    try:
        size = file.path.stat().st_size
        limit = limits.collection_bytes if file.path.suffix.lower() in COLLECTIONS else limits.file_bytes
        if size > limit:
            parameters = {"size": round(size / MEGABYTE), "limit": round(limit / MEGABYTE)}
            yield Problem(file.source, None, "too_large", parameters)
            return
        data = file.path.read_bytes()
    except OSError:
        yield Problem(file.source, None, "not_readable")
        return
    yield from unpack(Source(file.source, file.id, data), limits)


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked from one file on disk, however it is nested."""

    packed: int
    limits: Limits
    unpacked: int = field(default=0)

    def take(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > ALWAYS_ALLOWED and self.unpacked > self.limits.ratio * max(self.packed, 1):
            raise UnreadableError("archive_ratio", limit=self.limits.ratio)
        if self.unpacked > self.limits.unpacked_bytes:
            raise UnreadableError("archive_total", limit=self.limits.unpacked_bytes // MEGABYTE)


def unpack(source: Source, limits: Limits) -> Iterator[Source | Problem]:
    """The source itself, or what an archive or a compressed file holds, in the order of the names."""
    yield from _unpack(source, limits, _Budget(len(source.data), limits), 0)


def _unpack(source: Source, limits: Limits, budget: _Budget, depth: int) -> Iterator[Source | Problem]:
    try:
        if source.data.startswith((GZIP_START, XZ_START)):
            _check_depth(depth, limits)
            inner = Source(source.name, _without_ending(source.id), _decompress(source.data, budget))
            yield from _unpack(inner, limits, budget, depth + 1)
        elif source.data.startswith((ZIP_START, ZIP_EMPTY)):
            yield from _unpack_zip(source, limits, budget, depth)
        else:
            yield source
    except UnreadableError as error:
        yield source.problem(error.message_key, **error.parameters)


def _unpack_zip(source: Source, limits: Limits, budget: _Budget, depth: int) -> Iterator[Source | Problem]:
    with Archive(source.data, limits, "ZIP") as archive:
        if _is_document(archive.names):
            yield source
            return
        _check_depth(depth, limits)
        names = [name for name in archive.names if not _is_left_alone(name)]
        if not names:
            raise UnreadableError("empty_folder")
        for name in names:
            inner = f"{source.name}/{name}"
            size, limit = archive.size(name), limits.collection_bytes
            if not name.lower().endswith(COLLECTIONS):
                limit = limits.file_bytes
            if size > limit:
                parameters = {"size": round(size / MEGABYTE), "limit": round(limit / MEGABYTE)}
                yield Problem(inner, None, "too_large", parameters)
                continue
            try:
                data = archive.read(name)
            except UnreadableError as error:
                yield Problem(inner, None, error.message_key, error.parameters)
                if error.message_key.startswith("archive"):
                    return  # a bomb: the rest is not looked at
                continue
            budget.take(len(data))
            yield from _unpack(Source(inner, f"{source.id}/{name}", data), limits, budget, depth + 1)


def _is_document(names: list[str]) -> bool:
    """Office files are zip archives too, and one document each."""
    return "[Content_Types].xml" in names or ("mimetype" in names and "content.xml" in names)


def _check_depth(depth: int, limits: Limits) -> None:
    if depth >= limits.depth:
        raise UnreadableError("archive_depth", limit=limits.depth)


def _is_left_alone(name: str) -> bool:
    path = PurePosixPath(name)
    if path.suffix.lower() in ("", ".md", ".txt", ".rst") and path.stem.lower() in ABOUT_THE_FOLDER:
        return True
    return any(part.startswith(".") or part in LEFT_ALONE for part in path.parts)


def _without_ending(name: str) -> str:
    return name[:-3] if name.lower().endswith((".gz", ".xz")) else name


def _decompress(data: bytes, budget: _Budget) -> bytes:
    """Unpack gzip or xz piece by piece, so that a bomb stops early."""
    name = "XZ" if data.startswith(XZ_START) else "GZIP"
    pieces = []
    try:
        while data:
            if name == "XZ":
                unpacker: lzma.LZMADecompressor | _Gzip = lzma.LZMADecompressor(memlimit=MEMORY)
            else:
                unpacker = _Gzip()
            piece = unpacker.decompress(data, CHUNK)
            while True:
                pieces.append(piece)
                budget.take(len(piece))
                if unpacker.eof:
                    break
                piece = unpacker.decompress(b"", CHUNK)
                if not piece and not unpacker.eof:
                    raise UnreadableError("broken_file", format=name)  # cut off
            data = unpacker.unused_data.lstrip(b"\0")  # several streams may follow each other
    except (lzma.LZMAError, zlib.error, EOFError, ValueError) as error:
        raise UnreadableError("broken_file", format=name) from error
    return b"".join(pieces)


class _Gzip:
    """zlib's decompressor with the interface of lzma's."""

    def __init__(self) -> None:
        self._unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)

    def decompress(self, data: bytes, most: int) -> bytes:
        return self._unpacker.decompress(data or self._unpacker.unconsumed_tail, most)

    @property
    def eof(self) -> bool:
        return self._unpacker.eof

    @property
    def unused_data(self) -> bytes:
        return self._unpacker.unused_data
