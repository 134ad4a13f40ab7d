"""A plain table of sentences and the concepts they ask for: text, uri (JSONL, CSV or TSV, also compressed)."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from brobygger.core.skills.training import AnnotatedText
from brobygger.data.taxonomies.draft import Problem

OPENERS: dict[str, Callable[[bytes], bytes]] = {".xz": lzma.decompress, ".gz": gzip.decompress}


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    text: str
    uris: list[str]
    broken: str = ""


def read_sentences(path: Path, number: dict[str, int]) -> tuple[list[AnnotatedText], list[Problem]]:
    """
    Sentences with the numbers of their concepts; a sentence in several rows has several concepts.

    A concept that the taxonomy does not have is left out, as another release may have it; a table of which no row
    fits is a problem.

    Args:
        path: JSONL where the first line is an object, else a table with a header. `uri` holds one URI; in JSONL
            a list is fine too.
        number: concept number of each URI.
    """
    problems: list[Problem] = []
    concepts: dict[str, set[int]] = {}
    try:
        data = path.read_bytes()
        text = OPENERS.get(path.suffix, bytes)(data).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, lzma.LZMAError, EOFError) as error:
        return [], [Problem(str(path), 1, f"cannot be read as UTF-8 text: {error}")]
    read = _json_lines if text.lstrip().startswith("{") else _table
    for row in read(text):
        message = _fault(row)
        if message:
            problems.append(Problem(str(path), row.line, message))
            continue
        known = {number[uri] for uri in row.uris if uri in number}
        if known:
            concepts.setdefault(" ".join(row.text.split()), set()).update(known)
    if not problems and not concepts:
        problems.append(Problem(str(path), 1, "names no concept of this taxonomy"))
    return [AnnotatedText(sentence, tuple(sorted(found))) for sentence, found in concepts.items()], problems


def _json_lines(text: str) -> Iterator[_Row]:
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        try:
            row = json.loads(content)
        except json.JSONDecodeError:
            row = None
        if not isinstance(row, dict):
            yield _Row(line, "", [], broken="is not a JSON object")
            continue
        uri, sentence = row.get("uri"), row.get("text")
        uris = [str(one) for one in (uri if isinstance(uri, list) else [uri or ""])]
        yield _Row(line, sentence if isinstance(sentence, str) else "", uris)


def _table(text: str) -> Iterator[_Row]:
    tabs = "\t" in text.split("\n", 1)[0]
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if tabs else ",")
    lines.fieldnames = [name.strip().lower() for name in lines.fieldnames or []]
    for row in lines:
        yield _Row(lines.line_num, row.get("text") or "", [(row.get("uri") or "").strip()])


def _fault(row: _Row) -> str:
    if row.broken:
        return row.broken
    if not row.text.strip():
        return "text is missing"
    wrong = next((uri for uri in row.uris if ":" not in uri), None)
    return "" if wrong is None else f"uri {wrong!r} is not a URI"
