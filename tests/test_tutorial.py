"""Part one of the tutorial: its texts and commands give the output that it shows."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

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


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """Every command of part one in order, run on its texts: what was typed, what is shown, what came."""
    folder = tmp_path_factory.mktemp("first-match")
    for path, text in SAVED.findall(PART_ONE):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder, [step for session in SESSION.findall(PART_ONE) for step in STEP.findall(session)]


def test_tutorial_has_four_texts_and_five_commands():
    assert len(SAVED.findall(PART_ONE)) == 4
    commands = {
        shlex.split(typed)[0] for session in SESSION.findall(PART_ONE) for typed, _ in STEP.findall(session)
    }
    assert commands == {"read", "match", "explain", "what-if"}


def test_tutorial_shows_what_comes(outputs, capsys):
    folder, steps = outputs
    for typed, expected in steps:
        assert main(shlex.split(typed)) == 0, typed
        came = capsys.readouterr()
        assert shown(expected).fullmatch((came.err + came.out).strip()), f"{typed}\n{came.err}{came.out}"
    matches = (folder / "matches.csv").read_text(encoding="utf-8")
    assert shown(block("csv")).fullmatch(matches.strip()), matches
    facts = (folder / "ads.jsonl").read_text(encoding="utf-8")
    for line in block("facts").splitlines():
        assert shown(line).search(facts), line
