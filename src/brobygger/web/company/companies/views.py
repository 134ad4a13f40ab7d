"""A company's page, and what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.opportunities import queries as opportunities
from brobygger.apps.organisations import actions, queries
from brobygger.apps.organisations.enums import OrganisationKind, SizeClass
from brobygger.web import wording
from brobygger.web.ads import with_titles
from brobygger.web.company.companies.structure import structure_of
from brobygger.web.page import PageRequest, page

MOST_SHOWN = 50
LONGEST_PROMISE = 60  # days


class CompanyForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the company"), max_length=200)
    registered_number = forms.CharField(label=gettext_lazy("Register number"), max_length=20, required=False)
    place_name = forms.CharField(label=gettext_lazy("Place"), max_length=100, required=False)
    industry = forms.CharField(label=gettext_lazy("Industry"), max_length=120, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=OrganisationKind.choices)
    size_class = forms.ChoiceField(
        label=gettext_lazy("Size"),
        choices=[("", gettext_lazy("Not said")), *SizeClass.choices],
        required=False,
    )
    website = forms.URLField(label=gettext_lazy("Website"), required=False, assume_scheme="https")
    about = forms.CharField(
        label=gettext_lazy("About the company, in your language"),
        max_length=3_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    looks_for = forms.CharField(
        label=gettext_lazy("What do you look for?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reply_days = forms.IntegerField(
        label=gettext_lazy("Days within which everybody who applies gets an answer"),
        min_value=1,
        max_value=LONGEST_PROMISE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["class"] = "ds-input short" if name in ("about", "looks_for") else "ds-input"


@page(may="organisations.view_own_organisations")
def show_own(request: PageRequest) -> HttpResponse:
    """The page of the company that the visitor speaks for, or which of them."""
    own = list(queries.organisations_of_user(request.user))
    if len(own) == 1:
        return redirect("company", pk=own[0].pk)
    return render(request, "company/own.html", {"own": own})


@page(may="organisations.view_organisation", of=queries.organisation_by_id)
def show_company(request: PageRequest, organisation: Any) -> HttpResponse:
    user = request.user
    shown = opportunities.opportunity_list(user).filter(organisation=organisation)[:MOST_SHOWN]
    context = {
        "organisation": organisation,
        "country": wording.words().country(organisation.country),
        "about": organisation.about_in(wording.reader_language()),
        "opportunities": with_titles(shown),
        "figures": opportunities.reply_figures(organisation, day=localdate()),
        "may_change": user.has_perm("organisations.change_organisation", organisation),
        "may_add": user.has_perm("opportunities.add_opportunity", organisation),
        "may_see_contacts": user.has_perm("organisations.view_contacts", organisation),
        "may_tell": user.has_perm("outreach.write_story", organisation),
        "may_vet": user.has_perm("organisations.vet_organisation", organisation),
        "may_suspend": user.has_perm("organisations.suspend_organisation", organisation),
        "may_report": user.has_perm("opportunities.report_organisation", organisation),
    }
    context |= structure_of(organisation, with_people=context["may_see_contacts"])
    return render(request, "company/company.html", context)


@page(may="organisations.change_organisation", of=queries.organisation_by_id)
def edit_company(request: HttpRequest, organisation: Any) -> HttpResponse:
    return _form(request, organisation, CompanyForm(initial=_values(organisation)))


@page(may="organisations.change_organisation", of=queries.organisation_by_id, writes=True)
def change_company(request: PageRequest, organisation: Any) -> HttpResponse:
    form = CompanyForm(request.POST)
    seen = _seen(request)
    if not form.is_valid():
        return _form(request, organisation, form, seen=seen, status=422)
    columns = dict(form.cleaned_data)
    about = {**organisation.about, wording.reader_language(): columns["about"].replace("\r\n", "\n")}
    columns["about"] = {language: text for language, text in about.items() if text}
    try:
        actions.change_organisation(
            organisation=organisation, columns=columns, seen=seen, by=request.user, at=now()
        )
    except actions.ChangedMeanwhile as error:
        meanwhile = list(_told(form, error.changes))
        return _form(request, organisation, form, meanwhile=meanwhile, status=409)
    except ValidationError as error:
        for name, found in error.message_dict.items():
            form.add_error(name if name in form.fields else None, found)
        return _form(request, organisation, form, seen=seen, status=422)
    messages.success(request, _("Saved."))
    return redirect("company", pk=organisation.pk)


def _values(organisation: Any) -> dict[str, Any]:
    """The record as the form shows it; of the descriptions the one in the reader's language."""
    values = {name: getattr(organisation, name) for name in CompanyForm.base_fields}
    return {**values, "about": organisation.about.get(wording.reader_language(), "")}


def _stored(organisation: Any) -> str:
    """What the form was made with, to be sent back with it."""
    return json.dumps({name: getattr(organisation, name) for name in CompanyForm.base_fields})


def _seen(request: HttpRequest) -> dict[str, Any]:
    try:
        seen = json.loads(request.POST.get("seen", ""))
    except ValueError:
        return {}
    return (
        {name: seen[name] for name in CompanyForm.base_fields if name in seen}
        if isinstance(seen, dict)
        else {}
    )


def _told(form: CompanyForm, changes: Mapping[str, tuple[Any, Any]]) -> Iterator[tuple[str, str, str]]:
    """(label, before, now) of what somebody else changed."""
    sizes = dict(SizeClass.choices)
    for name, (before, after) in changes.items():
        if name == "about":
            before, after = ("\n".join(dict(one or {}).values()) for one in (before, after))
        pair = (str(sizes.get(one, one)) or "–" for one in (before, after))
        yield (str(form.fields[name].label), *pair)  # type: ignore[misc]


def _form(
    request: HttpRequest,
    organisation: Any,
    form: CompanyForm,
    *,
    seen: Mapping[str, Any] | None = None,
    meanwhile: list[tuple[str, str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "organisation": organisation,
        "form": form,
        "seen": json.dumps(seen) if seen else _stored(organisation),
        "meanwhile": meanwhile or [],
    }
    return render(request, "company/company_edit.html", context, status=status)
