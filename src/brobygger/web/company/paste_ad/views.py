"""Paste an ad: what we understood, and whom you would reach. Nothing is stored before you say so."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.matching import queries as matching
from brobygger.apps.opportunities import actions
from brobygger.apps.organisations.queries import organisations
from brobygger.core.reading import NORDIC_AND_ENGLISH
from brobygger.core.reading.addresses import is_address_alone
from brobygger.web import wording
from brobygger.web.company.opportunities.views import dial_groups, ranked
from brobygger.web.page import PageRequest, page

SHORTEST, LONGEST = 30, 100_000


class AdForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("The ad"),
        help_text=gettext_lazy("Danish, Norwegian, Swedish or English, with its title first."),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "ds-input", "rows": 16}),
        error_messages={
            "required": gettext_lazy("Paste the text of an ad."),
            "min_length": gettext_lazy("This is too short to be an ad: paste all of its text."),
            "max_length": gettext_lazy("This is longer than 100,000 letters: paste one ad at a time."),
        },
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if is_address_alone(text):
            raise forms.ValidationError(_("Paste the text of the page, not its address."))
        if sum(letter.isalpha() for letter in text) < SHORTEST:
            raise forms.ValidationError(_("There are no words in this, or too few: paste the text of an ad."))
        return text


@page(may="matching.preview_ad")
def show_form(request: HttpRequest) -> HttpResponse:
    return render(request, "company/paste_ad.html", {"form": AdForm()})


@page(may="matching.preview_ad", writes=True)
def read_ad(request: PageRequest) -> HttpResponse:
    """Read and match; answers POST because an ad is too long for an address, and writes nothing."""
    form = AdForm(request.POST)
    if not form.is_valid():
        return render(request, "company/paste_ad.html", {"form": form}, status=422)
    return _previewed(request, form)


def _previewed(request: PageRequest, form: AdForm, refused: str = "", status: int = 200) -> HttpResponse:
    """
    Args:
        form: a valid one.
        refused: why the draft was not saved.
    """
    preview = matching.preview_ad(
        form.cleaned_data["text"], user=request.user, language=wording.reader_language(), at=now()
    )
    context: dict[str, Any] = {
        "form": form,
        "preview": preview,
        "pieces": list(wording.pieces(preview.text)),
        "legend": wording.LEGEND,
        "understood": wording.facts_by_kind(preview.marks),
        "language": wording.words().language_name(preview.reading.language),
        "unknown_language": preview.reading.language not in NORDIC_AND_ENGLISH,
        "own": list(_own(request)),
        "refused": refused,
    }
    if preview.ranking:
        dials = matching.dials_for_ad(preview.opportunity, matching.live_pool())
        context |= ranked(preview.ranking) | dial_groups(dials)
    return render(request, "company/paste_ad.html", context, status=status)


@page(may="matching.preview_ad", writes=True)
def save_ad(request: PageRequest) -> HttpResponse:
    form = AdForm(request.POST)
    chosen = request.POST.get("organisation", "")
    if not _own(request).exists():
        raise PermissionDenied
    if not form.is_valid():
        return render(request, "company/paste_ad.html", {"form": form}, status=422)
    organisation = next((one for one in _own(request) if str(one.pk) == chosen), None)
    if organisation is None:
        return _previewed(request, form, _("Choose a company."), 422)
    opportunity = actions.save_opportunity_from_text(
        organisation=organisation,
        text=form.cleaned_data["text"],
        by=request.user,
        at=now(),
    )
    messages.success(request, _("Saved as a draft. Candidates see it when it is opened."))
    return redirect("opportunity", pk=opportunity.pk)


def _own(request: HttpRequest) -> Any:
    """The organisations (a queryset) that a visitor may choose from: those in the visitor's scope."""
    return organisations()
