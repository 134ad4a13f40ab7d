"""
The product's components: pieces of a page with declared inputs.

In a template: `{% component "chip" text=_("Python") kind="match" %}`. An attribute that a component does not have is an
error that lists those it has. Every component is shown at /components/.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class WrongComponent(Exception):
    """A template asks for a component that is not there, or gives it the wrong attributes."""


@dataclass(frozen=True, slots=True)
class Component:
    """
    Args:
        name: what templates call it.
        required: attributes that must be given.
        optional: attributes that may be given, with their defaults.
        about: one sentence for the catalogue.
        choices: the values an attribute may have.
    """

    name: str
    required: tuple[str, ...]
    optional: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return f"components/{self.name}.html"

    def context(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """
        The template's variables.

        Raises:
            WrongComponent: naming what is missing, unknown or not among the choices.
        """
        accepted = (*self.required, *self.optional)
        unknown = [name for name in given if name not in accepted]
        missing = [name for name in self.required if name not in given]
        if unknown or missing:
            wrong = [f"unknown attribute {name!r}" for name in unknown] + [
                f"missing {name!r}" for name in missing
            ]
            raise WrongComponent(f"{self.name}: {', '.join(wrong)}. Accepted: {', '.join(accepted)}")
        context = {**self.optional, **given}
        for name, values in self.choices.items():
            if context[name] not in values:
                raise WrongComponent(
                    f"{self.name}: {name} is {context[name]!r}, not one of {', '.join(values)}"
                )
        return context


CHIP_KINDS = ("neutral", "match", "partly", "missing", "rule", "info")
COMPONENTS = {
    component.name: component
    for component in (
        Component(
            "heading",
            ("title",),
            {"lead": "", "eyebrow": ""},
            "The top of a page: what it is, and one sentence on what can be done here.",
        ),
        Component(
            "chip",
            ("text",),
            {"kind": "neutral", "title": ""},
            "A reason in a few words: matched, partly, missing, a rule.",
            {"kind": CHIP_KINDS},
        ),
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
            "What a score is made of: (label, points, most points) rows that add up to it.",
        ),
        Component("stat", ("value", "label"), {"note": "", "href": ""}, "One figure and what it counts."),
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
            "What a list shows when it holds nothing.",
        ),
        Component(
            "bars",
            ("rows",),
            {"label": "", "unit": ""},
            "A bar chart of (label, value) rows that is a table to those who cannot see it.",
        ),
        Component(
            "marked_text",
            ("pieces",),
            {"legend": ()},
            "A text in which the facts that were read are marked: (text, kind, title) pieces.",
        ),
        Component("pager", ("page",), {"query": ""}, "Previous and next for a Django page of results."),
        Component("field", ("field",), {"hint": ""}, "A form field with its label, hint and errors."),
    )
}
