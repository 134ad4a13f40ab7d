"""`brobygger corrections export` and `python -m benchmarks.corrections`, from the table to the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import corrections as benchmark
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.opportunities.actions import correct_fact
from brobygger.cli import main
from tests.factories import OpportunityFactFactory
from tests.factories.moments import NOW


def test_export_writes_a_line_for_each_document(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    correct_fact(
        fact=OpportunityFactFactory(opportunity__passages=[[7, 24, "en", 1, "requirement"]]),
        state=FactState.CONFIRMED,
        by=None,
        at=NOW,
    )
    out = tmp_path / "out.jsonl"

    assert main.main(["corrections", "export", "--out", str(out)]) == 0
    assert "1 corrections of 1 documents" in capsys.readouterr().err
    (line,) = out.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["corrections"][0]["said"] == "right"
    assert main.main(["corrections", "export", "--out", str(out), "--kind", "cv"]) == 0
    assert out.read_text(encoding="utf-8") == ""
    assert main.main(["corrections", "export", "--out", str(tmp_path / "no" / "out.jsonl")]) == 1


def test_benchmark_names_a_file_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.jsonl"
    path.write_text("{}\n", encoding="utf-8")

    assert benchmark.main([str(path)]) == 1
    assert "wrong.jsonl: not what `brobygger corrections export` writes" in capsys.readouterr().err
    assert benchmark.main([]) == 2
