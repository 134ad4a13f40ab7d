"""`brobygger calibrate`: propose weights from what came of matches. A person decides whether to use them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from brobygger.core.matching import Calibration, Part, Stage, TooFewOutcomes, Weights, calibrate
from brobygger.data.outcome_tables import BadRows, read_labelled
from brobygger.data.weights_toml import WrongWeights, read_weights, write_weights

HELP = "propose weights from what came of matches"
MOST_PROBLEMS = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--outcomes", type=Path, required=True, metavar="FILE",
        help=f"CSV or JSON lines of opportunity, candidate, outcome ({', '.join(Stage)})",
    )  # fmt: skip
    parser.add_argument(
        "--matches",
        type=Path,
        required=True,
        metavar="FILE",
        help="what `brobygger match` wrote, .csv or .jsonl",
    )
    parser.add_argument(
        "--weights", type=Path, metavar="FILE", help="the weights in use, as TOML; default: the built-in ones"
    )
    parser.add_argument("--out", type=Path, required=True, help="the TOML file to write the proposal to")


def run(arguments: argparse.Namespace) -> int:
    if arguments.out.suffix != ".toml":
        print(f"{arguments.out}: weights are written as .toml", file=sys.stderr)
        return 2
    try:
        weights = read_weights(arguments.weights) if arguments.weights else Weights()
        labelled = read_labelled(arguments.outcomes, arguments.matches)
        if labelled.unmatched:
            opportunity, candidate = labelled.unmatched[0]
            print(
                f"{arguments.matches}: holds no match for {len(labelled.unmatched)} of the outcomes, which are left "
                f"out; the first: opportunity {opportunity}, candidate {candidate}",
                file=sys.stderr,
            )
        found = calibrate(labelled.pairs, weights=weights)
    except BadRows as error:
        for problem in error.problems[:MOST_PROBLEMS]:
            print(problem, file=sys.stderr)
        print(f"{len(error.problems)} problems; nothing was written", file=sys.stderr)
        return 1
    except (WrongWeights, TooFewOutcomes) as error:
        print(f"{error}; nothing was written", file=sys.stderr)
        return 1
    try:
        write_weights(arguments.out, found.proposed, remarks=remarks(found))
    except OSError as error:
        print(f"{arguments.out}: {error.strerror}; nothing was written", file=sys.stderr)
        return 1
    print(f"{'part':12} in use  proposed")
    for part in Part:
        print(f"{part.value:12} {found.in_use.of(part):6} {found.proposed.of(part):9}")
    print(*remarks(found), sep="\n")
    return 0


def remarks(found: Calibration) -> Iterator[str]:
    """What the proposal rests on, line by line."""
    counts = ", ".join(f"{count} {stage.value.replace('_', ' ')}" for stage, count in found.stages.items())
    before, after = found.quality_in_use, found.quality_proposed
    yield f"A proposal from {found.pairs} outcomes: {counts}."
    yield f"On outcomes held out, log loss {before.log_loss:.4f} in use, {after.log_loss:.4f} proposed."
    yield f"On outcomes held out, AUC {before.auc:.3f} in use, {after.auc:.3f} proposed."
    yield (
        "The proposal tells outcomes better by more than chance."
        if found.is_better
        else "The proposal is no better than the weights in use: keep those."
    )
