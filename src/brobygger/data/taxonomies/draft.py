"""A taxonomy in the making: concepts, labels and relations gathered from files, then frozen into arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from brobygger.core.skills.data import ConceptKind, LabelGrade, Rows, SkillType, Taxonomy, Texts
from brobygger.core.skills.training import TrainingText

# ESCO and most national vocabularies write "no" for what the product calls Bokmål
LANGUAGE_NAMES = {"no": "nb"}


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be taken, with its place."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(slots=True)
class DraftConcept:
    uri: str
    kind: ConceptKind
    type: SkillType = SkillType.NONE
    code: str = ""
    same_as: str = ""
    labels: dict[str, list[str]] = field(default_factory=dict)  # language → labels, preferred first
    exact: set[str] = field(default_factory=set)
    grades: dict[tuple[str, str], LabelGrade] = field(default_factory=dict)  # by language and label
    descriptions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class TaxonomyDraft:
    """What the files said so far. Relations may name concepts that come later; `freeze` drops and counts the rest."""

    name: str = ""
    concepts: dict[str, DraftConcept] = field(default_factory=dict)
    broader: list[tuple[str, str]] = field(default_factory=list)
    essential: list[tuple[str, str]] = field(default_factory=list)
    optional: list[tuple[str, str]] = field(default_factory=list)
    related: list[tuple[str, str]] = field(default_factory=list)

    def add_labels(
        self, concept: DraftConcept, language: str, labels: Iterable[str], *, first: bool = False
    ) -> None:
        """Append labels that are new (ignoring case) to one language; `first` puts them in front."""
        language = LANGUAGE_NAMES.get(language, language)
        have = concept.labels.setdefault(language, [])
        seen = {label.casefold() for label in have}
        new = []
        for label in (" ".join(text.split()) for text in labels):
            if label and label.casefold() not in seen:
                seen.add(label.casefold())
                new.append(label)
        concept.labels[language] = new + have if first else have + new

    def training_texts(self) -> list[TrainingText]:
        """Every label and description, with its concept's number in the frozen taxonomy."""
        texts = []
        for number, concept in enumerate(self._sorted()):
            for language, labels in sorted(concept.labels.items()):
                texts += [TrainingText(label, number, language) for label in labels]
            texts += [TrainingText(text, number, "") for text in concept.descriptions]
        return texts

    def numbers(self) -> dict[str, int]:
        """Number of each URI in the frozen taxonomy."""
        return {concept.uri: number for number, concept in enumerate(self._sorted())}

    def freeze(self) -> Taxonomy:
        """Concepts in the order of their kind and URI: the same content gives the same file."""
        concepts = self._sorted()
        number = {concept.uri: row for row, concept in enumerate(concepts)}
        languages = tuple(sorted({code for concept in concepts for code in concept.labels}))
        rows = [
            (row, language, rank, label, label in concept.exact, concept.grades.get((code, label), 0))
            for row, concept in enumerate(concepts)
            for language, code in enumerate(languages)
            for rank, label in enumerate(concept.labels.get(code, ()))
        ]
        return Taxonomy(
            name=self.name,
            languages=languages,
            uris=Texts.of([concept.uri for concept in concepts]),
            kinds=np.array([concept.kind for concept in concepts], np.uint8),
            types=np.array([concept.type for concept in concepts], np.uint8),
            codes=Texts.of([concept.code for concept in concepts]),
            labels=Texts.of([row[3] for row in rows]),
            label_concept=np.array([row[0] for row in rows], np.int32),
            label_language=np.array([row[1] for row in rows], np.uint8),
            label_rank=np.array([min(row[2], 65_535) for row in rows], np.uint16),
            label_exact=np.array([row[4] for row in rows], np.uint8),
            label_grade=np.array([row[5] for row in rows], np.uint8),
            broader=_rows(self.broader, number),
            essential=_rows(self.essential, number),
            optional=_rows(self.optional, number),
            related=_rows([*self.related, *((b, a) for a, b in self.related)], number),
            same_as=Texts.of([concept.same_as for concept in concepts]),
        )

    def _sorted(self) -> list[DraftConcept]:
        return sorted(self.concepts.values(), key=lambda concept: (concept.kind, concept.uri))


def _rows(pairs: Iterable[tuple[str, str]], number: dict[str, int]) -> Rows:
    rows: list[set[int]] = [set() for _ in number]
    for left, right in pairs:
        if left in number and right in number and left != right:
            rows[number[left]].add(number[right])
    return Rows.of([sorted(row) for row in rows])
