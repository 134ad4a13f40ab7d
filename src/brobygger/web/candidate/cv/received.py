"""A CV as it arrives: a file or a pasted text. The file is read and let go; only its text goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import RequestDataTooBig
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.people.enums import DocumentFormat
from brobygger.core.reading import Document
from brobygger.data.documents.apart import UPLOAD, Found, read_apart
from brobygger.web import wording
from brobygger.web.sent import whole_number

if TYPE_CHECKING:
    from brobygger.web.page import PageRequest

ACCEPT = ".pdf,.docx,.odt,.xml,.json,.html,.htm,.txt,.md"
FEWEST_LETTERS = 30
FORMATS: Mapping[str, DocumentFormat] = {
    "PDF": DocumentFormat.PDF,
    "DOCX": DocumentFormat.DOCX,
    "ODT": DocumentFormat.ODT,
    "Europass XML": DocumentFormat.EUROPASS,
    "JSON": DocumentFormat.JSON_RESUME,
    "HTML": DocumentFormat.HTML,
    "plain text": DocumentFormat.TEXT,
}
DAMAGED = gettext_lazy(
    "We cannot open this file: it is damaged. Save it again as PDF, or paste the text below."
)
PACKED = gettext_lazy(
    "This file unpacks to far more than a CV holds, so we do not open it. Save it as PDF, or paste the text below."
)
NO_TEXT = gettext_lazy("There is no text in this file. Choose another, or paste the text below.")
UNKNOWN = gettext_lazy(
    "We cannot read this kind of file. Use PDF, Word (.docx), OpenDocument (.odt), Europass, JSON Resume, HTML or "
    "plain text – or paste the text below."
)
WHAT_TO_DO: Mapping[str, str | Promise] = {
    "too_large": gettext_lazy(
        "The file is larger than 10 MB. Save it without pictures, or paste the text below."
    ),
    "encrypted": gettext_lazy(
        "The file is locked with a password. Save a copy without one, or paste the text below."
    ),
    "scanned": gettext_lazy(
        "There are only pictures in this file, as in a scan. Save it with text recognition (OCR), or paste the text "
        "below."
    ),
    "took_too_long": gettext_lazy(
        "This file took too long to read, so we stopped. Save it again as PDF, or paste the text below."
    ),
    "ad_not_cv": gettext_lazy("This is an ad for a job, not a CV. Choose your CV."),
    **dict.fromkeys(("empty_file", "empty_text"), NO_TEXT),
    **dict.fromkeys(("unsupported", "not_text", "unknown_xml", "not_an_object", "no_entries"), UNKNOWN),
    **dict.fromkeys(
        ("broken_file", "broken_xml", "broken_json", "broken_page", "xml_entities", "too_deep"), DAMAGED
    ),
    **dict.fromkeys(("archive_ratio", "archive_total", "archive_members", "archive_depth"), PACKED),
}


class Unreadable(Exception):
    """
    What arrived cannot be read; the message tells its sender what to do.

    Args:
        text: what was pasted, to be shown again.
    """

    def __init__(self, message: str | Promise, text: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.text = text


@dataclass(frozen=True, slots=True)
class Received:
    """
    Args:
        document: with what the file states in fields of its own; None of a pasted text.
        warnings: what could not be read of it, in the reader's language.
    """

    text: str
    format: DocumentFormat
    document: Document | None = None
    warnings: tuple[str, ...] = ()


def received(request: PageRequest) -> Received:
    """
    The text of the file “cv” of a form, or else of its field “text”.

    Raises:
        Unreadable: there is none, or it cannot be read.
    """
    try:
        upload, pasted = request.FILES.get("cv"), request.POST.get("text", "").replace("\r\n", "\n")
    except RequestDataTooBig as error:
        raise Unreadable(_too_long()) from error
    if upload is None and not pasted.strip():
        is_large = (whole_number(request.META.get("CONTENT_LENGTH")) or 0) > UPLOAD.file_bytes
        raise Unreadable(WHAT_TO_DO["too_large"] if is_large else _("Choose a file, or paste your CV."))
    if upload is None:
        if len(pasted) > UPLOAD.text_characters:
            raise Unreadable(_too_long(), pasted[: UPLOAD.text_characters])
        if not _has_words(pasted):
            raise Unreadable(
                _("This is too short to be a CV. Paste all of it, or fill it in yourself."), pasted
            )
        return Received(pasted, DocumentFormat.TEXT)
    if (upload.size or 0) > UPLOAD.file_bytes:
        raise Unreadable(WHAT_TO_DO["too_large"])
    data = upload.read()
    found = read_apart(data, name=(upload.name or "")[-100:], language=wording.reader_language())
    document, error_text = _one_cv(found)
    if document is None:
        raise Unreadable(error_text)
    if not _has_words(document.text):
        raise Unreadable(NO_TEXT)
    warnings = tuple(one.message(wording.reader_language()) for one in found.problems)
    return Received(document.text, _format(found, data), document, warnings)


def _one_cv(found: Found) -> tuple[Document | None, str | Promise]:
    """The only document of a file, or what is wrong."""
    if len(found.documents) > 1:
        return None, _("There are several documents in this file. Choose your CV alone.")
    if not found.documents:
        wrong = [one for one in found.problems if not one.is_warning] or list(found.problems)
        if not wrong:
            return None, NO_TEXT
        return None, WHAT_TO_DO.get(wrong[0].message_key) or wrong[0].message(wording.reader_language())
    if found.format not in FORMATS:
        return None, UNKNOWN
    return found.documents[0], ""


def _format(found: Found, data: bytes) -> DocumentFormat:
    is_europass = found.format == "JSON" and b"SkillsPassport" in data
    return DocumentFormat.EUROPASS if is_europass else FORMATS[found.format]


def _has_words(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= FEWEST_LETTERS


def _too_long() -> str:
    words = wording.words()
    most = words.number(UPLOAD.text_characters)
    return _("This is longer than %(count)s letters. Leave out what is not about you.") % {"count": most}
