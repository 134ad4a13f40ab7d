"""The log of knowledge exchange: a list that can be narrowed, its numbers, and a table to take along."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.organisations.queries import organisation_names
from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.actions import ExchangeDetails
from brobygger.apps.programmes.enums import ExchangeKind
from brobygger.data.tables import write_csv
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.partnership.forms import ExchangeForm
from brobygger.web.partnership.tabs import tabs
from brobygger.web.sent import whole_number
from brobygger.web.visiting.forms import add_errors

PER_PAGE = 30


@page(may="programmes.view_exchanges")
def list_exchanges(request: PageRequest) -> HttpResponse:
    chosen, found = _chosen(request)
    rows = BoundedPaginator(found, PER_PAGE).get_page(request.GET.get("page"))
    years, counts = queries.exchange_counts(whole_number(chosen["programme"]))
    query = request.GET.copy()
    query.pop("page", None)
    run = {one.pk for one in queries.programmes_run_by(request.user)}
    context = {
        "tabs": tabs(request, "exchanges"),
        "rows": rows,
        "shown": [
            (one, " – ".join(org.name for org in one.organisations.all()), one.programme_id in run)
            for one in rows
        ],
        "chosen": chosen,
        "kinds": ExchangeKind.choices,
        "years": years,
        "columns": [(_("Kind"), "text"), *((str(year), "number") for year in years), (_("All"), "number")],
        "counts": [(label, cells, sum(cells)) for label, cells in counts],
        "programmes": queries.programmes_joined_by(request.user),
        "query": query.urlencode(),
    }
    return render(request, "partnership/exchanges.html", context)


@page(may="programmes.view_exchanges")
def download(request: PageRequest) -> HttpResponse:
    """What the list shows, as a table."""
    _said, found = _chosen(request)
    header = [
        _("Day"),
        _("Kind"),
        _("What"),
        _("Between whom"),
        _("Programme"),
        _("Link"),
        _("What shows it"),
    ]
    table = write_csv(
        header,
        (
            (
                one.day.isoformat(),
                one.get_kind_display(),
                one.title,
                ", ".join(org.name for org in one.organisations.all()),
                one.programme.name,
                one.link,
                one.evidence,
            )
            for one in found
        ),
    )
    response = HttpResponse(table, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="knowledge-exchange.csv"'
    return response


@page(may="programmes.note_exchange", of=queries.programme_by_id)
def show_new(request: PageRequest, programme: Any) -> HttpResponse:
    return _entry(request, ExchangeForm(initial={"day": localdate()}), programme)


@page(may="programmes.note_exchange", of=queries.programme_by_id, writes=True)
def add(request: PageRequest, programme: Any) -> HttpResponse:
    form = ExchangeForm(request.POST)
    if form.is_valid():
        try:
            actions.note_exchange(programme=programme, details=_details(form), by=request.user, at=now())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Noted."))
            return redirect("exchanges")
    return _entry(request, form, programme, status=422)


@page(may="programmes.change_exchange", of=queries.exchange_by_id)
def show_entry(request: PageRequest, entry: Any) -> HttpResponse:
    names = ("day", "kind", "title", "about", "link", "evidence")
    initial = {name: getattr(entry, name) for name in names}
    initial["organisations"] = "\n".join(one.name for one in queries.organisations_in(entry))
    return _entry(request, ExchangeForm(initial=initial), entry.programme, entry)


@page(may="programmes.change_exchange", of=queries.exchange_by_id, writes=True)
def change(request: PageRequest, entry: Any) -> HttpResponse:
    if "remove" in request.POST:
        actions.remove_exchange(entry=entry, by=request.user, at=now())
        messages.success(request, _("Taken out."))
        return redirect("exchanges")
    form = ExchangeForm(request.POST)
    if form.is_valid():
        try:
            actions.change_exchange(entry=entry, details=_details(form), by=request.user, at=now())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("exchanges")
    return _entry(request, form, entry.programme, entry, status=422)


def _chosen(request: PageRequest) -> tuple[dict[str, str], Any]:
    chosen = {name: request.GET.get(name, "").strip() for name in ("text", "kind", "year", "programme")}
    found = queries.exchanges(
        text=chosen["text"],
        kind=chosen["kind"],
        year=whole_number(chosen["year"], most=9999),
        programme=whole_number(chosen["programme"]),
    )
    return chosen, found


def _details(form: ExchangeForm) -> ExchangeDetails:
    said = form.cleaned_data
    return ExchangeDetails(**{**said, "kind": ExchangeKind(said["kind"])})


def _entry(
    request: PageRequest, form: ExchangeForm, programme: Any, entry: Any = None, status: int = 200
) -> HttpResponse:
    context = {
        "tabs": tabs(request, "exchanges"),
        "form": form,
        "programme": programme,
        "entry": entry,
        "names": organisation_names(),
    }
    return render(request, "partnership/exchange.html", context, status=status)
