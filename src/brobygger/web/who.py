"""Who somebody is, for a form that needs a name: asked once, where it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from brobygger.apps.events.actions import make_waiting_leads
from brobygger.apps.people.actions import say_who
from brobygger.apps.people.queries import name_of

if TYPE_CHECKING:
    from brobygger.web.page import PageRequest


class WhoForm(forms.Form):
    use_required_attribute = False  # a “no” in the same form needs no name

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput({"class": "ds-input", "autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Your phone (optional)"),
        max_length=40,
        required=False,
        widget=forms.TextInput({"class": "ds-input", "autocomplete": "tel", "inputmode": "tel"}),
    )


def missing_who(candidate: Any) -> WhoForm | None:
    """The form that asks a candidate for the name; None where it is known."""
    return None if name_of(candidate) else WhoForm()


def saved_who(request: PageRequest, candidate: Any) -> WhoForm:
    """
    Keep the name and phone of a form; its `errors` say what was wrong, and nothing is kept then.

    What waited for the name goes on: see `make_waiting_leads`.
    """
    form = WhoForm(request.POST)
    if form.is_valid():
        try:
            say_who(candidate=candidate, by=request.user, at=now(), **form.cleaned_data)
            make_waiting_leads(candidate=candidate, by=request.user, at=now())
        except ValidationError as error:
            form.add_error(None, error)
    return form
