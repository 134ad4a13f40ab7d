"""Whether a text is no more than where another one stands."""

from __future__ import annotations

import re
from typing import Final

ADDRESS: Final = re.compile(
    r"<?(?:[a-z][a-z0-9+.-]*://|www\.)\S+|<?(?:[\w-]+\.)+[a-z]{2,}/\S+/\S*", re.IGNORECASE
)


def is_address_alone(text: str) -> bool:
    """Whether a text is the address of a page, or several, and nothing else. Nothing is fetched to find out."""
    words = text.split()
    return bool(words) and all(ADDRESS.fullmatch(word) for word in words)
