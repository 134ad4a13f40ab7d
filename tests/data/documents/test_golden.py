"""Each format once, in full: the text and the facts that reading must give."""

from __future__ import annotations

import pytest

from brobygger.core.reading import DocumentKind
from brobygger.data.documents import Problem, read_documents
from tests.data.documents.golden import ENDING, FOLDER, expected, seen

INPUTS = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(ENDING))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_golden_file_gives_expected_documents(path):
    assert seen(read_documents(path)) == expected(path.name)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_golden_file_keeps_identity_out(path):
    for item in read_documents(path):
        if not isinstance(item, Problem):
            words = f"{item.id} {item.title} {item.employer} {item.text}".lower()
            assert not [
                word
                for word in ("hidden", "skjult", "dold@", "secret", "polish nationality")
                if word in words
            ]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_declared_facts_stand_in_the_text(path):
    for item in read_documents(path):
        if not isinstance(item, Problem):
            for fact in item.declared:
                words = item.text[fact.span.start : fact.span.end]
                assert words == words.strip() != ""
                assert fact.method == "structured"
                assert fact.confidence >= 0.95


def test_europass_is_refused_where_ads_are_expected():
    (problem,) = read_documents(FOLDER / "europass-3.xml", kind=DocumentKind.AD)
    assert isinstance(problem, Problem)
    assert problem.message_key == "cv_not_ad"


def test_folder_of_golden_files_is_read_in_sorted_order():
    items = list(read_documents(FOLDER, kind=None))
    sources = [item.source for item in items]
    assert sources == sorted(sources)
    ids = [item.id for item in items if not isinstance(item, Problem)]
    assert len(ids) == len(set(ids)) > 15
