"""Finding likely pairs without comparing every record with every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from brobygger.core.duplicates.data import Entry, LikelyPair, Likeness
from brobygger.core.duplicates.likeness import SHOWN, likeness, phone_key
from brobygger.core.duplicates.names import folded_name

WORD_START = 4  # letters of a word by which names are looked up
MOST_WITH_WORD = (
    300  # records; a word that more have tells nobody apart, except where the whole name is the same
)


class DuplicateIndex:
    """
    Records by what two that are the same have in common: a number, an address, a phone, the start of a word.

    Args:
        entries: with distinct ids.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_key: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        for key in _keys(entry):
            self._by_key[key].append(entry)

    def like(self, entry: Entry) -> list[tuple[Entry, Likeness]]:
        """Those that may be the same as `entry`, the likeliest first, then by id."""
        found: dict[int, tuple[Entry, Likeness]] = {}
        for other in self._near(entry):
            if other.id not in found and other.id != entry.id:
                found[other.id] = other, likeness(entry, other)
        likely = [pair for pair in found.values() if pair[1].score >= SHOWN]
        return sorted(likely, key=lambda pair: (-pair[1].score, pair[0].id))

    def _near(self, entry: Entry) -> Iterator[Entry]:
        for key in _keys(entry):
            near = self._by_key.get(key, [])
            if key[0] != "word" or len(near) <= MOST_WITH_WORD:
                yield from near


def likely_pairs(entries: Iterable[Entry]) -> list[LikelyPair]:
    """Every pair that may be the same, once, the likeliest first, then by ids."""
    index = DuplicateIndex()
    pairs = []
    for entry in sorted(entries, key=lambda one: one.id):
        pairs += [LikelyPair(other.id, entry.id, like) for other, like in index.like(entry)]
        index.add(entry)
    return sorted(pairs, key=lambda pair: (-pair.likeness.score, pair.first, pair.second))


def _keys(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.number:
        yield "number", entry.number
    if entry.email:
        yield "email", entry.email.casefold()
    if phone := phone_key(entry.phone):
        yield "phone", phone
    name = folded_name(entry.name)
    if name:
        yield "name", name
    for start in {word[:WORD_START] for word in name.split()}:
        yield "word", start
