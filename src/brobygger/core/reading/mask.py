"""Characters that must not be read as skills and occupations."""

from __future__ import annotations

from collections.abc import Iterable

from brobygger.core.reading.data import Span


class Mask:
    """Characters that must not be read as concepts: places, employers, names, contact lines."""

    def __init__(self, length: int, spans: Iterable[Span]) -> None:
        self.hidden = bytearray(length)
        for span in spans:
            self.hidden[span.start : span.end] = b"\1" * (span.end - span.start)

    def covers(self, start: int, end: int) -> bool:
        """Whether any character of the range is hidden."""
        return self.hidden.find(1, start, end) >= 0

    def blank(self, text: str, span: Span) -> str:
        """The range of the text with what is hidden left out."""
        return "".join(
            " " if self.hidden[place] else letter
            for place, letter in enumerate(text[span.start : span.end], span.start)
        )
