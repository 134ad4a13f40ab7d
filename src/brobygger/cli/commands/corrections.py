"""`brobygger corrections`: write what people corrected, for the next evaluation."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from brobygger.core.reading import DocumentKind

if TYPE_CHECKING:
    from brobygger.apps.classifications.queries import CorrectedDocument

HELP = "write what people corrected in the web app, for the next evaluation"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    exporting = actions.add_parser("export", help="JSON lines, one document each")
    exporting.add_argument("--out", type=Path, required=True, help="the file to write")
    exporting.add_argument(
        "--kind", choices=[kind.value for kind in DocumentKind], help="default: ads and CVs"
    )


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from brobygger.apps.base.queries import all_rows
    from brobygger.apps.opportunities.queries import corrected_ads
    from brobygger.apps.people.queries import corrected_cvs

    sources = {"ad": corrected_ads, "cv": corrected_cvs}
    chosen = [arguments.kind] if arguments.kind else list(sources)
    try:
        with all_rows():
            count = write(arguments.out, (one for kind in chosen for one in sources[kind]()))
    except OSError as error:
        print(f"{arguments.out}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{arguments.out}: {count}", file=sys.stderr)
    return 0


def write(path: Path, documents: Iterable[CorrectedDocument]) -> str:
    """Write the documents, whole or not at all; returns what was written, in words."""
    written = corrections = outdated = 0

    def lines() -> Iterator[str]:
        nonlocal written, corrections, outdated
        for document in documents:
            outdated += document.outdated
            if document.corrections:
                written, corrections = written + 1, corrections + len(document.corrections)
                yield json.dumps(document.to_json(), ensure_ascii=False) + "\n"

    partial = path.with_name(f"{path.name}.part")
    with partial.open("w", encoding="utf-8") as file:
        file.writelines(lines())
    partial.replace(path)
    left_out = f"; {outdated} of texts that were replaced since are left out" if outdated else ""
    return f"{corrections} corrections of {written} documents{left_out}"
