"""What a file holds and nobody sees: kept out of the text, and said in a warning that quotes its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from brobygger.data.documents.cleaning import clean_line

HIDDEN, COLOUR, TINY, OUTSIDE = "unseen_hidden", "unseen_colour", "unseen_tiny", "unseen_outside"
QUOTED = 60  # characters


class Unseen:
    """Gathers the words that were left out, by the reason why nobody sees them (a key of `words.MESSAGES`)."""

    def __init__(self) -> None:
        self._pieces: dict[str, list[str]] = {}

    def add(self, why: str, text: str | None) -> None:
        if text:
            self._pieces.setdefault(why, []).append(text)

    def warnings(self) -> Iterator[tuple[str, dict[str, str | int]]]:
        """Message key and parameters, one for each reason, in the order of the keys."""
        for why, pieces in sorted(self._pieces.items()):
            words = clean_line(" ".join(pieces))
            if any(letter.isalnum() for letter in words):
                quoted = words if len(words) <= QUOTED else words[:QUOTED].rstrip() + "…"
                yield why, {"count": len(words.split()), "words": quoted}
