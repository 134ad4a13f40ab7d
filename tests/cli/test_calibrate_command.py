"""`brobygger calibrate`: weights out of files, bad rows by number, and nothing half written."""

from __future__ import annotations

import csv
import json
import random
import tomllib
from pathlib import Path

import pytest

from brobygger.cli.main import main
from brobygger.core.matching import Part, Weights
from brobygger.data.weights_toml import WrongWeights, read_weights, write_weights


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """250 matches, of which those far up in languages came to something."""
    chance = random.Random(1)
    with (
        (tmp_path / "matches.jsonl").open("w") as matches,
        (tmp_path / "outcomes.csv").open("w", newline="") as outcomes,
    ):
        writer = csv.writer(outcomes)
        writer.writerow(["opportunity", "candidate", "outcome"])
        for number in range(250):
            parts = {part.value: round(chance.random(), 4) for part in Part}
            parts["markets"] = None
            pair = {"opportunity": f"ad-{number // 5}.txt", "candidate": f"cv-{number}.txt"}
            matches.write(json.dumps({**pair, "score": 0.5, "parts": parts}) + "\n")
            pull = 6 * (parts["languages"] - 0.5) + chance.gauss(0, 1)
            stage = "rejected" if pull < 0 else "invited" if pull < 1.5 else "Hired"
            writer.writerow([*pair.values(), stage])
    return tmp_path


def calibrate(files: Path, *more: str, out: str = "weights.toml") -> int:
    return main([
        "calibrate", "--outcomes", str(files / "outcomes.csv"), "--matches", str(files / "matches.jsonl"),
        "--out", str(files / out), *more,
    ])  # fmt: skip


