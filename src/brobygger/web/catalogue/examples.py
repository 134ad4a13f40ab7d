"""An example or two of every component, as the catalogue shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from brobygger.web.components import CONTENT


class ExampleForm(forms.Form):
    start = forms.CharField(
        label="Earliest start",
        help_text="A date or a month.",
        widget=forms.TextInput(attrs={"class": "ds-input"}),
    )


AD = (
    ("Du kan ", "", ""),
    ("programmere i Python", "skill", "Python"),
    (" og har erfaring med ", "", ""),
    ("PLC-styring", "skill", "PLC programming"),
    (". Du taler ", "", ""),
    ("flydende engelsk", "language", "English C1"),
    (", og det er et plus, hvis du kan klare dig på dansk ved kaffebordet. Arbejdet er i ", "", ""),
    ("Viborg", "place", "Viborg, Denmark"),
    (" fra ", "", ""),
    ("1. februar", "time", "Start"),
    (". Ring til ", "", ""),
    ("…", "hidden", "Contact details are kept out"),
    (".", "", ""),
)
ROWS = """
<tr><td>Pump engineer</td><td>Bjerringbro</td><td class="end tabular">12</td></tr>
<tr><td>Embedded developer</td><td>Halden</td><td class="end tabular">7</td></tr>
<tr><td>Laboratory technician</td><td>Uddevalla</td><td class="end tabular">19</td></tr>
"""
FILTER = """
<div class="ds-field"><label class="ds-label" for="example-text">Words</label>
<input class="ds-input" type="search" id="example-text" name="text"></div>
<div class="ds-field"><label class="ds-label" for="example-country">Country</label>
<select class="ds-input" id="example-country" name="country"><option>All</option><option>Denmark</option></select></div>
"""
TEXT_OF_CARD = "<p>Three candidates moved up since yesterday, because they added a language.</p>"

EXAMPLES: dict[str, tuple[Mapping[str, Any], ...]] = {
    "heading": (
        {
            "eyebrow": "InterResource",
            "title": "Internships and first jobs",
            "lead": "120 opportunities on both sides of two borders, newest first.",
        },
    ),
    "card": (
        {"title": "What changed", "note": "Since yesterday", CONTENT: TEXT_OF_CARD},
        {"title": "A page of its own", "href": "#component-card", "tone": "tinted", CONTENT: TEXT_OF_CARD},
    ),
    "alert": (
        {"text": "The ad was read. You can correct what was understood.", "kind": "success"},
        {"text": "The file is larger than 25 MB.", "kind": "danger", "title": "cv.pdf:"},
        {"text": "Two of the facts are unsure.", "kind": "warning"},
        {"text": "Everybody in the demo is invented."},
    ),
    "empty": (
        {
            "title": "Nobody fits all conditions",
            "text": "Try a later start or a wider commute.",
            "href": "#component-empty",
            "action": "Change the conditions",
        },
    ),
    "tabs": (
        {
            "label": "Views of the ad",
            "items": (
                ("Candidates", "#component-tabs", True, 25),
                ("The ad", "#component-tabs", False, None),
                ("What if", "#component-tabs", False, None),
            ),
        },
    ),
    "pager": ({"page": Paginator(range(100), 10).page(2)},),
    "stat": (
        {"value": 240, "label": "candidates", "note": "from 31 countries"},
        {"value": "65 %", "label": "fit something", "href": "#component-stat"},
    ),
    "score": ({"value": 87, "label": "of 100"}, {"value": 42, "size": "sm"}),
    "parts": (
        {"parts": (("Skills", 41, 50), ("Occupation", 12, 15), ("Languages", 9, 10), ("Start", None, 5))},
    ),
    "bars": ({"rows": (("Denmark", 98), ("Norway", 74), ("Sweden", 68)), "label": "Candidates by country"},),
    "columns": (
        {
            "rows": tuple(
                (f"{low}–{low + 9}", count)
                for low, count in zip(range(0, 100, 10), (2, 5, 11, 19, 31, 42, 37, 24, 12, 4), strict=True)
            ),
            "label": "Candidates by score",
            "marked": ("80–89", "90–99"),
        },
    ),
    "curve": (
        {
            "series": (
                ("Placed", ((6, 0.95, 0.85, 0.99), (12, 0.86, 0.74, 0.94), (24, 0.8, 0.66, 0.9)), 1),
                ("Not placed", ((6, 0.88, 0.76, 0.95), (12, 0.71, 0.56, 0.83), (24, 0.62, 0.46, 0.76)), 1),
            ),
            "label": "Share that stays in the region",
            "unit": "months",
        },
    ),
    "table": (
        {
            "caption": "Opportunities with applicants",
            "columns": (("Opportunity", "text"), ("Place", "text"), ("Applicants", "number")),
            CONTENT: ROWS,
        },
    ),
    "chip": (
        {
            "text": "Python",
            "kind": "match",
            "title": "“programmere i Python” – “five years of Python”",
            "of_match": True,
        },
        {"text": "Django, close to web development", "kind": "partly", "of_match": True},
        {"text": "PLC programming", "kind": "missing", "of_match": True},
        {"text": "Danish C1", "kind": "rule", "of_match": True},
        {"text": "address confirmed", "kind": "match"},
        {"text": "Internship", "kind": "info"},
        {"text": "applied", "kind": "waiting"},
        {"text": "overdue", "kind": "late"},
        {"text": "6 months"},
    ),
    "marked_text": (
        {
            "pieces": AD,
            "legend": (
                ("skill", "Skill"),
                ("language", "Language"),
                ("place", "Place"),
                ("time", "Time"),
                ("hidden", "Kept out"),
            ),
        },
    ),
    "field": ({"field": ExampleForm()["start"]}, {"field": ExampleForm({"start": ""})["start"]}),
    "filters": ({"target": "#component-filters", CONTENT: FILTER},),
    "dial": (
        {
            "name": "danish",
            "label": "Danish that the job needs",
            "choices": (("", "None"), ("informal", "Coffee table"), ("B1", "B1"), ("B2", "B2"), ("C1", "C1")),
            "value": "B2",
            "hint": "The ad asks for B2.",
        },
    ),
    "slider": (
        {
            "name": "commute",
            "label": "Commute",
            "value": 60,
            "least": 15,
            "most": 120,
            "step": 15,
            "unit": "min",
        },
    ),
    "file_drop": (
        {
            "name": "ad",
            "label": "Drop an ad here, or choose a file",
            "hint": "PDF, Word, OpenDocument, HTML or plain text, up to 25 MB.",
            "accept": ".pdf,.docx,.odt,.html,.txt",
        },
    ),
}


def given_to(example: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """The attributes of an example, and the content that it wraps."""
    attributes = {name: value for name, value in example.items() if name != CONTENT}
    return attributes, mark_safe(example.get(CONTENT, ""))  # noqa: S308 - written above, not by visitors
