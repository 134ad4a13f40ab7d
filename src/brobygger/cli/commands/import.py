"""`brobygger import`: organisations or candidates from a table, with the same result as the page."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from brobygger.data.tables import TableError, TableLimits
from brobygger.data.tables.words import LANGUAGES

if TYPE_CHECKING:
    from brobygger.apps.programmes.queries import ImportPlan

HELP = "import organisations or candidates from a table; shows what would change, unless told to do it"
KINDS = ("organisations", "candidates")
MOST_SHOWN = 200  # findings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("file", type=Path, help="CSV or XLSX")
    parser.add_argument("--apply", action="store_true", help="import; default: only say what would change")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of messages, and of skills")


def run(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.utils import timezone, translation

    from brobygger.apps.base.queries import all_rows
    from brobygger.apps.programmes.actions import import_table
    from brobygger.apps.programmes.enums import ImportKind
    from brobygger.apps.programmes.queries import plan_table

    limits = TableLimits(file_bytes=settings.UPLOAD_BYTES)
    try:
        if arguments.file.stat().st_size > limits.file_bytes:
            too_large = TableError("too_large", limit=limits.file_bytes // 1_000_000)
            print(f"{arguments.file}: {too_large.finding.message(arguments.language)}", file=sys.stderr)
            return 1
        content = arguments.file.read_bytes()
    except OSError as error:
        print(f"{arguments.file}: {error.strerror}", file=sys.stderr)
        return 1
    kind, language = ImportKind(arguments.kind), arguments.language
    try:
        with all_rows(), translation.override(language):
            if arguments.apply:
                plan = import_table(
                    kind=kind,
                    file_name=arguments.file.name,
                    content=content,
                    limits=limits,
                    language=language,
                    by=None,
                    at=timezone.now(),
                )
            else:
                plan = plan_table(kind, content, limits=limits, language=language)
    except TableError as error:
        print(f"{arguments.file}: {error.finding.message(language)}", file=sys.stderr)
        return 1
    return report(plan, language=language, applied=arguments.apply)


def report(plan: ImportPlan, *, language: str, applied: bool) -> int:
    """Say what changes, what is wrong and how much of it; 1 if a row is left out or the table stops."""
    for row in plan.rows:
        for change in row.changes:
            print(f"{row.number}\t{row.name}\t{change.field}\t{change.before or '–'} → {change.after or '–'}")
    findings = plan.all_findings
    for one in findings[:MOST_SHOWN]:
        place = f"{one.row}\t{one.column}\t" if one.row else ""
        print(f"{place}{one.message(language)}", file=sys.stderr)
    if len(findings) > MOST_SHOWN:
        print(f"… {len(findings) - MOST_SHOWN} more", file=sys.stderr)
    print(", ".join(f"{count} {state}" for state, count in plan.counts.items()))
    if not applied and plan.is_ready:
        print("Nothing was changed: --apply imports it.", file=sys.stderr)
    return 1 if any(not one.is_note for one in findings) else 0
