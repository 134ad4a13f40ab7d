"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from brobygger.core.matching import Conditions, Rule
from brobygger.core.matching.words import LANGUAGES
from brobygger.data.taxonomies import TaxonomyFile, TaxonomyFileError, read_taxonomy
from brobygger.data.taxonomies.vocabulary import COMPILED


def add_taxonomy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--taxonomy", type=Path, default=COMPILED, help="default: the built-in vocabulary")


def add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of reasons and messages")


def add_both_sides(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--opportunities",
        type=Path,
        nargs="+",
        required=True,
        metavar="F",
        help="ads: files, folders, readings",
    )
    parser.add_argument(
        "--candidates", type=Path, nargs="+", required=True, metavar="F", help="CVs: files, folders, readings"
    )
    parser.add_argument(
        "--strict", nargs="*", choices=[rule.value for rule in Rule], default=[], metavar="RULE",
        help=f"rules for which unknown excludes: {', '.join(rule.value for rule in Rule)}",
    )  # fmt: skip
    parser.add_argument(
        "--neighbours-count",
        action="store_true",
        help="count Danish, Norwegian and Swedish for each other",
    )


def conditions(arguments: argparse.Namespace) -> Conditions:
    return Conditions(
        strict=frozenset(Rule(name) for name in arguments.strict),
        neighbour_languages=arguments.neighbours_count,
    )


def open_taxonomy(path: Path) -> TaxonomyFile | None:
    """The taxonomy, or None after saying what is wrong with the file."""
    try:
        return read_taxonomy(path)
    except TaxonomyFileError as error:
        print(error, file=sys.stderr)
        return None
