"""Wishes, participants and timetables as files: read in four languages, written for people, machines and calendars."""

from __future__ import annotations

import csv
import datetime as dt
import json

import openpyxl
import pytest
from icalendar import Calendar

from brobygger.core.scheduling import (
    Company,
    PairRule,
    Plan,
    Round,
    Student,
    Wish,
    objections,
    problem_of,
    solve,
)
from brobygger.data.tables import CellError, TableError
from brobygger.data.timetables import (
    read_meetings,
    read_participants,
    read_wishes,
    rounds_of,
    write_certificate,
    write_timetable,
)

START = dt.datetime(2027, 3, 4, 17)
ROUNDS = [Round(START + number * dt.timedelta(minutes=12), 10) for number in range(4)]


def made(rounds=ROUNDS):
    students = [Student("Ida"), Student("Erik <b>"), Student("=Maja")]
    companies = [Company("Nordvind", recruiters=2, tables=("A1", "A2")), Company("Fjordlys")]
    wishes = [Wish(one.id, two.id, 5, 3) for one in students for two in companies]
    return solve(problem_of(students, companies, rounds, wishes))


def test_wishes_are_read_by_danish_and_english_headers():
    danish = "Studerende;Virksomhed;Den studerendes ønske;Virksomhedens ønske;Regel\nIda;Nordvind;9;8;skal\nErik;Nordvind;2;;\n"
    english = "student,company,student_score,company_score,rule\nIda,Nordvind,9,8,must\nErik,Nordvind,2,,\n"

    for text in (danish, english):
        read = read_wishes(text.encode())

        assert read.findings == ()
        assert read.wishes == (Wish("Ida", "Nordvind", 9, 8, PairRule.MUST), Wish("Erik", "Nordvind", 2))
        assert read.numbers == (2, 3)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("Ida;Nordvind;many;1;", "student_score", "“many” is no whole number"),
        ("Ida;Nordvind;-3;1;", "student_score", "“-3” is no whole number"),
        ("Ida;Nordvind;1;1;perhaps", "rule", "“perhaps” is no rule"),
        (";Nordvind;1;1;", "student", "It is empty, and needed."),
    ],
)
def test_wrong_wish_is_named_by_row_and_column(row, column, said):
    read = read_wishes(f"student;company;student_score;company_score;rule\n{row}\n".encode())

    [finding] = read.findings
    assert (finding.row, finding.column) == (2, column)
    assert said in finding.message("en")
    assert finding.message("da") != finding.message("en")
    assert read.wishes == ()


@pytest.mark.parametrize(
    "header",
    [
        "Studerendes navn;Virksomhedsnavn;Studerendes ønske;Virksomhedens ønske",
        "Den studerende;Virksomheden;Ønske fra den studerende;Ønske fra virksomheden",
        "Student;Bedrift;Studentens poeng;Bedriftens poeng",
        "Studentens namn;Företagets namn;Studentens önskan;Företagens önskan",
        "Student name;Company name;Student's score;Company's score",
        "candidate;host;candidate rating;wish of host",
    ],
)
def test_headings_that_mean_the_same_are_read(header):
    read = read_wishes(f"{header}\nIda;Nordvind;9;8\n".encode())

    assert read.findings == ()
    assert read.wishes == (Wish("Ida", "Nordvind", 9, 8),)


def test_column_that_is_not_read_is_noted_with_those_that_are_known():
    read = read_wishes("student;company;mit ønske;company_score\nIda;Nordvind;9;8\n".encode())

    [note] = read.findings
    assert (note.row, note.is_note) == (1, True)
    assert "mit ønske" in note.message("da")
    assert "Den studerendes ønske" in note.message("da")
    assert "Student's wish" in note.message("en")
    assert read.wishes == (Wish("Ida", "Nordvind", 0, 8),)


def test_wishes_in_columns_that_are_not_known_are_refused():
    with pytest.raises(TableError) as raised:
        read_wishes("student;company;mit ønske;deres\nIda;Nordvind;9;8\n".encode())

    said = raised.value.finding.message("da")
    assert "mit ønske, deres" in said
    assert "Virksomhedens ønske" in said


def test_wishes_with_remarks_and_rules_alone_are_read():
    read = read_wishes(b"student;company;remark;rule\nIda;Nordvind;soon;must\n")

    assert [one.key for one in read.findings] == ["unread_columns"]
    assert read.wishes == (Wish("Ida", "Nordvind", rule=PairRule.MUST),)


def test_missing_columns_are_named_in_the_language():
    with pytest.raises(TableError) as raised:
        read_wishes("ønske\n3\n".encode())

    assert "Der mangler kolonner: Studerende, Virksomhed." in raised.value.finding.message("da")


def test_wishes_without_companies_are_refused():
    with pytest.raises(TableError, match="Columns are missing: Company"):
        read_wishes(b"student;wish\nIda;3\n")


