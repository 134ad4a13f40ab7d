"""Forms of the outreach."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from brobygger.apps.organisations.enums import SizeClass
from brobygger.apps.outreach.actions import Wanted
from brobygger.apps.outreach.enums import GrantPurpose, GrantState
from brobygger.core.targeting import MOST_POINTS, Part
from brobygger.data.registers import branch_code
from brobygger.data.registers.enhetsregisteret import LOWEST, MOST_NUMBERS, CompaniesWanted
from brobygger.data.tables import CellError, Finding
from brobygger.data.tables.cells import register_number

BETWEEN = re.compile(r"[;,\n]+")
COUNTRIES = (("DK", gettext_lazy("Denmark")), ("NO", gettext_lazy("Norway")), ("SE", gettext_lazy("Sweden")))
PARTS = {
    Part.SIZE: gettext_lazy("Size"),
    Part.EXPORT: gettext_lazy("Export"),
    Part.INDUSTRY: gettext_lazy("Industry"),
    Part.REGION: gettext_lazy("Place"),
    Part.NEW: gettext_lazy("Not visited before"),
}


class Styled(forms.Form):
    """A form whose fields look like those of the product."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not isinstance(field.widget, (forms.CheckboxInput, forms.CheckboxSelectMultiple)):
                field.widget.attrs["class"] = (
                    "ds-input short" if isinstance(field.widget, forms.Textarea) else "ds-input"
                )


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class RegisterForm(Styled):
    """Which companies the Norwegian register is asked for."""

    numbers = forms.CharField(
        label=gettext_lazy("Organisation numbers"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Between commas or lines, 50 at most. What stands below is not looked at then."
        ),
    )
    branches = forms.CharField(
        label=gettext_lazy("Branch codes"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("SN2025 or NACE, between commas: 28, 62.10."),
    )
    municipalities = forms.CharField(
        label=gettext_lazy("Numbers of municipalities"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Four digits, between commas: 3105 for Sarpsborg."),
    )
    least = forms.IntegerField(
        label=gettext_lazy("Employees at least"),
        required=False,
        min_value=LOWEST,
        max_value=100_000,
        help_text=gettext_lazy("5 or more: the register hides smaller numbers. Empty: any."),
    )
    most = forms.IntegerField(
        label=gettext_lazy("Employees at most"), required=False, min_value=LOWEST, max_value=100_000
    )

    def clean_numbers(self) -> tuple[str, ...]:
        written = _items(self.cleaned_data["numbers"])
        if len(written) > MOST_NUMBERS:
            raise ValidationError(_("At most %(most)d numbers at a time.") % {"most": MOST_NUMBERS})
        try:
            return tuple(register_number(one, "NO")[0] for one in written)
        except CellError as error:
            said = Finding(error.key, parameters=error.parameters).message(get_language() or "en")
            raise ValidationError(said) from error

    def clean_branches(self) -> tuple[str, ...]:
        try:
            return tuple(branch_code(one) for one in _items(self.cleaned_data["branches"]))
        except CellError as error:
            said = Finding(error.key, parameters=error.parameters).message(get_language() or "en")
            raise ValidationError(said) from error

    def clean_municipalities(self) -> tuple[str, ...]:
        written = _items(self.cleaned_data["municipalities"])
        if any(not re.fullmatch(r"[0-9]{4}", one) for one in written):
            raise ValidationError(_("The number of a municipality has four digits."))
        return written

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given["numbers"] or given["branches"] or given["municipalities"]):
            raise ValidationError(_("Name numbers, a branch or a municipality: the register is large."))
        least, most = given.get("least"), given.get("most")
        if least and most and most < least:
            raise ValidationError({"most": _("This is less than the least.")})
        return given

    def wanted(self) -> CompaniesWanted:
        given = self.cleaned_data
        return CompaniesWanted(
            given["numbers"], given["branches"], given["municipalities"], given["least"] or 0, given["most"]
        )


class TargetForm(Styled):
    name = forms.CharField(label=gettext_lazy("Name of the list"), max_length=120)
    countries = forms.MultipleChoiceField(
        label=gettext_lazy("Countries"),
        choices=COUNTRIES,
        widget=forms.CheckboxSelectMultiple,
        initial=["DK"],
    )
    sizes = forms.MultipleChoiceField(
        label=gettext_lazy("Size"),
        choices=SizeClass.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=["small", "medium"],
    )
    branches = forms.CharField(
        label=gettext_lazy("Branch codes"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("DB07, SN, SNI or NACE, between commas: 28, 62.10. Empty: all."),
    )
    only_branches = forms.BooleanField(label=gettext_lazy("Leave out other branches"), required=False)
    places = forms.CharField(
        label=gettext_lazy("Regions and municipalities"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("As the register writes them, between commas. Empty: all."),
    )
    only_places = forms.BooleanField(label=gettext_lazy("Leave out other places"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part, label in PARTS.items():
            self.fields[f"points_{part}"] = forms.IntegerField(
                label=label,
                min_value=0,
                max_value=100,
                initial=MOST_POINTS[part],
                widget=forms.NumberInput(attrs={"class": "ds-input"}),
            )

    @property
    def points(self) -> list[forms.BoundField]:
        return [self[f"points_{part}"] for part in PARTS]

    def clean_branches(self) -> tuple[str, ...]:
        try:
            return tuple(branch_code(one) for one in _items(self.cleaned_data["branches"]))
        except CellError as error:
            raise ValidationError(
                _("“%(code)s” is no branch code: two to six digits.") % {"code": error.parameters["value"]}
            ) from error

    def wanted(self) -> Wanted:
        said = self.cleaned_data
        return Wanted(
            sizes=tuple(said["sizes"]),
            branches=said["branches"],
            places=_items(said["places"]),
            countries=tuple(said["countries"]),
            only_branches=said["only_branches"],
            only_places=said["only_places"],
            points={part.value: said[f"points_{part}"] for part in PARTS},
        )


class BatchForm(Styled):
    name = forms.CharField(label=gettext_lazy("Name of the batch"), max_length=120)
    size = forms.IntegerField(label=gettext_lazy("Companies"), min_value=1, max_value=500, initial=25)
    due_date = forms.DateField(label=gettext_lazy("Called by"), required=False, widget=DayInput())
    brief = forms.CharField(
        label=gettext_lazy("What to say on the phone"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SlotForm(Styled):
    day = forms.DateField(label=gettext_lazy("Day"), widget=DayInput())
    times = forms.CharField(
        label=gettext_lazy("Times"), max_length=200, help_text=gettext_lazy("Between commas: 9, 10.30, 13")
    )
    minutes = forms.IntegerField(label=gettext_lazy("Minutes each"), min_value=15, max_value=480, initial=60)
    area = forms.CharField(
        label=gettext_lazy("Where"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Municipalities that you can reach. Empty: anywhere."),
    )

    def clean_times(self) -> list[tuple[int, int]]:
        found = []
        for one in _items(self.cleaned_data["times"]):
            match = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", one)
            if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
                raise ValidationError(_("“%(time)s” is no time. Write 9 or 10.30.") % {"time": one})
            found.append((int(match[1]), int(match[2] or 0)))
        return found


class GrantForm(Styled):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=150)
    funder = forms.CharField(label=gettext_lazy("From whom"), max_length=150)
    purpose = forms.ChoiceField(label=gettext_lazy("What for"), choices=GrantPurpose.choices)
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=GrantState.choices)
    amount = forms.DecimalField(
        label=gettext_lazy("Amount"), required=False, min_value=0, max_digits=14, decimal_places=2
    )
    currency = forms.ChoiceField(
        label=gettext_lazy("Currency"), choices=[(one, one) for one in ("DKK", "NOK", "SEK", "EUR")]
    )
    start_date = forms.DateField(label=gettext_lazy("From"), required=False, widget=DayInput())
    end_date = forms.DateField(label=gettext_lazy("Until"), required=False, widget=DayInput())


class StoryForm(Styled):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=150)
    task = forms.CharField(label=gettext_lazy("What the student did"), max_length=200, required=False)
    story = forms.CharField(
        label=gettext_lazy("How it went"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Without the student's name, and without other names."),
    )
    initiative = forms.TypedChoiceField(
        label=gettext_lazy("Initiative"), coerce=int, empty_value=None, required=False
    )
    proficiency = forms.TypedChoiceField(
        label=gettext_lazy("Professional level"), coerce=int, empty_value=None, required=False
    )
    would_again = forms.TypedChoiceField(
        label=gettext_lazy("Would you do it again?"),
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        choices=[("", gettext_lazy("Not said")), ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marks = [("", _("Not said")), *((str(one), str(one)) for one in range(1, 6))]
        for name in ("initiative", "proficiency"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = marks


def add_errors(form: forms.Form, error: ValidationError) -> None:
    """What an action refuses, at the field that it is about or above the form."""
    if hasattr(error, "error_dict"):
        for name, found in error.error_dict.items():
            form.add_error(name if name in form.fields else None, found)  # type: ignore[arg-type]
    else:
        form.add_error(None, error)


def _items(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in BETWEEN.split(text) if one.strip())
