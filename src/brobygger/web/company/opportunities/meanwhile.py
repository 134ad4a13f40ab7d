"""
Two people write the same opportunity: what the form was made with is sent back with it, and compared.

Who saves second is told what the first one changed, and saves again. What the second has not touched is then as the
first left it; what both changed is as the second has it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching import queries as matching
from brobygger.apps.opportunities import queries
from brobygger.apps.opportunities.enums import LanguageTask
from brobygger.web import wording
from brobygger.web.company.opportunities.terms import CHOICES, LISTS, TermsForm, listed, sent_rows

TASK: Final = "task:"  # names of the fields of the X-ray: task:<languages>:<task>
ROWS: Final = tuple(f"{kind}:" for kind in LISTS)  # skill:<address of the concept>
NOTHING: Final = "–"


class SavedMeanwhile(Exception):
    """Somebody else saved the opportunity while the form stood open."""


def standing(opportunity: Any) -> dict[str, str]:
    """What the form of an opportunity shows, by field, as it would be sent; of the text its digest."""
    facts = queries.facts_of(opportunity)
    initial = TermsForm.of(opportunity, queries.chosen_facts(facts)).initial
    shown = {name: "" if value is None else str(value) for name, value in initial.items()}
    shown["text"] = _digest(opportunity.text)
    shown |= {f"{kind}:{uri}": choice for kind in LISTS for uri, choice in listed(kind, facts)}
    return shown | {
        f"{TASK}{codes}:{task}": choice for (codes, task), choice in matching.shown_tasks(opportunity).items()
    }


def seen_in(data: Mapping[str, Any]) -> dict[str, str]:
    """What a form says that it was made with; nothing where it does not say so, which is not compared."""
    try:
        seen = json.loads(data.get("seen", ""))
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in seen.items()} if isinstance(seen, dict) else {}


def differing(seen: Mapping[str, str], now_there: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """(before, now) of what somebody else changed, by field; an absent one says nothing."""
    if not seen:
        return {}
    names = dict.fromkeys((*seen, *now_there))
    found = {name: (_value(seen, name), _value(now_there, name)) for name in names}
    return {name: pair for name, pair in found.items() if pair[0] != pair[1]}


def joined(data: Any, seen: Mapping[str, str], now_there: Mapping[str, str]) -> Any:
    """What was sent, with what its sender has not touched as it stands now."""
    both = data.copy()
    for name, (before, after) in differing(seen, now_there).items():
        if name.startswith(ROWS):
            continue
        if name == "text":
            if _digest(data.get("text", "")) == before:
                both.pop("text")
        elif data.get(name, "") == before or (name not in data and not name.startswith(TASK)):
            both[name] = after
    for kind in LISTS:
        touched = {
            uri: choice
            for uri, choice in sent_rows(data, kind).items()
            if choice != seen.get(f"{kind}:{uri}", "")
        }
        for name in [name for name in data if name.startswith(f"{kind}-")]:
            both.pop(name)
        for number, (uri, choice) in enumerate(touched.items()):
            both[f"{kind}-{number}-uri"], both[f"{kind}-{number}"] = uri, choice
    return both


def told(form: TermsForm, changes: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """(what, before, now) of what somebody else changed, in words."""
    for name, pair in changes.items():
        if name == "text":
            yield str(form.fields["text"].label), _("the text that you began with"), _("another text")
        elif name.startswith(ROWS):
            kind, _mark, uri = name.partition(":")
            choices = {**CHOICES[kind], "": NOTHING}
            yield (_concept(uri), *(str(choices.get(one, one)) for one in pair))  # type: ignore[misc]
        elif name.startswith(TASK):
            choices = {matching.UNSAID: _("not said"), matching.NOT_NEEDED: _("not needed")}
            yield (_task(name), *(str(choices.get(one, one)) for one in pair))  # type: ignore[misc]
        elif name in form.fields:
            choices = {str(value): label for value, label in getattr(form.fields[name], "choices", ())}
            yield (str(form.fields[name].label), *(str(choices.get(one, one)) or NOTHING for one in pair))  # type: ignore[misc]


def _value(values: Mapping[str, str], name: str) -> str:
    return values.get(name, str(matching.UNSAID) if name.startswith(TASK) else "")


def _concept(uri: str) -> str:
    concepts = taxonomy()
    number = concepts.index.get(uri)
    name = uri if number is None else concepts.preferred(number, wording.reader_language())
    return wording.capital(name)


def _task(name: str) -> str:
    _mark, codes, task = name.split(":")
    language = wording.capital(wording.words().language_choice(codes.split("|")))
    return f"{language}: {LanguageTask(task).label}"


def _digest(text: str) -> str:
    """Of a text as a form sends it: without blank lines at the ends, and with its own line breaks."""
    plain = text.replace("\x00", " ").replace("\r\n", "\n").replace("\r", "\n").strip()
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()
