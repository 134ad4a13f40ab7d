"""The terms of an opportunity as fields of a form, each with the words of the ad that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications.adapters import value_from_json, value_to_json
from brobygger.apps.classifications.queries import search_concepts
from brobygger.apps.opportunities.enums import OpportunityKind
from brobygger.apps.opportunities.queries import chosen_facts
from brobygger.core.reading import (
    Deadline,
    Duration,
    FactValue,
    Hours,
    Kind,
    Modality,
    Pay,
    PayPeriod,
    Place,
    PlaceCount,
    Remote,
    Skill,
    Start,
)
from brobygger.core.reading import OpportunityKind as CoreKind
from brobygger.core.skills import ConceptKind
from brobygger.data.places import default_places
from brobygger.web import wording

COUNTRIES: Final = ("DK", "NO", "SE")
CURRENCIES: Final = ("DKK", "NOK", "SEK", "EUR")
PERIODS: Final = {
    PayPeriod.HOUR: gettext_lazy("an hour"),
    PayPeriod.MONTH: gettext_lazy("a month"),
    PayPeriod.YEAR: gettext_lazy("a year"),
}
HOURS: Final = re.compile(r"(\d{1,3}(?:[.,]\d)?)(?:\s*[-–]\s*(\d{1,3}(?:[.,]\d)?))?")
SKILL: Final = "skill-"  # fields of the skills: skill-<place in the list>
KIND_OF: Final = {
    "kind": "opportunity_kind",
    "place": "place",
    "country": "place",
    "remote": "remote",
    "start": "start",
    "months": "duration",
    "hours": "hours",
    "pay": "pay",
    "currency": "pay",
    "period": "pay",
    "deadline": "deadline",
    "places": "places",
}
"""The kind of fact behind a field."""
SKILL_CHOICES: Final = {
    Modality.REQUIRED.value: gettext_lazy("a must"),
    Modality.PREFERRED.value: gettext_lazy("an advantage"),
    "": gettext_lazy("leave out"),
}


class TermsForm(forms.Form):
    """Fields whose value is what counts now. `facts` are those of the ad, for the skills."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=[("", gettext_lazy("Not said")), *OpportunityKind.choices],
        required=False,
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=100, required=False)
    country = forms.ChoiceField(label=gettext_lazy("Country"), required=False)
    remote = forms.IntegerField(
        label=gettext_lazy("Remote work, per cent"), min_value=0, max_value=100, required=False
    )
    start = forms.DateField(label=gettext_lazy("Start"), required=False)
    months = forms.FloatField(
        label=gettext_lazy("Length in months"),
        help_text=gettext_lazy("0 is permanent."),
        min_value=0,
        max_value=120,
        required=False,
    )
    hours = forms.CharField(
        label=gettext_lazy("Hours a week"),
        help_text=gettext_lazy("37, or 10–15"),
        max_length=20,
        required=False,
    )
    pay = forms.FloatField(label=gettext_lazy("Pay"), min_value=0, max_value=10_000_000, required=False)
    currency = forms.ChoiceField(
        label=gettext_lazy("Currency"), choices=[(one, one) for one in CURRENCIES], required=False
    )
    period = forms.ChoiceField(
        label=gettext_lazy("Pay for"),
        choices=[(one.value, label) for one, label in PERIODS.items()],
        required=False,
    )
    deadline = forms.DateField(label=gettext_lazy("Deadline"), required=False)
    places = forms.IntegerField(
        label=gettext_lazy("Number of places"), min_value=1, max_value=500, required=False
    )
    new_musts = forms.CharField(
        label=gettext_lazy("More skills that are a must"),
        help_text=gettext_lazy("With a comma between, in words of the vocabulary."),
        max_length=500,
        required=False,
    )
    new_advantages = forms.CharField(
        label=gettext_lazy("More skills that are an advantage"), max_length=500, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("The text of the ad"),
        help_text=gettext_lazy("A new text is read anew. What you corrected of the old one is asked again."),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    plain_fields = tuple(KIND_OF)

    def __init__(self, data: Any = None, *, facts: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        words = wording.words()
        self.facts = list(facts)
        self.unknown_skills: list[str] = []
        country = self.fields["country"]
        assert isinstance(country, forms.ChoiceField)
        country.choices = [(code, words.country(code)) for code in COUNTRIES]
        for name, field in self.fields.items():
            field.widget.attrs["class"] = "ds-input"
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(attrs={"class": "ds-input", "type": "date"}, format="%Y-%m-%d")
            if name == "pay":
                field.widget.attrs["step"] = "any"

    @classmethod
    def of(cls, opportunity: Any, chosen: Mapping[str, Any], data: Any = None) -> TermsForm:
        facts = list(opportunity.facts.order_by("span_start", "pk"))
        initial = {
            "title": opportunity.title,
            "text": opportunity.text,
            "country": opportunity.country or "DK",
            "currency": {"NO": "NOK", "SE": "SEK"}.get(opportunity.country, "DKK"),
            "period": PayPeriod.MONTH.value,
        }
        return cls(data, facts=facts, initial=initial | shown_values(chosen))

    def clean_hours(self) -> str:
        written = self.cleaned_data["hours"].strip()
        if written and not HOURS.fullmatch(written):
            raise forms.ValidationError(_("Write a number, or two with a dash between: 10–15."))
        return str(written)

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"].replace("\r\n", "\n"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        name, country = said.get("place", "").strip(), said.get("country", "")
        if name and default_places().named(name, country) is None and not self._is_read_place(name, country):
            self.add_error(
                "place", _("We do not know a place of this name in this country. Write the nearest town.")
            )
        return said

    def _is_read_place(self, name: str, country: str) -> bool:
        return any(
            fact.kind == "place" and (fact.value["name"], fact.value["country"]) == (name, country)
            for fact in self.facts
        )

    def place_value(self) -> Place | None:
        name, country = self.cleaned_data["place"].strip(), self.cleaned_data["country"]
        for fact in self.facts:
            if fact.kind == "place" and (fact.value["name"], fact.value["country"]) == (name, country):
                found = value_from_json("place", fact.value)
                return found if isinstance(found, Place) else None
        entry = default_places().named(name, country) if name else None
        return entry.place if entry else None

    def skill_rows(self, text: str) -> list[dict[str, Any]]:
        """Each skill once, musts first: its name, the words it came from, and what it counts as."""
        rows = []
        for number, (fact, modality) in enumerate(_skills(self.facts)):
            name = f"{SKILL}{number}"
            rows.append(
                {
                    "name": name,
                    "uri": fact.value["uri"],
                    "label": wording.fact_value("skill", {**fact.value, "modality": None}),
                    "words": words_of(text, fact),
                    "choices": list(SKILL_CHOICES.items()),
                    "choice": self.data.get(name, modality) if self.is_bound else modality,
                }
            )
        return rows

    def skill_values(self) -> list[Skill]:
        """The skills as the form says them, in the values of the facts where they are as they were."""
        values = []
        for number, (fact, modality) in enumerate(_skills(self.facts)):
            asked = self.data.get(f"{SKILL}{number}", modality)
            if self.data.get(f"{SKILL}{number}-uri", fact.value["uri"]) != fact.value["uri"]:
                asked = modality  # the list was made from another reading
            if asked in (Modality.REQUIRED.value, Modality.PREFERRED.value):
                values.append(_skill(fact.value, Modality(asked)))
        for name, modality in (("new_musts", Modality.REQUIRED), ("new_advantages", Modality.PREFERRED)):
            for word in filter(None, (one.strip() for one in self.cleaned_data[name].split(","))):
                hits = search_concepts(
                    word, language=wording.reader_language(), kind=ConceptKind.SKILL, most=1
                )
                if hits:
                    values.append(Skill(hits[0].uri, hits[0].label, modality))
                else:
                    self.unknown_skills.append(word)
        return values


def shown_values(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields show of the facts that count."""
    value = {kind: fact.value for kind, fact in chosen.items()}
    shown: dict[str, Any] = {
        "kind": value.get("opportunity_kind", {}).get("kind", ""),
        "start": value.get("start", {}).get("date"),
        "deadline": value.get("deadline", {}).get("date"),
        "months": _short(value.get("duration", {}).get("months")),
        "places": value.get("places", {}).get("count"),
    }
    if "place" in value:
        shown |= {"place": value["place"]["name"], "country": value["place"]["country"]}
    if "remote" in value:
        shown["remote"] = round(100 * value["remote"]["share"])
    if "hours" in value:
        least, most = value["hours"]["minimum"], value["hours"]["maximum"]
        shown["hours"] = f"{least:g}" if least == most else f"{least:g}–{most:g}"
    if "pay" in value:
        pay = value["pay"]
        shown |= {"pay": _short(pay["minimum"]), "currency": pay["currency"], "period": pay["period"]}
    return shown


def words_behind(text: str, chosen: Mapping[str, Any]) -> dict[str, str]:
    """By field, the words of the ad that its value came from; empty where a person said it."""
    return {name: words_of(text, chosen[kind]) for name, kind in KIND_OF.items() if kind in chosen}


def words_of(text: str, fact: Any) -> str:
    if fact.span_start is None or fact.span_end is None:
        return ""
    return " ".join(text[fact.span_start : fact.span_end].split())


def facts_to_change(form: TermsForm, facts: list[Any]) -> Iterator[tuple[str, list[FactValue]]]:
    """(kind, all values that count) of each kind whose fields say something else than what was read."""
    chosen = chosen_facts(facts)
    before = TermsForm(_as_sent(shown_values(chosen)))
    for kind in dict.fromkeys(KIND_OF.values()):
        names = [name for name, one in KIND_OF.items() if one == kind]
        if kind not in chosen and not any(form.cleaned_data[name] for name in names if name in ESSENTIAL):
            continue
        if kind in chosen and all(_same(before, form, name) for name in names):
            continue
        value = _value(kind, form, chosen.get(kind))
        if value is not None or kind in chosen:
            yield kind, [] if value is None else [value]
    now_there = {(fact.value["uri"], modality) for fact, modality in _skills(facts)}
    wanted = form.skill_values()
    if {(one.uri, one.modality.value) for one in wanted} != now_there:
        yield "skill", list(_kept_skills(facts, wanted))


ESSENTIAL: Final = frozenset(
    {"kind", "place", "remote", "start", "months", "hours", "pay", "deadline", "places"}
)
"""The fields without which their kind says nothing."""
EMPTY: Final = (None, "")


def _as_sent(shown: Mapping[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in shown.items()}


def _same(before: TermsForm, form: TermsForm, name: str) -> bool:
    """Whether a field says what it said: compared as the field understands it, so that 37 is 37.0."""
    field = form.fields[name]
    try:
        was = field.to_python(before.data.get(name, ""))
    except forms.ValidationError:
        return False
    now_said = form.cleaned_data[name]
    return bool(was == now_said or (was in EMPTY and now_said in EMPTY))


def _value(kind: str, form: TermsForm, fact: Any) -> FactValue | None:
    """What the fields of a kind say; None: nothing."""
    said = form.cleaned_data
    match kind:
        case "opportunity_kind":
            return Kind(CoreKind(said["kind"])) if said["kind"] else None
        case "place":
            return form.place_value()
        case "remote":
            return None if said["remote"] is None else Remote(said["remote"] / 100)
        case "start":
            return Start(said["start"]) if said["start"] else None
        case "deadline":
            return Deadline(said["deadline"]) if said["deadline"] else None
        case "duration":
            return None if said["months"] is None else Duration(float(said["months"]))
        case "places":
            return PlaceCount(said["places"]) if said["places"] else None
        case "hours":
            return _hours(said["hours"])
    return _pay(said, fact)


def _hours(written: str) -> Hours | None:
    found = HOURS.fullmatch(written)
    if not found:
        return None
    numbers = [float(one.replace(",", ".")) for one in found.groups() if one]
    return Hours(min(numbers), max(numbers))


def _pay(said: Mapping[str, Any], fact: Any) -> Pay | None:
    if said["pay"] is None:
        return None
    most = fact.value.get("maximum") if fact is not None and fact.value["minimum"] == said["pay"] else None
    return Pay(
        float(said["pay"]), most, said["currency"] or "DKK", PayPeriod(said["period"] or PayPeriod.MONTH)
    )


def _skills(facts: Iterable[Any]) -> list[tuple[Any, str]]:
    """(fact, modality) of each skill once, musts first: a must in one sentence is a must."""
    best: dict[str, tuple[Any, str]] = {}
    for fact in facts:
        modality = fact.value.get("modality") if fact.kind == "skill" and fact.counts else None
        if modality not in (Modality.REQUIRED.value, Modality.PREFERRED.value):
            continue
        known = best.get(fact.value["uri"])
        if known is None or known[1] != Modality.REQUIRED.value == modality:
            best[fact.value["uri"]] = (fact, modality)
    return sorted(best.values(), key=lambda pair: pair[1] != Modality.REQUIRED.value)


def _skill(stored: Mapping[str, Any], modality: Modality) -> Skill:
    found = value_from_json("skill", {**stored, "modality": modality.value})
    if not isinstance(found, Skill):
        raise TypeError(f"no skill: {stored}")
    return found


def _kept_skills(facts: Iterable[Any], wanted: Iterable[Skill]) -> Iterator[Skill]:
    """What is wanted, and every other mention of a skill that already says the same of it."""
    asked = {one.uri: one for one in wanted}
    seen = []
    for one in asked.values():
        seen.append(value_to_json(one))
        yield one
    for fact in facts:
        if fact.kind != "skill" or not fact.counts:
            continue
        need = asked.get(fact.value["uri"])
        is_other = fact.value.get("modality") not in (Modality.REQUIRED.value, Modality.PREFERRED.value)
        if (is_other or (need is not None and need.modality.value == fact.value.get("modality"))) and (
            fact.value not in seen
        ):
            seen.append(fact.value)
            yield _skill(fact.value, Modality(fact.value["modality"]))


def _short(number: Any) -> Any:
    return int(number) if isinstance(number, float) and number.is_integer() else number
