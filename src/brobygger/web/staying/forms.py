"""Forms of follow-ups, cohorts and official figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from brobygger.apps.effects.actions import BenchmarkDetails, StayDetails
from brobygger.apps.effects.enums import CAN_BE_SAID, MILESTONES, AnswerSource
from brobygger.web import wording
from brobygger.web.visiting.forms import COUNTRIES, DayInput, Styled

ANSWERS = [(one.value, one.label) for one in CAN_BE_SAID]


class StayForm(Styled):
    """What the person says. Nothing but the answer is needed."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Where are you now?"), choices=ANSWERS, widget=forms.RadioSelect
    )
    place_name = forms.CharField(
        label=gettext_lazy("Where is the work?"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("Town or municipality, if you like."),
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"), required=False, choices=COUNTRIES)
    since_date = forms.DateField(
        label=gettext_lazy("If you left: when, about?"), required=False, widget=DayInput()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.fields["answer"]
        assert isinstance(answer, forms.ChoiceField)
        answer.widget.attrs.pop("class", None)
        answer.choices = [(value, wording.capital(str(label))) for value, label in ANSWERS]

    def details(self) -> StayDetails:
        said = dict(self.cleaned_data)
        said.pop("source", None)
        if not said["place_name"]:
            said["country"] = ""
        return StayDetails(**said)


class NoteForm(StayForm):
    """What was heard of the person."""

    source = forms.ChoiceField(
        label=gettext_lazy("How do you know?"),
        choices=[(one.value, one.label) for one in AnswerSource if one != AnswerSource.SELF],
    )
    note = forms.CharField(
        label=gettext_lazy("A note on it"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Such as: on the phone, 3 March. No other names."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = gettext_lazy("Where is the person now?")
        self.fields["place_name"].help_text = gettext_lazy("Town or municipality, as far as it is known.")
        self.fields["since_date"].label = gettext_lazy("If the person left: when, about?")


class CohortForm(Styled):
    intake = forms.CharField(
        label=gettext_lazy("Intake"),
        required=False,
        max_length=30,
        help_text=gettext_lazy("As in the track of the intake. Empty: everybody in the programme."),
    )
    graduated_on = forms.DateField(label=gettext_lazy("Day the studies ended"), widget=DayInput())


class BenchmarkForm(Styled):
    label = forms.CharField(
        label=gettext_lazy("What it counts"),
        max_length=150,
        help_text=gettext_lazy("Such as: international graduates of all universities who are in the region."),
    )
    months = forms.TypedChoiceField(
        label=gettext_lazy("After so many months"),
        coerce=int,
        choices=[(str(one), str(one)) for one in MILESTONES],
    )
    percent = forms.DecimalField(
        label=gettext_lazy("Percent that stay"), min_value=0, max_value=100, max_digits=4, decimal_places=1
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=200)
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=1990, max_value=2100)

    def details(self) -> BenchmarkDetails:
        return BenchmarkDetails(**self.cleaned_data)
