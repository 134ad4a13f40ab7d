"""Titles of opportunities in the reader's language, in templates; see `web.ads`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def title_of(titles: Mapping[int, Any], opportunity: Any) -> Any:
    """The title of an opportunity and its language, of `web.ads.titles_of`; one that was left out there is an error."""
    return titles[opportunity.pk]