def test_participants_are_read_with_times_away_tables_and_needs():
    text = (
        "participant;side;minimum;maximum;away;breaks;rests;needs;recruiters;tables;group\n"
        "Ida;student;1;8;1-2;1;yes;interpreter;;;\n"
        'Nordvind;virksomhed;;;17:24-18:00;;;;;"A1;A2";3\n'
    )

    read = read_participants(text.encode(), ROUNDS)

    assert read.findings == ()
    assert read.students == (
        Student(
            "Ida",
            minimum=1,
            maximum=8,
            absent=frozenset({0, 1}),
            breaks=1,
            rests=True,
            needs=("interpreter",),
        ),
    )
    assert read.companies == (
        Company("Nordvind", absent=frozenset({2, 3}), recruiters=2, tables=("A1", "A2"), group=3),
    )


def test_participant_of_no_side_is_named():
    read = read_participants(b"participant;side\nIda;teacher\n", ROUNDS)

    assert [str(one) for one in read.findings] == ["row 2: side: “teacher” is neither student nor company."]


@pytest.mark.parametrize(
    ("cell", "rounds"),
    [
        ("1", {0}),
        ("1-3; 4", {0, 1, 2, 3}),
        ("2–3", {1, 2}),
        ("17:00-17:05", {0}),
        ("17.10-17.12", set()),
        ("17:05–17:15", {0, 1}),
    ],
)
def test_rounds_are_named_by_number_or_time(cell, rounds):
    assert rounds_of(cell, ROUNDS) == rounds


@pytest.mark.parametrize("cell", ["late", "0", "25:00-26:00"])
def test_what_names_no_round_is_refused(cell):
    with pytest.raises(CellError):
        rounds_of(cell, ROUNDS)


def test_time_without_a_start_is_refused():
    with pytest.raises(CellError):
        rounds_of("17:00-17:30", [Round()] * 3)


def test_timetable_is_written_and_read_back(tmp_path):
    timetable = made()

    files = write_timetable(tmp_path, timetable, language="da", title="Karriereaften")
    read = read_meetings((tmp_path / "timetable.csv").read_bytes())

    assert {file.name for file in files} == {
        "timetable.csv", "timetable.xlsx", "timetable.ics", "tables.html", "people.html",
    }  # fmt: skip
    assert read.findings == ()
    again = Plan.of(timetable.problem, read.meetings)
    assert sorted(zip(again.pair, again.round, again.table, strict=True)) == sorted(
        zip(timetable.pair, timetable.round, timetable.table, strict=True)
    )


def test_workbook_has_the_meetings_and_a_grid(tmp_path):
    timetable = made()
    write_timetable(tmp_path, timetable, language="en")

    meetings, grid = openpyxl.load_workbook(tmp_path / "timetable.xlsx").worksheets

    with (tmp_path / "timetable.csv").open(encoding="utf-8-sig", newline="") as lines:
        from_csv = list(csv.reader(lines, delimiter=";"))
    assert [[str(cell) for cell in row] for row in meetings.iter_rows(values_only=True)] == from_csv
    assert [cell.value for cell in grid[1]] == ["Round", "A1", "A2", "Fjordlys"]
    assert grid.max_row == 1 + len(ROUNDS)


def test_calendar_has_an_entry_for_each_meeting(tmp_path):
    timetable = made()
    write_timetable(tmp_path, timetable, language="en")

    events = list(Calendar.from_ical((tmp_path / "timetable.ics").read_bytes()).walk("VEVENT"))

    assert len(events) == len(timetable)
    assert len({str(event["uid"]) for event in events}) == len(events)
    first = next(iter(timetable))
    assert str(events[0]["summary"]) == f"{first.student} with {first.company}"
    assert events[0].decoded("dtstart") == START


def test_without_times_there_is_no_calendar(tmp_path):
    write_timetable(tmp_path, made([Round()] * 4), language="en")

    assert not (tmp_path / "timetable.ics").exists()


def test_pages_to_print_name_tables_and_people_and_run_no_markup(tmp_path):
    write_timetable(tmp_path, made(), language="sv", title="Kväll")

    tables, people = (
        (tmp_path / name).read_text(encoding="utf-8") for name in ("tables.html", "people.html")
    )

    assert "<h2>Nordvind, A1</h2>" in tables
    assert "Erik &lt;b&gt;" in tables
    assert "<h2>Ida</h2>" in people
    assert 'lang="sv"' in people
    assert people.count("<section>") == 3
    assert "<script" not in tables + people


def test_files_are_the_same_bytes_each_time(tmp_path):
    for folder in ("one", "two"):
        write_timetable(tmp_path / folder, made(), language="nb")

    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
def test_certificate_is_told_in_numbers_and_in_words(tmp_path, language):
    timetable = made()

    lines = write_certificate(tmp_path, timetable, objections(timetable), language=language)

    content = json.loads((tmp_path / "certificate.json").read_text(encoding="utf-8"))
    assert content["proven"] is True
    assert content["value"] == content["bound"] == timetable.certificate.value
    assert content["objections"] == []
    assert (tmp_path / "certificate.txt").read_text(encoding="utf-8").splitlines() == lines
    assert len(lines) == 5
