"""
How often the current reader agrees with what people corrected in the web app.

    brobygger corrections export --out FILE
    python -m benchmarks.corrections FILE

Each document is built again from its slices: every sentence at its offsets, under its heading. "right" is agreed with
if the fact is still read at its place, "wrong" if it no longer is, "other" if what is right is read there and what was
read before is not. Nothing is tuned here: a correction is a test.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.golden.quality import default_reader
from brobygger.core.reading import Document, DocumentKind, Reading
from brobygger.core.reading.solve import Reader
from brobygger.data.documents.facts_jsonl import fact_record

COMPARED = {"skill": ("uri",), "occupation": ("uri",), "place": ("name", "country")}
IGNORED = frozenset({"alternative"})  # its number depends on the sentences around


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    if len(given) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        counts = agreement(Path(given[0]).read_text(encoding="utf-8").splitlines(), default_reader())
    except (OSError, KeyError, ValueError) as error:
        print(f"{given[0]}: not what `brobygger corrections export` writes: {error}", file=sys.stderr)
        return 1
    print(table(counts))
    return 0


def agreement(lines: Iterable[str], reader: Reader) -> Counter[tuple[str, str, bool]]:
    """Counts by (kind of fact, what was said, whether the reader now agrees)."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for line in lines:
        record = json.loads(line)
        reading = reader.read(document_of(record))
        for one in record["corrections"]:
            counts[one["kind"], one["said"], agrees(reading, one)] += 1
    return counts


def document_of(record: dict[str, Any]) -> Document:
    """The document as far as it is known: its slices at their places, empty lines between them."""
    text = ""
    for piece in record["slices"]:
        text += "\n" * (piece["start"] - len(text)) + piece["text"]
    return Document(
        id=record["id"],
        text=text,
        kind=DocumentKind(record["kind"]),
        employer=record["employer"] or None,
        published=dt.date.fromisoformat(record["published"]),
    )


def agrees(reading: Reading, correction: dict[str, Any]) -> bool:
    """Whether a reading says what a correction says is right, and no longer what it says is wrong."""
    kind = correction["kind"]
    here = [
        _compared(kind, fact_record(fact, reading.document.text)["value"])
        for fact in reading.facts
        if fact.kind == kind and fact.span.start < correction["end"] and correction["start"] < fact.span.end
    ]
    read = _compared(kind, correction["read"])
    right = correction["right"] and _compared(kind, correction["right"])
    return (right is None or right in here) and (read == right or read not in here)


def _compared(kind: str, value: Any) -> dict[str, Any]:
    names = COMPARED.get(kind) or tuple(name for name in value if name not in IGNORED)
    return {name: value[name] for name in names if value.get(name) not in (None, [])}


def table(counts: Counter[tuple[str, str, bool]]) -> str:
    """Agreement by kind and by what was said, and in all."""
    pairs = sorted({(kind, said) for kind, said, _ in counts})
    lines = [
        f"{kind:16} {said:6} {counts[kind, said, True]:5} of {counts[kind, said, True] + counts[kind, said, False]:5}"
        for kind, said in pairs
    ]
    agreed = sum(count for (_, _, agrees_now), count in counts.items() if agrees_now)
    share = f" ({agreed / counts.total():.1%})" if counts else ""
    return "\n".join([*lines, f"{'all':23} {agreed:5} of {counts.total():5}{share}"])


if __name__ == "__main__":
    sys.exit(main())
