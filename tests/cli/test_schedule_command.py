"""`brobygger schedule`: from a table of wishes to a timetable, its certificate, and its repair."""

import csv
import json
import re

import pytest

from brobygger.cli.main import main
from brobygger.cli.schedule_words import SENTENCES

WISHES = """student;company;student_score;company_score;rule
Ida;Nordvind;9;8;
Ida;Fjordlys;5;0;
Erik;Nordvind;9;9;must
Erik;Fjordlys;4;3;
Maja;Nordvind;8;7;
Maja;Solbakke;3;0;
Omar;Solbakke;6;6;
Omar;Nordvind;2;;never
"""
PEOPLE = """participant;side;maximum;away;needs;recruiters;tables
Nordvind;company;3;;;2;"A1;A2"
Ida;student;;17:00-17:10;interpreter;;
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "wishes.csv").write_text(WISHES, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return tmp_path


def schedule(files, *more, rounds=3):
    return main(
        ["schedule", str(files / "wishes.csv"), "--rounds", str(rounds), "--start", "2027-03-04T17:00", *more]
    )


def full(files, *more, out="out"):
    return schedule(
        files,
        "--participants",
        str(files / "people.csv"),
        "--resource",
        "interpreter=1",
        "--out",
        str(files / out),
        *more,
    )


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def test_timetable_and_certificate_are_written_and_told(files, capsys):
    assert full(files) == 0

    told = capsys.readouterr().out
    assert "No timetable that keeps these rules is worth more: proven." in told
    assert "found no objection" in told
    meetings = rows(files / "out" / "timetable.csv")
    assert {"Student": "Erik", "Company": "Nordvind"}.items() <= next(
        one for one in meetings if one["Student"] == "Erik" and one["Company"] == "Nordvind"
    ).items()
    assert not any(one["Student"] == "Ida" and one["Round"] == "1" for one in meetings)
    assert not any(one["Student"] == "Omar" and one["Company"] == "Nordvind" for one in meetings)
    assert json.loads((files / "out" / "certificate.json").read_text(encoding="utf-8"))["proven"] is True


def test_same_wishes_give_the_same_files(files):
    assert full(files, out="one") == full(files, out="two") == 0

    for file in (files / "one").iterdir():
        assert file.read_bytes() == (files / "two" / file.name).read_bytes()


def test_dial_says_what_each_floor_costs_and_writes_nothing(files, capsys):
    assert schedule(files, "--dial", "2") == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t") == ["floor", "value", "price %", "without", "smallest share %"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["0", "1", "2"]
    assert not (files / "out").exists()


def test_company_that_withdraws_is_repaired_around(files, capsys):
    assert full(files) == 0
    capsys.readouterr()

    assert (
        full(
            files,
            "--repair",
            str(files / "out" / "timetable.csv"),
            "--withdrawn",
            "Nordvind",
            "--language",
            "da",
            out="new",
        )
        == 0
    )

    told = capsys.readouterr().out
    assert "Nordvind er her ikke længere" in told
    assert "Erik skal møde Nordvind" in told
    assert not any(one["Virksomhed"] == "Nordvind" for one in rows(files / "new" / "timetable.csv"))


def test_lock_of_a_meeting_that_cannot_be_is_said_to_fall_away(files, capsys):
    assert full(files) == 0
    capsys.readouterr()
    again = ("--repair", str(files / "out" / "timetable.csv"), "--locked", "Ida=Fjordlys")

    assert full(files, *again, out="kept") == 0
    assert "locked meetings" in capsys.readouterr().out

    assert full(files, *again, "--withdrawn", "Fjordlys", out="new") == 0
    told = capsys.readouterr().out
    assert "The meeting of Ida with Fjordlys was locked, but one of them is not there then" in told
    assert "locked meetings" not in told


def test_late_student_loses_only_what_was_missed(files):
    assert full(files) == 0
    before = rows(files / "out" / "timetable.csv")

    assert (
        full(
            files,
            "--repair",
            str(files / "out" / "timetable.csv"),
            "--after-round",
            "1",
            "--away",
            "Erik=1",
            out="new",
        )
        == 0
    )

    after = rows(files / "new" / "timetable.csv")
    stays = [one for one in before if not (one["Student"] == "Erik" and one["Round"] == "1")]
    assert all(one in after for one in stays)


def test_bad_rows_are_named_before_anything_is_planned(files, capsys):
    (files / "wishes.csv").write_text(WISHES + "Ida;Ida;3;;\n", encoding="utf-8")

    assert full(files) == 1
    said = capsys.readouterr().err
    assert "wishes.csv: 10\t“Ida” wishes to meet itself" in said
    assert not (files / "out").exists()


def test_wrong_cell_is_named_by_row_and_column(files, capsys):
    (files / "wishes.csv").write_text(WISHES + "Ida;Solbakke;lots;;\n", encoding="utf-8")

    assert full(files, "--language", "sv") == 1
    assert "10\tstudent_score\t”lots” är inget heltal." in capsys.readouterr().err


def test_column_that_is_not_read_is_said(files, capsys):
    (files / "wishes.csv").write_text(WISHES.replace("student_score", "mit ønske"), encoding="utf-8")

    assert full(files) == 0
    assert "Columns that are not read: mit ønske. Known are: Student, Company," in capsys.readouterr().err


@pytest.mark.parametrize(("name", "meant"), [("ida prøvesen", "Ida Prøvesen"), ("Nordvnd", "Nordvind")])
def test_participant_with_a_misspelt_name_is_refused_with_the_nearest(files, capsys, name, meant):
    (files / "wishes.csv").write_text(WISHES.replace("Ida", "Ida Prøvesen"), encoding="utf-8")
    side = "student" if meant.startswith("Ida") else "company"
    (files / "people.csv").write_text(f"participant;side;maximum\n{name};{side};1\n", encoding="utf-8")

    assert full(files) == 1
    assert f"people.csv: 2\tThere is no participant “{name}”. Is it “{meant}”?" in capsys.readouterr().err
    assert not (files / "out").exists()


def test_participant_with_another_number_is_no_misspelling(files, capsys):
    (files / "wishes.csv").write_text(WISHES.replace("Ida", "Talent 017"), encoding="utf-8")
    (files / "people.csv").write_text("participant;side\nTalent 018;student\n", encoding="utf-8")

    assert full(files) == 0
    assert "“Talent 018” stands in no wish" in capsys.readouterr().err


def test_participant_without_a_wish_is_named(files, capsys):
    (files / "people.csv").write_text(PEOPLE + "Spøgelse;student;;;;;\n", encoding="utf-8")

    assert full(files, "--language", "da") == 0
    assert "people.csv: 4\t»Spøgelse« står ikke i noget ønske og får intet møde." in capsys.readouterr().err


def test_clash_of_rules_is_said_in_words(files, capsys):
    (files / "people.csv").write_text("participant;side;away\nErik;student;1-3\n", encoding="utf-8")

    assert full(files) == 1
    assert (
        "Erik must meet Nordvind, but they are never free in the same round: Erik in –"
        in capsys.readouterr().err
    )


def test_minimum_that_does_not_fit_says_the_largest(files, capsys):
    (files / "people.csv").write_text("participant;side;minimum\nOmar;student;2\n", encoding="utf-8")

    assert full(files) == 1
    assert "The largest minimum that everybody can have is 1." in capsys.readouterr().err


def test_recruiters_without_a_table_each_are_refused(files, capsys):
    (files / "people.csv").write_text(
        "participant;side;recruiters;tables\nNordvind;company;2;A1\n", encoding="utf-8"
    )

    assert full(files) == 1
    assert "Nordvind has 2 recruiters and 1 tables" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "--out FOLDER is needed"),
        (("--out", "x", "--resource", "interpreter"), "--resource is written as interpreter=2"),
        (("--out", "x", "--floor", "-1"), "are 0 or more"),
        (("--out", "x", "--minutes", "0"), "--minutes must be 1 or more"),
        (("--out", "x", "--start", "evening"), "--start is written as"),
        (("--out", "x", "--repair", "t.csv", "--away", "Ida"), "write NAME=VALUE"),
        (("--out", "x", "--repair", "t.csv", "--away", "Ida=9"), "there are 3 rounds"),
        (("--out", "x", "--repair", "t.csv", "--after-round", "9"), "--after-round must be from 0 to 3"),
    ],
)
def test_wrong_call_says_what_would_be_right(files, capsys, more, said):
    assert schedule(files, *more) == 2
    assert said in capsys.readouterr().err


def test_too_few_rounds_is_a_wrong_call(files, capsys):
    assert schedule(files, "--out", "x", rounds=0) == 2
    assert "--rounds must be from 1 to 500, got 0" in capsys.readouterr().err


def test_missing_file_is_named(files, capsys):
    assert full(files, "--participants", str(files / "nobody.csv")) == 1
    assert "nobody.csv: No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        ((), 2, "--out MAPPE eller --dial HØJST mangler"),
        (("--out", "x", "--start", "aften"), 2, "--start skrives som 2027-03-04T17:00, ikke »aften«"),
        (("--out", "x", "--participants", "nobody.csv"), 1, "nobody.csv: Filen findes ikke"),
        (("--dial", "0"), 0, "mindst\tværdi\tpris %\tuden møde\tmindste andel %"),
    ],
)
def test_everything_is_said_in_the_language_asked_for(files, capsys, more, code, said):
    assert schedule(files, *more, "--language", "da") == code

    told = capsys.readouterr()
    assert said in told.out + told.err


def test_sentences_of_the_call_name_the_same_in_every_language():
    for words in SENTENCES.values():
        assert all(words)
        assert len({frozenset(re.findall(r"\{\w+\}", text)) for text in words}) == 1


DAY = "requested = [|1,2,1|1,3,3|]; nTables = 1; nTotalSlots = 4; nMorningSlots = 2; fixed = [0,3];"


def agreed(tmp_path, text, *more):
    (tmp_path / "day.dzn").write_text(text, encoding="utf-8")
    return main(["schedule", str(tmp_path / "day.dzn"), *more])


def test_agreed_meetings_get_slots_and_a_certificate(tmp_path, capsys):
    out = tmp_path / "out"

    assert agreed(tmp_path, DAY, "--out", str(out), "--start", "2027-03-04T09:00") == 0

    assert "No timetable that keeps these rules has fewer gaps" in capsys.readouterr().out
    assert [(one["Round"], one["Start"]) for one in rows(out / "timetable.csv")] == [
        ("2", "2027-03-04 09:10"),
        ("3", "2027-03-04 09:20"),
    ]


@pytest.mark.parametrize(
    ("text", "more", "code", "said"),
    [
        (DAY.replace("nTables = 1", "nTables = 0"), ["--out", "out"], 1, "no slot with a table"),
        (DAY.replace("fixed", "fixed = 1; requested"), ["--out", "out"], 1, "requested: is given a second time"),
        (DAY, [], 2, "--out FOLDER is needed"),
        (DAY, ["--out", "out", "--rounds", "7"], 2, "has 4 slots"),
        (DAY, ["--out", "out", "--dial", "1"], 2, "are for tables of wishes"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_agreed_meetings_is_said(tmp_path, monkeypatch, capsys, text, more, code, said):
    monkeypatch.chdir(tmp_path)

    assert agreed(tmp_path, text, *more) == code

    told = capsys.readouterr()
    assert said in told.out + told.err
