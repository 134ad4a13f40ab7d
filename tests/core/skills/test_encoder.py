import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.skills.encoder import Encoder, quantise
from brobygger.core.skills.features import features_of, words_of
from brobygger.core.skills.training import Settings, TrainingText, train_encoder
from tests.core.skills.small import draft, small

WORDS = st.text(alphabet="abcdefghijklmnoprstuvwæøåäö +#.-", max_size=60)


def test_words_keep_signs_that_are_part_of_a_name():
    assert words_of("C++ og C#, .NET samt Node.js") == ["c++", "og", "c#", ".net", "samt", "node", ".js"]


def test_features_are_the_word_and_its_bounded_grams():
    assert features_of("ab") == ["=ab", "<ab", "ab>", "<ab>"]


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_encode_gives_unit_rows_or_zeros(texts):
    vectors = small().encoder.encode(texts)

    lengths = np.linalg.norm(vectors, axis=1)
    assert vectors.shape == (len(texts), small().encoder.dimensions)
    assert np.all((np.abs(lengths - 1) < 1e-4) | (lengths == 0))


@given(WORDS, WORDS)
def test_encode_does_not_depend_on_the_company(text, other):
    alone = small().encoder.encode([text])[0]

    np.testing.assert_allclose(small().encoder.encode([other, text])[1], alone, atol=1e-5)


def test_labels_of_one_concept_are_closer_than_of_two():
    welding, weld, python = small().encoder.encode(["svejsning", "svetsning", "Python"])

    assert welding @ weld > 0.6 > welding @ python


def test_training_twice_gives_the_same_encoder():
    texts = draft().training_texts()
    settings = Settings(dimensions=8, epochs=5, batch=8, seen_in=1)

    first, second = train_encoder(texts, settings), train_encoder(texts, settings)

    assert np.array_equal(first.weights, second.weights)
    assert list(first.features) == list(second.features)


def test_training_needs_two_concepts_with_two_labels():
    with pytest.raises(ValueError, match="two concepts"):
        train_encoder([TrainingText("alone", 0, "en")], Settings(seen_in=1))


@given(st.integers(1, 6), st.integers(0, 2**31))
def test_quantise_keeps_weights_within_half_a_step(rows, seed):
    weights = np.random.default_rng(seed).normal(size=(rows, 4)).astype(np.float32)

    steps, scale = quantise(weights)

    assert np.all(np.abs(steps * scale[:, None] - weights) <= scale[:, None] * 0.501)


def test_encoder_refuses_arrays_of_different_lengths():
    with pytest.raises(ValueError, match="one row per feature"):
        Encoder(["a"], np.ones(2, np.float32), np.zeros((1, 2), np.int8), np.ones(1, np.float32))
