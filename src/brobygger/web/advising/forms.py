"""Forms of advice."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from brobygger.apps.advice.actions import CaseDetails
from brobygger.apps.advice.enums import MeetingForm, TargetCountry, TextKind, TrackKind
from brobygger.web.visiting.forms import DayInput, SlotForm, Styled


class AskForm(Styled):
    kind = forms.ChoiceField(label=gettext_lazy("What is it about?"), choices=TextKind.choices)
    country = forms.ChoiceField(
        label=gettext_lazy("Written for"), choices=TargetCountry.choices, required=False, initial="DK"
    )
    title = forms.CharField(
        label=gettext_lazy("What you call it"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Like “Application to the harbour”."),
    )
    question = forms.CharField(
        label=gettext_lazy("What do you want to know?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def details(self) -> CaseDetails:
        said = self.cleaned_data
        return CaseDetails(
            TextKind(said["kind"]), TargetCountry(said["country"]), said["title"], said["question"]
        )


class TimeForm(SlotForm):
    """As for visits, with where one meets in the place of the area."""

    minutes = forms.IntegerField(label=gettext_lazy("Minutes each"), min_value=15, max_value=180, initial=30)
    form = forms.ChoiceField(label=gettext_lazy("How you meet"), choices=MeetingForm.choices)
    where = forms.CharField(
        label=gettext_lazy("Room, or link of the video call"),
        max_length=300,
        help_text=gettext_lazy("As it stands in the mail: a room and a street, or a link."),
    )
    area = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["day", "times", "minutes", "form", "where"])


class TrackForm(Styled):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("What it helps with"), choices=TrackKind.choices)
    intake = forms.SlugField(
        label=gettext_lazy("Intake"), max_length=30, help_text=gettext_lazy("Like “2026-autumn”.")
    )
    text = forms.CharField(
        label=gettext_lazy("What it is for"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class StepForm(Styled):
    title = forms.CharField(label=gettext_lazy("Step"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("What to do"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    day = forms.DateField(label=gettext_lazy("Day"), required=False, widget=DayInput())
