"""Public holidays of three countries, by days that are known."""

from __future__ import annotations

import datetime as dt

import pytest

from brobygger.data.public_holidays import holidays_on


@pytest.mark.parametrize(
    ("day", "country", "names"),
    [
        ("2026-12-25", "DK", ("Christmas Day",)),
        ("2023-05-05", "DK", ("Great Prayer Day",)),
        ("2024-04-26", "DK", ()),  # Denmark gave it up with the year 2024
        ("2028-05-17", "NO", ("Constitution Day",)),
        ("2027-05-17", "NO", ("Constitution Day", "Pentecost Monday")),
        ("2028-05-17", "DK", ()),
        ("2027-06-25", "SE", ("Midsummer Eve",)),
        ("2027-06-25", "NO", ()),
        ("2027-06-27", "SE", ()),  # a Sunday like any other
        ("2026-12-25", "US", ()),
        ("2026-12-25", "", ()),
    ],
)
def test_day_has_the_holidays_of_its_country(day: str, country: str, names: tuple[str, ...]) -> None:
    assert holidays_on(dt.date.fromisoformat(day), country) == names
