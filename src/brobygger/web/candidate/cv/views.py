"""The way in: a CV as a file or as text, or none. The file is read and let go; only its text is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.people import actions, queries
from brobygger.apps.people.enums import DocumentFormat
from brobygger.core.reading import NORDIC_AND_ENGLISH, Document
from brobygger.data.documents.apart import UPLOAD, Found, read_apart
from brobygger.web import wording
from brobygger.web.page import PageRequest, page

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
    "We cannot read this kind of file. Use PDF, Word (.docx), OpenDocument (.odt), Europass, HTML or plain text – or "
    "paste the text below."
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


@page(may="base.view_own_page")
def show_form(request: PageRequest) -> HttpResponse:
    return _form(request)


@page(may="base.view_own_page", writes=True)
def read_cv(request: PageRequest) -> HttpResponse:
    """Read a file or a pasted text into the profile. Whatever is wrong with it is said, and nothing is stored."""
    try:
        upload, pasted = request.FILES.get("cv"), request.POST.get("text", "").replace("\r\n", "\n")
    except RequestDataTooBig:
        return _form(request, error=_too_long())
    if upload is None and not pasted.strip():
        length = request.META.get("CONTENT_LENGTH") or "0"
        is_large = length.isdecimal() and int(length) > UPLOAD.file_bytes
        return _form(
            request, error=WHAT_TO_DO["too_large"] if is_large else _("Choose a file, or paste your CV.")
        )
    if upload is None:
        return _read_text(request, pasted)
    if (upload.size or 0) > UPLOAD.file_bytes:
        return _form(request, error=WHAT_TO_DO["too_large"])
    data = upload.read()
    found = read_apart(data, name=(upload.name or "")[-100:])
    document, error = _one_cv(found)
    if document is None:
        return _form(request, error=error)
    if not _has_words(document.text):
        return _form(request, error=NO_TEXT)
    _save(request, document.text, _format(found, data), document)
    for problem in found.problems:
        messages.warning(request, problem.message(wording.reader_language()))
    return redirect("my-profile")


@page(may="base.view_own_page", writes=True)
def start_without(request: PageRequest) -> HttpResponse:
    actions.start_without_cv(user=request.user, by=request.user, at=now())
    return redirect("my-profile")


def _read_text(request: PageRequest, text: str) -> HttpResponse:
    if len(text) > UPLOAD.text_characters:
        return _form(request, error=_too_long(), text=text[: UPLOAD.text_characters])
    if not _has_words(text):
        return _form(
            request,
            error=_("This is too short to be a CV. Paste all of it, or fill it in yourself."),
            text=text,
        )
    _save(request, text, DocumentFormat.TEXT)
    return redirect("my-profile")


def _save(request: PageRequest, text: str, format_: DocumentFormat, document: Document | None = None) -> None:
    declared = document.declared if document else ()
    candidate = actions.save_own_cv(
        user=request.user, text=text, format=format_, declared=declared, by=request.user, at=now()
    )
    count = len(queries.profile_facts(candidate))
    said = ngettext("We found %(count)d thing in your CV.", "We found %(count)d things in your CV.", count)
    messages.success(request, said % {"count": count})
    language = candidate.document.language
    if language not in NORDIC_AND_ENGLISH:
        messages.warning(
            request, _("Your CV is in a language that we read only in part. Add what we did not see.")
        )


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


def _form(request: PageRequest, *, error: str | Promise = "", text: str = "") -> HttpResponse:
    candidate = queries.candidate_of_user(request.user)
    document = getattr(candidate, "document", None)
    context: dict[str, Any] = {
        "error": error,
        "text": text,
        "accept": ACCEPT,
        "has_profile": document is not None,
        "has_cv": document is not None and bool(document.text),
    }
    return render(request, "candidate/cv.html", context, status=422 if error else 200)
