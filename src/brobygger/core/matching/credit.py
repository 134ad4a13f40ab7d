"""What the taxonomy says about two skills or two occupations: how much one counts for the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from brobygger.core.matching.data import Candidate, HeldSkill
from brobygger.core.skills.data import ConceptKind, Indices, Rows, Taxonomy

Percents = npt.NDArray[np.uint8]


class Link(IntEnum):
    """How a held skill hangs together with a needed one, closest first."""

    NONE = 0
    SAME = 1
    NARROWER = 2  # the held one is a kind of the needed one
    BROADER = 3  # the needed one is a kind of the held one
    ESSENTIAL = 4  # one is an essential part of the other
    SIBLING = 5  # both are kinds of the same thing
    RELATED = 6  # optional to each other, or related in another way
    CRAFT = 7  # an essential skill of an occupation that is held
    CUSTOM = 8  # an optional skill of an occupation that is held


# Percent of a skill that a linked one, or an occupation, counts for. The steps between skills were compared on ESCO
# when the method was designed; they are judgement, ordered by how much the link implies. Those of occupations were
# chosen on the graded pairs to tune on (docs/reference/benchmarks.md).
CREDIT: Mapping[Link, int] = {
    Link.NONE: 0,
    Link.SAME: 100,
    Link.NARROWER: 80,
    Link.BROADER: 50,
    Link.ESSENTIAL: 50,
    Link.SIBLING: 35,
    Link.RELATED: 30,
    Link.CRAFT: 40,
    Link.CUSTOM: 20,
}
PERSONAL = "00"  # ISCED-F 2013, broad field: generic, basic and personal skills
PERSONAL_SHARE = 0.25
LARGEST_FAMILY = 12  # in a larger group, two members say little about each other

# Percent of closeness of two occupations that share the first 1–4 digits of their ISCO-08 group.
ISCO_CLOSENESS = (0, 0, 20, 40, 60)
BROADER_OCCUPATION, RELATED_OCCUPATION = 80, 60
ESSENTIAL_SHARE, OPTIONAL_SHARE = (2, 1)  # of an occupation's skills in the comparison of two occupations


@dataclass(frozen=True)
class Relations:
    """
    A taxonomy made ready for matching. Build one with `relations_of`, which keeps it.

    Numbers below `len(taxonomy)` are concepts; URIs outside the taxonomy count for themselves only.
    """

    taxonomy: Taxonomy
    _closeness: dict[int, Percents] = field(default_factory=dict, repr=False)

    def number(self, uri: str) -> int | None:
        return self.taxonomy.index.get(uri)

    @cached_property
    def occupations(self) -> Indices:
        return self.taxonomy.of_kind(ConceptKind.OCCUPATION)

    @cached_property
    def information(self) -> npt.NDArray[np.int32]:
        """
        Information weight per concept in thousandths, at least 1.

        ln((1 + N) / (1 + df)) + 1, with df the number of the N occupations that list the skill. A
        skill that no occupation lists gets the median of the others: nothing is known about it. A quarter
        for personal skills: few occupations list curiosity, but not because few ask for it.
        """
        size, rows = len(self.taxonomy), self.occupations
        listed = sp.csr_matrix((self._shares > 0).astype(np.int64))
        frequency = np.asarray(listed.sum(axis=0)).ravel()
        weight = np.log((1 + len(rows)) / (1 + frequency)) + 1
        usual = float(np.median(weight[frequency > 0])) if (frequency > 0).any() else 1.0
        weight[frequency == 0] = usual
        weight[[code.startswith(PERSONAL) for code in self.taxonomy.codes]] *= PERSONAL_SHARE
        return (
            np.maximum(1, np.floor(weight * 1000 + 0.5)).astype(np.int32) if size else np.zeros(0, np.int32)
        )

    @cached_property
    def usual_information(self) -> int:
        """The weight of a skill that is not in the taxonomy: the median of those that are."""
        skills = self.taxonomy.of_kind(ConceptKind.SKILL)
        return int(np.median(self.information[skills])) if len(skills) else 1000

    def information_of(self, uri: str) -> int:
        number = self.number(uri)
        return self.usual_information if number is None else int(self.information[number])

    @cached_property
    def _shares(self) -> sp.csr_matrix:
        """Skills of each occupation, 2 for essential and 1 for optional, shape (occupations, concepts)."""
        taxonomy = self.taxonomy
        parts = []
        for table, share in ((taxonomy.essential, ESSENTIAL_SHARE), (taxonomy.optional, OPTIONAL_SHARE)):
            rows = [table[number] for number in self.occupations]
            starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
            items = np.concatenate(rows) if rows else np.zeros(0, np.int32)
            values = np.full(len(items), share, np.int64)
            parts.append(sp.csr_matrix((values, items, starts), shape=(len(rows), len(taxonomy))))
        return sp.csr_matrix(parts[0].maximum(parts[1]))

    def shown(self, candidate: Candidate) -> tuple[HeldSkill, ...]:
        """What counts for a skill that is asked for: skills, then the occupations of the taxonomy."""
        known = (uri for uri in candidate.occupations if self.occupation_row(uri) >= 0)
        return (*candidate.skills, *map(_as_held, known))

    def usual_skills(self, occupation: str) -> Mapping[int, int]:
        """What an occupation lists: skills and their shares, 2 for essential and 1 for optional; none if it is unknown."""
        row = self.occupation_row(occupation)
        if row < 0:
            return {}
        listed = slice(self._shares.indptr[row], self._shares.indptr[row + 1])
        skills = self._shares.indices[listed]
        counts = self.taxonomy.kinds[skills] == ConceptKind.SKILL
        return dict(zip(skills[counts].tolist(), self._shares.data[listed][counts].tolist(), strict=True))

    @cached_property
    def links(self) -> LinkTable:
        """For each needed skill the held skills and occupations that count for it."""
        return LinkTable.of(self.taxonomy)

    def link(self, held: str, needed: str) -> tuple[Link, int]:
        """How `held` counts for `needed`, and for how many percent."""
        if held == needed:
            return Link.SAME, CREDIT[Link.SAME]
        first, second = self.number(held), self.number(needed)
        if first is None or second is None:
            return Link.NONE, 0
        if first == second:
            return Link.SAME, CREDIT[Link.SAME]
        found = self.links.of_needed(second)
        where = np.searchsorted(found.held, first)
        if where == len(found.held) or found.held[where] != first:
            return Link.NONE, 0
        return Link(int(found.links[where])), int(found.percents[where])

    def closeness(self, occupation: int) -> Percents:
        """
        How close every occupation is to this one, in percent, in the order of `occupations`.

        The best of: the same 100; broader or narrower 80; related 60; shared ISCO-08 digits; and the
        skill bridge, the Dice overlap of both occupations' skills by information weight (Dice 1945).
        """
        if occupation not in self._closeness:
            self._closeness[occupation] = self._closeness_of(int(self.occupation_rows[occupation]))
        return self._closeness[occupation]

    def _closeness_of(self, row: int) -> Percents:
        shares, holders, norms = self._shares, self._holders, self._norms
        own = slice(shares.indptr[row], shares.indptr[row + 1])
        skills = shares.indices[own]
        lengths = np.diff(holders.indptr)[skills]
        entries = ranges(holders.indptr[skills], lengths)
        weights = np.repeat(shares.data[own] * self.information[skills], lengths)
        # whole numbers far below 2⁵³: exact
        dot = np.bincount(holders.indices[entries], holders.data[entries] * weights, len(norms)).astype(
            np.int64
        )
        percents = 200 * dot // np.maximum(1, norms + norms[row])
        percents = np.maximum(percents, np.array(ISCO_CLOSENESS)[self._shared_digits(row)])
        number = int(self.occupations[row])
        above_and_below = [*self.taxonomy.broader[number].tolist(), *self._narrower[number]]
        for near, least in (
            (above_and_below, BROADER_OCCUPATION),
            (self.taxonomy.related[number], RELATED_OCCUPATION),
        ):
            rows = self.occupation_rows[np.array(near, np.int32)]
            rows = rows[rows >= 0]
            percents[rows] = np.maximum(percents[rows], least)
        percents[row] = 100
        return np.asarray(percents, np.uint8)

    @cached_property
    def _holders(self) -> sp.csc_matrix:
        """`_shares` by skill."""
        return sp.csc_matrix(self._shares)

    @cached_property
    def occupation_rows(self) -> Indices:
        """Row in `occupations` of each concept, -1 for those that are no occupation."""
        rows = np.full(len(self.taxonomy), -1, np.int32)
        rows[self.occupations] = np.arange(len(self.occupations))
        return rows

    def occupation_row(self, uri: str) -> int:
        """Row in `occupations`, -1 for what is no occupation of the taxonomy."""
        number = self.number(uri)
        return -1 if number is None else int(self.occupation_rows[number])

    @cached_property
    def _norms(self) -> npt.NDArray[np.int64]:
        squared = self._shares.multiply(self._shares)
        return np.asarray(squared @ self.information.astype(np.int64), np.int64).ravel()

    @cached_property
    def _prefixes(self) -> npt.NDArray[np.int16]:
        """The first 1–4 ISCO digits of each occupation, shape (4, occupations); -1 where the code is shorter."""
        codes = [self.taxonomy.codes[number] for number in self.occupations]
        rows = [[int(code[:size]) if len(code) >= size else -1 for code in codes] for size in range(1, 5)]
        return np.array(rows, np.int16)

    def _shared_digits(self, row: int) -> npt.NDArray[np.int64]:
        own = self._prefixes[:, row, None]
        return np.asarray(((self._prefixes == own) & (own >= 0)).sum(axis=0), np.int64)

    @cached_property
    def _narrower(self) -> list[list[int]]:
        return _children(self.taxonomy.broader)


def ranges(
    starts: npt.NDArray[np.integer[Any]], lengths: npt.NDArray[np.integer[Any]]
) -> npt.NDArray[np.int64]:
    """The whole numbers starts[i] … starts[i] + lengths[i] - 1, one range after the other."""
    shifts = starts - np.append(0, np.cumsum(lengths))[:-1]
    return np.asarray(np.arange(int(lengths.sum())) + np.repeat(shifts, lengths), np.int64)


@dataclass(frozen=True, slots=True)
class Counting:
    """The held concepts (ascending) that count for one needed skill, their percents and links."""

    held: Indices
    percents: Percents
    links: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class LinkTable:
    """
    All links from a held skill or occupation to a skill as compressed rows by needed skill; a skill itself is not
    listed.
    """

    starts: npt.NDArray[np.int64]
    held: Indices
    percents: Percents
    links: npt.NDArray[np.uint8]

    def of_needed(self, needed: int) -> Counting:
        rows = slice(self.starts[needed], self.starts[needed + 1])
        return Counting(self.held[rows], self.percents[rows], self.links[rows])

    @classmethod
    def of(cls, taxonomy: Taxonomy) -> LinkTable:
        triples = np.array(sorted(set(_triples(taxonomy))), np.int64).reshape(-1, 3)
        skill = taxonomy.kinds == ConceptKind.SKILL
        counts = skill[triples[:, 1]] | (triples[:, 2] >= Link.CRAFT)
        triples = triples[skill[triples[:, 0]] & counts & (triples[:, 0] != triples[:, 1])]
        percents = np.array([CREDIT[Link(link)] for link in range(len(Link))])[triples[:, 2]]
        order = np.lexsort(
            (triples[:, 2], -percents, triples[:, 1], triples[:, 0])
        )  # best link of a pair first
        triples, percents = triples[order], percents[order]
        first = np.ones(len(triples), bool)
        first[1:] = (triples[1:, :2] != triples[:-1, :2]).any(axis=1)
        triples, percents = triples[first], percents[first]
        starts = np.searchsorted(triples[:, 0], np.arange(len(taxonomy) + 1)).astype(np.int64)
        return cls(
            starts, triples[:, 1].astype(np.int32), percents.astype(np.uint8), triples[:, 2].astype(np.uint8)
        )


def _triples(taxonomy: Taxonomy) -> Iterator[tuple[int, int, int]]:
    """(needed, held, link) for every link of the taxonomy."""
    for child in range(len(taxonomy)):
        for parent in taxonomy.broader[child].tolist():
            yield parent, child, Link.NARROWER
            yield child, parent, Link.BROADER
    for family in _children(taxonomy.broader):
        if len(family) <= LARGEST_FAMILY:
            yield from ((one, other, Link.SIBLING) for one in family for other in family)
    for table, link in (
        (taxonomy.essential, Link.ESSENTIAL),
        (taxonomy.optional, Link.RELATED),
        (taxonomy.related, Link.RELATED),
    ):
        for one, other in _pairs(table, taxonomy.of_kind(ConceptKind.SKILL).tolist()):
            yield one, other, link
            yield other, one, link
    for table, link in ((taxonomy.essential, Link.CRAFT), (taxonomy.optional, Link.CUSTOM)):
        for occupation, skill in _pairs(table, taxonomy.of_kind(ConceptKind.OCCUPATION).tolist()):
            yield skill, occupation, link


def _pairs(table: Rows, rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    return ((row, other) for row in rows for other in table[row].tolist())


def _children(broader: Rows) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in range(len(broader))]
    for child in range(len(broader)):
        for parent in broader[child].tolist():
            children[parent].append(child)
    return children


@lru_cache(maxsize=4096)
def _as_held(uri: str) -> HeldSkill:
    return HeldSkill(uri)


_kept: list[Relations] = []
MOST_KEPT = 4


def relations_of(taxonomy: Taxonomy) -> Relations:
    """The relations of a taxonomy; the last few are kept, since building them takes a moment."""
    for one in _kept:
        if one.taxonomy is taxonomy:
            return one
    made = Relations(taxonomy)
    _kept.append(made)
    del _kept[:-MOST_KEPT]
    return made
