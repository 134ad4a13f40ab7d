"""
Read many documents, one line of output each, so that a run can be stopped and goes on where it was.

Beside the output lies a state file: a line for each input that was begun, with the digest of its content, and one
when it was done. Output grows by whole lines only. So the state of an interrupted run is plain: what is called done
is done, and the input that was begun last has as many documents done as there are lines after those of its
predecessors. The next run checks digests, drops what no longer holds and goes on; its output is the same, to the
byte, as that of a run that was never stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from brobygger.core.reading.data import Document, DocumentKind
from brobygger.data.documents.facts_jsonl import to_line
from brobygger.data.documents.limits import Limits
from brobygger.data.documents.opening import InputFile, find_files
from brobygger.data.documents.problem import Problem
from brobygger.data.documents.reading import read_file, with_unique_ids
from brobygger.data.documents.run_state import RunState
from brobygger.data.documents.source import Options

# (what is being done, share done in 0–1)
Progress: TypeAlias = Callable[[str, float], None]
Process: TypeAlias = Callable[[Document], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """What a run came to: documents and problems of all inputs, and how many documents an earlier run had done."""

    documents: int
    resumed: int
    problems: tuple[Problem, ...]


def read_in_batches(
    paths: Path | Sequence[Path],
    out: Path,
    process: Process,
    *,
    kind: DocumentKind | None = None,
    limits: Limits | None = None,
    columns: Mapping[str, str] | None = None,
    fingerprint: str = "",
    progress: Progress | None = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> BatchSummary:
    """
    Write `process(document)` of every document to `out`, as JSON lines in the order of the inputs.

    Args:
        process: its result must depend on the document alone, and hold JSON values.
        fingerprint: whatever else the result depends on (version, taxonomy); a run with another one starts anew.
        progress: told after each document.
        on_problem: told of each problem, also of those that an earlier run met.

    A KeyboardInterrupt, or any other exception of `process`, passes through; every document before it is kept.
    """
    options = Options(kind, limits or Limits(), columns or {})
    batch = _Batch(options, process, progress, on_problem)
    files = []
    for path in [paths] if isinstance(paths, Path) else paths:
        for file in find_files(path, options.limits):
            if isinstance(file, Problem):
                batch.tell([file])
            else:
                files.append(file)
    settings = json.dumps([fingerprint, kind, sorted(options.columns.items()), repr(options.limits)])
    with RunState(out, settings) as state:
        return batch.run(files, state)


class _Batch:
    def __init__(
        self,
        options: Options,
        process: Process,
        progress: Progress | None,
        on_problem: Callable[[Problem], None] | None,
    ) -> None:
        self.options = options
        self.process = process
        self.progress = progress
        self.on_problem = on_problem
        self.problems: list[Problem] = []
        self.used_ids: set[str] = set()

    def run(self, files: list[InputFile], state: RunState) -> BatchSummary:
        done = state.resume(files)
        resumed = state.lines
        for earlier in done:
            self.used_ids.update(earlier.ids)
            self.tell(earlier.problems)
        sizes = [_size(file) for file in files]
        total = sum(sizes) or 1
        for number in range(len(done), len(files)):
            self.read(files[number], state, sum(sizes[:number]) / total, sizes[number] / total)
        self.show(1.0)
        return BatchSummary(state.lines, resumed, tuple(self.problems))

    def read(self, file: InputFile, state: RunState, before: float, share: float) -> None:
        """
        Process what is left of one input.

        Args:
            before: share of the whole run that lies before it.
            share: its own share of the whole run.
        """
        skip = state.begin(file)
        items = list(with_unique_ids(read_file(file, self.options), self.used_ids))
        documents = [item for item in items if isinstance(item, Document)]
        problems = [item for item in items if isinstance(item, Problem)]
        for number, document in enumerate(documents, start=1):
            if number > skip:
                state.write(to_line(self.process(document)))
            self.show(before + share * number / len(documents))
        self.tell(problems)
        state.finish([document.id for document in documents], problems)

    def tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.problems.append(problem)
            if self.on_problem:
                self.on_problem(problem)

    def show(self, share: float) -> None:
        if self.progress:
            self.progress("reading", share)


def _size(file: InputFile) -> int:
    try:
        return file.path.stat().st_size
    except OSError:
        return 0
