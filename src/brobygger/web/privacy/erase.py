"""Be erased: what goes, what stays and why, and then a tap that cannot be taken back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.enums import RETENTION_DAYS, Retention
from brobygger.apps.base.queries import held_of, kept_after_erasure, person
from brobygger.apps.opportunities.queries import organisations_that_saw
from brobygger.apps.people import actions
from brobygger.apps.people.queries import (
    candidate_by_id,
    candidate_of_user,
    erasure_request_by_id,
    erasure_requests,
    needs_archive,
    who_is_erased,
)
from brobygger.web.page import PageRequest, page
from brobygger.web.privacy.shown import sections

WORD = gettext_lazy("ERASE")
"""What somebody without a password types."""


class EraseForm(forms.Form):
    """
    The password of who has one, the word of who has none; the candidate's name where it is somebody else.

    Without a candidate: somebody who signed up and has no profile here.
    """

    proof = forms.CharField(max_length=200)

    def __init__(self, *args: Any, user: Any, candidate: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.candidate = user, candidate
        self.is_own = candidate is None or candidate.user_id == user.pk
        self.asks_password = self.is_own and user.has_usable_password()
        self.word = str(WORD) if self.is_own else candidate.alias
        field, attrs = self.fields["proof"], {"class": "ds-input", "autocomplete": "off"}
        field.widget = forms.TextInput(attrs=attrs)
        if self.asks_password:
            field.label = _("Your password")
            field.widget = forms.PasswordInput(attrs={**attrs, "autocomplete": "current-password"})
        else:
            field.label = _("Type %(word)s") % {"word": self.word}

    def clean_proof(self) -> str:
        proof = str(self.cleaned_data["proof"])
        if self.asks_password:
            if not self.user.check_password(proof):
                raise forms.ValidationError(_("This is not your password. Nothing was erased."))
        elif proof.strip().casefold() != self.word.casefold():
            raise forms.ValidationError(
                _("Type %(word)s to go on. Nothing was erased.") % {"word": self.word}
            )
        return proof


@page(may="base.view_own_page")
def ask_own(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    return _ask(request, candidate, EraseForm(user=request.user, candidate=candidate))


@page(may="base.view_own_page", writes=True)
def erase_own(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is not None:
        return _erase(request, candidate)
    form = EraseForm(request.POST, user=request.user, candidate=None)
    if not form.is_valid():
        return _ask(request, None, form, status=422)
    actions.erase_account(user=request.user, by=request.user, at=now())
    logout(request)
    return render(request, "privacy/erased.html")


@page(may="people.erase_candidate", of=candidate_by_id)
def ask(request: HttpRequest, candidate: Any) -> HttpResponse:
    return _ask(request, candidate, EraseForm(user=request.user, candidate=candidate))


@page(may="people.erase_candidate", of=candidate_by_id, writes=True)
def erase(request: PageRequest, candidate: Any) -> HttpResponse:
    return _erase(request, candidate)


@page(may="people.confirm_archived")
def list_requests(request: HttpRequest) -> HttpResponse:
    context = {"requests": erasure_requests(), "has_duty": settings.ARCHIVE_DUTY}
    return render(request, "privacy/erasures.html", context)


@page(may="people.confirm_archived", of=erasure_request_by_id, writes=True)
def confirm_archived(request: PageRequest, wish: Any) -> HttpResponse:
    if request.POST.get("is_archived") != "yes":
        messages.error(request, _("Say that the records are in the archive. Nothing was erased."))
        return redirect("erasures")
    alias = wish.candidate.alias
    actions.erase_archived_candidate(request=wish, by=request.user, at=now())
    messages.success(request, _("%(alias)s is erased.") % {"alias": alias})
    return redirect("erasures")


def _ask(request: HttpRequest, candidate: Any, form: EraseForm, status: int = 200) -> HttpResponse:
    who = who_is_erased(candidate) if candidate else person(user_id=request.user.pk)
    since = now() - dt.timedelta(days=RETENTION_DAYS[Retention.APPLICATION])
    context = {
        "candidate": candidate,
        "form": form,
        "is_own": form.is_own,
        "goes": [one for one in sections(held_of(who), request.user.pk) if not _stays(one.what)],
        "stays": sorted(str(part.what) for _model, part in kept_after_erasure()),
        "seen_by": organisations_that_saw(candidate, since=since) if candidate else [],
        "needs_archive": candidate is not None and needs_archive(candidate),
        "asked": candidate and erasure_request_by_id(pk=candidate.pk),
        "act": reverse("my-erase-do") if form.is_own else reverse("candidate-erase-do", args=[candidate.pk]),
        "export": reverse("my-export") if form.is_own else reverse("candidate-export", args=[candidate.pk]),
        "back": reverse("my-page" if candidate else "account")
        if form.is_own
        else reverse("candidate", args=[candidate.pk]),
    }
    return render(request, "privacy/erase.html", context, status=status)


def _stays(what: str) -> bool:
    return what in {str(part.what) for _model, part in kept_after_erasure()}


def _erase(request: PageRequest, candidate: Any) -> HttpResponse:
    form = EraseForm(request.POST, user=request.user, candidate=candidate)
    if not form.is_valid():
        return _ask(request, candidate, form, status=422)
    is_own, alias = form.is_own, candidate.alias
    is_erased = actions.ask_for_erasure(candidate=candidate, by=request.user, at=now())
    if is_own and is_erased:
        logout(request)
        return render(request, "privacy/erased.html")
    if is_erased:
        messages.success(request, _("%(alias)s is erased.") % {"alias": alias})
        return redirect("candidates")
    messages.info(request, _("The secretariat hands the records to the archive first; then all is erased."))
    return redirect("my-page" if is_own else reverse("candidate", args=[candidate.pk]))
