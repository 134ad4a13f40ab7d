"""Tables of organisations and candidates: what will change is shown before it does."""

from __future__ import annotations

import datetime as dt
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
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.enums import ImportKind, RowState
from brobygger.data.tables import TableError, TableLimits, findings_csv, guide_of, template_csv
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.imports.columns import column_context, columns_in, keep_and_tell, kept_lines
from brobygger.web.secretariat.likeness import shown_signs
from brobygger.web.sent import whole_number
from brobygger.web.uploads import was_refused

PER_PAGE = 50
TITLES = {
    ImportKind.ORGANISATIONS: gettext_lazy("Import organisations"),
    ImportKind.CANDIDATES: gettext_lazy("Import candidates"),
}
CHIPS = {
    RowState.NEW: "match",
    RowState.CHANGED: "partly",
    RowState.UNCHANGED: "neutral",
    RowState.REFUSED: "rule",
}
TO_CHOOSE = "to_choose"  # the tab of rows that may be about a record that is there
View = Callable[..., HttpResponse]


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


@page(may="organisations.import_organisations")
def show_import(request: HttpRequest) -> HttpResponse:
    return redirect("import-organisations")


def _pages(kind: ImportKind, may: str) -> Pages:
    """Eight views that differ in the kind and in the permission."""
    of = partial(queries.upload_by_id, kind)

    @page(may=may)
    def show_start(request: HttpRequest) -> HttpResponse:
        return _start(request, kind)

    @page(may=may, writes=True)
    def upload(request: PageRequest) -> HttpResponse:
        return _upload(request, kind)

    @page(may=may, of=of)
    def show_preview(request: HttpRequest, upload: Any) -> HttpResponse:
        return _preview(request, kind, upload)

    @page(may=may, of=of, writes=True)
    def choose(request: PageRequest, upload: Any) -> HttpResponse:
        said = columns_in(request)
        actions.choose_for_import(
            upload=upload, columns=said, rows=_rows_in(request), by=request.user, at=now()
        )
        if said is not None:
            keep_and_tell(request, said, columns=queries.COLUMNS[kind], file_name=upload.file_name)
        return redirect(_address(request, kind, upload))

    @page(may=may, of=of, writes=True)
    def apply(request: PageRequest, upload: Any) -> HttpResponse:
        return _apply(request, kind, upload)

    @page(may=may, of=of)
    def download_findings(request: HttpRequest, upload: Any) -> HttpResponse:
        language = wording.reader_language()
        plan = queries.plan_of(upload, language=language)
        return _csv(findings_csv(plan.all_findings, language=language), f"{kind}-errors.csv")

    @page(may=may)
    def download_template(request: HttpRequest) -> HttpResponse:
        language = wording.reader_language()
        return _csv(template_csv(queries.COLUMNS[kind], language=language), f"{kind}.csv")

    @page(may=may, of=partial(queries.kept_columns_by_id, kind.value), writes=True)
    def forget(request: PageRequest, kept: Any) -> HttpResponse:
        return forget_kept(request, kept, f"import-{kind}")

    return Pages(
        show_start, upload, show_preview, choose, apply, download_findings, download_template, forget
    )


def forget_kept(request: PageRequest, kept: Any, start: str) -> HttpResponse:
    """Forget what was said of the columns of a file, and go back to the page that takes the next one."""
    actions.forget_columns(kept=kept, by=request.user, at=now())
    messages.success(request, _("Forgotten. Files with these columns are read by their headers alone."))
    return redirect(start)


def _start(request: HttpRequest, kind: ImportKind, error: str = "", status: int = 200) -> HttpResponse:
    context = {
        "title": TITLES[kind],
        "tabs": _kinds(kind),
        "kind": kind.value,
        "error": error,
        "upload_address": reverse(f"import-{kind}-upload"),
        "template_address": reverse(f"import-{kind}-template"),
        "guide": guide_of(queries.COLUMNS[kind], language=wording.reader_language()),
        "kept": kept_lines(queries.kept_columns(kind.value), queries.COLUMNS[kind]),
        "forget_name": f"import-{kind}-forget",
        "megabytes": settings.UPLOAD_BYTES // 1_000_000,
        "rows": TableLimits().rows,
    }
    return render(request, "secretariat/import.html", context, status=status)


