"""Files of Word, LibreOffice, Excel and PDF writers: what is read, and what nobody sees is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from brobygger.core.reading import Document, DocumentKind, Start
from brobygger.data.documents import Problem, read_bytes
from tests.data.documents import made
from tests.data.documents.golden import FOLDER

CV_LINES = ["• Siemens NX", "Sprog\tNiveau", "Dansk\tC1"]
UNSEEN = ("forsvundet", "hvid", "bitte", "kubernetes", "væk", "docker", "terraform", "ansible")


def only(items) -> Document:
    *warnings, item = items
    assert all(isinstance(one, Problem) and one.message_key.startswith("unseen_") for one in warnings)
    assert isinstance(item, Document), item
    return item


@pytest.mark.parametrize(("name", "data"), [("cv.docx", made.docx_bytes()), ("cv.odt", made.odt_bytes())])
def test_office_file_gives_paragraphs_lists_and_tables(name, data):
    document = only(read_bytes(data, name=name, kind=DocumentKind.CV))
    lines = document.text.split("\n")
    assert lines[0] == "Curriculum vitae"
    assert [line for line in lines if line in CV_LINES] == CV_LINES
    assert not [word for word in UNSEEN if word in document.text]
    assert "på mørk bund" in document.text


def test_docx_page_header_comes_after_the_body():
    document = only(read_bytes(made.docx_bytes(), name="cv.docx"))
    assert document.text.endswith("\n\nSide 1")


def test_format_is_told_by_content_not_by_ending():
    document = only(read_bytes(made.docx_bytes(), name="cv.pdf"))
    assert document.text.startswith("Curriculum vitae")


def test_pdf_gives_visible_text_of_all_pages():
    document = only(read_bytes(made.pdf_bytes(2), name="ad.pdf", kind=DocumentKind.AD))
    assert document.text.count("Vi tilbyder fleksibel arbejdstid") == 2
    assert "havvindmøller 1" in document.text
    assert not [word for word in UNSEEN if word in document.text]


def test_pdf_joins_words_broken_at_the_end_of_a_line():
    document = only(read_bytes(made.pdf_bytes(), name="ad.pdf"))
    assert "kvalitetssikring, miljø- og arbejdsmiljøledelse." in document.text


def test_invisible_text_behind_a_scanned_page_is_read():
    document = only(read_bytes(made.drawn_pdf(made.scan_with_ocr), name="scan.pdf"))
    assert document.text == "Genkendt tekst om svejsning"


def test_scanned_pdf_is_reported_with_its_pages():
    (problem,) = read_bytes(made.drawn_pdf(made.scan, 3), name="scan.pdf")
    assert problem.message_key == "scanned"
    assert "3 pages" in problem.message("en")
    assert "3 sider" in problem.message("da")


def test_scanned_pages_between_others_are_named():
    def draw(canvas, number):
        made.scan(canvas, number) if number in (1, 3, 4) else made.scan_with_ocr(canvas, number)

    problem, document = read_bytes(made.drawn_pdf(draw, 5), name="mixed.pdf")
    assert problem.message_key == "scanned_pages"
    assert problem.parameters["pages"] == "1, 3–4"
    assert isinstance(document, Document)


def test_pdf_with_password_is_reported():
    (problem,) = read_bytes(made.pdf_bytes(encrypt="secret"), name="ad.pdf")
    assert problem.message_key == "encrypted"


def test_pdf_with_europass_attachment_is_read_from_it():
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(made.pdf_bytes())
    attachment = document.new_attachment("attachment.xml")
    attachment.set_data((FOLDER / "europass-candidate.xml").read_bytes())
    path = _saved(document)
    read = only(read_bytes(path, name="europass.pdf"))
    assert read.kind is DocumentKind.CV
    assert "Swedish: B1" in read.text


def _saved(document) -> bytes:
    import io

    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_workbook_rows_become_documents():
    rows = [
        ["id", "title", "text", "Start"],
        [7, "Machine operator", "You run the press.", dt.date(2027, 1, 4)],
        [None, None, None, None],
        [8, "No text", None, None],
    ]
    document, problem = read_bytes(made.xlsx_bytes(rows), name="ads.xlsx", kind=DocumentKind.AD)
    assert (document.id, document.title) == ("7", "Machine operator")
    assert [fact.value for fact in document.declared] == [Start(dt.date(2027, 1, 4))]
    assert (problem.message_key, problem.where.unit, problem.where.number) == ("missing_field", "row", 4)


def test_zip_of_documents_is_read_in_order_with_member_names():
    data = made.zip_bytes(
        {
            "b/two.docx": made.docx_bytes(),
            "a.txt": "Vi søger en smed.".encode(),
            "__MACOSX/a.txt": b"x",
            "README.md": b"about this folder",
        }
    )
    first, second = (item for item in read_bytes(data, name="cvs.zip") if isinstance(item, Document))
    assert (first.id, second.id) == ("cvs.zip/a.txt", "cvs.zip/b/two.docx")
    assert first.source == "cvs.zip/a.txt"


def test_missing_path_is_a_problem():
    from brobygger.data.documents import read_documents

    (problem,) = read_documents(Path("no/such/folder"))
    assert isinstance(problem, Problem)
    assert problem.message_key == "missing_path"
