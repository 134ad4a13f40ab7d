"""What a component is, and what is wrong with a call of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

CONTENT = "content"
"""The variable in which a component that wraps finds what stands between its two tags."""


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
        wraps: it is written around content, `{% wrap "card" %}…{% endwrap %}`.
        prepare: further variables of the template, computed from the attributes.
    """

    name: str
    required: tuple[str, ...]
    optional: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wraps: bool = False
    prepare: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None

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
        wrong = [f"unknown attribute {name!r}" for name in given if name not in accepted]
        wrong += [f"missing {name!r}" for name in self.required if name not in given]
        if wrong:
            raise WrongComponent(f"{self.name}: {', '.join(wrong)}. Accepted: {', '.join(accepted)}")
        context = {**self.optional, **given}
        for name, values in self.choices.items():
            if context[name] not in values:
                one_of = ", ".join(repr(value) for value in values)
                raise WrongComponent(f"{self.name}: {name} is {context[name]!r}, not one of {one_of}")
        return context | dict(self.prepare(context)) if self.prepare else context
