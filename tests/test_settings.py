"""Settings: typed readers that refuse nonsense, and a page of the docs that names every one."""

from __future__ import annotations

import ast
import datetime as dt
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.formats import date_format

from brobygger.config import env

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "src/brobygger/config/settings.py"
DOCS = ROOT / "docs/reference/settings.md"


def names_that_settings_read() -> set[str]:
    """The first argument of every call of a reader in `env`."""
    calls = (
        node
        for node in ast.walk(ast.parse(SETTINGS.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    )
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
    }


def test_every_setting_is_in_the_docs():
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE))

    assert documented == names_that_settings_read()


def test_settings_stay_under_three_hundred_lines():
    assert len(SETTINGS.read_text(encoding="utf-8").splitlines()) < 300


def test_text_reads_the_variable(monkeypatch):
    monkeypatch.setenv("NAME", "value")

    assert env.text("NAME") == "value"


def test_text_reads_the_file_that_a_variable_names(monkeypatch, tmp_path):
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")
    monkeypatch.setenv("NAME_FILE", str(tmp_path / "secret"))

    assert env.text("NAME") == "from a file"


def test_text_without_value_or_default_names_what_is_missing():
    with pytest.raises(env.WrongSetting, match="BROBYGGER_MISSING is not set"):
        env.text("BROBYGGER_MISSING")


def test_text_refuses_a_value_and_a_file_at_once(monkeypatch):
    monkeypatch.setenv("NAME", "value")
    monkeypatch.setenv("NAME_FILE", "/nowhere")

    with pytest.raises(env.WrongSetting, match="NAME and NAME_FILE are both set"):
        env.text("NAME")


def test_text_names_a_file_that_cannot_be_read(monkeypatch):
    monkeypatch.setenv("NAME_FILE", "/nowhere/secret")

    with pytest.raises(env.WrongSetting, match="NAME_FILE: .*nowhere"):
        env.text("NAME")


@pytest.mark.parametrize(
    ("given", "meant"),
    [("on", True), ("TRUE", True), ("1", True), ("off", False), ("no", False), ("", False)],
)
def test_boolean_reads_the_usual_words(monkeypatch, given, meant):
    monkeypatch.setenv("NAME", given)

    assert env.boolean("NAME", default=not meant) is meant


def test_boolean_refuses_other_words_and_says_what_is_right(monkeypatch):
    monkeypatch.setenv("NAME", "maybe")

    with pytest.raises(env.WrongSetting, match="NAME must be one of 1, true, yes, on, 0, .*got 'maybe'"):
        env.boolean("NAME", default=True)


@pytest.mark.parametrize("nonsense", ["eight", "", "1.5", "--2", "0"])
def test_whole_refuses_what_is_no_number_or_too_small(monkeypatch, nonsense):
    monkeypatch.setenv("NAME", nonsense)

    with pytest.raises(env.WrongSetting, match="NAME must be a whole number from 1 up"):
        env.whole("NAME", 8, at_least=1)


def test_words_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("NAME", " a.example , b.example ,")

    assert env.words("NAME") == ["a.example", "b.example"]


def test_one_of_lists_what_is_right(monkeypatch):
    monkeypatch.setenv("NAME", "fi")

    with pytest.raises(env.WrongSetting, match="NAME must be one of da, nb, got 'fi'"):
        env.one_of("NAME", "da", ["da", "nb"])


def test_settings_without_a_secret_key_stop_the_start(tmp_path):
    outside = {name: value for name, value in os.environ.items() if not name.startswith("BROBYGGER_")}
    code = "import brobygger.config.settings"

    done = subprocess.run(
        [sys.executable, "-c", code],
        env=outside | {"BROBYGGER_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "WrongSetting: BROBYGGER_SECRET_KEY is not set" in done.stderr


def test_time_zone_refuses_a_place_that_is_none(monkeypatch):
    monkeypatch.setenv("NAME", "Europe/Viborg")

    with pytest.raises(env.WrongSetting, match="NAME must be a time zone .*got 'Europe/Viborg'"):
        env.time_zone("NAME", "Europe/Copenhagen")


def test_english_dates_are_written_as_in_europe() -> None:
    with translation.override("en"):
        assert date_format(dt.date(2026, 11, 5), "DATE_FORMAT") == "5 November 2026"
        assert date_format(dt.datetime(2026, 11, 5, 16, 30), "DATETIME_FORMAT") == "5 November 2026, 16:30"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", {"options": "-c jit=off"}),
        ("?sslmode=require", {"options": "-c jit=off", "sslmode": "require"}),
        ("?options=-c%20statement_timeout%3D5s", {"options": "-c statement_timeout=5s"}),
    ],
)
def test_what_the_address_of_the_database_asks_for_is_kept(asked, expected, tmp_path):
    code = (
        "import json; from brobygger.config import settings; options = settings.DATABASES['default']['OPTIONS'];"
        "options.pop('pool'); print(json.dumps(options))"
    )
    environment = {
        **os.environ,
        "BROBYGGER_DEMO": "on",
        "BROBYGGER_DATA": str(tmp_path),
        "DATABASE_URL": f"postgres://someone@127.0.0.1/somewhere{asked}",
        "PYTHONPATH": str(ROOT / "src"),
    }

    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == expected
