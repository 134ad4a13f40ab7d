"""Load the golden documents."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.data import SHARED
from brobygger.core.reading import Document, DocumentKind
from brobygger.data.documents import read_documents

FOLDER = Path(__file__).parent
DEMO = FOLDER.parent.parent / "src" / "brobygger" / "data" / "demo"
REAL = SHARED / "job-ads-nordic" / "job-ads-nordic.jsonl.xz"
WRITTEN = dt.date(2026, 11, 15)  # our own texts
LAST_BEFORE_WIDE = 300  # texts of `trained-wide.jsonl` have higher numbers than those of older files
LAST_BEFORE_PLATFORM = 1000  # and those of `trained-platform.jsonl` higher ones still
TO_TUNE_ON = "own-"  # snippets that who changes the reader wrote from the guideline alone


@dataclass(frozen=True, slots=True)
class GoldFact:
    """
    One annotated fact at start:end.

    Args:
        kind: "skill", "occupation", "language", …
        values: the columns of the annotation, without the quote; a concept column is a tuple of alternatives.
    """

    kind: str
    values: tuple[Any, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and what is in it. `real` tells an ad of the shared data from our own."""

    document: Document
    language: str
    facts: tuple[GoldFact, ...]
    real: bool

    @property
    def is_test(self) -> bool:
        return is_test(self.document.id)

    @property
    def group(self) -> str:
        return "real ads" if self.real else "own ads" if self.document.kind is DocumentKind.AD else "CVs"


def is_test(name: str) -> bool:
    """The fixed split: by the parity of the SHA-256 of a document's id; what was written to tune on is never tested on."""
    if name.startswith(TO_TUNE_ON):
        return False
    return hashlib.sha256(name.encode()).digest()[-1] % 2 == 1


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def golden(*, test: bool | None = None) -> Iterator[GoldDocument]:
    """
    The golden documents of one part of the split, or all.

    Real ads are left out where the shared data is missing.

    Raises:
        ValueError: if a text is no longer the one that was annotated.
    """
    yield from _documents("documents.jsonl", test=test)


def fresh(*, test: bool | None = None) -> Iterator[GoldDocument]:
    """Later texts of our own, annotated once, split in the same way: to see whether what was mended holds elsewhere."""
    yield from _documents("fresh.jsonl", test=test)


def _documents(file: str, *, test: bool | None) -> Iterator[GoldDocument]:
    real = real_ads()
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if test is not None and is_test(row["id"]) is not test:
            continue
        if row["real"]:
            document = real.get(row["id"])
            if document is None:
                continue
        else:
            kind = DocumentKind(row["kind"])
            text = (FOLDER / f"{kind}s" / f"{row['id']}.txt").read_text(encoding="utf-8")
            document = Document(row["id"], text, kind, published=WRITTEN)
        if digest(document.text) != row["digest"]:
            raise ValueError(f"{row['id']}: the text has changed since it was annotated")
        facts = tuple(as_fact(*fact) for fact in row["facts"])
        yield GoldDocument(document, row["language"], facts, row["real"])


def sentences(*, test: bool | None = None) -> Iterator[GoldDocument]:
    """A few lines each of ads and CVs about languages, annotated once, split in the same way; languages only."""
    for gold in of_file(FOLDER / "sentences.jsonl"):
        if test is None or gold.is_test is test:
            yield gold


def trained() -> Iterator[GoldDocument]:
    """Whole texts that were invented and annotated once to learn from: to fit on, never to measure with."""
    for file in sorted(FOLDER.glob("trained-*.jsonl")):
        yield from of_file(file)


def skilled() -> Iterator[GoldDocument]:
    """CVs that were invented and annotated once to learn from, skills and occupations only."""
    yield from of_file(FOLDER / "skills-cvs.jsonl")


def is_held(gold: GoldDocument) -> bool:
    """Whether a text to learn from is one of those whose education, dates and places no rule was made with."""
    return _number(gold) > LAST_BEFORE_WIDE and _number(gold) % 2 == 0


def is_of_platform(gold: GoldDocument) -> bool:
    """Whether a text to learn from is of the people and employers that partnerships bring together."""
    return _number(gold) > LAST_BEFORE_PLATFORM


def _number(gold: GoldDocument) -> int:
    return int(gold.document.id.rpartition("-")[2])


def unlearned() -> Iterator[GoldDocument]:
    """Later texts of the same making that nothing was learned from yet: what the folds say of them is put to the test."""
    for file in sorted(FOLDER.glob("unlearned-*.jsonl")):
        yield from of_file(file)


def language_snippets() -> Iterator[GoldDocument]:
    """A few lines each of ads and CVs about languages that were invented to learn from; languages only."""
    for file in sorted(FOLDER.glob("language-*.jsonl")):
        yield from of_file(file)


def of_file(file: Path) -> Iterator[GoldDocument]:
    """The documents of a file that holds their texts."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = Document(row["id"], row["text"], DocumentKind(row["kind"]), published=WRITTEN)
        facts = tuple(as_fact(*fact) for fact in row["facts"])
        yield GoldDocument(document, row["language"], facts, real=False)


def demo() -> Iterator[GoldDocument]:
    """Sixty texts of the demo, annotated once, skills and occupations only: to fit on, never to measure with."""
    for line in (FOLDER / "demo.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kind = DocumentKind(row["kind"])
        folder = DEMO / ("candidates" if kind is DocumentKind.CV else "opportunities")
        text = (folder / f"{row['id']}.md").read_text(encoding="utf-8").split("+++", 2)[2].strip() + "\n"
        if digest(text) != row["digest"]:
            raise ValueError(f"{row['id']}: the text has changed since it was annotated")
        document = Document(f"demo-{row['id']}", text, kind, published=WRITTEN)
        yield GoldDocument(
            document, row["language"], tuple(as_fact(*fact) for fact in row["facts"]), real=False
        )


def as_fact(kind: str, *rest: Any) -> GoldFact:
    """A fact from its columns and its start and end."""
    *values, start, end = rest
    return GoldFact(
        kind, tuple(tuple(value) if isinstance(value, list) else value for value in values), start, end
    )


@lru_cache(maxsize=1)
def real_ads() -> dict[str, Document]:
    """The real ads of the shared data by id; none where it is missing."""
    if not REAL.exists():
        return {}
    found = read_documents(REAL, kind=DocumentKind.AD)
    return {item.id: item for item in found if isinstance(item, Document)}
