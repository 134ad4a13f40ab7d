"""The terms of an opportunity as fields of a form, each with the words of the ad that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.classifications.adapters import value_from_json, value_to_json
from brobygger.apps.classifications.queries import search_concepts, taxonomy
from brobygger.apps.opportunities.adapters import LONGEST_FUND
from brobygger.apps.opportunities.enums import OpportunityKind, PaidBy
from brobygger.apps.opportunities.queries import chosen_facts
from brobygger.core.matching.data import LONGEST_YEARS
from brobygger.core.reading import (
    Deadline,
    Duration,
    Education,
    FactValue,
    Hours,
    Kind,
    Modality,
    Occupation,
    Pay,
    Payer,
    PayPeriod,
    Place,
    PlaceCount,
    Remote,
    Skill,
    Start,
)
from brobygger.core.reading import OpportunityKind as CoreKind
from brobygger.core.reading import PaidBy as CorePaidBy
from brobygger.core.skills import ConceptKind
from brobygger.data.places import default_places
from brobygger.web import wording
from brobygger.web.company.opportunities.background import (
    ASKED,
    BACKGROUND,
    COUNTS,
    asked_of,
    background_to_change,
    further_studies,
    not_asked,
    short,
    shown_background,
    studies_to_choose,
)
from brobygger.web.company.opportunities.payer import objections

COUNTRIES: Final = ("DK", "NO", "SE")
CURRENCIES: Final = ("DKK", "NOK", "SEK", "EUR")
HOURS: Final = re.compile(r"(\d{1,3}(?:[.,]\d)?)(?:\s*[-–]\s*(\d{1,3}(?:[.,]\d)?))?")
LISTS: Final = ("occupation", "skill")
"""Kinds with a row for each concept. The fields are <kind>-<place in the list> and <kind>-<place>-uri."""
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
    "paid_by": "payer",
    "fund": "payer",
    "deadline": "deadline",
    "places": "places",
}
"""The kind of fact behind a field."""
CHOICES: Final[Mapping[str, Mapping[str, Any]]] = {
    "skill": {**COUNTS, "": gettext_lazy("leave out")},
    "occupation": {Modality.REQUIRED.value: gettext_lazy("counts"), "": gettext_lazy("leave out")},
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
        choices=list(wording.PAY_PERIODS.items()),
        required=False,
    )
    paid_by = forms.ChoiceField(
        label=gettext_lazy("Who pays"),
        help_text=gettext_lazy(
            "Where the money for the pay comes from. Shares and options are no pay: a place that offers nothing else "
            "is unpaid."
        ),
        choices=[("", gettext_lazy("Not said")), *PaidBy.choices],
        required=False,
    )
    fund = forms.CharField(
        label=gettext_lazy("Name of the programme, fund or grant"),
        help_text=gettext_lazy("Such as a foundation, or Erasmus+. Leave it empty where the company pays."),
        max_length=LONGEST_FUND,
        required=False,
    )
    deadline = forms.DateField(label=gettext_lazy("Deadline"), required=False)
    places = forms.IntegerField(
        label=gettext_lazy("Number of places"), min_value=1, max_value=500, required=False
    )
    education = forms.ChoiceField(label=gettext_lazy("Level of education"), required=False)
    study = forms.ChoiceField(label=gettext_lazy("Field of study"), required=False)
    education_counts = forms.ChoiceField(
        label=gettext_lazy("The education is"), choices=list(COUNTS.items()), required=False
    )
    experience = forms.FloatField(
        label=gettext_lazy("Years of experience"), min_value=0, max_value=LONGEST_YEARS, required=False
    )
    experience_counts = forms.ChoiceField(
        label=gettext_lazy("The experience is"), choices=list(COUNTS.items()), required=False
    )
    new_occupations = forms.CharField(
        label=gettext_lazy("Another occupation"),
        help_text=gettext_lazy("In words of the vocabulary; several with a comma between."),
        max_length=300,
        required=False,
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
        help_text=gettext_lazy(
            "A new text is read from scratch. What you corrected in the old one is asked again."
        ),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    plain_fields = tuple(KIND_OF)
    background_fields = tuple(BACKGROUND)

    def __init__(self, data: Any = None, *, facts: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        words = wording.words()
        self.facts = list(facts)
        self.unknown_words: list[str] = []
        self._choose("country", [(code, words.country(code)) for code in COUNTRIES])
        read = {one.eqf for one in asked_of(self.facts, Education) if one.eqf}
        levels = [(str(one), wording.capital(words.eqf(one))) for one in sorted(read | {*range(2, 9)})]
        self._choose("education", [("", _("Not said")), *levels])
        self._choose("study", [("", _("Not said")), *studies_to_choose(self.facts)])
        further = further_studies(self.facts)
        if further:
            self.fields["study"].help_text = _(
                "These count, too: %(fields)s. Another choice here replaces them all."
            ) % {"fields": " · ".join(further)}
        for name, field in self.fields.items():
            field.widget.attrs["class"] = "ds-input"
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(attrs={"class": "ds-input", "type": "date"}, format="%Y-%m-%d")
            if name in ("pay", "experience"):
                field.widget.attrs["step"] = "any"

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

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
        return cls(data, facts=facts, initial=initial | shown_values(chosen) | shown_background(facts))

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
        payer, pay = said.get("paid_by", ""), said.get("pay")
        for field, objection in objections(payer, pay, said.get("fund", "")).items():
            self.add_error(field, str(objection))
        if payer == PaidBy.UNPAID and pay is None and "pay" in said:
            said["pay"] = 0.0  # as in the ads that say so
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

    def rows(self, kind: str, text: str) -> list[dict[str, Any]]:
        """Each skill or occupation once, musts first: its name, the words it came from, and what it counts as."""
        sent = sent_rows(self.data, kind) if self.is_bound else {}
        there = [
            (fact.value, words_of(text, fact), sent.get(fact.value["uri"], choice))
            for fact, choice in _listed(kind, self.facts)
        ]
        beside = [
            ({"uri": uri, "label": uri}, "", choice) for uri, choice in self._sent_beside(kind, sent).items()
        ]
        return [
            {
                "name": f"{kind}-{number}",
                "uri": value["uri"],
                "label": wording.fact_value(kind, {**value, "modality": None}),
                "words": words,
                "choices": list(CHOICES[kind].items()),
                "choice": choice,
            }
            for number, (value, words, choice) in enumerate((*there, *beside))
        ]

    def skill_values(self) -> list[Skill]:
        """The skills as the form says them, in the values of the facts where they are as they were."""
        values = []
        sent = sent_rows(self.data, "skill")
        for fact, modality in _listed("skill", self.facts):
            asked = sent.get(fact.value["uri"], modality)
            if asked in ASKED:
                values.append(_skill(fact.value, Modality(asked)))
        for uri, asked in self._sent_beside("skill", sent).items():
            values.append(Skill(uri, _label("skill", uri), Modality(asked)))
        for name, modality in (("new_musts", Modality.REQUIRED), ("new_advantages", Modality.PREFERRED)):
            values += [Skill(hit.uri, hit.label, modality) for hit in self._found(name, ConceptKind.SKILL)]
        return values

    def occupation_values(self) -> list[Occupation]:
        """The occupations as the form says them, those of the ad in its order, without one twice."""
        values: dict[str, Occupation] = {}
        sent = sent_rows(self.data, "occupation")
        for fact, there in _listed("occupation", self.facts):
            if sent.get(fact.value["uri"], there):
                found = value_from_json("occupation", fact.value)
                if isinstance(found, Occupation):
                    values[found.uri] = found
        for uri in self._sent_beside("occupation", sent):
            values[uri] = Occupation(uri, _label("occupation", uri))
        for hit in self._found("new_occupations", ConceptKind.OCCUPATION):
            values.setdefault(hit.uri, Occupation(hit.uri, hit.label))
        return list(values.values())

    def _found(self, name: str, kind: ConceptKind) -> Iterator[Any]:
        """The concepts that a field with commas names; what is none of the vocabulary's is kept for the message."""
        for word in filter(None, (one.strip() for one in self.cleaned_data[name].split(","))):
            hits = search_concepts(word, language=wording.reader_language(), kind=kind, most=1)
            if hits:
                yield hits[0]
            elif word not in self.unknown_words:
                self.unknown_words.append(word)

    def _sent_beside(self, kind: str, sent: Mapping[str, str]) -> dict[str, str]:
        """What somebody else took away while this form was written, and what it still asks for."""
        there = {fact.value["uri"] for fact, _choice in _listed(kind, self.facts)}
        known = taxonomy().index
        return {uri: one for uri, one in sent.items() if uri not in there and uri in known and one in ASKED}


