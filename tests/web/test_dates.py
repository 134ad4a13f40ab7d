"""Dates are written as the reader's language writes them: every format has a name."""

from __future__ import annotations

import ast
import datetime as dt
import re
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.formats import date_format, get_format

import brobygger
from brobygger.core.matching.words import words_in

SOURCE = Path(brobygger.__file__).parent
TEMPLATES = sorted(one for ending in ("*.html", "*.txt") for one in SOURCE.rglob(ending))
NAMED = re.compile(r"[A-Z_]+_FORMAT")
FOR_MACHINES = {"c", "Y-m-d"}
WRITTEN_THE_SAME = {"Y", "F"}  # a year, the name of a month
FILTER = re.compile(r"""\|(?:date|time):(["'])(.*?)\1|{%\s*now\s+(["'])(.*?)\3""")
CALLED = {"date_format", "time_format"}
DAY = dt.datetime(2026, 12, 2, 14, 5)


def is_allowed(name: str) -> bool:
    return bool(NAMED.fullmatch(name)) or name in FOR_MACHINES | WRITTEN_THE_SAME


def test_no_template_says_itself_how_a_date_is_written() -> None:
    literal = [
        f"{path.relative_to(SOURCE)}: {found[2] or found[4]}"
        for path in TEMPLATES
        for found in FILTER.finditer(path.read_text(encoding="utf-8"))
        if not is_allowed(found[2] or found[4])
    ]
    assert literal == []


def test_no_page_says_itself_how_a_date_is_written() -> None:
    literal = [
        f"{path.relative_to(SOURCE)}: {argument.value}"
        for path in SOURCE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in CALLED
        for argument in call.args[1:]
        if isinstance(argument, ast.Constant) and not is_allowed(str(argument.value))
    ]
    assert literal == []


@pytest.mark.parametrize(
    ("language", "short", "weekday", "dated", "long"),
    [
        ("en", "2 Dec", "Wed 2 Dec", "Wed 2 December 2026", "Wednesday 2 December 2026"),
        ("da", "2. dec", "ons 2. dec", "ons 2. december 2026", "onsdag 2. december 2026"),
        ("nb", "2. des", "ons 2. des", "ons 2. desember 2026", "onsdag 2. desember 2026"),
        ("sv", "2 dec", "ons 2 dec", "ons 2 december 2026", "onsdag 2 december 2026"),
    ],
)
def test_days_are_written_as_in_the_language(
    language: str, short: str, weekday: str, dated: str, long: str
) -> None:
    with translation.override(language):
        written = [
            date_format(DAY, name)
            for name in (
                "SHORT_MONTH_DAY_FORMAT",
                "WEEKDAY_FORMAT",
                "WEEKDAY_DATE_FORMAT",
                "LONG_DATE_FORMAT",
                "TIME_FORMAT",
            )
        ]
    assert [one.lower() if language != "en" else one for one in written] == [
        short,
        weekday,
        dated,
        long,
        "14:05",
    ]


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
def test_reasons_write_a_day_as_pages_do(language: str) -> None:
    with translation.override(language):
        assert words_in(language).day(DAY.date()) == date_format(DAY, "DATE_FORMAT")


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
def test_every_name_of_a_format_means_something_in_every_language(language: str) -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in (*TEMPLATES, *(SOURCE / "web").rglob("*.py"))
    )
    names = set(re.findall(r"""["']([A-Z_]+_FORMAT)["']""", text))
    assert {"WEEKDAY_FORMAT", "DATE_FORMAT"} <= names
    assert [name for name in sorted(names) if get_format(name, language) == name] == []
