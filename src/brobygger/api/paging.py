"""Long lists in pages, with ceilings: a number that no database takes never reaches one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Field, Schema

from brobygger.api.access import ApiRequest

Item = TypeVar("Item")
USUAL, MOST, FARTHEST = 20, 100, 1_000_000


class Window(Schema):
    limit: int = Field(USUAL, ge=1, le=MOST, description="Most entries of one answer.")
    offset: int = Field(0, ge=0, le=FARTHEST, description="How many entries to leave out from the start.")


class Page(Schema, Generic[Item]):
    """A part of a list, and the way to the parts beside it."""

    count: int = Field(description="Entries of the whole list.")
    next: str | None = Field(description="Address of the entries that follow.")
    previous: str | None = Field(description="Address of the entries before.")
    results: list[Item]

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        return f"{params[0].__name__}Page"


def page_of(request: ApiRequest, rows: Any, window: Window, show: Callable[[Any], Item]) -> Page[Any]:
    """The rows of a queryset that lie in the window. Two queries."""
    count = rows.count()
    end = window.offset + window.limit
    shown: Iterable[Any] = rows[window.offset : end] if window.offset < count else ()
    after = _address(request, end) if end < count and end <= FARTHEST else None
    before = _address(request, max(0, window.offset - window.limit)) if window.offset else None
    links = {"next": after, "prev": before}
    request.links = {name: address for name, address in links.items() if address}
    return Page(count=count, next=after, previous=before, results=[show(row) for row in shown])


def _address(request: HttpRequest, offset: int) -> str:
    given = [(name, value) for name, values in request.GET.lists() for value in values if name != "offset"]
    return request.build_absolute_uri(f"{request.path}?{urlencode([*given, ('offset', offset)])}")
