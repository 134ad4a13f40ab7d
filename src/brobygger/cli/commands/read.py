"""`brobygger read`: the facts of ads and CVs, each with its place in the text."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from brobygger.cli.arguments import add_language, add_taxonomy, open_taxonomy
from brobygger.cli.progress import Line
from brobygger.cli.reading import reader_of
from brobygger.core.reading import Document, DocumentKind
from brobygger.data.documents import Problem, read_in_batches, reading_record, warnings_of

HELP = "read ads and CVs into facts"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="files, folders or archives")
    parser.add_argument("--out", type=Path, required=True, help="JSON lines, one document each")
    parser.add_argument(
        "--kind", choices=[kind.value for kind in DocumentKind], help="default: judged by each text"
    )
    add_taxonomy(parser)
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """A second run goes on where the first was stopped."""
    content = open_taxonomy(arguments.taxonomy)
    if content is None:
        return 1
    reader = reader_of(content)

    def say(problem: Problem) -> None:
        print(f"\r{problem.message(arguments.language)}", file=sys.stderr)

    def read(document: Document) -> dict[str, object]:
        reading = reader.read(document)
        for warning in warnings_of(reading):
            say(warning)
        return reading_record(reading)

    with Line(sys.stderr) as line:
        summary = read_in_batches(
            arguments.paths,
            arguments.out,
            read,
            kind=DocumentKind(arguments.kind) if arguments.kind else None,
            fingerprint=_fingerprint(arguments.taxonomy),
            progress=line.show,
            on_problem=say,
        )
    failed = [problem for problem in summary.problems if not problem.is_warning]
    print(
        f"{arguments.out}: {summary.documents} documents ({summary.resumed} from an earlier run), {len(failed)} not read",
        file=sys.stderr,
    )
    return 1 if failed and not summary.documents else 0


def _fingerprint(taxonomy: Path) -> str:
    """What else a reading depends on: the taxonomy's content."""
    return hashlib.sha256(taxonomy.read_bytes()).hexdigest()
