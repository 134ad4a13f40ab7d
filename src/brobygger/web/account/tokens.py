"""A person's keys for programs: made with a purpose and an end, shown once, revoked at any time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.cache import never_cache

from brobygger.apps.base import actions, queries
from brobygger.apps.base.enums import TokenScope
from brobygger.web.page import PageRequest, page

DAYS = (30, 90, 180, 365)
USUAL_DAYS = 90


class TokenForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("What is it for?"),
        help_text=gettext_lazy("The program or the person that gets it, so that you know it again."),
        max_length=80,
        widget=forms.TextInput(attrs={"class": "ds-input", "autocomplete": "off"}),
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What may it be used for?"),
        choices=TokenScope.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[TokenScope.READ],
        error_messages={
            "required": gettext_lazy("Choose at least one thing that the token may be used for.")
        },
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long is it valid?"),
        coerce=int,
        choices=[
            (days, ngettext_lazy("%(days)d day", "%(days)d days", days) % {"days": days}) for days in DAYS
        ],
        initial=USUAL_DAYS,
        widget=forms.Select(attrs={"class": "ds-input"}),
    )


@page(may="base.use_tokens")
def show_tokens(request: PageRequest) -> HttpResponse:
    return _show(request, TokenForm())


@never_cache  # the answer holds the secret
@page(may="base.use_tokens", writes=True)
def create_token(request: PageRequest) -> HttpResponse:
    """The secret stands in this answer and nowhere else; a redirect would have to keep it somewhere."""
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    try:
        token, secret = actions.create_token(
            user=request.user,
            name=form.cleaned_data["name"],
            scopes=[TokenScope(scope) for scope in form.cleaned_data["scopes"]],
            days=form.cleaned_data["days"],
            by=request.user,
            at=now(),
        )
    except actions.ImpossibleToken as error:
        form.add_error(None, str(error))
        return _show(request, form, status=422)
    return _show(request, TokenForm(), made=token, secret=secret)


@page(may="base.use_tokens", writes=True)
def revoke_token(request: PageRequest, *, pk: int) -> HttpResponse:
    token = queries.tokens_of(request.user).filter(pk=pk).first()
    if token is not None:  # somebody else's, or none: the list shows what is there
        actions.revoke_token(token=token, by=request.user, at=now())
        messages.success(request, _("“%(name)s” can no longer be used.") % {"name": token.name})
    return redirect("tokens")


def _show(
    request: PageRequest, form: TokenForm, *, made: Any = None, secret: str = "", status: int = 200
) -> HttpResponse:
    at = now()
    context = {
        "form": form,
        "made": made,
        "secret": secret,
        "tokens": [
            {
                "row": token,
                "scopes": [str(TokenScope(scope).label) for scope in token.scopes],
                "is_usable": token.is_usable(at),
            }
            for token in queries.tokens_of(request.user)
        ],
    }
    return render(request, "account/tokens.html", context, status=status)
