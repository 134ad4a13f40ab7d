"""Cheap tests before costly patterns: whether any of some pieces of words stands in a text."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick


class Signs:
    """
    Pieces of words, in lower case, one of which stands in every text that is worth a closer look.

    One pass over the text finds any of them (Aho and Corasick 1975), however many there are.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for piece in pieces:
            self._automaton.add_word(piece, piece)
        self._automaton.make_automaton()

    def stand_in(self, lower: str) -> bool:
        """Whether one of them stands in a text in lower case."""
        return next(self._automaton.iter(lower), None) is not None
