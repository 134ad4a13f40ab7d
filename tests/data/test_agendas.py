"""Agreed meetings from MiniZinc data: odd ways of writing, what may be missing, and clear words where it is wrong."""

from __future__ import annotations

import csv
import json
import tarfile

import pytest

from brobygger.core.scheduling import Round
from brobygger.core.scheduling.gaps import Agreed, Session, shorten_waits
from brobygger.data.agendas import DznError, read_agenda, read_dzn, write_timed

WHOLE = """
% a day
nBusiness = 3; nMeetings = 2;
nTables = 1;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1, 2,1,
|1, 3,3,
|];
meetingsxBusiness = [{1,2,3},{1,2},{1,3}];
nMeetingsBusiness = [2,1,1];
forbidden = [{0},{0,2},{}];
fixed = [0,3];
precedences = [{},{1}];
"""


def test_published_names_are_read():
    day = read_agenda(WHOLE.encode())

    assert day.participants == ("1", "2", "3")
    assert day.meetings == (
        Agreed(0, 1, Session.MORNING),
        Agreed(0, 2, Session.ANY, 2, frozenset({0})),
    )
    assert (day.slots, day.morning, day.tables, day.spread) == (4, 2, (1, 1, 1, 1), 2)
    assert day.away == (frozenset(), frozenset({1}), frozenset())


def test_order_spaces_comments_and_ranges_do_not_matter():
    odd = (
        "\ufeffforbidden=[ { } ,{2 , }, 1..0 ,]  ;/* two\nlines */fixed=array1d(1..2,[<>,\t3]);\r\n"
        'precedences=[{},{1}];extra="a \\" b";isX=true;nTables=[1,1,1,1];nTotalSlots\n=\n4;nMorningSlots=2;'
        "requested=[|1,2,1|1,3,3| ]"
    )
    plain = read_agenda(WHOLE.encode())

    assert read_agenda(odd.encode()) == plain
    as_array = odd.replace("[|1,2,1|1,3,3| ]", "array2d(1..2, 1..3, [1,2,1,1,3,3])")
    assert read_agenda(as_array.encode()) == plain
    assert read_agenda(WHOLE.replace("\n", "\r\n").encode()) == plain


def test_what_may_be_missing_is_missing():
    day = read_agenda(b"requested = [| 1, 2, 3 |]; nTables = 2; nTotalSlots = 3;", spread=None)

    assert (day.morning, day.away, day.spread) == (3, (frozenset(), frozenset()), None)
    assert read_agenda(b"requested = [||]; nTables = 2; nTotalSlots = 3;").meetings == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nTables = 1;", "", "nTables: is missing; the file holds nBusiness"),
        ("nTables = 1;", "nTables = 1.5;", "line 4: “1.5;” is not understood"),
        ("nTables = 1;", "nTables = many;", "line 4, nTables: a number, a set or an array is expected, got “many”"),
        ("nTables = 1;", "nTables = -1;", "nTables: a whole number from 0"),
        ("nTables = 1;", "nTables = 1", "line 5, nTables: “;” is expected, got “nTotalSlots”"),
        ("nTables = 1;", "nTables = 1; nTables = 2;", "line 4, nTables: is given a second time"),
        ("nTables = 1;", "nTables = [1,2];", "nTables: holds 2 values; 4 are expected"),
        ("nTables = 1;", "nTables = 99999999999999999999;", "a number of at most 18 digits"),
        ("nTables = 1;", "7 = 1;", "line 4: a name is expected, got “7”"),
        ("nMeetings = 2;", "nMeetings = 3;", "nMeetings: is 3, but there are 2 rows in requested"),
        ("|1, 2,1,", "|1, 1,1,", "requested: row 1 names 1 and 1"),
        ("|1, 2,1,", "|1, 9,1,", "two different participants from 1 to 3"),
        ("|1, 2,1,", "|1, 2,4,", "requested: row 1 has session 4"),
        ("|1, 2,1,", "|1, 2,{1},", "requested: row 1: two participants and a session"),
        ("nMorningSlots = 2", "nMorningSlots = 5", "nMorningSlots: is 5, but the day has 4 slots"),
        ("fixed = [0,3]", "fixed = [0,5]", "fixed: value 2: a whole number from 0 to 4"),
        ("fixed = [0,3]", "fixed = [0]", "fixed: holds 1 values; 2 are expected"),
        ("fixed = [0,3]", "fixed = 3", "fixed: an array is expected"),
        ("{0,2}", "{0,7}", "forbidden: value 2: a set of whole numbers from 1 to 4"),
        ("[{},{1}]", "[{},{3}]", "precedences: value 2"),
        ("[2,1,1]", "[1,1,1]", "nMeetingsBusiness: value 1 is 1, but requested has 2"),
        ("{1,2,3},{1,2}", "{1,2,3},{1,3}", "meetingsxBusiness: value 2 is not the set of the meetings of participant 2"),
        ("precedences = [{},{1}];", "precedences = [{},{1}", "got “the end of the file”"),
        ("{0,2}", "{0,2", "forbidden"),
        ("nTotalSlots = 4", "nTotalSlots = 1..9999999", "a range of at most"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(old, new, said):
    assert old in WHOLE
    with pytest.raises(DznError) as error:
        read_agenda(WHOLE.replace(old, new, 1).encode())

    assert said in str(error.value)


def test_other_bytes_are_refused_in_words():
    with pytest.raises(DznError, match="not text in UTF-8"):
        read_agenda(b"\xff\xfe\x00")


def test_values_are_what_they_say():
    assert read_dzn('a = [|1,2|3,4|]; b = {3,1}; c = 2..4; d = <>; e = "x"; f = [true, false]') == {
        "a": [[1, 2], [3, 4]],
        "b": frozenset({1, 3}),
        "c": frozenset({2, 3, 4}),
        "d": None,
        "e": "x",
        "f": [True, False],
    }  # fmt: skip


def test_timetable_and_certificate_are_written(tmp_path):
    made = shorten_waits(read_agenda(WHOLE.encode()))

    lines = write_timed(tmp_path, made, [], [Round()] * 4, language="da")

    with (tmp_path / "timetable.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows == [
        ["Runde", "Start", "Slut", "Bord", "Deltager", "Med"],
        ["1", "", "", "1", "1", "2"],
        ["3", "", "", "1", "1", "3"],
    ]
    said = json.loads((tmp_path / "certificate.json").read_text(encoding="utf-8"))
    assert (said["known"], said["gaps"], said["bound"], said["gaps_of"]) == ("best", 1, 1, {"1": 1})
    assert lines[0] == "2 møder, 1 huller mellem dem; 1 deltagere venter mindst én gang."
    assert (tmp_path / "certificate.txt").read_text(encoding="utf-8").splitlines() == lines


def test_every_published_instance_is_read(shared_data, tmp_path):
    archive = shared_data / "b2b-meetings" / "b2b-forum.tar.xz"
    with tarfile.open(archive) as files:
        files.extractall(tmp_path, filter="data")

    days = [read_agenda(path.read_bytes()) for path in tmp_path.rglob("*.dzn")]

    assert len(days) > 50
    assert all(day.meetings for day in days)
