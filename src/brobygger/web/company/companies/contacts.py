"""Who speaks for a company: ask a colleague along, say what each may do, and take it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.organisations import actions, queries
from brobygger.apps.organisations.enums import ContactRight
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import whole_number
from brobygger.web.wording import reader_language


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("Your colleague's e-mail"),
        widget=forms.EmailInput(attrs={"class": "ds-input", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write the address of the colleague.")},
    )
    right = forms.ChoiceField(
        label=gettext_lazy("What the colleague may do"),
        choices=ContactRight.choices,
        initial=ContactRight.WRITE,
        widget=forms.Select(attrs={"class": "ds-input"}),
    )


@page(may="organisations.view_contacts", of=queries.organisation_by_id)
def list_contacts(request: HttpRequest, organisation: Any) -> HttpResponse:
    return _shown(request, organisation, InvitationForm())


@page(may="organisations.invite_contact", of=queries.organisation_by_id, writes=True)
def invite_contact(request: PageRequest, organisation: Any) -> HttpResponse:
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _shown(request, organisation, form, status=422)
    try:
        invitation = actions.invite_contact(
            organisation=organisation,
            email=form.cleaned_data["email"],
            right=ContactRight(form.cleaned_data["right"]),
            language=reader_language(),
            by=request.user,
            at=now(),
        )
    except (actions.AlreadyContact, ValidationError) as error:
        form.add_error("email", error if isinstance(error, ValidationError) else str(error))
        return _shown(request, organisation, form, status=422)
    said = _("A mail is on its way to %(email)s. One tap in it is enough.")
    messages.success(request, said % {"email": invitation.email})
    return redirect("company-contacts", pk=organisation.pk)


@page(may="organisations.invite_contact", of=queries.organisation_by_id, writes=True)
def change_contact(request: PageRequest, organisation: Any) -> HttpResponse:
    contact = _chosen(request, organisation)
    right = request.POST.get("right", "")
    if contact is None or right not in ContactRight.values:
        messages.error(request, _("This person does not speak for the company any more."))
        return redirect("company-contacts", pk=organisation.pk)
    try:
        actions.change_contact(contact=contact, right=ContactRight(right), by=request.user, at=now())
    except actions.LastManager as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The right is changed."))
    return redirect("company-contacts", pk=organisation.pk)


@page(may="organisations.invite_contact", of=queries.organisation_by_id, writes=True)
def remove_contact(request: PageRequest, organisation: Any) -> HttpResponse:
    contact = _chosen(request, organisation)
    if contact is None:
        messages.error(request, _("This person does not speak for the company any more."))
        return redirect("company-contacts", pk=organisation.pk)
    try:
        actions.remove_contact(contact=contact, by=request.user, at=now())
    except actions.LastManager as error:
        messages.error(request, str(error))
        return redirect("company-contacts", pk=organisation.pk)
    messages.success(request, _("%(name)s no longer speaks for the company.") % {"name": _name(contact.user)})
    is_oneself = contact.user_id == request.user.pk
    return redirect("home") if is_oneself else redirect("company-contacts", pk=organisation.pk)


@page(may="organisations.invite_contact", of=queries.organisation_by_id, writes=True)
def withdraw_invitation(request: PageRequest, organisation: Any) -> HttpResponse:
    asked = whole_number(request.POST.get("invitation")) or 0
    invitation = queries.invitations_of(organisation).filter(pk=asked).first()
    if invitation is not None:
        actions.withdraw_contact_invitation(invitation=invitation, by=request.user, at=now())
        messages.success(request, _("The invitation is taken back."))
    return redirect("company-contacts", pk=organisation.pk)


def _chosen(request: HttpRequest, organisation: Any) -> Any:
    asked = whole_number(request.POST.get("contact")) or 0
    return queries.contacts_of(organisation).filter(pk=asked).first()


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.email or user.get_username())


def _shown(request: HttpRequest, organisation: Any, form: InvitationForm, status: int = 200) -> HttpResponse:
    context = {
        "organisation": organisation,
        "contacts": [
            {"contact": one, "name": _name(one.user), "is_oneself": one.user_id == request.user.pk}
            for one in queries.contacts_of(organisation)
        ],
        "may_change": request.user.has_perm("organisations.invite_contact", organisation),
        "invitations": list(queries.invitations_of(organisation)),
        "rights": ContactRight.choices,
        "form": form,
    }
    return render(request, "company/contacts.html", context, status=status)
