"""A code as a picture that a phone's camera reads: drawn here, as SVG, so that no other host learns of it."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe

BORDER = 3  # light modules around it


def qr(code: str) -> SafeString:
    """An SVG element that takes the size of its place. Black on white in the dark too: cameras expect it."""
    drawing = segno.make(code, error="m", micro=False)
    svg: str = drawing.svg_inline(
        border=BORDER, light="#fff", omitsize=True, svgclass="scan-code", lineclass=None
    )
    return mark_safe(svg)  # noqa: S308 - drawn of numbers
