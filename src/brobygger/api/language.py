"""The language that a program asks for."""

from __future__ import annotations

from django.utils.translation import get_language


def reader_language() -> str:
    """The language of `Accept-Language` among the four that reasons and errors are written in."""
    return (get_language() or "en").split("-")[0]
