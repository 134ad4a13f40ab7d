"""`{% component "name" attribute=value %}`, in every template."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from brobygger.web.components import COMPONENTS, WrongComponent

register = template.Library()


@register.simple_tag(takes_context=True)
def component(context: template.Context, name: str, **given: Any) -> SafeString:
    """Render a component with the attributes given; see `web.components`."""
    if name not in COMPONENTS:
        raise WrongComponent(f"there is no component {name!r}. There are: {', '.join(COMPONENTS)}")
    chosen = COMPONENTS[name]
    return render_to_string(chosen.template, chosen.context(given), request=context.get("request"))


@register.filter
def percent_of(value: float, most: float) -> int:
    """`value` as a whole percentage of `most`, for the width of a bar; 0 where there is nothing to compare with."""
    return round(100 * float(value) / float(most)) if most else 0


@register.simple_tag(takes_context=True)
def component_example(context: template.Context, name: str, given: dict[str, Any]) -> SafeString:
    """A component with the attributes of a dictionary: for the catalogue."""
    return component(context, name, **given)
