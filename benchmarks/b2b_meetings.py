"""
Short waits: the public B2B meeting instances (real forums in Girona), gaps and time beside the published figures.

    python -m benchmarks.b2b_meetings [--only PART] [--seconds 60] [--data FOLDER]

`--only` takes instances whose name holds PART, and leaves the page alone; `--data` takes `.dzn` files and `table*.csv`
from another folder. Copies of one file under two names are solved once. One worker; CPU time counts reading and model
too. Every timetable is judged by the independent checker.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data import unpacked
from benchmarks.guard import keep
from benchmarks.report import publish, table
from brobygger.core.scheduling.gaps import Known, Timed, objections, shorten_waits
from brobygger.data.agendas import read_agenda

COMMAND = "python -m benchmarks.b2b_meetings"
ARCHIVE = "b2b-meetings/b2b-forum.tar.xz"
SECONDS = 60.0
NO_LIMIT = 10_000.0  # of effort: the clock is what stops a search here


@dataclass(frozen=True)
class Published:
    """What a table says of an instance: gaps, None where the solver timed out or failed; seconds of the fastest."""

    gaps: int | None
    seconds: float | None
    said: str


@dataclass(frozen=True)
class Solved:
    name: str
    made: Timed
    seconds: float
    cpu: float
    published: Published | None


def published_in(folder: Path) -> dict[str, Published]:
    """By instance; a cell is `seconds gaps`, `TO -` or `ERR`, one column for each encoding."""
    found: dict[str, Published] = {}
    for path in sorted(folder.glob("table*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                cells = [row[name] or "" for name in row if name not in {"instance", "staircase", "solver"}]
                pairs = [cell.split() for cell in cells]
                solved = [
                    (float(one[0]), int(one[1])) for one in pairs if len(one) == 2 and one[1].isdecimal()
                ]
                said = next((cell for cell in cells if cell not in {"", "-"}), "-")
                known = found.get(row["instance"])
                if solved and (known is None or known.seconds is None or min(solved)[0] < known.seconds):
                    found[row["instance"]] = Published(min(one[1] for one in solved), min(solved)[0], said)
                elif known is None:
                    found[row["instance"]] = Published(None, None, said)
    return found


def run(path: Path, seconds: float, published: dict[str, Published]) -> Solved:
    started, cpu = time.perf_counter(), time.process_time()
    made = shorten_waits(read_agenda(path.read_bytes()), effort=NO_LIMIT, seconds=seconds)
    took, used = time.perf_counter() - started, time.process_time() - cpu
    found = objections(made)
    if found:
        raise SystemExit(f"{path.name}: the checker objects: {found[:3]}")
    name = path.stem
    print(name, made.known.value, made.gaps if made.slots else "-", made.bound, f"{took:.1f} s", f"CPU {used:.1f} s",
          *(str(one) for one in made.findings), file=sys.stderr, flush=True)  # fmt: skip
    return Solved(name, made, took, used, published.get(name))


def row_of(one: Solved) -> list[str]:
    made, published = one.made, one.published
    theirs = "-" if published is None else published.said
    if published is not None and published.gaps is not None:
        theirs = f"{published.gaps} in {published.seconds} s"
    gaps = str(made.gaps) if made.slots else "-"
    bound = "-" if made.known is Known.IMPOSSIBLE else str(made.bound)
    return [one.name, made.known.value, gaps, bound, f"{one.seconds:.1f}", f"{one.cpu:.1f}", theirs]


def summary(solved: list[Solved], files: int, seconds: float) -> str:
    count = {known: sum(one.made.known is known for one in solved) for known in Known}
    beside = [one for one in solved if one.published and one.published.gaps is not None]
    reached = [one for one in beside if one.made.slots and one.made.gaps <= one.published.gaps]
    slower = [
        one.name for one in reached if one.published.seconds is not None and one.cpu > one.published.seconds
    ]
    beyond = [
        one.name
        for one in solved
        if one.made.known is Known.BEST and one.published and one.published.gaps is None
    ]
    missed = [one.name for one in beside if one not in reached]
    return (
        f"{files} files, {len(solved)} of them different. At most {seconds:.0f} s of the clock each, one worker, on a "
        f"machine with {os.cpu_count()} cores.\n\n"
        f"- best, proven: {count[Known.BEST]}; found, not proven: {count[Known.FOUND]}; proven impossible: "
        f"{count[Known.IMPOSSIBLE]}; open: {count[Known.OPEN]}\n"
        f"- published number of gaps reached or beaten: {len(reached)} of {len(beside)}"
        f"{'; missed: ' + ', '.join(missed) if missed else ''}\n"
        f"- proven here, no figure published (time-out or error): {len(beyond)}"
        f"{': ' + ', '.join(beyond) if beyond else ''}\n"
        f"- slower in CPU time than published: {len(slower)}{': ' + ', '.join(slower) if slower else ''}"
    )


def main(given: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.b2b_meetings")
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--data", type=Path)
    arguments = parser.parse_args(given or [])
    folder = arguments.data or unpacked(ARCHIVE)
    published = published_in(folder)
    files = [path for path in sorted(folder.rglob("*.dzn")) if arguments.only in path.stem]
    unique = {hashlib.sha256(path.read_bytes()).digest(): path for path in reversed(files)}
    solved = [run(path, arguments.seconds, published) for path in sorted(unique.values())]
    header = ("instance", "answer", "gaps", "bound", "seconds", "CPU seconds", "published: gaps, seconds")
    body = (
        f"{summary(solved, len(files), arguments.seconds)}\n\n"
        "*Gaps*: how often free slots lie between two meetings of a participant, all participants together; no two "
        "participants differ by more than 2, as published. Published figures: the tables of SAT encodings stored with "
        "the data, on their authors' machine.\n\n"
        f"{table(header, [row_of(one) for one in solved])}"
    )
    if arguments.only or arguments.data:
        print(body)
        return
    feasible = [one for one in solved if one.made.known is not Known.IMPOSSIBLE]
    keep({"days of agreed meetings proven": sum(one.made.known is Known.BEST for one in feasible) / max(1, len(feasible))})  # fmt: skip
    publish("b2b_meetings", "Short waits between agreed meetings", COMMAND, body)


if __name__ == "__main__":
    main(sys.argv[1:])
