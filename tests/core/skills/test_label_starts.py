import numpy as np

from brobygger.core.skills.label_starts import NONE, LabelStarts
from brobygger.core.skills.stems import stem
from tests.core.skills.small import small


def test_labels_are_found_by_the_stems_of_their_first_words():
    taxonomy, starts = small().taxonomy, small().starts
    every = starts.rows(np.arange(len(taxonomy.labels)))

    first, second = (starts.number(stem(word, "en")) for word in ("python", "programming"))

    assert {taxonomy.labels[row] for row in every.at(first, second)} == {"Python programming"}
    assert {taxonomy.labels[row] for row in every.at(first, NONE)} == {"Python"}
    assert every.at(second, first) == []
    assert starts.number("surely no stem") == NONE


def test_a_label_without_a_word_starts_nothing():
    starts = LabelStarts("", np.array([NONE], np.int32), np.array([NONE], np.int32))

    assert starts.rows([0]).at(NONE, NONE) == []
