"""The list of admitted students, and the addresses that take no mail."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import get_current_timezone, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.base.actions import lift_bounce, note_bounce
from brobygger.apps.base.enums import BounceSource, LegalBasis
from brobygger.apps.base.queries import bounced_addresses
from brobygger.apps.outreach import actions, queries
from brobygger.apps.programmes.queries import programmes
from brobygger.data.bounces import BounceFileError, read_bounces
from brobygger.data.tables import (
    STUDENTS,
    TableError,
    guide_of,
    missing_columns,
    read_student_row,
    read_table,
    recognise,
)
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.uploads import was_refused

PER_PAGE = 50
MOST_SHOWN = 10


@page(may="outreach.import_students")
def show_students(request: PageRequest) -> HttpResponse:
    return _page(request)


@page(may="outreach.import_students", writes=True)
def import_list(request: PageRequest) -> HttpResponse:
    """A table is taken whole or not at all: a row that cannot be read is named, and nothing is saved."""
    language = wording.reader_language()
    upload, post = request.FILES.get("file"), request.POST
    programme = next((one for one in programmes() if str(one.pk) == post.get("programme")), None)
    if was_refused(request) or upload is None or programme is None:
        messages.error(request, _("Choose a programme and a file."))
        return _page(request, status=422)
    try:
        table = read_table(upload.read(), STUDENTS)
        places = recognise(table.header, STUDENTS)
        if missing_columns(places.values(), STUDENTS):
            messages.error(request, _("There is no column with e-mail addresses."))
            return _page(request, status=422)
        read = [read_student_row(row, table.header, places) for row in table.rows]
        wrong = [one for _row, findings in read for one in findings if not one.is_note]
        if wrong:
            shown = [
                _("Row %(row)d, %(column)s: %(problem)s")
                % {"row": one.row, "column": one.column, "problem": one.message(language)}
                for one in wrong[:MOST_SHOWN]
            ]
            return _page(request, wrong=shown, more=len(wrong) - len(shown), status=422)
        done = actions.import_students(
            rows=[row for row, _findings in read if row is not None],
            programme=programme,
            basis=LegalBasis(post.get("basis", "")),
            source=post.get("source", ""),
            consented_at=_moment(post.get("consented_on", "")),
            by=request.user,
            at=now(),
        )
    except TableError as error:
        messages.error(request, error.finding.message(language))
        return _page(request, status=422)
    except (actions.ImpossibleList, ValueError) as error:
        text = (
            str(error)
            if isinstance(error, actions.ImpossibleList)
            else _("Choose why the law allows to write.")
        )
        messages.error(request, text)
        return _page(request, status=422)
    said = _("%(new)d new, %(changed)d changed, %(unchanged)d as before.")
    messages.success(request, said % {"new": done.new, "changed": done.changed, "unchanged": done.unchanged})
    return redirect("students")


@page(may="base.mark_bounces", writes=True)
def import_bounces(request: PageRequest) -> HttpResponse:
    upload, at = request.FILES.get("file"), now()
    if was_refused(request) or upload is None:
        messages.error(request, _("Choose a file."))
        return redirect("students")
    try:
        found = [one for one in read_bounces(upload.read()) if one.is_final]
    except BounceFileError:
        messages.error(request, _("The file holds neither a delivery report nor an address."))
        return redirect("students")
    new = sum(
        note_bounce(
            address=one.address, source=BounceSource.REPORT, answer=one.answer, by=request.user, at=at
        )
        for one in found
    )
    said = ngettext("%(count)d address is marked.", "%(count)d addresses are marked.", new)
    messages.success(request, said % {"count": new})
    return redirect("students")


@page(may="base.mark_bounces", writes=True)
def lift(request: PageRequest) -> HttpResponse:
    if lift_bounce(address=request.POST.get("address", ""), by=request.user, at=now()):
        messages.success(request, _("We write to this address again."))
    return redirect("students")


def _page(
    request: PageRequest, wrong: list[str] | None = None, more: int = 0, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "rows": Paginator(queries.students().order_by("-added_at", "-pk"), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "programmes": [(str(one.pk), one.name) for one in programmes()],
        "bases": [(one.value, one.label) for one in actions.WHY],
        "guide": [
            (label, guide)
            for label, guide, _required in guide_of(STUDENTS, language=wording.reader_language())
        ],
        "bounced": list(bounced_addresses()[:MOST_SHOWN]),
        "wrong": wrong or [],
        "more": more,
        "given": {
            name: request.POST.get(name, "") for name in ("programme", "basis", "source", "consented_on")
        },
    }
    return render(request, "secretariat/students.html", context, status=status)


def _moment(day: str) -> dt.datetime | None:
    try:
        return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), get_current_timezone())
    except ValueError:
        return None
