"""What an interrupted run has done: an output of whole lines, and a state file beside it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from brobygger.data.documents.opening import InputFile
from brobygger.data.documents.problem import Problem, Where

ENDING = ".state"
VERSION = 1  # of the state file
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class DoneInput:
    """One input as the state file knows it; `documents` is None while it is not done."""

    source: str
    digest: str
    documents: int | None = None
    ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def record(self) -> dict[str, object]:
        found: dict[str, object] = {"source": self.source, "digest": self.digest}
        if self.documents is not None:
            problems = [_problem_record(problem) for problem in self.problems]
            found |= {"documents": self.documents, "ids": list(self.ids), "problems": problems}
        return found


class RunState:
    """
    The output file and its state, open for appending.

    Args:
        out: the output; its state lies beside it, with the ending ".state".
        settings: what the output depends on besides its inputs; a state of other settings is dropped.
    """

    def __init__(self, out: Path, settings: str) -> None:
        self.lines = 0  # documents in the output
        self._out_path = out
        self._state_path = out.with_name(out.name + ENDING)
        self._head = json.dumps({"version": VERSION, "settings": settings})
        self._current = DoneInput("", "")
        self._skip = 0
        self._out = os.open(out, os.O_RDWR | os.O_CREAT, 0o644)
        self._state = os.open(self._state_path, os.O_RDWR | os.O_CREAT, 0o644)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._out)
        os.close(self._state)

    def resume(self, files: Sequence[InputFile]) -> list[DoneInput]:
        """The inputs that are done; cuts the output back to what still holds."""
        ends = list(_line_ends(self._out))
        known = self._known()
        done: list[DoneInput] = []
        lines = 0
        partial: DoneInput | None = None
        for file, one in zip(files, known, strict=False):
            if file.source != one.source or digest(file) != one.digest:
                break
            if one.documents is None or lines + one.documents > len(ends):
                partial = one
                break
            done.append(one)
            lines += one.documents
        self._skip = len(ends) - lines if partial else 0
        self.lines = lines + self._skip
        os.ftruncate(self._out, ends[self.lines - 1] if self.lines else 0)
        os.lseek(self._out, 0, os.SEEK_END)
        self._rewrite(done)
        return done

    def begin(self, file: InputFile) -> int:
        """Note that an input is begun; returns how many of its documents are done already."""
        self._current = DoneInput(file.source, digest(file))
        _append(self._state, json.dumps(self._current.record()) + "\n")
        skip, self._skip = self._skip, 0
        return skip

    def write(self, line: str) -> None:
        """Append one whole line to the output."""
        _append(self._out, line)
        self.lines += 1

    def finish(self, ids: list[str], problems: list[Problem]) -> None:
        """Note that the input begun last is done."""
        one = DoneInput(self._current.source, self._current.digest, len(ids), tuple(ids), tuple(problems))
        os.fsync(self._out)
        _append(self._state, json.dumps(one.record()) + "\n")

    def _known(self) -> list[DoneInput]:
        """The inputs in the state file; a line that was cut off ends them."""
        head, *lines = self._state_path.read_text(encoding="utf-8", errors="replace").split("\n")
        if head != self._head:
            return []
        found: list[DoneInput] = []
        for line in lines:
            try:
                record = json.loads(line)
                problems = tuple(_problem(one) for one in record.get("problems", ()))
                one = DoneInput(
                    record["source"],
                    record["digest"],
                    record.get("documents"),
                    tuple(record.get("ids", ())),
                    problems,
                )
            except (ValueError, KeyError, TypeError, AttributeError):
                break
            if found and found[-1].documents is None:
                found.pop()  # the line that said it was begun
            found.append(one)
        return found

    def _rewrite(self, done: list[DoneInput]) -> None:
        lines = [self._head, *(json.dumps(one.record()) for one in done)]
        os.ftruncate(self._state, 0)
        os.lseek(self._state, 0, os.SEEK_SET)
        _append(self._state, "\n".join(lines) + "\n")


def digest(file: InputFile) -> str:
    """SHA-256 of a file's content; "" for one that cannot be read."""
    try:
        with file.path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _append(descriptor: int, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    while data:  # a signal may cut a write short
        data = data[os.write(descriptor, data) :]


def _line_ends(descriptor: int) -> Iterator[int]:
    """Offset after each line break."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    offset = 0
    while chunk := os.read(descriptor, CHUNK):
        position = chunk.find(b"\n")
        while position >= 0:
            yield offset + position + 1
            position = chunk.find(b"\n", position + 1)
        offset += len(chunk)


def _problem_record(problem: Problem) -> dict[str, object]:
    where = [problem.where.unit, problem.where.number] if problem.where else None
    return {
        "source": problem.source,
        "where": where,
        "message": problem.message_key,
        "parameters": dict(problem.parameters),
    }


def _problem(record: dict[str, object]) -> Problem:
    where, parameters = record["where"], record["parameters"]
    assert isinstance(parameters, dict)
    place = Where(str(where[0]), int(where[1])) if isinstance(where, list) else None
    return Problem(str(record["source"]), place, str(record["message"]), parameters)
