"""The real Nordic ads, where they are at hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from brobygger.core.reading import Document, DocumentKind
from brobygger.data.documents import read_documents

ADS = Path(__file__).parents[4] / "shared" / "data" / "job-ads-nordic"


@pytest.mark.skipif(not ADS.is_dir(), reason="the collected job ads are not on this machine")
def test_all_collected_ads_are_read_without_a_problem():
    items = list(read_documents(ADS, kind=DocumentKind.AD))
    documents = [item for item in items if isinstance(item, Document)]
    assert len(documents) == len(items) == 76
    assert all(document.title == document.text.split("\n")[0] for document in documents)
    assert all(document.published for document in documents)
    kinds = Counter(fact.kind for document in documents for fact in document.declared)
    assert kinds["deadline"] >= 70
    assert kinds["place"] >= 36
    assert not [document.id for document in documents if "<p>" in document.text or "&nbsp;" in document.text]
