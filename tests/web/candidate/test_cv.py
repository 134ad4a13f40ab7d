"""The way in: a CV as a file or as text, or none; every bad upload says what to do and leaves nothing behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateFact
from brobygger.data.documents import apart
from tests.data.documents import made
from tests.factories import CandidateFactory, UserFactory
from tests.web.conftest import Visitor

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "documents" / "golden"
CV = "Ida Prøvesen\nSkills\nWelding, Python\n\nLanguages\nDanish (B2), English (C1)\n"
XXE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><SkillsPassport>&b;</SkillsPassport>'


@pytest.fixture
def client_of(vocabulary: object, visitor: Visitor) -> Client:
    return visitor(Role.CANDIDATE)


def upload(client: Client, name: str, data: bytes) -> object:
    return client.post("/my-page/cv/read/", {"cv": SimpleUploadedFile(name, data)})


def drawn(canvas: object, number: int) -> None:
    for row, line in enumerate(CV.splitlines()):
        canvas.drawString(70, 750 - 15 * row, line)


def docx_cv() -> bytes:
    import io

    import docx

    document, out = docx.Document(), io.BytesIO()
    for line in CV.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def odt_cv() -> bytes:
    import io

    from odf import text
    from odf.opendocument import OpenDocumentText

    document, out = OpenDocumentText(), io.BytesIO()
    for line in CV.splitlines():
        document.text.addElement(text.P(text=line))
    document.save(out)
    return out.getvalue()


RESUME = json.dumps(
    {
        "basics": {"name": "Ida Prøvesen", "summary": "I join pipes and write scripts."},
        "skills": [{"name": "Workshop", "keywords": ["Welding", "Python"]}],
    }
)


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("cv.txt", CV.encode(), "text"),
        ("cv.txt", CV.encode("latin-1"), "text"),
        ("cv.pdf", made.drawn_pdf(drawn), "pdf"),
        ("cv.docx", docx_cv(), "docx"),
        ("cv.odt", odt_cv(), "odt"),
        ("cv.html", f"<html><body><pre>{CV}</pre></body></html>".encode(), "html"),
        ("cv.json", RESUME.encode(), "json_resume"),
        ("cv", CV.encode(), "text"),
    ],
)
def test_cv_of_each_format_becomes_a_profile(client_of: Client, name: str, data: bytes, format_: str) -> None:
    response = upload(client_of, name, data)

    assert (response.status_code, response.headers["Location"]) == (302, "/my-page/who/?next=profile")
    document = CandidateDocument.objects.get()
    assert document.format == format_
    assert "Welding" in document.text
    found = set(CandidateFact.objects.filter(kind="skill").values_list("value__uri", flat=True))
    assert found == {"skill:welding", "skill:python"}
    assert document.candidate.matching_agreed_at is None
    assert not document.candidate.is_visible_to_companies


@pytest.mark.parametrize("name", ["europass-3.xml", "europass-3.json", "europass-candidate.xml"])
def test_europass_keeps_what_it_states_in_fields(client_of: Client, name: str) -> None:
    upload(client_of, name, (GOLDEN / name).read_bytes())

    assert CandidateDocument.objects.get().format == "europass"
    assert CandidateFact.objects.filter(method="structured", kind="language").exists()


BAD = [
    ("cv.pdf", made.pdf_bytes(encrypt="secret"), "locked with a password"),
    ("cv.pdf", made.drawn_pdf(made.scan), "only pictures"),
    ("cv.pdf", made.pdf_bytes()[:700], "damaged"),
    ("cv.pdf", b"%PDF-1.7\n" + b"\x00\xff" * 500, "damaged"),
    (
        "cv.docx",
        made.zip_bytes({"[Content_Types].xml": b"", "word/document.xml": b"a" * 20_000_000}),
        "unpacks to far",
    ),
    ("cv.docx", made.zip_bytes({"[Content_Types].xml": b"", "word/document.xml": b"<w:p>"}), "damaged"),
    ("cv.xml", XXE, "damaged"),
    ("cv.png", b"\x89PNG\r\n\x1a\n" + b"0" * 500, "cannot read this kind of file"),
    ("cv.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 500, "cannot read this kind of file"),
    ("cv.exe", b"MZ\x90" + b"\0" * 500, "cannot read this kind of file"),
    ("cv.xlsx", made.xlsx_bytes([["text"], [CV]]), "cannot read this kind of file"),
    ("cvs.zip", made.zip_bytes({"a.txt": CV.encode(), "b.txt": CV.encode()}), "several documents"),
    ("cv.zip", made.zip_bytes({"a.txt": CV.encode()}), "cannot read this kind of file"),
    ("cv.json", b"{", "damaged"),
    ("cv.txt", b"", "no text"),
    ("cv.txt", b" \n \n", "no text"),
    ("cv.txt", b"1234 5678", "no text"),
    ("cv.txt", b"a" * 10_000_001, "larger than 10 MB"),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD, ids=[f"{one[0]}-{one[2]}" for one in BAD])
def test_bad_upload_says_what_to_do_and_stores_nothing(
    client_of: Client, name: str, data: bytes, said: str
) -> None:
    response = upload(client_of, name, data)

    html = response.content.decode()
    assert response.status_code == 422
    assert said in html[html.index('role="alert"') :][:500]
    assert "paste the text" in html.lower()
    assert not Candidate.objects.exists()


def test_upload_that_takes_too_long_is_given_up(client_of: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        apart.read_apart, "__kwdefaults__", {**apart.read_apart.__kwdefaults__, "seconds": 0.01}
    )
    response = upload(client_of, "cv.txt", CV.encode())
    assert b"took too long" in response.content
    assert not Candidate.objects.exists()


def test_upload_larger_than_anything_is_dropped_while_it_comes_in(
    client_of: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "UPLOAD_BYTES", 100_000)
    response = upload(client_of, "cv.txt", b"a" * 10_500_000)
    assert response.status_code == 422
    assert b"larger than 10 MB" in response.content


def test_document_that_points_elsewhere_is_read_without_it(client_of: Client) -> None:
    import zipfile
    from io import BytesIO

    data = BytesIO(docx_cv())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            'Id="a" Type="http://x/attachedTemplate" Target="http://evil.invalid/" TargetMode="External"/>'
            "</Relationships>",
        )
    upload(client_of, "cv.docx", data.getvalue())
    assert b"these were not opened" in client_of.get("/my-page/profile/").content


def test_pasted_text_becomes_a_profile(client_of: Client) -> None:
    response = client_of.post("/my-page/cv/read/", {"text": CV.replace("\n", "\r\n")})
    assert response.status_code == 302
    assert CandidateDocument.objects.get().text == CV


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Choose a file"),
        ("short", "too short"),
        ("-" * 500, "too short"),
        ("word " * 20_000, "longer than 60,000"),
    ],
)
def test_bad_text_says_what_to_do_and_is_kept_in_the_field(client_of: Client, text: str, said: str) -> None:
    response = client_of.post("/my-page/cv/read/", {"text": text})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert text[:100] in response.content.decode()
    assert not Candidate.objects.exists()


def test_messages_are_in_the_readers_language(vocabulary: object, visitor: Visitor) -> None:
    """What the readers of files say comes in four languages; the pages' own words are translated like all others."""
    client = visitor(Role.CANDIDATE, "da")
    text = CV + "Python og svejsning. " * 5_000
    upload(client, "cv.txt", text.encode())
    html = client.get("/my-page/profile/").content.decode()
    assert "teksten" in html


