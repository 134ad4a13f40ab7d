"""
The product's components: pieces of a page with declared attributes.

In a template `{% component "chip" text="Python" kind="match" %}`, or around content
`{% wrap "card" title=name %}…{% endwrap %}`. An attribute that a component does not have is an error that lists those it
has. Every component is shown at /components/.
"""

from __future__ import annotations

from brobygger.web.components.charts import column_shapes, curve_shapes, share_shapes
from brobygger.web.components.component import CONTENT, Component, WrongComponent

__all__ = ["CHIP_KINDS", "COMPONENTS", "CONTENT", "MARK_KINDS", "Component", "WrongComponent"]

CHIP_KINDS = ("neutral", "match", "partly", "missing", "rule", "info", "waiting", "late")
MARK_KINDS = ("skill", "occupation", "language", "education", "place", "time", "condition", "hidden")

PAGE = (
    Component(
        "heading",
        ("title",),
        {"lead": "", "eyebrow": "", "language": ""},
        "The top of a page: what it is, and one sentence on what can be done here; the language of a title that is "
        "not the page's.",
    ),
    Component(
        "card",
        (),
        {"title": "", "note": "", "href": "", "tone": "plain"},
        "A piece of the page that belongs together.",
        {"tone": ("plain", "tinted")},
        wraps=True,
    ),
    Component(
        "alert",
        ("text",),
        {"kind": "info", "title": ""},
        "A message above the content.",
        {"kind": ("info", "success", "warning", "danger")},
    ),
    Component(
        "empty",
        ("title",),
        {"text": "", "href": "", "action": ""},
        "What a list shows when it holds nothing, with the way on.",
    ),
    Component(
        "tabs",
        ("label", "items"),
        {},
        "The views of one thing: (label, address, is current, count or None) items.",
    ),
    Component("pager", ("page",), {"query": ""}, "Previous and next for a Django page of results."),
)
FIGURES = (
    Component("stat", ("value", "label"), {"note": "", "href": ""}, "One figure and what it counts."),
    Component(
        "score",
        ("value",),
        {"label": "", "size": "md"},
        "A score from 0 to 100 as a number and a bar.",
        {"size": ("sm", "md")},
    ),
    Component(
        "parts",
        ("parts",),
        {},
        "What a score is made of: (label, points or None, most points) rows that add up to it.",
    ),
    Component(
        "bars",
        ("rows",),
        {"label": "", "unit": "", "most": None},
        "A bar chart of (label, value) rows that is a table to those who cannot see it. The longest bar is the "
        "highest value, or `most`.",
        prepare=share_shapes,
    ),
    Component(
        "columns",
        ("rows", "label"),
        {"marked": ()},
        "A column chart of (label, value) rows in their order, some of them marked; a table lies under it.",
        prepare=column_shapes,
    ),
    Component(
        "curve",
        ("series", "label"),
        {"most": 24, "unit": ""},
        "How shares change over time, as steps with the band of doubt around them: (name, steps, first share) series "
        "of (time, share, lower, upper) steps. The table that says the same stands beside it on the page.",
        prepare=curve_shapes,
    ),
    Component(
        "table",
        ("caption", "columns"),
        {"shows_caption": False},
        "A table that scrolls on small screens: (label, 'text' or 'number') columns around its rows.",
        wraps=True,
    ),
)
REASONS = (
    Component(
        "chip",
        ("text",),
        {"kind": "neutral", "title": "", "of_match": False},
        "A reason in a few words: matched, partly, missing, a rule. Or a state: something waits, or is late. "
        "`of_match` has screen readers say which of the four: only where it is about who fits what.",
        {"kind": CHIP_KINDS},
    ),
    Component(
        "marked_text",
        ("pieces",),
        {"legend": (), "language": ""},
        "A text in which the facts that were read are marked: (text, kind or '', title) pieces, in its language.",
    ),
)
INPUTS = (
    Component("field", ("field",), {"hint": ""}, "A form field with its label, hint and errors."),
    Component(
        "filters",
        (),
        {"target": "", "action": "", "label": ""},
        "The fields that narrow a list. With a target it answers each change; otherwise, and without scripts, there is "
        "a button. Over a list, on small screens, the first field is shown and the others when they are asked for.",
        wraps=True,
    ),
    Component(
        "dial",
        ("name", "label", "choices", "value"),
        {"hint": ""},
        "A condition that can be turned step by step: (value, label) choices, one of them chosen.",
    ),
    Component(
        "slider",
        ("name", "label", "value", "least", "most"),
        {"step": 1, "unit": "", "hint": ""},
        "A number that can be turned, with its value beside it.",
    ),
    Component(
        "file_drop",
        ("name", "label"),
        {"accept": "", "hint": "", "multiple": False},
        "A place to drop files on, or to choose them.",
    ),
)
COMPONENTS = {component.name: component for component in (*PAGE, *FIGURES, *REASONS, *INPUTS)}
