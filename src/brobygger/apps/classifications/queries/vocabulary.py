"""The vocabulary in use, opened once in a process."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from django.db.models import QuerySet

from brobygger.apps.classifications.models import Vocabulary
from brobygger.core.skills import ConceptKind, Linker, Rows, SkillType, Taxonomy
from brobygger.data.places import default_places
from brobygger.data.taxonomies import TaxonomyFile, read_taxonomy
from brobygger.data.taxonomies.vocabulary import COMPILED

if TYPE_CHECKING:
    from brobygger.core.reading.solve import Reader

MOST_OPEN = 3  # vocabularies kept open in one process


@dataclass(frozen=True)
class OpenVocabulary:
    """
    A taxonomy file opened for reading, with what pages look up in it.

    Args:
        content: the taxonomy and its encoder.
        digest: SHA-256 of the file.
    """

    content: TaxonomyFile
    digest: str

    @property
    def taxonomy(self) -> Taxonomy:
        return self.content.taxonomy

    @cached_property
    def reader(self) -> Reader:
        """Reads ads and CVs with this taxonomy."""
        # its thousand patterns are compiled when somebody reads, not at the start of every command
        from brobygger.core.reading.solve import Reader

        return Reader(self.content, default_places())

    @cached_property
    def folded_labels(self) -> list[str]:
        """Every label without regard to capitals, in the order of the taxonomy."""
        return [label.casefold() for label in self.taxonomy.labels]

    @cached_property
    def skill_of_label(self) -> dict[str, int]:
        """The skill of each label without regard to capitals; of several the one that it is the first label of."""
        taxonomy = self.taxonomy
        best: dict[str, tuple[int, int]] = {}
        for row, label in enumerate(self.folded_labels):
            concept = int(taxonomy.label_concept[row])
            if taxonomy.kinds[concept] == ConceptKind.SKILL and taxonomy.types[concept] != SkillType.LANGUAGE:
                rank = (int(taxonomy.label_rank[row]), concept)
                best[label] = min(rank, best.get(label, rank))
        return {label: concept for label, (_rank, concept) in best.items()}

    @cached_property
    def skill_linker(self) -> Linker:
        """Links words that are no label to skills. Some seconds of work, once in a process."""
        content = self.content
        return Linker(content.taxonomy, content.encoder, content.centroids, [ConceptKind.SKILL])

    @cached_property
    def narrower(self) -> Rows:
        return _inverse(self.taxonomy.broader, len(self.taxonomy))

    @cached_property
    def needed_by(self) -> Rows:
        """Occupations (and skills) for which a concept is essential."""
        return _inverse(self.taxonomy.essential, len(self.taxonomy))

    @cached_property
    def useful_for(self) -> Rows:
        """Occupations (and skills) for which a concept is optional."""
        return _inverse(self.taxonomy.optional, len(self.taxonomy))


def vocabularies() -> QuerySet[Vocabulary]:
    """All vocabularies that were loaded, the one in use first."""
    return Vocabulary.objects.order_by("-is_default", "-loaded_at")


def vocabulary_in_use() -> Vocabulary | None:
    """The default vocabulary; None as long as nobody has loaded one."""
    return Vocabulary.objects.filter(is_default=True).first()


def open_vocabulary() -> OpenVocabulary:
    """
    The vocabulary in use: the default one, else the one that comes with the product.

    Raises:
        TaxonomyFileError: its file is missing or damaged.
    """
    row = vocabulary_in_use()
    return opened(row.path, row.digest) if row and row.path else opened(str(COMPILED), "")


def vocabulary_of(digest: str) -> OpenVocabulary | None:
    """The vocabulary whose file has this SHA-256, in use or not; None if no such file is there any more."""
    paths = Vocabulary.objects.filter(digest=digest).values_list("path", flat=True)
    for path in {*map(str, paths), ""}:
        file = Path(path) if path else COMPILED
        if file.is_file() and file_digest(file) == digest:
            return opened(str(file), digest)
    return None


def taxonomy() -> Taxonomy:
    """The concepts of the vocabulary in use."""
    return open_vocabulary().taxonomy


def reader() -> Reader:
    """What reads ads and CVs with the vocabulary in use."""
    return open_vocabulary().reader


@lru_cache(maxsize=MOST_OPEN)
def opened(path: str, digest: str) -> OpenVocabulary:
    """A taxonomy file, kept open; `digest` is calculated where it is not known."""
    return OpenVocabulary(read_taxonomy(Path(path)), digest or file_digest(Path(path)))


def file_digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _inverse(rows: Rows, size: int) -> Rows:
    """Row `j` of the result lists every `i` whose row in `rows` holds `j`."""
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), np.diff(rows.starts))
    order = np.argsort(rows.items, kind="stable")
    starts: npt.NDArray[np.int64] = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(rows.items, minlength=size), out=starts[1:])
    return Rows(starts, owners[order])
