"""The page that explains matching says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from brobygger.core.matching import Link, Part, Rule, Weights
from brobygger.core.matching.credit import CREDIT, LARGEST_FAMILY
from brobygger.core.matching.eligibility.place import LONGEST_TRIP
from brobygger.core.matching.fairness import SMALLEST
from brobygger.core.matching.score.skills import NAMED_TO_USUAL, USUAL_MUSTS
from brobygger.core.matching.travel import DETOUR, SPEEDS
from brobygger.core.matching.weights import SIDE_OF

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "how-a-match-is-made.md"
TEXT = PAGE.read_text(encoding="utf-8")


def rows(header: str) -> list[list[str]]:
    """The rows of the table whose header starts so."""
    table = TEXT[TEXT.index(f"| {header} |") :].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


def test_page_lists_every_part_with_its_points_and_side() -> None:
    expected = [[part.value, str(Weights().of(part)), SIDE_OF[part].value] for part in Part]
    assert [row[:3] for row in rows("part")] == expected
    assert f"{Weights().advantage / 100:g} for an advantage" in TEXT


def test_page_lists_every_rule() -> None:
    assert [row[0] for row in rows("rule")] == [rule.value for rule in Rule]


def test_page_gives_the_credits() -> None:
    found = [int(row[-1].rstrip("%")) for row in rows("the person has")]
    assert found == [CREDIT[link] for link in Link if link is not Link.NONE]
    assert f"at most {LARGEST_FAMILY}" in TEXT
    assert (USUAL_MUSTS, NAMED_TO_USUAL) == (2, 2)
    assert "as much as two usual musts, but never more than half of what the ad names" in TEXT


def test_page_gives_the_assumptions_of_travel_and_suppression() -> None:
    speeds = re.findall(
        r"(\d+) km/h for the first|, (\d+) for the next|and (\d+) beyond|\n(\d+) for the next", TEXT
    )
    assert [float(next(filter(None, one))) for one in speeds] == [speed for _, speed in SPEEDS]
    assert f"times {DETOUR}" in TEXT
    assert f"up to {LONGEST_TRIP}" in TEXT
    assert SMALLEST == 10
    assert "fewer than ten people" in TEXT
