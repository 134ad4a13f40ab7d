"""A company registers itself. Whether it is known already, the answer is the same."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.enums import Role
from brobygger.apps.organisations import actions
from brobygger.apps.organisations.enums import SizeClass
from brobygger.apps.programmes.queries import programmes
from brobygger.web import wording
from brobygger.web.page import page

COUNTRIES = ("DK", "NO", "SE")
MOST_PER_HOUR = 5  # registrations from one address
AN_HOUR = 3600


class RegistrationForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the company"), max_length=200)
    country = forms.ChoiceField(label=gettext_lazy("Country"))
    registered_number = forms.CharField(
        label=gettext_lazy("Register number"),
        help_text=gettext_lazy("CVR number, organisasjonsnummer or organisationsnummer."),
        max_length=20,
    )
    place_name = forms.CharField(label=gettext_lazy("Place"), max_length=100)
    industry = forms.CharField(label=gettext_lazy("Industry"), max_length=120, required=False)
    size_class = forms.ChoiceField(
        label=gettext_lazy("Size"),
        choices=[("", gettext_lazy("Not said")), *SizeClass.choices],
        required=False,
    )
    website = forms.URLField(label=gettext_lazy("Website"), required=False, assume_scheme="https")
    looks_for = forms.CharField(
        label=gettext_lazy("What do you look for?"),
        help_text=gettext_lazy("In a few words: interns in software, say, or a thesis about welds."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    programmes = forms.MultipleChoiceField(
        label=gettext_lazy("Programmes that you would like to take part in"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    contact_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_email = forms.EmailField(
        label=gettext_lazy("Your e-mail at work"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    terms = forms.BooleanField(
        label=gettext_lazy(
            "Everybody who applies gets an answer from a person, and what we learn about candidates is used for "
            "these places alone. I may speak for the company."
        ),
        error_messages={"required": gettext_lazy("This is what candidates rely on: please accept it.")},
    )

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(data)
        words = wording.words()
        country, offered = self.fields["country"], self.fields["programmes"]
        assert isinstance(country, forms.ChoiceField)
        assert isinstance(offered, forms.ChoiceField)
        country.choices = [(code, words.country(code)) for code in COUNTRIES]
        offered.choices = [(str(one.pk), one.name) for one in programmes()]
        if request.user.is_authenticated and request.user.role == Role.COMPANY and request.user.email:
            for name in ("contact_name", "contact_email"):
                del self.fields[name]
        if not offered.choices:
            del self.fields["programmes"]
        for name, field in self.fields.items():
            if name not in ("terms", "programmes"):
                field.widget.attrs["class"] = "ds-input"
            if name == "looks_for":
                field.widget.attrs["class"] = "ds-input short"
            if field.required:
                field.widget.attrs["required"] = True


@page(may="organisations.register_organisation")
def show_form(request: HttpRequest) -> HttpResponse:
    return _shown(request, RegistrationForm(request))


@page(may="organisations.register_organisation", writes=True)
def register(request: HttpRequest) -> HttpResponse:
    form = RegistrationForm(request, request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    if not _may_try(request):
        form.add_error(
            None,
            _(
                "Too many companies have been registered from your network address. Please try again in an hour."
            ),
        )
        return _shown(request, form, status=429)
    said = {name: value for name, value in form.cleaned_data.items() if name != "terms"}
    said["programmes"] = [int(pk) for pk in said.get("programmes", ())]
    if request.user.is_authenticated:
        said.setdefault("contact_name", request.user.get_full_name())
        said.setdefault("contact_email", request.user.email)
    try:
        actions.register_organisation(
            registration=actions.Registration(language=wording.reader_language(), **said),
            by=request.user if request.user.is_authenticated else None,
            at=now(),
        )
    except ValidationError as error:
        _tell(form, error)
        return _shown(request, form, status=422)
    return redirect("register-thanks")


@page(may="organisations.register_organisation")
def thank(request: HttpRequest) -> HttpResponse:
    return render(request, "company/register_thanks.html")


def _tell(form: RegistrationForm, error: ValidationError) -> None:
    """What is wrong, beside the field that it is about; without one it is the number."""
    if hasattr(error, "error_dict"):
        for name, found in error.message_dict.items():
            form.add_error(name if name in form.fields else None, found)
    else:
        form.add_error("registered_number", error)


def _may_try(request: HttpRequest) -> bool:
    """Counts the tries of an address within an hour, in all processes."""
    key = f"register:{_address(request)}"
    cache.add(key, 0, AN_HOUR)
    try:
        return bool(cache.incr(key) <= MOST_PER_HOUR)
    except ValueError:  # it ran out in this moment
        return True


def _address(request: HttpRequest) -> str:
    """Where a request comes from; behind our own proxy the last address that it noted."""
    noted = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return noted.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _shown(request: HttpRequest, form: RegistrationForm, status: int = 200) -> HttpResponse:
    return render(request, "company/register.html", {"form": form}, status=status)
