"""Our words in four languages, as docs/glossary.md has them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from brobygger.data.glossary import LANGUAGES, Section, read_glossary
from brobygger.web import wording
from brobygger.web.page import ANYONE, page


@page(may=ANYONE)
def show_glossary(request: HttpRequest) -> HttpResponse:
    text, own = request.GET.get("text", "").strip()[:100], wording.reader_language()
    others = [code for code in LANGUAGES if code != own]
    words = wording.words()
    shown = [
        {
            "title": section.title,
            "terms": [
                {
                    "word": term.words[own],
                    "others": [(code, term.words[code]) for code in others],
                    "means": term.means,
                }
                for term in section.terms
            ],
        }
        for section in (_narrowed(one, text) for one in read_glossary())
        if section.terms
    ]
    context = {
        "text": text,
        "sections": shown,
        "others": [(code, wording.capital(words.language_name(code))) for code in others],
    }
    return render(request, "public/glossary.html", context)


def _narrowed(section: Section, text: str) -> Section:
    """The terms that have a word, in any language, or a meaning with this text."""
    wanted = text.casefold()
    kept = tuple(
        term for term in section.terms if wanted in " ".join((*term.words.values(), term.means)).casefold()
    )
    return Section(section.title, kept)
