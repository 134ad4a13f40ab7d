"""A stranger's file is read in a process of its own: same documents, bounded time and memory, no secrets."""

from __future__ import annotations

import json
import os
import time
import zipfile
from io import BytesIO

import pytest

from brobygger.core.reading import DocumentKind
from brobygger.data.documents import Limits, apart, read_bytes
from brobygger.data.documents.apart import read_apart
from tests.data.documents import made

CV = "Ida Prøvesen\nKompetencer\nSvejsning, Python\n".encode()
RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="http://x/attachedTemplate" Target="http://evil.invalid/t.dotm" TargetMode="External"/>
<Relationship Id="b" Type="http://x/hyperlink" Target="http://example.invalid/" TargetMode="External"/>
</Relationships>"""


@pytest.mark.parametrize(
    ("name", "data", "format_name"),
    [
        ("cv.txt", CV, "plain text"),
        ("cv.pdf", made.pdf_bytes(), "PDF"),
        ("cv.docx", made.docx_bytes(), "DOCX"),
        ("cv.odt", made.odt_bytes(), "ODT"),
    ],
)
def test_file_reads_the_same_apart(name: str, data: bytes, format_name: str) -> None:
    found = read_apart(data, name=name)
    here = list(read_bytes(data, name=name, kind=DocumentKind.CV, limits=apart.UPLOAD))
    assert [*found.problems, *found.documents] == here
    assert found.format == format_name


def test_declared_facts_come_along() -> None:
    from pathlib import Path

    data = (Path(__file__).parent / "golden" / "europass-3.json").read_bytes()
    (document,) = read_apart(data, name="europass.json").documents
    (expected,) = (
        one for one in read_bytes(data, name="europass.json", kind=DocumentKind.CV) if hasattr(one, "text")
    )
    assert document.declared == expected.declared


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.pdf", made.pdf_bytes(encrypt="x"), "encrypted"),
        ("a.pdf", made.drawn_pdf(made.scan), "scanned"),
        ("a.pdf", made.pdf_bytes()[:600], "broken_file"),
        (
            "a.docx",
            made.zip_bytes({"[Content_Types].xml": b"", "word/document.xml": b"a" * 20_000_000}),
            "archive_ratio",
        ),
        ("a.png", b"\x89PNG\r\n\x1a\n", "unsupported"),
        ("a.txt", b"", "empty_file"),
        ("a.txt", b"x" * 10_000_001, "too_large"),
    ],
)
def test_bad_file_is_a_problem(name: str, data: bytes, key: str) -> None:
    found = read_apart(data, name=name)
    assert (found.documents, [one.message_key for one in found.problems]) == ((), [key])


def test_file_that_takes_too_long_is_given_up() -> None:
    started = time.perf_counter()
    found = read_apart(CV, name="cv.txt", seconds=0.05)
    assert [one.message_key for one in found.problems] == ["took_too_long"]
    assert time.perf_counter() - started < 5


def test_file_that_takes_too_much_memory_is_given_up() -> None:
    found = read_apart(CV * 200_000, name="cv.txt", memory=30_000_000)
    assert [one.message_key for one in found.problems] == ["took_too_long"]


def test_what_a_broken_reader_answers_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [b"", b"[]", b"{}", b'{"documents": [{}], "problems": [], "format": ""}', b"\xff"]
    for answer in answers:
        done = type("Done", (), {"returncode": 0, "stdout": answer})
        monkeypatch.setattr(apart.subprocess, "run", lambda *_args, done=done, **_options: done)
        assert [one.message_key for one in read_apart(CV, name="cv.txt").problems] == ["took_too_long"]


def test_process_gets_no_secret_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROBYGGER_SECRET_KEY", "hush")
    assert set(apart._bare_environment()) & set(os.environ) <= {
        "PYTHONPATH",
        "PATH",
        "LANG",
        "OMP_NUM_THREADS",
    }


def test_document_that_loads_things_from_elsewhere_is_read_without_them() -> None:
    data = BytesIO(made.docx_bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/_rels/header9.xml.rels", RELS)
    (warning,) = (
        one for one in read_apart(data.getvalue(), name="cv.docx").problems if one.message_key == "external"
    )
    assert json.dumps(dict(warning.parameters)) == '{"count": 1}'


def test_limits_cut_a_long_text_and_say_so() -> None:
    found = read_apart(b"Python og svejsning. " * 4_000, name="cv.txt", limits=Limits(text_characters=5_000))
    assert len(found.documents[0].text) <= 5_000
    assert {"text_cut", "repetition"} & {one.message_key for one in found.problems}
