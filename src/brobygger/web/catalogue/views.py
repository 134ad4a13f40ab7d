"""The living catalogue: every component with examples, so that a newcomer sees what there is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from brobygger.web.catalogue.examples import EXAMPLES, given_to
from brobygger.web.components import COMPONENTS, CONTENT, Component
from brobygger.web.page import ANYONE, page


@page(may=ANYONE)
def components(request: HttpRequest) -> HttpResponse:
    shown = [(component, _examples(component)) for component in COMPONENTS.values()]
    return render(request, "catalogue/components.html", {"shown": shown})


def _examples(component: Component) -> list[SafeString]:
    template = get_template(component.template)
    rendered = []
    for example in EXAMPLES[component.name]:
        given, content = given_to(example)
        variables = component.context(given) | ({CONTENT: content} if component.wraps else {})
        rendered.append(mark_safe(template.render(variables)))  # noqa: S308 - escaped by the template
    return rendered
