"""Files to readings and to what the matcher sees: what `read`, `match`, `explain` and `what-if` begin with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from brobygger.core.matching import Candidate, Opportunity, candidate_from, opportunity_from
from brobygger.core.reading import DocumentKind, Reading
from brobygger.core.reading.solve import Reader
from brobygger.data.documents import Problem, read_documents, read_readings
from brobygger.data.places import default_places
from brobygger.data.taxonomies import TaxonomyFile


def reader_of(content: TaxonomyFile) -> Reader:
    """A reader with a taxonomy and the places that come with the product."""
    return Reader(content, default_places())


def readings(paths: list[Path], kind: DocumentKind, reader: Reader, *, language: str) -> Iterator[Reading]:
    """
    Read documents, or take readings that `brobygger read` wrote. Problems are said on standard error, and the rest
    goes on.
    """
    for path in paths:
        if _holds_readings(path):
            yield from read_readings(path)
            continue
        for item in read_documents(path, kind=kind):
            if isinstance(item, Problem):
                print(item.message(language), file=sys.stderr)
            else:
                yield reader.read(item)


def candidates(paths: list[Path], reader: Reader, *, language: str) -> list[Candidate]:
    return [
        candidate_from(reading) for reading in readings(paths, DocumentKind.CV, reader, language=language)
    ]


def opportunities(paths: list[Path], reader: Reader, *, language: str) -> list[Opportunity]:
    return [
        opportunity_from(reading) for reading in readings(paths, DocumentKind.AD, reader, language=language)
    ]


def _holds_readings(path: Path) -> bool:
    """Whether a file is JSON lines of readings, as `brobygger read` writes them."""
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    with path.open("rb") as file:
        first = file.readline(10_000_000)
    try:
        record = json.loads(first)
    except ValueError:
        return False
    return isinstance(record, dict) and "facts" in record and "passages" in record
