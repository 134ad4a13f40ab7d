"""Forms of agreements and placements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from brobygger.apps.opportunities.enums import OpportunityKind
from brobygger.apps.placements.actions import Terms
from brobygger.apps.placements.enums import BreakReason, PayPer, PlacementState
from brobygger.web.visiting.forms import COUNTRIES, DayInput, Styled

CURRENCIES = [(one, one) for one in ("DKK", "NOK", "SEK", "EUR")]


class TermsForm(Styled):
    kind = forms.ChoiceField(label=gettext_lazy("Kind of place"), choices=OpportunityKind.choices)
    start_date = forms.DateField(label=gettext_lazy("First day"), widget=DayInput())
    end_date = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        widget=DayInput(),
        help_text=gettext_lazy("Empty: no end is agreed."),
    )
    hours_per_week = forms.DecimalField(
        label=gettext_lazy("Hours a week"), min_value=1, max_digits=4, decimal_places=1
    )
    place_name = forms.CharField(
        label=gettext_lazy("Place of work"), max_length=100, help_text=gettext_lazy("Town or municipality.")
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=COUNTRIES)
    pay = forms.DecimalField(
        label=gettext_lazy("Pay"),
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text=gettext_lazy("Empty: unpaid."),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), required=False, choices=CURRENCIES)
    pay_per = forms.ChoiceField(label=gettext_lazy("Paid for"), required=False, choices=PayPer.choices)
    tasks = forms.CharField(
        label=gettext_lazy("Tasks"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    supervisor = forms.CharField(label=gettext_lazy("Who guides at the company"), max_length=150)
    institution_person = forms.CharField(
        label=gettext_lazy("Who guides at the university"), required=False, max_length=150
    )

    is_adult = forms.TypedChoiceField(
        label=gettext_lazy("Is the candidate 18 or older on the first day?"),
        required=False,
        choices=[("", gettext_lazy("Not said")), ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda said: said == "yes",
        empty_value=None,
        help_text=gettext_lazy("The age itself is not kept. Rules for the young are checked with it."),
    )

    def __init__(self, *args: Any, has_institution: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_institution:
            del self.fields["institution_person"]

    def terms(self) -> Terms:
        return Terms(**{"institution_person": "", **self.cleaned_data})


class EndForm(Styled):
    state = forms.ChoiceField(
        label=gettext_lazy("How it ended"),
        choices=[
            (PlacementState.COMPLETED.value, PlacementState.COMPLETED.label),
            (PlacementState.BROKEN_OFF.value, PlacementState.BROKEN_OFF.label),
        ],
    )
    day = forms.DateField(label=gettext_lazy("Last day there"), widget=DayInput())
    reason = forms.ChoiceField(
        label=gettext_lazy("Why, where it was broken off"),
        required=False,
        choices=[("", "—"), *BreakReason.choices],
    )
