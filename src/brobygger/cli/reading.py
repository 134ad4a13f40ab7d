"""Files to readings and to what the matcher sees: what `read`, `match`, `explain` and `what-if` begin with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from brobygger.core.matching import Candidate, Opportunity, candidate_from, opportunity_from
from brobygger.core.reading import DocumentKind, Reading
from brobygger.core.reading.copied import AdWords
from brobygger.core.reading.solve import Reader
from brobygger.data.documents import Problem, read_documents, read_readings, warnings_of
from brobygger.data.places import default_places
from brobygger.data.taxonomies import TaxonomyFile


def reader_of(content: TaxonomyFile) -> Reader:
    """A reader with a taxonomy and the places that come with the product."""
    return Reader(content, default_places())


def readings(
    paths: list[Path], kind: DocumentKind, reader: Reader, *, language: str, ads: AdWords | None = None
) -> Iterator[Reading]:
    """
    Read documents, or take readings that `brobygger read` wrote. Problems are said on standard error, and the rest
    goes on.

    Args:
        ads: a reading of a CV that copied from them is made anew without what it copied.
    """
    for path in paths:
        for item in _items(path, kind, reader, ads):
            if isinstance(item, Problem):
                print(item.message(language), file=sys.stderr)
                continue
            for warning in warnings_of(item):
                print(warning.message(language), file=sys.stderr)
            yield item


def _items(
    path: Path, kind: DocumentKind, reader: Reader, ads: AdWords | None
) -> Iterator[Reading | Problem]:
    if _holds_readings(path):
        for reading in read_readings(path):
            copied = ads and reading.document.kind is DocumentKind.CV and ads.copied(reading.document.text)
            yield reader.read(reading.document, ads=ads) if copied else reading
        return
    for item in read_documents(path, kind=kind):
        yield item if isinstance(item, Problem) else reader.read(item, ads=ads)


def both_sides(
    candidates: list[Path], opportunities: list[Path], reader: Reader, *, language: str
) -> tuple[list[Candidate], list[Opportunity]]:
    """People and opportunities; what a CV copied from one of these ads does not count for any of them."""
    ads = list(readings(opportunities, DocumentKind.AD, reader, language=language))
    words = AdWords(ad.document.text for ad in ads)
    cvs = readings(candidates, DocumentKind.CV, reader, language=language, ads=words)
    return [candidate_from(cv) for cv in cvs], [opportunity_from(ad) for ad in ads]


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
