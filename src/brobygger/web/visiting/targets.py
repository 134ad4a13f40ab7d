"""Target lists with their reasons, batches for an agency, and companies that are never called."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import NobodyToCall, NoCompanies
from brobygger.apps.outreach.enums import Exclusion
from brobygger.apps.programmes.queries import programme_by_id, programmes_run_by
from brobygger.core.targeting import Part, PartResult
from brobygger.data.registers import retired_successors
from brobygger.data.tables import CellError
from brobygger.data.tables.cells import country as country_of
from brobygger.data.tables.cells import register_number
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import whole_numbers
from brobygger.web.visiting.forms import PARTS, BatchForm, TargetForm, add_errors
from brobygger.web.visiting.tabs import tabs

PER_PAGE = 30
CHIPS = {PartResult.FULFILLED: "match", PartResult.UNKNOWN: "partly", PartResult.MISSING: "missing"}


@page(may="outreach.view_targets")
def list_targets(request: PageRequest) -> HttpResponse:
    context = {
        "tabs": tabs(request, "targets"),
        "lists": queries.target_lists(),
        "batches": list(queries.batches()),
        "programmes": programmes_run_by(request.user),
        "registered": sorted(queries.registered_count().items()),
        "may_import": request.user.has_perm("outreach.import_companies"),
    }
    return render(request, "visiting/targets.html", context)


@page(may="outreach.make_targets", of=programme_by_id)
def show_new_list(request: PageRequest, programme: Any) -> HttpResponse:
    return _form(request, programme, TargetForm())


@page(may="outreach.make_targets", of=programme_by_id, writes=True)
def make_list(request: PageRequest, programme: Any) -> HttpResponse:
    form = TargetForm(request.POST)
    if form.is_valid():
        try:
            made = actions.make_target_list(
                programme=programme,
                name=form.cleaned_data["name"],
                wanted=form.wanted(),
                by=request.user,
                at=now(),
            )
        except NoCompanies:
            form.add_error(
                None, _("No extract of a register was imported for these countries: import one first.")
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect("target-list", pk=made.pk)
    return _form(request, programme, form, status=422)


def _form(request: PageRequest, programme: Any, form: TargetForm, status: int = 200) -> HttpResponse:
    context = {"programme": programme, "form": form, "tabs": tabs(request, "targets")}
    return render(request, "visiting/target_new.html", context, status=status)


@page(may="outreach.change_batch", of=queries.target_list_by_id)
def show_list(request: PageRequest, target_list: Any) -> HttpResponse:
    return _list(request, target_list, BatchForm(initial={"name": target_list.name}))


def _list(request: PageRequest, target_list: Any, form: BatchForm, status: int = 200) -> HttpResponse:
    excluded = request.GET.get("show") == "left-out"
    found = queries.targets_of(target_list, excluded=excluded)
    rows = BoundedPaginator(found, PER_PAGE).get_page(request.GET.get("page"))
    exclusions = queries.exclusions_of(target_list)
    left_out = sum(count for _reason, count in exclusions)
    on_list = rows.paginator.count if not excluded else queries.targets_of(target_list).count()
    context = {
        "tabs": tabs(request, "targets"),
        "target_list": target_list,
        "rows": rows,
        "shown": [_row(one) for one in rows],
        "views": [
            (_("On the list"), "?", not excluded, on_list),
            (_("Left out"), "?show=left-out", excluded, left_out),
        ],
        "is_left_out": excluded,
        "exclusions": exclusions if excluded else [],
        "warnings": [(code, ", ".join(retired_successors(code))) for code in target_list.warnings],
        "form": form,
        "agents": queries.agency_users(),
        "query": "show=left-out" if excluded else "",
    }
    return render(request, "visiting/target_list.html", context, status=status)


def _row(target: Any) -> dict[str, Any]:
    parts = [
        (PARTS[Part(part)], CHIPS[PartResult(result)], PartResult(result), points, most)
        for part, result, points, most in target.parts
    ]
    return {
        "target": target,
        "company": target.company,
        "score": round(target.score),
        "parts": parts,
        "reason": Exclusion(target.excluded).label if target.excluded else "",
    }


@page(may="outreach.change_batch", of=queries.target_list_by_id, writes=True)
def make_batch(request: PageRequest, target_list: Any) -> HttpResponse:
    form = BatchForm(request.POST)
    if form.is_valid():
        try:
            batch = actions.make_batch(
                target_list=target_list,
                agents=queries.agents_among(whole_numbers(request.POST.getlist("agent"))),
                by=request.user,
                at=now(),
                **form.cleaned_data,
            )
        except NobodyToCall:
            form.add_error(None, _("Choose who calls. If you have, no company of the list is free any more."))
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The agency sees the batch now."))
            return redirect("batch", pk=batch.pk)
    return _list(request, target_list, form, status=422)


@page(may="outreach.change_batch", of=queries.batch_by_id)
def show_batch(request: PageRequest, batch: Any) -> HttpResponse:
    rows = BoundedPaginator(queries.calls_of(batch), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "targets"),
        "batch": batch,
        "rows": rows,
        "outcomes": queries.outcomes_of(batch),
        "agents": ", ".join(one.get_full_name() or one.get_username() for one in batch.agents.all()),
    }
    return render(request, "visiting/batch.html", context)


@page(may="outreach.change_batch", of=queries.batch_by_id, writes=True)
def close_batch(request: PageRequest, batch: Any) -> HttpResponse:
    actions.close_batch(batch=batch, by=request.user, at=now())
    messages.success(request, _("The batch is closed. The agency no longer sees it."))
    return redirect("batch", pk=batch.pk)


@page(may="outreach.view_targets")
def list_no_calls(request: PageRequest) -> HttpResponse:
    return _no_calls(request)


@page(may="outreach.note_no_call", writes=True)
def add_no_call(request: PageRequest) -> HttpResponse:
    said = {name: request.POST.get(name, "").strip() for name in ("number", "name", "reason", "country")}
    try:
        home = country_of(said["country"]) if said["country"] else None
        number, country = register_number(said["number"], home)
        actions.note_no_call(
            country=country,
            number=number,
            name=said["name"],
            reason=said["reason"],
            by=request.user,
            at=now(),
        )
    except CellError:
        return _no_calls(request, _("This is no register number of Denmark, Norway or Sweden."), said, 422)
    except ValidationError:
        return _no_calls(request, _("Write the company's name too."), said, 422)
    messages.success(request, _("Nobody calls %(company)s any more.") % {"company": said["name"]})
    return redirect("no-calls")


def _no_calls(
    request: PageRequest, error: str = "", said: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    text = request.GET.get("text", "").strip()
    rows = BoundedPaginator(queries.no_calls(text), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "no-calls"),
        "rows": rows,
        "text": text,
        "error": error,
        "said": said or {"number": "", "name": "", "reason": "", "country": ""},
    }
    return render(request, "visiting/no_calls.html", context, status=status)
