"""A reader with the product's own vocabulary and places, made once."""

from __future__ import annotations

from functools import lru_cache

from brobygger.core.reading import Document, DocumentKind, Reading
from brobygger.core.reading.solve import Reader
from brobygger.data.places import default_places
from brobygger.data.taxonomies.vocabulary import default_taxonomy


@lru_cache(maxsize=1)
def reader() -> Reader:
    content = default_taxonomy()
    return Reader(content, default_places())


def read_ad(text: str, **more: object) -> Reading:
    return reader().read(Document("ad", text, DocumentKind.AD, **more))


def read_cv(text: str, **more: object) -> Reading:
    return reader().read(Document("cv", text, DocumentKind.CV, **more))
