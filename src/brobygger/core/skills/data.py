"""A taxonomy of occupations, skills and groups, ESCO-shaped, as flat arrays that open in milliseconds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.int32]


class ConceptKind(IntEnum):
    SKILL = 0
    OCCUPATION = 1
    GROUP = 2  # skill groups and ISCO groups


class SkillType(IntEnum):
    SKILL = 0
    KNOWLEDGE = 1
    LANGUAGE = 2
    NONE = 3  # not a skill


class LabelGrade(IntEnum):
    """Of ten places where the words of a label stand in an ad or a CV, at how many the concept is meant."""

    UNRATED = 0
    SURE = 1  # nine or ten
    LOOSE = 2  # six to eight
    VAGUE = 3  # fewer: an everyday word, or a hint


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of index lists: row `i` is `items[starts[i]:starts[i + 1]]` (compressed sparse rows)."""

    starts: npt.NDArray[np.int64]
    items: Indices

    def __post_init__(self) -> None:
        if len(self.starts) == 0 or self.starts[0] != 0 or self.starts[-1] != len(self.items):
            raise ValueError("starts must run from 0 to the number of items")

    def __getitem__(self, row: int) -> Indices:
        return self.items[self.starts[row] : self.starts[row + 1]]

    def __len__(self) -> int:
        return len(self.starts) - 1

    @classmethod
    def of(cls, rows: list[list[int]]) -> Rows:
        starts = np.zeros(len(rows) + 1, np.int64)
        np.cumsum([len(row) for row in rows], out=starts[1:])
        return cls(starts, np.array([item for row in rows for item in row], np.int32))


@dataclass(frozen=True, slots=True)
class Texts:
    """Many short strings in one UTF-8 buffer: string `i` is `data[starts[i]:starts[i + 1]]`."""

    starts: npt.NDArray[np.int64]
    data: bytes | memoryview

    def __getitem__(self, row: int) -> str:
        return bytes(self.data[self.starts[row] : self.starts[row + 1]]).decode()

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __iter__(self) -> Iterator[str]:
        return (self[row] for row in range(len(self)))

    @classmethod
    def of(cls, texts: list[str]) -> Texts:
        encoded = [text.encode() for text in texts]
        starts = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(text) for text in encoded], out=starts[1:])
        return cls(starts, b"".join(encoded))


@dataclass(frozen=True)
class Taxonomy:
    """
    Concepts, their labels in several languages, and how they hang together.

    Concepts are numbered 0 … n-1; labels are sorted by concept, then language in
    the order of `languages`, preferred label first.

    Args:
        name: what it is and which version ("ESCO 1.1.1 + da no sv").
        languages: ISO 639-1 codes in the order used by `label_language`.
        uris: URI per concept.
        kinds: `ConceptKind` per concept, uint8.
        types: `SkillType` per concept, uint8.
        codes: ISCO-08 unit group of an occupation, ISCED-F code of a skill, else "".
        labels: all labels.
        label_concept: concept per label, ascending.
        label_language: index into `languages` per label, uint8.
        label_rank: 0 for the preferred label, then 1, 2 …, uint16.
        label_exact: 1 where a label may only be matched in this very capitalisation, uint8.
        label_grade: `LabelGrade` per label, uint8.
        broader: broader concepts per concept.
        essential: essential skills per concept (occupation or skill).
        optional: optional skills per concept.
        related: related concepts per concept (symmetric).
        same_as: URI of the same concept in ESCO per concept, else "".
    """

    name: str
    languages: tuple[str, ...]
    uris: Texts
    kinds: npt.NDArray[np.uint8]
    types: npt.NDArray[np.uint8]
    codes: Texts
    labels: Texts
    label_concept: Indices
    label_language: npt.NDArray[np.uint8]
    label_rank: npt.NDArray[np.uint16]
    label_exact: npt.NDArray[np.uint8]
    label_grade: npt.NDArray[np.uint8]
    broader: Rows
    essential: Rows
    optional: Rows
    related: Rows
    same_as: Texts

    def __len__(self) -> int:
        return len(self.uris)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Concept number of each URI; an ESCO URI given in `same_as` leads to its concept too."""
        found = {same: number for number, same in enumerate(self.same_as) if same}
        found.update({uri: number for number, uri in enumerate(self.uris)})
        return found

    @cached_property
    def label_starts(self) -> npt.NDArray[np.int64]:
        """First label of each concept, and the total at the end."""
        return np.searchsorted(self.label_concept, np.arange(len(self) + 1)).astype(np.int64)

    def of_kind(self, kind: ConceptKind) -> Indices:
        return np.flatnonzero(self.kinds == kind).astype(np.int32)

    def preferred(self, concept: int, language: str) -> str:
        """Preferred label in `language`; else English, else the first there is."""
        start, end = self.label_starts[concept], self.label_starts[concept + 1]
        fallback = ""
        for row in range(start, end):
            if self.label_rank[row]:
                continue
            code = self.languages[self.label_language[row]]
            if code == language:
                return self.labels[row]
            if code == "en" or not fallback:
                fallback = self.labels[row]
        return fallback or self.uris[concept]

    def labels_of(self, concept: int, language: str | None = None) -> list[str]:
        """All labels of a concept, preferred first, in one language or in all."""
        rows = range(self.label_starts[concept], self.label_starts[concept + 1])
        return [
            self.labels[row]
            for row in rows
            if language is None or self.languages[self.label_language[row]] == language
        ]
