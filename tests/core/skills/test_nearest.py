import numpy as np
import pytest

from brobygger.core.skills.encoder import unit
from brobygger.core.skills.nearest import FEW, Nearest


def vectors(number, seed=0):
    return unit(np.random.default_rng(seed).normal(size=(number, 32)).astype(np.float32))


@pytest.mark.parametrize("number", [1, 50])
def test_few_vectors_are_all_compared(number):
    known, asked = vectors(number), vectors(20, seed=1)

    best, cosine = Nearest(known).of(asked)

    assert (best == (asked @ known.T).argmax(axis=1)).all()
    assert np.allclose(cosine, (asked @ known.T).max(axis=1))


def test_a_close_vector_is_found_among_many():
    known = vectors(FEW + 500)
    rows = np.arange(0, len(known), 9)
    asked = unit(known[rows] + 0.08 * vectors(len(rows), seed=2) * np.sqrt(2))

    best, cosine = Nearest(known).of(asked)

    assert (best == rows).mean() > 0.99
    assert np.allclose(cosine[best == rows], (asked * known[rows]).sum(axis=1)[best == rows], atol=1e-5)


def test_no_query_finds_nothing():
    best, cosine = Nearest(vectors(FEW + 500)).of(np.zeros((0, 32), np.float32))

    assert len(best) == len(cosine) == 0
