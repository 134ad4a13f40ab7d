"""Text set in two columns, as a PDF's layout leaves it: which cell of a line belongs to which column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from brobygger.core.reading.data import Span

LINE = re.compile(r"[^\n]+")
GAP = re.compile(r"(?:(?<=\S) {3,}|(?<![^\n]) {10,})(?=\S)")  # between two cells, or before a right one alone
FEWEST_LINES = 8  # with a right cell
LEAST_SHARE = 0.35  # of the lines that are not empty
MOST_CROSSING = 0.25  # of them: lines that run on through the gap


def columns_of(text: str) -> tuple[list[Span], list[Span]] | None:
    """
    The cells of the left and of the right column from top to bottom; None for a text in one column.

    A table of two columns looks the same: whoever asks must know that both columns have headings of their own.
    """
    # not one pattern with a \S inside: that tries a long blank line again from each of its places
    lines = [Span(*match.span()) for match in LINE.finditer(text) if not match[0].isspace()]
    starts = Counter(
        gap.end() - line.start for line in lines for gap in GAP.finditer(text, line.start, line.end)
    )
    if not starts:
        return None
    column, right_cells = max(starts.items(), key=lambda item: (item[1], -item[0]))
    if right_cells < max(FEWEST_LINES, LEAST_SHARE * len(lines)):
        return None
    if sum(_crosses(text, line, column) for line in lines) > MOST_CROSSING * len(lines):
        return None
    left: list[Span] = []
    right: list[Span] = []
    for line in lines:
        edge = line.start + column
        if edge >= line.end or _crosses(text, line, column):
            left.extend(_trimmed(text, line.start, line.end))
        else:
            left.extend(_trimmed(text, line.start, edge))
            right.extend(_trimmed(text, edge, line.end))
    return left, right


def _crosses(text: str, line: Span, column: int) -> bool:
    """Whether a line has words where the gap between the columns is."""
    edge = line.start + column
    return edge < line.end and bool(text[max(line.start, edge - 2) : edge].strip())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The part without surrounding white space, unless nothing is left."""
    cell = text[start:end]
    begin = start + len(cell) - len(cell.lstrip())
    if cell.strip():
        yield Span(begin, begin + len(cell.strip()))
