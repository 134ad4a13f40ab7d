import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.skills import ConceptKind, Linker
from tests.core.skills.small import small

LETTERS = st.text(alphabet="abcdefghijklmnoprstuvwæøåäö +#.-", max_size=40)
LIKE_LABELS = st.sampled_from(
    ["weld metal welding", "Python programming", "manage projects", "c c++ c++", "soldat"]
)


@pytest.fixture(scope="module", params=["en", "sv", "fi"])  # of a language without labels all are compared
def spelling(request):
    content = small()
    linker = Linker(content.taxonomy, content.encoder, content.centroids, [*ConceptKind])
    return linker.spelling(request.param)


@given(texts=st.lists(LETTERS | LIKE_LABELS, min_size=1, max_size=4), draw=st.randoms())
def test_words_in_common_are_weighed_as_whole_rows_of_tf_idf_are(spelling, texts, draw):
    labels = [spelling.taxonomy.labels[int(row)] for row in spelling.labels.rows]
    chosen = np.array(draw.sample(range(len(labels)), draw.randint(0, len(labels))), np.int64)
    rows = spelling.encoder.sparse(labels)[chosen]

    similar = spelling.similar(chosen, *spelling.encoder.tf_idf_of(texts))

    assert similar.shape == (len(texts), len(chosen))
    np.testing.assert_allclose(similar, (spelling.encoder.sparse(texts) @ rows.T).toarray(), atol=1e-6)


def test_every_label_is_found_by_itself_whatever_its_capitals(spelling):
    labels = {int(row): spelling.taxonomy.labels[int(row)] for row in spelling.labels.rows}

    for label in labels.values():
        same = [row for row, other in labels.items() if other.casefold() == label.casefold()]
        assert spelling.same(label.upper()) == spelling.same(label) == same
    assert spelling.same("no label at all") == []
    assert spelling.same("") == []
