"""What lets a candidate work: what the rules of a country are checked with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.people.actions import say_permit
from brobygger.apps.people.enums import WorkGround
from brobygger.web import wording
from brobygger.web.candidate.desk import Desk, entrances
from brobygger.web.page import PageRequest
from brobygger.web.visiting.forms import COUNTRIES, Styled, add_errors


class PermitForm(Styled):
    ground = forms.ChoiceField(
        label=gettext_lazy("What lets you work?"),
        required=False,
        choices=lambda: [
            ("", _("not said")),
            *((one.value, wording.capital(str(one.label))) for one in WorkGround),
        ],
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Which country has given the residence permit?"),
        required=False,
        choices=[("", gettext_lazy("none")), *COUNTRIES],
        help_text=gettext_lazy("A permit of one country gives no right to work in another."),
    )


def _show(request: PageRequest, desk: Desk) -> HttpResponse:
    known = getattr(desk.candidate, "permit", None)
    names = PermitForm.base_fields
    initial = {name: getattr(known, name) for name in names} if known else {}
    return _form(request, desk, PermitForm(initial=initial))


def _save(request: PageRequest, desk: Desk) -> HttpResponse:
    form = PermitForm(request.POST)
    if form.is_valid():
        try:
            say_permit(candidate=desk.candidate, by=request.user, at=now(), **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(desk.home)
    return _form(request, desk, form, status=422)


def _form(request: PageRequest, desk: Desk, form: PermitForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "desk": desk,
        "form": form,
        "save": desk.address("permit-save"),
        "profile": desk.address("profile"),
    }
    return render(request, "candidate/permit.html", context, status=status)


show_own, show_other = entrances(_show)
save_own, save_other = entrances(_save, writes=True)
