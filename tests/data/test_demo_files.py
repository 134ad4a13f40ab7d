"""The demo's files: read whole, and every mistake is named with its file and field."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from brobygger.core.reading import OpportunityKind
from brobygger.data.demo_files import FOLDER, LANGUAGES, DemoFileError, read_demo

PROGRAMME = """
[p]
name = "Prøve"
owner = "Region Prøve"
kind = "talent"
description = { en = "A programme.", da = "Et program." }
[[p.targets]]
number = 30
label = { en = "interns" }
[[p.partners]]
code = "uni"
name = "Universitet"
kind = "university"
country = "SE"
place = "Lund"
leads = true
"""
COMPANY = """
[fjord]
name = "Fjordværk"
country = "NO"
place = "Halden"
industry = "metall"
size = "small"
exporter = true
programmes = ["p"]
about = "Vi sveiser."
"""
AD = """+++
company = "fjord"
kind = "job"
language = "nb"
programme = "p"
published = 2026-11-01
+++
Sveiser

Vi søker en sveiser.
"""
TRANSLATION = """+++
translator = "machine"
+++
Welder

We are looking for a welder.
"""
CV = """+++
alias = "Talent 001"
name = "Ida Prøvesen"
sex = "f"
origin = "dk"
native_language = "da"
language = "da"
programme = "p"
wants = ["job", "thesis"]
available_from = 2027-02-01
months = 6
commute_minutes = 45
moves_to = ["NO"]
remote = true
work_right = []
markets = ["BR"]
hours = [10, 37]
home = { place = "Viborg", country = "DK" }
+++
Svejser med erfaring.
"""
FILES = {
    "programmes.toml": PROGRAMME,
    "companies.toml": COMPANY,
    "opportunities/nb-01.md": AD,
    "translations/nb-01.en.md": TRANSLATION,
    "candidates/001.md": CV,
}


def folder(tmp_path: Path, **changed: str) -> Path:
    for name, text in {**FILES, **changed}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_read_demo_reads_every_field(tmp_path: Path) -> None:
    content = read_demo(folder(tmp_path))

    (programme,), (company,) = content.programmes, content.companies
    assert (programme.targets[0].number, programme.targets[0].label) == (30, {"en": "interns"})
    assert (company.code, company.about, company.exporter) == ("fjord", {"nb": "Vi sveiser."}, True)
    (ad,), (cv,) = content.opportunities, content.candidates
    assert (ad.code, ad.kind, ad.published) == ("nb-01", OpportunityKind.JOB, dt.date(2026, 11, 1))
    assert ad.text == "Sveiser\n\nVi søker en sveiser.\n"
    (translation,) = content.translations
    assert (translation.opportunity, translation.language, translation.translator) == (
        "nb-01",
        "en",
        "machine",
    )
    assert translation.text == "Welder\n\nWe are looking for a welder.\n"
    assert (cv.home, cv.hours, cv.work_right) == (("Viborg", "DK"), (10.0, 37.0), ())
    assert cv.wants == (OpportunityKind.JOB, OpportunityKind.THESIS)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("opportunities/nb-01.md", '"job"', '"jobb"', "nb-01.md: kind must be one of internship, "),
        ("opportunities/nb-01.md", "2026-11-01", '"soon"', "nb-01.md: published must be a day"),
        ("opportunities/nb-01.md", "published = 2026-11-01\n", "", "nb-01.md: published is missing"),
        (
            "opportunities/nb-01.md",
            '"fjord"',
            '"bjerg"',
            "nb-01.md: company names 'bjerg', which is none of fjord",
        ),
        ("opportunities/nb-01.md", "+++\nSveiser", "Sveiser", "nb-01.md: must start with fields"),
        ("opportunities/nb-01.md", "Sveiser\n\nVi søker en sveiser.\n", "", "nb-01.md: there is no text"),
        ("opportunities/nb-01.md", "language = ", "langage = ", "nb-01.md: language must be a text"),
        (
            "translations/nb-01.en.md",
            '"machine"',
            '"robot"',
            "nb-01.en.md: translator must be one of person, machine",
        ),
        ("candidates/001.md", "remote = true", 'remote = "yes"', "001.md: remote must be true or false"),
        ("candidates/001.md", "[10, 37]", "[10]", r"001.md: hours must be hours a week, as in \[10, 20\]"),
        (
            "candidates/001.md",
            'country = "DK" }',
            'land = "DK" }',
            "001.md: home must be a place and a country",
        ),
        ("candidates/001.md", '["NO"]', '"NO"', "001.md: moves_to must be a list of texts"),
        ("candidates/001.md", "months = 6", 'months = "six"', "001.md: months must be a number"),
        ("candidates/001.md", "months = 6", "month = 6", "001.md: unknown field month"),
        ("candidates/001.md", "months = 6", "months == 6", "001.md: .*line"),
        ("companies.toml", '"small"', '"tiny"', "companies.toml: fjord: size must be one of micro"),
        ("companies.toml", '["p"]', '["q"]', "companies.toml: programmes of fjord names 'q'"),
        (
            "companies.toml",
            '"Vi sveiser."',
            '{ no = "Vi" }',
            "companies.toml: fjord: about must be a text, or",
        ),
        (
            "programmes.toml",
            "number = 30",
            'number = "30"',
            "programmes.toml: p: targets 1: number must be a number",
        ),
    ],
)
def test_mistake_is_named_with_file_and_field(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    assert old in FILES[file]
    with pytest.raises(DemoFileError, match=message):
        read_demo(folder(tmp_path, **{file: FILES[file].replace(old, new, 1)}))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nb-01", "nb-01.md: a translation is called <ad>.<language>.md"),
        ("nb-01.de", "nb-01.de.md: a translation is called <ad>.<language>.md"),
        ("nb-02.en", "nb-02.en.md: the file names 'nb-02', which is none of nb-01"),
    ],
)
def test_translation_names_its_ad_and_language(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(DemoFileError, match=message):
        read_demo(folder(tmp_path, **{f"translations/{name}.md": TRANSLATION}))


def test_shipped_demo_is_without_mistakes() -> None:
    content = read_demo()

    assert len(content.programmes) == 5
    assert all(set(one.description) == set(LANGUAGES) for one in content.programmes)
    aliases = [one.alias for one in content.candidates]
    assert len(set(aliases)) == len(aliases)
    assert {one.translator for one in content.translations} == {"person", "machine"}
    assert FOLDER.is_dir()
