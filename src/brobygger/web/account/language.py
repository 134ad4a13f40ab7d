"""The cookie that remembers which language a browser reads."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation

A_YEAR = 365 * 24 * 3600
"""Seconds."""


def remember_language(response: HttpResponse, language: str) -> HttpResponse:
    """Go on in this language, here and in later visits. Nothing changes where a user has chosen none ("")."""
    if language:
        translation.activate(language)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=A_YEAR, samesite="Lax")
    return response


def language_in_use() -> str:
    """The language of this request among ours."""
    language = (translation.get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
