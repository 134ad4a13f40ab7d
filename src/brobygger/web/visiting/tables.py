"""Extracts of company registers, visits of the past and figures of channels: what will change is shown before it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.enums import TableKind
from brobygger.apps.programmes.enums import RowState
from brobygger.apps.programmes.queries import kept_columns, kept_columns_by_id, programmes_run_by
from brobygger.data.tables import TableError, TableLimits, findings_csv, guide_of, template_csv
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.imports.columns import column_context, columns_in, keep_and_tell, kept_lines
from brobygger.web.secretariat.imports.views import CHIPS, forget_kept
from brobygger.web.sent import whole_number
from brobygger.web.uploads import was_refused
from brobygger.web.visiting.forms import RegisterForm

PER_PAGE = 50
View = Callable[..., HttpResponse]
TITLES = {
    TableKind.REGISTER: gettext_lazy("Import an extract of a company register"),
    TableKind.VISITS: gettext_lazy("Import visits of the past"),
    TableKind.READINGS: gettext_lazy("Import figures of channels"),
}
AFTER = {TableKind.REGISTER: "targets", TableKind.VISITS: "visits", TableKind.READINGS: "channels"}


@dataclass(frozen=True)
class Pages:
    """The pages of one kind of table."""

    show_start: View
    upload: View
    show_preview: View
    choose: View
    apply: View
    download_findings: View
    download_template: View
    forget: View


def _pages(kind: TableKind) -> Pages:
    of, may = partial(queries.uploaded_table, kind), actions.MAY_IMPORT[kind]

    @page(may=may)
    def show_start(request: PageRequest) -> HttpResponse:
        return _start(request, kind)

    @page(may=may, writes=True)
    def upload(request: PageRequest) -> HttpResponse:
        return _upload(request, kind)

    @page(may=may, of=of)
    def show_preview(request: PageRequest, table: Any) -> HttpResponse:
        return _preview(request, kind, table)

    @page(may=may, of=of, writes=True)
    def choose(request: PageRequest, table: Any) -> HttpResponse:
        said = columns_in(request) or {}
        actions.choose_table_columns(table=table, columns=said, by=request.user, at=now())
        keep_and_tell(request, said, columns=queries.COLUMNS[kind], file_name=table.file_name)
        return redirect(f"import-{kind}-preview", pk=table.pk)

    @page(may=may, of=of, writes=True)
    def apply(request: PageRequest, table: Any) -> HttpResponse:
        return _apply(request, kind, table)

    @page(may=may, of=of)
    def download_findings(request: HttpRequest, table: Any) -> HttpResponse:
        language = wording.reader_language()
        plan = queries.plan_of_table(table, language=language, today=localdate())
        return _csv(findings_csv(plan.all_findings, language=language), f"{kind}-errors.csv")

    @page(may=may)
    def download_template(request: HttpRequest) -> HttpResponse:
        return _csv(template_csv(queries.COLUMNS[kind], language=wording.reader_language()), f"{kind}.csv")

    @page(may=may, of=partial(kept_columns_by_id, kind.value), writes=True)
    def forget(request: PageRequest, kept: Any) -> HttpResponse:
        return forget_kept(request, kept, f"import-{kind}")

    return Pages(
        show_start, upload, show_preview, choose, apply, download_findings, download_template, forget
    )


def _start(request: PageRequest, kind: TableKind, error: str = "", status: int = 200) -> HttpResponse:
    return show_upload(request, kind, error=error, status=status)


def show_upload(
    request: PageRequest, kind: TableKind, *, error: str = "", form: Any = None, status: int = 200
) -> HttpResponse:
    """
    The page that takes a table.

    Args:
        form: of the register that is asked itself; None: an empty one.
    """
    context = {
        "form": (form or RegisterForm()) if kind == TableKind.REGISTER else None,
        "title": TITLES[kind],
        "is_register": kind == TableKind.REGISTER,
        "error": error,
        "programmes": programmes_run_by(request.user) if kind != TableKind.REGISTER else [],
        "upload_address": reverse(f"import-{kind}-upload"),
        "template_address": reverse(f"import-{kind}-template"),
        "guide": guide_of(queries.COLUMNS[kind], language=wording.reader_language()),
        "kept": kept_lines(kept_columns(kind.value), queries.COLUMNS[kind]),
        "forget_name": f"import-{kind}-forget",
        "megabytes": settings.UPLOAD_BYTES // 1_000_000,
        "rows": TableLimits().rows,
    }
    return render(request, "visiting/table.html", context, status=status)


def _upload(request: PageRequest, kind: TableKind) -> HttpResponse:
    language = wording.reader_language()
    if was_refused(request):
        error = TableError("too_large", limit=settings.UPLOAD_BYTES // 1_000_000)
        return _start(request, kind, error.finding.message(language), status=413)
    file = request.FILES.get("file")
    chosen = whole_number(request.POST.get("programme")) or 0
    programme = programmes_run_by(request.user).filter(pk=chosen).first()
    if file is None or (kind != TableKind.REGISTER and programme is None):
        wanted = _("Choose a file.") if kind == TableKind.REGISTER else _("Choose a programme and a file.")
        return _start(request, kind, wanted, status=422)
    content = file.read()
    try:
        queries.plan_content(
            kind,
            content,
            programme_id=programme.pk if programme else None,
            limits=TableLimits(file_bytes=settings.UPLOAD_BYTES),
            language=language,
            today=localdate(),
        )
    except TableError as error:
        return _start(request, kind, error.finding.message(language), status=422)
    table = actions.upload_outreach_table(
        kind=kind, file_name=file.name or "", content=content, programme=programme, by=request.user, at=now()
    )
    return redirect(f"import-{kind}-preview", pk=table.pk)


def _preview(request: PageRequest, kind: TableKind, table: Any) -> HttpResponse:
    language = wording.reader_language()
    plan = queries.plan_of_table(table, language=language, today=localdate())
    shown = request.GET.get("show", "")
    lines = [one for one in plan.lines if shown in ("", one.state)]
    rows = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    counts = plan.counts
    tabs = [
        (_("All"), "?show=", not shown, len(plan.lines)),
        *((state.label, f"?show={state}", shown == state, counts[state]) for state in RowState),
    ]
    context = {
        "title": TITLES[kind],
        "file_name": table.file_name,
        "mapping": column_context(
            plan.columns,
            choose_address=reverse(f"import-{kind}-choose", args=[table.pk]),
            forget_address=reverse(f"import-{kind}-forget", args=[plan.columns.kept.pk])
            if plan.columns.kept
            else "",
        ),
        "stops": [one.message(language) for one in plan.findings if not one.is_note],
        "notes": [one.message(language) for one in plan.findings if one.is_note],
        "tabs": tabs,
        "rows": rows,
        "query": f"show={shown}",
        "shown": [
            {
                "number": one.number,
                "name": one.name,
                "state": one.state.label,
                "chip": CHIPS[one.state],
                "wrong": [(f.column, f.message(language)) for f in one.findings if not f.is_note],
                "notes": [(f.column, f.message(language)) for f in one.findings if f.is_note],
            }
            for one in rows
        ],
        "digest": plan.digest,
        "to_write": counts[RowState.NEW] + counts[RowState.CHANGED],
        "refused": counts[RowState.REFUSED],
        "apply_address": reverse(f"import-{kind}-apply", args=[table.pk]),
        "findings_address": reverse(f"import-{kind}-findings", args=[table.pk]),
        "back": reverse(f"import-{kind}"),
    }
    return render(request, "visiting/table_preview.html", context)


def _apply(request: PageRequest, kind: TableKind, table: Any) -> HttpResponse:
    try:
        plan = actions.import_outreach_table(
            table=table,
            seen=request.POST.get("seen", ""),
            language=wording.reader_language(),
            by=request.user,
            at=now(),
        )
    except actions.TableGone:
        messages.info(request, _("This table has been imported already."))
        return redirect(f"import-{kind}")
    except actions.TablePlanChanged:
        messages.warning(
            request,
            _(
                "Records were changed since you saw this. Nothing was imported; this is what would change now."
            ),
        )
        return redirect(f"import-{kind}-preview", pk=table.pk)
    added, changed = plan.counts[RowState.NEW], plan.counts[RowState.CHANGED]
    messages.success(
        request,
        _("Imported: %(added)s, %(changed)s.")
        % {
            "added": ngettext("%(number)s new", "%(number)s new", added) % {"number": added},
            "changed": ngettext("%(number)s changed", "%(number)s changed", changed) % {"number": changed},
        },
    )
    return redirect(AFTER[kind])


def _csv(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


register = _pages(TableKind.REGISTER)
visits = _pages(TableKind.VISITS)
readings = _pages(TableKind.READINGS)
