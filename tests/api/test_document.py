"""The document, the page about it and the reference say the same."""

from __future__ import annotations

import re
from pathlib import Path

from django.test import Client
from django.utils import translation

from brobygger.api.document import markdown, openapi_document
from brobygger.api.problems import KINDS

ROOT = Path(__file__).resolve().parents[2]


def test_reference_is_up_to_date() -> None:
    written = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8")

    assert written == markdown(), "write it again: make api-reference"


def test_reference_is_the_same_in_every_language() -> None:
    with translation.override("da"):
        assert (ROOT / "docs/reference/api.md").read_text(encoding="utf-8") == markdown()


def test_document_is_served(db: None) -> None:
    assert Client().get("/api/v1/openapi.json").json() == openapi_document()


def test_page_explains_every_operation_and_problem_without_foreign_scripts(db: None) -> None:
    html = Client(headers={"accept-language": "en"}).get("/api/").content.decode()

    assert all(f"<code>{path}</code>" in html for path in openapi_document()["paths"])
    assert all(f'id="{kind}"' in html for kind in KINDS)
    assert not re.findall(r"""(?:src|href)="(?:https?:)?//(?!testserver)""", html)
    anchors = set(re.findall(r'id="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= anchors


def test_errors_are_problem_documents_in_the_document() -> None:
    for methods in openapi_document()["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                if status >= "400":
                    assert list(answer["content"]) == ["application/problem+json"]


def test_every_address_of_the_how_to_is_there() -> None:
    text = (ROOT / "docs/how-to/use-the-api.md").read_text(encoding="utf-8")
    called = {re.sub(r"/\d+", "/{id}", path) for path in re.findall(r"localhost:8000(/api/v1/[\w/-]+)", text)}

    assert called
    assert called <= openapi_document()["paths"].keys()
