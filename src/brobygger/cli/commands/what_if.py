"""`brobygger what-if`: what turning one condition of an opportunity would change. Each answer is matched again."""

from __future__ import annotations

import argparse
import json
import sys

from brobygger.cli.arguments import add_both_sides, add_language, add_taxonomy, conditions, open_taxonomy
from brobygger.cli.reading import both_sides, reader_of
from brobygger.core.matching import Pool, what_if_each

HELP = "say what one step of flexibility would change"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_both_sides(parser)
    parser.add_argument("--opportunity", help="id of one opportunity; default: all that were read")
    add_taxonomy(parser)
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    content = open_taxonomy(arguments.taxonomy)
    if content is None:
        return 1
    reader, language = reader_of(content), arguments.language
    people, offers = both_sides(arguments.candidates, arguments.opportunities, reader, language=language)
    if arguments.opportunity:
        offers = [one for one in offers if one.id == arguments.opportunity]
    if not people or not offers:
        print("no such candidate or opportunity was read", file=sys.stderr)
        return 1
    pool = Pool.of(people, content.taxonomy)
    for offer in sorted(offers, key=lambda one: one.id):
        for answer in what_if_each(pool, offer, conditions=conditions(arguments)):
            record = {
                "opportunity": offer.id,
                "dial": answer.key or None,
                "eligible": answer.eligible,
                "change": answer.change,
                "gained": list(answer.gained),
                "lost": list(answer.lost),
            }
            print(json.dumps(record, ensure_ascii=False))
    return 0
