"""Tables of organisations and candidates: uploaded, looked at, and imported as they were seen, whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from django.db import transaction
from django.utils.text import slugify

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications.enums import FactState
from brobygger.apps.organisations import actions as organisations
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people import actions as people
from brobygger.apps.people.enums import DocumentFormat
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose
from brobygger.apps.people.models import Candidate, CandidateFact
from brobygger.apps.programmes.actions.programmes import add_members
from brobygger.apps.programmes.enums import ImportKind
from brobygger.apps.programmes.models import Programme, TableImport
from brobygger.apps.programmes.queries import (
    CandidateWrite,
    ImportPlan,
    OrganisationWrite,
    plan_of,
    plan_table,
)
from brobygger.data.tables import TableLimits

PERMISSION: Final = {
    ImportKind.ORGANISATIONS: "organisations.import_organisations",
    ImportKind.CANDIDATES: "people.import_candidates",
}
KEPT: Final = dt.timedelta(days=1)  # an upload that nobody imports
LONGEST_CODE: Final = 50
MOST_CHOICES: Final = 20_000


class ImportedAlready(Exception):
    """The table was imported before; its content is gone."""


class PlanChanged(Exception):
    """The import would now do something else than what was looked at. `plan` is what it would do."""

    def __init__(self, plan: ImportPlan) -> None:
        super().__init__("the records have changed since the preview was shown")
        self.plan = plan


@transaction.atomic
def upload_table(
    *, kind: ImportKind, file_name: str, content: bytes, by: User | None, at: dt.datetime
) -> TableImport:
    """
    Keep a table to look at before it is imported. Uploads of more than a day ago that nobody imported go.

    Raises:
        PermissionDenied: `by` may not import.
    """
    check_may(by, PERMISSION[kind])
    with all_rows():  # the old ones of everybody
        TableImport.objects.filter(imported_at=None, uploaded_at__lt=at - KEPT).delete()
    upload = TableImport.objects.create(
        kind=kind, file_name=file_name[-200:], content=content, uploaded_at=at, uploaded_by=by
    )
    changes = {"kind": kind, "bytes": len(content)}
    record(action="programmes.upload_table", subject=upload, by=by, at=at, changes=changes)
    return upload


@transaction.atomic
def choose_for_import(
    *,
    upload: TableImport,
    columns: Mapping[str, str] | None = None,
    rows: Mapping[str, str] | None = None,
    by: User | None,
    at: dt.datetime,
) -> bool:
    """
    Say what the columns of a table are, and which records its rows are about.

    Args:
        columns: by header the name of a column, or "" to leave it out; None leaves what was said before.
        rows: by number the id of a record, or "new"; None leaves what was said before.

    Returns:
        Whether anything changed.

    Raises:
        PermissionDenied: `by` may not import.
    """
    check_may(by, PERMISSION[ImportKind(upload.kind)])
    before = upload.column_choices, upload.row_choices
    if columns is not None:
        upload.column_choices = {**upload.column_choices, **columns}
    if rows is not None:
        upload.row_choices = dict(list({**upload.row_choices, **rows}.items())[:MOST_CHOICES])
    if before == (upload.column_choices, upload.row_choices):
        return False
    upload.save(update_fields=["column_choices", "row_choices"])
    changes = {"columns": upload.column_choices}
    record(action="programmes.choose_for_import", subject=upload, by=by, at=at, changes=changes)
    return True


@transaction.atomic
@all_rows()  # a row may be about a record that `by` does not see
def apply_import(
    *, upload: TableImport, seen: str, language: str, by: User | None, at: dt.datetime
) -> ImportPlan:
    """
    Import a table as it was looked at. Nothing is written if one row cannot be.

    Args:
        seen: `ImportPlan.digest` of what was looked at.
        language: of the reader; the same as when it was looked at.

    Raises:
        ImportedAlready: somebody was faster.
        PermissionDenied: `by` may not import.
        PlanChanged: it would do something else now; nothing was written.
        TableError: the table cannot be read.
    """
    kind = ImportKind(upload.kind)
    check_may(by, PERMISSION[kind])
    upload = TableImport.objects.select_for_update().get(pk=upload.pk)
    if upload.imported_at:
        raise ImportedAlready(upload.file_name)
    plan = plan_of(upload, language=language)
    if plan.digest != seen:
        raise PlanChanged(plan)
    _write(plan, by=by, at=at)
    upload.content, upload.row_choices = b"", {}
    upload.imported_at, upload.counts = at, plan.counts
    upload.save()
    changes = {"kind": kind, "counts": plan.counts, "digest": plan.digest}
    record(action="programmes.apply_import", subject=upload, by=by, at=at, changes=changes)
    return plan


@transaction.atomic
@all_rows()  # as above
def import_table(
    *,
    kind: ImportKind,
    file_name: str,
    content: bytes,
    limits: TableLimits = TableLimits(),
    language: str,
    by: User | None,
    at: dt.datetime,
) -> ImportPlan:
    """
    Import a table at once, with what is proposed for each row: what the command does. A table that stops is not kept.

    Raises:
        PermissionDenied: `by` may not import.
        TableError: the table cannot be read.
    """
    check_may(by, PERMISSION[kind])
    plan = plan_table(kind, content, limits=limits, language=language)
    if plan.is_ready:
        upload = TableImport.objects.create(
            kind=kind,
            file_name=file_name[-200:],
            content=b"",
            uploaded_at=at,
            uploaded_by=by,
            imported_at=at,
            counts=plan.counts,
        )
        _write(plan, by=by, at=at)
        changes = {"kind": kind, "counts": plan.counts, "digest": plan.digest}
        record(action="programmes.apply_import", subject=upload, by=by, at=at, changes=changes)
    return plan


def _write(plan: ImportPlan, *, by: User | None, at: dt.datetime) -> None:
    members: dict[int, list[int]] = {}
    codes = _Codes() if plan.kind == ImportKind.ORGANISATIONS else None
    for row in plan.rows:
        if isinstance(row.write, OrganisationWrite) and codes is not None:
            pk = _save_organisation(row.target, row.write, codes, by, at)
        elif isinstance(row.write, CandidateWrite):
            pk = _save_candidate(row.target, row.write, by, at)
        else:
            continue
        for programme_id in row.write.programmes:
            members.setdefault(programme_id, []).append(pk)
    for programme in Programme.objects.filter(pk__in=members).order_by("pk"):
        ids = members[programme.pk]
        if plan.kind == ImportKind.ORGANISATIONS:
            add_members(
                programme=programme, organisations=Organisation.objects.filter(pk__in=ids), by=by, at=at
            )
        else:
            add_members(programme=programme, candidates=Candidate.objects.filter(pk__in=ids), by=by, at=at)


class _Codes:
    """Short names that no organisation has."""

    def __init__(self) -> None:
        self.used = set(Organisation.objects.values_list("code", flat=True))

    def made_for(self, name: str) -> str:
        letters = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
        base = slugify(letters)[:LONGEST_CODE].strip("-") or "organisation"
        code, number = base, 1
        while code in self.used:
            number += 1
            code = f"{base}-{number}"
        self.used.add(code)
        return code


def _save_organisation(
    target: int | None, write: OrganisationWrite, codes: _Codes, by: User | None, at: dt.datetime
) -> int:
    code = codes.made_for(write.details.name) if target is None else Organisation.objects.get(pk=target).code
    saved = organisations.save_organisation(code=code, details=write.details, by=by, at=at)
    if write.contact is not None:
        users: Iterable[User] = [*saved.contacts.all(), User.objects.get(pk=write.contact)]
        organisations.set_contacts(organisation=saved, users=users, by=by, at=at)
    return saved.pk


def _save_candidate(target: int | None, write: CandidateWrite, by: User | None, at: dt.datetime) -> int:
    candidate = None if target is None else Candidate.objects.select_related("document").get(pk=target)
    stored = getattr(candidate, "document", None) if candidate else None
    if candidate is None or write.text is not None or write.identity or write.preferences:
        candidate = people.save_candidate_from_text(
            alias=write.alias,
            text=write.text if write.text is not None else stored.text if stored else write.alias,
            published_date=stored.published_date if stored and write.text is None else at.date(),
            format=write.format
            if write.text is not None or stored is None
            else DocumentFormat(stored.format),
            identity=write.identity,
            preferences=write.preferences,
            by=by,
            at=at,
        )
    if target is None:  # who keeps the register that it comes from has asked; the ledger says so
        people.give_consent(
            candidate=candidate,
            purpose=ConsentPurpose.MATCHING,
            channel=ConsentChannel.IMPORTED,
            by=None,
            at=at,
        )
    for value, replaced in write.facts:
        if replaced is None:
            people.add_fact(candidate=candidate, value=value, by=by, at=at)
        else:
            fact = CandidateFact.objects.select_related("candidate").get(pk=replaced)
            people.correct_fact(fact=fact, state=FactState.REJECTED, value=value, by=by, at=at)
    return candidate.pk
