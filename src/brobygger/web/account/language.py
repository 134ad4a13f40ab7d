"""The language that somebody has chosen to read, kept in the session."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

LANGUAGE: Final = "language"
"""The key in the session."""


class ReaderLanguage(LocaleMiddleware):
    """A page is read in the language that was chosen, or else in the first of the browser's that we have."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        chosen = request.session.get(LANGUAGE)
        if chosen in dict(settings.LANGUAGES):
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen


def remember_language(request: HttpRequest, language: str) -> None:
    """Go on in this language, here and on later pages. Nothing changes where a user has chosen none ("")."""
    if language:
        translation.activate(language)
        request.session[LANGUAGE] = language


def language_in_use() -> str:
    """The language of this request among ours."""
    language = (translation.get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