def test_without_a_cv_the_profile_is_filled_in_by_hand(client_of: Client) -> None:
    response = client_of.post("/my-page/cv/none/")
    assert (response.status_code, response.headers["Location"]) == (302, "/my-page/who/?next=profile")
    client_of.post("/my-page/profile/add/", {"kind": "skill", "uri": "skill:welding"})
    client_of.post("/my-page/profile/add/", {"kind": "language", "code": "da", "level": "B1"})

    html = client_of.get("/my-page/profile/").content.decode()
    assert "Welding" in html
    assert "Danish B1" in html
    client_of.post("/my-page/privacy/answer/", {"purpose": "matching", "said": "yes", "next": "home"})
    assert client_of.get("/my-page/").status_code == 200


def test_profile_begins_once(client_of: Client) -> None:
    for _ in range(2):
        client_of.post("/my-page/cv/none/")
        client_of.post("/my-page/cv/read/", {"text": CV})
    client_of.post("/my-page/cv/none/")
    assert CandidateDocument.objects.get().text == CV


def test_new_cv_replaces_the_old_and_keeps_what_was_added(client_of: Client) -> None:
    client_of.post("/my-page/cv/read/", {"text": CV})
    client_of.post("/my-page/profile/add/", {"kind": "skill", "uri": "skill:project"})

    client_of.post("/my-page/cv/read/", {"text": "Skills\nWelding, of all kinds of steel, for many years\n"})

    found = set(CandidateFact.objects.in_force().filter(kind="skill").values_list("value__uri", flat=True))
    assert found == {"skill:welding", "skill:project"}


