"""Pages of a list that may be too long to be counted."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet

MOST_PAGES = 100  # nobody turns further, and counting millions of rows costs more than showing a page of them


class BoundedPaginator(Paginator):  # type: ignore[type-arg]  # generic in the stubs alone
    """Turns no further than `MOST_PAGES`; `more` says that the list goes on behind them."""

    @cached_property
    def _counted(self) -> int:
        rows: QuerySet[Any, Any] = self.object_list  # type: ignore[assignment]  # a list cannot be too long to count
        return rows[: MOST_PAGES * self.per_page + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST_PAGES * self.per_page)

    @property
    def more(self) -> bool:
        return self._counted > self.count
