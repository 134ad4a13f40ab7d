"""Which column a header that nobody knows may be: by its words in four languages, and by what its cells look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from brobygger.data.tables.columns import Column, ColumnSet, Form, folded

LOOKED_AT: Final = 50  # cells of a column
ENOUGH: Final = 0.5  # what a proposal has to reach
SHORTEST: Final = 3  # letters of a word that counts by itself
SHORTEST_PART: Final = 5  # letters of one that may stand inside a longer word: “telefonnr”
ALIKE: Final = 0.8  # share of equal letters of a word that is misspelt
MOST_FIT: Final = 0.6  # share of cells that fit, from which a form counts
TOLD: Final = 0.6  # what cells alone are worth, and
HINTED: Final = 0.2  # what they add where the header has to speak too
WORD: Final = re.compile(r"[^\W\d_]+|\d+")
HUMP: Final = re.compile(r"(?<=[a-zæøåäö])(?=[A-ZÆØÅÄÖ])")


def propose(
    header: Sequence[str], rows: Sequence[Sequence[str]], places: Mapping[int, str], columns: ColumnSet
) -> dict[int, str]:
    """
    What the places of a header that hold no column may hold; each column once, the likeliest place of it.

    Args:
        rows: cells of the first rows; so many are looked at.
        places: which place holds which column already.

    Returns:
        Place → name of a column. A proposal is for a person to look at: nothing is read by it.
    """
    free = [column for column in columns.columns if column.name not in places.values()]
    scored: list[tuple[float, int, str]] = []
    for place, text in enumerate(header):
        if place in places or not text:
            continue
        cells = [row[place] for row in rows[:LOOKED_AT] if row[place]]
        for column in free:
            score = _score(text, cells, column, columns.forms.get(column.name))
            if score >= ENOUGH:
                scored.append((-score, place, column.name))
    found: dict[int, str] = {}
    for _likeliness, place, name in sorted(scored):
        if place not in found and name not in found.values():
            found[place] = name
    return dict(sorted(found.items()))


def _score(header: str, cells: Sequence[str], column: Column, form: Form | None) -> float:
    """0 where the cells speak against the column."""
    words = _by_words(header, column)
    if form is None or not cells:
        return words
    share = sum(_fits(form, cell) for cell in cells) / len(cells)
    if share < MOST_FIT:
        return 0.0
    return words + (TOLD if form.tells else HINTED) * share


def _fits(form: Form, cell: str) -> bool:
    try:
        return bool(form.fits(cell))
    except ValueError:
        return False


def _by_words(header: str, column: Column) -> float:
    """How much of the header is a name that the column is known by, 0–0.9."""
    whole, words = folded(header), set(_words(header))
    best = 0.0
    for known in column.headers:
        if len(known) < SHORTEST:
            continue
        is_part = len(known) >= SHORTEST_PART and (whole.startswith(known) or whole.endswith(known))
        if known in words or is_part:
            best = max(best, 0.5 + 0.4 * len(known) / len(whole))
        elif len(known) >= SHORTEST_PART and abs(len(known) - len(whole)) <= 2:
            alike = SequenceMatcher(None, whole, known).ratio()
            best = max(best, alike * 0.8 if alike >= ALIKE else 0.0)
    return best


def _words(header: str) -> Iterator[str]:
    """“Virksomhedens navn” and “virksomhedensNavn” are two words."""
    for part in WORD.findall(HUMP.sub(" ", header)):
        yield folded(part)
