"""
Read one file of a stranger in a process of its own, with limits on time and memory.

The readers of PDF and XML are written in C: what a hostile file does to them, it does to a process that holds no
secrets and ends. Run as a program it is that process: bytes in, one line of JSON out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from brobygger.core.reading.data import Document, DocumentKind, Reading
from brobygger.data.documents.facts_jsonl import reading_of, reading_record
from brobygger.data.documents.limits import MEGABYTE, Limits
from brobygger.data.documents.problem import Problem, UnreadableError, Where
from brobygger.data.documents.reading import detect_format, read_bytes
from brobygger.data.documents.source import Source

SECONDS = 20  # a CV takes one, most of it for starting
MEMORY = 1_500 * MEGABYTE  # of addresses, not all of it used
UPLOAD = Limits(
    file_bytes=10 * MEGABYTE,
    collection_bytes=10 * MEGABYTE,
    unpacked_bytes=60 * MEGABYTE,
    office_bytes=30 * MEGABYTE,
    members=2_000,
    depth=1,
    text_characters=60_000,
    pages=40,
)
"""Of a CV that somebody uploads: far above any honest one."""


@dataclass(frozen=True, slots=True)
class Found:
    """
    What a file holds.

    Args:
        documents: usually one; none if it cannot be read.
        problems: what was wrong, and warnings.
        format: name of the file's format, see `formats`; "" if unknown.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    format: str = ""


def read_apart(
    data: bytes,
    *,
    name: str,
    kind: DocumentKind = DocumentKind.CV,
    limits: Limits = UPLOAD,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    language: str = "en",
) -> Found:
    """
    The documents of an upload. Never raises for what it holds, and never takes longer than `seconds`.

    Args:
        data: its bytes.
        name: its file name, for the format where the content does not tell.
        memory: bytes of addresses that reading may take.
        language: of its reader, see `Options`.
    """
    if len(data) > limits.file_bytes:
        size = {"size": round(len(data) / MEGABYTE), "limit": round(limits.file_bytes / MEGABYTE)}
        return Found((), (Problem(name, None, "too_large", size),))
    order = {
        "name": name,
        "kind": kind.value,
        "limits": asdict(limits),
        "seconds": seconds,
        "memory": memory,
        "language": language,
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, json.dumps(order)],
            input=data,
            capture_output=True,
            timeout=seconds,
            env=_bare_environment(),
            check=False,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
        return _gave_up(name) if answer is None else _found_of(answer)
    except (subprocess.TimeoutExpired, ValueError, TypeError, KeyError):
        return _gave_up(name)


def _gave_up(name: str) -> Found:
    return Found((), (Problem(name, None, "took_too_long"),))


def _bare_environment() -> dict[str, str]:
    """Enough to start Python with this package; no key and no password of the server."""
    package = Path(__file__).resolve().parents[3]
    return {"PYTHONPATH": str(package), "PATH": os.defpath, "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"}


def _found_of(answer: Mapping[str, object]) -> Found:
    documents = [reading_of(one).document for one in _list(answer["documents"])]
    problems = [
        Problem(one["source"], Where(*one["where"]) if one["where"] else None, one["key"], one["parameters"])
        for one in _list(answer["problems"])
    ]
    return Found(tuple(documents), tuple(problems), str(answer["format"]))


def _list(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise TypeError("expected a list")
    return value


def _answer(data: bytes, name: str, kind: DocumentKind, limits: Limits, language: str) -> dict[str, object]:
    items = list(read_bytes(data, name=name, kind=kind, limits=limits, language=language))
    try:
        format_name = detect_format(Source(name, name, data)).name
    except UnreadableError:
        format_name = ""
    return {
        "format": format_name,
        "documents": [
            reading_record(Reading(one, (), (), "und")) for one in items if isinstance(one, Document)
        ],
        "problems": [
            {
                "source": one.source,
                "where": [one.where.unit, one.where.number] if one.where else None,
                "key": one.message_key,
                "parameters": dict(one.parameters),
            }
            for one in items
            if isinstance(one, Problem)
        ],
    }


def _limit_process(seconds: float, memory: int) -> None:
    """No more than this, where the system can say so; the caller's own clock holds everywhere."""
    try:
        import resource
    except ImportError:  # Windows
        return
    whole = max(1, round(seconds))
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, whole),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    """Read what comes in on standard input."""
    order = json.loads(sys.argv[1])
    _limit_process(order["seconds"], order["memory"])
    answer = _answer(
        sys.stdin.buffer.read(),
        order["name"],
        DocumentKind(order["kind"]),
        Limits(**order["limits"]),
        order["language"],
    )
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
