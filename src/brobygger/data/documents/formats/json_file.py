"""JSON: one object, a list, the answer of a search service, or one object a line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping

from brobygger.core.reading.data import Document
from brobygger.data.documents.encoding import decode
from brobygger.data.documents.problem import Problem, UnreadableError, Where
from brobygger.data.documents.records import jobposting, read_record
from brobygger.data.documents.source import Format, Items, Options, Source

NAME = "JSON"
# Where services keep their ads: JobTech, NAV's feeds, Elasticsearch, schema.org's DataFeed, our own
CONTAINERS = (
    "hits", "items", "content", "ads", "cvs", "documents", "records", "entries", "@graph", "dataFeedElement",
)  # fmt: skip
DEEPEST = 3  # containers inside containers
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def accepts(data: bytes) -> bool:
    """Starts like an object, or like a list of objects."""
    head = data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"["):
        head = head[1:].lstrip()
        return head.startswith((b"{", b"]")) and (head.startswith(b"]") or _opens_object(head))
    return _opens_object(head)


def _opens_object(head: bytes) -> bool:
    return head.startswith(b"{") and head[1:].lstrip()[:1] in (b'"', b"}")


def read(source: Source, options: Options) -> Items:
    """Every object in the file; unknown field names are reported once."""
    reported: set[str] = set()
    found = False
    for item in _read_all(source, options):
        found = found or isinstance(item, Document) or not item.is_warning
        if isinstance(item, Problem) and item.message_key == "unknown_columns":
            columns = str(item.parameters["columns"]).split(", ")
            fresh = [name for name in columns if name not in reported]
            reported.update(fresh)
            if fresh:
                yield Problem(item.source, item.where, item.message_key, {"columns": ", ".join(fresh)})
        else:
            yield item
    if not found:
        raise UnreadableError("no_entries")


def _read_all(source: Source, options: Options) -> Items:
    if _is_lines(source):
        yield from _read_lines(source, options)
        return
    decoded = decode(source.data)
    if decoded.warning:
        yield source.problem(decoded.warning, **decoded.parameters)
    value = _parse(decoded.text, 1)
    entries = list(_entries(value, 0))
    is_alone = len(entries) == 1 and not isinstance(value, list)
    for number, entry in enumerate(entries, start=1):
        yield from read_record(entry, source if is_alone else source.entry("entry", number), options)


def _is_lines(source: Source) -> bool:
    """By its name, or because its first line is a whole object and there is a second one."""
    if source.name.lower().endswith(
        (".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.xz", ".ndjson.gz", ".ndjson.xz")
    ):
        return True
    if source.data.startswith(WIDE_MARKS):
        return False
    first, _, rest = source.data.lstrip().partition(b"\n")
    if not first.startswith(b"{") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def _read_lines(source: Source, options: Options) -> Items:
    """One object a line; a broken line is reported and the rest goes on."""
    wide = source.data.startswith(WIDE_MARKS)
    data = (
        decode(source.data).text.encode("utf-8", "replace")
        if wide
        else source.data.removeprefix(b"\xef\xbb\xbf")
    )
    warned = False
    for number, line in enumerate(io.BytesIO(data), start=1):
        if not line.strip():
            continue
        entry = source.entry("line", number)
        try:
            decoded = decode(line)
            if decoded.warning and not warned:
                warned = True
                yield entry.problem(decoded.warning, **decoded.parameters)
            record = _parse(decoded.text, number)
        except UnreadableError as error:
            yield entry.problem(error.message_key, **error.parameters)
            continue
        for one in _entries(record, 0):
            yield from read_record(one, entry, options)


def _parse(text: str, first_line: int) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = Where("line", first_line + error.lineno - 1)
        raise UnreadableError("broken_json", where=where, column=error.colno) from error
    except RecursionError as error:
        raise UnreadableError("too_deep") from error
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableError("broken_json", where=Where("line", first_line), column=1) from error


def _entries(value: object, depth: int) -> Iterator[object]:
    """The objects inside the containers that services wrap them in."""
    if isinstance(value, list):
        for item in value:
            yield from _entries(item, depth + 1) if isinstance(item, Mapping) and depth < DEEPEST else [item]
        return
    if isinstance(value, Mapping) and depth < DEEPEST and not jobposting.accepts(value):
        if isinstance(value.get("_source"), Mapping):
            yield value["_source"]
            return
        for name in CONTAINERS:
            inner = value.get(name)
            if isinstance(inner, list) and (not inner or any(isinstance(one, Mapping) for one in inner)):
                yield from _entries(inner, depth + 1)
                return
            if name == "hits" and isinstance(inner, Mapping):
                yield from _entries(inner, depth + 1)
                return
    yield value


FORMAT = Format(NAME, (".json", ".jsonld", ".jsonl", ".ndjson"), accepts, read, is_collection=True)
