"""`{% component "name" attribute=value %}` and `{% wrap "name" … %}…{% endwrap %}`, in every template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString

from brobygger.web.components import COMPONENTS, CONTENT, Component, WrongComponent

register = template.Library()


@register.simple_tag(takes_context=True)
def component(context: template.Context, component_name: str, **given: Any) -> SafeString:
    """Render a component with the attributes given, `name` among them; see `web.components`."""
    chosen = _chosen(component_name)
    if chosen.wraps:
        raise WrongComponent(
            f'{component_name} goes around content: {{% wrap "{component_name}" … %}}…{{% endwrap %}}'
        )
    return _rendered(context, chosen, chosen.context(given))


@register.simple_block_tag(takes_context=True)
def wrap(context: template.Context, content: SafeString, called: str, **given: Any) -> SafeString:
    """Render a component around the content between the two tags."""
    chosen = _chosen(called)
    if not chosen.wraps:
        raise WrongComponent(f'{called} holds no content: {{% component "{called}" … %}}')
    return _rendered(context, chosen, {**chosen.context(given), CONTENT: content})


def _chosen(name: str) -> Component:
    if name not in COMPONENTS:
        raise WrongComponent(f"there is no component {name!r}. There are: {', '.join(COMPONENTS)}")
    return COMPONENTS[name]


def _rendered(context: template.Context, chosen: Component, variables: Mapping[str, Any]) -> SafeString:
    """With the declared variables alone: a page of three hundred chips computes its frame once."""
    assert context.template is not None, "a component is part of a template"
    found = context.template.engine.get_template(chosen.template)
    return found.render(template.Context(dict(variables)))