def test_calibrate_writes_weights_that_say_what_they_rest_on(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert calibrate(files) == 0

    text = (files / "weights.toml").read_text()
    found = read_weights(files / "weights.toml")
    assert found.languages > 2 * Weights().languages
    assert found.total == 100
    assert "# A proposal from 250 outcomes" in text
    assert "better by more than chance" in text
    assert "AUC" in capsys.readouterr().out


def test_calibrate_gives_the_same_bytes_for_rows_in_any_order(files: Path) -> None:
    assert calibrate(files, out="first.toml") == 0
    for name, fixed in (("outcomes.csv", 1), ("matches.jsonl", 0)):
        lines = (files / name).read_text().splitlines()
        rest = lines[fixed:]
        random.Random(3).shuffle(rest)
        (files / name).write_text("\n".join(lines[:fixed] + rest) + "\n")
    assert calibrate(files, out="second.toml") == 0

    assert (files / "first.toml").read_bytes() == (files / "second.toml").read_bytes()


def test_calibrate_starts_from_the_weights_in_use(files: Path) -> None:
    (files / "mine.toml").write_text("skills = 0\nadvantage = 50\n")

    assert calibrate(files, "--weights", str(files / "mine.toml")) == 0
    found = read_weights(files / "weights.toml")
    assert (found.skills, found.advantage) == (0, 50)


def test_bad_rows_are_all_named_and_nothing_is_written(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (files / "outcomes.csv").open("a") as outcomes:
        outcomes.write("ad-1.txt,cv-5.txt,promoted\n,cv-6.txt,hired\nad-1.txt\n")
    with (files / "matches.jsonl").open("a") as matches:
        matches.write('nonsense\n{"opportunity": "o", "candidate": "c", "parts": {"charm": 1}}\n')
        matches.write('{"opportunity": "o", "candidate": "c", "parts": {"skills": NaN}}\n')
        matches.write('{"opportunity": "o", "candidate": "c", "parts": [1]}\n')

    assert calibrate(files) == 1
    said = capsys.readouterr().err
    for sentence in (
        "outcomes.csv, row 251: outcome 'promoted' is none of rejected, invited, dated_again, hired",
        "outcomes.csv, row 252: has no opportunity",
        "outcomes.csv, row 253: has no candidate",
        "matches.jsonl, row 251: is no JSON object with opportunity, candidate, parts",
        "matches.jsonl, row 252: part 'charm' is none of skills",
        "matches.jsonl, row 253: skills must be a number from 0 to 1, got nan",
        "matches.jsonl, row 254: parts must look like",
        "7 problems; nothing was written",
    ):
        assert sentence in said
    assert not list(files.glob("weights.toml*"))


def test_too_few_outcomes_are_refused(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (files / "outcomes.csv").read_text().splitlines()
    (files / "outcomes.csv").write_text("\n".join(lines[:150]))

    assert calibrate(files) == 1
    said = capsys.readouterr().err
    assert "149 labelled pairs" in said
    assert "at least 200 are needed, with 40 of each side; nothing was written" in said
    assert not (files / "weights.toml").exists()


def test_outcomes_without_a_match_are_counted(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (files / "outcomes.csv").open("a") as outcomes:
        outcomes.write("ad-x,cv-x,hired\nad-y,cv-y,hired\n")

    assert calibrate(files) == 0
    assert "no match for 2 of the outcomes, which are left out; the first: opportunity ad-x" in (
        capsys.readouterr().err
    )


def test_furthest_of_several_outcomes_counts(files: Path) -> None:
    assert calibrate(files, out="first.toml") == 0
    rows = (files / "outcomes.csv").read_text().splitlines()
    (files / "outcomes.csv").write_text(
        "\n".join([*rows, *(row.replace("Hired", "invited") for row in rows[1:])])
    )
    assert calibrate(files, out="second.toml") == 0

    assert (files / "first.toml").read_bytes() == (files / "second.toml").read_bytes()


def test_csv_with_semicolons_as_match_writes_it_is_read(files: Path) -> None:
    rows = [json.loads(line) for line in (files / "matches.jsonl").read_text().splitlines()]
    with (files / "matches.csv").open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["opportunity", "title", "candidate", "parts"])
        for row in rows:
            shares = "; ".join(
                f"{name} {'?' if share is None else f'{share:.2f}'}" for name, share in row["parts"].items()
            )
            writer.writerow([row["opportunity"], "x", row["candidate"], shares])
    text = (files / "outcomes.csv").read_text().replace(",", ";")
    (files / "outcomes.csv").write_text(text)

    assert calibrate(files, "--matches", str(files / "matches.csv")) == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("outcomes.csv", b"a,b\n1,2\n", "has no columns opportunity and candidate; found: a, b"),
        ("outcomes.csv", b"", "found: nothing"),
        ("outcomes.csv", b"opportunity,candidate,outcome\n\xff\xfe", "is not UTF-8"),
        ("outcomes.csv", None, "No such file"),
    ],
)
def test_a_file_that_is_no_table_is_named(
    files: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, said: str
) -> None:
    (files / name).unlink()
    if content is not None:
        (files / name).write_bytes(content)

    assert calibrate(files) == 1
    assert said in capsys.readouterr().err


def test_wrong_calls_are_refused(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert calibrate(files, out="weights.json") == 2
    assert calibrate(files, "--outcomes", str(files / "outcomes.xlsx")) == 1
    assert calibrate(files, "--weights", str(files / "none.toml")) == 1
    (files / "odd.toml").write_text("charm = 4\n")
    assert calibrate(files, "--weights", str(files / "odd.toml")) == 1
    said = capsys.readouterr().err
    for sentence in ("written as .toml", "none.toml: No such file", "odd.toml: unknown weight 'charm'"):
        assert sentence in said


def test_weights_survive_their_file(tmp_path: Path) -> None:
    path, weights = tmp_path / "weights.toml", Weights(skills=7, advantage=0)
    write_weights(path, weights, remarks=["why"])

    assert read_weights(path) == weights
    assert path.read_text().startswith("# why\nskills = 7\n")
    assert tomllib.loads(path.read_text())["advantage"] == 0
    path.write_text("skills = 1.5\n")
    with pytest.raises(WrongWeights, match="weight skills must be a whole number"):
        read_weights(path)


def test_match_takes_the_weights(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "ad.txt").write_text("Welder\n\nRequirements\n- experience with welding\n- SolidWorks\n")
    (files / "cv.txt").write_text("Ana\n\nSkills\nSolidWorks\n\nLanguages\nEnglish: C1\n")
    (files / "skills.toml").write_text("".join(f"{part} = {int(part == 'skills')}\n" for part in Part))

    def score(*more: str) -> float:
        out = files / "m.jsonl"
        given = ["--opportunities", str(files / "ad.txt"), "--candidates", str(files / "cv.txt")]
        assert main(["match", *given, "--out", str(out), *more]) == 0
        row = json.loads(out.read_text().splitlines()[0])
        return row["score"] - row["parts"]["skills"] if more else row["score"]

    assert score("--weights", str(files / "skills.toml")) == pytest.approx(0, abs=1e-4)
    assert main([
        "match", "--opportunities", str(files / "ad.txt"), "--candidates", str(files / "cv.txt"),
        "--out", str(files / "m.csv"), "--weights", str(files / "none.toml"),
    ]) == 1  # fmt: skip
