"""PDF: the text that a reader sees, page by page; the Europass XML inside a Europass PDF is read instead of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from brobygger.data.documents.cleaning import clean
from brobygger.data.documents.drafting import Draft
from brobygger.data.documents.formats import europass_xml
from brobygger.data.documents.formats.pdf_text import visible_text
from brobygger.data.documents.limits import MEGABYTE
from brobygger.data.documents.problem import Problem, UnreadableError, Where
from brobygger.data.documents.source import Format, Items, Options, Source
from brobygger.data.documents.unseen import Unseen

NAME = "PDF"
MARK_WITHIN = 1_024  # bytes; readers accept rubbish before the mark (PDF 32000-1, Annex H)
MOST_ATTACHMENTS = 10
# "kvalitets-\nsikring" is one word, "kvalitets-\nog miljøledelse" is not
HYPHENATED = re.compile(
    r"(?<=[^\W\d_])(?:[-\u2010]|\u00ad)[ \t]*\n[ \t]*(?!(?:og|eller|och|and|or|und|oder)\b)(?=[a-zæøåäöüéß])"
)
KEPT_HYPHEN = re.compile(r"(?<=[^\W\d_]-)[ \t]*\n[ \t]*(?=(?:og|eller|och|and|or|und|oder)\b)")


def accepts(data: bytes) -> bool:
    return b"%PDF-" in data[:MARK_WITHIN]


def read(source: Source, options: Options) -> Items:
    document = _open(source.data)
    try:
        attached = _europass(document, options)
        if attached:
            yield from europass_xml.read(Source(source.name, source.id, attached), options)
            return
        yield from _read_pages(document, source, options)
    finally:
        document.close()


def join_hyphenated(text: str) -> str:
    """Join words that were broken at the end of a line; keep the hyphen of a compound that goes on after "og"."""
    return KEPT_HYPHEN.sub(" ", HYPHENATED.sub("", text))


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableError("encrypted") from error
        raise UnreadableError("broken_file", format=NAME) from error
    if len(document) == 0:
        raise UnreadableError("broken_file", format=NAME)
    return document


def _read_pages(document: pdfium.PdfDocument, source: Source, options: Options) -> Items:
    draft = Draft(source, options)
    pages, limits = len(document), options.limits
    if pages > limits.pages:
        draft.warn("pages_cut", pages=pages, limit=limits.pages)
    without_text: list[int] = []
    unseen = Unseen()
    texts: list[str] = []
    length = broken = 0
    for number in range(1, min(pages, limits.pages) + 1):
        try:
            text = clean(join_hyphenated(visible_text(document, number - 1, unseen)))
        except pdfium.PdfiumError:
            broken += 1
            yield Problem(source.name, Where("page", number), "broken_page")
            continue
        if not any(letter.isalnum() for letter in text):
            without_text.append(number)
        texts.append(text)
        length += len(text)
        if length > 2 * limits.text_characters:
            break
    if not texts:
        raise UnreadableError("broken_file", format=NAME)
    if len(without_text) == len(texts):
        raise UnreadableError("scanned", pages=pages)
    if without_text:
        draft.warn("scanned_pages", pages=", ".join(_ranges(without_text)))
    draft.add_body("\n\n".join(texts), after_gap=False)
    draft.warn_unseen(unseen)
    yield from draft.finish(kind=None)


def _ranges(numbers: list[int]) -> Iterator[str]:
    """[1, 3, 4, 5] → "1", "3–5"."""
    start = last = numbers[0]
    for number in [*numbers[1:], 0]:
        if number != last + 1:
            yield str(start) if start == last else f"{start}–{last}"
            start = number
        last = number


def _europass(document: pdfium.PdfDocument, options: Options) -> bytes | None:
    """The XML that the Europass editor attaches to its PDF files."""
    try:
        for index in range(min(document.count_attachments(), MOST_ATTACHMENTS)):
            attachment = document.get_attachment(index)
            if attachment.get_name().lower().endswith(".xml"):
                data = bytes(attachment.get_data())
                if len(data) <= options.limits.file_bytes + MEGABYTE and europass_xml.accepts(data):
                    return data
    except (pdfium.PdfiumError, UnicodeError, ValueError):
        return None  # the pages remain
    return None


FORMAT = Format(NAME, (".pdf",), accepts, read)
