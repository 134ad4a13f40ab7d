"""`brobygger taxonomy`: import a taxonomy, say what one holds, rebuild our own."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from brobygger.cli.progress import Line
from brobygger.core.skills import ConceptKind, Taxonomy
from brobygger.data.taxonomies import (
    ImportProblems,
    TaxonomyFile,
    TaxonomyFileError,
    import_taxonomy,
    read_taxonomy,
)
from brobygger.data.taxonomies.vocabulary import COMPILED, compile_vocabulary

HELP = "import ESCO and other vocabularies, or say what a taxonomy file holds"
MOST_PROBLEMS = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    importing = actions.add_parser(
        "import", help="read ESCO releases (folder, zip, tar) and label tables; write one file"
    )
    importing.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    importing.add_argument("--out", type=Path, required=True, help="the taxonomy file to write")
    importing.add_argument("--name", default="", help="name to show; default: what the releases say")
    importing.add_argument(
        "--sentences",
        action="append",
        type=Path,
        default=[],
        metavar="FILE",
        help="learn from annotated sentences too: a table with the columns text and uri; may be given several times",
    )
    info = actions.add_parser("info", help="count concepts, labels per language and relations")
    info.add_argument("file", type=Path, nargs="?", default=COMPILED, help="default: the built-in vocabulary")
    compiling = actions.add_parser("compile", help="rebuild the built-in vocabulary from its TOML files")
    compiling.add_argument("--out", type=Path, default=COMPILED)


def run(arguments: argparse.Namespace) -> int:
    return {"import": _import, "info": _info, "compile": _compile}[arguments.action](arguments)


def _import(arguments: argparse.Namespace) -> int:
    started = time.perf_counter()
    try:
        with Line(sys.stderr) as line:
            content = import_taxonomy(
                arguments.paths,
                arguments.out,
                name=arguments.name,
                sentences=arguments.sentences,
                progress=line.show,
            )
    except ImportProblems as error:
        for problem in error.problems[:MOST_PROBLEMS]:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problems; nothing was written", file=sys.stderr)
        return 1
    print(
        f"{arguments.out}: {len(content.taxonomy):,} concepts in {time.perf_counter() - started:.0f} s",
        file=sys.stderr,
    )
    return 0


def _compile(arguments: argparse.Namespace) -> int:
    with Line(sys.stderr) as line:
        compile_vocabulary(arguments.out, line.show)
    return 0


def _info(arguments: argparse.Namespace) -> int:
    try:
        content = read_taxonomy(arguments.file)
    except TaxonomyFileError as error:
        print(error, file=sys.stderr)
        return 1
    for name, value in counts(content).items():
        print(f"{name}\t{value}")
    return 0


def counts(content: TaxonomyFile) -> dict[str, int | str]:
    """What a taxonomy holds, in the order shown."""
    taxonomy = content.taxonomy
    found: dict[str, int | str] = {"name": taxonomy.name}
    for kind in ConceptKind:
        found[f"{kind.name.lower()}s"] = int((taxonomy.kinds == kind).sum())
    found |= _labels(taxonomy)
    found["broader relations"] = len(taxonomy.broader.items)
    found["essential relations"] = len(taxonomy.essential.items)
    found["optional relations"] = len(taxonomy.optional.items)
    found["related relations"] = len(taxonomy.related.items) // 2
    found["concepts with an ESCO URI"] = sum(1 for uri in taxonomy.same_as if uri)
    found["encoder features"] = len(content.encoder.features)
    found["encoder dimensions"] = content.encoder.dimensions
    return found


def _labels(taxonomy: Taxonomy) -> dict[str, int | str]:
    return {
        f"labels {code}": int((taxonomy.label_language == number).sum())
        for number, code in enumerate(taxonomy.languages)
    }
