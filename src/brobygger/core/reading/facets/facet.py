"""The shape that every fact finder has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from brobygger.core.reading.data import Document, Fact, Passage

# (text of the passage, the passage, its document) → facts with spans in the whole document
Facet: TypeAlias = Callable[[str, Passage, Document], Iterator[Fact]]
