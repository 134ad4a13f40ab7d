"""The certificate of a timetable as JSON, and in a few lines for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from brobygger.core.scheduling import Finding, Timetable


def write_certificate(
    folder: Path, timetable: Timetable, objections: list[str], *, language: str, told: Sequence[str] = ()
) -> list[str]:
    """
    Write `certificate.json` and `certificate.txt`; returns the lines of the latter.

    Args:
        objections: of the independent check.
        told: sentences that come first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = [*told]
    lines += timetable.certificate.lines(len(timetable), language)
    if not objections:
        lines.append(Finding("checked").text(language))
    content = {**timetable.certificate.as_json(timetable.problem), "objections": objections}
    (folder / "certificate.json").write_text(
        json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (folder / "certificate.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return lines
