"""The docs hold together: links lead somewhere, commands and targets are listed, the glossary is complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.urls import resolve

from brobygger.cli import main
from tools.screenshots import LOCALES, SCENES

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]
LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files_that_are_there(page):
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_is_in_the_index():
    index = ROOT / "docs/README.md"
    linked = {(index.parent / link).resolve() for link in LINK.findall(index.read_text(encoding="utf-8"))}
    pages = set((ROOT / "docs").rglob("*.md")) - {index}

    assert sorted(page.name for page in pages if page.resolve() not in linked) == []


def test_every_picture_is_shown_and_small():
    linked = {
        (page.parent / link).resolve() for page in PAGES for link in LINK.findall(page.read_text("utf-8"))
    }
    pictures = sorted((ROOT / "docs/images").iterdir())

    assert [picture.name for picture in pictures if picture.resolve() not in linked] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > 150_000] == []
    assert sum(picture.stat().st_size for picture in pictures) < 3_000_000


def test_every_picture_is_of_the_product_as_it_is_taken():
    """`make screenshots` takes each of them: none is of a page that is gone."""
    taken = {
        f"{scene.name}-{language}-{scene.size}.png"
        for scenes in SCENES.values()
        for scene in scenes
        for language in LOCALES
    }

    assert {picture.name for picture in (ROOT / "docs/images").iterdir()} == taken


@pytest.mark.parametrize("page", sorted((ROOT / "docs/how-to").glob("for-*.md")), ids=lambda page: page.stem)
def test_how_to_of_a_role_names_addresses_and_words_of_pages(page):
    text = page.read_text(encoding="utf-8")
    addresses = re.findall(r"`(/[^` ]*/)`", text)
    quoted = re.findall(r"(?<![*\w])\*([^*\n]+)\*(?![*\w])", text)
    with (ROOT / "src/brobygger/locale/da/LC_MESSAGES/django.po").open("rb") as file:
        said = {str(message.id) for message in read_po(file) if isinstance(message.id, str)}

    for address in addresses:
        resolve(re.sub(r"<\w+>", "1", address))  # Resolver404: there is no such page
    assert addresses
    assert [words for words in quoted if words not in said] == []


def test_every_row_of_the_requirements_names_a_test_that_exists():
    text = (ROOT / "docs/reference/requirements.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Za-z]\d[\d-]*) \|(.*)$", text, flags=re.M)
    missing = []
    for row, cells in rows:
        tests = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", cells)
        missing += [f"{row} names no test"] * (not tests)
        for file, name in tests:
            there = (ROOT / file).is_file() and f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")
            missing += [f"{row}: {file}::{name}"] * (not there)

    assert missing == []
    ids = [row for row, _ in rows]
    assert len(ids) > 20
    assert len(ids) == len(set(ids))


def test_every_command_is_in_the_reference():
    documented = re.findall(
        r"^\| `brobygger ([a-z-]+)` \|", (ROOT / "docs/reference/commands.md").read_text("utf-8"), flags=re.M
    )

    assert documented == main.names()


def test_every_target_is_explained_and_in_the_reference():
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M)
    documented = re.findall(
        r"^\| `make ([a-z-]+)` \|", (ROOT / "docs/reference/commands.md").read_text("utf-8"), flags=re.M
    )

    assert set(documented) == set(targets) - {"help"}


def test_glossary_has_every_word_in_four_languages_and_its_meaning():
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ")
    ]

    assert [row for row in rows if len(row) != 5 or not all(row)] == []
    words = [row[0] for row in rows if row[0] != "English"]
    assert sorted(words) == sorted(set(words))
