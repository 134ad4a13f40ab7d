"""Zip archives that may be hostile: sizes are counted while unpacking, not believed."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from types import TracebackType
from typing import Self

from brobygger.data.documents.limits import MEGABYTE, Limits
from brobygger.data.documents.problem import UnreadableError

ZIP_START = b"PK\x03\x04"
ZIP_EMPTY = b"PK\x05\x06"
# What the standard library's zip reader raises on damaged input
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, KeyError, IndexError,
    NotImplementedError, struct.error, OverflowError, RuntimeError,
)  # fmt: skip
ENCRYPTED_FLAG = 0x1
ALWAYS_ALLOWED = MEGABYTE  # bytes; a small file may be as repetitive as it likes
CHUNK = 1 << 16


class Archive:
    """
    A zip archive under limits.

    Args:
        data: its bytes.
        limits: see `Limits`.
        format_name: what messages call it.
        most: bytes that may be unpacked from it in all; default: `limits.unpacked_bytes`.
    """

    def __init__(self, data: bytes, limits: Limits, format_name: str, most: int | None = None) -> None:
        self.limits = limits
        self.most = most or limits.unpacked_bytes
        self.format_name = format_name
        self.packed = len(data)
        self.unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        except BROKEN as error:
            raise UnreadableError("broken_file", format=format_name) from error
        if len(self._members) > limits.members:
            raise UnreadableError("archive_members", count=len(self._members), limit=limits.members)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        return sorted(self._members)

    def size(self, name: str) -> int:
        """Unpacked size as the archive states it."""
        return self._members[name].file_size

    def read(self, name: str) -> bytes:
        """
        Unpack one member.

        Raises:
            UnreadableError: missing, damaged, encrypted, or larger than the limits allow.
        """
        info = self._members.get(name)
        if info is None:
            raise UnreadableError("broken_file", format=self.format_name)
        if info.flag_bits & ENCRYPTED_FLAG:
            raise UnreadableError("encrypted")
        self._check(self.unpacked + info.file_size)
        pieces = []
        try:
            with self._zip.open(info) as member:
                while piece := member.read(CHUNK):
                    pieces.append(piece)
                    self.unpacked += len(piece)
                    self._check(self.unpacked)
        except BROKEN as error:
            raise UnreadableError("broken_file", format=self.format_name) from error
        return b"".join(pieces)

    def _check(self, unpacked: int) -> None:
        if unpacked > ALWAYS_ALLOWED and unpacked > self.limits.ratio * max(self.packed, 1):
            raise UnreadableError("archive_ratio", limit=self.limits.ratio)
        if unpacked > self.most:
            raise UnreadableError("archive_total", limit=self.most // MEGABYTE)


def zip_names(data: bytes) -> frozenset[str]:
    """Names of the members of a zip archive; none if it is not one that can be read."""
    if not data.startswith((ZIP_START, ZIP_EMPTY)):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except BROKEN:
        return frozenset()
