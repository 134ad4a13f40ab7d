"""A long run can be stopped anywhere and goes on to the same bytes."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind
from brobygger.data.documents import Problem, read_in_batches
from tests.drawing import times

NAMES = ["a.txt", "b.jsonl", "c.csv", "d.txt", "e.jsonl"]


def process(document: Document) -> dict[str, object]:
    return {"id": document.id, "letters": len(document.text), "source": document.source.rpartition("/")[2]}


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a.txt").write_text("Vi søger en smed", encoding="utf-8")
    lines = [json.dumps({"id": f"job {number}", "text": "Svejs " * number}) for number in range(1, 8)]
    (folder / "b.jsonl").write_text("\n".join([*lines, "{broken", lines[0]]), encoding="utf-8")
    (folder / "c.csv").write_text("id,text\n1,Mal huse\n2,Læg fliser\n", encoding="utf-8")
    (folder / "d.txt").write_text("", encoding="utf-8")
    (folder / "e.jsonl").write_text('{"id": "1", "text": "Samme id som i c.csv"}\n', encoding="utf-8")
    return folder


class Interrupted:
    """Processes like `process`, and is interrupted before document `after` + 1 of its run."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, document: Document) -> dict[str, object]:
        if self.left == 0:
            raise KeyboardInterrupt
        self.left -= 1
        return process(document)


def run(inputs, out, work=process, **options):
    return read_in_batches(inputs, out, work, kind=DocumentKind.AD, **options)


def test_run_writes_one_line_a_document_and_keeps_problems(inputs, tmp_path):
    told: list[Problem] = []
    summary = run(inputs, tmp_path / "out.jsonl", on_problem=told.append)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert summary.documents == len(lines) == 12
    assert summary.resumed == 0
    assert [problem.message_key for problem in told] == [
        "broken_json",
        "duplicate_id",
        "empty_file",
        "duplicate_id",
    ]
    assert summary.problems == tuple(told)


@times(25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stops=st.lists(st.integers(0, 11), max_size=4), cut=st.integers(0, 30))
def test_interrupted_run_goes_on_to_the_same_bytes(inputs, tmp_path, stops, cut):
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    expected = run(inputs, whole)
    for path in (out, tmp_path / "out.jsonl.state"):
        path.unlink(missing_ok=True)
    kept = 0
    for stop in stops:
        try:
            run(inputs, out, Interrupted(stop))
        except KeyboardInterrupt:
            assert len(out.read_bytes().splitlines()) == kept + stop
            kept += stop
        else:
            kept = 12
    out.touch()
    data = out.read_bytes()
    out.write_bytes(data[: max(0, len(data) - cut)])  # a crash in the middle of a line
    summary = run(inputs, out)
    assert out.read_bytes() == whole.read_bytes()
    assert summary.documents == expected.documents
    assert summary.problems == expected.problems


def test_finished_run_repeats_nothing(inputs, tmp_path):
    run(inputs, tmp_path / "out.jsonl")
    before = (tmp_path / "out.jsonl").read_bytes()
    summary = run(inputs, tmp_path / "out.jsonl", Interrupted(0))
    assert summary.resumed == summary.documents == 12
    assert (tmp_path / "out.jsonl").read_bytes() == before


def test_changed_input_is_read_again_and_those_after_it(inputs, tmp_path):
    out = tmp_path / "out.jsonl"
    run(inputs, out)
    (inputs / "c.csv").write_text("id,text\n3,Pluk æbler\n", encoding="utf-8")
    summary = run(inputs, out)
    assert summary.resumed == 9  # a.txt and b.jsonl
    run(inputs, tmp_path / "fresh.jsonl")
    assert out.read_bytes() == (tmp_path / "fresh.jsonl").read_bytes()


def test_other_settings_start_anew(inputs, tmp_path):
    run(inputs, tmp_path / "out.jsonl", fingerprint="taxonomy 1")
    assert run(inputs, tmp_path / "out.jsonl", fingerprint="taxonomy 2").resumed == 0


def test_progress_rises_to_the_end(inputs, tmp_path):
    shares: list[float] = []
    run(inputs, tmp_path / "out.jsonl", progress=lambda what, share: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) == 13


def test_missing_input_is_a_problem_of_the_run(tmp_path):
    summary = run(tmp_path / "nowhere", tmp_path / "out.jsonl")
    assert [problem.message_key for problem in summary.problems] == ["missing_path"]
    assert (tmp_path / "out.jsonl").read_bytes() == b""
