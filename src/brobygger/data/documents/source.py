"""The bytes of one file on their way to a reader, and what the caller asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from brobygger.core.reading.data import Document, DocumentKind
from brobygger.data.documents.limits import Limits
from brobygger.data.documents.problem import Problem, Where


@dataclass(frozen=True, slots=True)
class Source:
    """
    One file, or one entry of a file.

    Args:
        name: what messages call it (path; path of archive and member).
        id: id of its document, unless the source gives one.
        data: its bytes; empty for an entry that is parsed already.
        where: the place inside the file, for an entry.
    """

    name: str
    id: str
    data: bytes = field(default=b"", repr=False)
    where: Where | None = None

    def entry(self, unit: str, number: int) -> Source:
        """One entry of this file; documents without an id of their own are told apart by its number."""
        return replace(self, id=f"{self.id}#{number}", data=b"", where=Where(unit, number))

    def problem(self, message_key: str, **parameters: str | int) -> Problem:
        return Problem(self.name, self.where, message_key, parameters)


@dataclass(frozen=True, slots=True)
class Options:
    """
    Args:
        kind: what plain files are taken for; None judges each by its words.
        limits: see `Limits`.
        columns: the caller's column names → our field names, for tables and plain JSON.
        language: of the labels of a CV that does not tell its own, which is that of its reader.
    """

    kind: DocumentKind | None = None
    limits: Limits = field(default_factory=Limits)
    columns: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"


Items: TypeAlias = Iterator[Document | Problem]
Reader: TypeAlias = Callable[[Source, Options], Items]


@dataclass(frozen=True, slots=True)
class Format:
    """
    A file format.

    Args:
        name: as named in messages.
        endings: file endings it goes by, lower case with the dot.
        accepts: whether these bytes are of this format; None when only the ending can tell.
        read: its reader.
        is_collection: holds many documents, so the larger size limit counts.
    """

    name: str
    endings: tuple[str, ...]
    accepts: Callable[[bytes], bool] | None
    read: Reader
    is_collection: bool = False


@dataclass(frozen=True, slots=True)
class RecordShape:
    """
    What one JSON object can be.

    Args:
        name: as named in messages.
        accepts: whether this object is of this shape.
        read: its reader; gets the object and the entry it came from.
    """

    name: str
    accepts: Callable[[Mapping[str, object]], bool]
    read: Callable[[Mapping[str, object], Source, Options], Items]
