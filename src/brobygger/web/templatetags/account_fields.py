"""Fields of forms that others wrote, in our design."""

from __future__ import annotations

from django import template
from django.forms import BoundField

register = template.Library()


@register.filter
def as_ours(field: BoundField) -> BoundField:
    """The field with the class of our inputs, and without the placeholder that repeats its label."""
    attributes = field.field.widget.attrs
    attributes["class"] = "ds-input"
    attributes.pop("placeholder", None)
    return field
