"""What the reader has learned, version by version: a text that an older one read may say more than is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brobygger.core.reading.data import FACT_KINDS, Graduation, Payer, TaskLanguage

_LATER: Final[Mapping[int, frozenset[str]]] = {
    2: frozenset({FACT_KINDS[Graduation], FACT_KINDS[Payer], FACT_KINDS[TaskLanguage]}),
    3: frozenset(),  # languages, their levels and how they are needed; more skills of those that a text names
    4: frozenset(),  # needs and levels of languages; skills said in everyday words, and classes of a driving licence
    5: frozenset(),  # skills by graded labels, in many more words; what is wished for, denied or lapsed is told from it
    6: frozenset(),  # education, places and dates in many more words; levels of languages; names within longer phrases
    7: frozenset(),  # roles by many more headings, languages of CVs behind any bullet; trust, learned from 1,500 more texts
    8: frozenset(),  # needs and levels of languages, learned and told anew by a settled guideline
    9: frozenset(),  # education by a settled guideline; whether an ad asks for a skill or only mentions it
    10: frozenset(),  # more skills of those that a CV names: trust, learned from 521 more CVs
}
LEARNED: Final[Mapping[int, frozenset[str]]] = {
    1: frozenset(FACT_KINDS.values()) - frozenset().union(*_LATER.values()),
    **_LATER,
}
"""
The kinds of facts that each version was the first to read. A version that reads the same kinds better has none of its
own: give it an empty set here, and candidates are asked whether their CVs are to be read again.
"""
READER_VERSION: Final = max(LEARNED)


def learned_since(version: int) -> frozenset[str]:
    """The kinds of facts that a reader of this version did not read."""
    return frozenset().union(*(kinds for number, kinds in LEARNED.items() if number > version))
