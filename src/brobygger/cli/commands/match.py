"""`brobygger match`: rank candidates for opportunities, from files, with reasons."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from brobygger.cli.arguments import add_both_sides, add_language, add_taxonomy, conditions, open_taxonomy
from brobygger.cli.reading import both_sides, reader_of
from brobygger.core.matching import (
    Candidate,
    Conditions,
    MatchProblem,
    MatchResult,
    Opportunity,
    Side,
    Tone,
    excluded_counts,
    explain,
    solve,
)
from brobygger.core.skills import Taxonomy
from brobygger.data.match_tables import UnknownFormat, check_format, write_matches
from brobygger.data.weights_toml import WrongWeights, read_weights

HELP = "rank candidates for opportunities, from files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_both_sides(parser)
    parser.add_argument("--top", type=int, default=20, help="candidates per opportunity")
    parser.add_argument(
        "--weights", type=Path, metavar="FILE", help="TOML as `brobygger calibrate` writes it"
    )
    parser.add_argument("--out", type=Path, required=True, help="ends in .csv, .jsonl, .xlsx or .parquet")
    add_taxonomy(parser)
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    try:
        check_format(arguments.out)
    except UnknownFormat as error:
        print(error, file=sys.stderr)
        return 2
    try:
        weights = read_weights(arguments.weights) if arguments.weights else None
    except WrongWeights as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.top < 1:
        print(f"--top must be 1 or more, got {arguments.top}", file=sys.stderr)
        return 2
    content = open_taxonomy(arguments.taxonomy)
    if content is None:
        return 1
    reader, language = reader_of(content), arguments.language
    people, offers = both_sides(arguments.candidates, arguments.opportunities, reader, language=language)
    if not people or not offers:
        print(
            f"{len(people)} candidates and {len(offers)} opportunities were read: nothing to match",
            file=sys.stderr,
        )
        return 1
    read = conditions(arguments)
    problem = MatchProblem(tuple(people), tuple(offers), content.taxonomy)
    result = solve(problem, top=arguments.top, weights=weights, conditions=read)
    count = write_matches(arguments.out, match_rows(problem, result, read, language))
    print(
        f"{arguments.out}: {count} matches of {len(people)} candidates and {len(offers)} opportunities",
        file=sys.stderr,
    )
    _say_excluded(result, offers, language)
    return 0


def match_rows(
    problem: MatchProblem, result: MatchResult, read: Conditions, language: str
) -> Iterator[dict[str, Any]]:
    """The matches as rows of `data.match_tables.COLUMNS`, by opportunity and rank."""
    people = {one.id: one for one in problem.candidates}
    offers = {one.id: one for one in problem.opportunities}
    for match in result:
        yield _row(
            match, people[match.candidate], offers[match.opportunity], problem.taxonomy, read, language
        )


def _row(
    match: Any,
    candidate: Candidate,
    opportunity: Opportunity,
    taxonomy: Taxonomy,
    read: Conditions,
    language: str,
) -> dict[str, Any]:
    why = explain(
        candidate, opportunity, taxonomy=taxonomy, language=language, side=Side.COMPANY, conditions=read
    )
    said = {tone: [reason.text for reason in why.of(tone)] for tone in Tone}
    return {
        "opportunity": match.opportunity,
        "title": opportunity.title,
        "rank": match.rank,
        "candidate": match.candidate,
        "score": round(match.score, 4),
        "matched": said[Tone.GOOD],
        "partly": said[Tone.PARTIAL],
        "missing": said[Tone.MISSING],
        "unknown": said[Tone.UNKNOWN],
        "parts": {
            part.value: None if share is None else round(share, 4) for part, share in match.parts.items()
        },
    }


def _say_excluded(result: MatchResult, offers: list[Opportunity], language: str) -> None:
    """Opportunities that nobody fits, and why."""
    for offer in sorted(offers, key=lambda one: one.id):
        if not result.eligible[offer.id]:
            reasons = "; ".join(
                reason.text for reason in excluded_counts(result.excluded[offer.id], language=language)
            )
            print(f"{offer.id} {offer.title}: {reasons}", file=sys.stderr)
