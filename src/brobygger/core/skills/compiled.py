"""A taxonomy with all that is computed from it once and kept, so that a reader is ready at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.data import ConceptKind, Taxonomy
from brobygger.core.skills.encoder import Encoder, quantise
from brobygger.core.skills.label_starts import LabelStarts
from brobygger.core.skills.linker import concept_vectors


@dataclass(frozen=True)
class Compiled:
    """
    What reading and linking need.

    Args:
        taxonomy: the concepts.
        encoder: trained on their labels.
        centroids: one unit vector per concept in half precision, shape (concepts, dimensions).
        starts: where to look for labels in text.
        title_vectors: vectors of the occupations' labels in the order of the labels, int8, shape (labels, dimensions).
        title_scale: what one step of `title_vectors` means, per label.
    """

    taxonomy: Taxonomy
    encoder: Encoder
    centroids: npt.NDArray[np.float16]
    starts: LabelStarts
    title_vectors: npt.NDArray[np.int8]
    title_scale: npt.NDArray[np.float32]


def compiled(taxonomy: Taxonomy, encoder: Encoder) -> Compiled:
    """Compute what is kept with a taxonomy."""
    titles = np.flatnonzero(taxonomy.kinds[taxonomy.label_concept] == ConceptKind.OCCUPATION)
    vectors, scale = quantise(encoder.encode(taxonomy.labels[int(row)] for row in titles))
    centroids = concept_vectors(taxonomy, encoder).astype(np.float16)
    return Compiled(taxonomy, encoder, centroids, LabelStarts.of(taxonomy), vectors, scale)
