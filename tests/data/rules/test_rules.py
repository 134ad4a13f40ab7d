"""The rules of the countries as they are kept: with dates, sources and words in four languages."""

from __future__ import annotations

import datetime as dt

import pytest

from brobygger.core.country_rules import EVERY_KEY, RuleError, RuleKey, rule_on, timeline_objections
from brobygger.data.rules import COUNTRIES, country_rules, rules_from

KEPT = """country = "DK"
[[weekly_hours]]
valid_from = 2020-01-01
hours = 40
authority = "Office"
page = "Page"
"""


def test_rules_of_a_country_do_not_overlap_and_leave_no_gap() -> None:
    assert timeline_objections(country_rules()) == ()


def test_every_country_says_something_of_every_key() -> None:
    there = {(one.country, one.key) for one in country_rules()}

    assert there == {(country, key) for country in COUNTRIES for key in EVERY_KEY}


def test_every_rule_names_an_authority_and_a_page_and_a_note_has_all_languages() -> None:
    for one in country_rules():
        assert one.source.authority
        assert one.source.page
        assert not one.note or set(one.note) == {"da", "nb", "sv", "en"}


@pytest.mark.parametrize(
    ("country", "key", "day", "hours", "months"),
    [
        ("DK", RuleKey.STUDENT_HOURS, dt.date(2024, 6, 30), 20, None),
        ("DK", RuleKey.STUDENT_HOURS, dt.date(2024, 7, 1), 90, None),
        ("NO", RuleKey.STUDENT_HOURS, dt.date(2026, 9, 1), 20, None),
        ("DK", RuleKey.JOB_SEARCH, dt.date(2023, 3, 31), None, 6),
        ("DK", RuleKey.JOB_SEARCH, dt.date(2023, 4, 1), None, 36),
        ("SE", RuleKey.JOB_SEARCH, dt.date(2020, 1, 1), None, 12),
        ("NO", RuleKey.INTERN_MONTHS, dt.date(2018, 8, 31), None, 24),
        ("NO", RuleKey.INTERN_MONTHS, dt.date(2018, 9, 1), None, 6),
    ],
)
def test_published_figures_by_their_day(
    country: str, key: RuleKey, day: dt.date, hours: int | None, months: int | None
) -> None:
    one = rule_on(country_rules(), country, key, day)

    assert one is not None
    assert (one.hours, one.months, one.is_certain) == (hours, months, True)


def test_swedish_rules_that_were_proposed_and_not_confirmed_are_not_certain() -> None:
    for key in (RuleKey.STUDENT_HOURS, RuleKey.JOB_SEARCH):
        before = rule_on(country_rules(), "SE", key, dt.date(2026, 6, 10))
        after = rule_on(country_rules(), "SE", key, dt.date(2026, 6, 11))
        assert before is not None
        assert after is not None
        assert (before.is_certain, after.is_certain) == (True, False)


def test_text_is_read() -> None:
    (one,) = rules_from(KEPT)

    assert (one.country, one.key, one.hours, one.valid_to) == ("DK", RuleKey.WEEKLY_HOURS, 40, None)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('country = "DK"', "", "country is missing"),
        ("[[weekly_hours]]", "[[hours]]", "“hours” is no key"),
        ("hours = 40", "", "DK weekly_hours from 2020-01-01: it needs hours"),
        ("hours = 40", "hour = 40", "“hour” is no field"),
        ("hours = 40", 'hours = 40\nnote.da = "x"', "the note must stand in da, nb, sv, en"),
        ('page = "Page"', "", "page is missing"),
        ("valid_from = 2020-01-01", "", "valid_from is missing"),
        ("valid_from", "valid_to = 2020-12-31\nvalid_from", "no rule holds after 2020-12-31"),
        ("[[weekly_hours]]", "[[weekly_hours", "no TOML"),
    ],
)
def test_wrong_file_is_refused_with_the_name_of_the_rule(old: str, new: str, why: str) -> None:
    assert old in KEPT
    with pytest.raises(RuleError, match=why):
        rules_from(KEPT.replace(old, new, 1))
