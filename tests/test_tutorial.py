"""Part one of the tutorial: its texts and commands give the output that it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from brobygger.cli.main import main

TUTORIAL = Path(__file__).resolve().parent.parent / "docs/tutorial/your-first-match.md"
PART_ONE = TUTORIAL.read_text(encoding="utf-8").split("\n## Part two")[0]
SAVED = re.compile(r"Save it as `([^`]+)`:\n\n```text\n(.*?)```", re.DOTALL)
SESSION = re.compile(r"```console\n(.*?)```", re.DOTALL)
STEP = re.compile(r"^\$ brobygger (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def shown(text: str) -> re.Pattern[str]:
    """What output must look like: "…" stands for anything, also for several lines or for nothing."""
    return re.compile(re.escape(text.strip()).replace("…", "(?s:.*)"))


def block(kind: str) -> str:
    return re.search(rf"```{kind}\n(.*?)```", PART_ONE, re.DOTALL)[1]


def steps() -> list[tuple[str, str]]:
    """Every command of part one in order: what is typed, and the output that is shown."""
    return [step for session in SESSION.findall(PART_ONE) for step in STEP.findall(session)]


def test_tutorial_has_four_texts_and_every_step():
    assert len(SAVED.findall(PART_ONE)) == 4
    assert {shlex.split(typed)[0] for typed, _ in steps()} == {"read", "match", "explain", "what-if"}


def test_tutorial_shows_what_comes(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for path, text in SAVED.findall(PART_ONE):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")

    for typed, expected in steps():
        assert main(shlex.split(typed)) == 0, typed
        came = capsys.readouterr()
        assert shown(expected).fullmatch((came.err + came.out).strip()), f"{typed}\n{came.err}{came.out}"

    matches = Path("matches.csv").read_text(encoding="utf-8").strip()
    assert shown(block("csv")).fullmatch(matches), matches
    facts = Path("ads.jsonl").read_text(encoding="utf-8")
    assert [line for line in block("facts").splitlines() if not shown(line).search(facts)] == []
