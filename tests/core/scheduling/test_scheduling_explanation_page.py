"""The page that explains timetables says what the code does."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from brobygger.core.scheduling import (
    FLOOR,
    MUTUAL,
    Company,
    Round,
    SchedulingProblem,
    Student,
    Wish,
    fairness_dial,
    objections,
    problem_of,
)

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "how-the-timetable-is-made.md"
TEXT = PAGE.read_text(encoding="utf-8")


def example() -> SchedulingProblem:
    block = re.search(r"```csv\n(.*?)```", TEXT, re.DOTALL)
    assert block
    rows = list(csv.DictReader(block[1].splitlines(), delimiter=";"))
    wishes = [
        Wish(one["student"], one["company"], int(one["student_score"]), int(one["company_score"]))
        for one in rows
    ]
    return problem_of(
        [Student(one) for one in dict.fromkeys(wish.student for wish in wishes)],
        [Company(one) for one in dict.fromkeys(wish.company for wish in wishes)],
        [Round()] * 3,
        wishes,
    )


def test_dial_of_the_example_is_what_the_page_shows() -> None:
    shown = re.findall(r"^\| (\d) \| (\d+) \| ([\d.]+) % \| (\d+) \| (\d+) % \|$", TEXT, re.MULTILINE)

    steps = fairness_dial(example(), (0, 1))

    assert [
        (
            str(step.floor),
            str(step.timetable.certificate.value),
            f"{100 * step.price:.2f}",
            str(step.timetable.certificate.without),
            f"{100 * step.timetable.certificate.smallest_share:.0f}",
        )
        for step in steps
    ] == shown
    assert all(step.timetable.certificate.is_proven for step in steps)
    assert all(objections(step.timetable) == [] for step in steps)


def test_who_goes_home_with_nothing_is_who_the_page_names() -> None:
    [step] = fairness_dial(example(), (0,))

    assert {one.student for one in step.timetable} == {"Ida", "Erik", "Maja"}


def test_page_names_the_defaults() -> None:
    assert f"and {MUTUAL} more if both asked for each other" in TEXT
    assert f"The default is a floor of {FLOOR}." in TEXT
