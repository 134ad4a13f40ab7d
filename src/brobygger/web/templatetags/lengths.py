"""How long the text of a field may be, for fields that a template writes out; see `web.lengths`."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from brobygger.web.lengths import MOST

register = template.Library()


@register.simple_tag
def most(address: str, field: str) -> SafeString:
    """Like `data-most="1000"`, of a field that is sent to the address of this name; one that is unknown is an error."""
    return format_html('data-most="{}"', MOST[address][field].letters)
