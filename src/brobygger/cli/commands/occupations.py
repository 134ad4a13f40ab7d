"""`brobygger occupations`: the occupations that each ad is most probably for, by title and body."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from brobygger.cli.arguments import add_language, add_taxonomy, open_taxonomy
from brobygger.cli.reading import reader_of
from brobygger.core.reading import DocumentKind
from brobygger.core.reading.occupations import OccupationRanker
from brobygger.data.documents import Problem, read_documents

HELP = "rank the occupations that each ad may be for"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="ads: files, folders or archives")
    parser.add_argument("--top", type=int, default=10, help="occupations per ad")
    add_taxonomy(parser)
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """One JSON line an ad on standard output; what cannot be read is said on standard error."""
    if arguments.top < 1:
        print(f"--top must be 1 or more, got {arguments.top}", file=sys.stderr)
        return 2
    content = open_taxonomy(arguments.taxonomy)
    if content is None:
        return 1
    ranker, taxonomy = OccupationRanker(reader_of(content)), content.taxonomy
    read = failed = 0
    for path in arguments.paths:
        for item in read_documents(path, kind=DocumentKind.AD):
            if isinstance(item, Problem):
                failed += not item.is_warning
                print(item.message(arguments.language), file=sys.stderr)
                continue
            read += 1
            occupations = [
                {
                    "uri": taxonomy.uris[one.concept],
                    "label": taxonomy.preferred(one.concept, arguments.language),
                    "score": one.score,
                }
                for one in ranker.rank(item, top=arguments.top)
            ]
            print(json.dumps({"id": item.id, "occupations": occupations}, ensure_ascii=False))
    return 1 if failed and not read else 0
