"""Somebody who speaks for companies leaves: what goes, what stays and why, and then a tap that cannot be taken back."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from brobygger.apps.base.queries import held_of, kept_after_erasure, person
from brobygger.apps.opportunities import actions
from brobygger.apps.opportunities.queries import left_alone_by
from brobygger.apps.organisations.queries import organisations_of_user
from brobygger.web.page import PageRequest, page
from brobygger.web.privacy.erase import EraseForm
from brobygger.web.privacy.shown import sections


@page(may="organisations.erase_own_contact")
def ask(request: PageRequest) -> HttpResponse:
    return _ask(request, EraseForm(user=request.user, candidate=None))


@page(may="organisations.erase_own_contact", writes=True)
def erase(request: PageRequest) -> HttpResponse:
    form = EraseForm(request.POST, user=request.user, candidate=None)
    if not form.is_valid():
        return _ask(request, form, status=422)
    try:
        actions.erase_contact(user=request.user, by=request.user, at=now())
    except actions.AnswersOwed:
        return _ask(request, form, status=409)  # the page says what to do
    logout(request)
    return render(request, "privacy/erased_contact.html")


def _ask(request: PageRequest, form: EraseForm, status: int = 200) -> HttpResponse:
    left = left_alone_by(request.user)
    stays = {str(part.what) for _model, part in kept_after_erasure()}
    about = [one for one in held_of(person(user_id=request.user.pk)) if not one.part.names_who]
    held = sections(about, request.user.pk)  # of what one did to others' rows the name goes, the rows stay
    context = {
        "form": form,
        "goes": [one for one in held if one.what not in stays],
        "stays": sorted(stays),
        "companies": list(organisations_of_user(request.user)),
        "owing": [one for one in left if one.waiting],
        "left_alone": [one for one in left if not one.waiting],
    }
    return render(request, "privacy/erase_contact.html", context, status=status)
