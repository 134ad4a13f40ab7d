"""Golden files: an input, and beside it (`<input>.expected.json`) what reading it must give."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from brobygger.core.reading import Document
from brobygger.data.documents import Problem, fact_record

FOLDER = Path(__file__).parent / "golden"
ENDING = ".expected.json"


def seen(items: Iterable[Document | Problem]) -> list[dict[str, object]]:
    """Documents and problems as the golden files write them: text by lines, facts by their words."""
    return [_problem(item) if isinstance(item, Problem) else _document(item) for item in items]


def _problem(problem: Problem) -> dict[str, object]:
    where = f"{problem.where.unit} {problem.where.number}" if problem.where else ""
    return {"problem": problem.message_key, "where": where, "parameters": dict(problem.parameters)}


def _document(document: Document) -> dict[str, object]:
    facts = []
    for fact in document.declared:
        record = fact_record(fact, document.text)
        facts.append({name: record[name] for name in ("kind", "words", "value", "role", "language")})
    return {
        "id": document.id,
        "kind": document.kind.value,
        "title": document.title,
        "employer": document.employer,
        "published": document.published.isoformat() if document.published else None,
        "text": document.text.split("\n"),
        "facts": facts,
    }


def expected(name: str) -> object:
    return json.loads((FOLDER / f"{name}{ENDING}").read_text(encoding="utf-8"))
