"""Who I am: name and phone, beside the address that the log-in has confirmed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from brobygger.apps.people import queries
from brobygger.web.page import PageRequest, page
from brobygger.web.who import WhoForm, saved_who

ON = {"evening": "dating", "profile": "my-profile"}
"""Where one came from goes on there, by the word in the address; else on the own page."""


@page(may="base.view_own_page")
def show_who(request: PageRequest) -> HttpResponse:
    candidate = queries.candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-cv")
    identity = getattr(candidate, "identity", None)
    initial = {name: getattr(identity, name, "") for name in WhoForm.base_fields}
    return _form(request, WhoForm(initial=initial), on=request.GET.get("next", ""))


@page(may="base.view_own_page", writes=True)
def save_who(request: PageRequest) -> HttpResponse:
    candidate, on = queries.candidate_of_user(request.user), request.POST.get("next", "")
    if candidate is None:
        return redirect("my-cv")
    form = saved_who(request, candidate)
    if form.errors:
        return _form(request, form, on=on, status=422)
    messages.success(request, _("Saved."))
    return redirect(ON.get(on, "my-page"))


def _form(request: PageRequest, form: WhoForm, *, on: str, status: int = 200) -> HttpResponse:
    candidate = queries.candidate_of_user(request.user)
    identity = getattr(candidate, "identity", None)
    context: dict[str, Any] = {
        "form": form,
        "email": identity.email if identity else request.user.email,
        "next": on if on in ON else "",
        "back": ON.get(on, "my-page"),
    }
    return render(request, "candidate/who.html", context, status=status)