def _upload(request: PageRequest, kind: ImportKind) -> HttpResponse:
    language = wording.reader_language()
    if was_refused(request):
        error = TableError("too_large", limit=settings.UPLOAD_BYTES // 1_000_000)
        return _start(request, kind, error.finding.message(language), status=413)
    file = request.FILES.get("file")
    if file is None:
        return _start(request, kind, _("Choose a file."), status=422)
    content = file.read()
    try:
        queries.plan_table(kind, content, language=language, limits=_limits())
    except TableError as error:
        return _start(request, kind, error.finding.message(language), status=422)
    upload = actions.upload_table(
        kind=kind, file_name=file.name or "", content=content, by=request.user, at=now()
    )
    return redirect(f"import-{kind}-preview", pk=upload.pk)


def _preview(request: HttpRequest, kind: ImportKind, upload: Any) -> HttpResponse:
    language = wording.reader_language()
    plan = queries.plan_of(upload, language=language)
    columns = queries.COLUMNS[kind]
    labels = {column.name: column.label.text(language) for column in columns.columns}
    to_choose = [row for row in plan.rows if row.likely]
    shown = request.GET.get("show", "")
    chosen = to_choose if shown == TO_CHOOSE else [row for row in plan.rows if shown in ("", row.state)]
    rows = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    counts = plan.counts
    tabs = [
        ("", _("All"), len(plan.rows)),
        *((state.value, state.label, counts[state]) for state in RowState),
    ]
    if to_choose:
        tabs.insert(1, (TO_CHOOSE, _("Already there?"), len(to_choose)))
    choose_address = f"{reverse(f'import-{kind}-choose', args=[upload.pk])}?{request.GET.urlencode()}"
    context = {
        "title": TITLES[kind],
        "file_name": upload.file_name,
        "plan": plan,
        "mapping": column_context(
            plan.columns,
            choose_address=choose_address,
            forget_address=reverse(f"import-{kind}-forget", args=[plan.columns.kept.pk])
            if plan.columns.kept
            else "",
        ),
        "stops": [one.message(language) for one in plan.findings if not one.is_note],
        "notes": [one.message(language) for one in plan.findings if one.is_note],
        "tabs": [(label, f"?show={key}", key == shown, count) for key, label, count in tabs],
        "rows": rows,
        "shown": [_row(row, labels, language) for row in rows],
        "query": f"show={shown}",
        "to_write": counts[RowState.NEW] + counts[RowState.CHANGED],
        "refused": counts[RowState.REFUSED],
        "has_choices": any(row.likely for row in rows),
        "choose_address": choose_address,
        "apply_address": reverse(f"import-{kind}-apply", args=[upload.pk]),
        "findings_address": reverse(f"import-{kind}-findings", args=[upload.pk]),
        "back": reverse(f"import-{kind}"),
    }
    return render(request, "secretariat/import_preview.html", context)


def _row(row: Any, labels: dict[str, str], language: str) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "state": row.state.label,
        "chip": CHIPS[row.state],
        "changes": [
            (labels.get(one.field, one.field), _said(one.field, one.before), _said(one.field, one.after))
            for one in row.changes
        ],
        "is_new": row.state == RowState.NEW,
        "wrong": [(one.column, one.message(language)) for one in row.findings if not one.is_note],
        "notes": [(one.column, one.message(language)) for one in row.findings if one.is_note],
        "likely": [
            (str(one.id), one.name, shown_signs(one.signs), str(one.id) == row.choice) for one in row.likely
        ],
        "is_another": row.choice == queries.NEW,
    }


def _said(field: str, text: str) -> str:
    """The value of a column in the reader's words, where a plan holds codes: “internship”, “nb C2”."""
    words = wording.words()
    match field:
        case "kinds":
            return ", ".join(words.name(f"kind.{one}") for one in text.split(", ") if one)
        case "languages":
            return wording.spoken(text.split("; ") if text else ())
        case "work_right":
            return ", ".join(_country(one) for one in text.split(", ") if one)
        case "country" if text:
            return words.country(text)
        case "place" if ", " in text:
            town, _comma, country = text.rpartition(", ")
            return f"{town}, {words.country(country)}"
        case "education_level" if text.isdecimal():
            return words.eqf(int(text))
        case "available_from" if text:
            return wording.day(dt.date.fromisoformat(text))
    return text


def _country(code: str) -> str:
    return _("EU or EEA") if code == "EU" else wording.words().country(code)


def _apply(request: PageRequest, kind: ImportKind, upload: Any) -> HttpResponse:
    has_chosen = actions.choose_for_import(upload=upload, rows=_rows_in(request), by=request.user, at=now())
    try:
        plan = actions.apply_import(
            upload=upload,
            seen=request.POST.get("seen", ""),
            language=wording.reader_language(),
            by=request.user,
            at=now(),
        )
    except actions.ImportedAlready:
        messages.info(request, _("This table has been imported already."))
        return redirect(f"import-{kind}")
    except actions.PlanChanged:
        messages.warning(
            request,
            _("Your choices change what will be done. Look once more, then import.")
            if has_chosen
            else _(
                "Records were changed since you saw this. Nothing was imported; this is what would change now."
            ),
        )
        return redirect(f"import-{kind}-preview", pk=upload.pk)
    added, changed = plan.counts[RowState.NEW], plan.counts[RowState.CHANGED]
    messages.success(
        request,
        _("Imported: %(added)s, %(changed)s.")
        % {
            "added": ngettext("%(number)s new", "%(number)s new", added) % {"number": added},
            "changed": ngettext("%(number)s changed", "%(number)s changed", changed) % {"number": changed},
        },
    )
    return redirect("companies" if kind == ImportKind.ORGANISATIONS else "candidates")


def _address(request: HttpRequest, kind: ImportKind, upload: Any) -> str:
    return f"{reverse(f'import-{kind}-preview', args=[upload.pk])}?{request.GET.urlencode()}"


def _rows_in(request: HttpRequest) -> dict[str, str] | None:
    """By row number the record that was chosen, of the rows that were shown."""
    return {
        name.removeprefix("row-"): value
        for name, value in request.POST.dict().items()
        if name.startswith("row-") and (value == queries.NEW or whole_number(value) is not None)
    } or None


def _kinds(current: ImportKind) -> list[tuple[str, str, bool, None]]:
    names = {ImportKind.ORGANISATIONS: _("Organisations"), ImportKind.CANDIDATES: _("Candidates")}
    return [(names[kind], reverse(f"import-{kind}"), kind == current, None) for kind in ImportKind]


def _limits() -> TableLimits:
    return TableLimits(file_bytes=settings.UPLOAD_BYTES)


def _csv(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


organisations = _pages(ImportKind.ORGANISATIONS, "organisations.import_organisations")
candidates = _pages(ImportKind.CANDIDATES, "people.import_candidates")
