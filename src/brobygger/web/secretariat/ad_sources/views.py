"""The services that open ads are fetched from: what came, when, and what was refused and why."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import AdService
from brobygger.apps.programmes.queries import programmes_run_by
from brobygger.data.documents import Problem
from brobygger.data.fetching import message
from brobygger.web import wording
from brobygger.web.page import PageRequest, page

MAY: Final = "opportunities.manage_ad_sources"
SHOWN_REFUSALS: Final = 20
COUNTS: Final = {
    "new": gettext_lazy("New ads"),
    "changed": gettext_lazy("Changed ads"),
    "unchanged": gettext_lazy("Unchanged ads"),
    "gone": gettext_lazy("Ads that are gone"),
    "refused": gettext_lazy("Refused ads"),
    "passed": gettext_lazy("Ads without the words"),
}


COUNTRIES: Final = (
    ("DK", gettext_lazy("Denmark")),
    ("NO", gettext_lazy("Norway")),
    ("SE", gettext_lazy("Sweden")),
)


class AdSourceForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("Readers of an ad see it: “Platsbanken (JobTech)”."),
    )
    service = forms.ChoiceField(label=gettext_lazy("Kind"), choices=AdService.choices)
    address = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=1000,
        help_text=gettext_lazy(
            "With https://. For JobTech and NAV that of the service, such as "
            "https://jobsearch.api.jobtechdev.se or https://pam-stilling-feed.nav.no; otherwise that of the feed or "
            "the sitemap."
        ),
    )
    words = forms.CharField(
        label=gettext_lazy("Words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Between commas. An ad is taken if one of them occurs in it. Empty: every ad."
        ),
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country of the employers"),
        choices=COUNTRIES,
    )
    licence = forms.CharField(
        label=gettext_lazy("Licence or terms"),
        max_length=200,
        help_text=gettext_lazy(
            "As the service states them, such as CC0 1.0 for JobTech. Each ad shows them."
        ),
    )
    token = forms.CharField(
        label=gettext_lazy("Key of the service"),
        required=False,
        max_length=4000,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy(
            "NAV gives one on request. It is kept encrypted. Empty: the one that is there stays."
        ),
    )
    programme = forms.ChoiceField(label=gettext_lazy("Programme"), required=False)
    every_hours = forms.IntegerField(
        label=gettext_lazy("Hours between two fetches"), min_value=1, max_value=720, initial=24
    )
    most_ads = forms.IntegerField(
        label=gettext_lazy("Most ads at a time"), min_value=1, max_value=20_000, initial=500
    )

    def __init__(self, request: PageRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = (
                "ds-input short" if isinstance(field.widget, forms.Textarea) else "ds-input"
            )
        run = [(str(one.pk), one.name) for one in programmes_run_by(request.user)]
        self.fields["programme"].choices = [("", _("no programme")), *run]  # type: ignore[attr-defined]

    def details(self) -> actions.AdSourceDetails:
        given = dict(self.cleaned_data)
        programme = given.pop("programme")
        return actions.AdSourceDetails(
            **{**given, "service": AdService(given["service"]), "token": given["token"].strip() or None},
            programme_id=int(programme) if programme else None,
        )


@page(may=MAY)
def list_sources(request: PageRequest) -> HttpResponse:
    at = now()
    return render(
        request, "secretariat/ad_sources.html", {"shown": [_source(one, at) for one in queries.ad_sources()]}
    )


@page(may=MAY)
def show_new(request: PageRequest) -> HttpResponse:
    return _form(request, AdSourceForm(request))


@page(may=MAY, writes=True)
def add(request: PageRequest) -> HttpResponse:
    return _save(request, None)


@page(may=MAY, of=queries.ad_source_by_id)
def show_edit(request: PageRequest, source: Any) -> HttpResponse:
    columns = ("name", "service", "address", "words", "country", "licence", "every_hours", "most_ads")
    initial = {name: getattr(source, name) for name in columns}
    return _form(
        request, AdSourceForm(request, initial={**initial, "programme": source.programme_id or ""}), source
    )


@page(may=MAY, of=queries.ad_source_by_id, writes=True)
def change(request: PageRequest, source: Any) -> HttpResponse:
    return _save(request, source)


@page(may=MAY, of=queries.ad_source_by_id, writes=True)
def switch(request: PageRequest, source: Any) -> HttpResponse:
    is_on = request.POST.get("to") == "on"
    closed = actions.switch_ad_source(source=source, is_on=is_on, by=request.user, at=now())
    if is_on:
        messages.success(request, _("%(source)s is fetched from now on.") % {"source": source.name})
    else:
        said = ngettext(
            "%(source)s is not fetched any more; %(count)d of its ads was closed.",
            "%(source)s is not fetched any more; %(count)d of its ads were closed.",
            closed,
        )
        messages.success(request, said % {"source": source.name, "count": closed})
    return redirect("ad-sources")


@page(may=MAY, of=queries.ad_source_by_id, writes=True)
def ask(request: PageRequest, source: Any) -> HttpResponse:
    actions.ask_for_ads(source=source, by=request.user, at=now())
    messages.success(
        request,
        _("%(source)s is fetched as soon as the command fetch-ads runs next.") % {"source": source.name},
    )
    return redirect("ad-sources")


def _save(request: PageRequest, source: Any) -> HttpResponse:
    form = AdSourceForm(request, request.POST)
    if form.is_valid():
        try:
            actions.save_ad_source(source=source, details=form.details(), by=request.user, at=now())
        except ValidationError as error:
            for name, problems in error.message_dict.items():
                form.add_error(name if name in form.fields else None, problems)
        else:
            messages.success(request, _("Saved."))
            return redirect("ad-sources")
    return _form(request, form, source, status=422)


def _form(request: PageRequest, form: AdSourceForm, source: Any = None, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "source": source,
        "address": reverse("ad-source-change", args=[source.pk]) if source else reverse("ad-source-add"),
    }
    return render(request, "secretariat/ad_source_form.html", context, status=status)


def _source(source: Any, at: dt.datetime) -> dict[str, Any]:
    last = next(iter(source.fetches.all()), None)
    return {
        "source": source,
        "kind": AdService(source.service).label,
        "last": last,
        "counts": _counts(last),
        "problem": _said(last.problem, "fetching") if last and last.problem else "",
        "refusals": [
            (one["ad"], _said(one, one["of"])) for one in (last.refusals[:SHOWN_REFUSALS] if last else [])
        ],
        "more_refusals": max(0, (last.counts.get("refused", 0) if last else 0) - SHOWN_REFUSALS),
        "is_waiting": source.is_on and source.is_due(at) and source.fetching_since is None,
        "earlier": [(one, _counts(one)) for one in list(source.fetches.all())[1:6]],
    }


def _counts(fetch: Any) -> list[tuple[int, Any]]:
    return [(fetch.counts[name], label) for name, label in COUNTS.items() if fetch and fetch.counts.get(name)]


def _said(told: dict[str, Any], of: str) -> str:
    """A message that was stored as its key and parameters, in the reader's language."""
    language = wording.reader_language()
    if of == "documents":
        return Problem("", None, told["key"], told["parameters"]).message(language).removeprefix(": ")
    return message(told["key"], language, told["parameters"])
