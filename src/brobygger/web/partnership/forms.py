"""Forms of the partnership."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.organisations.enums import OrganisationKind
from brobygger.apps.organisations.queries import organisations_called
from brobygger.apps.programmes.enums import ExchangeKind, PartnerRight, WriteBasis
from brobygger.apps.surveys.enums import QuestionKind, WaveMoment
from brobygger.web import wording
from brobygger.web.visiting.forms import DayInput, Styled

LANGUAGES = (("da", "Dansk"), ("nb", "Norsk"), ("sv", "Svenska"), ("en", "English"))
COUNTRIES = (
    "DK",
    "NO",
    "SE",
    "US",
    "DE",
    "GB",
    "NL",
    "FI",
    "IS",
    "PL",
    "FR",
    "ES",
    "IT",
    "CA",
    "IN",
    "CN",
    "JP",
    "BR",
)


def country_choices() -> list[tuple[str, str]]:
    """The countries that programmes reach, those of the Nordics first."""
    words = wording.words()
    return [(code, words.country(code)) for code in COUNTRIES]


def named(names: list[str]) -> list[Any]:
    """
    The organisations with these names, in the visitor's scope.

    Raises:
        ValidationError: there is none of a name, or several.
    """
    found = []
    for name in names:
        alike = organisations_called(name)
        if len(alike) != 1:
            text = (
                _("There are several organisations called “%(name)s”. Give them different names first.")
                if alike
                else _("There is no organisation called “%(name)s”. Write the name as it stands in the list.")
            )
            raise ValidationError(text % {"name": name})
        found.append(alike[0])
    return found


class ProspectForm(Styled):
    """What is known of a prospective partner; for a new one the organisation too."""

    rights = forms.ChoiceField(label=gettext_lazy("Would join as"), choices=PartnerRight.choices)
    contact_name = forms.CharField(label=gettext_lazy("Contact"), max_length=150, required=False)
    contact_email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language of the invitation"), choices=LANGUAGES)
    write_basis = forms.ChoiceField(
        label=gettext_lazy("Why we may write"),
        required=False,
        choices=[("", gettext_lazy("Not yet: call first")), *WriteBasis.choices],
    )
    next_step = forms.CharField(label=gettext_lazy("Next step"), max_length=200, required=False)
    owner = forms.TypedChoiceField(
        label=gettext_lazy("Who sees to it"), coerce=int, empty_value=None, required=False
    )
    due_date = forms.DateField(label=gettext_lazy("Due"), required=False, widget=DayInput())

    def __init__(self, *args: Any, owners: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {one.pk: one for one in owners}
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        names = [(str(one.pk), one.get_full_name() or one.get_username()) for one in owners]
        field.choices = [("", _("Nobody yet")), *names]


class NewProspectForm(ProspectForm):
    name = forms.CharField(
        label=gettext_lazy("Organisation"),
        max_length=200,
        help_text=gettext_lazy("One of the list, or a new one: then say its country and kind too."),
        widget=forms.TextInput(attrs={"list": "organisation-names"}),
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=OrganisationKind.choices)
    field_order = ("name", "country", "kind")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country = self.fields["country"]
        assert isinstance(country, forms.ChoiceField)
        country.choices = country_choices()


class ExchangeForm(Styled):
    day = forms.DateField(label=gettext_lazy("Day"), widget=DayInput())
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=ExchangeKind.choices)
    title = forms.CharField(label=gettext_lazy("What"), max_length=200)
    organisations = forms.CharField(
        label=gettext_lazy("Between which organisations"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Two or more, one a line, as they stand in the list of organisations."),
    )
    about = forms.CharField(
        label=gettext_lazy("More about it"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    link = forms.URLField(label=gettext_lazy("Link"), required=False, assume_scheme="https")
    evidence = forms.CharField(
        label=gettext_lazy("What shows it"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Such as minutes, a list of participants, a contract, and where it lies."),
    )

    def clean_organisations(self) -> list[Any]:
        return named([one.strip() for one in self.cleaned_data["organisations"].splitlines() if one.strip()])


class HubForm(Styled):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=150)
    city = forms.CharField(label=gettext_lazy("Town"), max_length=120)
    other_towns = forms.CharField(
        label=gettext_lazy("Towns nearby"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Between commas. Events held there are shown too."),
    )
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    about = forms.CharField(
        label=gettext_lazy("About"),
        max_length=3_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    email = forms.EmailField(label=gettext_lazy("Shared e-mail address"), required=False)
    website = forms.URLField(label=gettext_lazy("Website"), required=False, assume_scheme="https")
    partners = forms.CharField(
        label=gettext_lazy("Local partners"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One a line, as they stand in the list of organisations."),
    )
    is_public = forms.BooleanField(label=gettext_lazy("Everybody may see the page"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country = self.fields["country"]
        assert isinstance(country, forms.ChoiceField)
        country.choices = country_choices()

    def clean_partners(self) -> list[Any]:
        return named([one.strip() for one in self.cleaned_data["partners"].splitlines() if one.strip()])


class SurveyForm(Styled):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=150)
    language = forms.ChoiceField(label=gettext_lazy("Language of the questions"), choices=LANGUAGES)
    intro = forms.CharField(
        label=gettext_lazy("What it is for"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class QuestionForm(Styled):
    text = forms.CharField(label=gettext_lazy("Question"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of answer"), choices=QuestionKind.choices)
    options = forms.CharField(
        label=gettext_lazy("Options"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For “one of several”: one a line."),
    )

    @classmethod
    def of(cls, question: Any) -> QuestionForm:
        """With what a question asks now, and fields of its own on the page; its kind stays."""
        said = {"text": question.text, "options": "\n".join(question.options)}
        form = cls(initial=said, auto_id=f"id_{question.name}_%s")
        del form.fields["kind"]
        if question.kind != QuestionKind.CHOICE:
            del form.fields["options"]
        return form


class WaveForm(Styled):
    moment = forms.ChoiceField(label=gettext_lazy("When it asks"), choices=WaveMoment.choices)
    name = forms.CharField(label=gettext_lazy("Name of the wave"), max_length=100)
    target_group = forms.CharField(label=gettext_lazy("Whom it asks"), max_length=150, required=False)
    place = forms.CharField(label=gettext_lazy("Where"), max_length=120, required=False)
    opens_on = forms.DateField(label=gettext_lazy("First day"), widget=DayInput())
    closes_on = forms.DateField(label=gettext_lazy("Last day"), widget=DayInput())
    takes_open_link = forms.BooleanField(
        label=gettext_lazy("Anybody with the link may answer"), required=False, initial=True
    )


class SiteForm(Styled):
    name = forms.CharField(label=gettext_lazy("Name of the site"), max_length=120)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    postal_code = forms.CharField(label=gettext_lazy("Postal code"), max_length=12, required=False)
    place_name = forms.CharField(label=gettext_lazy("Town"), max_length=100, required=False)
    municipality = forms.CharField(label=gettext_lazy("Municipality"), max_length=100, required=False)
    from_date = forms.DateField(label=gettext_lazy("From"), required=False, widget=DayInput())
