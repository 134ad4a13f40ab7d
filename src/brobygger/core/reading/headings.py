"""The heading that a line of an ad stands under."""

from __future__ import annotations

import re

LINES = 12  # lines before a passage among which its heading is looked for
LONGEST_HEADING = 80
BULLET = re.compile(r"\s*(?:[•·▪◦●○■□*»>✓✔✅☑➤►–—o-]|\d{1,2}[.)])\s")


def heading_over(text: str, start: int) -> str:
    """The line over a list item, or the last line with a colon or a question over another line; else nothing."""
    begin = text.rfind("\n", 0, start) + 1
    is_item = BULLET.match(text, begin) is not None
    end = begin - 1
    for _ in range(LINES):
        if end <= 0:
            return ""
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].strip()
        end = begin - 1
        if not line:
            continue
        if BULLET.match(line):
            continue
        if line.endswith((":", "?")) or line.isupper() or is_item:
            return line if len(line) <= LONGEST_HEADING else ""
    return ""
