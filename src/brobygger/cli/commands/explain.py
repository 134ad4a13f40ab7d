"""`brobygger explain`: why one candidate fits one opportunity, or does not, for both sides."""

from __future__ import annotations

import argparse
import sys

from brobygger.cli.arguments import add_both_sides, add_language, add_taxonomy, conditions, open_taxonomy
from brobygger.cli.reading import both_sides, reader_of
from brobygger.core.matching import Side, explain

HELP = "say why a candidate fits an opportunity or not"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_both_sides(parser)
    parser.add_argument("--candidate", help="id of one candidate; default: all that were read")
    parser.add_argument("--opportunity", help="id of one opportunity; default: all that were read")
    parser.add_argument("--side", choices=[side.value for side in Side], default=Side.COMPANY.value)
    add_taxonomy(parser)
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    content = open_taxonomy(arguments.taxonomy)
    if content is None:
        return 1
    reader, language = reader_of(content), arguments.language
    people, offers = both_sides(arguments.candidates, arguments.opportunities, reader, language=language)
    if arguments.candidate:
        people = [one for one in people if one.id == arguments.candidate]
    if arguments.opportunity:
        offers = [one for one in offers if one.id == arguments.opportunity]
    if not people or not offers:
        print("no such candidate or opportunity was read", file=sys.stderr)
        return 1
    for offer in sorted(offers, key=lambda one: one.id):
        for person in sorted(people, key=lambda one: one.id):
            why = explain(
                person, offer, taxonomy=content.taxonomy, language=language, side=Side(arguments.side), conditions=conditions(arguments)
            )  # fmt: skip
            print(f"{offer.id} {offer.title} × {person.id}: {round(100 * why.score)} / 100")
            for reason in why.reasons:
                print(f"  {reason.tone.value:8} {reason.text}")
    return 0
