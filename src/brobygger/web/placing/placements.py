"""The list of placements, as a page and as a table, and one's own."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from brobygger.apps.placements import queries
from brobygger.apps.placements.enums import PlacementState
from brobygger.apps.placements.queries import Listed, may_see_name
from brobygger.apps.programmes.queries import programmes_joined_by
from brobygger.data.tables.writing import write_csv
from brobygger.web.ads import titles_of
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.placing import wording
from brobygger.web.sent import whole_number

PER_PAGE = 30
MOST_ROWS = 20_000  # of a table; more placements than any programme has


@page(may="placements.view_placements")
def list_placements(request: PageRequest) -> HttpResponse:
    chosen = _chosen(request)
    rows = BoundedPaginator(queries.with_lists(_found(chosen)), PER_PAGE).get_page(request.GET.get("page"))
    programme = whole_number(chosen["programme"])
    counts, without = queries.state_counts(programme), queries.without_agreement()
    longest = list(without[:5])
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "rows": rows,
        "entries": [wording.entry(one, shows_name=_runs(request)) for one in queries.listed(list(rows))],
        "chosen": chosen,
        "states": wording.STATES,
        "programmes": list(programmes_joined_by(request.user)),
        "figures": [(str(state.label), counts.get(state.value, 0)) for state in PlacementState],
        "waiting": counts.get("waiting", 0),
        "without": longest,
        "titles": titles_of(one.opportunity for one in longest),
        "without_count": without.count(),
        "query": query.urlencode(),
    }
    return render(request, "placing/placements.html", context)


@page(may="placements.view_placements")
def download_table(request: PageRequest) -> HttpResponse:
    """The placements that are chosen, for a spreadsheet. Names stand in it where the reader runs the installation."""
    header = [
        _("Candidate"),
        _("Company"),
        _("University"),
        _("Programme"),
        _("Kind of place"),
        _("State"),
        _("First day"),
        _("Last day"),
        _("Hours a week"),
        _("Place of work"),
        _("Country"),
        _("Version"),
        _("Why it was broken off"),
    ]
    rows = queries.listed(list(queries.with_lists(_found(_chosen(request)))[:MOST_ROWS]))
    content = write_csv(header, (_cells(one, shows_name=_runs(request)) for one in rows))
    headers = {"Content-Disposition": 'attachment; filename="placements.csv"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


@page(may="placements.view_own_placements")
def list_own(request: PageRequest) -> HttpResponse:
    found = queries.with_lists(queries.own_agreements(request.user))
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    entries = [
        wording.entry(one, shows_name=may_see_name(request.user, one.agreement))
        for one in queries.listed(list(rows))
    ]
    return render(request, "placing/own.html", {"rows": rows, "entries": entries})


def _cells(one: Listed, *, shows_name: bool) -> list[object]:
    agreement, version, placement = one.agreement, one.version, one.placement
    last = placement.ended_on if placement and placement.ended_on else version.end_date
    return [
        wording.candidate_name(agreement, shows_name=shows_name),
        agreement.organisation.name,
        agreement.institution.name if agreement.institution else "",
        agreement.programme.name if agreement.programme else "",
        version.get_kind_display(),
        wording.state_label(one.state),
        version.start_date.isoformat(),
        last.isoformat() if last else "",
        version.hours_per_week,
        version.place_name,
        version.country,
        version.number,
        placement.get_reason_display() if placement else "",
    ]


def _chosen(request: PageRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip() for name in ("text", "state", "programme")}


def _found(chosen: dict[str, str]) -> Any:
    return queries.agreements(
        state=chosen["state"], programme=whole_number(chosen["programme"]), text=chosen["text"]
    )


def _runs(request: PageRequest) -> bool:
    """Whether the reader may see everybody's name without asking row by row."""
    return request.user.has_perm("placements.change_agreement")
