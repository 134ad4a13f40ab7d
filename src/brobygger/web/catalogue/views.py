"""The living catalogue: every component with examples, so that a newcomer sees what there is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from brobygger.web.components import COMPONENTS
from brobygger.web.page import ANYONE, page


class ExampleForm(forms.Form):
    start = forms.CharField(label="Earliest start", help_text="A date or a month")


EXAMPLES: dict[str, list[dict[str, Any]]] = {
    "heading": [{"title": "Opportunities", "lead": "120 places on both sides of two borders.", "eyebrow": "InterResource"}],
    "chip": [
        {"text": "Python", "kind": "match"},
        {"text": "Django through web development", "kind": "partly"},
        {"text": "PLC programming", "kind": "missing"},
        {"text": "Danish C1", "kind": "rule"},
        {"text": "Internship", "kind": "info"},
        {"text": "6 months"},
    ],
    "score": [{"value": 87, "label": "of 100"}, {"value": 42, "size": "sm"}],
    "parts": [{"parts": [("Skills", 41, 50), ("Occupation", 12, 15), ("Start", None, 5)]}],
    "stat": [{"value": "240", "label": "candidates", "note": "31 countries"}],
    "alert": [
        {"text": "The ad was read in 0.1 seconds.", "kind": "success"},
        {"text": "The file is larger than 25 MB.", "kind": "danger", "title": "cv.pdf:"},
    ],
    "empty": [{"title": "Nobody fits all conditions", "text": "Try a later start or a wider commute.", "href": "#", "action": "Change the filter"}],
    "bars": [{"rows": [("Denmark", 98), ("Norway", 74), ("Sweden", 68)], "label": "Candidates by country"}],
    "marked_text": [
        {
            "pieces": [("Du kan ", "", ""), ("programmere i Python", "skill", "Python"), (" og taler ", "", ""), ("flydende engelsk", "language", "English C1"), (".", "", "")],
            "legend": [("skill", "Skill"), ("language", "Language")],
        }
    ],
}  # fmt: skip


@page(may=ANYONE)
def components(request: HttpRequest) -> HttpResponse:
    examples = EXAMPLES | {
        "pager": [{"page": Paginator(range(100), 10).page(2)}],
        "field": [{"field": ExampleForm()["start"]}],
    }
    shown = [
        (component, [{"name": component.name, "given": given} for given in examples[component.name]])
        for component in COMPONENTS.values()
    ]
    return render(request, "catalogue/components.html", {"shown": shown})
