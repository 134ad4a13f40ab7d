"""Link the titles of ads, one at a time, to occupations: with label vectors that were computed before."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.compiled import Compiled
from brobygger.core.skills.data import ConceptKind
from brobygger.core.skills.encoder import Vectors
from brobygger.core.skills.linker import Linker


class TitleLinker(Linker):
    """A linker to the occupations of a compiled taxonomy that is ready at once."""

    def __init__(self, content: Compiled) -> None:
        super().__init__(content.taxonomy, content.encoder, content.centroids, [ConceptKind.OCCUPATION])
        self.content = content

    def similar(self, vectors: Vectors, places: npt.NDArray[np.int64]) -> Vectors:
        """Cosines with some labels; their vectors are rounded to 8 bits, which moves a cosine by less than .01."""
        rounded = self.content.title_vectors[places].astype(np.float32)
        return np.asarray((vectors @ rounded.T) * self.content.title_scale[places], np.float32)
