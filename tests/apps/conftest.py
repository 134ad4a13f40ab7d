"""A small vocabulary in use, and users of every role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.utils import translation

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.classifications.actions import load_vocabulary
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.classifications.queries.vocabulary import opened
from brobygger.data.taxonomies import write_taxonomy
from tests.core.skills.small import small
from tests.factories import UserFactory
from tests.factories.moments import NOW
from tests.scenarios.kept_rows import rows_kept


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Messages are tested in the language of the source."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def vocabulary_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("vocabulary") / "small.taxonomy"
    write_taxonomy(path, small())
    yield path
    opened.cache_clear()


@pytest.fixture
def vocabulary(db: None, vocabulary_file: Path) -> Vocabulary:
    return _loaded(vocabulary_file)


@rows_kept
def _loaded(path: Path) -> Vocabulary:
    return load_vocabulary(path=path, by=None, at=NOW)


@pytest.fixture
def user_of(db: None) -> Callable[[Role], User]:
    return lambda role: UserFactory(role=role)
