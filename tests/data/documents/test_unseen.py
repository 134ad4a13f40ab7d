"""Text that nobody sees: kept out, and said in a warning that names the reason and quotes the words."""

from __future__ import annotations

import pytest
from docx import Document as WordFile
from docx.shared import Pt, RGBColor

from brobygger.core.reading import Document, DocumentKind
from brobygger.data.documents import Problem, read_bytes
from tests.data.documents import made

SEEN = "Svejser med seks års erfaring"
STUFFED = "kubernetes terraform ansible"


def read(data: bytes, name: str) -> tuple[Document, list[Problem]]:
    *warnings, document = read_bytes(data, name=name, kind=DocumentKind.CV)
    assert isinstance(document, Document)
    return document, warnings


def check(data: bytes, name: str, reason: str) -> None:
    document, (warning,) = read(data, name)
    assert SEEN in document.text
    assert "terraform" not in document.text
    assert warning.message_key == reason
    assert warning.is_warning
    assert warning.parameters == {"count": 3, "words": STUFFED}
    assert all(STUFFED in warning.message(language) for language in ("en", "da", "nb", "sv"))


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "unseen_hidden"),
        ("visibility:hidden", "unseen_hidden"),
        ("opacity:0", "unseen_hidden"),
        ("opacity:0.02", "unseen_hidden"),
        ("opacity:1%", "unseen_hidden"),
        ("filter:opacity(0)", "unseen_hidden"),
        ("transform:scale(0)", "unseen_hidden"),
        ("clip-path:inset(50%)", "unseen_hidden"),
        ("position:absolute;clip:rect(0,0,0,0)", "unseen_hidden"),
        ("max-height:0;overflow:hidden", "unseen_hidden"),
        ("color:white", "unseen_colour"),
        ("color:#fefefe", "unseen_colour"),
        ("color:#eeeeee", "unseen_colour"),
        ("color:hsl(0, 0%, 99%)", "unseen_colour"),
        ("color:rgba(0,0,0,0)", "unseen_colour"),
        ("color:#00000000", "unseen_colour"),
        ("color:transparent", "unseen_colour"),
        ("background:#003;color:#010134", "unseen_colour"),
        ("font-size:1px", "unseen_tiny"),
        ("font-size:0.05em", "unseen_tiny"),
        ("font:1px/1 serif", "unseen_tiny"),
        ("position:absolute;left:-9999px", "unseen_outside"),
        ("position:fixed;right:-5000px", "unseen_outside"),
        ("margin-left:-3000px", "unseen_outside"),
        ("transform:translateX(-9999px)", "unseen_outside"),
        ("text-indent:-9999px", "unseen_outside"),
    ],
)
def test_html(style, reason):
    check(f'<html><body><p>{SEEN}</p><p style="{style}">{STUFFED}</p>'.encode(), "cv.html", reason)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("font-size:0", "font-size:16px"),  # a usual trick against gaps between boxes
        ("visibility:hidden", "visibility:visible"),
        ("color:white", "color:black"),
        ("color:transparent", "color:#222"),
        ("color:white", "background:#003"),
    ],
)
def test_html_inside_an_unseen_element_may_be_seen_again(outer, inner):
    page = f'<html><body><div style="{outer}"><p style="{inner}">{SEEN}</p></div>'
    document, warnings = read(page.encode(), "cv.html")
    assert document.text == SEEN
    assert warnings == []


@pytest.mark.parametrize(
    "style",
    ["opacity:0.6", "color:#777", "font-size:9px", "left:-20px;position:relative", "transform:scale(0.9)", "color:rgba(0,0,0,.8)"],
)  # fmt: skip
def test_html_that_is_pale_or_small_is_read(style):
    document, warnings = read(f'<html><body><p style="{style}">{SEEN}</p>'.encode(), "cv.html")
    assert document.text == SEEN
    assert warnings == []


def word_file(change) -> bytes:
    document = WordFile()
    document.add_paragraph(SEEN)
    change(document.add_paragraph().add_run(STUFFED))
    return made._saved(document.save)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda run: setattr(run.font, "hidden", True), "unseen_hidden"),
        (lambda run: setattr(run.font.color, "rgb", RGBColor(255, 255, 255)), "unseen_colour"),
        (lambda run: setattr(run.font.color, "rgb", RGBColor(0xF2, 0xF0, 0xEE)), "unseen_colour"),
        (lambda run: setattr(run.font, "size", Pt(1)), "unseen_tiny"),
    ],
)
def test_docx(change, reason):
    check(word_file(change), "cv.docx", reason)


def pdf(change, x: float = 70) -> bytes:
    def draw(canvas, number):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 750, SEEN)
        text = canvas.beginText(x, 600)
        change(canvas, text)
        text.textLine(STUFFED)
        canvas.drawText(text)

    return made.drawn_pdf(draw)


@pytest.mark.parametrize(
    ("change", "x", "reason"),
    [
        (lambda canvas, text: text.setTextRenderMode(3), 70, "unseen_hidden"),
        (lambda canvas, text: text.setFillColorRGB(1, 1, 1), 70, "unseen_colour"),
        (lambda canvas, text: text.setFillColorRGB(0.95, 0.94, 0.95), 70, "unseen_colour"),
        (lambda canvas, text: canvas.setFillAlpha(0.02), 70, "unseen_colour"),
        (lambda canvas, text: text.setFont("Helvetica", 0.8), 70, "unseen_tiny"),
        (lambda canvas, text: None, 2_000, "unseen_outside"),
    ],
)
def test_pdf(change, x, reason):
    check(pdf(change, x), "cv.pdf", reason)


def test_odt_says_what_it_left_out():
    document, warnings = read(made.odt_bytes(), "cv.odt")
    assert "hvid" not in document.text
    assert [one.message_key for one in warnings] == ["unseen_colour", "unseen_hidden", "unseen_tiny"]


def test_long_hidden_text_is_quoted_by_its_beginning():
    page = f"<html><body><p>{SEEN}</p><p hidden>{'python ' * 400}</p>"
    _, (warning,) = read(page.encode(), "cv.html")
    assert warning.parameters["count"] == 400
    assert len(str(warning.parameters["words"])) <= 61
