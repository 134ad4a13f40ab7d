"""The tabs of a family of pages: those that its reader may open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from brobygger.web.page import PageRequest

Tabs = list[tuple[str, str, bool, None]]


def tabs_of(parts: Iterable[tuple[str, str | StrPromise, str]]) -> Callable[[PageRequest, str], Tabs]:
    """
    What gives the component `tabs` its input, from the request and the name of the page that is open.

    Args:
        parts: name of the address, label, permission of each.
    """
    kept = tuple(parts)

    def tabs(request: PageRequest, current: str) -> Tabs:
        return [
            (str(label), reverse(name), name == current, None)
            for name, label, may in kept
            if request.user.has_perm(may)
        ]

    return tabs