def test_alias_says_nothing_of_the_person_and_is_nobody_elses(client_of: Client) -> None:
    CandidateFactory(alias="Talent 002")
    client_of.post("/my-page/cv/none/")
    alias = Candidate.objects.latest("pk").alias
    assert alias.startswith("Talent ")
    assert alias != "Talent 002"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CANDIDATE])
def test_way_in_is_for_candidates(vocabulary: object, visitor: Visitor, role: Role) -> None:
    client = visitor(role)
    assert client.get("/my-page/cv/").status_code == 403
    assert client.post("/my-page/cv/none/").status_code == 403
    assert client.post("/my-page/cv/read/", {"text": CV}).status_code == 403
    assert not Candidate.objects.exists()


def test_page_says_that_the_file_is_not_kept(client_of: Client) -> None:
    html = client_of.get("/my-page/cv/").content.decode()
    assert "not kept" in html
    assert 'enctype="multipart/form-data"' in html


def test_another_persons_cv_stays_as_it_is(vocabulary: object, visitor: Visitor) -> None:
    first, second = (UserFactory(role=Role.CANDIDATE) for _ in range(2))
    visitor(first).post("/my-page/cv/read/", {"text": CV})
    visitor(second).post("/my-page/cv/read/", {"text": CV.replace("Welding", "Python and more")})
    assert Candidate.objects.get(user=first).document.text == CV


def test_cv_of_an_older_reader_is_read_again_once_its_owner_has_seen_what_changes(client_of: Client) -> None:
    text = f"{CV}\nEducation\nMSc in Physics, Prøve University, expected June 2027\n"
    client_of.post("/my-page/cv/read/", {"text": text})
    assert "/my-page/cv/again/" not in client_of.get("/my-page/cv/").content.decode()
    facts = CandidateFact.objects.filter(kind="graduation")
    facts.delete()
    CandidateDocument.objects.update(reader_version=1)
    assert "/my-page/cv/again/" in client_of.get("/my-page/cv/").content.decode()

    page = client_of.get("/my-page/cv/again/")
    assert "<mark>June 2027</mark>" in page.content.decode()
    assert not facts.exists()
    seen = {"seen": page.context["found"].digest}
    assert client_of.post("/my-page/cv/again/read/", {"seen": "something else"}).status_code == 409
    assert not facts.exists()
    client_of.post("/my-page/cv/again/read/", seen)

    assert facts.count() == 1
    assert "/my-page/cv/again/" not in client_of.get("/my-page/cv/").content.decode()
    assert (
        "nothing in your CV that your profile does not say"
        in client_of.get("/my-page/cv/again/").content.decode()
    )


def test_there_is_nothing_to_read_again_without_a_cv(client_of: Client) -> None:
    client_of.post("/my-page/cv/none/")

    assert client_of.get("/my-page/cv/again/").status_code == 404
    assert client_of.post("/my-page/cv/again/read/").status_code == 404
