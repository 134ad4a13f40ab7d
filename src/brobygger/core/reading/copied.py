"""What a CV copied from an ad: it says what somebody else asks for, not what the person has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from brobygger.core.reading.data import Span
from brobygger.core.reading.folding import fold

# Words in a row. Names of degrees and rows of tools that many people list are shorter; so is an ad of a line or two
RUN = 12
WORD = re.compile(r"[^\W_]+")


class AdWords:
    """
    Every run of twelve words of some ads, to recognise them elsewhere; capitals and punctuation do not count.

    Args:
        texts: the ads.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._runs = {run for text in texts for run in _runs(WORD.findall(fold(text)))}

    def copied(self, text: str) -> list[Span]:
        """The parts of a text that stand word by word in one of the ads, from the first word to the last."""
        if not self._runs:
            return []
        words = list(WORD.finditer(fold(text)))
        spans: list[Span] = []
        for number, run in enumerate(_runs([word[0] for word in words])):
            if run in self._runs:
                start, end = words[number].start(), words[number + RUN - 1].end()
                if spans and start <= spans[-1].end:
                    start = spans.pop().start
                spans.append(Span(start, end))
        return spans


def count_words(text: str, spans: Iterable[Span]) -> int:
    return sum(len(WORD.findall(text, span.start, span.end)) for span in spans)


def _runs(words: list[str]) -> Iterator[int]:
    return (hash(" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1))
