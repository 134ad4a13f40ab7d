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

    def vectors_of(self, places: npt.NDArray[np.int64]) -> Vectors:
        """Vectors of some labels; rounded to 8 bits, which moves a cosine by less than .01."""
        vectors = self.content.title_vectors[places].astype(np.float32)
        vectors *= self.content.title_scale[places, None]
        return vectors
