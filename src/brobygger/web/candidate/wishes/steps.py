"""The short form of wishes, one question at a time: what each step shows, and what its answers mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.core.matching import MonthlyPay
from brobygger.core.reading import OpportunityKind, Place
from brobygger.core.skills import ConceptKind, Taxonomy
from brobygger.data.places import default_places
from brobygger.web import wording

COUNTRIES = ("DK", "NO", "SE", "FI", "IS", "DE")
EU = "EU"
NOWHERE = "none"
CURRENCIES = ("DKK", "NOK", "SEK", "EUR")
MOST_MONTHS, MOST_HOURS, MOST_MINUTES, HIGHEST_PAY = 120, 48, 240, 1_000_000
INPUT = {"class": "ds-input"}
MANY = forms.CheckboxSelectMultiple


def countries(*more: tuple[str, str | Promise]) -> list[tuple[str, str | Promise]]:
    words = wording.words()
    return [*((code, words.country(code)) for code in COUNTRIES), *more]


def kinds() -> list[tuple[str, str]]:
    words = wording.words()
    return [(one.value, wording.capital(words.name(f"kind.{one.value}"))) for one in OpportunityKind]


def _countries_or_none(chosen: list[str], both: str) -> tuple[str, ...] | None:
    """What was ticked: None if nothing was, empty for “none of these”; `both` says what is wrong with the two at once."""
    if NOWHERE in chosen and len(chosen) > 1:
        raise forms.ValidationError(both)
    return None if not chosen else tuple(one for one in chosen if one != NOWHERE)


class WorkForm(forms.Form):
    """Kinds of opportunity, and occupations by URI."""

    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("What do you look for?"), choices=kinds, required=False, widget=MANY
    )

    def __init__(self, *args: Any, concepts: Taxonomy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.concepts = concepts

    @staticmethod
    def initial_of(preferences: Any) -> dict[str, Any]:
        return {"kinds": [one.value for one in preferences.kinds]}

    def chosen_occupations(self) -> list[str]:
        """The URIs that were sent and that the vocabulary holds, in their order."""
        sent = self.data.getlist("wished_occupations") if hasattr(self.data, "getlist") else []
        known = [one for one in dict.fromkeys(sent) if one in self.concepts.index]
        return [
            one for one in known if self.concepts.kinds[self.concepts.index[one]] == ConceptKind.OCCUPATION
        ]

    def changes(self) -> dict[str, Any]:
        chosen = tuple(OpportunityKind(one) for one in self.cleaned_data["kinds"])
        return {"kinds": chosen, "wished_occupations": tuple(self.chosen_occupations())}


class TimeForm(forms.Form):
    available_from = forms.DateField(
        label=gettext_lazy("From when are you free?"),
        required=False,
        widget=forms.DateInput(attrs={**INPUT, "type": "date"}, format="%Y-%m-%d"),
    )
    available_months = forms.FloatField(
        label=gettext_lazy("For how many months at most?"),
        help_text=gettext_lazy("Empty: there is no end."),
        required=False,
        min_value=0.5,
        max_value=MOST_MONTHS,
        widget=forms.NumberInput(attrs={**INPUT, "inputmode": "decimal"}),
    )
    hours_least = forms.FloatField(
        label=gettext_lazy("Hours a week, at least"),
        required=False,
        min_value=0,
        max_value=MOST_HOURS,
        widget=forms.NumberInput(attrs={**INPUT, "inputmode": "decimal"}),
    )
    hours_most = forms.FloatField(
        label=gettext_lazy("Hours a week, at most"),
        required=False,
        min_value=1,
        max_value=MOST_HOURS,
        widget=forms.NumberInput(attrs={**INPUT, "inputmode": "decimal"}),
    )

    def __init__(self, *args: Any, concepts: Taxonomy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    @staticmethod
    def initial_of(preferences: Any) -> dict[str, Any]:
        least, most = preferences.hours or (None, None)
        return {
            "available_from": preferences.available_from,
            "available_months": preferences.available_months,
            "hours_least": least,
            "hours_most": most,
        }

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        least, most = found.get("hours_least"), found.get("hours_most")
        if least is not None and most is not None and least > most:
            self.add_error("hours_most", _("This must be at least as much as the hours above."))
        return found

    def changes(self) -> dict[str, Any]:
        found = self.cleaned_data
        least, most = found["hours_least"], found["hours_most"]
        hours = None
        if least is not None or most is not None:
            hours = (least or 0.0, most if most is not None else max(float(least or 0), float(MOST_HOURS)))
        return {
            "available_from": found["available_from"],
            "available_months": found["available_months"],
            "hours": hours,
        }


class PlaceForm(forms.Form):
    home = forms.CharField(
        label=gettext_lazy("Where do you live, or will you live?"),
        help_text=gettext_lazy("A town, like “Aarhus”."),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={**INPUT, "list": "places", "autocomplete": "off"}),
    )
    commute_minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes to work are fine, one way?"),
        required=False,
        min_value=5,
        max_value=MOST_MINUTES,
        widget=forms.NumberInput(attrs={**INPUT, "inputmode": "numeric"}),
    )
    remote = forms.TypedChoiceField(
        label=gettext_lazy("Is remote work fine?"),
        choices=(("", gettext_lazy("not said")), ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no"))),
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
        widget=forms.Select(attrs=INPUT),
    )
    moves_to = forms.MultipleChoiceField(
        label=gettext_lazy("Which countries would you move to?"),
        choices=lambda: countries(
            (EU, gettext_lazy("Other countries of the EU and EEA")),
            (NOWHERE, gettext_lazy("None: I stay where I live")),
        ),
        required=False,
        widget=MANY,
    )

    def __init__(self, *args: Any, concepts: Taxonomy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    @staticmethod
    def initial_of(preferences: Any) -> dict[str, Any]:
        remote = {None: "", True: "yes", False: "no"}[preferences.remote]
        return {
            "home": place_name(preferences.home) if preferences.home else "",
            "commute_minutes": preferences.commute_minutes,
            "remote": remote,
            "moves_to": [NOWHERE] if preferences.moves_to == () else list(preferences.moves_to or ()),
        }

    def clean_home(self) -> Place | None:
        said = self.cleaned_data["home"].strip()
        if not said:
            return None
        found = place_named(said)
        if found is None:
            raise forms.ValidationError(
                _("We do not know a town of that name. Write the nearest larger one.")
            )
        return found

    def clean_moves_to(self) -> tuple[str, ...] | None:
        return _countries_or_none(
            self.cleaned_data["moves_to"], _("Choose countries, or that you stay where you live, not both.")
        )

    def changes(self) -> dict[str, Any]:
        found = self.cleaned_data
        return {
            "home": found["home"],
            "commute_minutes": found["commute_minutes"],
            "remote": found["remote"],
            "moves_to": found["moves_to"],
        }


class PermitForm(forms.Form):
    work_right = forms.MultipleChoiceField(
        label=gettext_lazy("Where may you work today, without a new permit?"),
        help_text=gettext_lazy("A citizen of an EU, EEA or Nordic country may work in all of them."),
        choices=lambda: [
            (EU, gettext_lazy("In all of the EU and EEA, the Nordic countries among them")),
            *countries(),
            (NOWHERE, gettext_lazy("In none of these: I need a permit")),
        ],
        required=False,
        widget=MANY,
    )

    def __init__(self, *args: Any, concepts: Taxonomy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    @staticmethod
    def initial_of(preferences: Any) -> dict[str, Any]:
        held = preferences.work_right
        return {"work_right": [NOWHERE] if held == () else list(held or ())}

    def clean_work_right(self) -> tuple[str, ...] | None:
        return _countries_or_none(
            self.cleaned_data["work_right"], _("Choose countries, or that you need a permit, not both.")
        )

    def changes(self) -> dict[str, Any]:
        return {"work_right": self.cleaned_data["work_right"]}


class PayForm(forms.Form):
    amount = forms.FloatField(
        label=gettext_lazy("What is the lowest monthly pay that you accept?"),
        help_text=gettext_lazy("Before tax, for a full month. Empty: any. Companies do not see it."),
        required=False,
        min_value=0,
        max_value=HIGHEST_PAY,
        widget=forms.NumberInput(attrs={**INPUT, "inputmode": "numeric"}),
    )
    currency = forms.ChoiceField(
        label=gettext_lazy("Currency"),
        choices=[(one, one) for one in CURRENCIES],
        required=False,
        widget=forms.Select(attrs=INPUT),
    )

    def __init__(self, *args: Any, concepts: Taxonomy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    @staticmethod
    def initial_of(preferences: Any) -> dict[str, Any]:
        pay = preferences.pay_floor
        return {"amount": pay.amount if pay else None, "currency": pay.currency if pay else CURRENCIES[0]}

    def changes(self) -> dict[str, Any]:
        amount, currency = self.cleaned_data["amount"], self.cleaned_data["currency"] or CURRENCIES[0]
        return {"pay_floor": None if amount is None else MonthlyPay(amount, currency)}


@dataclass(frozen=True, slots=True)
class Step:
    """
    One page of the form.

    Args:
        key: in the address.
        title: what it is about.
        form: None for languages, which are facts.
        names: the fields of `Preferences` that it changes.
        is_missing: whether its answer is not there yet.
    """

    key: str
    title: str | Promise
    form: type[Any] | None
    names: tuple[str, ...]
    is_missing: Callable[[Any], bool]


STEPS = (
    Step("languages", gettext_lazy("Languages"), None, (), lambda _said: False),
    Step(
        "work",
        gettext_lazy("What you look for"),
        WorkForm,
        ("kinds", "wished_occupations"),
        lambda said: not said.kinds,
    ),
    Step(
        "time",
        gettext_lazy("When"),
        TimeForm,
        ("available_from", "available_months", "hours"),
        lambda said: said.available_from is None,
    ),
    Step(
        "place",
        gettext_lazy("Where"),
        PlaceForm,
        ("home", "commute_minutes", "remote", "moves_to"),
        lambda said: said.home is None,
    ),
    Step(
        "permit",
        gettext_lazy("Work permit"),
        PermitForm,
        ("work_right",),
        lambda said: said.work_right is None,
    ),
    Step("pay", gettext_lazy("Pay"), PayForm, ("pay_floor",), lambda _said: False),
)
BY_KEY: Mapping[str, Step] = {one.key: one for one in STEPS}


def next_of(step: Step) -> Step | None:
    number = STEPS.index(step) + 1
    return STEPS[number] if number < len(STEPS) else None


def missing_steps(preferences: Any) -> list[Step]:
    """The steps whose answers the matcher misses most."""
    return [one for one in STEPS if one.is_missing(preferences)]


def place_name(place: Place) -> str:
    """“Aarhus, Danmark”."""
    return f"{place.name}, {wording.words().country(place.country)}"


def place_named(said: str) -> Place | None:
    """The place that somebody means: a name, or a name and a country; the largest of that name."""
    name, _sep, country = (part.strip() for part in said.partition(","))
    found = default_places().starting_with(name, most=50)
    exact = [one for one in found if one.name.casefold() == name.casefold()]
    for one in exact or found[:1]:
        if not country or wording.words().country(one.country).casefold() == country.casefold():
            return one
    entry = default_places().named(name)
    return entry.place if entry and not country else None


def in_words(names: tuple[str, ...], preferences: Any, concepts: Taxonomy) -> list[tuple[str, str]]:
    """What stands now, for somebody whose own answer came too late: (what, value) rows."""
    words = wording.words()
    none = _("nothing")
    stays = preferences.moves_to == ()

    def listed(values: list[str]) -> str:
        return ", ".join(values) or none

    def occupation(uri: str) -> str:
        number = concepts.index.get(uri)
        return uri if number is None else concepts.preferred(number, wording.reader_language())

    hours, pay = preferences.hours, preferences.pay_floor
    months, minutes = preferences.available_months, preferences.commute_minutes
    said = {
        "kinds": (_("Looking for"), listed([words.name(f"kind.{one.value}") for one in preferences.kinds])),
        "wished_occupations": (
            _("Occupations"),
            listed([occupation(one) for one in preferences.wished_occupations]),
        ),
        "available_from": (_("Free from"), wording.day(preferences.available_from) or none),
        "available_months": (_("For"), words.unit(months, "month") if months else none),
        "hours": (_("Hours a week"), words.hours(*hours) if hours else none),
        "home": (_("Home"), place_name(preferences.home) if preferences.home else none),
        "commute_minutes": (_("To work"), words.travel(minutes) if minutes else none),
        "remote": (_("Remote work"), {None: none, True: _("yes"), False: _("no")}[preferences.remote]),
        "moves_to": (
            _("Would move to"),
            _("no country") if stays else listed([words.country(one) for one in preferences.moves_to or ()]),
        ),
        "work_right": (
            _("May work in"),
            listed([words.country(one) for one in preferences.work_right or ()]),
        ),
        "pay_floor": (_("Lowest pay"), words.money(pay.amount, pay.currency) if pay else none),
    }
    return [said[name] for name in names]
