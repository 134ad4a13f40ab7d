"""What an opportunity asks of the person: education and experience, as fields of its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

from django import forms
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications.adapters import value_from_json
from brobygger.core.matching.chosen_facts import is_possible, strongest_of
from brobygger.core.reading import Education, Experience, FactValue, Modality
from brobygger.web.fields_of_study import FIELDS, field_name

Asked = TypeVar("Asked", Education, Experience)
BACKGROUND: Final = {
    "education": "education",
    "study": "education",
    "education_counts": "education",
    "experience": "experience",
    "experience_counts": "experience",
}
"""The kind of fact behind a field. An ad may name several of these; the form shows what counts."""
ASKED: Final = (Modality.REQUIRED.value, Modality.PREFERRED.value)
COUNTS: Final = {
    Modality.REQUIRED.value: gettext_lazy("a must"),
    Modality.PREFERRED.value: gettext_lazy("an advantage"),
}


def shown_background(facts: Iterable[Any]) -> dict[str, Any]:
    """What the fields show of education and experience: what counts in a match, as `opportunity_from` tells it."""
    educations = strongest_of(asked_of(facts, Education), lambda one: one.modality)
    experiences = strongest_of(asked_of(facts, Experience), lambda one: one.modality)
    levels = [one.eqf for one in educations if one.eqf is not None]
    studies = [one.field for one in asked_of(facts, Education) if one.field]
    return {
        "education": str(min(levels)) if levels else "",
        "study": studies[0] if studies else "",
        "education_counts": educations[0].modality.value if educations else Modality.REQUIRED.value,
        "experience": short(max((one.years for one in experiences), default=None)),
        "experience_counts": experiences[0].modality.value if experiences else Modality.REQUIRED.value,
    }


def background_to_change(form: forms.Form, facts: list[Any]) -> Iterator[tuple[str, list[FactValue]]]:
    if "education" not in form.data:  # a form of before these fields were in it
        return
    was, said = shown_background(facts), form.cleaned_data
    level, study = said["education"], said["study"]
    counts = Modality(said["education_counts"] or Modality.REQUIRED)
    is_other = (level, study) != (was["education"], was["study"])
    if is_other or ((level or study) and counts.value != was["education_counts"]):
        named = [one.field for one in asked_of(facts, Education) if one.field]
        # an ad may name several fields of study: they stay unless another one is said
        studies = named if study and study == was["study"] else [study or None]
        eqf = int(level) if level else None
        values = [Education(eqf, one, counts) for one in dict.fromkeys(studies) if eqf or one]
        yield "education", [*values, *not_asked(facts, "education")]
    years, counts = said["experience"], Modality(said["experience_counts"] or Modality.REQUIRED)
    if years != was["experience"] or (years is not None and counts.value != was["experience_counts"]):
        experiences = [] if years is None else [Experience(float(years), counts)]
        yield "experience", [*experiences, *not_asked(facts, "experience")]


def asked_of(facts: Iterable[Any], of: type[Asked]) -> list[Asked]:
    """What an ad asks for of one class, as far as it can be true."""
    values = [
        value_from_json(fact.kind, fact.value) for fact in facts if fact.counts and fact.kind in BACKGROUND
    ]
    return [
        one
        for one in values
        if isinstance(one, of) and is_possible(one) and one.modality.value in ASKED  # type: ignore[attr-defined]
    ]


def not_asked(facts: Iterable[Any], kind: str) -> list[FactValue]:
    """What the ad tells without asking for it, such as whom one works with: it stays as it is."""
    return [
        value_from_json(kind, fact.value)
        for fact in facts
        if fact.kind == kind and fact.counts and fact.value.get("modality") not in ASKED
    ]


def studies_to_choose(facts: Iterable[Any]) -> list[tuple[str, Any]]:
    """The fields of study to choose from, and those of the ad that are narrower than these."""
    read = {one.field for one in asked_of(facts, Education) if one.field} - set(FIELDS)
    return [*FIELDS.items(), *((code, field_name(code) or code) for code in sorted(read))]


def further_studies(facts: Iterable[Any]) -> list[str]:
    """The names of the fields of study that an ad asks for beside the one that the form shows."""
    first, *others = [one.field for one in asked_of(facts, Education) if one.field] or [""]
    names = dict.fromkeys(field_name(code) or code for code in others)
    return [name for name in names if name != (field_name(first) or first)]


def short(number: Any) -> Any:
    return int(number) if isinstance(number, float) and number.is_integer() else number