def sent_rows(data: Mapping[str, Any], kind: str) -> dict[str, str]:
    """What a form that was sent says of each concept, by its address: the list may be another one by now."""
    ending = "-uri"
    names = [
        name.removesuffix(ending) for name in data if name.startswith(f"{kind}-") and name.endswith(ending)
    ]
    return {str(data[f"{name}{ending}"]): str(data.get(name, "")) for name in names}


def listed(kind: str, facts: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """(address, choice) of each concept once, musts first."""
    for fact, choice in _listed(kind, facts):
        yield fact.value["uri"], choice


def shown_values(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields show of the facts that count."""
    value = {kind: fact.value for kind, fact in chosen.items()}
    shown: dict[str, Any] = {
        "kind": value.get("opportunity_kind", {}).get("kind", ""),
        "start": value.get("start", {}).get("date"),
        "deadline": value.get("deadline", {}).get("date"),
        "paid_by": value.get("payer", {}).get("paid_by", ""),
        "fund": value.get("payer", {}).get("fund", ""),
        "months": short(value.get("duration", {}).get("months")),
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
        shown |= {"pay": short(pay["minimum"]), "currency": pay["currency"], "period": pay["period"]}
    return shown


def words_behind(text: str, chosen: Mapping[str, Any]) -> dict[str, str]:
    """By field, the words of the ad that its value came from; empty where a person said it."""
    named = {**KIND_OF, "education": "education", "experience": "experience"}
    return {name: words_of(text, chosen[kind]) for name, kind in named.items() if kind in chosen}


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
        said = [form.cleaned_data[name] for name in names if name in ESSENTIAL]
        if kind not in chosen and all(one in EMPTY for one in said):
            continue
        if kind in chosen and all(_same(before, form, name) for name in names):
            continue
        value = _value(kind, form, chosen.get(kind))
        if value is not None or kind in chosen:
            yield kind, [] if value is None else [value]
    wanted = form.skill_values()
    if {(one.uri, one.modality.value) for one in wanted} != set(listed("skill", facts)):
        yield "skill", list(_kept_skills(facts, wanted))
    occupations = form.occupation_values()
    if {one.uri for one in occupations} != {uri for uri, _choice in listed("occupation", facts)}:
        yield "occupation", [*occupations, *not_asked(facts, "occupation")]
    yield from background_to_change(form, facts)


def _label(kind: str, uri: str) -> str:
    return wording.fact_value(kind, {"uri": uri, "label": uri})


ESSENTIAL: Final = frozenset(
    {"kind", "place", "remote", "start", "months", "hours", "pay", "paid_by", "deadline", "places"}
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
        case "payer":
            return Payer(CorePaidBy(said["paid_by"]), said["fund"] or None) if said["paid_by"] else None
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


def _listed(kind: str, facts: Iterable[Any]) -> list[tuple[Any, str]]:
    """
    (fact, choice) of each skill or occupation that is asked for once, musts first: a must in one sentence is a must.

    An occupation counts or not.
    """
    best: dict[str, tuple[Any, str]] = {}
    for fact in facts:
        modality = fact.value.get("modality") if fact.kind == kind and fact.counts else None
        if modality not in ASKED:
            continue
        choice = Modality.REQUIRED.value if kind == "occupation" else modality
        known = best.get(fact.value["uri"])
        if known is None or known[1] != Modality.REQUIRED.value == choice:
            best[fact.value["uri"]] = (fact, choice)
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
