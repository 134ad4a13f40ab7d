"""The audit trail in the reader's words. What has no words here yet is told by its own name."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from brobygger.apps.base.queries import field_word
from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.organisations.actions.suspension import part_label
from brobygger.apps.organisations.enums import ContactRight
from brobygger.core.skills import Taxonomy
from brobygger.web import wording
from brobygger.web.secretariat.history.action_words import ACTIONS, SUBJECTS
from brobygger.web.secretariat.history.field_words import CHOICES, FIELDS, RARE_FIELDS, TABLES

PAGES = {
    "people.Candidate": "candidate",
    "opportunities.Opportunity": "opportunity",
    "opportunities.Report": "report",
    "matching.MatchRun": "match-run",
}
LISTS = {"changed", "candidates", "organisations"}  # whose two values are no before and after
OF_KINDS = {"added", "gone", "replaced"}  # which tell how many facts of which kind
NOTHING = {"", "None", "[]", "{}"}  # as wishes are told


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What one field became; `before` is None where only the new value was told."""

    label: str
    before: str | None
    after: str


def action_phrase(action: str) -> str:
    """“CV read again”; for an action without words its name: “people: invite somebody”."""
    app, _dot, name = action.partition(".")
    return str(ACTIONS.get(action) or f"{app}: {name.replace('_', ' ')}")


def subject_word(subject_type: str) -> str:
    """“Candidate”; the name of the table where there is no word for it."""
    return str(SUBJECTS.get(subject_type) or subject_type.rpartition(".")[2])


def change_lines(
    changes: Mapping[str, Any], concepts: Callable[[], Taxonomy] = taxonomy, subject_type: str = ""
) -> list[ChangeLine]:
    """
    Before and after of what an entry changed; nothing but what it holds.

    Args:
        concepts: called for facts alone.
        subject_type: of the entry, for the names of its columns.
    """
    return list(_Told(changes, concepts, subject_type).lines())


class _Told:
    def __init__(
        self, changes: Mapping[str, Any], concepts: Callable[[], Taxonomy], subject_type: str
    ) -> None:
        self.changes, self.concepts, self.subject_type = changes, concepts, subject_type
        self.kind = changes.get("kind")

    def lines(self) -> Iterator[ChangeLine]:
        for key, value in self.changes.items():
            name = "contact_right" if key == "right" and _is_contact_right(value) else key
            if name == "kind" and isinstance(self.changes.get("value"), dict):
                yield ChangeLine(_("Kind"), None, str(wording.FACT_NAMES.get(str(value), value)))
            elif isinstance(value, list) and len(value) == 2 and name not in LISTS:
                yield from self._pair(name, *value)
            else:
                yield ChangeLine(self._label(name), None, self._value(name, value))

    def _label(self, name: str) -> str:
        return field_label(name, self.subject_type)

    def _pair(self, name: str, before: Any, after: Any) -> Iterator[ChangeLine]:
        if isinstance(before, dict) and isinstance(after, dict):
            for key in sorted({*before, *after}):
                if before.get(key) != after.get(key):
                    label = f"{self._label(name)}: {_part(key)}"
                    yield ChangeLine(
                        label, self._value(key, before.get(key)), self._value(key, after.get(key))
                    )
        else:
            yield ChangeLine(self._label(name), self._value(name, before), self._value(name, after))

    def _value(self, name: str, value: Any) -> str:
        if isinstance(value, str) and value.startswith("["):
            value = _listed(value)
        if value is None or (isinstance(value, str) and value in NOTHING) or value in ([], {}):
            return "–"
        if isinstance(value, bool) or value in ("True", "False"):
            return _("yes") if value in (True, "True") else _("no")
        if isinstance(value, dict) and name == "withdrawn":
            return ", ".join(f"{part_label(part)}: {len(rows)}" for part, rows in value.items())
        if isinstance(value, dict) and name in OF_KINDS:
            return ", ".join(
                f"{wording.FACT_NAMES.get(kind, kind)}: {count}" for kind, count in value.items()
            )
        if isinstance(value, dict):
            return self._fact(value) or ", ".join(
                f"{_part(key)} {self._value(key, one)}" for key, one in value.items()
            )
        if isinstance(value, list):
            return ", ".join(self._value(name, one) for one in value)
        if name == "changed":
            return str(TABLES.get(value) or self._label(value))
        labels = [choices(value).label for choices in CHOICES.get(name, ()) if value in choices.values]
        return str(labels[0]) if labels else str(value)

    def _fact(self, value: Mapping[str, Any]) -> str:
        """A stored fact in words; empty for what is none."""
        if self.kind not in wording.FACT_NAMES:
            return ""
        try:
            return wording.fact_value(str(self.kind), value, self.concepts())
        except (KeyError, ValueError):  # a fact as an earlier version stored it
            return ""


def _listed(text: str) -> Any:
    """A list as wishes are told: “['NO', 'SE']”; any other text as it is."""
    try:
        read = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
    return read if isinstance(read, list) else text


def _is_contact_right(value: Any) -> bool:
    """Whether “right” tells what a contact may do; with facts it tells what is right instead."""
    found = [one for one in (value if isinstance(value, list) else [value]) if one is not None]
    return bool(found) and all(isinstance(one, str) and one in ContactRight.values for one in found)


def field_label(name: str, subject_type: str = "") -> str:
    """What a field is called; its own name where there is no word for it."""
    word = FIELDS.get(name) or field_word(subject_type, name) or RARE_FIELDS.get(name)
    return wording.capital(str(word or name.replace("_", " ")))


def _part(key: str) -> str:
    """One of several values that a field holds together, such as a weight."""
    word = str(FIELDS.get(key) or RARE_FIELDS.get(key) or key.replace("_", " "))
    return word[:1].lower() + word[1:]
