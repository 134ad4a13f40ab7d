"""Who has something to show for which skill: the inverted index of a pool."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.credit import CREDIT, Link, Relations, ranges
from brobygger.core.matching.data import HeldSkill
from brobygger.core.skills.data import Indices

Bytes = npt.NDArray[np.uint8]
Longs = npt.NDArray[np.int64]

AT_ONCE = 150_000  # entries expanded together: sorts inside the processor's cache


def percent_of(weight: float) -> int:
    """A weight in (0, 1] as a whole percent, at least 1."""
    return max(1, int(weight * 100 + 0.5))


def credit_percent(held: int, link: int) -> int:
    """What a skill held at `held` percent counts for through a link worth `link` percent; at least 1."""
    return max(1, (held * link + 50) // 100)


@dataclass(frozen=True, slots=True)
class Posting:
    """The candidates (ascending rows) who have something to show for a skill, and the percent it counts."""

    rows: Indices
    percents: Bytes


NOBODY = Posting(np.zeros(0, np.int32), np.zeros(0, np.uint8))


@dataclass(frozen=True)
class Postings:
    """
    Held skills and occupations by number, as compressed rows, and the postings that were asked for so far.

    Args:
        size: number of candidates.
        relations: what the taxonomy says; numbers from `len(taxonomy)` on count for themselves only.
        numbers: of the held skills and occupations, ascending.
        starts: first entry of each, and the total at the end.
        rows: candidates of each entry, ascending within a skill.
        percents: how surely each holds it.

    """

    size: int
    relations: Relations
    numbers: Longs
    starts: Longs
    rows: Indices
    percents: Bytes
    _asked: dict[int, Posting] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls, skills: Sequence[Sequence[HeldSkill]], numbers: dict[str, int], relations: Relations
    ) -> Postings:
        """Of a skill named twice by one person the stronger counts."""
        percents = {
            weight: percent_of(weight) for weight in {skill.weight for row in skills for skill in row}
        }
        size = max(1, len(skills))
        keys = np.array(
            [
                ((numbers[skill.uri] * size + row) << 7) + percents[skill.weight]
                for row, held in enumerate(skills)
                for skill in held
            ],
            np.int64,
        )
        number, row, percent = _strongest(keys, size)
        first = np.flatnonzero(np.diff(number, prepend=-1))
        return cls(len(skills), relations, number[first], np.append(first, len(number)), row, percent)

    def spliced(self, other: Postings, source: Indices) -> Postings:
        """Of the candidates `source[i]` of this index followed by those of the other, numbered alike."""
        size, first = len(source), self.size
        row_of = np.full(first + other.size, -1, np.int64)
        row_of[source] = np.arange(size)
        kept, more = self._keys(row_of[:first], size), other._keys(row_of[first:], size)
        stays = kept >= 0
        keys, percents = kept[stays], self.percents[stays]
        places = np.searchsorted(keys, more)
        keys = np.insert(keys, places, more)
        number, row = keys // max(1, size), keys % max(1, size)
        starts = np.flatnonzero(np.diff(number, prepend=-1))
        return Postings(
            size,
            self.relations,
            number[starts],
            np.append(starts, len(number)),
            row.astype(np.int32),
            np.insert(percents, places, other.percents),
        )

    def _keys(self, row_of: Longs, size: int) -> Longs:
        """Number · size + new row of each entry, ascending; negative for candidates who are gone."""
        rows = row_of[self.rows]
        numbers = np.repeat(self.numbers, np.diff(self.starts))
        return np.where(rows < 0, -1, numbers * size + rows)

    def holders(self, number: int) -> Indices:
        """Who holds a skill itself, ascending rows."""
        place = int(np.searchsorted(self.numbers, number))
        if place == len(self.numbers) or self.numbers[place] != number:
            return NOBODY.rows
        return self.rows[self.starts[place] : self.starts[place + 1]]

    def of_needed(self, number: int) -> Posting:
        """Who has something to show for a needed skill: itself, or one that is linked to it."""
        if number not in self._asked:
            self.prepare([number])
        return self._asked[number]

    def prepare(self, needed: Iterable[int]) -> None:
        """Find the postings of many needed skills together, which is faster than one by one."""
        missing = np.array(sorted({number for number in needed if number not in self._asked}), np.int64)
        which, held, credit = self._counting(missing)
        lengths = self.starts[held + 1] - self.starts[held]
        ends = np.cumsum(np.bincount(which, lengths, len(missing))).astype(np.int64)
        start = 0
        while start < len(missing):  # as many needed skills as fit, at least one
            before = ends[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(ends, before + AT_ONCE, "right")))
            part = slice(*np.searchsorted(which, [start, stop]))
            self._store(missing, which[part], held[part], credit[part])
            start = stop
        for number in missing.tolist():
            self._asked.setdefault(number, NOBODY)

    def _counting(self, needed: Longs) -> tuple[Longs, Longs, Longs]:
        """(position in `needed`, position in `numbers`, credit) of all held skills that count, by the first."""
        table, inside = self.relations.links, needed[needed < len(self.relations.taxonomy)]
        lengths = table.starts[inside + 1] - table.starts[inside]
        entries = ranges(table.starts[inside], lengths)
        which = np.concatenate([np.arange(len(needed)), np.repeat(np.arange(len(inside)), lengths)])
        held = np.concatenate([needed, table.held[entries].astype(np.int64)])
        credit = np.concatenate(
            [np.full(len(needed), CREDIT[Link.SAME]), table.percents[entries].astype(np.int64)]
        )
        places = np.searchsorted(self.numbers, held)
        found = np.append(self.numbers, -1)[places] == held
        order = np.argsort(which[found], kind="stable")
        return which[found][order], places[found][order], credit[found][order]

    def _store(self, needed: Longs, which: Longs, held: Longs, credit: Longs) -> None:
        lengths = self.starts[held + 1] - self.starts[held]
        entries = ranges(self.starts[held], lengths)
        percents = self.percents[entries] * np.repeat(credit.astype(np.uint16), lengths)
        percents = np.maximum(1, (percents + 50) // 100)  # `credit_percent`
        keys = (np.repeat(which * self.size, lengths) + self.rows[entries] << 7) + percents
        number, row, percent = _strongest(keys, max(1, self.size))
        first = np.flatnonzero(np.diff(number, prepend=-1))
        for start, end in zip(first, np.append(first, len(number))[1:], strict=True):
            self._asked[int(needed[number[start]])] = Posting(
                row[start:end].copy(), percent[start:end].copy()
            )


def _strongest(keys: Longs, size: int) -> tuple[Longs, Indices, Bytes]:
    """Split keys ((number · size + row) · 128 + percent), keeping the highest percent of each number and row."""
    keys = np.sort(keys)
    keys = keys[np.flatnonzero(np.diff(keys >> 7, append=-1))]
    pairs = keys >> 7
    return pairs // size, (pairs % size).astype(np.int32), (keys & 127).astype(np.uint8)
